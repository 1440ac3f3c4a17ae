"""Promises: refused from too few units, the same for the same times, and kept as often as said."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.promise import (
    LAST,
    LEAST,
    MOST_AHEAD,
    Kept,
    TooFew,
    forecast,
    gaps_s,
    promises_kept,
    units_within,
)
from analysis.stop_value import (
    EveryMinute,
    Promised,
    Risk,
    StopFacts,
    by_consequence,
    value_of,
    working_left_s,
)
from app.domain.planned_time import PlannedTime
from app.domain.shift_calendar import PlannedShift, ShiftCalendar, WeekPattern
from tests.helpers.line_simulation import SimulatedStation, simulate

MINUTE_US = 60_000_000
STEADY = (60.0,) * 50


def plant() -> PlannedTime:
    """Monday to Friday, 06:00 to 14:00 UTC."""
    day = PlannedShift(name="day", start=time(6), end=time(14))
    pattern = WeekPattern(begins=date(2026, 1, 1), shifts=(day,))
    return PlannedTime(
        ShiftCalendar(calendar="*", zone="UTC", patterns=(pattern,)), ZoneInfo("UTC")
    )


def at(day: int, hour: int, minute: int = 0) -> int:
    """That minute of November 2026, in µs; the 20th is a Friday."""
    days = date(2026, 11, day).toordinal() - date(1970, 1, 1).toordinal()
    return (days * 1440 + hour * 60 + minute) * MINUTE_US


# -- what is no promise --------------------------------------------------------------------------


def test_too_few_units_make_no_promise() -> None:
    with pytest.raises(TooFew, match="needs 21 finished units, there are 20"):
        forecast(STEADY[: LEAST - 1], ahead=5)


@pytest.mark.parametrize("ahead", [0, -1, MOST_AHEAD + 1])
def test_nobody_promises_none_or_a_year(ahead: int) -> None:
    with pytest.raises(ValueError, match="expected 1 to 10000"):
        forecast(STEADY, ahead=ahead)


def test_without_a_held_out_stretch_nothing_is_said_of_what_was_kept() -> None:
    assert promises_kept(STEADY, ahead=5) == Kept(0, 0)
    assert promises_kept((60.0,) * (LAST + 4), ahead=5) == Kept(0, 0)
    assert Kept(0, 0).share is None


# -- what a promise is ---------------------------------------------------------------------------


def test_a_line_like_a_clock_promises_like_one() -> None:
    found = forecast(STEADY, ahead=300)
    assert (found.p50_s, found.p80_s, found.p95_s) == (18_000, 18_000, 18_000)
    assert (found.chance_beyond(17_999), found.chance_beyond(18_000)) == (1, 0)


def test_only_the_last_two_hundred_units_count() -> None:
    assert forecast((9999.0,) * 50 + (60.0,) * LAST, ahead=1).p95_s == 60


def test_the_same_times_give_the_same_promise_on_every_machine() -> None:
    gaps = [50.0 + (7 * number) % 31 for number in range(200)]
    found = forecast(gaps, ahead=40)
    assert (round(found.p50_s, 3), round(found.p80_s, 3), round(found.p95_s, 3)) == GOLDEN
    assert list(forecast(gaps, ahead=40).totals_s) == list(found.totals_s)
    assert list(forecast(gaps, ahead=40, seed=2).totals_s) != list(found.totals_s)


GOLDEN = (2599.0, 2627.0, 2654.0)


@settings(max_examples=25)
@given(st.lists(st.floats(0, 1e4), min_size=LEAST, max_size=60), st.integers(1, 600))
def test_a_safer_promise_is_never_earlier(gaps: list[float], ahead: int) -> None:
    found = forecast(gaps, ahead=ahead)
    assert ahead * min(gaps) <= found.p50_s * (1 + 1e-9)
    assert found.p50_s <= found.p80_s <= found.p95_s <= ahead * max(gaps) * (1 + 1e-9)


def test_a_night_without_work_is_no_slow_unit() -> None:
    finished = [at(19, 13, 50), at(20, 6, 10), at(20, 6, 30)]
    assert gaps_s(finished, worked_us=plant().worked_us) == (1200, 1200)
    assert gaps_s(reversed(finished)) == (58_800, 1200)


@pytest.mark.parametrize(("breaks_down", "repair_s"), [(0.0, 0.0), (0.03, 300.0), (0.01, 1200.0)])
def test_p80_is_kept_four_times_in_five_on_what_it_has_not_seen(
    breaks_down: float, repair_s: float
) -> None:
    """Lines without stops, with many short ones, and with few long ones."""
    line = [
        SimulatedStation(f"ST-{n}0", 69 if n == 3 else 60, 0.25, breaks_down, repair_s, 3)
        for n in range(1, 7)
    ]
    gaps = gaps_s(simulate(line, units=12_201, seed=100).finished_us)
    for ahead, most in ((10, 500), (40, 300)):
        found = promises_kept(gaps, ahead=ahead, most=most)
        assert found.promises == most
        assert 0.75 <= (found.share or 0) <= 0.85


def test_units_that_fit_into_a_time_are_those_a_promise_says() -> None:
    gaps = [50.0 + (7 * number) % 31 for number in range(200)]
    p50, p80, p95 = units_within(gaps, seconds=2600) or (0, 0, 0)
    assert (p50, p80, p95) == (40, 39, 39)
    assert forecast(gaps, ahead=p80).p80_s <= 2600 < forecast(gaps, ahead=p80 + 1).p80_s


def test_nobody_says_how_many_units_come_from_too_few_or_from_no_time() -> None:
    assert units_within(STEADY[: LEAST - 1], seconds=60) is None
    assert units_within(STEADY, seconds=0) == (0, 0, 0)
    assert units_within((0.0,) * 50, seconds=60) is None


def test_far_ahead_p80_is_kept_where_long_stops_are_rare() -> None:
    """One stop of twenty minutes in a hundred units a station; a hundred units are promised."""
    line = [
        SimulatedStation(f"ST-{n}0", 69 if n == 3 else 60, 0.25, 0.01, 1200.0, 3)
        for n in range(1, 7)
    ]
    gaps = gaps_s(simulate(line, units=12_201, seed=100).finished_us)
    found = promises_kept(gaps, ahead=100, most=100)
    assert found.promises == 100
    assert 0.75 <= (found.share or 0) <= 0.85


def test_far_ahead_more_of_the_past_counts() -> None:
    gaps = (9999.0,) * LAST + (60.0,) * LAST
    assert forecast(gaps, ahead=20).p95_s == 20 * 60
    assert forecast(gaps, ahead=40).p50_s > 40 * 60


def test_a_promise_that_is_tried_knows_nothing_of_what_came_after() -> None:
    """The line becomes twice as slow: the promises of before are broken until it is known."""
    gaps = (60.0,) * (LAST + 20) + (120.0,) * 40
    assert promises_kept(gaps, ahead=20) == Kept(promises=3, kept=1)


# -- the value of a stop -------------------------------------------------------------------------


def stop(**more: object) -> StopFacts:
    body = {"station": "ST-30", "begin_us": at(20, 12), "end_us": at(20, 12, 18), "order": "4711"}
    return StopFacts(**{**body, "units_left": 100, **more})  # type: ignore[arg-type]


def test_a_stop_of_the_limiting_station_moves_the_promise_by_all_of_it() -> None:
    found = value_of(stop(), forecast(STEADY, ahead=100), limiting="ST-30")
    assert (found.is_limiting, found.is_at_most) == (True, False)
    assert (found.lost_us, found.moved_us) == (18 * MINUTE_US, 18 * MINUTE_US)
    assert found.units == pytest.approx(18)
    assert found.before.p80_us == at(20, 13, 40)
    assert found.after.p80_us == at(20, 13, 58)
    assert found.late is None
    assert found.overtime is None


def test_units_behind_another_station_cover_its_stop() -> None:
    expected = forecast(STEADY, ahead=100)
    covered = stop(station="ST-20", cover_us=30 * MINUTE_US)
    assert value_of(covered, expected, limiting="ST-30").moved_us == 0
    partly = stop(station="ST-20", cover_us=10 * MINUTE_US)
    found = value_of(partly, expected, limiting="ST-30")
    assert (found.moved_us, found.is_at_most) == (8 * MINUTE_US, False)


def test_units_behind_the_limiting_station_make_up_for_nothing() -> None:
    facts = stop(cover_us=10 * MINUTE_US)
    found = value_of(facts, forecast(STEADY, ahead=100), limiting="ST-30")
    assert found.moved_us == 18 * MINUTE_US


def test_a_stop_nobody_knows_the_cover_of_costs_at_most_all_of_it() -> None:
    found = value_of(stop(station="ST-20"), forecast(STEADY, ahead=100), limiting=None)
    assert (found.is_at_most, found.moved_us) == (True, 18 * MINUTE_US)


def test_eighteen_minutes_before_the_weekend_cost_until_monday() -> None:
    facts = stop(units_left=110, due_us=at(20, 14), shift_end_us=at(20, 14))
    found = value_of(facts, forecast(STEADY, ahead=110), limiting="ST-30", clock=plant())
    assert found.before == Promised(*[at(20, 13, 50)] * 3)
    assert found.after == Promised(*[at(23, 6, 8)] * 3)
    assert found.late == Risk(before=0, after=1)
    assert found.overtime == Risk(before=0, after=1)


@pytest.mark.parametrize(("gap_s", "ahead"), [(575.960342, 366), (786.719, 72), (783.041, 301)])
def test_what_has_time_enough_is_not_late_by_a_rounded_digit(gap_s: float, ahead: int) -> None:
    expected = forecast((gap_s,) * 50, ahead=ahead)
    assert expected.chance_beyond(working_left_s(EveryMinute(), 0, 2**60, expected)) == 0
    found = value_of(stop(due_us=2**60), expected, limiting="ST-30")
    assert found.late == Risk(before=0, after=0)


def test_a_break_in_a_stop_is_not_lost() -> None:
    facts = stop(begin_us=at(20, 13, 50), end_us=at(23, 6, 5))
    found = value_of(facts, forecast(STEADY, ahead=10), limiting="ST-30", clock=plant())
    assert found.lost_us == 15 * MINUTE_US


def test_how_often_the_same_cause_stopped_it_is_counted_with_this_one() -> None:
    expected = forecast(STEADY, ahead=10)
    causes = ["feeder", "tool", "feeder", "feeder"]
    known = value_of(stop(cause="feeder"), expected, limiting=None, earlier_causes=causes)
    unknown = value_of(stop(), expected, limiting=None, earlier_causes=causes)
    assert (known.same_cause, unknown.same_cause) == (4, 0)


def test_the_stop_that_moves_the_most_urgent_promise_comes_first() -> None:
    expected = forecast(STEADY, ahead=10)
    facts = (
        stop(order="covered", station="ST-20", priority=1, cover_us=at(20, 0)),
        stop(order="long", end_us=at(20, 13)),
        stop(order="short"),
        stop(order="urgent", priority=2),
        stop(order="most urgent", priority=1),
    )
    values = [value_of(f, expected, limiting="ST-30", clock=EveryMinute()) for f in facts]
    ordered = [value.facts.order for value in by_consequence(values)]
    assert ordered == ["most urgent", "urgent", "long", "short", "covered"]
