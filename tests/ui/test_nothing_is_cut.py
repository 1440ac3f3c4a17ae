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
from ui.languages import SOURCE, speak
from ui.widgets.button import Button
from ui.widgets.stack import ViewStack
from ui.widgets.step_rail import StepRail

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALLEST = "1280x800"
_SMALLEST_TARGET_MM = 15.9
_MAY_SHRINK = (ViewStack, StepRail)


#: With "zh" in Chinese; all others in the longest language of each phrase.
_EYES = [*PANELS, *MORE_PANELS, f"{_SMALLEST} gloves", *(f"{panel} zh" for panel in PANELS)]


@pytest.fixture(scope="module", params=_EYES)
def camera(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Camera]:
    """One window at a time, from the first face to the last: each listens to every event."""
    camera = _camera(request.param)
    qapp.processEvents()
    yield camera
    camera.window.close()
    speak(SOURCE)


@pytest.fixture
def _speak_english_again() -> None:
    """The camera's language stays until its last face: a change is told to every widget."""


def _camera(eye: str) -> Camera:
    make_application()  # registers the fonts: the widths of words are compared
    panel, _, how = eye.partition(" ")
    is_chinese = how == "zh"
    camera = Camera(
        panel,
        "light",
        has_gloves=how == "gloves",
        language="zh" if is_chinese else "de",
        translator=None if is_chinese else Longest(),
    )
    camera.lay_out()
    return camera


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_nothing_is_cut_and_every_button_fits_a_glove(camera: Camera, shot: Shot) -> None:
    assert list(_wrong(camera, shot)) == []


def test_a_long_name_after_nobody_is_not_cut(qapp: QApplication) -> None:
    """The first screen of a new window: nothing has been measured before."""
    camera = Camera("1366x768-18", "light")
    camera.window.show()
    qapp.processEvents()
    shot = next(shot for shot in SHOTS if shot.name == "blocked-held-lot")
    assert [what for what in _wrong(camera, shot) if what.startswith("cut")] == []
    camera.window.close()


def test_what_is_cut_squeezed_or_small_is_named(qapp: QApplication) -> None:
    """The eyes themselves: a window that is too low, and one whose millimetres are pixels."""
    shot = next(shot for shot in SHOTS if shot.name == "problem")
    camera = _camera(_SMALLEST)
    qapp.processEvents()
    assert list(_wrong(camera, shot)) == []
    camera.px_per_mm *= 2
    label = next(w for w in _shown(camera) if isinstance(w, QLabel) and w.text())
    label.setFixedSize(label.width() // 2, label.height())
    found = list(_findings(camera))
    assert [what for what in found if what.startswith("clipped") and label.text() in what]
    assert [what for what in found if what.startswith("squeezed") and label.text() in what]
    assert [what for what in found if what.startswith("too small") and "mm" in what]
    camera.window.close()


def _wrong(camera: Camera, shot: Shot) -> Iterator[str]:
    """What cannot be read or hit on the shot, each named."""
    camera.show(shot)
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    size = camera.window.size()
    camera.window.grab()
    if camera.window.size() != size:
        yield f"grew from {size} to {camera.window.size()}"
    yield from _findings(camera)


def _findings(camera: Camera) -> Iterator[str]:
    for widget in _shown(camera):
        for text in getattr(widget, "cut", ()):
            yield f"cut: {text}"
        if _is_squeezed(widget):
            yield f"squeezed: {_name(widget)}"
        if isinstance(widget, QLabel) and _is_clipped(widget):
            yield f"clipped: {_name(widget)}"
        if isinstance(widget, Button):
            smallest = min(widget.width(), widget.height()) / camera.px_per_mm
            if smallest < _SMALLEST_TARGET_MM:
                yield f"too small: {widget.objectName()} is {smallest:.1f} mm"


def _shown(camera: Camera) -> list[QWidget]:
    window = camera.window
    return [widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window)]


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
