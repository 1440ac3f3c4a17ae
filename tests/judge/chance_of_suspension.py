"""How often harmful advice can be suspended in time: worked out, not thrown.

What is planted says how each use ends; whether the rule suspends depends on counts alone.  So the
chance is a sum over all that may happen, and what a history shows beyond it is luck.
"""

from __future__ import annotations

import functools
from math import comb
from typing import TYPE_CHECKING

from memory.advice import is_surely_harmful
from memory.facts import Built, Occurred
from memory.records import Outcome
from memory.watch import Baseline, Watch, judge
from tests.helpers.plant_history import script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Quiet windows and all windows, of the advice and of the others.
Counts = tuple[int, int, int, int]

#: So many decisions on one key: eight uses of one response need fewer, all but one time in 300.
_DECISIONS = 45
#: What is rarer is left out: it adds up to less than one in a million.
_LEAST = 1e-12


def within(
    trouble: script.Trouble,
    code: str,
    most_uses: int,
    rule: Callable[[int, int, int, int], bool] = is_surely_harmful,
) -> float:
    """The chance that ``code`` is suspended before it is used once more than ``most_uses``."""
    own = next(one for one in trouble.responses if one.code == code)
    others = [one for one in trouble.responses if one.code != code]
    share = own.habit / sum(one.habit for one in trouble.responses)
    usual = sum(one.habit * one.holds for one in others) / sum(one.habit for one in others)
    at_once = own.worsens * chance_of_worse(trouble.rate) if trouble.is_safety else 0.0
    known, suspended = {(0, 0, 0, 0): 1.0}, 0.0
    is_harm = functools.cache(rule)
    for _ in range(_DECISIONS):
        after: dict[Counts, float] = {}
        for counts, chance in known.items():
            suspended += chance * share * at_once * (counts[1] < most_uses)
            for then, p in _next(counts, share, own.holds, at_once, usual):
                if then[1] > most_uses or chance * p < _LEAST:
                    continue
                if is_harm(*then):
                    suspended += chance * p
                else:
                    after[then] = after.get(then, 0.0) + chance * p
        known = after
    return suspended


def _next(
    counts: Counts, share: float, holds: float, at_once: float, usual: float
) -> Iterator[tuple[Counts, float]]:
    quiet, n, others_quiet, others_n = counts
    yield (quiet + 1, n + 1, others_quiet, others_n), share * holds
    yield (quiet, n + 1, others_quiet, others_n), share * (1 - holds - at_once)
    yield (quiet, n, others_quiet + 1, others_n + 1), (1 - share) * usual
    yield (quiet, n, others_quiet, others_n + 1), (1 - share) * (1 - usual)


def chance_of_worse(rate: float) -> float:
    """That a window of what was made worse is told as worse, and not merely as come back."""
    units, worse = script.WATCHED_UNITS, min(0.9, rate * script.WORSE_TIMES)
    return sum(
        _chance(before, units, rate) * _chance(after, units, worse)
        for before in range(units + 1)
        for after in range(least_that_is_worse(before), units + 1)
    )


def least_that_is_worse(before: int) -> int:
    """How many repeats the rule calls worse after so many before; above the window: none are."""
    units = script.WATCHED_UNITS
    watch = Watch(
        decision="d", kind="correct", key="k", decided_at_us=0, baseline=Baseline(before, units)
    )
    built = [Built(event=f"u{n}", at_us=n) for n in range(1, units + 1)]
    for count in range(2 * before, units + 1):
        again = [Occurred(event=f"o{n}", at_us=n, key="k") for n in range(1, count + 1)]
        if judge(watch, [*built, *again], units).status is Outcome.WORSE:
            return count
    return units + 1


def _chance(k: int, n: int, p: float) -> float:
    return comb(n, k) * p**k * (1 - p) ** (n - k)
