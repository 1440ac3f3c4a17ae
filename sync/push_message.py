"""Makes pushes: as many events as one message may hold, with the signed head."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from msgspec import Raw

from app.domain.envelope import GENESIS
from sync.link import encode_push
from sync.wire import MAX_PUSH_BYTES, PROTOCOL, Push, PushedEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ports.clock import Clock
    from app.ports.sync import StoredEvent
    from sync.identity import Identity

#: Compressed; a slow link should confirm something every few seconds.
MOST_GZIP_BYTES = 512 * 1024

#: What a push weighs beside its events' bytes and hashes.
_FRAME_BYTES = 64 * 1024


class PushWriter:
    """Writes one station's pushes."""

    def __init__(self, identity: Identity, clock: Clock) -> None:
        self._identity = identity
        self._clock = clock

    async def write(
        self, epoch: int, generation: str, events: Sequence[StoredEvent]
    ) -> tuple[Push, bytes]:
        """The push of as many of ``events`` as fit, and its gzipped bytes."""
        events = _within(events, MAX_PUSH_BYTES - _FRAME_BYTES)
        while True:
            push = self._message(epoch, generation, events)
            encoded = await asyncio.to_thread(encode_push, push)
            if len(encoded) <= MOST_GZIP_BYTES or len(events) <= 1:
                return push, encoded
            events = events[: len(events) // 2]

    def _message(self, epoch: int, generation: str, events: Sequence[StoredEvent]) -> Push:
        prev_hash = events[0].prev_hash if events else GENESIS
        last_seq, last_hash = (events[-1].seq, events[-1].hash) if events else (0, GENESIS)
        return Push(
            protocol=PROTOCOL,
            station=self._identity.station,
            epoch=epoch,
            generation=generation,
            from_seq=events[0].seq if events else 1,
            prev_hash=prev_hash,
            events=tuple(PushedEvent(event.hash, Raw(event.raw)) for event in events),
            head_signature=self._identity.sign_head(epoch, last_seq, last_hash),
            sent_at=self._clock.now_us(),
        )


def _within(events: Sequence[StoredEvent], most_bytes: int) -> Sequence[StoredEvent]:
    """As many from the start as fit, and at least one."""
    total = 0
    for count, event in enumerate(events):
        total += len(event.raw) + len(event.hash)
        if total > most_bytes and count > 0:
            return events[:count]
    return events
