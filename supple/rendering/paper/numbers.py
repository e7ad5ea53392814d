"""Numbers of exercises in few letters."""

from collections.abc import Iterable


def in_ranges(numbers: Iterable[int]) -> str:
    """ "1–4, 6, 7": three or more that follow each other as a range."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
