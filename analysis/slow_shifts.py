"""Charts with a memory: EWMA and CUSUM, for shifts too small for rule 1 (Montgomery, ch. 9)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.control_charts import Chart

if TYPE_CHECKING:
    from collections.abc import Sequence

#: For alarms: an in-control run of about 500 points between false ones (Lucas, Saccucci 1990).
ALARM_LAMBDA, ALARM_WIDTH = 0.2, 2.962
CUSUM_K, CUSUM_H = 0.5, 5.0


def ewma(
    points: Sequence[float], *, centre: float, sigma: float, weight: float, width: float
) -> Chart:
    """Exponentially weighted means with their exact limits.

    ``weight`` is λ (0 to 1], ``width`` L in standard deviations; ``sigma`` is of one point.
    """
    smoothed, last = [], centre
    for point in points:
        last = weight * point + (1 - weight) * last
        smoothed.append(last)
    ages = range(1, len(smoothed) + 1)
    share = weight / (2 - weight)
    spread = tuple(sigma * math.sqrt(share * (1 - (1 - weight) ** (2 * age))) for age in ages)
    lower = tuple(centre - width * s for s in spread)
    upper = tuple(centre + width * s for s in spread)
    return Chart(centre, tuple(smoothed), spread, lower, upper)


@dataclass(frozen=True, slots=True)
class Cusum:
    """Sums in standard deviations: ``high`` from 0 up, ``low`` from 0 down; ``alarms`` from 1."""

    high: tuple[float, ...]
    low: tuple[float, ...]
    alarms: tuple[int, ...]


def cusum(
    points: Sequence[float],
    *,
    centre: float,
    sigma: float,
    k: float = CUSUM_K,
    h: float = CUSUM_H,
) -> Cusum:
    """Tabular CUSUM with reference value ``k`` and decision interval ``h``, both in σ."""
    high, low = [0.0], [0.0]
    for point in points:
        score = (point - centre) / sigma
        high.append(max(0.0, high[-1] + score - k))
        low.append(min(0.0, low[-1] + score + k))
    both = zip(high[1:], low[1:], strict=True)
    alarms = tuple(i for i, (up, down) in enumerate(both, start=1) if up > h or down < -h)
    return Cusum(tuple(high[1:]), tuple(low[1:]), alarms)
