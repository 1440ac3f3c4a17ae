"""Buffers: how many units stood there, when there was no place, and how long they last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.buffers import full, standing, units_cover
from app.domain.flow_documents import LinePlan

LINE = ("A", "B", "C", "D")
PLACES = {"A": 4, "B": 6, "C": 2}


def cover(station: str, limiting: str | None, **stood: int) -> int | None:
    return units_cover(LINE, station, limiting, places=PLACES, stood=stood)


# -- what nobody knows ---------------------------------------------------------------------------


def test_without_a_limiting_station_nobody_knows_what_covers_a_stop() -> None:
    assert cover("A", None) is None


def test_the_limiting_station_covers_nothing_of_its_own_stop() -> None:
    assert cover("B", "B") is None


def test_a_station_that_is_not_on_the_line_covers_nothing() -> None:
    assert cover("X", "B") is None
    assert cover("A", "X") is None


def test_one_unknown_buffer_on_the_way_is_enough_to_say_nothing() -> None:
    found = units_cover(LINE, "A", "C", places={"A": 4}, stood={"A": 3})
    assert found is None


@pytest.mark.parametrize(
    ("buffers", "says"),
    [
        ({"D": 4}, "with another behind it"),
        ({"X": 4}, "must be one of stations"),
        ({"A": -1}, "expected 0 to 10000"),
        ({"A": 10_001}, "expected 0 to 10000"),
    ],
)
def test_a_plan_with_places_that_cannot_be_is_refused(buffers: dict[str, int], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        LinePlan(line="L", stations=LINE, buffers=buffers)


# -- how full ------------------------------------------------------------------------------------


def test_a_unit_stands_there_from_its_coming_to_its_going() -> None:
    stays = [(0, 10), (5, 20)]
    assert [standing(stays, at) for at in (-1, 0, 5, 10, 19, 20)] == [0, 1, 2, 1, 1, 0]


def test_a_buffer_is_full_from_its_last_place_on() -> None:
    stays = [(0, 30), (10, 40), (20, 50)]
    assert full(stays, places=3) == [(20, 30)]
    assert full(stays, places=2) == [(10, 40)]
    assert full(stays, places=4) == []


def test_without_places_one_waiting_unit_is_in_the_way() -> None:
    assert full([(0, 10), (10, 20)], places=0) == [(0, 20)]


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(1, 30)).map(lambda s: (s[0], s[0] + s[1])),
        max_size=20,
    ),
    st.integers(0, 6),
)
def test_it_is_full_exactly_when_so_many_stand_there(
    stays: list[tuple[int, int]], places: int
) -> None:
    found = full(stays, places=places)
    for at in range(82):
        is_full = any(begin <= at < end for begin, end in found)
        assert is_full == (standing(stays, at) >= max(1, places))


# -- what it covers ------------------------------------------------------------------------------


def test_before_the_limiting_station_it_lives_on_the_units_between() -> None:
    assert cover("A", "C", A=3, B=5) == 8
    assert cover("B", "C", A=3, B=5) == 5


def test_behind_the_limiting_station_it_lives_on_the_free_places() -> None:
    assert cover("D", "B", B=1, C=2) == 5
    assert cover("C", "B") == 6


def test_more_units_than_places_are_no_more_than_full() -> None:
    assert cover("A", "B", A=9) == 4
    assert cover("B", "A", A=9) == 0
