"""Draws what stations did from the log, each station by itself and in its own order.

Nothing here looks at another station, nor at when something came in: an outage changes what is
drawn when, never what is drawn in the end.  A station that went on recording was there all the
time; it was silent only where it was started again after longer than :data:`SILENCE_US`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from analysis.station_states import State
from app.domain.events import (
    MachineChanged,
    PersonSignedIn,
    PersonSignedOut,
    SignInRefused,
    StationStarted,
    StepCompleted,
    StepRedone,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.flow_documents import StopSettled, stop_key
from app.domain.line_events import StopBegan, StopEnded, StopsNamed
from app.domain.quality_events import UnitDisposed
from server.db.flow_tables import flow_claim, flow_cycle, flow_station, flow_stop
from server.db.storable import one_of, upsert_rows
from server.log.feed import current
from server.read.flow_documents import settled_columns
from server.read.line_documents import LineDocuments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.read.facts import Fact

    _Row = dict[str, Any]

#: A station that was off for longer than a restart takes is not known to have done anything.
SILENCE_US = 5 * 60 * 1_000_000
HEARD, DOING, MACHINE = "heard", "doing", "machine"
WORKING, WAITING, NOBODY = "unit", "waiting", "nobody"

#: What a machine's own words for its state say; others (idle, waiting) leave it to the station.
MACHINE_STATES = {
    "running": State.RUNNING,
    "blocked": State.BLOCKED,
    "starved": State.STARVED,
    "setup": State.SETUP,
    "stopped": State.STOPPED,
    "fault": State.STOPPED,
    "error": State.STOPPED,
    "emergency": State.STOPPED,
}
_GONE = frozenset({"scrap", "return"})


@dataclass(frozen=True, slots=True)
class Lasting:
    """What lasts at a station since when (µs), as of its last event."""

    station: str
    pos: int
    at: int
    heard_from: int
    doing: str
    doing_from: int
    machine: str | None = None
    machine_from: int = 0
    unit: str | None = None
    order_id: str | None = None
    product: str | None = None
    step: str | None = None
    is_attended: int = 0


class FlowDrawing:
    """One batch of the log's facts."""

    def __init__(self, connection: sa.Connection, facts: Sequence[Fact]) -> None:
        self._connection = connection
        self._facts = facts
        self._documents = LineDocuments(connection)
        self._lasting = self._read_lasting()
        self._claims: list[_Row] = []
        self._cycles = self._read_cycles()
        self._stops = self._read_stops()
        self._new_cycles: dict[tuple[str, str, int], _Row] = {}
        self._new_stops: dict[tuple[str, str], _Row] = {}

    def draw(self) -> None:
        """Draw all and write what changed."""
        for fact in self._facts:
            self._draw(fact)
        rows = [asdict(one) for one in self._lasting.values()]
        upsert_rows(self._connection, flow_station, rows)
        upsert_rows(self._connection, flow_claim, self._claims)
        upsert_rows(self._connection, flow_cycle, list(self._new_cycles.values()))
        upsert_rows(self._connection, flow_stop, list(self._new_stops.values()))

    def _draw(self, fact: Fact) -> None:
        name, recorded_at = fact.envelope.station, fact.envelope.recorded_at
        was = self._lasting.get(name) or Lasting(
            name, fact.pos, recorded_at, recorded_at, NOBODY, recorded_at
        )
        if isinstance(fact.body, StationStarted) and recorded_at - was.at > SILENCE_US:
            self._claim(fact, HEARD, "", was.heard_from, was.at)
            was = replace(was, heard_from=recorded_at)
        if fact.begins_anew:
            self._end_lasting(was)
            was = replace(was, unit=None, step=None)
        self._draw_unit(fact, was)
        self._draw_stop(fact, was)
        now = _after(was, fact)
        at = fact.envelope.at
        doing = NOBODY if not now.is_attended else WORKING if now.unit else WAITING
        if doing != was.doing:
            self._claim(fact, DOING, was.doing, was.doing_from, at)
            now = replace(now, doing=doing, doing_from=at)
        if now.machine != was.machine:
            if was.machine is not None:
                self._claim(fact, MACHINE, was.machine, was.machine_from, at)
            now = replace(now, machine_from=at)
        self._lasting[name] = replace(now, pos=fact.pos, at=max(was.at, recorded_at))

    def _claim(self, fact: Fact, source: str, state: str, begin: int, end: int) -> None:
        if begin < end:
            row = {"pos": fact.pos, "source": source, "station": fact.envelope.station}
            self._claims.append(row | {"state": state, "begin_at": begin, "end_at": end})

    # --- units

    def _draw_unit(self, fact: Fact, was: Lasting) -> None:
        body, station = fact.body, was.station
        match body:
            case UnitStarted():
                row = {
                    "station": station,
                    "serial": body.serial,
                    "pos": fact.pos,
                    "order_id": body.order,
                    "product": body.product,
                    "started_at": fact.envelope.at,
                    "at": None,
                    "is_good": 1,
                    "shift": self._documents.shift_key(station, fact.envelope.at),
                }
                self._cycles[station, body.serial] = row
                self._keep_cycle(row)
            case UnitHeld():
                self._change_cycle(station, body.serial, is_good=0)
            case UnitCompleted():
                good = {"is_good": 0} if body.reworked else {}
                self._end_cycle(fact, body.serial, **good)
            case UnitDisposed() if body.disposition in _GONE:
                self._end_cycle(fact, body.serial, is_good=0)
            case _:
                pass

    def _end_cycle(self, fact: Fact, serial: str, **changes: int) -> None:
        station, at = fact.envelope.station, fact.envelope.at
        shift = self._documents.shift_key(station, at)
        self._change_cycle(station, serial, at=at, shift=shift, **changes)

    def _change_cycle(self, station: str, serial: str, **changes: object) -> None:
        row = self._cycles.get((station, serial))
        if row is not None and row["at"] is None:
            row.update(changes)
            self._keep_cycle(row)

    def _keep_cycle(self, row: _Row) -> None:
        self._new_cycles[row["station"], row["serial"], row["pos"]] = row

    # --- stops

    def _draw_stop(self, fact: Fact, was: Lasting) -> None:
        body, at = fact.body, fact.envelope.at
        match body:
            case StopBegan():
                row = _new_stop(fact, body.stop, was)
                row["shift"] = self._documents.shift_key(was.station, at)
                row |= self._settled(was.station, body.stop)
                self._stops[was.station, body.stop] = row
                self._keep_stop(row)
            case StopEnded():
                self._change_stop(was.station, body.stop, ended_at=at)
            case StopsNamed():
                for stop in body.stops:
                    known = self._stops.get((was.station, stop), {})
                    said = {"reason": body.reason, "words": body.words, "named_at": at}
                    self._change_stop(was.station, stop, **said, named=known.get("named", 0) + 1)
            case _:
                pass

    def _end_lasting(self, was: Lasting) -> None:
        """Nobody will end what a journal knew that is lost: it lasted while it was heard of."""
        for station, stop in list(self._stops):
            row = self._stops[station, stop]
            if station == was.station and row["ended_at"] is None:
                self._change_stop(station, stop, ended_at=max(row["began_at"], was.at))

    def _change_stop(self, station: str, stop: str, **changes: object) -> None:
        row = self._stops.get((station, stop))
        if row is not None:
            row.update(changes)
            self._keep_stop(row)

    def _settled(self, station: str, stop: str) -> _Row:
        """What a lead has found out about it by now."""
        content = current(self._connection, StopSettled.KIND, stop_key(station, stop))
        return settled_columns(content)

    def _keep_stop(self, row: _Row) -> None:
        self._new_stops[row["station"], row["stop"]] = row

    # --- what was drawn before

    def _read_lasting(self) -> dict[str, Lasting]:
        names = sorted({fact.envelope.station for fact in self._facts})
        statement = sa.select(flow_station).where(flow_station.c.station.in_(names))
        rows = self._connection.execute(statement)
        return {row.station: Lasting(**row._asdict()) for row in rows}

    def _read_cycles(self) -> dict[tuple[str, str], _Row]:
        """The last time each unit that something happened to was begun at its station."""
        kinds = UnitHeld | UnitCompleted | UnitDisposed
        serials = sorted({f.body.serial for f in self._facts if isinstance(f.body, kinds)})
        if not serials:
            return {}
        stations = sorted({fact.envelope.station for fact in self._facts})
        statement = (
            sa.select(flow_cycle)
            .where(
                flow_cycle.c.station.in_(stations),
                one_of(self._connection, flow_cycle.c.serial, serials),
            )
            .order_by(flow_cycle.c.pos)
        )
        rows = self._connection.execute(statement).mappings()
        return {(row["station"], row["serial"]): dict(row) for row in rows}

    def _read_stops(self) -> dict[tuple[str, str], _Row]:
        wanted = sorted({name for fact in self._facts for name in _stops_of(fact)})
        anew = sorted({f.envelope.station for f in self._facts if f.begins_anew})
        columns, which = flow_stop.c, []
        if wanted:
            stations = sorted({fact.envelope.station for fact in self._facts})
            told = one_of(self._connection, columns.stop, wanted)
            which.append(sa.and_(columns.station.in_(stations), told))
        if anew:
            which.append(sa.and_(columns.station.in_(anew), columns.ended_at.is_(None)))
        if not which:
            return {}
        rows = self._connection.execute(sa.select(flow_stop).where(sa.or_(*which))).mappings()
        return {(row["station"], row["stop"]): dict(row) for row in rows}


