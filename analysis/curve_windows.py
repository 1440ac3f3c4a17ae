"""Windows that curves of one joint stay in, learned from curves that were OK."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from analysis.curves import BEFORE, FINAL, PEAK
from analysis.distributions import chi_square_quantile, normal_quantile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.curves import Features

#: With fewer OK curves there are no windows: an outermost thousandth cannot be said from them.
LEAST_CURVES = 30
#: A window holds what lies between the 0.1 % and the 99.9 % quantile …
_TAIL = 0.001
#: … with this confidence that it is wide enough.
_CONFIDENCE = 0.95
#: A number that fewer of the learned curves show has no window.
_SHOWN = 0.9
#: Efficiency of the median absolute deviation against the standard deviation (Huber, 1981).
_EFFICIENCY = 0.37
#: The median absolute deviation of normal values is this part of σ.
_MAD = normal_quantile(0.75)
#: No tool repeats better than a quarter of a percent (ISO 5393 tests by the percent).
_FINEST = 0.0025


class NotEnoughCurves(ValueError):
    """Too few curves to learn from."""


@dataclass(frozen=True, slots=True)
class Window:
    """From ``low`` to ``high``, both within; ``usual`` is the middle of the curves learned from.

    ``least`` and ``most`` are the lowest and highest of nine in ten of them.
    """

    low: float
    high: float
    usual: float
    least: float
    most: float

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Left:
    """A window that a curve left; ``value`` is None for a step that is missing altogether."""

    name: str
    value: float | None
    window: Window


def learn(curves: Sequence[Features]) -> dict[str, Window]:
    """A window for each number, robust against some curves that were OK by mistake.

    Each side is the median and so many σ of that side (from its median absolute deviation) as a
    normal tolerance interval needs (Howe, 1969): the fewer the curves, the wider the window.

    Raises:
        NotEnoughCurves: fewer than :data:`LEAST_CURVES`.
    """
    if len(curves) < LEAST_CURVES:
        message = f"{len(curves)} curves are not enough to learn from: at least {LEAST_CURVES}"
        raise NotEnoughCurves(message)
    names = dict.fromkeys(name for curve in curves for name in curve)
    values = {name: [c[name] for c in curves if name in c] for name in names}
    final = abs(median(values[FINAL]))
    return {
        name: _window(found, _finest(name, found, final))
        for name, found in values.items()
        if len(found) >= _SHOWN * len(curves)
    }


def left_windows(curve: Features, windows: Mapping[str, Window]) -> tuple[Left, ...]:
    """The windows that ``curve`` is outside of; a step it does not have counts as one."""
    found = []
    for name, window in windows.items():
        value = curve.get(name)
        is_missing_step = value is None and name.startswith(f"{PEAK}:")
        if is_missing_step or (value is not None and not window.holds(value)):
            found.append(Left(name, value, window))
    return tuple(found)


def width_in_sigma(count: int) -> float:
    """Half the width of a window learned from ``count`` curves; each side knows half of them."""
    freedom = max(1.0, _EFFICIENCY * (count / 2 - 1))
    factor = math.sqrt(freedom / chi_square_quantile(1 - _CONFIDENCE, freedom))
    return normal_quantile(1 - _TAIL) * math.sqrt(1 + 1 / count) * factor


def _window(values: Sequence[float], finest: float) -> Window:
    middle = median(values)
    width = width_in_sigma(len(values))
    below = [middle - value for value in values if value <= middle]
    above = [value - middle for value in values if value >= middle]
    low, high = (max(finest, median(side) / _MAD) for side in (below, above))
    ordered = sorted(values)
    tenth = len(ordered) // 20
    floor = 0.0 if ordered[0] >= 0 else -math.inf  # none of these can fall below zero
    return Window(
        low=max(floor, middle - width * low),
        high=middle + width * high,
        usual=middle,
        least=ordered[tenth],
        most=ordered[-1 - tenth],
    )


def _finest(name: str, values: Sequence[float], final: float) -> float:
    """Torque before snug is measured with a transducer made for the final torque."""
    return _FINEST * (final if name == BEFORE else max(abs(median(values)), _FINEST))
