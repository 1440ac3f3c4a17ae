"""A joining tool, a simulated joining system, and between them a line that can be cut."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from app.domain.errors import StorageFault
from app.domain.readings import Curve, Reading, ReadingKind
from app.ports.devices import DeviceStatus, LastResult, LinkState
from device_drivers.opcua.joining_simulator import JoiningSimulator
from device_drivers.opcua.joining_tool import JoiningTool
from device_drivers.opcua.url import settings_from
from device_drivers.supervisor import BackOff
from tests.helpers.patience import PATIENT_S


class Line:
    """A TCP proxy: ``cut`` ends what runs over it and takes no new connection until ``mend``."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._writers: set[asyncio.StreamWriter] = set()
        self._is_cut = False
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    def cut(self) -> None:
        self._is_cut = True
        for writer in self._writers:
            writer.transport.abort()

    def mend(self) -> None:
        self._is_cut = False

    async def stop(self) -> None:
        self.cut()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        there, back = await asyncio.open_connection(*self._to)
        ends = {writer, back}
        self._writers |= ends
        try:
            await asyncio.gather(_pump(reader, back), _pump(there, writer))
        finally:
            self._writers -= ends
            for end in ends:
                end.transport.abort()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()
    writer.close()


class FakeLog:
    """A result log in memory.  ``is_full`` refuses everything."""

    def __init__(self, stored: Callable[[], None] = lambda: None) -> None:
        self.readings: list[Reading] = []
        self.is_full = False
        self._stored = stored
        self._keys: set[tuple[str, int, str]] = set()
        self.repeats = 0

    async def store(self, reading: Reading) -> bool:
        if self.is_full:
            message = "the disk is full"
            raise StorageFault(message, reason="full")
        key = (reading.source, reading.epoch, reading.result_id)
        if key in self._keys:
            self.repeats += 1
            return False
        self._keys.add(key)
        self.readings.append(reading)
        self._stored()
        return True

    async def store_curve(self, curve: Curve) -> None:
        raise NotImplementedError

    async def last(self, source: str) -> LastResult | None:
        known = [r for r in self.readings if r.source == source and r.result_id.isdecimal()]
        if not known:
            return None
        newest = max(known, key=lambda r: (r.epoch, int(r.result_id)))
        return LastResult(newest.epoch, newest.result_id, newest.at_device)


class JoiningRig:
    """The tool under test and what it did."""

    def __init__(self, simulator: JoiningSimulator, log: FakeLog | None = None) -> None:
        self.simulator = simulator
        self.log = log or FakeLog()
        self.statuses: list[DeviceStatus] = []
        self.line: Line | None = None
        self._news = asyncio.Event()
        self.log._stored = self._news.set
        self.tool: JoiningTool | None = None

    def make_tool(self, url: str, **settings: Any) -> JoiningTool:
        self.tool = JoiningTool(
            "T-07",
            settings_from(url),
            log=self.log,
            now=lambda: datetime.now(UTC),
            back_off=BackOff(lambda: 1.0, sleep=short_pause),
            on_status=self._status_changed,
            quiet_s=0.3,
            look_s=0.1,
            **settings,
        )
        return self.tool

    async def do(self, **command: Any) -> None:
        await self.simulator.do(command)

    async def until(self, fits: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENT_S):
            while not fits():
                self._news.clear()
                await self._news.wait()

    async def until_link(self, state: LinkState) -> DeviceStatus:
        await self.until(lambda: bool(self.statuses) and self.statuses[-1].state is state)
        return self.statuses[-1]

    async def until_stored(self, *ids: str) -> None:
        await self.until(lambda: set(ids) <= set(self.ids))

    @property
    def ids(self) -> list[str]:
        return [reading.result_id for reading in self.log.readings]

    def reading(self, result_id: str, *, epoch: int = 1) -> Reading:
        return next(r for r in self.log.readings if (r.epoch, r.result_id) == (epoch, result_id))

    def kinds(self) -> list[ReadingKind]:
        return [reading.kind for reading in self.log.readings]

    def _status_changed(self, status: DeviceStatus) -> None:
        self.statuses.append(status)
        self._news.set()


async def short_pause(_: float) -> None:
    await asyncio.sleep(0.02)


@asynccontextmanager
async def a_rig(**settings: Any) -> AsyncIterator[JoiningRig]:
    """A simulator of its own, a line and a running tool."""
    tool = {name: settings.pop(name) for name in ("deaf_after",) if name in settings}
    peer = JoiningSimulator(emit=lambda _: None, **settings)
    url = await peer.start()
    try:
        async with a_rig_at(peer, url, **tool) as rig:
            yield rig
    finally:
        await peer.stop()


@asynccontextmanager
async def a_rig_at(
    peer: JoiningSimulator, address: str, *, deaf_after: float = 3.0
) -> AsyncIterator[JoiningRig]:
    """A line to a simulator that is there already, and a running tool."""
    url = urlsplit(address)
    line = Line("127.0.0.1", url.port or 0)
    await line.start()
    rig = JoiningRig(peer)
    rig.line = line
    place = url._replace(netloc=f"127.0.0.1:{line.port}").geturl()
    tool = rig.make_tool(f"{place}?profile=joining", deaf_after=deaf_after)
    running = asyncio.ensure_future(tool.run())
    try:
        yield rig
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await line.stop()
