"""Tiny real guides, made from a dictionary of files."""

from collections.abc import Mapping
from pathlib import Path

SETTINGS = """\
format: 1
id: test
title: Test guide
"""

STRETCH = """\
---
title: Knee hug
summary: A gentle pull.
position: supine
targets:
  - lower back
equipment:
  - mat or bed
level: gentle
dosage:
  hold: 15-30 s
  reps: 1-4
  sides: each
  side: leg
  default:
    hold: 20 s
feel: A gentle pull.
cautions:
  - stop-pain
  - hip
sources:
  - source: clinic
    hold: 15-30 s
checked: 2026-11-22
---

Why and how.

1. Lie down. Use one leg, then the other.
2. Pull one knee up. Hold for 15 to 30 seconds.
"""

ROUTINE = """\
---
title: Morning
summary: One gentle move.
when: Before you get up
place: bed
level: gentle
times_per_day: 1
exercises:
  - exercise: knee-hug
checked: 2026-11-22
---

Take your time.
"""

SAFETY = """\
---
title: Check this first
summary: Some signs need a doctor.
care:
  - level: emergency
    if: you have back pain and
    signs:
      - chest pain
stop:
  - Sharp pain
checked: 2026-11-22
---

General information.
"""

FILES: Mapping[str, str] = {
    "guide.yaml": SETTINGS,
    "content/home.md": "---\ntitle: Stretch\n---\n\nHello.\n",
    "content/pages/safety.md": SAFETY,
    "content/exercises/knee-hug.md": STRETCH,
    "content/routines/morning.md": ROUTINE,
    "content/targets.yaml": "lower back:\n  synonyms:\n    - lumbar\n",
    "content/equipment.yaml": "mat:\n  title: Mat\nbed:\n  title: Bed\n",
    "content/cautions.yaml": """\
stop-pain:
  title: Stop if it hurts
  kind: stop
  text: Stop if the pain is sharp.
hip:
  title: Hip replacement
  text: Ask your surgeon.
""",
    "content/sources.yaml": "clinic:\n  title: A leaflet\n  publisher: A clinic\n  grade: B\n",
}
"""A small guide without a single problem."""


def write_guide(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the small guide with some files changed, added, or (None) left out."""
    return write_files(folder, {**FILES, **(changes or {})})


def write_files(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files by their names, but for those that are None."""
    for name, text in files.items():
        if text is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
