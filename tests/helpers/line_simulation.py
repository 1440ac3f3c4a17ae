"""A line of stations with buffers between them: what each did, and when units left the last.

Units move on as soon as the next place is free; a station whose next place is not free is blocked,
one whose next unit is not there is starved.  Stations break down while they work.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.station_states import Span, State

SECOND_US = 1_000_000


@dataclass(frozen=True, slots=True)
class SimulatedStation:
    """Works ``cycle_s`` give or take (lognormal, ``spread`` of the logarithm).

    ``breaks_down`` is the chance per unit, ``repair_s`` the mean of exponential repair times;
    ``buffer`` is how many units have room behind it.
    """

    name: str
    cycle_s: float
    spread: float = 0.2
    breaks_down: float = 0.0
    repair_s: float = 0.0
    buffer: int = 2


@dataclass(frozen=True, slots=True)
class SimulatedLine:
    """What happened: states of each station, and when each unit left the line (µs)."""

    spans: dict[str, tuple[Span, ...]]
    finished_us: tuple[int, ...]


def simulate(stations: Sequence[SimulatedStation], *, units: int, seed: int) -> SimulatedLine:
    """So many units through the line, the first station never out of material."""
    chance = random.Random(seed)  # noqa: S311 - a simulation, no secret
    count = len(stations)
    left = [[0] * count for _ in range(units)]
    spans: dict[str, list[Span]] = {station.name: [] for station in stations}
    for unit in range(units):
        for place, station in enumerate(stations):
            free = left[unit - 1][place] if unit else 0
            begin = max(free, left[unit][place - 1] if place else free)
            repair = _repair_us(station, chance)
            work = round(station.cycle_s * chance.lognormvariate(0, station.spread) * SECOND_US)
            done = begin + work + repair
            room_from = unit - station.buffer - 1
            last = place == count - 1
            leaves = done if last or room_from < 0 else max(done, left[room_from][place + 1])
            left[unit][place] = leaves
            spans[station.name] += _spans(free, begin, repair, done, leaves)
    finished = tuple(places[-1] for places in left)
    return SimulatedLine({name: tuple(found) for name, found in spans.items()}, finished)


def _repair_us(station: SimulatedStation, chance: random.Random) -> int:
    if chance.random() >= station.breaks_down:
        return 0
    return round(chance.expovariate(1 / station.repair_s) * SECOND_US)


def _spans(free: int, begin: int, repair: int, done: int, leaves: int) -> list[Span]:
    edges = (
        (State.STARVED, free, begin),
        (State.STOPPED, begin, begin + repair),
        (State.RUNNING, begin + repair, done),
        (State.BLOCKED, done, leaves),
    )
    return [Span(state, one, other) for state, one, other in edges if one < other]
