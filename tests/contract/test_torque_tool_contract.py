"""What every TorqueTool must do, shown with a real peer over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.domain.readings import ReadingKind
from app.ports.devices import DeviceStatus, LinkState, Outcome
from device_drivers.open_protocol.settings import Settings
from device_drivers.open_protocol.simulator.client import Patience
from tests.helpers.tool_rig import PATIENCE, TIMES, Rig, a_rig, a_tool


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with a_rig() as made:
        await made.until_state(LinkState.READY)
        yield made


async def test_a_tool_that_is_not_connected_cannot_be_armed() -> None:
    async with a_rig() as rig:
        result = await rig.tool.arm(12, "0418-77231")
    assert result.outcome is Outcome.OFFLINE
    assert result.words


async def test_after_connecting_the_tool_is_locked_before_anything_else(rig: Rig) -> None:
    connected = rig.story.index("connected")
    assert rig.story[connected + 1] == "disabled"
    assert rig.tool.status.identity is not None
    assert "SIM0001" in rig.tool.status.identity


async def test_arming_selects_waits_for_the_program_and_enables(rig: Rig) -> None:
    result = await rig.tool.arm(7, "0418-77231")
    assert result.is_confirmed
    assert rig.story[-4:] == ["disabled", "identifier", "selected 7", "enabled"]


async def test_arming_twice_with_the_same_program_works(rig: Rig) -> None:
    assert (await rig.tool.arm(12, "a")).is_confirmed
    assert (await rig.tool.arm(12, "b")).is_confirmed


async def test_a_program_the_controller_does_not_have_never_enables_the_tool(rig: Rig) -> None:
    result = await rig.tool.arm(500, "0418-77231")
    assert result.outcome is Outcome.REJECTED
    assert result.code == "02"
    assert result.words == "parameter set is not present"
    assert "enabled" not in rig.story


async def test_a_wrong_program_never_enables_the_tool(rig: Rig) -> None:
    await rig.do(do="select_wrong_next", pset=5)
    result = await rig.tool.arm(12, "0418-77231")
    assert result.outcome is Outcome.REJECTED
    assert result.facts == {"selected": "5", "requested": "12"}
    assert "enabled" not in rig.story


@pytest.mark.parametrize(
    ("program", "identifier"), [(0, "a"), (1000, "a"), (12, "x" * 26), (12, "Größe"), (12, "a\nb")]
)
async def test_what_the_protocol_cannot_say_is_rejected(
    rig: Rig, program: int, identifier: str
) -> None:
    result = await rig.tool.arm(program, identifier)
    assert result.outcome is Outcome.REJECTED
    assert result.words
    assert "enabled" not in rig.story


async def test_disarming_disables_and_may_be_done_twice(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    assert (await rig.tool.disarm()).is_confirmed
    assert (await rig.tool.disarm()).is_confirmed
    assert rig.simulator.controller.is_enabled is False


async def test_a_program_changed_at_the_controller_locks_the_armed_tool(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="select", pset=5)
    status = await rig.until_state(LinkState.DEGRADED)
    assert status.detail == "program 5 was selected instead of 12"
    assert rig.simulator.controller.is_enabled is False


async def test_a_locked_tool_makes_no_result(rig: Rig) -> None:
    await rig.do(do="tighten")
    assert rig.story[-1] == "refused"
    assert rig.log.readings == {}


async def test_a_result_is_durable_before_it_is_acknowledged(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="tighten", torque="25.10", angle=59)
    await rig.until_happened("acknowledged 1")
    assert rig.story.index("stored 1") < rig.story.index("acknowledged 1")
    reading = rig.log.readings[1, "1"]
    assert (reading.kind, reading.ok, reading.program) == (ReadingKind.TIGHTENING, True, "12")
    assert reading.identifiers == ("0418-77231",)
    assert [str(quantity.value) for quantity in reading.values] == ["25.10", "59.00"]


async def test_a_result_that_cannot_be_stored_is_not_acknowledged_and_locks_the_tool(
    rig: Rig,
) -> None:
    await rig.tool.arm(12, "0418-77231")
    rig.log.is_full = True
    await rig.do(do="tighten")
    await rig.until_happened("not stored")
    status = await rig.until_state(LinkState.DEGRADED)
    assert status.detail is not None
    assert "no space left" in status.detail
    await rig.until_happened("disabled", times=3)
    assert (await rig.tool.arm(12, "0418-77231")).code == "storage"
    assert "acknowledged 1" not in rig.story
    rig.log.is_full = False
    await rig.until_happened("acknowledged 1")
    assert (await rig.until_state(LinkState.READY)).detail is None
    assert list(rig.log.readings) == [(1, "1")]


@pytest.mark.parametrize("fault", ["duplicate_next", "swallow_ack"])
async def test_a_result_sent_twice_is_acknowledged_twice_and_stored_once(
    rig: Rig, fault: str
) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do=fault)
    await rig.do(do="tighten")
    await rig.until_happened("repeat 1")
    await rig.until_happened("acknowledged 1")
    assert list(rig.log.readings) == [(1, "1")]


async def test_a_loosening_is_no_tightening(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="loosen")
    await rig.until_happened("acknowledged 1")
    assert rig.log.readings[1, "1"].kind is ReadingKind.LOOSENING
    assert rig.log.readings[1, "1"].ok is False


async def test_a_curve_follows_its_result(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="tighten", torque="25.10", angle=59)
    await rig.until_happened("curve 1")
    assert rig.story.index("stored 1") < rig.story.index("curve 1")
    curve = rig.log.curves[0]
    assert len(curve.angle_deg) == len(curve.torque_nm) > 100
    assert curve.torque_nm[-1] == pytest.approx(25.10)


async def test_a_cut_is_seen_and_results_made_meanwhile_are_fetched(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="tighten", torque="25.01")
    await rig.until_happened("acknowledged 1")
    await rig.do(do="cut", seconds=0.1)
    # A lost link does not lock the tool: the operator goes on.
    await rig.do(do="tighten", torque="25.02")
    await rig.do(do="tighten", torque="25.03")
    lost = await rig.until_state(LinkState.DISCONNECTED)
    assert lost.detail
    assert (await rig.tool.arm(12, "x")).outcome is Outcome.OFFLINE
    await rig.until_state(LinkState.READY)
    fetched = [rig.log.readings[1, number] for number in ("2", "3")]
    assert [str(reading.values[0].value) for reading in fetched] == ["25.02", "25.03"]
    assert [reading.backfilled for reading in fetched] == [True, True]
    assert rig.simulator.controller.is_enabled is False


async def test_a_result_lost_at_the_controller_becomes_a_gap(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    await rig.do(do="tighten")
    await rig.until_happened("acknowledged 1")
    await rig.do(do="cut", seconds=0.1)
    for _ in range(3):
        await rig.do(do="tighten")
    await rig.do(do="forget", result_id=2)
    await rig.do(do="forget", result_id=3)
    await rig.until_happened("stored 4")
    assert rig.log.readings[1, "2-3"].kind is ReadingKind.GAP
    assert rig.log.readings[1, "4"].backfilled


async def test_ids_that_start_over_begin_a_new_epoch(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    for number in ("1", "2"):
        await rig.do(do="tighten")
        await rig.until_happened(f"acknowledged {number}")
    await rig.do(do="reset_ids")
    await rig.do(do="tighten")
    await rig.until_happened("acknowledged 1", times=2)
    assert list(rig.log.readings) == [(1, "1"), (1, "2"), (2, "1")]


async def test_an_idle_link_is_kept_alive_by_both(rig: Rig) -> None:
    # Three times the silence either side would tolerate.
    await asyncio.sleep(3 * PATIENCE.silence_s)
    assert rig.tool.status.state is LinkState.READY
    assert rig.story.count("connected") == 1


async def test_a_controller_that_falls_silent_is_given_up_and_found_again() -> None:
    async with a_rig(patience=Patience(resend_s=0.1, silence_s=30.0)) as rig:
        await rig.until_state(LinkState.READY)
        await rig.do(do="silence", seconds=0.8)
        lost = await rig.until_state(LinkState.DISCONNECTED)
        assert lost.detail is not None
        assert "nothing heard" in lost.detail
        await rig.until_state(LinkState.READY)


async def test_a_controller_busy_with_another_client_is_tried_again_later(rig: Rig) -> None:
    statuses: list[DeviceStatus] = []
    second = a_tool(
        Settings("T-08", "127.0.0.1", rig.simulator.port, times=TIMES), rig.log, statuses.append
    )
    running = asyncio.create_task(second.run())
    await rig.until_happened("turned away", times=2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    details = [status.detail for status in statuses if status.detail]
    assert any("another client is connected already" in detail for detail in details)
    assert rig.tool.status.state is LinkState.READY


async def test_an_old_controller_is_served_in_the_revision_it_knows() -> None:
    async with a_rig() as rig:
        for mid in (1, 60, 64):
            await rig.do(do="limit_revision", mid=mid, revision=1)
        await rig.until_state(LinkState.READY)
        await rig.tool.arm(12, "0418-77231")
        await rig.do(do="tighten", torque="25.10")
        await rig.until_happened("acknowledged 1")
        assert str(rig.log.readings[1, "1"].values[0].value) == "25.10"


async def test_a_controller_that_cannot_give_old_results_still_works() -> None:
    async with a_rig() as rig:
        await rig.do(do="limit_revision", mid=64, revision=0)
        await rig.until_state(LinkState.READY)
        await rig.tool.arm(12, "0418-77231")
        await rig.do(do="tighten")
        await rig.until_happened("acknowledged 1")
        await rig.do(do="cut", seconds=0.05)
        await rig.do(do="tighten")
        await rig.until_state(LinkState.DISCONNECTED)
        await rig.until_state(LinkState.READY)
        await rig.tool.arm(12, "0418-77231")
        await rig.do(do="tighten")
        await rig.until_happened("acknowledged 3")
        kinds = [reading.kind for reading in rig.log.readings.values()]
        assert kinds == [ReadingKind.TIGHTENING, ReadingKind.GAP, ReadingKind.TIGHTENING]


async def test_an_alarm_is_shown(rig: Rig) -> None:
    await rig.do(do="alarm", code="E404")
    status = await rig.until_state(LinkState.DEGRADED)
    assert status.detail == "the controller raised alarm E404: Alarm E404"


async def test_leaving_locks_the_tool_and_says_goodbye() -> None:
    async with a_rig() as rig:
        await rig.until_state(LinkState.READY)
        await rig.tool.arm(12, "0418-77231")
        controller = rig.simulator.controller
        assert controller.is_enabled
    assert not controller.is_enabled
    assert rig.story[-1] == "disconnected"
