"""The blob lane: bytes follow their events, a part at a time, and never hold events up."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import PlantFault
from sync.link import PlantRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ports.clock import Clock
    from app.ports.journal import Blobs
    from app.ports.sync import Outbox
    from sync.link import PlantLink

#: One that cannot be had now is looked at again after this long.
AGAIN_AFTER_S = 600.0
#: One step moves no more: events get their turn in between, and a cut line loses no more.
PART_BYTES = 256 * 1024
_LOOK_AHEAD = 16
_log = logging.getLogger(__name__)


class BlobDamaged(PlantFault):
    """The server's bytes are not those of the name they were asked by."""

    code = "plant.blob_damaged"


@dataclass(slots=True)
class _Sending:
    """The blob on its way out; ``offset`` is how much of it the server has."""

    sha256: str
    content: bytes
    offset: int


class BlobTransfer:
    """The step of the blob lane.  While ``is_behind``, events have the line to themselves."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        blobs: Blobs,
        link: PlantLink,
        clock: Clock,
        is_behind: Callable[[], bool] = lambda: False,
    ) -> None:
        self._outbox = outbox
        self._blobs = blobs
        self._link = link
        self._clock = clock
        self._is_behind = is_behind
        self._sending: _Sending | None = None
        #: What has come of the blob on its way in.
        self._fetching: tuple[str, bytearray] = ("", bytearray())
        #: Passed by until this monotonic time.
        self._passed_by: dict[str, int] = {}

    def look_again(self) -> None:
        """A person asks: also what was passed by."""
        self._passed_by.clear()

    async def step(self) -> float | None:
        """Move one part.  Blobs that cannot be moved are passed by, not waited for."""
        if self._is_behind():
            return None
        now_ns = self._clock.mono_ns()
        self._passed_by = {sha: ns for sha, ns in self._passed_by.items() if ns > now_ns}
        most = _LOOK_AHEAD + len(self._passed_by)
        for sha256 in await self._outbox.blobs_to_send(most):
            if sha256 not in self._passed_by:
                await self._send(sha256)
                return 0
        for sha256 in await self._outbox.blobs_to_fetch(most):
            if sha256 not in self._passed_by:
                await self._fetch(sha256)
                return 0
        return AGAIN_AFTER_S if self._passed_by else None

    async def _send(self, sha256: str) -> None:
        try:
            is_sent = await self._send_part(sha256)
        except PlantRefused as refused:
            self._sending = None
            self._pass_by(sha256, str(refused))
            return
        if is_sent:
            self._sending = None
            await self._outbox.blob_sent(sha256)

    async def _send_part(self, sha256: str) -> bool:
        """Whether the server has all of it."""
        sending = self._sending
        if sending is None or sending.sha256 != sha256:
            return await self._begin_sending(sha256)
        # Until it ends well, nobody knows how much arrived: then the server is asked again.
        self._sending = None
        part = sending.content[sending.offset : sending.offset + PART_BYTES]
        sending.offset = await self._link.add_to_blob(
            sha256, part, offset=sending.offset, length=len(sending.content)
        )
        if sending.offset >= len(sending.content):
            # The last part came twice, or it is whole: the server knows which.
            return (await self._link.blob_state(sha256)).is_whole
        self._sending = sending
        return False

    async def _begin_sending(self, sha256: str) -> bool:
        content = await self._blobs.get(sha256)
        if content is None:
            self._pass_by(sha256, "it is missing or damaged at the station")
            return False
        state = await self._link.blob_state(sha256)
        if state.is_whole:
            return True
        if state.offset is None or len(content) <= PART_BYTES:
            await self._link.put_blob(sha256, content)
            return True
        self._sending = _Sending(sha256, content, min(state.offset, len(content)))
        return False

    async def _fetch(self, sha256: str) -> None:
        if await self._blobs.get(sha256) is None:
            try:
                content = await self._fetch_part(sha256)
            except PlantRefused as refused:
                self._fetching = ("", bytearray())
                self._pass_by(sha256, str(refused))
                return
            if content is None:
                return
            if await self._blobs.put(content) != sha256:
                self._pass_by(sha256, "the server sent other bytes")
                msg = f"blob {sha256} came with other bytes than its name says"
                raise BlobDamaged(msg)
        await self._outbox.blob_fetched(sha256)

    async def _fetch_part(self, sha256: str) -> bytes | None:
        """The whole content once all of it has come."""
        here = self._fetching[1] if self._fetching[0] == sha256 else bytearray()
        part = await self._link.get_blob(sha256, offset=len(here), most=PART_BYTES)
        if part is None:
            self._pass_by(sha256, "the server does not have it")
            return None
        del here[part.start :]
        here += part.content
        if len(here) < part.size and part.content:
            self._fetching = (sha256, here)
            return None
        self._fetching = ("", bytearray())
        return bytes(here)

    def _pass_by(self, sha256: str, why: str) -> None:
        _log.warning("blob sha256=%s is passed by for now: %s", sha256, why)
        self._passed_by[sha256] = self._clock.mono_ns() + int(AGAIN_AFTER_S * 1e9)
