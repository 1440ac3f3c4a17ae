"""Sweeps for patterns over the scripted plant: causes are named in time, noise is not.

Every sweep looks at all faults at once, as one family; in `make soak` after each 250 units.
"""

from __future__ import annotations

import numpy as np

from analysis.causes import hints_of_all
from tests.helpers.effort import effort
from tests.helpers.plant_history import plant_history, script
from tests.helpers.plant_history.units import units
from tests.judge.driven_causes import looked_through, plain, swept

SEEDS = range(1, effort(2, soak=5))
#: When each cause has to be known: after so many units.
IN_TIME = sorted({min(cause.from_unit + cause.within, script.UNITS) for cause in script.CAUSES})
LOOKS: int | list[int] = effort(0, soak=250) or IN_TIME
NOISE_HISTORIES = effort(6, soak=40)


def test_nineteen_of_twenty_causes_are_named_in_time_and_nobody_is_accused() -> None:
    judged = [looked_through(plant_history(seed), LOOKS) for seed in SEEDS]
    planted = len(judged) * len(script.CAUSES)
    missed = [cause.fault for one in judged for cause in one.missed()]
    assert len(missed) <= 0.05 * planted, missed
    assert [one.accused() for one in judged] == [set()] * len(judged)
    assert sum(one.false_looks for one in judged) <= 0.05 * sum(one.looks for one in judged)


def test_plants_without_a_cause_show_a_hint_in_at_most_one_of_twenty() -> None:
    showed = sum(bool(found_in_noise(seed)) for seed in range(NOISE_HISTORIES))
    assert showed <= 0.05 * NOISE_HISTORIES


def found_in_noise(seed: int) -> list[str]:
    """What is told of ten faults that come by chance, more of them at hard products."""
    random = np.random.default_rng(100 + seed)
    made = units(2_000, random)
    hard = made.levels["product"] == script.HARD_PRODUCT
    rate = script.BASE_RATE * np.where(hard, script.HARD_TIMES, 1.0)
    faults = {f"fault {number}": random.random(len(made)) < rate for number in range(10)}
    seen = swept(made, slice(None), faults["fault 0"])
    family = hints_of_all(seen, faults).by_outcome
    return [fault for fault, found in family.items() if plain(found)]
