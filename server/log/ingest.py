"""Takes what stations push: all of it, once, in order, or says exactly why not.

A well-formed event is never refused for what it says; what contradicts the plant's knowledge is
stored and becomes a situation.  Refused is only what breaks the chain itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import msgspec
import sqlalchemy as sa

from app.domain.events import CurveAttached, PhotoTaken
from app.domain.problem_events import DefectDismissed, DefectRecorded, ProblemDescribed
from server.db.bulk import append_rows
from server.db.storable import each_text, insert_into, json_of, one_of, storable_text, upsert
from server.db.tables import (
    blob,
    chain,
    chain_head,
    event,
    forked_event,
    missing_blob,
    situation,
    station_key,
)
from server.db.tables import station as station_table
from server.log import decide
from server.log.andon_calls import tell_calls
from server.log.andon_messages import tell_broadcasts
from server.log.decide import Chain, Facts, Link, Refusal
from server.log.held_units import tell_held
from server.log.identity import LOG, take_positions
from server.log.open_checks import tell_checks
from server.log.opened_lots import tell_opened
from server.log.settled_stops import hold_stops, tell_stops
from server.log.tokens import signature_is_good

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.envelope import Envelope
    from server.log.identity import PlantIdentity
    from sync.wire import Push, PushConflict, Pushed

_LAST_INT64 = 2**63 - 1
#: Named in one answer; the next answer names the next.
_MOST_MISSING = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """The answer to a push, true once the transaction that appends ``new`` has committed."""

    answer: Pushed | PushConflict
    new: Sequence[Link] = ()


def ingest(
    connection: sa.Connection, push: Push, *, identity: PlantIdentity, now_us: int
) -> Pushed | PushConflict:
    """Append what is new of ``push`` inside the caller's transaction."""
    links = decide.read_links(push)
    taken = take(connection, push, links, generation=identity.generation, now_us=now_us)
    append(connection, taken.new, now_us=now_us)
    return taken.answer


def take(
    connection: sa.Connection,
    push: Push,
    links: Sequence[Link] | Refusal,
    *,
    generation: str,
    now_us: int,
    looks_for_ids: bool = True,
) -> Taken:
    """Do everything for a push but append its events; the chain is ours until the commit.

    Without ``looks_for_ids`` an event that stands in the log already comes to light only when it
    is appended, as an ``IntegrityError``.
    """
    known = lock_chain(connection, push)
    if known is None:
        never = Refusal("epoch", f"Epoch {push.epoch} of {push.station} was never enrolled.")
        return Taken(decide.refused(push, decide.NEVER_ENROLLED, never, generation=generation))
    if isinstance(links, Refusal):
        return Taken(decide.refused(push, known, links, generation=generation))
    facts = _facts(connection, push, links, known, looks_for_ids=looks_for_ids)
    refusal = decide.refuse(push, links, known, facts, is_signed=signature_is_good)
    if refusal is not None:
        if refusal.reason == "fork":
            keep_fork(connection, push, links, now_us=now_us)
        return Taken(decide.refused(push, known, refusal, generation=generation))
    new = decide.new_links(links, known)
    _note_contact(connection, push, now_us=now_us)
    if new:
        _move_chain(connection, push, new[-1], now_us=now_us)
        note_blobs(connection, push.station, new)
        known = Chain(new[-1].envelope.seq, new[-1].hash, known.keys)
    missing = missing_blobs(connection, push.station)
    answer = decide.taken(push, known, generation=generation, now_us=now_us, missing_blobs=missing)
    return Taken(answer, new)


