"""What is wrong with the server's own records: for monitoring, beside whether it does its work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.tables import decision, situation

if TYPE_CHECKING:
    from collections.abc import Sequence

RESTORED = "restored"

#: Kinds of situations that are about the records themselves, not about what was built.
_KINDS = ("undrawn", "hole", RESTORED)
_MOST = 20


def alarms(connection: sa.Connection) -> Sequence[str]:
    """The titles of those nobody decided about yet, newest first."""
    columns = situation.c
    is_decided = sa.exists().where(decision.c.key == columns.key)
    statement = (
        sa.select(columns.title)
        .where(columns.kind.in_(_KINDS), columns.closed_at.is_(None), ~is_decided)
        .order_by(columns.opened_at.desc(), columns.key)
        .limit(_MOST)
    )
    return tuple(connection.execute(statement).scalars())
