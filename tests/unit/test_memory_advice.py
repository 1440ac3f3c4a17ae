"""Advice: suspended when it harms, proposed when it holds, told apart from bad luck."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from memory.advice import (
    RETIRE_UNITS,
    AdviceState,
    Contradiction,
    Review,
    Use,
    Usual,
    contradicted,
    contradictions,
    stand,
    usual_success,
)
from memory.links import Link, Linked, LinkKind
from memory.records import Decision, Outcome, Scope

H, R, W = Outcome.HELD, Outcome.RECURRED, Outcome.WORSE
RARE = Outcome.TOO_RARE
#: Of what else was done 40 of 50 held, long ago.
USUAL = Usual(tuple((0, n < 40) for n in range(50)))


def uses(*outcomes: Outcome, first: int = 1) -> list[Use]:
    """One after the other, in two shifts by turns."""
    return [
        Use(decision=f"d{n:03}", outcome=outcome, closed_at_us=n, shift="em"[n % 2])
        for n, outcome in enumerate(outcomes, first)
    ]


# -- suspension -----------------------------------------------------------------------------------


def test_four_failures_in_a_row_suspend_and_are_named() -> None:
    found = stand(uses(R, R, R, R, R), usual=USUAL)
    assert (found.state, found.reason, found.failed) == (AdviceState.SUSPENDED, "harmful", 4)
    assert found.evidence == ("d001", "d002", "d003", "d004")
    assert not found.is_advised


def test_three_failures_are_too_few_to_judge() -> None:
    assert stand(uses(R, R, R), usual=USUAL).state is AdviceState.LIVE


@pytest.mark.parametrize(
    ("flag", "reason"), [("is_safety", "worse_safety"), ("has_escaped", "worse_escape")]
)
def test_one_that_made_it_worse_with_safety_or_escape_suspends_at_once(
    flag: str, reason: str
) -> None:
    (bad,) = uses(W)
    assert stand([bad], usual=USUAL).state is AdviceState.LIVE
    found = stand([structs.replace(bad, **{flag: True})], usual=USUAL)
    assert (found.state, found.reason) == (AdviceState.SUSPENDED, reason)


def test_a_repeat_with_an_escape_is_a_failure_and_no_worse() -> None:
    (bad,) = uses(R)
    assert stand([structs.replace(bad, has_escaped=True)], usual=USUAL).is_advised


def test_better_uses_afterwards_do_not_lift_a_suspension() -> None:
    assert stand(uses(*[R] * 4, *[H] * 50), usual=USUAL).state is AdviceState.SUSPENDED


def test_a_review_lifts_it_and_what_was_before_counts_no_more() -> None:
    review = Review(at_us=4, role="engineer", action="reinstate")
    before = uses(*[R] * 4)
    lifted = stand(before, usual=USUAL, reviews=[review])
    assert (lifted.state, lifted.failed) == (AdviceState.LIVE, 0)
    again = before + uses(*[R] * 4, first=5)
    assert stand(again, usual=USUAL, reviews=[review]).failed == 4


def test_a_review_may_retire_it_for_good() -> None:
    review = Review(at_us=9, role="engineer", action="retire")
    found = stand(uses(*[H] * 9), usual=USUAL, reviews=[review])
    assert (found.state, found.reason) == (AdviceState.RETIRED, "reviewed")


def test_unknown_outcomes_neither_suspend_nor_save() -> None:
    unknown = [Outcome.INCONCLUSIVE, Outcome.WATCHING, Outcome.VOID]
    assert stand(uses(*unknown * 3), usual=USUAL).state is AdviceState.LIVE
    assert stand(uses(*unknown, R, R, R, R), usual=USUAL).state is AdviceState.SUSPENDED


def test_where_it_is_too_rare_to_tell_a_quiet_window_counts_as_its_repeat_does() -> None:
    """Advice that is quiet half the time is no worse than other advice that is."""
    usual = usual_success(uses(*[RARE, R] * 20))
    found = stand(uses(*[RARE, R] * 20), usual=usual)
    assert (found.state, found.held, found.failed, found.rare) == (AdviceState.LIVE, 0, 20, 20)
    harms = uses(*[R] * 8, first=100)
    assert stand(harms, usual=usual).state is AdviceState.SUSPENDED


def chance_of_suspension(success: float, within: int) -> float:
    """Exactly, over everything that can happen."""
    total = 0.0
    for outcomes in product([H, R], repeat=within):
        if stand(uses(*outcomes), usual=USUAL).state is AdviceState.SUSPENDED:
            held = outcomes.count(H)
            total += success**held * (1 - success) ** (within - held)
    return total


def test_what_harms_is_suspended_within_eight_uses() -> None:
    """Where 40 of 50 is usual: one that never helps, always; the others nearly always."""
    assert chance_of_suspension(0.0, 4) == 1.0
    assert chance_of_suspension(0.1, 8) > 0.95
    assert chance_of_suspension(0.2, 8) > 0.8
    assert chance_of_suspension(0.8, 8) < 0.02


@pytest.mark.parametrize("success", [0.3, 0.5, 0.8])
def test_of_advice_as_good_as_the_other_one_in_ten_is_suspended_however_often_it_is_asked(
    success: float,
) -> None:
    """The rule is asked again after each of 120 uses of the two, whoever of them is used."""
    suspended = 0
    for seed in range(100):
        chance = Random(seed)  # noqa: S311 - a seeded plant, no secret
        tried = uses(*(H if chance.random() < success else R for _ in range(120)))
        mine = [use for use in tried if chance.random() < 0.5]
        others = [use for use in tried if use not in mine]
        suspended += not stand(mine, usual=usual_success(others)).is_advised
    assert suspended <= 10


def test_who_is_alone_is_held_against_a_toss_up() -> None:
    nothing_else = usual_success([])
    assert stand(uses(R, R, R, R), usual=nothing_else).is_advised
    assert not stand(uses(R, R, R, R, R), usual=nothing_else).is_advised
    assert stand(uses(*[H, R] * 60), usual=nothing_else).is_advised


def test_what_became_known_of_the_others_later_counts_later() -> None:
    """It was all that was known to help a little, until something better was found."""
    mine, better = uses(R, R, R, H, R), uses(*[H] * 20, first=10)
    assert stand(mine, usual=usual_success([])).is_advised
    found = stand(mine, usual=usual_success(better))
    assert (found.state, len(found.evidence)) == (AdviceState.SUSPENDED, 5)


def test_usual_is_what_else_is_done_and_a_half_while_unknown() -> None:
    assert usual_success([]).share == 0.5
    assert usual_success(uses(*[H] * 79, *[R] * 19, Outcome.INCONCLUSIVE)).share == 0.8


# -- what it becomes ------------------------------------------------------------------------------


def test_five_held_in_two_shifts_propose_a_change_of_the_instruction() -> None:
    assert stand(uses(*[H] * 4), usual=USUAL).state is AdviceState.LIVE
    found = stand(uses(*[H] * 5), usual=USUAL)
    assert (found.state, found.reason, found.held) == (AdviceState.PROPOSED, "held_often", 5)
    assert found.is_advised


def test_five_held_in_one_shift_prove_that_shift() -> None:
    one_shift = [structs.replace(use, shift="e") for use in uses(*[H] * 9)]
    assert stand(one_shift, usual=USUAL).state is AdviceState.LIVE


def test_five_held_and_as_many_failed_propose_nothing() -> None:
    usual = usual_success(uses(H, R))
    assert stand(uses(*[H, H, R, R] * 3), usual=usual).state is AdviceState.LIVE


def test_what_the_instruction_says_is_not_advised_but_pointed_to() -> None:
    found = stand(uses(*[H] * 9), usual=USUAL, instruction="8f3a")
    assert (found.state, found.instruction) == (AdviceState.IN_INSTRUCTION, "8f3a")
    assert not found.is_advised


def test_an_instruction_that_took_up_what_harms_is_told() -> None:
    found = stand(uses(*[R] * 4), usual=USUAL, instruction="8f3a")
    assert (found.state, found.instruction) == (AdviceState.SUSPENDED, "8f3a")


@pytest.mark.parametrize(
    ("units", "changed", "reason"), [(RETIRE_UNITS, None, "unused"), (0, "tool", "changed")]
)
def test_what_nobody_needs_or_was_made_for_another_tool_retires(
    units: int, changed: str | None, reason: str
) -> None:
    found = stand(uses(*[H] * 9), usual=USUAL, units_since=units, changed=changed)
    assert (found.state, found.reason) == (AdviceState.RETIRED, reason)


def test_what_nobody_needed_and_somebody_reinstated_is_advised_until_it_is_used() -> None:
    review = Review(at_us=9, role="engineer", action="reinstate")
    old = uses(*[H] * 9)
    assert stand(old, usual=USUAL, reviews=[review], units_since=RETIRE_UNITS).is_advised
    used = [*old, *uses(H, first=10)]
    found = stand(used, usual=USUAL, reviews=[review], units_since=RETIRE_UNITS)
    assert found.reason == "unused"


@given(st.lists(st.sampled_from(list(Outcome)), max_size=30), st.randoms(use_true_random=False))
def test_the_order_in_which_uses_are_read_says_nothing(
    outcomes: list[Outcome], chance: Random
) -> None:
    told = uses(*outcomes)
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert stand(told, usual=USUAL) == stand(shuffled, usual=USUAL)


# -- contradictions -------------------------------------------------------------------------------

DECISION = Decision(
    decision="a",
    case="s1",
    key="torque:low:b3",
    response="release",
    kind="accept",
    role="quality",
    decided_at_us=1,
)
AGAINST = structs.replace(DECISION, decision="b", response="hold", kind="contain")
OPPOSITES = {"hold": ["release"]}
NO_LINKS = Linked([])


def test_two_live_decisions_with_opposite_responses_go_to_the_engineer() -> None:
    older = structs.replace(AGAINST, decision="c", decided_at_us=0)
    assert contradictions([older, DECISION, AGAINST], OPPOSITES, NO_LINKS) == (
        Contradiction(key=DECISION.key, one="b", other="a", responses=("hold", "release")),
    )


@pytest.mark.parametrize(
    "other",
    [
        structs.replace(AGAINST, key="torque:low:b4"),
        structs.replace(AGAINST, response="check_all"),
        structs.replace(AGAINST, outcome=Outcome.RECURRED),
        structs.replace(AGAINST, outcome=Outcome.VOID),
        structs.replace(AGAINST, scope=Scope(valid_until_us=5)),
        structs.replace(AGAINST, scope=Scope(context={"station": "ST-030"})),
    ],
)
def test_about_another_thing_place_or_time_or_failed_it_contradicts_nothing(
    other: Decision,
) -> None:
    here = Scope(context={"station": "ST-020"}, valid_from_us=5)
    one = structs.replace(DECISION, scope=here)
    assert contradictions([one, other], OPPOSITES, NO_LINKS) == ()


@pytest.mark.parametrize(
    "link",
    [
        Link(link="l", kind=LinkKind.SUPERSEDES, decision="a", other="b", at_us=2),
        Link(link="l", kind=LinkKind.ROLLED_INTO_INSTRUCTION, decision="b", revision="r", at_us=2),
    ],
)
def test_what_is_superseded_or_in_an_instruction_contradicts_nothing(link: Link) -> None:
    assert contradictions([DECISION, AGAINST], OPPOSITES, Linked([link])) == ()


def test_what_contradicted_in_an_older_revision_does_not_here() -> None:
    one, other = (
        structs.replace(made, scope=Scope(context={"revision": revision}))
        for made, revision in ((DECISION, "B"), (AGAINST, "C"))
    )
    both = frozenset({"hold", "release"})
    assert contradicted([DECISION, AGAINST], {"revision": "C"}, OPPOSITES) == both
    assert contradicted([one, other], {"revision": "C"}, OPPOSITES) == frozenset()


def test_what_contradicts_for_another_product_does_not_here() -> None:
    scope = Scope(context={"product": "axle"})
    one, other = (structs.replace(made, scope=scope) for made in (DECISION, AGAINST))
    both = frozenset({"hold", "release"})
    assert contradicted([one, other], {"product": "axle"}, OPPOSITES) == both
    assert contradicted([one, other], {"product": "gearbox"}, OPPOSITES) == frozenset()
