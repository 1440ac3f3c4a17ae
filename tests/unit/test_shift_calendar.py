"""The shift calendar: every minute in one shift or in none, also when the clock jumps."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.planned_time import PlannedTime
from app.domain.plant import REFERENCE_KINDS
from app.domain.shift_calendar import (
    DayShift,
    PlannedShift,
    ShiftBreak,
    ShiftCalendar,
    WeekPattern,
)

MINUTE_US = 60_000_000
HOUR_US = 60 * MINUTE_US
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
#: An hour, half an hour, none; at midnight; over midnight; a whole day that never came.
ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
    "America/Santiago", "America/St_Johns", "Africa/Cairo", "Pacific/Apia",
)  # fmt: skip
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def us(text: str) -> int:
    """A time of day with its offset, in µs UTC."""
    return round(datetime.fromisoformat(text).timestamp() * 1e6)


def shift(
    name: str, start: str, end: str, *rests: tuple[str, int], **more: object
) -> PlannedShift:
    body = {
        "name": name,
        "start": f"{start}:00",
        "end": f"{end}:00",
        "breaks": [{"start": f"{at}:00", "minutes": minutes} for at, minutes in rests],
        **more,
    }
    return msgspec.convert(body, PlannedShift)


def calendar(*shifts: PlannedShift, weeks: int = 1, **more: object) -> ShiftCalendar:
    pattern = WeekPattern(begins=date(1990, 1, 1), shifts=shifts, weeks=weeks)
    body = {"calendar": "*", "zone": "Europe/Berlin", "patterns": (pattern,), **more}
    return msgspec.convert(body, ShiftCalendar)


def planned(*shifts: PlannedShift, zone: str = "Europe/Berlin") -> PlannedTime:
    return PlannedTime(calendar(*shifts), ZoneInfo(zone))


THREE = (
    shift("early", "06:00", "14:00", ("09:00", 15), ("12:00", 30), days=EVERY_DAY),
    shift("late", "14:00", "22:00", ("18:00", 30), days=EVERY_DAY),
    shift("night", "22:00", "06:00", ("02:15", 30), days=EVERY_DAY),
)


# -- a plan that cannot be is refused ------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({"patterns": [{"begins": "2026-01-05", "weeks": 0}]}, "weeks 0: expected 1 to"),
        (
            {"patterns": [{"begins": "2026-02-01"}, {"begins": "2026-01-01"}]},
            "must begin on a later day",
        ),
        (
            {"exceptions": [{"day": "2026-02-02", "until": "2026-02-01"}]},
            "exception of 2026-02-02: until must be",
        ),
        ({"exceptions": [{"day": "0001-01-01"}]}, "expected a day from 1970"),
        ({"exceptions": [{"day": "2026-01-01"}] * 501}, "at most"),
    ],
)
def test_a_calendar_that_cannot_be_is_refused(document: dict[str, object], sentence: str) -> None:
    body = msgspec.json.encode({"calendar": "*", "zone": "Europe/Berlin", **document})
    with pytest.raises(msgspec.ValidationError, match=sentence):
        msgspec.json.decode(body, type=ShiftCalendar)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("", "06:00", "14:00"), "shift name"),
        (("a/b", "06:00", "14:00"), "shift name"),
        (("early", "06:00", "14:00", ("13:45", 30)), "the break at 13:45 is not inside it"),
        (("early", "06:00", "14:00", ("05:00", 30)), "the break at 05:00 is not inside it"),
        (("early", "06:00", "14:00", ("07:00", 0)), "the break at 07:00 is not inside it"),
    ],
)
def test_a_shift_that_cannot_be_worked_is_refused(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=sentence):
        shift(*words)  # type: ignore[arg-type]


def test_a_clock_with_an_offset_or_seconds_is_refused() -> None:
    for wrong in (time(6, tzinfo=UTC), time(6, 0, 30)):
        with pytest.raises(ValueError, match="whole minutes of the plant's clock"):
            DayShift(name="early", start=wrong, end=time(14))


@pytest.mark.parametrize(
    ("shifts", "sentence"),
    [
        ((("early", "06:00", "14:00"), ("late", "13:59", "22:00")), "'early' and 'late'"),
        ((("night", "22:00", "06:01"), ("early", "06:00", "14:00")), "'night' and 'early'"),
        ((("early", "06:00", "07:00"), ("early", "08:00", "09:00")), "the same name"),
        ((("all", "06:00", "06:00"), ("late", "14:00", "22:00")), "'all' and 'late'"),
    ],
)
def test_a_minute_in_two_shifts_is_refused(
    shifts: tuple[tuple[str, str, str], ...], sentence: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=sentence):
        calendar(*(shift(*words) for words in shifts))


def test_overtime_into_the_next_shift_is_refused() -> None:
    long_day = {"day": "2026-11-20", "shifts": [
        {"name": "late", "start": "14:00:00", "end": "23:00:00"},
        {"name": "night", "start": "23:00:00", "end": "07:00:00"},
    ]}  # fmt: skip
    with pytest.raises(msgspec.ValidationError, match=r"2026-11-21 06:00.*'night' and 'early'"):
        calendar(*THREE, exceptions=[long_day])


# -- what is planned -----------------------------------------------------------------------------


def test_a_night_shift_belongs_to_the_day_it_began_on() -> None:
    plant = planned(*THREE)
    assert plant.key_at(us("2026-11-21T03:00+01:00")) == "2026-11-20/night"
    assert plant.key_at(us("2026-11-21T06:00+01:00")) == "2026-11-21/early"


def test_a_night_that_falls_back_is_an_hour_longer() -> None:
    night = planned(*THREE).shift_of("2026-10-24/night")
    assert night is not None
    assert night.end_us - night.begin_us == 9 * HOUR_US
    assert night.planned_us == 9 * HOUR_US - 30 * MINUTE_US


def test_a_night_that_springs_forward_is_an_hour_shorter() -> None:
    night = planned(*THREE).shift_of("2026-03-28/night")
    assert night is not None
    assert night.end_us - night.begin_us == 7 * HOUR_US
    assert night.planned_us == 7 * HOUR_US - 30 * MINUTE_US


def test_a_break_in_the_hour_that_never_came_lasts_as_long_as_ever() -> None:
    night = planned(*THREE).shift_of("2026-03-28/night")
    assert night is not None
    jump = us("2026-03-29T01:00+00:00")
    assert night.breaks == ((jump, jump + 30 * MINUTE_US),)


def test_shifts_that_meet_in_the_hour_that_comes_twice_meet_once() -> None:
    plant = planned(
        shift("one", "18:30", "02:30", days=EVERY_DAY),
        shift("two", "02:30", "10:30", days=EVERY_DAY),
    )
    first, second = plant.shift_of("2026-10-24/one"), plant.shift_of("2026-10-25/two")
    assert first is not None
    assert second is not None
    assert first.end_us == second.begin_us == us("2026-10-25T02:30+02:00")
    assert second.end_us - second.begin_us == 9 * HOUR_US


def test_where_the_clock_falls_back_over_midnight_the_new_days_shift_goes_on() -> None:
    """St. John's, 2010: at 00:01 it was 23:01 of the evening before again."""
    plant = planned(shift("half", "00:00", "12:00", days=EVERY_DAY), zone="America/St_Johns")
    assert plant.key_at(us("2010-11-06T23:30-02:30")) is None
    assert plant.key_at(us("2010-11-06T23:30-03:30")) == "2010-11-07/half"


