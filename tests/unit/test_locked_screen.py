"""When nobody is there: screen and tool lock, and the step is kept."""

from __future__ import annotations

import asyncio
from pathlib import Path

from app.domain.events import PersonSignedOut
from app.services.idle import Present
from tests.helpers.patience import PATIENT_S
from tests.helpers.station_rig import BADGE, station_at
from tests.unit.test_people import THREE_MINUTES, TORQUE, UNIT, recorded, wait
from tests.unit.test_training import in_training


async def test_nobody_for_three_minutes_locks_screen_and_tool_and_keeps_the_step(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, people=THREE_MINUTES) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        rig.tool.locked.clear()
        wait(rig, 181)
        await rig.station._look()
        assert rig.state.person is None
        assert rig.state.people.idle_us is not None
        await asyncio.wait_for(rig.tool.locked.wait(), PATIENT_S)
        assert rig.step == "bolts"
        before = rig.state.run
        await rig.scan(BADGE)
        assert rig.state.people.idle_us is None
        assert rig.state.run == before
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        assert [b.why for b in await recorded(rig, PersonSignedOut)] == ["idle"]


async def test_using_the_tool_or_the_glass_is_being_there(tmp_path: Path) -> None:
    async with station_at(tmp_path, people=THREE_MINUTES) as rig:
        await rig.to_bolts()
        wait(rig, 179)
        await rig.pull("1")
        wait(rig, 179)
        await rig.station._look()
        assert rig.state.person is not None
        await rig.station.do(Present())
        wait(rig, 179)
        await rig.station._look()
        assert rig.state.person is not None


async def test_a_tool_that_runs_unasked_keeps_no_screen_open(tmp_path: Path) -> None:
    async with station_at(tmp_path, people=THREE_MINUTES) as rig:
        await rig.scan(BADGE)
        wait(rig, 179)
        await rig.pull("1")
        wait(rig, 2)
        await rig.station._look()
        assert rig.state.person is None


async def test_a_machine_that_works_for_somebody_does_not_lose_them(tmp_path: Path) -> None:
    async with station_at(tmp_path, people=THREE_MINUTES) as rig:
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        await rig.until(lambda s: s.machine is not None and s.machine.request is not None)
        wait(rig, 400)
        await rig.station._look()
        assert rig.state.person is not None


async def test_without_a_limit_the_screen_never_locks(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        wait(rig, 100_000)
        await rig.station._look()
        assert rig.state.person is not None


async def test_a_trainee_comes_back_to_a_locked_screen_without_the_trainer(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE, people=THREE_MINUTES) as rig:
        await in_training(rig)
        wait(rig, 181)
        await rig.station._look()
        assert rig.state.person is None
        await rig.scan("BADGE-402")
        assert rig.state.person is not None
        assert rig.state.person.person == "402"


async def test_a_touch_wakes_the_locked_screen_and_lets_nobody_in(tmp_path: Path) -> None:
    async with station_at(tmp_path, people=THREE_MINUTES) as rig:
        await rig.scan(BADGE)
        wait(rig, 181)
        await rig.station._look()
        await rig.station.do(Present())
        assert rig.state.people.idle_us is None
        assert rig.state.person is None
        await rig.scan(f"SN {UNIT}")
        assert rig.state.run is None
