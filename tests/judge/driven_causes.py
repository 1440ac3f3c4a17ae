"""Looks for causes again and again while a history goes on, as a plant would every few shifts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.causes import Observations, hints_of_all
from analysis.factors import Factor
from tests.helpers.plant_history import PlantHistory, script
from tests.helpers.plant_history.judge import CauseJudge, FactorHint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from analysis.causes import Hint
    from tests.helpers.plant_history.units import Units

#: How many of the newest units are looked at.
WINDOW = 5_000


def newest_units(told: PlantHistory, end: int, *faults: str) -> Iterator[Observations]:
    """The units before ``end`` as the analysis sees them, for one fault after the other."""
    rows = slice(max(0, end - WINDOW), end)
    for fault in faults:
        yield swept(told.units, rows, told.units.faults[fault][rows])


def swept(made: Units, rows: slice, outcome: NDArray[np.bool_]) -> Observations:
    """These units with all that is known of them, the shift by itself as at the server."""
    factors = [
        Factor.of(name, made.levels[name][rows].tolist())
        if name in made.levels
        else Factor.cut(name, made.numbers[name][rows].tolist())
        for name in script.FACTORS
    ]
    factors = [replace(factor, is_combined=factor.name != "shift") for factor in factors]
    strata = [Factor.of(name, made.levels[name][rows].tolist()) for name in script.STRATA]
    return Observations.of(made.serials[rows], outcome, factors, strata)


def looked_through(told: PlantHistory, looks: int | Sequence[int]) -> CauseJudge:
    """What was said of every fault in each of ``looks`` (or after so many units each).

    All faults of a look are one family.
    """
    judged = CauseJudge(told)
    ends = range(looks, script.UNITS + 1, looks) if isinstance(looks, int) else looks
    for end in ends:
        rows = slice(max(0, end - WINDOW), end)
        faults = {fault: told.units.faults[fault][rows] for fault in script.FAULTS}
        seen = swept(told.units, rows, faults[script.FAULTS[0]])
        for fault, found in hints_of_all(seen, faults).by_outcome.items():
            judged.saw(end, fault, plain(found))
    return judged


def plain(found: Sequence[Hint]) -> list[FactorHint]:
    """What stands for itself, as the judge reads it."""
    return [
        FactorHint(tuple((p.factor, p.level, p.bounds) for p in hint.parts), hint.units)
        for hint in found
        if not hint.explained_by
    ]
