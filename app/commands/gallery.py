"""``asbuilt gallery``: every widget in every state, in a window or as pictures."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from ui.theme.vision import VISIONS

if TYPE_CHECKING:
    import argparse

#: Any of these tells Qt where to show a window; with none of them it would abort.
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``gallery`` to the command line."""
    parser = commands.add_parser("gallery", help="every widget in every state")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write pictures, show no window")
    parser.add_argument(
        "--vision", choices=VISIONS, default="normal", help="as eyes see it that lack a colour"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the window, or write the pictures."""
    if args.out is None:
        return _show(args.vision)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
    return _write(args.out, args.vision)


def _show(vision: str) -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        msg = "There is no display to show the gallery on. Write its pictures with --out DIR."
        raise InvalidInput(msg)
    from ui.application import make_application
    from ui.gallery.window import Gallery, Setting

    application = make_application()
    gallery = Gallery(Setting(vision=vision, has_motion=True))
    gallery.show()
    return application.exec()


def _write(folder: Path, vision: str) -> int:
    from ui.application import make_application
    from ui.gallery.pictures import write_pictures

    make_application()
    try:
        count = sum(1 for _ in write_pictures(folder, vision))
    except OSError as error:
        msg = f"{folder}: {error}. Choose a folder that can be written."
        raise InvalidInput(msg) from error
    sys.stdout.write(f"{count} pictures in {folder}\n")
    return 0
