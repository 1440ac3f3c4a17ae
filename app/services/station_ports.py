"""What the station's core needs from the world, handed in by whoever builds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from app.domain.scans import Scan
    from app.ports.clock import Clock
    from app.ports.journal import Blobs, Journal, Reference


@dataclass(frozen=True, slots=True)
class StationPorts:
    """Journal, reference data, clock and the questions with an answer outside the core."""

    journal: Journal
    reference: Reference
    blobs: Blobs
    clock: Clock
    parse_scan: Callable[[str], Scan]
    verify_pin: Callable[[str, str], Awaitable[bool]]
    today: Callable[[], date]
    shift: Callable[[], str]
