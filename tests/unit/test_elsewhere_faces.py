"""What the screen says of other stations' work on a unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.ports.sync import SyncState
from app.services.scan_routing import UnitIsHere
from tests.screens import elsewhere_scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.guard_face import GuardBody
from ui.presenters.view_states import BandBody, StepBody

if TYPE_CHECKING:
    from app.services.station_state import StationState


def note(state: StationState) -> str:
    body = Scene(state).screen.body
    assert isinstance(body, StepBody)
    return say(body.language_note)


def test_the_rail_says_where_each_step_was_done() -> None:
    done, *_, open_one = Scene(elsewhere_scenes.gone_on()).screen.rail[:7]
    assert say(done.detail) == "at ST-020"
    assert say(open_one.detail) == "4 × 25 Nm + 60°"


def test_what_the_server_has_just_told_needs_no_note() -> None:
    assert note(elsewhere_scenes.gone_on()) == ""


def test_knowledge_that_is_old_says_from_when_it_is() -> None:
    words = "Server not reached: work at other stations as of 08:42."
    assert note(elsewhere_scenes.known_from()) == words


def test_that_nothing_is_known_is_said_at_the_first_steps() -> None:
    words = "Server not reached: work at other stations is not known."
    assert note(elsewhere_scenes.never_told()) == words
    assert note(elsewhere_scenes.gone_on(is_fresh=False, told_us=None)) == ""


def test_a_station_without_a_plant_misses_nothing() -> None:
    state = elsewhere_scenes.never_told()
    alone = replace(state.sync, state=SyncState.NOT_ENROLLED)
    assert note(replace(state, sync=alone)) == ""


def test_of_another_unit_nothing_is_said() -> None:
    state = elsewhere_scenes.known_from()
    assert state.elsewhere is not None
    assert note(replace(state, elsewhere=replace(state.elsewhere, serial="U-2"))) == ""


def test_a_unit_that_is_open_elsewhere_may_be_said_to_be_here() -> None:
    scene = Scene(elsewhere_scenes.refused("unit.open_elsewhere"))
    assert scene.tap("is_here")
    assert scene.intents.calls == [("do", UnitIsHere())]


@pytest.mark.parametrize("code", ["unit.completed_elsewhere", "unit.unfinished"])
def test_no_word_of_a_person_opens_what_is_over_or_not_due(code: str) -> None:
    scene = Scene(elsewhere_scenes.refused(code))
    assert not scene.tap("is_here")
    assert isinstance(scene.screen.body, BandBody)
    assert "ST-020" in say(scene.screen.body.why)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("begun", "Unit 0418-77230 is at ST-020, step 8: Backlash."),
        ("completed", "Unit 0418-77230 was finished at ST-020."),
        ("held", "Unit 0418-77230 is on hold at ST-020."),
    ],
)
def test_the_guard_names_the_other_station(where: str, words: str) -> None:
    body = Scene(elsewhere_scenes.guard(where)).screen.body
    assert isinstance(body, GuardBody)
    assert say(body.headline) == words
