"""``python -m tests.screens [name ...]``: writes the pictures and a contact sheet."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.screens.camera import PANELS, THEMES, Camera
from tests.screens.catalogue import SHOTS
from tests.screens.pages import picture_pages
from ui.qt_log import log_qt_messages

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
_THUMB = (320, 200)
_GAP = 16
_COLOURS = 160


def main(names: Sequence[str]) -> None:
    """Picture the shots called ``names``, or all of them."""
    shots = [shot for shot in SHOTS if not names or shot.name in names]
    written: list[list[Path]] = [[] for _ in shots]
    for panel in PANELS:
        for theme in THEMES:
            camera = Camera(panel, theme)
            camera.window.show()
            for shot, row in zip(shots, written, strict=True):
                camera.show(shot)
                path = FOLDER / f"{shot.name}-{panel}-{theme}.png"
                camera.window.grab_png(path)
                row.append(path)
            camera.window.close()
    if not names:
        picture_pages(FOLDER)
        contact_sheet(written).save(str(FOLDER / "contact-sheet.png"))
    for path in FOLDER.glob("*.png"):
        shrink(path)


def shrink(path: Path) -> None:
    """Flat colours need no more than a palette; the pictures stay small in the repository."""
    with Image.open(path) as picture:
        if picture.mode == "P":
            return
        few = picture.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
    few.save(path, optimize=True)


def contact_sheet(rows: Sequence[Sequence[Path]]) -> QImage:
    """All pictures, one row a face."""
    width, height = _THUMB
    columns = max(len(row) for row in rows)
    sheet = QImage(
        columns * (width + _GAP) + _GAP,
        len(rows) * (height + _GAP) + _GAP,
        QImage.Format.Format_RGB32,
    )
    sheet.fill(QColor("#8B99A7"))
    painter = QPainter(sheet)
    for i, row in enumerate(rows):
        for j, path in enumerate(row):
            picture = QImage(str(path)).scaled(
                width,
                height,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            left, top = _GAP + j * (width + _GAP), _GAP + i * (height + _GAP)
            painter.drawImage(QRect(left, top, picture.width(), picture.height()), picture)
    painter.end()
    return sheet


if __name__ == "__main__":
    log_qt_messages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    main(sys.argv[1:])
