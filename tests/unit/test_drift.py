"""A series that wanders is told from one that changed at once, and from one that does neither."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.change_points import change_points
from analysis.drift import Drift, drift


def noise(seed: int, count: int = 400) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.random.default_rng(seed).normal(10.0, 0.2, count)


def found_in(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Drift | None:
    return drift(values, change_points(values))


def test_a_few_values_and_a_stuck_gauge_do_not_drift() -> None:
    assert drift(list(range(39))) is None
    assert drift([7.0] * 200) is None


def test_what_only_scatters_does_not_drift() -> None:
    assert sum(found_in(noise(seed, 200)) is not None for seed in range(25)) == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_change_at_once_is_no_drift(seed: int) -> None:
    values = noise(seed) + np.where(np.arange(400) >= 250, 0.4, 0.0)
    assert found_in(values) is None
    assert len(change_points(values)) == 1


@pytest.mark.parametrize("per_unit", [0.002, -0.002])
def test_a_wear_is_a_drift_with_its_slope(per_unit: float) -> None:
    values = noise(4) + per_unit * np.arange(400)
    found = found_in(values)
    assert found is not None
    assert found.per_unit == pytest.approx(per_unit, rel=0.2)
    assert found.now - found.before == pytest.approx(400 * per_unit, rel=0.25)


def test_a_drift_that_begins_late_says_since_when() -> None:
    values = noise(5) + 0.005 * np.maximum(0, np.arange(400) - 200)
    found = found_in(values)
    assert found is not None
    assert 150 <= found.first <= 250
    assert found.before == pytest.approx(10.0, abs=0.1)
