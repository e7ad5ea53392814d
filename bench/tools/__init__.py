"""The generators: each writes the corpus in its own form, and says how it is run."""

from typing import Final

from bench.tools.eleventy import ELEVENTY
from bench.tools.hugo import HUGO
from bench.tools.mkdocs import MKDOCS
from bench.tools.pelican import PELICAN
from bench.tools.supple import RICH, SUPPLE

TOOLS: Final = {tool.name: tool for tool in (SUPPLE, HUGO, ELEVENTY, PELICAN, MKDOCS, RICH)}
