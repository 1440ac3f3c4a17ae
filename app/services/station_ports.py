"""What the station's core needs from the world, handed in by whoever builds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from app.domain.scans import Scan
    from app.domain.shift_calendar import ShiftCalendar
    from app.ports.clock import Clock
    from app.ports.journal import Blobs, Journal, Reference
    from app.ports.units import ToldUnits
    from app.services.line_state import PaperLine, ShiftSpan


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
    shift_span: Callable[[], ShiftSpan] | None = None
    use_calendar: Callable[[ShiftCalendar | None], None] | None = None
    keep_page: Callable[[str, tuple[PaperLine, ...]], str] | None = None
    is_sharp: Callable[[bytes], bool] | None = None
    told: ToldUnits | None = None
