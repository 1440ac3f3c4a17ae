"""Takes what stations push: all of it, once, in order, or says exactly why not.

A well-formed event is never refused for what it says; what contradicts the plant's knowledge is
stored and becomes a situation.  Refused is only what breaks the chain itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.envelope import GENESIS, Envelope, chain_hash, decode_envelope
from app.domain.events import CurveAttached
from server.db.storable import storable_text, upsert
from server.db.tables import blob, chain, chain_head, event, forked_event, missing_blob, situation
from server.db.tables import station as station_table
from server.log.identity import LOG, take_positions
from server.log.tokens import signature_is_good
from sync.wire import Push, PushConflict, Pushed, head_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.log.identity import PlantIdentity

_LAST_INT64 = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Link:
    """One pushed event, proven to stand where it says."""

    envelope: Envelope
    raw: bytes
    hash: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a push is not taken; ``reason`` as in :class:`sync.wire.PushConflict`."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class _Chain:
    """What we have of the epoch, and the keys its heads may be signed with."""

    high_water: int
    hash: str
    keys: tuple[str, ...]


def ingest(
    connection: sa.Connection, push: Push, *, identity: PlantIdentity, now_us: int
) -> Pushed | PushConflict:
    """Append what is new of ``push`` inside the caller's transaction."""
    known = _lock_chain(connection, push)
    if known is None:
        never = Refusal("epoch", f"Epoch {push.epoch} of {push.station} was never enrolled.")
        return _conflict(push, _Chain(0, GENESIS, ()), never, identity)
    links = check_links(push)
    if isinstance(links, Refusal):
        return _conflict(push, known, links, identity)
    refusal = _check_head(push, links, known.keys) or _check_join(connection, push, links, known)
    if refusal is not None:
        if refusal.reason == "fork":
            _keep_fork(connection, push, links, now_us=now_us)
        return _conflict(push, known, refusal, identity)
    new = [link for link in links if link.envelope.seq > known.high_water]
    if new:
        _append(connection, push, new, now_us=now_us)
        known = _Chain(new[-1].envelope.seq, new[-1].hash, known.keys)
    _note_contact(connection, push, now_us=now_us)
    return Pushed(
        generation=identity.generation,
        epoch=push.epoch,
        high_water=known.high_water,
        hash_at_high_water=known.hash,
        server_time=now_us,
        missing_blobs=_missing_blobs(connection, push.station),
    )


def check_links(push: Push) -> list[Link] | Refusal:
    """The push's events in order, each proven to follow the one before."""
    links: list[Link] = []
    prev_hash = push.prev_hash
    for seq, pushed in enumerate(push.events, start=push.from_seq):
        raw = bytes(pushed.envelope)
        try:
            envelope = decode_envelope(raw)
            expected = chain_hash(prev_hash, raw)
        except (msgspec.DecodeError, ValueError) as error:
            return Refusal("chain", f"seq {seq}: not a readable envelope: {error}")
        problem = _misplaced(push, envelope, seq=seq, prev_hash=prev_hash)
        if problem is None and pushed.hash != expected:
            problem = "its hash is not that of its bytes"
        if problem is not None:
            return Refusal("chain", f"seq {seq}: {problem}")
        links.append(Link(envelope, raw, expected))
        prev_hash = expected
    return links


def _misplaced(push: Push, envelope: Envelope, *, seq: int, prev_hash: str) -> str | None:
    if (envelope.station, envelope.epoch) != (push.station, push.epoch):
        return f"written by {envelope.station}, epoch {envelope.epoch}"
    if envelope.seq != seq:
        return f"says it is seq {envelope.seq}"
    if envelope.prev_hash != prev_hash:
        return "does not name the hash before it"
    if max(seq, abs(envelope.at)) > _LAST_INT64:
        return "a number in it is out of range"
    return None


def _check_head(push: Push, links: Sequence[Link], keys: tuple[str, ...]) -> Refusal | None:
    if not links:
        return None
    last = links[-1]
    message = head_message(push.station, push.epoch, last.envelope.seq, last.hash)
    if any(signature_is_good(key, message, push.head_signature) for key in keys):
        return None
    return Refusal(
        "signature", f"The head at seq {last.envelope.seq} is not signed by the station."
    )


def _check_join(
    connection: sa.Connection, push: Push, links: Sequence[Link], known: _Chain
) -> Refusal | None:
    """Whether the push continues, or repeats, exactly what we have."""
    if push.from_seq > known.high_water + 1:
        return Refusal("gap", f"Send from seq {known.high_water + 1}.")
    if not links:
        return None
    first = push.from_seq
    ours = _hashes(connection, push, first - 1, min(first + len(links) - 1, known.high_water))
    # An epoch's first hash is its own to name: a later epoch starts from the one before it.
    if first > 1 and ours[first - 1] != push.prev_hash:
        return Refusal("fork", f"Another event is here under seq {first - 1}.")
    if first == 1 and push.epoch == 1 and push.prev_hash != GENESIS:
        return Refusal("chain", "The first event of a station follows 64 zeros.")
    for link in links:
        if ours.get(link.envelope.seq, link.hash) != link.hash:
            return Refusal("fork", f"Another event is here under seq {link.envelope.seq}.")
    return _check_ids(connection, links, known)


