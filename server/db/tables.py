"""The plant's tables: the log and the feed are the truth, the rest is drawn from them.

Times are microseconds since 1970 (UTC), hashes and keys hex.  ``raw`` and ``body`` are the bytes
as they came and are never written again.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from server.db.columns import big_column, maybe_big, maybe_text, text_column

#: Constraints are named, so that a later migration can name them too.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# --- who we are, and who may speak to us

plant = Table(
    "plant",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    text_column("name"),
    text_column("generation"),
    text_column("plant_key"),
    big_column("created_at"),
)

#: Positions are taken from here, last in a transaction, so that they have no holes.
counter = Table("counter", metadata, text_column("name", primary_key=True), big_column("value"))

station = Table(
    "station",
    metadata,
    text_column("station", primary_key=True),
    text_column("public_key"),
    Column("epoch", Integer, nullable=False),
    text_column("name"),
    big_column("enrolled_at"),
    maybe_big("last_seen_at"),
    maybe_big("clock_offset_us"),
)

#: Every key a station ever had; an older epoch's events stay provable.
station_key = Table(
    "station_key",
    metadata,
    Column("station", Text, ForeignKey("station.station"), primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    text_column("public_key"),
    big_column("enrolled_at"),
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    text_column("code_hash", primary_key=True),
    big_column("expires_at"),
    maybe_big("used_at"),
    maybe_text("used_by"),
    maybe_text("public_key"),
)

# --- who may sign in on the pages

#: ``password`` is an argon2id hash.  Name, role and rights are the person's document's.
account = Table(
    "account",
    metadata,
    text_column("person", primary_key=True),
    text_column("password"),
    big_column("changed_at"),
)

#: ``session`` is the SHA-256 of what the browser's cookie says.
web_session = Table(
    "web_session",
    metadata,
    text_column("session", primary_key=True),
    text_column("person", index=True),
    big_column("began_at"),
    big_column("seen_at"),
)

#: Every sign-in that was tried, and how it came out.  ``name_hash`` is a sealed hash of what was
#: typed as a number: who mistypes may have typed a password there.
sign_in = Table(
    "sign_in",
    metadata,
    text_column("id", primary_key=True),
    big_column("at"),
    text_column("name_hash"),
    maybe_text("person"),
    text_column("address"),
    text_column("outcome"),
    Index(None, "name_hash", "at"),
    Index(None, "address", "at"),
    Index(None, "at"),
)

# --- the log

chain = Table(
    "chain",
    metadata,
    Column("station", Text, ForeignKey("station.station"), primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    big_column("high_water"),
    text_column("hash"),
)

#: Of these few kinds all of a stretch of time are read while somebody waits.
TOLD_KINDS = ("call.opened", "defect.recorded", "handover.noted")
_OPEN = text("state = 'open'")
_TOLD = text("kind IN ('call.opened', 'defect.recorded', 'handover.noted')")

event = Table(
    "event",
    metadata,
    big_column("pos", primary_key=True),
    text_column("station"),
    Column("epoch", Integer, nullable=False),
    big_column("seq"),
    text_column("event_id"),
    text_column("kind"),
    big_column("at"),
    big_column("recv_at"),
    maybe_text("unit"),
    maybe_text("order_id"),
    text_column("hash"),
    text_column("prev_hash"),
    Column("raw", LargeBinary, nullable=False),
    UniqueConstraint("station", "epoch", "seq"),
    UniqueConstraint("event_id"),
    Index(None, "unit", "pos"),
    Index("ix_event_told", "station", "pos", postgresql_where=_TOLD, sqlite_where=_TOLD),
)

#: Signed chain heads as the stations sent them.
chain_head = Table(
    "chain_head",
    metadata,
    text_column("station", primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    big_column("seq", primary_key=True),
    text_column("hash"),
    text_column("signature"),
    big_column("recv_at"),
)

#: The other side of a fork: kept beside the log, for a person to look at.
forked_event = Table(
    "forked_event",
    metadata,
    text_column("station", primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    big_column("seq", primary_key=True),
    text_column("hash", primary_key=True),
    big_column("recv_at"),
    Column("raw", LargeBinary, nullable=False),
)

#: How far a backup of this database is known to have each station's events, see
#: server/log/backup_mark.py.
backup_mark = Table(
    "backup_mark",
    metadata,
    Column("station", Text, ForeignKey("station.station"), primary_key=True),
    Column("epoch", Integer, nullable=False),
    big_column("seq"),
    big_column("noted_at"),
)

# --- the feed

feed = Table(
    "feed",
    metadata,
    big_column("pos", primary_key=True),
    text_column("kind"),
    text_column("key"),
    big_column("at"),
    Column("body", LargeBinary, nullable=False),
    Index(None, "kind", "key", "pos"),
)

# --- blobs

blob = Table(
    "blob",
    metadata,
    text_column("sha256", primary_key=True),
    big_column("size"),
    big_column("stored_at"),
)

#: Named by an event, not here yet.
missing_blob = Table(
    "missing_blob",
    metadata,
    text_column("sha256", primary_key=True),
    text_column("station", primary_key=True),
)

# --- projections: dropped and rebuilt from the log and the feed at will

projection_cursor = Table(
    "projection_cursor", metadata, text_column("source", primary_key=True), big_column("pos")
)

unit = Table(
    "unit",
    metadata,
    text_column("serial", primary_key=True),
    text_column("order_id"),
    text_column("product"),
    text_column("variant"),
    text_column("instruction"),
    text_column("revision"),
    text_column("station"),
    text_column("state"),
    maybe_text("evidence"),
    text_column("gaps"),
    Column("reworked", Integer, nullable=False),
    big_column("started_at"),
    maybe_big("completed_at"),
    big_column("first_pos"),
    big_column("last_pos"),
    Index(None, "last_pos"),
    # All that counting an order's units needs.
    Index(None, "order_id", "state", "evidence"),
    Index("ix_unit_open", "station", postgresql_where=_OPEN, sqlite_where=_OPEN),
)

#: Which events make a unit's as-built list, in order, and how each came out.
unit_line = Table(
    "unit_line",
    metadata,
    big_column("pos", primary_key=True),
    text_column("serial"),
    text_column("kind"),
    maybe_text("step"),
    text_column("state"),
    Index(None, "serial", "pos"),
)

#: What is in what.  ``parent`` and ``child`` are node names, see server/read/genealogy.py;
#: ``at_pos`` is the event that fitted it, 0 when a lot's document says so.  ``quantity`` 0 means
#: that parent and child are the same thing under two names.
edge = Table(
    "edge",
    metadata,
    text_column("parent", primary_key=True),
    text_column("child", primary_key=True),
    big_column("at_pos", primary_key=True),
    text_column("child_id"),
    text_column("part"),
    maybe_text("component"),
    maybe_text("name"),
    maybe_text("step"),
    Column("quantity", Integer, nullable=False),
    maybe_big("removed_pos"),
    Index(None, "child", "parent"),
    Index(None, "child_id", "child"),
)

#: Which units left in which shipment, from the planner's documents.
shipped = Table(
    "shipped",
    metadata,
    text_column("shipment", primary_key=True),
    text_column("serial", primary_key=True),
    text_column("customer"),
    big_column("at"),
    Index(None, "serial"),
)

curve = Table(
    "curve",
    metadata,
    text_column("source", primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    text_column("result_id", primary_key=True),
    text_column("blob"),
    Column("samples", Integer, nullable=False),
    big_column("pos"),
)

station_state = Table(
    "station_state",
    metadata,
    text_column("station", primary_key=True),
    big_column("pos"),
    big_column("at"),
    maybe_text("unit"),
    maybe_text("order_id"),
    maybe_text("step"),
    maybe_text("person"),
    maybe_text("machine_state"),
    maybe_big("unit_started_at"),
    maybe_big("cycle_us"),
    maybe_big("stopped_at"),
    maybe_text("software"),
)

#: Contradictions that need a person.  ``origin`` is "log" (drawn from it) or "sync".
situation = Table(
    "situation",
    metadata,
    text_column("key", primary_key=True),
    text_column("origin"),
    text_column("kind"),
    text_column("title"),
    text_column("detail"),
    maybe_text("unit"),
    maybe_text("station"),
    big_column("opened_at"),
    maybe_big("closed_at"),
    maybe_text("records"),
    Index(None, "unit"),
)

#: What a person decided about a situation; never changed, a later one is added.  ``situation`` is
#: what was decided about, as it was seen then (JSON).
decision = Table(
    "decision",
    metadata,
    text_column("key", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    big_column("at"),
    text_column("decision"),
    text_column("decided_by"),
    text_column("why"),
    text_column("situation"),
)
