"""Another unit's label is scanned: the screen says where it belongs and asks for the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.services.scan_routing import SwapUnit
from tests.helpers.station_rig import BADGE, Rig, station_at
from tests.screens import step_scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.guard_face import GuardBody

if TYPE_CHECKING:
    from pathlib import Path

OPEN, OTHER = "0418-77231", "0418-77232"


def facts(rig: Rig) -> dict[str, str]:
    assert rig.state.refusal is not None
    assert rig.state.refusal.refusal.code == "unit.another_open"
    return rig.state.refusal.refusal.facts


def body(scene: Scene) -> GuardBody:
    assert isinstance(scene.screen.body, GuardBody)
    return scene.screen.body


# -- what the station knows --------------------------------------------------------------------


async def test_a_unit_nobody_listed_is_unknown(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, f"SN {OPEN}", f"SN {OTHER}")
        assert (facts(rig)["where"], facts(rig)["open"]) == ("unknown", OPEN)


async def test_a_unit_of_another_order_s_list_names_that_order(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, f"SN {OPEN}", "SN 0418-90002")
        known = facts(rig)
        assert (known["where"], known["order"], known["variant"]) == ("listed", "PO-4711", "A")


async def test_a_unit_that_was_left_here_says_at_which_step_it_stands(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, f"SN {OTHER}", "P:HS-200;L:H-2")
        await rig.station.unit_left()
        await rig.scan(f"SN {OPEN}", f"SN {OTHER}")
        known = facts(rig)
        assert (known["where"], known["step_id"], known["number"]) == ("begun", "gears", "3")


async def test_a_finished_unit_says_so(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label", OTHER)
        rig.clock.us += 5_000_000
        await rig.station.primary_pressed()
        await rig.scan(f"SN {OPEN}", f"SN {OTHER}")
        assert facts(rig)["where"] == "completed"


async def test_the_label_of_the_open_unit_answers_the_question(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, f"SN {OPEN}", f"SN {OTHER}", f"SN {OPEN}")
        assert rig.state.refusal is None
        assert rig.state.run is not None
        assert rig.state.run.serial == OPEN


async def test_changing_to_the_other_unit_leaves_the_open_one_where_it_stands(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, f"SN {OPEN}", "P:HS-200;L:H-2", f"SN {OTHER}")
        await rig.station.do(SwapUnit(facts(rig)["label"]))
        assert rig.state.run is not None
        assert (rig.state.run.serial, rig.step) == (OTHER, "housing")
        assert (await rig.kinds(OPEN))[-1] == "unit.left"
        await rig.station.unit_left()
        await rig.scan(f"SN {OPEN}")
        assert rig.step == "gears"


async def test_changing_to_a_finished_unit_is_refused_and_the_queue_is_shown(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label", OTHER)
        rig.clock.us += 5_000_000
        await rig.station.primary_pressed()
        await rig.scan(f"SN {OPEN}", f"SN {OTHER}")
        await rig.station.do(SwapUnit(facts(rig)["label"]))
        assert rig.state.run is None
        assert rig.state.refusal is not None
        # Finished, and one of its values was typed: it waits for proof.
        assert rig.state.refusal.refusal.code == "unit.not_provable"


# -- what the screen asks ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("begun", "Unit 0418-77230 stands at step 8: Backlash."),
        ("listed", "Unit 0418-77230 belongs to order PO-100482."),
        ("completed", "Unit 0418-77230 is finished already."),
        ("held", "Unit 0418-77230 is on hold."),
        ("unknown", "Unit 0418-77230 was not begun here."),
        ("from a later version", "Unit 0418-77230 was not begun here."),
    ],
)
def test_the_headline_says_where_the_scanned_unit_belongs(where: str, words: str) -> None:
    assert say(body(Scene(step_scenes.guard(where=where))).headline) == words


@pytest.mark.parametrize(
    ("truth", "calls"),
    [
        ("open", [("refusal_closed",)]),
        ("other", [("do", SwapUnit("SN 0418-77230"))]),
        ("label", [("refusal_closed",)]),
    ],
)
def test_each_truth_leads_its_own_way(truth: str, calls: list[tuple[object, ...]]) -> None:
    scene = Scene(step_scenes.guard())
    assert scene.tap(f"truth:{truth}")
    assert scene.intents.calls == calls
    assert (scene.screen.face == "problem") is (truth == "label")


def test_nothing_is_answered_by_the_foot_pedal() -> None:
    scene = Scene(step_scenes.guard())
    assert scene.screen.actions.primary is None
    assert not scene.tap("primary")
    assert scene.intents.calls == []


def test_both_units_stand_side_by_side() -> None:
    mine, scanned = body(Scene(step_scenes.guard())).blocks
    assert say(mine.title) == "SN 0418-77231"
    assert say(scanned.title) == "SN 0418-77230"
