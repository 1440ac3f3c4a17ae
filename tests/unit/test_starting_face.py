"""Before the station is open nothing is taken, and the screen says so."""

from __future__ import annotations

from tests.screens import scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.view_states import BandBody


def words(scene: Scene) -> list[str]:
    body = scene.screen.body
    assert isinstance(body, BandBody)
    return [say(one) for one in (body.headline, body.why, *body.todo)]


def test_a_scan_before_it_is_open_is_refused_in_words_and_heard() -> None:
    scene = Scene(scenes.starting())
    scene.presenter.code_scanned("BADGE-417")
    assert scene.intents.calls == []
    assert scene.cues == ["nok"]
    assert words(scene) == [
        "Starting. This scan was not taken.",
        "The station opens its records.",
        "Wait a moment.",
        "Scan again.",
    ]


def test_a_scan_before_anything_is_shown_is_not_taken_either() -> None:
    scene = Scene()
    scene.presenter.code_scanned("BADGE-417")
    assert scene.intents.calls == []
    scene.show(scenes.starting())
    assert words(scene)[0] == "Starting. This scan was not taken."


def test_it_stays_said_while_the_station_tells_how_far_it_is() -> None:
    scene = Scene(scenes.starting())
    scene.presenter.code_scanned("BADGE-417")
    scene.show(scenes.upgrading())
    assert words(scene)[0] == "Starting. This scan was not taken."
    scene.show(scenes.signed_out())
    assert scene.screen.face == "sign_in"


def test_the_early_scan_is_kept_for_nothing() -> None:
    scene = Scene(scenes.starting())
    scene.presenter.code_scanned("BADGE-417")
    scene.show(scenes.signed_out())
    assert scene.screen.face == "sign_in"
    assert scene.intents.calls == []


def test_how_far_newer_software_is_with_the_records_is_said_and_drawn() -> None:
    body = Scene(scenes.upgrading()).screen.body
    assert isinstance(body, BandBody)
    assert "41 % done" in say(body.why)
    assert body.share == 0.412


def test_once_it_is_open_the_same_scan_is_taken() -> None:
    scene = Scene(scenes.starting())
    scene.show(scenes.signed_out())
    scene.presenter.code_scanned("BADGE-417")
    assert scene.intents.calls[0] == ("code_scanned", "BADGE-417", "wedge")


def test_nothing_can_be_tapped_while_it_starts() -> None:
    scene = Scene(scenes.starting())
    for name in ("problem", "help", "primary", "station"):
        assert not scene.tap(name)


def test_what_the_recovered_unit_was_in_is_no_news() -> None:
    scene = Scene(scenes.starting())
    scene.show(scenes.nok())
    assert scene.screen.face == "nok"
    assert scene.cues == []


def test_without_a_scan_it_only_says_that_it_starts() -> None:
    assert words(Scene(scenes.starting())) == [
        "The station starts.",
        "It opens its records. Wait a moment.",
    ]
