"""A wrench that cannot be locked, at a station: its torque is a measured characteristic."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from msgspec import structs

from app.domain.events import MeasurementRecorded, ReadingUnassigned
from app.domain.instructions import Limits, MeasureStep
from app.domain.judging import reasons_against_measurement
from app.domain.readings import Quantity, Reading, ReadingKind
from app.domain.rules import TakeReading, decide
from tests.helpers.gearbox import NOW, at_step, measured, tightening
from tests.helpers.station_rig import station_at

STEP = MeasureStep(
    id="bleed screw",
    title={"en": "Bleed screw"},
    characteristic="torque of the bleed screw",
    gauge="W-03",
    limits=Limits(Decimal(20), Decimal(30), "N.m"),
    may_be_typed=False,
)


def wrench(torque: str = "25.0", *, ok: bool | None = True) -> Reading:
    return Reading(
        kind=ReadingKind.TIGHTENING,
        source="W-03",
        result_id="001 16/12/31 12:59:59 +025.0",
        received_at=NOW,
        ok=ok,
        values=(
            Quantity("torque", Decimal(torque), "N.m"),
            Quantity("angle", Decimal(60), "deg"),
        ),
    )


def test_a_torque_outside_the_limits_is_not_good_whatever_the_wrench_says() -> None:
    assert reasons_against_measurement(wrench("31.0"), STEP) == ("value_high",)
    assert reasons_against_measurement(wrench("-25.0"), STEP) == ("value_low",)


def test_the_wrenchs_own_no_is_never_passed_over() -> None:
    assert reasons_against_measurement(wrench(ok=False), STEP) == ("device_nok",)


def test_a_wrench_that_does_not_judge_is_judged_by_us() -> None:
    assert reasons_against_measurement(wrench(ok=None), STEP) == ()
    assert reasons_against_measurement(wrench(), STEP) == ()


def test_a_gauge_in_tolerance_mode_that_says_no_makes_no_good_measurement() -> None:
    reading = structs.replace(measured(), ok=False)
    recorded = decide(at_step("backlash"), TakeReading(reading, "backlash"))
    assert isinstance(recorded, tuple)
    assert isinstance(recorded[0], MeasurementRecorded)
    assert (recorded[0].ok, recorded[0].reasons) == (False, ("device_nok",))


async def test_a_tightening_of_a_wrench_that_no_step_wants_is_kept_for_a_person(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts("0418-77231")
        await rig.station.gauge_read(structs.replace(tightening(), source="W-03"))
        unassigned = [b for _, b in await rig.record() if isinstance(b, ReadingUnassigned)]
    assert [(b.reading.source, b.reason) for b in unassigned] == [("W-03", "not_armed")]


async def test_a_result_that_a_wrench_sends_again_is_kept_once(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts("0418-77231")
        for _ in range(2):
            await rig.station.gauge_read(wrench())
        unassigned = [b for _, b in await rig.record() if isinstance(b, ReadingUnassigned)]
    assert len(unassigned) == 1
