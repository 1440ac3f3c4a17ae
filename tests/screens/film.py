"""Takes all the pictures of one panel, theme and language; in a process of its own, if wished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS
from ui.application import make_application
from ui.qt_log import log_qt_messages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: The sheets are our own, and larger than what a stranger's picture may be.
Image.MAX_IMAGE_PIXELS = None
#: Whose words take the most letters, all of them together.
LONGEST = "de"
_COLOURS = 64
#: A sheet shows the colours of every state and photo at once.
SHEET_COLOURS = 256


@dataclass(frozen=True, slots=True)
class Film:
    """Pictures of one panel, theme and language, to be put into ``folder``."""

    panel: str
    theme: str
    language: str
    folder: Path

    def path(self, shot: str) -> Path:
        tongue = "" if self.language == "en" else f"-{self.language}"
        return self.folder / f"{shot}-{self.panel}-{self.theme}{tongue}.png"


def expose(film: Film, names: Sequence[str]) -> None:
    """Take the pictures of one film; runs in a process of its own."""
    log_qt_messages()
    make_application()
    camera = Camera(film.panel, film.theme, language=film.language)
    camera.window.show()
    for shot in SHOTS:
        if shot.name in names:
            camera.show(shot)
            camera.window.grab_png(film.path(shot.name))
            shrink(film.path(shot.name))
    camera.window.close()


def shrink(path: Path, colours: int = _COLOURS) -> None:
    """Flat colours need no more than a palette; the pictures stay small in the repository."""
    with Image.open(path) as picture:
        if picture.mode == "P":
            return
        few = picture.convert("RGB").quantize(
            colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
    few.save(path, optimize=True)
