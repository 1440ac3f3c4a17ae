"""Calls of other stations and messages, as the screen's presenter shows and takes them."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.domain.calls import ARRIVED
from app.domain.plant_calls import EscalationPlan, PlanRung
from app.services.broadcasts import (
    LookUpAudiences,
    PutOffBroadcasts,
    ReadBroadcast,
    SendBroadcast,
)
from app.services.calls import AnswerCall, CloseCall
from app.services.line_state import LineState
from app.services.station_state import StationState
from tests.screens import andon_scenes, line_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.andon_face import AndonBody
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import BandBody
from ui.theme.tokens import ShownState


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def names(scene: Scene) -> list[str]:
    return [action.name for action in scene.screen.actions.left]


def by_an_operator(state: StationState) -> StationState:
    return replace(scenes.signed_in(), line=state.line)


# -- calls of other stations ---------------------------------------------------------------


def test_who_is_not_called_is_not_bothered() -> None:
    scene = Scene(by_an_operator(andon_scenes.elsewhere()))
    assert scene.screen.header.call is None
    scene.tap("help")
    assert "line_calls" not in names(scene)


def test_a_lead_sees_on_every_face_that_others_call() -> None:
    chip = Scene(andon_scenes.elsewhere()).screen.header.call
    assert chip is not None
    assert say(chip.words) == "Calls elsewhere: 2"
    state = andon_scenes.elsewhere()
    unseen = replace(state.line.elsewhere[0], answers=())
    chip = Scene(replace(state, line=LineState(elsewhere=(unseen,)))).screen.header.call
    assert chip is not None
    assert (chip.state, say(chip.words)) == (ShownState.CALLING, "Maintenance · ST-050")


def test_the_list_says_where_whom_and_how_far() -> None:
    scene = Scene(andon_scenes.elsewhere())
    scene.tap("help")
    scene.tap("line_calls")
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert [say(row.words) for row in body.rows] == ["ST-050 · Maintenance", "ST-070 · Quality"]
    assert say(body.rows[0].below) == "Station is stopped · SN 0418-77231"


def test_help_is_answered_from_afar_and_solved_only_by_who_is_there() -> None:
    scene = Scene(andon_scenes.elsewhere())
    for name in ("help", "line_calls", "elsewhere:maintenance"):
        scene.tap(name)
    assert scene.screen.actions.primary is None
    scene.tap("call_stage:arrived")
    assert acts(scene) == [AnswerCall("maintenance", ARRIVED)]
    scene.show(andon_scenes.there())
    scene.tap("primary")
    assert acts(scene)[-1] == CloseCall("maintenance", "solved")
    assert scene.screen.face == "line_calls"


def test_a_call_that_is_closed_meanwhile_leads_back_to_the_others() -> None:
    scene = Scene(andon_scenes.elsewhere())
    for name in ("help", "line_calls", "elsewhere:maintenance"):
        scene.tap(name)
    state = andon_scenes.elsewhere()
    scene.show(replace(state, line=LineState(elsewhere=state.line.elsewhere[1:])))
    assert scene.screen.face == "line_calls"


def test_the_plants_plan_says_who_is_next_in_its_own_words() -> None:
    rung = PlanRung(to="plant manager", after_s=300, stage="arrived")
    plan = EscalationPlan(plan="x", kind="maintenance", line="L4", rungs=(rung,))
    called = line_scenes.called()
    station = msgspec.structs.replace(called.station, line="L4")
    line = replace(called.line, plans=(plan,))
    scene = Scene(replace(called, station=station, line=line))
    scene.tap("help")
    body = scene.screen.body
    assert isinstance(body, AndonBody)
    assert say(body.after_timer) == "plant manager in 02:50"


# -- messages ------------------------------------------------------------------------------


def test_an_urgent_message_cannot_be_put_off_and_hides_nothing_in_work() -> None:
    assert Scene(andon_scenes.at_work()).screen.face == "step.torque"
    scene = Scene(andon_scenes.urgent())
    assert scene.screen.face == "message.m-1"
    assert "message_later" not in names(scene)


def test_a_second_tap_does_not_sign_for_the_next_message() -> None:
    scene = Scene(andon_scenes.urgent())
    scene.tap("primary")
    assert acts(scene) == [ReadBroadcast("m-1")]
    state = andon_scenes.urgent()
    scene.show(replace(state, line=LineState(messages=state.line.messages[1:])))
    assert scene.screen.face == "message.m-2"


def test_what_can_wait_is_put_off_and_stays_in_the_header() -> None:
    scene = Scene(andon_scenes.to_read())
    scene.tap("message_later")
    assert acts(scene) == [PutOffBroadcasts()]
    state = andon_scenes.to_read()
    scene.show(replace(state, line=replace(state.line, is_later=True)))
    assert scene.screen.face == "queue"
    chip = scene.screen.header.call
    assert chip is not None
    assert say(chip.words) == "Messages: 1"


def test_a_message_is_read_in_the_readers_language() -> None:
    body = Scene(andon_scenes.to_read()).screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline).startswith("Housing lot H-2210")
    assert say(body.why) == "Message from: Team lead, ST-050"


@pytest.mark.parametrize("state", [scenes.signed_in, scenes.torque])
def test_an_operator_has_no_button_to_write(state: object) -> None:
    assert callable(state)
    scene = Scene(state())
    scene.tap("help")
    assert "write" not in names(scene)


def test_a_message_is_not_said_to_be_sent_before_it_is_recorded() -> None:
    scene = Scene(andon_scenes.elsewhere())
    for name in ("help", "write", *(f"key:{letter}" for letter in "Halt"), "primary"):
        scene.tap(name)
    scene.tap("write_urgent:yes")
    scene.tap("write_to:everybody")
    (sent,) = acts(scene)
    assert isinstance(sent, SendBroadcast)
    assert (sent.words, sent.audience, sent.is_urgent) == ("Halt", "everybody", True)
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.why) == "The message is being recorded."
    state = andon_scenes.elsewhere()
    scene.show(replace(state, line=replace(state.line, sent="m-1")))
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.why) == "The message is on its way."


def written(state: StationState, *taps: str) -> Scene:
    """A lead has written a message, and is asked for whom."""
    scene = Scene(state)
    scene.tap("help", "write", *(f"key:{letter}" for letter in "Halt"), "primary", *taps)
    return scene


def test_nobody_is_meant_before_somebody_is_chosen() -> None:
    scene = written(andon_scenes.looked_up(), "write_to:station", "name:ST-050", "name:ST-050")
    assert scene.primary == ("waiting", "Choose for whom")
    scene.tap("primary")
    assert acts(scene) == [LookUpAudiences("en")]


def test_until_the_station_has_looked_it_says_so() -> None:
    scene = written(andon_scenes.elsewhere(), "write_to:work", "write_to:part")
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert (say(body.line), body.rows) == ("Looking up …", ())
    scene.show(andon_scenes.looked_up())
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert [(row.words, row.below) for row in body.rows] == [
        ("HS-200", "Housing"), ("6204-2Z", "Bearing"),
    ]  # fmt: skip


def test_chosen_stations_get_it_before_their_next_unit() -> None:
    scene = written(
        andon_scenes.looked_up(),
        "write_urgent:yes", "write_to:station", "name:ST-050", "name:ST-110", "primary",
    )  # fmt: skip
    sent = SendBroadcast("Halt", "en", "station", ("ST-050", "ST-110"), is_urgent=True)
    assert acts(scene)[-1] == sent
    assert scene.screen.face == "message.sent"


def test_back_from_the_names_keeps_the_words_and_the_hurry() -> None:
    scene = written(
        andon_scenes.looked_up(),
        "write_urgent:yes", "write_to:work", "write_to:order", "to_whom", "write_to:before",
    )  # fmt: skip
    body = scene.screen.body
    assert isinstance(body, AndonBody)
    assert body.line == "Halt"
    assert [is_chosen for _, _, is_chosen in body.choices] == [False, True]