def _after(was: Lasting, fact: Fact) -> Lasting:
    """What lasts after an event; which person it was is not looked at."""
    now = was
    if fact.envelope.actor.kind == "person" and not isinstance(fact.body, SignInRefused):
        now = replace(was, is_attended=1)
    match fact.body:
        case StationStarted():
            return replace(now, is_attended=0, machine=None)
        case PersonSignedIn():
            return replace(now, is_attended=1)
        case PersonSignedOut() as body:
            return replace(now, is_attended=int(body.stays is not None))
        case MachineChanged() as body:
            known = MACHINE_STATES.get(body.state)
            return replace(now, machine=None if known is None else known.value)
        case _:
            return _after_work(now, fact)


def _after_work(now: Lasting, fact: Fact) -> Lasting:
    match fact.body:
        case UnitStarted() as body:
            unit, order, product = body.serial, body.order, body.product
            return replace(now, unit=unit, order_id=order, product=product, step=None)
        case UnitResumed() as body:
            order = fact.envelope.refs.order or now.order_id or ""
            return replace(now, unit=body.serial, order_id=order, step=None)
        case UnitCompleted() | UnitHeld() | UnitLeft():
            return replace(now, unit=None, step=None)
        case StepCompleted() | StepRedone() as body:
            return replace(now, step=body.step)
        case _:
            return now


def _new_stop(fact: Fact, stop: str, was: Lasting) -> _Row:
    refs = fact.envelope.refs
    return {
        "station": was.station,
        "stop": stop,
        "pos": fact.pos,
        "began_at": fact.envelope.at,
        "ended_at": None,
        "shift": None,
        "unit": refs.unit or was.unit,
        "order_id": refs.order or was.order_id,
        "product": was.product,
        "step": refs.step or was.step,
        "reason": None,
        "words": None,
        "named_at": None,
        "named": 0,
    }


def _stops_of(fact: Fact) -> tuple[str, ...]:
    match fact.body:
        case StopEnded():
            return (fact.body.stop,)
        case StopsNamed():
            return fact.body.stops
        case _:
            return ()
