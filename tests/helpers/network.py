"""A bad network between stations and the server: a TCP proxy that plays a fault per connection.

Seeded: which fault a connection meets depends on the seed and on the order of connections only.
"""

from __future__ import annotations

import asyncio
import enum
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


class Fault(enum.StrEnum):
    """What happens to a connection."""

    NONE = "none"
    REFUSED = "refused"
    CUT_GOING = "cut on the way to the server"
    CUT_SHORT = "cut before the last byte of the question"
    CUT_COMING = "cut on the way back"
    CUT_WAITING = "the server has the whole question and the line is gone before it answers"
    REPLY_DROPPED = "the server did it and the reply is lost"
    HALF_OPEN = "open, and silent"
    SLOW = "slow"
    TWICE = "what was sent arrives a second time"


#: A silence that the station's own patience ends.
_MOST_SILENCE_S = 30.0
_CHUNK = 16 * 1024
#: A question is over when nothing more of it comes for so long; wrong is only another cut.
_LULL_S = 0.03


@dataclass
class BadNetwork:
    """Listens on ``port`` and hands on to the server's, more or less.

    ``faulty`` is the share of connections that meet a fault; 0 heals the network.
    """

    to_port: int
    seed: int
    faulty: float = 0.5
    port: int = 0
    seen: Counter[Fault] = field(default_factory=Counter)
    _open: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 (repeatable)

    def heal(self) -> None:
        """From now on all is well; what still hangs is cut."""
        self.faulty = 0
        self.cut()

    def cut(self) -> None:
        """Everybody's connection is gone."""
        for task in self._open:
            task.cancel()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            await self._play(self._draw(), reader, writer)
            writer.close()
            await writer.wait_closed()
        except (OSError, asyncio.CancelledError):
            pass  # cut: by us, or by the one who had enough
        finally:
            self._open.discard(task)
            writer.transport.abort()

    def _draw(self) -> Fault:
        is_faulty = self._random.random() < self.faulty
        faults = [fault for fault in Fault if fault is not Fault.NONE]
        fault = self._random.choice(faults) if is_faulty else Fault.NONE
        self.seen[fault] += 1
        return fault

    async def _play(
        self, fault: Fault, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if fault is Fault.REFUSED:
            writer.transport.abort()
            return
        if fault is Fault.HALF_OPEN:
            await asyncio.sleep(_MOST_SILENCE_S)
            return
        to_server = await asyncio.open_connection("127.0.0.1", self.to_port)
        try:
            if fault in (Fault.CUT_SHORT, Fault.CUT_WAITING):
                await _only_the_question(reader, to_server[1], is_whole=fault is Fault.CUT_WAITING)
            else:
                await self._both_ways(fault, (reader, writer), to_server)
        finally:
            to_server[1].transport.abort()

    async def _both_ways(self, fault: Fault, station: Stream, server: Stream) -> None:
        lag_s = self._random.random() * 0.02 if fault is Fault.SLOW else 0.0
        going = self._random.randrange(60_000) if fault is Fault.CUT_GOING else None
        coming = {
            Fault.CUT_COMING: self._random.randrange(1, 20_000),
            Fault.REPLY_DROPPED: 0,
        }.get(fault)
        heard = bytearray()
        ways = (
            asyncio.create_task(
                _pump(station[0], server[1], most=going, lag_s=lag_s, heard=heard)
            ),
            asyncio.create_task(_pump(server[0], station[1], most=coming, lag_s=lag_s)),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        if fault is Fault.TWICE:
            await _again(bytes(heard), self.to_port)


Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def _pump(
    source: asyncio.StreamReader,
    sink: asyncio.StreamWriter,
    *,
    most: int | None,
    lag_s: float,
    heard: bytearray | None = None,
) -> None:
    """Carry bytes until an end, or until ``most`` of them went by."""
    passed = 0
    while content := await source.read(_CHUNK):
        if lag_s:
            await asyncio.sleep(lag_s)
        if heard is not None:
            heard += content
        if most is not None and passed + len(content) > most:
            sink.write(content[: most - passed])
            await sink.drain()
            return
        passed += len(content)
        sink.write(content)
        await sink.drain()


async def _only_the_question(
    source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, is_whole: bool
) -> None:
    """Carry one question, its last byte only if it is to be whole, and no answer."""
    held = b""
    try:
        while True:
            async with asyncio.timeout(_LULL_S if held else None):
                content = await source.read(_CHUNK)
            if not content:
                return
            sink.write(held + content[:-1])
            await sink.drain()
            held = content[-1:]
    except TimeoutError:
        sink.write(held if is_whole else b"")
        await sink.drain()
        # An orderly end, so that what was sent is read and not thrown away by a reset.
        sink.close()
        with suppress(OSError):
            await sink.wait_closed()


async def _again(content: bytes, port: int) -> None:
    """Everything the station said, said once more by nobody in particular."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(content)
        with suppress(OSError, TimeoutError):
            await writer.drain()
            async with asyncio.timeout(1):
                await reader.read(_CHUNK)
    finally:
        # A cut cancels us in the middle of waiting, too.
        writer.transport.abort()


@asynccontextmanager
async def bad_network(to_port: int, *, seed: int, faulty: float) -> AsyncIterator[BadNetwork]:
    """A proxy in this loop, on any free port."""
    network = BadNetwork(to_port, seed, faulty)
    server = await asyncio.start_server(network.carry, "127.0.0.1", 0)
    network.port = server.sockets[0].getsockname()[1]
    async with server:
        yield network
        network.cut()
        server.close()
