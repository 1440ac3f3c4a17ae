"""The line at a glance: what every station does."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.plant import StationInfo
from server.db.tables import chain, station, station_state
from server.log.feed import current_all
from server.read.times import maybe_utc

if TYPE_CHECKING:
    from typing import Any

#: A station that did not call for this long is not there: its long-poll comes every 25 s.
SILENT_AFTER_US = 90 * 1_000_000

_MACHINE_WORDS = {"running": "running", "idle": "waiting", "waiting": "waiting"}


class StationCard(Struct, frozen=True, kw_only=True):
    """One station.

    ``state`` is "offline" (we do not know), "working", "waiting", "stopped" or "never" (enrolled,
    no event yet); ``stopped_at`` is since when work stands still.  ``silent_s`` is how long ago
    it last called; None when it never did.  ``newest_at`` is its newest event's time,
    ``software`` what it said at its last start.  ``high_water`` and ``head_hash`` are the end of
    its chain as durable here.
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
    stopped_at: datetime | None
    software: str | None
    newest_at: datetime | None
    high_water: int
    head_hash: str | None
    clock_offset_s: float | None


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
        stopped_at=maybe_utc(row[station_state.c.stopped_at]),
        software=row[station_state.c.software],
        newest_at=maybe_utc(row[station_state.c.at]),
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
    if row[station_state.c.stopped_at] is not None:
        return "stopped"
    machine = row[station_state.c.machine_state]
    if machine is not None and machine not in _MACHINE_WORDS:
        return "stopped"
    return "working" if row[station_state.c.unit] is not None else "waiting"
