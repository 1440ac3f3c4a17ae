"""Sends what the server has not confirmed, oldest first, and believes only its hashes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from msgspec import Raw

from app.domain.envelope import GENESIS
from app.ports.sync import PushMark, SignedHead
from sync.clock_offset import Sample
from sync.link import MessageTooLarge, encode_push
from sync.uplink import PushRefused, after_conflict, after_pushed, next_window
from sync.wire import MAX_EVENTS_PER_PUSH, MAX_PUSH_BYTES, PROTOCOL, Push, Pushed, PushedEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ports.clock import Clock
    from app.ports.sync import Outbox, StoredEvent
    from sync.identity import Identity
    from sync.link import PlantLink
    from sync.wire import PushConflict

#: Compressed; a slow link should confirm something every few seconds.
MOST_GZIP_BYTES = 512 * 1024

#: What a push weighs beside its events' bytes and hashes.
_FRAME_BYTES = 64 * 1024


class Uplink:
    """The step of the push lane.  ``on_sample`` gets a clock measurement from each answer."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        link: PlantLink,
        identity: Identity,
        clock: Clock,
        on_sample: Callable[[Sample], None],
    ) -> None:
        self._outbox = outbox
        self._link = link
        self._identity = identity
        self._clock = clock
        self._on_sample = on_sample
        self._limit = MAX_EVENTS_PER_PUSH
        self._asks_again = False
        self._is_confirmed = False

    def ask_again(self) -> None:
        """Push once also in a fork: a person says that the server was put right."""
        self._asks_again = True

    async def step(self) -> float | None:
        """Push once, if there is anything to push."""
        mark = await self._outbox.push_mark()
        asks_again, self._asks_again = self._asks_again, False
        if mark.fork is not None and not asks_again:
            return None
        events = await self._next_events(mark)
        if events is None:
            return None
        push, encoded = await self._encoded(mark, events)
        try:
            moved = await self._push(mark, push, encoded)
        except MessageTooLarge:
            if len(push.events) <= 1:
                raise
            self._limit = len(push.events) // 2
            return 0
        self._limit = min(self._limit * 2, MAX_EVENTS_PER_PUSH)
        return None if moved.fork is not None else 0

    async def _next_events(self, mark: PushMark) -> tuple[StoredEvent, ...] | None:
        events = await self._outbox.events(mark.epoch, after=mark.acked, limit=self._limit)
        feed = await self._outbox.feed_mark()
        window = next_window(
            mark,
            has_more=bool(events),
            feed_generation=feed.generation,
            is_confirmed=self._is_confirmed,
        )
        if window is None or window.after == mark.acked:
            return None if window is None else events
        return await self._outbox.events(window.epoch, after=window.after, limit=1)

    async def _encoded(self, mark: PushMark, events: Sequence[StoredEvent]) -> tuple[Push, bytes]:
        events = _within(events, MAX_PUSH_BYTES - _FRAME_BYTES)
        while True:
            push = self._message(mark, events)
            encoded = await asyncio.to_thread(encode_push, push)
            if len(encoded) <= MOST_GZIP_BYTES or len(events) <= 1:
                return push, encoded
            events = events[: len(events) // 2]

    def _message(self, mark: PushMark, events: Sequence[StoredEvent]) -> Push:
        prev_hash = events[0].prev_hash if events else GENESIS
        last_seq, last_hash = (events[-1].seq, events[-1].hash) if events else (0, GENESIS)
        return Push(
            protocol=PROTOCOL,
            station=self._identity.station,
            epoch=mark.epoch,
            generation=mark.generation,
            from_seq=events[0].seq if events else 1,
            prev_hash=prev_hash,
            events=tuple(PushedEvent(event.hash, Raw(event.raw)) for event in events),
            head_signature=self._identity.sign_head(mark.epoch, last_seq, last_hash),
            sent_at=self._clock.now_us(),
        )

    async def _push(self, mark: PushMark, push: Push, encoded: bytes) -> PushMark:
        sent_us, sent_mono_ns = self._clock.now_us(), self._clock.mono_ns()
        reply = await self._link.push(encoded)
        received_mono_ns = self._clock.mono_ns()
        own_hash = await self._outbox.hash_at(reply.epoch, reply.high_water)
        if not isinstance(reply, Pushed):
            return await self._after_conflict(mark, reply, own_hash)
        self._on_sample(Sample(sent_us, sent_mono_ns, received_mono_ns, reply.server_time))
        if reply.missing_blobs:
            await self._outbox.blobs_lost(reply.missing_blobs)
        moved = after_pushed(mark, reply, own_hash)
        if moved == mark and self._is_confirmed:
            msg = f"the server took events and confirms none of them beyond {mark.acked}"
            raise PushRefused(msg)
        self._is_confirmed = True
        await self._outbox.move_push_mark(moved, self._head_confirmed(push, moved))
        return moved

    async def _after_conflict(
        self, mark: PushMark, reply: PushConflict, own_hash: str | None
    ) -> PushMark:
        moved = after_conflict(mark, reply, own_hash)
        if moved == mark:
            msg = f"the server says no to what it asked for ({reply.reason}): {reply.detail}"
            raise PushRefused(msg)
        await self._outbox.move_push_mark(moved)
        return moved

    def _head_confirmed(self, push: Push, moved: PushMark) -> SignedHead | None:
        last_seq = push.from_seq + len(push.events) - 1
        if not push.events or moved.fork is not None or moved.acked < last_seq:
            return None
        return SignedHead(
            push.epoch,
            last_seq,
            push.events[-1].hash,
            push.head_signature,
            self._identity.public_key,
        )


def _within(events: Sequence[StoredEvent], most_bytes: int) -> Sequence[StoredEvent]:
    """As many from the start as fit, and at least one."""
    total = 0
    for count, event in enumerate(events):
        total += len(event.raw) + len(event.hash)
        if total > most_bytes and count > 0:
            return events[:count]
    return events
