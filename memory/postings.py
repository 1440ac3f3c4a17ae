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
    from collections.abc import Collection, Hashable, Iterable

    from numpy.typing import NDArray

    Rows = NDArray[np.int32]
    Counts = NDArray[np.uint16]

#: This many postings may wait; beyond, a fourth of those that lie sorted.
_FEW = 60_000
#: A key that more than one row of so many holds is counted faster as a bit for each row.
_COMMON = 16
_ROW_BITS = 32


class _Sorted:
    """Rows, one key after the other: those of ``key`` begin at ``starts[key]``, each once.

    ``counts`` says how often each holds its key; none: once.
    """

    def __init__(self, starts: NDArray[np.int64], rows: Rows, counts: Counts | None) -> None:
        self.starts, self.rows, self.counts = starts, rows, counts
        self.row_count = int(rows.max()) + 1 if len(rows) else 0
        self._bits: dict[int, NDArray[np.uint8]] = {}

    def place(self, key: int) -> slice:
        """Where the rows of a key lie."""
        if key + 1 >= len(self.starts):
            return slice(0, 0)
        return slice(self.starts[key], self.starts[key + 1])

    def is_common(self, key: int) -> bool:
        at = self.place(key)
        return bool((at.stop - at.start) * _COMMON > self.row_count)

    def bits(self, key: int) -> NDArray[np.uint8]:
        """For each row 1 where it holds the key; kept packed, an eighth of a byte each."""
        if key not in self._bits:
            holds = np.zeros(self.row_count, dtype=np.bool_)
            holds[self.rows[self.place(key)]] = True
            self._bits[key] = np.packbits(holds)
        return np.unpackbits(self._bits[key], count=self.row_count)

    def each_count(self) -> Counts:
        return np.ones(len(self.rows), dtype=np.uint16) if self.counts is None else self.counts

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
        self._listed: list[Hashable] = []
        self._settled = _sorted_by_key(_no_rows(), _no_rows(), 0)
        self._waiting: _Sorted | None = self._settled
        self._new_keys, self._new_rows, self._new_sizes = array("i"), array("i"), array("i")

    def __len__(self) -> int:
        """How many postings there are."""
        return len(self._settled.rows) + len(self._new_keys)

    @property
    def keys(self) -> list[Hashable]:
        """Every key ever added; a key's place is its number."""
        if len(self._listed) != len(self._numbers):
            self._listed = list(self._numbers)
        return self._listed

    def add(self, row: int, keys: Collection[Hashable]) -> None:
        """Put a row in, with its keys; one that it holds twice is given twice."""
        self._new_keys.extend(map(self._numbers.__getitem__, keys))
        self._new_rows.append(row)
        self._new_sizes.append(len(keys))
        self._waiting = None

    def of(self, key: Hashable) -> Rows:
        """The rows that hold a key, each once, in order."""
        return self.counted(key)[0]

    def counted(self, key: Hashable) -> tuple[Rows, Counts]:
        """The rows that hold a key, and how often each does."""
        number = self._numbers.get(key)
        if number is None:
            return _no_rows(), np.ones(0, dtype=np.uint16)
        settled, waiting = self._parts()
        rows, counts = _part_of(settled, number)
        new_rows, new_counts = _part_of(waiting, number)
        if not len(new_rows):
            return rows, counts
        return np.concatenate([rows, new_rows]), np.concatenate([counts, new_counts])

    def tally(self, keys: Iterable[Hashable], row_count: int) -> NDArray[np.uint16]:
        """For each of the rows, how many of the keys it holds."""
        total = np.zeros(row_count, dtype=np.uint16)
        rare: list[Rows] = [_no_rows()]
        settled, waiting = self._parts()
        for number in (self._numbers[key] for key in keys if key in self._numbers):
            if settled.is_common(number):
                total[: settled.row_count] += settled.bits(number)
            else:
                rare.append(settled.rows[settled.place(number)])
            rare.append(waiting.rows[waiting.place(number)])
        # Joined as numpy counts them, which would otherwise copy them once more.
        held = np.concatenate(rare, dtype=np.intp)
        total += np.bincount(held, minlength=row_count).astype(np.uint16)
        return total

    def counts_by_key(self, is_wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
        """For each key's number, how many of the wanted rows hold it."""
        total = np.zeros(len(self._numbers), dtype=np.int64)
        for part in self._parts():
            upto = np.zeros(len(part.rows) + 1, dtype=np.int64)
            np.cumsum(is_wanted[part.rows], out=upto[1:])
            total[: len(part.starts) - 1] += np.diff(upto[part.starts])
        return total

    def settle(self) -> None:
        """Fold in what waits, as happens by itself when it became many."""
        self._settled = _merged(self._settled, self._sort_new())
        self._new_keys, self._new_rows, self._new_sizes = array("i"), array("i"), array("i")
        self._waiting = None

    def renumber(self, new_rows: Rows) -> None:
        """Give every row its new number, in the same order; those of -1 are gone."""
        self.settle()
        old = self._settled
        rows = new_rows[old.rows]
        stays = rows >= 0
        sizes = np.bincount(old.keys()[stays], minlength=len(self._numbers))
        counts = None if old.counts is None else old.counts[stays]
        self._settled = _Sorted(_starts(sizes), rows[stays], counts)

    def _parts(self) -> tuple[_Sorted, _Sorted]:
        """What lies sorted, and what waits."""
        if self._waiting is None:
            if len(self._new_keys) > max(_FEW, len(self._settled.rows) // 4):
                self.settle()
            self._waiting = self._sort_new()
        # Not before: settling makes another of what lies sorted.
        return self._settled, self._waiting

    def _sort_new(self) -> _Sorted:
        keys = np.array(self._new_keys, dtype=np.int32)
        rows = np.repeat(
            np.array(self._new_rows, dtype=np.int32), np.array(self._new_sizes, dtype=np.int32)
        )
        return _sorted_by_key(keys, rows, len(self._numbers))


def _part_of(part: _Sorted, number: int) -> tuple[Rows, Counts]:
    at = part.place(number)
    rows = part.rows[at]
    return rows, np.ones(len(rows), dtype=np.uint16) if part.counts is None else part.counts[at]


def _sorted_by_key(keys: Rows, rows: Rows, size: int) -> _Sorted:
    """Rows that come in order, each as often as it holds its key."""
    # Sorting them as one number is twice as fast as sorting places by their keys.
    joined = np.sort((keys.astype(np.int64) << _ROW_BITS) | rows)
    keys = (joined >> _ROW_BITS).astype(np.int32)
    rows = (joined & (1 << _ROW_BITS) - 1).astype(np.int32)
    is_first = np.ones(len(keys), dtype=np.bool_)
    is_first[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
    if is_first.all():
        return _Sorted(_starts(np.bincount(keys, minlength=size)), rows, None)
    first = np.flatnonzero(is_first)
    counts = np.diff(first, append=len(keys)).astype(np.uint16)
    return _Sorted(_starts(np.bincount(keys[first], minlength=size)), rows[first], counts)


def _merged(first: _Sorted, second: _Sorted) -> _Sorted:
    """Both in one, the first's rows before the second's, which knows at least as many keys."""
    before = np.zeros(len(second.sizes), dtype=np.int64)
    before[: len(first.sizes)] = first.sizes
    starts = _starts(second.sizes + before)
    rows = np.empty(starts[-1], dtype=np.int32)
    has_counts = first.counts is not None or second.counts is not None
    counts = np.empty(starts[-1], dtype=np.uint16) if has_counts else None
    for part, offset in ((first, np.zeros_like(before)), (second, before)):
        shift = (starts[:-1] + offset)[: len(part.sizes)] - part.starts[:-1]
        places = np.arange(len(part.rows)) + np.repeat(shift, part.sizes)
        rows[places] = part.rows
        if counts is not None:
            counts[places] = part.each_count()
    return _Sorted(starts, rows, counts)


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    starts = np.zeros(len(sizes) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def _no_rows() -> Rows:
    return np.empty(0, dtype=np.int32)
