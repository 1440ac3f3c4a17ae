"""What all stations recorded about one unit, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Raw

from server.db.storable import storable_text
from server.db.tables import event
from sync.wire import MAX_UNIT_EVENTS, UnitEvent, UnitEvents

if TYPE_CHECKING:
    from server.log.identity import PlantIdentity

PAGE_BYTES = 1_000_000


def unit_events(
    connection: sa.Connection,
    serial: str,
    *,
    identity: PlantIdentity,
    generation: str,
    after: int,
) -> UnitEvents:
    """The events after ``after``; all of them for whoever knows another ``generation``."""
    after = after if generation == identity.generation else 0
    statement = (
        sa.select(event.c.pos, event.c.hash, event.c.raw)
        .where(event.c.unit == storable_text(serial), event.c.pos > after)
        .order_by(event.c.pos)
        .limit(MAX_UNIT_EVENTS + 1)
    )
    found: list[UnitEvent] = []
    size, is_last = 0, True
    for row in connection.execute(statement):
        size += len(row.raw)
        if found and (size > PAGE_BYTES or len(found) == MAX_UNIT_EVENTS):
            is_last = False
            break
        found.append(UnitEvent(pos=row.pos, hash=row.hash, envelope=Raw(bytes(row.raw))))
    return UnitEvents(
        generation=identity.generation,
        serial=serial,
        after=after,
        events=tuple(found),
        is_last=is_last,
    )
