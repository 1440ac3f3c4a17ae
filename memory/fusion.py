"""Fuses rankings by rank: 1 / (60 + rank by words) + 2 / (60 + rank by spelling).

After Cormack, Clarke and Buettcher (SIGIR 2009).  Equals share a rank, so that no order of adding
decides between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

RRF_K = 60
WORDS_WEIGHT = 1.0
SPELLING_WEIGHT = 2.0
#: So many of each ranking are fused; what is equal to the last of them is, too.
DEPTH = 1_000
#: Among so many times as many values as are wanted it is seen how high the wanted ones are.
_SAMPLE = 8


@dataclass(frozen=True, slots=True)
class Ranking:
    """Rows that match in one way, each with how well; ``weight`` is what it counts for."""

    rows: NDArray[np.int64]
    values: NDArray[np.float64]
    weight: float

    def among(self, is_wanted: NDArray[np.bool_]) -> Ranking:
        kept = is_wanted[self.rows]
        return Ranking(self.rows[kept], self.values[kept], self.weight)

    def best(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The rows that are fused, each with what it adds to a score; equals share a rank."""
        highest = not_below_the(DEPTH, self.values)
        given = -self.values[highest]
        ranks = 1 + np.searchsorted(np.sort(given), given, side="left")
        return self.rows[highest], self.weight / (RRF_K + ranks)


def fused(rankings: Iterable[Ranking]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The rows of the rankings, in order, with their fused scores."""
    parts = [ranking.best() for ranking in rankings]
    both = np.sort(np.concatenate([part for part, _ in parts]))
    rows = both[np.flatnonzero(np.diff(both, prepend=-1))]
    scores = np.zeros(len(rows))
    for part, gained in parts:
        scores[np.searchsorted(rows, part)] += gained
    return rows, scores


def not_below_the(count: int, values: NDArray[np.float64 | np.int64]) -> NDArray[np.int64]:
    """Where the highest values are: so many, and all that equal the last of them."""
    if len(values) <= count or count <= 0:
        return np.arange(len(values) if count > 0 else 0)
    some = values[:: max(1, len(values) // (_SAMPLE * count))]
    # So many of a few are as high as this: what is lower is not among the highest of all.
    high = np.flatnonzero(values >= np.partition(some, -count)[-count])
    left = values[high]
    is_high: NDArray[np.bool_] = left >= np.partition(left, -count)[-count]
    return high[is_high]
