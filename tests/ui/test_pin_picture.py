"""Pins by finger, mouse and key on a real picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS
from ui.widgets.pin_picture import LIFT_DU, PinPicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton


class Picture:
    """The pin picture of a defect page, with shares of it as points on the glass."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        found = camera.window.findChildren(PinPicture)
        self.widget = next(w for w in found if w.isVisibleTo(camera.window))
        self.widget.grab()
        self.at = self.widget._at

    def point(self, x: float, y: float) -> QPoint:
        left, top = self.at.left(), self.at.top()
        return QPoint(round(left + x * self.at.width()), round(top + y * self.at.height()))

    @property
    def pins(self) -> tuple[tuple[float, float], ...]:
        return self.widget._pins.places

    def wait(self) -> None:
        """The guard after a change is over."""
        self.camera.seconds.now_s += 1


@pytest.fixture
def picture(qapp: QApplication) -> Iterator[Picture]:
    camera = Camera("1920x1080", "light")
    camera.window.show()
    qapp.processEvents()
    camera.show(next(shot for shot in SHOTS if shot.name == "defect-where"))
    picture = Picture(camera)
    picture.wait()
    yield picture
    camera.window.close()


def test_a_tap_puts_the_pin_where_it_was(picture: Picture) -> None:
    QTest.mouseClick(picture.widget, LEFT, pos=picture.point(0.5, 0.5))
    assert picture.pins[0] == pytest.approx((0.5, 0.5), abs=0.005)
    assert picture.camera.window.face == "defect.what"


def test_a_dragged_pin_stays_12_mm_above_the_finger(picture: Picture) -> None:
    QTest.mousePress(picture.widget, LEFT, pos=picture.point(0.5, 0.5))
    QTest.mouseMove(picture.widget, picture.point(0.6, 0.6))
    QTest.mouseRelease(picture.widget, LEFT, pos=picture.point(0.6, 0.6))
    lift = picture.widget._look.px(LIFT_DU) / picture.at.height()
    assert picture.pins[0] == pytest.approx((0.6, 0.6 - lift), abs=0.005)


def test_dragging_reaches_the_lower_edge_and_never_leaves_the_picture(picture: Picture) -> None:
    QTest.mousePress(picture.widget, LEFT, pos=picture.point(0.5, 0.5))
    QTest.mouseMove(picture.widget, picture.point(1.3, 1.2))
    QTest.mouseRelease(picture.widget, LEFT, pos=picture.point(1.3, 1.2))
    assert picture.pins[0] == pytest.approx((1.0, 1.0), abs=0.005)


def test_arrow_keys_nudge_the_pin_and_enter_puts_the_first_one(picture: Picture) -> None:
    picture.widget.setFocus()
    QTest.keyClick(picture.widget, Qt.Key.Key_Return)
    assert picture.pins == ((0.5, 0.5),)
    picture.wait()
    QTest.keyClick(picture.widget, Qt.Key.Key_Left)
    assert picture.pins == ((0.49, 0.5),)


def test_once_it_is_asked_what_happens_no_pin_moves(picture: Picture) -> None:
    QTest.mouseClick(picture.widget, LEFT, pos=picture.point(0.5, 0.5))
    picture.wait()
    assert picture.camera.window.tap("code:scratch")
    picture.wait()
    picture.widget.grab()
    QTest.mouseClick(picture.widget, LEFT, pos=picture.point(0.2, 0.2))
    assert picture.pins[0] == pytest.approx((0.5, 0.5), abs=0.005)
