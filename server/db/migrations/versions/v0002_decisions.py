"""Situations name their records, and decisions about them are kept.

Situations drawn before this name no records until the projections are drawn anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what a decision needs to stand on."""
    op.add_column("situation", sa.Column("records", sa.Text(), nullable=True))
    op.create_index(op.f("ix_situation_unit"), "situation", ["unit"])
    op.create_table(
        "decision",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "number", name=op.f("pk_decision")),
    )


def downgrade() -> None:
    """Take it away again; decisions are lost."""
    op.drop_table("decision")
    op.drop_index(op.f("ix_situation_unit"), table_name="situation")
    op.drop_column("situation", "records")
