"""Fails when the bundle holds what may not be shipped (GPL only), or lacks a part."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Read from the SPDX headers of Qt's own files: commercial or GPL-3.0, nothing else.
GPL_ONLY = re.compile(
    r"VirtualKeyboard|Qt6?Charts|DataVisualization|Qt6?Graphs|Quick3D|WaylandCompositor"
    r"|NetworkAuth|HttpServer|QtLottie|QuickTimeline"
    r"|DarkGarden",  # a font of ReportLab's
    re.IGNORECASE,
)


def main(folder: Path) -> int:
    """Name every file that must not be there, and every one that must."""
    found = [path for path in folder.rglob("*") if GPL_ONLY.search(path.name)]
    for path in found:
        sys.stderr.write(f"{path}: GPL-only, must not be in the bundle\n")
    missing = [name for name in needed() if not (folder / "_internal" / name).exists()]
    for name in missing:
        sys.stderr.write(f"{folder}: {name} is missing\n")
    return 1 if found or missing else 0


def needed() -> list[str]:
    """What no import names, so that nothing but this would notice it is not there."""
    words = sorted((ROOT / "resources" / "translations").glob("*.qm"))
    letters = sorted((ROOT / "resources" / "fonts").iterdir())
    licences = ["LICENSE", "licences/LIST.txt", "licences/pyside6-essentials"]
    return [*licences, *(str(path.relative_to(ROOT)) for path in (*words, *letters))]


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
