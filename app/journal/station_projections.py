"""The station's projections: its units, their serialised parts, device results and blobs."""

from __future__ import annotations

import json
from functools import cache
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
from app.domain.evidence_events import EvidenceAsked
from app.domain.line_events import HandoverNoted
from app.domain.material_events import PartRemoved
from app.domain.problem_events import DefectDismissed, DefectRecorded, ProblemDescribed
from app.domain.quality_events import UnitDisposed
from app.domain.readings import FIRST_CONTACT, Quality, ReadingKind
from app.journal.attendance_projection import ATTENDANCE
from app.journal.curve_projection import CURVES
from app.journal.defect_projection import DEFECTS
from app.journal.forms_projection import FORMS
from app.journal.label_projection import LABELS
from app.journal.line_projection import LINE
from app.journal.material_projection import MATERIAL
from app.journal.memory_projection import MEMORY
from app.journal.projections import Fact, Projection
from app.journal.quality_projection import QUALITY
from app.journal.sample_projection import SAMPLES
from app.journal.spc_projection import SPC
from app.journal.unassigned_projection import UNASSIGNED

if TYPE_CHECKING:
    import apsw

    from app.domain.events import Body
    from app.domain.readings import Reading
    from app.journal.projections import Handler

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


#: Leaving a unit changes none of these.
_STAY = ("held", "scrapped", "returned")


def _unit_started(db: apsw.Connection, fact: Fact, body: UnitStarted) -> None:
    _set_unit(db, fact, serial=body.serial, state="open", order=body.order)


def _unit_left(db: apsw.Connection, fact: Fact, body: UnitLeft) -> None:
    _set_unit(db, fact, serial=body.serial, state="left", order=fact.refs.order, unless=_STAY)


def _unit_resumed(db: apsw.Connection, fact: Fact, body: UnitResumed) -> None:
    _set_unit(db, fact, serial=body.serial, state="open", order=fact.refs.order)


def _unit_held(db: apsw.Connection, fact: Fact, body: UnitHeld) -> None:
    _set_unit(db, fact, serial=body.serial, state="held", order=fact.refs.order)


def _unit_completed(db: apsw.Connection, fact: Fact, body: UnitCompleted) -> None:
    _set_unit(db, fact, serial=body.serial, state="completed", order=fact.refs.order)


def _evidence_asked(db: apsw.Connection, fact: Fact, body: EvidenceAsked) -> None:
    _set_unit(db, fact, serial=body.serial, state="open", order=fact.refs.order)


#: What a disposition makes of a unit; the others let it go on.
_ENDS = {"scrap": "scrapped", "return": "returned"}


def _unit_disposed(db: apsw.Connection, fact: Fact, body: UnitDisposed) -> None:
    state = _ENDS.get(body.disposition, "open")
    _set_unit(db, fact, serial=body.serial, state=state, order=fact.refs.order)


def _set_unit(
    db: apsw.Connection,
    fact: Fact,
    *,
    serial: str,
    state: str,
    order: str | None,
    unless: tuple[str, ...] = (),
) -> None:
    """``unless``: the states that this one does not end."""
    db.execute(
        "INSERT INTO unit VALUES (?, ?, ?, ?, ?) ON CONFLICT (serial) DO UPDATE SET "
        "state = excluded.state, order_id = coalesce(excluded.order_id, order_id), "
        "epoch = excluded.epoch, seq = excluded.seq WHERE state NOT IN (SELECT value FROM "
        "json_each(?))",
        (serial, state, order, fact.epoch, fact.seq, json.dumps(unless)),
    )


UNITS = Projection(
    name="unit",
    version=4,
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
        UnitDisposed: _unit_disposed,
        EvidenceAsked: _evidence_asked,
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


def _part_removed(db: apsw.Connection, fact: Fact, body: PartRemoved) -> None:
    db.execute(
        "DELETE FROM fitted WHERE part = ? AND serial = ? AND unit = ?",
        (body.part, body.serial, fact.refs.unit),
    )


FITTED = Projection(
    name="fitted",
    version=1,
    tables=("fitted",),
    schema="""
CREATE TABLE fitted (part TEXT NOT NULL, serial TEXT NOT NULL, unit TEXT NOT NULL, step TEXT
  NOT NULL, PRIMARY KEY (part, serial)) STRICT, WITHOUT ROWID;
CREATE INDEX fitted_unit ON fitted (unit, step);
""",
    handlers={
        PartFitted: _part_fitted,
        PartRemoved: _part_removed,
        StepRedone: _step_redone,
    },
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
    _name_blob(db, fact, body.blob)


def _photo_named(
    db: apsw.Connection,
    fact: Fact,
    body: DefectRecorded | DefectDismissed | ProblemDescribed | HandoverNoted,
) -> None:
    if body.photo is not None:
        _name_blob(db, fact, body.photo)


def _name_blob(db: apsw.Connection, fact: Fact, blob: str) -> None:
    db.execute(
        "INSERT INTO blob_ref VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (blob, fact.epoch, fact.seq),
    )


BLOB_REFS = Projection(
    name="blob_ref",
    version=2,
    tables=("blob_ref",),
    # epoch and seq are those of the first event that names the blob.
    schema="""
CREATE TABLE blob_ref (sha256 TEXT PRIMARY KEY, epoch INTEGER NOT NULL, seq INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE INDEX blob_ref_order ON blob_ref (epoch, seq);
""",
    handlers={
        CurveAttached: _blob_named,
        PhotoTaken: _blob_named,
        DefectRecorded: _photo_named,
        DefectDismissed: _photo_named,
        ProblemDescribed: _photo_named,
        HandoverNoted: _photo_named,
    },
)

ALL = (
    UNITS,
    FITTED,
    RESULTS,
    UNASSIGNED,
    BLOB_REFS,
    LABELS,
    DEFECTS,
    LINE,
    MATERIAL,
    QUALITY,
    SPC,
    SAMPLES,
    CURVES,
    FORMS,
    MEMORY,
    ATTENDANCE,
)


@cache
def changes_of(body: type[Body]) -> tuple[Handler, ...]:
    """What an event with such a body changes, in the order of ``ALL``."""
    handlers = (projection.handlers.get(body) for projection in ALL)
    return tuple(handler for handler in handlers if handler is not None)
