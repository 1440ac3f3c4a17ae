"""Shewhart charts: centre, limits and points (Montgomery, chapters 6 and 7).

Values are plain floats in whatever unit they were measured.  A chart's points have limits of
their own, because p and u charts have limits that move with the size of the sample.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from analysis.spc_constants import LARGEST, c4, d2, d3

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 3.0


class NotEnough(ValueError):
    """The values do not make this chart; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Chart:
    """``points[i]`` against ``lower[i]`` and ``upper[i]``; ``sigma[i]`` is one point's own."""

    centre: float
    points: tuple[float, ...]
    sigma: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]

    @property
    def scores(self) -> tuple[float, ...]:
        """Each point in standard deviations from the centre; 0 where there is no spread."""
        pairs = zip(self.points, self.sigma, strict=True)
        return tuple((point - self.centre) / s if s > 0 else 0.0 for point, s in pairs)


@dataclass(frozen=True, slots=True)
class VariablesChart:
    """A chart of the values and one of their spread; ``sigma`` is of a single value."""

    location: Chart
    spread: Chart
    sigma: float
    size: int


def xbar_r(
    subgroups: Sequence[Sequence[float]],
    *,
    target: float | None = None,
    sigma: float | None = None,
) -> VariablesChart:
    """Means and ranges; σ is the mean range over d2 unless given.

    Raises:
        NotEnough: fewer than two subgroups, or sizes that differ or are not 2 to 25.
    """
    size = _common_size(subgroups)
    ranges = tuple(max(group) - min(group) for group in subgroups)
    one = fmean(ranges) / d2(size) if sigma is None else sigma
    centre = fmean(ranges) if sigma is None else d2(size) * sigma
    spread = _chart(ranges, centre, one * d3(size), floor=0.0)
    return VariablesChart(_means(subgroups, size, one, target), spread, one, size)


def xbar_s(
    subgroups: Sequence[Sequence[float]],
    *,
    target: float | None = None,
    sigma: float | None = None,
) -> VariablesChart:
    """Means and standard deviations; σ is the mean deviation over c4 unless given.

    Raises:
        NotEnough: fewer than two subgroups, or sizes that differ or are not 2 to 25.
    """
    size = _common_size(subgroups)
    deviations = tuple(stdev(group) for group in subgroups)
    factor = c4(size)
    one = fmean(deviations) / factor if sigma is None else sigma
    centre = fmean(deviations) if sigma is None else factor * sigma
    spread = _chart(deviations, centre, one * math.sqrt(1 - factor**2), floor=0.0)
    return VariablesChart(_means(subgroups, size, one, target), spread, one, size)


def i_mr(
    values: Sequence[float], *, target: float | None = None, sigma: float | None = None
) -> VariablesChart:
    """Single values and their moving ranges of two; σ is the mean moving range over 1.128.

    Raises:
        NotEnough: fewer than two values.
    """
    if len(values) < 2:  # noqa: PLR2004 - a range needs two
        message = f"an individuals chart needs at least 2 values, there are {len(values)}"
        raise NotEnough(message)
    ranges = tuple(abs(b - a) for a, b in itertools.pairwise(values))
    one = fmean(ranges) / d2(2) if sigma is None else sigma
    centre = fmean(values) if target is None else target
    spread = _chart(ranges, one * d2(2), one * d3(2), floor=0.0)
    return VariablesChart(_chart(tuple(values), centre, one), spread, one, 1)


def z_mr(families: Sequence[str], values: Sequence[float]) -> VariablesChart:
    """Short runs: each value in its own part family's mean and σ, on one chart.

    Raises:
        NotEnough: a family has fewer than two values, or all of its values are equal.
    """
    by_family: dict[str, list[float]] = {}
    for family, value in zip(families, values, strict=True):
        by_family.setdefault(family, []).append(value)
    scales = {family: _scale(family, members) for family, members in by_family.items()}
    scores = [
        (value - scales[family][0]) / scales[family][1]
        for family, value in zip(families, values, strict=True)
    ]
    return i_mr(scores, target=0.0, sigma=1.0)


