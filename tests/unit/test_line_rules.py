"""Escalation, stops and handover items as pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calls import LADDER, STAGES, Answer, Call, calls_of, escalations
from app.domain.handover import MOST_TICKS, REST, exceptions, minutes_of
from app.domain.line_events import CallAnswered, CallClosed, CallOpened, HandoverItem
from app.domain.stops import OTHER, REASONS, SHORT_US, Stop, likeliest_first, to_ask
from app.runtime.config import ShiftSection
from app.runtime.shifts import Shifts, span_at
from tests.helpers.zones import CAN_MOVE, CENTRAL_EUROPE, computer_in

S = 1_000_000
MINUTE = 60 * S


def call(kind: str = "material", *answers: tuple[str, int]) -> Call:
    opened = CallOpened(call="c", kind=kind, is_stopped=False)
    return Call(opened, 0, answers=tuple(Answer(stage, at * S) for stage, at in answers))


# -- escalation ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "goes_to"),
    [
        ((), ["lead", "manager"]),
        ((("seen", 60),), ["manager"]),
        ((("seen", 200),), ["lead", "manager"]),
        ((("arrived", 30),), []),
        ((("on_the_way", 30),), ["manager"]),
        ((("seen", 60), ("arrived", 700)), ["manager"]),
    ],
)
def test_a_call_goes_on_until_it_is_answered(
    answers: tuple[tuple[str, int], ...], goes_to: list[str]
) -> None:
    assert [one.to for one in escalations(call("material", *answers))] == goes_to


def test_who_is_called_already_is_not_where_it_goes() -> None:
    assert [one.to for one in escalations(call("lead"))] == ["manager"]


def test_a_closed_call_goes_nowhere() -> None:
    closed = replace(call(), closed=CallClosed(call="c", how="solved"), closed_us=100 * S)
    assert escalations(closed) == ()


def test_an_answer_to_a_call_nobody_knows_changes_nothing() -> None:
    assert calls_of([(CallAnswered(call="x", stage="seen", means="tap"), 1, None, None)]) == ()


@given(st.lists(st.tuples(st.sampled_from(STAGES), st.integers(0, 2_000)), max_size=4))
def test_an_answer_never_makes_a_call_go_further(answers: list[tuple[str, int]]) -> None:
    silent = {one.to for one in escalations(call(), LADDER)}
    assert {one.to for one in escalations(call("material", *answers), LADDER)} <= silent


@given(st.lists(st.sampled_from(STAGES), max_size=3, unique=True))
def test_only_stages_after_the_last_may_follow(stages: list[str]) -> None:
    reached = call("material", *((stage, n) for n, stage in enumerate(stages)))
    last = max((STAGES.index(stage) for stage in stages), default=-1)
    assert reached.next_stages == STAGES[last + 1 :]


# -- stops ---------------------------------------------------------------------------------


def stop(name: str, length_us: int, *, at_us: int = 0) -> Stop:
    return Stop(name, at_us, at_us + length_us)


def test_a_long_stop_is_asked_alone_and_the_newest_first() -> None:
    stops = [stop("a", SHORT_US), stop("b", S), stop("c", SHORT_US + 1), stop("d", S)]
    assert [s.stop for s in to_ask(stops)] == ["c"]


def test_what_lasts_or_has_a_reason_is_not_asked() -> None:
    named = replace(stop("b", S), reason="tool")
    assert to_ask([Stop("a", 0), named]) == ()


@given(st.dictionaries(st.sampled_from(REASONS), st.integers(0, 9)))
def test_every_reason_is_offered_once_and_own_words_come_last(counts: dict[str, int]) -> None:
    offered = likeliest_first(counts)
    assert sorted(offered) == sorted(REASONS)
    assert offered[-1] == OTHER
    top = [counts.get(reason, 0) for reason in offered[:3]]
    assert top == sorted(top, reverse=True)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60)), max_size=6))
def test_no_more_minutes_are_lost_than_there_were(spans: list[tuple[int, int]]) -> None:
    """Of stops one after the other, as a station has them."""
    stops, end = [], 0
    for number, (gap, length) in enumerate(spans):
        began = end + gap * MINUTE
        end = began + length * MINUTE
        stops.append(Stop(str(number), began, end, "tool"))
    since = 100 * MINUTE
    lost = sum(count for _, count in minutes_of(stops, since, end))
    assert 0 <= lost <= max(0, end - since) // MINUTE


# -- handover ------------------------------------------------------------------------------


@given(st.integers(0, 20))
def test_ticks_stand_for_every_open_thing(count: int) -> None:
    items = [HandoverItem(f"held:{n}", "held") for n in range(count)]
    ticks = exceptions(items)
    assert len(ticks) <= MOST_TICKS
    shown = [tick for tick in ticks if tick.kind != REST]
    rest = sum(int(tick.facts["count"]) for tick in ticks if tick.kind == REST)
    assert len(shown) + rest == count


# -- shifts --------------------------------------------------------------------------------


def shift(name: str, hour: int) -> ShiftSection:
    return ShiftSection(name, datetime(2026, 1, 1, hour, tzinfo=UTC).time())


@pytest.mark.parametrize(
    ("hour", "name", "began", "after"),
    [(7, "Early", 6, "Late"), (15, "Late", 14, "Night"), (23, "Night", 22, "Early")],
)
def test_the_shift_that_runs_knows_when_it_began(
    hour: int, name: str, began: int, after: str
) -> None:
    now = datetime(2026, 11, 20, hour, 30, tzinfo=UTC)
    shifts = [shift("Early", 6), shift("Late", 14), shift("Night", 22)]
    span = span_at(now, shifts)
    assert (span.name, span.next_name) == (name, after)
    assert span.began_us == round(now.replace(hour=began, minute=0).timestamp() * 1e6)


def test_the_night_shift_began_yesterday() -> None:
    now = datetime(2026, 11, 20, 3, tzinfo=UTC)
    span = span_at(now, [shift("Early", 6), shift("Night", 22)])
    yesterday = (now - timedelta(days=1)).replace(hour=22)
    assert (span.name, span.began_us) == ("Night", round(yesterday.timestamp() * 1e6))


def test_without_shifts_the_day_counts() -> None:
    now = datetime(2026, 11, 20, 3, tzinfo=UTC)
    assert span_at(now, []).began_us == round(now.replace(hour=0).timestamp() * 1e6)


@pytest.mark.skipif(not CAN_MOVE, reason="this system has one zone a computer")
def test_the_night_the_clock_goes_back_has_begun_when_it_began() -> None:
    assert Shifts(())._now().tzinfo is None
    wall = datetime(2026, 10, 25, 4)
    shifts = Shifts([shift("Early", 6), shift("Night", 22)], lambda: wall)
    began = datetime(2026, 10, 24, 20, tzinfo=UTC)
    with computer_in(CENTRAL_EUROPE):
        assert shifts.span().began_us == round(began.timestamp() * 1e6)
