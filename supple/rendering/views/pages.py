"""Safety, about and every other page; and the page that says a page is missing."""

from dataclasses import dataclass

from markupsafe import Markup

from supple.domain.guide import Page
from supple.rendering import addresses
from supple.rendering.views import care
from supple.rendering.views.desk import Checked, Desk
from supple.rendering.views.figures import page_body


@dataclass(frozen=True, slots=True)
class PlainPage:
    title: str
    summary: str
    body: Markup
    cards: tuple[care.Card, ...]
    stop: tuple[Markup, ...]
    checked: Checked | None


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What stands at an old address: the way to the new one."""

    title: str
    heading: str
    to: str
    href: str
    canonical: str


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Served at any depth. `home` is a whole address, or empty where the guide doesn't know its
    own. `look` are the guide's own rules for its styles."""

    title: str
    home: str
    cards: tuple[care.Card, ...]
    look: Markup


def plain_page(desk: Desk, page: Page) -> PlainPage:
    return PlainPage(
        title=page.title,
        summary=page.summary,
        body=page_body(desk, page),
        cards=care.cards(desk) if page.care else (),
        stop=desk.lines(page.stop),
        checked=desk.checked(page.checked),
    )


def moved_page(desk: Desk, title: str, address: str) -> MovedPage:
    return MovedPage(
        title=desk.say("moved.page", page=title),
        heading=desk.say("moved.title"),
        to=title,
        href=desk.to(address),
        canonical=addresses.canonical(address, desk.guide.settings),
    )


def missing_page(desk: Desk, look: str = "") -> MissingPage:
    emergency = tuple(card for card in care.cards(desk) if card.urgency == "emergency")
    return MissingPage(
        title=desk.say("missing.title"),
        home=desk.guide.settings.url,
        cards=emergency,
        look=Markup(look),  # of our own making: colours, radii and names of typefaces
    )
