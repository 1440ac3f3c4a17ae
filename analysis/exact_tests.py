"""Exact one-sided tests of counts, and what is left of them when many are made at once.

One table is Fisher's exact test.  Several strata are its exact conditional extension, the exact
Mantel–Haenszel test: the counts of the strata add up, so their hypergeometric distributions are
convolved (Agresti, Categorical Data Analysis, 7.3.5).  Nothing is shuffled, so that the same
records give the same p everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Counts: TypeAlias = "NDArray[np.int64]"
    Shares: TypeAlias = "NDArray[np.float64]"

#: A p below it is given as it: smaller ones are lost in the tails that are cut.
LEAST_P = 1e-30
_LEAST_MASS = 1e-40


class ExactTests:
    """Tests on at most ``most`` units in a table; keeps the logarithms of the factorials."""

    def __init__(self, most: int) -> None:
        steps = np.log(np.arange(1, most + 1, dtype=np.float64))
        self._log_factorial = np.concatenate(([0.0], np.cumsum(steps)))

    def upper_p(self, k: int, strata: Iterable[tuple[int, int, int]]) -> float:
        """How often chance alone puts ``k`` or more of the marked units among the drawn.

        Each stratum is (drawn, marked, all).
        """
        start, mass = 0, np.ones(1)
        for drawn, marked, total in strata:
            low, part = self._hypergeometric(drawn, marked, total)
            start, mass = start + low, np.convolve(mass, part)
        tail = float(mass[max(0, k - start) :].sum())
        return min(1.0, max(LEAST_P, tail))

    def _hypergeometric(self, drawn: int, marked: int, total: int) -> tuple[int, Shares]:
        """The first count with any mass to speak of, and the mass from there on."""
        log = self._log_factorial
        low, high = max(0, drawn + marked - total), min(drawn, marked)
        x = np.arange(low, high + 1)
        logs = (
            (log[marked] - log[x] - log[marked - x])
            + (log[total - marked] - log[drawn - x] - log[total - marked - drawn + x])
            - (log[total] - log[drawn] - log[total - drawn])
        )
        mass = np.exp(logs)
        kept = np.flatnonzero(mass > _LEAST_MASS)
        return low + int(kept[0]), mass[kept[0] : kept[-1] + 1]


def false_discovery_q(p: Shares) -> Shares:
    """Benjamini and Hochberg's q of each p of one family, in its order (1995)."""
    if not len(p):
        return p
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty_like(scaled)
    q[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return q
