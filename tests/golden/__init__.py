"""Golden data: what both the Python and the JavaScript side must agree on.

`exercises.json` holds thirty exercises' dosages and positions, `routines.json` the entries of
eight routines, the seconds of each entry as worked out by hand from the timing rules, and the
phases they are played as. Ranges are [low, high]; a hold's unit is seconds or breaths.

`player.json` holds a small guide's exercises and routine as Markdown (`pages`, `routine`), what the
routine's page tells the player of each exercise, and the phases of its only day.

`movement.json` holds outlines as they move: each body's points in `frames`, the `steps` that a
movement's file tells them in, and the `paths` that they make, joined in their `manner`.
"""
