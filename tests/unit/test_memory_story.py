"""From what is built after a decision to what is advised next: the memory's rules in a row.

The line is played here and knows the truth; the rules see only units and repeats.
"""

from __future__ import annotations

from random import Random

import pytest

from memory.advice import AdviceState, Use, stand, usual_success
from memory.facts import Built, Fact, Occurred
from memory.ranking import Past, rank
from memory.records import Decision, Expectation, Outcome, Scope
from memory.watch import Baseline, judge, next_record, watch_for, with_fact

MINUTE_US = 60_000_000
HERE = {"station": "ST-020", "tool": "T-07"}
#: Repeats a unit: as it was, after what takes the cause away, after what makes it worse.
BEFORE, HELPS, HARMS = 0.08, 0.0, 0.16
WINDOW = 50


def decision(name: str, response: str, at_us: int) -> Decision:
    return Decision(
        decision=name,
        case=f"case {name}",
        key="torque:low:b3",
        response=response,
        kind="correct",
        role="operator",
        decided_at_us=at_us,
        expectation=Expectation(units=WINDOW, hours=24),
        scope=Scope(context=HERE),
    )


def lived(made: Decision, rate: float, chance: Random) -> Outcome:
    """What the rules find after a window in which the thing repeats at the true ``rate``."""
    watch = watch_for(made, baseline=Baseline(BEFORE * 100, 100), expected_units=WINDOW)
    facts: tuple[Fact, ...] = ()
    last = None
    for unit in range(1, WINDOW + 1):
        at_us = made.decided_at_us + unit * MINUTE_US
        facts = with_fact(facts, Built(event=f"u{at_us}", at_us=at_us, context=HERE))
        if chance.random() < rate:
            again = Occurred(event=f"o{at_us}", at_us=at_us, key=made.key, context=HERE)
            facts = with_fact(facts, again)
        verdict = judge(watch, facts, at_us)
        last = next_record(last, watch, verdict) or last
    assert last is not None
    assert last.verdict == judge(watch, facts, made.decided_at_us + 2 * WINDOW * MINUTE_US)
    return last.verdict.status


def history(response: str, rate: float, count: int, seed: int) -> list[Past]:
    chance = Random(seed)  # noqa: S311 - a seeded line, no secret
    found = []
    for n in range(count):
        made = decision(f"{response} {n}", response, n * 2 * WINDOW * MINUTE_US)
        past = Past(
            decision=made.decision,
            response=response,
            outcome=lived(made, rate, chance),
            decided_at_us=made.decided_at_us,
            scope=made.scope,
        )
        found.append(past)
    return found


def uses(pasts: list[Past]) -> list[Use]:
    return [
        Use(
            decision=past.decision,
            outcome=past.outcome,
            closed_at_us=past.decided_at_us + WINDOW * MINUTE_US,
            shift="em"[n % 2],
        )
        for n, past in enumerate(pasts)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_what_harms_is_suspended_within_eight_uses_and_what_helps_is_proposed(seed: int) -> None:
    helps, harms = history("clean", HELPS, 12, seed), history("turn_up", HARMS, 8, seed)
    suspended = stand(uses(harms), usual=usual_success(uses(helps)))
    assert suspended.state is AdviceState.SUSPENDED
    assert suspended.held + suspended.failed <= 8
    assert stand(uses(helps), usual=usual_success(uses(harms))).state is AdviceState.PROPOSED


@pytest.mark.parametrize("seed", range(4))
def test_what_helps_is_ranked_before_what_harms_and_both_before_what_nobody_knows(
    seed: int,
) -> None:
    helps, harms = history("clean", HELPS, 8, seed), history("turn_up", HARMS, 8, seed)
    rare = history("redo", HELPS, 3, seed)
    found = rank(rare + harms + helps, HERE)
    assert [one.response for one in found] == ["clean", "turn_up", "redo"]
    assert [one.is_enough for one in found] == [True, True, False]


def test_after_the_tool_was_replaced_everything_is_unknown_again() -> None:
    found = rank(history("clean", HELPS, 8, 1), {**HERE, "tool": "T-09"})
    assert (found[0].is_enough, found[0].score, found[0].changed) == (False, 0.0, ("tool",))
