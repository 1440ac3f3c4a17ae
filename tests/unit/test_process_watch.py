"""A characteristic over time: limits that stand still, alarms that begin once, frozen gauges."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.process_watch import (
    BEYOND,
    DRIFT,
    FROZEN,
    FROZEN_RUN,
    LEAST_POINTS,
    RANGE,
    Alarm,
    Baseline,
    first_stable,
    grouped,
    watch,
)

NORMAL = Baseline(10.0, 1.0)


def singles(*values: float) -> list[tuple[float]]:
    return [(value,) for value in values]


def noise(count: int, *, seed: int = 1, centre: float = 10.0) -> list[float]:
    draw = random.Random(seed)  # noqa: S311 - numbers to look at
    return [draw.gauss(centre, 1.0) for _ in range(count)]


def quiet(count: int) -> list[float]:
    """Values that never alarm, and are never equal twice in a row."""
    return [10 + (0.5 if place % 2 else -0.5) + 0.01 * (place % 7) for place in range(count)]


def test_nothing_is_said_of_no_values() -> None:
    found = watch([], NORMAL)
    assert (found.points, found.alarms, found.now) == ((), (), ())
    assert first_stable([]) is None


def test_too_few_values_give_no_limits() -> None:
    assert first_stable(singles(*quiet(LEAST_POINTS - 1))) is None


def test_equal_values_give_no_limits() -> None:
    assert first_stable(singles(*([10.0] * 60))) is None


def test_an_unstable_start_is_left_out_of_the_limits() -> None:
    found = first_stable(singles(60.0, *quiet(LEAST_POINTS + 5)))
    assert found is not None
    assert (found.first, found.end) == (1, LEAST_POINTS + 1)
    assert found.baseline.centre == pytest.approx(10, abs=0.1)


@given(st.lists(st.floats(-1e6, 1e6), max_size=40))
def test_later_values_never_move_the_limits(later: list[float]) -> None:
    first = singles(*quiet(LEAST_POINTS))
    assert first_stable([*first, *singles(*later)]) == first_stable(first)


@given(st.lists(st.floats(-1e6, 1e6), max_size=60), st.floats(-100, 100), st.floats(0.01, 100))
def test_rule_1_alarms_where_and_only_where_a_run_beyond_the_limits_begins(
    values: list[float], centre: float, sigma: float
) -> None:
    found = watch(singles(*values), Baseline(centre, sigma))
    low, high = centre - 3 * sigma, centre + 3 * sigma
    beyond = [not low <= value <= high for value in values]
    begins = [i for i, out in enumerate(beyond) if out and not (i and beyond[i - 1])]
    assert [a.point for a in found.alarms if a.rule == BEYOND] == begins
    assert (BEYOND in found.now) == bool(beyond and beyond[-1])


@given(st.integers(0, 30))
def test_what_was_there_before_the_limits_does_not_alarm(judged_from: int) -> None:
    values = [99.0, 1.0] * 15 + quiet(10)
    found = watch(singles(*values), NORMAL, judged_from=judged_from)
    assert all(alarm.point >= judged_from for alarm in found.alarms)
    assert found.ewma is not None
    assert len(found.ewma.points) == len(values) - judged_from


def test_a_small_shift_is_found_by_the_ewma_and_said_once() -> None:
    values = quiet(20) + [value + 1.4 for value in quiet(30)]
    found = watch(singles(*values), NORMAL)
    assert [a.rule for a in found.alarms] == [DRIFT]
    assert found.alarms[0].point in range(20, 30)
    assert found.now == (DRIFT,)


def test_the_ewma_of_the_newest_point_does_not_depend_on_how_far_one_looks_back() -> None:
    values = noise(250)
    whole, short = (watch(singles(*v), NORMAL).ewma for v in (values, values[100:]))
    assert whole is not None
    assert short is not None
    assert short.points[-50:] == pytest.approx(whole.points[-50:], abs=1e-9)


def test_a_process_in_control_seldom_alarms() -> None:
    """Both rules together about 1 in 200 points: far from the 1 in 60 of all rules for runs."""
    alarms = sum(len(watch(singles(*noise(100, seed=s)), NORMAL).alarms) for s in range(40))
    assert 5 <= alarms <= 45


@pytest.mark.parametrize("baseline", [NORMAL, None])
def test_a_gauge_that_says_the_same_five_times_is_frozen(baseline: Baseline | None) -> None:
    values = [*quiet(20), *([10.3] * FROZEN_RUN)]
    found = watch(singles(*values), baseline)
    assert found.alarms == (Alarm(FROZEN, len(values) - 1),)
    assert found.now == (FROZEN,)
    assert watch(singles(*values[:-1]), baseline).alarms == ()


def test_a_coarse_gauge_is_not_called_frozen_for_an_ordinary_run() -> None:
    coarse = [0.1, 0.2, 0.1, 0.1, 0.2] * 10
    assert watch(singles(*coarse, *([0.1] * 5)), None).alarms == ()
    rules = {alarm.rule for alarm in watch(singles(*coarse, *([0.1] * 20)), None).alarms}
    assert rules == {FROZEN}


def test_the_range_of_a_subgroup_alarms() -> None:
    groups = [(9.5, 10.4), (9.7, 10.5), (4.0, 16.0), (9.6, 10.2)]
    found = watch(groups, NORMAL)
    assert Alarm(RANGE, 2) in found.alarms
    assert Alarm(BEYOND, 2) not in found.alarms


@given(st.integers(1, 5), st.integers(1, 30), st.integers(0, 40))
def test_which_values_belong_together_does_not_depend_on_where_one_begins(
    size: int, first: int, count: int
) -> None:
    numbers = [float(n) for n in range(1, first + count)]
    whole = [group for group in grouped(numbers, size) if group[0] >= first]
    assert list(grouped(numbers[first - 1 :], size, first_number=first)) == whole


def test_runs_only_hint() -> None:
    found = watch(singles(*([10.4, 10.5] * 5)), NORMAL)
    assert found.alarms == ()
    assert (8, "nelson 2") in found.hints
    assert (7, "western electric 4") in found.hints


@pytest.mark.parametrize("size", [1, 4])
def test_a_first_point_after_renewed_limits_is_judged(size: int) -> None:
    found = watch([(20.0,) * size], NORMAL)
    assert BEYOND in found.now
    assert found.location is not None
    assert len(found.location.points) == 1
