"""The decision memory: cases, decisions and what came of them, and what people said of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TABLES = (
    "memory_case",
    "memory_evidence",
    "memory_decision",
    "memory_outcome",
    "memory_fact",
    "memory_now",
    "memory_shown",
    "memory_use",
    "memory_pick",
    "memory_swept",
    "memory_said",
    "memory_pattern",
)


def upgrade() -> None:
    """Nothing is remembered yet; what the log has of it shows when it is drawn anew."""
    op.create_table(
        "memory_case",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_memory_case")),
    )
    op.create_index(op.f("ix_memory_case_at"), "memory_case", ["at"])
    op.create_index(op.f("ix_memory_case_unit"), "memory_case", ["unit"])
    op.create_table(
        "memory_evidence",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "event_id", name=op.f("pk_memory_evidence")),
    )
    op.create_table(
        "memory_decision",
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("decision", name=op.f("pk_memory_decision")),
    )
    op.create_index(op.f("ix_memory_decision_case_id"), "memory_decision", ["case_id"])
    op.create_index(op.f("ix_memory_decision_key"), "memory_decision", ["key"])
    op.create_index(
        op.f("ix_memory_decision_status_until_at"), "memory_decision", ["status", "until_at"]
    )
    op.create_index(op.f("ix_memory_decision_until_at"), "memory_decision", ["until_at"])
    op.create_table(
        "memory_outcome",
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("decision", "number", name=op.f("pk_memory_outcome")),
    )
    op.create_table(
        "memory_fact",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "kind", name=op.f("pk_memory_fact")),
    )
    op.create_index(op.f("ix_memory_fact_at"), "memory_fact", ["at"])
    op.create_index(op.f("ix_memory_fact_key_at"), "memory_fact", ["key", "at"])
    op.create_index(
        op.f("ix_memory_fact_kind_station_at"), "memory_fact", ["kind", "station", "at"]
    )
    op.create_table(
        "memory_now",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("station", "thing", name=op.f("pk_memory_now")),
    )
    op.create_table(
        "memory_shown",
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_memory_shown")),
    )
    op.create_index(op.f("ix_memory_shown_case_id"), "memory_shown", ["case_id"])
    op.create_table(
        "memory_use",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lower", sa.Float(), nullable=False),
        sa.Column("followed", sa.Text(), nullable=False),
        sa.Column("decisions", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "response", name=op.f("pk_memory_use")),
    )
    op.create_index(op.f("ix_memory_use_response"), "memory_use", ["response"])
    op.create_table(
        "memory_pick",
        sa.Column("pos", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pos", name=op.f("pk_memory_pick")),
    )
    op.create_table(
        "memory_swept",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memory_swept")),
    )
    op.create_table(
        "memory_said",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_memory_said")),
    )
    op.create_index(op.f("ix_memory_said_kind_about"), "memory_said", ["kind", "about"])
    op.create_table(
        "memory_pattern",
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("found_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pattern", name=op.f("pk_memory_pattern")),
    )
    op.create_index(op.f("ix_memory_pattern_state"), "memory_pattern", ["state"])


def downgrade() -> None:
    """What stations recorded stays in the log; what was said at the server is lost."""
    for table in reversed(_TABLES):
        op.drop_table(table)
