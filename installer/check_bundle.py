"""Fails when the bundle holds a file that may not be shipped: parts of Qt under the GPL only."""

from __future__ import annotations

import re
import sys
from pathlib import Path

#: Read from the SPDX headers of Qt's own files: commercial or GPL-3.0, nothing else.
GPL_ONLY = re.compile(
    r"VirtualKeyboard|Qt6?Charts|DataVisualization|Qt6?Graphs|Quick3D|WaylandCompositor"
    r"|NetworkAuth|HttpServer|QtLottie|QuickTimeline",
    re.IGNORECASE,
)


def main(folder: Path) -> int:
    """Name every file that must not be there."""
    found = [path for path in folder.rglob("*") if GPL_ONLY.search(path.name)]
    for path in found:
        sys.stderr.write(f"{path}: GPL-only, must not be in the bundle\n")
    if not (folder / "_internal" / "LICENSE").exists():
        sys.stderr.write(f"{folder}: the licence is missing\n")
        return 1
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
