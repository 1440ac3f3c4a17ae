"""Writes the gallery's pages as pictures."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ui.gallery.window import PANELS, THEMES, Gallery, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def settings(vision: str = "normal") -> tuple[Setting, ...]:
    """Both layouts, both themes, bare hands and gloves."""
    return tuple(
        Setting(theme, panel, has_gloves, vision)
        for panel, theme, has_gloves in itertools.product(PANELS, THEMES, (False, True))
    )


def write_pictures(folder: Path, vision: str = "normal") -> Iterator[Path]:
    """Yield each picture once it is written; OSError when it cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    gallery = Gallery(Setting(vision=vision))
    for setting in settings(vision):
        gallery.change(setting)
        for number, page in enumerate(gallery.walk(), 1):
            title = page.objectName().lower().replace(" ", "-")
            path = folder / f"{setting.name}-{number:02}-{title}.png"
            if not gallery.grab().save(str(path)):
                message = f"cannot write the picture {path}"
                raise OSError(message)
            yield path
    gallery.close()
