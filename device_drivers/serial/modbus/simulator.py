"""A simulated measuring amplifier with the registers of the map ``handshake``.

RTU on a pseudo-terminal (``--link``) or TCP (``--port``).  Control lines: ``{"do": "measure",
"value": "0.110"}``, ``{"do": "error"}`` (no probe), ``{"do": "distrust", "on": true}``,
``{"do": "silence", "on": true}`` and ``{"do": "quit"}``; over RTU also ``garbage``, ``unplug``.
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pymodbus.framer import FramerRTU, FramerSocket
from pymodbus.pdu import DecodePDU
from pymodbus.pdu.bit_message import (
    ReadCoilsRequest,
    ReadCoilsResponse,
    ReadDiscreteInputsRequest,
    ReadDiscreteInputsResponse,
    WriteSingleCoilRequest,
    WriteSingleCoilResponse,
)
from pymodbus.pdu.exceptionresponse import ExceptionResponse
from pymodbus.pdu.register_message import ReadInputRegistersRequest, ReadInputRegistersResponse

from app.domain.errors import InvalidInput
from device_drivers.serial.simulated_wires import Says, number_in
from device_drivers.serial.simulator import FREE_RUN_S, SerialDeviceSimulator
from device_drivers.simulator_control import LOCAL, Command, Control, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

    from pymodbus.framer.base import FramerBase
    from pymodbus.pdu import ModbusPDU

ILLEGAL_FUNCTION, ILLEGAL_ADDRESS = 1, 2
STEP = Decimal("0.001")
NO_PROBE = -(2**31)
VALUE, READY, DISTRUSTED, TAKEN = 0, 0, 1, 0


class SimulatedAmplifier:
    """The registers, and what a Modbus request makes of them; ``device`` is its number.

    A value waits until the one before was taken and the acknowledgement withdrawn.
    """

    def __init__(self, framer: type[FramerBase] = FramerRTU, *, device: int = 1) -> None:
        self._framer = framer(DecodePDU(is_server=True))
        self._device = device
        self._received = b""
        self._counts = 0
        self._waiting: deque[int] = deque()
        self._inputs = [False, False]
        self._taken = False
        self._is_silent = False

    @property
    def is_idle(self) -> bool:
        """Whether every value was taken and the handshake is over."""
        return not (self._inputs[READY] or self._waiting or self._taken)

    def commands(self) -> Says:
        return {
            "measure": lambda c: self.measure(number_in(c, "value")),
            "error": lambda _: self._show(NO_PROBE),
            "distrust": self._distrust,
            "silence": self._silence,
        }

    def measure(self, value: Decimal) -> bytes:
        return self._show(int(value / STEP))

    def answer(self, request: bytes) -> bytes:
        self._received += request
        answers = b""
        while self._received:
            used, device, number, body = self._framer.decode(self._received)
            if not used:
                break
            self._received = self._received[used:]
            answers += self._answer_one(device, number, body) if body else b""
        return answers

    def sample(self, chance: random.Random) -> bytes:
        return self.measure(Decimal(f"{chance.gauss(0.11, 0.01):.3f}"))

    def _answer_one(self, device: int, number: int, body: bytes) -> bytes:
        asked = self._framer.decoder.decode(body)
        if asked is None or device != self._device or self._is_silent:
            return b""
        answer = self._carry_out(asked)
        answer.dev_id, answer.transaction_id = device, number
        return self._framer.buildFrame(answer)

    def _carry_out(self, asked: ModbusPDU) -> ModbusPDU:
        end = asked.address + asked.count
        match asked:
            case ReadInputRegistersRequest() if end <= VALUE + 2:
                words = [self._counts >> 16 & 0xFFFF, self._counts & 0xFFFF]
                return ReadInputRegistersResponse(registers=words[asked.address : end])
            case ReadDiscreteInputsRequest() if end <= len(self._inputs):
                return ReadDiscreteInputsResponse(bits=self._inputs[asked.address : end])
            case ReadCoilsRequest() if end <= TAKEN + 1:
                return ReadCoilsResponse(bits=[self._taken])
            case WriteSingleCoilRequest() if asked.address == TAKEN:
                self._taken = bool(asked.bits[0])
                self._go_on()
                return WriteSingleCoilResponse(address=TAKEN, bits=[self._taken])
        return ExceptionResponse(asked.function_code, ILLEGAL_ADDRESS)

    def _show(self, counts: int) -> bytes:
        self._waiting.append(counts)
        self._go_on()
        return b""

    def _go_on(self) -> None:
        if self._taken:
            self._inputs[READY] = False
        elif self._waiting and not self._inputs[READY]:
            self._counts = self._waiting.popleft()
            self._inputs[READY] = True

    def _distrust(self, command: Command) -> bytes:
        self._inputs[DISTRUSTED] = bool(command.get("on", True))
        return b""

    def _silence(self, command: Command) -> bytes:
        self._is_silent = bool(command.get("on", True))
        return b""


class ModbusTcpSimulator:
    """The amplifier behind TCP."""

    def __init__(self, wire: SimulatedAmplifier) -> None:
        self._wire = wire
        self._server: asyncio.Server | None = None

    async def listen(self, port: int = 0) -> int:
        """Begin to serve; returns the port."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Client(self._wire), LOCAL, port)
        listening: int = self._server.sockets[0].getsockname()[1]
        return listening

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    async def do(self, command: Command) -> None:
        says = self._wire.commands()
        say = says.get(command["do"])
        if say is None:
            message = f"There is no {command['do']!r} here; use {', '.join(says)} or quit."
            raise InvalidInput(message)
        say(command)

    async def free_run(self, chance: random.Random) -> None:
        while True:
            await asyncio.sleep(FREE_RUN_S)
            self._wire.sample(chance)


class _Client(asyncio.Protocol):
    """One that asks over TCP."""

    def __init__(self, wire: SimulatedAmplifier) -> None:
        self._wire = wire
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(self._wire.answer(data))


def main(args: argparse.Namespace) -> int:
    """Run on ``args.link`` or ``args.port`` until told to quit."""
    return asyncio.run(_over_tcp(args) if args.port is not None else _over_rtu(args))


async def _over_tcp(args: argparse.Namespace) -> int:
    device = ModbusTcpSimulator(SimulatedAmplifier(FramerSocket))
    port = await device.listen(args.port)
    url = f"modbus+tcp://{LOCAL}:{port}?device=1&profile=handshake"
    emit_line({"event": "listening", "kind": args.kind, "port": port, "url": url})
    try:
        await _control(args, device, device.free_run)
    finally:
        device.close()
    return 0


async def _over_rtu(args: argparse.Namespace) -> int:
    link = Path(args.link) if args.link else None
    device = SerialDeviceSimulator(SimulatedAmplifier(), link=link, emit=emit_line)
    path = device.plug_in()
    url = f"modbus+rtu://{path}?device=1&profile=handshake"
    emit_line({"event": "listening", "kind": args.kind, "link": path, "url": url})
    serving = asyncio.create_task(device.serve())
    try:
        await _control(args, device, device.free_run)
    finally:
        serving.cancel()
        device.unplug()
    return 0


async def _control(
    args: argparse.Namespace,
    device: ModbusTcpSimulator | SerialDeviceSimulator,
    free_run: Callable[[random.Random], Awaitable[None]],
) -> None:
    # Not for secrets: a seed makes a demonstration repeatable.
    chance = random.Random(args.seed)  # noqa: S311
    await Control(device, emit=emit_line).run(
        script=Path(args.script) if args.script else None,
        is_manual=args.manual,
        free_run=lambda: free_run(chance),
    )
