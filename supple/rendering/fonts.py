"""What has to be known of a font file: whether it is one, and whether it has all weights.

The form is that of WOFF 2.0 (https://www.w3.org/TR/WOFF2/): a header of 48 bytes, then an entry
for each table that the font has.
"""

from typing import Final

SIGNATURE: Final = b"wOF2"
HEADER: Final = 48
AT_NUMBER: Final = 12
"""Where the number of tables stands."""
VARIATIONS: Final = 47
"""The number that the table `fvar` goes by, which only variable fonts have."""
ANY: Final = 63
"""The number of a table that has none of its own and is named in four letters after it."""
GLYPHS: Final = (10, 11)
"""glyf and loca, which are transformed unless their version says otherwise."""
UNCHANGED: Final = 3


def is_woff2(data: bytes) -> bool:
    return data.startswith(SIGNATURE) and len(data) > HEADER


def is_variable(data: bytes) -> bool:
    """Whether a WOFF2 file has variations, such as its weight."""
    at = HEADER
    for _ in range(int.from_bytes(data[AT_NUMBER : AT_NUMBER + 2], "big")):
        if at >= len(data):
            break
        table, version = data[at] & 0x3F, data[at] >> 6
        at += 1
        if table == VARIATIONS:
            return True
        if table == ANY:
            if data[at : at + 4] == b"fvar":
                return True
            at += 4
        at = _after_number(data, at)
        if (version != UNCHANGED) if table in GLYPHS else version:
            at = _after_number(data, at)
    return False


def _after_number(data: bytes, at: int) -> int:
    """Where a number ends that goes on as long as its bytes have their highest bit."""
    while at < len(data) and data[at] & 0x80:
        at += 1
    return at + 1
