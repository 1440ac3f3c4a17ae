"""The labels sent to printers, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import LabelEnded, LabelRequested
from app.journal.projections import Fact, Projection

if TYPE_CHECKING:
    import apsw


def _requested(db: apsw.Connection, fact: Fact, body: LabelRequested) -> None:
    unit = fact.refs.unit if body.label.kind == "unit" else None
    db.execute(
        "INSERT INTO label VALUES (?, ?, ?, NULL, ?, ?) ON CONFLICT DO NOTHING",
        (body.job, unit, body.printer, fact.epoch, fact.seq),
    )


def _ended(db: apsw.Connection, fact: Fact, body: LabelEnded) -> None:
    del fact  # a label keeps the place of its request
    db.execute("UPDATE label SET outcome = ? WHERE job = ?", (body.outcome, body.job))


LABELS = Projection(
    name="label",
    version=1,
    tables=("label",),
    # epoch and seq are those of the request; without an outcome it is on its way, or was when the
    # station stopped.
    schema="""
CREATE TABLE label (job TEXT PRIMARY KEY, unit TEXT, printer TEXT NOT NULL, outcome TEXT,
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX label_unit ON label (unit, epoch, seq);
CREATE INDEX label_open ON label (epoch, seq) WHERE outcome IS NULL;
""",
    handlers={LabelRequested: _requested, LabelEnded: _ended},
)


def open_labels(db: apsw.Connection) -> tuple[tuple[str, str, str | None], ...]:
    """Job, printer and unit of each label of which no end is known, oldest first."""
    rows = db.execute(
        "SELECT job, printer, unit FROM label WHERE outcome IS NULL ORDER BY epoch, seq"
    )
    return tuple(
        (str(job), str(printer), None if unit is None else str(unit))
        for job, printer, unit in rows
    )


def label_of(db: apsw.Connection, unit: str) -> str | None:
    """What became of the unit's newest label that may exist; None when there can be none."""
    found = db.execute(
        "SELECT coalesce(outcome, 'unknown') FROM label WHERE unit = ? "
        "AND coalesce(outcome, '') <> 'not_printed' ORDER BY epoch DESC, seq DESC LIMIT 1",
        (unit,),
    ).get
    return None if found is None else str(found)
