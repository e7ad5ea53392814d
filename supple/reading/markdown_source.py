"""Where in a Markdown text its links stand, so that a problem can be told at its place.

Python-Markdown forgets the places. What it shows as it is written (code, comments, brackets
behind a backslash) holds no link, though it may look like one.
"""

import re
from collections.abc import Collection, Iterator

ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")

_TICKS = re.compile(rf"{ESCAPED.pattern}|(?P<ticks>`+)|(?P<blank>\n[ \t]*(?=\n))")
_NO_MARKDOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_HELD_TOGETHER = re.compile(r" {0,3}(?:[-*+]|[0-9]+\.|\[\^[^\]]+\]:|:)\s")
_BRACKET = re.compile(rf"{ESCAPED.pattern}|\[|\](?:\(\s*<?)?|\n[ \t]*(?=\n)")
_OTHER_ADDRESS = re.compile(
    r"^ {0,3}\[[^\]\n]+\]:\s*<?|<|\bsrc\s*=\s*[\"']?", re.MULTILINE | re.IGNORECASE
)
_BY_NAME = re.compile(r"(?<!\\)\[(?P<words>[^\[\]^][^\[\]]*)\]\[(?P<name>[^\[\]^]?[^\[\]]*)\]")


def without_code(text: str) -> str:
    """The text with spaces in place of code and comments: every place in it stays the same."""
    if "    " in text or "\t" in text:
        text = "\n".join(_without_indented(text.split("\n")))
    if "`" in text:
        text = _without_spans(text)
    if "<" in text:
        text = _NO_MARKDOWN.sub(lambda match: _blank(match[0]), text)
    return text


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_indented(lines: list[str]) -> Iterator[str]:
    """Lines begun with four spaces are code, but for those that belong to an item of a list."""
    in_code = in_item = False
    after_blank = True
    for line in lines:
        is_blank, is_indented = not line.strip(), line.startswith(("    ", "\t"))
        if is_indented and not is_blank:
            in_code = in_code or (after_blank and not in_item)
        elif not is_blank:
            in_code = False
            in_item = bool(_HELD_TOGETHER.match(line)) or (in_item and not after_blank)
        after_blank = is_blank
        yield _blank(line) if in_code else line


def _without_spans(text: str) -> str:
    parts, done = [], 0
    for start, end in _spans(text):
        parts += [text[done:start], _blank(text[start:end])]
        done = end
    return "".join((*parts, text[done:]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Code between backticks: as many at its end as at its beginning, in the same paragraph."""
    runs: list[tuple[int, int, tuple[int, int]]] = []
    paragraph = 0
    for token in _TICKS.finditer(text):
        paragraph += token["blank"] is not None
        if token["ticks"]:
            alike = (paragraph, len(token["ticks"]))
            runs.append((token.start(), token.end(), alike))
    closing: dict[int, int] = {}
    following: dict[tuple[int, int], int] = {}
    for number, (_, _, alike) in reversed([*enumerate(runs)]):
        if alike in following:
            closing[number] = following[alike]
        following[alike] = number
    number = 0
    while number < len(runs):
        if number in closing:
            yield runs[number][0], runs[closing[number]][1]
        number = closing.get(number, number) + 1


def addresses(plain: str) -> Iterator[int]:
    """Where an address may begin, in a text without code: behind `](` of a bracket that was
    opened, in the definition of a name, behind `<` or `src=`."""
    found: list[int] = []
    if "<" in plain or "]:" in plain or "src" in plain.lower():
        found += (match.end() for match in _OTHER_ADDRESS.finditer(plain))
    start = 0
    for paragraph in plain.split("\n\n"):
        found += (start + at for at in _in_brackets(paragraph))
        start += len(paragraph) + 2
    yield from sorted(set(found))


def _in_brackets(paragraph: str) -> Iterator[int]:
    """Where an address may begin behind `](`. What has no `](` isn't searched, since searching is
    dear, nor what stands before the first bracket or behind the last."""
    first, last = paragraph.find("["), paragraph.rfind("](")
    if first < 0 or last < 0:
        return
    opened = 0
    for match in _BRACKET.finditer(paragraph, 0 if "\\" in paragraph else first):
        token = match[0]
        if token == "[":
            opened += 1
        elif token.startswith("\n"):
            opened = 0
        elif token.startswith("]") and opened:
            opened -= 1
            if "(" in token:
                yield match.end()
        if match.start() >= last:
            return


def undefined(plain: str, names: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """Links by a name that isn't one of these: where each stands, its words and the name."""
    for link in _BY_NAME.finditer(plain):
        name = link["name"] or link["words"]
        if " ".join(name.lower().split()) not in names and "\n\n" not in link[0]:
            yield link.start(), link["words"], name
