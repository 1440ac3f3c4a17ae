"""All that a station keeps, with the meaning of app/journal's tables and none of their SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.envelope import GENESIS
from app.ports.sync import BranchMark, Document, FeedMark, PushMark


class Event(NamedTuple):
    """One event as stored; ``blob`` is what it names, if anything."""

    seq: int
    prev_hash: str
    hash: str
    raw: bytes
    id: str
    blob: str


@dataclass(slots=True)
class Epoch:
    """One epoch.  Pruned events stay in ``events``, for the judge; the station cannot see them."""

    events: list[Event] = field(default_factory=list)
    acked: int = 0
    fork: str | None = None
    closed: str | None = None
    pruned: int = 0

    def copy(self) -> Epoch:
        return Epoch(self.events.copy(), self.acked, self.fork, self.closed, self.pruned)


@dataclass(slots=True)
class Disk:
    """What a set-back or copied disk takes with it."""

    epochs: dict[int, Epoch] = field(default_factory=lambda: {1: Epoch()})
    generation: str = ""
    feed: FeedMark = field(default_factory=lambda: FeedMark("", 0))
    documents: dict[str, bytes] = field(default_factory=dict)
    branches: dict[int, int] = field(default_factory=dict)
    blobs_sent: set[str] = field(default_factory=set)

    def copy(self) -> Disk:
        return Disk(
            {number: epoch.copy() for number, epoch in self.epochs.items()},
            self.generation,
            self.feed,
            self.documents.copy(),
            self.branches.copy(),
            self.blobs_sent.copy(),
        )

    @property
    def epoch(self) -> int:
        return max(self.epochs)

    def head_hash(self) -> str:
        for number in sorted(self.epochs, reverse=True):
            if self.epochs[number].events:
                return self.epochs[number].events[-1].hash
        return GENESIS

    def begin_epoch(self, number: int) -> None:
        if number > self.epoch:
            self.epochs[number] = Epoch()
            self._close_forked_epochs()

    def last(self, number: int) -> int:
        """The newest event that is not pruned; 0 when there is none."""
        epoch = self.epochs[number]
        return len(epoch.events) if len(epoch.events) > epoch.pruned else 0

    def push_mark(self) -> PushMark:
        number = min(
            (
                number
                for number, epoch in self.epochs.items()
                if epoch.closed is None and epoch.acked < self.last(number)
            ),
            default=self.epoch,
        )
        epoch = self.epochs[number]
        return PushMark(self.generation, number, epoch.acked, epoch.fork, epoch.closed)

    def move_push_mark(self, mark: PushMark, *, forgets: frozenset[str]) -> None:
        if mark.generation != self.generation:
            self.generation = mark.generation
            self._forget(forgets)
        epoch = self.epochs[mark.epoch]
        epoch.acked, epoch.fork, epoch.closed = mark.acked, mark.fork, mark.closed
        self._close_forked_epochs()

    def branch_mark(self) -> BranchMark | None:
        for number in sorted(self.epochs):
            epoch, kept = self.epochs[number], self.branches.get(number)
            is_untold = epoch.fork is not None and kept is None
            is_contradicting = epoch.fork is not None or epoch.closed is not None
            from_here = epoch.acked if kept is None else kept
            if is_untold or (is_contradicting and from_here < self.last(number)):
                return BranchMark(number, from_here)
        return None

    def kept(self, number: int) -> int:
        return max(self.epochs[number].acked, self.branches.get(number, 0))

    def events(self, number: int, *, after: int, limit: int) -> list[Event]:
        epoch = self.epochs[number]
        start = max(after, epoch.pruned)
        return epoch.events[start : start + limit]

    def hash_at(self, number: int, seq: int) -> str | None:
        """A pruned range is still known by its last hash."""
        epoch = self.epochs.get(number)
        if epoch is None or not max(epoch.pruned, 1) <= seq <= len(epoch.events):
            return None
        return epoch.events[seq - 1].hash

    def blobs_to_send(self) -> list[str]:
        return [
            event.blob
            for number, epoch in self.epochs.items()
            for event in epoch.events[: self.kept(number)]
            if event.blob and event.blob not in self.blobs_sent
        ]

    def apply(self, documents: Sequence[Document], *, is_all: bool) -> None:
        if is_all:
            self.documents = {}
        for one in documents:
            if one.body is None:
                self.documents.pop(one.key, None)
            else:
                self.documents[one.key] = one.body

    def all_events(self) -> list[tuple[int, Event]]:
        return [(number, event) for number, one in self.epochs.items() for event in one.events]

    def _forget(self, what: frozenset[str]) -> None:
        if "feed" in what and self.feed.generation != self.generation:
            self.feed = FeedMark("", self.feed.pos)
        for epoch in self.epochs.values():
            if ("open epochs" if epoch.closed is None else "closed epochs") in what:
                epoch.acked = 0
        if "branches" in what:
            self.branches.clear()

    def _close_forked_epochs(self) -> None:
        newest = self.epoch
        for number, epoch in self.epochs.items():
            if number < newest and epoch.fork is not None and epoch.closed is None:
                epoch.closed = epoch.fork
