"""Feeds a recorded conversation back into the driver, over a real socket."""

from __future__ import annotations

import asyncio
import contextlib
import random
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from app.domain.errors import DeviceOffline
from app.ports.devices import DeviceStatus, LastResult, LinkState
from device_drivers.open_protocol.framer import Framer
from device_drivers.open_protocol.listen import Reported
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.profile import Results
from device_drivers.open_protocol.recording import LINK_ONLY, STOP, UNANSWERED, Recording
from device_drivers.open_protocol.result_feed import RESULT
from device_drivers.open_protocol.results import Reader
from device_drivers.open_protocol.settings import Way
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.open_protocol.url import settings_from
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.readings import Reading
    from app.ports.devices import OnStatus
    from device_drivers.open_protocol.settings import Settings
    from device_drivers.ring_file import Record

LOCAL = "127.0.0.1"
#: So long without a word from the driver, and what was sent is not waited for any longer.
QUIET_S = 2.0
MOST_TRIES = 3


async def replay(
    url: str,
    records: Iterable[Record],
    on_reading: Callable[[Reading], None],
    on_status: OnStatus,
) -> None:
    """Returns when all that was recorded has gone through the driver configured as ``url``.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceOffline: with this recording the driver does not get as far as results.
    """
    configured = settings_from(None, url, locks_tool=False)
    recording = Recording(records, is_serial=configured.way is Way.SERIAL)
    peer = _Peer(configured.device, recording)
    server = await asyncio.start_server(peer.serve, LOCAL, 0)
    port: int = server.sockets[0].getsockname()[1]

    def status_changed(status: DeviceStatus) -> None:
        peer.status_changed(status)
        on_status(status)

    tool = OpenProtocolTool(
        _to_the_peer(configured, port),
        log=_Log(on_reading, _before_the_first(configured, recording)),
        now=lambda: datetime.now(UTC),
        back_off=BackOff(random.SystemRandom().random, cap_s=0.5),
        on_status=status_changed,
    )
    running = asyncio.create_task(tool.run())
    try:
        await peer.play()
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        server.close()


def _to_the_peer(configured: Settings, port: int) -> Settings:
    """The same controller, at another address, plain and without numbers on the link."""
    profile = msgspec.structs.replace(configured.profile, may_number=False)
    return replace(configured, host=LOCAL, port=port, way=Way.DIAL, tls=None, profile=profile)


def _before_the_first(configured: Settings, recording: Recording) -> LastResult | None:
    """What the station had before the recording begins, as far as it shows."""
    first = next((event for event in recording.events if event.mid == RESULT), None)
    if configured.profile.results is not Results.LAST or first is None:
        return None
    reader = Reader(configured.device, lambda: datetime.now(UTC), configured.torque_unit)
    result_id = reader.read(first).result_id
    return LastResult(1, str(int(result_id) - 1), None) if result_id.isdecimal() else None


class _Log(Reported):
    """Reports each result; what came before the recording counts as known."""

    def __init__(self, on_reading: Callable[[Reading], None], before: LastResult | None) -> None:
        super().__init__(on_reading)
        self._before = before

    async def last(self, source: str) -> LastResult | None:  # noqa: ARG002  one source here
        return self._before


class _Peer:
    """Speaks the controller's side: answers as recorded, then says what it said on its own."""

    def __init__(self, device: str, recording: Recording) -> None:
        self._device = device
        self._recording = recording
        self._writer: asyncio.StreamWriter | None = None
        self._news = asyncio.Event()
        self._acknowledged = asyncio.Event()
        self._is_ready = False
        self._failed: str | None = None

    def status_changed(self, status: DeviceStatus) -> None:
        self._is_ready = status.state in {LinkState.READY, LinkState.DEGRADED}
        self._failed = status.detail if status.tries >= MOST_TRIES else None
        self._news.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of the driver's."""
        self._writer = writer
        framer = Framer()
        with contextlib.suppress(ConnectionError):
            while chunk := await reader.read(65_536):
                for frame in framer.feed(chunk):
                    self._answer(Message(frame), writer)
                self._news.set()
        writer.close()

    async def play(self) -> None:
        """Everything the controller said on its own, each after the one before was taken."""
        while not self._is_ready:
            await self._news.wait()
            self._news.clear()
            if self._failed is not None:
                raise DeviceOffline(self._device, self._failed)
        passed_over: set[int] = set()
        for event in self._recording.events:
            self._acknowledged.clear()
            self._send(event)
            if event.mid not in passed_over and not await self._is_taken():
                # What the station listened to and this driver does not; once is enough to know.
                passed_over.add(event.mid)

    async def _is_taken(self) -> bool:
        while not self._acknowledged.is_set():
            self._news.clear()
            try:
                async with asyncio.timeout(QUIET_S):
                    await self._news.wait()
            except TimeoutError:
                return False
        return True

    def _answer(self, message: Message, writer: asyncio.StreamWriter) -> None:
        if message.mid in LINK_ONLY:
            writer.write(build(message.mid).wire)
        elif message.mid in UNANSWERED:
            self._acknowledged.set()
        else:
            writer.write(self._recording.answer(message).wire)
            if message.mid == STOP:
                writer.close()

    def _send(self, event: Message) -> None:
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(event.wire)
