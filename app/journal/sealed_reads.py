"""Finds events in sealed segments: what is asked for in the table and is no longer there.

First the journal is asked which segments to read; reading them needs no connection, takes long,
and so is done beside the journal's thread.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Envelope, decode_envelope
from app.journal.segments import Segment, read_segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
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


class SealedReader:
    """Reads a segment in portions; the next one goes on where the last one ended.

    For any thread; one after the other.
    """

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._turn = threading.Lock()
        #: What was read last of which segment; ``_left`` follows it, if any, then ``_rest``.
        self._read: tuple[Segment, int, int] | None = None
        self._left: StoredEvent | None = None
        self._rest: Iterator[StoredEvent] = iter(())

    def read_after(
        self,
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
        with self._turn:
            if self._read != (segment, epoch, after):
                self._left = None
                found = read_segment(self._journal, segment)
                self._rest = (one for one in found if (one.epoch, one.seq) > (epoch, after))
            # Until this portion is whole: what is read half way is not gone on with.
            self._read = None
            portion = self._portion(epoch, limit, most_bytes)
            if portion:
                self._read = (segment, epoch, portion[-1].seq)
            return portion

    def _portion(self, epoch: int, limit: int, most_bytes: int | None) -> tuple[StoredEvent, ...]:
        portion: list[StoredEvent] = []
        total = 0
        while len(portion) < limit and (event := self._left or next(self._rest, None)) is not None:
            self._left = event
            total += len(event.raw)
            is_too_much = most_bytes is not None and total > most_bytes
            if event.epoch != epoch or (portion and is_too_much):
                break
            portion.append(event)
            self._left = None
        return tuple(portion)


def _segments(
    db: apsw.Connection, which: str, values: tuple[int, int] | tuple[str, str]
) -> list[Segment]:
    names = Segment.__struct_fields__
    rows = db.execute(_SEGMENTS + which, values)
    return [msgspec.convert(dict(zip(names, row, strict=True)), Segment) for row in rows]
