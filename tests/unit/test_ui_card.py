"""The card at the screen: how many taps, what is kept, what is shown, and what is not."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.services.calls import OpenCall
from app.services.card import (
    ConfirmCause,
    DecideCard,
    DraftCard,
    LookAtCard,
    LookAtCases,
    PostponeCard,
)
from app.services.card_state import CardState
from tests.screens import card_scenes, curve_scenes, scenes, step_scenes
from tests.screens.situations import SITUATION, third_bolt
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.card_body import CardBody
from ui.presenters.rows import RowsBody
from ui.presenters.scene import Room
from ui.presenters.view_states import BandBody, TilesBody

CHOSEN = ("response:clean", "constraint:thread", "tradeoff:time")


def body_of(scene: Scene) -> CardBody:
    body = scene.screen.body
    assert isinstance(body, CardBody)
    return body


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def chosen(scene: Scene) -> set[str]:
    body = body_of(scene)
    chips = {chip.name for _, row in body.rows for chip in row if chip.is_chosen}
    return chips | {one.name for one in body.responses if one.is_chosen}


# -- what is not -------------------------------------------------------------------------------


def test_nothing_is_chosen_beforehand_and_nothing_can_be_saved_then() -> None:
    scene = Scene(card_scenes.nok_known())
    assert scene.screen.face == "card"
    assert chosen(scene) == set()
    assert not scene.tap("primary")
    assert acts(scene) == []


@pytest.mark.parametrize("missing", CHOSEN)
def test_each_question_wants_an_answer(missing: str) -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap(*(name for name in CHOSEN if name != missing))
    assert scene.primary == ("waiting", "Choose from each")


def test_what_is_suspended_or_contradicted_tells_and_cannot_be_chosen() -> None:
    body = body_of(Scene(card_scenes.nok_barred()))
    assert [one.name for one in body.responses] == ["response:clean", "", ""]
    assert [say(one.held) for one in body.responses[1:]] == [
        "suspended: worse once is enough here",
        "contradicts another decision",
    ]
    assert say(body.responses[0].line).startswith("It is in the instruction")


def test_without_like_cases_the_card_says_so() -> None:
    assert say(body_of(Scene(card_scenes.nok_unknown())).none_yet) == "No similar case yet"


def test_what_is_critical_is_said_over_the_whole_screen_first() -> None:
    assert Scene(step_scenes.critical(card_scenes.nok_known())).screen.face == "critical"


def test_a_card_is_closed_with_its_unit() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("response:clean")
    state = scenes.nok()
    assert state.run is not None
    scene.show(replace(state, run=replace(state.run, serial="0418-77232")))
    assert scene.screen.face == "nok"


def test_a_card_that_was_decided_elsewhere_is_closed() -> None:
    scene = Scene(scenes.nok())
    scene.tap("why")
    scene.show(replace(scenes.nok(), card=CardState()))
    scene.tap("constraint:thread")
    assert acts(scene) == [LookAtCard(SITUATION)]


# -- when it is there --------------------------------------------------------------------------


def test_it_is_offered_at_the_first_failure_and_there_by_itself_at_the_second() -> None:
    first = scenes.tightening(3, "16.94", "112", reasons=("torque_low",))
    card = CardState(situations=(third_bolt(),))
    state = replace(scenes.signed_in("tighten-b", *scenes.GOOD, first), card=card)
    scene = Scene(state)
    assert scene.screen.face == "nok"
    scene.tap("why")
    assert scene.screen.face == "card"
    assert acts(scene) == [LookAtCard(SITUATION)]
    assert Scene(replace(scenes.nok(), card=card)).screen.face == "card"


def test_later_closes_it_and_is_offered_once() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("card_later")
    assert acts(scene) == [PostponeCard(SITUATION)]
    scene = Scene(scenes.nok())
    assert scene.screen.face == "nok"
    scene.tap("why")
    assert "card_later" not in [one.name for one in scene.screen.actions.left]
    scene.tap("back")
    assert scene.screen.face == "nok"


def test_what_was_put_off_is_opened_again_from_the_handover() -> None:
    scene = Scene(card_scenes.put_off())
    scene.tap("handover_behind")
    scene.tap(f"behind:decision_waiting:{SITUATION}")
    assert scene.screen.face == "card"
    left = body_of(scene).left
    assert left is not None
    assert say(left.title) == third_bolt().opened.title
    assert "card_later" not in [one.name for one in scene.screen.actions.left]


def test_what_is_too_old_or_decided_has_no_card_to_come_back_to() -> None:
    scene = Scene(replace(card_scenes.put_off(), card=CardState()))
    scene.tap("handover_behind")
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert "" in [row.name for row in body.rows]


def test_the_team_lead_is_called_from_it() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("card_lead")
    assert acts(scene) == [OpenCall("lead")]
    assert scene.screen.face == "call.sent"


def test_a_reported_problem_has_its_card_once_it_is_recorded() -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem", "tile:tool")
    assert scene.screen.face == "card"
    scene.tap("constraint:tool_broken")
    assert chosen(scene) == set()
    record = third_bolt()
    context = {**record.opened.context, "about": "tool"}
    about = msgspec.structs.replace(record.opened, context=context)
    record = replace(record, opened=about)
    scene.show(replace(scenes.torque(), card=CardState(situations=(record,))))
    scene.tap("constraint:tool_broken")
    assert chosen(scene) == {"constraint:tool_broken"}


# -- from the failure to the decision ----------------------------------------------------------


def test_from_the_failure_to_the_decision_in_four_taps() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap(*CHOSEN, "primary")
    assert [type(act) for act in acts(scene)] == [DraftCard] * 3 + [DecideCard]
    decided = acts(scene)[-1]
    assert isinstance(decided, DecideCard)
    assert decided.draft == DraftCard(SITUATION, "thread", "clean", ("time",))
    assert decided.taps == 4
    assert scene.intents.calls[-1] == ("nok_acknowledged",)


def test_the_time_to_choose_counts_from_the_result_not_from_the_first_tap() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap(*CHOSEN, "primary")
    decided = acts(scene)[-1]
    assert isinstance(decided, DecideCard)
    current = card_scenes.nok_known().run
    assert current is not None
    assert current.current is not None
    failed = current.current.tightenings[-1].reading.received_at
    assert decided.after_s == pytest.approx(scenes.NOW_US / 1e6 - failed.timestamp())


def test_with_something_else_it_takes_five() -> None:
    scene = Scene(card_scenes.nok_unknown())
    scene.tap("responses", "take:replace_part", "constraint:unknown", "tradeoff:none", "primary")
    decided = acts(scene)[-1]
    assert isinstance(decided, DecideCard)
    assert (decided.draft.response, decided.taps) == ("replace_part", 5)


def test_a_small_panel_asks_in_two_faces_and_as_many_taps() -> None:
    scene = Scene()
    scene.presenter._room = Room(is_small=True)
    scene.show(card_scenes.nok_known())
    assert body_of(scene).rows == ()
    scene.tap("response:clean")
    assert scene.screen.face == "card.why"
    assert body_of(scene).left is None
    scene.tap("card_before")
    assert chosen(scene) == {"response:clean"}
    scene.tap("response:replace_tool", "constraint:thread", "tradeoff:none", "primary")
    assert isinstance(acts(scene)[-1], DecideCard)


def test_the_window_is_filled_in_from_the_response_and_can_be_changed() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("response:clean")
    assert "expect:50" in chosen(scene)
    scene.tap("expect:20")
    assert "expect:50" not in chosen(scene)
    assert acts(scene)[-1] == DraftCard(SITUATION, response="clean", expected="20")


def test_prices_add_up_but_none_and_unknown_stand_alone() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("tradeoff:time", "tradeoff:scrap")
    assert chosen(scene) == {"tradeoff:time", "tradeoff:scrap"}
    scene.tap("tradeoff:none")
    assert chosen(scene) == {"tradeoff:none"}
    scene.tap("tradeoff:time", "tradeoff:time")
    assert chosen(scene) == set()


def test_own_words_stand_beside_a_cause_and_are_one_without() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("card_words", *(f"key:{letter}" for letter in "Slips"), "primary")
    assert acts(scene)[-1] == DraftCard(SITUATION, "other", words="Slips")
    scene.tap("constraint:bit_worn")
    assert acts(scene)[-1] == DraftCard(SITUATION, "bit_worn", words="Slips")


def test_a_draft_is_there_again_when_the_card_is_opened_later() -> None:
    scene = Scene(card_scenes.nok_drafted())
    scene.tap("why")
    assert {"constraint:thread", "response:clean", "tradeoff:time"} <= chosen(scene)
    assert say(body_of(scene).said) == "“The bit slips at the end.”"


# -- what it says ------------------------------------------------------------------------------


def test_it_says_how_often_it_held_when_last_and_that_few_cases_say_little() -> None:
    body = body_of(Scene(card_scenes.nok_known()))
    assert [say(one.held) for one in body.responses] == [
        "held in 10 of 11",
        "held in 2 of 7",
        "held in 2 of 2",
    ]
    assert say(body.responses[2].line).startswith("Too few cases")
    assert body.left is not None
    assert [say(one) for one in body.left.quiet] == [
        "3 of the last 20 units with lot H-2210 did this.",
        "Last time: Clean it. It held: no repeat in 50 units.",
    ]


def test_the_left_side_reads_the_curve() -> None:
    state = replace(curve_scenes.nok(), card=card_scenes.nok_known().card)
    left = body_of(Scene(state)).left
    assert left is not None
    assert left.plot is not None
    assert any(say(fact).startswith("Looks like a stripped thread") for fact in left.facts)


def test_the_cases_are_behind_the_numbers() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("cases")
    assert acts(scene)[-1] == LookAtCases(SITUATION)
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert len(body.rows) == 5
    assert body.rows[0].chip is not None
    assert say(body.rows[0].chip.words) == "Held"
    assert "in common: Cover" in say(body.rows[0].below)
    scene.tap("list_back")
    assert scene.screen.face == "card"


def test_not_to_know_what_to_do_is_on_the_first_page_of_the_list() -> None:
    scene = Scene(card_scenes.nok_known())
    scene.tap("responses")
    body = scene.screen.body
    assert isinstance(body, TilesBody)
    assert "take:unknown" in [tile.name for tile in body.tiles]
    scene.tap("down", "up", "list_back")
    assert scene.screen.face == "card"


@pytest.mark.parametrize("answer", ["yes", "partly", "no", "other", "later"])
def test_one_question_after_it_worked(answer: str) -> None:
    scene = Scene(card_scenes.worked())
    body = scene.screen.body
    assert isinstance(body, TilesBody)
    assert say(body.title) == "It works now. Was it this: Thread dirty?"
    scene.tap(f"worked_{answer}")
    assert acts(scene) == [ConfirmCause(answer)]


def test_own_words_are_asked_about_in_those_words() -> None:
    state = card_scenes.worked()
    asked = state.card.worked
    assert asked is not None
    assert asked.decision is not None
    made = msgspec.structs.replace(asked.decision, constraint="other", words="Oil on the bit")
    other = replace(asked, decision=made)
    body = Scene(replace(state, card=replace(state.card, worked=other))).screen.body
    assert isinstance(body, TilesBody)
    assert say(body.title) == "It works now. Was it this: Oil on the bit?"


def test_an_outcome_that_came_back_is_a_quiet_line_between_two_units() -> None:
    body = Scene(card_scenes.told()).screen.body
    assert isinstance(body, BandBody)
    expected = "From an earlier decision: Clean it. It held: no repeat in 50 units."
    assert say(body.note) == expected
