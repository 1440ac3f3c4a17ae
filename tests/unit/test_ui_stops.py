"""Why a station stood still, asked by the plant's own tree of reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.flow_documents import ReasonGroup, StopReason, StopReasons
from app.services.line_state import StopQuestion
from app.services.stops import NameStops
from tests.screens import line_scenes
from tests.unit.test_ui_line import acts
from tests.unit.test_ui_presenter import Scene
from ui.presenters.stop_face import reason_phrase
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
