"""What each station is doing, from the last events it sent."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.events import (
    MachineChanged,
    PersonSignedIn,
    PersonSignedOut,
    StationStarted,
    StepCompleted,
    StepRedone,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.line_events import StopBegan, StopEnded
from server.db.storable import upsert_rows
from server.db.tables import station_state

if TYPE_CHECKING:
    from server.read.facts import Fact


@dataclass(frozen=True, slots=True)
class StationState:
    """One station as of event ``pos``; times in µs."""

    station: str
    pos: int = 0
    at: int = 0
    unit: str | None = None
    order_id: str | None = None
    step: str | None = None
    person: str | None = None
    machine_state: str | None = None
    unit_started_at: int | None = None
    cycle_us: int | None = None
    stopped_at: int | None = None
    software: str | None = None


class StationStates:
    """The states one batch of events touches, written once at its end."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._states: dict[str, StationState] = {}

    def apply(self, fact: Fact) -> None:
        name = fact.envelope.station
        state = self._states.get(name) or self._load(name)
        if fact.begins_anew:
            # Nobody will end what a journal knew that is lost.
            state = replace(state, unit=None, step=None, unit_started_at=None, stopped_at=None)
        state = replace(_after(state, fact), pos=fact.pos, at=fact.envelope.at)
        self._states[name] = state

    def flush(self) -> None:
        rows = [asdict(state) for state in self._states.values()]
        upsert_rows(self._connection, station_state, rows)

    def _load(self, name: str) -> StationState:
        row = self._connection.execute(
            sa.select(station_state).where(station_state.c.station == name)
        ).one_or_none()
        return StationState(name) if row is None else StationState(**row._asdict())


def _after(state: StationState, fact: Fact) -> StationState:
    body = fact.body
    if isinstance(body, UnitStarted):
        return replace(
            state,
            unit=body.serial,
            order_id=body.order,
            step=None,
            unit_started_at=fact.envelope.at,
        )
    if isinstance(body, UnitCompleted):
        return _without_unit(state, fact)
    if isinstance(body, UnitHeld | UnitLeft):
        return replace(state, unit=None, step=None, unit_started_at=None)
    if isinstance(body, UnitResumed):
        return replace(state, unit=body.serial, order_id=fact.envelope.refs.order, step=None)
    if isinstance(body, StepCompleted | StepRedone):
        return replace(state, step=body.step)
    return _after_people(state, fact)


def _after_people(state: StationState, fact: Fact) -> StationState:
    body = fact.body
    if isinstance(body, PersonSignedIn):
        return replace(state, person=body.person)
    if isinstance(body, PersonSignedOut):
        return replace(state, person=body.stays)
    if isinstance(body, MachineChanged):
        return replace(state, machine_state=body.state)
    if isinstance(body, StopBegan):
        return replace(state, stopped_at=fact.envelope.at)
    if isinstance(body, StopEnded):
        return replace(state, stopped_at=None)
    if isinstance(body, StationStarted):
        return replace(state, person=None, machine_state=None, software=body.software)
    return state


def _without_unit(state: StationState, fact: Fact) -> StationState:
    started = state.unit_started_at
    cycle_us = state.cycle_us if started is None else max(0, fact.envelope.at - started)
    return replace(state, unit=None, step=None, unit_started_at=None, cycle_us=cycle_us)
