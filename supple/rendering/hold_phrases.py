"""Phrases in steps that say how long to hold: their words in a language, the seconds that each
starts, and what stands in its place on paper."""

from collections.abc import Iterable
from html import escape

from supple.domain.dosage import Dosage
from supple.domain.phases import Prescription
from supple.domain.prose import HoldPhrase, HoldWords, Prose
from supple.domain.settings import Timing
from supple.rendering import phrases, wording
from supple.rendering.prose import Phrased
from supple.rendering.wording import Wording


def words(language: str) -> HoldWords | None:
    """A language's words for such phrases; None where it has no table, or none of them in it."""
    known = wording.languages()
    say = wording.load(language)
    if not {language, language.partition("-")[0]} & {*known} or not say.section("hold_phrase"):
        return None
    return HoldWords(
        phrase=say("hold_phrase.phrase", verb="{verb}", length="{length}"),
        range=say("hold_phrase.range", low="{low}", high="{high}"),
        verbs=listed(say("hold_phrase.verbs")),
        after=listed(say("hold_phrase.after")),
        seconds=listed(say("hold_phrase.seconds")),
        minutes=listed(say("hold_phrase.minutes")),
        breaths=listed(say("hold_phrase.breaths")),
        numbers=listed(say("hold_phrase.numbers")),
    )


def listed(words: str) -> tuple[str, ...]:
    """A list of the wording, parted by commas."""
    return tuple(word.strip() for word in words.split(",") if word.strip())


def seconds_of(phrase: HoldPhrase, dosage: Dosage, timing: Timing) -> int:
    """What a phrase starts: the dosage's default if it is what the phrase says, else the least
    that the phrase says."""
    low, high = phrase.hold.seconds(timing.breath)
    usual = dosage.default.hold.seconds(timing.breath)[0] if dosage.default.hold else low
    return usual if low <= usual <= high else low


def as_timer(dosage: Dosage, timing: Timing) -> Phrased:
    """Phrases for an exercise's page. They are words; the script makes buttons of them."""

    def timer(phrase: HoldPhrase) -> str:
        seconds = seconds_of(phrase, dosage, timing)
        return f'<span class="hold-phrase" data-hold="{seconds}">{escape(phrase.words)}</span>'

    return timer


def the_hold(steps: Iterable[Prose], dosage: Dosage, timing: Timing) -> HoldPhrase | None:
    """The phrase of an exercise's own hold: the first that has seconds in common with it."""
    if dosage.hold is None:
        return None
    low, high = dosage.hold.seconds(timing.breath)
    for phrase in (phrase for step in steps for phrase in step.holds):
        least, most = phrase.hold.seconds(timing.breath)
        if least <= high and low <= most:
            return phrase
    return None


def prescribed(said: HoldPhrase | None, prescription: Prescription, say: Wording) -> Phrased:
    """Phrases for paper: where the exercise's hold is `said`, what is prescribed. Holds that have
    lengths of their own stay as they are written."""
    own = any(named.hold for named in prescription.dosage.holds)

    def figure(phrase: HoldPhrase) -> str:
        if said is None or own or prescription.hold is None or phrase.hold != said.hold:
            return escape(phrase.words)
        length = phrases.hold_words(prescription.hold, say)
        return escape(f"{phrase.before}{length}{phrase.after}")

    return figure