def _check_ids(connection: sa.Connection, links: Sequence[Link], known: _Chain) -> Refusal | None:
    """No event may stand in the log twice, under whatever number."""
    ids = [
        storable_text(link.envelope.event_id)
        for link in links
        if link.envelope.seq > known.high_water
    ]
    if len(set(ids)) < len(ids):
        return Refusal("chain", "Two events of the push have the same event_id.")
    taken = connection.execute(
        sa.select(event.c.event_id, event.c.station, event.c.epoch, event.c.seq).where(
            event.c.event_id.in_(ids)
        )
    ).first()
    if taken is None:
        return None
    where = f"{taken.station}, epoch {taken.epoch}, seq {taken.seq}"
    return Refusal("fork", f"Event {taken.event_id} is here already, from {where}.")


def _lock_chain(connection: sa.Connection, push: Push) -> _Chain | None:
    row = connection.execute(
        sa.select(chain.c.high_water, chain.c.hash)
        .where(chain.c.station == push.station, chain.c.epoch == push.epoch)
        .with_for_update()
    ).one_or_none()
    if row is None:
        return None
    keys = connection.execute(
        sa.text(
            "SELECT public_key FROM station_key WHERE station = :station AND epoch = :epoch"
            " UNION SELECT public_key FROM station WHERE station = :station"
        ),
        {"station": push.station, "epoch": push.epoch},
    ).scalars()
    return _Chain(row.high_water, row.hash, tuple(keys))


def _hashes(connection: sa.Connection, push: Push, first: int, last: int) -> dict[int, str]:
    rows = connection.execute(
        sa.select(event.c.seq, event.c.hash).where(
            event.c.station == push.station,
            event.c.epoch == push.epoch,
            event.c.seq.between(first, last),
        )
    )
    return {row.seq: row.hash for row in rows}


def _append(connection: sa.Connection, push: Push, links: Sequence[Link], *, now_us: int) -> None:
    last = links[-1]
    connection.execute(
        chain.update()
        .where(chain.c.station == push.station, chain.c.epoch == push.epoch)
        .values(high_water=last.envelope.seq, hash=last.hash)
    )
    upsert(
        connection,
        chain_head,
        {
            "station": push.station,
            "epoch": push.epoch,
            "seq": last.envelope.seq,
            "hash": last.hash,
            "signature": push.head_signature,
            "recv_at": now_us,
        },
    )
    _note_blobs(connection, push.station, links)
    first_pos = take_positions(connection, LOG, len(links))
    connection.execute(
        event.insert(),
        [_row(link, pos=first_pos + index, now_us=now_us) for index, link in enumerate(links)],
    )


def _row(link: Link, *, pos: int, now_us: int) -> dict[str, object]:
    envelope = link.envelope
    unit, order = envelope.refs.unit, envelope.refs.order
    return {
        "pos": pos,
        "station": envelope.station,
        "epoch": envelope.epoch,
        "seq": envelope.seq,
        "event_id": storable_text(envelope.event_id),
        "kind": storable_text(envelope.kind),
        "at": envelope.at,
        "recv_at": now_us,
        "unit": None if unit is None else storable_text(unit),
        "order_id": None if order is None else storable_text(order),
        "hash": link.hash,
        "prev_hash": envelope.prev_hash,
        "raw": link.raw,
    }


def _note_blobs(connection: sa.Connection, station: str, links: Sequence[Link]) -> None:
    named = {sha for link in links if (sha := _named_blob(link.envelope)) is not None}
    if not named:
        return
    statement = sa.select(blob.c.sha256).where(blob.c.sha256.in_(named))
    here = set(connection.execute(statement).scalars())
    for sha256 in sorted(named - here):
        upsert(connection, missing_blob, {"sha256": sha256, "station": station})


def _named_blob(envelope: Envelope) -> str | None:
    if envelope.kind != CurveAttached.KIND:
        return None
    try:
        body = msgspec.json.decode(envelope.body, type=CurveAttached)
    except msgspec.DecodeError:
        return None
    return storable_text(body.blob)


def _missing_blobs(connection: sa.Connection, station: str) -> tuple[str, ...]:
    statement = (
        sa.select(missing_blob.c.sha256)
        .where(missing_blob.c.station == station)
        .order_by(missing_blob.c.sha256)
        .limit(500)
    )
    return tuple(connection.execute(statement).scalars())


def _keep_fork(
    connection: sa.Connection, push: Push, links: Sequence[Link], *, now_us: int
) -> None:
    """Keep the other history, and ask a person."""
    for link in links:
        upsert(
            connection,
            forked_event,
            {
                "station": push.station,
                "epoch": push.epoch,
                "seq": link.envelope.seq,
                "hash": link.hash,
                "recv_at": now_us,
                "raw": link.raw,
            },
        )
    upsert(
        connection,
        situation,
        {
            "key": f"fork:{push.station}:{push.epoch}",
            "origin": "sync",
            "kind": "fork",
            "title": f"{push.station} has two histories",
            "detail": (
                f"From seq {push.from_seq} of epoch {push.epoch} it sent other events than the "
                "ones kept here: a disk set back or copied. Both are kept. Enrol the station "
                "again with a new code when it is clear which machine is real."
            ),
            "unit": None,
            "station": push.station,
            "opened_at": now_us,
            "closed_at": None,
        },
        keep=True,
    )


def _note_contact(connection: sa.Connection, push: Push, *, now_us: int) -> None:
    offset = max(-_LAST_INT64, min(_LAST_INT64, now_us - push.sent_at))
    connection.execute(
        station_table.update()
        .where(station_table.c.station == push.station)
        .values(last_seen_at=now_us, clock_offset_us=offset)
    )


def _conflict(
    push: Push, known: _Chain, refusal: Refusal, identity: PlantIdentity
) -> PushConflict:
    return PushConflict(
        reason=refusal.reason,
        generation=identity.generation,
        epoch=push.epoch,
        high_water=known.high_water,
        hash_at_high_water=known.hash,
        detail=refusal.detail,
    )
