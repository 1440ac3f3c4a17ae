"""Eighteen simulated devices that chatter, in one process: python -m bench.neighbours FOLDER.

Seven tools that tighten although no step asks them to, two of them five times a second; four
gauges that send a hundred values a second each and two that hang up every second; a scanner, a
machine whose state changes ten times a second, two cameras and a printer.  Prints their names,
kinds and URLs; chatters until its standard input closes.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import sys
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from device_drivers.opcua.simulator import MachineSimulator
from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from device_drivers.printer.simulator import PrinterSimulator

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

TOOLS, BUSY_TOOLS = 7, 2
BUSY_PER_S, IDLE_PER_S = 5.0, 0.5
GAUGES, GAUGE_PER_S = 4, 100
RESTLESS = 2
STATES_PER_S = 10

Device = tuple[str, str, str]


class Neighbours:
    """Starts them, and keeps them busy until ``stack`` ends."""

    def __init__(self, folder: Path, stack: AsyncExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._busy: list[asyncio.Task[None]] = []

    async def start(self) -> list[Device]:
        """As many as the docstring above says."""
        devices = [await self._tool(n) for n in range(TOOLS)]
        devices += [await self._wire(f"G-{n}", "gauge", _stream) for n in range(GAUGES)]
        devices += [
            await self._wire(f"G-{GAUGES + n}", "gauge", _restless) for n in range(RESTLESS)
        ]
        devices.append(await self._wire("S-2", "scanner", _silent))
        devices += [self._camera(n) for n in range(2)]
        devices += [await self._machine(), await self._printer()]
        return devices

    async def _tool(self, number: int) -> Device:
        simulator = ControllerSimulator(
            emit=lambda _: None,
            rng=random.Random(number),  # noqa: S311  a simulation, not a secret
            now=lambda: datetime.now(UTC).astimezone(),
        )
        port = await simulator.start()
        self._stack.push_async_callback(simulator.stop)
        per_s = BUSY_PER_S if number < BUSY_TOOLS else IDLE_PER_S

        async def work() -> None:
            while True:
                await asyncio.sleep(1 / per_s)
                simulator.controller.tighten()

        self._keep(work())
        return (f"T-{number}", "tool", f"openprotocol://127.0.0.1:{port}")

    async def _wire(
        self,
        name: str,
        kind: str,
        say: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
    ) -> Device:
        """A serial device behind a port of a terminal server."""

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with suppress(ConnectionError):
                await say(reader, writer)
            writer.close()

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        self._stack.callback(server.close)
        profile = "scanner" if kind == "scanner" else "mark-10&unit=N.m"
        port = server.sockets[0].getsockname()[1]
        return (name, kind, f"socket://127.0.0.1:{port}?profile={profile}")

    def _camera(self, number: int) -> Device:
        folder = self._folder / f"pictures{number}"
        folder.mkdir()
        Image.new("RGB", (1280, 720), (90, 140, 90)).save(folder / "1.jpg")
        return (f"C-{number}", "camera", f"camera+file://{folder}")

    async def _machine(self) -> Device:
        simulator = MachineSimulator(emit=lambda _: None)
        url = await simulator.start()
        self._stack.push_async_callback(simulator.stop)

        async def change() -> None:
            for state in itertools.cycle(("running", "stopped")):
                await asyncio.sleep(1 / STATES_PER_S)
                simulator.program.set_state(state)

        self._keep(change())
        return ("M-1", "machine", url)

    async def _printer(self) -> Device:
        simulator = PrinterSimulator(emit=lambda _: None)
        port = await simulator.listen()
        self._stack.push_async_callback(simulator.close)
        return ("P-1", "printer", f"printer://127.0.0.1:{port}?profile=zpl")

    def _keep(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._busy.append(task)
        self._stack.callback(task.cancel)


async def _stream(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Values that nobody asked for, without end."""
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        writer.write(b"1.234 Nm\r\n")
        await writer.drain()
        due += 1 / GAUGE_PER_S
        await asyncio.sleep(max(0.0, due - loop.time()))


async def _restless(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A loose plug."""
    writer.write(b"1.234 Nm\r\n")
    await writer.drain()
    await asyncio.sleep(1)


async def _silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await reader.read()


async def main(folder: Path) -> None:
    """Until the standard input closes."""
    async with AsyncExitStack() as stack:
        print(json.dumps(await Neighbours(folder, stack).start()), flush=True)
        await asyncio.to_thread(sys.stdin.readline)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
