"""The feed: every document a station works from, in one order without holes.

A document is published again only when it changed; a withdrawn one is published as null.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Raw

from server.db.storable import storable_text
from server.db.tables import feed
from server.log import decide
from server.log.identity import FEED, head, take_positions
from sync.wire import FeedItem, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from server.log.identity import PlantIdentity
    from sync.wire import Feed, FeedConflict

INSTRUCTION = "instruction"
WITHDRAWN = b"null"
MAX_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Document:
    """One document as published; ``body`` is JSON, kept byte for byte."""

    kind: str
    key: str
    body: bytes


def publish(
    connection: sa.Connection, documents: Sequence[Document], *, now_us: int
) -> tuple[int, ...]:
    """Append the documents that say something new; returns their positions."""
    changed = [one for one in documents if current(connection, one.kind, one.key) != one.body]
    return append(connection, changed, now_us=now_us)


def append(
    connection: sa.Connection, changed: Sequence[Document], *, now_us: int
) -> tuple[int, ...]:
    """Append documents that are known to say something new; returns their positions."""
    if not changed:
        return ()
    first = take_positions(connection, FEED, len(changed))
    rows = [
        {
            "pos": first + index,
            "kind": one.kind,
            "key": storable_text(one.key),
            "at": now_us,
            "body": one.body,
        }
        for index, one in enumerate(changed)
    ]
    connection.execute(feed.insert(), rows)
    return tuple(range(first, first + len(rows)))


def current(connection: sa.Connection, kind: str, key: str) -> bytes | None:
    """A document's newest body; None when it never was or is withdrawn."""
    document = newest_of(connection, kind, key)
    return None if document is None else document[1]


def newest_of(connection: sa.Connection, kind: str, key: str) -> tuple[int, bytes] | None:
    """A document's newest position and body; None when it never was or is withdrawn."""
    statement = (
        sa.select(feed.c.pos, feed.c.body)
        .where(feed.c.kind == kind, feed.c.key == storable_text(key))
        .order_by(feed.c.pos.desc())
        .limit(1)
    )
    row = connection.execute(statement).one_or_none()
    return None if row is None or bytes(row.body) == WITHDRAWN else (row.pos, bytes(row.body))


def current_many(connection: sa.Connection, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
    """The newest bodies of those of ``keys`` that stand."""
    asked = {storable_text(key): key for key in keys}
    newest = (
        sa.select(sa.func.max(feed.c.pos))
        .where(feed.c.kind == kind, feed.c.key.in_(asked))
        .group_by(feed.c.key)
    )
    rows = connection.execute(sa.select(feed.c.key, feed.c.body).where(feed.c.pos.in_(newest)))
    return {asked[key]: bytes(body) for key, body in rows if bytes(body) != WITHDRAWN}


def current_all(connection: sa.Connection, kind: str | None = None) -> list[FeedItem]:
    """Every document that stands, in the order of the feed."""
    newest = sa.select(sa.func.max(feed.c.pos)).group_by(feed.c.kind, feed.c.key)
    if kind is not None:
        newest = newest.where(feed.c.kind == kind)
    statement = sa.select(feed).where(feed.c.pos.in_(newest)).order_by(feed.c.pos)
    return [
        item for item in _items(connection.execute(statement)) if bytes(item.body) != WITHDRAWN
    ]


def read_feed(
    connection: sa.Connection,
    *,
    identity: PlantIdentity,
    generation: str,
    after: int,
    limit: int,
    now_us: int,
) -> Feed | FeedConflict:
    """What came after ``after``; bound to the generation the station knows."""
    newest = head(connection, FEED)
    problem = decide.feed_problem(
        asked_generation=generation, after=after, generation=identity.generation, newest=newest
    )
    if problem is not None:
        return problem
    statement = (
        sa.select(feed)
        .where(feed.c.pos > after)
        .order_by(feed.c.pos)
        .limit(max(1, min(limit, MAX_ITEMS)))
    )
    return decide.feed_answer(
        _items(connection.execute(statement)),
        generation=identity.generation,
        after=after,
        newest=newest,
        now_us=now_us,
    )


def read_snapshot(connection: sa.Connection, *, identity: PlantIdentity, now_us: int) -> Snapshot:
    """Everything that stands, as of one position."""
    return Snapshot(
        generation=identity.generation,
        pos=head(connection, FEED),
        items=tuple(current_all(connection)),
        server_time=now_us,
    )


def _items(rows: Iterable[Any]) -> Iterable[FeedItem]:
    for row in rows:
        yield FeedItem(
            pos=row.pos, kind=row.kind, key=row.key, at=row.at, body=Raw(bytes(row.body))
        )
