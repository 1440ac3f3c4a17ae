"""On every face, panel and theme: no text is cut, no widget is smaller than it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.helpers.tongues import Longest
from tests.screens.camera import MORE_PANELS, PANELS, Camera
from tests.screens.catalogue import SHOTS, Shot
from ui.application import make_application
from ui.widgets.button import Button
from ui.widgets.stack import ViewStack
from ui.widgets.step_rail import StepRail

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALLEST = "1280x800"
_MAY_SHRINK = (ViewStack, StepRail)


#: With "zh" in Chinese; all others in the longest language of each phrase.
_EYES = [*PANELS, *MORE_PANELS, f"{_SMALLEST} gloves", *(f"{panel} zh" for panel in PANELS)]


@pytest.fixture(scope="module", params=_EYES)
def camera(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Camera]:
    make_application()  # registers the fonts: the widths of words are compared
    panel, _, how = request.param.partition(" ")
    is_chinese = how == "zh"
    camera = Camera(
        panel,
        "light",
        has_gloves=how == "gloves",
        language="zh" if is_chinese else "de",
        translator=None if is_chinese else Longest(),
    )
    camera.window.show()
    qapp.processEvents()
    yield camera
    camera.window.close()


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_nothing_is_cut(camera: Camera, shot: Shot) -> None:
    window = camera.window
    camera.show(shot)
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    size = window.size()
    window.grab()

    shown = [w for w in window.findChildren(QWidget) if w.isVisibleTo(window)]
    assert window.size() == size
    assert [text for w in shown for text in getattr(w, "cut", ())] == []
    assert [_name(w) for w in shown if _is_squeezed(w)] == []
    assert [_name(w) for w in shown if isinstance(w, QLabel) and _is_clipped(w)] == []


def test_a_long_name_after_nobody_is_not_cut(qapp: QApplication) -> None:
    """The first screen of a new window: nothing has been measured before."""
    camera = Camera("1366x768-18", "light")
    camera.window.show()
    qapp.processEvents()
    camera.show(next(shot for shot in SHOTS if shot.name == "blocked-held-lot"))
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    camera.window.grab()
    shown = [w for w in camera.window.findChildren(QWidget) if w.isVisibleTo(camera.window)]
    assert [text for w in shown for text in getattr(w, "cut", ())] == []
    camera.window.close()


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_button_is_large_enough_for_a_glove(camera: Camera, shot: Shot) -> None:
    window = camera.window
    camera.show(shot)
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    window.grab()
    for button in window.findChildren(Button):
        if button.isVisibleTo(window):
            smallest = min(button.width(), button.height()) / camera.px_per_mm
            assert smallest >= 15.9, f"{button.objectName()} is {smallest:.1f} mm"


def _is_squeezed(widget: QWidget) -> bool:
    if isinstance(widget, _MAY_SHRINK) or (isinstance(widget, QLabel) and widget.wordWrap()):
        return False
    needs = widget.minimumSizeHint()
    layout = widget.layout()
    height = needs.height()
    if layout is not None and layout.hasHeightForWidth():
        height = layout.minimumHeightForWidth(widget.width())
    return widget.height() < height or widget.width() < needs.width()


def _is_clipped(label: QLabel) -> bool:
    if not label.text():
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() + 1


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text} {widget.size()}"
