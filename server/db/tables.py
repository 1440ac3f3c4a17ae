"""The plant's tables: the log and the feed are the truth, the rest is drawn from them.

Times are microseconds since 1970 (UTC), hashes and keys hex.  ``raw`` and ``body`` are the bytes
as they came and are never written again.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

#: Constraints are named, so that a later migration can name them too.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, primary_key: bool = False, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key, index=index)


def _maybe(name: str) -> Column[str | None]:
    return Column(name, Text, nullable=True)


def _big(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(name, BigInteger, nullable=False, primary_key=primary_key, autoincrement=False)


def _maybe_big(name: str) -> Column[int | None]:
    return Column(name, BigInteger, nullable=True)


# --- who we are, and who may speak to us

plant = Table(
    "plant",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("name"),
    _text("generation"),
    _text("plant_key"),
    _big("created_at"),
)

#: Positions are taken from here, last in a transaction, so that they have no holes.
counter = Table("counter", metadata, _text("name", primary_key=True), _big("value"))

station = Table(
    "station",
    metadata,
    _text("station", primary_key=True),
    _text("public_key"),
    Column("epoch", Integer, nullable=False),
    _text("name"),
    _big("enrolled_at"),
    _maybe_big("last_seen_at"),
    _maybe_big("clock_offset_us"),
)

#: Every key a station ever had; an older epoch's events stay provable.
station_key = Table(
    "station_key",
    metadata,
    Column("station", Text, ForeignKey("station.station"), primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    _text("public_key"),
    _big("enrolled_at"),
)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    _text("code_hash", primary_key=True),
    _big("expires_at"),
    _maybe_big("used_at"),
    _maybe("used_by"),
    _maybe("public_key"),
)

# --- who may sign in on the pages

#: ``password`` is an argon2id hash.  Name, role and rights are the person's document's.
account = Table(
    "account", metadata, _text("person", primary_key=True), _text("password"), _big("changed_at")
)

#: ``session`` is the SHA-256 of what the browser's cookie says.
web_session = Table(
    "web_session",
    metadata,
    _text("session", primary_key=True),
    _text("person", index=True),
    _big("began_at"),
    _big("seen_at"),
)

#: Every sign-in that was tried, and how it came out.  ``name_hash`` is a sealed hash of what was
#: typed as a number: who mistypes may have typed a password there.
sign_in = Table(
    "sign_in",
    metadata,
    _text("id", primary_key=True),
    _big("at"),
    _text("name_hash"),
    _maybe("person"),
    _text("address"),
    _text("outcome"),
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
    _big("high_water"),
    _text("hash"),
)

event = Table(
    "event",
    metadata,
    _big("pos", primary_key=True),
    _text("station"),
    Column("epoch", Integer, nullable=False),
    _big("seq"),
    _text("event_id"),
    _text("kind"),
    _big("at"),
    _big("recv_at"),
    _maybe("unit"),
    _maybe("order_id"),
    _text("hash"),
    _text("prev_hash"),
    Column("raw", LargeBinary, nullable=False),
    UniqueConstraint("station", "epoch", "seq"),
    UniqueConstraint("event_id"),
    Index(None, "unit", "pos"),
)

#: Signed chain heads as the stations sent them.
chain_head = Table(
    "chain_head",
    metadata,
    _text("station", primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    _big("seq", primary_key=True),
    _text("hash"),
    _text("signature"),
    _big("recv_at"),
)

#: The other side of a fork: kept beside the log, for a person to look at.
forked_event = Table(
    "forked_event",
    metadata,
    _text("station", primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    _big("seq", primary_key=True),
    _text("hash", primary_key=True),
    _big("recv_at"),
    Column("raw", LargeBinary, nullable=False),
)

#: How far a backup of this database is known to have each station's events, see
#: server/log/backup_mark.py.
backup_mark = Table(
    "backup_mark",
    metadata,
    Column("station", Text, ForeignKey("station.station"), primary_key=True),
    Column("epoch", Integer, nullable=False),
    _big("seq"),
    _big("noted_at"),
)

# --- the feed

feed = Table(
    "feed",
    metadata,
    _big("pos", primary_key=True),
    _text("kind"),
    _text("key"),
    _big("at"),
    Column("body", LargeBinary, nullable=False),
    Index(None, "kind", "key", "pos"),
)

# --- blobs

blob = Table("blob", metadata, _text("sha256", primary_key=True), _big("size"), _big("stored_at"))

#: Named by an event, not here yet.
missing_blob = Table(
    "missing_blob",
    metadata,
    _text("sha256", primary_key=True),
    _text("station", primary_key=True),
)

# --- projections: dropped and rebuilt from the log and the feed at will

projection_cursor = Table(
    "projection_cursor", metadata, _text("source", primary_key=True), _big("pos")
)

unit = Table(
    "unit",
    metadata,
    _text("serial", primary_key=True),
    _text("order_id"),
    _text("product"),
    _text("variant"),
    _text("instruction"),
    _text("revision"),
    _text("station"),
    _text("state"),
    _maybe("evidence"),
    _text("gaps"),
    Column("reworked", Integer, nullable=False),
    _big("started_at"),
    _maybe_big("completed_at"),
    _big("first_pos"),
    _big("last_pos"),
    Index(None, "last_pos"),
    # All that counting an order's units needs.
    Index(None, "order_id", "state", "evidence"),
)

#: Which events make a unit's as-built list, in order, and how each came out.
unit_line = Table(
    "unit_line",
    metadata,
    _big("pos", primary_key=True),
    _text("serial"),
    _text("kind"),
    _maybe("step"),
    _text("state"),
    Index(None, "serial", "pos"),
)

#: What is in what.  ``parent`` and ``child`` are node names, see server/read/genealogy.py;
#: ``at_pos`` is the event that fitted it, 0 when a lot's document says so.  ``quantity`` 0 means
#: that parent and child are the same thing under two names.
edge = Table(
    "edge",
    metadata,
    _text("parent", primary_key=True),
    _text("child", primary_key=True),
    _big("at_pos", primary_key=True),
    _text("child_id"),
    _text("part"),
    _maybe("component"),
    _maybe("name"),
    _maybe("step"),
    Column("quantity", Integer, nullable=False),
    _maybe_big("removed_pos"),
    Index(None, "child", "parent"),
    Index(None, "child_id", "child"),
)

#: Which units left in which shipment, from the planner's documents.
shipped = Table(
    "shipped",
    metadata,
    _text("shipment", primary_key=True),
    _text("serial", primary_key=True),
    _text("customer"),
    _big("at"),
    Index(None, "serial"),
)

curve = Table(
    "curve",
    metadata,
    _text("source", primary_key=True),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    _text("result_id", primary_key=True),
    _text("blob"),
    Column("samples", Integer, nullable=False),
    _big("pos"),
)

station_state = Table(
    "station_state",
    metadata,
    _text("station", primary_key=True),
    _big("pos"),
    _big("at"),
    _maybe("unit"),
    _maybe("order_id"),
    _maybe("step"),
    _maybe("person"),
    _maybe("machine_state"),
    _maybe_big("unit_started_at"),
    _maybe_big("cycle_us"),
    _maybe_big("stopped_at"),
    _maybe("software"),
)

#: Contradictions that need a person.  ``origin`` is "log" (drawn from it) or "sync".
situation = Table(
    "situation",
    metadata,
    _text("key", primary_key=True),
    _text("origin"),
    _text("kind"),
    _text("title"),
    _text("detail"),
    _maybe("unit"),
    _maybe("station"),
    _big("opened_at"),
    _maybe_big("closed_at"),
    _maybe("records"),
    Index(None, "unit"),
)

#: What a person decided about a situation; never changed, a later one is added.  ``situation`` is
#: what was decided about, as it was seen then (JSON).
decision = Table(
    "decision",
    metadata,
    _text("key", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _big("at"),
    _text("decision"),
    _text("decided_by"),
    _text("why"),
    _text("situation"),
)
