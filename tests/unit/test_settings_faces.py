"""Each button of settings, health and records leads where it says."""

from __future__ import annotations

import pytest

from app.services.device_test import TestDevice
from app.services.journal_care import CheckJournal, SeePlaces, WriteJournal
from app.services.long_work import CancelWork
from app.services.records import LookUp
from app.services.settings import ChangeSetting, RestartStation, TryAddress
from tests.screens import health_scenes, scenes, settings_scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody

GROUPS = ("station", "devices", "screen", "people", "network", "journal", "language", "about")


def opened(state: object, *taps: str) -> Scene:
    scene = Scene(state)  # type: ignore[arg-type]  # a state of the station
    for name in taps:
        assert scene.tap(name), name
    return scene


def rows_of(scene: Scene) -> RowsBody:
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    return body


@pytest.mark.parametrize("group", GROUPS)
def test_who_may_not_change_anything_sees_no_button_that_would(group: str) -> None:
    scene = opened(settings_scenes.operator(), "station", "settings", f"group:{group}")
    assert [r.name for r in rows_of(scene).rows if r.name.startswith("setting:")] == []


def test_a_change_needs_a_reason_and_says_recorded_only_when_it_is() -> None:
    ways = ("station", "settings", "group:screen", "setting:screen.sound", "pick:off")
    scene = opened(settings_scenes.technician(), *ways)
    assert scene.intents.calls == []
    assert scene.tap("why:better")
    assert scene.intents.calls == [("do", ChangeSetting("screen.sound", "off", "better"))]
    assert say(rows_of(scene).line) == "Recording the change…"
    scene.show(settings_scenes.changed())
    assert say(rows_of(scene).line) == "Recorded: Sound, On → Off"


def test_an_address_can_be_saved_only_after_an_answer() -> None:
    ways = ("station", "settings", "group:devices", "setting:device.T-07.url", "try")
    scene = opened(settings_scenes.technician(), *ways)
    url = settings_scenes.CONFIG.device[0].url
    assert scene.intents.calls == [("do", TryAddress("T-07", url))]
    assert not scene.tap("primary")
    scene.show(settings_scenes.trial(settings_scenes.SILENT))
    assert scene.primary == ("primary", "Try again")
    scene.show(settings_scenes.trial(settings_scenes.ANSWERS))
    assert scene.tap("primary")
    assert scene.screen.face == "settings.why"


def test_the_card_is_measured_in_steps_of_a_pixel() -> None:
    ways = ("station", "settings", "group:screen", "setting:screen.px_per_mm", "longer", "primary")
    scene = opened(settings_scenes.technician(), *ways)
    assert scene.tap("why:wrong")
    assert scene.intents.calls == [("do", ChangeSetting("screen.px_per_mm", "4.03", "wrong"))]


def test_what_waits_for_a_start_offers_the_start() -> None:
    scene = opened(settings_scenes.waiting(), "station", "settings", "group:devices", "restart")
    assert scene.intents.calls == [("do", RestartStation())]


def test_the_server_is_tried_from_the_network_group() -> None:
    scene = opened(settings_scenes.technician(), "station", "settings", "group:network", "retry")
    assert scene.intents.calls == [("retry_pressed",)]


def test_the_records_are_written_where_somebody_said_and_the_work_can_be_stopped() -> None:
    ways = ("station", "settings", "group:journal", "journal:journal.export")
    scene = opened(settings_scenes.places(), *ways)
    folder = "/media/kiosk/SHIFT-2"
    assert scene.tap(f"place:{folder}")
    scene.show(settings_scenes.with_work("journal.export", done=1, total=9, since_s=0))
    assert scene.tap("stop_work")
    write = WriteJournal("journal.export", folder)
    assert [c[1] for c in scene.intents.calls] == [
        SeePlaces(),
        write,
        CancelWork("journal.export"),
    ]


def test_a_check_of_the_records_asks_nothing() -> None:
    ways = ("station", "settings", "group:journal", "journal:journal.check")
    scene = opened(settings_scenes.operator(), *ways)
    assert scene.intents.calls == [("do", CheckJournal())]


def test_a_device_opens_its_page_with_its_log_and_is_tested_there() -> None:
    scene = opened(health_scenes.health(), "station", "device:G-12", "test_device")
    asked = [c[1] for c in scene.intents.calls]
    assert asked == [LookUp("device", "G-12"), TestDevice("G-12")]


def test_why_a_lot_is_blocked_opens_the_hold_and_comes_back_to_the_refusal() -> None:
    scene = opened(health_scenes.held_lot(), "records:refusal:")
    assert scene.intents.calls == [("do", LookUp("refusal", ""))]
    assert "Quality 31" in [say(row.value) for row in rows_of(scene).rows]
    assert scene.tap("primary")
    assert scene.screen.face == "blocked"


def test_what_the_server_does_not_have_is_listed_from_the_station_page() -> None:
    scene = opened(scenes.health(), "station", "waiting")
    assert scene.intents.calls == [("do", LookUp("waiting", ""))]
