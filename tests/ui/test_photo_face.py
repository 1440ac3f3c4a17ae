"""The photo on the glass: whole, inside its frame, and with both ways on under the finger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from app.services.station_state import PhotoView
from tests.screens import photo_scenes
from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS
from ui.widgets.photo import photo_pixmap
from ui.widgets.picture_panel import PicturePanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def camera(qapp: QApplication) -> Iterator[Camera]:
    camera = Camera("1280x800", "light")
    camera.window.show()
    qapp.processEvents()
    yield camera
    camera.window.close()


def panel_of(camera: Camera) -> QImage:
    """The picture on the right: the reference is on its left."""
    *_, panel = (p for p in camera.window.findChildren(PicturePanel) if p.isVisible())
    return panel.grab().toImage()


def test_the_photo_is_shown_whole_and_inside_its_frame(camera: Camera) -> None:
    camera.show(next(shot for shot in SHOTS if shot.name == "photo-taken"))
    shown = panel_of(camera)
    plate = shown.pixelColor(shown.width() * 7 // 10, shown.height() // 2)
    assert abs(plate.lightness() - 198) < 12
    edge = shown.pixelColor(shown.width() - 6, shown.height() // 2)
    assert edge == shown.pixelColor(shown.width() // 2, 6)


@pytest.mark.qt_log_ignore("Not a JPEG file", "Unsupported marker type", extend=True)
def test_a_photo_that_is_none_leaves_the_frame_empty(camera: Camera) -> None:
    assert photo_pixmap(b"no picture", QSize(100, 100)).isNull()
    state = photo_scenes.taken()
    assert state.photo is not None
    assert state.photo.photo is not None
    broken = replace(state.photo.photo, jpeg=b"\xff\xd8\xff broken")
    camera.window.show_state(replace(state, photo=PhotoView("C-1", photo=broken)))
    assert not panel_of(camera).isNull()


def test_one_picture_has_the_room_of_two(camera: Camera) -> None:
    camera.show(next(shot for shot in SHOTS if shot.name == "photo-taken"))
    half = panel_of(camera).width()
    camera.show(next(shot for shot in SHOTS if shot.name == "inspect"))
    assert panel_of(camera).width() > 2 * half


def test_a_large_photo_is_decoded_no_larger_than_it_is_shown() -> None:
    state = photo_scenes.taken()
    assert state.photo is not None
    assert state.photo.photo is not None
    pixmap = photo_pixmap(state.photo.photo.jpeg, QSize(320, 400))
    assert (pixmap.width(), pixmap.height()) == (320, 180)
