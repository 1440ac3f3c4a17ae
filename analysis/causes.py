"""What units with a fault have in common: "seen more often with", never "caused by".

Every level of every factor, and every combination of two, that at least 20 units have is tested
(``analysis.exact_tests``), stratified by what is known to differ (product and station), all as
one family for Benjamini and Hochberg: with several outcomes the tests of all of them.  A hint has
q ≤ 0.05 and a lift of which the lower bound is 1.25 or more.

A combination must also stand out among the units of each of its two levels, and a hint that shows
nothing beside the others is said to be explained by one of them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis.exact_tests import ExactTests, false_discovery_q
from analysis.proportions import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from analysis.factors import Factor

    Outcomes = Mapping[str, NDArray[np.bool_]]

LEAST_UNITS = 20
LEAST_LIFT = 1.25
MOST_Q = 0.05
#: Beside the other hints a hint must keep this p, shared among all, to stand for itself.
_OWN_P = 0.01
#: Below so many standard deviations above the expected count p is far over 0.05, which changes
#: no q that counts: it is not worked out, but taken as 1.
_WORTH_A_TEST_Z = 1.0


@dataclass(frozen=True, slots=True)
class Observations:
    """Units in rows: what came out, what they had, and in which stratum they are compared."""

    units: Sequence[str]
    has_outcome: NDArray[np.bool_]
    factors: tuple[Factor, ...]
    strata: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        units: Sequence[str],
        has_outcome: Sequence[bool] | NDArray[np.bool_],
        factors: Sequence[Factor],
        strata: Sequence[Factor] = (),
    ) -> Observations:
        """Units of one stratum agree in all of ``strata``; without any there is one stratum."""
        joined = np.zeros(len(units), dtype=np.int64)
        for factor in strata:
            joined = _joined(joined, factor.codes)
        return cls(units, np.asarray(has_outcome, dtype=np.bool_), tuple(factors), joined)


@dataclass(frozen=True, slots=True)
class Part:
    """A level of a factor; ``bounds`` are the least and greatest value of a number."""

    factor: str
    level: str
    bounds: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """The outcome was seen more often with ``parts``.

    ``n`` units had them, ``k`` of these the outcome, where ``expected`` would be usual in their
    strata; ``lift`` is k over that, ``low`` and ``high`` its 95 % bounds (Wilson's, of k in n).
    ``units`` are the k.  ``explained_by`` are the parts of another hint beside which this one
    shows nothing of its own.
    """

    parts: tuple[Part, ...]
    n: int
    k: int
    expected: float
    lift: float
    low: float
    high: float
    p: float
    q: float
    units: tuple[str, ...]
    explained_by: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyHints:
    """The hints of several outcomes, and how many tests they were found among."""

    by_outcome: dict[str, tuple[Hint, ...]]
    tests: int


def hints(seen: Observations, *, depth: int = 2) -> tuple[Hint, ...]:
    """The hints of one family, those that stand for themselves first, then by lower bound."""
    return _Family(seen, depth).hints({"": seen.has_outcome})[""]


def hints_of_all(seen: Observations, outcomes: Outcomes, *, depth: int = 2) -> FamilyHints:
    """The hints of each of ``outcomes``, one row a unit, as one family.

    Who looks for many outcomes at once errs no more often than who looks for one.
    """
    family = _Family(seen, depth)
    return FamilyHints(family.hints(outcomes), family.size * len(outcomes))


def share_of_false_hints(
    seen: Observations,
    *,
    rounds: int,
    random: np.random.Generator,
    depth: int = 2,
    outcomes: Outcomes | None = None,
) -> float:
    """How often there is any hint when the outcomes are dealt anew inside each stratum.

    ``outcomes`` of one family are dealt together: a unit keeps all it had.
    """
    family = _Family(seen, depth)
    order = np.argsort(seen.strata, kind="stable")
    told = {"": seen.has_outcome} if outcomes is None else outcomes
    false = 0
    for _ in range(rounds):
        dealt = np.lexsort((random.random(len(order)), seen.strata))
        anew = {name: _dealt(outcome, order, dealt) for name, outcome in told.items()}
        false += any(family.found(anew).values())
    return false / rounds


def _dealt(
    outcome: NDArray[np.bool_], order: NDArray[np.int64], dealt: NDArray[np.int64]
) -> NDArray[np.bool_]:
    anew = np.empty_like(outcome)
    anew[order] = outcome[dealt]
    return anew


@dataclass(frozen=True, slots=True)
class _Block:
    """All tests of one factor or of two: ``cell[i]`` is unit i's test, −1 for none.

    ``n`` counts units by test and stratum; ``parents`` are the blocks and cells of the levels.
    """

    tests: tuple[tuple[Part, ...], ...]
    cell: NDArray[np.int64]
    n: NDArray[np.int64]
    parents: tuple[tuple[_Block, NDArray[np.int64]], ...] = ()

    def counted(self, rows: NDArray[np.int64], strata: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many of ``rows`` each test has in each stratum."""
        return _counted(self.cell[rows], strata[rows], self.n.shape)


@dataclass(frozen=True, slots=True)
class _Tested:
    block: _Block
    test: int
    n: int
    k: int
    expected: float
    p: float
    q: float = 1.0

    @property
    def bounds(self) -> tuple[float, float]:
        """Of the lift."""
        low, high = wilson(self.k, self.n)
        return low * self.n / self.expected, high * self.n / self.expected

    @property
    def has_effect(self) -> bool:
        return self.bounds[0] >= LEAST_LIFT


class _Family:
    """Everything that does not depend on the outcomes, so that these can be dealt anew."""

    def __init__(self, seen: Observations, depth: int) -> None:
        self._seen = seen
        self._exact = ExactTests(len(seen.units))
        _, self._strata = np.unique(seen.strata, return_inverse=True)
        self._totals = np.bincount(self._strata)
        singles = [(self._single(factor), factor.is_combined) for factor in seen.factors]
        self._blocks = [block for block, _ in singles if block.tests]
        if depth > 1:
            combined = [block for block, is_combined in singles if block.tests and is_combined]
            pairs = [self._pair(*two) for two in itertools.combinations(combined, 2)]
            self._blocks += [block for block in pairs if block.tests]

    @property
    def size(self) -> int:
        """Tests for each outcome."""
        return sum(len(block.tests) for block in self._blocks)

    def found(self, outcomes: Outcomes) -> dict[str, list[_Tested]]:
        """For each outcome the tests that pass, in no order."""
        tested = [(name, test) for name, one in outcomes.items() for test in self._tested(one)]
        p = np.ones(self.size * len(outcomes))
        p[: len(tested)] = [test.p for _, test in tested]
        found: dict[str, list[_Tested]] = {name: [] for name in outcomes}
        for (name, test), q in zip(tested, false_discovery_q(p), strict=False):
            if q <= MOST_Q and test.has_effect:
                found[name].append(replace(test, q=float(q)))
        return found

    def hints(self, outcomes: Outcomes) -> dict[str, tuple[Hint, ...]]:
        found = self.found(outcomes)
        return {name: self._of_one(found[name], one) for name, one in outcomes.items()}

    def _of_one(self, passed: Sequence[_Tested], outcome: NDArray[np.bool_]) -> tuple[Hint, ...]:
        found = sorted(passed, key=lambda test: (-test.bounds[0], test.p))
        alone = self._standing_alone(found, outcome)
        shown = [self._hint(test, (), outcome) for test in alone]
        shown += [
            self._hint(test, self._nearest(test, alone), outcome)
            for test in found
            if test not in alone
        ]
        return tuple(shown)

    def _single(self, factor: Factor) -> _Block:
        kept = np.flatnonzero(np.bincount(factor.codes) >= LEAST_UNITS)
        # What every unit has is no difference.
        kept = kept if len(factor.levels) > 1 else kept[:0]
        place = np.full(len(factor.levels), -1)
        place[kept] = np.arange(len(kept))
        bounds = factor.bounds or (None,) * len(factor.levels)
        tests = tuple(
            (Part(factor.name, factor.levels[level], bounds[level]),) for level in kept.tolist()
        )
        cell = place[factor.codes]
        return _Block(tests, cell, self._units_of(cell, len(tests)))

    def _pair(self, one: _Block, other: _Block) -> _Block:
        """Cells of at least 20 units that are not all of one of their levels."""
        both = (one.cell >= 0) & (other.cell >= 0)
        width = len(other.tests)
        keys, sizes = np.unique(one.cell[both] * width + other.cell[both], return_counts=True)
        rows, columns = keys // width, keys % width
        own = (sizes < one.n.sum(axis=1)[rows]) & (sizes < other.n.sum(axis=1)[columns])
        kept = np.flatnonzero((sizes >= LEAST_UNITS) & own)
        keys, rows, columns = keys[kept], rows[kept], columns[kept]
        cell = _places(np.where(both, one.cell * width + other.cell, -1), keys)
        tests = tuple(
            (*one.tests[row], *other.tests[column])
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        )
        parents = ((one, rows), (other, columns))
        return _Block(tests, cell, self._units_of(cell, len(tests)), parents)

    def _units_of(self, cell: NDArray[np.int64], tests: int) -> NDArray[np.int64]:
        return _counted(cell, self._strata, (tests, len(self._totals)))

    def _tested(self, outcome: NDArray[np.bool_]) -> Iterator[_Tested]:
        rows = np.flatnonzero(outcome)
        marked = np.bincount(self._strata[rows], minlength=len(self._totals))
        counts = {id(block): block.counted(rows, self._strata) for block in self._blocks}
        for block in self._blocks:
            k = counts[id(block)].sum(axis=1)
            worth = _stands_out(k, block.n, marked, self._totals)
            for parent, cells in block.parents:
                worth &= _stands_out(k, block.n, counts[id(parent)][cells], parent.n[cells])
            for test in np.flatnonzero(worth).tolist():
                grounds = [(marked, self._totals)]
                for parent, cells in block.parents:
                    grounds.append((counts[id(parent)][cells[test]], parent.n[cells[test]]))
                yield self._test(block, test, int(k[test]), grounds)

    def _test(
        self,
        block: _Block,
        test: int,
        k: int,
        grounds: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]],
    ) -> _Tested:
        """Against all units and, a combination, against those of each of its levels."""
        drawn = block.n[test]
        p = max(self._exact.upper_p(k, _tables(drawn, *ground)) for ground in grounds)
        marked, totals = grounds[0]
        expected = float((drawn * marked / totals).sum())
        return _Tested(block, test, int(drawn.sum()), k, expected, p)

    def _standing_alone(
        self, found: Sequence[_Tested], outcome: NDArray[np.bool_]
    ) -> list[_Tested]:
        """Those that show something beside the others: taken in one by one, then looked at again.

        Strongest concentration first, so that a combination comes before its levels, and a lot
        before its supplier; the second look drops the lot when it is the supplier after all.
        """
        limit = _OWN_P / max(1, len(found))
        alone: list[_Tested] = []
        for test in found:
            if not alone or self._p_beside(test, alone, outcome) <= limit:
                alone.append(test)
        for test in sorted(alone, key=lambda test: -test.p):
            others = [other for other in alone if other is not test]
            if others and self._p_beside(test, others, outcome) > limit:
                alone = others
        return alone

    def _p_beside(
        self, test: _Tested, others: Sequence[_Tested], outcome: NDArray[np.bool_]
    ) -> float:
        """The test again, among units that agree in whether they have what the others name."""
        strata = self._strata
        for other in others:
            strata = _joined(strata, self._has(other).astype(np.int64))
        drawn = self._has(test)
        size = int(strata.max()) + 1
        n, marked, totals = (
            np.bincount(strata[rows], minlength=size)
            for rows in (drawn, outcome, np.ones_like(drawn))
        )
        return self._exact.upper_p(test.k, _tables(n, marked, totals))

    def _nearest(self, test: _Tested, alone: Sequence[_Tested]) -> tuple[Part, ...]:
        """Of those that stand for themselves the one it shares most units with."""
        own = self._has(test)
        shared = [int((own & self._has(other)).sum()) for other in alone]
        other = alone[int(np.argmax(shared))]
        return other.block.tests[other.test]

    def _has(self, test: _Tested) -> NDArray[np.bool_]:
        has: NDArray[np.bool_] = test.block.cell == test.test
        return has

    def _hint(
        self, test: _Tested, explained_by: tuple[Part, ...], outcome: NDArray[np.bool_]
    ) -> Hint:
        rows = np.flatnonzero(self._has(test) & outcome)
        low, high = test.bounds
        return Hint(
            test.block.tests[test.test],
            test.n,
            test.k,
            test.expected,
            test.k / test.expected,
            low,
            high,
            test.p,
            test.q,
            tuple(self._seen.units[row] for row in rows.tolist()),
            explained_by,
        )


