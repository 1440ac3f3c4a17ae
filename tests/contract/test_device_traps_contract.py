"""Traps between a driver and its device that no other suite walks into."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from app.domain.readings import Reading
from app.ports.devices import LinkState
from tests.helpers.tool_rig import Rig, a_rig

pytestmark = pytest.mark.allow_warnings

ALREADY_SUBSCRIBED = 9


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with a_rig() as made:
        await made.until_state(LinkState.READY)
        yield made


def said(reading: Reading) -> str:
    """The controller's own time, which has no zone: date and time with a blank between."""
    return (reading.at_device or "").replace(":", " ", 1)


async def tighten(rig: Rig, number: int) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="tighten", torque="25.10", angle=59)
    await rig.until(lambda: len(rig.log.readings) >= number)


@pytest.mark.parametrize("seconds", [-3600, 3600], ids=["back", "forward"])
async def test_a_controller_s_clock_that_is_set_changes_neither_order_nor_epoch(
    rig: Rig, seconds: int
) -> None:
    await tighten(rig, 1)
    await rig.do(do="clock", seconds=seconds)
    await tighten(rig, 2)
    await rig.do(do="clock", to="1970-01-01:00:00:00")
    await tighten(rig, 3)
    readings = list(rig.log.readings.values())
    assert [(r.epoch, r.result_id) for r in readings] == [(1, "1"), (1, "2"), (1, "3")]
    first, second, third = (datetime.fromisoformat(said(r)) for r in readings)
    assert abs((second - first).total_seconds()) > 3000
    assert third.year == 1970
    received = [r.received_at for r in readings]
    assert received == sorted(received)
    assert rig.log.alarms == []


@pytest.mark.parametrize("seconds", [-7200, 7200], ids=["back", "forward"])
async def test_how_far_the_controller_s_clock_is_off_goes_with_its_results(
    rig: Rig, seconds: int
) -> None:
    await tighten(rig, 1)
    await rig.do(do="clock", seconds=seconds)
    await rig.do(do="cut", seconds=0.05)
    await rig.until_state(LinkState.DISCONNECTED)
    await rig.until_state(LinkState.READY)
    await tighten(rig, 2)
    before, after = (r.clock_ahead_s for r in rig.log.readings.values())
    assert before is not None
    assert after is not None
    assert abs(after - before - seconds) < 600


async def test_a_controller_that_does_not_tell_its_time_is_worked_with_all_the_same(
    rig: Rig,
) -> None:
    await rig.do(do="refuse", mid=80, code=99, times=1)
    await rig.do(do="cut", seconds=0.05)
    await rig.until_state(LinkState.DISCONNECTED)
    await rig.until_state(LinkState.READY)
    await tighten(rig, 1)
    (reading,) = rig.log.readings.values()
    assert reading.clock_ahead_s is None


async def test_a_subscription_another_client_made_is_used_and_said(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    await rig.do(do="refuse", mid=60, code=ALREADY_SUBSCRIBED, times=1)
    await rig.do(do="cut", seconds=0.05)
    await rig.until_state(LinkState.DISCONNECTED)
    await rig.until_state(LinkState.READY)
    assert "its results are another client's too" in caplog.text
