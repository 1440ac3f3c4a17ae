"""A simulated serial device: a separate process on a pseudo-terminal.

Control lines are those of its kind (``{"do": "scan", "text": "]d201…"}``, ``{"do": "measure",
"value": "0.11"}``, ``{"do": "tighten", "torque": "25.1", "angle": 59}``, ``{"do": "error"}``), and
``{"do": "stream", "value": "0.11", "count": 500, "per_second": 100}`` (a value without end),
``{"do": "garbage", "hex": "00ff"}``, ``{"do": "unplug", "seconds": 2}`` and ``{"do": "quit"}``.
"""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.serial.pty_port import PtyPort
from device_drivers.serial.simulated_wires import WIRES, WireFormat, number_in, text_in
from device_drivers.simulator_control import Command, Control, Emit, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

FREE_RUN_S = 1.0


class SerialDeviceSimulator:
    """One simulated device behind a pseudo-terminal."""

    def __init__(self, wire: WireFormat, *, link: Path | None, emit: Emit) -> None:
        self._wire = wire
        self._emit = emit
        self._port = PtyPort(link, on_bytes=self._answer)
        self._answers: asyncio.Queue[bytes] = asyncio.Queue()

    def plug_in(self) -> str:
        """Appear as a port; returns its path.

        Raises:
            InvalidInput: the link cannot be made.
        """
        return self._port.plug_in()

    def unplug(self) -> None:
        self._port.unplug()

    async def serve(self) -> None:
        """Answer what the device is asked, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._port.listen())
            tasks.create_task(self._send_answers())

    async def do(self, command: Command) -> None:
        says = self._wire.commands()
        if say := says.get(command["do"]):
            await self._send(say(command))
            return
        actions: dict[str, Callable[[Command], Awaitable[None]]] = {
            "stream": self._stream,
            "garbage": lambda c: self._send(_bytes(c, "hex")),
            "unplug": lambda c: self._be_unplugged(float(number_in(c, "seconds", default="2"))),
        }
        action = actions.get(command["do"])
        if action is None:
            known = ", ".join([*says, *actions])
            message = f"There is no {command['do']!r} here; use {known} or quit."
            raise InvalidInput(message)
        await action(command)

    async def free_run(self, chance: random.Random) -> None:
        """A value about every second while somebody listens, until cancelled."""
        while True:
            await asyncio.sleep(FREE_RUN_S)
            if self._port.is_open:
                await self._send(self._wire.sample(chance))

    async def _send(self, payload: bytes) -> None:
        await self._port.send(payload)
        self._emit({"event": "sent", "bytes": payload.decode("latin-1")})

    async def _stream(self, command: Command) -> None:
        measure = self._wire.commands().get("measure")
        if measure is None:
            message = "Only what measures can stream."
            raise InvalidInput(message)
        pause_s = 1 / float(number_in(command, "per_second", default="100"))
        for _ in range(int(number_in(command, "count", default="500"))):
            await self._port.send(measure(command))
            await asyncio.sleep(pause_s)

    async def _be_unplugged(self, seconds: float) -> None:
        self._port.unplug()
        self._emit({"event": "unplugged", "seconds": seconds})
        await asyncio.sleep(seconds)
        self._emit({"event": "plugged", "link": self._port.plug_in()})

    def _answer(self, request: bytes) -> None:
        if answer := self._wire.answer(request):
            self._answers.put_nowait(answer)

    async def _send_answers(self) -> None:
        while True:
            await self._send(await self._answers.get())


def main(args: argparse.Namespace) -> int:
    """Run ``args.kind`` on ``args.link`` until told to quit."""
    return asyncio.run(_main(args))


async def _main(args: argparse.Namespace) -> int:
    link = Path(args.link) if args.link else None
    device = SerialDeviceSimulator(WIRES[args.kind](), link=link, emit=emit_line)
    path = device.plug_in()
    emit_line({"event": "listening", "kind": args.kind, "link": path, "url": f"serial://{path}"})
    serving = asyncio.create_task(device.serve())
    # Not for secrets: a seed makes a demonstration repeatable.
    chance = random.Random(args.seed)  # noqa: S311
    try:
        await Control(device, emit=emit_line).run(
            script=Path(args.script) if args.script else None,
            is_manual=args.manual,
            free_run=lambda: device.free_run(chance),
        )
    finally:
        serving.cancel()
        device.unplug()
    return 0


def _bytes(command: Command, key: str) -> bytes:
    try:
        return bytes.fromhex(text_in(command, key))
    except ValueError as error:
        message = f'"{command["do"]}" needs "{key}", bytes in hexadecimal such as "00ff".'
        raise InvalidInput(message) from error
