"""Sealed segments: old events in compressed files beside the journal, whole and in order.

A segment is one line that says what it is, then the stored bytes of its events, one a line,
deflated.  Its last hash is part of the journal's chain, so nothing in it can change unnoticed.
A file is durable before the journal names it, and named before any event leaves the table.
"""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING, BinaryIO

import msgspec
from msgspec import Struct

from app.domain.envelope import GENESIS, chain_hash, decode_envelope
from app.domain.errors import StorageFault, storage_reason
from app.durable import remove_unfinished, sync_folder, write_whole
from app.journal.schema import has_table
from app.ports.sync import StoredEvent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import apsw

FORMAT = "asbuilt-segment-1"

#: The number of an epoch's last event, sealed or not; for queries of the table ``epoch``.
EPOCH_END = (
    "max(coalesce((SELECT max(seq) FROM event WHERE event.epoch = epoch.epoch), 0), "
    "coalesce((SELECT max(last_seq) FROM segment WHERE last_epoch = epoch.epoch), 0))"
)


class Segment(Struct, frozen=True, kw_only=True):
    """A range of the chain: ``prev`` is the hash before its first event, ``hash`` its last."""

    last_epoch: int
    last_seq: int
    first_epoch: int
    first_seq: int
    events: int
    prev: str
    hash: str
    suffix: str

    def path_beside(self, journal: Path) -> Path:
        return journal.with_name(f"{journal.name}.{self.suffix}")


class SealedEnd(Struct, frozen=True):
    """Up to where events are in segments; (0, 0) when there is none."""

    epoch: int = 0
    seq: int = 0
    hash: str = GENESIS


def segments_of(db: apsw.Connection) -> list[Segment]:
    """All of them, oldest first."""
    if not has_table(db, "segment"):
        return []
    names = Segment.__struct_fields__
    rows = db.execute(f"SELECT {', '.join(names)} FROM segment ORDER BY last_epoch, last_seq")  # noqa: S608 (ours)
    return [msgspec.convert(dict(zip(names, row, strict=True)), Segment) for row in rows]


def sealed_up_to(db: apsw.Connection) -> SealedEnd:
    """Where the events of the table begin: after this."""
    if not has_table(db, "segment"):
        return SealedEnd()
    row = db.execute(
        "SELECT last_epoch, last_seq, hash FROM segment "
        "ORDER BY last_epoch DESC, last_seq DESC LIMIT 1"
    ).fetchone()
    return SealedEnd() if row is None else SealedEnd(*msgspec.convert(row, tuple[int, int, str]))


def sealed_raws(db: apsw.Connection, journal: Path) -> Iterator[bytes]:
    """The stored bytes of every sealed event, oldest first.

    Raises:
        StorageFault: a segment is missing or damaged.
    """
    for segment in segments_of(db):
        for event in read_segment(journal, segment):
            yield event.raw


def read_segment(journal: Path, segment: Segment) -> Iterator[StoredEvent]:
    """Its events, each checked against the chain.

    Raises:
        StorageFault: the file is missing, or not what was sealed.
    """
    path, prev, count = segment.path_beside(journal), segment.prev, 0
    try:
        with gzip.open(path) as file:
            if msgspec.json.decode(file.readline(), type=_FirstLine).segment != segment:
                raise _damaged(path, "it is another segment")
            for line in file:
                raw = line[:-1]
                envelope = decode_envelope(raw)
                if envelope.prev_hash != prev:
                    raise _damaged(path, f"event {envelope.seq} does not follow the one before")
                event = StoredEvent(envelope.epoch, envelope.seq, prev, chain_hash(prev, raw), raw)
                prev, count = event.hash, count + 1
                yield event
    except FileNotFoundError as error:
        msg = f"{path}: this sealed part of the journal is missing; bring it back from a backup"
        raise StorageFault(msg, reason="damaged") from error
    except (EOFError, gzip.BadGzipFile, zlib.error, msgspec.MsgspecError) as error:
        raise _damaged(path, str(error)) from error
    except OSError as error:
        msg = f"{path}: this sealed part of the journal cannot be read: {error.strerror}"
        raise StorageFault(msg, reason=storage_reason(error)) from error
    if prev != segment.hash or count != segment.events:
        raise _damaged(path, "its end is not the one that was sealed")


def seal(journal: Path, events: Sequence[StoredEvent]) -> Segment:
    """Write ``events`` as a segment, durable on return.

    Raises:
        StorageFault: the file could not be written; nothing is sealed.
    """
    first, last = events[0], events[-1]
    segment = Segment(
        last_epoch=last.epoch,
        last_seq=last.seq,
        first_epoch=first.epoch,
        first_seq=first.seq,
        events=len(events),
        prev=first.prev_hash,
        hash=last.hash,
        suffix=f"{first.epoch}-{first.seq:09}.segment",
    )
    path = segment.path_beside(journal)
    try:
        remove_unfinished(path)
        write_whole(path, lambda file: _write(file, segment, events))
        sync_folder(path.parent)
    except OSError as error:
        msg = f"{path}: old events could not be sealed: {error.strerror}; they stay as they are"
        raise StorageFault(msg, reason=storage_reason(error)) from error
    return segment


class _FirstLine(Struct, frozen=True):
    format: str
    segment: Segment


def _write(file: BinaryIO, segment: Segment, events: Sequence[StoredEvent]) -> None:
    with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        packed.write(msgspec.json.encode(_FirstLine(FORMAT, segment)) + b"\n")
        packed.writelines(event.raw + b"\n" for event in events)


def _damaged(path: Path, what: str) -> StorageFault:
    msg = (
        f"{path}: this sealed part of the journal is damaged: {what}; bring it back from a backup"
    )
    return StorageFault(msg, reason="damaged")
