"""Journals as every earlier format had them, built of the statements of then, with work waiting.

Formats are the file's ``user_version``: 0 is that of 0.1.0; 2 brought checkpoints and segments
(1 was never written).  The statements below are history and never change.
"""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import apsw

from app.domain.envelope import GENESIS, Refs
from app.domain.events import Body, NoteWritten
from app.journal.chain import ChainWriter, Head
from app.journal.projections import read_fact
from app.journal.schema import has_table
from app.journal.segments import Segment, seal
from app.journal.station_projections import ALL
from app.ports.journal import NewEvent
from app.ports.sync import StoredEvent
from tests.helpers.journal_rig import (
    PERSON,
    STATION,
    FakeClock,
    completed,
    fitted,
    note,
    started,
    tightening,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT_0 = """
CREATE TABLE event (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL, event_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL, unit TEXT, at INTEGER NOT NULL, raw BLOB NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT;
CREATE INDEX event_unit ON event (unit, epoch, seq) WHERE unit IS NOT NULL;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE epoch (
  epoch INTEGER PRIMARY KEY, acked INTEGER NOT NULL, fork TEXT, closed TEXT
) STRICT;
CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE head (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL,
  public_key TEXT NOT NULL, PRIMARY KEY (epoch, seq)
) STRICT;
CREATE TABLE document (
  kind TEXT NOT NULL, key TEXT NOT NULL, pos INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT;
CREATE TABLE blob_sent (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE blob_wanted (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""
ADDED_BY_FORMAT_2 = """
CREATE TABLE checkpoint (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL,
  public_key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (epoch, seq)
) STRICT;
CREATE TABLE segment (
  last_epoch INTEGER NOT NULL, last_seq INTEGER NOT NULL, first_epoch INTEGER NOT NULL,
  first_seq INTEGER NOT NULL, events INTEGER NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,
  suffix TEXT NOT NULL, PRIMARY KEY (last_epoch, last_seq)
) STRICT;
"""
#: What is written here for each unit.
EVENTS_A_UNIT = 8


class RobotJogged(Body, frozen=True, kw_only=True):
    """A kind that no software of ours knows."""

    KIND: ClassVar[str] = "robot.jogged"
    axis: int
    by_deg: float


class NoteOfTomorrow(Body, frozen=True, kw_only=True):
    """A known kind in a version that this software does not know."""

    KIND: ClassVar[str] = NoteWritten.KIND
    VERSION: ClassVar[int] = NoteWritten.VERSION + 1
    paragraphs: tuple[str, ...]


def make_earlier(path: Path, *, file_format: int, count: int) -> None:
    """A journal of format 0 or 2 with ``count`` events in epoch 1, none of them confirmed."""
    db = _plain(path)
    db.execute(FORMAT_0)
    if file_format == 2:
        db.execute(ADDED_BY_FORMAT_2)
        db.execute("INSERT INTO meta VALUES ('writable_from', '2')")
    db.pragma("user_version", file_format)
    db.execute("INSERT INTO meta VALUES ('station', ?)", (STATION,))
    db.execute("INSERT INTO epoch VALUES (1, 0, NULL, NULL)")
    db.close()
    add_waiting(path, count=count)


def add_waiting(path: Path, *, count: int, first_unit: int = 1_000) -> None:
    """More events behind the last one, as software of then wrote them: nothing is migrated."""
    db = _plain(path)
    row = db.execute(
        "SELECT epoch, seq, hash FROM event ORDER BY epoch DESC, seq DESC LIMIT 1"
    ).fetchone()
    head = Head(1, 0, GENESIS) if row is None else Head(int(row[0]), int(row[1]), str(row[2]))
    chance = random.Random(head.seq)  # noqa: S311 (repeatable)
    chain = ChainWriter(STATION, FakeClock(), chance.randbytes)
    envelopes, rows, _ = chain.chained(list(islice(_work(first_unit), count)), head)
    with db:
        db.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        if has_table(db, "unit"):
            # 0.1.0 kept projections as they are still kept, fewer of them; the files made here
            # have none.
            of_then = [one for one in ALL if all(has_table(db, name) for name in one.tables)]
            for fact in filter(None, map(read_fact, envelopes)):
                for projection in of_then:
                    projection.apply(db, fact)
    db.close()


def seal_first(path: Path, count: int) -> None:
    """As software of format 2 pruned: sealed and confirmed, and nobody knows which units."""
    db = _plain(path)
    rows = db.execute(
        "SELECT epoch, seq, hash, raw FROM event ORDER BY epoch, seq LIMIT ?", (count,)
    ).fetchall()
    prev, events = GENESIS, []
    for epoch, seq, hash_hex, raw in rows:
        events.append(StoredEvent(epoch, seq, prev, hash_hex, raw))  # type: ignore[arg-type]
        prev = str(hash_hex)
    segment = seal(path, events)
    with db:
        marks = ", ".join("?" * len(Segment.__struct_fields__))
        values = [getattr(segment, name) for name in _SEGMENT_COLUMNS]
        db.execute(f"INSERT INTO segment VALUES ({marks})", values)  # noqa: S608 (ours)
        db.execute("DELETE FROM event WHERE seq <= ?", (count,))
        db.execute("UPDATE epoch SET acked = ?", (count + 1,))
        db.execute("INSERT INTO sync_state VALUES ('generation', 'of then')")
    db.close()


_SEGMENT_COLUMNS = (
    "last_epoch",
    "last_seq",
    "first_epoch",
    "first_seq",
    "events",
    "prev",
    "hash",
    "suffix",
)


def _plain(path: Path) -> apsw.Connection:
    db = apsw.Connection(str(path))
    db.pragma("journal_mode", "wal")
    return db


def _work(first_unit: int) -> Iterator[NewEvent]:
    """Units without end, and between their events those of kinds nobody here knows."""
    number = first_unit
    while True:
        serial = f"W-{number}"
        refs = Refs(unit=serial)
        yield started(serial)
        yield tightening(f"{number}-1", unit=serial)
        yield NewEvent(RobotJogged(axis=number % 6, by_deg=0.5), PERSON, refs)
        yield fitted("P-1", f"S-{number}", serial)
        yield NewEvent(NoteOfTomorrow(paragraphs=("ä", "…")), PERSON, refs)
        yield tightening(f"{number}-2", unit=serial)
        yield note(f"of unit {number}", unit=serial)
        yield completed(serial)
        number += 1
