"""Sends what the server has not confirmed, oldest first, and believes only its hashes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.ports.sync import PushMark, SignedHead
from sync.clock_offset import Sample
from sync.link import MessageTooLarge
from sync.together import both
from sync.uplink import PushRefused, after_conflict, after_pushed, next_window
from sync.wire import MAX_EVENTS_PER_PUSH, MAX_PUSH_BYTES, Pushed

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ports.clock import Clock
    from app.ports.sync import Outbox, StoredEvent
    from sync.identity import Identity
    from sync.link import PlantLink
    from sync.push_message import PushWriter
    from sync.wire import Push, PushConflict


#: A push says when it was sent, and the server judges our clock by that.
AHEAD_IS_FRESH_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A push made for when the mark will stand at ``mark``."""

    mark: PushMark
    began_ns: int
    ready: tuple[Push, bytes]


class Uplink:
    """The step of the push lane.  ``on_sample`` gets a clock measurement from each answer."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        link: PlantLink,
        identity: Identity,
        writer: PushWriter,
        clock: Clock,
        on_sample: Callable[[Sample], None],
    ) -> None:
        self._outbox = outbox
        self._link = link
        self._identity = identity
        self._writer = writer
        self._clock = clock
        self._on_sample = on_sample
        self._limit = MAX_EVENTS_PER_PUSH
        self._asks_again = False
        self._is_confirmed = False
        self._ahead: _Ahead | None = None
        #: The last step went well and more may be waiting: blobs leave the line to events.
        self.is_behind = False

    def ask_again(self) -> None:
        """Push once also in a fork: a person says that the server was put right."""
        self._asks_again = True

    async def step(self) -> float | None:
        """Push once, if there is anything to push."""
        rest_s: float | None = None
        try:
            rest_s = await self._step()
        finally:
            self.is_behind = rest_s == 0
        return rest_s

    async def _step(self) -> float | None:
        mark = await self._outbox.push_mark()
        asks_again, self._asks_again = self._asks_again, False
        ready = self._take_ahead(mark) or await self._prepare(mark, asks_again=asks_again)
        if ready is None:
            return None
        push, encoded = ready
        try:
            await self._push(mark, push, encoded)
        except MessageTooLarge:
            if len(push.events) <= 1:
                raise
            self._limit = len(push.events) // 2
            return 0
        self._limit = min(self._limit * 2, MAX_EVENTS_PER_PUSH)
        return 0  # also in a fork: a newer epoch is not held up by it

    async def _prepare(self, mark: PushMark, *, asks_again: bool) -> tuple[Push, bytes] | None:
        events = await self._next_events(mark, asks_again=asks_again)
        if events is None:
            return None
        return await self._writer.write(mark.epoch, mark.generation, events)

    async def _prepare_ahead(self, mark: PushMark, push: Push) -> None:
        """While the server works at ``push``: what follows it, as if it were confirmed."""
        if len(push.events) < self._limit:
            return  # there was no more
        following = replace(mark, acked=push.from_seq + len(push.events) - 1)
        began_ns = self._clock.mono_ns()
        events = await self._events_after(following)
        if events:
            ready = await self._writer.write(mark.epoch, mark.generation, events)
            self._ahead = _Ahead(following, began_ns, ready)

    def _take_ahead(self, mark: PushMark) -> tuple[Push, bytes] | None:
        """What was prepared, if it is still what comes next."""
        ahead, self._ahead = self._ahead, None
        if ahead is None or ahead.mark != mark:
            return None
        is_fresh = self._clock.mono_ns() - ahead.began_ns < AHEAD_IS_FRESH_NS
        return ahead.ready if is_fresh else None

    async def _next_events(
        self, mark: PushMark, *, asks_again: bool
    ) -> tuple[StoredEvent, ...] | None:
        events = await self._events_after(mark)
        feed = await self._outbox.feed_mark()
        window = next_window(
            mark,
            has_more=bool(events),
            feed_generation=feed.generation,
            is_confirmed=self._is_confirmed,
            asks_again=asks_again,
        )
        if window is None or window.after == mark.acked:
            return None if window is None else events
        return await self._outbox.events(window.epoch, after=window.after, limit=1)

    async def _events_after(self, mark: PushMark) -> tuple[StoredEvent, ...]:
        return await self._outbox.events(
            mark.epoch, after=mark.acked, limit=self._limit, most_bytes=MAX_PUSH_BYTES
        )

    async def _push(self, mark: PushMark, push: Push, encoded: bytes) -> None:
        sent_us, sent_mono_ns = self._clock.now_us(), self._clock.mono_ns()
        (reply, received_mono_ns), _ = await both(
            self._answered(encoded), self._prepare_ahead(mark, push)
        )
        own_hash = await self._outbox.hash_at(reply.epoch, reply.high_water)
        if not isinstance(reply, Pushed):
            await self._after_conflict(mark, reply, own_hash)
            return
        self._on_sample(Sample(sent_us, sent_mono_ns, received_mono_ns, reply.server_time))
        if reply.missing_blobs:
            await self._outbox.blobs_lost(reply.missing_blobs)
        moved = after_pushed(mark, reply, own_hash)
        if moved == mark and self._is_confirmed:
            msg = f"the server took events and confirms none of them beyond {mark.acked}"
            raise PushRefused(msg)
        self._is_confirmed = True
        await self._outbox.move_push_mark(moved, self._head_confirmed(push, moved))

    async def _answered(self, encoded: bytes) -> tuple[Pushed | PushConflict, int]:
        """The answer, and when it came."""
        reply = await self._link.push(encoded)
        return reply, self._clock.mono_ns()

    async def _after_conflict(
        self, mark: PushMark, reply: PushConflict, own_hash: str | None
    ) -> None:
        moved = after_conflict(mark, reply, own_hash)
        if moved == mark:
            msg = f"the server says no to what it asked for ({reply.reason}): {reply.detail}"
            raise PushRefused(msg)
        await self._outbox.move_push_mark(moved)

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
