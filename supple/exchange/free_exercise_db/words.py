"""The data set's words, and what they are in a guide."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from supple.domain.anatomy import Region
from supple.domain.exercise import Level

SOURCE: Final = "free-exercise-db"
"""The code of the source that every imported exercise names."""

SOURCE_ENTRY: Final[Mapping[str, str]] = {
    "title": "Free Exercise DB",
    "publisher": "yuhonas and others, on GitHub",
    "grade": "C",
    "note": (
        "A public data set at github.com/yuhonas/free-exercise-db, in the public domain "
        "(Unlicense). It names no clinician and no references."
    ),
}

LEVELS: Final[Mapping[str, Level]] = {
    "beginner": Level.GENTLE,
    "intermediate": Level.MODERATE,
    "expert": Level.STRONG,
}
"""It says how much experience one needs, which is not how hard it is: somebody has to look."""

GENTLE_CATEGORIES: Final = frozenset(("stretching",))
"""What else the data set gives beginners is training, which is not gentle."""

WEIGHTS: Final = frozenset(
    (
        "barbell",
        "cable",
        "dumbbell",
        "e-z curl bar",
        "kettlebells",
        "machine",
        "medicine ball",
    )
)
"""Equipment with which nothing is gentle."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a guide needs. Where its vocabulary has none like it, this one is added."""

    word: str
    title: str
    region: Region | None = None


MUSCLES: Final[Mapping[str, Word]] = {
    "abdominals": Word("stomach", "Stomach muscles", Region.STOMACH),
    "abductors": Word("outer hip", "Outer hip", Region.OUTER_HIP),
    "adductors": Word("inner thigh", "Inner thigh", Region.INNER_THIGH),
    "biceps": Word("arms", "Arms", Region.ARMS),
    "calves": Word("calves", "Calves", Region.CALVES),
    "chest": Word("chest", "Chest", Region.CHEST),
    "forearms": Word("arms", "Arms", Region.ARMS),
    "glutes": Word("buttocks", "Buttocks", Region.BUTTOCKS),
    "hamstrings": Word("hamstrings", "Back of thigh", Region.HAMSTRINGS),
    "lats": Word("upper back", "Upper back", Region.UPPER_BACK),
    "lower back": Word("lower back", "Lower back", Region.LOWER_BACK),
    "middle back": Word("upper back", "Upper back", Region.UPPER_BACK),
    "neck": Word("neck", "Neck", Region.NECK),
    "quadriceps": Word("front of thigh", "Front of thigh", Region.FRONT_OF_THIGH),
    "shoulders": Word("shoulders", "Shoulders", Region.SHOULDERS),
    "traps": Word("upper back", "Upper back", Region.UPPER_BACK),
    "triceps": Word("arms", "Arms", Region.ARMS),
}

NO_EQUIPMENT: Final = "body only"
UNNAMED: Final = "other"
"""Something is needed, and the data set doesn't say what."""

EQUIPMENT: Final[Mapping[str, Word]] = {
    "bands": Word("resistance band", "Resistance band"),
    "barbell": Word("barbell", "Barbell"),
    "cable": Word("cable machine", "Cable machine"),
    "dumbbell": Word("dumbbell", "Dumbbell"),
    "e-z curl bar": Word("curl bar", "Curl bar"),
    "exercise ball": Word("exercise ball", "Exercise ball"),
    "foam roll": Word("foam roller", "Foam roller"),
    "kettlebells": Word("kettlebell", "Kettlebell"),
    "machine": Word("weight machine", "Weight machine"),
    "medicine ball": Word("medicine ball", "Medicine ball"),
}

NAMED_IN_TEXT: Final[Mapping[str, Word]] = {
    r"chairs?": Word("chair", "Chair"),
    r"walls?": Word("wall", "Wall"),
    r"bench(?:es)?(?! press)": Word("bench", "Bench"),
    r"box(?:es)?": Word("box", "Box"),
    r"(?:pull|chin)-?up bars?": Word("pull-up bar", "Pull-up bar"),
    r"(?:exercise|stability|swiss) balls?": Word("exercise ball", "Exercise ball"),
    r"towel|belt": Word("towel", "Towel"),
    r"broomstick|bodybar": Word("stick", "Stick"),
    r"muscle roller|foot roller": Word("massage roller", "Massage roller"),
}
"""Things that the text may name where the data set's own key doesn't."""