def _stands_out(
    k: NDArray[np.int64],
    n: NDArray[np.int64],
    marked: NDArray[np.int64],
    totals: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Whether ``k`` is far enough above the mean of its strata's hypergeometrics."""
    known = np.maximum(totals, 1)
    means = n * marked / known
    spread = means * (1 - marked / known) * (totals - n) / np.maximum(totals - 1, 1)
    z: NDArray[np.bool_] = k - 0.5 - means.sum(axis=1) > _WORTH_A_TEST_Z * np.sqrt(
        spread.sum(axis=1)
    )
    return z


def _tables(
    drawn: NDArray[np.int64], marked: NDArray[np.int64], totals: NDArray[np.int64]
) -> Iterator[tuple[int, int, int]]:
    rows = np.flatnonzero(drawn)
    return zip(drawn[rows].tolist(), marked[rows].tolist(), totals[rows].tolist(), strict=True)


def _counted(
    cell: NDArray[np.int64], strata: NDArray[np.int64], shape: tuple[int, ...]
) -> NDArray[np.int64]:
    tests, width = shape
    known = cell >= 0
    flat = np.bincount(cell[known] * width + strata[known], minlength=tests * width)
    return flat.reshape(tests, width)


def _places(keys: NDArray[np.int64], kept: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each key stands in ``kept`` (ascending), −1 for those that are not in it."""
    if not len(kept):
        return np.full(len(keys), -1)
    places = np.minimum(np.searchsorted(kept, keys), len(kept) - 1)
    found: NDArray[np.int64] = np.where(kept[places] == keys, places, -1)
    return found


def _joined(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Numbers, from 0, that are equal where both are."""
    width = int(other.max(initial=0)) + 1
    codes: NDArray[np.int64] = np.unique(one * width + other, return_inverse=True)[1]
    return codes
