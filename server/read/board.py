"""The line at a glance: what every station does, and what waits for a decision."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.plant import Hold, StationInfo
from server.db.tables import chain, situation, station, station_state
from server.log.feed import current_all
from server.read.genealogy import units_above
from server.read.times import maybe_utc, utc

if TYPE_CHECKING:
    from typing import Any

#: A station that did not call for this long is not there: its long-poll comes every 25 s.
SILENT_AFTER_US = 90 * 1_000_000

_MACHINE_WORDS = {"running": "running", "idle": "waiting", "waiting": "waiting"}


class StationCard(Struct, frozen=True, kw_only=True):
    """One station.

    ``state`` is "offline" (we do not know), "working", "waiting", "stopped" or "never" (enrolled,
    no event yet).  ``silent_s`` is how long ago it last called; None when it never did.
    ``high_water`` and ``head_hash`` are the end of its chain as durable here.
    """

    station: str
    name: str
    line: str | None
    state: str
    silent_s: float | None
    unit: str | None
    order: str | None
    step: str | None
    person: str | None
    machine_state: str | None
    cycle_s: float | None
    unit_started_at: datetime | None
    high_water: int
    head_hash: str | None
    clock_offset_s: float | None


class OpenSituation(Struct, frozen=True, kw_only=True):
    """Something only a person can settle."""

    key: str
    kind: str
    title: str
    detail: str
    unit: str | None
    station: str | None
    opened_at: datetime


def station_cards(connection: sa.Connection, *, now_us: int) -> list[StationCard]:
    """Every enrolled station, by name."""
    lines = {
        info.station: info
        for item in current_all(connection, StationInfo.KIND)
        for info in [msgspec.json.decode(item.body, type=StationInfo)]
    }
    statement = (
        sa.select(station, station_state, chain.c.high_water, chain.c.hash)
        .outerjoin(station_state, station_state.c.station == station.c.station)
        .outerjoin(
            chain,
            sa.and_(chain.c.station == station.c.station, chain.c.epoch == station.c.epoch),
        )
        .order_by(station.c.station)
    )
    rows = connection.execute(statement).mappings()
    return [_card(row, lines.get(row[station.c.station]), now_us=now_us) for row in rows]


def open_situations(connection: sa.Connection) -> list[OpenSituation]:
    """What needs a decision, newest first; holds whose lots are in units are among them."""
    statement = sa.select(situation).where(situation.c.closed_at.is_(None))
    found = [
        OpenSituation(
            key=row.key,
            kind=row.kind,
            title=row.title,
            detail=row.detail,
            unit=row.unit,
            station=row.station,
            opened_at=utc(row.opened_at),
        )
        for row in connection.execute(statement)
    ]
    found.extend(_held_in_units(connection))
    return sorted(found, key=lambda one: (-one.opened_at.timestamp(), one.key))


def _held_in_units(connection: sa.Connection) -> list[OpenSituation]:
    """Containment: a hold concerns the units its lot went into before."""
    found = []
    for item in current_all(connection, Hold.KIND):
        hold = msgspec.json.decode(item.body, type=Hold)
        held = hold.lot or hold.serial
        if hold.lifted_at is not None or held is None:
            continue
        _, serials = units_above(connection, held)
        if serials:
            count = f"{len(serials)} units" if len(serials) > 1 else f"unit {serials[0]}"
            found.append(
                OpenSituation(
                    key=f"hold:{hold.hold}",
                    kind="hold",
                    title=f"Held {'lot' if hold.lot else 'part'} {held} is in {count}",
                    detail=f"{hold.hold}: {hold.reason} · {hold.owner}",
                    unit=serials[0] if len(serials) == 1 else None,
                    station=None,
                    opened_at=utc(item.at),
                )
            )
    return found


def _card(row: Any, info: StationInfo | None, *, now_us: int) -> StationCard:  # noqa: ANN401
    seen = row[station.c.last_seen_at]
    silent_us = None if seen is None else max(0, now_us - seen)
    return StationCard(
        station=row[station.c.station],
        name=info.name if info else row[station.c.name],
        line=info.line if info else None,
        state=_state(row, silent_us),
        silent_s=_seconds(silent_us),
        unit=row[station_state.c.unit],
        order=row[station_state.c.order_id],
        step=row[station_state.c.step],
        person=row[station_state.c.person],
        machine_state=row[station_state.c.machine_state],
        cycle_s=_seconds(row[station_state.c.cycle_us]),
        unit_started_at=maybe_utc(row[station_state.c.unit_started_at]),
        high_water=row[chain.c.high_water] or 0,
        head_hash=row[chain.c.hash],
        clock_offset_s=_seconds(row[station.c.clock_offset_us]),
    )


def _seconds(us: int | None) -> float | None:
    return None if us is None else us / 1_000_000


def _state(row: Any, silent_us: int | None) -> str:  # noqa: ANN401 - a joined row has no type
    if silent_us is None or row[station_state.c.pos] is None:
        return "never"
    if silent_us > SILENT_AFTER_US:
        return "offline"
    machine = row[station_state.c.machine_state]
    if machine is not None and machine not in _MACHINE_WORDS:
        return "stopped"
    return "working" if row[station_state.c.unit] is not None else "waiting"
