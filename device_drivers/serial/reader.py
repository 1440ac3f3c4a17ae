"""A serial port kept open, its bytes cut into frames and handed on one by one."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from typing import TYPE_CHECKING

from app.domain.errors import DeviceOffline, StorageFault
from app.ports.devices import LinkState
from device_drivers.serial.frames import Frame
from device_drivers.supervisor import BackOff, StatusLine, supervise
from device_drivers.transport import PLAIN_FRAME, open_serial

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.ports.clock import Clock
    from device_drivers.serial.frames import LineFramer
    from device_drivers.transport import SerialTransport


#: What arrives so soon after opening or flushing was sent before it: drivers and USB adapters
#: hold bytes back for up to 16 ms, and no person is that fast.
STALE_S = 0.05
#: Frames not handed on yet.  A station that cannot keep up for so many has a storage problem, of
#: which it tells; its memory is not to be the next one.
MOST_WAITING = 500


class SerialReader:
    """Opens a port again whenever it goes away, and calls ``handle`` with each frame.

    ``locate`` says where the port is now; it may look around the machine, and is not called on
    the loop.  ``greet`` is called with the open port before anything is read from it.
    """

    def __init__(
        self,
        *,
        locate: Callable[[], str],
        baud: int,
        framer: LineFramer,
        idle_s: float,
        line: StatusLine,
        clock: Clock,
        back_off: BackOff,
        handle: Callable[[Frame], Awaitable[None]],
        greet: Callable[[SerialTransport], Awaitable[None]],
        frame: str = PLAIN_FRAME,
    ) -> None:
        self._locate = locate
        self._baud = baud
        self._frame = frame
        self._line = line
        self._back_off = back_off
        self._handle = handle
        self._greet = greet
        self._is_storage_full = False
        self._inbox = _Inbox(framer, idle_s=idle_s, clock=clock)

    async def run(self) -> None:
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    def flush(self) -> None:
        """Drop what was sent before now and not handed on yet."""
        self._inbox.clear()

    async def _serve(self) -> None:
        inbox = self._inbox
        inbox.reopen()
        port = await open_serial(
            await asyncio.to_thread(self._locate),
            baud=self._baud,
            frame=self._frame,
            on_bytes=inbox.take,
            on_lost=inbox.end,
        )
        inbox.opened()
        try:
            await asyncio.sleep(STALE_S)
            await self._greet(port)
            while True:
                await self._hand_on(await inbox.next())
        finally:
            await port.close()

    async def _hand_on(self, frame: Frame) -> None:
        try:
            await self._handle(frame)
        except StorageFault as fault:
            # The device cannot repeat it.  Staying connected, the next value has its chance.
            self._is_storage_full = True
            self._line.move(LinkState.DEGRADED, f"the last value could not be kept: {fault}")
            return
        if self._is_storage_full:
            self._is_storage_full = False
            self._line.move(LinkState.READY)


class _Inbox:
    """Frames waiting to be handed on, and the news that no more will come."""

    def __init__(self, framer: LineFramer, *, idle_s: float, clock: Clock) -> None:
        self._framer = framer
        self._idle_s = idle_s
        self._clock = clock
        self._frames: deque[Frame] = deque(maxlen=MOST_WAITING)
        self._news = asyncio.Event()
        self._end: DeviceOffline | None = None
        self._stale_until = math.inf
        self._lost = 0

    def reopen(self) -> None:
        self._framer.reset()
        self._end = None
        self._stale_until = math.inf

    def opened(self) -> None:
        """The port is open; what it held already still counts as old."""
        self._stale_until = self._now() + STALE_S

    def take(self, chunk: bytes) -> None:
        if self._now() < self._stale_until:
            # Up to the end of its frame, that is: the rest of one can look like a whole one.
            self._framer.skip(self._now())
        for frame in self._framer.feed(chunk, self._now()):
            self._lost += len(self._frames) == MOST_WAITING
            self._frames.append(frame)
        self._news.set()

    def end(self, error: Exception | None) -> None:
        why = "the port closed" if error is None else f"unplugged or switched off ({error})"
        self._end = DeviceOffline("port", why)
        self._news.set()

    def clear(self) -> None:
        self._framer.abandon()
        self._frames.clear()
        self._lost = 0
        self._stale_until = max(self._stale_until, self._now() + STALE_S)

    async def next(self) -> Frame:
        """The next frame; what never ends is ended by a pause.

        Raises:
            DeviceOffline: the port is gone and everything it sent was handed on.
        """
        while not self._frames:
            if self._end is not None:
                raise self._end
            await self._wait()
        if self._lost:
            lost, self._lost = self._lost, 0
            fault = f"{lost} came faster than the station could keep them"
            return Frame(b"", fault, self._now())
        return self._frames.popleft()

    async def _wait(self) -> None:
        self._news.clear()
        try:
            async with asyncio.timeout(self._idle_s if self._framer.is_mid_frame else None):
                await self._news.wait()
        except TimeoutError:
            self._frames.extend(self._framer.expire(self._now()))

    def _now(self) -> float:
        return self._clock.mono_ns() / 1e9
