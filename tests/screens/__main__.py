"""``python -m tests.screens [name ...]``: writes the pictures and the contact sheets.

Every face in English on both panels and in both themes; in German, the longest language, on the
small light one, where words have the least room; and for each language but English a contact
sheet of the small light and the large dark one.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.languages import SCREEN_LANGUAGES
from tests.screens.camera import PANELS, THEMES
from tests.screens.catalogue import SHOTS
from tests.screens.film import LONGEST, SHEET_COLOURS, Film, expose, shrink
from tests.screens.pages import picture_pages
from ui.qt_log import log_qt_messages

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
_LOOKS = tuple((panel, theme) for panel in PANELS for theme in THEMES)
#: Where words have the least room, and where they have the most.
_SMALL_AND_LARGE = (("1280x800", "light"), ("1920x1080", "dark"))
_TRANSLATED = tuple(tag for tag in SCREEN_LANGUAGES if tag != "en")
_PROCESSES = 2
_THUMB = (320, 200)
_GAP = 16


def main(names: Sequence[str]) -> None:
    """Picture the shots called ``names``, or all of them."""
    shots = [shot.name for shot in SHOTS if not names or shot.name in names]
    films = [Film(*look, "en", FOLDER) for look in _LOOKS]
    films.append(Film(*_SMALL_AND_LARGE[0], LONGEST, FOLDER))
    if not names:
        for path in FOLDER.glob("*.png"):
            path.unlink()  # of faces that are no more
    with TemporaryDirectory() as folder:
        sheets = [] if names else [_reels(tag, Path(folder)) for tag in _TRANSLATED]
        films += [film for sheet in sheets for film in sheet]
        context = multiprocessing.get_context("spawn")  # Qt does not survive a fork
        # A process a film: what one window leaves behind is not in the next one's way.
        with ProcessPoolExecutor(_PROCESSES, context, max_tasks_per_child=1) as pool:
            list(pool.map(partial(expose, names=shots), films))
        if not names:
            picture_pages(FOLDER)
            write_sheet(films[: len(_LOOKS)], shots, "contact-sheet.png")
            for sheet in sheets:
                write_sheet(sheet, shots, f"contact-sheet-{sheet[0].language}.png")
    for path in FOLDER.glob("*.png"):
        shrink(path)


def _reels(language: str, folder: Path) -> list[Film]:
    (folder / language).mkdir()
    return [Film(*look, language, folder / language) for look in _SMALL_AND_LARGE]


def write_sheet(films: Sequence[Film], shots: Sequence[str], name: str) -> None:
    """One row a face, one column a film."""
    sheet = contact_sheet([[film.path(shot) for film in films] for shot in shots])
    sheet.save(str(FOLDER / name))
    shrink(FOLDER / name, SHEET_COLOURS)


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
