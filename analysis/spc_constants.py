"""Factors of control charts by subgroup size.

``D2`` and ``D3`` are the mean and the standard deviation of the range of n standard normal
values, as tabulated (Montgomery, Introduction to Statistical Quality Control, appendix; the
seven-digit D3 as in the R package qcc, whose published limits they reproduce).
"""

from __future__ import annotations

import math

LARGEST = 25

D2 = (
    1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258, 3.336, 3.407,
    3.472, 3.532, 3.588, 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931,
)  # fmt: skip
D3 = (
    0.8525033, 0.8883697, 0.8798108, 0.8640855, 0.8480442, 0.8332108, 0.8198378, 0.8078413,
    0.7970584, 0.7873230, 0.7784873, 0.7704257, 0.7630330, 0.7562217, 0.7499188, 0.7440627,
    0.7386021, 0.7334929, 0.7286980, 0.7241851, 0.7199267, 0.7158987, 0.7120802, 0.7084528,
)  # fmt: skip


def d2(size: int) -> float:
    """Mean range of ``size`` (2 to 25) standard normal values."""
    return D2[size - 2]


def d3(size: int) -> float:
    """Standard deviation of the range of ``size`` (2 to 25) standard normal values."""
    return D3[size - 2]


def c4(size: int) -> float:
    """Mean of the sample standard deviation of ``size`` standard normal values, exactly."""
    half = (size - 1) / 2
    return math.sqrt(1 / half) * math.exp(math.lgamma(size / 2) - math.lgamma(half))
