"""Since about which unit a series is another one: found after the fact, on the server.

Candidates are ruptures' (PELT on means of blocks, Killick 2012), placed to the unit; each must
then stand a test of its two sides that pays for every place it might have been at.  ruptures is
imported when it is needed: a station has neither it nor scipy.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from analysis.exact_tests import LEAST_P, ExactTests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    Series = NDArray[np.float64]

#: Neither side of a change is shorter.
LEAST_UNITS = 20
#: Of all series that never change, so many are said to have changed at most.
MOST_P = 0.01
_MOST_BLOCKS = 500
#: Twice the log likelihood another place may have less, to be as good at 95 % (Hansen 2000).
_AS_GOOD = 7.35


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """The unit at place ``first`` (from 0) is about the first of the new kind.

    With 95 % it is one from ``earliest`` to ``latest``.  ``before`` and ``after`` are the means up
    to the neighbouring changes; of 0 and 1 they are rates.  ``p`` is paid for all places.
    """

    first: int
    earliest: int
    latest: int
    before: float
    after: float
    p: float


def change_points(values: Sequence[float] | Series) -> tuple[ChangePoint, ...]:
    """The changes of the level, in order; of 0 and 1 (no fault, fault) those of the rate.

    Ranks are compared, not values: one wild value makes no change.
    """
    series = np.asarray(values, dtype=np.float64)
    if len(series) < 2 * LEAST_UNITS or np.all(series == series[0]):
        return ()
    ranks, p_of = _ranks(series), _p_of_sides(series)
    places = sorted({_placed(ranks, place) for place in _candidates(ranks)})
    while places:
        sides = list(_sides(places, len(series)))
        p = [min(1.0, p_of(*side) * len(series)) if _is_long(side) else 1.0 for side in sides]
        weakest = int(np.argmax(p))
        if p[weakest] <= MOST_P:
            return tuple(
                _change(series, ranks, *side, p=its_p)
                for side, its_p in zip(sides, p, strict=True)
            )
        del places[weakest]
    return ()


def _ranks(series: Series) -> Series:
    """From 1; equal values share the mean of theirs."""
    _, place, times = np.unique(series, return_inverse=True, return_counts=True)
    ranks: Series = (np.cumsum(times) - (times - 1) / 2)[place]
    return ranks


def _candidates(series: Series) -> list[int]:
    import ruptures

    size = max(1, math.ceil(len(series) / _MOST_BLOCKS))
    blocks = len(series) // size
    means = series[: blocks * size].reshape(blocks, size).mean(axis=1)
    # Of neighbours' differences, so that the changes themselves do not make it larger.
    noise = float(np.mean(np.diff(means) ** 2)) / 2
    if noise == 0:
        noise = float(np.var(means)) or 1.0
    least = max(2, math.ceil(LEAST_UNITS / size))
    found = ruptures.KernelCPD(kernel="linear", min_size=least).fit(means.reshape(-1, 1))
    ends: list[int] = found.predict(pen=2 * noise * math.log(blocks))
    places = (int(end) * size for end in ends[:-1])
    return [place for place in places if LEAST_UNITS <= place <= len(series) - LEAST_UNITS]


def _placed(series: Series, about: int) -> int:
    """The place next to ``about`` that parts the units around it best."""
    reach = max(LEAST_UNITS, 2 * math.ceil(len(series) / _MOST_BLOCKS))
    begin, end = max(0, about - 4 * reach), min(len(series), about + 4 * reach)
    low, high = max(begin + LEAST_UNITS, about - reach), min(end - LEAST_UNITS, about + reach)
    gains = _gains(series[begin:end])[low - begin : high + 1 - begin]
    return low + int(np.argmax(gains)) if len(gains) else about


def _gains(stretch: Series) -> Series:
    """How much less the squares are when the stretch is parted before each place."""
    n = len(stretch)
    sums = np.concatenate(([0.0], np.cumsum(stretch)))
    places = np.arange(n)
    left = np.divide(sums[:n] ** 2, places, out=np.zeros(n), where=places > 0)
    gains: Series = left + (sums[n] - sums[:n]) ** 2 / (n - places) - sums[n] ** 2 / n
    return gains


def _sides(places: Sequence[int], length: int) -> Iterator[tuple[int, int, int]]:
    """Each change with where the stretch before it begins and the one after it ends."""
    return zip((0, *places), places, (*places[1:], length), strict=False)


def _is_long(side: tuple[int, int, int]) -> bool:
    begin, place, end = side
    return min(place - begin, end - place) >= LEAST_UNITS


def _p_of_sides(series: Series) -> Callable[[int, int, int], float]:
    """Whether two neighbouring stretches differ: exact for 0 and 1, else Wilcoxon's rank sum."""
    if np.all((series == 0) | (series == 1)):
        return functools.partial(_p_of_counts, series, ExactTests(len(series)))
    return functools.partial(_p_of_ranks, series)


def _p_of_counts(series: Series, exact: ExactTests, begin: int, place: int, end: int) -> float:
    a, b = int(series[begin:place].sum()), int(series[place:end].sum())
    n, m = place - begin, end - place
    one_sided = min(exact.upper_p(a, [(n, a + b, n + m)]), exact.upper_p(b, [(m, a + b, n + m)]))
    return 2 * one_sided


def _p_of_ranks(series: Series, begin: int, place: int, end: int) -> float:
    ranks = _ranks(series[begin:end])
    n, m = place - begin, end - place
    spread = math.sqrt(float(ranks.var()) * (n + m) / (n + m - 1) * m / n / (n + m))
    apart = abs(float(ranks[:n].mean()) - (n + m + 1) / 2)
    return max(LEAST_P, 2 * NormalDist().cdf(-apart / spread)) if spread else 1.0


def _change(
    series: Series, ranks: Series, begin: int, place: int, end: int, *, p: float
) -> ChangePoint:
    gains, at = _gains(ranks[begin:end]), place - begin
    spread = (ranks[begin:place].var() * at + ranks[place:end].var() * (end - place)) / len(gains)
    as_good = np.flatnonzero(gains >= gains[at] - _AS_GOOD * spread)
    return ChangePoint(
        place,
        begin + int(as_good[0]),
        begin + int(as_good[-1]),
        float(series[begin:place].mean()),
        float(series[place:end].mean()),
        p,
    )
