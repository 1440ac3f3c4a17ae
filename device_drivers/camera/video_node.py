"""The device file of a camera: found by USB identity, and whether it may be opened."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import CameraBusy, DeviceOffline

if TYPE_CHECKING:
    from collections.abc import Callable

SYSFS = Path("/sys/class/video4linux")
DEV = Path("/dev")


def find_by_usb(vendor: str, product: str, *, sysfs: Path = SYSFS, dev: Path = DEV) -> Path:
    """The device file that gives pictures of the USB device ``vendor``:``product``.

    Raises:
        DeviceOffline: none is plugged in.
    """
    for entry in sorted(sysfs.glob("video*")):
        usb = (entry / "device").resolve().parent
        identity = (_word(usb / "idVendor"), _word(usb / "idProduct"))
        # A camera has more than one node: the first gives pictures, the others facts about them.
        if identity == (vendor, product) and _word(entry / "index") in ("0", ""):
            return dev / entry.name
    name = f"USB {vendor}:{product}"
    raise DeviceOffline(
        name, "it is not plugged in; check the cable, and 'lsusb' for its identity"
    )


def name_of(node: Path, *, sysfs: Path = SYSFS) -> str:
    """What the camera calls itself; the node's own name when it does not say."""
    return _word(sysfs / node.name / "name") or node.name


def require_node(node: Path, *, open_node: Callable[[Path, int], int] = os.open) -> None:
    """See that ``node`` is there and may be opened.

    Raises:
        DeviceOffline: it is not plugged in, or this user may not open it.
        CameraBusy: another program has it to itself.
    """
    try:
        os.close(open_node(node, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC))
    except OSError as error:
        if error.errno == errno.EBUSY:
            raise CameraBusy(str(node), "another program has the camera") from error
        raise DeviceOffline(str(node), _why(error)) from error


def _why(error: OSError) -> str:
    if error.errno in (errno.EACCES, errno.EPERM):
        return "this user may not use the camera; add the user to the group video"
    if error.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
        return "the camera is not plugged in"
    return error.strerror or str(error)


def _word(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
