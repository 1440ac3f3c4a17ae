"""Whether a series wanders off steadily, where :mod:`analysis.change_points` would see steps.

The model is a level that holds up to a unit and a straight line from there on (its first unit may
be the first of all).  It is said where it tells the series better than the steps do, by Schwarz's
criterion, and the ranks behind the bend rise or fall by more than chance, paid for every bend
that was tried.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from analysis.change_points import LEAST_UNITS, MOST_P
from analysis.exact_tests import LEAST_P

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from analysis.change_points import ChangePoint

    Series = NDArray[np.float64]

#: Bends tried, evenly over the series.
_BENDS = 40


@dataclass(frozen=True, slots=True)
class Drift:
    """From the unit at place ``first`` (from 0) on the level goes by ``per_unit`` with each unit.

    ``before`` is the level until then, ``now`` that at the end; ``p`` is paid for all bends.
    """

    first: int
    per_unit: float
    before: float
    now: float
    p: float


def drift(values: Sequence[float] | Series, changes: Sequence[ChangePoint] = ()) -> Drift | None:
    """The drift that tells ``values`` better than their ``changes``; None where there is none."""
    series = np.asarray(values, dtype=np.float64)
    if len(series) < 2 * LEAST_UNITS or np.all(series == series[0]):
        return None
    bends = np.unique(np.linspace(0, len(series) - 2 * LEAST_UNITS, _BENDS).astype(np.int64))
    left, bend = min((_left_by_line(series, int(at)), int(at)) for at in bends)
    steps = _criterion(_left_by_steps(series, changes), len(series), 2 * len(changes) + 1)
    if _criterion(left, len(series), 3) >= steps:
        return None
    p = min(1.0, _p_of_ranks(series[bend:]) * len(bends))
    if p > MOST_P:
        return None
    level, per_unit = _line(series, bend)
    return Drift(bend, per_unit, level, level + per_unit * (len(series) - 1 - bend), p)


def _since_bend(length: int, bend: int) -> Series:
    since: Series = np.maximum(0.0, np.arange(length, dtype=np.float64) - bend)
    return since


def _line(series: Series, bend: int) -> tuple[float, float]:
    """Level and slope with the least squares."""
    since = _since_bend(len(series), bend)
    apart = since - since.mean()
    slope = float(apart @ series / (apart @ apart))
    return float(series.mean()) - slope * float(since.mean()), slope


def _left_by_line(series: Series, bend: int) -> float:
    level, slope = _line(series, bend)
    return float(np.sum((series - level - slope * _since_bend(len(series), bend)) ** 2))


def _left_by_steps(series: Series, changes: Sequence[ChangePoint]) -> float:
    stretches = np.split(series, [change.first for change in changes])
    return float(sum(np.sum((one - one.mean()) ** 2) for one in stretches))


def _criterion(left: float, length: int, parameters: int) -> float:
    return length * math.log(max(left, 1e-300) / length) + parameters * math.log(length)


def _p_of_ranks(stretch: Series) -> float:
    """Spearman's: whether values and places are in the same order, in either direction."""
    _, place, times = np.unique(stretch, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(times) - (times - 1) / 2)[place]
    if not ranks.std():
        return 1.0
    agreement = float(np.corrcoef(ranks, np.arange(len(stretch)))[0, 1])
    return max(LEAST_P, 2 * NormalDist().cdf(-abs(agreement) * math.sqrt(len(stretch) - 1)))
