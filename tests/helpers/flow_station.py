"""A station in a scripted week: what it records when, and the plant's plans for it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from app.domain.events import (
    PersonSignedIn,
    PersonSignedOut,
    StationStarted,
    UnitCompleted,
    UnitStarted,
)
from app.domain.flow_documents import LinePlan, ReasonGroup, StopReason, StopReasons
from app.domain.line_events import StopBegan, StopEnded, StopsNamed
from app.domain.plant import Order, StationInfo
from app.domain.shift_calendar import PlannedShift, ShiftBreak, ShiftCalendar, WeekPattern
from tests.helpers.plant_station import SYSTEM

if TYPE_CHECKING:
    from app.domain.event_body import Body
    from tests.helpers.plant_station import FakeStation

LINE = "Line 4"
S, MINUTE, HOUR = 1_000_000, 60_000_000, 3_600_000_000
ORDER = Order(
    order="PO-1", product="GX-200", variant="B", quantity=120, instruction="gearbox-mount",
    line=LINE, priority=1,
)  # fmt: skip
REASONS = StopReasons(
    line="*",
    groups=(
        ReasonGroup(
            code="material",
            name={"en": "Material"},
            reasons=(
                StopReason("feeding", {"en": "Feeding"}),
                StopReason("missing", {"en": "Missing"}),
            ),
        ),
        ReasonGroup(code="setup", name={"en": "Setup"}),
    ),
)


def info(station: str, line: str = LINE) -> StationInfo:
    return StationInfo(station=station, name=f"Place {station}", line=line)


def plan(*stations: str, ideal_s: float = 60.0) -> LinePlan:
    return LinePlan(line=LINE, stations=stations, ideal_s={"*": ideal_s})


def three_shifts(begins: date = date(2026, 1, 5)) -> ShiftCalendar:
    """Early, late and night on every day, each with a break of half an hour."""
    shifts = tuple(
        PlannedShift(
            name=name,
            start=time(start),
            end=time((start + 8) % 24),
            days=(1, 2, 3, 4, 5, 6, 7),
            breaks=(ShiftBreak(time((start + 4) % 24), 30),),
        )
        for name, start in (("early", 6), ("late", 14), ("night", 22))
    )
    pattern = WeekPattern(begins=begins, shifts=shifts)
    return ShiftCalendar(calendar="*", zone="Europe/Berlin", patterns=(pattern,))


def us(text: str) -> int:
    """An ISO 8601 time with its zone, in µs."""
    return round(datetime.fromisoformat(text).timestamp() * S)


class Script:
    """Writes into a station's chain what happened at which instant (µs)."""

    def __init__(self, station: FakeStation, *, order: str = "PO-1") -> None:
        self.station = station
        self.order = order

    def at(self, at_us: int, body: Body, *, recorded_us: int | None = None) -> None:
        """One event; the system's where no person did it."""
        recorded = at_us if recorded_us is None else recorded_us
        times = {"at": at_us, "recorded_at": recorded, "mono_ns": recorded * 1_000}
        self.station.write(body, SYSTEM, **times)

    def on(self, at_us: int) -> None:
        """Started, and somebody signs in."""
        self.at(at_us, StationStarted(software="1"))
        self.at(at_us, PersonSignedIn(person="417", role="operator", means="badge"))

    def off(self, at_us: int) -> None:
        self.at(at_us, PersonSignedOut(person="417"))

    def unit(self, serial: str, begin_us: int, end_us: int, *, reworked: int = 0) -> None:
        self.begin(serial, begin_us)
        self.unit_done(serial, end_us, reworked=reworked)

    def unit_done(self, serial: str, at_us: int, *, reworked: int = 0) -> None:
        self.at(at_us, UnitCompleted(serial=serial, evidence="provable", reworked=reworked))

    def begin(self, serial: str, at_us: int, *, product: str = "GX-200") -> None:
        self.at(
            at_us,
            UnitStarted(
                serial=serial, order=self.order, product=product, variant="B",
                instruction="gearbox-mount", revision="r", raw=serial,
            ),
        )  # fmt: skip

    def stop(
        self, name: str, begin_us: int, end_us: int | None = None, reason: str | None = None
    ) -> None:
        """Noticed a minute later, as stations do."""
        self.at(begin_us, StopBegan(stop=name), recorded_us=begin_us + MINUTE)
        if end_us is not None:
            self.at(end_us, StopEnded(stop=name, why="progress"))
        if reason is not None:
            self.at(end_us or begin_us + MINUTE, StopsNamed(stops=(name,), reason=reason))
