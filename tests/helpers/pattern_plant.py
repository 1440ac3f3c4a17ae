"""What a station records for patterns, as short sentences of a test."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.domain.calibration import Calibrated
from app.domain.envelope import Refs
from app.domain.events import MeasurementRecorded, PartFitted
from app.domain.readings import Quantity, Reading, ReadingKind
from server.read.times import utc
from tests.helpers.memory_station import build_unit, open_situation
from tests.helpers.plant_station import TOOL

if TYPE_CHECKING:
    import httpx

    from tests.helpers.plant_station import FakeStation

#: As many events as one push may have.
_AT_ONCE = 500


def fit(station: FakeStation, serial: str, lot: str, component: str = "bearing") -> None:
    """A part of a lot goes into a unit."""
    fitted = PartFitted(step="b", component=component, part="P", raw=lot, means="scanner", lot=lot)
    station.write(fitted, refs=Refs(unit=serial))


def measure(
    station: FakeStation, serial: str, value: float, *, source: str = "G-12", **changes: Any
) -> None:
    """A backlash, by a gauge unless ``changes`` say otherwise."""
    reading = Reading(
        kind=ReadingKind.MEASUREMENT,
        source=source,
        result_id=str(len(station.written)),
        received_at=utc(station.at_us),
        values=(Quantity("value", Decimal(str(value)), "mm"),),
    )
    values: dict[str, Any] = {
        "step": "backlash",
        "characteristic": "backlash",
        "attempt": 1,
        "ok": True,
        "means": "gauge",
    } | changes
    station.write(MeasurementRecorded(reading=reading, **values), TOOL, refs=Refs(unit=serial))


def fault_at(station: FakeStation, serial: str) -> None:
    """A situation opens at this unit."""
    station.refs = Refs(unit=serial)
    open_situation(station, f"S-{serial}")
    station.refs = Refs()


def write_bad_lot(station: FakeStation) -> None:
    """Sixty units, of which most of the first 25 fail; these have a lot of their own."""
    for number in range(60):
        serial = f"U-{number}"
        build_unit(station, serial)
        fit(station, serial, "L-bad" if number < 25 else "L-good")
        if number < 22:
            fault_at(station, serial)


def write_change(station: FakeStation) -> None:
    """Ninety units, of which the last forty have another backlash, since a calibration."""
    for number in range(90):
        serial = f"C-{number:02}"
        build_unit(station, serial)
        fit(station, serial, "L-1" if number < 48 else "L-2")
        value = 0.10 + 0.002 * (number * 7 % 5) + (0.02 if number >= 50 else 0)
        calibration = Calibrated(record="K-1" if number < 50 else "K-2", grade="good")
        measure(station, serial, round(value, 3), calibration=calibration)


async def send(client: httpx.AsyncClient, station: FakeStation) -> None:
    """All that was written, in pushes as a station makes them."""
    await station.sign_in(client)
    for first in range(1, len(station.written) + 1, _AT_ONCE):
        last = min(first + _AT_ONCE - 1, len(station.written))
        await station.pushed(client, station.push_of(first, last))
