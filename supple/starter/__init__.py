"""Where Supple's own templates and static files lie, and the guide that one begins with.

They stand at the top of a checkout; a wheel carries copies inside the package. An editable
install would go on using copies made when it was installed, so a checkout's own always win.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT = _PACKAGE.parent
_WHEEL = _PACKAGE / "defaults"


def templates() -> Path:
    """The folder of the default templates."""
    return _home() / "templates"


def static() -> Path:
    """The folder of the default styles, scripts and pictures."""
    return _home() / "static"


def content() -> Path:
    """The folder of the texts that a new guide begins with. There may be others beside them."""
    return _home() / "content"


def _home() -> Path:
    is_checkout = (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "templates").is_dir()
    return _CHECKOUT if is_checkout else _WHEEL
