"""A guide's settings, as `guide.yaml` gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from .paper import Paper
from .rules import Rule, Setting

FORMAT = 1
"""The newest format of a guide's files that this version understands."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The seconds that a routine spends around its holds; editorial figures, not dosages."""

    ready_new_position: int = 15
    ready_same_position: int = 10
    release_long: int = 5
    release_short: int = 2
    long_hold_from: int = 10
    change_side: int = 5
    breath: int = 5
    pace: int = 3


@dataclass(frozen=True, slots=True)
class Outputs:
    """What is made besides the pages. `letterhead` is the room above a sheet, in millimetres,
    that a letterhead of the guide's own takes. `headers`: a file that tells hosts how long to keep
    what; `compressed`: files that a host sends as they are."""

    sheets: bool = True
    cards: bool = True
    pdf: bool = True
    paper: tuple[Paper, ...] = (Paper.A4, Paper.LETTER)
    letterhead: int = 0
    headers: bool = False
    compressed: bool = False


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whom to call. `department` is what people call the emergency room;
    `advice` is empty where there is no number for urgent advice."""

    call: str
    department: str
    doctor: str
    advice: str = ""


EMERGENCY: Mapping[str, Emergency] = MappingProxyType(
    {
        "uk": Emergency(call="999", department="A&E", doctor="GP", advice="111"),
        "us": Emergency(call="911", department="the emergency room", doctor="doctor"),
        "eu": Emergency(call="112", department="the emergency department", doctor="doctor"),
        "au": Emergency(
            call="000", department="the emergency department", doctor="GP", advice="1800 022 222"
        ),
        "ie": Emergency(call="112", department="the emergency department", doctor="GP"),
    }
)
"""The numbers that have a name; any other country's are written out in `guide.yaml`."""


SKINS: Mapping[str, str] = MappingProxyType(
    {
        "pale": "#e8b592",
        "fair": "#d79f78",
        "olive": "#b98255",
        "brown": "#9f6540",
        "dark": "#6b4229",
    }
)
HAIRS: Mapping[str, str] = MappingProxyType(
    {"black": "#20191a", "brown": "#3b2a25", "red": "#8a3c1c", "grey": "#74726f"}
)
"""Colours that have a name."""


@dataclass(frozen=True, slots=True)
class FigureColours:
    """The colours of the person in the figures, as "#rrggbb"; empty: as usual."""

    skin: str = ""
    hair: str = ""
    shirt: str = ""
    trousers: str = ""

    @property
    def each(self) -> Mapping[str, str]:
        """Those that are set, by name."""
        every = {
            "skin": self.skin,
            "hair": self.hair,
            "shirt": self.shirt,
            "trousers": self.trousers,
        }
        return {name: colour for name, colour in every.items() if colour}


STACKS: Mapping[str, str] = MappingProxyType(
    {
        "bitter": '"Bitter", "Bitter from Georgia", "Bitter from Noto Serif", "Bitter from Times",'
        ' "Bitter from DejaVu Serif", serif',
        "system": 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
        "serif": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", serif',
        "old-style": '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, serif',
        "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
        "rounded": 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Comfortaa, Nunito,'
        ' "Arial Rounded MT Bold", Calibri, sans-serif',
    }
)
"""Typefaces that have a name: Bitter, which Supple brings along, and what computers have."""
CORNERS: Mapping[str, int] = MappingProxyType({"square": 0, "soft": 14, "round": 24})
"""Corners that have a name, in pixels of a button's radius."""


@dataclass(frozen=True, slots=True)
class Look:
    """A guide's own character. `accent` is "#rrggbb" as it is wanted in the light; each typeface
    is a name of `STACKS` or a font file in the folder static, where the logo lies too; `corners`
    is a button's radius in pixels. Empty or none: as usual."""

    accent: str = ""
    headings: str = ""
    text: str = ""
    corners: int | None = None
    logo: str = ""

    @property
    def typefaces(self) -> Mapping[str, str]:
        """Those that are set, by the key that sets them."""
        every = {"headings": self.headings, "text": self.text}
        return {key: chosen for key, chosen in every.items() if chosen}


@dataclass(frozen=True, slots=True)
class Alarm:
    """The line at the top of every page: a question, and what the link to safety says."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a guide, defaults filled in. `id` prefixes what the browser keeps;
    `reviewed_by` is empty as long as no clinician has reviewed the guide; without `alarm` the
    wording's own line stands at the top. `inline_timers`: whether phrases such as "Hold for 20
    seconds" in steps start the timer. `checks` is what it says of rules, `avoid` its own words to
    avoid, in small letters, each with what to write instead."""

    id: str
    title: str
    language: str = "en"
    url: str = ""
    clean_urls: bool = False
    publisher: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None
    alarm: Alarm | None = None
    emergency: Emergency = EMERGENCY["uk"]
    outputs: Outputs = field(default_factory=Outputs)
    timing: Timing = field(default_factory=Timing)
    first_routine: str = ""
    figures: FigureColours = field(default_factory=FigureColours)
    look: Look = field(default_factory=Look)
    inline_timers: bool = True
    checks: Mapping[Rule, Setting] = field(default_factory=lambda: MappingProxyType({}))
    avoid: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
