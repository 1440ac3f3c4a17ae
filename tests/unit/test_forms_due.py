"""When a check falls due: by shifts, the clock on the wall, hours, units, stops and devices."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.form_rule import FormRule, Weekly
from app.domain.forms import DONE, DUE, LEFT, OPEN, FormMoments, FormRecord, Situation, fallen_due
from tests.helpers.zones import CAN_MOVE, CENTRAL_EUROPE, computer_in

if TYPE_CHECKING:
    from app.domain.forms import Due

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE_US, HOUR_US = 60_000_000, 3_600_000_000


def us(text: str) -> int:
    """Of the clock on the wall in Berlin."""
    return round(datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp() * 1e6)


PUBLISHED = us("2026-11-01 00:00")


def due(
    rule: FormRule,
    now: str,
    *,
    last: FormRecord | None = None,
    shift: str | None = None,
    moments: FormMoments | None = None,
    published: int = PUBLISHED,
) -> Due | None:
    shift_us = None if shift is None else us(shift)
    here = Situation(us(now), BERLIN, shift_us, published, moments or FormMoments())
    return fallen_due(rule, last, here)


def run(began: str, *, state: str = DONE, ended: str | None = None, units: int = 0) -> FormRecord:
    ended_us = None if ended is None else us(ended)
    return FormRecord("run", "form", state, began_us=us(began), ended_us=ended_us, units=units)


def test_a_rule_that_says_nothing_never_makes_it_due() -> None:
    assert due(FormRule(), "2026-11-20 12:00", shift="2026-11-20 06:00") is None


def test_between_shifts_a_check_of_every_shift_is_not_due() -> None:
    assert due(FormRule(each_shift=True), "2026-11-20 12:00") is None


def test_every_shift_makes_it_due_once() -> None:
    rule = FormRule(each_shift=True)
    found = due(rule, "2026-11-20 06:05", shift="2026-11-20 06:00")
    assert found is not None
    assert (found.why, found.at_us) == ("shift", us("2026-11-20 06:00"))
    last = run("2026-11-20 06:10", ended="2026-11-20 06:15")
    assert due(rule, "2026-11-20 13:00", last=last, shift="2026-11-20 06:00") is None
    assert due(rule, "2026-11-20 14:01", last=last, shift="2026-11-20 14:00") is not None


def test_one_that_is_on_the_screen_is_not_due_anew() -> None:
    rule = FormRule(each_shift=True)
    last = run("2026-11-20 13:58", state=OPEN)
    assert due(rule, "2026-11-20 14:01", last=last, shift="2026-11-20 14:00") is None


@pytest.mark.parametrize("state", [DUE, LEFT])
def test_one_that_nobody_finished_is_due_anew_in_the_next_shift(state: str) -> None:
    rule = FormRule(each_shift=True)
    last = FormRecord("run", "form", state, due_us=us("2026-11-20 06:00"))
    assert due(rule, "2026-11-20 14:01", last=last, shift="2026-11-20 14:00") is not None


def test_what_was_before_it_was_published_does_not_count() -> None:
    rule = FormRule(daily=("06:00",))
    published = us("2026-11-20 06:01")
    assert due(rule, "2026-11-20 12:00", published=published) is None
    assert due(rule, "2026-11-21 06:00", published=published) is not None


def test_the_newest_time_of_the_day_counts() -> None:
    found = due(FormRule(daily=("06:00", "14:00")), "2026-11-20 15:00")
    assert found is not None
    assert found.at_us == us("2026-11-20 14:00")


def test_a_weekly_check_waits_for_its_day() -> None:
    rule = FormRule(weekly=(Weekly(1, "06:00"),))
    last = run("2026-11-16 06:05", ended="2026-11-16 06:10")
    assert due(rule, "2026-11-23 05:59", last=last) is None
    found = due(rule, "2026-11-23 06:00", last=last)
    assert found is not None
    assert found.at_us == us("2026-11-23 06:00")


def test_hours_run_from_when_the_one_before_ended() -> None:
    rule = FormRule(every_h=4)
    assert due(rule, "2026-11-20 06:00") is not None
    last = run("2026-11-20 06:00", ended="2026-11-20 06:30")
    assert due(rule, "2026-11-20 10:29", last=last) is None
    assert due(rule, "2026-11-20 10:30", last=last) is not None


def test_units_are_counted_from_the_end_of_the_one_before() -> None:
    rule = FormRule(every_units=50)
    last = run("2026-11-20 06:00", ended="2026-11-20 06:30", units=120)
    assert due(rule, "2026-11-20 12:00", last=last, moments=FormMoments(units=169)) is None
    assert due(rule, "2026-11-20 12:00", last=last, moments=FormMoments(units=170)) is not None


def test_only_a_stop_that_was_long_enough_makes_it_due() -> None:
    rule = FormRule(after_stop_min=30)
    end = us("2026-11-20 09:00")
    short = FormMoments(stops=((end, 29 * MINUTE_US),))
    long = FormMoments(stops=((end, 30 * MINUTE_US),))
    assert due(rule, "2026-11-20 09:01", moments=short) is None
    found = due(rule, "2026-11-20 09:01", moments=long)
    assert found is not None
    assert (found.why, found.at_us) == ("stop", end)
    assert due(rule, "2026-11-20 10:00", last=run("2026-11-20 09:05"), moments=long) is None


def test_a_device_that_was_changed_makes_it_due() -> None:
    moments = FormMoments(device_us=us("2026-11-20 09:00"))
    found = due(FormRule(after_device=True), "2026-11-20 09:01", moments=moments)
    assert found is not None
    assert found.why == "device"


@pytest.mark.parametrize(
    ("at", "now", "instant"),
    [
        # 02:30 never came: it is the instant 02:30 of winter time would have been.
        ("02:30", "2026-03-29 04:00", "2026-03-29T01:30:00+00:00"),
        # 02:30 came twice: the first one.
        ("02:30", "2026-10-25 04:00", "2026-10-25T00:30:00+00:00"),
    ],
)
def test_in_the_nights_of_the_clock_change_it_falls_due_once(
    at: str, now: str, instant: str
) -> None:
    rule, published = FormRule(daily=(at,)), us("2026-01-01 00:00")
    found = due(rule, now, published=published)
    assert found is not None
    wanted = round(datetime.fromisoformat(instant).timestamp() * 1e6)
    assert found.at_us == wanted
    done = FormRecord("run", "form", DONE, due_us=found.at_us, ended_us=found.at_us + MINUTE_US)
    assert due(rule, now, last=done, published=published) is None


@pytest.mark.skipif(not CAN_MOVE, reason="this system has one zone a computer")
def test_by_the_computers_own_clock_a_daily_check_is_not_due_twice_when_that_goes_back() -> None:
    done = run("2026-10-24 06:00", ended="2026-10-24 06:10")
    here = Situation(us("2026-10-25 04:00"), None, None, PUBLISHED)
    with computer_in(CENTRAL_EUROPE):
        assert fallen_due(FormRule(daily=("06:00",)), done, here) is None


@given(st.integers(0, 365 * 24 * 60), st.sampled_from(["00:00", "02:30", "06:00", "23:59"]))
def test_a_daily_check_is_due_at_most_a_day_and_an_hour_back_and_never_ahead(
    minutes: int, at: str
) -> None:
    now_us = round((datetime(2026, 1, 10, tzinfo=UTC) + timedelta(minutes=minutes)).timestamp())
    now_us *= 1_000_000
    here = Situation(now_us, BERLIN, None, us("2026-01-01 00:00"))
    found = fallen_due(FormRule(daily=(at,)), None, here)
    assert found is not None
    assert 0 <= now_us - found.at_us <= 25 * HOUR_US


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"daily": ["25:00"]}, "daily '25:00': expected a time of day"),
        ({"weekly": [{"day": 8, "at": "06:00"}]}, "day 8 must be 1 (Monday) to 7 (Sunday)"),
        ({"weekly": [{"day": 1, "at": "6"}]}, "weekly '6': expected a time of day"),
        ({"within_min": 0}, "within_min 0: expected 1 to"),
        ({"every_h": -1}, "every_h -1: expected 0 to"),
        ({"daily": ["06:00"] * 101}, "at most 100 times"),
    ],
)
def test_a_rule_no_station_could_go_by_is_not_read(rule: dict[str, object], said: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=re.escape(said)):
        msgspec.json.decode(msgspec.json.encode(rule), type=FormRule)
