"""Results in other forms than the last one: operations, several spindles, other stations."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.readings import Judgement, Quality, Reading, ReadingKind
from device_drivers.open_protocol.dialogue import Dialogue
from device_drivers.open_protocol.fields import FieldFault, Values, serialise
from device_drivers.open_protocol.message import TRACE, Message, build
from device_drivers.open_protocol.operation_results import OperationResults
from device_drivers.open_protocol.profile import Parameters
from device_drivers.open_protocol.results import Reader
from device_drivers.open_protocol.spindle_results import SpindleResults
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.trace import parse_trace
from device_drivers.open_protocol.variables import FLOAT, SCIENTIFIC, TEXT, UNSIGNED, Parameter
from tests.helpers.effort import effort

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
READER = Reader("T-07", lambda: NOW, number_of={7: 12})
#: Reading needs no conversation.
NOBODY = cast("Dialogue", None)


def a_message(mid: int, revision: int, values: Values) -> Message:
    return build(mid, serialise(LAYOUTS[mid, revision], values), revision=revision)


def overall(number: int, messages: int, *parameters: Parameter, status: int = 1) -> Message:
    return a_message(
        1201,
        1,
        {
            "messages": messages, "message": 1, "result_id": number,
            "time": "2026-11-20:09:35:20", "status": status, "operation": 1,
            "objects": ({"object_id": 1, "object_status": status},),
            "parameters": tuple(each.record for each in parameters),
        },
    )  # fmt: skip


def an_object(number: int, message: int, messages: int, *parameters: Parameter) -> Message:
    return a_message(
        1202,
        1,
        {
            "messages": messages, "message": message, "result_id": number, "object_id": 1,
            "parameters": tuple(each.record for each in parameters),
        },
    )  # fmt: skip


def operations() -> OperationResults:
    return OperationResults(NOBODY, READER, Parameters())


ABOUT = (Parameter("03000", "0418-77231", TEXT), Parameter("01000", "7", UNSIGNED))
MEASURED = (
    Parameter("30230", "2.510E+01", SCIENTIFIC, 1),
    Parameter("30231", "59.5", FLOAT, 50),
    Parameter("30200", "1", UNSIGNED),
    Parameter("30201", "2", UNSIGNED),
    Parameter("30238", "23.50", FLOAT, 1),
    Parameter("30239", "26.50", FLOAT, 1),
)


def test_an_operation_is_a_reading_once_all_its_telegrams_are_here() -> None:
    feed = operations()
    assert feed.read(overall(4294, 2, *ABOUT)) is None
    reading = feed.read(an_object(4294, 2, 2, *MEASURED))
    assert reading is not None
    assert (reading.kind, reading.ok, reading.result_id) == (ReadingKind.TIGHTENING, True, "4294")
    assert (reading.program, reading.identifiers) == ("12", ("0418-77231",))
    torque, angle = reading.value("torque"), reading.value("angle")
    assert torque is not None
    assert angle is not None
    assert (torque.value, torque.unit, torque.low) == (Decimal("25.10"), "N.m", Decimal("23.50"))
    assert (str(angle.value), angle.judgement) == ("59.5", Judgement.HIGH)


def test_operations_that_come_mixed_are_not_mixed_up() -> None:
    feed = operations()
    feed.read(overall(1, 2, *ABOUT))
    feed.read(overall(2, 2, *ABOUT, status=0))
    first, second = (feed.read(an_object(number, 2, 2, *MEASURED)) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert [(each.result_id, each.ok) for each in (first, second)] == [("1", True), ("2", False)]


def test_an_operation_nobody_finished_is_given_up_after_some_others() -> None:
    feed = operations()
    for number in range(1, 7):
        assert feed.read(overall(number, 2)) is None
    assert feed.read(an_object(1, 2, 2)) is None
    assert feed.read(an_object(6, 2, 2)) is not None


@pytest.mark.parametrize("message", [build(1201, b"00"), build(1201, b"", revision=3)])
def test_an_operation_nobody_can_read_is_kept_as_evidence(message: Message) -> None:
    reading = operations().read(message)
    assert reading is not None
    assert reading.quality is Quality.QUARANTINED
    assert reading.raw == message.frame.hex()


def spindles(count: int) -> Reading:
    reading = SpindleResults(NOBODY, READER).read(
        a_message(
            101,
            1,
            {
                "vin": "0418-77231", "pset": 7, "status": 1, "sync_tightening_id": 911,
                "torque_min": Decimal("23.50"), "torque_max": Decimal("26.50"),
                "time": "2026-11-20:09:35:20",
                "spindles": tuple(
                    {
                        "spindle": number, "channel_id": number, "status": 1,
                        "torque_status": 1, "torque": Decimal(25) + number,
                        "angle_status": 1, "angle": 59,
                    }
                    for number in range(1, count + 1)
                ),
            },
        )
    )  # fmt: skip
    assert reading is not None
    return reading


def test_the_result_of_one_spindle_reads_like_that_of_a_tool() -> None:
    reading = spindles(1)
    assert (reading.result_id, reading.program, reading.ok) == ("911", "12", True)
    torque = reading.value("torque")
    assert torque is not None
    assert (torque.value, torque.low) == (Decimal(26), Decimal("23.50"))


def test_the_values_of_several_spindles_are_told_apart() -> None:
    names = [quantity.name for quantity in spindles(2).values]
    assert names == ["torque_1", "angle_1", "torque_2", "angle_2"]


def test_a_result_of_another_station_has_a_source_of_its_own() -> None:
    body = serialise(LAYOUTS[61, 1], {"status": 1, "tightening_id": 8})
    ours = build(61, body)
    theirs = Message(ours.frame[:12] + b"02" + ours.frame[14:])
    assert [READER.read(each).source for each in (ours, theirs)] == ["T-07", "T-07@2"]


def test_angles_are_scaled_as_the_telegram_says() -> None:
    values: Values = {
        "status": 1, "tightening_id": 8, "angle": 600, "angle_min": 400, "angle_max": 800,
        "angle_numerator": 1, "angle_denominator": 10,
    }  # fmt: skip
    angle = READER.read(a_message(61, 10, values)).value("angle")
    assert angle is not None
    assert (angle.value, angle.low, angle.high) == (Decimal(60), Decimal(40), Decimal(80))


def test_an_angle_in_hundredths_keeps_the_resolution_of_the_device() -> None:
    values: Values = {
        "status": 1, "tightening_id": 8, "angle": 59, "final_angle": Decimal("59.42"),
    }  # fmt: skip
    angle = READER.read(a_message(61, 7, values)).value("angle")
    assert angle is not None
    assert str(angle.value) == "59.42"


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("25.10", FLOAT, Decimal("25.10")),
        (" 1.5E-03 ", SCIENTIFIC, Decimal("0.0015")),
        ("0010", UNSIGNED, Decimal(10)),
        ("1F", 7, Decimal(31)),
        ("twelve", FLOAT, None),
        ("25.10", TEXT, None),
        ("NaN", FLOAT, None),
        ("xyz", 7, None),
    ],
)
def test_a_variable_field_says_itself_how_its_value_is_meant(
    text: str, type_: int, number: Decimal | None
) -> None:
    assert Parameter("30230", text, type_).number == number


@settings(max_examples=effort(100, 20_000))
@given(
    st.sampled_from(sorted(key for key in LAYOUTS if key[0] in {61, 65, 101, 900, 1201, 1202})),
    st.binary(max_size=300),
    st.booleans(),
)
def test_whatever_a_controller_sends_is_read_or_kept_as_evidence(
    known: tuple[int, int], noise: bytes, is_plausible: bool
) -> None:
    mid, revision = known
    body = (serialise(LAYOUTS[known], {}) + noise)[:9000] if is_plausible else noise
    message = build(mid, body, revision=revision)
    if mid == TRACE:
        with contextlib.suppress(FieldFault):
            parse_trace(message)
        return
    readers: dict[int, Callable[[Message], Reading | None]] = {
        101: SpindleResults(NOBODY, READER).read,
        1201: operations().read,
        1202: operations().read,
    }
    reading = readers.get(mid, READER.read)(message)
    assert reading is None or reading.result_id
