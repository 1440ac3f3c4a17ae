"""The projection of what tools made that is nobody's, until a person settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.events import ReadingAssigned, ReadingDiscarded, ReadingUnassigned
from app.domain.readings import ReadingKind
from app.journal.projections import Fact, Projection

if TYPE_CHECKING:
    import apsw

#: A tool has turned: somebody must know where.
RUNDOWNS = frozenset({ReadingKind.TIGHTENING, ReadingKind.LOOSENING})


def _unassigned(db: apsw.Connection, fact: Fact, body: ReadingUnassigned) -> None:
    reading = body.reading
    if reading.kind in RUNDOWNS and not reading.is_of_other_station:
        key = (reading.source, reading.epoch, reading.result_id)
        db.execute(
            "INSERT INTO unassigned VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (*key, fact.refs.unit, msgspec.json.encode(body), fact.epoch, fact.seq),
        )


def _assigned(db: apsw.Connection, _fact: Fact, body: ReadingAssigned) -> None:
    reading = body.recorded.reading
    _settled(db, reading.source, reading.epoch, reading.result_id)


def _discarded(db: apsw.Connection, _fact: Fact, body: ReadingDiscarded) -> None:
    _settled(db, body.source, body.epoch, body.result_id)


def _settled(db: apsw.Connection, source: str, epoch: int, result_id: str) -> None:
    db.execute(
        "DELETE FROM unassigned WHERE source = ? AND source_epoch = ? AND result_id = ?",
        (source, epoch, result_id),
    )


UNASSIGNED = Projection(
    name="unassigned",
    version=1,
    tables=("unassigned",),
    # What waits, whole: the event itself may be pruned by then.
    schema="""
CREATE TABLE unassigned (source TEXT NOT NULL, source_epoch INTEGER NOT NULL, result_id TEXT NOT
  NULL, unit TEXT, body BLOB NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (source, source_epoch, result_id)) STRICT, WITHOUT ROWID;
CREATE INDEX unassigned_order ON unassigned (epoch, seq);
""",
    handlers={
        ReadingUnassigned: _unassigned,
        ReadingAssigned: _assigned,
        ReadingDiscarded: _discarded,
    },
)
