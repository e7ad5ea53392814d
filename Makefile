# Every command of this project. Each sets up what it needs, in .venv and frontend/node_modules.
#
#   make site       build the guide in this folder into _site
#   make serve      the same, served here, and again at every change
#   make check      format, lint, types, the floors of the architecture (seconds)
#   make test       all tests but those of the next two (minutes); brings browsers if need be
#   make test-long  the long ones: more of what chance decides, and more browsers and places
#   make audit      every page in the eyes of axe, the HTML checker, Lighthouse, and a keyboard
#   make pictures   pictures of each kind of page in every light and size, in _pictures (ALL=1: of
#                   every page), and what doesn't fit on them
#   make bench      how fast Supple is beside other generators (minutes; bench/README.md has more)
#   make format     put the code into its form
#   make figures    draw the pictures of docs/ and the golden figures again
#   make script     bundle frontend/ into the scripts of static/ (needs Node)
#   make clean      remove what was built and set up

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt
# Tests in a process more than there are cores, but no crowd of browsers. Who has no more to do takes
# tests over from another.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist worksteal
LIGHTHOUSE := tests/audit/test_lighthouse.py
BENCH := bench/.venv
# What `make bench` measures: SIZES="100 1000 10000" ROUNDS=5 takes hours, and is kept.
SIZES := 100 1000
ROUNDS := 3
RESULTS := $(if $(filter 10000,$(SIZES)),bench,_bench)/RESULTS.md
NPM := npm ci --silent --no-audit --no-fund --prefix

.PHONY: site serve check test test-long audit pictures bench format figures script clean

site: .venv/site.stamp
	$(BIN)/supple build

serve: .venv/site.stamp
	$(BIN)/supple serve

check: .venv/test.stamp
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

test: .venv/test.stamp node-modules browsers
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

# A test joins by the marker `long`.
test-long: .venv/test.stamp node-modules browsers
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m long

# Lighthouse takes times, so it comes last and alone.
audit: .venv/test.stamp node-modules browsers
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -m audit tests/audit --ignore $(LIGHTHOUSE)
	$(BIN)/python -m pytest -m audit $(LIGHTHOUSE)

pictures: .venv/test.stamp browsers
	$(BIN)/python -m tests.pictures $(if $(ALL),--all)

bench: .venv/bench.stamp $(BENCH)/bench.stamp bench-node
	$(BIN)/python -m bench run --sizes $(SIZES) --rounds $(ROUNDS) --output $(RESULTS)

format: .venv/test.stamp
	$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

figures: .venv/test.stamp
	$(BIN)/python -m docs.making

script: frontend/node_modules/.package-lock.json
	cd frontend && npm run --silent build

clean:
	rm -rf .venv _site _pictures _bench .supple dist frontend/node_modules tests/*/node_modules \
	  bench/.venv bench/sites/*/node_modules

.venv/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Supple needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/site.stamp: .venv/python.stamp pyproject.toml constraints.txt
	$(PIP) --editable '.[pdf]'
	@touch $@

.venv/test.stamp: .venv/site.stamp
	$(PIP) --editable '.[test]'
	@$(BIN)/python -m compileall -q supple # once, even where Python is told to keep no bytecode
	@touch $@

.venv/bench.stamp: .venv/site.stamp
	$(PIP) --editable '.[bench,pdf]'
	@touch $@

# The other generators, in a place of their own. One that can't be installed is left out.
$(BENCH)/bench.stamp: bench/requirements.txt
	$(PYTHON) -m venv $(BENCH)
	@grep -v '^#' $< | while read -r each; do \
	  $(BENCH)/bin/pip install --quiet --disable-pip-version-check "$$each" \
	  || echo "$$each can't be installed here"; \
	done
	@touch $@

.PHONY: bench-node
bench-node:
	@if command -v npm >/dev/null; then \
	  $(MAKE) --no-print-directory bench/sites/eleventy/node_modules/.package-lock.json \
	  || echo "Eleventy can't be installed here"; \
	fi

# The tests of the script and the audits need Node, some audits Java as well; without them they say
# so and are skipped.
.PHONY: node-modules
node-modules:
	@if command -v npm >/dev/null; then \
	  $(MAKE) --no-print-directory frontend/node_modules/.package-lock.json \
	    tests/audit/node_modules/.package-lock.json \
	    tests/schema/node_modules/.package-lock.json; \
	fi

.PHONY: browsers
browsers: .venv/test.stamp
	$(BIN)/python -m tests.browser.provision

%/node_modules/.package-lock.json: %/package-lock.json
	$(NPM) $*
	@touch $@
