"""One connection: answers find their requests, and doubt ends the link."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.domain.errors import DeviceOffline, DeviceTimeout
from device_drivers.open_protocol.link import MAX_EVENTS, Link
from device_drivers.open_protocol.message import Message, accepted, build, refused
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.settings import Times
from tests.helpers.patience import PATIENT_S

TIMES = Times(answer_s=0.1, keep_alive_s=0.02, silence_s=0.2, close_s=0.05)
KEEP_ALIVE = build(9999).wire
RESULT_ACK = build(62).wire


class FakeWire:
    """Takes what is written; ``sent`` wakes whoever waits for something in particular."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.is_closed = False
        self._changed = asyncio.Event()

    async def write(self, payload: bytes) -> None:
        self.written.append(payload)
        self._changed.set()

    async def close(self) -> None:
        self.is_closed = True

    async def sent(self, payload: bytes) -> None:
        async with asyncio.timeout(PATIENT_S):
            while payload not in self.written:
                self._changed.clear()
                await self._changed.wait()


@pytest.fixture
def wire() -> FakeWire:
    return FakeWire()


@pytest.fixture
async def link(wire: FakeWire) -> AsyncIterator[Link]:
    made = Link("T-07", TIMES)
    made.start(wire)
    yield made
    await made.close()


async def test_no_answer_ends_the_link(link: Link) -> None:
    with pytest.raises(DeviceTimeout, match="no answer to 0060"):
        await link.request(build(60))
    assert link.is_lost
    with pytest.raises(DeviceOffline):
        await link.request(build(60))


async def test_a_refusal_carries_its_code_and_words(link: Link, wire: FakeWire) -> None:
    asking = asyncio.create_task(link.request(build(18, b"500")))
    await wire.sent(build(18, b"500").wire)
    link.on_bytes(refused(18, 2).wire)
    with pytest.raises(Refused) as refusal:
        await asking
    assert (refusal.value.mid, refusal.value.error) == (18, 2)
    assert refusal.value.words == "parameter set is not present"


async def test_an_answer_to_something_else_is_no_answer(link: Link, wire: FakeWire) -> None:
    asking = asyncio.create_task(link.request(build(43)))
    await wire.sent(build(43).wire)
    link.on_bytes(accepted(42).wire + refused(60, 9).wire)
    link.on_bytes(accepted(43).wire)
    assert (await asking).frame == accepted(43).frame


async def test_requests_wait_for_each_other(link: Link, wire: FakeWire) -> None:
    first = asyncio.create_task(link.request(build(42)))
    second = asyncio.create_task(link.request(build(43)))
    await wire.sent(build(42).wire)
    assert build(43).wire not in wire.written
    link.on_bytes(accepted(42).wire)
    await first
    await wire.sent(build(43).wire)
    link.on_bytes(accepted(43).wire)
    await second


async def test_an_event_between_request_and_answer_is_kept(link: Link, wire: FakeWire) -> None:
    asking = asyncio.create_task(link.request(build(42)))
    await wire.sent(build(42).wire)
    link.on_bytes(build(61, b"result").wire + accepted(42).wire)
    await asking
    assert (await link.next_event()).body == b"result"


async def test_garbage_ends_the_link_after_what_came_before_it(link: Link) -> None:
    link.on_bytes(build(61, b"result").wire + b"garbage!")
    assert link.is_lost
    assert (await link.next_event()).body == b"result"
    with pytest.raises(DeviceOffline, match="must be digits"):
        await link.next_event()


async def test_silence_ends_the_link_in_spite_of_keep_alives(link: Link, wire: FakeWire) -> None:
    with pytest.raises(DeviceTimeout, match="nothing heard"):
        await link.next_event()
    assert KEEP_ALIVE in wire.written


async def test_a_closed_connection_wakes_a_waiting_request(link: Link, wire: FakeWire) -> None:
    asking = asyncio.create_task(link.request(build(42)))
    await wire.sent(build(42).wire)
    link.on_lost(None)
    with pytest.raises(DeviceOffline, match="closed the connection"):
        await asking


async def test_a_keep_alive_never_overtakes_an_acknowledgement(link: Link, wire: FakeWire) -> None:
    link.on_bytes(build(61, b"result").wire)
    event: Message = await link.next_event()
    assert event.mid == 61
    # Storing takes several times as long as the link may be idle.
    await asyncio.sleep(5 * TIMES.keep_alive_s)
    assert wire.written == []
    await link.send(build(62))
    link.event_done()
    await wire.sent(KEEP_ALIVE)
    assert wire.written[:2] == [RESULT_ACK, KEEP_ALIVE]


async def test_closing_says_goodbye_once(wire: FakeWire) -> None:
    link = Link("T-07", TIMES)
    link.start(wire)
    closing = asyncio.create_task(link.close())
    await wire.sent(build(3).wire)
    link.on_bytes(accepted(3).wire)
    await closing
    await link.close()
    assert wire.written.count(build(3).wire) == 1
    assert wire.is_closed


async def test_an_answer_that_comes_while_we_say_goodbye_is_nothing_to_be_told(
    link: Link, wire: FakeWire, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    closing = asyncio.create_task(link.close())
    await wire.sent(build(3).wire)
    link.on_bytes(accepted(42).wire + accepted(3).wire)
    await closing
    link.on_bytes(accepted(3).wire)
    assert "unexpected" not in caplog.text


async def test_an_answer_nobody_waits_for_is_told(
    link: Link, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    link.on_bytes(accepted(42).wire)
    assert "unexpected" in caplog.text


async def test_a_controller_that_may_be_silent_is_not_given_up(wire: FakeWire) -> None:
    link = Link("T-07", Times(keep_alive_s=0.01, silence_s=0.0, close_s=0.02))
    link.start(wire)
    await wire.sent(KEEP_ALIVE)
    wire.written.clear()
    await wire.sent(KEEP_ALIVE)
    assert not link.is_lost
    await link.close()


async def test_a_flood_of_events_ends_the_link_and_what_came_before_is_handed_out(
    link: Link,
) -> None:
    link.on_bytes(build(61, b"result").wire * (MAX_EVENTS + 5))
    assert link.is_lost
    for _ in range(MAX_EVENTS):
        assert (await link.next_event()).mid == 61
    with pytest.raises(DeviceOffline, match="without waiting"):
        await link.next_event()
