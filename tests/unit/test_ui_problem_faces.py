"""The pages of defects, causes and danger: how many taps, what is recorded, what is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.defects import MOST_COUNT, MOST_PINS, DefectCode
from app.domain.refusal import Refusal
from app.services.calls import OpenCall
from app.services.card import DraftCard
from app.services.defects import DismissDefect, RecordDefect, ResolveDefect
from app.services.problem_desk import DescribeProblem, EndDanger
from app.services.snapshots import DropSnapshot, TakeSnapshot
from app.services.station_state import ShownRefusal
from tests.screens import card_scenes, problem_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.defect_body import DefectBody
from ui.presenters.view_states import BandBody

if TYPE_CHECKING:
    from app.services.station_state import StationState

DEFECT = ("problem", "tile:defect")


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def defect_body(scene: Scene) -> DefectBody:
    body = scene.screen.body
    assert isinstance(body, DefectBody)
    return body


def at_what(state: StationState | None = None) -> Scene:
    scene = Scene(state or problem_scenes.seal())
    scene.tap(*DEFECT, "pin:0.69:0.66")
    return scene


# -- defects --------------------------------------------------------------------------------------


def test_three_taps_record_the_common_defect_and_it_is_shown_once_it_is_kept() -> None:
    scene = Scene(problem_scenes.seal())
    scene.tap(*DEFECT)
    assert scene.intents.calls == [("problem_reported", "defect")]
    scene.tap("pin:0.69:0.66", "code:scratch")
    assert acts(scene) == []
    scene.tap("proposal:rework_here")
    (act,) = acts(scene)
    assert isinstance(act, RecordDefect)
    found = act.found
    assert (found.code, found.severity, found.proposal) == ("scratch", "minor", "rework_here")
    assert (found.pins[0].zone, found.step, found.count) == ("seal-2", "seal", 1)
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Being recorded: Scratch"
    scene.show(problem_scenes.defect_recorded())
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Recorded: Scratch"
    scene.tap("primary")
    assert scene.screen.face == "step.inspect"


def test_cancel_records_no_defect() -> None:
    scene = at_what()
    scene.tap("code:scratch", "back")
    assert acts(scene) == []
    assert scene.screen.face == "step.inspect"


def test_a_finger_that_hits_twice_answers_one_question() -> None:
    scene = Scene(problem_scenes.seal())
    scene.tap(*DEFECT)
    scene.seconds.now_s += 1
    assert scene.presenter.tapped("pin:0.69:0.66")
    assert not scene.presenter.tapped("code:scratch")


def test_a_second_tap_moves_the_pin_and_a_button_adds_another() -> None:
    scene = at_what()
    scene.tap("pin:0.3:0.65")
    assert defect_body(scene).pins.places == ((0.3, 0.65),)
    assert say(defect_body(scene).heading) == "Left: what is it?"
    for _ in range(MOST_PINS - 1):
        scene.tap("add_pin", "pin:0.5:0.5")
    assert len(defect_body(scene).pins.places) == MOST_PINS
    assert not defect_body(scene).pins.can_add
    scene.tap("drop_pin", "drop_pin", "drop_pin", "drop_pin")
    assert scene.screen.face == "defect.where"


def test_adding_a_pin_can_be_given_up() -> None:
    scene = at_what()
    scene.tap("add_pin", "defect_before")
    assert scene.screen.face == "defect.what"
    assert len(defect_body(scene).pins.places) == 1


@pytest.mark.parametrize(
    ("way", "place"),
    [("left", (0.49, 0.5)), ("right", (0.51, 0.5)), ("up", (0.5, 0.49)), ("down", (0.5, 0.51))],
)
def test_arrows_nudge_the_chosen_pin(way: str, place: tuple[float, float]) -> None:
    scene = at_what()
    scene.tap("pin:0.5:0.5", f"nudge:{way}")
    assert defect_body(scene).pins.places == (place,)


def test_no_pin_leaves_the_picture() -> None:
    scene = at_what()
    scene.tap("pin:-3:9", "nudge:left", "nudge:down")
    assert defect_body(scene).pins.places == ((0.0, 1.0),)


def test_going_back_takes_back_one_stage_at_a_time() -> None:
    scene = at_what()
    scene.tap("code:scratch", "defect_before")
    assert scene.screen.face == "defect.what"
    scene.tap("defect_before")
    assert scene.screen.face == "defect.where"


def test_the_count_stays_between_one_and_its_most() -> None:
    scene = at_what()
    scene.tap("fewer")
    assert defect_body(scene).count == "1"
    scene.tap(*("more",) * (MOST_COUNT + 3))
    assert defect_body(scene).count == str(MOST_COUNT)


def test_every_code_of_a_long_list_is_reached_by_more() -> None:
    state = problem_scenes.seal()
    codes = tuple(DefectCode(f"c{n}") for n in range(14))
    scene = at_what(replace(state, defects=replace(state.defects, codes=codes)))
    seen: set[str] = set()
    for _ in range(3):
        tiles = defect_body(scene).tiles
        assert len(tiles) <= 8
        assert {"own_words", "no_defect"} <= {tile.name for tile in tiles}
        seen |= {tile.name for tile in tiles if tile.name.startswith("code:")}
        scene.tap(next(tile.name for tile in tiles if tile.name.startswith("more_codes")))
    assert seen == {f"code:c{n}" for n in range(14)}


def test_frequent_codes_of_the_place_come_first_with_their_counts() -> None:
    tiles = [say(tile.words) for tile in defect_body(at_what()).tiles]
    assert tiles[:3] == ["Scratch · 7", "Dirt · 3", "Burr"]


def test_a_severity_can_be_changed_and_a_grave_one_stands_first() -> None:
    scene = at_what()
    scene.tap("more_codes:5", "code:crack")
    assert defect_body(scene).mark == "severity:safety"
    scene.tap("severity:major", "proposal:scrap")
    (act,) = acts(scene)
    assert isinstance(act, RecordDefect)
    assert (act.found.severity, act.found.proposal) == ("major", "scrap")


def test_own_words_are_a_defect_of_their_own() -> None:
    scene = at_what()
    scene.tap("own_words", *(f"key:{letter}" for letter in "Pore"), "primary")
    assert say(defect_body(scene).heading) == "Pore"
    scene.tap("proposal:ask_quality")
    (act,) = acts(scene)
    assert isinstance(act, RecordDefect)
    assert (act.found.code, act.found.words) == ("other", "Pore")


def test_not_a_defect_is_recorded_as_looked_at() -> None:
    scene = at_what()
    scene.tap("no_defect")
    (act,) = acts(scene)
    assert isinstance(act, DismissDefect)
    assert act.pins[0].zone == "seal-2"


def test_a_held_unit_shows_its_hold_and_not_the_page() -> None:
    scene = at_what()
    scene.tap("code:scratch", "proposal:scrap")
    scene.show(problem_scenes.held_for_defect())
    assert scene.screen.face == "held"


def test_a_defect_half_told_is_never_put_on_the_next_unit() -> None:
    scene = at_what()
    state = problem_scenes.seal()
    assert state.run is not None
    scene.show(replace(state, run=replace(state.run, serial="0418-77232")))
    assert scene.screen.face == "step.inspect"


def test_a_wrong_scan_meanwhile_is_shown_and_takes_nothing_away() -> None:
    scene = at_what()
    shown = ShownRefusal(Refusal("scan.unknown", {"scanned": "x"}), scenes.NOW_US + 1)
    scene.show(replace(problem_scenes.seal(), refusal=shown))
    assert scene.screen.face == "blocked"
    scene.show(problem_scenes.seal())
    assert scene.screen.face == "defect.what"


def test_what_the_station_did_not_take_is_asked_again() -> None:
    scene = at_what()
    scene.tap("code:scratch", "proposal:rework_here")
    no = ShownRefusal(Refusal("defect.incomplete", {"what": "place"}), scenes.NOW_US + 1)
    scene.show(replace(problem_scenes.seal(), refusal=no))
    scene.show(problem_scenes.seal())
    assert scene.screen.face == "defect.then"


def test_a_cause_half_told_is_never_put_on_the_next_unit() -> None:
    scene = Scene(scenes.nok())
    scene.tap("why", "card_words", "key:X")
    state = scenes.nok()
    assert state.run is not None
    scene.show(replace(state, run=replace(state.run, serial="0418-77232")))
    assert scene.screen.face == "nok"


def test_an_open_defect_shows_in_the_list_of_steps() -> None:
    rows = {row.step: row for row in Scene(problem_scenes.open_defects()).screen.rail}
    assert rows == {}  # the band takes the whole width
    scene = Scene(problem_scenes.defect_recorded())
    row = next(row for row in scene.screen.rail if row.step == "seal")
    assert say(row.detail) == "Open defects: 1"


def test_a_photo_may_be_thrown_away_or_kept() -> None:
    scene = Scene(problem_scenes.snapped())
    scene.tap(*DEFECT, "snap", "no_snap")
    assert [type(act) for act in acts(scene)] == [TakeSnapshot, DropSnapshot]
    assert scene.screen.face == "defect.where"
    scene.tap("snap", "primary", "place:seal-2", "code:scratch", "proposal:rework_here")
    act = acts(scene)[-1]
    assert isinstance(act, RecordDefect)
    assert act.with_photo


def test_without_a_picture_a_defect_has_a_place_by_its_name() -> None:
    state = replace(problem_scenes.seal(), pictures={})
    scene = Scene(state)
    scene.tap(*DEFECT)
    body = defect_body(scene)
    assert not body.can_pin
    scene.tap("place:")
    assert scene.screen.face == "defect.what"


def test_without_a_unit_a_defect_is_told_in_words() -> None:
    scene = Scene(scenes.signed_in())
    scene.tap(*DEFECT)
    assert scene.screen.face == "words"


def test_an_inspected_place_opens_with_its_pin_there() -> None:
    scene = Scene(problem_scenes.seal())
    scene.tap("defect:seal-3")
    assert scene.screen.face == "defect.what"
    assert say(defect_body(scene).heading) == "Left: what is it?"


def test_open_defects_are_listed_and_put_right_one_by_one() -> None:
    scene = Scene(problem_scenes.open_defects())
    assert scene.screen.face == "defects_open"
    scene.tap("primary", "resolve:2")
    assert acts(scene) == [ResolveDefect(2)]


def test_a_step_with_an_open_defect_offers_the_list() -> None:
    scene = Scene(problem_scenes.defect_recorded())
    names = [action.name for action in scene.screen.actions.left]
    assert "defects" in names
    assert len(names) <= 5


# -- problems -------------------------------------------------------------------------------------


def test_not_safe_is_recorded_and_calls_in_one_tap() -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem", "tile:not_safe")
    assert scene.intents.calls[0] == ("problem_reported", "not_safe")
    assert acts(scene) == [OpenCall("lead", is_stopped=True)]


def test_it_is_safe_again_only_with_a_second_act() -> None:
    scene = Scene(problem_scenes.not_safe())
    assert scene.screen.face == "not_safe"
    scene.tap("primary")
    assert acts(scene) == []
    scene.tap("made_safe:cleaned")
    assert acts(scene) == [EndDanger("cleaned")]
    assert scene.screen.face == "not_safe"


def test_safe_for_another_reason_takes_words() -> None:
    scene = Scene(problem_scenes.not_safe())
    scene.tap("primary", "own_words", *(f"key:{letter}" for letter in "Dry"), "primary")
    assert acts(scene) == [EndDanger("other", "Dry")]


def test_a_wrong_instruction_is_reported_then_told_then_pictured() -> None:
    scene = Scene(card_scenes.with_situation(problem_scenes.snapped(), "instruction", step="seal"))
    scene.tap("problem", "tile:instruction")
    assert scene.intents.calls == [("problem_reported", "instruction")]
    scene.tap("card_words", *(f"key:{letter}" for letter in "Wrong"), "primary")
    assert scene.screen.face == "snap"
    scene.tap("primary", "primary")
    drafted, *others = acts(scene)
    assert isinstance(drafted, DraftCard)
    assert drafted.words == "Wrong"
    assert others == [TakeSnapshot(), DescribeProblem("instruction", "Wrong", with_photo=True)]
    assert scene.screen.face == "card"


def test_without_a_camera_words_are_enough() -> None:
    scene = Scene(card_scenes.reported_other())
    letters = (f"key:{letter}" for letter in "Wet")
    scene.tap("problem", "tile:other", "card_words", *letters, "primary")
    assert acts(scene)[-1] == DescribeProblem("other", "Wet")
    assert scene.screen.face == "card"


def test_who_needs_help_is_asked_whom_to_call() -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem", "tile:help")
    assert scene.intents.calls == [("problem_reported", "help")]
    assert scene.screen.face == "call"


@pytest.mark.parametrize("kind", ["part", "tool", "machine", "instruction", "other"])
def test_what_is_wrong_is_reported_and_then_decided_about(kind: str) -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem", f"tile:{kind}")
    assert scene.intents.calls == [("problem_reported", kind)]
    assert scene.screen.face == "card"
