# ruff: noqa: E501  (what Supple says stands here as it is said, each problem on its line)
"""The product's manners: what an author gets wrong, and word for word what `supple build` says.

Every case is a small change of the tiny guide of `tests/guides.py`. Below what is told here,
each build ends with one more line: that nothing was written, and how many errors there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.guides import FILES

GUIDE = "guide.yaml"
HOME = "content/home.md"
HUG = "content/exercises/knee-hug.md"
CALF = "content/exercises/calf.md"
MORNING = "content/routines/morning.md"


@dataclass(frozen=True, slots=True)
class Case:
    """A mistake, the files in which it is made (None: taken away), and what is said."""

    mistake: str
    files: Mapping[str, str | bytes | None]
    says: str


def change(file: str, old: str, new: str) -> dict[str, str]:
    """A file of the tiny guide in which something else is written."""
    assert FILES[file].count(old) == 1
    return {file: FILES[file].replace(old, new)}


# Front matter

FRONT_MATTER = (
    Case(
        "there is no front matter",
        {HOME: "Hello.\n"},
        """\
content/home.md:1  error  there is no front matter
    hint: begin the file with ---, the keys, and a second line of ---""",
    ),
    Case(
        "the front matter is not closed",
        {HOME: "---\ntitle: Stretch\n\nHello.\n"},
        """\
content/home.md:1  error  the front matter has no end
    hint: write a line of --- below the last key""",
    ),
    Case(
        "the file is empty",
        {MORNING: ""},
        """\
content/routines/morning.md:1  error  there is no front matter
    hint: begin the file with ---, the keys, and a second line of ---""",
    ),
    Case(
        "a quotation mark is not closed",
        change(HUG, "title: Knee hug", 'title: "Knee hug'),
        """\
content/exercises/knee-hug.md:2:8  error  a quotation mark is not closed
    hint: close the text with the mark that it begins with""",
    ),
    Case(
        "a bracket is not closed",
        change(HUG, "level: gentle", "level: [gentle"),
        """\
content/exercises/knee-hug.md:9:8  error  a list in brackets is not closed, or has nothing between two commas
    hint: write one item to a line, each after a dash; if this is a text, put the whole text in "double quotation marks\"""",
    ),
    Case(
        "there is no space after a colon",
        change(HUG, "level: gentle", "level:gentle"),
        """\
content/exercises/knee-hug.md:9:1  error  there is no space after level:
    hint: write a space after level:""",
    ),
    Case(
        "there is no space after the first colon",
        change(HUG, "title: Knee hug", "title:Knee hug"),
        """\
content/exercises/knee-hug.md:2:1  error  there is no space after title:
    hint: write a space after title:""",
    ),
    Case(
        "there is no space after the colon of a key below another",
        change(HUG, "  hold: 15-30 s\n  reps", "  hold:15-30 s\n  reps"),
        """\
content/exercises/knee-hug.md:11:3  error  there is no space after hold:
    hint: write a space after hold:""",
    ),
    Case(
        "there is no space after the only colon of an entry",
        change(MORNING, "  - exercise: knee-hug", "  - exercise:knee-hug"),
        """\
content/routines/morning.md:9:5  error  exercises: there is no space after exercise:
    hint: write a space after exercise:""",
    ),
    Case(
        "a line begins with spaces that don't break",
        change(HUG, "  hold: 15-30 s\n  reps", "\u00a0\u00a0hold: 15-30 s\n  reps"),
        """\
content/exercises/knee-hug.md:11:1  error  a non-breaking space (U+00A0) where a plain one belongs
    hint: take it out and type plain spaces""",
    ),
    Case(
        "a text begins with a number sign",
        change(HUG, "title: Knee hug", "title: #1 hug"),
        """\
content/exercises/knee-hug.md:2:8  error  #1 begins a note, so nothing is said here
    hint: put quotation marks round a text that begins with #, or a space behind the # of a note""",
    ),
    Case(
        "an escape that no character has",
        change(HUG, "title: Knee hug", 'title: "Knee \\ud800 hug"'),
        """\
content/exercises/knee-hug.md:2:16  error  a backslash with a number that no character has
    hint: write the character itself""",
    ),
    Case(
        "a text with a colon has no quotation marks",
        change(HUG, "summary: A gentle pull.", "summary: Note: a gentle pull."),
        """\
content/exercises/knee-hug.md:3:14  error  a colon where none fits
    hint: begin the line as far in as its neighbours, with a space after each key's colon; put quotation marks round a text with a colon""",
    ),
    Case(
        "a line is further in than its neighbours",
        change(HUG, "level: gentle", "  level: gentle"),
        """\
content/exercises/knee-hug.md:9:3  error  this line does not fit the lines around it
    hint: begin it as far in as its neighbours, with a colon and a space after a key""",
    ),
    Case(
        "a tab stands in place of spaces",
        change(HUG, "  hold: 15-30 s\n  reps", "\thold: 15-30 s\n  reps"),
        """\
content/exercises/knee-hug.md:11:1  error  this character can't stand here
    hint: use spaces instead of a tab""",
    ),
)

# The shape of values

