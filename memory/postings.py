"""Which rows hold a key, for any keys: words, pieces of words, or what a case is about.

Rows are numbers from 0, added once each, in order.  Most postings lie sorted by key in arrays; the
newest wait beside them and are folded in when they became many, so that one more row costs little
and a hundred thousand are read at the speed of memory.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from numpy.typing import NDArray

    Rows = NDArray[np.int32]

#: This many postings may wait; beyond, a fourth of those that lie sorted.
_FEW = 60_000


class _Sorted:
    """Rows, one key after the other: those of ``key`` begin at ``starts[key]``."""

    def __init__(self, starts: NDArray[np.int64], rows: Rows) -> None:
        self.starts, self.rows = starts, rows

    def at(self, key: int) -> Rows:
        if key + 1 >= len(self.starts):
            return self.rows[:0]
        return self.rows[self.starts[key] : self.starts[key + 1]]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many rows each key has."""
        return np.diff(self.starts)

    def keys(self) -> Rows:
        """The key of every posting."""
        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), self.sizes)


class Postings:
    """For one thread at a time."""

    def __init__(self) -> None:
        self._numbers: defaultdict[Hashable, int] = defaultdict(itertools.count().__next__)
        self._settled = _sorted_by_key(_no_rows(), _no_rows(), 0)
        self._waiting: _Sorted | None = self._settled
        self._new_keys, self._new_rows, self._new_sizes = array("i"), array("i"), array("i")

    def __len__(self) -> int:
        """How many postings there are."""
        return len(self._settled.rows) + len(self._new_keys)

    @property
    def keys(self) -> list[Hashable]:
        """Every key ever added; a key's place is its number."""
        return list(self._numbers)

    def add(self, row: int, keys: Collection[Hashable]) -> None:
        """Put a row in, with its keys; one that it holds twice is given twice."""
        self._new_keys.extend(map(self._numbers.__getitem__, keys))
        self._new_rows.append(row)
        self._new_sizes.append(len(keys))
        self._waiting = None

    def of(self, key: Hashable) -> Rows:
        """The rows that hold a key, each as often as it does."""
        number = self._numbers.get(key)
        if number is None:
            return _no_rows()
        rows, new_rows = self._settled.at(number), self._sorted_waiting().at(number)
        return np.concatenate([rows, new_rows]) if len(new_rows) else rows

    def counts_by_key(self, is_wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
        """For each key's number, how many of the wanted rows hold it."""
        total = np.zeros(len(self._numbers), dtype=np.int64)
        for part in (self._settled, self._sorted_waiting()):
            found = part.keys()[is_wanted[part.rows]]
            total += np.bincount(found, minlength=len(total))
        return total

    def settle(self) -> None:
        """Fold in what waits, as happens by itself when it became many."""
        self._settled = _merged(self._settled, self._sort_new())
        self._new_keys, self._new_rows, self._new_sizes = array("i"), array("i"), array("i")
        self._waiting = None

    def renumber(self, new_rows: Rows) -> None:
        """Give every row its new number, in the same order; those of -1 are gone."""
        self.settle()
        rows = new_rows[self._settled.rows]
        stays = rows >= 0
        keys = self._settled.keys()[stays]
        self._settled = _sorted_by_key(keys, rows[stays], len(self._numbers))

    def _sorted_waiting(self) -> _Sorted:
        if self._waiting is None:
            if len(self._new_keys) > max(_FEW, len(self._settled.rows) // 4):
                self.settle()
            self._waiting = self._sort_new()
        return self._waiting

    def _sort_new(self) -> _Sorted:
        keys = np.array(self._new_keys, dtype=np.int32)
        rows = np.repeat(
            np.array(self._new_rows, dtype=np.int32), np.array(self._new_sizes, dtype=np.int32)
        )
        return _sorted_by_key(keys, rows, len(self._numbers))


def _sorted_by_key(keys: Rows, rows: Rows, size: int) -> _Sorted:
    order = np.argsort(keys, kind="stable")
    return _Sorted(_starts(np.bincount(keys, minlength=size)), rows[order])


def _merged(first: _Sorted, second: _Sorted) -> _Sorted:
    """Both in one, the first's rows before the second's, which knows at least as many keys."""
    before = np.zeros(len(second.sizes), dtype=np.int64)
    before[: len(first.sizes)] = first.sizes
    starts = _starts(second.sizes + before)
    rows = np.empty(starts[-1], dtype=np.int32)
    for part, offset in ((first, np.zeros_like(before)), (second, before)):
        shift = (starts[:-1] + offset)[: len(part.sizes)] - part.starts[:-1]
        rows[np.arange(len(part.rows)) + np.repeat(shift, part.sizes)] = part.rows
    return _Sorted(starts, rows)


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    starts = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def _no_rows() -> Rows:
    return np.empty(0, dtype=np.int32)
