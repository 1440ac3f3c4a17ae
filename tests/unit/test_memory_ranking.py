"""Ranking of past responses: few cases, old ones, other scopes, none at all."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from memory.ranking import HALF_LIFE_UNITS, Past, freshness, lower_bound, past_of, rank
from memory.records import Decision, Outcome, Scope

HERE = {"station": "ST-020", "product": "gearbox", "revision": "C", "tool": "T-07"}
PAST = Past(decision="d", response="clean", outcome=Outcome.HELD, decided_at_us=1)


def pasts(response: str, held: int, failed: int = 0, unknown: int = 0) -> list[Past]:
    outcomes = [Outcome.HELD] * held + [Outcome.RECURRED] * failed
    outcomes += [Outcome.INCONCLUSIVE] * unknown
    return [
        structs.replace(PAST, decision=f"{response}{n}", response=response, outcome=outcome)
        for n, outcome in enumerate(outcomes)
    ]


def test_without_a_past_there_is_nothing_to_rank() -> None:
    assert rank([], HERE) == ()


def test_three_of_three_stand_below_eighty_of_a_hundred() -> None:
    first, second = rank(pasts("lucky", 3) + pasts("proven", 80, 20), HERE)
    assert (first.response, second.response) == ("proven", "lucky")
    assert first.score > second.score
    assert (first.is_enough, second.is_enough) == (True, False)


def test_the_bound_is_that_of_the_beta_distribution() -> None:
    assert lower_bound(3, 0) == pytest.approx(0.1 ** (1 / 4))
    assert lower_bound(80, 20) == pytest.approx(0.741798, abs=1e-6)
    assert lower_bound(0, 0) == pytest.approx(0.1)


def test_four_closed_are_not_enough_and_five_are() -> None:
    assert not rank(pasts("a", 4, 0, 9), HERE)[0].is_enough
    assert rank(pasts("a", 4, 1), HERE)[0].is_enough


def test_unknown_is_neither_success_nor_failure() -> None:
    (alone,) = rank(pasts("a", 4, 2), HERE)
    (with_unknown,) = rank(pasts("a", 4, 2, unknown=20), HERE)
    assert with_unknown.score == alone.score
    assert (with_unknown.held, with_unknown.failed, with_unknown.unknown) == (4, 2, 20)


def test_a_void_decision_was_none() -> None:
    void = structs.replace(PAST, outcome=Outcome.VOID)
    assert rank([void], HERE) == ()


@pytest.mark.parametrize("kind", ["revision", "tool", "program", "supplier"])
def test_from_before_a_change_nothing_is_claimed(kind: str) -> None:
    old = [structs.replace(p, scope=Scope(context={kind: "before"})) for p in pasts("a", 50)]
    (found,) = rank(old, {**HERE, kind: "now"})
    assert (found.held, found.stale, found.score, found.is_enough) == (0, 50, 0.0, False)
    assert found.changed == (kind,)


def test_an_outcome_speaks_half_after_a_half_life_and_then_not_at_all() -> None:
    assert freshness(PAST, HERE) == 1.0
    assert freshness(structs.replace(PAST, units_since=HALF_LIFE_UNITS), HERE) == 0.5
    assert freshness(structs.replace(PAST, units_since=5 * HALF_LIFE_UNITS), HERE) == 0.0


def test_the_same_success_long_ago_is_less_sure() -> None:
    old = [structs.replace(p, units_since=HALF_LIFE_UNITS) for p in pasts("old", 10)]
    assert [r.response for r in rank(old + pasts("new", 10), HERE)] == ["new", "old"]


def test_what_held_elsewhere_counts_by_how_much_of_its_scope_is_here() -> None:
    scope = Scope(context={"station": "ST-030", "product": "gearbox"})
    (there,) = rank([structs.replace(p, scope=scope) for p in pasts("a", 20)], HERE)
    (here,) = rank(pasts("a", 20), HERE)
    assert there.score == pytest.approx(here.score / 2)


def test_what_held_in_a_case_half_as_like_counts_half() -> None:
    (alike,) = rank(pasts("a", 20), HERE)
    (half,) = rank([structs.replace(p, weight=0.5) for p in pasts("a", 20)], HERE)
    assert half.score == pytest.approx(alike.score / 2)


def test_what_the_situation_does_not_say_fits_half() -> None:
    scope = Scope(context={"part": "P-1"})
    (found,) = rank([structs.replace(p, scope=scope) for p in pasts("a", 20)], HERE)
    assert found.score == pytest.approx(found.lower / 2)


counts = st.integers(0, 30)


@given(counts, counts)
def test_one_more_success_never_lowers_and_one_more_failure_never_raises(
    held: int, failed: int
) -> None:
    assert lower_bound(held + 1, failed) > lower_bound(held, failed) > 0
    assert lower_bound(held, failed + 1) < lower_bound(held, failed) < 1


@given(counts, counts, st.integers(0, 12), st.randoms(use_true_random=False))
def test_the_order_of_the_records_says_nothing(
    one: int, other: int, unknown: int, chance: Random
) -> None:
    told = pasts("a", one, other, unknown) + pasts("b", other, one) + pasts("c", one, unknown)
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert rank(told, HERE) == rank(shuffled, HERE)


def test_a_repeat_of_what_is_too_rare_to_tell_is_unknown_as_a_quiet_window_is() -> None:
    quiet = [structs.replace(PAST, decision=f"q{n}", outcome=Outcome.TOO_RARE) for n in range(5)]
    again = [
        structs.replace(PAST, decision=f"a{n}", outcome=Outcome.RECURRED, is_rare=True)
        for n in range(5)
    ]
    (found,) = rank(quiet + again, {})
    assert (found.held, found.failed, found.unknown, found.is_enough) == (0, 0, 10, False)


def test_of_a_decision_counts_what_may_be_replaced_where_and_what_was_built_since() -> None:
    decision = Decision(
        decision="d",
        case="c",
        key="k",
        response="clean",
        kind="correct",
        role="operator",
        decided_at_us=1,
        scope=Scope(context={"station": "ST-020", "product": "gearbox", "tool": "T-07"}),
        outcome=Outcome.HELD,
    )
    past = past_of(decision, units_since=HALF_LIFE_UNITS)
    assert past.scope == Scope(context={"product": "gearbox", "tool": "T-07"})
    assert freshness(past, HERE) == 0.5
    assert freshness(past, {**HERE, "tool": "T-09"}) == 0.0
    assert freshness(past, {**HERE, "product": "axle", "tool": "T-09"}) == 0.5


def test_another_product_s_past_speaks_less_than_ones_own() -> None:
    own = Scope(context={"product": "gearbox", "tool": "T-07"})
    others = Scope(context={"product": "axle", "tool": "T-09"})
    ((mine,), (theirs,)) = (
        rank([structs.replace(one, scope=scope) for one in pasts("a", 6)], HERE)
        for scope in (own, others)
    )
    assert theirs.score < mine.score
    assert (theirs.is_enough, theirs.changed) == (True, ())
