"""What hosts read of a site: `_headers`, which Netlify and Cloudflare Pages know."""

from collections.abc import Iterator
from typing import Final

from supple.domain.guide import Guide
from supple.rendering import addresses, static

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""What hosts say of files that never change, since their names change with their content. Of pages
these hosts say by themselves that a browser is to ask again."""


def plan_headers(guide: Guide) -> Iterator[tuple[str, bytes]]:
    """The address and bytes of the file that says how long files may be kept, if the guide
    wants it."""
    if guide.settings.outputs.headers:
        text = f"/{static.FOLDER}/*\n  Cache-Control: {FOR_EVER}\n"
        yield addresses.HEADERS, text.encode("utf-8")
