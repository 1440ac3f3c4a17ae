"""A lane repeats one step for ever: again at once, when nudged, or after a pause.

A nudge says there may be something to do and never shortens the pause after a failure; a kick
(the network is back, a person pressed the button) ends any wait.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.domain.errors import EnvironmentFault
from sync.link import PlantBusy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sync.back_off import BackOff

_log = logging.getLogger(__name__)


class Lane:
    """``step`` returns how long to rest unless nudged: 0 is not at all, None is for ever.

    ``report`` hears of each failure, and None after each success.
    """

    def __init__(
        self,
        name: str,
        step: Callable[[], Awaitable[float | None]],
        *,
        back_off: BackOff,
        settle_s: float,
        report: Callable[[str, EnvironmentFault | None], None],
    ) -> None:
        self.name = name
        self._step = step
        self._back_off = back_off
        self._settle_s = settle_s
        self._report = report
        self._nudged = asyncio.Event()
        self._kicked = asyncio.Event()
        self._is_failing = False

    def nudge(self) -> None:
        self._nudged.set()

    def kick(self) -> None:
        self._kicked.set()
        self._nudged.set()

    async def run(self) -> None:
        """Repeat until cancelled."""
        while True:
            self._nudged.clear()
            self._kicked.clear()
            try:
                rest_s = await self._step()
            except EnvironmentFault as fault:
                self._note(fault)
                asked_s = fault.retry_after_s if isinstance(fault, PlantBusy) else None
                await _wait(self._kicked, self._back_off.next_s(asked_s))
            else:
                self._note(None)
                self._back_off.reset()
                await self._rest(rest_s)

    async def _rest(self, rest_s: float | None) -> None:
        if rest_s == 0:
            await asyncio.sleep(0)
            return
        if await _wait(self._nudged, rest_s):
            # More is likely to follow: gather it.
            await _wait(self._kicked, self._settle_s)

    def _note(self, fault: EnvironmentFault | None) -> None:
        if fault is not None and not self._is_failing:
            _log.warning("sync lane=%s failing: %s", self.name, fault)
        elif fault is None and self._is_failing:
            _log.info("sync lane=%s works again", self.name)
        self._is_failing = fault is not None
        self._report(self.name, fault)


async def _wait(event: asyncio.Event, timeout_s: float | None) -> bool:
    try:
        # Not wait_for: before Python 3.12 it can swallow a cancellation.
        async with asyncio.timeout(timeout_s):
            await event.wait()
    except TimeoutError:
        return False
    return True
