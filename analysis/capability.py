"""Process capability with its uncertainty, or a reason why there is none.

Cp and Cpk use the spread inside subgroups, Pp and Ppk that of all values together (ISO 22514-2).
Intervals: chi-square for Cp and Pp; Bissell (1990) for Cpk and Ppk.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from analysis.distributions import chi_square_quantile, normal_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_VALUES = 30
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Index:
    """An index with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Capability:
    """The four indices; Cp and Pp are None with one limit only."""

    cp: Index | None
    cpk: Index
    pp: Index | None
    ppk: Index


def refusal_of_capability(count: int, alarms: Sequence[int], spread: float) -> str | None:
    """Why no index is given, as a sentence; None when one may be."""
    if count < LEAST_VALUES:
        return f"capability needs at least {LEAST_VALUES} values, there are {count}"
    if alarms:
        points = ", ".join(map(str, alarms[:5]))
        return f"the chart alarms at point {points}: the process is not stable, so no index holds"
    if spread <= 0:
        return "all values are equal: the gauge's resolution is too coarse, or it is frozen"
    return None


def capability(
    values: Sequence[float], *, sigma: float, low: float | None, high: float | None
) -> Capability:
    """Indices of ``values`` against the specification limits ``low`` and ``high``.

    ``sigma`` is the spread within subgroups.  At least one limit must be given.
    """
    mean, overall, count = fmean(values), stdev(values), len(values)
    return Capability(
        _whole(sigma, count, low, high),
        _nearer(mean, sigma, count, low, high),
        _whole(overall, count, low, high),
        _nearer(mean, overall, count, low, high),
    )


def _whole(sigma: float, count: int, low: float | None, high: float | None) -> Index | None:
    if low is None or high is None:
        return None
    value, freedom = (high - low) / (6 * sigma), count - 1
    tail = (1 - CONFIDENCE) / 2
    bounds = (chi_square_quantile(p, freedom) / freedom for p in (tail, 1 - tail))
    return Index(value, *(value * math.sqrt(bound) for bound in bounds))


def _nearer(mean: float, sigma: float, count: int, low: float | None, high: float | None) -> Index:
    sides = []
    if low is not None:
        sides.append((mean - low) / (3 * sigma))
    if high is not None:
        sides.append((high - mean) / (3 * sigma))
    value = min(sides)
    error = math.sqrt(1 / (9 * count) + value * value / (2 * (count - 1)))
    reach = normal_quantile((1 + CONFIDENCE) / 2) * error
    return Index(value, value - reach, value + reach)
