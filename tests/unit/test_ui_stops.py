"""Why a station stood still, asked by the plant's own tree of reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.flow_documents import ReasonGroup, StopReason, StopReasons
from app.domain.refusal import Refusal
from app.services.card import PostponeCard
from app.services.card_state import CardState
from app.services.line_state import LineState, StopQuestion
from app.services.station_state import ShownRefusal
from app.services.stops import NameStops
from tests.screens import line_scenes, scenes
from tests.screens.situations import situation
from tests.unit.test_ui_line import acts
from tests.unit.test_ui_presenter import Scene
from ui.presenters.stop_reasons import reason_phrase
from ui.presenters.view_states import TilesBody

TREE = StopReasons(
    line="L4",
    groups=(
        ReasonGroup(
            code="material",
            name={"en": "Material", "de": "Material"},
            reasons=(
                StopReason("feeding", {"en": "Feeding", "de": "Zuf\u00fchrung"}),
                StopReason("missing", {"en": "Missing"}),
            ),
        ),
        *(ReasonGroup(code=f"g{n}", name={"en": f"Group {n}"}) for n in range(7)),
    ),
)


def asked(tree: StopReasons = TREE, *, likely: tuple[str, ...] = ("material/feeding",)) -> Scene:
    scene = line_scenes.to_name()
    assert scene.line.ask is not None
    reasons = (*likely, *(code for code in tree.codes if code not in likely), "other")
    question = StopQuestion(scene.line.ask.stops, reasons, len(likely), tree)
    return Scene(replace(scene, line=replace(scene.line, ask=question)))


def names(scene: Scene) -> list[str]:
    body = scene.screen.body
    assert isinstance(body, TilesBody)
    return [tile.name for tile in body.tiles]


def test_the_likeliest_comes_first_and_one_tap_names_it() -> None:
    scene = asked()
    assert names(scene)[:2] == ["stop_reason:material/feeding", "stop_group:material"]
    scene.tap("stop_reason:material/feeding")
    assert acts(scene) == [NameStops(("s",), "material/feeding")]


def test_a_group_opens_to_its_reasons_and_back() -> None:
    scene = asked()
    scene.tap("stop_group:material")
    assert names(scene) == [
        "stop_reason:material/feeding", "stop_reason:material/missing", "stop_back",
    ]  # fmt: skip
    scene.tap("stop_back")
    scene.tap("stop_group:material")
    scene.tap("stop_reason:material/missing")
    assert acts(scene) == [NameStops(("s",), "material/missing")]


def test_a_tree_too_large_for_a_page_is_turned_like_one() -> None:
    scene = asked()
    seen = set(names(scene))
    assert names(scene)[-1] == "stop_more"
    scene.tap("stop_more")
    seen |= set(names(scene))
    assert names(scene)[-1] == "stop_back"
    assert {f"stop_reason:g{n}" for n in range(7)} <= seen
    assert {"stop_reason:other", "stop_reason:unknown"} <= seen


@pytest.mark.parametrize(
    ("code", "shown"), [("material/feeding", "material, feeding"), ("loose_belt", "loose belt")]
)
def test_a_reason_of_the_plant_can_be_read_without_its_tree(code: str, shown: str) -> None:
    assert reason_phrase(code) == shown


# -- the card that follows ---------------------------------------------------------------------

OPENED = CardState(situations=(situation("stop", unit=None),))


def named(reason: str, *, card: CardState = OPENED) -> Scene:
    """A stop of eighteen minutes is named so, and that is recorded."""
    scene = Scene(line_scenes.to_name())
    scene.tap(f"stop_reason:{reason}")
    scene.show(replace(scenes.signed_in(), line=LineState(), card=card))
    return scene


def test_a_named_stop_is_followed_by_its_card() -> None:
    scene = named("material")
    assert scene.screen.face == "card"
    scene.tap("card_later")
    assert acts(scene)[1:] == [PostponeCard("situation-stop")]
    assert scene.screen.face == "queue"


def test_the_next_unit_does_not_wait_for_the_card() -> None:
    scene = named("material")
    scene.show(scenes.torque())
    assert scene.screen.face == "step.torque"


def test_the_card_of_another_reason_is_not_taken_for_it() -> None:
    scene = named("tool")
    scene.tap("response:clean")
    assert len(acts(scene)) == 1


def test_what_nobody_knows_or_somebody_put_off_has_no_card_by_itself() -> None:
    assert named("unknown").screen.face == "queue"
    put_off = replace(situation("stop", unit=None), postponed_in="Early")
    assert named("material", card=CardState(situations=(put_off,))).screen.face == "queue"


def test_short_stops_have_no_card_by_themselves() -> None:
    scene = Scene(line_scenes.to_name_short())
    scene.tap("stop_reason:material")
    scene.show(replace(scenes.signed_in(), card=OPENED))
    assert scene.screen.face == "queue"


def test_a_stop_a_lead_has_named_meanwhile_has_no_card() -> None:
    scene = Scene(line_scenes.to_name())
    scene.show(replace(scenes.signed_in(), card=OPENED))
    assert scene.screen.face == "queue"

    scene = Scene(line_scenes.to_name())
    scene.tap("stop_reason:material")
    refused = ShownRefusal(Refusal("stop.already_set", {"who": "lead"}), scenes.NOW_US)
    scene.show(replace(scenes.signed_in(), refusal=refused, card=OPENED))
    assert scene.screen.face == "blocked"
