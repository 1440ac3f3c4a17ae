"""Pulling, as pure rules: what to ask next, and whether an answer may be applied.

A feed answer counts only for the mark it was asked with.  Whatever does not fit leads to one
place: the snapshot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import PlantFault
from app.ports.sync import Document, FeedMark, SnapshotMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.ports.sync import PushMark
    from sync.wire import Feed, FeedItem, Snapshot

_NULL = b"null"


class FeedDamaged(PlantFault):
    """The server's feed contradicts itself."""

    code = "plant.feed_damaged"


def needs_snapshot(mark: FeedMark) -> bool:
    """Without a generation there is nothing a feed could continue."""
    return mark.generation == ""


def is_answer_to(mark: FeedMark, reply: Feed) -> bool:
    """False for a late answer, or one of another generation: it is to be dropped."""
    return reply.generation == mark.generation and reply.after == mark.pos


def feed_documents(reply: Feed) -> tuple[Document, ...]:
    """The answer's documents, when they are in order.

    Raises:
        FeedDamaged: positions repeat, go back or lie outside of what the answer covers.
    """
    last = reply.after
    for item in reply.items:
        if not last < item.pos <= reply.up_to:
            msg = f"the server's feed is out of order at position {item.pos} (after {last})"
            raise FeedDamaged(msg)
        last = item.pos
    if reply.up_to < reply.after:
        msg = f"the server's feed ends at {reply.up_to}, before {reply.after} where it was asked"
        raise FeedDamaged(msg)
    return _documents(reply.items)


def backed_up(mark: PushMark, reply: Feed) -> tuple[int, int] | None:
    """Epoch and number up to which our events count as backed up; None when nothing was said.

    Never beyond what the same server confirmed with our own hash: a backup of another history
    keeps nothing of ours.
    """
    if reply.in_backup is None or reply.generation != mark.generation or mark.fork is not None:
        return None
    return max((0, 0), min(reply.in_backup, (mark.epoch, mark.acked)))


def snapshot_documents(reply: Snapshot) -> tuple[FeedMark, tuple[Document, ...]]:
    """Where the feed goes on, and everything that is current there.

    Raises:
        FeedDamaged: it names no generation, or positions beyond its own.
    """
    if not reply.generation or any(item.pos > reply.pos for item in reply.items):
        msg = f"the server's snapshot at {reply.pos} contradicts itself"
        raise FeedDamaged(msg)
    return FeedMark(reply.generation, reply.pos), _documents(reply.items)


def continues(came: SnapshotMark, mark: FeedMark, documents: Sequence[Document]) -> bool:
    """Whether a page follows what came.

    False when the server was restored meanwhile, or set back to a release that knows no pages.
    """
    return mark == came.mark and all(document.pos > came.after for document in documents)


def page_after(
    reply: Snapshot, mark: FeedMark, documents: Sequence[Document]
) -> SnapshotMark | None:
    """Where the page after this one begins, None after the last.

    Raises:
        FeedDamaged: it would not continue this one.
    """
    after = reply.next_after
    if after is None:
        return None
    if not documents or after < documents[-1].pos:
        msg = f"the pages of the server's snapshot at {reply.pos} do not belong together"
        raise FeedDamaged(msg)
    return SnapshotMark(mark, after)


def _documents(items: Iterable[FeedItem]) -> tuple[Document, ...]:
    return tuple(
        Document(item.pos, item.kind, item.key, _body_or_none(bytes(item.body))) for item in items
    )


def _body_or_none(body: bytes) -> bytes | None:
    return None if body == _NULL else body
