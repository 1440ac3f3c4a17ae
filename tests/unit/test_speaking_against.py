"""Records that say otherwise of the same thing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from app.domain.curve_events import CurveRead
from app.domain.envelope import Refs
from app.domain.events import (
    MeasurementRecorded,
    PartFitted,
    ScanRefused,
    TighteningRecorded,
)
from app.domain.readings import Quantity, Reading, ReadingKind
from app.domain.speaking_against import speaks_against, unit_asked
from tests.helpers.gearbox import NOW, tightening

if TYPE_CHECKING:
    from app.domain.event_body import Body

NOK = TighteningRecorded(
    step="bolts",
    position="1",
    attempt=2,
    ok=False,
    counted=True,
    reading=tightening("18.00", ok=False, result_id="2"),
)
OK = structs.replace(NOK, ok=True, attempt=1, reading=tightening("25.00", result_id="1"))
READING = Reading(
    kind=ReadingKind.MEASUREMENT,
    source="G-12",
    result_id="3",
    received_at=NOW,
    values=(Quantity("value", Decimal("0.31"), "mm"),),
)
LOOSE = MeasurementRecorded(
    step="backlash", characteristic="backlash", attempt=2, ok=False, means="gauge", reading=READING
)
FITTED = PartFitted(
    step="cover", component="cover", part="C", raw="C-9", means="scanner", serial="C-9"
)
SCAN = ScanRefused(code="serial.already_fitted", raw="C-9", facts={"unit": "U-7"}, step="cover")


def curve_of(result: TighteningRecorded, verdict: str) -> CurveRead:
    return CurveRead(
        joint="gearbox:bolts:12:T-07",
        source=result.reading.source,
        epoch=result.reading.epoch,
        result_id=result.reading.result_id,
        blob="ab",
        step="bolts",
        position="1",
        is_ok=result.ok,
        verdict=verdict,
    )


@pytest.mark.parametrize(
    ("other", "signal"),
    [
        (structs.replace(OK, position="2"), NOK),
        (structs.replace(OK, step="lid"), NOK),
        (structs.replace(OK, counted=False), NOK),
        (NOK, NOK),
        (curve_of(NOK, "alarm"), NOK),
        (curve_of(OK, "ok"), NOK),
        (NOK, curve_of(OK, "alarm")),
        (OK, curve_of(OK, "learning")),
        (structs.replace(LOOSE, ok=True, characteristic="run_out"), LOOSE),
        (OK, LOOSE),
        (structs.replace(FITTED, raw="C-8", serial="C-8"), SCAN),
        (structs.replace(FITTED, serial=None, lot="C-9"), SCAN),
    ],
)
def test_what_is_about_another_thing_or_says_the_same_speaks_against_nothing(
    other: Body, signal: Body
) -> None:
    assert not speaks_against(other, signal)


@pytest.mark.parametrize(
    ("other", "signal"),
    [
        (OK, NOK),
        (curve_of(NOK, "ok"), NOK),
        (OK, curve_of(OK, "alarm")),
        (structs.replace(LOOSE, ok=True), LOOSE),
        (FITTED, SCAN),
    ],
)
def test_the_same_thing_said_otherwise_speaks_against_it(other: Body, signal: Body) -> None:
    assert speaks_against(other, signal)


def test_of_a_piece_that_is_somewhere_else_the_other_unit_is_asked() -> None:
    assert unit_asked(SCAN, Refs(unit="U-1")) == "U-7"
    assert unit_asked(NOK, Refs(unit="U-1")) == "U-1"
    assert unit_asked(structs.replace(SCAN, facts={}), Refs(unit="U-1")) is None
