"""What is called so: found among millions of edges without reading each of them."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One index for name and node, in place of the one for the name alone."""
    op.create_index(op.f("ix_edge_child_id_child"), "edge", ["child_id", "child"], unique=False)
    op.drop_index(op.f("ix_edge_child_id"), table_name="edge")


def downgrade() -> None:
    """The narrow one again."""
    op.create_index(op.f("ix_edge_child_id"), "edge", ["child_id"], unique=False)
    op.drop_index(op.f("ix_edge_child_id_child"), table_name="edge")
