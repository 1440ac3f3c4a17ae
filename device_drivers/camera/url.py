"""The URLs cameras are configured by.

``camera:///dev/video0?width=1920&height=1080`` is a device file, ``camera:?usb=046d:0825``
whatever has that USB identity (from ``lsusb``), ``camera+file:///folder`` a folder of JPEG files
in turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qs, unquote, urlsplit

from app.domain.errors import InvalidInput

_SETTINGS = frozenset({"width", "height", "usb"})
_USB = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})")
_LARGEST_PX = 16_384


@dataclass(frozen=True, slots=True)
class CameraUrl:
    """``path`` of a device file, ``usb`` as (vendor, product), or the ``folder`` of pictures.

    ``width_px`` and ``height_px`` are what is asked of the camera; it may give another size.
    """

    path: str = ""
    usb: tuple[str, str] | None = None
    folder: str = ""
    width_px: int = 1280
    height_px: int = 720


def parse_camera_url(url: str) -> CameraUrl:
    """Take ``url`` apart.

    Raises:
        InvalidInput: scheme, place or a setting is wrong; the message says which.
    """
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    if parts.scheme == "camera+file":
        if query or parts.netloc or not parts.path.strip("/"):
            _refuse(url, "it names a folder and nothing else: camera+file:///var/pictures")
        return CameraUrl(folder=unquote(parts.path))
    if parts.scheme != "camera":
        _refuse(url, "a camera's URL begins with camera: or camera+file://")
    unknown = sorted(query.keys() - _SETTINGS)
    if unknown:
        _refuse(url, f"unknown setting {', '.join(unknown)}; use {', '.join(sorted(_SETTINGS))}")
    if parts.netloc or bool(parts.path.strip("/")) == ("usb" in query):
        _refuse(
            url, "it names either a device file, camera:///dev/video0, or camera:?usb=046d:0825"
        )
    return CameraUrl(
        path=parts.path,
        usb=_usb(url, query.get("usb")),
        width_px=_pixels(url, query, "width", 1280),
        height_px=_pixels(url, query, "height", 720),
    )


def _usb(url: str, text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    found = _USB.fullmatch(text.lower())
    if found is None:
        _refuse(url, f"usb must be vendor:product such as 046d:0825, not {text!r}")
    return found[1], found[2]


def _pixels(url: str, query: dict[str, str], name: str, default: int) -> int:
    text = query.get(name, str(default))
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if not 0 < number <= _LARGEST_PX:
        _refuse(url, f"{name} must be whole pixels from 1 to {_LARGEST_PX}, not {text!r}")
    return number


def _refuse(url: str, why: str) -> NoReturn:
    message = f"{url}: {why}."
    raise InvalidInput(message)
