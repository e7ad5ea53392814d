"""JSON of others, read such that nothing in it is lost and whatever is wrong is told."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from supple.domain.problem import Place, Problem

RULE = "import"


class _TwiceError(ValueError):
    """A key that stands twice in the same place."""


def read_json(text: str, path: str) -> tuple[Any, Problem | None]:
    """What a text says, or why it can't be read."""
    try:
        return json.loads(text, object_pairs_hook=_once), None
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        hint = "take the file anew: a part may be missing, or it may be another kind of file"
        return None, Problem(place, RULE, "the file is not JSON from here on", hint)
    except RecursionError:
        message = "the file has too many lists within each other"
    except _TwiceError as error:
        message = f"{error} stands there twice in the same place"
    except ValueError:
        message = "the file has a number with too many digits"
    return None, Problem(Place(path), RULE, message, "take the file anew, or mend it")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, each of whose keys has to be there once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError(_first_again(key for key, _ in pairs))
    return found


def _first_again(keys: Iterable[str]) -> str:
    counted = Counter(keys)
    return next(key for key, times in counted.items() if times > 1)
