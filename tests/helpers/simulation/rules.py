"""The rules of sync as one value: the product's own, unless a test leaves one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.ports.sync import Document, FeedMark, PushMark
from server.log import decide
from server.log.decide import Chain, Link, Refusal
from sync import downlink, uplink
from sync.wire import Feed, FeedConflict, Push, PushConflict, Pushed, Snapshot

#: What a station holds as unconfirmed when the server speaks of another generation.
FORGOTTEN = frozenset({"feed", "open epochs", "closed epochs", "branches"})
#: What one durable transaction of a station changes: documents, the mark, or both.
Transaction: TypeAlias = tuple[Sequence[Document] | None, FeedMark | None]


def in_one_transaction(documents: Sequence[Document], mark: FeedMark) -> list[Transaction]:
    """The journal keeps the feed's effect and its cursor together."""
    return [(documents, mark)]


def backed_up(confirmed: int, backed_up_to: int) -> int:
    """Pruned is what the server's backups hold as well, and never the last confirmed event."""
    return min(max(confirmed - 1, 0), backed_up_to)


@dataclass(frozen=True, slots=True)
class Rules:
    """Of the station, then of the server.  What is no function is a step of a driver."""

    next_window: Callable[..., uplink.Window | None] = uplink.next_window
    after_pushed: Callable[[PushMark, Pushed, str | None], PushMark] = uplink.after_pushed
    after_conflict: Callable[[PushMark, PushConflict, str | None], PushMark] = (
        uplink.after_conflict
    )
    is_answer_to: Callable[[FeedMark, Feed], bool] = downlink.is_answer_to
    feed_documents: Callable[[Feed], tuple[Document, ...]] = downlink.feed_documents
    snapshot_documents: Callable[[Snapshot], tuple[FeedMark, tuple[Document, ...]]] = (
        downlink.snapshot_documents
    )
    needs_snapshot: Callable[[FeedMark], bool] = downlink.needs_snapshot
    keep_documents: Callable[[Sequence[Document], FeedMark], list[Transaction]] = (
        in_one_transaction
    )
    prune_limit: Callable[[int, int], int] = backed_up
    forgets: frozenset[str] = FORGOTTEN
    hands_branches_over: bool = True
    binds_branches_to_generation: bool = True
    hears_of_missing_blobs: bool = True
    asks_after_start: bool = True
    knows_last_pruned: bool = True

    read_links: Callable[[Push], list[Link] | Refusal] = decide.read_links
    refuse: Callable[..., Refusal | None] = decide.refuse
    new_links: Callable[[Sequence[Link], Chain], list[Link]] = decide.new_links
    taken: Callable[..., Pushed] = decide.taken
    feed_problem: Callable[..., FeedConflict | None] = decide.feed_problem
    feed_answer: Callable[..., Feed] = decide.feed_answer
    commits_before_answer: bool = True
    renews_generation: bool = True
    tells_every_fork: bool = True
    enrols_at_the_stations_epoch: bool = True
