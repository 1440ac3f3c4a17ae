"""Which units left the plant, and for whom: half of every recall's answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A projection of the shipments' documents; no earlier document is one."""
    op.create_table(
        "shipped",
        sa.Column("shipment", sa.Text(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("shipment", "serial", name=op.f("pk_shipped")),
    )
    op.create_index(op.f("ix_shipped_serial"), "shipped", ["serial"])


def downgrade() -> None:
    """Take it away again; the documents stay in the feed."""
    op.drop_table("shipped")
