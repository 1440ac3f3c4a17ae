"""The beta distribution: what a share may be, after so many successes and failures."""

from __future__ import annotations

import math

_TINY = 1e-300
_EPS = 1e-14
_MOST_TERMS = 10_000


def beta_p(a: float, b: float, x: float) -> float:
    """P(share ≤ ``x``) for Beta(``a``, ``b``): the regularised incomplete beta function.

    The continued fraction of DLMF 8.17.22, taken from the side where it converges fast.
    ``a`` and ``b`` are positive.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_p(b, a, 1 - x)
    log_front = a * math.log(x) + b * math.log1p(-x)
    log_front += math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(log_front) * _fraction(a, b, x) / a


def beta_quantile(p: float, a: float, b: float) -> float:
    """The share that Beta(``a``, ``b``) stays below with probability ``p``, by bisection."""
    low, high = 0.0, 1.0
    while high - low > 1e-12:  # noqa: PLR2004 - far below what any count can tell apart
        middle = (low + high) / 2
        if beta_p(a, b, middle) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _fraction(a: float, b: float, x: float) -> float:
    """Lentz's way through the continued fraction."""
    c = 1.0
    value = d = 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    for m in range(1, _MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= d * c
        if abs(d * c - 1) < _EPS:
            break
    return value


def _away_from_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
