"""Fingers, palms and keyboards on the painted controls; and the little that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.screens.camera import Camera, HandClock
from tests.screens.catalogue import SHOTS
from ui.presenters.text_pad import TextPadView
from ui.presenters.view_states import Chip, GaugeView, Marker, PadView, PictureView, RailRow
from ui.theme.files import RESOURCES
from ui.theme.look import Look
from ui.theme.tokens import ShownState
from ui.widgets.button import Button
from ui.widgets.limit_gauge import LimitGauge
from ui.widgets.motion import Motion
from ui.widgets.number_pad import NumberPad
from ui.widgets.position_picker import PositionPicker
from ui.widgets.state_chip import StateChip
from ui.widgets.step_rail import ProgressStrip
from ui.widgets.text_pad import LETTERS, TextPad

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

INSIDE, ALSO_INSIDE, OUTSIDE = QPoint(20, 20), QPoint(90, 30), QPoint(20, 300)


class Bench:
    """One button in a window, a clock held by hand, and what was tapped."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.taps: list[str] = []
        self.clock = HandClock()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.button = Button(look, self.taps.append, now_s=self.clock, parent=self.window)
        self.button.show_action("next", "Next")
        self.button.setGeometry(0, 0, 200, 80)
        self.window.resize(400, 400)
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.window.show()
        self.window.activateWindow()
        self.window.setFocus()  # as a screen does: else the only button has it at once

    def touch(self, *points: QPoint) -> None:
        """Put fingers down at once."""
        sequence = QTest.touchEvent(self.button, self.device)
        for number, point in enumerate(points):
            sequence.press(number, point)
        sequence.commit()

    def slide(self, point: QPoint) -> None:
        QTest.touchEvent(self.button, self.device).move(0, point).commit()

    def lift(self, *points: QPoint) -> None:
        sequence = QTest.touchEvent(self.button, self.device)
        for number, point in enumerate(points):
            sequence.release(number, point)
        sequence.commit()

    device: QPointingDevice


@pytest.fixture(scope="session")
def touchscreen(qapp: QApplication) -> QPointingDevice:  # noqa: ARG001
    return QTest.createTouchDevice()


@pytest.fixture
def look(qapp: QApplication) -> Look:  # noqa: ARG001
    return Look.of("light", size_px=(1920, 1080), px_per_mm=4.02)


@pytest.fixture
def bench(qtbot: QtBot, look: Look, touchscreen: QPointingDevice) -> Bench:
    bench = Bench(qtbot, look)
    bench.device = touchscreen
    return bench


def test_two_fingers_at_once_press_nothing(bench: Bench) -> None:
    bench.touch(INSIDE, ALSO_INSIDE)
    assert not bench.button.isDown()
    bench.lift(INSIDE, ALSO_INSIDE)
    assert bench.taps == []


def test_a_second_finger_takes_the_press_back(bench: Bench) -> None:
    bench.touch(INSIDE)
    QTest.touchEvent(bench.button, bench.device).stationary(0).press(1, ALSO_INSIDE).commit()
    assert not bench.button.isDown()
    bench.lift(INSIDE, ALSO_INSIDE)
    assert bench.taps == []


def test_a_palm_across_two_buttons_presses_neither(bench: Bench) -> None:
    other = Button(bench.button.look, bench.taps.append, parent=bench.window)
    other.show_action("back", "Back")
    other.setGeometry(0, 100, 200, 80)
    other.show()
    bench.touch(INSIDE)
    QTest.touchEvent(other, bench.device).stationary(0).press(1, INSIDE).commit()
    assert not bench.button.isDown()
    assert not other.isDown()
    QTest.touchEvent(other, bench.device).stationary(0).release(1, INSIDE).commit()
    bench.lift(INSIDE)
    assert bench.taps == []
    bench.touch(INSIDE)
    bench.lift(INSIDE)
    assert bench.taps == ["next"]  # the next finger is one again


def test_a_palm_that_rests_presses_nothing(bench: Bench) -> None:
    bench.touch(INSIDE)
    bench.clock.now_s += 3.1
    bench.lift(INSIDE)
    assert bench.taps == []


def test_sliding_off_takes_the_press_back(bench: Bench) -> None:
    bench.touch(INSIDE)
    bench.slide(OUTSIDE)
    assert not bench.button.isDown()
    bench.lift(OUTSIDE)
    assert bench.taps == []


def test_a_button_that_waits_is_not_pressed(bench: Bench) -> None:
    bench.button.show_action("next", "Waiting for bolt 3", kind="waiting")
    bench.touch(INSIDE)
    assert not bench.button.isDown()
    bench.lift(INSIDE)
    assert bench.taps == []


