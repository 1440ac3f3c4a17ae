"""What a scan was understood as.

Each code is one thing or unknown, never a guess.  In this order: what the AIM identifier says it
is, the GS1 forms, the plant's own patterns, and last a GS1 code of a scanner that sends neither
identifier nor separator.  What two of the plant's patterns read differently is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import structs

from app.domain.scan_patterns import DEFAULT
from app.domain.scans import GS1_SYMBOLOGIES, Scan, ScanFault, ScanKind
from app.scanning import gs1
from app.scanning.layouts import keyboard_trap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.scan_patterns import Pattern

#: More than the largest symbol holds: not a scan.
MAX_CHARS = 7_089

#: Of ISO 15434: its inner separators are no GS1 separators.
ENVELOPE = "[)>\x1e"

_AROUND = " \t\r\n"
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
#: These codes say how their characters are meant (ECI): a mark, and backslashes doubled.
_MARKED = frozenset({"]Q2", "]Q4", "]d4", "]d5"})
_MARK = re.compile(r"\\\d{6}", re.ASCII)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BRACKETS = re.compile(r"\(\d{2,4}\)")
_GTIN_FIRST = re.compile(r"01\d{14}", re.ASCII)


def parse_scan(text: str, *, patterns: Sequence[Pattern] = DEFAULT) -> Scan:
    """What ``text`` is, as the scanner sent it or a person typed it; never raises."""
    scan = _understood(text, patterns)
    if scan is not None:
        return scan
    trap = keyboard_trap(text.strip(_AROUND), lambda t: _understood(t, patterns) is not None)
    symbology, content = _without_aim(text.strip(_AROUND))
    fault = _fault(content, patterns)
    return Scan(kind=ScanKind.UNKNOWN, raw=text, symbology=symbology, keyboard=trap, fault=fault)


def _understood(text: str, patterns: Sequence[Pattern]) -> Scan | None:
    symbology, content = _without_aim(text.strip(_AROUND))
    if not content or len(content) > MAX_CHARS:
        return None
    plain = _without_mark(content) if symbology in _MARKED else content
    scan = _by_symbology(symbology, plain, patterns) if plain else None
    return None if scan is None else structs.replace(scan, raw=text, symbology=symbology)


def _without_aim(text: str) -> tuple[str | None, str]:
    match = _AIM.match(text)
    return (match.group(), text[match.end() :]) if match else (None, text)


def _without_mark(text: str) -> str | None:
    """In ASCII every marked encoding is the same; anything else would be a guess."""
    mark = _MARK.match(text)
    rest = text[mark.end() :] if mark else text
    is_clear = rest.isascii() and "\\" not in rest.replace("\\\\", "")
    return rest.replace("\\\\", "\\") if is_clear else None


def _by_symbology(symbology: str | None, text: str, patterns: Sequence[Pattern]) -> Scan | None:
    """What the symbology promises must hold; a damaged GS1 code is not tried as anything else."""
    if symbology in GS1_SYMBOLOGIES:
        return gs1.read_elements(text)
    if symbology in gs1.GTIN_SYMBOLOGIES:
        fits = len(text) in gs1.GTIN_SYMBOLOGIES[symbology]
        return gs1.read_gtin(text) if fits else None
    if text.startswith(ENVELOPE):
        return _by_pattern(text, patterns, None)
    if gs1.GS in text:
        return gs1.read_elements(text)
    if _ADDRESS.match(text):
        return gs1.read_digital_link(text) or _by_pattern(text, patterns, None)
    if _BRACKETS.match(text):
        return gs1.read_brackets(text)
    return _by_pattern(text, patterns, lambda: _bare_gs1(symbology, text))


def _by_pattern(
    text: str, patterns: Sequence[Pattern], otherwise: Callable[[], Scan | None] | None
) -> Scan | None:
    """What no pattern knows may still be something; what two know differently is nothing."""
    readings = _readings(text, patterns)
    if not readings:
        return otherwise() if otherwise else None
    return readings[0] if len(readings) == 1 else None


def _readings(text: str, patterns: Sequence[Pattern]) -> list[Scan]:
    """What it could be, each once."""
    readings: list[Scan] = []
    for pattern in patterns:
        scan = pattern.read(text)
        if scan is not None and scan not in readings:
            readings.append(scan)
    return readings


def _fault(text: str, patterns: Sequence[Pattern]) -> ScanFault | None:
    """Why it is unknown, where more can be said than that."""
    if len(text) > MAX_CHARS:
        return None
    if _ADDRESS.match(text) and gs1.is_compressed_link(text):
        return ScanFault.COMPRESSED
    return ScanFault.AMBIGUOUS if len(_readings(text, patterns)) > 1 else None


def _bare_gs1(symbology: str | None, text: str) -> Scan | None:
    """A GS1 code whose scanner does not say so: only if it starts with a sound GTIN."""
    if symbology is None and _GTIN_FIRST.match(text):
        return gs1.read_elements(text)
    return None
