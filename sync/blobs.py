"""The blob lane: bytes follow their events, one blob at a time, and never hold events up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.domain.errors import PlantFault
from sync.link import PlantRefused

if TYPE_CHECKING:
    from app.ports.clock import Clock
    from app.ports.journal import Blobs
    from app.ports.sync import Outbox
    from sync.link import PlantLink

#: One that cannot be had now is looked at again after this long.
AGAIN_AFTER_S = 600.0
_LOOK_AHEAD = 16
_log = logging.getLogger(__name__)


class BlobDamaged(PlantFault):
    """The server's bytes are not those of the name they were asked by."""

    code = "plant.blob_damaged"


class BlobTransfer:
    """The step of the blob lane."""

    def __init__(self, *, outbox: Outbox, blobs: Blobs, link: PlantLink, clock: Clock) -> None:
        self._outbox = outbox
        self._blobs = blobs
        self._link = link
        self._clock = clock
        #: Passed by until this monotonic time.
        self._passed_by: dict[str, int] = {}

    def look_again(self) -> None:
        """A person asks: also what was passed by."""
        self._passed_by.clear()

    async def step(self) -> float | None:
        """Move one blob.  Those that cannot be moved are passed by, not waited for."""
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
        content = await self._blobs.get(sha256)
        if content is None:
            self._pass_by(sha256, "it is missing or damaged at the station")
            return
        try:
            if not await self._link.has_blob(sha256):
                await self._link.put_blob(sha256, content)
        except PlantRefused as refused:
            self._pass_by(sha256, str(refused))
            return
        await self._outbox.blob_sent(sha256)

    async def _fetch(self, sha256: str) -> None:
        if await self._blobs.get(sha256) is None:
            try:
                content = await self._link.get_blob(sha256)
            except PlantRefused as refused:
                self._pass_by(sha256, str(refused))
                return
            if content is None:
                self._pass_by(sha256, "the server does not have it")
                return
            if await self._blobs.put(content) != sha256:
                self._pass_by(sha256, "the server sent other bytes")
                msg = f"blob {sha256} came with other bytes than its name says"
                raise BlobDamaged(msg)
        await self._outbox.blob_fetched(sha256)

    def _pass_by(self, sha256: str, why: str) -> None:
        _log.warning("blob sha256=%s is passed by for now: %s", sha256, why)
        self._passed_by[sha256] = self._clock.mono_ns() + int(AGAIN_AFTER_S * 1e9)
