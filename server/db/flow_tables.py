"""The projections of the flow: what stations did, their stops, and the units they made.

Times are microseconds since 1970 (UTC).  No person stands in them.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from server.db.columns import big_column, maybe_big, maybe_text, text_column
from server.db.tables import metadata

#: What lasts at each station since when, as of its last event: see server/read/flow_drawing.py.
flow_station = Table(
    "flow_station",
    metadata,
    text_column("station", primary_key=True),
    big_column("pos"),
    big_column("at"),
    big_column("heard_from"),
    text_column("doing"),
    big_column("doing_from"),
    maybe_text("machine"),
    big_column("machine_from"),
    maybe_text("unit"),
    maybe_text("order_id"),
    maybe_text("product"),
    maybe_text("step"),
    Column("is_attended", Integer, nullable=False),
)

#: What was, from ``begin_at`` to ``end_at``; ``source`` is "heard", "doing" or "machine", and
#: ``pos`` the event that ended it.
flow_claim = Table(
    "flow_claim",
    metadata,
    big_column("pos", primary_key=True),
    text_column("source", primary_key=True),
    text_column("station"),
    text_column("state"),
    big_column("begin_at"),
    big_column("end_at"),
    Index(None, "station", "end_at"),
)

#: Each stop with what was said of it.  ``parts`` is a JSON list of
#: :class:`app.domain.flow_documents.StopPart`; ``version`` counts how often somebody said why.
flow_stop = Table(
    "flow_stop",
    metadata,
    text_column("station", primary_key=True),
    text_column("stop", primary_key=True),
    big_column("pos"),
    big_column("began_at"),
    maybe_big("ended_at"),
    maybe_text("shift"),
    maybe_text("unit"),
    maybe_text("order_id"),
    maybe_text("product"),
    maybe_text("step"),
    maybe_text("reason"),
    maybe_text("words"),
    maybe_big("named_at"),
    Column("named", Integer, nullable=False),
    maybe_text("parts"),
    maybe_text("settled_by"),
    maybe_big("settled_at"),
    Column("settled", Integer, nullable=False),
    Index(None, "station", "began_at"),
    Index(None, "ended_at"),
)

#: A unit's time at a station; ``at`` is when it was completed there, or scrapped.
flow_cycle = Table(
    "flow_cycle",
    metadata,
    text_column("station", primary_key=True),
    text_column("serial", primary_key=True),
    big_column("pos", primary_key=True),
    text_column("order_id"),
    text_column("product"),
    big_column("started_at"),
    maybe_big("at"),
    Column("is_good", Integer, nullable=False),
    maybe_text("shift"),
    Index(None, "station", "at"),
)

FLOW_TABLES = (flow_station, flow_claim, flow_stop, flow_cycle)
