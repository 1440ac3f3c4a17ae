"""Numbers out of Modbus registers."""

from __future__ import annotations

import struct
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device_drivers.serial.decoded import Faulty, Measured
from device_drivers.serial.modbus.register_map import ValuePlace, load_map


def place(**given: object) -> ValuePlace:
    return ValuePlace(**({"name": "value", "address": 0, "unit": "mm"} | given))  # type: ignore[arg-type]


def words(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(raw) // 2}H", raw)


def number(read: Measured | Faulty) -> str:
    assert isinstance(read, Measured)
    return str(read.value)


def test_the_count_by_which_a_device_says_it_has_no_value_is_no_value() -> None:
    read = place(none=(32767,)).read((32767,))
    assert isinstance(read, Faulty)
    assert "has no value now" in read.reason


@pytest.mark.parametrize("hidden", [float("nan"), float("inf"), float("-inf")])
def test_a_float_that_is_no_number_is_no_value(hidden: float) -> None:
    read = place(type="float32", decimals=3).read(words(struct.pack(">f", hidden)))
    assert isinstance(read, Faulty)


def test_a_float_keeps_as_many_decimals_as_mean_something() -> None:
    raw = words(struct.pack(">f", 12.3))
    assert number(place(type="float32", decimals=4).read(raw)) == "12.3000"


def test_the_scale_keeps_the_device_s_resolution() -> None:
    assert number(place(scale=Decimal("0.0010")).read((1250,))) == "1.2500"
    assert number(place(scale=Decimal("0.1")).read((0xFFFF,))) == "-0.1"
    assert number(place(type="uint16").read((0xFFFF,))) == "65535"


@given(st.integers(-(2**31), 2**31 - 1), st.booleans())
def test_a_long_count_is_read_back_in_either_order_of_words(count: int, low_first: bool) -> None:
    raw = words(struct.pack(">i", count))
    read = place(type="int32", low_word_first=low_first).read(raw[::-1] if low_first else raw)
    assert number(read) == str(count)


@given(st.tuples(st.integers(0, 0xFFFF), st.integers(0, 0xFFFF)))
def test_no_registers_make_reading_fail(registers: tuple[int, int]) -> None:
    for kind in ("int32", "uint32"):
        assert isinstance(place(type=kind).read(registers), Measured)
    place(type="float32", decimals=3).read(registers)


def test_the_map_that_comes_with_the_software_is_right() -> None:
    found = load_map("handshake")
    assert (found.value[0].unit, found.value[0].scale) == ("mm", Decimal("0.001"))
