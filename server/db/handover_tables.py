"""The table of handovers: books of entries that only grow."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from server.db.tables import metadata

#: ``body`` is an :class:`app.domain.handover_book.HandoverEntry` (JSON, kept byte for byte),
#: ``hash`` that of the entry over the one before, ``seal`` the plant's signature of a signed one.
handover_entry = Table(
    "handover_entry",
    metadata,
    Column("handover", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("act", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("seal", Text, nullable=True),
    Index(None, "line", "act", "at"),
)
