"""A step is left out only where the plan names a right, by who has it, and the record shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.events import StepSkipped
from app.services.leaving_out import LeaveOut
from tests.helpers.gearbox import INSTRUCTION
from tests.helpers.station_rig import BADGE, Rig, station_at
from tests.screens import scenes, step_scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.view_states import TilesBody

if TYPE_CHECKING:
    from pathlib import Path

SKIPPABLE = msgspec.structs.replace(
    INSTRUCTION,
    steps=tuple(
        msgspec.structs.replace(s, skip_right="skip_step") if s.id == "housing" else s
        for s in INSTRUCTION.steps
    ),
)
UNIT = "0418-77231"
LEAD = "BADGE-412"


def refusal(rig: Rig) -> tuple[str, dict[str, str]]:
    assert rig.state.refusal is not None
    return rig.state.refusal.refusal.code, rig.state.refusal.refusal.facts


# -- the station -------------------------------------------------------------------------------


async def test_without_a_right_in_the_plan_nobody_may(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(LEAD, f"SN {UNIT}")
        await rig.station.do(LeaveOut("housing", "no_part"))
        assert refusal(rig)[0] == "skip.not_planned"
        assert rig.step == "housing"


async def test_without_the_right_it_is_refused_and_says_who_has_it(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=SKIPPABLE) as rig:
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(LeaveOut("housing", "no_part"))
        code, facts = refusal(rig)
        assert (code, facts["right"], rig.step) == ("right.missing", "skip_step", "housing")


async def test_a_step_that_is_over_is_not_left_out_by_a_late_tap(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=SKIPPABLE) as rig:
        await rig.scan(LEAD, f"SN {UNIT}", "P:HS-200;L:H-2")
        await rig.station.do(LeaveOut("housing", "no_part"))
        assert refusal(rig)[0] == "skip.step_over"
        assert rig.step == "gears"


async def test_with_the_right_it_is_left_out_and_the_record_says_why(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=SKIPPABLE) as rig:
        await rig.scan(LEAD, f"SN {UNIT}")
        await rig.station.do(LeaveOut("housing", "no_part"))
        assert rig.state.refusal is None
        assert rig.step == "gears"
        (skipped,) = [b for b in await rig.bodies(UNIT) if isinstance(b, StepSkipped)]
        assert (skipped.step, skipped.reason, skipped.right) == ("housing", "no_part", "skip_step")
        assert rig.state.run is not None
        assert rig.state.run.steps[1].is_skipped


# -- the screen --------------------------------------------------------------------------------


def test_a_step_nobody_may_leave_out_offers_nothing() -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem")
    assert "skip" not in [a.name for a in scene.screen.actions.left]
    assert not scene.tap("skip")


def test_leaving_out_is_behind_problem_and_asks_why() -> None:
    scene = Scene(step_scenes.skippable("skip_step", "skip_step"))
    assert "skip" not in [a.name for a in scene.screen.actions.left]
    scene.tap("problem", "skip")
    assert isinstance(scene.screen.body, TilesBody)
    assert say(scene.screen.body.title) == "Leave out: Tighten M8 bolts"
    scene.tap("skip_reason:no_tool")
    assert scene.intents.calls == [("do", LeaveOut("tighten-b", "no_tool"))]
    assert scene.screen.face == "step.torque"


def test_who_may_not_is_told_whom_to_ask() -> None:
    scene = Scene(step_scenes.skippable(who="Lead 412"))
    scene.tap("problem", "skip")
    assert isinstance(scene.screen.body, TilesBody)
    assert "Ask: Lead 412." in say(scene.screen.body.line)


def test_a_place_that_is_not_ok_opens_its_defect() -> None:
    scene = Scene(scenes.inspect())
    scene.tap("point:seal-2:nok")
    assert scene.intents.calls[0] == ("point_answered", "seal-2", False)
    assert scene.screen.face.startswith("defect")
