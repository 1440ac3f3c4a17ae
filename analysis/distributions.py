"""The few distributions that intervals need, without a statistics library on the station."""

from __future__ import annotations

import math
from statistics import NormalDist

_TINY = 1e-300
_EPS = 1e-14
_MOST_TERMS = 10_000


def normal_quantile(p: float) -> float:
    """The z with P(Z ≤ z) = ``p``."""
    return NormalDist().inv_cdf(p)


def chi_square_quantile(p: float, freedom: float) -> float:
    """The x with P(X ≤ x) = ``p`` for ``freedom`` degrees of freedom, by bisection."""
    low, high = 0.0, max(1.0, freedom)
    while gamma_p(freedom / 2, high / 2) < p:
        high *= 2
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if gamma_p(freedom / 2, middle / 2) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def gamma_p(a: float, x: float) -> float:
    """The regularised lower incomplete gamma function (DLMF 8.7.1 and 8.9.2)."""
    if x <= 0:
        return 0.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        return front * _series(a, x)
    return 1 - front * _fraction(a, x)


def _series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _MOST_TERMS):
        term *= x / (a + n)
        total += term
        if term < total * _EPS:
            break
    return total


def _fraction(a: float, x: float) -> float:
    """Lentz's way through the continued fraction."""
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    value = d
    for n in range(1, _MOST_TERMS):
        factor = -n * (n - a)
        b += 2
        d = 1 / _away_from_zero(factor * d + b)
        c = _away_from_zero(b + factor / c)
        value *= d * c
        if abs(d * c - 1) < _EPS:
            break
    return value


def _away_from_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
