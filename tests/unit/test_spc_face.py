"""The chart page: when there is a way to it, what it says, and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.spc import LookAtChart
from tests.screens import chart_scenes, health_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.spc_face import ChartBody
from ui.presenters.view_states import StepBody, ValueSide
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.station_state import StationState

CHART = "chart:tighten-b"


def opened(state: StationState) -> ChartBody:
    scene = Scene(state)
    scene.tap(CHART)
    body = scene.screen.body
    assert isinstance(body, ChartBody)
    return body


def buttons(state: StationState) -> list[str]:
    return [action.name for action in Scene(state).screen.actions.left]


def facts(body: ChartBody) -> dict[str, str]:
    return {say(label): say(value) for label, value in body.facts}


def side(state: StationState) -> ValueSide:
    body = Scene(state).screen.body
    assert isinstance(body, StepBody)
    assert isinstance(body.side, ValueSide)
    return body.side


def test_without_values_there_is_no_way_to_a_chart() -> None:
    assert CHART not in buttons(scenes.torque())
    assert CHART not in buttons(chart_scenes.of_values([25.0, 25.1, 25.2, 24.9]))
    assert CHART in buttons(chart_scenes.of_values([25.0, 25.1, 25.2, 24.9, 25.3]))


def test_before_there_are_limits_no_limit_and_no_index_is_shown() -> None:
    body = opened(chart_scenes.few())
    assert body.chip.state is ShownState.TODO
    assert facts(body) == {"Control limits": "Values still needed: 13"}
    assert body.plot is not None
    assert body.plot.ewma is None
    assert body.plot.values.upper == ()


def test_a_stable_process_shows_its_capability_with_its_interval() -> None:
    body = opened(chart_scenes.stable())
    assert body.chip.state is ShownState.OK
    assert " to " in facts(body)["Cpk (95 % interval)"]


def test_an_alarm_is_shape_and_word_and_the_index_goes() -> None:
    body = opened(chart_scenes.shifting())
    assert body.chip.state is ShownState.ATTENTION
    assert body.plot is not None
    assert "slow shift" in {say(words) for _, words in body.plot.alarms}
    assert facts(body)["Capability"].startswith("None")
    assert not any("Cpk" in label for label in facts(body))


def test_a_new_alarm_is_said_on_the_step_and_an_older_one_on_the_button_only() -> None:
    new = chart_scenes.of_values([*chart_scenes.torques(40), *([25.07] * 5)])
    old = chart_scenes.of_values([*chart_scenes.torques(40), *([25.07] * 12)])
    trouble = side(new).trouble
    assert trouble is not None
    assert not trouble.is_danger
    assert side(old).trouble is None
    words = {a.name: say(a.words) for a in Scene(old).screen.actions.left}
    assert words[CHART] == "Check chart"


def test_an_alarm_never_takes_the_primary_action_away() -> None:
    calm, alarmed = Scene(scenes.torque()), Scene(chart_scenes.frozen())
    assert alarmed.screen.actions.primary == calm.screen.actions.primary
    assert alarmed.screen.face == calm.screen.face


def test_from_one_value_there_is_a_way_to_all_of_its_step() -> None:
    scene = Scene(health_scenes.values())
    scene.tap("records:step:tighten-b")
    assert CHART not in [action.name for action in scene.screen.actions.left]
    scene.tap("record:01JCXV4700")
    assert CHART in [action.name for action in scene.screen.actions.left]
    scene.tap(CHART)
    assert scene.screen.face == "chart"
    assert ("do", LookAtChart("gearbox-mount:tighten-b")) in scene.intents.calls
    body = scene.screen.body
    assert isinstance(body, ChartBody)
    assert body.plot is None, "nothing is drawn before the station has answered"
