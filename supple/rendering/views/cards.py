"""Cards of a routine's exercises, or of the whole library's, and what one has to know before."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from markupsafe import Markup, escape

from supple.domain.exercise import Level
from supple.domain.guide import Guide, Urgency
from supple.domain.paper import CardForm, CardSize
from supple.domain.problem import Origin
from supple.domain.prose import NOTHING
from supple.domain.routine import ActivityEntry, Day, Entry, ExerciseEntry, RestEntry, Routine
from supple.domain.vocabulary import CautionKind
from supple.rendering import addresses, phrases, prose
from supple.rendering.paper.contents import SheetEntry
from supple.rendering.paper.dealing import deal, in_pieces
from supple.rendering.paper.decks import Block, BlockKind, CardsPage, Subject
from supple.rendering.paper.downloads import cards_to_download
from supple.rendering.paper.following import needed
from supple.rendering.paper.moving import how_to_move
from supple.rendering.views import care
from supple.rendering.views.desk import Anchor, Desk
from supple.rendering.views.figures import figures
from supple.rendering.views.filters import in_order
from supple.rendering.views.routine import day_title, needs_of
from supple.rendering.views.sheet import facts_on_paper
from supple.rendering.views.sheet_rows import row_of, way_up
from supple.rendering.views.sheet_warnings import ask_first, stop_lines
from supple.rendering.views.site import reviewed
from supple.rendering.wording import Wording

FOR_SCRIPT: Final = ("part", "cards.one", "cards.other")
WAY: Final = Markup('<span data-after="{after}">{way} </span>{text}')
LONGEST_STOP: Final = 140
"""The most letters of when to stop that stand at a card's foot. More stand above the steps."""


def cards_page(
    desk: Desk, routine: Routine, form: CardForm | None = None, figure_styles: str = ""
) -> CardsPage:
    """The cards of a routine, or of a day's or the library's, which are routines too. Without a
    `form` it is the page for the browser, which can be printed in every form that the guide has;
    else the one for a PDF of that form, which needs `figure_styles` (`flat.printed`) in each
    figure."""
    settings = desk.guide.settings
    unreviewed = "" if settings.reviewed_by else reviewed(settings, desk.say)
    is_library = routine.slug == addresses.ALL
    forms = (form,) if form else forms_of(desk)
    cards = tuple(_subjects(desk, routine))
    return CardsPage(
        form=forms[0],
        forms=forms,
        is_web=form is None,
        title=desk.say("cards.title", routine=routine.title),
        summary=routine.summary,
        subjects=cards,
        unreviewed=unreviewed,
        words={key: desk.say.texts[f"cards.{key}"] for key in FOR_SCRIPT},
        back=Anchor(desk.to(addresses.EXERCISES), desk.say("cards.back"))
        if is_library
        else Anchor(desk.to(addresses.routine(routine.slug)), desk.say("sheet.back")),
        downloads=cards_to_download(desk) if is_library else (),
        figure_styles=Markup(figure_styles),
        dealt={each.name: deal(cards, each, unreviewed, desk.say) for each in forms},
    )


def library(guide: Guide, say: Wording) -> Routine:
    """All exercises as if they were a routine."""
    entries = tuple(ExerciseEntry(each.slug) for each in in_order(guide.exercises.values()))
    return Routine(
        slug=addresses.ALL,
        origin=Origin("guide.yaml"),
        title=say("cards.all"),
        summary=say("cards.all_summary"),
        when="",
        place=(),
        level=Level.GENTLE,
        times_per_day=None,
        days=(Day("", entries),),
        equipment=None,
        introduction=NOTHING,
        anchors=frozenset(),
        notes=(),
        after=NOTHING,
        checked=None,
        aliases=(),
        allow=(),
    )


def forms_of(desk: Desk) -> tuple[CardForm, ...]:
    """Every form in which the guide's cards can be printed, the usual one first."""
    papers = desk.guide.settings.outputs.paper
    return tuple(
        CardForm(paper, size, duplex)
        for size in CardSize
        for duplex in (False, True)
        for paper in papers
    )


