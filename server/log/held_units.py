"""A unit held at one station is held at every other, until it is decided about: as a hold."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from app.domain.events import UnitCompleted, UnitHeld
from app.domain.plant import Hold
from app.domain.quality_events import UnitDisposed
from server.log.feed import Document, newest_of, publish

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from app.domain.envelope import Envelope
    from app.domain.event_body import Body
    from server.log.decide import Link

_KINDS: dict[str, type[Body]] = {k.KIND: k for k in (UnitHeld, UnitDisposed, UnitCompleted)}
#: Dispositions after which the unit may not be used either.
_STAYS = frozenset({"scrap", "return"})


def tell_held(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Publish what ``links`` say of held units, in the transaction that keeps them."""
    for link in links:
        kind = _KINDS.get(link.envelope.kind)
        if kind is None:
            continue
        try:
            body = msgspec.json.decode(link.envelope.body, type=kind)
        except msgspec.ValidationError:
            continue  # kept in the log as it is; nothing can be said about a unit
        # A wild clock may say any time; no unit is held in the future.
        at_us = max(0, min(link.envelope.at, now_us))
        at = datetime.fromtimestamp(at_us / 1e6, UTC)
        told = _told(connection, body, at, link.envelope)
        if told is not None:
            publish(connection, [told], now_us=now_us)


def _told(
    connection: sa.Connection, body: Body, at: datetime, envelope: Envelope
) -> Document | None:
    assert isinstance(body, UnitHeld | UnitDisposed | UnitCompleted)  # noqa: S101 - see _KINDS
    key = f"unit:{body.serial}"
    document = newest_of(connection, Hold.KIND, key)
    known = None if document is None else msgspec.json.decode(document[1], type=Hold)
    if document is not None and known is not None:
        if not _knew(envelope, document[0], known, at) and _stands(known, body, at):
            return None
        at = max(at, known.placed_at)
    if isinstance(body, UnitHeld):
        hold = Hold(
            hold=key,
            reason=body.code.replace("_", " "),
            owner=body.owner or "lead",
            placed_at=at,
            serial=body.serial,
            station=envelope.station,
        )
    elif known is None or known.lifted_at is not None:
        return None
    elif isinstance(body, UnitDisposed) and body.disposition in _STAYS:
        hold = msgspec.structs.replace(known, reason=body.disposition, station=envelope.station)
    else:
        hold = msgspec.structs.replace(known, lifted_at=at, lifted_by=envelope.actor.id)
    return Document(Hold.KIND, key, msgspec.json.encode(hold))


def _knew(envelope: Envelope, pos: int, hold: Hold, at: datetime) -> bool:
    """Whether the station had read of it, or had said it: its clock may have been set since."""
    if envelope.seen_pos >= pos:
        return True
    # An earlier server did not write down whose it is: then the clocks have to do.
    return hold.placed_at <= at if hold.station is None else hold.station == envelope.station


def _stands(hold: Hold, body: Body, at: datetime) -> bool:
    """Whether it outlives what a station did that had not heard of it.

    Building on decides nothing about it.  Who decides knew of some hold: of this one if it is no
    newer, and of nothing that was scrapped.
    """
    if isinstance(body, UnitCompleted):
        return True
    return hold.placed_at > at or (hold.reason in _STAYS and hold.lifted_at is None)
