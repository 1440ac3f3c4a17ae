"""The projections of the flow: what stations did, their stops, and the units they made.

Times are microseconds since 1970 (UTC).  No person stands in them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from server.db.tables import metadata


def _text(name: str, *, primary_key: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key)


def _maybe(name: str) -> Column[str | None]:
    return Column(name, Text, nullable=True)


def _big(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=False, primary_key=primary_key, autoincrement=False)


def _maybe_big(name: str) -> Column[int | None]:
    return Column(name, BigInteger, nullable=True)


#: What lasts at each station since when, as of its last event: see server/read/flow_drawing.py.
flow_station = Table(
    "flow_station",
    metadata,
    _text("station", primary_key=True),
    _big("pos"),
    _big("at"),
    _big("heard_from"),
    _text("doing"),
    _big("doing_from"),
    _maybe("machine"),
    _big("machine_from"),
    _maybe("unit"),
    _maybe("order_id"),
    _maybe("product"),
    _maybe("step"),
    Column("is_attended", Integer, nullable=False),
)

#: What was, from ``begin_at`` to ``end_at``; ``source`` is "heard", "doing" or "machine", and
#: ``pos`` the event that ended it.
flow_claim = Table(
    "flow_claim",
    metadata,
    _big("pos", primary_key=True),
    _text("source", primary_key=True),
    _text("station"),
    _text("state"),
    _big("begin_at"),
    _big("end_at"),
    Index(None, "station", "end_at"),
)

#: Each stop with what was said of it.  ``parts`` is a JSON list of
#: :class:`app.domain.flow_documents.StopPart`; ``version`` counts how often somebody said why.
flow_stop = Table(
    "flow_stop",
    metadata,
    _text("station", primary_key=True),
    _text("stop", primary_key=True),
    _big("pos"),
    _big("began_at"),
    _maybe_big("ended_at"),
    _maybe("shift"),
    _maybe("unit"),
    _maybe("order_id"),
    _maybe("product"),
    _maybe("step"),
    _maybe("reason"),
    _maybe("words"),
    _maybe_big("named_at"),
    Column("named", Integer, nullable=False),
    _maybe("parts"),
    _maybe("settled_by"),
    _maybe_big("settled_at"),
    Column("settled", Integer, nullable=False),
    Index(None, "station", "began_at"),
    Index(None, "ended_at"),
)

#: A unit's time at a station; ``at`` is when it was completed there, or scrapped.
flow_cycle = Table(
    "flow_cycle",
    metadata,
    _text("station", primary_key=True),
    _text("serial", primary_key=True),
    _big("pos", primary_key=True),
    _text("order_id"),
    _text("product"),
    _big("started_at"),
    _maybe_big("at"),
    Column("is_good", Integer, nullable=False),
    _maybe("shift"),
    Index(None, "station", "at"),
)

FLOW_TABLES = (flow_station, flow_claim, flow_stop, flow_cycle)
