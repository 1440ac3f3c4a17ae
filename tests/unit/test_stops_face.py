"""A lead's list of stops: who sees it, how one is corrected, split, and found set by another."""

from __future__ import annotations

from dataclasses import replace

from app.domain.flow_documents import StopPart
from app.services.stop_settling import SeeContradiction, SettleStop
from tests.screens import scenes, stops_scenes
from tests.unit.test_ui_line import acts
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import BandBody, TilesBody


def opened(*taps: str) -> Scene:
    scene = Scene(stops_scenes.listed())
    scene.tap("help", "stops", *taps)
    return scene


def test_an_operator_has_no_way_to_the_stops() -> None:
    state = stops_scenes.contradicted()
    operator = replace(scenes.signed_in(), line=state.line)
    scene = Scene(operator)
    assert scene.screen.face == "queue"
    scene.tap("help")
    assert "stops" not in [action.name for action in scene.screen.actions.left]


def test_each_stop_says_when_why_and_by_whom() -> None:
    body = opened().screen.body
    assert isinstance(body, RowsBody)
    row = body.rows[2]
    assert say(row.words) == "08:12 to 08:30, 18 min"
    assert say(row.below) == "Material, Missing, then Machine"
    chips = [say(one.chip.words) for one in body.rows if one.chip is not None]
    assert chips == ["Not named", "Not named", "On its way", "Named", "Set by Engineer"]


def test_another_reason_is_one_tap_on_the_stop_as_it_was_seen() -> None:
    scene = opened("stop:s-0", "stop_reason:machine")
    assert acts(scene) == [SettleStop("s-0", (StopPart(reason="machine"),), 2)]
    assert scene.screen.face == "stops"


def test_a_stop_is_split_where_it_changed_and_never_beyond_its_end() -> None:
    scene = opened("stop:s-3", "stop_split", "key:1", "key:8")
    assert scene.primary[0] == "waiting"
    scene.tap("key:back", "key:7", "primary")
    body = scene.screen.body
    assert isinstance(body, TilesBody)
    assert say(body.title) == "What was it for the first 17 min?"
    assert acts(scene) == []
    scene.tap("stop_group:material", "stop_reason:material/missing", "stop_reason:setup")
    parts = (StopPart(reason="material/missing"), StopPart(reason="setup", after_s=17 * 60))
    assert acts(scene) == [SettleStop("s-3", parts, 0)]


def test_own_words_are_kept_beside_the_reason() -> None:
    scene = opened("stop:s-5", "stop_reason:other", *(f"key:{one}" for one in "Halt"), "primary")
    assert acts(scene) == [SettleStop("s-5", (StopPart(reason="other", words="Halt"),), 0)]


def test_a_lead_is_not_asked_whether_they_do_not_know() -> None:
    body = opened("stop:s-5").screen.body
    assert isinstance(body, TilesBody)
    assert "stop_reason:unknown" not in [tile.name for tile in body.tiles]


def test_who_was_second_reads_both_words_and_is_told_that_nothing_is_lost() -> None:
    scene = Scene(stops_scenes.contradicted())
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Already set by Team lead."
    assert say(body.why) == "At 09:22: Setup. That counts, for this station could not know it."
    assert [say(line) for line in body.blocks[0].lines] == [
        "Material, Feeding jammed, then Machine"
    ]
    scene.tap("primary")
    assert acts(scene) == [SeeContradiction("s-1")]