def test_a_holiday_is_no_shift_and_overtime_is_the_days_own() -> None:
    saturday = {"name": "extra", "start": "07:00:00", "end": "12:00:00"}
    closed = {"day": "2026-12-24", "until": "2027-01-01", "why": "Christmas"}
    plan = calendar(
        shift("day", "06:00", "14:00"),
        exceptions=[closed, {"day": "2026-12-05", "shifts": [saturday]}],
    )
    plant = PlannedTime(plan, ZoneInfo(plan.zone))
    assert [s.key for s in plant.shifts_on(date(2026, 12, 5))] == ["2026-12-05/extra"]
    assert plant.shifts_on(date(2026, 12, 31)) == ()
    assert plant.after(us("2026-12-23T13:00+01:00"), 2 * HOUR_US) == us("2027-01-04T07:00+01:00")


def test_teams_rotate_by_the_week() -> None:
    plan = calendar(
        shift("early", "06:00", "14:00", team="A", weeks=[1]),
        shift("early", "06:00", "14:00", team="B", weeks=[2]),
        shift("late", "14:00", "22:00", team="B", weeks=[1]),
        shift("late", "14:00", "22:00", team="A", weeks=[2]),
        weeks=2,
    )
    plant = PlannedTime(plan, ZoneInfo("UTC"))
    teams = [[s.team for s in plant.shifts_on(date(1990, 1, day))] for day in (5, 8, 15)]
    assert teams == [["A", "B"], ["B", "A"], ["A", "B"]]


