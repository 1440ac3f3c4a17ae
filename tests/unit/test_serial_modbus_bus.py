"""One Modbus line: whatever comes over it, the answer is right or there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymodbus.framer import FramerRTU, FramerSocket
from pymodbus.pdu import DecodePDU

from app.domain.errors import DeviceFault, DeviceOffline, DeviceTimeout
from device_drivers.serial.modbus.bus import ModbusBus
from device_drivers.transport import OnBytes, OnLost

#: Device 1 answers registers 0x1234 and 0x5678.
ANSWER_RTU = FramerRTU(DecodePDU(is_server=False)).encode(b"\x03\x04\x12\x34\x56\x78", 1, 0)


@dataclass
class FakeLine:
    """Says ``says`` to every question, in the pieces given."""

    says: Callable[[bytes], list[bytes]]
    heard: list[bytes] = field(default_factory=list)
    on_bytes: OnBytes = lambda _: None
    on_lost: OnLost = lambda _: None

    async def open(self, on_bytes: OnBytes, on_lost: OnLost) -> FakeLine:
        self.on_bytes, self.on_lost = on_bytes, on_lost
        return self

    async def write(self, payload: bytes) -> None:
        self.heard.append(payload)
        for piece in self.says(payload):
            self.on_bytes(piece)

    async def close(self) -> None:
        return


def rtu(*pieces: bytes, timeout_s: float = 0.01) -> ModbusBus:
    line = FakeLine(lambda _: list(pieces))
    return ModbusBus("line", line.open, FramerRTU(DecodePDU(is_server=False)), timeout_s=timeout_s)


@given(st.lists(st.binary(max_size=40), max_size=4))
@settings(max_examples=40)
def test_no_bytes_on_the_line_give_another_exception_than_a_devices(pieces: list[bytes]) -> None:
    async def ask() -> None:
        try:
            words = await rtu(*pieces, timeout_s=0.001).read(1, "holding", 0, 2)
        except DeviceFault:
            return
        assert len(words) == 2

    asyncio.run(ask())


@given(cut=st.integers(0, len(ANSWER_RTU)))
@settings(max_examples=20)
def test_an_answer_in_pieces_is_an_answer(cut: int) -> None:
    async def ask() -> tuple[int, ...]:
        return await rtu(ANSWER_RTU[:cut], ANSWER_RTU[cut:]).read(1, "holding", 0, 2)

    assert asyncio.run(ask()) == (0x1234, 0x5678)


async def test_an_answer_of_another_device_is_not_taken() -> None:
    with pytest.raises(DeviceTimeout, match="device 2 did not answer"):
        await rtu(ANSWER_RTU).read(2, "holding", 0, 2)


async def test_an_answer_with_a_wrong_checksum_is_not_taken() -> None:
    with pytest.raises(DeviceTimeout):
        await rtu(ANSWER_RTU[:-1] + b"\x00").read(1, "holding", 0, 2)


async def test_an_answer_to_an_earlier_question_over_tcp_is_not_taken() -> None:
    framer = FramerSocket(DecodePDU(is_server=False))

    def say(question: bytes) -> list[bytes]:
        number = int.from_bytes(question[:2], "big")
        late = framer.encode(b"\x03\x02\x00\x01", 1, number - 1)
        return [late + framer.encode(b"\x03\x02\x00\x02", 1, number)]

    bus = ModbusBus("line", FakeLine(say).open, framer, timeout_s=0.01)
    assert await bus.read(1, "holding", 0, 1) == (2,)


async def test_a_line_that_breaks_before_the_answer_is_said_and_opened_again() -> None:
    line = FakeLine(lambda _: [])
    bus = ModbusBus("line", line.open, FramerRTU(DecodePDU(is_server=False)), timeout_s=5)
    asking = asyncio.ensure_future(bus.read(1, "holding", 0, 2))
    while not line.heard:
        await asyncio.wait({asking}, timeout=0)
    line.on_lost(OSError("pulled"))
    with pytest.raises(DeviceOffline, match="pulled"):
        await asking
    line.says = lambda _: [ANSWER_RTU]
    assert await bus.read(1, "holding", 0, 2) == (0x1234, 0x5678)
