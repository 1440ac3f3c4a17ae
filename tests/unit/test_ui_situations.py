"""The way to the card of every kind of situation: its button where it is shown, else the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.services.card import DecideCard, DraftCard, LookAtCard
from app.services.card_state import CardState
from tests.screens import card_scenes, chart_scenes, curve_scenes, problem_scenes, scenes
from tests.screens.card_scenes import with_situation
from tests.screens.situations import situation, third_bolt
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.card_body import CardBody
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import HEADER

if TYPE_CHECKING:
    from app.services.station_state import StationState


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def left(scene: Scene) -> list[str]:
    return [action.name for action in scene.screen.actions.left]


def rows(scene: Scene) -> list[str]:
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    return [row.name.removeprefix("situation:situation-") for row in body.rows]


def held_for(why: str, about: str) -> StationState:
    state = scenes.held()
    assert state.run is not None
    return with_situation(replace(state, run=replace(state.run, held=why)), about)


# -- what is not -------------------------------------------------------------------------------


def test_where_nothing_waits_there_is_no_way_to_the_list() -> None:
    scene = Scene(scenes.torque())
    assert scene.screen.header.way == "station"
    scene.tap("problem")
    assert "situations" not in left(scene)


def test_a_decision_about_another_failure_leaves_the_one_on_the_screen_open() -> None:
    bolt = third_bolt()
    context = {**bolt.opened.context, "step": "tighten-a"}
    opened = msgspec.structs.replace(
        bolt.opened, situation="situation-2", step="tighten-a", context=context
    )
    other = replace(bolt, opened=opened, unit="0418-77200")
    put_off = replace(bolt, postponed_in="Early")
    state = replace(scenes.nok(), card=CardState(situations=(other, put_off)))
    scene = Scene(state)
    scene.tap("problem", "situations", "situation:situation-2")
    body = scene.screen.body
    assert isinstance(body, CardBody)
    assert body.left is not None
    assert "Unit 0418-77200" in [say(fact) for fact in body.left.facts]
    scene.tap("responses", "take:clean", "constraint:unknown", "tradeoff:none", "primary")
    assert isinstance(acts(scene)[-1], DecideCard)
    assert ("nok_acknowledged",) not in scene.intents.calls


def test_another_refusal_than_that_of_the_situation_does_not_lead_to_it() -> None:
    assert "why:situation-scan" not in left(Scene(with_situation(scenes.blocked_wrong(), "scan")))


def test_a_decision_made_meanwhile_is_not_opened_again() -> None:
    scene = Scene(card_scenes.all_kinds())
    scene.tap(HEADER)
    scene.show(replace(card_scenes.all_kinds(), card=CardState()))
    scene.tap("situation:situation-gap")
    assert (scene.screen.face, rows(scene), acts(scene)) == ("situations", [], [])


def test_a_hold_is_not_explained_by_something_else_of_the_unit() -> None:
    assert Scene(held_for("quality", "scan")).primary == ("primary", "Next unit")


# -- the button where it is shown --------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "about"),
    [
        (lambda: with_situation(scenes.blocked(), "scan"), "scan"),
        (lambda: with_situation(scenes.done_with_gaps(), "gap"), "gap"),
        (lambda: with_situation(curve_scenes.ok(), "curve", step="tighten-b"), "curve"),
        (lambda: with_situation(problem_scenes.open_defects(), "defect"), "defect"),
    ],
)
def test_its_card_is_one_tap_from_where_it_is_shown(state: object, about: str) -> None:
    scene = Scene(state())  # type: ignore[operator]
    scene.tap(f"why:situation-{about}")
    assert scene.screen.face == "card"
    assert acts(scene) == [LookAtCard(f"situation-{about}")]
    scene.tap("constraint:unknown")
    drafted = acts(scene)[-1]
    assert isinstance(drafted, DraftCard)
    assert drafted.situation == f"situation-{about}"


@pytest.mark.parametrize(
    ("why", "about"),
    [
        ("characteristic_alarm", "drift"),
        ("defect_ask_quality", "defect"),
        ("defect_scrap", "defect"),
    ],
)
def test_a_unit_that_is_held_asks_why_before_it_is_left(why: str, about: str) -> None:
    scene = Scene(held_for(why, about))
    assert scene.primary == ("primary", "Say why")
    scene.tap("primary")
    assert scene.screen.face == "card"


def test_values_that_drift_lead_from_their_chart_to_the_card() -> None:
    state = with_situation(chart_scenes.shifting(), "drift", step="tighten-b")
    scene = Scene(state)
    scene.tap("chart:tighten-b", "why:situation-drift")
    assert scene.screen.face == "card"


def test_an_odd_curve_leads_from_the_header_to_its_card() -> None:
    scene = Scene(with_situation(curve_scenes.later(), "curve", step="tighten-b"))
    scene.tap(HEADER)
    assert scene.screen.face == "card"


@pytest.mark.parametrize("kind", ["part", "tool", "machine", "instruction", "other"])
def test_a_problem_somebody_sees_is_two_taps_from_its_card(kind: str) -> None:
    scene = Scene(with_situation(scenes.torque(), kind, step="tighten-b"))
    scene.tap("problem", f"tile:{kind}")
    assert scene.screen.face == "card"
    scene.tap("constraint:unknown")
    assert isinstance(acts(scene)[-1], DraftCard)


# -- the list ----------------------------------------------------------------------------------


def test_the_header_counts_what_waits_and_a_tap_lists_the_newest_first() -> None:
    scene = Scene(card_scenes.all_kinds())
    notice = scene.screen.header.trouble
    assert notice is not None
    assert say(notice.words) == "To decide: 9"
    scene.tap(HEADER)
    assert rows(scene) == ["other", "conflict", "gap", "drift", "curve", "defect"]
    scene.tap("down")
    assert rows(scene)[:2] == ["scan", "stop"]


def test_one_tap_opens_a_card_and_the_station_looks_up_what_was_done_before() -> None:
    scene = Scene(card_scenes.all_kinds())
    scene.tap(HEADER, "situation:situation-conflict")
    assert scene.screen.face == "card"
    assert acts(scene) == [LookAtCard("situation-conflict")]


def test_who_is_away_from_the_queue_finds_the_list_where_problems_are_reported() -> None:
    state = scenes.torque_lost()
    scene = Scene(replace(state, card=CardState(situations=(situation("stop", unit=None),))))
    assert scene.screen.header.way == "station"
    scene.tap("problem", "situations")
    assert rows(scene) == ["stop"]


def test_the_station_is_still_reached_through_the_list() -> None:
    scene = Scene(card_scenes.all_kinds())
    scene.tap(HEADER, "station")
    assert scene.screen.face == "station"
