"""A guide that uses every key there is, and what each means."""

from collections.abc import Mapping
from datetime import date
from textwrap import indent

from supple.domain.body import Movement, Position, Side
from supple.domain.dosage import Default, Dosage, NamedHold, Sides
from supple.domain.exercise import Kind, Level
from supple.domain.paper import Paper
from supple.domain.quantity import Count, Duration, Unit
from supple.domain.rules import Allowance, Rule, Setting, Switch
from supple.domain.settings import (
    Alarm,
    Emergency,
    FigureColours,
    Look,
    Outputs,
    Settings,
    Timing,
)
from supple.domain.vocabulary import Need, SourceUse

GUIDE = """\
format: 1
id: back-care
title: Back care
language: pt-BR
url: https://example.org/back
clean_urls: true
publisher: Example Clinic
reviewed_by: Dr Else
reviewed:
  by: Dr Example
  date: 2026-11-22
alarm:
  text: Numb legs?
  link: Get help now
emergency:
  call: "112"
  department: the emergency department
  doctor: family doctor
  advice: 116 117
outputs:
  sheets: true
  cards: false
  pdf: false
  paper:
    - letter
  letterhead: 15 mm
  headers: true
  compressed: true
timing:
  ready_new_position: 20 s
  ready_same_position: 11 s
  release_long: 6 s
  release_short: 0 s
  long_hold_from: 12 s
  change_side: 7 s
  breath: 4 s
  pace: 2 s
figures:
  skin: olive
  hair: "#74726F"
  shirt: 22828f
  trousers: 123456
look:
  accent: 1D4F91
  headings: fonts/mine.woff2
  text: old-style
  corners: 6 px
  logo: logo.svg
first_routine: first-week
inline_timers: false
checks:
  sides: error
  dosage-range: warning
  dosage-source: warning
  step-dosage: warning
  caution-missing: error
  picture-text: error
  duplicate-title: warning
  routine-time:
    severity: warning
    limit: 5
  orphan-exercise: off
  unused-source: warning
  unused-word: warning
  check-date: off
  sentence-length:
    limit: 25
  reading-age:
    limit: 12
  words-to-avoid: warning
  unused-allow: warning
avoid:
  Patients: write you
"""

SETTINGS = Settings(
    id="back-care",
    title="Back care",
    language="pt-BR",
    url="https://example.org/back/",
    clean_urls=True,
    publisher="Example Clinic",
    reviewed_by="Dr Example",
    reviewed_on=date(2026, 11, 22),
    alarm=Alarm("Numb legs?", "Get help now"),
    emergency=Emergency("112", "the emergency department", "family doctor", "116 117"),
    outputs=Outputs(
        sheets=True,
        cards=False,
        pdf=False,
        paper=(Paper.LETTER,),
        letterhead=15,
        headers=True,
        compressed=True,
    ),
    timing=Timing(20, 11, 6, 0, 12, 7, 4, 2),
    first_routine="first-week",
    figures=FigureColours("#b98255", "#74726f", "#22828f", "#123456"),
    look=Look("#1d4f91", "fonts/mine.woff2", "old-style", 6, "logo.svg"),
    inline_timers=False,
    checks={
        Rule.SIDES: Setting(Switch.ERROR),
        Rule.DOSAGE_RANGE: Setting(Switch.WARNING),
        Rule.DOSAGE_SOURCE: Setting(Switch.WARNING),
        Rule.STEP_DOSAGE: Setting(Switch.WARNING),
        Rule.CAUTION_MISSING: Setting(Switch.ERROR),
        Rule.PICTURE_TEXT: Setting(Switch.ERROR),
        Rule.DUPLICATE_TITLE: Setting(Switch.WARNING),
        Rule.ROUTINE_TIME: Setting(Switch.WARNING, 5),
        Rule.ORPHAN_EXERCISE: Setting(Switch.OFF),
        Rule.UNUSED_SOURCE: Setting(Switch.WARNING),
        Rule.UNUSED_WORD: Setting(Switch.WARNING),
        Rule.CHECK_DATE: Setting(Switch.OFF),
        Rule.SENTENCE_LENGTH: Setting(None, 25),
        Rule.READING_AGE: Setting(None, 12),
        Rule.WORDS_TO_AVOID: Setting(Switch.WARNING),
        Rule.UNUSED_ALLOW: Setting(Switch.WARNING),
    },
    avoid={"patients": "write you"},
)

