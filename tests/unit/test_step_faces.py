"""The step runner's faces: critical results, places that must be looked at, waiting, repeats."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.domain.instructions import StepBase
from tests.screens import scenes, step_scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.critical_face import CriticalBody
from ui.presenters.view_states import Action, InspectSide, InstructSide, StepBody, ValueSide


def side(scene: Scene) -> object:
    assert isinstance(scene.screen.body, StepBody)
    return scene.screen.body.side


def primary(scene: Scene) -> Action:
    assert scene.screen.actions.primary is not None
    return scene.screen.actions.primary


# -- a critical characteristic ----------------------------------------------------------------


def test_a_failed_critical_result_takes_the_whole_work_area() -> None:
    scene = Scene(step_scenes.critical(scenes.nok()))
    body = scene.screen.body
    assert isinstance(body, CriticalBody)
    assert (say(body.word), body.value) == ("NOK", "16.9 Nm")
    assert say(body.headline) == "Not OK. Bolt 3: too low."
    assert scene.screen.rail == ()


def test_it_has_one_way_on_and_that_is_the_one_of_every_failed_result() -> None:
    scene = Scene(step_scenes.critical(scenes.nok()))
    assert [a.name for a in scene.screen.actions.left] == ["help"]
    assert scene.tap("primary")
    assert scene.intents.calls == [("nok_acknowledged",)]


def test_a_failed_result_that_is_not_critical_stays_as_it_was() -> None:
    assert Scene(scenes.nok()).screen.face == "nok"


def test_a_critical_step_without_a_failed_result_looks_like_any_other() -> None:
    assert Scene(step_scenes.critical(scenes.torque())).screen.face == "step.torque"


# -- an inspection ----------------------------------------------------------------------------


def test_no_place_is_answered_before_it_could_be_looked_at() -> None:
    scene = Scene(step_scenes.not_looked_at())
    shown = side(scene)
    assert isinstance(shown, InspectSide)
    assert not shown.is_looked_at
    scene.tap("point:seal-2:ok")
    assert scene.intents.calls == []


def test_a_second_later_it_is() -> None:
    scene = Scene(step_scenes.not_looked_at())
    assert [seconds for seconds, _ in scene.timers] == [1.0]
    scene.show(replace(scenes.inspect(), version=2))
    shown = side(scene)
    assert isinstance(shown, InspectSide)
    assert shown.is_looked_at
    scene.tap("point:seal-2:ok")
    assert scene.intents.calls == [("point_answered", "seal-2", True)]


def test_a_clock_that_was_set_back_does_not_keep_the_places_shut() -> None:
    state = replace(scenes.inspect(), step_since_us=scenes.NOW_US + 60_000_000)
    shown = side(Scene(state))
    assert isinstance(shown, InspectSide)
    assert shown.is_looked_at


# -- reading first ----------------------------------------------------------------------------


def test_the_border_fills_while_the_step_must_be_read() -> None:
    action = primary(Scene(step_scenes.dwell()))
    assert action.kind == "waiting"
    assert action.filled == pytest.approx(0.4)
    assert say(action.words) == "Read first · 6 s"


def test_after_its_time_nothing_is_left_to_fill() -> None:
    state = replace(step_scenes.dwell(), step_since_us=scenes.NOW_US - 11_000_000)
    action = primary(Scene(state))
    assert (action.kind, action.filled) == ("primary", None)


def test_the_lines_of_an_instruction_stand_one_below_the_other() -> None:
    shown = side(Scene(step_scenes.dwell()))
    assert isinstance(shown, InstructSide)
    assert shown.lines == ("Set it on both pins.", "Take your hands out.", "Look at the clamps.")


# -- repeats ----------------------------------------------------------------------------------


def test_repeated_readings_say_how_far_they_lie_apart() -> None:
    shown = side(Scene(step_scenes.repeats()))
    assert isinstance(shown, ValueSide)
    assert say(shown.heading) == "3 of 3"
    assert say(shown.meta) == "09:42:10 · spread 0.006 mm"


def test_one_reading_has_no_spread() -> None:
    state = scenes.signed_in("backlash", scenes.measurement("0.112"))
    shown = side(Scene(state))
    assert isinstance(shown, ValueSide)
    assert say(shown.meta) == "Last value · 09:42:10"


def test_what_an_older_instruction_does_not_say_is_not_critical_and_not_skippable() -> None:
    step = msgspec.json.decode(b'{"id": "a", "title": {"en": "A"}}', type=StepBase)
    assert (step.is_critical, step.skip_right, step.more, step.uses) == (False, None, (), ())
