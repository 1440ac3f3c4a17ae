"""What goes into a unit's signed record: its events as they were written, and who signed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.envelope import decode_envelope
from app.domain.signed_record import RecordContent, RecordedEvent, SignedHead, StationKey
from server.db.storable import storable_text
from server.db.tables import chain_head, event, station_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.envelope import Envelope
    from server.log.identity import PlantIdentity
    from server.read.record import UnitRecord

#: How many events may stand between a unit's last one and the head its station signed; a longer
#: way would carry other units' records into this one.
_LONGEST_WAY = 100


def record_content(
    connection: sa.Connection, record: UnitRecord, identity: PlantIdentity, *, now_us: int
) -> bytes:
    """The bytes to sign."""
    own = _events(connection, event.c.unit == storable_text(record.serial))
    heads: list[SignedHead] = []
    ways: list[RecordedEvent] = []
    for last in _last_of_each_chain(own):
        head, way = _way_to_head(connection, last)
        heads += head
        ways += way
    everything = sorted((*own, *ways), key=lambda found: found.pos)
    content = RecordContent(
        plant=identity.name,
        generation=identity.generation,
        made_at=now_us,
        unit=msgspec.Raw(msgspec.json.encode(record)),
        events=tuple(everything),
        heads=tuple(heads),
        keys=_keys(connection, everything),
        blobs=tuple(dict.fromkeys(_blobs(record))),
    )
    return msgspec.json.encode(content)


def _blobs(record: UnitRecord) -> list[str]:
    return [*(photo.blob for photo in record.photos), *(curve.blob for curve in record.curves)]


def _events(
    connection: sa.Connection, *where: sa.ColumnElement[bool], most: int | None = None
) -> list[RecordedEvent]:
    columns = (event.c.pos, event.c.recv_at, event.c.prev_hash, event.c.hash, event.c.raw)
    statement = sa.select(*columns).where(*where).order_by(event.c.pos).limit(most)
    return [
        RecordedEvent(
            pos=row.pos,
            recv_at=row.recv_at,
            prev_hash=row.prev_hash,
            hash=row.hash,
            raw=bytes(row.raw).decode(),
        )
        for row in connection.execute(statement)
    ]


def _last_of_each_chain(events: Iterable[RecordedEvent]) -> list[Envelope]:
    last: dict[tuple[str, int], Envelope] = {}
    for found in events:
        envelope = decode_envelope(found.raw.encode())
        last[envelope.station, envelope.epoch] = envelope
    return list(last.values())


def _way_to_head(
    connection: sa.Connection, last: Envelope
) -> tuple[list[SignedHead], list[RecordedEvent]]:
    """The first head signed at or after ``last``, and the events between; empty without one."""
    chain = (chain_head.c.station == last.station, chain_head.c.epoch == last.epoch)
    found = connection.execute(
        sa.select(chain_head)
        .where(*chain, chain_head.c.seq >= last.seq)
        .order_by(chain_head.c.seq)
        .limit(1)
    ).one_or_none()
    if found is None or found.seq - last.seq > _LONGEST_WAY:
        return [], []
    between = _events(
        connection,
        event.c.station == last.station,
        event.c.epoch == last.epoch,
        event.c.seq > last.seq,
        event.c.seq <= found.seq,
    )
    refs = (decode_envelope(one.raw.encode()).refs.unit for one in between)
    if len(between) != found.seq - last.seq or any(unit is not None for unit in refs):
        return [], []
    head = SignedHead(
        station=found.station,
        epoch=found.epoch,
        seq=found.seq,
        hash=found.hash,
        signature=found.signature,
    )
    return [head], between


def _keys(connection: sa.Connection, events: Iterable[RecordedEvent]) -> tuple[StationKey, ...]:
    envelopes = (decode_envelope(one.raw.encode()) for one in events)
    chains = sorted({(envelope.station, envelope.epoch) for envelope in envelopes})
    rows = connection.execute(
        sa.select(station_key).where(
            sa.tuple_(station_key.c.station, station_key.c.epoch).in_(chains)
        )
    )
    return tuple(
        StationKey(station=row.station, epoch=row.epoch, public_key=row.public_key) for row in rows
    )
