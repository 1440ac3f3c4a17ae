"""The URLs serial devices are configured by, with their settings in the query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qs, urlsplit, urlunsplit

from app.domain.errors import InvalidInput
from device_drivers.serial.profiles import GAUGES, SCANNER

_SETTINGS = frozenset({"profile", "baud", "unit", "prefix", "end"})
_SCHEMES = frozenset({"serial", "socket", "rfc2217"})
#: How a scanner ends a code: CR, LF or ETX as most do; TAB; or nothing but a pause.
SCAN_ENDS = {"line": b"\r\n\x03", "tab": b"\t", "pause": b""}


@dataclass(frozen=True, slots=True)
class PortUrl:
    """``serial:///dev/…?profile=mitutoyo&baud=9600&unit=mm`` taken apart.

    ``path`` is what the transport opens.  ``baud``, ``unit`` (UCUM) and ``prefix`` are None
    where the URL leaves them to the profile.  ``ends`` are the characters that end a scan;
    none at all means a pause does.
    """

    path: str
    profile: str
    baud: int | None = None
    unit: str | None = None
    prefix: str | None = None
    ends: bytes = SCAN_ENDS["line"]


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
    baud = query.get("baud")
    if baud is not None and not baud.isdecimal():
        _refuse(url, f"baud must be a whole number such as 9600, not {baud!r}")
    end = query.get("end", "line")
    if end not in SCAN_ENDS:
        _refuse(url, f"unknown end {end!r}; use {', '.join(SCAN_ENDS)}")
    is_local = parts.scheme == "serial"
    # serial:///dev/ttyUSB0 has a path, serial://COM3 has its port where a host would be.
    path = parts.netloc + parts.path if is_local else urlunsplit(parts._replace(query=""))
    if not (parts.netloc + parts.path).strip("/"):
        _refuse(url, "it names no port, such as /dev/serial/by-id/…")
    return PortUrl(
        path=path,
        profile=profile,
        baud=int(baud) if baud is not None else None,
        unit=query.get("unit"),
        prefix=query.get("prefix"),
        ends=SCAN_ENDS[end],
    )


def _refuse(url: str, why: str) -> NoReturn:
    message = f"{url}: {why}."
    raise InvalidInput(message)
