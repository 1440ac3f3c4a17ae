"""Which defects were recorded where on a product, so that the frequent ones come first."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from app.domain.problem_events import DefectRecorded
from app.journal.projections import Fact, Projection

if TYPE_CHECKING:
    import apsw

    from app.domain.defects import Counts


def _recorded(db: apsw.Connection, fact: Fact, body: DefectRecorded) -> None:
    zones = {pin.zone for pin in body.pins} or {body.zone}
    for zone in sorted(zones, key=str):
        db.execute(
            "INSERT INTO defect VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (fact.epoch, fact.seq, body.product, zone or "", body.code, fact.at, body.count),
        )


DEFECTS = Projection(
    name="defect",
    version=1,
    tables=("defect",),
    # One row a zone of each defect; at is in µs UTC, zone "" is somewhere without a name.
    schema="""
CREATE TABLE defect (epoch INTEGER NOT NULL, seq INTEGER NOT NULL, product TEXT NOT NULL, zone TEXT
  NOT NULL, code TEXT NOT NULL, at INTEGER NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY
  (epoch, seq, zone)) STRICT, WITHOUT ROWID;
CREATE INDEX defect_product ON defect (product, at);
""",
    handlers={DefectRecorded: _recorded},
)


def defect_counts(db: apsw.Connection, product: str, since_us: int) -> Counts:
    """How often each code was recorded in each zone of ``product`` from ``since_us`` on."""
    rows = db.execute(
        "SELECT zone, code, count(*) FROM defect WHERE product = ? AND at >= ? "
        "GROUP BY zone, code",
        (product, since_us),
    )
    return {(str(zone) or None, str(code)): cast("int", n) for zone, code, n in rows}
