"""Whether somebody looked at the cases behind a response that a card showed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of the cards before nobody knows."""
    op.add_column("memory_use", sa.Column("opened", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Drawn anew after the next update it is there again."""
    op.drop_column("memory_use", "opened")
