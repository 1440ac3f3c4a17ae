"""Which units left the plant: drawn from the planner's documents of kind "shipment"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.plant import Shipment
from server.db.storable import one_of, storable_text, upsert_rows
from server.db.tables import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

_MICROSECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Departure:
    """A unit's latest shipment; ``at`` is in µs."""

    shipment: str
    customer: str
    at: int


def apply_shipment(connection: sa.Connection, key: str, body: bytes) -> None:
    """A shipment's own list replaces what it said before; withdrawn, nothing of it left."""
    connection.execute(shipped.delete().where(shipped.c.shipment == storable_text(key)))
    shipment = msgspec.json.decode(body, type=Shipment | None)
    if shipment is None:
        return
    at = round(shipment.at.timestamp() * _MICROSECOND)
    rows = [
        {"shipment": key, "serial": serial, "customer": shipment.to, "at": at}
        for serial in dict.fromkeys(shipment.serials)
    ]
    upsert_rows(connection, shipped, rows)


def departures(connection: sa.Connection, serials: Sequence[str]) -> dict[str, Departure]:
    """Those of ``serials`` that left, with the latest shipment of each."""
    rows = connection.execute(
        sa.select(shipped)
        .where(one_of(connection, shipped.c.serial, serials))
        .order_by(shipped.c.at, shipped.c.shipment)
    )
    return {row.serial: Departure(row.shipment, row.customer, row.at) for row in rows}
