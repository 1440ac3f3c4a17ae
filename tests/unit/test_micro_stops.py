"""Short stops: counted per thousand units, and only what is rarer than chance is called more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.micro_stops import APART_US, micro_stops

MINUTE = 60_000_000
KEY = ("ST-040", "bolts", "tool")


def stops(
    count: int, *, apart: int = APART_US + 2 * MINUTE
) -> list[tuple[tuple[str, str, str], int, int]]:
    return [(KEY, number * apart, number * apart + MINUTE) for number in range(count)]


def test_without_units_there_is_no_rate() -> None:
    (found,) = micro_stops(stops(5), [], cycles={}, cycles_before={KEY: 1000})
    assert (found.per_thousand, found.expected, found.p, found.is_more) == (
        None,
        None,
        None,
        False,
    )


def test_stops_close_to_each_other_are_one_episode() -> None:
    (found,) = micro_stops(
        stops(8, apart=2 * MINUTE), [], cycles={KEY: 400}, cycles_before={KEY: 8000}
    )
    assert (found.count, found.episodes, found.per_thousand) == (8, 1, 20)
    assert not found.is_more


def test_more_than_by_chance_is_said_and_as_usual_is_not() -> None:
    before = stops(20)
    more = micro_stops(stops(6), before, cycles={KEY: 400}, cycles_before={KEY: 8000})[0]
    usual = micro_stops(stops(2), before, cycles={KEY: 400}, cycles_before={KEY: 8000})[0]
    assert (more.expected, more.is_more) == (1, True)
    assert not usual.is_more


@given(st.permutations(range(6)))
def test_the_order_in_which_stops_came_in_does_not_matter(order: list[int]) -> None:
    spans = stops(6)
    mixed = [spans[number] for number in order]
    cycles = {KEY: 100}
    assert micro_stops(mixed, [], cycles=cycles, cycles_before=cycles) == micro_stops(
        spans, [], cycles=cycles, cycles_before=cycles
    )
