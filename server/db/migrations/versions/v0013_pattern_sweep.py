"""When patterns were looked for last, and what for; their states are those of a person's look."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_STATES = {"watched": "looked_at", "acted": "confirmed"}
_BACK = {"looked_at": "watched", "confirmed": "acted", "refused": "closed"}
_KINDS_BEFORE = ("recurrence", "factor")

_pattern = sa.table(
    "memory_pattern",
    sa.column("pattern", sa.Text()),
    sa.column("state", sa.Text()),
    sa.column("body", sa.Text()),
)


def upgrade() -> None:
    """What was watched was looked at, what was acted on is confirmed."""
    op.create_table(
        "memory_pattern_sweep",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("begun_at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memory_pattern_sweep")),
    )
    _rename(_STATES)


def downgrade() -> None:
    """Changes and drifts are lost with what was said of them; a new sweep finds them again."""
    connection = op.get_bind()
    for name in connection.execute(sa.select(_pattern.c.pattern)).scalars().all():
        if not name.startswith(_KINDS_BEFORE):
            connection.execute(_pattern.delete().where(_pattern.c.pattern == name))
    _rename(_BACK)
    op.drop_table("memory_pattern_sweep")


def _rename(states: dict[str, str]) -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.select(_pattern).where(_pattern.c.state.in_(states))).all()
    for row in rows:
        state = states[row.state]
        body = json.dumps(json.loads(row.body) | {"state": state})
        changed = _pattern.update().where(_pattern.c.pattern == row.pattern)
        connection.execute(changed.values(state=state, body=body))
