"""SVG into PNG. The same SVG gives the same bytes on every machine with the same library: there
are only shapes in it, no text and so no fonts."""

from functools import cache

LEFT_OUT = (
    "Left out: the pictures that links to pages show where they are shared. "
    "To have them: pip install 'supple[share]'"
)


@cache
def library() -> str:
    """The library and its version; nothing if it isn't there, or doesn't fit this machine."""
    try:
        import resvg_py  # here, since a guide without an address needs none of it
    except ImportError:
        return ""
    return f"resvg_py {resvg_py.__version__}"


def png(svg: str) -> bytes:
    import resvg_py

    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
