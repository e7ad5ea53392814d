"""Entries added at the end of a vocabulary's file, which otherwise stays as its author wrote it."""

from collections.abc import Mapping

from supple.domain.problem import Place, Problem, has_errors
from supple.exchange.yaml_text import Value, yaml_text
from supple.reading import strict_yaml
from supple.reading.files import decode


def with_additions(data: bytes, entries: Mapping[str, Value], path: str) -> bytes | Problem:
    """A file with entries below all that is in it. A problem where that can't be told from what
    its author wrote: then nobody but the author can add them."""
    text = decode(data, path)
    if isinstance(text, Problem):
        return text
    added = yaml_text(entries)
    whole = (text if text.endswith("\n") or not text else f"{text}\n") + added
    before, _ = strict_yaml.compose(text, path)
    after, problems = strict_yaml.compose(whole, path)
    if has_errors(problems) or _entries(after) != {**_entries(before), **_keys(added)}:
        hint = f"add it yourself, then import again: {' / '.join(added.splitlines())}"
        return Problem(Place(path), "import", "nothing can be added at the end of this file", hint)
    glue = b"" if text.endswith("\n") or not text else b"\n"
    lines = added.replace("\n", "\r\n") if b"\r\n" in data else added
    return data + glue + lines.encode()


def _keys(text: str) -> dict[str, object]:
    return _entries(strict_yaml.compose(text, "")[0])


def _entries(node: strict_yaml.Node | None) -> dict[str, object]:
    """The entries of a file as plain values, without their places."""
    plain = _plain(node) if node else {}
    return plain if isinstance(plain, dict) else {"": plain}


def _plain(node: strict_yaml.Node) -> object:
    match node:
        case strict_yaml.Scalar():
            return node.text
        case strict_yaml.Sequence():
            return [_plain(item) for item in node.items]
        case strict_yaml.Mapping():
            return {name.text: _plain(value) for name, value in node.entries}
