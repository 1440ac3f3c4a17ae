"""Messages: who may send one, which stations it is for, and which have signed for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.broadcasts import (
    EVERYBODY,
    LONGEST_H,
    Audience,
    Broadcast,
    BroadcastRead,
    BroadcastSent,
)
from server.db.andon_tables import andon_broadcast, andon_receipt
from server.db.storable import storable_text, upsert
from server.log.feed import WITHDRAWN, Document, current_all, publish
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from server.log.decide import Link

_EVENTS: dict[str, type[BroadcastSent | BroadcastRead]] = {
    kind.KIND: kind for kind in (BroadcastSent, BroadcastRead)
}


def tell_broadcasts(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Keep the messages and receipts in ``links``, and hand the messages on."""
    documents: list[Document] = []
    for link in links:
        kind = _EVENTS.get(link.envelope.kind)
        if kind is None:
            continue
        try:
            body = msgspec.json.decode(link.envelope.body, type=kind)
        except msgspec.ValidationError:
            continue  # kept in the log as it is; nobody can be told what it does not say
        at_us = max(0, min(link.envelope.at, now_us))
        if isinstance(body, BroadcastRead):
            _keep_receipt(connection, body, link.envelope.station, at_us)
        else:
            message = _sent(body, link.envelope.station, at_us)
            _keep(connection, message)
            if message.until > _utc(now_us):
                documents.append(_document(message))
    publish(connection, documents, now_us=now_us)


def send(
    connection: sa.Connection,
    *,
    name: str,
    text: dict[str, str],
    role: str,
    hours: float,
    audience: Audience,
    names: tuple[str, ...],
    is_urgent: bool,
    now_us: int,
) -> Broadcast:
    """Send a message from the web board, for ``hours``; those that are long over are taken away.

    Raises:
        Problem: it says nothing, is too long, or is for nobody (422).
    """
    if not 0 < hours <= LONGEST_H:
        raise invalid(detail=f"hours {hours:g}: expected more than 0, at most {LONGEST_H}.")
    if audience != EVERYBODY and not names:
        raise invalid(detail=f"For which {audience}? Give at least one, or send it to everybody.")
    at = _utc(now_us)
    message = Broadcast(
        broadcast=name,
        text=text,
        role=role,
        at=at,
        until=at + timedelta(hours=hours),
        audience=audience,
        names=() if audience == EVERYBODY else names,
        is_urgent=is_urgent,
    )
    try:
        msgspec.convert(msgspec.to_builtins(message), Broadcast)
    except msgspec.ValidationError as error:
        raise invalid(detail=f"The message cannot be sent: {error}.") from error
    _keep(connection, message)
    publish(connection, [*_over(connection, at), _document(message)], now_us=now_us)
    return message


def take_back(connection: sa.Connection, name: str, *, now_us: int) -> None:
    """Stations stop asking for it; who signed for it stays known.

    Raises:
        Problem: there is no such message (404), or it is over already (409).
    """
    row = connection.execute(
        sa.select(andon_broadcast)
        .where(andon_broadcast.c.broadcast == storable_text(name))
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise not_found(detail=f"There is no message {name}.")
    if row.ended_at is not None or row.until <= now_us:
        raise Problem(409, "is_over", "This message is over already. Nothing was changed.")
    ended = andon_broadcast.update().where(andon_broadcast.c.broadcast == row.broadcast)
    connection.execute(ended.values(ended_at=now_us))
    publish(connection, [Document(Broadcast.KIND, name, WITHDRAWN)], now_us=now_us)


def _sent(body: BroadcastSent, station: str, at_us: int) -> Broadcast:
    """As told to others; no message counts longer than any may."""
    at = _utc(at_us)
    return Broadcast(
        broadcast=body.broadcast,
        text=body.text,
        role=body.role,
        at=at,
        until=_until(body.until, at),
        audience=body.audience,
        names=body.names,
        is_urgent=body.is_urgent,
        place=station,
    )


def _until(said: datetime, at: datetime) -> datetime:
    """When it is over: not before it was sent, and no later than any may be."""
    # Some that can be written have no time in UTC: the first and the last day there are.
    told = said if said.tzinfo else said.replace(tzinfo=UTC)
    return max(at, min(told, at + timedelta(hours=LONGEST_H))).astimezone(UTC)


def _keep(connection: sa.Connection, message: Broadcast) -> None:
    row = {
        "broadcast": message.broadcast,
        "at": _us(message.at),
        "until": _us(message.until),
        "body": msgspec.json.encode(message).decode(),
        "ended_at": None,
    }
    upsert(connection, andon_broadcast, row, keep=True)


def _keep_receipt(
    connection: sa.Connection, body: BroadcastRead, station: str, at_us: int
) -> None:
    row = {"broadcast": body.broadcast, "station": station, "at": at_us, "role": body.role}
    upsert(connection, andon_receipt, row, keep=True)


def _over(connection: sa.Connection, now: datetime) -> Iterable[Document]:
    for item in current_all(connection, Broadcast.KIND):
        if msgspec.json.decode(item.body, type=Broadcast).until <= now:
            yield Document(Broadcast.KIND, item.key, WITHDRAWN)


def _document(message: Broadcast) -> Document:
    return Document(Broadcast.KIND, message.broadcast, msgspec.json.encode(message))


def _us(at: datetime) -> int:
    return int(at.timestamp() * 1_000_000)


def _utc(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1e6, UTC)
