"""The beta distribution against what can be worked out by hand, and against the binomial."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.beta import beta_p, beta_quantile

counts = st.integers(1, 60)
shares = st.floats(0.01, 0.99)


def test_nothing_lies_below_nought_and_everything_below_one() -> None:
    assert (beta_p(3, 2, -0.1), beta_p(3, 2, 0.0)) == (0.0, 0.0)
    assert (beta_p(3, 2, 1.0), beta_p(3, 2, 1.1)) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("a", "b", "x", "expected"),
    [(1, 1, 0.3, 0.3), (4, 1, 0.5, 0.5**4), (1, 5, 0.42, 1 - 0.58**5), (0.5, 0.5, 0.5, 0.5)],
)
def test_where_it_has_a_closed_form_it_is_that(
    a: float, b: float, x: float, expected: float
) -> None:
    assert beta_p(a, b, x) == pytest.approx(expected, rel=1e-12)


@given(counts, counts, shares)
def test_it_is_the_tail_of_a_binomial(a: int, b: int, x: float) -> None:
    """DLMF 8.17.5: at least ``a`` of ``a + b - 1`` trials."""
    n = a + b - 1
    tail = math.fsum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_p(a, b, x) == pytest.approx(tail, rel=1e-9, abs=1e-12)


@given(counts, counts, shares)
def test_a_quantile_is_where_that_much_lies_below(a: int, b: int, p: float) -> None:
    assert beta_p(a, b, beta_quantile(p, a, b)) == pytest.approx(p, abs=1e-8)
