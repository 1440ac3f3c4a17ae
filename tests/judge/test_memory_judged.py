"""The memory's rules on the scripted plant history: what held, what harms, what is not known."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from msgspec import structs

from analysis.beta import beta_p
from analysis.causes import share_of_false_hints
from memory.ranking import Past, rank
from memory.records import Outcome
from memory.search import Index
from tests.helpers.plant_history import PlantHistory, plant_history, script
from tests.helpers.plant_history.judge import outcomes, search
from tests.judge.chance_of_suspension import within
from tests.judge.driven_causes import newest_units
from tests.judge.driven_memory import Asking, asked_through, verdicts

SEEDS = (1, 2)


@functools.cache
def history(seed: int) -> PlantHistory:
    return plant_history(seed)


@functools.cache
def asked(seed: int) -> Asking:
    return asked_through(history(seed), verdicts(history(seed)))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_watch_ends_as_what_was_built_shows(seed: int) -> None:
    told = history(seed)
    ended = {name: str(one.status) for name, one in verdicts(told).items()}
    found = outcomes(told, ended)
    assert found.wrong == ()
    assert found.right > 250


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_worse_by_the_rule_was_made_worse_or_at_least_not_helped(seed: int) -> None:
    truth = {one.decision.decision: one.effect for one in history(seed).truth.told.decided}
    worse = [
        truth[name] for name, one in verdicts(history(seed)).items() if one.status is Outcome.WORSE
    ]
    assert worse.count("worse") >= 0.8 * len(worse) > 0
    assert "held" not in worse


@pytest.mark.parametrize("seed", SEEDS)
def test_harmful_advice_is_suspended_within_eight_uses(seed: int) -> None:
    assert asked(seed).advice.late() == []


@pytest.mark.parametrize(("code", "promised"), [("retighten", 0.85), ("test_again", 0.985)])
def test_harmful_advice_is_late_no_more_often_than_chance_hides_it(
    code: str, promised: float
) -> None:
    """Exactly, over all that may happen to what is planted; no history is thrown for it."""
    (trouble,) = (one for one in script.TROUBLES if code in one.truth)
    assert trouble.truth[code] == script.HARMFUL
    assert within(trouble, code, 8) >= promised


def test_no_rule_finds_every_harm_within_eight_uses() -> None:
    """Surely below 70 % of the others, and nothing asked beyond it: more is not to be had."""

    def is_below(quiet: int, n: int, others_quiet: int, others_n: int) -> bool:
        usual = (others_quiet + 1) / (others_n + 2)
        return n >= 4 and beta_p(1 + quiet, 1 + n - quiet, 0.7 * usual) > 0.9

    (trouble,) = (one for one in script.TROUBLES if "retighten" in one.truth)
    assert 0.90 < within(trouble, "retighten", 8, is_below) < 0.93


@pytest.mark.parametrize("seed", SEEDS)
def test_good_advice_is_never_suspended(seed: int) -> None:
    assert asked(seed).advice.wronged() == []


@pytest.mark.parametrize("seed", SEEDS)
def test_advice_on_what_is_rare_is_not_suspended_for_coming_back_half_the_time(seed: int) -> None:
    rare = ("ST-040/label/label_crooked", "clean_roller")
    assert rare not in asked(seed).advice.suspended_after


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_not_known_what_changed_and_what_contradicts_is_said(seed: int) -> None:
    assert asked(seed).advice.unheard() == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_ranked_as_known_too_early_or_after_its_scope_changed(seed: int) -> None:
    assert asked(seed).early == []
    assert asked(seed).stale == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_card_suggests_nothing_that_is_suspended_or_contradicted(seed: int) -> None:
    found = asked(seed)
    assert found.suggested > 50
    assert found.barred == []
    assert found.harmful_first == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_every_card_comes_again_out_of_what_it_rested_on(seed: int) -> None:
    assert asked(seed).cards > 250
    assert asked(seed).not_again == []


def test_three_of_three_stand_below_eighty_of_a_hundred() -> None:
    held = Past(decision="", response="", outcome=Outcome.HELD, decided_at_us=1)
    few = [structs.replace(held, decision=f"f{n}", response="few") for n in range(3)]
    many = [
        structs.replace(
            held,
            decision=f"m{n}",
            response="many",
            outcome=Outcome.HELD if n < 80 else Outcome.RECURRED,
        )
        for n in range(100)
    ]
    assert [one.response for one in rank(few + many, {})] == ["many", "few"]


@pytest.mark.parametrize("typed", ["clean", "misspelt", "abbreviated"])
def test_what_people_mean_is_found_however_they_type_it(typed: str) -> None:
    told = history(1)
    index = Index(told.cases)
    queries = [getattr(query, typed) for query in told.truth.queries]
    found = {text: [hit.case.case for hit in index.search(text)] for text in queries}
    assert all(len(cases) == 10 for cases in found.values())
    assert search(told, found) >= 0.95


def test_outcomes_dealt_anew_show_a_hint_in_at_most_one_of_twenty() -> None:
    """For each fault of the script: three times, in its newest units."""
    random = np.random.default_rng(11)
    shares = [
        share_of_false_hints(seen, rounds=3, random=random)
        for seen in newest_units(history(1), script.UNITS, *script.FAULTS)
    ]
    assert sum(shares) / len(shares) <= 0.05
