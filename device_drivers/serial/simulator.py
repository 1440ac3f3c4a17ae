"""Simulated gauge, scanner and scale: a separate process on a pseudo-terminal.

Control lines: ``{"do": "scan", "text": "]d201…"}``, ``{"do": "measure", "value": "0.11"}``,
``{"do": "error"}`` (the device says it has no value), ``{"do": "garbage", "hex": "00ff"}``,
``{"do": "unplug", "seconds": 2}`` and ``{"do": "quit"}``.
"""

from __future__ import annotations

import asyncio
import random
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.errors import InvalidInput
from device_drivers.serial.pty_port import PtyPort
from device_drivers.simulator_control import Command, Control, Emit, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

FREE_RUN_S = 1.0


class WireFormat(Protocol):
    """What one kind of device puts on its line."""

    def scan(self, text: str) -> bytes: ...
    def measure(self, value: Decimal) -> bytes: ...
    def error(self) -> bytes: ...

    def answer(self, request: bytes) -> bytes:
        """What the device says to bytes it was sent; empty for nothing."""
        ...

    def sample(self, chance: random.Random) -> bytes:
        """What a person using the device might produce next."""
        ...


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
        actions: dict[str, Callable[[Command], Awaitable[None]]] = {
            "scan": lambda c: self._send(self._wire.scan(_text(c, "text"))),
            "measure": lambda c: self._send(self._wire.measure(_decimal(c, "value"))),
            "error": lambda _: self._send(self._wire.error()),
            "garbage": lambda c: self._send(_bytes(c, "hex")),
            "unplug": lambda c: self._be_unplugged(float(_decimal(c, "seconds", default="2"))),
        }
        action = actions.get(command["do"])
        if action is None:
            message = f"There is no {command['do']!r} here; use {', '.join(actions)} or quit."
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


class SimulatedScanner:
    """A presentation scanner set up as delivered: AIM identifiers on, CR LF at the end."""

    def scan(self, text: str) -> bytes:
        return text.encode() + b"\r\n"

    def measure(self, value: Decimal) -> bytes:
        message = f'A scanner cannot measure {value}; use {{"do": "scan", "text": …}}.'
        raise InvalidInput(message)

    def error(self) -> bytes:
        message = "A scanner reports no errors; use garbage."
        raise InvalidInput(message)

    def answer(self, request: bytes) -> bytes:
        del request
        return b""

    def sample(self, chance: random.Random) -> bytes:
        return self.scan(f"]d2010401234567890121{chance.randrange(100_000, 1_000_000)}")


class SimulatedGauge:
    """A Mitutoyo gauge on a USB-ITN set up as a serial port."""

    def scan(self, text: str) -> bytes:
        message = f'A gauge cannot scan {text!r}; use {{"do": "measure", "value": …}}.'
        raise InvalidInput(message)

    def measure(self, value: Decimal) -> bytes:
        number = f"{abs(value):f}"
        if len(number) > 8:  # noqa: PLR2004 - the format has eight places
            message = f"The gauge's format has eight places; {value} does not fit."
            raise InvalidInput(message)
        return f"01A{'-' if value < 0 else '+'}{number:0>8}\r".encode()

    def error(self) -> bytes:
        return b"911\r"

    def answer(self, request: bytes) -> bytes:
        del request
        return b""

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(0.11, 0.01):.3f}"))


class SimulatedScale:
    """A Mettler Toledo scale speaking enough MT-SICS to be asked for stable weights."""

    def __init__(self, serial: str = "B021002593") -> None:
        self._serial = serial
        self._weight = Decimal("0.00")
        self._asked = b""

    def scan(self, text: str) -> bytes:
        message = f'A scale cannot scan {text!r}; use {{"do": "measure", "value": …}}.'
        raise InvalidInput(message)

    def measure(self, value: Decimal) -> bytes:
        moving = _sics_weight("D", (self._weight + value) / 2, like=value)
        self._weight = value
        return moving + _sics_weight("S", value, like=value)

    def error(self) -> bytes:
        return b"S I\r\n"

    def answer(self, request: bytes) -> bytes:
        *lines, self._asked = (self._asked + request).split(b"\r\n")
        return b"".join(self._answer_line(line) for line in lines)

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(100, 0.5):.2f}"))

    def _answer_line(self, line: bytes) -> bytes:
        if line == b"@":
            return f'I4 A "{self._serial}"\r\n'.encode()
        if line in {b"S", b"SI", b"SR"}:
            return _sics_weight("S", self._weight, like=self._weight)
        return b"ES\r\n"


def main(args: argparse.Namespace) -> int:
    """Run ``args.kind`` on ``args.link`` until told to quit."""
    return asyncio.run(_main(args))


async def _main(args: argparse.Namespace) -> int:
    wires: dict[str, Callable[[], WireFormat]] = {
        "gauge": SimulatedGauge,
        "scanner": SimulatedScanner,
        "scale": SimulatedScale,
    }
    link = Path(args.link) if args.link else None
    device = SerialDeviceSimulator(wires[args.kind](), link=link, emit=emit_line)
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


def _sics_weight(state: str, value: Decimal, *, like: Decimal) -> bytes:
    return f"S {state} {value.quantize(like):>10} g\r\n".encode()


def _text(command: Command, key: str) -> str:
    text = command.get(key)
    if not isinstance(text, str) or not text:
        message = f'"{command["do"]}" needs "{key}", a text.'
        raise InvalidInput(message)
    return text


def _decimal(command: Command, key: str, default: str | None = None) -> Decimal:
    try:
        return Decimal(str(command.get(key, default)))
    except InvalidOperation as error:
        message = f'"{command["do"]}" needs "{key}", a number such as "0.11".'
        raise InvalidInput(message) from error


def _bytes(command: Command, key: str) -> bytes:
    try:
        return bytes.fromhex(_text(command, key))
    except ValueError as error:
        message = f'"{command["do"]}" needs "{key}", bytes in hexadecimal such as "00ff".'
        raise InvalidInput(message) from error