def append(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Append to the log what :func:`take` found to be new.

    Last of all: from here to the commit, whoever else appends waits for us.
    """
    if not links:
        return
    hold_stops(connection, links)
    tell_calls(connection, links, now_us=now_us)
    tell_broadcasts(connection, links, now_us=now_us)
    tell_stops(connection, links, now_us=now_us)
    tell_checks(connection, links, now_us=now_us)
    tell_opened(connection, links, now_us=now_us)
    tell_held(connection, links, now_us=now_us)
    first_pos = take_positions(connection, LOG, len(links))
    rows = [_row(link, pos, now_us) for pos, link in enumerate(links, start=first_pos)]
    append_rows(connection, event, rows)


def _facts(
    connection: sa.Connection,
    push: Push,
    links: Sequence[Link],
    known: Chain,
    *,
    looks_for_ids: bool,
) -> Facts:
    ids = [storable_text(link.envelope.event_id) for link in decide.new_links(links, known)]
    taken = _taken(connection, ids) if looks_for_ids else None
    return Facts(_hashes(connection, push, known), ids, taken)


def _taken(connection: sa.Connection, ids: Sequence[str]) -> str | None:
    """Where one of these ids stands already."""
    if not ids:
        return None
    row = connection.execute(
        sa.select(event.c.event_id, event.c.station, event.c.epoch, event.c.seq).where(
            one_of(connection, event.c.event_id, ids)
        )
    ).first()
    if row is None:
        return None
    where = f"{row.station}, epoch {row.epoch}, seq {row.seq}"
    return f"Event {row.event_id} is here already, from {where}."


_EPOCH = (chain.c.station == sa.bindparam("of"), chain.c.epoch == sa.bindparam("number"))
_LOCK_CHAIN = (
    sa.select(
        chain.c.high_water,
        chain.c.hash,
        station_table.c.public_key.label("key_now"),
        station_key.c.public_key.label("key_then"),
    )
    .join(station_table, station_table.c.station == chain.c.station)
    .outerjoin(
        station_key,
        sa.and_(station_key.c.station == chain.c.station, station_key.c.epoch == chain.c.epoch),
    )
    .where(*_EPOCH)
    .with_for_update(of=chain)
)


def lock_chain(connection: sa.Connection, push: Push) -> Chain | None:
    """The push's chain, ours until the commit; None when its epoch was never enrolled."""
    row = connection.execute(_LOCK_CHAIN, {"of": push.station, "number": push.epoch}).one_or_none()
    if row is None:
        return None
    keys = dict.fromkeys(key for key in (row.key_then, row.key_now) if key is not None)
    return Chain(row.high_water, row.hash, tuple(keys))


def _hashes(connection: sa.Connection, push: Push, known: Chain) -> dict[int, str]:
    first, last = decide.repeated(push, known)
    if first == last == known.high_water:
        return {known.high_water: known.hash}  # it goes on where we are, as nearly always
    rows = connection.execute(
        sa.select(event.c.seq, event.c.hash).where(
            event.c.station == push.station,
            event.c.epoch == push.epoch,
            event.c.seq.between(first, last),
        )
    )
    return {row.seq: row.hash for row in rows}


_MOVE_CHAIN = (
    chain.update()
    .where(*_EPOCH)
    .values(high_water=sa.bindparam("last"), hash=sa.bindparam("last_hash"))
)


def _move_chain(connection: sa.Connection, push: Push, last: Link, *, now_us: int) -> None:
    seq = last.envelope.seq
    of = {"of": push.station, "number": push.epoch}
    connection.execute(_MOVE_CHAIN, {**of, "last": seq, "last_hash": last.hash})
    upsert(
        connection,
        chain_head,
        {
            "station": push.station,
            "epoch": push.epoch,
            "seq": seq,
            "hash": last.hash,
            "signature": push.head_signature,
            "recv_at": now_us,
        },
    )


def _row(link: Link, pos: int, now_us: int) -> tuple[object, ...]:
    """A row of the log, its columns in the table's order."""
    envelope = link.envelope
    unit, order = envelope.refs.unit, envelope.refs.order
    return (
        pos,
        envelope.station,
        envelope.epoch,
        envelope.seq,
        storable_text(envelope.event_id),
        storable_text(envelope.kind),
        envelope.at,
        now_us,
        None if unit is None else storable_text(unit),
        None if order is None else storable_text(order),
        link.hash,
        envelope.prev_hash,
        link.raw,
    )


def note_blobs(connection: sa.Connection, station: str, links: Sequence[Link]) -> None:
    """Remember which blobs the events name and we lack."""
    named = {sha for link in links if (sha := _named_blob(link.envelope)) is not None}
    if not named:
        return
    statement = _note_lacking(connection.dialect.name)
    connection.execute(statement, {"named": json_of(sorted(named)), "of": station})


@cache
def _note_lacking(dialect: str) -> sa.Executable:
    sha256 = each_text(dialect, sa.bindparam("named", type_=sa.Text))
    lacking = sa.select(sha256, sa.bindparam("of", type_=sa.Text)).where(
        ~sa.exists().where(blob.c.sha256 == sha256)
    )
    insert = insert_into(dialect, missing_blob).from_select(["sha256", "station"], lacking)
    return insert.on_conflict_do_nothing()


def _named_blob(envelope: Envelope) -> str | None:
    named = _NAMING.get(envelope.kind)
    if named is None:
        return None
    try:
        body = msgspec.json.decode(envelope.body, type=named)
    except msgspec.DecodeError:
        return None
    blob = body.blob if isinstance(body, CurveAttached | PhotoTaken) else body.photo
    return None if blob is None else storable_text(blob)


_Naming: TypeAlias = (
    CurveAttached | PhotoTaken | DefectRecorded | DefectDismissed | ProblemDescribed
)
_NAMING: dict[str, type[_Naming]] = {
    kind.KIND: kind
    for kind in (CurveAttached, PhotoTaken, DefectRecorded, DefectDismissed, ProblemDescribed)
}


_MISSING = (
    sa.select(missing_blob.c.sha256)
    .where(missing_blob.c.station == sa.bindparam("of"))
    .order_by(missing_blob.c.sha256)
    .limit(_MOST_MISSING)
)


def missing_blobs(connection: sa.Connection, station: str) -> tuple[str, ...]:
    """Named by what the station sent, and not here; as many as one answer may name."""
    return tuple(connection.execute(_MISSING, {"of": station}).scalars())


def keep_fork(
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


_NOTE_CONTACT = (
    station_table.update()
    .where(station_table.c.station == sa.bindparam("of"))
    .values(last_seen_at=sa.bindparam("seen_at"), clock_offset_us=sa.bindparam("offset"))
)


def _note_contact(connection: sa.Connection, push: Push, *, now_us: int) -> None:
    offset = max(-_LAST_INT64, min(_LAST_INT64, now_us - push.sent_at))
    connection.execute(_NOTE_CONTACT, {"of": push.station, "seen_at": now_us, "offset": offset})