def _subjects(desk: Desk, routine: Routine) -> Iterator[Subject]:
    """What one has to know before, and the exercises, each once. Numbers are those of cards."""
    entries = list(
        dict.fromkeys(
            entry
            for day in routine.days
            for entry in day.entries
            if isinstance(entry, ExerciseEntry)
        )
    )
    single = replace(routine, days=(Day("", tuple(entries)),))
    before = (
        _first(desk, routine, single, entries),
        *_emergencies(desk),
        *(() if routine.slug == addresses.ALL else (_order(desk, routine, entries),)),
        *_ask(desk, single),
    )
    for subject in before:
        yield _in_pieces(subject)
    for number, entry in enumerate(entries, start=1):
        yield _in_pieces(_exercise(desk, entry, number))


def _in_pieces(subject: Subject) -> Subject:
    return replace(
        subject, blocks=tuple(piece for block in subject.blocks for piece in in_pieces(block))
    )


def _first(desk: Desk, routine: Routine, single: Routine, entries: list[ExerciseEntry]) -> Subject:
    """When to stop, below the title of all cards. `single`: the routine with each exercise once, in
    one day."""
    say = desk.say
    stop = [
        Block(BlockKind.ITEM, each.text, numbers=each.keys) for each in stop_lines(desk, single)
    ]
    end = [_text(say("sheet.manner"))]
    if desk.is_draft(addresses.routine(routine.slug)):
        end.append(_text(say("site.draft_why"), say("site.draft")))
    settings = desk.guide.settings
    facts = facts_on_paper(desk, routine, _cards_of(routine.days[0], entries))
    end.append(_text(say("site.disclaimer")))
    if settings.reviewed_by:
        end.append(_text(reviewed(settings, say)))
    if day := desk.checked(routine.checked):
        end.append(_text(say("date.checked", date=day.text)))
    return Subject(
        title=say("sheet.stop") if stop else "",
        blocks=(*stop, *end),
        over=routine.title,
        facts=Markup(" · ").join(facts) if routine.place else Markup(),
    )


def _cards_of(day: Day, entries: list[ExerciseEntry]) -> list[int]:
    """The numbers of the cards of a day's exercises, in their order."""
    return [entries.index(entry) + 1 for entry in day.entries if isinstance(entry, ExerciseEntry)]


def _emergencies(desk: Desk) -> Iterator[Subject]:
    """The signs that call for help at once."""
    for card in care.cards(desk):
        if card.urgency == Urgency.EMERGENCY:
            signs = [Block(BlockKind.ITEM, sign) for sign in card.signs]
            note = [Block(BlockKind.TEXT, card.note)] if card.note else []
            yield Subject(card.heading, (*signs, *note))


def _order(desk: Desk, routine: Routine, entries: list[ExerciseEntry]) -> Subject:
    """In which order a routine goes, with its rests and activities."""
    say = desk.say
    blocks = []
    concerned = [
        (number, desk.guide.exercises[entry.exercise])
        for number, entry in enumerate(entries, start=1)
    ]
    if needs := needed(desk, needs_of(desk, routine), concerned):
        blocks.append(Block(BlockKind.TEXT, needs))
    blocks += [Block(BlockKind.TEXT, prose.on_paper(note, desk.here)) for note in routine.notes]
    for number, day in enumerate(routine.days, start=1):
        if title := day_title(desk, day, number):
            blocks.append(Block(BlockKind.HEADING, Markup(escape(title))))
        blocks += _places(desk, routine, day, entries)
    if routine.after:
        after = prose.on_paper(routine.after, desk.here)
        blocks.append(Block(BlockKind.TEXT, after, say("sheet.after")))
    return Subject(say("cards.order"), tuple(blocks))


