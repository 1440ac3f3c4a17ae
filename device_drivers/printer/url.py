"""The URLs label printers are configured by.

``printer://host:9100?profile=zpl`` is a printer in the network, ``printer:///dev/usb/lp0`` one on
USB, ``printer+cups://QUEUE`` a queue of the system's spooler.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import SplitResult, parse_qs, urlsplit

from app.domain.errors import InvalidInput

ZPL, PDF = "zpl", "pdf"
TCP_PORT = 9100
_SETTINGS = frozenset({"profile", "dpi", "width_mm", "height_mm"})
#: Print heads are built in these resolutions.
_DPI = ("203", "300", "600")
_LONGEST_MM = 1000


@dataclass(frozen=True, slots=True)
class Paper:
    """One label's size."""

    width_mm: int = 60
    height_mm: int = 40


@dataclass(frozen=True, slots=True)
class PrinterUrl:
    """Taken apart: ``host`` and ``port``, or ``path``, or (``profile`` "pdf") ``queue``.

    An empty ``queue`` is the system's default one.
    """

    profile: str
    paper: Paper
    dpi: int = 203
    host: str = ""
    port: int = TCP_PORT
    path: str = ""
    queue: str = ""

    @property
    def place(self) -> str:
        """Where the printer is, as people say it."""
        if self.profile == PDF:
            return f"queue {self.queue}" if self.queue else "the default queue"
        return self.path or f"{self.host}:{self.port}"


def parse_printer_url(url: str) -> PrinterUrl:
    """Take ``url`` apart.

    Raises:
        InvalidInput: scheme, place or a setting is wrong; the message says which.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"printer", "printer+cups"}:
        _refuse(url, "a label printer's URL begins with printer:// or printer+cups://")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    unknown = sorted(query.keys() - _SETTINGS)
    if unknown:
        _refuse(url, f"unknown setting {', '.join(unknown)}; use {', '.join(sorted(_SETTINGS))}")
    spoken = PDF if parts.scheme == "printer+cups" else ZPL
    if query.get("profile", spoken) != spoken:
        _refuse(url, f"{parts.scheme}:// speaks {spoken}, not {query['profile']!r}")
    paper = Paper(_mm(url, query, "width_mm", 60), _mm(url, query, "height_mm", 40))
    if spoken == PDF:
        if parts.path.strip("/"):
            _refuse(url, "it names a queue only: printer+cups://QUEUE")
        return PrinterUrl(PDF, paper, queue=parts.netloc)
    return _zpl(url, parts, paper, _dpi(url, query))


def _zpl(url: str, parts: SplitResult, paper: Paper, dpi: int) -> PrinterUrl:
    if not parts.netloc and parts.path.strip("/"):
        return PrinterUrl(ZPL, paper, dpi, path=parts.path)
    if not parts.hostname or parts.path.strip("/"):
        _refuse(url, "it names no printer, such as printer://192.168.1.20:9100")
    try:
        port = parts.port
    except ValueError:
        _refuse(url, "its port is no number from 1 to 65535")
    return PrinterUrl(ZPL, paper, dpi, host=parts.hostname, port=port or TCP_PORT)


def _mm(url: str, query: dict[str, str], name: str, default: int) -> int:
    text = query.get(name, str(default))
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if not 10 <= number <= _LONGEST_MM:  # noqa: PLR2004 - no label is smaller
        _refuse(url, f"{name} must be whole millimetres from 10 to {_LONGEST_MM}, not {text!r}")
    return number


def _dpi(url: str, query: dict[str, str]) -> int:
    text = query.get("dpi", _DPI[0])
    if text not in _DPI:
        _refuse(url, f"dpi must be one of {', '.join(_DPI)}, not {text!r}")
    return int(text)


def _refuse(url: str, why: str) -> NoReturn:
    message = f"{url}: {why}."
    raise InvalidInput(message)
