"""What bypasses and concessions count by: their facts, whole, for as long as the station works."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
    UnitDisposed,
)
from app.journal.projections import Fact, Projection
from app.ports.journal import QualityFact

if TYPE_CHECKING:
    import apsw

    from app.domain.event_body import Body


def _kept(db: apsw.Connection, fact: Fact, body: Body) -> None:
    db.execute(
        "INSERT INTO quality VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (fact.epoch, fact.seq, fact.at, body.KIND, msgspec.json.encode(body)),
    )


def _conceded(db: apsw.Connection, fact: Fact, body: UnitDisposed) -> None:
    if body.concession is not None:
        _kept(db, fact, body)


QUALITY = Projection(
    name="quality",
    version=1,
    tables=("quality",),
    # Whole bodies: the events themselves may be pruned while a passport is still valid.
    schema="""
CREATE TABLE quality (epoch INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT
  NOT NULL, body BLOB NOT NULL, PRIMARY KEY (epoch, seq)) STRICT, WITHOUT ROWID;
""",
    handlers={
        BypassActivated: _kept,
        BypassApplied: _kept,
        BypassEnded: _kept,
        BypassVerified: _kept,
        UnitDisposed: _conceded,
    },
)
_KINDS: dict[str, type[Body]] = {
    kind.KIND: kind
    for kind in (BypassActivated, BypassApplied, BypassEnded, BypassVerified, UnitDisposed)
}


def quality_facts(db: apsw.Connection) -> tuple[QualityFact, ...]:
    """All of them, in the order they were recorded."""
    rows = db.execute("SELECT at, kind, body FROM quality ORDER BY epoch, seq")
    return tuple(
        QualityFact(
            cast("int", at),
            msgspec.json.decode(cast("bytes", body), type=_KINDS[str(kind)]),
        )
        for at, kind, body in rows
    )
