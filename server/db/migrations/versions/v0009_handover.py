"""Handovers of a line, as books of entries that only grow."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """No line has been handed over yet."""
    op.create_table(
        "handover_entry",
        sa.Column("handover", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("handover", "number", name=op.f("pk_handover_entry")),
    )
    op.create_index(op.f("ix_handover_entry_line_act_at"), "handover_entry", ["line", "act", "at"])


def downgrade() -> None:
    """The books are lost; what they were made of is in the log."""
    op.drop_table("handover_entry")
