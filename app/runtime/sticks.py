"""Which removable drives are plugged in and can be written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: Below these, Linux desktops and udisks mount what somebody plugs in.
_MOUNTS = ("/media/", "/run/media/")
_REMOVABLE = 2  # GetDriveTypeW


def removable_drives(mounts: Path = Path("/proc/mounts")) -> tuple[Path, ...]:
    """Their folders, in the order of their names; none when the system does not say."""
    found = _windows() if sys.platform == "win32" else _linux(mounts)
    return tuple(sorted(path for path in found if os.access(path, os.W_OK)))


def _linux(mounts: Path) -> list[Path]:
    try:
        lines = mounts.read_text("utf-8").splitlines()
    except OSError:
        return []
    places = [line.split()[1].replace("\\040", " ") for line in lines if len(line.split()) > 1]
    return [Path(place) for place in places if place.startswith(_MOUNTS)]


def _windows() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes

    kernel = ctypes.windll.kernel32
    letters = [f"{chr(65 + n)}:\\" for n in range(26) if kernel.GetLogicalDrives() >> n & 1]
    return [Path(root) for root in letters if kernel.GetDriveTypeW(root) == _REMOVABLE]
