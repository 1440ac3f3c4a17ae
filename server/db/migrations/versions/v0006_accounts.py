"""Who may sign in on the pages, who is signed in, who tried; and since when a station stands."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has a password yet; a station's stop and software show with its next."""
    op.create_table(
        "account",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_account")),
    )
    op.create_table(
        "web_session",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("began_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_web_session")),
    )
    op.create_index(op.f("ix_web_session_person"), "web_session", ["person"])
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name_hash", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
    )
    op.create_index(op.f("ix_sign_in_name_hash_at"), "sign_in", ["name_hash", "at"])
    op.create_index(op.f("ix_sign_in_address_at"), "sign_in", ["address", "at"])
    op.create_index(op.f("ix_sign_in_at"), "sign_in", ["at"])
    # Counting an order's units reads this alone.
    op.create_index(
        op.f("ix_unit_order_id_state_evidence"), "unit", ["order_id", "state", "evidence"]
    )
    op.drop_index(op.f("ix_unit_order_id"), table_name="unit")
    op.add_column("station_state", sa.Column("stopped_at", sa.BigInteger(), nullable=True))
    op.add_column("station_state", sa.Column("software", sa.Text(), nullable=True))


def downgrade() -> None:
    """Nobody can sign in any more; the records are untouched."""
    op.drop_column("station_state", "software")
    op.drop_column("station_state", "stopped_at")
    op.create_index(op.f("ix_unit_order_id"), "unit", ["order_id"])
    op.drop_index(op.f("ix_unit_order_id_state_evidence"), table_name="unit")
    op.drop_table("sign_in")
    op.drop_table("web_session")
    op.drop_table("account")
