"""Since about which unit: planted shifts are placed, and what never changed is left alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from analysis.change_points import LEAST_UNITS, MOST_P, change_points
from tests.helpers.plant_history import plant_history, script

Draw = Callable[[np.random.Generator, int], "np.typing.NDArray[np.float64]"]
NEVER_CHANGED: dict[str, Draw] = {
    "normal": lambda random, n: random.normal(25, 0.1, n),
    "wild": lambda random, n: random.standard_t(3, n),
    "skewed": lambda random, n: random.exponential(1, n),
    "coarse": lambda random, n: np.round(random.normal(25, 0.6, n)),
    "rare faults": lambda random, n: (random.random(n) < 0.01).astype(float),
    "many faults": lambda random, n: (random.random(n) < 0.2).astype(float),
}


def shifted(seed: int, sizes: tuple[int, ...], means: tuple[float, ...]) -> list[float]:
    random = np.random.default_rng(seed)
    parts = [random.normal(mean, 1, size) for size, mean in zip(sizes, means, strict=True)]
    found: list[float] = np.concatenate(parts).tolist()
    return found


# -- no change ---------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0] * (LEAST_UNITS - 1), [5.0] * 1_000])
def test_few_or_equal_values_have_not_changed(values: list[float]) -> None:
    assert change_points(values) == ()


@pytest.mark.parametrize("kind", NEVER_CHANGED)
def test_what_never_changed_is_hardly_ever_said_to_have(kind: str) -> None:
    random = np.random.default_rng(11)
    changed = [
        bool(change_points(NEVER_CHANGED[kind](random, n)))
        for n in (60, 300, 2_000)
        for _ in range(40)
    ]
    assert sum(changed) / len(changed) <= MOST_P


def test_one_wild_value_is_no_change() -> None:
    values = shifted(1, (400,), (10,))
    values[200] = 1e6
    assert change_points(values) == ()


def test_a_shift_of_fewer_units_than_count_is_no_change() -> None:
    assert change_points(shifted(1, (200, 10, 200), (10, 14, 10))) == ()


# -- a change ----------------------------------------------------------------------------------


def test_a_shift_is_placed_at_its_unit() -> None:
    (found,) = change_points(shifted(3, (1_481, 2_519), (10, 11)))
    assert found.earliest <= 1_481 <= found.latest
    assert found.first == pytest.approx(1_481, abs=10)
    assert (found.before, found.after) == pytest.approx((10, 11), abs=0.1)
    assert found.p <= MOST_P


def test_the_stretch_given_holds_the_true_unit_nearly_always() -> None:
    found = [change_points(shifted(seed, (700, 500), (10, 11))) for seed in range(60)]
    held = [any(one.earliest <= 700 <= one.latest for one in changes) for changes in found]
    assert sum(held) / len(held) >= 0.9


def test_two_shifts_are_two_changes() -> None:
    first, second = change_points(shifted(5, (300, 200, 300), (10, 12, 10)))
    assert first.earliest <= 300 <= first.latest
    assert second.earliest <= 500 <= second.latest
    assert first.after == second.before


def test_the_rate_of_a_fault_that_rises_with_a_new_revision_is_placed() -> None:
    faults = plant_history(seed=1).units.faults["clearance"]
    (found,) = change_points(faults.astype(float))
    assert found.earliest <= script.NEW_REVISION_UNIT <= found.latest
    assert found.latest - found.earliest <= 500
    assert found.after / found.before > 2.5


def test_faults_without_a_cause_have_not_changed() -> None:
    units = plant_history(seed=1).units
    for fault in script.NOISE_FAULTS:
        assert change_points(units.faults[fault].astype(float)) == ()


def test_neither_ruptures_nor_scipy_is_needed_before_a_series_is_looked_at() -> None:
    code = (
        "import sys, analysis.change_points, analysis.causes, app.cli, app.commands.analyse; "
        "print({'ruptures', 'scipy'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


def test_numpy_is_not_needed_before_an_analysis_is_asked_for() -> None:
    code = "import sys, app.cli, app.commands.analyse; print({'numpy'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
