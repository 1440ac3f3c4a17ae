"""The plant's documents as they stood at a place of the feed, for a station's memory to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.ports.memory import Known
from server.db.tables import feed
from server.log.feed import WITHDRAWN

if TYPE_CHECKING:
    from server.db.engine import Database


class FeedAsOf:
    """Answers like a station's journal; ``upto`` None is today."""

    def __init__(self, database: Database, upto: int | None = None) -> None:
        columns = feed.c
        newest = sa.select(sa.func.max(columns.pos)).group_by(columns.kind, columns.key)
        if upto is not None:
            newest = newest.where(columns.pos <= upto)
        statement = sa.select(columns.pos, columns.kind, columns.body)
        statement = statement.where(columns.pos.in_(newest)).order_by(columns.pos)
        with database.read() as connection:
            rows = connection.execute(statement).all()
        self._stored = [
            (int(row.pos), str(row.kind), bytes(row.body))
            for row in rows
            if bytes(row.body) != WITHDRAWN
        ]

    async def known(self, kind: str, after: int, most: int) -> Known:
        mine = [(pos, body) for pos, of, body in self._stored if of == kind]
        last = mine[-1][0] if mine else 0
        page = [one for one in mine if one[0] > after][:most]
        return Known(
            tuple(body for _, body in page), page[-1][0] if page else last, last, len(mine)
        )
