"""A page's body as its author wrote it, to say where in it words stand."""

import re
from dataclasses import dataclass

from .problem import Place

_SOUGHT = (6, 4, 2, 1)
"""How many of the first words are looked for: a link's address may stand behind any of them."""


@dataclass(frozen=True, slots=True)
class Written:
    """The Markdown of a body, which begins on that line of the file."""

    path: str = ""
    first_line: int = 0
    text: str = ""

    def place_of(self, words: str) -> Place:
        """Where the first of these words stand, whatever marks of Markdown are among them; the
        body's first line if they can't be found, as where an entity stands for a letter."""
        each = re.findall(r"[^\W_]+", words)
        for count in _SOUGHT:
            pattern = r"[\W_]+".join(each[:count])
            if each and (found := re.search(rf"\b{pattern}\b", self.text)):
                line = self.text.count("\n", 0, found.start())
                column = found.start() - self.text.rfind("\n", 0, found.start())
                return Place(self.path, self.first_line + line, column)
        return Place(self.path, self.first_line)


UNWRITTEN = Written()
"""The body of what nobody has read from a file."""
