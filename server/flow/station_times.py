"""What stations did over a stretch of time, from what was drawn of them, as states.

A station is heard of while it records, and up to its last call to the server.  What it did while
nobody heard of it comes in later and takes the place of "no data".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from analysis.buffers import full
from analysis.intervals import common, merged
from analysis.station_states import Basis, Claim, State, timeline
from app.domain.flow_documents import REASON_MARK
from app.domain.stops import SETUP
from server.db.flow_tables import flow_claim, flow_station, flow_stop
from server.db.tables import station as enrolled
from server.flow.buffers import stays_behind
from server.flow.stops import parts_of
from server.read.board import SILENT_AFTER_US
from server.read.flow_drawing import DOING, HEARD, MACHINE, NOBODY, WAITING, WORKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from analysis.intervals import Interval
    from analysis.station_states import Span
    from server.read.line_documents import LineDocuments

#: What follows from what somebody does there; a machine or a recorded stop knows better.
_ASSUMED = {WORKING: State.RUNNING, WAITING: State.STARVED, NOBODY: State.BREAK}


class StationTimes:
    """Reads the states of ``stations`` from ``begin_us`` to ``end_us`` (µs UTC), as of ``now_us``.

    What has not come yet is no data; so the stretch may end in the future.
    """

    def __init__(
        self, connection: sa.Connection, stations: Sequence[str], *, begin_us: int, end_us: int
    ) -> None:
        self._stations = tuple(stations)
        self._begin, self._end = begin_us, end_us
        self._claims: dict[str, list[Claim]] = {name: [] for name in stations}
        self._heard: dict[str, list[Interval]] = {name: [] for name in stations}
        self._waiting: dict[str, list[Interval]] = {name: [] for name in stations}
        #: When units stood behind stations whose places are known, from the reading of them on.
        self.stays: dict[str, list[Interval]] = {}
        self._connection = connection

    def spans(self, documents: LineDocuments, *, now_us: int) -> dict[str, tuple[Span, ...]]:
        """Each station's states without gap or overlap."""
        until = min(self._end, now_us)
        self._read_claims()
        self._read_lasting(until, now_us)
        self._read_stops(until)
        self._read_stays(documents, until)
        for name in self._stations:
            self._claims[name] += self._breaks(documents, name)
        return {
            name: timeline(
                self._claims[name],
                heard=self._heard[name],
                begin_us=self._begin,
                end_us=max(self._begin, until),
            )
            for name in self._stations
        }

    def _read_claims(self) -> None:
        columns = flow_claim.c
        statement = sa.select(
            columns.station, columns.source, columns.state, columns.begin_at, columns.end_at
        ).where(
            columns.station.in_(self._stations),
            columns.end_at > self._begin,
            columns.begin_at < self._end,
        )
        for row in self._connection.execute(statement):
            self._add(row.station, row.source, row.state, row.begin_at, row.end_at)

    def _read_lasting(self, until: int, now_us: int) -> None:
        statement = (
            sa.select(flow_station, enrolled.c.last_seen_at)
            .outerjoin(enrolled, enrolled.c.station == flow_station.c.station)
            .where(flow_station.c.station.in_(self._stations))
        )
        for row in self._connection.execute(statement):
            self._add(row.station, HEARD, "", row.heard_from, _heard_to(row, now_us))
            self._add(row.station, DOING, row.doing, row.doing_from, until)
            if row.machine is not None:
                self._add(row.station, MACHINE, row.machine, row.machine_from, until)

    def _read_stops(self, until: int) -> None:
        columns = flow_stop.c
        statement = sa.select(
            columns.station,
            columns.began_at,
            columns.ended_at,
            columns.reason,
            columns.words,
            columns.parts,
        ).where(
            columns.station.in_(self._stations),
            columns.began_at < self._end,
            sa.or_(columns.ended_at.is_(None), columns.ended_at > self._begin),
        )
        for row in self._connection.execute(statement):
            ended = until if row.ended_at is None else row.ended_at
            self._claims[row.station] += [
                Claim(_state_of(part.reason), begin, end)
                for part, begin, end in parts_of(row, ended)
            ]

    def _read_stays(self, documents: LineDocuments, until: int) -> None:
        """Who waits while all places behind are taken is blocked: there is work, but no room."""
        self.stays = stays_behind(
            self._connection, documents, self._stations, begin_us=self._begin, end_us=until
        )
        for name, stays in self.stays.items():
            places = documents.plan_of(documents.line_of(name)).buffers[name]
            blocked = common(merged(self._waiting[name]), full(stays, places=places))
            self._claims[name] += [
                Claim(State.BLOCKED, begin, end, Basis.ASSUMED) for begin, end in blocked
            ]

    def _add(self, station: str, source: str, state: str, begin: int, end: int) -> None:
        if source == HEARD:
            self._heard[station].append((begin, end))
        elif source == MACHINE:
            self._claims[station].append(Claim(State(state), begin, end))
        else:
            if state == WAITING:
                self._waiting[station].append((begin, end))
            self._claims[station].append(Claim(_ASSUMED[state], begin, end, Basis.ASSUMED))

    def _breaks(self, documents: LineDocuments, station: str) -> list[Claim]:
        planned = documents.planned(documents.line_of(station))
        shifts = () if planned is None else planned.shifts_between(self._begin, self._end)
        rests = [rest for shift in shifts for rest in shift.breaks]
        return [Claim(State.BREAK, begin, end, Basis.PLANNED) for begin, end in rests]


def _state_of(reason: str) -> State:
    """Of a stop that was for this: who sets up works, and a machine need not say so."""
    return State.SETUP if reason.partition(REASON_MARK)[0] == SETUP else State.STOPPED


def _heard_to(row: Any, now_us: int) -> int:  # noqa: ANN401 - a joined row has no type
    seen = row.last_seen_at
    if seen is None:
        return int(row.at)
    return now_us if now_us - seen <= SILENT_AFTER_US else max(row.at, seen)
