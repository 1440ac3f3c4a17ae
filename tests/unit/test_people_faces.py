"""What the screen shows of people, without a QApplication: coming, going, signing, training."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.idle import Present
from app.services.people_state import PeopleState
from app.services.sign_in import AskTrainer
from app.services.sign_off import CancelSignature, SignByPin
from tests.screens import people_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.view_states import BandBody, IdleBody, SignInBody, StepBody, ValueSide

if TYPE_CHECKING:
    from app.services.station_state import StationState


def typed_on(scene: Scene) -> str | None:
    """What stands on the value pad; None when there is none."""
    body = scene.screen.body
    if not isinstance(body, StepBody) or not isinstance(body.side, ValueSide):
        return None
    return None if body.side.pad is None else body.side.pad.typed


def measuring() -> StationState:
    return scenes.signed_in("backlash")


def nobody(state: StationState) -> StationState:
    return replace(state, person=None, people=PeopleState())


def idle(state: StationState) -> StationState:
    return replace(state, person=None, people=PeopleState(idle_us=1))


def other(state: StationState) -> StationState:
    who = people_scenes.person("402")
    return replace(state, person=who, people=scenes.people(who))


def refused(state: StationState) -> StationState:
    shown = people_scenes.not_qualified_at_work()
    return replace(state, refusal=shown.refusal, people=shown.people)


COMING_AND_GOING = [nobody, idle, other, refused]


@given(st.lists(st.sampled_from(COMING_AND_GOING), max_size=6))
def test_who_comes_and_goes_never_touches_a_half_typed_value(ways: list[object]) -> None:
    scene = Scene(measuring())
    scene.tap("type_value", "key:0", "key:.", "key:1")
    for way in ways:
        assert callable(way)
        scene.show(way(measuring()))
    scene.show(measuring())
    assert typed_on(scene) == "0.1"


def test_a_pin_is_never_typed_into_the_value_and_is_on_no_other_face() -> None:
    scene = Scene(measuring())
    scene.tap("type_value", "key:0", "key:.", "key:1")
    scene.show(nobody(measuring()))
    scene.tap("person:417", "key:4", "key:1", "key:7", "key:0")
    body = scene.screen.body
    assert isinstance(body, SignInBody)
    assert body.pad is not None
    assert body.pad.is_secret
    scene.tap("primary")
    assert scene.intents.calls[-1] == ("pin_entered", "417", "4170")
    scene.show(measuring())
    assert typed_on(scene) == "0.1"


def test_another_step_takes_the_half_typed_value_away() -> None:
    scene = Scene(measuring())
    scene.tap("type_value", "key:0")
    scene.show(scenes.torque())
    scene.show(measuring())
    assert typed_on(scene) is None


def test_without_a_certificate_the_way_on_is_a_trainer_and_back_is_back() -> None:
    scene = Scene(people_scenes.not_qualified())
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert scene.screen.face == "blocked"
    assert "2026-11-06" in say(body.why)
    assert [say(block.title) for block in body.blocks] == ["torque", "Trainer 7"]
    assert scene.primary == ("primary", "Trainer signs")
    scene.tap("primary")
    assert scene.intents.calls == [("do", AskTrainer())]
    scene.tap("close")
    assert scene.intents.calls[-1] == ("refusal_closed",)


def test_where_nobody_trains_no_trainer_is_offered() -> None:
    state = people_scenes.not_qualified()
    shown = state.sign_in_refusal
    assert shown is not None
    facts = {k: v for k, v in shown.refusal.facts.items() if k != "who"}
    shown = replace(shown, refusal=replace(shown.refusal, facts=facts))
    scene = Scene(replace(state, sign_in_refusal=shown))
    assert scene.primary == ("primary", "Back")


def test_the_second_person_s_pin_signs_and_signs_nobody_in() -> None:
    scene = Scene(people_scenes.sign_off())
    body = scene.screen.body
    assert isinstance(body, SignInBody)
    assert [line.person for line in body.people] == ["12", "31"]
    assert say(body.line) == "You sign: “Verified: label and box are right”"
    scene.tap("person:12", "key:1", "key:2", "key:1", "key:2", "primary")
    assert scene.intents.calls == [("do", SignByPin("12", "1212"))]


def test_a_signature_is_cancelled_with_one_tap() -> None:
    scene = Scene(people_scenes.sign_off())
    scene.tap("cancel_sign")
    assert scene.intents.calls == [("do", CancelSignature())]


def test_a_refused_signature_names_the_right_and_who_has_it() -> None:
    body = Scene(people_scenes.sign_off_refused()).screen.body
    assert isinstance(body, SignInBody)
    assert body.refusal is not None
    said = say(body.refusal.line)
    assert said == "It needs the right “Sign as second person”. Ask Lead 12, Inspector 31."


def test_the_locked_screen_names_the_unit_and_a_touch_leads_to_the_sign_in() -> None:
    scene = Scene(people_scenes.idle())
    body = scene.screen.body
    assert isinstance(body, IdleBody)
    assert body.time == "09:42"
    assert "0418-77231" in say(body.notes[0])
    scene.tap("wake")
    assert scene.intents.calls[0] == ("do", Present())
    scene.show(nobody(scenes.torque()))
    assert scene.screen.face == "sign_in"


@pytest.mark.parametrize(
    ("state", "below", "short"),
    [
        (people_scenes.training, "Trained by TR 7", "OP 409 + TR 7"),
        (people_scenes.crew, "With OP 417", "OP 402 + OP 417"),
        (people_scenes.certificate_ends, "“torque”, days left: 6", "OP 417"),
    ],
)
def test_the_header_says_who_is_there_and_what_ends_soon(
    state: object, below: str, short: str
) -> None:
    assert callable(state)
    header = Scene(state()).screen.header
    assert below in say(header.below_person)
    assert say(header.person_short) == short


def test_who_only_looks_and_types_is_told_to_the_station_now_and_then() -> None:
    scene = Scene(measuring())
    scene.tap(*["type_value", *["key:1"] * 8])
    assert ("do", Present()) not in scene.intents.calls
    scene.seconds.now_s += 20
    scene.tap("key:2")
    assert scene.intents.calls.count(("do", Present())) == 1
