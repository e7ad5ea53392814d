"""What a run of the benchmark measures, and what it refuses to time."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench.corpus import Corpus, make_corpus
from bench.editing import FOOT, edit_body, edit_template, edit_title
from bench.measuring import FailedError, peak_memory, timed
from bench.running import COLD, UnlikeError, contest
from bench.tools import TOOLS
from bench.tools.tool import Tool, written

PYTHON = (sys.executable, "-c")


def test_time_of_children_counts(tmp_path: Path) -> None:
    busy = "import time; end = time.process_time() + 0.2\nwhile time.process_time() < end: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    spent = timed((*PYTHON, child), tmp_path, {})
    assert 0.2 <= spent.cpu < 5
    assert spent.wall >= 0.2


def test_memory_of_children_counts(tmp_path: Path) -> None:
    holds = "import time; block = bytes(60_000_000).replace(b'\\\\0', b'x'); time.sleep(0.5)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', \"{holds}\"])"
    assert 60_000_000 < peak_memory((*PYTHON, child), tmp_path, {}) < 300_000_000


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="ended with 3:\nno such thing"):
        timed((*PYTHON, "import sys; print('no such thing'); sys.exit(3)"), tmp_path, {})


def test_edits_are_where_they_say(tmp_path: Path) -> None:
    guide = make_corpus(10)
    tool = TOOLS["supple"]
    tool.write(guide, tmp_path)
    address, text = edit_body(tool, tmp_path, guide, 1)
    assert _source(tool, tmp_path, address).endswith(f"\n{text}\n")
    address, text = edit_title(tool, tmp_path, guide, 2)
    assert _source(tool, tmp_path, address).startswith(f"---\ntitle: {text}\n")
    _, text = edit_template(tool, tmp_path, guide, 3)
    assert text in (tmp_path / tool.template).read_text(encoding="utf-8")


def _nowhere(port: int) -> tuple[str, ...]:
    return (*PYTHON, f"import time; time.sleep({port})")


def _write(guide: Corpus, folder: Path) -> None:
    for each in guide.exercises:
        written(folder / f"{each.slug}.md", f"title: {each.title}\n\n{each.body}\n")
    written(folder / "base.txt", FOOT)


COPY = """
from pathlib import Path
out = Path("out", "exercises")
out.mkdir(parents=True, exist_ok=True)
for file in Path().glob("*.md"):
    (out / f"{file.stem}.html").write_text(file.read_text() + Path("base.txt").read_text())
Path("out", "index.html").write_text("<html></html>")
"""
COPIER = Tool(
    name="copier",
    write=_write,
    version=lambda: "1",
    build=(*PYTHON, COPY),
    rebuild=(*PYTHON, COPY),
    serve=_nowhere,
    output="out",
    exercise="{slug}.md",
    template="base.txt",
    is_compared=False,
)
"""As little of a generator as can be timed."""


def test_a_site_that_is_not_the_corpus_is_not_timed(tmp_path: Path) -> None:
    with pytest.raises(UnlikeError, match=r"index\.html: the title is ''"):
        contest(10, [replace(COPIER, is_compared=True)], tmp_path, _silent).run(1, [COLD])


def test_a_build_that_does_not_show_the_edit_is_told(tmp_path: Path) -> None:
    lazy = replace(COPIER, rebuild=(*PYTHON, "pass"))
    with pytest.raises(FailedError, match=r"doesn't show 'Added sentence 1\.'"):
        contest(10, [lazy], tmp_path, _silent).run(1, ["body"])


def test_every_round_has_every_scenario_of_every_tool_in_turn(tmp_path: Path) -> None:
    tools = [COPIER, replace(COPIER, name="plain", template="")]
    results = contest(10, tools, tmp_path, _silent).run(2, [COLD, "template"])
    assert [(each.round, each.scenario, each.tool) for each in results.measurements] == [
        (0, "cold", "copier"),
        (0, "cold", "plain"),
        (0, "template", "copier"),
        (1, "cold", "plain"),
        (1, "cold", "copier"),
        (1, "template", "copier"),
    ]
    assert all(each.wall > 0 and each.cpu for each in results.measurements)
    assert results.peaks.keys() == {("copier", COLD), ("copier", "template"), ("plain", COLD)}
    assert all(peak > 1_000_000 for peak in results.peaks.values())


def _silent(text: str) -> None:
    pass


def _source(tool: Tool, folder: Path, address: str) -> str:
    return tool.exercise_file(folder, Path(address).stem).read_text(encoding="utf-8")
