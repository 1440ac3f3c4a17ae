"""What a sweep reads of the log: things, times and values; of people nothing that says who."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Raw

from app.domain.calibration import Calibrated
from app.domain.envelope import Actor, Envelope, Refs
from app.domain.events import MeasurementRecorded, TighteningRecorded, UnitStarted
from app.domain.line_events import StopEnded
from app.domain.material_events import LotOpened, StockReceived
from app.domain.readings import Quantity, Reading, ReadingKind
from server.memory.pattern_log import PatternLog
from server.read.facts import Fact
from server.read.times import utc

if TYPE_CHECKING:
    from app.domain.event_body import Body

MINUTE_US = 60_000_000
ANN, BOB = Actor("person", "17"), Actor("person", "18")


class Told:
    """A log that is told event by event, at minutes."""

    def __init__(self, *, shift: str | None = None) -> None:
        self.log = PatternLog(lambda _station, _at_us: shift)
        self._pos = count(1)

    def at(
        self, minute: int, body: Body, *, unit: str = "", who: Actor = ANN, station: str = "ST-1"
    ) -> None:
        pos, at_us = next(self._pos), minute * MINUTE_US
        envelope = Envelope(
            v=1,
            event_id=f"E-{pos}",
            station=station,
            epoch=1,
            seq=pos,
            kind=body.KIND,
            version=1,
            at=at_us,
            recorded_at=at_us,
            mono_ns=0,
            boot="b",
            seen_pos=0,
            actor=who,
            body=Raw(b"{}"),
            prev_hash="",
            refs=Refs(unit=unit or None),
        )
        self.log.take(Fact(pos, at_us, envelope, body))

    def begin(self, minute: int, serial: str, who: Actor = ANN, station: str = "ST-1") -> None:
        body = UnitStarted(
            serial=serial, order="PO", product="GX", variant="B", instruction="i", revision="r1",
            raw=serial,
        )  # fmt: skip
        self.at(minute, body, who=who, station=station)

    def shift_of(self, serial: str) -> str:
        return self.log.shift_of(self.log.units[serial])


def torque(*, program: str = "P12", counted: bool = True, means: str = "tool") -> Body:
    values = (Quantity("torque", Decimal(25), "N.m"), Quantity("angle", Decimal(60), "deg"))
    reading = Reading(
        kind=ReadingKind.TIGHTENING, source="T-07", result_id="1", received_at=utc(0),
        values=values, program=program,
    )  # fmt: skip
    return TighteningRecorded(
        step="bolts", position="1", attempt=1, ok=True, counted=counted, reading=reading,
        means=means, calibration=Calibrated(record="K-3", grade="good"),
    )  # fmt: skip


def typed(who: str) -> Body:
    reading = Reading(
        kind=ReadingKind.MEASUREMENT, source=f"typed:{who}", result_id="1", received_at=utc(0),
        values=(Quantity("backlash", Decimal("0.1"), "mm"),),
    )  # fmt: skip
    return MeasurementRecorded(
        step="gap", characteristic="backlash", attempt=1, ok=True, means="typed", reading=reading
    )


# --- people


def test_what_was_typed_has_no_tool_its_source_is_a_person() -> None:
    told = Told()
    told.begin(0, "U-1")
    told.at(1, typed("17"), unit="U-1")
    assert told.log.units["U-1"].things == {}
    (values,) = told.log.series.values()
    assert values[0].things == {"revision": "r1"}


def test_what_a_person_says_was_tightened_here_has_no_tool() -> None:
    told = Told()
    told.begin(0, "U-1")
    told.at(1, torque(means="person"), unit="U-1")
    assert "tool of bolts" not in told.log.units["U-1"].things


def test_a_shift_of_one_person_is_no_shift() -> None:
    told = Told(shift="night")
    for number in range(10):
        told.begin(number, f"U-{number}", ANN)
    assert told.shift_of("U-0") == ""


def test_a_shift_that_is_nearly_always_one_persons_is_no_shift() -> None:
    told = Told(shift="night")
    for number in range(10):
        told.begin(number, f"U-{number}", BOB if number == 9 else ANN)
    assert told.shift_of("U-9") == ""


def test_a_shift_of_several_is_a_shift_unless_one_was_alone_at_a_station_on_the_way() -> None:
    told = Told(shift="night")
    for number in range(10):
        told.begin(number, f"U-{number}", BOB if number % 2 else ANN)
    told.begin(20, "U-3", ANN, station="ST-2")
    assert told.shift_of("U-2") == "night"
    assert told.shift_of("U-3") == ""


def test_a_shift_in_which_nobody_signed_in_is_no_shift() -> None:
    told = Told(shift="night")
    for number in range(10):
        told.begin(number, f"U-{number}", Actor("system", "station"))
    assert told.shift_of("U-0") == ""


def test_no_unit_and_no_value_keeps_who_it_was() -> None:
    told = Told(shift="night")
    told.begin(0, "U-1", Actor("person", "P-90417"))
    told.at(1, typed("P-90417"), unit="U-1", who=Actor("person", "P-90417"))
    assert "P-90417" not in repr((told.log.units, told.log.series))


# --- things and times


def test_a_unit_has_the_tool_program_and_calibration_of_each_step() -> None:
    told = Told()
    told.begin(0, "U-1")
    told.at(1, torque(), unit="U-1")
    assert told.log.units["U-1"].things == {
        "tool of bolts": "T-07",
        "program of bolts": "P12",
        "calibration of bolts": "K-3",
    }
    names = [(key.name, key.unit_code) for key in told.log.series]
    assert names == [("torque", "N.m"), ("angle", "deg")]


def test_what_does_not_count_or_belongs_to_no_unit_is_left_out() -> None:
    told = Told()
    told.begin(0, "U-1")
    told.at(1, torque(counted=False), unit="U-1")
    told.at(2, torque(), unit="U-9")
    told.at(3, torque())
    assert (told.log.units["U-1"].things, told.log.series) == ({}, {})


def test_minutes_since_a_restart_and_a_refill_are_those_of_the_units_own_station() -> None:
    told = Told()
    told.at(0, StopEnded(stop="s", why="progress"), station="ST-2")
    told.at(10, StopEnded(stop="s", why="progress"))
    told.at(12, LotOpened(lot="L", part="glue", opened_at=utc(0), use_within_h=8))
    told.at(13, StockReceived(part="bolt", lot="B", quantity=9))
    told.at(14, StopEnded(stop="s", why="nobody"))
    told.begin(20, "U-1")
    assert told.log.units["U-1"].numbers == {
        "minutes since restart of ST-1": 10.0,
        "minutes since refill of glue": 8.0,
        "minutes since refill of bolt": 7.0,
    }