def test_a_finger_presses_at_once_and_acts_when_it_is_lifted(bench: Bench) -> None:
    bench.touch(INSIDE)
    assert bench.button.isDown()
    assert bench.taps == []
    bench.lift(INSIDE)
    assert bench.taps == ["next"]
    assert not bench.button.hasFocus()  # a stray Enter afterwards presses nothing


@pytest.mark.parametrize("kind", ["standard", "primary", "danger", "chosen", "key", "tile"])
def test_the_keyboards_focus_is_seen_on_every_button(bench: Bench, kind: str) -> None:
    bench.button.show_action("next", "Next", icon="check-bold", kind=kind)
    before = bench.button.grab().toImage()
    bench.button.setFocus()
    assert bench.button.hasFocus()
    assert bench.button.grab().toImage() != before


def key(character: str, code: Qt.Key = Qt.Key.Key_unknown) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, character)


def test_a_real_keyboard_types_on_the_number_pad(qtbot: QtBot, look: Look) -> None:
    taps: list[str] = []
    pad = NumberPad(look, taps.append)
    qtbot.addWidget(pad)
    pad.show_pad(PadView("", has_sign=True))
    for character in "-1,2":
        assert pad.take_key(key(character))
    assert pad.take_key(key("\b", Qt.Key.Key_Backspace))
    assert taps == ["key:sign", "key:1", "key:.", "key:2", "key:back"]


def test_a_key_that_is_not_shown_is_not_typed(qtbot: QtBot, look: Look) -> None:
    taps: list[str] = []
    pad = NumberPad(look, taps.append)
    qtbot.addWidget(pad)
    pad.show_pad(PadView("", is_secret=True, has_point=False))
    assert not pad.take_key(key("."))
    assert not pad.take_key(key("-"))
    assert not pad.take_key(key("x"))
    assert taps == []


def test_digits_typed_anywhere_reach_the_pad_on_the_screen(qapp: QApplication) -> None:  # noqa: ARG001
    camera = Camera("1280x800", "light")
    camera.window.show()
    camera.show(next(shot for shot in SHOTS if shot.name == "measure-typed"))
    QTest.keyClicks(camera.window, "7")
    assert "0.117" in {label.accessibleDescription()[:5] for label in pads(camera)}
    QTest.keyClick(camera.window, Qt.Key.Key_Backspace)
    assert "0.11 " in {label.accessibleDescription()[:5] for label in pads(camera)}
    camera.window.close()


def pads(camera: Camera) -> list[NumberPad]:
    return [p for p in camera.window.findChildren(NumberPad) if p.isVisibleTo(camera.window)]


@pytest.mark.parametrize("letters", LETTERS)
def test_every_letter_of_the_text_pad_is_one_tap(qtbot: QtBot, look: Look, letters: str) -> None:
    taps: list[str] = []
    pad = TextPad(look, taps.append)
    qtbot.addWidget(pad)
    for is_upper in (False, True):
        pad.show_pad(TextPadView("", is_upper=is_upper, letters=letters))
        for button in pad.findChildren(Button):
            button.click()
    written = {tap.removeprefix("key:") for tap in taps}
    alphabet = set("abcdefghijklmnopqrstuvwxyz")
    assert alphabet | {a.upper() for a in alphabet} | set("0123456789,.-/") <= written
    assert {"shift", "space", "back"} <= written
    assert ({"ä", "ö", "ü", "ß", "Ä"} <= written) == (letters == "qwertz")
    assert ({*"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"} <= written) == (letters == "polish")


def test_a_real_keyboard_types_what_stands_on_no_glass(qtbot: QtBot, look: Look) -> None:
    taps: list[str] = []
    pad = TextPad(look, taps.append)
    qtbot.addWidget(pad)
    pad.show_pad(TextPadView("", is_upper=True))
    for character in "ań (":
        assert pad.take_key(key(character))
    assert taps == ["key:a", "key:ń", "key:space", "key:("]
    assert not pad.take_key(key("\r", Qt.Key.Key_Return))
    held = Qt.KeyboardModifier.ControlModifier
    assert not pad.take_key(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, held, "\x01"))


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    """The window ``widget`` is shown in; keep it, or both are gone."""
    home = QWidget()
    QVBoxLayout(home).addWidget(widget)
    qtbot.addWidget(home)
    home.show()
    return home


def moving(widget: QWidget) -> list[bool]:
    return [part.is_running for part in vars(widget).values() if isinstance(part, Motion)]


