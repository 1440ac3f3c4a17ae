"""Pictures of a step on the screen: loops that stop unseen, places that say more, photos."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QStackedWidget, QWidget

from tests.screens.catalogue import SHOTS
from ui.presenters.view_states import Marker, PictureView
from ui.theme.look import Look
from ui.theme.tokens import ShownState
from ui.widgets.pressable import Pressable
from ui.widgets.step_picture import StepPicture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><circle r="2"/></svg>'


def look(*, has_motion: bool = True) -> Look:
    return Look.of("light", size_px=(1280, 800), px_per_mm=4.92, has_motion=has_motion)


def loop(*colours: str) -> bytes:
    frames = [Image.new("RGB", (80, 60), colour) for colour in colours]
    made = io.BytesIO()
    frames[0].save(
        made, "WEBP", save_all=True, append_images=frames[1:], duration=40, loop=0, lossless=True
    )
    return made.getvalue()


def still(colour: str, kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(made, kind)
    return made.getvalue()


class Shown:
    """A picture in a window, and the taps it passed on."""

    def __init__(self, qtbot: QtBot, *, has_motion: bool = True) -> None:
        self.taps: list[str] = []
        self.panel = StepPicture(look(has_motion=has_motion), self.taps.append)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panel)
        self.stack.addWidget(QWidget())
        self.stack.resize(400, 300)
        qtbot.addWidget(self.stack)
        with qtbot.waitExposed(self.stack):
            self.stack.show()

    def colour(self) -> str:
        """In the middle, where the picture is."""
        image = self.panel.grab().toImage()
        return image.pixelColor(image.width() // 2, image.height() // 2).name()

    def buttons(self) -> list[str]:
        found = self.panel.findChildren(Pressable)
        return [b.objectName() for b in found if b.isVisibleTo(self.panel)]


def test_a_loop_plays_while_it_is_seen_and_stops_when_it_is_not(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.panel.show_picture(PictureView("a", loop("#ff0000", "#0000ff")))
    assert shown.panel.is_moving
    qtbot.waitUntil(lambda: shown.colour() == "#0000ff", timeout=60_000)
    shown.stack.setCurrentIndex(1)
    assert not shown.panel.is_moving
    shown.stack.setCurrentIndex(0)
    assert shown.panel.is_moving


def test_without_motion_a_loop_stays_at_its_first_picture(qtbot: QtBot) -> None:
    shown = Shown(qtbot, has_motion=False)
    shown.panel.show_picture(PictureView("a", loop("#ff0000", "#0000ff")))
    assert not shown.panel.is_moving
    assert shown.colour() == "#ff0000"


def test_another_picture_ends_the_loop(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.panel.show_picture(PictureView("a", loop("#ff0000", "#0000ff")))
    shown.panel.show_picture(PictureView("b", still("#00ff00", "PNG")))
    assert not shown.panel.is_moving
    assert shown.colour() == "#00ff00"


def test_a_new_state_of_the_places_does_not_start_the_loop_again(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    view = PictureView("a", loop("#ff0000", "#0000ff"))
    shown.panel.show_picture(view)
    before = shown.panel._loop
    shown.panel.show_picture(replace(view, markers=(Marker(0.1, 0.1, "1", ShownState.OK),)))
    assert shown.panel._loop is before


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_still_of_every_kind_is_shown(qtbot: QtBot, kind: str) -> None:
    shown = Shown(qtbot)
    shown.panel.show_picture(PictureView("a", still("#ff0000", kind)))
    assert shown.colour()[1:3] in ("fe", "ff")
    assert shown.colour()[3:] in ("0000", "0100", "0001")


@pytest.mark.parametrize("content", [None, b"GIF89a", b"\x89PNG\r\n\x1a\n"])
@pytest.mark.qt_log_ignore("gif", "png", "PNG", "GIF", extend=True)
def test_what_cannot_be_shown_leaves_a_frame_that_says_so(
    qtbot: QtBot, content: bytes | None
) -> None:
    shown = Shown(qtbot)
    shown.panel.show_picture(PictureView("a", content, note="Not here"))
    assert not shown.panel.is_moving
    assert shown.panel.cut == set()
    assert not shown.panel.grab().isNull()


def test_a_tap_on_a_place_is_not_a_tap_on_the_picture(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    places = (
        Marker(0.25, 0.5, "1", ShownState.TODO, button="spot:1", words="Pin"),
        Marker(0.75, 0.5, "2", ShownState.TODO),
    )
    shown.panel.show_picture(PictureView("a", SVG, places, opens="Enlarge"))
    assert shown.buttons() == ["picture", "spot:1"]
    for name in ("spot:1", "picture"):
        button = shown.panel.findChild(Pressable, name)
        assert button is not None
        button.click()
    assert shown.taps == ["spot:1", "picture"]


def test_the_target_of_a_place_is_as_large_as_a_finger(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    place = Marker(0.5, 0.5, "1", ShownState.TODO, button="spot:1")
    shown.panel.show_picture(PictureView("a", SVG, (place,)))
    spot = shown.panel.findChild(Pressable, "spot:1")
    assert spot is not None
    least = look().px(look().metrics.sizes.target)
    assert min(spot.width(), spot.height()) >= least


def test_a_picture_that_leads_nowhere_is_no_button(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    shown.panel.show_picture(PictureView("a", SVG))
    assert shown.buttons() == []


def test_the_demonstration_shows_a_loop_a_drawing_and_places() -> None:
    assert {"pictures", "picture-place", "picture-loop"} <= {shot.name for shot in SHOTS}
