"""How far the plant's documents and pictures have come, as long work for the screen."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Protocol

from app.domain.errors import StorageFault

if TYPE_CHECKING:
    from app.ports.sync import SnapshotMark
    from app.services.long_work import LongWork

log = logging.getLogger(__name__)

DOWNLOAD = "download"
EVERY_S = 3.0
#: Fewer come in the blink of an eye: nothing to tell of.
WORTH_TELLING = 5
_MOST = 5_000


class Arriving(Protocol):
    """What of the outbox this looks at."""

    async def arriving(self) -> SnapshotMark | None: ...

    async def blobs_to_fetch(self, limit: int) -> tuple[str, ...]: ...


class FirstDownload:
    """Documents first, by their place in the snapshot; then the pictures they name, by count."""

    def __init__(self, outbox: Arriving, works: LongWork, every_s: float = EVERY_S) -> None:
        self._outbox = outbox
        self._works = works
        self._every_s = every_s
        self._most = 0

    async def run(self) -> None:
        """Look every ``every_s`` until cancelled."""
        while True:
            try:
                await self.look()
            except StorageFault as fault:
                # Said where results are kept; it is looked again.
                log.info("how far the download is could not be read: %s", fault)
            await asyncio.sleep(self._every_s)

    async def look(self) -> None:
        """Tell how far it is now; nothing while there is nothing to fetch."""
        page = await self._outbox.arriving()
        if page is not None:
            self._works.tell(DOWNLOAD, page.after, max(page.mark.pos, page.after + 1))
            return
        missing = len(await self._outbox.blobs_to_fetch(_MOST))
        self._most = max(self._most, missing) if missing else 0
        if self._most >= WORTH_TELLING:
            self._works.tell(DOWNLOAD, self._most - missing, self._most)
        else:
            self._works.tell(DOWNLOAD, 1, 1)
