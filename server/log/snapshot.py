"""The plant's documents as of one position, a page at a time.

The feed only ever grows, so every page of a snapshot sees the same documents, however long the
station takes and whatever is published meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Raw

from server.db.tables import feed
from server.log.feed import WITHDRAWN
from server.log.identity import FEED, head
from sync.wire import FeedItem, Snapshot

if TYPE_CHECKING:
    from server.log.identity import PlantIdentity

PAGE_ITEMS = 2_000
PAGE_BYTES = 2_000_000


def read_page(
    connection: sa.Connection,
    *,
    identity: PlantIdentity,
    pos: int | None,
    after: int,
    now_us: int,
) -> Snapshot:
    """What stands at ``pos`` (None: now) and was published after ``after``, as much as fits."""
    newest = head(connection, FEED)
    pos = newest if pos is None else min(pos, newest)
    # Not by the newest of every document: that reads all of them again for each page.
    statement = (
        sa.select(feed)
        .where(feed.c.pos > after, feed.c.pos <= pos, feed.c.body != WITHDRAWN)
        .where(~_is_replaced(pos))
        .order_by(feed.c.pos)
        .limit(PAGE_ITEMS + 1)
    )
    items: list[FeedItem] = []
    size = 0
    for row in connection.execute(statement):
        size += len(row.body)
        if items and (size > PAGE_BYTES or len(items) == PAGE_ITEMS):
            return _page(identity, pos, items, now_us, next_after=items[-1].pos)
        items.append(
            FeedItem(pos=row.pos, kind=row.kind, key=row.key, at=row.at, body=Raw(bytes(row.body)))
        )
    return _page(identity, pos, items, now_us, next_after=None)


def _is_replaced(pos: int) -> sa.ColumnElement[bool]:
    later = feed.alias("later")
    return sa.exists().where(
        later.c.kind == feed.c.kind,
        later.c.key == feed.c.key,
        later.c.pos > feed.c.pos,
        later.c.pos <= pos,
    )


def _page(
    identity: PlantIdentity,
    pos: int,
    items: list[FeedItem],
    now_us: int,
    *,
    next_after: int | None,
) -> Snapshot:
    return Snapshot(
        generation=identity.generation,
        pos=pos,
        items=tuple(items),
        server_time=now_us,
        next_after=next_after,
    )
