"""The URLs serial devices are configured by, with their settings in the query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import parse_qs, urlsplit, urlunsplit

from app.domain.errors import InvalidInput
from device_drivers.serial.profiles import GAUGES, SCANNER
from device_drivers.serial.usb import UsbIdentity, parse_usb

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_SETTINGS = frozenset(
    {
        "profile",
        "baud",
        "frame",
        "unit",
        "prefix",
        "end",
        "label",
        "usb",
        "ask",
        "wrench",
        "channel",
    }
)
_SCHEMES = frozenset({"serial", "socket", "rfc2217"})
#: How a scanner ends a code: CR, LF or ETX as most do; TAB; or nothing but a pause.
SCAN_ENDS = {"line": b"\r\n\x03", "tab": b"\t", "pause": b""}
FRAME = re.compile(r"[5-8][NEO][12]")
_LABEL = re.compile(r"(?P<side>before|after):(?P<length>[1-9])")


@dataclass(frozen=True, slots=True)
class PortUrl:
    """``serial:///dev/…?profile=mitutoyo&baud=9600&unit=mm`` taken apart.

    ``path`` is what the transport opens, or with ``usb`` what to call it.  ``baud``, ``frame``
    (8N1 …), ``unit`` (UCUM) and ``prefix`` are None where the URL leaves them to the profile.
    ``ends`` are the characters that end a scan; none at all means a pause does.  ``label`` is
    how many characters before and after the code are the scanner's own mark of its kind.
    A gauge on a cable that hears nothing is asked by the DTR line.  ``wrench`` and
    ``channel`` are those whose results count, where a receiver or multiplexer serves several.
    """

    path: str
    profile: str
    baud: int | None = None
    unit: str | None = None
    prefix: str | None = None
    ends: bytes = SCAN_ENDS["line"]
    frame: str | None = None
    label: tuple[int, int] = (0, 0)
    usb: UsbIdentity | None = None
    asks_by_dtr: bool = False
    wrench: str | None = None
    channel: str | None = None


def parse_port_url(url: str) -> PortUrl:
    """Take ``url`` apart.

    Raises:
        InvalidInput: scheme, path, profile or a setting is wrong; the message says which.
    """
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES:
        _refuse(url, "a serial device's URL begins with serial://, socket:// or rfc2217://")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    unknown = sorted(query.keys() - _SETTINGS)
    if unknown:
        _refuse(url, f"unknown setting {', '.join(unknown)}; use {', '.join(sorted(_SETTINGS))}")
    profile = query.get("profile", SCANNER)
    if profile != SCANNER and profile not in GAUGES:
        _refuse(url, f"unknown profile {profile!r}; use {', '.join([SCANNER, *GAUGES])}")
    end = query.get("end", "line")
    if end not in SCAN_ENDS:
        _refuse(url, f"unknown end {end!r}; use {', '.join(SCAN_ENDS)}")
    usb = _usb(url, query.get("usb"))
    return PortUrl(
        path=_path(url, parts) if usb is None else f"USB {usb}",
        profile=profile,
        baud=_baud(url, query.get("baud")),
        unit=query.get("unit"),
        prefix=query.get("prefix"),
        ends=SCAN_ENDS[end],
        frame=_frame(url, query.get("frame")),
        label=_label(url, query.get("label")),
        usb=usb,
        asks_by_dtr=_asks_by_dtr(url, query.get("ask")),
        wrench=query.get("wrench"),
        channel=query.get("channel"),
    )


def _path(url: str, parts: SplitResult) -> str:
    if not (parts.netloc + parts.path).strip("/"):
        _refuse(url, "it names no port, such as /dev/serial/by-id/… or usb=0403:6001")
    # serial:///dev/ttyUSB0 has a path, serial://COM3 has its port where a host would be.
    is_local = parts.scheme == "serial"
    return parts.netloc + parts.path if is_local else urlunsplit(parts._replace(query=""))


def _usb(url: str, text: str | None) -> UsbIdentity | None:
    if text is None:
        return None
    parts = urlsplit(url)
    if parts.scheme != "serial" or parts.netloc + parts.path:
        _refuse(url, f"a device found by USB has no path: write serial:?usb={text}")
    try:
        return parse_usb(text)
    except InvalidInput as error:
        _refuse(url, str(error))


def _baud(url: str, text: str | None) -> int | None:
    if text is not None and not (text.isascii() and text.isdecimal()):
        _refuse(url, f"baud must be a whole number such as 9600, not {text!r}")
    return int(text) if text is not None else None


def _frame(url: str, text: str | None) -> str | None:
    if text is not None and not FRAME.fullmatch(text):
        _refuse(url, f"frame must be data bits, parity and stop bits such as 7E2, not {text!r}")
    return text


def _asks_by_dtr(url: str, text: str | None) -> bool:
    if text not in {None, "dtr"}:
        _refuse(url, f"ask can only be dtr, not {text!r}")
    return text is not None


def _label(url: str, text: str | None) -> tuple[int, int]:
    if text is None:
        return 0, 0
    found = _LABEL.fullmatch(text)
    if found is None:
        _refuse(url, f"label must be such as before:1 or after:1, not {text!r}")
    length = int(found["length"])
    return (length, 0) if found["side"] == "before" else (0, length)


def _refuse(url: str, why: str) -> NoReturn:
    message = f"{url}: {why}."
    raise InvalidInput(message)
