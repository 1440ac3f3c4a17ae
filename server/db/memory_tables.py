"""The tables of the decision memory.

What stations recorded is drawn from the log and can be drawn again.  What people said at the
server (``memory_said``, ``memory_pattern``) is nowhere else.  No table has a place for a person:
roles and shifts only.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table, Text

from server.db.tables import metadata


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key)


def _maybe(name: str) -> Column[str | None]:
    return Column(name, Text, nullable=True)


def _big(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=False, primary_key=primary_key, autoincrement=False)


def _number(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=primary_key, autoincrement=False)


# --- drawn from the log

#: One situation each; ``body`` is :class:`memory.records.Case` without what came of it.
memory_case = Table(
    "memory_case",
    metadata,
    _text("case_id", primary_key=True),
    _text("key"),
    _text("kind"),
    _maybe("station"),
    _maybe("unit"),
    _text("severity"),
    _big("at"),
    _big("pos"),
    _text("body"),
    Index(None, "unit"),
    Index(None, "at"),
)

#: What a case rests on; ``role`` is "trigger", "context" or "contradicts", ``facts`` JSON.
memory_evidence = Table(
    "memory_evidence",
    metadata,
    _text("case_id", primary_key=True),
    _text("event_id", primary_key=True),
    _text("hash"),
    _text("role"),
    _text("facts"),
)

#: ``body`` is :class:`memory.records.Decision`, ``watch`` :class:`memory.watch.Watch`, ``card``
#: :class:`server.memory.records.CardAnswer`; ``status`` and ``closed_at`` are by rule.
memory_decision = Table(
    "memory_decision",
    metadata,
    _text("decision", primary_key=True),
    _text("case_id"),
    _text("key"),
    _text("response"),
    _text("shift"),
    _big("decided_at"),
    _big("until_at"),
    _text("status"),
    Column("closed_at", BigInteger, nullable=True),
    _text("event_id"),
    _big("pos"),
    _text("body"),
    _text("watch"),
    _text("card"),
    Index(None, "case_id"),
    Index(None, "key"),
    Index(None, "until_at"),
    Index(None, "status", "until_at"),
)

#: What a rule found, in its order; the highest ``number`` counts, the others stay.
memory_outcome = Table(
    "memory_outcome",
    metadata,
    _text("decision", primary_key=True),
    _number("number", primary_key=True),
    _text("status"),
    _text("rule"),
    _text("verdict"),
)

#: What watches read: one of :mod:`memory.facts` each; ``key`` is that of an occurrence.
memory_fact = Table(
    "memory_fact",
    metadata,
    _text("event_id", primary_key=True),
    _text("kind", primary_key=True),
    _big("at"),
    _text("station"),
    _maybe("key"),
    _text("body"),
    Index(None, "kind", "station", "at"),
    Index(None, "key", "at"),
    Index(None, "at"),
)

#: What is so at a station now: its revision, tools, programs, when a stop began.
memory_now = Table(
    "memory_now",
    metadata,
    _text("station", primary_key=True),
    _text("thing", primary_key=True),
    _text("value"),
)

#: What a card showed; ``shown`` is :class:`memory.suggest.Shown`, as it came.
memory_shown = Table(
    "memory_shown",
    metadata,
    _big("pos", primary_key=True),
    _text("case_id"),
    _big("at"),
    _text("shown"),
    Index(None, "case_id"),
)

#: A response that was shown and what was done: ``followed`` is "yes", "no" or "unknown";
#: ``decisions`` are those it stood on, JSON.
memory_use = Table(
    "memory_use",
    metadata,
    _text("case_id", primary_key=True),
    _text("response", primary_key=True),
    _number("place"),
    Column("lower", Float, nullable=False),
    _text("followed"),
    _text("decisions"),
    Index(None, "response"),
)

#: What was typed into a search, and which case was opened then.
memory_pick = Table(
    "memory_pick", metadata, _big("pos", primary_key=True), _text("query"), _text("case_id")
)

DRAWN_TABLES = (
    memory_case,
    memory_evidence,
    memory_decision,
    memory_outcome,
    memory_fact,
    memory_now,
    memory_shown,
    memory_use,
    memory_pick,
)

# --- kept

#: How far a clock has closed windows in which nothing more came; one row.
memory_swept = Table("memory_swept", metadata, _number("id", primary_key=True), _big("at"))

#: What somebody said at the server, never changed: ``kind`` names one of
#: :mod:`server.memory.said`, ``about`` what it is said of, ``role`` who, never a name.
memory_said = Table(
    "memory_said",
    metadata,
    _big("number", primary_key=True),
    _big("at"),
    _text("kind"),
    _text("about"),
    _text("role"),
    _text("body"),
    Index(None, "kind", "about"),
)

#: What came back or went together more often than chance would have it; ``body`` is
#: :class:`server.memory.patterns.Pattern`.
memory_pattern = Table(
    "memory_pattern",
    metadata,
    _text("pattern", primary_key=True),
    _text("state"),
    _big("found_at"),
    _big("seen_at"),
    _text("body"),
    Index(None, "state"),
)
