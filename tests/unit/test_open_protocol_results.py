"""From telegrams to readings and curves."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.readings import Judgement, Quality, ReadingKind
from device_drivers.open_protocol.curves import MAX_WAITING, Curves
from device_drivers.open_protocol.fields import FieldFault, parse, serialise
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.results import Reader
from device_drivers.open_protocol.simulator import telegrams
from device_drivers.open_protocol.simulator.tightening import (
    LOOSENING,
    Rundown,
    program_around,
)
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.trace import ANGLE, TORQUE, Trace, build_trace, parse_trace

NOW = datetime(2026, 11, 20, 8, 35, 20, tzinfo=UTC)
READER = Reader("T-07", lambda: NOW)


def rundown(*, result_type: int = 1, is_ok: bool = True, torque: str = "25.10") -> Rundown:
    return Rundown(
        result_id=4294,
        program=program_around(12, Decimal(25)),
        torque=Decimal(torque),
        angle=59,
        is_ok=is_ok,
        time="2026-11-20:09:35:20",
        vin="0418-77231",
        result_type=result_type,
    )


def with_fields(message: Message, **changes: int | str | None) -> Message:
    layout = LAYOUTS[message.mid, message.revision]
    values = parse(layout, message.body) | changes
    return build(message.mid, serialise(layout, values), revision=message.revision)


def test_a_loosening_is_never_ok_and_never_a_tightening() -> None:
    loosened = rundown(result_type=LOOSENING, is_ok=True)
    reading = READER.read(telegrams.result(loosened, 3))
    assert reading.kind is ReadingKind.LOOSENING
    assert reading.ok is False


def test_a_batch_increment_is_no_tightening() -> None:
    reading = READER.read(telegrams.result(rundown(result_type=3), 4))
    assert reading.kind is ReadingKind.STATE
    assert reading.state == "batch increment"
    assert reading.ok is None


@pytest.mark.parametrize(
    ("size", "status", "counter"), [(4, 3, 2), (0, 3, None), (4, 2, None)],
    ids=["in use", "no size", "not used"],
)  # fmt: skip
def test_the_batch_counter_is_read_where_a_batch_is_in_use(
    size: int, status: int, counter: int | None
) -> None:
    told = with_fields(
        telegrams.result(rundown(), 3), batch_size=size, batch_counter=2, batch_status=status
    )
    assert READER.read(told).counter == counter


def test_a_result_type_nobody_knows_is_no_tightening_either() -> None:
    reading = READER.read(telegrams.result(rundown(result_type=42), 4))
    assert reading.kind is ReadingKind.STATE
    assert reading.state == "result type 42"


@pytest.mark.parametrize("revision", range(1, 8))
def test_every_revision_gives_the_same_reading(revision: int) -> None:
    reading = READER.read(telegrams.result(rundown(), revision))
    torque, angle = reading.value("torque"), reading.value("angle")
    assert reading.kind is ReadingKind.TIGHTENING
    assert reading.ok is True
    assert (reading.result_id, reading.program) == ("4294", "12")
    assert (reading.at_device, reading.received_at) == ("2026-11-20:09:35:20", NOW)
    assert reading.identifiers == ("0418-77231",)
    assert torque is not None
    assert (str(torque.value), torque.unit) == ("25.10", "N.m")
    assert (str(torque.low), str(torque.high), str(torque.target)) == ("23.50", "26.50", "25.00")
    assert torque.judgement is Judgement.OK
    assert angle is not None
    assert (angle.value, angle.unit, angle.target) == (Decimal(59), "deg", None)


def test_an_old_result_lacks_its_limits_and_says_that_it_was_fetched() -> None:
    reading = READER.read(telegrams.old_result(rundown(), 1), backfilled=True)
    torque = reading.value("torque")
    assert reading.backfilled
    assert torque is not None
    assert (torque.low, torque.high, torque.target) == (None, None, None)


def test_the_unit_in_the_telegram_wins_over_the_configured_one() -> None:
    message = with_fields(telegrams.result(rundown(), 3), torque_unit=2)
    torque = Reader("T-07", lambda: NOW, "N.cm").read(message).value("torque")
    assert torque is not None
    assert torque.unit == "[lbf_av].[ft_i]"
    torque = (
        Reader("T-07", lambda: NOW, "N.cm").read(telegrams.result(rundown(), 1)).value("torque")
    )
    assert torque is not None
    assert torque.unit == "N.cm"


def test_a_blank_angle_is_no_angle() -> None:
    reading = READER.read(with_fields(telegrams.result(rundown(), 1), angle=None))
    assert reading.value("angle") is None


def test_a_low_torque_is_judged_low() -> None:
    reading = READER.read(telegrams.result(rundown(torque="22.00", is_ok=False), 1))
    torque = reading.value("torque")
    assert reading.ok is False
    assert torque is not None
    assert torque.judgement is Judgement.LOW


@pytest.mark.parametrize(
    "message",
    [
        build(61, b"no such layout"),
        build(61, b"", revision=42),
        with_fields(telegrams.result(rundown(), 1), tightening_id=None),
    ],
)
def test_a_result_nobody_can_read_is_quarantined_with_its_bytes(message: Message) -> None:
    reading = READER.read(message)
    assert reading.quality is Quality.QUARANTINED
    assert reading.reason
    assert reading.raw == message.frame.hex()
    assert reading.result_id == READER.read(message).result_id


def test_a_trace_keeps_its_samples_within_one_count() -> None:
    samples = [0.0, 1.234, 25.1, -0.5]
    trace = parse_trace(
        build_trace(4294, time="t", kind=TORQUE, unit=1, samples=samples, step=0.01)
    )
    assert trace.result_id == 4294
    assert trace.samples == pytest.approx(samples, abs=0.005)


def test_a_trace_in_foot_pounds_becomes_newton_metres() -> None:
    trace = parse_trace(build_trace(1, time="t", kind=TORQUE, unit=2, samples=[10.0], step=0.01))
    assert trace.samples == pytest.approx([13.558], abs=0.001)


def test_a_divisor_divides() -> None:
    common = f"{7:010d}{'t':19}000"
    head = f"{common}0200001" + "00102213003030010000100"
    message = build(900, (head + "000" + "00001").encode() + b"\0" + (2510).to_bytes(2, "big"))
    assert parse_trace(message).samples == pytest.approx([25.10])


@pytest.mark.parametrize(
    "body",
    [
        b"no nul at all",
        b"0000000001\0",
        f"{7:010d}{'t':19}000020000100000000005".encode() + b"\0\0\1",
        f"{7:010d}{'t':19}0000200001001022140030300100000.0".encode() + b"00000001\0\0\1",
    ],
)
def test_an_unreadable_trace_is_refused(body: bytes) -> None:
    with pytest.raises(FieldFault):
        parse_trace(build(900, body))


def test_a_curve_waits_for_its_result_and_both_traces() -> None:
    curves = Curves("T-07")
    reading = READER.read(telegrams.result(rundown(), 3))
    assert curves.add(Trace(4294, TORQUE, (0.0, 25.1, 25.1))) is None
    assert curves.result_stored(reading) is None
    curve = curves.add(Trace(4294, ANGLE, (0.0, 59.0)))
    assert curve is not None
    assert (curve.source, curve.epoch, curve.result_id) == ("T-07", 1, "4294")
    assert (curve.angle_deg, curve.torque_nm) == ((0.0, 59.0), (0.0, 25.1))


def test_curves_that_never_become_complete_are_given_up() -> None:
    curves = Curves("T-07")
    for number in range(MAX_WAITING + 1):
        curves.add(Trace(number, ANGLE, (0.0,)))
    reading = READER.read(with_fields(telegrams.result(rundown(), 3), tightening_id=0))
    assert curves.result_stored(reading) is None
    assert curves.add(Trace(0, TORQUE, (0.0,))) is None
