"""Understanding what scanners, gauges and scales send."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.readings import Judgement
from device_drivers.serial.decoded import Faulty, Identified, InUnit, Measured, Scanned
from device_drivers.serial.gauge import decode_mitutoyo, decode_sylvac
from device_drivers.serial.scale import decode_mt_sics
from device_drivers.serial.scanner import RepeatFilter, ScanFormat, decode_scan
from device_drivers.serial.simulated_wires import SimulatedGauge, SimulatedScale

DECODERS = [decode_mitutoyo, decode_sylvac, decode_mt_sics, decode_scan]


def reason(decoded: object) -> str:
    assert isinstance(decoded, Faulty)
    return decoded.reason


@given(payload=st.binary(min_size=1, max_size=64))
@example(b"01A+.......1")
@example(b"+")
@example(b'I4 A "\xff"')
@example(b"IN")
def test_no_bytes_make_a_decoder_fail(payload: bytes) -> None:
    for decode in DECODERS:
        decoded = decode(payload)
        assert decoded is None or isinstance(
            decoded, Scanned | Measured | InUnit | Identified | Faulty
        )


# Mitutoyo


def test_a_mitutoyo_error_says_which_channel_and_what_to_do() -> None:
    words = reason(decode_mitutoyo(b"911"))
    assert "911" in words
    assert "channel 1" in words
    assert "plugged in" in words


@pytest.mark.parametrize(
    "payload",
    [b"01A+0000.12", b"01A+0000.1234", b"01A0000.123", b"01A+00.0.123", b"01A+    .123", b"1"],
)
def test_a_mutilated_mitutoyo_value_is_refused(payload: bytes) -> None:
    assert "no value of its format" in reason(decode_mitutoyo(payload))


def test_a_mitutoyo_value_keeps_the_resolution_of_the_display() -> None:
    decoded = decode_mitutoyo(b"01A+000.1250")
    assert isinstance(decoded, Measured)
    assert str(decoded.value) == "0.1250"
    assert decoded.unit is None


def test_a_negative_mitutoyo_value_is_negative_and_zero_has_no_sign() -> None:
    assert decode_mitutoyo(b"01A-0012.345") == Measured(Decimal("-12.345"), channel="1")
    zero = decode_mitutoyo(b"01A-0000.000")
    assert isinstance(zero, Measured)
    assert str(zero.value) == "0.000"


@given(st.decimals(min_value=-999, max_value=999, places=3))
def test_what_the_simulated_gauge_sends_is_read_back_exactly(value: Decimal) -> None:
    frame = SimulatedGauge().measure(value).removesuffix(b"\r")
    decoded = decode_mitutoyo(frame)
    assert isinstance(decoded, Measured)
    assert (decoded.value, decoded.value.as_tuple().exponent) == (value, -3)


# Sylvac


def test_a_sylvac_error_is_no_value() -> None:
    assert "ERR1" in reason(decode_sylvac(b"ERR1"))


@pytest.mark.parametrize("payload", [b"+1.2.3", b"12,345", b"+", b"1e5", b"+12.345 mm", b".5"])
def test_a_mutilated_sylvac_value_is_refused(payload: bytes) -> None:
    assert "no value of its format" in reason(decode_sylvac(payload))


@pytest.mark.parametrize(
    ("mark", "judgement"),
    [(b"<", Judgement.LOW), (b"=", Judgement.OK), (b">", Judgement.HIGH)],
)
def test_a_sylvac_gauge_in_tolerance_mode_judges(mark: bytes, judgement: Judgement) -> None:
    assert decode_sylvac(b"+12.345" + mark) == Measured(Decimal("12.345"), judgement=judgement)


def test_a_command_echoed_by_a_duplex_gauge_is_nothing() -> None:
    assert decode_sylvac(b"?") is None
    assert decode_sylvac(b"-7.10") == Measured(Decimal("-7.10"))


# MT-SICS


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (b"S I", "come to rest"),
        (b"S +", "overloaded"),
        (b"S -", "underloaded"),
        (b"ES", "did not understand"),
        (b"S S     100.00 st", "not supported"),
        (b"S S     100.00", "no MT-SICS answer"),
        (b"hello", "no MT-SICS answer"),
    ],
)
def test_a_scale_without_a_weight_says_why(payload: bytes, words: str) -> None:
    assert words in reason(decode_mt_sics(payload))


def test_only_a_stable_weight_is_a_result() -> None:
    assert decode_mt_sics(b"S D     100.02 g") is None
    assert decode_mt_sics(b"S S     100.00 g") == Measured(Decimal("100.00"), "g")
    assert decode_mt_sics(b"S S      -1.5 lb") == Measured(Decimal("-1.5"), "[lb_av]")


def test_a_scale_that_was_switched_on_says_who_it_is() -> None:
    assert decode_mt_sics(b'I4 A "B021002593"') == Identified("B021002593")


def test_the_simulated_scale_refuses_what_it_does_not_know_and_answers_in_pieces() -> None:
    scale = SimulatedScale()
    assert scale.answer(b"XY\r\n") == b"ES\r\n"
    assert scale.answer(b"S") == b""
    assert scale.answer(b"\r\n") == b"S S       0.00 g\r\n"


# Scanner


def test_bytes_that_are_no_text_are_refused_with_what_to_check() -> None:
    assert "baud rate" in reason(decode_scan(b"\xff\xfe]d201"))


def test_control_characters_no_code_contains_are_refused() -> None:
    assert "control characters" in reason(decode_scan(b"ABC\x00"))


def test_a_code_without_the_configured_prefix_is_refused() -> None:
    assert "without the prefix" in reason(decode_scan(b"ABC", ScanFormat(prefix=b"\x02")))


def test_noise_before_the_prefix_is_dropped_with_it() -> None:
    assert decode_scan(b"\xff\x02ABC", ScanFormat(prefix=b"\x02")) == Scanned("ABC")


def test_the_scanners_own_label_is_no_part_of_the_code() -> None:
    before = ScanFormat(prefix=b"\x02", label_before=1)
    assert decode_scan(b"\x02w]d20104012345678901", before) == Scanned("]d20104012345678901")
    assert decode_scan(b"L-118#", ScanFormat(label_after=1)) == Scanned("L-118")
    assert decode_scan(b"#", ScanFormat(label_after=1)) is None


def test_two_codes_that_no_end_character_parts_are_refused() -> None:
    payload = b"]C0ABC]C0DEF"
    assert "Two codes came in one go" in reason(decode_scan(payload, ScanFormat(ends=b"")))
    assert decode_scan(payload) == Scanned("]C0ABC]C0DEF")


def test_aim_identifier_and_group_separators_stay_in_the_text() -> None:
    text = "]d20104012345678901\x1d21ABC"
    assert decode_scan(text.encode()) == Scanned(text)


def test_a_code_held_before_the_reader_counts_once() -> None:
    repeats = RepeatFilter(0.5)
    reads = [repeats.is_repeat("A", at) for at in (1.0, 1.4, 1.8, 2.2)]
    assert reads == [False, True, True, True]


def test_the_same_code_scanned_again_later_counts_and_so_does_another_at_once() -> None:
    repeats = RepeatFilter(0.5)
    assert not repeats.is_repeat("A", 1.0)
    assert not repeats.is_repeat("B", 1.1)
    assert not repeats.is_repeat("A", 1.2)
    assert not repeats.is_repeat("A", 1.8)
