"""Calls for help with their answers, messages to stations with their receipts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Calls are known from the next one on; older ones stay in the log."""
    op.create_table(
        "andon_call",
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("is_stopped", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("tool", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("call", name=op.f("pk_andon_call")),
    )
    op.create_index(op.f("ix_andon_call_opened_at"), "andon_call", ["opened_at"])
    op.create_index(op.f("ix_andon_call_ended_at"), "andon_call", ["ended_at"])
    op.create_table(
        "andon_answer",
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("call", "stage", name=op.f("pk_andon_answer")),
    )
    op.create_table(
        "andon_broadcast",
        sa.Column("broadcast", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("broadcast", name=op.f("pk_andon_broadcast")),
    )
    op.create_index(op.f("ix_andon_broadcast_at"), "andon_broadcast", ["at"])
    op.create_table(
        "andon_receipt",
        sa.Column("broadcast", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("broadcast", "station", name=op.f("pk_andon_receipt")),
    )


def downgrade() -> None:
    """What was answered and sent at the web board is lost; what stations recorded is not."""
    op.drop_table("andon_receipt")
    op.drop_table("andon_broadcast")
    op.drop_table("andon_answer")
    op.drop_table("andon_call")
