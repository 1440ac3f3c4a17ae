"""Fingers on the glass, as Qt delivers them: one finger presses, everything else does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens import scenes
from tests.screens.camera import Camera, HandClock
from ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterator

INSIDE, BELOW, NOWHERE = QPoint(60, 60), QPoint(60, 210), QPoint(350, 350)


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture(scope="module")
def camera(qapp: QApplication) -> Iterator[Camera]:
    camera = Camera("1920x1080", "light")
    camera.window.show()
    qapp.processEvents()
    yield camera
    camera.window.close()


class Panel:
    """Two buttons, one above the other, and fingers."""

    def __init__(self, camera: Camera, glass: QPointingDevice) -> None:
        self.widget, self.taps, self.clock = QWidget(), list[str](), HandClock()
        self.upper = self._button(camera, "upper", 10)
        self.lower = self._button(camera, "lower", 160)
        self.widget.resize(400, 400)
        self.widget.show()
        self._glass = glass

    def _button(self, camera: Camera, name: str, top: int) -> Button:
        button = Button(
            camera.window._look, self.taps.append, now_s=self.clock, parent=self.widget
        )
        button.show_action(name, name)
        button.setGeometry(10, top, 200, 100)
        return button

    def down(self, *places: QPoint) -> None:
        fingers = QTest.touchEvent(self.widget, self._glass)
        for finger, place in enumerate(places):
            fingers.press(finger, place, self.widget)
        fingers.commit()

    def move(self, *places: QPoint) -> None:
        fingers = QTest.touchEvent(self.widget, self._glass)
        for finger, place in enumerate(places):
            fingers.move(finger, place, self.widget)
        fingers.commit()

    def up(self, *places: QPoint) -> None:
        fingers = QTest.touchEvent(self.widget, self._glass)
        for finger, place in enumerate(places):
            fingers.release(finger, place, self.widget)
        fingers.commit()

    def tap(self, place: QPoint) -> None:
        self.down(place)
        self.up(place)


@pytest.fixture
def panel(camera: Camera, glass: QPointingDevice) -> Iterator[Panel]:
    panel = Panel(camera, glass)
    yield panel
    panel.widget.close()


def test_a_hand_that_rests_for_more_than_three_seconds_presses_nothing(panel: Panel) -> None:
    panel.down(INSIDE)
    panel.clock.now_s += 3.1
    panel.up(INSIDE)
    assert panel.taps == []


def test_two_fingers_on_one_button_press_nothing(panel: Panel) -> None:
    panel.down(INSIDE, INSIDE + QPoint(60, 0))
    assert not panel.upper.isDown()
    panel.up(INSIDE, INSIDE + QPoint(60, 0))
    assert panel.taps == []


def test_a_second_finger_takes_the_first_one_s_press_back(panel: Panel) -> None:
    panel.down(INSIDE)
    assert panel.upper.isDown()
    fingers = QTest.touchEvent(panel.widget, panel._glass)
    fingers.stationary(0).press(1, INSIDE + QPoint(60, 0), panel.widget).commit()
    assert not panel.upper.isDown()
    panel.up(INSIDE, INSIDE + QPoint(60, 0))
    assert panel.taps == []


def test_a_palm_across_two_buttons_presses_neither(panel: Panel) -> None:
    panel.down(INSIDE, BELOW)
    panel.up(INSIDE, BELOW)
    assert panel.taps == []
    panel.tap(BELOW)
    assert panel.taps == ["lower"]


def test_a_finger_that_slides_off_cancels(panel: Panel) -> None:
    panel.down(INSIDE)
    panel.move(NOWHERE)
    assert not panel.upper.isDown()
    panel.up(NOWHERE)
    assert panel.taps == []


def test_a_finger_that_slides_onto_a_button_does_not_press_it(panel: Panel) -> None:
    panel.down(INSIDE)
    panel.move(BELOW)
    panel.up(BELOW)
    assert panel.taps == []


def test_a_finger_that_slides_back_presses(panel: Panel) -> None:
    panel.down(INSIDE)
    panel.move(NOWHERE)
    panel.move(INSIDE)
    panel.up(INSIDE)
    assert panel.taps == ["upper"]


def test_a_touch_that_the_system_takes_away_presses_nothing(panel: Panel) -> None:
    panel.down(INSIDE)
    QApplication.sendEvent(panel.upper, QEvent(QEvent.Type.TouchCancel))
    panel.up(NOWHERE)
    assert panel.taps == []


def test_a_button_that_waits_takes_no_finger(panel: Panel) -> None:
    panel.upper.show_action("upper", "waiting", kind="waiting")
    panel.tap(INSIDE)
    assert panel.taps == []


def test_a_tap_presses_once_and_not_as_a_mouse_again(panel: Panel) -> None:
    panel.tap(INSIDE)
    QApplication.processEvents()
    assert panel.taps == ["upper"]


# -- on the station's own screen -------------------------------------------------------------


def centre_of(camera: Camera, name: str) -> QPoint:
    button = camera.window.findChild(Button, name)
    assert button is not None
    return button.mapTo(camera.window, button.rect().center())


def test_a_second_tap_on_the_same_place_does_not_press_what_has_come_there(
    camera: Camera, glass: QPointingDevice
) -> None:
    window = camera.window
    window.show_state(scenes.nok())
    camera.seconds.now_s += 1
    camera.intents.calls.clear()
    place = centre_of(camera, "primary")

    def tap() -> None:
        QTest.touchEvent(window, glass).press(0, place, window).commit()
        QTest.touchEvent(window, glass).release(0, place, window).commit()

    tap()
    assert camera.intents.calls == [("nok_acknowledged",)]
    window.show_state(scenes.done())
    camera.seconds.now_s += 0.2
    tap()
    assert camera.intents.calls == [("nok_acknowledged",)]
    camera.seconds.now_s += 0.2
    tap()
    assert camera.intents.calls[-1] == ("primary_pressed",)


def test_a_double_click_does_not_press_what_has_come_there(camera: Camera) -> None:
    window = camera.window
    window.show_state(scenes.torque())
    camera.seconds.now_s += 1
    primary = window.findChild(Button, "problem")
    assert primary is not None
    QTest.mouseClick(primary, Qt.MouseButton.LeftButton)
    assert window.face == "problem"
    camera.intents.calls.clear()
    shown = window.presenter.screen
    QTest.mouseDClick(primary, Qt.MouseButton.LeftButton)
    assert window.presenter.screen == shown
    assert camera.intents.calls == []
