"""The tables of calls and messages: what stations and the web board said, once each.

They are written at the door, in the transaction that keeps the events, so that stations hear of
it at once.  No table has a place for a person: roles and stations only.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from server.db.tables import metadata


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key)


def _maybe(name: str) -> Column[str | None]:
    return Column(name, Text, nullable=True)


def _big(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False, autoincrement=False)


#: ``ended_at`` is when it was solved or cancelled, anywhere; ``settled_at`` when the station that
#: called had said so itself.
andon_call = Table(
    "andon_call",
    metadata,
    _text("call", primary_key=True),
    _text("station"),
    _text("kind"),
    Column("is_stopped", Integer, nullable=False),
    _big("opened_at"),
    _maybe("unit"),
    _maybe("order_id"),
    _maybe("step"),
    _maybe("position"),
    _maybe("tool"),
    Column("ended_at", BigInteger, nullable=True),
    Column("settled_at", BigInteger, nullable=True),
    Index(None, "opened_at"),
    Index(None, "ended_at"),
)

#: The first word of each stage; ``stage`` is also an end, "solved" or "cancelled".
andon_answer = Table(
    "andon_answer",
    metadata,
    _text("call", primary_key=True),
    _text("stage", primary_key=True),
    _big("at"),
    _maybe("role"),
    _maybe("place"),
)

#: ``body`` is an :class:`app.domain.broadcasts.Broadcast` (JSON); ``ended_at`` when it was taken
#: back.
andon_broadcast = Table(
    "andon_broadcast",
    metadata,
    _text("broadcast", primary_key=True),
    _big("at"),
    _big("until"),
    _text("body"),
    Column("ended_at", BigInteger, nullable=True),
    Index(None, "at"),
)

#: Which role signed for a message at which station, first.
andon_receipt = Table(
    "andon_receipt",
    metadata,
    _text("broadcast", primary_key=True),
    _text("station", primary_key=True),
    _big("at"),
    _text("role"),
)
