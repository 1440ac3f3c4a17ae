"""One history: units, cases, decisions and what comes back, from one seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from memory.records import Case, Decision
from tests.helpers.plant_history import script
from tests.helpers.plant_history.texts import Query, queries, written
from tests.helpers.plant_history.trouble import Occurrence, Told, troubles
from tests.helpers.plant_history.units import BEGAN, Units, units

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What people write about each fault; the others are not written about.
_TOPIC_OF_FAULT = {
    "leak": "leak", "torque": "torque low", "scratch": "scratch", "rattle": "rattle",
    "clearance": "clearance", "bond": "glue bead", "label": "label",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """What a judge knows and the product must find out."""

    told: Told
    topic_of: dict[str, str]
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class PlantHistory:
    """What the product may see; ``truth`` is for the judge.

    ``cases`` are without outcomes and ``decisions`` are being watched; ``occurrences`` are the
    units that had a key somebody decided about.  ``returning`` are keys with their times.
    All are in the order of time.
    """

    units: Units
    occurrences: tuple[Occurrence, ...]
    cases: tuple[Case, ...]
    decisions: tuple[Decision, ...]
    returning: tuple[tuple[str, datetime], ...]
    truth: Truth


def plant_history(seed: int = 1, count: int = script.UNITS) -> PlantHistory:
    """The script's history as this seed throws the dice."""
    random = np.random.default_rng(seed)
    made = units(count, random)
    told = troubles(made, random)
    written_about = sorted(
        [*_of_faults(made, random), *_of_decisions(made, told, random)],
        key=lambda pair: (pair[0].at_us, pair[0].case),
    )
    truth = Truth(told, {case.case: topic for case, topic in written_about}, queries(random))
    return PlantHistory(
        made,
        told.occurrences,
        tuple(case for case, _ in written_about),
        tuple(one.decision for one in told.decided),
        tuple(sorted(_returning(random), key=lambda event: (event[1], event[0]))),
        truth,
    )


def _of_faults(made: Units, random: np.random.Generator) -> Iterator[tuple[Case, str]]:
    """Two of three faulty units are written about."""
    for fault, topic in _TOPIC_OF_FAULT.items():
        for row in np.flatnonzero(made.faults[fault]).tolist():
            if random.random() < 2 / 3:
                text = written(topic, random)
                yield _case(f"C {fault} {row}", text, fault, row, made), topic


def _of_decisions(
    made: Units, told: Told, random: np.random.Generator
) -> Iterator[tuple[Case, str]]:
    for one in told.decided:
        decision = one.decision
        case = _case(decision.case, written(one.topic, random), decision.key, one.row, made)
        decided = replace(
            case,
            context=case.context | {"station": decision.key.split("/")[0]},
            response=decision.response,
            decision=decision.decision,
        )
        yield decided, one.topic


def _case(name: str, text: str, key: str, row: int, made: Units) -> Case:
    return Case(
        case=name,
        text=text,
        at_us=int(made.at_us[row]),
        kind="nok",
        key=key,
        context=made.context(row),
    )


def _returning(random: np.random.Generator) -> Iterator[tuple[str, datetime]]:
    """Keys that come by chance, four of them far more often for a while."""
    for number in range(script.BACKGROUND_KEYS):
        yield from _by_chance(f"key {number:02d}", 0, script.DAYS, random)
    for one in script.RECURRING:
        yield from _by_chance(one.key, 0, script.DAYS, random)
        yield from _by_chance(one.key, one.from_day, one.until_day, random, one.per_day)


def _by_chance(
    key: str,
    begin: int,
    end: int,
    random: np.random.Generator,
    per_day: float = script.BACKGROUND_PER_DAY,
) -> Iterator[tuple[str, datetime]]:
    day = begin + random.exponential(1 / per_day)
    while day < end:
        yield key, BEGAN + timedelta(days=day)
        day += random.exponential(1 / per_day)