def _places(
    desk: Desk, routine: Routine, day: Day, entries: list[ExerciseEntry]
) -> Iterator[Block]:
    """A day's entries in their order, with how to come from each position into the next, and up
    again. Such words fit only after the exercise before, whose number they have."""
    before: ExerciseEntry | None = None
    for entry in day.entries:
        place = _place(desk, entry, entries)
        if isinstance(entry, ExerciseEntry):
            was = desk.guide.exercises[before.exercise].position if before else None
            here = desk.guide.exercises[entry.exercise].position
            if way := how_to_move(was, here, routine.place, desk.say):
                after = entries.index(before) + 1 if before else 0
                place = replace(place, text=WAY.format(after=after, way=way, text=place.text))
            before = entry
        yield place
    if up := way_up(desk, routine, day):
        yield _text(up)


def _place(desk: Desk, entry: Entry, entries: list[ExerciseEntry]) -> Block:
    """An entry's place in the order: "Card 3: Knee hug", or "Rest: 30 seconds"."""
    match entry:
        case RestEntry() | ActivityEntry():
            title = entry.activity if isinstance(entry, ActivityEntry) else desk.say("routine.rest")
            words = desk.say(
                "cards.pause", title=title, time=phrases.time_words(entry.seconds, desk.say)
            )
            note = prose.on_paper(entry.note, desk.here)
            return Block(
                BlockKind.ITEM, Markup("{} {}").format(words, note) if note else _safe(words)
            )
        case ExerciseEntry():
            number = entries.index(entry) + 1
            title = desk.guide.exercises[entry.exercise].title
            words = desk.say("cards.place", n=number, title=title)
            return Block(BlockKind.ITEM, _safe(words), numbers=(number,))


def _ask(desk: Desk, routine: Routine) -> Iterator[Subject]:
    """With what to ask somebody first, and what to do then."""
    blocks = [
        Block(
            BlockKind.TEXT,
            each.text,
            f"{condition.title}:",
            each.keys,
            desk.say.number("cards.cards", len(each.keys), numbers=each.where),
        )
        for condition in ask_first(desk, routine)
        for each in condition.advice
    ]
    if blocks:
        yield Subject(desk.say("sheet.ask"), tuple(blocks))


def _exercise(desk: Desk, entry: ExerciseEntry, number: int) -> Subject:
    exercise = desk.guide.exercises[entry.exercise]
    row = row_of(desk, entry, number)
    cautions = [desk.guide.cautions[code] for code in exercise.cautions]
    signs = [each.short or each.title for each in cautions if each.kind is CautionKind.STOP]
    stop = "; ".join(dict.fromkeys(signs))
    is_short = 0 < len(stop) <= LONGEST_STOP
    usual = desk.say("cards.stop_usual")
    blocks = list(_blocks(desk, row, prose.on_paper(exercise.easier, desk.here)))
    if stop and not is_short:
        blocks.insert(0, Block(BlockKind.CARE, _safe(f"{stop}."), desk.say("cards.stop")))
    if desk.is_draft(addresses.exercise(exercise.slug)):
        blocks.append(_text(desk.say("site.draft_why"), desk.say("site.draft")))
    return Subject(
        title=row.title,
        blocks=tuple(blocks),
        number=number,
        mode=row.mode,
        figures=figures(desk, exercise, f"figure-{number}", entry.mode),
        dosage=row.dosage,
        stop=f"{stop if is_short else usual}.",
    )


def _blocks(desk: Desk, row: SheetEntry, easier: Markup) -> Iterator[Block]:
    """What an exercise's cards say below the dosage. Conditions come first, lest they be on
    another card than the picture."""
    say = desk.say
    if row.care:
        yield Block(BlockKind.CARE, _safe(f"{row.care}."), say("sheet.care"))
    if row.holds:
        yield _text(row.holds)
    if row.note:
        yield Block(BlockKind.TEXT, row.note)
    for number, step in enumerate(row.steps, start=1):
        yield Block(BlockKind.STEP, step, f"{number}.")
    if row.feel:
        yield Block(BlockKind.TEXT, row.feel, say("sheet.feel"))
    if easier:
        yield Block(BlockKind.EASIER, easier, say("cards.easier"))


def _text(words: str, label: str = "") -> Block:
    return Block(BlockKind.TEXT, _safe(words), label)


def _safe(words: str) -> Markup:
    return Markup(escape(words))
