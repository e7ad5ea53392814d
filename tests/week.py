"""A tiny guide with all that a guide can have: a week, rests and activities, modes, counted
repetitions, named holds, breaths, a draft, a picture, names and words beyond ASCII, and links
between all kinds of pages."""

from collections.abc import Mapping

from tests.guides import STRETCH

PICTURE = "exercises/Knie-Übung 1 & 2.svg"
DRAFT = "secret-twist"

HUG = STRETCH.replace(
    "feel: A gentle pull.",
    """\
modes:
  short-repeats:
    title: Short repeats
    note: Let go each time, as in [the lift](lift.md).
    hold: 3-5 s
    reps: 2-5
    default:
      hold: 5 s
      reps: 2
    sources:
      - source: clinic
        hold: 3-5 s
        reps: 2-5
feel: A gentle pull.
easier: Use the *short repeats*, or [breathe](cat-breath.md#steps) <&> rest.""",
)

PICTURE_OF_HUG = """
## Größer & weiter

![One knee is up.](<Knie-Übung 1 & 2.svg> "Pull")

Back to [the steps](#steps), to [the second day](../routines/first-week.md#day-2), or to
[when to get help](../pages/safety.md).
"""

LIFT = """\
---
title: Head lift – “länger”
summary: Counted, without a hold.
aliases:
  - old-lift
position: prone
targets:
  - Hüfte
level: moderate
kind: move
dosage:
  reps: 5-10
  pace: 2 s
  default:
    reps: 5
sources:
  - source: clinic
    reps: 5-10
checked: 2026-11-22
---

1. Lie on your front.
2. Lift your head. Say “½ way” & 5 < 6.
"""

BREATH = """\
---
title: Cat's breath
summary: Two positions in turn, a breath each.
position: hands-and-knees
targets:
  - lower back
  - Hüfte
equipment:
  - mat
level: gentle
kind: move
dosage:
  hold: 1-2 breaths
  reps: 2-5
  default:
    hold: 1 breath
    reps: 2
  holds:
    - name: Stomach down
    - name: Back up
sources:
  - source: clinic
    hold: 1-2 breaths
    reps: 2-5
checked: 2026-11-22
---

1. Kneel on your hands and knees.
2. Let your stomach sink.
3. Round your back.
"""

TWIST = """\
---
title: Secret twist
draft: true
position: seated
level: strong
dosage:
  hold: 10 s
---

1. Wait until this is done.
"""

WEEK = """\
---
title: Erste Woche – the first week
summary: Two days, and as many as you like.
when: After work
place: floor or standing
level: gentle
times_per_day: 1-2
days:
  - title: Settle in
    exercises:
      - exercise: knee-hug
        hold: 15 s
        note: Slowly, as [the page](../exercises/knee-hug.md) says.
      - rest: 10 s
        note: Breathe.
      - exercise: knee-hug
        mode: short-repeats
  - title: Größer
    exercises:
      - activity: Walk or march on the spot
        time: 1 min
      - exercise: lift
      - exercise: cat-breath
        reps: 2
notes:
  - Stop as soon as it hurts.
after: Get up slowly.
checked: 2026-11-22
---

First the back, then [the hips](../exercises/lift.md).
"""

HOME = """\
---
title: Stretch
summary: Über alles, was zieht.
---

Begin with [the first week](routines/first-week.md), [its second day](routines/first-week.md#day-2),
[one knee](exercises/knee-hug.md#größer-weiter) or [help](pages/safety.md).

[Elsewhere](https://example.org/a?b=c&d=e#f)
"""

ABOUT = """\
---
title: About
---

## Häufige Fragen

[Up](#häufige-fragen)
"""

FILES: Mapping[str, str | bytes | None] = {
    "content/home.md": HOME,
    "content/pages/about.md": ABOUT,
    "content/exercises/knee-hug.md": HUG + PICTURE_OF_HUG,
    "content/exercises/lift.md": LIFT,
    "content/exercises/cat-breath.md": BREATH,
    f"content/exercises/{DRAFT}.md": TWIST,
    "content/routines/first-week.md": WEEK,
    "content/targets.yaml": "lower back:\n  title: Lower back\nHüfte:\n  title: Hüfte\n",
    f"content/{PICTURE}": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
        '<path d="M2 18h36M8 18l12-14 6 14" fill="none" stroke="#444"/></svg>\n'
    ),
}
"""What it has beyond the small guide of `tests.guides`."""
