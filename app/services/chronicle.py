"""Records what devices and the machine do by themselves: links lost and back, states changed.

Their callbacks cannot wait for a commit, so a task of its own writes, in order.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.domain.events import Body, DeviceChanged, MachineChanged
from app.ports.devices import LinkState

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.ports.devices import DeviceStatus


class Chronicle:
    """Only changes are kept: a link that is READY or not, another machine state."""

    def __init__(self, record: Callable[[Body, str], Awaitable[None]]) -> None:
        self._record = record
        self._queue: asyncio.Queue[tuple[Body, str]] = asyncio.Queue()
        self._ready: dict[str, bool] = {}
        self._machine: MachineChanged | None = None

    def device(self, status: DeviceStatus) -> None:
        is_ready = status.state is LinkState.READY
        # The way up from the first start is no news until it is ready.
        if self._ready.get(status.device, False) == is_ready:
            return
        self._ready[status.device] = is_ready
        body = DeviceChanged(device=status.device, state=status.state.value, detail=status.detail)
        self._queue.put_nowait((body, status.device))

    def machine(self, name: str, state: str, *, is_part_present: bool) -> None:
        body = MachineChanged(machine=name, state=state, part_present=is_part_present)
        if state and body != self._machine:
            self._machine = body
            self._queue.put_nowait((body, name))

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            body, device = await self._queue.get()
            await self._record(body, device)
