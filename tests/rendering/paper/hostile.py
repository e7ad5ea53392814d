"""A guide whose texts are as long as none should be."""

from typing import Final

from tests.guides import FILES

WORD: Final = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
TITLE: Final = (
    "One knee to the chest with a towel round the thigh, for people who have had an operation on"
    " the hip or who are very stiff"
)[:120]
SIGNS: Final = 12
STEPS: Final = 15
CAUTIONS: Final = 12
MANY: Final = 40


def caution(number: int) -> str:
    return (
        f"condition-{number}:\n  title: Condition number {number} with a long name\n"
        f"  short: condition {number}\n  kind: {'stop' if number % 4 == 0 else 'ask'}\n"
        f"  text: Sentence {number} says what to do about it, and whom to ask before you start.\n"
    )


def exercise(title: str, steps: int, cautions: int) -> str:
    codes = "".join(f"  - condition-{number}\n" for number in range(1, cautions + 1))
    lines = "".join(
        f"{number}. This is step {number}, and it needs more than one line to say all of it.\n"
        for number in range(1, steps + 1)
    )
    return (
        f'---\ntitle: "{title}"\nsummary: Words.\nposition: supine\nlevel: gentle\nkind: hold\n'
        "targets:\n  - lower back\n"
        "dosage:\n  hold: 15-30 s\n  reps: 1-3\n  sides: each\n  side: leg\n"
        "  default:\n    hold: 20 s\n    reps: 1\n"
        f"feel: A pull that takes many words to tell, at {WORD if steps > 9 else 'the back'}.\n"
        f"cautions:\n{codes}sources:\n  - source: clinic\n    hold: 15-30 s\nchecked: 2026-01-01\n"
        f"---\n\n{lines}"
    )


def routine(title: str, *exercises: str, after: str = "") -> str:
    entries = "".join(f"  - exercise: {each}\n" for each in exercises)
    return (
        f'---\ntitle: "{title}"\nsummary: Words.\nplace: floor\nlevel: gentle\ntimes_per_day: 3\n'
        f"exercises:\n{entries}notes:\n  - Mind {WORD}.\n{after}checked: 2026-01-01\n---\n"
    )


HOSTILE: Final = {
    **FILES,
    "content/cautions.yaml": FILES["content/cautions.yaml"]
    + "".join(map(caution, range(1, CAUTIONS + 1))),
    "content/exercises/long.md": exercise(TITLE, STEPS, CAUTIONS),
    "content/exercises/word.md": exercise(WORD, 10, 2),
    "content/exercises/short.md": exercise("Short", 2, 3),
    "content/routines/hard.md": routine(TITLE, "long", "word", "short", after="after: Get up.\n"),
    "content/routines/many.md": routine(WORD, *(["short", "knee-hug"] * (MANY // 2))),
}
