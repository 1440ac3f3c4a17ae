"""What the newest part of the log tells about units, for a sweep: read in pages, kept nowhere.

Of people only this is used: whether a shift at a station was worked by several of them.  Who they
are never leaves this module.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.events import (
    MeasurementRecorded,
    StationStarted,
    TighteningRecorded,
    UnitStarted,
)
from app.domain.line_events import StopEnded
from app.domain.material_events import LotOpened, StockReceived
from server.db.tables import event
from server.memory.fact_reading import at_of
from server.memory.pattern_records import Characteristic
from server.read.facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from server.db.engine import Database
    from server.read.facts import Fact

    #: The name of the shift that was at a station at a time (µs), if the plant planned one.
    ShiftAt = Callable[[str, int], str | None]
    Recorded = TighteningRecorded | MeasurementRecorded

#: So many of the newest events that tell something are read, so many at once.
MOST_EVENTS = 200_000
_PAGE = 2_000
#: Values of one characteristic that are looked at.
MOST_VALUES = 2_000
#: Who did more than this of what was begun in a shift at a station stands for it.
_MOST_OF_ONE = 0.8
_LEAST_PEOPLE = 2
_MINUTE_US = 60_000_000
_BY_DEVICES = frozenset({"tool", "gauge"})

_KINDS = tuple(
    kind.KIND
    for kind in (
        UnitStarted,
        TighteningRecorded,
        MeasurementRecorded,
        StationStarted,
        StopEnded,
        LotOpened,
        StockReceived,
    )
)


@dataclass(frozen=True, slots=True)
class Value:
    """One recorded value with what it was made with; ``things`` by their kind."""

    value: float
    pos: int
    event: str
    serial: str
    things: dict[str, str]


@dataclass(slots=True)
class UnitSeen:
    """One unit: ``things`` it was made with by kind, ``numbers`` (minutes since …) by name."""

    serial: str
    product: str
    variant: str
    revision: str
    station: str
    pos: int
    things: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    shifts: dict[str, str] = field(default_factory=dict)


class PatternLog:
    """The newest events, folded into units and series of values."""

    def __init__(self, shift_at: ShiftAt) -> None:
        self._shift_at = shift_at
        self.units: dict[str, UnitSeen] = {}
        self.series: dict[Characteristic, deque[Value]] = {}
        self.events = 0
        self._restarted: dict[str, int] = {}
        self._refilled: dict[tuple[str, str], int] = {}
        self._begun_by: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def take(self, fact: Fact) -> None:
        """One event, in the order of the log."""
        self.events += 1
        station, at_us = fact.envelope.station, at_of(fact)
        match fact.body:
            case UnitStarted() as body:
                self._started(fact, body, at_us)
            case TighteningRecorded() as body if body.counted:
                self._recorded(fact, body, "")
            case MeasurementRecorded() as body:
                self._recorded(fact, body, body.characteristic)
            case StopEnded(why="nobody"):
                pass  # everybody went home: nothing began again
            case StationStarted() | StopEnded():
                self._restarted[station] = at_us
            case LotOpened() | StockReceived() as body:
                self._refilled[station, body.part] = at_us
            case _:
                pass

    def shift_of(self, seen: UnitSeen) -> str:
        """The shift it was begun in; "" where that would say who: nobody's shift is one person's.

        A unit that passed one such station has no shift at all.
        """
        if any(self._stands_for_one(place) for place in seen.shifts.items()):
            return ""
        return seen.shifts.get(seen.station, "")

    def _stands_for_one(self, place: tuple[str, str]) -> bool:
        people = self._begun_by[place]
        most = max(people.values(), default=0)
        return len(people) < _LEAST_PEOPLE or most > _MOST_OF_ONE * people.total()

    def _started(self, fact: Fact, body: UnitStarted, at_us: int) -> None:
        station = fact.envelope.station
        seen = self.units.setdefault(
            body.serial,
            UnitSeen(body.serial, body.product, body.variant, body.revision, station, fact.pos),
        )
        shift = self._shift_at(station, at_us)
        if shift:
            seen.shifts[station] = shift
            if fact.envelope.actor.kind == "person":
                self._begun_by[station, shift][fact.envelope.actor.id] += 1
        since = self._restarted.get(station)
        if since is not None:
            seen.numbers[f"minutes since restart of {station}"] = _minutes(since, at_us)
        for (place, part), filled in self._refilled.items():
            if place == station:
                seen.numbers[f"minutes since refill of {part}"] = _minutes(filled, at_us)

    def _recorded(self, fact: Fact, body: Recorded, characteristic: str) -> None:
        seen = self.units.get(fact.unit or "")
        if seen is None:
            return
        things = _things(body)
        seen.things.update({f"{kind} of {body.step}": value for kind, value in things.items()})
        for quantity in body.reading.values[: 1 if characteristic else None]:
            key = Characteristic(
                station=fact.envelope.station,
                product=seen.product,
                variant=seen.variant,
                step=body.step,
                name=characteristic or quantity.name,
                unit_code=quantity.unit,
            )
            value = Value(
                float(quantity.value),
                fact.pos,
                fact.envelope.event_id,
                seen.serial,
                things | {"revision": seen.revision},
            )
            self.series.setdefault(key, deque(maxlen=MOST_VALUES)).append(value)


def read_log(
    database: Database,
    log: PatternLog,
    *,
    most: int = MOST_EVENTS,
    pause: Callable[[], bool] = lambda: False,
) -> bool:
    """Read the newest ``most`` events page by page; False where ``pause`` asked to stop.

    ``pause`` is called between pages, so that whoever waits for an answer goes first.
    """
    after = _before_newest(database, most)
    while True:
        with database.read() as connection:
            facts = list(_page(connection, after))
        for fact in facts:
            log.take(fact)
        if len(facts) < _PAGE:
            return True
        after = facts[-1].pos
        if pause():
            return False


def _before_newest(database: Database, most: int) -> int:
    columns = event.c
    newest = sa.select(columns.pos).where(columns.kind.in_(_KINDS)).order_by(columns.pos.desc())
    with database.read() as connection:
        return connection.execute(newest.offset(most).limit(1)).scalar_one_or_none() or 0


def _page(connection: sa.Connection, after: int) -> Iterator[Fact]:
    columns = event.c
    statement = sa.select(columns.pos, columns.recv_at, columns.raw)
    wanted = statement.where(columns.pos > after, columns.kind.in_(_KINDS))
    return read_facts(connection.execute(wanted.order_by(columns.pos).limit(_PAGE)))


def _things(body: Recorded) -> dict[str, str]:
    """What it was made with.  What was typed has its person as its source: it has no tool."""
    reading = body.reading
    told = {
        "tool": reading.source if body.means in _BY_DEVICES else "",
        "program": reading.program or "",
        "calibration": "" if body.calibration is None else body.calibration.record,
    }
    return {kind: value for kind, value in told.items() if value}


def _minutes(since_us: int, at_us: int) -> float:
    return max(0.0, (at_us - since_us) / _MINUTE_US)
