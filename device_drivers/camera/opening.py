"""The driver for a camera's URL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from device_drivers.camera.sources import FolderSource, PictureSource, UsbSource
from device_drivers.camera.still_camera import StillCamera
from device_drivers.camera.url import parse_camera_url

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.ports.devices import Camera, OnStatus
    from device_drivers.supervisor import BackOff


def source_for(url: str) -> PictureSource:
    """Where the pictures of ``url`` come from.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    place = parse_camera_url(url)
    return FolderSource(Path(place.folder)) if place.folder else UsbSource(place)


def camera_for(
    device: str,
    url: str,
    *,
    now: Callable[[], datetime],
    back_off: BackOff,
    on_status: OnStatus | None = None,
) -> Camera:
    """The driver.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    source = source_for(url)
    return StillCamera(
        device=device, source=source, now=now, back_off=back_off, on_status=on_status
    )
