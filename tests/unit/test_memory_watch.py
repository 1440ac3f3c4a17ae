"""Watches: what closes a decision, what leaves it open, and that late facts change no rule."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from memory.facts import (
    Built,
    Changed,
    Confirmed,
    Fact,
    Measured,
    Occurred,
    Retracted,
    Withdrawn,
)
from memory.records import Decision, Expectation, Outcome, Scope
from memory.watch import (
    HOUR_US,
    Baseline,
    Verdict,
    Watch,
    baseline_before,
    judge,
    next_record,
    units_to_tell,
    watch_for,
    with_fact,
)

MINUTE_US = HOUR_US // 60
HERE = {"station": "ST-020", "tool": "T-07"}
WATCH = Watch(
    decision="d1",
    kind="correct",
    key="torque:low:b3",
    decided_at_us=0,
    scope=Scope(context=HERE),
    units=10,
    expected_units=10,
    hours=8,
    baseline=Baseline(4, 10),
)


def built(count: int, *, first: int = 1) -> list[Fact]:
    """One unit a minute."""
    return [
        Built(event=f"u{n:03}", at_us=n * MINUTE_US, context=HERE)
        for n in range(first, first + count)
    ]


def again(
    minute: float, event: str = "", *, escaped: bool = False, safety: bool = False
) -> Occurred:
    return Occurred(
        event=event or f"o{minute}",
        at_us=round(minute * MINUTE_US),
        key=WATCH.key,
        context=HERE,
        has_escaped=escaped,
        is_safety=safety,
    )


def verdict(*facts: Fact, watch: Watch = WATCH, hours: float = 1) -> Verdict:
    return judge(watch, facts, round(hours * HOUR_US))


# -- correction: did it come again ------------------------------------------------------------


def test_nothing_known_yet_is_watched() -> None:
    found = verdict()
    assert (found.status, found.rule, found.closed_at_us) == (Outcome.WATCHING, "open", None)


def test_one_repeat_closes_it_at_once_and_names_the_event() -> None:
    found = verdict(*built(3), again(2.5))
    assert (found.status, found.rule, found.evidence) == (Outcome.RECURRED, "repeat", ("o2.5",))
    assert found.closed_at_us == round(2.5 * MINUTE_US)


def test_a_window_without_a_repeat_held_and_names_the_unit_that_filled_it() -> None:
    found = verdict(*built(10))
    assert (found.status, found.rule, found.evidence) == (Outcome.HELD, "window_done", ("u010",))
    assert (found.units, found.observed, found.expected) == (10, 0.0, 4.0)


def test_a_repeat_after_the_window_is_another_case() -> None:
    assert verdict(*built(12), again(11.5)).status is Outcome.HELD


@pytest.mark.parametrize(
    "elsewhere",
    [
        structs.replace(again(2.5), key="torque:low:b4"),
        structs.replace(again(2.5), context={"station": "ST-030", "tool": "T-07"}),
        structs.replace(again(2.5), context={"station": "ST-020"}),
        structs.replace(again(2.5), at_us=0),
    ],
)
def test_what_is_another_thing_or_elsewhere_or_before_does_not_count(elsewhere: Occurred) -> None:
    assert verdict(*built(10), elsewhere).status is Outcome.HELD


def test_seen_too_rarely_before_none_now_proves_nothing() -> None:
    rare = structs.replace(WATCH, baseline=Baseline(2, 10))
    assert verdict(*built(10), watch=rare).status is Outcome.TOO_RARE
    unknown = structs.replace(WATCH, baseline=Baseline())
    assert verdict(*built(10), watch=unknown).status is Outcome.TOO_RARE


def test_a_repeat_is_one_however_rare_it_was() -> None:
    rare = structs.replace(WATCH, baseline=Baseline(1, 10))
    assert verdict(*built(10), again(4.5), watch=rare).status is Outcome.RECURRED


def test_hours_end_the_window_where_units_do_not() -> None:
    slow = structs.replace(WATCH, baseline=Baseline(9, 10))
    assert verdict(*built(6), watch=slow, hours=7.99).status is Outcome.WATCHING
    found = verdict(*built(6), watch=slow, hours=8)
    assert (found.status, found.closed_at_us) == (Outcome.HELD, 8 * HOUR_US)


def test_under_half_of_the_expected_units_was_no_trial() -> None:
    often = structs.replace(WATCH, baseline=Baseline(10, 10))
    found = verdict(*built(4), watch=often, hours=8)
    assert (found.status, found.rule) == (Outcome.INCONCLUSIVE, "few_units")


def test_a_window_that_was_filled_was_a_trial_whatever_was_expected() -> None:
    busy = structs.replace(WATCH, expected_units=100)
    assert verdict(*built(10), watch=busy).status is Outcome.HELD


def test_a_changed_tool_ends_the_trial_and_is_named() -> None:
    change = Changed(event="c1", at_us=5 * MINUTE_US, kind="tool", was="T-07", context=HERE)
    found = verdict(*built(9), change)
    assert (found.status, found.rule) == (Outcome.INCONCLUSIVE, "scope_changed")
    assert found.evidence == ("c1",)
    assert verdict(*built(9), change, again(4.5)).status is Outcome.RECURRED
    assert verdict(*built(9), change, again(5.5)).status is Outcome.INCONCLUSIVE


@pytest.mark.parametrize(
    ("kind", "was", "context"),
    [
        ("tool", "T-09", {}),
        ("supplier", "Alder", {}),
        ("tool", "T-07", {"station": "ST-030"}),
    ],
)
def test_a_change_of_something_else_or_elsewhere_ends_nothing(
    kind: str, was: str, context: dict[str, str]
) -> None:
    change = Changed(event="c1", at_us=5 * MINUTE_US, kind=kind, was=was, context=context)
    assert verdict(*built(10), change).status is Outcome.HELD


def test_more_than_before_is_worse_and_not_merely_again() -> None:
    seldom = structs.replace(WATCH, baseline=Baseline(1, 10))
    many = [again(1 + n / 10, f"o{n:02}") for n in range(12)]
    found = verdict(*built(9), *many, watch=seldom)
    assert (found.status, found.rule, found.observed) == (Outcome.WORSE, "rate_worse", 10.0)
    assert verdict(*built(9), again(1.5), again(2.5), watch=seldom).status is Outcome.RECURRED


def test_a_harm_after_the_verdict_is_told_with_it() -> None:
    first = next_record(None, WATCH, verdict(*built(5), again(2.5)))
    harm = next_record(first, WATCH, verdict(*built(9), again(2.5), again(7.5, safety=True)))
    assert first is not None
    assert harm is not None
    assert (first.verdict.is_safety, harm.verdict.is_safety) == (False, True)
    assert (first.verdict.units, harm.verdict.units) == (2, 2)


def test_more_often_but_not_twice_as_often_is_not_worse() -> None:
    often = structs.replace(WATCH, baseline=Baseline(40, 10))
    many = [again(1 + n / 10, f"o{n}") for n in range(60)]
    assert verdict(*built(9), *many, watch=often).status is Outcome.RECURRED
    assert verdict(*built(9), *many, watch=WATCH).status is Outcome.WORSE


def test_where_nothing_was_seen_before_six_may_be_chance_and_seven_are_worse() -> None:
    never = structs.replace(WATCH, baseline=Baseline(0, 10))
    repeats = [again(n + 0.5) for n in range(1, 8)]
    assert verdict(*built(9), *repeats[:6], watch=never).status is Outcome.RECURRED
    assert verdict(*built(9), *repeats, watch=never).status is Outcome.WORSE
    long_ago = structs.replace(WATCH, baseline=Baseline(0, 90))
    assert verdict(*built(9), *repeats[:3], watch=long_ago).status is Outcome.WORSE


def test_chance_makes_one_in_a_hundred_windows_worse_at_most() -> None:
    """The rate before is known from as few units as the rate after."""
    chance, worse = Random(3), 0  # noqa: S311 - a seeded line, no secret
    for _ in range(400):
        before, after = (sum(chance.random() < 0.5 for _ in range(30)) for _ in "ab")
        watch = structs.replace(WATCH, baseline=Baseline(before, 10))
        repeats = [again(1 + n / 10, f"o{n:02}") for n in range(after)]
        worse += verdict(*built(9), *repeats, watch=watch).status is Outcome.WORSE
    assert worse <= 4


def test_a_repeat_of_what_is_rare_is_one_and_is_marked_so() -> None:
    rare = structs.replace(WATCH, baseline=Baseline(2, 10))
    found = verdict(*built(3), again(2.5), watch=rare)
    assert (found.status, found.is_rare) == (Outcome.RECURRED, True)
    assert not verdict(*built(3), again(2.5)).is_rare


def test_as_often_as_before_is_not_worse() -> None:
    assert verdict(*built(9), *(again(n + 0.5) for n in range(1, 6))).status is Outcome.RECURRED


def test_fewer_is_judged_against_the_frozen_rate() -> None:
    halved = structs.replace(WATCH, direction="fewer", threshold=0.5)
    assert verdict(*built(10), again(1.5), again(2.5), watch=halved).status is Outcome.HELD
    found = verdict(*built(5), again(1.5), again(2.5), again(3.5), watch=halved)
    assert (found.status, found.rule) == (Outcome.RECURRED, "over_limit")
    assert verdict(*built(5), again(1.5), again(2.5), watch=halved).status is Outcome.WATCHING
    few = verdict(*built(5), again(1.5), again(2.5), watch=halved, hours=8)
    assert (few.status, few.rule) == (Outcome.RECURRED, "over_limit")


def test_what_was_an_error_does_not_count() -> None:
    facts = [*built(10), again(2.5, "o1")]
    gone = Retracted(event="r1", at_us=30 * MINUTE_US, what="o1")
    assert verdict(*facts, gone).status is Outcome.HELD


def test_a_decision_taken_back_is_void_whatever_happened() -> None:
    gone = Withdrawn(event="w1", at_us=MINUTE_US, decision="d1")
    assert verdict(*built(10), again(2.5), gone).status is Outcome.VOID
    other = structs.replace(gone, decision="d2")
    assert verdict(*built(10), other).status is Outcome.HELD


# -- containment, acceptance, and what only a person knows --------------------------------------

DECISION = Decision(
    decision="d1",
    case="s1",
    key=WATCH.key,
    response="check_all",
    kind="contain",
    role="operator",
    decided_at_us=0,
    expectation=Expectation(units=10, hours=8),
    scope=Scope(context=HERE),
)


#: Nothing ever got past before: no rate says what was to be expected.
CONTAINED = watch_for(DECISION, baseline=Baseline(0, 10), expected_units=10)


def test_one_that_escaped_a_containment_is_enough_and_counts() -> None:
    held = [again(n + 0.5) for n in range(1, 5)]
    found = verdict(*built(10), *held, again(6.5, escaped=True, safety=True), watch=CONTAINED)
    assert (found.status, found.is_safety, found.has_escaped) == (Outcome.RECURRED, True, True)
    assert (found.evidence, found.observed, found.is_rare) == (("o6.5",), 1.0, False)


def test_a_containment_that_met_too_little_is_too_rare_to_tell() -> None:
    found = verdict(*built(10), again(2.5), again(3.5), watch=CONTAINED)
    assert (found.status, found.held_back, found.is_rare) == (Outcome.TOO_RARE, 2, True)
    late = again(11.5)
    assert verdict(*built(12), again(2.5), again(3.5), late, watch=CONTAINED) == found


def test_a_containment_is_worse_only_than_what_escaped_before_it() -> None:
    leaks = [again(n + 0.5, escaped=True) for n in range(1, 9)]
    assert verdict(*built(9), *leaks, watch=CONTAINED).status is Outcome.RECURRED
    leaked = watch_for(DECISION, baseline=Baseline(1, 10), expected_units=10)
    more = [again(1 + n / 10, f"o{n:02}", escaped=True) for n in range(12)]
    assert verdict(*built(9), *more, watch=leaked).status is Outcome.WORSE


def test_one_unit_met_three_times_is_one() -> None:
    same = [structs.replace(again(n + 0.5), unit="U-1") for n in range(1, 4)]
    found = verdict(*built(10), *same, watch=CONTAINED)
    assert (found.status, found.held_back) == (Outcome.TOO_RARE, 1)


def test_three_held_back_and_none_escaped_held_and_each_is_named() -> None:
    met = [structs.replace(again(n + 0.5), unit=f"U-{n}") for n in (1, 2, 2.2, 4)]
    units = [structs.replace(fact, unit="U-2") if fact.unit == "U-2.2" else fact for fact in met]
    found = verdict(*built(10), *units, watch=CONTAINED)
    assert (found.status, found.rule, found.held_back) == (Outcome.HELD, "held_back", 3)
    assert (found.evidence, found.is_rare) == (("o1.5", "o2.5", "o4.5"), False)
    assert verdict(*built(9), *units, watch=CONTAINED).status is Outcome.WATCHING
    stopped = verdict(*built(1), *units, watch=CONTAINED, hours=8)
    assert stopped.status is Outcome.HELD


def test_what_used_to_escape_and_does_no_longer_was_contained() -> None:
    leaked = watch_for(DECISION, baseline=Baseline(4, 10), expected_units=10)
    assert verdict(*built(10), watch=leaked).status is Outcome.HELD


def test_what_is_met_again_after_a_correction_holds_nothing_back() -> None:
    found = verdict(*built(10), *(again(n + 0.5) for n in range(1, 5)))
    assert (found.status, found.held_back) == (Outcome.RECURRED, 0)


def test_an_acceptance_is_judged_by_its_price_and_not_by_repeats() -> None:
    price = Expectation(metric="rework_min", direction="at_most", threshold=30, units=10, hours=8)
    decision = structs.replace(DECISION, kind="accept", expectation=price)
    watch = watch_for(decision, baseline=Baseline(), expected_units=10)
    minutes = [
        Measured(event=f"m{n}", at_us=n * MINUTE_US, metric="rework_min", amount=15, context=HERE)
        for n in (2, 4, 6)
    ]
    assert verdict(*built(10), again(2.5), *minutes[:2], watch=watch).status is Outcome.HELD
    found = verdict(*built(3), *minutes, watch=watch)
    assert (found.status, found.rule, found.observed) == (Outcome.WORSE, "price_exceeded", 45.0)
    assert found.evidence == ("m2", "m4", "m6")


@pytest.mark.parametrize(
    ("answer", "status"),
    [("yes", Outcome.HELD), ("no", Outcome.RECURRED), ("partly", Outcome.INCONCLUSIVE)],
)
def test_where_only_a_person_knows_the_newest_answer_counts(answer: str, status: Outcome) -> None:
    watch = structs.replace(WATCH, metric="confirmed")
    first = Confirmed(event="a1", at_us=MINUTE_US, decision="d1", answer="other")
    newest = Confirmed(event="a2", at_us=2 * MINUTE_US, decision="d1", answer=answer)
    assert verdict(newest, first, watch=watch).status is status


def test_nobody_answered_is_not_a_yes() -> None:
    watch = structs.replace(WATCH, metric="confirmed")
    assert verdict(*built(3), watch=watch).status is Outcome.WATCHING
    assert verdict(*built(10), watch=watch).rule == "not_answered"


# -- baselines ------------------------------------------------------------------------------------


def test_the_baseline_is_the_rate_of_the_window_before() -> None:
    decision = structs.replace(DECISION, kind="correct", decided_at_us=20 * MINUTE_US)
    facts = [*built(30), again(3.5), again(14.5), again(19.5), again(25.5)]
    assert baseline_before(decision, facts, units=10) == Baseline(2, 10)
    assert baseline_before(decision, facts, units=100) == Baseline(3, 20)


def test_without_units_before_there_is_no_rate() -> None:
    found = baseline_before(DECISION, built(3), units=10)
    assert (found.rate, units_to_tell(found)) == (None, None)


def test_the_shortest_window_that_can_tell_is_three_expected_repeats() -> None:
    assert units_to_tell(Baseline(2, 100)) == 150
    assert units_to_tell(Baseline(0, 100)) is None


# -- records --------------------------------------------------------------------------------------


def test_a_repeat_that_comes_late_from_an_offline_station_supersedes() -> None:
    held = next_record(None, WATCH, verdict(*built(10)))
    assert held is not None
    assert next_record(held, WATCH, verdict(*built(10))) is None
    late = next_record(held, WATCH, verdict(*built(10), again(2.5)))
    assert late is not None
    assert (late.number, late.supersedes) == (2, 1)
    assert (held.verdict.status, late.verdict.status) == (Outcome.HELD, Outcome.RECURRED)


def test_units_that_come_late_may_push_a_repeat_out_of_the_window() -> None:
    early = [*built(10, first=3), again(11.5)]
    assert verdict(*early).status is Outcome.RECURRED
    assert verdict(*early, *built(2)).status is Outcome.HELD


def test_while_it_is_open_nothing_is_written() -> None:
    assert next_record(None, WATCH, verdict(*built(3))) is None


# -- invariants -----------------------------------------------------------------------------------

minutes = st.integers(1, 600)
happened = st.one_of(
    st.builds(lambda m: Built(event=f"u{m}", at_us=m * MINUTE_US, context=HERE), minutes),
    st.builds(lambda m, e: again(m, f"o{m}", escaped=e), minutes, st.booleans()),
    st.builds(lambda m: Retracted(event=f"r{m}", at_us=m * MINUTE_US, what=f"o{m}"), minutes),
    st.builds(
        lambda m: Changed(event=f"c{m}", at_us=m * MINUTE_US, kind="tool", was="T-07"), minutes
    ),
)
watches = st.builds(
    lambda kind, metric, direction, amount: structs.replace(
        WATCH,
        kind=kind,
        metric=metric,
        direction=direction,
        threshold=0.5,
        baseline=Baseline(amount, 10),
    ),
    st.sampled_from(["correct", "contain"]),
    st.sampled_from(["repeats", "escapes"]),
    st.sampled_from(["none", "at_most", "fewer"]),
    st.integers(0, 10),
)
CLOSED_BY_FACTS = {Outcome.RECURRED, Outcome.WORSE}


@given(watches, st.lists(happened, max_size=40), st.randoms(use_true_random=False), minutes)
def test_the_order_of_arrival_and_repeated_deliveries_change_nothing(
    watch: Watch, facts: list[Fact], chance: Random, now: int
) -> None:
    shuffled = facts + facts[: len(facts) // 2]
    chance.shuffle(shuffled)
    folded: tuple[Fact, ...] = ()
    for fact in shuffled:
        folded = with_fact(folded, fact)
    whole = judge(watch, facts, now * MINUTE_US)
    assert judge(watch, folded, now * MINUTE_US) == whole
    assert judge(watch, shuffled, now * MINUTE_US) == whole


@given(watches, st.lists(happened, max_size=40), minutes, minutes)
def test_once_closed_the_clock_alone_changes_nothing(
    watch: Watch, facts: list[Fact], now: int, later: int
) -> None:
    first = judge(watch, facts, now * MINUTE_US)
    second = judge(watch, facts, (now + later) * MINUTE_US)
    if first.status is not Outcome.WATCHING:
        assert second == first


@given(watches, st.lists(happened, max_size=40))
def test_no_success_is_claimed_for_what_could_not_be_seen(watch: Watch, facts: list[Fact]) -> None:
    found = judge(watch, facts, WATCH.until_us)
    assert found.status is not Outcome.WATCHING
    if found.status is Outcome.HELD:
        assert (found.expected or 0) >= 3 or found.held_back >= 3
    if found.status in CLOSED_BY_FACTS:
        assert found.evidence
