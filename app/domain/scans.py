"""What a scan was understood as."""

from __future__ import annotations

import enum
from datetime import date

from msgspec import Struct

#: AIM identifiers of symbols that can only hold GS1 data: what is not, is damaged or misread.
GS1_SYMBOLOGIES = frozenset({"]C1", "]e0", "]e1", "]e2", "]d2", "]d5", "]Q3", "]Q4", "]J1"})


class ScanKind(enum.StrEnum):
    """Scans are routed by what they are, never by where the cursor is."""

    PART = "part"
    ORDER = "order"
    UNIT = "unit"
    BADGE = "badge"
    LOCATION = "location"
    COMMAND = "command"
    UNKNOWN = "unknown"


class ScanFault(enum.StrEnum):
    """What is wrong with a code that nobody knows."""

    COMPRESSED = "compressed"
    AMBIGUOUS = "ambiguous"


class Scan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One code, read and understood.

    ``value`` is the order, unit serial, badge, location or command (upper case); a part has
    ``gtin`` or ``part``, and ``lot``, ``serial`` and ``expiry`` as far as its label says.
    An unknown one has ``keyboard`` when it would be known through other keys: "caps", or the
    layouts as "US:DE" (the scanner's, the PC's); and ``fault``, where it can be said.
    """

    kind: ScanKind
    raw: str
    symbology: str | None = None
    value: str | None = None
    gtin: str | None = None
    part: str | None = None
    lot: str | None = None
    serial: str | None = None
    expiry: date | None = None
    quantity: int | None = None
    keyboard: str | None = None
    fault: ScanFault | None = None