@pytest.mark.parametrize("has_motion", [True, False])
def test_only_with_motion_the_pointer_slides_and_then_rests(
    qtbot: QtBot, *, has_motion: bool
) -> None:
    look = Look.of("dark", size_px=(1920, 1080), px_per_mm=4.02, has_motion=has_motion)
    gauge = LimitGauge(look)
    view = GaugeView(11.0, 13.0, 12.0, 11.5, ("11.0", "12.0", "13.0"), is_ok=True)
    home = shown(qtbot, gauge)
    gauge.show_gauge(view)
    assert not any(moving(gauge))  # there was no value to slide from
    gauge.show_gauge(GaugeView(11.0, 13.0, 12.0, 12.5, view.labels, is_ok=True))
    assert any(moving(gauge)) == has_motion
    qtbot.waitUntil(lambda: not any(moving(gauge)), timeout=60_000)
    home.close()


def test_a_call_pulses_only_while_it_is_seen_and_open(qtbot: QtBot) -> None:
    chip = StateChip(Look.of("light", size_px=(1280, 800), px_per_mm=4.92, has_motion=True))
    home = shown(qtbot, chip)
    chip.show_chip(Chip(ShownState.CALLING, "Help called 02:10"))
    assert any(moving(chip))
    chip.hide()
    assert not any(moving(chip))
    chip.show()
    assert any(moving(chip))
    chip.show_chip(Chip(ShownState.OK, "Somebody comes"))
    assert not any(moving(chip))
    home.close()


def test_nok_flashes_once_when_it_comes(qtbot: QtBot) -> None:
    chip = StateChip(Look.of("light", size_px=(1280, 800), px_per_mm=4.92, has_motion=True))
    home = shown(qtbot, chip)
    chip.show_chip(Chip(ShownState.NOK, "NOK – too low"))
    assert any(moving(chip))
    qtbot.waitUntil(lambda: not any(moving(chip)), timeout=60_000)
    chip.show_chip(Chip(ShownState.NOK, "NOK – too low, 2nd time"))
    assert not any(moving(chip))
    home.close()


def picker_of(qtbot: QtBot, look: Look, taps: list[str], size: tuple[int, int]) -> PositionPicker:
    picker = PositionPicker(look, taps.append)
    qtbot.addWidget(picker)
    picker.resize(*size)
    markers = (
        Marker(0.1, 0.2, "1", ShownState.OK),
        Marker(0.9, 0.8, "2", ShownState.TODO),
    )
    svg = (RESOURCES / "demo" / "gearbox-mount" / "pictures" / "torque.svg").read_bytes()
    picker.show_picture(PictureView("torque", svg, markers=markers))
    picker.show()
    return picker


def test_a_tap_on_a_position_names_it_and_one_beside_it_does_nothing(
    qtbot: QtBot, look: Look
) -> None:
    taps: list[str] = []
    picker = picker_of(qtbot, look, taps, (600, 400))
    second = next(b for b in picker.findChildren(Button) if b.objectName() == "place:2")
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=second.geometry().center())
    assert taps == []  # the picture itself takes no tap
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert taps == ["place:2", "place:2"]
    assert second.accessibleName() == "2: To do"


def test_positions_move_with_the_picture_and_stay_large_enough(qtbot: QtBot, look: Look) -> None:
    picker = picker_of(qtbot, look, [], (900, 700))
    before = [b.geometry() for b in picker.findChildren(Button) if not b.isHidden()]
    picker.resize(320, 240)
    after = [b.geometry() for b in picker.findChildren(Button) if not b.isHidden()]
    assert len(before) == len(after) == 2
    for large, small in zip(before, after, strict=True):
        assert large.center() != small.center()
        assert small.width() >= look.px(look.metrics.sizes.target)
    picker.show_picture(PictureView())
    assert [b for b in picker.findChildren(Button) if not b.isHidden()] == []


def test_a_step_that_is_not_ok_breaks_the_strip_also_without_colour(
    qtbot: QtBot, look: Look
) -> None:
    strip = ProgressStrip(look)
    qtbot.addWidget(strip)
    strip.resize(400, strip.height())
    middles = {}
    for state in (ShownState.OK, ShownState.NOK):
        strip.show_rows((RailRow("s1", 1, "Tighten", "", state, is_current=True),))
        image = strip.grab().toImage()
        middle, beside = (image.pixelColor(x, 5).lightness() for x in (200, 100))
        middles[state] = abs(middle - beside)
    assert middles[ShownState.OK] == 0
    assert middles[ShownState.NOK] > 60
    assert strip.accessibleName() == "1 of 1"