def test_a_new_pattern_leaves_the_shifts_before_it_as_they_were() -> None:
    old = WeekPattern(begins=date(2026, 1, 1), shifts=(shift("day", "06:00", "14:00"),))
    new = WeekPattern(begins=date(2026, 11, 18), shifts=(shift("long", "06:00", "16:00"),))
    plant = PlannedTime(
        ShiftCalendar(calendar="*", zone="UTC", patterns=(old, new)), ZoneInfo("UTC")
    )
    keys = [s.key for s in plant.shifts_between(us("2026-11-17T00:00Z"), us("2026-11-19T00:00Z"))]
    assert keys == ["2026-11-17/day", "2026-11-18/long"]
    assert plant.shifts_on(date(2025, 12, 31)) == ()


def test_a_key_of_another_plan_is_no_shift() -> None:
    plant = planned(*THREE)
    for key in ("2026-11-20/weekend", "2026-13-01/night", "night", ""):
        assert plant.shift_of(key) is None


def test_a_calendar_that_plans_nothing_never_gets_there() -> None:
    plant = PlannedTime(ShiftCalendar(calendar="*", zone="UTC"), ZoneInfo("UTC"))
    assert plant.after(us("2026-11-20T00:00Z"), 1) is None
    assert plant.key_at(us("2026-11-20T00:00Z")) is None


def test_nobody_waits_for_more_than_a_century_of_work() -> None:
    plant = planned(shift("tick", "06:00", "06:01"))
    assert plant.after(us("2026-11-20T00:00Z"), 40_000 * MINUTE_US) is None


def test_a_calendar_is_a_document_of_the_plant() -> None:
    plan = calendar(*THREE, exceptions=[{"day": "2026-12-25"}])
    assert REFERENCE_KINDS["calendar"] is ShiftCalendar
    assert msgspec.json.decode(msgspec.json.encode(plan), type=ShiftCalendar) == plan


# -- every minute once, in every zone ---------------------------------------------------------


@pytest.mark.parametrize("zone", ZONES)
def test_three_shifts_a_day_leave_no_minute_of_ten_years_out(zone: str) -> None:
    plant = planned(*THREE, zone=zone)
    begin, end = us("2007-01-01T12:00Z"), us("2017-01-01T12:00Z")
    shifts = plant.shifts_between(begin, end)
    assert shifts[0].begin_us <= begin
    assert shifts[-1].end_us >= end
    assert all(one.end_us == following.begin_us for one, following in pairwise(shifts))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2011, 2026])
def test_each_half_hour_is_in_the_shift_the_wall_clock_says(zone: str, year: int) -> None:
    """By the clock on the wall alone: none of these shifts begins in an hour that jumps."""
    plant, tz = planned(*THREE, zone=zone), ZoneInfo(zone)
    at = datetime(year, 1, 1, tzinfo=UTC)
    while at.year == year:
        wall = at.astimezone(tz)
        name = "early" if 6 <= wall.hour < 14 else "late" if 14 <= wall.hour < 22 else "night"
        day = wall.date() - timedelta(days=1) if wall.hour < 6 else wall.date()
        if day != date(2011, 12, 30):  # Samoa went without that Friday
            assert plant.key_at(round(at.timestamp() * 1e6)) == f"{day}/{name}"
        at += timedelta(minutes=30)


