"""What a stop costs: which order it hits, and by how much the promise for it moves.

All differences are of planned working time; the promise is an instant, since a minute lost
before the end of a shift can move it to the next morning.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.promise import Forecast

#: The chances of a promise.
P50, P80, P95 = 0.5, 0.8, 0.95


class Clock(Protocol):
    """Planned working time; all instants and times in µs.  The shift calendar is one."""

    def worked_us(self, begin_us: int, end_us: int) -> int:
        """Working time between two instants, negative the other way round."""
        ...

    def after(self, begin_us: int, worked_us: int) -> int | None:
        """The instant so much working time later; None when there is never so much."""
        ...


class EveryMinute:
    """The clock of a plant without a calendar: each minute is to be worked."""

    def worked_us(self, begin_us: int, end_us: int) -> int:
        return end_us - begin_us

    def after(self, begin_us: int, worked_us: int) -> int | None:
        return begin_us + worked_us


@dataclass(frozen=True, slots=True)
class StopFacts:
    """A stop from ``begin_us`` to ``end_us`` (of one that lasts: to now), and the order it hits.

    ``priority`` 1 is the most urgent, 0 none.  ``units_left`` are to be made when it begins.
    ``shift_end_us`` is when the shift ends that the order was to be finished in.  ``cover_us`` is
    for how much working time the line lives on the units behind the station, None if nobody
    knows.
    """

    station: str
    begin_us: int
    end_us: int
    order: str
    units_left: int
    priority: int = 0
    due_us: int | None = None
    shift_end_us: int | None = None
    cover_us: int | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """Instants (µs UTC) by which the order is finished; None where the calendar ends before."""

    p50_us: int | None
    p80_us: int | None
    p95_us: int | None


@dataclass(frozen=True, slots=True)
class Risk:
    """The chance (0 to 1) of being too late, without the stop and with it."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class StopValue:
    """What the stop of ``facts`` costs.

    ``moved_us`` is the working time by which the promise moves, ``units`` how many the line makes
    in it; with ``is_at_most`` the units behind the station may make it less.  ``late`` is about
    the order's due time, ``overtime`` about the end of the shift.  ``same_cause`` counts the stops
    of that cause, with this one; 0 when the cause is not known.
    """

    facts: StopFacts
    is_limiting: bool
    is_at_most: bool
    lost_us: int
    moved_us: int
    units: float
    before: Promised
    after: Promised
    late: Risk | None
    overtime: Risk | None
    same_cause: int


def value_of(
    facts: StopFacts,
    expected: Forecast,
    *,
    limiting: str | None,
    earlier_causes: Iterable[str] = (),
    clock: Clock | None = None,
) -> StopValue:
    """The value of one stop.

    ``expected`` is how long the order's ``units_left`` take in working time; ``limiting`` the
    station that limits the line, None for no single one.  ``earlier_causes`` are those of the
    stops to compare with, as many as there were.
    """
    clock = clock or EveryMinute()
    is_limiting = facts.station == limiting
    lost_us = clock.worked_us(facts.begin_us, facts.end_us)
    cover_us = 0 if is_limiting else facts.cover_us or 0
    moved_us = max(0, lost_us - cover_us)
    cause = facts.cause
    return StopValue(
        facts,
        is_limiting=is_limiting,
        is_at_most=not is_limiting and facts.cover_us is None and moved_us > 0,
        lost_us=lost_us,
        moved_us=moved_us,
        units=_units(moved_us, expected),
        before=_promised(facts.begin_us, expected, 0, clock),
        after=_promised(facts.begin_us, expected, moved_us, clock),
        late=_risk(facts.due_us, facts, expected, moved_us, clock),
        overtime=_risk(facts.shift_end_us, facts, expected, moved_us, clock),
        same_cause=0 if cause is None else 1 + sum(c == cause for c in earlier_causes),
    )


def by_consequence(values: Iterable[StopValue]) -> Sequence[StopValue]:
    """What moves a promise first, among these the more urgent order, then the larger move."""
    return sorted(
        values,
        key=lambda v: (
            v.moved_us == 0,
            v.facts.priority or float("inf"),
            -v.moved_us,
            -v.lost_us,
            v.facts.begin_us,
        ),
    )


def working_left_s(
    clock: Clock, begin_us: int, until_us: int, expected: Forecast, *, more_us: int = 0
) -> float:
    """Working seconds until then; at most what ``expected`` takes in any case, and ``more_us``.

    An order that is due on 9999-12-31 has time enough: nobody counts the shifts of all the years.
    """
    # One more: in seconds again, it may be the last digit too little.
    most_us = math.ceil(expected.at(1.0) * 1e6) + 1 + more_us
    enough_at = clock.after(begin_us, most_us)
    if enough_at is not None and enough_at <= until_us:
        return most_us / 1e6
    return clock.worked_us(begin_us, until_us) / 1e6


def _units(moved_us: int, expected: Forecast) -> float:
    each_s = expected.p50_s / expected.ahead
    return moved_us / 1e6 / each_s if each_s else 0.0


def _promised(begin_us: int, expected: Forecast, moved_us: int, clock: Clock) -> Promised:
    return Promised(
        *(
            clock.after(begin_us, moved_us + round(expected.at(chance) * 1e6))
            for chance in (P50, P80, P95)
        )
    )


def _risk(
    until_us: int | None, facts: StopFacts, expected: Forecast, moved_us: int, clock: Clock
) -> Risk | None:
    if until_us is None:
        return None
    left_s = working_left_s(clock, facts.begin_us, until_us, expected, more_us=moved_us)
    beyond = expected.chance_beyond
    return Risk(beyond(left_s), beyond(left_s - moved_us / 1e6))
