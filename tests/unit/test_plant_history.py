"""The scripted plant history is what it says, and its judge is fooled by neither side."""

from __future__ import annotations

import functools
from datetime import timedelta

import pytest

from analysis.person_columns import names_a_person
from analysis.recurrence import recurrences
from memory.records import Outcome
from tests.helpers.plant_history import PlantHistory, judge, plant_history, script
from tests.helpers.plant_history.units import BEGAN


@functools.cache
def history() -> PlantHistory:
    return plant_history(seed=1)


# -- the history -------------------------------------------------------------------------------


def test_it_is_long_enough_and_the_same_for_the_same_seed() -> None:
    assert len(history().units) >= 20_000
    few, again, other = (plant_history(seed, 2_000) for seed in (7, 7, 8))
    assert few.cases == again.cases
    assert few.decisions == again.decisions
    assert few.returning == again.returning
    assert few.cases != other.cases


def test_everything_is_in_the_order_of_time() -> None:
    told = history()
    assert list(told.units.at_us) == sorted(told.units.at_us)
    assert [case.at_us for case in told.cases] == sorted(case.at_us for case in told.cases)
    decided = [decision.decided_at_us for decision in told.decisions]
    assert decided == sorted(decided)


def test_what_the_product_sees_says_nothing_of_what_came_of_it() -> None:
    assert all(case.outcome is None for case in history().cases)
    assert all(one.outcome is Outcome.WATCHING for one in history().decisions)


def test_there_is_nobody_in_it() -> None:
    told = history()
    assert not any(map(names_a_person, [*told.units.levels, *told.units.numbers]))
    assert not any(names_a_person(key) for case in told.cases for key in case.context)


@pytest.mark.parametrize("cause", script.CAUSES, ids=lambda cause: cause.fault)
def test_a_cause_works_on_its_units_and_on_no_others(cause: script.Cause) -> None:
    units = history().units
    under, faults = units.under(cause), units.faults[cause.fault]
    others = faults[~under].mean()
    assert faults[under].mean() / others == pytest.approx(cause.times, rel=0.4)


def test_advice_does_what_the_script_says() -> None:
    told = history().truth.told.decided
    for trouble in script.TROUBLES:
        for response in trouble.responses:
            used = [
                one.effect == "held"
                for one in told
                if (one.decision.key, one.decision.response) == (trouble.key, response.code)
                and (response.holds_later is None or one.row < script.NEW_REVISION_UNIT)
            ]
            assert len(used) == trouble.at_most or len(used) >= 8
            assert sum(used) / len(used) == pytest.approx(response.holds, abs=0.3)


def test_every_status_a_watch_can_end_with_is_in_it() -> None:
    outcomes = {
        one.outcome for seed in range(1, 4) for one in plant_history(seed).truth.told.decided
    }
    assert outcomes >= {Outcome.HELD, Outcome.RECURRED, Outcome.WORSE, Outcome.TOO_RARE}


# -- the judge ---------------------------------------------------------------------------------


def test_the_truth_itself_has_every_outcome_right() -> None:
    truth = {one.decision.decision: str(one.outcome) for one in history().truth.told.decided}
    assert judge.outcomes(history(), truth).share == 1
    assert judge.outcomes(history(), {}).right == 0
    assert judge.outcomes(history(), dict.fromkeys(truth, "held")).share < 0.7


def test_a_hint_about_the_wrong_units_is_false() -> None:
    units = history().units
    told = judge.CauseJudge(history())
    rows = range(500)
    wrong = judge.FactorHint((("tool", "T-11", None),), tuple(units.serials[r] for r in rows))
    told.saw(5_000, "leak", [wrong])
    told.saw(5_000, "dent", [wrong])
    assert (len(told.false), told.false_looks, told.found) == (2, 2, {})
    assert len(told.missed()) == len(script.CAUSES)


def test_a_hint_that_names_the_cause_is_found_and_one_beside_it_is_not() -> None:
    units = history().units
    cause = next(cause for cause in script.CAUSES if cause.fault == "leak")
    serials = tuple(units.serials[row] for row in range(cause.from_unit, cause.until_unit))
    told = judge.CauseJudge(history())
    told.saw(4_700, "leak", [judge.FactorHint((("housing_lot", "H-0019", None),), serials)])
    assert (told.found, told.beside, told.false) == ({}, 1, [])
    told.saw(4_800, "leak", [judge.FactorHint((("grease_lot", "G-0012", None),), serials)])
    assert (told.found, told.named) == ({"leak": 400}, 1)


def test_advice_is_judged_by_its_uses() -> None:
    told = judge.AdviceJudge(history())
    harmful, good = "retighten", "replace_bit"
    key = "ST-020/tighten-b/torque_low"
    for _ in range(8):
        told.saw(key, harmful, {harmful: "live", good: "suspended"})
    assert (key, harmful) in told.late()
    assert told.wronged() == [(key, good)]
    told.saw(key, harmful, {harmful: "suspended"})
    assert (key, harmful) in told.late()
    assert (key, harmful) not in told.late(most_uses=9)
    assert ("ST-030/dose/bead_broken", "purge_nozzle", "not_enough") in told.unheard()


def test_the_planted_recurrences_are_found_and_nothing_else() -> None:
    for seed in range(1, 4):
        found = recurrences(plant_history(seed, 500).returning)
        verdict = judge.recurrences((hit.key, hit.found_at) for hit in found)
        assert verdict.missed == frozenset()
        assert len(verdict.false) <= 0.1 * script.BACKGROUND_KEYS


def test_a_recurrence_said_outside_its_days_is_false() -> None:
    one = script.RECURRING[0]
    verdict = judge.recurrences([(one.key, BEGAN + timedelta(days=one.from_day - 5))])
    assert (verdict.found, len(verdict.false)) == (frozenset(), 1)


def test_search_is_judged_by_the_topic_that_was_meant() -> None:
    told = history()
    query = told.truth.queries[0]
    right = [case for case, topic in told.truth.topic_of.items() if topic == query.topic][:5]
    wrong = [case for case, topic in told.truth.topic_of.items() if topic != query.topic][:5]
    assert judge.search(told, {query.clean: right}) == 1
    assert judge.search(told, {query.misspelt: [*right, *wrong]}) == 0.5
    assert judge.search(told, {query.abbreviated: []}) == 0
