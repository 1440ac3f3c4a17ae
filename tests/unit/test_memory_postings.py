"""Which rows hold a key, while rows come and go: beside a plain dictionary that does the same."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from memory import postings as postings_module
from memory.postings import Postings

ROWS = st.lists(st.lists(st.sampled_from("abcde"), max_size=4), max_size=30)


def _filled(rows: list[list[str]], ask_after: int) -> Postings:
    """Rows are put in one after the other; asking in between sorts what waits."""
    held = Postings()
    for row, keys in enumerate(rows):
        held.add(row, keys)
        if row % max(ask_after, 1) == 0:
            held.of("a")
    return held


def test_a_key_nobody_has_is_held_by_no_row() -> None:
    assert Postings().of("a").tolist() == []


@given(ROWS, st.integers(1, 7))
def test_every_row_is_found_once_by_its_keys_with_how_often_it_holds_them(
    rows: list[list[str]], ask_after: int
) -> None:
    held = _filled(rows, ask_after)
    for key in "abcdez":
        expected = {row: keys.count(key) for row, keys in enumerate(rows) if key in keys}
        found, counts = held.counted(key)
        assert found.tolist() == held.of(key).tolist() == list(expected)
        assert counts.tolist() == list(expected.values())


@given(ROWS, st.integers(1, 7), st.booleans(), st.sets(st.sampled_from("abcdez")))
def test_each_row_is_told_how_many_of_several_keys_it_holds(
    rows: list[list[str]], ask_after: int, is_settled: bool, asked: set[str]
) -> None:
    held = _filled(rows, ask_after)
    if is_settled:
        held.settle()
    assert held.tally(asked, len(rows)).tolist() == [
        len(asked.intersection(keys)) for keys in rows
    ]


@given(ROWS, st.data())
def test_rows_that_are_left_keep_their_keys_under_their_new_numbers(
    rows: list[list[str]], data: st.DataObject
) -> None:
    held = _filled(rows, 3)
    left = [row for row in range(len(rows)) if data.draw(st.booleans())]
    new_rows = np.full(len(rows), -1, dtype=np.int32)
    new_rows[left] = np.arange(len(left), dtype=np.int32)
    held.renumber(new_rows)
    again = _filled([rows[row] for row in left], 2)
    assert all(held.of(key).tolist() == again.of(key).tolist() for key in "abcde")


@given(ROWS)
def test_keys_are_counted_among_the_rows_that_are_wanted(rows: list[list[str]]) -> None:
    held = _filled(rows, 4)
    is_wanted = np.arange(len(rows)) % 2 == 0
    expected = Counter(key for keys in rows[::2] for key in set(keys))
    counts = held.counts_by_key(is_wanted).tolist()
    assert {k: n for k, n in zip(held.keys, counts, strict=True) if n} == dict(expected)


def _with_many(name: str) -> Postings:
    """More than may wait, all of them waiting."""
    held = Postings()
    for row in range(postings_module._FEW // 10 + 1):
        held.add(row, [name, *(str(key) for key in range(9))])
    return held


def test_the_question_that_folds_many_rows_in_finds_them_all() -> None:
    rows = postings_module._FEW // 10 + 1
    assert len(_with_many("a").of("a")) == rows
    assert _with_many("a").tally({"a"}, rows).sum() == rows
    assert _with_many("a").counts_by_key(np.ones(rows, dtype=np.bool_))[0] == rows


def test_many_rows_are_folded_in_and_stay_findable() -> None:
    held = Postings()
    rows = postings_module._FEW // 10
    for row in range(3 * rows):
        held.add(row, [str(key) for key in range(row % 3, 20, 2)])
        if row % rows == 0:
            held.of("1")
    assert len(held.of("1")) == rows
    assert len(held.of("2")) == 2 * rows