def p_chart(
    defectives: Sequence[float], sizes: Sequence[float], *, target: float | None = None
) -> Chart:
    """Share of defective units in samples of ``sizes``."""
    centre = sum(defectives) / sum(sizes) if target is None else target
    points = tuple(k / n for k, n in zip(defectives, sizes, strict=True))
    sigma = tuple(math.sqrt(centre * (1 - centre) / n) for n in sizes)
    return _moving(points, centre, sigma, ceiling=1.0)


def np_chart(
    defectives: Sequence[float], sizes: Sequence[float], *, target: float | None = None
) -> Chart:
    """Number of defective units in samples of one size.

    Raises:
        NotEnough: the sizes differ; that is what a p chart is for.
    """
    size = sizes[0]
    if any(n != size for n in sizes):
        message = "an np chart needs samples of one size; use a p chart for sizes that differ"
        raise NotEnough(message)
    centre = fmean(defectives) if target is None else target
    sigma = math.sqrt(centre * (1 - centre / size))
    return _chart(tuple(defectives), centre, sigma, floor=0.0)


def c_chart(defects: Sequence[float], *, target: float | None = None) -> Chart:
    """Number of defects in equal pieces."""
    centre = fmean(defects) if target is None else target
    return _chart(tuple(defects), centre, math.sqrt(centre), floor=0.0)


def u_chart(
    defects: Sequence[float], sizes: Sequence[float], *, target: float | None = None
) -> Chart:
    """Defects a piece, in samples of ``sizes`` pieces."""
    centre = sum(defects) / sum(sizes) if target is None else target
    points = tuple(k / n for k, n in zip(defects, sizes, strict=True))
    return _moving(points, centre, tuple(math.sqrt(centre / n) for n in sizes))


def _common_size(subgroups: Sequence[Sequence[float]]) -> int:
    if len(subgroups) < 2:  # noqa: PLR2004 - one subgroup has no limits
        message = f"a chart of means needs at least 2 subgroups, there are {len(subgroups)}"
        raise NotEnough(message)
    size = len(subgroups[0])
    for number, group in enumerate(subgroups, start=1):
        if len(group) != size:
            message = f"subgroup {number} has {len(group)} values, the first has {size}"
            raise NotEnough(message)
    if not 2 <= size <= LARGEST:  # noqa: PLR2004 - a range needs two
        message = f"subgroups must have 2 to {LARGEST} values, these have {size}"
        raise NotEnough(message)
    return size


def _scale(family: str, members: list[float]) -> tuple[float, float]:
    chart = i_mr(members) if len(members) > 1 else None
    if chart is None or chart.sigma == 0:
        message = f"part family {family} needs at least 2 values that differ"
        raise NotEnough(message)
    return chart.location.centre, chart.sigma


def _means(
    subgroups: Sequence[Sequence[float]], size: int, sigma: float, target: float | None
) -> Chart:
    means = tuple(fmean(group) for group in subgroups)
    centre = fmean(means) if target is None else target
    return _chart(means, centre, sigma / math.sqrt(size))


def _chart(
    points: tuple[float, ...], centre: float, sigma: float, *, floor: float = -math.inf
) -> Chart:
    lower = max(floor, centre - WIDTH * sigma)
    count = len(points)
    return Chart(
        centre, points, (sigma,) * count, (lower,) * count, (centre + WIDTH * sigma,) * count
    )


def _moving(
    points: tuple[float, ...],
    centre: float,
    sigma: tuple[float, ...],
    *,
    ceiling: float = math.inf,
) -> Chart:
    lower = tuple(max(0.0, centre - WIDTH * s) for s in sigma)
    upper = tuple(min(ceiling, centre + WIDTH * s) for s in sigma)
    return Chart(centre, points, sigma, lower, upper)
