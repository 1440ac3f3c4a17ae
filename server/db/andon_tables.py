"""The tables of calls and messages: what stations and the web board said, once each.

They are written at the door, in the transaction that keeps the events, so that stations hear of
it at once.  No table has a place for a person: roles and stations only.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table

from server.db.columns import big_column, maybe_text, text_column
from server.db.tables import metadata

#: ``ended_at`` is when it was solved or cancelled, anywhere; ``settled_at`` when the station that
#: called had said so itself.
andon_call = Table(
    "andon_call",
    metadata,
    text_column("call", primary_key=True),
    text_column("station"),
    text_column("kind"),
    Column("is_stopped", Integer, nullable=False),
    big_column("opened_at"),
    maybe_text("unit"),
    maybe_text("order_id"),
    maybe_text("step"),
    maybe_text("position"),
    maybe_text("tool"),
    Column("ended_at", BigInteger, nullable=True),
    Column("settled_at", BigInteger, nullable=True),
    Index(None, "opened_at"),
    Index(None, "ended_at"),
)

#: The first word of each stage; ``stage`` is also an end, "solved" or "cancelled".
andon_answer = Table(
    "andon_answer",
    metadata,
    text_column("call", primary_key=True),
    text_column("stage", primary_key=True),
    big_column("at"),
    maybe_text("role"),
    maybe_text("place"),
)

#: ``body`` is an :class:`app.domain.broadcasts.Broadcast` (JSON); ``ended_at`` when it was taken
#: back.
andon_broadcast = Table(
    "andon_broadcast",
    metadata,
    text_column("broadcast", primary_key=True),
    big_column("at"),
    big_column("until"),
    text_column("body"),
    Column("ended_at", BigInteger, nullable=True),
    Index(None, "at"),
)

#: Which role signed for a message at which station, first.
andon_receipt = Table(
    "andon_receipt",
    metadata,
    text_column("broadcast", primary_key=True),
    text_column("station", primary_key=True),
    big_column("at"),
    text_column("role"),
)
