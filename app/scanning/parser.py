"""What a scan was understood as.

Each code is one thing or unknown, never a guess.  In this order: what the AIM identifier says it
is, the GS1 forms, the plant's own patterns, and last a GS1 code of a scanner that sends neither
identifier nor separator.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import structs

from app.domain.scans import Scan, ScanKind
from app.scanning import gs1
from app.scanning.patterns import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.scanning.patterns import Pattern

#: More than the largest symbol holds: not a scan.
MAX_CHARS = 7_089

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BRACKETS = re.compile(r"\(\d{2,4}\)")
_GTIN_FIRST = re.compile(r"01\d{14}", re.ASCII)


def parse_scan(text: str, *, patterns: Sequence[Pattern] = DEFAULT) -> Scan:
    """What ``text`` is, as the scanner sent it or a person typed it; never raises."""
    symbology, content = _without_aim(text.strip(" \t\r\n"))
    scan = None
    if content and len(content) <= MAX_CHARS:
        scan = _by_symbology(symbology, content, patterns)
    if scan is None:
        return Scan(kind=ScanKind.UNKNOWN, raw=text, symbology=symbology)
    return structs.replace(scan, raw=text, symbology=symbology)


def _without_aim(text: str) -> tuple[str | None, str]:
    match = _AIM.match(text)
    return (match.group(), text[match.end() :]) if match else (None, text)


def _by_symbology(symbology: str | None, text: str, patterns: Sequence[Pattern]) -> Scan | None:
    """What the symbology promises must hold; a damaged GS1 code is not tried as anything else."""
    if symbology in gs1.ELEMENT_SYMBOLOGIES:
        return gs1.read_elements(text)
    if symbology in gs1.GTIN_SYMBOLOGIES:
        fits = len(text) in gs1.GTIN_SYMBOLOGIES[symbology]
        return gs1.read_gtin(text) if fits else None
    if gs1.GS in text:
        return gs1.read_elements(text)
    if _ADDRESS.match(text):
        return gs1.read_digital_link(text) or _by_pattern(text, patterns)
    if _BRACKETS.match(text):
        return gs1.read_brackets(text)
    return _by_pattern(text, patterns) or _bare_gs1(symbology, text)


def _by_pattern(text: str, patterns: Sequence[Pattern]) -> Scan | None:
    return next((scan for p in patterns if (scan := p.read(text))), None)


def _bare_gs1(symbology: str | None, text: str) -> Scan | None:
    """A GS1 code whose scanner does not say so: only if it starts with a sound GTIN."""
    if symbology is None and _GTIN_FIRST.match(text):
        return gs1.read_elements(text)
    return None
