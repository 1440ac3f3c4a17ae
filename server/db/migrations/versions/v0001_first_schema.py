"""The first schema: plant, stations, log, feed, blobs and projections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    _plant()
    _log()
    _feed_and_blobs()
    _units()
    _genealogy()
    _line()


def downgrade() -> None:
    """Drop every table, in the order their references allow."""
    for table in (
        "situation",
        "station_state",
        "curve",
        "edge",
        "unit_line",
        "unit",
        "projection_cursor",
        "missing_blob",
        "blob",
        "feed",
        "forked_event",
        "chain_head",
        "event",
        "chain",
        "enrolment_code",
        "station_key",
        "station",
        "counter",
        "plant",
    ):
        op.drop_table(table)


def _plant() -> None:
    op.create_table(
        "plant",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("generation", sa.Text(), nullable=False),
        sa.Column("plant_key", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plant")),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "station",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last_seen_at", sa.BigInteger(), nullable=True),
        sa.Column("clock_offset_us", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_station")),
    )
    op.create_table(
        "station_key",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"], ["station.station"], name=op.f("fk_station_key_station")
        ),
        sa.PrimaryKeyConstraint("station", "epoch", name=op.f("pk_station_key")),
    )
    op.create_table(
        "enrolment_code",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", sa.Text(), nullable=True),
        sa.Column("public_key", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_enrolment_code")),
    )


def _log() -> None:
    op.create_table(
        "chain",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("high_water", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["station"], ["station.station"], name=op.f("fk_chain_station")),
        sa.PrimaryKeyConstraint("station", "epoch", name=op.f("pk_chain")),
    )
    op.create_table(
        "event",
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("recv_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_event")),
        sa.UniqueConstraint("event_id", name=op.f("uq_event_event_id")),
        sa.UniqueConstraint("station", "epoch", "seq", name=op.f("uq_event_station_epoch_seq")),
    )
    op.create_index(op.f("ix_event_unit_pos"), "event", ["unit", "pos"], unique=False)
    op.create_table(
        "chain_head",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("recv_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("station", "epoch", "seq", name=op.f("pk_chain_head")),
    )
    op.create_table(
        "forked_event",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("recv_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("station", "epoch", "seq", "hash", name=op.f("pk_forked_event")),
    )


def _feed_and_blobs() -> None:
    op.create_table(
        "feed",
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_feed")),
    )
    op.create_index(op.f("ix_feed_kind_key_pos"), "feed", ["kind", "key", "pos"], unique=False)
    op.create_table(
        "blob",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("stored_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )
    op.create_table(
        "missing_blob",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "station", name=op.f("pk_missing_blob")),
    )


def _units() -> None:
    op.create_table(
        "projection_cursor",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_projection_cursor")),
    )
    op.create_table(
        "unit",
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("variant", sa.Text(), nullable=False),
        sa.Column("instruction", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("gaps", sa.Text(), nullable=False),
        sa.Column("reworked", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("completed_at", sa.BigInteger(), nullable=True),
        sa.Column("first_pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last_pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_unit")),
    )
    op.create_index(op.f("ix_unit_last_pos"), "unit", ["last_pos"], unique=False)
    op.create_index(op.f("ix_unit_order_id"), "unit", ["order_id"], unique=False)
    op.create_table(
        "unit_line",
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_unit_line")),
    )
    op.create_index(op.f("ix_unit_line_serial_pos"), "unit_line", ["serial", "pos"], unique=False)


def _genealogy() -> None:
    op.create_table(
        "edge",
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("child", sa.Text(), nullable=False),
        sa.Column("at_pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("child_id", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("component", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("removed_pos", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("parent", "child", "at_pos", name=op.f("pk_edge")),
    )
    op.create_index(op.f("ix_edge_child_id"), "edge", ["child_id"], unique=False)
    op.create_index(op.f("ix_edge_child_parent"), "edge", ["child", "parent"], unique=False)
    op.create_table(
        "curve",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("result_id", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("samples", sa.Integer(), nullable=False),
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("source", "epoch", "result_id", name=op.f("pk_curve")),
    )


def _line() -> None:
    op.create_table(
        "station_state",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("machine_state", sa.Text(), nullable=True),
        sa.Column("unit_started_at", sa.BigInteger(), nullable=True),
        sa.Column("cycle_us", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_station_state")),
    )
    op.create_table(
        "situation",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("station", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_situation")),
    )
