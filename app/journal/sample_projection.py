"""What was decided about samples, and what became of each: what the next decision counts by."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

from app.domain.events import (
    MeasurementRecorded,
    PointInspected,
    StepCompleted,
    StepRedone,
    StepSkipped,
    UnitCompleted,
    UnitHeld,
)
from app.domain.quality_events import UnitDisposed
from app.domain.sample_events import SampleDecided
from app.domain.sampling import Outcome, Sample
from app.journal.projections import Fact, Projection

if TYPE_CHECKING:
    import apsw

#: More than any rule counts back.
_NEWEST = 2_000


def _decided(db: apsw.Connection, fact: Fact, body: SampleDecided) -> None:
    refs = fact.refs
    row = (fact.epoch, fact.seq, fact.at, refs.unit, refs.instruction, body.step)
    db.execute(
        "INSERT INTO sample VALUES (?, ?, ?, ?, ?, ?, 'open', 0, ?) ON CONFLICT DO NOTHING",
        (*row, msgspec.json.encode(body)),
    )


def _done(db: apsw.Connection, fact: Fact, body: StepCompleted) -> None:
    """A step that was left out is completed too."""
    _becomes(db, fact.refs.unit, body.step, "done", "outcome != 'skipped'")


def _skipped(db: apsw.Connection, fact: Fact, body: StepSkipped) -> None:
    _becomes(db, fact.refs.unit, body.step, "skipped")


def _redone(db: apsw.Connection, fact: Fact, body: StepRedone) -> None:
    _becomes(db, fact.refs.unit, body.step, "open")


def _becomes(
    db: apsw.Connection, unit: str | None, step: str, outcome: str, where: str = "1"
) -> None:
    db.execute(
        f"UPDATE sample SET outcome = ? WHERE unit = ? AND step = ? AND {where}",  # noqa: S608 (ours)
        (outcome, unit, step),
    )


def _judged(db: apsw.Connection, fact: Fact, body: MeasurementRecorded | PointInspected) -> None:
    if not body.ok:
        db.execute(
            "UPDATE sample SET is_bad = 1 WHERE unit = ? AND step = ?", (fact.refs.unit, body.step)
        )


def _ended(
    db: apsw.Connection, _fact: Fact, body: UnitHeld | UnitCompleted | UnitDisposed
) -> None:
    """Nobody waits for a sample on a unit that does not go on."""
    db.execute(
        "UPDATE sample SET outcome = 'missed' WHERE unit = ? AND outcome = 'open'", (body.serial,)
    )


SAMPLES = Projection(
    name="samples",
    version=1,
    tables=("sample",),
    # Whole bodies: the events themselves may be pruned while a rule still counts by them.
    schema="""
CREATE TABLE sample (epoch INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, unit TEXT,
  instruction TEXT, step TEXT NOT NULL, outcome TEXT NOT NULL, is_bad INTEGER NOT NULL,
  body BLOB NOT NULL, PRIMARY KEY (epoch, seq)) STRICT, WITHOUT ROWID;
CREATE INDEX sample_unit ON sample (unit);
CREATE INDEX sample_step ON sample (instruction, step, epoch, seq);
""",
    handlers={
        SampleDecided: _decided,
        StepCompleted: _done,
        StepSkipped: _skipped,
        StepRedone: _redone,
        MeasurementRecorded: _judged,
        PointInspected: _judged,
        UnitHeld: _ended,
        UnitCompleted: _ended,
        UnitDisposed: _ended,
    },
)


def samples(db: apsw.Connection, instruction: str, step: str) -> tuple[Sample, ...]:
    """What was decided about a step of an instruction, oldest first, among the newest."""
    rows = db.execute(
        "SELECT * FROM (SELECT epoch, seq, unit, at, outcome, is_bad, body FROM sample "
        "WHERE instruction = ? AND step = ? ORDER BY epoch DESC, seq DESC LIMIT ?) "
        "ORDER BY epoch, seq",
        (instruction, step, _NEWEST),
    )
    return tuple(
        Sample(
            unit=cast("str", unit),
            at_us=cast("int", at),
            body=_decoder.decode(cast("bytes", body)),
            outcome=cast("Outcome", "missed" if outcome == "skipped" else outcome),
            is_bad=bool(is_bad),
        )
        for _, _, unit, at, outcome, is_bad, body in rows
    )


_decoder = msgspec.json.Decoder(SampleDecided)
