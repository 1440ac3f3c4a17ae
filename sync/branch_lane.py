"""Hands over what contradicts the server's log, so that no event is at the station only.

The server keeps it beside its log until a person has decided; recording never stops for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.sync import BranchMark
from sync.link import MessageTooLarge
from sync.uplink import PushRefused
from sync.wire import MAX_EVENTS_PER_PUSH, MAX_PUSH_BYTES, PushConflict

if TYPE_CHECKING:
    from app.ports.sync import Outbox
    from sync.link import PlantLink
    from sync.push_message import PushWriter


class BranchTransfer:
    """The step of the branch lane."""

    def __init__(self, *, outbox: Outbox, link: PlantLink, writer: PushWriter) -> None:
        self._outbox = outbox
        self._link = link
        self._writer = writer
        self._limit = MAX_EVENTS_PER_PUSH

    async def step(self) -> float | None:
        """Hand over one batch, if there is a fork that the server does not know all of."""
        mark = await self._outbox.branch_mark()
        if mark is None:
            return None
        generation = (await self._outbox.push_mark()).generation
        events = await self._outbox.events(
            mark.epoch, after=mark.kept, limit=self._limit, most_bytes=MAX_PUSH_BYTES
        )
        push, encoded = await self._writer.write(mark.epoch, "", events)
        try:
            reply = await self._link.branch(encoded)
        except MessageTooLarge:
            if len(push.events) <= 1:
                raise
            self._limit = len(push.events) // 2
            return 0
        if (await self._outbox.push_mark()).generation != generation:
            return 0  # The server was restored meanwhile and may not have what it answers for.
        if isinstance(reply, PushConflict):
            await self._start_again(mark, reply)
            return 0
        await self._outbox.move_branch_mark(
            await self._kept(mark, reply.high_water, reply.hash_at_high_water)
            if push.events
            else mark
        )
        if reply.missing_blobs:
            await self._outbox.blobs_lost(reply.missing_blobs)
        return 0

    async def _start_again(self, mark: BranchMark, reply: PushConflict) -> None:
        """The server has not even what we once agreed on: tell it the epoch from the start."""
        if reply.reason != "gap" or mark.kept == 0:
            msg = f"the server does not keep the events after {mark.kept}: {reply.detail}"
            raise PushRefused(msg)
        await self._outbox.move_branch_mark(BranchMark(mark.epoch, 0))

    async def _kept(self, mark: BranchMark, seq: int, their_hash: str) -> BranchMark:
        if seq <= mark.kept or await self._outbox.hash_at(mark.epoch, seq) != their_hash:
            msg = f"the server was handed the events after {mark.kept} and names another one kept"
            raise PushRefused(msg)
        return BranchMark(mark.epoch, seq)
