"""Sweeps for patterns over the scripted plant: causes are named in time, noise is not.

Every sweep looks at all faults at once, as one family; in `make soak` after each 250 units.
"""

from __future__ import annotations

import numpy as np
import pytest

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


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cause_is_named_within_its_units_and_nobody_is_accused(seed: int) -> None:
    told = plant_history(seed)
    judged = looked_through(told, LOOKS)
    assert judged.missed() == []
    assert judged.accused() == set()
    assert judged.false_looks <= 0.05 * judged.looks


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
