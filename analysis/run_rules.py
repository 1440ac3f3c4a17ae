"""Rules for runs on a chart, on points in standard deviations from the centre.

Each rule names the points (from 1) at which it is fulfilled: the last of the run.  They give
five to seven times the false alarms of rule 1 alone, so they advise and never stop anybody.
Sources: Western Electric, Statistical Quality Control Handbook (1956); Nelson, Journal of
Quality Technology 16 (1984).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Window = Sequence[float]


def western_electric(scores: Sequence[float]) -> dict[int, list[int]]:
    """Rules 1 to 4: beyond 3; two of three beyond 2; four of five beyond 1; eight on one side."""
    return _found(
        scores,
        {
            1: (1, _is_beyond_three),
            2: (3, lambda window: _share_beyond(window, 2, 2)),
            3: (5, lambda window: _share_beyond(window, 1, 4)),
            4: (8, _is_on_one_side),
        },
    )


def nelson(scores: Sequence[float]) -> dict[int, list[int]]:
    """Nelson's eight rules."""
    return _found(
        scores,
        {
            1: (1, _is_beyond_three),
            2: (9, _is_on_one_side),
            3: (6, _is_a_trend),
            4: (14, _alternates),
            5: (3, lambda window: _share_beyond(window, 2, 2)),
            6: (5, lambda window: _share_beyond(window, 1, 4)),
            7: (15, lambda window: all(abs(score) < 1 for score in window)),
            8: (8, _avoids_the_middle),
        },
    )


def _found(
    scores: Sequence[float], rules: dict[int, tuple[int, Callable[[Window], bool]]]
) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, (length, holds) in rules.items():
        ends = range(length, len(scores) + 1)
        points = [end for end in ends if holds(scores[end - length : end])]
        if points:
            found[number] = points
    return found


def _is_beyond_three(window: Window) -> bool:
    return abs(window[-1]) > 3  # noqa: PLR2004 - the rule


def _share_beyond(window: Window, sigmas: float, least: int) -> bool:
    """``least`` of the window on one side beyond ``sigmas``, the newest among them."""
    high = window[-1] > sigmas and sum(score > sigmas for score in window) >= least
    low = window[-1] < -sigmas and sum(score < -sigmas for score in window) >= least
    return high or low


def _is_on_one_side(window: Window) -> bool:
    return all(score > 0 for score in window) or all(score < 0 for score in window)


def _is_a_trend(window: Window) -> bool:
    steps = [b - a for a, b in itertools.pairwise(window)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _alternates(window: Window) -> bool:
    steps = [b - a for a, b in itertools.pairwise(window)]
    return all(a * b < 0 for a, b in itertools.pairwise(steps))


def _avoids_the_middle(window: Window) -> bool:
    is_far = all(abs(score) > 1 for score in window)
    return is_far and min(window) < 0 < max(window)
