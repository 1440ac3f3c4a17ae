"""What a scan was understood as."""

from __future__ import annotations

import enum
from datetime import date

from msgspec import Struct


class ScanKind(enum.StrEnum):
    """Scans are routed by what they are, never by where the cursor is."""

    PART = "part"
    ORDER = "order"
    UNIT = "unit"
    BADGE = "badge"
    LOCATION = "location"
    COMMAND = "command"
    UNKNOWN = "unknown"


class Scan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One code, read and understood.

    ``value`` is the order, unit serial, badge, location or command (upper case); a part has
    ``gtin`` or ``part``, and ``lot``, ``serial`` and ``expiry`` as far as its label says.
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
