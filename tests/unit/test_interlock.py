"""The interlock: which pull of the trigger counts, and what is done when nobody knows."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import StorageFault
from app.domain.events import CurveAttached, ReadingUnassigned, TighteningRecorded
from app.domain.readings import Curve, Quantity, ReadingKind
from app.domain.rules import TakeMachineAnswer
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import BADGE, Rig, station_at

REFUSES = CommandResult(Outcome.REJECTED, "79", "command failed")
SILENT = CommandResult(Outcome.TIMED_OUT)
OFFLINE = CommandResult(Outcome.OFFLINE)
CONFIRMED = CommandResult(Outcome.CONFIRMED)
WRONG_LIMITS = (
    Quantity("torque", Decimal(25), "N.m", Decimal(20), Decimal(30)),
    Quantity("angle", Decimal(60), "deg"),
)


def lost(rig: Rig) -> None:
    rig.tool.answer = rig.tool.lock_answer = OFFLINE
    rig.tool.status = DeviceStatus("T-07", LinkState.DISCONNECTED)
    rig.station.device_changed(rig.tool.status)


def back(rig: Rig) -> None:
    rig.tool.answer = rig.tool.lock_answer = CONFIRMED
    rig.tool.status = DeviceStatus("T-07", LinkState.READY)
    rig.station.device_changed(rig.tool.status)


def problem(rig: Rig) -> str | None:
    tool = rig.state.tool
    return None if tool is None or tool.problem is None else tool.problem.code


def uncounted(rig: Rig) -> str | None:
    shown = rig.state.uncounted
    return None if shown is None else shown.code


async def kept(rig: Rig) -> list[str]:
    """Why results were kept without counting, oldest first."""
    return [b.reason for _, b in await rig.record() if isinstance(b, ReadingUnassigned)]


async def good(rig: Rig) -> int:
    bodies = await rig.bodies("0418-77231")
    return sum(b.ok for b in bodies if isinstance(b, TighteningRecorded))


# -- locked unless its own step is open --------------------------------------------------------


async def test_a_tool_is_never_released_before_its_step(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2")
        assert "arm 12 for 0418-77231" not in rig.tool.asked


async def test_signing_out_locks_the_tool_and_signing_in_releases_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.signed_out()
        await rig.until(lambda s: s.tool is None)
        assert rig.tool.asked[-1] == "lock"
        await rig.scan(BADGE)
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)


async def test_leaving_the_unit_locks_the_tool(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.unit_left()
        await rig.until(lambda s: s.tool is None)
        assert rig.tool.asked[-1] == "lock"


async def test_three_failures_lock_the_tool_for_good(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        for number in ("1", "2", "3"):
            await rig.pull(number, "20.00", ok=False)
            await rig.until(lambda s: s.tool is None)
            await rig.station.nok_acknowledged()
            if number != "3":
                await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        assert rig.state.run is not None
        assert rig.state.run.held == "too_many_attempts"
        assert rig.tool.asked[-1] == "lock"


async def test_a_unit_on_hold_stays_so_after_it_was_left(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        for number in ("1", "2", "3"):
            await rig.pull(number, "20.00", ok=False)
            await rig.until(lambda s: s.tool is None)
            await rig.station.nok_acknowledged()
            if number != "3":
                await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await rig.station.unit_left()
        await rig.scan("SN 0418-77231")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "unit.held"


# -- what counts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"program": "11"}, "wrong_program"),
        ({"values": WRONG_LIMITS}, "limits_differ"),
        ({"ok": False}, "device_nok"),
    ],
)
async def test_a_wrong_program_wrong_limits_or_the_tool_s_own_no_is_a_nok(
    tmp_path: Path,
    changes: dict[str, Any],
    reason: str,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", **changes)
        await rig.until(lambda s: s.tool is None)
        bodies = await rig.bodies("0418-77231")
        (recorded,) = [b for b in bodies if isinstance(b, TighteningRecorded)]
        assert (recorded.ok, reason in recorded.reasons) == (False, True)


async def test_a_loosening_is_kept_and_the_bolt_stays_to_do(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", kind=ReadingKind.LOOSENING)
        assert await good(rig) == 0
        assert rig.state.tool is not None
        assert rig.state.tool.is_armed


async def test_a_result_for_another_unit_is_kept_and_said(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", identifiers=("0418-77239",))
        assert (await kept(rig), await good(rig)) == (["other_unit"], 0)
        assert uncounted(rig) == "uncounted.other_unit"
        await rig.pull("2")
        assert await good(rig) == 1
        assert uncounted(rig) is None


async def test_a_result_of_a_refused_tool_is_not_of_this_step(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        rig.tool.answer = REFUSES
        rig.machine.answers.put_nowait(CONFIRMED)
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        await rig.pull("1")
        assert (await kept(rig), await good(rig)) == (["not_armed"], 0)


async def test_one_pull_too_many_never_counts_for_the_next_step(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        # The third comes while the second is still being taken, before the tool is locked.
        await asyncio.gather(rig.pull("2"), rig.pull("3"))
        assert (await kept(rig), await good(rig)) == (["one_too_many"], 2)
        assert rig.step == "backlash"
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "result.not_wanted"


async def test_a_pull_while_a_nok_is_open_does_not_count_and_keeps_the_value_shown(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", "20.00", ok=False)
        await rig.pull("2")
        assert await good(rig) == 0
        assert rig.state.last_reading is not None
        assert rig.state.last_reading.result_id == "1"


async def test_a_tool_that_runs_without_any_unit_is_said_and_an_old_result_is_not(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.pull("1", backfilled=True)
        assert rig.state.refusal is None
        await rig.pull("2")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "result.not_wanted"


# -- when nobody knows whether it is locked ------------------------------------------------------


async def test_what_comes_live_after_a_lost_link_does_not_count_unless_it_names_the_unit(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        lost(rig)
        await rig.pull("1")
        assert (await kept(rig), await good(rig)) == (["not_armed"], 0)
        await rig.pull("2", backfilled=True)
        await rig.pull("3", identifiers=("0418-77231",))
        assert await good(rig) == 2


async def test_a_lost_tool_stays_a_danger_after_the_person_has_gone(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        lost(rig)
        assert problem(rig) == "tool.lost_while_enabled"
        await rig.station.signed_out()
        assert (rig.state.tool, rig.state.loose_tools) == (None, ("T-07",))
        back(rig)
        await rig.until(lambda s: s.loose_tools == ())
        assert rig.tool.asked[-1] == "lock"


@pytest.mark.parametrize("answer", [REFUSES, SILENT])
async def test_a_lock_that_is_not_confirmed_is_a_danger_until_it_is(
    tmp_path: Path, answer: CommandResult
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        rig.tool.lock_answer = answer
        await rig.pull("1", "20.00", ok=False)
        await rig.until(lambda s: s.loose_tools == ("T-07",))
        rig.tool.lock_answer = CONFIRMED
        await rig.station.retry_pressed()
        await rig.until(lambda s: s.loose_tools == ())
        assert (await rig.kinds("0418-77231")).count("tool.locked") == 2


async def test_a_link_lost_in_the_moment_of_the_confirmation_is_a_danger(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        confirm = rig.tool.arm

        async def confirmed_and_gone(program: int, identifier: str) -> CommandResult:
            rig.station.device_changed(DeviceStatus("T-07", LinkState.DISCONNECTED))
            rig.tool.status = DeviceStatus("T-07", LinkState.DISCONNECTED)
            rig.tool.lock_answer = OFFLINE
            return await confirm(program, identifier)

        rig.tool.arm = confirmed_and_gone  # type: ignore[method-assign]
        rig.machine.answers.put_nowait(CONFIRMED)
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        await rig.until(lambda s: s.loose_tools == ("T-07",))
        assert problem(rig) == "tool.lost_while_enabled"


async def test_a_loose_tool_is_told_again_to_lock_without_anybody_s_doing(tmp_path: Path) -> None:
    async with station_at(tmp_path, relock_s=0.0) as rig:
        await rig.to_bolts()
        rig.tool.lock_answer = SILENT
        await rig.station.unit_left()
        await rig.until(lambda s: s.loose_tools == ("T-07",))
        rig.tool.lock_answer = CONFIRMED
        await rig.until(lambda s: s.loose_tools == ())


@pytest.mark.parametrize("state", [LinkState.READY, LinkState.DEGRADED])
async def test_a_tool_that_was_silent_while_it_was_released_is_locked(
    tmp_path: Path, state: LinkState
) -> None:
    async with station_at(tmp_path) as rig:
        rig.tool.status = DeviceStatus("T-07", state)
        rig.tool.answer = SILENT
        rig.machine.answers.put_nowait(CONFIRMED)
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        await rig.tool.locked.wait()
        assert (problem(rig), rig.state.loose_tools) == ("device.timeout", ())


async def test_a_tool_that_is_in_doubt_is_locked_until_a_person_wants_it_again(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        words = "program 3 was selected instead of 12"
        rig.station.device_changed(DeviceStatus("T-07", LinkState.DEGRADED, words))
        await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        assert (problem(rig), rig.tool.asked[-1]) == ("tool.in_doubt", "lock")
        assert rig.state.loose_tools == ()
        await rig.station.retry_pressed()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)


async def test_a_loose_tool_never_releases_itself_for_the_next_unit(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        lost(rig)
        await rig.station.unit_left()
        await rig.scan("SN 0418-77232", "P:HS-200;L:H-2", "P:GS-55;S:GS-2")
        rig.machine.answers.put_nowait(CONFIRMED)
        await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        assert problem(rig) == "tool.lost_while_enabled"
        assert rig.tool.asked.count("arm 12 for 0418-77232") == 0


async def test_a_step_for_a_machine_that_is_not_set_up_says_so(tmp_path: Path) -> None:
    async with station_at(tmp_path, has_machine=False) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        state = await rig.until(lambda s: s.machine is not None)
        assert state.machine is not None
        assert state.machine.problem is not None
        assert state.machine.problem.code == "machine.not_configured"


async def test_a_machine_s_answer_for_a_unit_that_was_left_is_nothing_for_the_next(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        await rig.until(lambda s: s.machine is not None and s.machine.request == "clamp")
        await rig.station.unit_left()
        await rig.scan("SN 0418-77232", "P:HS-200;L:H-2", "P:GS-55;S:GS-2")
        answer = TakeMachineAnswer("clamp", ok=True)
        await rig.station._machine_answered(answer, "M-1", "0418-77231")
        assert rig.step == "place"
        assert "step.confirmed" not in await rig.kinds("0418-77232")


async def test_the_station_s_end_locks_every_tool(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        tool = rig.tool
    assert tool.asked[-1] == "lock"


# -- traps at the station: clocks, traces, double reads, full disks --------------------------


@pytest.mark.parametrize("device_time", [None, "1970-01-01:00:00:07", "2031-02-30:25:61:00"])
async def test_the_device_s_clock_neither_counts_nor_orders(
    tmp_path: Path, device_time: str | None
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", at_device="2026-11-20:09:30:00")
        await rig.pull("2", at_device=device_time)
        bodies = await rig.bodies("0418-77231")
        found = [b.reading for b in bodies if isinstance(b, TighteningRecorded)]
        assert [(r.result_id, r.at_device) for r in found] == [
            ("1", "2026-11-20:09:30:00"),
            ("2", device_time),
        ]
        assert rig.step == "backlash"


async def test_a_trace_that_never_comes_keeps_no_result_waiting_and_a_late_one_finds_its_own(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2", "24.90")
        late = Curve(source="T-07", result_id="1", angle_deg=(0.0,), torque_nm=(0.0,))
        await rig.station.inbox.store_curve(late)
        assert rig.state.curve is None
        attached = [b for _, b in await rig.record() if isinstance(b, CurveAttached)]
        assert [body.result_id for body in attached] == ["1"]


@pytest.mark.allow_warnings
async def test_a_trace_that_cannot_be_kept_locks_the_tool_and_is_not_acknowledged(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        rig.journal.is_broken = True
        curve = Curve(source="T-07", result_id="1", angle_deg=(0.0,), torque_nm=(0.0,))
        with pytest.raises(StorageFault):
            await rig.station.inbox.store_curve(curve)
        assert rig.state.storage_problem is not None
        await rig.tool.locked.wait()


@pytest.mark.parametrize(
    "code", ["P:HS-200;L:H-2", "CMD:CONFIRM", BADGE], ids=["part", "command", "badge"]
)
async def test_a_code_read_twice_in_one_go_is_one_scan(tmp_path: Path, code: str) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", code)
        before, recorded = rig.state, len(await rig.record())
        await rig.station.code_scanned(code, "wedge")
        assert (rig.state.run, rig.state.refusal) == (before.run, before.refusal)
        assert len(await rig.record()) == recorded


async def test_the_same_code_later_is_a_scan_of_its_own(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:HS-200;L:H-2")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "part.not_this_step"


@pytest.mark.parametrize(
    ("counters", "is_stopped"),
    [((1, 2), False), ((5, 7), True), ((3, 1), False), ((2, 2), False), ((None, 4), False)],
    ids=["one more", "one missing", "begun again", "counts OK only", "no counter"],
)
async def test_a_controller_that_counted_more_than_came_stops_the_work(
    tmp_path: Path, counters: tuple[int | None, int], is_stopped: bool
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", kind=ReadingKind.LOOSENING, counter=counters[0])
        await rig.pull("2", counter=counters[1])
        if not is_stopped:
            assert problem(rig) is None
            return
        ready = DeviceStatus("T-07", LinkState.READY, last_value_at=NOW)
        rig.station.device_changed(ready)  # as after each result: no reason to go on
        await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        assert (problem(rig), rig.tool.asked[-1]) == ("tool.batch_differs", "lock")
        await rig.station.retry_pressed()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
