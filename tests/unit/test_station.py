"""The station core: what people, tools and faults lead to, on a real journal."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import StorageFault
from app.domain.readings import Curve
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from tests.helpers.station_rig import BADGE, Rig, station_at


async def test_nobody_works_without_signing_in(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan("SN 0418-77231")
        assert rig.state.sign_in_refusal is not None
        assert rig.state.sign_in_refusal.refusal.code == "sign_in.needed"
        assert rig.state.run is None


@pytest.mark.parametrize(
    ("person", "pin", "code"),
    [("417", "9999", "sign_in.pin_wrong"), ("999", "1234", "sign_in.pin_wrong")],
)
async def test_a_wrong_pin_does_not_say_which_half_was_wrong(
    tmp_path: Path, person: str, pin: str, code: str
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.pin_entered(person, pin)
        assert rig.state.sign_in_refusal is not None
        assert rig.state.sign_in_refusal.refusal.code == code


async def test_guessing_pins_is_stopped(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        for _ in range(5):
            await rig.station.pin_entered("417", "0000")
        await rig.station.pin_entered("417", "1234")
        assert rig.state.sign_in_refusal is not None
        assert rig.state.sign_in_refusal.refusal.code == "sign_in.locked"
        rig.clock.us += 61_000_000
        await rig.station.pin_entered("417", "1234")
        assert rig.state.person is not None


async def test_a_badge_switches_the_person_and_not_the_work(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "BADGE-402")
        assert rig.state.person is not None
        assert rig.state.person.person == "402"
        assert rig.state.run is not None
        assert rig.state.run.index == 1


async def test_a_held_lot_is_refused_and_the_refusal_is_on_record(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-1")
        assert rig.state.refusal is not None
        refusal = rig.state.refusal.refusal
        assert (refusal.code, refusal.facts["use_lot"]) == ("lot.on_hold", "H-2")
        assert "scan.refused" in await rig.kinds("0418-77231")
        await rig.scan("P:HS-200;L:H-2")
        assert rig.state.refusal is None
        assert rig.state.run is not None
        assert rig.state.run.index == 2


async def test_wrong_scans_in_a_row_are_counted(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "x1", "x2", "x3")
        assert rig.state.refusal is not None
        assert rig.state.refusal.in_a_row == 3


def _refused(rig: Rig) -> tuple[str, dict[str, str]]:
    assert rig.state.refusal is not None
    return rig.state.refusal.refusal.code, rig.state.refusal.refusal.facts


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("CMD:CONFIRM", "confirm.not_yet"),
        ("CMD:ACK", "nok.none_open"),
        ("CMD:REPEAT", "scan.unknown_command"),
    ],
)
async def test_a_refused_command_label_says_so_and_is_on_record(
    tmp_path: Path, command: str, code: str
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.scan(command)
        shown, facts = _refused(rig)
        assert (shown, facts["scanned"]) == (code, command)
        assert (await rig.kinds("0418-77231")).count("scan.refused") == 1


async def test_a_command_label_without_a_unit_says_so(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "CMD:CONFIRM")
        assert _refused(rig)[0] == "unit.none"


async def test_a_command_label_never_reaches_a_step_that_a_refusal_covers(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label")
        await rig.scan("P:HS-200;L:H-2", "CMD:CONFIRM")
        assert (rig.state.refusal, rig.state.finished) == (None, None)
        await rig.scan("CMD:CONFIRM")
        assert rig.state.finished is not None
        await rig.scan("CMD:CONFIRM")
        assert rig.state.finished is None


async def test_no_way_of_confirming_is_faster_than_reading(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("wipe", "0418-90001")
        await rig.scan("CMD:CONFIRM")
        assert _refused(rig)[0] == "confirm.too_soon"
        assert _refused(rig)[1]["seconds"] == "2"
        await rig.station.refusal_closed()
        await rig.station.primary_pressed()
        assert _refused(rig)[0] == "confirm.too_soon"
        await rig.station.refusal_closed()
        rig.clock.us += 2_000_000
        await rig.scan("CMD:CONFIRM")
        assert rig.step == "sworn"


async def test_a_clock_that_is_set_does_not_change_how_long_a_step_was_read(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("wipe", "0418-90001")
        rig.clock.set_by_us = 3_600_000_000
        await rig.station.primary_pressed()
        assert _refused(rig)[0] == "confirm.too_soon"
        rig.clock.set_by_us = -3_600_000_000
        rig.clock.us += 2_000_000
        await rig.station.primary_pressed()
        assert rig.step == "sworn"


async def test_a_badge_at_a_unit_on_hold_signs_nothing_and_its_code_is_in_no_record(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("sworn", "0418-90002")
        await rig.hold()
        await rig.scan(BADGE)
        assert _refused(rig)[0] == "unit.held"
        events = await rig.journal._journal.unit_events("0418-90002")
        (refused,) = [e for e in events if e.kind == "scan.refused"]
        assert b"417" not in bytes(refused.body)


async def test_a_badge_nobody_knows_is_said_while_somebody_works_and_changes_nothing(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "BADGE-999")
        assert _refused(rig)[0] == "sign_in.badge_unknown"
        assert rig.state.person is not None
        await rig.scan(BADGE)
        assert (rig.state.refusal, rig.state.person.person) == (None, "417")


async def test_a_typed_value_that_does_not_count_is_kept_and_said(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.value_typed(Decimal("0.11"))
        assert _refused(rig) == ("value.not_expected", {"value": "0.11"})
        await rig.pull("1")
        await rig.pull("2")
        await rig.station.value_typed(Decimal("0.30"))
        await rig.station.value_typed(Decimal("0.11"))
        assert _refused(rig)[0] == "value.nok_not_acknowledged"
        kinds = await rig.kinds("0418-77231")
        assert kinds.count("reading.unassigned") == 1
        await rig.station.nok_acknowledged()
        await rig.station.value_typed(Decimal("0.11"))
        assert (rig.state.refusal, rig.step) == (None, "seal")


@pytest.mark.allow_warnings
async def test_a_unit_that_cannot_be_taken_up_again_after_a_storage_fault_is_said(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        rig.journal.is_broken = True
        await rig.station.problem_reported("tool")
        assert rig.state.storage_problem is not None
        rig.journal.is_broken = False
        await rig.forget_instruction()
        await rig.station.retry_pressed()
        assert _refused(rig)[0] == "instruction.missing"


async def test_a_unit_on_hold_is_refused_with_what_was_decided_about_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        for number in ("1", "2", "3"):
            await rig.pull(number, "20.00", ok=False)
            await rig.until(lambda s: s.tool is None)
            await rig.station.nok_acknowledged()
            if number != "3":
                await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await rig.scan("SN 0418-77232")
        await rig.station.unit_left()
        await rig.scan("SN 0418-77231")
        assert _refused(rig) == ("unit.held", {"serial": "0418-77231"})
        await rig.decide("0418-77231", "Rework the unit")
        await rig.scan("SN 0418-77231")
        assert _refused(rig)[1]["decided"] == "Rework the unit"
        assert [one.by for one in rig.state.decisions] == ["lead 204"]


async def test_an_order_that_is_not_here_cannot_be_chosen(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "PO-9999")
        assert _refused(rig)[0] == "order.not_here"
        assert rig.state.chosen_order is None
        await rig.scan("PO-4711")
        assert rig.state.chosen_order == "PO-4711"


async def test_an_order_cannot_be_chosen_in_the_middle_of_a_unit(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "PO-4711")
        assert _refused(rig) == (
            "order.unit_open",
            {"scanned": "PO-4711", "order": "PO-4711", "open": "0418-77231"},
        )


async def test_a_unit_that_the_chosen_order_does_not_list_is_not_built_for_another(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "PO-4711", "SN 0418-77231")
        assert _refused(rig) == ("order.not_listed", {"serial": "0418-77231", "order": "PO-4711"})
        assert rig.state.run is None
        await rig.scan("SN 0418-90001")
        assert rig.state.run is not None
        assert rig.state.run.order == "PO-4711"


async def test_another_unit_cannot_be_started_while_one_is_open(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "SN 0418-77232")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "unit.another_open"


async def test_a_unit_that_was_left_is_taken_up_where_it_stood(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2")
        await rig.station.unit_left()
        assert rig.state.run is None
        await rig.scan("SN 0418-77232")
        await rig.station.unit_left()
        await rig.scan("SN 0418-77231")
        assert rig.state.run is not None
        assert (rig.state.run.serial, rig.state.run.index) == ("0418-77231", 2)


async def test_a_unit_that_was_left_is_not_forced_on_anybody_after_a_restart(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        await rig.station.unit_left()
    async with station_at(tmp_path) as rig:
        assert rig.state.run is None


async def test_the_tool_is_armed_only_for_its_step_and_locked_after(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        assert rig.tool.asked == []
        await rig.to_bolts()
        assert rig.tool.asked == ["arm 12 for 0418-77231"]
        await rig.pull("1")
        await rig.pull("2")
        await rig.until(lambda s: s.tool is None)
        assert rig.tool.asked == ["arm 12 for 0418-77231", "lock"]


async def test_a_nok_locks_the_tool_until_it_is_acknowledged(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", "20.00", ok=False)
        await rig.until(lambda s: s.tool is None)
        assert rig.tool.asked[-1] == "lock"
        await rig.station.nok_acknowledged()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await rig.pull("2")
        assert rig.state.run is not None
        current = rig.state.run.current
        assert current is not None
        assert current.next_position == "2"


async def test_a_refused_program_is_shown_with_the_controller_s_words(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        rig.tool.answer = CommandResult(Outcome.REJECTED, "03", "parameter set not present")
        rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        state = await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        assert state.tool is not None
        assert state.tool.problem is not None
        assert state.tool.problem.facts["words"] == "parameter set not present"
        rig.tool.answer = CommandResult(Outcome.CONFIRMED)
        await rig.station.retry_pressed()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)


async def test_losing_the_link_of_an_enabled_tool_is_a_danger_until_it_is_back(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        rig.station.device_changed(DeviceStatus("T-07", LinkState.DISCONNECTED))
        assert rig.state.tool is not None
        assert rig.state.tool.problem is not None
        assert rig.state.tool.problem.code == "tool.lost_while_enabled"
        assert await rig.pull("1", backfilled=True)
        rig.station.device_changed(DeviceStatus("T-07", LinkState.READY))
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        assert rig.state.run is not None
        assert rig.state.run.step_run("bolts").next_position == "2"  # type: ignore[union-attr]


async def test_a_lost_link_is_on_record_once_and_its_return_too(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        for state in (
            LinkState.CONNECTING, LinkState.READY, LinkState.DISCONNECTED,
            LinkState.CONNECTING, LinkState.READY,
        ):  # fmt: skip
            rig.station.device_changed(DeviceStatus("G-12", state))
        rig.station.machine_changed("M-1", "running", is_part_present=True)
        rig.station.machine_changed("M-1", "", is_part_present=False)
        rig.station.machine_changed("M-1", "running", is_part_present=True)
        await rig.scan("P:HS-200;L:H-2")
        kinds = await rig.kinds("0418-77231")
        assert kinds.count("device.changed") == 3
        assert kinds.count("machine.changed") == 1


async def test_a_repeated_result_is_known_and_not_recorded_twice(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        assert await rig.pull("1")
        assert not await rig.pull("1")
        assert (await rig.kinds("0418-77231")).count("tightening.recorded") == 1


async def test_a_result_without_any_unit_is_kept_for_a_person(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        assert await rig.pull("77")
        last = await rig.journal._journal.last_result("T-07")
        assert last is not None
        assert last.result_id == "77"


async def test_the_curve_of_the_last_result_is_shown(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        curve = Curve(source="T-07", result_id="1", angle_deg=(0.0, 59.0), torque_nm=(0.0, 25.1))
        await rig.station.inbox.store_curve(curve)
        await rig.station.inbox.store_curve(curve)
        assert rig.state.curve == curve
        assert (await rig.kinds("0418-77231")).count("curve.attached") == 1


@pytest.mark.allow_warnings
async def test_a_full_disk_acknowledges_nothing_locks_the_tool_and_says_so(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        rig.journal.is_broken = True
        with pytest.raises(StorageFault):
            await rig.pull("1")
        state = await rig.until(lambda s: s.tool is None)
        assert state.storage_problem is not None
        assert state.storage_problem.code == "storage.full"
        assert state.storage_problem.facts == {"problem": "disk full"}
        assert rig.tool.asked[-1] == "lock"
        await rig.station.retry_pressed()
        assert rig.state.storage_problem is not None
        assert rig.state.storage_problem.facts == {"problem": "still full"}
        rig.journal.is_broken = False
        await rig.station.retry_pressed()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        assert await rig.pull("1")


async def test_the_machine_s_refusal_waits_for_a_retry(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        rig.machine.answers.put_nowait(CommandResult(Outcome.REJECTED, "E17", "pressure low"))
        state = await rig.until(lambda s: s.machine is not None and s.machine.problem is not None)
        assert state.machine is not None
        assert state.machine.problem is not None
        assert state.machine.problem.facts["words"] == "pressure low"
        assert "machine.refused" in await rig.kinds("0418-77231")
        rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
        await rig.station.retry_pressed()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        assert rig.machine.asked == ["clamp 0418-77231"] * 2


async def test_after_a_restart_the_unit_stands_at_the_same_bolt(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
    async with station_at(tmp_path) as rig:
        run = rig.state.run
        assert run is not None
        assert run.current is not None
        assert (run.serial, run.current.step.id) == ("0418-77231", "bolts")
        assert run.current.next_position == "2"
        assert rig.tool.asked == [], "locked until somebody signs in"
        await rig.scan(BADGE)
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)


async def test_a_unit_from_label_to_label_is_provable(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        assert rig.gauge.flushed > 0
        await rig.pull("1")
        await rig.pull("2")
        await rig.station.value_typed(Decimal("0.30"))
        await rig.station.nok_acknowledged()
        await rig.station.value_typed(Decimal("0.11"))
        for place in ("left", "right"):
            await rig.station.point_answered(place, True)
        await rig.station.primary_pressed()
        await rig.scan("CMD:CONFIRM")
        finished = rig.state.finished
        assert finished is not None
        assert (finished.serial, finished.evidence) == ("0418-77231", "not_provable")
        assert finished.gaps == ("typed:backlash",)
        assert (rig.state.run, rig.state.orders[0].done) == (None, 1)
        await rig.scan("SN 0418-77231")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "unit.not_provable"


async def test_two_results_at_once_take_their_turns(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await asyncio.gather(rig.pull("1"), rig.pull("2"))
        assert rig.state.run is not None
        assert rig.state.run.step_run("bolts").is_completed  # type: ignore[union-attr]
