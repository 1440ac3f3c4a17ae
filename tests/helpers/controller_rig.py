"""A simulated controller in this process, and somebody who speaks to it byte by byte."""

from __future__ import annotations

import asyncio
import random
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from device_drivers.open_protocol.fields import Values, parse
from device_drivers.open_protocol.message import TRACE, Message, build
from device_drivers.open_protocol.simulator.client import Patience
from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from device_drivers.open_protocol.simulator.ledger import Ledger
from device_drivers.open_protocol.simulator.vendor import load_vendor
from device_drivers.open_protocol.tables import LAYOUTS
from tests.helpers.patience import PATIENT_S

QUICK = Patience(resend_s=0.05, silence_s=PATIENT_S)
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


class Peer:
    """One connection, spoken to by hand."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def ask(self, mid: int, body: bytes = b"", revision: int = 1) -> Message:
        """Send a telegram; the next that comes is taken for the answer."""
        self.tell(mid, body, revision)
        return await self.receive()

    def tell(
        self, mid: int, body: bytes = b"", revision: int = 1, *, no_ack: bool = False
    ) -> None:
        self.writer.write(build(mid, body, revision=revision, no_ack=no_ack).wire)

    async def receive(self) -> Message:
        async with asyncio.timeout(PATIENT_S):
            head = await self.reader.readexactly(4)
            message = Message(head + await self.reader.readexactly(int(head) - 4))
            if message.mid != TRACE:
                assert await self.reader.readexactly(1) == b"\0"
        return message

    async def code(self, mid: int, body: bytes = b"", revision: int = 1) -> int | None:
        """The code of the refusal; None when the request is accepted."""
        answer = await self.ask(mid, body, revision)
        assert answer.mid in {4, 5}, answer
        return int(answer.body[4:6]) if answer.mid == 4 else None

    async def start(self, *subscriptions: int) -> None:
        """0001, then subscriptions of revision 1, and what comes at once is acknowledged."""
        assert (await self.ask(1)).mid == 2
        for mid in subscriptions:
            assert await self.code(mid) is None

    async def is_over(self) -> bool:
        """Whether the other side has ended the connection; what still comes is thrown away."""
        async with asyncio.timeout(PATIENT_S):
            try:
                while await self.reader.read(1000):
                    pass
            except ConnectionError:
                return True
        return True

    async def close(self) -> None:
        self.writer.transport.abort()


class ControllerRig:
    """The controller and what it said of itself."""

    def __init__(self, **options: Any) -> None:
        self.events: list[dict[str, Any]] = []
        self.clock_s = 0.0
        self._changed = asyncio.Event()
        self._peers = AsyncExitStack()
        self.simulator = ControllerSimulator(
            emit=self._saw,
            rng=random.Random(7),  # noqa: S311  a simulation, not a secret
            now=lambda: NOW,
            **options,
        )
        self.controller = self.simulator.controller
        self.port = 0

    async def do(self, do: str, **arguments: Any) -> None:
        await self.simulator.do({"do": do, **arguments})

    async def connect(self, tls: ssl.SSLContext | None = None) -> Peer:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.port, ssl=tls, server_hostname="127.0.0.1" if tls else None
        )
        peer = Peer(reader, writer)
        self._peers.push_async_callback(peer.close)
        return peer

    async def until(self, claim: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENT_S):
            while not claim():
                self._changed.clear()
                await self._changed.wait()

    async def until_event(self, name: str, times: int = 1) -> dict[str, Any]:
        await self.until(lambda: self.count(name) >= times)
        return next(event for event in reversed(self.events) if event["event"] == name)

    def count(self, name: str) -> int:
        return sum(event["event"] == name for event in self.events)

    def _saw(self, event: dict[str, Any]) -> None:
        self.events.append(event)
        self._changed.set()


@asynccontextmanager
async def a_controller(
    vendor: str = "generic",
    *,
    patience: Patience | None = QUICK,
    keep: Path | None = None,
    **options: Any,
) -> AsyncIterator[ControllerRig]:
    """A controller on a port of its own."""
    ledger = Ledger(keep) if keep is not None else None
    rig = ControllerRig(vendor=load_vendor(vendor), patience=patience, ledger=ledger, **options)
    rig.port = await rig.simulator.start()
    try:
        yield rig
    finally:
        await rig._peers.aclose()
        await rig.simulator.stop()
        if ledger is not None:
            ledger.close()


def read(message: Message) -> Values:
    """The fields of a telegram."""
    return parse(LAYOUTS[message.mid, message.revision], message.body)
