"""On every face: a scan presses and types nothing, and all there is can be done by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services.idle import Present
from tests.screens import scenes
from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS, Shot
from ui.input.keyboard import InputRules
from ui.presenters.scanned_commands import choices
from ui.presenters.view_states import PadView
from ui.widgets.button import Button
from ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "SN 0418-77231 7\t"
#: One shot of each face.
FACES = tuple({shot.face: shot for shot in reversed(SHOTS)}.values())
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def camera(qapp: QApplication) -> Iterator[Camera]:
    camera = Camera("1280x800", "light")
    camera.window.show()
    camera.window.activateWindow()
    qapp.processEvents()
    yield camera
    camera.window.close()


#: Before the station is open a scan is answered by the screen itself.
OPEN = tuple(shot for shot in FACES if not shot.name.startswith("starting"))


def everything_with_focus(camera: Camera) -> list[QWidget]:
    """The screen itself, and whatever on it Tab or a tap can give the focus to."""
    window = camera.window
    inside = [
        w
        for w in window.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisibleTo(window) and w.isEnabled()
    ]
    return [window, *inside]


def buttons(camera: Camera) -> list[Pressable]:
    return [b for b in camera.window.findChildren(Pressable) if b.can_be_pressed]


def typed(camera: Camera) -> str:
    screen = camera.window.presenter.screen
    pad = getattr(screen.body if screen is not None else None, "pad", None)
    assert isinstance(pad, PadView)
    return pad.typed


def done(camera: Camera) -> list[tuple[object, ...]]:
    """What was acted on; that somebody is there is told now and then, by a clock of its own."""
    return [call for call in camera.intents.calls if call != ("do", Present())]


def show(camera: Camera, shot: Shot) -> None:
    camera.show(shot)
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    camera.intents.calls.clear()


@pytest.mark.parametrize("shot", OPEN, ids=lambda shot: shot.name)
def test_a_scan_neither_types_nor_presses_nor_moves_the_focus(camera: Camera, shot: Shot) -> None:
    show(camera, shot)
    screen = camera.window.presenter.screen
    for widget in everything_with_focus(camera):
        widget.setFocus()
        had = QApplication.focusWidget()
        QTest.keyClick(widget, Qt.Key.Key_B, CONTROL)
        QTest.keyClicks(widget, CODE)
        QTest.keyClick(widget, Qt.Key.Key_Escape)
        QTest.keyClick(widget, Qt.Key.Key_F8)
        QTest.keyClick(widget, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is had
        assert camera.window.presenter.screen is screen
    scans = {call for call in camera.intents.calls if call[0] == "code_scanned"}
    assert {call[0] for call in camera.intents.calls} == {"code_scanned"}
    assert {call[2] for call in scans} == {"wedge"}
    assert all(str(call[1]).startswith(CODE) for call in scans)


@pytest.mark.parametrize("shot", FACES, ids=lambda shot: shot.face)
def test_every_button_is_reached_by_tab_and_pressed_by_space(camera: Camera, shot: Shot) -> None:
    show(camera, shot)
    wanted = {b.objectName() for b in buttons(camera)}
    camera.window.setFocus()
    reached = []
    for _ in range(len(wanted) + 5):
        QTest.keyClick(QApplication.focusWidget() or camera.window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if isinstance(now, Pressable) and now.objectName() not in reached:
            reached.append(now.objectName())
    assert set(reached) == wanted

    pressed: list[str] = []
    take = camera.window.presenter.tapped
    camera.window.presenter.tapped = lambda name: not pressed.append(name)  # type: ignore[method-assign,func-returns-value]
    try:
        for button in buttons(camera):
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Space)
    finally:
        camera.window.presenter.tapped = take  # type: ignore[method-assign]
    assert set(pressed) == wanted


@pytest.mark.parametrize("shot", FACES, ids=lambda shot: shot.face)
def test_enter_presses_nothing_that_has_not_the_focus(camera: Camera, shot: Shot) -> None:
    show(camera, shot)
    camera.window.setFocus()
    face = camera.window.face
    QTest.keyClick(camera.window, Qt.Key.Key_Return)
    QTest.keyClick(camera.window, Qt.Key.Key_Space)
    assert camera.window.face == face
    # A blank in a page of words is typed, which is somebody's presence and presses nothing.
    assert done(camera) == []


@pytest.mark.parametrize("shot", FACES, ids=lambda shot: shot.face)
def test_the_arrows_lead_from_button_to_button(camera: Camera, shot: Shot) -> None:
    show(camera, shot)
    camera.window.setFocus()
    if not buttons(camera):
        return
    QTest.keyClick(camera.window, Qt.Key.Key_Right)
    first = QApplication.focusWidget()
    assert isinstance(first, Pressable)
    met = {first}
    for way in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up) * 3:
        now = QApplication.focusWidget()
        assert isinstance(now, Pressable)
        QTest.keyClick(now, way)
        met.add(now)
    assert len(met) > 1 or len(buttons(camera)) == 1
    assert done(camera) == []


@pytest.mark.parametrize("shot", FACES, ids=lambda shot: shot.face)
def test_the_digits_choose_in_reading_order(camera: Camera, shot: Shot) -> None:
    show(camera, shot)
    screen = camera.window.presenter.screen
    assert screen is not None
    for number, name in enumerate(choices(screen.body)[:8], start=1):
        found = camera.window.findChildren(QWidget, name)
        tappable = [w for w in found if w.isVisibleTo(camera.window)]
        assert tappable, f"choice {number} is {name}, which is not on the glass"


# -- the keys --------------------------------------------------------------------------------


def test_a_tile_is_chosen_by_its_digit(camera: Camera) -> None:
    shot = next(s for s in SHOTS if s.name == "step-back")
    show(camera, shot)
    QTest.keyClick(camera.window, Qt.Key.Key_2)
    assert [call[0] for call in camera.intents.calls] == ["step_redone"]


def test_escape_goes_back_and_f1_says_what_can_be_done(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "torque"))
    QTest.keyClick(camera.window, Qt.Key.Key_F1)
    assert camera.window.face == "keys"
    camera.seconds.now_s += 1
    QTest.keyClick(camera.window, Qt.Key.Key_Escape)
    assert camera.window.face == "step.torque"
    camera.seconds.now_s += 1
    QTest.keyClick(camera.window, Qt.Key.Key_Escape)
    assert camera.window.face == "step.torque"
    assert done(camera) == []


def test_a_held_key_does_nothing_again(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "confirm"))
    QTest.keyClick(camera.window, Qt.Key.Key_F8)
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(5):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F8, none, "", autorep=True)
        QApplication.sendEvent(camera.window, again)
    assert camera.intents.calls.count(("primary_pressed",)) == 1


def test_a_digit_that_is_held_down_is_typed_once(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "sign-in-pin"))
    before = typed(camera)
    none = Qt.KeyboardModifier.NoModifier
    QTest.keyPress(camera.window, Qt.Key.Key_7)
    for _ in range(5):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, none, "7", autorep=True)
        QApplication.sendEvent(camera.window, again)
    assert typed(camera) == f"{before}7"


def test_digits_at_sign_in_are_a_number_from_the_first(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "sign-in"))
    QTest.keyClicks(camera.window, "402")
    assert typed(camera) == "402"


def test_the_foot_pedal_does_what_f8_does_with_whichever_key_it_sends(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "confirm"))
    camera.window._rules = InputRules(pedal_key="End")
    QTest.keyClick(camera.window, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert done(camera) == []
    QTest.keyClick(camera.window, Qt.Key.Key_End)
    camera.window._rules = InputRules()
    assert ("primary_pressed",) in camera.intents.calls


def test_the_pedal_does_not_press_a_button_that_waits(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "torque"))
    QTest.keyClick(camera.window, Qt.Key.Key_F8)
    assert camera.window.face == "step.torque"
    assert done(camera) == []


def test_the_focus_goes_to_the_screen_when_targets_have_moved(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "confirm"))
    primary = camera.window.findChild(Button, "primary")
    assert primary is not None
    primary.setFocus()
    camera.window.show_state(scenes.signed_in("scan-bearing"))
    assert QApplication.focusWidget() is camera.window


def test_the_focus_stays_when_only_a_value_changed(camera: Camera) -> None:
    show(camera, next(s for s in SHOTS if s.name == "torque-first"))
    problem = camera.window.findChild(Button, "problem")
    assert problem is not None
    problem.setFocus()
    camera.window.show_state(scenes.torque())
    assert QApplication.focusWidget() is problem
