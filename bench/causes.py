"""What units with a fault have in common, in a plant's whole history.

The baseline is counting: the units of every level and every pair of levels, by stratum.
"""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

import numpy as np

from analysis.causes import Observations, hints
from analysis.factors import Factor
from bench.rows import Row, Times, median_row
from tests.helpers.plant_history import plant_history, script

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 9
#: What somebody waits for who opens the page.
MOST_MS = 3_000


def run() -> list[Row]:
    """The two in turns, on the same units."""
    seen = _observations()
    counted, looked = [], []
    for _ in range(RUNS):
        counted.append(_timed_us(lambda: _count(seen)))
        looked.append(_timed_us(lambda: hints(seen)))
    baseline = Times("levels and pairs of levels, counted", counted)
    times = Times("what units with a fault have in common", looked)
    waited = Row(times.name, times.count, times.median_us / 1_000, "ms", most=MOST_MS)
    return [median_row(baseline), median_row(times, baseline), waited]


def _observations() -> Observations:
    units = plant_history().units
    levels = {name: Factor.of(name, column.tolist()) for name, column in units.levels.items()}
    cut = {name: Factor.cut(name, column.tolist()) for name, column in units.numbers.items()}
    factors = [(levels | cut)[name] for name in script.FACTORS]
    strata = [levels[name] for name in script.STRATA]
    return Observations.of(units.serials, units.faults["rehit"], factors, strata)


def _count(seen: Observations) -> None:
    """Without a test, and without leaving out what too few units have."""
    strata = int(seen.strata.max()) + 1
    codes = [(factor.codes, len(factor.levels)) for factor in seen.factors]
    for one, width in codes:
        np.bincount(one * strata + seen.strata, minlength=width * strata)
    for (one, _), (other, width) in itertools.combinations(codes, 2):
        np.unique((one * width + other) * strata + seen.strata, return_counts=True)


def _timed_us(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e6
