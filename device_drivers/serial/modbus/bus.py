"""One Modbus line with everybody on it: one question at a time, whoever asks.

A device that does not answer costs its own time-out and nothing else: the line stays open.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from pymodbus.exceptions import ModbusException
from pymodbus.framer import FramerSocket
from pymodbus.pdu.bit_message import (
    ReadCoilsRequest,
    ReadDiscreteInputsRequest,
    WriteSingleCoilRequest,
)
from pymodbus.pdu.exceptionresponse import ExceptionResponse
from pymodbus.pdu.register_message import (
    ReadHoldingRegistersRequest,
    ReadInputRegistersRequest,
    WriteSingleRegisterRequest,
)

from app.domain.errors import DeviceOffline, DeviceRefused, DeviceTimeout
from device_drivers.transport import OnBytes, OnLost, Transport

if TYPE_CHECKING:
    from pymodbus.framer.base import FramerBase
    from pymodbus.pdu import ModbusPDU

OpenLine: TypeAlias = Callable[[OnBytes, OnLost], Awaitable[Transport]]
T = TypeVar("T")

TIMEOUT_S = 0.5
#: Nothing legal is longer.
MOST_BYTES = 264
_WORDS = {
    1: "it does not know this function",
    2: "it has no such address; check the register map",
    3: "it does not accept this value",
    4: "it failed",
    5: "it is still at it",
    6: "it is busy",
    10: "the gateway has no path to it",
    11: "it did not answer its gateway; check its number and its power",
}
_READ_REQUESTS = {
    "holding": ReadHoldingRegistersRequest,
    "input": ReadInputRegistersRequest,
    "coil": ReadCoilsRequest,
    "discrete": ReadDiscreteInputsRequest,
}
BITS = frozenset({"coil", "discrete"})


class ModbusBus:
    """A line opened when somebody asks, and again after it was lost.

    ``quiet_s`` is the silence that RTU wants between two frames.
    """

    def __init__(
        self,
        name: str,
        open_line: OpenLine,
        framer: FramerBase,
        *,
        timeout_s: float = TIMEOUT_S,
        quiet_s: float = 0.0,
        setting: str = "",
    ) -> None:
        self._name = name
        self._open_line = open_line
        self._framer = framer
        self._timeout_s = timeout_s
        self._quiet_s = quiet_s
        # RTU knows its answers by the device alone.
        self._is_numbered = isinstance(framer, FramerSocket)
        self._turn = asyncio.Lock()
        self._line: Transport | None = None
        self._received = b""
        self._asked: ModbusPDU | None = None
        self._answer: asyncio.Future[ModbusPDU] | None = None
        self._count = 0
        #: What all its devices must agree on, in words.
        self.setting = setting
        #: Whoever uses the line; the last one to leave closes it.
        self.users = 0

    async def read(self, device: int, table: str, address: int, count: int) -> tuple[int, ...]:
        """``count`` registers, or coils as 0 and 1.

        Raises:
            DeviceOffline: the line cannot be opened or broke.
            DeviceTimeout: the device did not answer.
            DeviceRefused: it answered with a Modbus exception.
        """
        answer = await self._ask(device, _READ_REQUESTS[table](address=address, count=count))
        values = answer.bits if table in BITS else answer.registers
        if len(values) < count:
            detail = f"device {device} answered with {len(values)} values instead of {count}"
            raise DeviceRefused(self._name, detail)
        return tuple(int(value) for value in values[:count])

    async def write(self, device: int, table: str, address: int, value: int) -> None:
        """Write one coil or holding register.  Raises as ``read``."""
        if table == "coil":
            await self._ask(device, WriteSingleCoilRequest(address=address, bits=[bool(value)]))
        else:
            await self._ask(device, WriteSingleRegisterRequest(address=address, registers=[value]))

    async def close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            await line.close()

    async def _ask(self, device: int, request: ModbusPDU) -> ModbusPDU:
        async with self._turn:
            answer = await self._exchange(device, request)
        if isinstance(answer, ExceptionResponse):
            code = answer.exception_code
            words = _WORDS.get(code, "see its manual")
            detail = f"device {device} refused with Modbus exception {code}: {words}"
            raise DeviceRefused(self._name, detail)
        return answer

    async def _exchange(self, device: int, request: ModbusPDU) -> ModbusPDU:
        if self._line is None:
            self._line = await self._open_line(self._take, self._lost)
        # What comes late, after its time-out, is gone with the silence before the next question.
        await asyncio.sleep(self._quiet_s)
        self._count = self._count % 0xFFFF + 1
        request.dev_id, request.transaction_id = device, self._count
        self._received, self._asked = b"", request
        answer: asyncio.Future[ModbusPDU] = asyncio.get_running_loop().create_future()
        self._answer = answer
        try:
            await self._line.write(self._framer.buildFrame(request))
            async with asyncio.timeout(self._timeout_s):
                return await answer
        except TimeoutError as error:
            detail = f"device {device} did not answer within {self._timeout_s:g} s"
            raise DeviceTimeout(self._name, detail) from error
        finally:
            self._answer = None

    def _take(self, chunk: bytes) -> None:
        self._received = (self._received + chunk)[-MOST_BYTES:]
        while self._answer is not None and not self._answer.done():
            try:
                used, device, number, body = self._framer.decode(self._received)
            except (ModbusException, IndexError):
                used, device, number, body = len(self._received), 0, 0, b""
            if not used:
                return
            self._received = self._received[used:]
            if body and self._is_awaited(device, number, body[0]):
                self._settle(body)

    def _is_awaited(self, device: int, number: int, function: int) -> bool:
        asked = self._asked
        if asked is None or device != asked.dev_id:
            return False
        is_same_number = not self._is_numbered or number == asked.transaction_id
        return is_same_number and function & 0x7F == asked.function_code

    def _settle(self, body: bytes) -> None:
        decoded = self._framer.decoder.decode(body)
        if decoded is not None and self._answer is not None:
            self._answer.set_result(decoded)

    def _lost(self, error: Exception | None) -> None:
        self._line = None
        why = "the line closed" if error is None else f"the line broke ({error})"
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(DeviceOffline(self._name, why))
