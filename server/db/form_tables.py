"""The projection of checks: each time that one fell due or was begun at a station.

Times are microseconds since 1970 (UTC).  No person stands in it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from server.db.tables import metadata

#: ``state`` is due, open, left, done or skipped; ``why`` is what made it due, or why it was put
#: off or not done.  ``failed`` are the titles of the lines that are not as they should be and not
#: settled (JSON by step), ``gaps`` what the record of a run that is done cannot prove (JSON).
form_run = Table(
    "form_run",
    metadata,
    Column("run", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("is_overdue", Integer, nullable=False),
    Column("blocks", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=True),
    Column("overdue_at", BigInteger, nullable=True),
    Column("began_at", BigInteger, nullable=True),
    Column("ended_at", BigInteger, nullable=True),
    Column("why", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("evidence", Text, nullable=True),
    Column("gaps", Text, nullable=False),
    Column("failed", Text, nullable=False),
    Column("last_pos", BigInteger, nullable=False),
    Index(None, "last_pos"),
    Index(None, "state"),
    Index(None, "form", "station"),
)