THE_SHAPE_OF_VALUES = (
    Case(
        "a list where keys belong",
        change(
            HUG,
            "  hold: 15-30 s\n  reps: 1-4\n  sides: each\n  side: leg\n  default:\n    hold: 20 s\n",
            "  - 15-30 s\n",
        ),
        """\
content/exercises/knee-hug.md:11:3  error  dosage: the keys of a dosage belong here
    hint: write keys, one to a line: hold: 15-30 s""",
    ),
    Case(
        "a list in place of all keys",
        {HOME: "---\n- Stretch\n---\n"},
        """\
content/home.md:2:1  error  the keys of a page belong here
    hint: write keys, one to a line: title: One knee to chest""",
    ),
    Case(
        "a word where a list belongs",
        change(MORNING, "exercises:\n  - exercise: knee-hug", "exercises: knee-hug"),
        """\
content/routines/morning.md:8:12  error  exercises: a list belongs here
    hint: write each on a line, after a dash""",
    ),
    Case(
        "a word where keys belong, in a list",
        change(MORNING, "  - exercise: knee-hug", "  - knee-hug"),
        """\
content/routines/morning.md:9:5  error  exercises: the keys of an entry belong here
    hint: write keys, one to a line: exercise: pelvic-tilt""",
    ),
    Case(
        "a list where one word belongs",
        change(HUG, "level: gentle", "level:\n  - gentle"),
        """\
content/exercises/knee-hug.md:10:3  error  level: a list, where a level belongs
    hint: write gentle, moderate or strong""",
    ),
    Case(
        "keys where a duration belongs",
        change(HUG, "hold: 15-30 s\n  reps", "hold: {a: b}\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: keys, where a duration belongs
    hint: write 30 s, 15-20 s or 2 min""",
    ),
    Case(
        "a YAML tag",
        change(HUG, "title: Knee hug", "title: !!str Knee hug"),
        """\
content/exercises/knee-hug.md:2:8  error  !!str is a YAML tag
    hint: put quotation marks round a text that begins with !""",
    ),
    Case(
        "a YAML alias",
        change(HUG, "feel: A gentle pull.", "feel: *summary"),
        """\
content/exercises/knee-hug.md:17:7  error  *summary is a YAML alias
    hint: put quotation marks round a text that begins with *""",
    ),
    Case(
        "a YAML anchor",
        change(HUG, "summary: A gentle pull.", "summary: &pull A gentle pull."),
        """\
content/exercises/knee-hug.md:3:10  error  &pull is a YAML anchor
    hint: put quotation marks round a text that begins with &""",
    ),
    Case(
        "a YAML merge key",
        change(HUG, "level: gentle", "level: gentle\n<<: {level: gentle}"),
        """\
content/exercises/knee-hug.md:10:1  error  << is a YAML merge key
    hint: write the keys out again""",
    ),
)

# Keys

KEYS = (
    Case(
        "a key is there twice",
        change(HUG, "level: gentle", "level: gentle\nlevel: gentle"),
        """\
content/exercises/knee-hug.md:10:1  error  level is there twice
    hint: it stands in line 9 already: keep one of the two""",
    ),
    Case(
        "a key has a slip of the pen",
        change(HUG, "level: gentle", "levl: gentle"),
        """\
content/exercises/knee-hug.md:2:1  error  level is missing
    hint: write level: gentle
content/exercises/knee-hug.md:9:1  error  levl is not a key of an exercise
    hint: did you mean level?""",
    ),
    Case(
        "a key that nobody knows",
        change(HUG, "level: gentle", "level: gentle\ncolour: blue"),
        """\
content/exercises/knee-hug.md:10:1  error  colour is not a key of an exercise
    hint: the keys of an exercise are title, summary, checked, aliases, draft, allow, position, targets, equipment, movements, level, kind, dosage, modes, feel, mistakes, easier, harder, cautions, sources, figure and review""",
    ),
    Case(
        "a key that is needed is not there",
        change(HUG, "title: Knee hug\n", ""),
        """\
content/exercises/knee-hug.md:2:1  error  title is missing
    hint: write title: One knee to chest""",
    ),
    Case(
        "a key has no value",
        change(HUG, "position: supine", "position:"),
        """\
content/exercises/knee-hug.md:4:1  error  position is empty
    hint: write position: supine""",
    ),
)

# Durations, counts and dates

DURATIONS_COUNTS_AND_DATES = (
    Case(
        "a hold with a unit that nobody knows",
        change(HUG, "hold: 15-30 s\n  reps", "hold: 30sek\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: 30sek is not a duration
    hint: write 30 s, 15-20 s or 2 min""",
    ),
    Case(
        "a hold in words",
        change(HUG, "hold: 15-30 s\n  reps", "hold: half a minute\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: half a minute is not a duration
    hint: write 30 s, 15-20 s or 2 min""",
    ),
    Case(
        "a hold that goes from more to less",
        change(HUG, "hold: 15-30 s\n  reps", "hold: 30-15 s\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: 30-15 s goes from more to less
    hint: write 15-30 s""",
    ),
    Case(
        "a hold of nothing",
        change(HUG, "hold: 15-30 s\n  reps", "hold: 0 s\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: 0 s is no time at all
    hint: write 1 s or more""",
    ),
    Case(
        "a hold of more than a day",
        change(HUG, "hold: 15-30 s\n  reps", f"hold: {'9' * 30} s\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: 9999999999999999999999999999 … is longer than a day
    hint: write less, such as 30 s or 2 min""",
    ),
    Case(
        "a hold with a comma in its number",
        change(HUG, "hold: 15-30 s\n  reps", "hold: 0,5-1,5 min\n  reps"),
        """\
content/exercises/knee-hug.md:11:9  error  hold: 0,5-1,5 min has a comma in a number
    hint: write 0.5-1.5 min""",
    ),
    Case(
        "a number of times in words",
        change(HUG, "reps: 1-4", "reps: a few"),
        """\
content/exercises/knee-hug.md:12:9  error  reps: a few is not a number of times
    hint: write 5 or 2-5""",
    ),
    Case(
        "a number of times that goes from more to less",
        change(HUG, "reps: 1-4", "reps: 4-1"),
        """\
content/exercises/knee-hug.md:12:9  error  reps: 4-1 goes from more to less
    hint: write 1-4""",
    ),
    Case(
        "a hold outside the range",
        change(HUG, "    hold: 20 s", "    hold: 60 s"),
        """\
content/exercises/knee-hug.md:16:11  error  hold: 1 min is outside the exercise's 15-30 s
    hint: choose a figure within the range, or widen the range if a source supports it""",
    ),
    Case(
        "a day that is in no calendar",
        change(HUG, "2026-11-22", "2026-02-30"),
        """\
content/exercises/knee-hug.md:24:10  error  checked: 2026-02-30 is not a date
    hint: write year-month-day: 2026-11-22""",
    ),
)

# Words that have to be known

WORDS_THAT_HAVE_TO_BE_KNOWN = (
    Case(
        "an unknown position",
        change(HUG, "position: supine", "position: suppine"),
        """\
content/exercises/knee-hug.md:4:11  error  position: suppine is not a position
    hint: did you mean supine?""",
    ),
    Case(
        "a word for several positions",
        change(HUG, "position: supine", "position: lying"),
        """\
content/exercises/knee-hug.md:4:11  error  position: lying is not a position
    hint: write supine (on your back), prone (on your front) or side-lying (on your side)""",
    ),
    Case(
        "an unknown level",
        change(HUG, "level: gentle", "level: soft"),
        """\
content/exercises/knee-hug.md:9:8  error  level: soft is not a level
    hint: write gentle, moderate or strong""",
    ),
    Case(
        "an unknown target",
        change(HUG, "  - lower back", "  - lower bakc"),
        """\
content/exercises/knee-hug.md:6:5  error  targets: lower bakc is not in targets.yaml
    hint: did you mean lower back?""",
    ),
    Case(
        "a target by one of its other names",
        change(HUG, "  - lower back", "  - lumbar"),
        """\
content/exercises/knee-hug.md:6:5  error  targets: lumbar is not in targets.yaml
    hint: write lower back""",
    ),
    Case(
        "an unknown caution",
        change(HUG, "  - hip", "  - hips"),
        """\
content/exercises/knee-hug.md:20:5  error  cautions: hips is not in cautions.yaml
    hint: did you mean hip?""",
    ),
    Case(
        "an unknown source",
        change(HUG, "source: clinic", "source: clinik"),
        """\
content/exercises/knee-hug.md:22:5  error  sources: clinik is not in sources.yaml
    hint: did you mean clinic?""",
    ),
    Case(
        "unknown equipment",
        change(HUG, "mat or bed", "mat or sofa"),
        """\
content/exercises/knee-hug.md:8:5  error  equipment: sofa is not in equipment.yaml
    hint: add it to content/equipment.yaml""",
    ),
    Case(
        "an unknown mode",
        change(MORNING, "exercise: knee-hug", "exercise: knee-hug\n    mode: chair"),
        """\
content/routines/morning.md:10:11  error  mode: knee-hug has no mode chair
    hint: it has no modes: take the line out""",
    ),
    Case(
        "a vocabulary is not there",
        {"content/cautions.yaml": None},
        """\
content/cautions.yaml  error  the file is missing or empty, and pages use its words
    hint: write a line there for each word, as in hip: {title: Hip replacement, text: Ask your surgeon first.}""",
    ),
    Case(
        "another vocabulary is not there",
        {"content/equipment.yaml": None},
        """\
content/equipment.yaml  error  the file is missing or empty, and pages use its words
    hint: write a line there for each word, as in mat: {title: Mat}""",
    ),
    Case(
        "a vocabulary that is a list",
        {"content/targets.yaml": "- lower back\n"},
        """\
content/targets.yaml:1:1  error  names with keys below them belong here
    hint: write a name of your own and a colon, and below it, further in, its keys""",
    ),
)

# Routines

ROUTINES = (
    Case(
        "an exercise that isn't there",
        change(MORNING, "exercise: knee-hug", "exercise: knee-hugg"),
        """\
content/routines/morning.md:9:15  error  exercise: there is no exercise knee-hugg
    hint: did you mean knee-hug?""",
    ),
    Case(
        "an exercise by the name of its file",
        change(MORNING, "exercise: knee-hug", "exercise: knee-hug.md"),
        """\
content/routines/morning.md:9:15  error  exercise: there is no exercise knee-hug.md
    hint: did you mean knee-hug?""",
    ),
    Case(
        "a routine without a list of exercises",
        change(MORNING, "exercises:\n  - exercise: knee-hug\n", ""),
        """\
content/routines/morning.md:2:1  error  a routine has either exercises or days
    hint: write exercises: and a list""",
    ),
    Case(
        "a routine with an empty list",
        change(MORNING, "exercises:\n  - exercise: knee-hug", "exercises: []"),
        """\
content/routines/morning.md:8:12  error  the routine is empty
    hint: write - exercise: pelvic-tilt""",
    ),
    Case(
        "a routine of nothing but rests",
        change(MORNING, "exercise: knee-hug", "rest: 30 s\n  - rest: 1 min"),
        """\
content/routines/morning.md:9:3  error  the routine has nothing but rests
    hint: write - exercise: pelvic-tilt""",
    ),
    Case(
        "a day with an empty list",
        change(
            MORNING,
            "exercises:\n  - exercise: knee-hug",
            "days:\n  - title: Monday\n    exercises: []",
        ),
        """\
content/routines/morning.md:10:5  error  days: exercises is empty
    hint: write exercises: and below it - exercise: pelvic-tilt""",
    ),
    Case(
        "a hold for this routine outside the exercise's range",
        change(MORNING, "exercise: knee-hug", "exercise: knee-hug\n    hold: 2 min"),
        """\
content/routines/morning.md:10:11  error  hold: 2 min is outside the exercise's 15-30 s
    hint: choose a figure within the range, or widen the range if a source supports it""",
    ),
)

# Addresses

ADDRESSES = (
    Case(
        "a page whose name differs from another's by capitals only",
        {"content/exercises/Knee-Hug.md": FILES[HUG]},
        """\
content/exercises/Knee-Hug.md  error  Knee-Hug would have the address of knee-hug.md
    hint: give it another name, or take one of the two away""",
    ),
    Case(
        "two pages whose names differ by the form of a letter only",
        {"content/pages/é.md": FILES[HOME], "content/pages/e\u0301.md": FILES[HOME]},
        """\
content/pages/e\u0301.md  error  e\u0301 would have the address of é.md
    hint: give it another name, or take one of the two away""",
    ),
    Case(
        "a name with an accent written as two characters",
        {"content/pages/cafe\u0301.md": "---\ntitle: Café\n---\n"},
        """\
content/pages/cafe\u0301.md  error  cafe\u0301 can't be an address
    hint: name the file café.md, its accents typed anew""",
    ),
    Case(
        "a name with a space",
        {"content/pages/about us.md": "---\ntitle: About us\n---\n"},
        """\
content/pages/about us.md  error  about us can't be an address
    hint: name the file in small letters, digits and hyphens: knee-rolls.md""",
    ),
    Case(
        "a name that Supple needs itself",
        {"content/exercises/index.md": FILES[HUG]},
        """\
content/exercises/index.md  error  index.html is a page of Supple's own
    hint: rename the file""",
    ),
    Case(
        "a name that Windows needs itself",
        {"content/pages/aux.md": FILES[HOME]},
        """\
content/pages/aux.md  error  Windows keeps the name aux for itself, so no file can have it there
    hint: rename the file""",
    ),
    Case(
        "an old address that another page has",
        change("content/pages/safety.md", "summary:", "aliases: [safety]\nsummary:"),
        """\
content/pages/safety.md:3:11  error  aliases: safety is the address of content/pages/safety.md
    hint: take it out""",
    ),
    Case(
        "an old address with an ending",
        change(HUG, "level: gentle", "level: gentle\naliases: [old-hug.md]"),
        """\
content/exercises/knee-hug.md:10:11  error  aliases: old-hug.md is not an old name
    hint: write one of the same folder, in small letters and without an ending: old-hug""",
    ),
    Case(
        "an old address in capitals and with a space",
        change(HUG, "level: gentle", "level: gentle\naliases: [Old Hug]"),
        """\
content/exercises/knee-hug.md:10:11  error  aliases: Old Hug is not an old name
    hint: write one of the same folder, in small letters and without an ending: old-hug""",
    ),
    Case(
        "an old address with its folder",
        change(HUG, "level: gentle", "level: gentle\naliases: [exercises/hug.html]"),
        """\
content/exercises/knee-hug.md:10:11  error  aliases: exercises/hug.html is not an old name
    hint: write one of the same folder, in small letters and without an ending: hug""",
    ),
    Case(
        "an old address that Windows can't have",
        change(HUG, "level: gentle", "level: gentle\naliases: [con]"),
        """\
content/exercises/knee-hug.md:10:11  error  aliases: Windows keeps the name con for itself, so no file can have it there
    hint: take it out""",
    ),
    Case(
        "two words of a vocabulary that make one address",
        {
            "content/targets.yaml": "lower back:\nlower-back:\n",
            CALF: FILES[HUG].replace("lower back", "lower-back"),
        },
        """\
content/targets.yaml  error  two things have one address: targets/lower-back.html
    hint: rename one: a page, a word of a vocabulary, or a file beside the text""",
    ),
    Case(
        "a file beside the text with the address of a page",
        {"content/exercises/calf.html": "?", CALF: FILES[HUG] + "\n[a](calf.html)\n"},
        """\
content/exercises/calf.html  error  two things have one address: exercises/calf.html
    hint: rename one: a page, a word of a vocabulary, or a file beside the text""",
    ),
    Case(
        "two pictures whose names differ by capitals only",
        {
            "content/calf.png": "1",
            "content/Calf.png": "2",
            HOME: FILES[HOME] + "![a](calf.png) ![b](Calf.png)\n",
        },
        """\
content/calf.png  error  two things have one address: Calf.png and calf.png
    hint: rename one: a page, a word of a vocabulary, or a file beside the text""",
    ),
    Case(
        "two pictures whose names differ by the form of a letter only",
        {
            "content/é.png": "1",
            "content/e\u0301.png": "2",
            HOME: FILES[HOME] + "![a](é.png) ![b](e\u0301.png)\n",
        },
        """\
content/é.png  error  two things have one address: e\u0301.png and é.png
    hint: rename one: a page, a word of a vocabulary, or a file beside the text""",
    ),
    Case(
        "an old address that climbs out",
        change(HUG, "level: gentle", "level: gentle\naliases: [../../index]"),
        """\
content/exercises/knee-hug.md:10:11  error  aliases: ../../index is not an old name
    hint: write one of the same folder, in small letters and without an ending: index""",
    ),
    Case(
        "an exercise's name that climbs out",
        change(MORNING, "exercise: knee-hug", "exercise: ../knee-hug"),
        """\
content/routines/morning.md:9:15  error  exercise: there is no exercise ../knee-hug
    hint: did you mean knee-hug?""",
    ),
    Case(
        "a link that climbs out",
        change(HOME, "Hello.", "[Hello](../../secret.txt)."),
        """\
content/home.md:5:9  error  ../../secret.txt leads out of the content folder
    hint: link to files below content only, as seen from this file""",
    ),
    Case(
        "a picture that climbs out",
        change(HOME, "Hello.", "![Hello](../guide.yaml)"),
        """\
content/home.md:5:10  error  ../guide.yaml leads out of the content folder
    hint: link to files below content only, as seen from this file""",
    ),
    Case(
        "a link from the top of the host",
        change(HOME, "Hello.", "[Hello](/pages/safety.md)."),
        """\
content/home.md:5:9  error  /pages/safety.md begins with a slash
    hint: write the file's name as seen from this file""",
    ),
)

# Links and pictures

LINKS_AND_PICTURES = (
    Case(
        "a dead link",
        change(HOME, "Hello.", "[Hello](pages/safty.md)."),
        """\
content/home.md:5:9  error  there is no file content/pages/safty.md
    hint: did you mean pages/safety.md?""",
    ),
    Case(
        "a dead link to an exercise",
        change(HOME, "Hello.", "Hello.\n\n[Pull](exercises/calf.md) a knee up."),
        """\
content/home.md:7:8  error  there is no file content/exercises/calf.md
    hint: write the name of a file that is there, as seen from this file""",
    ),
    Case(
        "a dead link to a page that has another ending",
        {
            **change(HOME, "Hello.", "[Pull](exercises/calf.md)"),
            "content/exercises/calf.md.txt": "?",
        },
        """\
content/exercises/calf.md.txt  warning  this file is not part of the guide
    hint: rename it to calf.md
content/home.md:5:8  error  there is no file content/exercises/calf.md
    hint: rename content/exercises/calf.md.txt to calf.md""",
    ),
    Case(
        "a link to a safety page that isn't there",
        {
            "content/pages/safety.md": None,
            "content/pages/about.md": FILES[HOME],
            **change(HOME, "Hello.", "[a](pages/safety.md)"),
        },
        """\
content/home.md:5:5  error  there is no file content/pages/safety.md
    hint: write the name of a file that is there, as seen from this file
content/pages/safety.md  warning  there is no such page
    hint: write the page to which every other leads: between two lines of --- title:, care: with the signs that need a doctor, and stop: with when to stop; supple new writes an example""",
    ),
    Case(
        "a link that is dead, below code that only looks like it",
        change(HOME, "Hello.", "    [a](gone.md)\n\n`[a](gone.md)` and [a](gone.md)"),
        """\
content/home.md:7:24  error  there is no file content/gone.md
    hint: write the name of a file that is there, as seen from this file""",
    ),
    Case(
        "a link with a backslash for a slash",
        change(HOME, "Hello.", "\n[Hello](pages\\safety.md)."),
        """\
content/home.md:6:9  error  there is no file content/pages\\safety.md
    hint: did you mean pages/safety.md?""",
    ),
    Case(
        "a link to the web without its beginning",
        change(HOME, "Hello.", "[Hello](www.example.org)."),
        """\
content/home.md:5:9  error  there is no file content/www.example.org
    hint: write https://www.example.org""",
    ),
    Case(
        "a link to somebody's mail without its beginning",
        change(HOME, "Hello.", "[Hello](me@example.org)."),
        """\
content/home.md:5:9  error  there is no file content/me@example.org
    hint: write mailto:me@example.org""",
    ),
    Case(
        "a link to the web without its end",
        change(HOME, "Hello.", "[Hello](https://)."),
        """\
content/home.md:5:9  error  https:// is not a whole address
    hint: write https://example.org/page, mailto:name@example.org or tel: and a number""",
    ),
    Case(
        "a link by a name that is said nowhere",
        change(HOME, "Hello.", "[Hello][there]."),
        """\
content/home.md:5:1  error  [Hello][there] leads nowhere, since no line says what there is
    hint: write [Hello](file.md), or below the paragraph a line [there]: file.md""",
    ),
    Case(
        "a link with a dead anchor",
        change(HOME, "Hello.", "[Hello](exercises/knee-hug.md#how-too)."),
        """\
content/home.md:5:9  error  exercises/knee-hug.md has no heading how-too
    hint: mend the name after #""",
    ),
    Case(
        "a dead picture",
        change(HOME, "Hello.", "![A knee](knee.png)"),
        """\
content/home.md:5:11  error  there is no picture content/knee.png
    hint: write the name of a picture that is there, as seen from this file""",
    ),
    Case(
        "a picture from elsewhere",
        change(HOME, "Hello.", "![A knee](https://example.org/knee.png)"),
        """\
content/home.md:5:11  error  https://example.org/knee.png is somebody else's picture
    hint: put the picture beside the text""",
    ),
    Case(
        "a picture on one's own computer",
        change(HOME, "Hello.", "![A knee](C:\\Users\\me\\knee.png)"),
        """\
content/home.md:5:11  error  C:\\Users\\me\\knee.png is a place on your own computer
    hint: put the picture beside the text, and write its name alone""",
    ),
    Case(
        "a picture whose name looks the same but has other letters",
        {"content/e\u0301.png": "1", **change(HOME, "Hello.", "![a](é.png)")},
        """\
content/home.md:5:6  error  there is no picture content/é.png
    hint: type é.png anew in both places: it looks the same, but its letters differ""",
    ),
    Case(
        "a dead picture in HTML",
        change(HOME, "Hello.", '<p><img src="knee.png" alt="A bent knee" width="40"></p>'),
        """\
content/home.md:5:14  error  there is no picture content/knee.png
    hint: write the name of a picture that is there, as seen from this file""",
    ),
    Case(
        "a link that is a script",
        change(HOME, "Hello.", "[Hello](javascript:alert%281%29)."),
        """\
content/home.md:5:9  error  javascript: is no link that a page may have
    hint: write https://… or a file's name""",
    ),
    Case(
        "a link that is a script in disguise",
        change(HOME, "Hello.", "[Hello](java&#115;cript:alert%281%29)."),
        """\
content/home.md:5:9  error  javascript: is no link that a page may have
    hint: write https://… or a file's name""",
    ),
)

# Bytes

BYTES = (
    Case(
        "a file that isn't UTF-8",
        {HOME: "---\ntitle: Stretch\n---\n\nGrüße.\n".encode("latin-1")},
        """\
content/home.md:5:3  error  the file is not UTF-8 text
    hint: save it as UTF-8: most editors ask for the encoding under Save as""",
    ),
    Case(
        "a file in UTF-16",
        {HOME: FILES[HOME].encode("utf-16")},
        """\
content/home.md:1:1  error  the file is not UTF-8 text
    hint: save it as UTF-8: most editors ask for the encoding under Save as""",
    ),
    Case(
        "a file in UTF-16 that doesn't say so",
        {HOME: FILES[HOME].encode("utf-16-le")},
        """\
content/home.md:1:1  error  the file is not UTF-8 text
    hint: save it as UTF-8: most editors ask for the encoding under Save as""",
    ),
    Case(
        "a file with a NUL byte",
        change(HOME, "Hello.", "Hel\x00lo."),
        """\
content/home.md:5:4  error  a character that can't be shown (U+0000)
    hint: take it out""",
    ),
    Case(
        "an escape that means a NUL byte",
        change(HOME, "title: Stretch", 'title: "Str\\0etch"'),
        """\
content/home.md:2:8  error  a character that can't be shown (U+0000)
    hint: take it out""",
    ),
    Case(
        "a text that nobody would read to its end",
        {HOME: FILES[HOME] + "a word " * 6_000},
        """\
content/home.md:4  error  the text has 42,008 characters; it may have 40,000
    hint: make several pages of it""",
    ),
    Case(
        "a text of nothing but brackets",
        {HOME: FILES[HOME] + "[" * 30_000},
        """\
content/home.md:4:1  error  too many brackets, marks or lines in one paragraph to be read
    hint: close each bracket, and leave an empty line between two paragraphs""",
    ),
    Case(
        "a text of nothing but brackets, just within the largest size of a file",
        {HOME: FILES[HOME] + "[" * 900_000},
        """\
content/home.md:4  error  the text has 900,008 characters; it may have 40,000
    hint: make several pages of it""",
    ),
    Case(
        "a text above the largest size",
        {HOME: FILES[HOME] + "a" * 1_000_000},
        """\
content/home.md  error  the file has 1,000,031 bytes; a text may have 1,000,000
    hint: is it a picture or a film by mistake?""",
    ),
)

# Files that are no part of the guide

STRAYS = (
    Case(
        "a page with an ending too many",
        {"content/exercises/calf.md.txt": FILES[HUG]},
        """\
content/exercises/calf.md.txt  warning  this file is not part of the guide
    hint: rename it to calf.md""",
    ),
    Case(
        "a page with another ending",
        {"content/exercises/calf.txt": FILES[HUG]},
        """\
content/exercises/calf.txt  warning  this file is not part of the guide
    hint: rename it to calf.md, if it is a page""",
    ),
    Case(
        "a page of a word processor",
        {"content/exercises/calf.docx": "?"},
        """\
content/exercises/calf.docx  warning  this file is not part of the guide
    hint: pages are plain text: copy its words into a file calf.md""",
    ),
    Case(
        "a page with an ending in capitals",
        {"content/exercises/Calf.MD": FILES[HUG]},
        """\
content/exercises/Calf.MD  warning  this file is not part of the guide
    hint: rename it to calf.md""",
    ),
    Case(
        "a page in another folder",
        {"content/stretches/calf.md": FILES[HUG]},
        """\
content/stretches/calf.md  warning  this file is not part of the guide
    hint: pages are called ….md and lie in content/exercises, routines or pages""",
    ),
    Case(
        "a folder with the ending of a page",
        {"content/exercises/calf.md/calf.md": FILES[HUG]},
        """\
content/exercises/calf.md  error  this is a folder, and a text is a file
    hint: take .md out of its name, or put the file in its place""",
    ),
    Case(
        "a file with the name of a folder",
        {"content/routines/morning.md": None, "content/routines": "?"},
        """\
content/routines  error  this is no folder that can be read
    hint: make a folder routines here, with a file for each page""",
    ),
)

# Templates

TEMPLATES = (
    Case(
        "a template with a syntax error",
        {"templates/home.html": "<h1>\n{% if page %}\n</h1>\n"},
        """\
templates/home.html:3  error  Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.
    hint: mend the template's own code here""",
    ),
    Case(
        "a template with an expression that is not closed",
        {"templates/home.html": "<h1>{{ page.title }</h1>\n"},
        """\
templates/home.html:1  error  unexpected '}'
    hint: mend the template's own code here""",
    ),
    Case(
        "a template with an undefined name",
        {"templates/home.html": "<h1>\n{{ pge.title }}\n</h1>\n"},
        """\
templates/home.html:2  error  there is no pge here
    hint: a template gets page, site, head and say: see the names in the default templates""",
    ),
    Case(
        "a template with an attribute that isn't there",
        {"templates/home.html": "<h1>{{ page.titel }}</h1>\n"},
        """\
templates/home.html:1  error  a page has no titel
    hint: did you mean title?""",
    ),
    Case(
        "a template with an attribute that nothing is like",
        {"templates/home.html": "<h1>{{ page.nope }}</h1>\n"},
        """\
templates/home.html:1  error  a page has no nope
    hint: a template gets page, site, head and say: see the names in the default templates""",
    ),
    Case(
        "a template with a static file that isn't there",
        {"templates/home.html": "<h1>{{ site.static['suple.css'] }}</h1>\n"},
        """\
templates/home.html:1  error  static has no suple.css
    hint: did you mean supple.css?""",
    ),
    Case(
        "a template that replaces none",
        {"templates/pages.html": "<h1>{{ page.title }}</h1>\n"},
        """\
templates/pages.html  warning  this template replaces none of Supple's, and no other names it
    hint: did you mean page.html?""",
    ),
    Case(
        "templates that are a file",
        {"templates": "?"},
        """\
templates  warning  this is no folder that can be read, so nothing in it replaces Supple's own
    hint: rename it; your own files go into a folder of that name""",
    ),
    Case(
        "a template that includes one that isn't there",
        {"templates/home.html": "\n{% include 'parts/non.html' %}\n"},
        """\
templates/home.html:2  error  there is no template parts/non.html
    hint: write the name of a file in templates""",
    ),
    Case(
        "a template with a filter that isn't there",
        {"templates/home.html": "\n{{ page.title | shout }}\n"},
        """\
templates/home.html:2  error  No filter named 'shout'.
    hint: mend the template's own code here""",
    ),
    Case(
        "a template with words that are not in the table",
        {"templates/home.html": "{{ say('home.hello') }}\n"},
        """\
templates/home.html:1  error  home.hello is not in the wording table
    hint: write one of its keys""",
    ),
    Case(
        "a template that divides by nothing",
        {"templates/home.html": "{{ 1 / 0 }}\n"},
        """\
templates/home.html:1  error  division by zero
    hint: a template gets page, site, head and say: see the names in the default templates""",
    ),
    Case(
        "a template that includes itself",
        {"templates/home.html": "{% include 'home.html' %}\n"},
        """\
templates/home.html:1  error  the template includes itself, or goes on without end
    hint: take that line out""",
    ),
    Case(
        "a template that isn't UTF-8",
        {"templates/home.html": "<h1>é</h1>".encode("latin-1")},
        """\
templates/home.html  error  the template is not UTF-8 text
    hint: save it as UTF-8""",
    ),
)

# Settings

SETTINGS = (
    Case(
        "the settings are not there",
        {GUIDE: None},
        """\
guide.yaml  error  there is no guide.yaml here, so this is no guide's folder
    hint: go to the guide's folder, or begin a guide: supple new my-guide""",
    ),
    Case(
        "the settings by another ending",
        {GUIDE: None, "guide.yml": FILES[GUIDE]},
        """\
guide.yaml  error  there is no guide.yaml here, so this is no guide's folder
    hint: rename guide.yml to guide.yaml""",
    ),
    Case(
        "the settings are empty",
        {GUIDE: ""},
        """\
guide.yaml:1  error  format is missing
    hint: write format: 1
guide.yaml:1  error  id is missing
    hint: write id: back-care
guide.yaml:1  error  title is missing
    hint: write title: Back care""",
    ),
    Case(
        "the settings are no YAML",
        {GUIDE: "format: 1\nid: [test\ntitle: Test guide\n"},
        """\
guide.yaml:2:5  error  a list in brackets is not closed, or has nothing between two commas
    hint: write one item to a line, each after a dash; if this is a text, put the whole text in "double quotation marks\"""",
    ),
    Case(
        "the settings are a list",
        {GUIDE: "- test\n"},
        """\
guide.yaml:1:1  error  the keys of the settings belong here
    hint: write keys, one to a line: format: 1""",
    ),
    Case(
        "a setting has a slip of the pen",
        change(GUIDE, "title: Test", "titel: Test"),
        """\
guide.yaml:1:1  error  title is missing
    hint: write title: Back care
guide.yaml:3:1  error  titel is not a key of the settings
    hint: did you mean title?""",
    ),
    Case(
        "a guide of a newer format",
        change(GUIDE, "format: 1", "format: 2"),
        """\
guide.yaml:1:9  error  format: this guide has format 2, newer than this Supple knows
    hint: install a newer Supple""",
    ),
    Case(
        "a guide of a newer format with keys that this Supple doesn't know",
        change(GUIDE, "format: 1", "format: 2\nshiny: true"),
        """\
guide.yaml:1:9  error  format: this guide has format 2, newer than this Supple knows
    hint: install a newer Supple""",
    ),
    Case(
        "a format that is no number",
        change(GUIDE, "format: 1", "format: one"),
        """\
guide.yaml:1:9  error  format: one is not a format that there is
    hint: write 1, which is the only one so far""",
    ),
    Case(
        "a format that there never was",
        change(GUIDE, "format: 1", "format: 0"),
        """\
guide.yaml:1:9  error  format: 0 is not a format that there is
    hint: write 1, which is the only one so far""",
    ),
    Case(
        "a first routine that isn't there",
        change(GUIDE, "title:", "first_routine: evening\ntitle:"),
        """\
guide.yaml:3:16  error  first_routine: there is no routine evening
    hint: write a file's name in content/routines, without .md""",
    ),
    Case(
        "no folder of texts",
        {name: None for name in FILES if name != GUIDE},
        """\
content/exercises  error  the guide has no exercise
    hint: write one in content/exercises: its file's name is its address
content/home.md  warning  there is no such page
    hint: write the guide's first page: a line ---, a line title: My guide, a line --- and your words below
content/pages/safety.md  warning  there is no such page
    hint: write the page to which every other leads: between two lines of --- title:, care: with the signs that need a doctor, and stop: with when to stop; supple new writes an example""",
    ),
    Case(
        "no first page",
        {HOME: None},
        """\
content/home.md  warning  there is no such page
    hint: write the guide's first page: a line ---, a line title: My guide, a line --- and your words below""",
    ),
    Case(
        "an empty folder",
        dict.fromkeys(FILES),
        """\
guide.yaml  error  there is no guide.yaml here, so this is no guide's folder
    hint: go to the guide's folder, or begin a guide: supple new my-guide""",
    ),
)

# Figures


def figure(lines: str) -> dict[str, str]:
    """The exercise with a figure that begins on its line 11."""
    return change(HUG, "level: gentle", f"level: gentle\nfigure:\n{lines}")


FIGURES = (
    Case(
        "a figure that is a word",
        change(HUG, "level: gentle", "level: gentle\nfigure: supine"),
        """\
content/exercises/knee-hug.md:10:9  error  figure: the keys of a figure belong here
    hint: write keys, one to a line: base: kneeling""",
    ),
    Case(
        "a joint past its range",
        figure("  start:\n    left leg:\n      knee: 170"),
        """\
content/exercises/knee-hug.md:13:13  error  knee: 170 is past the knee's range
    hint: write a number from -5 to 155""",
    ),
    Case(
        "a joint that nobody has",
        figure("  start:\n    legs: {kneee: 70}"),
        """\
content/exercises/knee-hug.md:12:12  error  legs: kneee is not a key of a leg
    hint: did you mean knee?""",
    ),
    Case(
        "a bend to the side without the side",
        figure("  start:\n    side bend: 30"),
        """\
content/exercises/knee-hug.md:12:16  error  side bend: 30 has no side
    hint: write 30 left or 30 right""",
    ),
    Case(
        "a place where no hand can be",
        figure("  hold:\n    hands: right shinn"),
        """\
content/exercises/knee-hug.md:12:12  error  hands: right shinn is not a place for a hand
    hint: did you mean right shin?""",
    ),
    Case(
        "hands in two places",
        figure("  hold:\n    hands: shin\n    arms: {hand: thigh}"),
        """\
content/exercises/knee-hug.md:12:12  error  hold: hands stands below arms as well
    hint: keep one of the two""",
    ),
    Case(
        "a prop that nobody draws",
        figure("  props: [mat, sofa]"),
        """\
content/exercises/knee-hug.md:11:16  error  props: sofa is not a prop
    hint: write mat, bed, chair, step, wall, towel, strap, pillow or table""",
    ),
    Case(
        "a view that isn't there",
        figure("  view: forward"),
        """\
content/exercises/knee-hug.md:11:9  error  view: forward is not a view
    hint: write side, front, back, above or corner""",
    ),
    Case(
        "an arrow on something that has none",
        figure("  arrow: nose"),
        """\
content/exercises/knee-hug.md:11:10  error  arrow: nose is not a part that an arrow can follow
    hint: write knee, left hand or head""",
    ),
    Case(
        "an arrow where nothing moves",
        figure("  start: {hands: belly}\n  arrow: knee"),
        """\
content/exercises/knee-hug.md:12:10  error  figure: an arrow, where nothing moves
    hint: write hold: and what differs there, or take the arrow out""",
    ),
    Case(
        "it is felt where nothing is known to be",
        figure("  feel: [lower back, left lumbar]"),
        """\
content/exercises/knee-hug.md:11:22  error  feel: lumbar is not in targets.yaml
    hint: write lower back""",
    ),
    Case(
        "a picture without words",
        {**figure("  image: knee.svg"), "content/exercises/knee.svg": "<svg/>"},
        """\
content/exercises/knee-hug.md:11:10  error  figure: an image needs words for those who can't see it
    hint: write alt: and below the image in words what it shows""",
    ),
    Case(
        "a picture that isn't there",
        {**figure("  image: kne.svg\n  alt: A knee."), "content/exercises/knee.svg": "<svg/>"},
        """\
content/exercises/knee-hug.md:11:10  error  there is no picture content/exercises/kne.svg
    hint: did you mean knee.svg?""",
    ),
    Case(
        "a text that is called a picture",
        {**figure("  image: knee.png\n  alt: A knee."), "content/exercises/knee.png": "A knee."},
        """\
content/exercises/knee-hug.md:11:10  error  image: content/exercises/knee.png is no picture, whatever its name says
    hint: open it in a picture program, and save it as PNG, JPEG or WebP""",
    ),
    Case(
        "a picture that climbs out",
        figure("  image: ../../knee.svg\n  alt: A knee."),
        """\
content/exercises/knee-hug.md:11:10  error  ../../knee.svg leads out of the content folder
    hint: link to files below content only, as seen from this file""",
    ),
    Case(
        "a picture of a kind that browsers don't show",
        figure("  image: knee.tiff\n  alt: A knee."),
        """\
content/exercises/knee-hug.md:11:10  error  image: knee.tiff is not a picture's file
    hint: write the name of a file that ends in .svg, .png, .jpg, .jpeg, .webp, .avif or .gif""",
    ),
    Case(
        "a region that no body has",
        change("content/targets.yaml", "lower back:\n", "lower back:\n  region: lower back\n"),
        """\
content/targets.yaml:2:11  error  region: lower back is not a region of the body
    hint: did you mean lower-back?""",
    ),
)

# How figures come out: warnings, which a build tells together with the errors beside them.


def looking(lines: str) -> dict[str, str]:
    """The settings with a look of these lines."""
    return {GUIDE: f"{FILES[GUIDE]}look:\n{lines}"}


def coloured(lines: str) -> dict[str, str]:
    """The settings with colours for the figures."""
    return {GUIDE: f"{FILES[GUIDE]}figures:\n{lines}"}


SHORTFALLS = (
    Case(
        "a thing that has no place, in a guide with an error",
        {**figure("  base: standing\n  props: [pillow]"), **coloured("  shirt: teal\n")},
        """\
content/exercises/knee-hug.md:12:11  warning  figure: a pillow has no place in the position standing
    hint: take pillow out: it goes with supine, prone, side-lying or hands-and-knees
guide.yaml:5:10  error  shirt: teal is not a colour
    hint: write six digits from 0 to f, such as 22828f""",
    ),
    Case(
        "a hand that doesn't reach, in a guide with an error",
        {
            **figure("  start: {legs: {knee: 0}}\n  hold: {hands: foot}"),
            **coloured("  shirt: teal\n"),
        },
        """\
content/exercises/knee-hug.md:12:17  warning  figure: the hands stop 67 cm short of the foot
    hint: write hands: towel
guide.yaml:5:10  error  shirt: teal is not a colour
    hint: write six digits from 0 to f, such as 22828f""",
    ),
    Case(
        "a colour that has no such name",
        coloured("  skin: peach\n"),
        """\
guide.yaml:5:9  error  skin: peach is not a colour of skin
    hint: write pale, fair, olive, brown, dark, or six digits from 0 to f, such as b98255""",
    ),
    Case(
        "a colour that YAML takes for a comment",
        coloured("  shirt: #22828f\n"),
        """\
guide.yaml:5:10  error  #22828f begins a note, so nothing is said here
    hint: put quotation marks round a text that begins with #, or a space behind the # of a note""",
    ),
    Case(
        "clothes that the walls swallow, in a guide with an error",
        {**coloured("  shirt: ffffff\n"), **change(HUG, "level: gentle", "level: mild")},
        """\
content/exercises/knee-hug.md:9:8  error  level: mild is not a level
    hint: write gentle, moderate or strong
guide.yaml:5:10  warning  figures: shirt ffffff hardly stands out from the walls: 1.2 to 1, where 3 to 1 is needed
    hint: write 838383, the nearest that works; the figures have it already""",
    ),
)

LOOK = (
    Case(
        "an accent that nobody could read, in a guide with an error",
        {**looking("  accent: ffcc00\n"), **change(HUG, "level: gentle", "level: mild")},
        """\
content/exercises/knee-hug.md:9:8  error  level: mild is not a level
    hint: write gentle, moderate or strong
guide.yaml:5:11  warning  accent: ffcc00 is too pale for words: 1.3 to 1 on the page, where 7 to 1 is needed
    hint: write 634e05, the nearest that works; the pages have it already""",
    ),
    Case(
        "an accent by its name",
        looking("  accent: blue\n"),
        """\
guide.yaml:5:11  error  accent: blue is not a colour
    hint: write six digits from 0 to f, such as 1d4f91""",
    ),
    Case(
        "a typeface and corners of which Supple knows nothing",
        looking("  text: Arial\n  corners: 90 px\n"),
        """\
guide.yaml:5:9  error  text: Arial is not a typeface
    hint: write bitter, system, serif, old-style, humanist or rounded, or the name of a file of yours in static/, such as mine.woff2
guide.yaml:6:12  error  corners: 90 px is not a kind of corners
    hint: write square, soft or round, or a radius up to 28 px""",
    ),
    Case(
        "a logo that isn't there, and a font that isn't one",
        {**looking("  logo: lgo.svg\n  text: a.woff2\n"), "static/a.woff2": "text"},
        """\
guide.yaml:5:9  error  logo: there is no lgo.svg in the folder static
    hint: put it there, or take the line out
guide.yaml:6:9  error  text: a.woff2 is not a font in the form WOFF2
    hint: renaming it is not enough: have a tool write it as WOFF2""",
    ),
)

CASES = (
    *FRONT_MATTER,
    *THE_SHAPE_OF_VALUES,
    *KEYS,
    *DURATIONS_COUNTS_AND_DATES,
    *WORDS_THAT_HAVE_TO_BE_KNOWN,
    *ROUTINES,
    *ADDRESSES,
    *LINKS_AND_PICTURES,
    *BYTES,
    *STRAYS,
    *TEMPLATES,
    *SETTINGS,
    *FIGURES,
    *SHORTFALLS,
    *LOOK,
)