@st.composite
def plans(draw: st.DrawFn) -> PlannedTime:
    """A day cut anywhere into shifts, with or without time between them, in any zone."""
    cuts = sorted(draw(st.sets(st.integers(0, 1439), min_size=2, max_size=6)))
    ends = [*cuts[1:], cuts[0] + 1440]
    shifts = []
    for number, (start, end) in enumerate(zip(cuts, ends, strict=True)):
        if not draw(st.booleans()):
            continue
        lasts = draw(st.integers(1, min(end - start, 60)))
        at = draw(st.integers(start, end - lasts)) % 1440
        rest = ShiftBreak(time(at // 60, at % 60), lasts)
        days = tuple(sorted(draw(st.sets(st.integers(1, 7), min_size=1))))
        shifts.append(
            PlannedShift(
                name=f"shift {number}",
                start=time(start // 60, start % 60),
                end=time(end % 1440 // 60, end % 60),
                days=days,
                breaks=(rest,),
            )
        )
    zone = draw(st.sampled_from(ZONES))
    pattern = WeekPattern(begins=date(1990, 1, 1), shifts=tuple(shifts))
    return PlannedTime(ShiftCalendar(calendar="*", zone=zone, patterns=(pattern,)), ZoneInfo(zone))


def near_a_jump(zone: str, year: int) -> list[int]:
    """Instants (µs) of that year, a day before each jump of the clock."""
    tz, hours = ZoneInfo(zone), range(366 * 24)
    start = datetime(year, 1, 1, tzinfo=UTC)
    offsets = [(start + timedelta(hours=h)).astimezone(tz).utcoffset() for h in hours]
    jumps = [h for h, (a, b) in enumerate(pairwise(offsets)) if a != b]
    return [round((start + timedelta(hours=h - 24)).timestamp() * 1e6) for h in jumps or [2000]]


JUMPS = [at for zone in ZONES for year in (2011, 2026) for at in near_a_jump(zone, year)]
INSTANTS = st.one_of(
    st.builds(
        lambda jump, minutes: jump + minutes * MINUTE_US,
        st.sampled_from(JUMPS),
        st.integers(0, 3 * 1440),
    ),
    st.integers(us("2000-01-01T00:00Z"), us("2037-12-31T00:00Z")),
)


@given(plant=plans(), at=INSTANTS)
def test_shifts_are_apart_and_every_instant_in_at_most_one(plant: PlannedTime, at: int) -> None:
    shifts = plant.shifts_between(at - 36 * HOUR_US, at + 36 * HOUR_US)
    assert all(one.end_us <= following.begin_us for one, following in pairwise(shifts))
    holding = [s for s in shifts if s.begin_us <= at < s.end_us]
    found = plant.shift_at(at)
    assert holding == ([] if found is None else [found])


@given(plant=plans(), at=INSTANTS)
def test_a_shift_comes_back_from_its_key(plant: PlannedTime, at: int) -> None:
    for found in plant.shifts_between(at, at + 72 * HOUR_US):
        assert plant.shift_of(found.key) == found
        assert plant.key_at(found.begin_us) == plant.key_at(found.end_us - 1) == found.key
        inside = [found.begin_us, *(edge for rest in found.breaks for edge in rest), found.end_us]
        assert inside == sorted(inside)


@settings(max_examples=60)
@given(plant=plans(), at=INSTANTS, more=st.integers(0, 4 * 24 * HOUR_US), cut=st.floats(0, 1))
def test_working_time_adds_up_wherever_it_is_cut(
    plant: PlannedTime, at: int, more: int, cut: float
) -> None:
    middle, end = at + round(more * cut), at + more
    whole = plant.worked_us(at, end)
    assert plant.worked_us(at, middle) + plant.worked_us(middle, end) == whole
    assert plant.worked_us(end, at) == -whole
    by_shift = sum(s.planned_us for s in plant.shifts_between(at, end))
    assert whole <= min(by_shift, end - at)


@settings(max_examples=60)
@given(plant=plans(), at=INSTANTS, worked=st.integers(1, 80 * HOUR_US))
def test_so_much_working_time_later_is_so_much_working_time_later(
    plant: PlannedTime, at: int, worked: int
) -> None:
    then = plant.after(at, worked)
    if then is None:
        assert plant.worked_us(at, at + 30 * 24 * HOUR_US) == 0
    else:
        assert plant.worked_us(at, then) == worked
        assert plant.worked_us(at, then - 1) == worked - 1
