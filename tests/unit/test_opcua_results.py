"""What counts of a joining system's results: in doubt it is kept aside, never counted."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.readings import Quality, Reading, ReadingKind
from device_drivers.opcua.joining_results import ResultReader
from device_drivers.opcua.joining_system import Made, structure_of
from device_drivers.opcua.structures import Decoded

pytestmark = pytest.mark.allow_warnings
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
READER = ResultReader("T-07", lambda: START, lambda _: None)
ABSENT = object()


def a_structure() -> Decoded:
    made = Made(number=7, id="R-7", at=START, torque=25.0, angle=59.0, program="12")
    return structure_of(made, 2)


def read(**marks: object) -> Reading:
    """A good tightening, but for these marks in its meta data."""
    decoded = a_structure()
    values = decoded.values["ResultMetaData"].values
    for name, value in marks.items():
        values.pop(name, None)
        if value is not ABSENT:
            values[name] = value
    return READER.read(decoded, b"as it came").reading


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ResultId", " "),
        ("SequenceNumber", ABSENT),
        ("SequenceNumber", -1),
        ("ResultEvaluation", ABSENT),
        ("ResultEvaluation", None),
        ("ResultEvaluation", 4),
        ("ResultEvaluation", -1),
        ("ResultEvaluation", True),
        ("ResultEvaluation", 1.0),
        ("ResultEvaluation", "OK"),
        ("Classification", ABSENT),
        ("Classification", 0),
        ("Classification", 8),
        ("Classification", True),
        ("IsSimulated", 1),
        ("IsSimulated", "true"),
        ("IsPartial", 1),
        ("IsPartial", "true"),
        ("AssemblyType", 3),
        ("AssemblyType", "2"),
        ("ResultState", 2),
        ("ResultState", 3),
        ("ResultState", 4),
        ("ResultState", -1),
    ],
)
def test_in_doubt_a_result_is_kept_aside_with_its_bytes_and_never_counted(
    name: str, value: object
) -> None:
    reading = read(**{name: value})
    assert reading.quality is Quality.QUARANTINED
    assert reading.ok is None
    assert reading.reason
    assert reading.raw == b"as it came".hex()


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"IsSimulated": ABSENT, "IsPartial": ABSENT},
        {"AssemblyType": ABSENT},
        {"ResultState": ABSENT},
    ],
)
def test_what_may_be_left_out_does_not_keep_a_good_tightening_from_counting(
    marks: dict[str, object],
) -> None:
    reading = read(**marks)
    assert (reading.kind, reading.ok) == (ReadingKind.TIGHTENING, True)
    assert reading.quality is not Quality.QUARANTINED


@pytest.mark.parametrize("evaluation", [0, 2, 3])
def test_undefined_and_not_decidable_are_not_ok(evaluation: int) -> None:
    reading = read(ResultEvaluation=evaluation)
    assert (reading.kind, reading.ok) == (ReadingKind.TIGHTENING, False)


@pytest.mark.parametrize("state", [2, 3, 4, -1])
def test_what_was_broken_off_and_is_not_ok_is_a_bad_tightening(state: int) -> None:
    reading = read(ResultEvaluation=2, ResultState=state)
    assert (reading.kind, reading.ok) == (ReadingKind.TIGHTENING, False)


@pytest.mark.parametrize(
    ("marks", "state"),
    [
        ({"IsSimulated": True}, "simulated result"),
        ({"IsPartial": True}, "partial result"),
        ({"Classification": 2}, "sync result"),
        ({"Classification": 3}, "batch result"),
        ({"Classification": 4}, "job result"),
        ({"Classification": 5}, "stitching result"),
        ({"Classification": 6}, "intervention"),
        ({"Classification": 7}, "text result"),
    ],
)
def test_what_is_no_single_whole_real_result_is_only_noted(
    marks: dict[str, object], state: str
) -> None:
    reading = read(**marks)
    assert (reading.kind, reading.ok, reading.state) == (ReadingKind.STATE, None, state)


def test_a_disassembly_is_a_loosening_however_well_it_went() -> None:
    reading = read(AssemblyType=2, ResultEvaluation=1)
    assert (reading.kind, reading.ok) == (ReadingKind.LOOSENING, False)


def test_the_value_tagged_final_is_taken_though_others_come_first() -> None:
    decoded = a_structure()
    values = decoded.values["ResultContent"][0].values["OverallResultValues"]
    torsion = Decoded(values[0].name, {**values[0].values, "MeasuredValue": 3.5, "ValueTag": 2})
    values.insert(0, torsion)
    torque = READER.read(decoded, b"").reading.value("torque")
    assert torque is not None
    assert torque.value == Decimal("25.0")
