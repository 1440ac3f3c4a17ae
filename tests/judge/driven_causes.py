"""Looks for causes again and again while a history goes on, as a plant would every few shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.causes import Observations, hints_of_all
from analysis.factors import Factor
from tests.helpers.plant_history import PlantHistory, script
from tests.helpers.plant_history.judge import CauseJudge, FactorHint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.causes import Hint

#: How many of the newest units are looked at.
WINDOW = 5_000


def newest_units(told: PlantHistory, end: int, *faults: str) -> Iterator[Observations]:
    """The units before ``end`` as the analysis sees them, for one fault after the other."""
    units, rows = told.units, slice(max(0, end - WINDOW), end)
    factors = [
        Factor.of(name, units.levels[name][rows].tolist())
        if name in units.levels
        else Factor.cut(name, units.numbers[name][rows].tolist())
        for name in script.FACTORS
    ]
    strata = [Factor.of(name, units.levels[name][rows].tolist()) for name in script.STRATA]
    for fault in faults:
        yield Observations.of(units.serials[rows], units.faults[fault][rows], factors, strata)


def looked_through(told: PlantHistory, every: int) -> CauseJudge:
    """What was said of every fault after each ``every`` units, all faults being one family."""
    judged = CauseJudge(told)
    for end in range(every, script.UNITS + 1, every):
        rows = slice(max(0, end - WINDOW), end)
        (seen,) = newest_units(told, end, script.FAULTS[0])
        faults = {fault: told.units.faults[fault][rows] for fault in script.FAULTS}
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
