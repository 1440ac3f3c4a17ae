"""The tables of the decision memory.

What stations recorded is drawn from the log and can be drawn again.  What people said at the
server (``memory_said``, ``memory_pattern``) is nowhere else.  No table has a place for a person:
roles and shifts only.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Table

from server.db.columns import big_column, maybe_text, small_column, text_column
from server.db.tables import metadata

# --- drawn from the log

#: One situation each; ``body`` is :class:`memory.records.Case` without what came of it.
memory_case = Table(
    "memory_case",
    metadata,
    text_column("case_id", primary_key=True),
    text_column("key"),
    text_column("kind"),
    maybe_text("station"),
    maybe_text("unit"),
    text_column("severity"),
    big_column("at"),
    big_column("pos"),
    text_column("body"),
    Index(None, "unit"),
    Index(None, "at"),
)

#: What a case rests on; ``role`` is "trigger", "context" or "contradicts", ``facts`` JSON.
memory_evidence = Table(
    "memory_evidence",
    metadata,
    text_column("case_id", primary_key=True),
    text_column("event_id", primary_key=True),
    text_column("hash"),
    text_column("role"),
    text_column("facts"),
)

#: ``body`` is :class:`memory.records.Decision`, ``watch`` :class:`memory.watch.Watch`, ``card``
#: :class:`server.memory.records.CardAnswer`; ``status`` and ``closed_at`` are by rule.
memory_decision = Table(
    "memory_decision",
    metadata,
    text_column("decision", primary_key=True),
    text_column("case_id"),
    text_column("key"),
    text_column("response"),
    text_column("shift"),
    big_column("decided_at"),
    big_column("until_at"),
    text_column("status"),
    Column("closed_at", BigInteger, nullable=True),
    text_column("event_id"),
    big_column("pos"),
    text_column("body"),
    text_column("watch"),
    text_column("card"),
    Index(None, "case_id"),
    Index(None, "key"),
    Index(None, "until_at"),
    Index(None, "status", "until_at"),
)

#: What a rule found, in its order; the highest ``number`` counts, the others stay.
memory_outcome = Table(
    "memory_outcome",
    metadata,
    text_column("decision", primary_key=True),
    small_column("number", primary_key=True),
    text_column("status"),
    text_column("rule"),
    text_column("verdict"),
)

#: What watches read: one of :mod:`memory.facts` each; ``key`` is that of an occurrence.
memory_fact = Table(
    "memory_fact",
    metadata,
    text_column("event_id", primary_key=True),
    text_column("kind", primary_key=True),
    big_column("at"),
    text_column("station"),
    maybe_text("key"),
    text_column("body"),
    Index(None, "kind", "station", "at"),
    Index(None, "key", "at"),
    Index(None, "at"),
)

#: What is so at a station now: its revision, tools, programs, when a stop began.
memory_now = Table(
    "memory_now",
    metadata,
    text_column("station", primary_key=True),
    text_column("thing", primary_key=True),
    text_column("value"),
)

#: What a card showed; ``shown`` is :class:`memory.suggest.Shown`, as it came.
memory_shown = Table(
    "memory_shown",
    metadata,
    big_column("pos", primary_key=True),
    text_column("case_id"),
    big_column("at"),
    text_column("shown"),
    Index(None, "case_id"),
)

#: A response that was shown and what was done: ``followed`` is "yes", "no" or "unknown";
#: ``decisions`` are those it stood on, JSON; ``opened`` is 1 once somebody looked at one of them.
memory_use = Table(
    "memory_use",
    metadata,
    text_column("case_id", primary_key=True),
    text_column("response", primary_key=True),
    small_column("place"),
    Column("lower", Float, nullable=False),
    text_column("followed"),
    text_column("decisions"),
    Column("opened", Integer, nullable=True),
    Index(None, "response"),
)

#: What was typed into a search, and which case was opened then.
memory_pick = Table(
    "memory_pick",
    metadata,
    big_column("pos", primary_key=True),
    text_column("query"),
    text_column("case_id"),
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
memory_swept = Table(
    "memory_swept", metadata, small_column("id", primary_key=True), big_column("at")
)

#: What somebody said at the server, never changed: ``kind`` names one of
#: :mod:`server.memory.said`, ``about`` what it is said of, ``role`` who, never a name.
memory_said = Table(
    "memory_said",
    metadata,
    big_column("number", primary_key=True),
    big_column("at"),
    text_column("kind"),
    text_column("about"),
    text_column("role"),
    text_column("body"),
    Index(None, "kind", "about"),
)

#: What came back or went together more often than chance would have it; ``body`` is
#: :class:`server.memory.patterns.Pattern`.
memory_pattern = Table(
    "memory_pattern",
    metadata,
    text_column("pattern", primary_key=True),
    text_column("state"),
    big_column("found_at"),
    big_column("seen_at"),
    text_column("body"),
    Index(None, "state"),
)

#: The sweep for patterns; one row.  ``begun_at`` is when the last one began, whoever does it;
#: ``body`` the last that was done (:class:`server.memory.pattern_records.Sweep`), "" for none.
memory_pattern_sweep = Table(
    "memory_pattern_sweep",
    metadata,
    small_column("id", primary_key=True),
    big_column("begun_at"),
    text_column("body"),
)
