"""Keeps the plant's documents current: waits at the server's feed and applies what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sync.clock_offset import Sample
from sync.downlink import (
    FeedDamaged,
    backed_up,
    continues,
    feed_documents,
    is_answer_to,
    needs_snapshot,
    page_after,
    snapshot_documents,
)
from sync.together import both
from sync.wire import Feed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ports.clock import Clock
    from app.ports.sync import Document, FeedMark, Outbox, SnapshotMark
    from sync.link import PlantLink
    from sync.wire import Snapshot

ITEMS = 500
#: Snapshots in a row, without a feed answer that fits, before it is called a fault.
MOST_SNAPSHOTS = 3
#: A server that answers at once with nothing is not asked again at once.
EMPTY_ANSWER_REST_S = 1.0
SAMPLE_EVERY_NS = 300 * 1_000_000_000


class Downlink:
    """The step of the feed lane.

    ``on_documents`` hears what changed, after it is durable; an empty sequence means all.
    """

    def __init__(
        self,
        *,
        outbox: Outbox,
        link: PlantLink,
        clock: Clock,
        wait_s: int,
        on_documents: Callable[[Sequence[Document]], None],
        on_sample: Callable[[Sample], None],
    ) -> None:
        self._outbox = outbox
        self._link = link
        self._clock = clock
        self._wait_s = wait_s
        self._on_documents = on_documents
        self._on_sample = on_sample
        self._sampled_ns: int | None = None
        self._snapshots = 0
        #: Generation and place of the backup as noted last.
        self._noted: tuple[str, tuple[int, int]] | None = None

    async def step(self) -> float:
        """Ask once, and apply the answer."""
        wait_s = self._wait_s if self._is_sampled() else 0
        # Until it ends well: after a failure the next question is a quick one again, so that a
        # returned server is noticed at once and not after a whole wait.
        sampled_ns, self._sampled_ns = self._sampled_ns, None
        mark = await self._outbox.feed_mark()
        if needs_snapshot(mark):
            await self._take_snapshot()
            return 0
        sent_us, sent_mono_ns = self._clock.now_us(), self._clock.mono_ns()
        reply = await self._link.feed(mark, limit=ITEMS, wait_s=wait_s)
        if not isinstance(reply, Feed):
            await self._take_snapshot()
            return 0
        answered_ns = self._clock.mono_ns()
        await self._apply(mark, reply)
        await self._take_asides(reply)
        if wait_s == 0:
            self._sampled_ns = answered_ns
            self._on_sample(Sample(sent_us, sent_mono_ns, answered_ns, reply.server_time))
            return 0
        self._sampled_ns = sampled_ns
        waited_s = (answered_ns - sent_mono_ns) / 1e9
        return EMPTY_ANSWER_REST_S if not reply.items and waited_s < wait_s / 2 else 0

    def _is_sampled(self) -> bool:
        """False when it is time for a quick exchange, whose round trip measures the clock."""
        if self._sampled_ns is None:
            return False
        return self._clock.mono_ns() - self._sampled_ns < SAMPLE_EVERY_NS

    async def _apply(self, mark: FeedMark, reply: Feed) -> None:
        if not is_answer_to(mark, reply):
            msg = f"the server answered for position {reply.after}, not for {mark.pos}"
            raise FeedDamaged(msg)
        documents = feed_documents(reply)
        self._snapshots = 0
        if reply.up_to == mark.pos:
            return
        is_applied = await self._outbox.apply_feed(mark, up_to=reply.up_to, documents=documents)
        if is_applied and documents:
            self._on_documents(documents)

    async def _take_asides(self, reply: Feed) -> None:
        """What a station with nothing to push would otherwise not hear of."""
        if reply.missing_blobs:
            await self._outbox.blobs_lost(reply.missing_blobs)
        if reply.in_backup is None:
            return
        place = backed_up(await self._outbox.push_mark(), reply)
        if place is not None and self._noted != (reply.generation, place):
            await self._outbox.note_backup(place)
            self._noted = (reply.generation, place)

    async def _take_snapshot(self) -> None:
        """Page by page, from where it was cut.

        Nobody reads of it before all of it is here: half a snapshot is worse than an old one.
        """
        came = await self._outbox.arriving()
        reply = await self._page(came)
        while True:
            mark, documents = snapshot_documents(reply)
            if came is not None and not continues(came, mark, documents):
                came = None
                reply = await self._page(came)
                continue
            following = page_after(reply, mark, documents)
            if following is None:
                break
            reply = await self._keep_and_ask(following, documents)
            came = following
        if came is None:
            await self._outbox.replace_documents(mark, documents)
        else:
            await self._outbox.keep_last_page(mark, documents)
        self._on_documents(())

    async def _keep_and_ask(
        self, following: SnapshotMark, documents: Sequence[Document]
    ) -> Snapshot:
        """The disk takes a page while the next one is on its way; both end before this does."""
        _, reply = await both(self._outbox.keep_page(following, documents), self._page(following))
        return reply

    async def _page(self, came: SnapshotMark | None) -> Snapshot:
        """What follows what came, or the first page."""
        if came is not None:
            return await self._link.snapshot(pos=came.mark.pos, after=came.after)
        if self._snapshots >= MOST_SNAPSHOTS:
            self._snapshots = 0  # after the pause it may try again
            msg = "the server sends this station from feed to snapshot and back"
            raise FeedDamaged(msg)
        self._snapshots += 1
        return await self._link.snapshot()
