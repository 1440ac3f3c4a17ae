"""What is drawn part by part looks as what is drawn whole."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS

if TYPE_CHECKING:
    from tests.screens.catalogue import Shot
    from ui.window import StationWindow


#: Of 255.
_EDGES = 24


def picture(window: StationWindow) -> QImage:
    for _ in range(8):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)


def _differ(one: QImage, other: QImage) -> bool:
    """More than the edges of large letters, which Qt draws a little otherwise the first time."""
    both = [Image.frombytes("RGBA", (i.width(), i.height()), i.constBits()) for i in (one, other)]
    extrema = ImageChops.difference(*(image.convert("RGB") for image in both)).getextrema()
    return max(high for _, high in extrema) > _EDGES  # type: ignore[misc]


def by_face() -> dict[str, list[Shot]]:
    """Those that need no tap: from one to the next without leaving the face."""
    found = defaultdict(list)
    for shot in SHOTS:
        if not shot.taps:
            found[shot.face].append(shot)
    return {face: shots for face, shots in found.items() if len(shots) > 1}


@pytest.mark.parametrize("panel", ["1280x800", "1366x768"])
def test_a_face_that_changes_in_part_looks_as_if_drawn_anew(
    panel: str, qapp: QApplication
) -> None:
    camera = Camera(panel, "light")
    window = camera.window
    window.show()
    while window._views.build_one():
        pass  # as after a second of standing there
    qapp.processEvents()
    differ = []
    for shots in by_face().values():
        for shot in shots:
            window.show_state(shot.state())
            in_parts, screen = picture(window), window.presenter.screen
            assert screen is not None
            window._drawn = None
            window._render(screen)
            if _differ(picture(window), in_parts):
                differ.append(shot.name)
    window.close()
    assert differ == []
