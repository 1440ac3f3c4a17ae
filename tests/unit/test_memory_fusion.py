"""The highest of many values, and ranks that are fused."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from memory.fusion import Ranking, fused, not_below_the


@given(st.lists(st.integers(1, 40), max_size=300), st.integers(0, 12))
def test_the_highest_are_found_with_all_that_equal_the_last_of_them(
    values: list[int], count: int
) -> None:
    found = not_below_the(count, np.array(values, dtype=np.int64)).tolist()
    last = sorted(values, reverse=True)[:count]
    assert found == [at for at, value in enumerate(values) if last and value >= last[-1]]


def test_what_is_in_no_ranking_has_no_score() -> None:
    nothing = Ranking(np.empty(0, dtype=np.int64), np.empty(0), 1.0)
    rows, scores = fused([nothing, nothing])
    assert (rows.tolist(), scores.tolist()) == ([], [])


def test_equals_share_a_rank_and_a_row_of_both_rankings_has_both_scores() -> None:
    by_words = Ranking(np.array([2, 5, 9]), np.array([1.0, 3.0, 3.0]), 1.0)
    by_spelling = Ranking(np.array([5]), np.array([0.5]), 2.0)
    rows, scores = fused([by_words, by_spelling])
    assert rows.tolist() == [2, 5, 9]
    assert scores.tolist() == [1 / 63, 1 / 61 + 2 / 61, 1 / 61]
