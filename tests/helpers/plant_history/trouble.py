"""Stretches of trouble, what was decided about them, and what then happened."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memory.records import Decision, Expectation, Outcome, Scope
from tests.helpers.plant_history import script

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    from tests.helpers.plant_history.units import Units

CONTAIN = "contain"
ROLES = ("operator", "lead", "maintenance")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A unit that had the key; ``row`` is its place in the line, from 0.

    Any unit of the line may have it, whatever station its other faults are counted at.
    """

    key: str
    row: int
    at_us: int
    is_escape: bool = False
    is_safety: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, as it was made, and what came of it: the truth, which nobody was told.

    ``row`` is the first unit after it.  ``effect`` is what it really did (``held``, ``none``,
    ``worse``); ``outcome`` is what the units of its watch show.
    """

    decision: Decision
    topic: str
    row: int
    effect: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Told:
    """What happened to one key from the first unit to the last."""

    occurrences: tuple[Occurrence, ...]
    decided: tuple[Decided, ...]


def troubles(units: Units, random: np.random.Generator) -> Told:
    """The stretches of all keys, in the order in which things happened."""
    told = [_of_key(trouble, units, random) for trouble in script.TROUBLES]
    occurrences = itertools.chain.from_iterable(one.occurrences for one in told)
    decided = itertools.chain.from_iterable(one.decided for one in told)
    return Told(
        tuple(sorted(occurrences, key=lambda one: (one.row, one.key))),
        tuple(sorted(decided, key=lambda one: (one.row, one.decision.decision))),
    )


def _of_key(trouble: script.Trouble, units: Units, random: np.random.Generator) -> Told:
    """Quiet, trouble, a decision, what it brings; then it is mended for good, until next time."""
    seen: list[Occurrence] = []
    decided: list[Decided] = []
    row = int(random.integers(50, 400))
    for number in itertools.count(1):
        quiet_until = row + int(random.integers(150, 400))
        decides_at = quiet_until + int(random.integers(50, 80))
        ends_at = decides_at + script.WATCHED_UNITS + 30
        if ends_at > len(units) or (trouble.at_most is not None and number > trouble.at_most):
            break
        response = _reached_for(trouble, random)
        effect = _effect(response, decides_at, random)
        after = _rate_after(trouble, response, effect)
        had = list(_had(row, quiet_until, script.REST_RATE, random))
        had += _had(quiet_until, decides_at, trouble.rate, random)
        watched = list(_had(decides_at, ends_at, after, random))
        seen += (_occurrence(trouble, one, units) for one in had)
        seen += (_occurrence(trouble, one, units, effect, response.kind) for one in watched)
        outcome = _outcome(decides_at, had, watched, effect, response.kind)
        role = ROLES[int(random.integers(len(ROLES)))]
        decision = _decision(trouble, response, units, row=decides_at, number=number, role=role)
        decided.append(Decided(decision, trouble.topic, decides_at, effect, outcome))
        row = ends_at
    return Told(tuple(seen), tuple(decided))


def _reached_for(trouble: script.Trouble, random: np.random.Generator) -> script.Response:
    habits = [response.habit for response in trouble.responses]
    shares = [habit / sum(habits) for habit in habits]
    return trouble.responses[int(random.choice(len(shares), p=shares))]


def _effect(response: script.Response, row: int, random: np.random.Generator) -> str:
    is_later = row >= script.NEW_REVISION_UNIT and response.holds_later is not None
    holds = response.holds_later if is_later else response.holds
    drawn = random.random()
    if holds is not None and drawn < holds:
        return "held"
    return "worse" if drawn > 1 - response.worsens else "none"


def _rate_after(trouble: script.Trouble, response: script.Response, effect: str) -> float:
    """What is contained goes on happening: it only gets no further."""
    if effect == "held" and response.kind != CONTAIN:
        return 0.0
    return min(0.9, trouble.rate * script.WORSE_TIMES) if effect == "worse" else trouble.rate


def _had(begin: int, end: int, rate: float, random: np.random.Generator) -> Iterator[int]:
    return (row for row in range(begin, end) if random.random() < rate)


def _occurrence(
    trouble: script.Trouble, row: int, units: Units, effect: str = "", kind: str = ""
) -> Occurrence:
    """What got worse at a safety step got past the station, as what was contained in vain."""
    is_leak = trouble.escapes and kind == CONTAIN and effect != "held"
    is_escape = is_leak or (trouble.is_safety and effect == "worse")
    at_us = int(units.at_us[row])
    return Occurrence(trouble.key, row, at_us, is_escape, is_safety=trouble.is_safety)


def _outcome(row: int, before: list[int], after: list[int], effect: str, kind: str) -> Outcome:
    """What the next 50 units show, against the 50 before; only units of its revision count."""
    end = row + script.WATCHED_UNITS
    change = script.NEW_REVISION_UNIT
    seen_until = min(end, change) if row < change else end
    met = sum(one < seen_until for one in after)
    is_contained = kind == CONTAIN and effect == "held"
    if met and not is_contained:
        return Outcome.WORSE if effect == "worse" else Outcome.RECURRED
    if seen_until < end:
        return Outcome.INCONCLUSIVE
    if kind == CONTAIN:
        return Outcome.HELD if met >= script.LEAST_HELD_BACK else Outcome.TOO_RARE
    since = max(row - script.WATCHED_UNITS, change if row >= change else 0)
    rate = sum(one >= since for one in before) / max(1, row - since)
    is_often = rate * script.WATCHED_UNITS >= script.LEAST_EXPECTED
    return Outcome.HELD if is_often else Outcome.TOO_RARE


def _decision(
    trouble: script.Trouble,
    response: script.Response,
    units: Units,
    *,
    row: int,
    number: int,
    role: str,
) -> Decision:
    name = f"{trouble.key}#{number}"
    revision = str(units.levels["revision"][row])
    return Decision(
        decision=f"D {name}",
        case=f"C {name}",
        key=trouble.key,
        response=response.code,
        kind=response.kind,
        role=role,
        decided_at_us=int(units.at_us[row]) - 1,
        expectation=Expectation(units=script.WATCHED_UNITS),
        scope=Scope(context={"revision": revision}),
        is_safety=trouble.is_safety,
    )
