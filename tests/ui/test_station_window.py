"""The window: scans, keys, fingers and scripts reach the station through the same widgets."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.refusal import Refusal
from app.services.station_state import ShownRefusal
from tests.screens import scenes
from tests.screens.camera import Camera
from ui.application import build_window, make_application
from ui.presenters.view_states import RailRow
from ui.sound import QuietChime, chime_for
from ui.theme.tokens import ShownState
from ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

#: See docs/decisions/0012: what a change of theme costs grows with them.
MOST_WIDGETS = 700


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[Camera]:
    camera = Camera("1920x1080", "light")
    camera.window.show()
    qapp.processEvents()
    yield camera
    camera.window.close()


@pytest.fixture
def camera(shared: Camera) -> Camera:
    """The window at its start, with nothing asked of the station yet."""
    shared.window.show_state(scenes.signed_out())
    shared.seconds.now_s += 1
    shared.intents.calls.clear()
    return shared


def scan(camera: Camera, code: str) -> None:
    window = camera.window
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window, code)
    QTest.keyClick(window, Qt.Key.Key_Return)


def test_a_scan_reaches_the_station_and_presses_nothing(camera: Camera) -> None:
    camera.window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    scan(camera, "]d2010952123450204310 88213")
    assert camera.intents.calls == [("code_scanned", "]d2010952123450204310 88213", "wedge")]


def test_a_scan_does_not_press_the_button_that_has_the_focus(camera: Camera) -> None:
    camera.window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    primary = camera.window.findChild(Button, "primary")
    assert primary is not None
    primary.setFocus()
    QTest.keyClick(primary, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(primary, "SN 1 2")
    QTest.keyClick(primary, Qt.Key.Key_Return)
    assert camera.intents.calls == [("code_scanned", "SN 1 2", "wedge")]


def test_a_stray_enter_presses_nothing(camera: Camera) -> None:
    camera.window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    QTest.keyClick(camera.window, Qt.Key.Key_Return)
    QTest.keyClick(camera.window, Qt.Key.Key_Space)
    assert camera.intents.calls == []


def test_enter_presses_the_primary_only_when_it_has_the_focus(camera: Camera) -> None:
    camera.window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    primary = camera.window.findChild(Button, "primary")
    assert primary is not None
    QTest.keyClick(primary, Qt.Key.Key_Return)
    assert camera.intents.calls == [("nok_acknowledged",)]


@pytest.mark.parametrize(
    ("key", "face", "calls"),
    [
        (Qt.Key.Key_F2, "problem", []),
        (Qt.Key.Key_F4, "call", []),
        (Qt.Key.Key_F1, "keys", []),
        (Qt.Key.Key_F8, "nok", [("nok_acknowledged",)]),
    ],
)
def test_function_keys(
    camera: Camera, key: Qt.Key, face: str, calls: list[tuple[object, ...]]
) -> None:
    camera.window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    QTest.keyClick(camera.window, key)
    assert camera.window.face == face
    assert camera.intents.calls == calls


def test_a_script_taps_the_real_widgets(camera: Camera) -> None:
    window = camera.window
    window.show_state(scenes.inspect())
    camera.seconds.now_s += 1
    assert window.tap("point:seal-2:nok")
    assert not window.tap("point:seal-9:ok")
    assert not window.tap("primary")
    assert camera.intents.calls == [("point_answered", "seal-2", False)]


def test_the_primary_can_be_tapped_by_what_it_means(camera: Camera) -> None:
    camera.window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    assert camera.window.tap("acknowledge")
    camera.window.show_state(scenes.torque())
    camera.seconds.now_s += 1
    assert not camera.window.tap("acknowledge")
    assert camera.intents.calls == [("nok_acknowledged",)]


def test_a_tap_right_after_a_screen_change_is_not_taken(camera: Camera) -> None:
    camera.window.show_state(scenes.nok())
    assert not camera.window.tap("primary")
    assert camera.intents.calls == []


def test_a_palm_that_rests_on_a_button_presses_nothing(camera: Camera) -> None:
    now = [0.0]
    taps: list[str] = []
    button = Button(camera.window._look, taps.append, now_s=lambda: now[0])
    button.show_action("go", "Go")
    button.resize(200, 100)
    centre = QPoint(50, 50)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=centre)
    now[0] = 3.5
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=centre)
    assert taps == []
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=centre)
    assert taps == ["go"]


def test_sliding_off_a_button_cancels(camera: Camera) -> None:
    taps: list[str] = []
    button = Button(camera.window._look, taps.append)
    button.show_action("go", "Go")
    button.resize(200, 100)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(button, QPoint(400, 400))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(400, 400))
    assert taps == []


def test_the_pause_after_a_step_ends_by_itself(camera: Camera, qtbot: QtBot) -> None:
    window = camera.window
    window.show_state(scenes.signed_in("scan-bearing"))
    window.show_state(scenes.signed_in("scan-gear-set"))
    screen = window.presenter.screen
    assert screen is not None
    assert screen.rail[3].is_current
    qtbot.waitUntil(lambda: _current(camera) == 4, timeout=60_000)


def test_markup_in_a_scanned_code_is_shown_as_text(camera: Camera) -> None:
    facts = {"scanned": "<h1>x</h1>", "part": "<b>P</b>", "lot": "<i>L</i>", "component": "Nut"}
    refusal = ShownRefusal(Refusal("lot.expired", facts), scenes.NOW_US)
    camera.window.show_state(replace(scenes.signed_in("scan-bearing"), refusal=refusal))
    texts = [w.text() for w in camera.window.findChildren(type(camera.window._header._person))]
    assert any("&lt;b&gt;P&lt;/b&gt;" in t and "&lt;i&gt;L&lt;/i&gt;" in t for t in texts)


def test_states_have_words_for_screen_readers(camera: Camera) -> None:
    camera.window.show_state(scenes.torque())
    names = {w.accessibleName() for w in camera.window.findChildren(Button) if w.isVisible()}
    assert {"Problem", "Step back", "Waiting for bolt 3"} <= names


def test_no_widget_is_made_by_showing_screens(camera: Camera) -> None:
    window = camera.window
    window.show_state(scenes.torque())
    while window.build_ahead():
        pass  # as in the first second of a shift
    before = len(window.findChildren(QWidget))
    for state in (scenes.nok(), scenes.blocked(), scenes.inspect(), scenes.signed_in()):
        window.show_state(state)
    assert len(window.findChildren(QWidget)) == before
    assert before <= MOST_WIDGETS


def test_a_picture_that_cannot_be_written_is_an_error(camera: Camera, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot write"):
        camera.window.grab_png(tmp_path / "missing" / "x.png")


def test_a_window_is_built_for_the_reference_panel_when_there_is_no_glass() -> None:
    make_application()
    camera = Camera("1920x1080", "dark")
    window = build_window(camera.intents)
    assert (window.width(), window.height()) == (1920, 1080)
    assert window.face == ""
    assert not window.tap("primary")
    window.close()
    camera.window.close()


def test_without_a_player_the_station_is_quiet(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", "")
    caplog.set_level(logging.INFO)
    assert isinstance(chime_for(has_sound=True), QuietChime)
    assert isinstance(chime_for(has_sound=False), QuietChime)
    assert "quiet" in caplog.text


def _current(camera: Camera) -> int:
    screen = camera.window.presenter.screen
    assert screen is not None
    return next(i for i, row in enumerate(screen.rail) if row.is_current)


def test_a_long_rail_shows_the_steps_around_the_current_one(camera: Camera) -> None:
    rail = camera.window._rail
    rows = tuple(
        RailRow(f"s{i}", i + 1, f"Step {i + 1}", "", ShownState.TODO, is_current=i == 20)
        for i in range(30)
    )
    rail.show_rows(rows)
    shown = [b.objectName() for b in rail.findChildren(QAbstractButton) if b.isVisibleTo(rail)]
    assert "rail:s20" in shown
    assert 3 < len(shown) < 30


def test_a_step_without_a_picture_and_places_has_no_holes(camera: Camera) -> None:
    state = replace(scenes.torque(), pictures={})
    camera.window.show_state(state)
    camera.window.grab()
    assert camera.window.face == "step.torque"