HUG = """\
---
title: One knee to chest
summary: A gentle pull.
position: supine
targets:
  - lower back
equipment:
  - mat or bed
  - pillow (optional)
movements:
  - bend-forward
  - bend-hip
level: gentle
kind: hold
dosage:
  hold: 15-30 s
  reps: 1-4
  sides: each
  side: leg
  first: right
  default:
    hold: 20 s
    reps: 2
modes:
  short-repeats:
    title: Short repeats
    note: Let go *each* time.
    hold: 3-5 s
    reps: 2-5
    kind: move
    level: moderate
    equipment:
      - mat
    default:
      hold: 4 s
      reps: 3
    sources:
      - clinic
    figure:
      image: knee.png
      alt: A knee is drawn up.
  counted:
    title: Counted
    pace: 4 s
  plain:
    title: As it is
feel: A *gentle* pull.
mistakes:
  - pulling, and holding your breath
  - hurrying
easier: Hold [behind the thigh](counted.md).
harder: Slide the other leg out.
cautions:
  - hip
sources:
  - source: clinic
    hold: 15-20 s
    reps: 2-4
  - leaflet
checked: 2026-11-22
figure:
  base: side-lying
  view: corner
  side: right
  start:
    neck: -10
    head tilt: 10 left
    legs:
      knee: 70
      foot: flat
    left leg:
      hip: 10
      out: -5
      turn: 20
      ankle: -20.5
    arms:
      elbow: 20
    right arm:
      hand: behind right thigh
    hands: belly
  hold:
    lower back: 8
    upper back: 6
    side bend: 10 left
    turn: 0
    head turn: 30 right
    right leg:
      hip: 122
    feet: step
    left foot: right knee
    right foot: flat
    left arm:
      shoulder: 30
      out: 12
      turn: -8
      wrist: 5
    left hand: opposite shoulder
    right hand: floor ahead
    head: floor
  feel:
    - hamstrings
    - left lower back
  arrow: left knee
  props:
    - mat
    - pillow
aliases:
  - knee-hug.html
allow:
  - rule: sentence-length
    because: These are the clinic's own words.
  - rule: words-to-avoid
    only:
      - cure
    because: It is talked about.
review:
  - "How long: is it held?"
---

Why.

1. Lie down.
2. Pull.

## Worth knowing

More.
"""

HUG_DOSAGE = Dosage(
    hold=Duration(15, 30),
    reps=Count(1, 4),
    default=Default(Duration(20, 20), 2),
    sides=Sides.EACH,
    side="leg",
    first=Side.RIGHT,
)

COUNTED = """\
---
title: Counted
draft: false
position: standing
level: strong
kind: move
dosage:
  reps: 5-10
  pace: 2 s
---

1. Go up and down.
"""

BREATHS = """\
---
title: Cat and camel
position: hands-and-knees
level: moderate
dosage:
  hold: 1-2 breaths
  holds:
    - name: Stomach down
      hold: 1 breath
      figure:
        view: [20, 40]
        start:
          lower back: -20
    - name: Back up
---

1. Hollow your back.
"""

WEEK = """\
---
title: First week
summary: Two days.
when: After work
place: floor or bed
level: gentle
times_per_day: 1-2
equipment:
  - mat
days:
  - title: Settle in
    exercises:
      - exercise: hug
        mode: short-repeats
        hold: 5 s
        reps: 2-3
        note: Only as *far* as is comfortable.
      - rest: 30 s
        note: Breathe.
  - title: Go on
    exercises:
      - activity: Walk on the spot
        time: 5 min
      - exercise: counted
notes:
  - Skip this, if you like.
after: Get up slowly.
checked: 2026-11-21
aliases:
  - week-one
draft: false
allow:
  - rule: check-date
    because: Nothing in it changes.
  - rule: words-to-avoid
    only:
      - cure
    because: It is talked about.
---

How it goes.

1. One.
2. Two.
"""

