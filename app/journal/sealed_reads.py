"""Finds events in sealed segments: what is asked for in the table and is no longer there.

First the journal is asked which segments to read; reading them needs no connection, takes long,
and so is done beside the journal's thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Envelope, decode_envelope
from app.journal.segments import Segment, read_segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import apsw

    from app.ports.sync import StoredEvent

#: Stands in the index for "this segment is in it": those sealed by older software are not.
INDEXED = ""
_NAMES = ", ".join(f"segment.{name}" for name in Segment.__struct_fields__)
_SEGMENTS = f"SELECT {_NAMES} FROM segment "  # noqa: S608 (ours)


def segment_at(db: apsw.Connection, epoch: int, seq: int) -> Segment | None:
    """The segment that has, or would have, this event; None when it is not in any."""
    found = _segments(
        db,
        "WHERE (last_epoch, last_seq) >= (?1, ?2) AND (first_epoch, first_seq) <= (?1, ?2) "
        "ORDER BY last_epoch, last_seq LIMIT 1",
        (epoch, seq),
    )
    return found[0] if found else None


def segments_with_unit(db: apsw.Connection, serial: str) -> list[Segment]:
    """Those with events of a unit, oldest first, and those that nobody knows the units of."""
    return _segments(
        db,
        "WHERE EXISTS (SELECT 1 FROM sealed_unit u WHERE u.unit = ? "
        "AND u.last_epoch = segment.last_epoch AND u.last_seq = segment.last_seq) "
        "OR NOT EXISTS (SELECT 1 FROM sealed_unit u WHERE u.unit = ? "
        "AND u.last_epoch = segment.last_epoch AND u.last_seq = segment.last_seq) "
        "ORDER BY last_epoch, last_seq",
        (serial, INDEXED),
    )


def index_units(db: apsw.Connection, segment: Segment, units: Iterable[str]) -> None:
    """Note in which segment the events of these units are."""
    db.executemany(
        "INSERT OR IGNORE INTO sealed_unit VALUES (?, ?, ?)",
        [(unit, segment.last_epoch, segment.last_seq) for unit in (INDEXED, *units)],
    )


def read_after(
    journal: Path,
    segment: Segment,
    *,
    epoch: int,
    after: int,
    limit: int,
    most_bytes: int | None = None,
) -> tuple[StoredEvent, ...]:
    """Contiguous events of ``epoch`` that are in this segment.

    Raises:
        StorageFault: the segment is missing or damaged.
    """
    found: list[StoredEvent] = []
    total = 0
    for event in read_segment(journal, segment):
        if event.epoch != epoch or event.seq <= after:
            continue
        total += len(event.raw)
        if found and most_bytes is not None and total > most_bytes:
            break
        found.append(event)
        if len(found) == limit:
            break
    return tuple(found)


def read_unit(journal: Path, segments: Sequence[Segment], serial: str) -> tuple[Envelope, ...]:
    """Every sealed event of a unit, oldest first.

    Raises:
        StorageFault: a segment is missing or damaged: the record would not be complete.
    """
    return tuple(
        envelope
        for segment in segments
        for event in read_segment(journal, segment)
        if (envelope := decode_envelope(event.raw)).refs.unit == serial
    )


def _segments(
    db: apsw.Connection, which: str, values: tuple[int, int] | tuple[str, str]
) -> list[Segment]:
    names = Segment.__struct_fields__
    rows = db.execute(_SEGMENTS + which, values)
    return [msgspec.convert(dict(zip(names, row, strict=True)), Segment) for row in rows]
