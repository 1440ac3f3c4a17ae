"""How far a durable backup has each station's events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the marks; there is none until a backup says so."""
    op.create_table(
        "backup_mark",
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("noted_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["station"], ["station.station"], name=op.f("fk_backup_mark_station")
        ),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_backup_mark")),
    )


def downgrade() -> None:
    """Take them away: stations then keep what they have until the next backup."""
    op.drop_table("backup_mark")
