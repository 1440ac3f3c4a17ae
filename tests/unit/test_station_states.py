"""States of a station over time: one at every moment, and no data is never anything else."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from analysis.intervals import length
from analysis.station_states import (
    Basis,
    Claim,
    Span,
    State,
    TimeElements,
    heard,
    time_elements,
    timeline,
    told,
    within,
)
from app.domain.planned_time import PlannedTime
from app.domain.shift_calendar import ShiftCalendar

DAY = 1_000


def states(*claims: Claim, known: tuple[tuple[int, int], ...] = ((0, DAY),)) -> list[Span]:
    return list(timeline(claims, heard=known, begin_us=0, end_us=DAY))


# -- what is not known ---------------------------------------------------------------------------


def test_a_station_of_which_nobody_claims_anything_has_no_data() -> None:
    assert states() == [Span(State.NO_DATA, 0, DAY)]
    assert states(known=()) == [Span(State.NO_DATA, 0, DAY)]


def test_a_station_that_went_silent_is_not_running_since_it_was_last_heard() -> None:
    signs = [0, 10, 20, 30, 200, 210]
    claims = told([(0, State.RUNNING)], until_us=DAY)
    assert states(*claims, known=tuple(heard(signs, silence_us=60))) == [
        Span(State.RUNNING, 0, 30),
        Span(State.NO_DATA, 30, 200),
        Span(State.RUNNING, 200, 210),
        Span(State.NO_DATA, 210, DAY),
    ]


def test_one_sign_of_life_says_nothing_of_the_time_around_it() -> None:
    assert heard([500], silence_us=60) == []


# -- which claim counts --------------------------------------------------------------------------


def test_what_was_seen_counts_before_the_plan_and_the_plan_before_what_was_assumed() -> None:
    assert states(
        Claim(State.RUNNING, 0, DAY, Basis.ASSUMED),
        Claim(State.BREAK, 100, 300, Basis.PLANNED),
        Claim(State.RUNNING, 250, 300, Basis.SEEN),
        Claim(State.STOPPED, 600, 700, Basis.ASSUMED),
    ) == [
        Span(State.RUNNING, 0, 100),
        Span(State.BREAK, 100, 250),
        Span(State.RUNNING, 250, 600),
        Span(State.STOPPED, 600, 700),
        Span(State.RUNNING, 700, DAY),
    ]


def test_a_machine_s_changes_count_by_their_time_not_by_their_order() -> None:
    changes = [(400, State.BLOCKED), (0, State.RUNNING), (500, State.STARVED)]
    assert told(changes, until_us=DAY) == (
        Claim(State.RUNNING, 0, 400),
        Claim(State.BLOCKED, 400, 500),
        Claim(State.STARVED, 500, DAY),
    )


CLAIMS = st.lists(
    st.builds(
        Claim,
        st.sampled_from(list(State)),
        st.integers(-50, DAY + 50),
        st.integers(-50, DAY + 50),
        st.sampled_from(list(Basis)),
    ),
    max_size=12,
)
KNOWN = st.lists(st.tuples(st.integers(-50, DAY), st.integers(0, DAY + 50)), max_size=4)


@given(claims=CLAIMS, known=KNOWN, at=st.integers(0, DAY - 1))
def test_every_moment_has_the_state_of_the_strongest_claim(
    claims: list[Claim], known: list[tuple[int, int]], at: int
) -> None:
    spans = timeline(claims, heard=known, begin_us=0, end_us=DAY)
    assert (spans[0].begin_us, spans[-1].end_us) == (0, DAY)
    assert all(one.end_us == following.begin_us for one, following in pairwise(spans))
    assert all(one.state is not following.state for one, following in pairwise(spans))
    standing = [c for c in claims if c.begin_us <= at < c.end_us]
    if not any(begin <= at < end for begin, end in known) or not standing:
        expected = State.NO_DATA
    else:
        order = list(State)
        expected = min(standing, key=lambda c: (-c.basis, order.index(c.state))).state
    assert next(s.state for s in spans if s.begin_us <= at < s.end_us) is expected


@given(claims=CLAIMS, known=KNOWN, order=st.randoms())
def test_late_claims_give_the_same_timeline(
    claims: list[Claim], known: list[tuple[int, int]], order: object
) -> None:
    shuffled = list(claims)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert timeline(claims, heard=known, begin_us=0, end_us=DAY) == timeline(
        shuffled, heard=known, begin_us=0, end_us=DAY
    )


# -- time elements -------------------------------------------------------------------------------


def test_no_data_is_no_part_of_the_busy_time_and_stands_beside_it() -> None:
    spans = [Span(State.RUNNING, 0, 600), Span(State.NO_DATA, 600, DAY)]
    found = time_elements(spans, planned=[(0, 800)])
    assert (found.pbt_us, found.apt_us, found.unseen_us) == (600, 600, 200)
    assert found.coverage == 0.75


def test_planned_time_that_no_span_is_about_is_unseen() -> None:
    found = time_elements([Span(State.RUNNING, 0, 100)], planned=[(0, 400)])
    assert (found.pbt_us, found.unseen_us) == (100, 300)


def test_without_a_plan_there_is_no_coverage() -> None:
    assert time_elements([Span(State.RUNNING, 0, 100)], planned=[]).coverage is None


def test_production_through_a_break_counts_and_is_told() -> None:
    spans = [Span(State.RUNNING, 0, 300), Span(State.STOPPED, 300, 400)]
    found = time_elements(spans, planned=[(0, 200), (250, 400)])
    assert (found.apt_us, found.beyond_us, found.adet_us) == (300, 50, 100)


def test_a_stop_in_a_planned_break_costs_nothing() -> None:
    spans = [Span(State.RUNNING, 0, 200), Span(State.STOPPED, 200, 260)]
    assert time_elements(spans, planned=[(0, 200), (250, 260)]).adet_us == 10


@given(claims=CLAIMS, known=KNOWN, plan=KNOWN, cut=st.integers(0, DAY))
def test_elements_account_for_all_planned_time_and_add_up_over_shifts(
    claims: list[Claim], known: list[tuple[int, int]], plan: list[tuple[int, int]], cut: int
) -> None:
    spans = timeline(claims, heard=known, begin_us=0, end_us=DAY)
    parts = [
        time_elements(
            timeline(claims, heard=known, begin_us=begin, end_us=end),
            planned=[(max(a, begin), min(b, end)) for a, b in plan],
        )
        for begin, end in ((0, cut), (cut, DAY))
    ]
    whole = time_elements(spans, planned=[(max(a, 0), min(b, DAY)) for a, b in plan])
    assert parts[0] + parts[1] == whole
    inside = whole.apt_us - whole.beyond_us
    assert inside + whole.aust_us + whole.adet_us + whole.adot_us == whole.pbt_us


def test_no_minute_of_a_week_with_night_shifts_is_lost_when_the_clock_jumps() -> None:
    """A station runs all week but for an hour of silence in the night of the jump."""
    for sunday, hours in ((date(2026, 3, 29), 167), (date(2026, 10, 25), 169)):
        assert_whole_week(sunday, hours)


def assert_whole_week(sunday: date, hours: int) -> None:
    shifts = [
        {"name": name, "start": f"{start}:00:00", "end": f"{end}:00:00", "days": list(range(1, 8))}
        for name, start, end in (
            ("early", "06", "14"),
            ("late", "14", "22"),
            ("night", "22", "06"),
        )
    ]
    plan = msgspec.convert(
        {
            "calendar": "*",
            "zone": "Europe/Berlin",
            "patterns": [{"begins": "2026-01-01", "shifts": shifts}],
        },
        ShiftCalendar,
    )
    plant = PlannedTime(plan, ZoneInfo(plan.zone))
    hour = 3_600_000_000
    monday = date.fromordinal(sunday.toordinal() - 6)
    begin = round(datetime.fromisoformat(f"{monday}T06:00").replace(
        tzinfo=ZoneInfo(plan.zone)).timestamp() * 1e6)  # fmt: skip
    end = begin + hours * hour
    jump = round(datetime.fromisoformat(f"{sunday}T01:00+00:00").timestamp() * 1e6)
    spans = timeline(
        [Claim(State.RUNNING, begin, end)],
        heard=[(begin, jump), (jump + hour, end)],
        begin_us=begin,
        end_us=end,
    )
    week = plant.shifts_between(begin, end)
    assert len(week) == 21
    by_shift = sum((time_elements(within(spans, s.begin_us, s.end_us), planned=s.working)
                    for s in week), TimeElements())  # fmt: skip
    assert by_shift == time_elements(spans, planned=[(begin, end)])
    assert (by_shift.apt_us, by_shift.unseen_us) == ((hours - 1) * hour, hour)
    assert length((s.begin_us, s.end_us) for s in week) == hours * hour
