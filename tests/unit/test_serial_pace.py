"""Telling a stream of values from a person with a button."""

from __future__ import annotations

from device_drivers.serial.pace import Pace


def test_a_few_values_in_a_row_are_no_stream() -> None:
    pace = Pace()
    assert not any(pace.is_stream(at) for at in (1.0, 1.1, 1.2, 1.3, 1.4))


def test_more_than_a_person_can_press_is_a_stream_until_it_pauses() -> None:
    pace = Pace()
    assert [pace.is_stream(n / 100) for n in range(8)] == [False] * 5 + [True] * 3
    assert not pace.is_stream(2.0)


def test_a_value_every_quarter_of_a_second_is_no_stream() -> None:
    pace = Pace()
    assert not any(pace.is_stream(n / 4) for n in range(100))
