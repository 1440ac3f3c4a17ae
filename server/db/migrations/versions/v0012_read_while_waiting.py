"""What a page reads of a stretch of time, and units in work, without counting a table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TOLD = sa.text("kind IN ('call.opened', 'defect.recorded', 'handover.noted')")
_OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    """Both hold a small part of their table."""
    op.create_index(
        "ix_event_told", "event", ["station", "pos"], postgresql_where=_TOLD, sqlite_where=_TOLD
    )
    op.create_index(
        "ix_unit_open", "unit", ["station"], postgresql_where=_OPEN, sqlite_where=_OPEN
    )


def downgrade() -> None:
    """Nothing is lost."""
    op.drop_index("ix_unit_open", "unit")
    op.drop_index("ix_event_told", "event")
