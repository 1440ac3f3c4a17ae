"""Exact tests of counts, against published tables and against counting every case."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exact_tests import LEAST_P, ExactTests, false_discovery_q

#: Fisher, The Design of Experiments: 3 of 4 cups of tea named rightly.
TEA = (4, 4, 8)
#: Benjamini and Hochberg 1995, section 3.2: the p of 15 comparisons; four are found at 0.05.
THROMBOLYSIS = (
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
)  # fmt: skip


def counted(k: int, strata: tuple[tuple[int, int, int], ...]) -> Fraction:
    """P of ``k`` or more, by going through every way the counts can fall."""
    ways = Fraction(0)
    for split in itertools.product(*(range(drawn + 1) for drawn, _, _ in strata)):
        if sum(split) >= k:
            chance = Fraction(1)
            for x, (drawn, marked, total) in zip(split, strata, strict=True):
                chance *= Fraction(
                    comb(marked, x) * comb(total - marked, drawn - x), comb(total, drawn)
                )
            ways += chance
    return ways


def test_the_lady_tasting_tea_is_as_published() -> None:
    assert ExactTests(8).upper_p(3, [TEA]) == pytest.approx(17 / 70)
    assert ExactTests(8).upper_p(4, [TEA]) == pytest.approx(1 / 70)


def test_a_tail_too_small_to_tell_is_said_as_the_least() -> None:
    assert ExactTests(10_000).upper_p(500, [(500, 500, 10_000)]) == LEAST_P


def test_what_must_be_has_p_one() -> None:
    assert ExactTests(100).upper_p(0, [(10, 5, 100)]) == pytest.approx(1.0)
    assert ExactTests(100).upper_p(10, [(10, 100, 100)]) == pytest.approx(1.0)


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, int]:
    total = draw(st.integers(1, 9))
    return draw(st.integers(0, total)), draw(st.integers(0, total)), total


@given(st.lists(tables(), min_size=1, max_size=3), st.integers(0, 12))
def test_strata_add_up_as_if_every_case_were_counted(
    strata: list[tuple[int, int, int]], k: int
) -> None:
    p = ExactTests(9).upper_p(k, strata)
    assert p == pytest.approx(max(LEAST_P, float(counted(k, tuple(strata)))), rel=1e-9)


def test_benjamini_and_hochberg_find_the_published_four() -> None:
    q = false_discovery_q(np.array(THROMBOLYSIS))
    assert int((q <= 0.05).sum()) == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)


@given(st.lists(st.floats(0, 1), max_size=20))
def test_q_is_never_below_p_and_keeps_its_order(p: list[float]) -> None:
    q = false_discovery_q(np.array(p))
    assert all(its_q >= its_p * (1 - 1e-12) for its_p, its_q in zip(p, q, strict=True))
    order = np.argsort(p, kind="stable")
    assert (np.diff(q[order]) >= 0).all()


def test_no_test_has_no_q() -> None:
    assert len(false_discovery_q(np.array([]))) == 0
