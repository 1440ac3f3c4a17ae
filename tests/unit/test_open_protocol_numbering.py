"""Numbered telegrams: taken, repeated, lost, and never overtaken by an answer."""

from __future__ import annotations

import asyncio

import pytest

from app.domain.errors import DeviceOffline, DeviceTimeout
from device_drivers.open_protocol.fields import FieldFault
from device_drivers.open_protocol.link import Link
from device_drivers.open_protocol.message import Message, accepted, build
from device_drivers.open_protocol.numbering import Numbering
from device_drivers.open_protocol.settings import Times
from tests.helpers.patience import PATIENT_S

TIMES = Times(answer_s=0.5, keep_alive_s=30.0, silence_s=60.0, close_s=0.02, resend_s=0.02)


class FakeWire:
    """Takes what is written; answers by hand."""

    def __init__(self) -> None:
        self.written: list[Message] = []
        self._changed = asyncio.Event()

    async def write(self, payload: bytes) -> None:
        self.written.append(Message(payload.rstrip(b"\0")))
        self._changed.set()

    async def close(self) -> None:
        pass

    async def until(self, count: int) -> None:
        async with asyncio.timeout(PATIENT_S):
            while len(self.written) < count:
                self._changed.clear()
                await self._changed.wait()


def a_numbered_link() -> tuple[Link, FakeWire]:
    link, wire = Link("T-07", TIMES), FakeWire()
    link.start(wire)
    link.begin_numbering()
    return link, wire


def taken(mid: int, following: int) -> bytes:
    return build(9997, b"%04d" % mid).numbered(following).wire


async def test_a_telegram_is_sent_again_with_its_number_until_it_is_taken() -> None:
    link, wire = a_numbered_link()
    asking = asyncio.create_task(link.request(build(42)))
    await wire.until(2)
    assert [message.sequence for message in wire.written] == [1, 1]
    link.on_bytes(taken(42, 2) + accepted(42).numbered(1).wire)
    assert (await asking).mid == 5
    await wire.until(3)
    assert (wire.written[-1].mid, wire.written[-1].sequence) == (9997, 2)
    await link.close()


async def test_one_that_is_never_taken_ends_the_link() -> None:
    link, wire = a_numbered_link()
    with pytest.raises(DeviceTimeout, match="never acknowledged on the link"):
        await link.request(build(42))
    assert len(wire.written) == 4
    assert link.is_lost


async def test_an_event_is_taken_when_it_is_dealt_with_and_a_repeat_only_after_that() -> None:
    link, wire = a_numbered_link()
    result = build(61, b"result").numbered(1)
    link.on_bytes(result.wire + result.wire)
    event = await link.next_event()
    assert wire.written == []
    await link.acknowledge(event, build(62))
    assert [message.mid for message in wire.written] == [9997]
    link.on_bytes(result.wire)
    await wire.until(2)
    assert wire.written[1].frame == wire.written[0].frame
    await link.close()


async def test_a_request_takes_what_waits_first_or_it_would_never_be_answered() -> None:
    link, wire = a_numbered_link()
    link.on_bytes(build(61, b"result").numbered(1).wire)
    event = await link.next_event()
    asking = asyncio.create_task(link.request(build(64, b"0000000007"), answers={65}))
    await wire.until(2)
    assert [message.mid for message in wire.written] == [9997, 64]
    link.on_bytes(taken(64, 2) + build(65, b"old").numbered(2).wire)
    assert (await asking).body == b"old"
    before = len(wire.written)
    await link.acknowledge(event, build(62))
    assert all(message.mid == 9997 for message in wire.written[before:])
    await link.close()


@pytest.mark.parametrize(
    "wire_bytes",
    [build(61, b"result").numbered(3).wire, build(9998, b"00610003").numbered(1).wire],
    ids=["one before it is missing", "the controller missed one"],
)
async def test_a_number_out_of_order_ends_the_link(wire_bytes: bytes) -> None:
    link, _ = a_numbered_link()
    link.on_bytes(wire_bytes)
    assert link.is_lost
    with pytest.raises(DeviceOffline):
        await link.next_event()


async def test_parts_of_a_message_are_taken_one_by_one_and_joined() -> None:
    link, wire = a_numbered_link()

    def part(number: int, body: bytes) -> bytes:
        frame = build(1202, body).numbered(number).frame
        return Message(frame[:18] + b"2%d" % number + frame[20:]).wire

    link.on_bytes(part(1, b"one "))
    await wire.until(1)
    link.on_bytes(part(2, b"two"))
    assert (await link.next_event()).body == b"one two"
    await link.close()


async def test_numbers_go_from_99_to_1() -> None:
    sent: list[Message] = []
    numbering: Numbering

    async def write(message: Message) -> None:
        sent.append(message)
        numbering.answered(build(9997, b"0042").numbered(message.sequence % 99 + 1))

    numbering = Numbering("T-07", write, 1.0)
    numbering.begin()
    for _ in range(100):
        await numbering.send(build(42))
    assert [message.sequence for message in sent[97:]] == [98, 99, 1]
    for number in (*range(1, 100), 1):
        assert numbering.arrived(build(61).numbered(number))[0]
    with pytest.raises(FieldFault):
        numbering.arrived(build(61).numbered(7))
