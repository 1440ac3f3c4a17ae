"""Until when each person was here the last time, for what is new to them when they come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.events import PersonSignedIn, PersonSignedOut
from app.journal.projections import Fact, Projection

if TYPE_CHECKING:
    import apsw


def _came(db: apsw.Connection, fact: Fact, body: PersonSignedIn) -> None:
    """Whoever is not among the crew has made room."""
    stay = msgspec.json.encode([body.person, *body.crew]).decode()
    db.execute(
        "UPDATE here SET went = ? WHERE went IS NULL "
        "AND person NOT IN (SELECT value FROM json_each(?))",
        (fact.at, stay),
    )
    db.execute(
        "INSERT INTO here VALUES (?, ?, NULL, NULL) ON CONFLICT (person) DO UPDATE SET "
        "until = coalesce(went, came), came = excluded.came, went = NULL",
        (body.person, fact.at),
    )


def _went(db: apsw.Connection, fact: Fact, body: PersonSignedOut) -> None:
    db.execute("UPDATE here SET went = ? WHERE person = ?", (fact.at, body.person))


ATTENDANCE = Projection(
    name="attendance",
    version=1,
    tables=("here",),
    # Times in µs UTC; went is NULL while somebody is here, until is the end of the visit before.
    schema="""
CREATE TABLE here (person TEXT PRIMARY KEY, came INTEGER NOT NULL, went INTEGER, until INTEGER)
  STRICT, WITHOUT ROWID;
""",
    handlers={PersonSignedIn: _came, PersonSignedOut: _went},
)


def last_here(db: apsw.Connection, person: str) -> int | None:
    """The end (µs UTC) of the visit before the present one; None when there was none."""
    until: int | None = db.execute("SELECT until FROM here WHERE person = ?", (person,)).get
    return until
