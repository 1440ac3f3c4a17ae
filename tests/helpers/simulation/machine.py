"""A station: its disk, and what dies with its process.  It decides only by the product's rules."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Raw

from app.domain.envelope import (
    GENESIS,
    Actor,
    Envelope,
    chain_hash,
    encode_envelope,
    head_message,
)
from app.ports.sync import BranchMark, Document, FeedMark, PushMark
from sync.downlink import FeedDamaged
from sync.uplink import PushRefused
from sync.wire import (
    PROTOCOL,
    Feed,
    FeedConflict,
    Push,
    PushConflict,
    Pushed,
    PushedEvent,
    Snapshot,
)
from tests.helpers.simulation.disk import Disk, Event
from tests.helpers.simulation.plant import CURVE, LIMIT, Answer, sign
from tests.helpers.simulation.rules import Rules

_ACTOR = Actor("person", "p1")
HOUR_US = 3_600_000_000


class Machine:
    """Several may carry one name: then a disk was copied."""

    def __init__(
        self, name: str, rules: Rules, *, key: str = "", disk: Disk | None = None
    ) -> None:
        self.name = name
        self.key = key or f"key of {name}"
        self.disk = disk or Disk()
        self.clock_us = 1_750_000_000_000_000
        self.boot = 0
        self.era = 0
        self._rules = rules
        self._forget()

    def _forget(self) -> None:
        self.is_confirmed = not self._rules.asks_after_start
        self.wants_snapshot = False
        self.wants_enrolment = False

    def restart(self, disk: Disk | None = None) -> None:
        self.disk = disk or self.disk
        self.boot += 1
        self._forget()

    def enrolled(self, epoch: int) -> None:
        self.disk.begin_epoch(epoch)
        self.wants_enrolment = False

    def record(self, ids: Sequence[str]) -> list[Event]:
        disk = self.disk
        number, prev = disk.epoch, disk.head_hash()
        events = disk.epochs[number].events
        for event_id in ids:
            # Every third names a blob.
            is_curve = event_id.endswith(("0", "3", "6", "9"))
            raw = self._envelope(event_id, CURVE if is_curve else "step", len(events) + 1, prev)
            head = chain_hash(prev, raw)
            events.append(
                Event(len(events) + 1, prev, head, raw, event_id, event_id if is_curve else "")
            )
            prev = head
        return events[-len(ids) :]

    def _envelope(self, event_id: str, kind: str, seq: int, prev: str) -> bytes:
        self.clock_us += 1_000_000
        return encode_envelope(
            Envelope(
                v=1,
                event_id=event_id,
                station=self.name,
                epoch=self.disk.epoch,
                seq=seq,
                kind=kind,
                version=1,
                at=self.clock_us,
                recorded_at=self.clock_us,
                mono_ns=0,
                boot=str(self.boot),
                seen_pos=self.disk.feed.pos,
                actor=_ACTOR,
                body=Raw(b"{}"),
                prev_hash=prev,
            )
        )

    def push_request(self) -> Push | None:
        """As the push lane asks; None when it has nothing to ask."""
        disk = self.disk
        mark = disk.push_mark()
        events = disk.events(mark.epoch, after=mark.acked, limit=LIMIT)
        window = self._rules.next_window(
            mark,
            has_more=bool(events),
            feed_generation=disk.feed.generation,
            is_confirmed=self.is_confirmed,
        )
        if window is None:
            return None
        if window.after != mark.acked:
            events = disk.events(window.epoch, after=window.after, limit=1)
        return self._message(mark.epoch, mark.generation, events)

    def branch_request(self) -> tuple[BranchMark, Push] | None:
        mark = self.disk.branch_mark() if self._rules.hands_branches_over else None
        if mark is None:
            return None
        events = self.disk.events(mark.epoch, after=mark.kept, limit=LIMIT)
        return mark, self._message(mark.epoch, "", events)

    def take_push(self, reply: Answer, boot: int) -> PushMark | None:
        """The mark that is now durable, if it changed."""
        disk, rules = self.disk, self._rules
        assert isinstance(reply, Pushed | PushConflict)
        mark, own = disk.push_mark(), self._own_hash(reply)
        try:
            if isinstance(reply, PushConflict):
                moved = rules.after_conflict(mark, reply, own)
            else:
                moved = rules.after_pushed(mark, reply, own)
        except PushRefused:
            self.wants_enrolment = self.wants_enrolment or reply_is_of_epoch(reply)
            return None
        if isinstance(reply, Pushed):
            if rules.hears_of_missing_blobs:
                disk.blobs_sent.difference_update(reply.missing_blobs)
            self.is_confirmed = self.is_confirmed or boot == self.boot
        if moved == mark:
            return None
        disk.move_push_mark(moved, forgets=rules.forgets)
        return moved

    def _own_hash(self, reply: Pushed | PushConflict) -> str | None:
        epoch = self.disk.epochs.get(reply.epoch)
        is_pruned = epoch is not None and 0 < epoch.pruned == reply.high_water
        if is_pruned and not self._rules.knows_last_pruned:
            return None
        return self.disk.hash_at(reply.epoch, reply.high_water)

    def take_branch(self, asked: BranchMark, generation: str, push: Push, reply: Answer) -> None:
        """A late answer is dropped: as on HTTP, only the one that is waited for counts."""
        disk = self.disk
        is_bound = self._rules.binds_branches_to_generation
        if disk.branch_mark() != asked or (is_bound and disk.generation != generation):
            return
        if isinstance(reply, PushConflict):
            if reply.reason == "gap" and asked.kept:
                disk.branches[asked.epoch] = 0
            self.wants_enrolment = self.wants_enrolment or reply.reason == "epoch"
        elif isinstance(reply, Pushed):
            if not push.events:
                disk.branches[asked.epoch] = asked.kept
            elif disk.hash_at(asked.epoch, reply.high_water) == reply.hash_at_high_water:
                disk.branches[asked.epoch] = reply.high_water

    def take_feed(self, reply: Answer, asked: FeedMark, *, is_killed: bool) -> None:
        rules = self._rules
        if isinstance(reply, FeedConflict):
            self.wants_snapshot = asked == self.disk.feed
        elif isinstance(reply, Snapshot):
            self.wants_snapshot = False
            mark, documents = rules.snapshot_documents(reply)
            self._keep(documents, mark, is_all=True, is_killed=is_killed)
        elif isinstance(reply, Feed) and rules.is_answer_to(self.disk.feed, reply):
            try:
                documents = rules.feed_documents(reply)
            except FeedDamaged:
                return
            mark = FeedMark(self.disk.feed.generation, reply.up_to)
            self._keep(documents, mark, is_all=False, is_killed=is_killed)

    def _keep(
        self, documents: Sequence[Document], mark: FeedMark, *, is_all: bool, is_killed: bool
    ) -> None:
        transactions = self._rules.keep_documents(documents, mark)
        for some, moved in transactions[:1] if is_killed else transactions:
            if some is not None:
                self.disk.apply(some, is_all=is_all)
            self.disk.feed = moved or self.disk.feed

    def prune(self, backed_up_to: int) -> None:
        epoch = self.disk.epochs[self.disk.epoch]
        limit = self._rules.prune_limit(epoch.acked, backed_up_to)
        if limit > epoch.pruned:
            epoch.pruned = limit
            # What is pruned is days old, and every question of then has long timed out.
            self.era += 1

    def _message(self, epoch: int, generation: str, events: Sequence[Event]) -> Push:
        last_seq, last_hash = (events[-1].seq, events[-1].hash) if events else (0, GENESIS)
        head = head_message(self.name, epoch, last_seq, last_hash)
        return Push(
            protocol=PROTOCOL,
            station=self.name,
            epoch=epoch,
            generation=generation,
            from_seq=events[0].seq if events else 1,
            prev_hash=events[0].prev_hash if events else GENESIS,
            events=tuple(PushedEvent(event.hash, Raw(event.raw)) for event in events),
            head_signature=sign(self.key, head),
            sent_at=self.clock_us,
        )


def reply_is_of_epoch(reply: Pushed | PushConflict) -> bool:
    return isinstance(reply, PushConflict) and reply.reason == "epoch"
