"""Whose a result is: the unit it names, else what its tool was released for, else nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from app.domain.events import ReadingUnassigned, TighteningRecorded, UnitCompleted
from app.domain.readings import Reading, ReadingKind
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from app.services.armings import Arming, Armings
from tests.helpers.gearbox import tightening
from tests.helpers.station_rig import Rig, station_at

FIRST, SECOND = "0418-77231", "0418-77232"
CONFIRMED = CommandResult(Outcome.CONFIRMED)


async def counted(rig: Rig, serial: str) -> list[str]:
    """The result numbers that are good tightenings of a unit."""
    bodies = await rig.bodies(serial)
    return [b.reading.result_id for b in bodies if isinstance(b, TighteningRecorded) and b.ok]


async def kept(rig: Rig) -> list[tuple[str | None, str]]:
    """What counted for nothing: the unit it is in the record of, and why."""
    return [(u, b.reason) for u, b in await rig.record() if isinstance(b, ReadingUnassigned)]


def lose_link(rig: Rig) -> None:
    rig.tool.answer = rig.tool.lock_answer = CommandResult(Outcome.OFFLINE)
    rig.tool.status = DeviceStatus("T-07", LinkState.DISCONNECTED)
    rig.station.device_changed(rig.tool.status)


def link_is_back(rig: Rig) -> None:
    rig.tool.answer = rig.tool.lock_answer = CONFIRMED
    rig.tool.status = DeviceStatus("T-07", LinkState.READY)
    rig.station.device_changed(rig.tool.status)


async def left_for_another(rig: Rig) -> None:
    """The link broke while the tool was enabled; the second unit is on the screen by now."""
    await rig.to_bolts(FIRST)
    lose_link(rig)
    await rig.station.unit_left()
    await rig.scan(f"SN {SECOND}", "P:HS-200;L:H-2")


async def test_a_fetched_result_goes_to_the_unit_it_names_and_not_to_the_screen(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await left_for_another(rig)
        await rig.pull("1", identifiers=(FIRST,), backfilled=True)
        assert (await counted(rig, FIRST), await counted(rig, SECOND)) == (["1"], [])
        assert rig.state.run is not None
        assert (rig.state.run.serial, rig.state.refusal) == (SECOND, None)
        assert rig.state.last_reading is None


async def test_what_counted_while_the_unit_was_away_is_there_when_it_comes_back(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await left_for_another(rig)
        for number in ("1", "2"):
            await rig.pull(number, identifiers=(FIRST,), backfilled=True)
        await rig.station.unit_left()
        await rig.scan(f"SN {FIRST}")
        assert rig.step == "backlash"


async def test_a_fetched_result_that_names_nobody_is_of_the_unit_the_tool_was_lost_with(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await left_for_another(rig)
        await rig.pull("1", backfilled=True)
        assert (await counted(rig, FIRST), await counted(rig, SECOND)) == (["1"], [])


async def test_after_a_restart_the_record_knows_what_the_tool_was_released_for(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        rig.tool.lock_answer = CommandResult(Outcome.OFFLINE)
    async with station_at(tmp_path) as rig:
        rig.tool.answer = CommandResult(Outcome.OFFLINE)
        await rig.pull("1", identifiers=(FIRST,), backfilled=True)
        await rig.pull("2", backfilled=True)
        assert await counted(rig, FIRST) == ["1"]
        assert await kept(rig) == [(None, "not_armed")]


async def test_a_fetched_result_of_a_unit_the_tool_was_locked_for_does_not_count(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        await rig.station.unit_left()
        await rig.until(lambda s: s.tool is None)
        await rig.scan(f"SN {SECOND}")
        for number in ("1", "2"):
            await rig.pull(number, identifiers=(FIRST,), backfilled=True)
        # The first may have been under way when the tool was locked.
        assert (await counted(rig, FIRST), await kept(rig)) == (["1"], [(FIRST, "not_armed")])


async def test_a_result_of_a_finished_unit_stays_with_it_and_changes_nothing(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label", FIRST)
        await rig.station.primary_pressed()
        await rig.pull("9", identifiers=(FIRST,), backfilled=True)
        bodies = await rig.bodies(FIRST)
        assert await kept(rig) == [(FIRST, "not_armed")]
        assert sum(isinstance(b, UnitCompleted) for b in bodies) == 1


@pytest.mark.parametrize("named", [(), ("0418-99999",)])
async def test_what_is_nobody_s_is_in_no_unit_s_record_and_says_what_was_on_the_screen(
    tmp_path: Path, named: tuple[str, ...]
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        await rig.station.signed_out()
        await rig.until(lambda s: s.tool is None)
        await rig.pull("1", "20.00", identifiers=(*named, ""), program="3", backfilled=True)
        (found,) = [(u, b) for u, b in await rig.record() if isinstance(b, ReadingUnassigned)]
        assert (found[0], found[1].during) == (None, FIRST)


async def test_an_identifier_that_is_the_second_of_several_is_enough(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        await rig.pull("1", identifiers=("JOB-7", FIRST))
        assert await counted(rig, FIRST) == ["1"]


async def test_a_live_result_for_a_known_other_unit_is_said_at_the_armed_step(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await left_for_another(rig)
        link_is_back(rig)
        await rig.until(lambda s: s.loose_tools == ())
        await rig.scan("P:GS-55;S:GS-2")
        rig.machine.answers.put_nowait(CONFIRMED)
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await rig.pull("1", identifiers=(FIRST,))
        assert await kept(rig) == [(FIRST, "not_armed")]
        assert rig.state.uncounted is not None
        assert rig.state.uncounted.code == "uncounted.other_unit"


# -- late results -----------------------------------------------------------------------------


class SlowTool:
    """What comes while a tool is being released was made before."""

    def __init__(self, rig: Rig, late: Reading) -> None:
        self._rig, self._late = rig, late
        self._arm = rig.tool.arm

    async def arm(self, program: int, identifier: str) -> CommandResult:
        await self._rig.station.inbox.store(self._late)
        return await self._arm(program, identifier)


async def test_what_arrives_while_the_tool_is_being_released_was_not_made_under_it(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        rig.tool.arm = SlowTool(rig, tightening(result_id="0")).arm  # type: ignore[method-assign]
        await rig.to_bolts(FIRST)
        assert (await counted(rig, FIRST), await kept(rig)) == ([], [(None, "not_armed")])
        await rig.pull("1")
        assert await counted(rig, FIRST) == ["1"]


async def test_one_rundown_under_way_when_the_tool_was_locked_is_of_its_step(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        await rig.station.signed_out()
        await rig.until(lambda s: s.tool is None)
        await rig.pull("1")
        await rig.pull("2")
        assert (await counted(rig, FIRST), await kept(rig)) == (["1"], [(None, "not_armed")])


async def test_a_rundown_under_way_when_its_unit_was_left_is_of_that_unit(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        await rig.station.unit_left()
        await rig.until(lambda s: s.tool is None)
        await rig.scan(f"SN {SECOND}")
        await rig.pull("1")
        assert (await counted(rig, FIRST), await counted(rig, SECOND)) == (["1"], [])


async def test_a_second_pull_at_a_failed_bolt_does_not_count_after_the_acknowledgement(
    tmp_path: Path,
) -> None:
    """NOK, acknowledged, and only then the result of a pull made before arrives."""
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        await rig.pull("1", "20.00", ok=False)
        await rig.until(lambda s: s.tool is None)
        rig.tool.answer = CommandResult(Outcome.TIMED_OUT)
        await rig.station.nok_acknowledged()
        await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
        await rig.pull("2")
        assert (await counted(rig, FIRST), await kept(rig)) == ([], [(None, "not_armed")])


async def test_nothing_counts_under_a_release_that_failed_though_its_lock_is_not_known(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        rig.tool.lock_answer = CommandResult(Outcome.TIMED_OUT)
        await rig.pull("1", "20.00", ok=False)
        await rig.until(lambda s: s.loose_tools == ("T-07",))
        await rig.station.nok_acknowledged()
        await rig.pull("2", identifiers=(FIRST,))
        assert (await counted(rig, FIRST), await kept(rig)) == ([], [(FIRST, "not_armed")])


async def test_a_gauge_is_believed_only_at_its_own_step(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts(FIRST)
        reading = structs.replace(tightening(), source="G-12", kind=ReadingKind.MEASUREMENT)
        await rig.station.gauge_read(reading)
        assert (await kept(rig), await counted(rig, FIRST)) == ([], [])


def released(*armings: Arming) -> Armings:
    """One after the other, the last still open."""
    told = Armings()
    for arming in armings:
        if arming is not armings[0]:
            told.locked(arming.tool)
        told.opened(arming)
    return told


def test_a_result_of_the_program_before_is_of_the_step_before() -> None:
    told = released(Arming(FIRST, "cover", "T-07", 11, 1), Arming(FIRST, "bolts", "T-07", 12, 2))
    late, own = tightening(program="11"), tightening(program="12")
    wrong = tightening(program="7")
    steps = [told.claim(reading) for reading in (late, own, wrong)]
    assert [claim.step for claim in steps if claim is not None] == ["cover", "bolts", "bolts"]


def test_with_the_same_program_nothing_tells_two_steps_apart_but_when_it_arrived() -> None:
    told = released(Arming(FIRST, "cover", "T-07", 12, 1), Arming(FIRST, "bolts", "T-07", 12, 2))
    claim = told.claim(tightening(program="12"))
    assert claim is not None
    assert claim.step == "bolts"


def test_another_tool_s_result_is_not_of_this_release() -> None:
    told = released(Arming(FIRST, "bolts", "T-07", 12, 1))
    assert told.claim(tightening(source="T-08")) is None


def test_what_was_fetched_with_the_link_up_must_name_the_unit() -> None:
    told = released(Arming(FIRST, "bolts", "T-07", 12, 1))
    assert told.claim(tightening(backfilled=True)) is None
    assert told.claim(tightening(backfilled=True, identifiers=(FIRST,))) is not None


def test_a_tool_whose_release_was_never_confirmed_makes_nothing_for_anybody() -> None:
    told = Armings()
    told.lost("T-07")
    assert told.claim(tightening(identifiers=(FIRST,), backfilled=True)) is None