DAY = """\
---
title: One day
place: chair
level: strong
exercises:
  - exercise: breaths
---
"""

POSE = indent(HUG.partition("\nfigure:\n")[2].partition("aliases:\n")[0], "  ")
SAFETY = f"""\
---
title: Check first
summary: Some signs need a doctor.
checked: 2026-11-20
aliases:
  - red-flags
draft: false
allow:
  - rule: check-date
    because: Nothing in it changes.
  - rule: words-to-avoid
    only:
      - cure
    because: It is talked about.
care:
  - level: doctor
    signs:
      - pain that stays
  - level: emergency
    if: you have back pain and
    signs:
      - pain, tingling or weakness
      - chest pain
    note: Abroad, call the number of that country.
stop:
  - Sharp pain
figures:
  lying:
{POSE}---

General information.

![](#lying)
"""

FILES: Mapping[str, str] = {
    "guide.yaml": GUIDE,
    "content/home.md": "---\ntitle: Stretch\nsummary: Begin here.\n---\n\nHello.\n",
    "content/pages/safety.md": SAFETY,
    "content/exercises/hug.md": HUG,
    "content/exercises/counted.md": COUNTED,
    "content/exercises/breaths.md": BREATHS,
    "content/routines/first-week.md": WEEK,
    "content/routines/day.md": DAY,
    "content/exercises/knee.png": "GIF89a",
    "static/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "static/fonts/mine.woff2": "wOF2" + "\0" * 60,
    "content/cautions.yaml": """\
hip:
  title: Hip replacement
  short: hip replacement
  kind: ask
  text: Ask your *surgeon* first.
  sources:
    - clinic
  for:
    - bend-hip
    - side-lying
  allow:
    - rule: unused-word
      because: The next pages use it.
    - rule: words-to-avoid
      only:
        - cure
      because: It is talked about.
pain:
  title: Stop if it hurts
  kind: stop
  text: Stop.
weak-bones:
  title: Weak Bones
  text: Ask.
""",
    "content/sources.yaml": """\
clinic:
  title: A leaflet
  publisher: A clinic
  grade: A
  url: https://example.org/leaflet
  note: seen as a copy
  allow:
    - rule: unused-source
      because: The next pages use it.
    - rule: words-to-avoid
      only:
        - cure
      because: It is talked about.
leaflet:
  title: Another
  grade: seed
""",
    "content/targets.yaml": """\
lower back:
  title: The lower back
  region: lower-back
  synonyms:
    - lumbar
    - small of the back
  allow:
    - rule: unused-word
      because: The next pages use it.
    - rule: words-to-avoid
      only:
        - cure
      because: It is talked about.
hamstrings:
""",
    "content/equipment.yaml": "mat:\n  title: Mat\nbed:\npillow:\n",
}

HUG_EXPECTED: Mapping[str, object] = {
    "slug": "hug",
    "title": "One knee to chest",
    "summary": "A gentle pull.",
    "position": Position.SUPINE,
    "targets": ("lower back",),
    "equipment": (Need(("mat", "bed")), Need(("pillow",), optional=True)),
    "movements": (Movement.BEND_FORWARD, Movement.BEND_HIP),
    "level": Level.GENTLE,
    "kind": Kind.HOLD,
    "dosage": HUG_DOSAGE,
    "anchors": frozenset({"worth-knowing"}),
    "cautions": ("hip",),
    "sources": (SourceUse("clinic", Duration(15, 20), Count(2, 4)), SourceUse("leaflet")),
    "checked": date(2026, 11, 22),
    "aliases": ("knee-hug",),
    "allow": (
        Allowance(Rule.SENTENCE_LENGTH, "These are the clinic's own words."),
        Allowance(Rule.WORDS_TO_AVOID, "It is talked about.", ("cure",)),
    ),
    "review": ("How long: is it held?",),
}

BREATHS_DOSAGE = Dosage(
    hold=Duration(1, 2, Unit.BREATHS),
    reps=Count(1, 1),
    default=Default(Duration(1, 1, Unit.BREATHS), 1),
    holds=(NamedHold("Stomach down", Duration(1, 1, Unit.BREATHS)), NamedHold("Back up")),
)
"""Its holds are here without their figures."""
