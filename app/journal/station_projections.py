"""The station's projections: its units, their serialised parts, device results and blobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import DuplicateResult
from app.domain.events import (
    CurveAttached,
    MeasurementRecorded,
    PartFitted,
    PhotoTaken,
    ReadingUnassigned,
    StepRedone,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.readings import FIRST_CONTACT, Quality, ReadingKind
from app.journal.label_projection import LABELS
from app.journal.projections import Fact, Projection
from app.journal.unassigned_projection import UNASSIGNED

if TYPE_CHECKING:
    import apsw

    from app.domain.readings import Reading

#: Kinds that carry a device's result number; the others only say something about the link.
RESULT_KINDS = frozenset(
    {
        ReadingKind.TIGHTENING,
        ReadingKind.LOOSENING,
        ReadingKind.MEASUREMENT,
        ReadingKind.WEIGHT,
        ReadingKind.SCAN,
    }
)


def _unit_started(db: apsw.Connection, fact: Fact, body: UnitStarted) -> None:
    _set_unit(db, fact, serial=body.serial, state="open", order=body.order)


def _unit_left(db: apsw.Connection, fact: Fact, body: UnitLeft) -> None:
    _set_unit(db, fact, serial=body.serial, state="left", order=fact.refs.order, unless="held")


def _unit_resumed(db: apsw.Connection, fact: Fact, body: UnitResumed) -> None:
    _set_unit(db, fact, serial=body.serial, state="open", order=fact.refs.order)


def _unit_held(db: apsw.Connection, fact: Fact, body: UnitHeld) -> None:
    _set_unit(db, fact, serial=body.serial, state="held", order=fact.refs.order)


def _unit_completed(db: apsw.Connection, fact: Fact, body: UnitCompleted) -> None:
    _set_unit(db, fact, serial=body.serial, state="completed", order=fact.refs.order)


def _set_unit(
    db: apsw.Connection,
    fact: Fact,
    *,
    serial: str,
    state: str,
    order: str | None,
    unless: str = "",
) -> None:
    """``unless``: the state that this one does not end."""
    db.execute(
        "INSERT INTO unit VALUES (?, ?, ?, ?, ?) ON CONFLICT (serial) DO UPDATE SET "
        "state = excluded.state, order_id = coalesce(excluded.order_id, order_id), "
        "epoch = excluded.epoch, seq = excluded.seq WHERE state != ?",
        (serial, state, order, fact.epoch, fact.seq, unless),
    )


UNITS = Projection(
    name="unit",
    version=3,
    tables=("unit",),
    # epoch and seq are those of the event that last changed the state.
    schema="""
CREATE TABLE unit (serial TEXT PRIMARY KEY, state TEXT NOT NULL, order_id TEXT, epoch INTEGER
  NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX unit_order ON unit (order_id, state);
CREATE INDEX unit_open ON unit (epoch, seq) WHERE state = 'open';
""",
    handlers={
        UnitStarted: _unit_started,
        UnitLeft: _unit_left,
        UnitResumed: _unit_resumed,
        UnitHeld: _unit_held,
        UnitCompleted: _unit_completed,
    },
)


def _part_fitted(db: apsw.Connection, fact: Fact, body: PartFitted) -> None:
    if body.serial is not None and fact.refs.unit is not None:
        db.execute(
            "INSERT INTO fitted VALUES (?, ?, ?, ?) "
            "ON CONFLICT (part, serial) DO UPDATE SET unit = excluded.unit, step = excluded.step",
            (body.part, body.serial, fact.refs.unit, body.step),
        )


def _step_redone(db: apsw.Connection, fact: Fact, body: StepRedone) -> None:
    # What the step fitted came out again and may go elsewhere.
    db.execute("DELETE FROM fitted WHERE unit = ? AND step = ?", (fact.refs.unit, body.step))


FITTED = Projection(
    name="fitted",
    version=1,
    tables=("fitted",),
    schema="""
CREATE TABLE fitted (part TEXT NOT NULL, serial TEXT NOT NULL, unit TEXT NOT NULL, step TEXT
  NOT NULL, PRIMARY KEY (part, serial)) STRICT, WITHOUT ROWID;
CREATE INDEX fitted_unit ON fitted (unit, step);
""",
    handlers={PartFitted: _part_fitted, StepRedone: _step_redone},
)


def _is_numbered(reading: Reading) -> bool:
    """Whether its id says how far a device has counted; an unreadable one's does not."""
    if reading.state == FIRST_CONTACT:
        return True
    return reading.kind in RESULT_KINDS and reading.quality is Quality.GOOD


def _result(
    db: apsw.Connection,
    fact: Fact,
    body: TighteningRecorded | MeasurementRecorded | ReadingUnassigned,
) -> None:
    reading = body.reading
    db.execute(
        "INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            reading.source,
            reading.epoch,
            reading.result_id,
            reading.at_device,
            int(_is_numbered(reading)),
            fact.epoch,
            fact.seq,
        ),
    )
    if db.changes() == 0:
        msg = f"result {reading.result_id} of {reading.source} is in the journal already"
        raise DuplicateResult(msg)


RESULTS = Projection(
    name="result",
    version=2,
    tables=("result",),
    schema="""
CREATE TABLE result (source TEXT NOT NULL, source_epoch INTEGER NOT NULL, result_id TEXT NOT
  NULL, at_device TEXT, is_numbered INTEGER NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT
  NULL, PRIMARY KEY (source, source_epoch, result_id)) STRICT, WITHOUT ROWID;
CREATE INDEX result_newest ON result (source, source_epoch, epoch, seq) WHERE is_numbered = 1;
""",
    handlers={
        TighteningRecorded: _result,
        MeasurementRecorded: _result,
        ReadingUnassigned: _result,
    },
)


def _blob_named(db: apsw.Connection, fact: Fact, body: CurveAttached | PhotoTaken) -> None:
    db.execute(
        "INSERT INTO blob_ref VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (body.blob, fact.epoch, fact.seq),
    )


BLOB_REFS = Projection(
    name="blob_ref",
    version=1,
    tables=("blob_ref",),
    # epoch and seq are those of the first event that names the blob.
    schema="""
CREATE TABLE blob_ref (sha256 TEXT PRIMARY KEY, epoch INTEGER NOT NULL, seq INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE INDEX blob_ref_order ON blob_ref (epoch, seq);
""",
    handlers={CurveAttached: _blob_named, PhotoTaken: _blob_named},
)

ALL = (UNITS, FITTED, RESULTS, UNASSIGNED, BLOB_REFS, LABELS)
