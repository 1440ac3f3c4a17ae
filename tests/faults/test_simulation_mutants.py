"""Each rule of sync is needed: without it the simulation finds what goes wrong.

``killing_seeds.toml`` keeps for each mutant how many of 2,000 seeds notice it and the smallest
history that does.
"""

from __future__ import annotations

import pytest

from tests.helpers.effort import effort
from tests.helpers.simulation.cases import MEASURED, Case, load_cases
from tests.helpers.simulation.mutants import MUTANTS
from tests.helpers.simulation.report import tell
from tests.helpers.simulation.steps import history
from tests.helpers.simulation.world import what_is_wrong

SEEDS = effort(usual=100, soak=MEASURED)
CASES = load_cases()


def _name(case: Case) -> str:
    return f"{case.mutant} (killed by {case.killed_of_2000} of {MEASURED})"


def test_every_mutant_has_a_history_that_kills_it() -> None:
    assert [case.mutant for case in CASES] == list(MUTANTS)
    assert all(case.steps for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_kept_history_shows_the_mutant(case: Case) -> None:
    assert what_is_wrong(case.steps, MUTANTS[case.mutant]) is not None, tell(case.steps)


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_kept_history_is_well_with_the_products_rules(case: Case) -> None:
    assert what_is_wrong(case.steps) is None, tell(case.steps)


@pytest.mark.parametrize("case", [case for case in CASES if case.killed_of_2000 > 100], ids=_name)
def test_random_histories_notice_the_mutant(case: Case) -> None:
    rules = MUTANTS[case.mutant]
    killed = sum(what_is_wrong(history(seed), rules) is not None for seed in range(SEEDS))
    # A third of the recorded rate is far outside of chance; none would be a blind simulation.
    assert killed > case.killed_of_2000 * SEEDS / MEASURED / 3, f"{killed} of {SEEDS}"
