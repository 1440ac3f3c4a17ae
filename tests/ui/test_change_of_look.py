"""Another theme, size or language at once: the face stays, and nothing half done is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens import settings_scenes
from tests.screens.camera import Camera
from tests.screens.scenes import signed_in
from ui.application import change_look
from ui.theme.tokens import DARK

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = settings_scenes.technician().settings.screen


@pytest.fixture
def camera(qapp: QApplication) -> Iterator[Camera]:
    camera = Camera("1920x1080", "light")
    camera.window.show()
    qapp.processEvents()
    yield camera
    camera.window.close()


def typed(camera: Camera) -> None:
    camera.window.show_state(signed_in("backlash"))
    for name in ("type_value", "key:0", "key:.", "key:1"):
        camera.seconds.now_s += 1
        assert camera.window.tap(name)


def test_what_is_half_typed_is_still_there_in_the_dark(camera: Camera, qapp: QApplication) -> None:
    typed(camera)
    before = camera.window.presenter.screen
    assert SETTINGS is not None
    change_look(camera.window, replace(SETTINGS, theme="dark"))
    qapp.processEvents()
    assert camera.window.presenter.screen == before
    corner = camera.window.grab().toImage().pixelColor(4, 400)
    assert corner.name() == DARK.canvas.lower()
    camera.seconds.now_s += 1
    assert camera.window.tap("key:2")


def test_gloves_make_the_buttons_larger_at_once(camera: Camera, qapp: QApplication) -> None:
    camera.window.show_state(signed_in())
    qapp.processEvents()
    small = button(camera, "help").height()
    assert SETTINGS is not None
    change_look(camera.window, replace(SETTINGS, has_gloves=True))
    qapp.processEvents()
    assert button(camera, "help").height() > small


def test_the_widgets_of_the_look_before_are_gone(camera: Camera, qapp: QApplication) -> None:
    assert SETTINGS is not None
    camera.window.show_state(signed_in())
    change_look(camera.window, SETTINGS)
    settle(qapp)
    before = len(camera.window.findChildren(QWidget))
    for theme in ("dark", "light", "dark"):
        change_look(camera.window, replace(SETTINGS, theme=theme))
        settle(qapp)
    assert len(camera.window.findChildren(QWidget)) == before


def settle(qapp: QApplication) -> None:
    qapp.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def button(camera: Camera, name: str) -> QWidget:
    found = [w for w in camera.window.findChildren(QWidget, name) if w.isVisible()]
    return found[0]
