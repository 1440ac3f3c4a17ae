"""Cases as numbered rows: what is read of each, and which rows have a word, piece or context.

A case that is replaced or removed leaves its row behind, which is cleared away with others when
there are as many of them as of live ones.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from memory import bm25, trigrams
from memory.postings import Postings
from memory.text import terms, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from memory.records import Case

#: What is read of a case's text: the rest is kept, and not searched.
LONGEST_TEXT = 20_000
#: Fewer rows that are left behind are not worth clearing away.
_MOST_GONE = 1_000


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of every row: whether it is in use, its different pieces, its time.

    Times are UTC in µs.  ``collection`` has the rows' lengths in words.
    """

    is_live: NDArray[np.bool_]
    collection: bm25.Collection
    sizes: NDArray[np.int32]
    at_us: NDArray[np.int64]


class CaseRows:
    """For one thread at a time."""

    def __init__(self) -> None:
        self._row_of: dict[str, int] = {}
        self._cases: list[Case | None] = []
        self._lengths, self._sizes, self._at_us = array("i"), array("i"), array("q")
        self._columns: Columns | None = None
        self.words, self.pieces = Postings(), Postings()
        self.contexts: defaultdict[str, Postings] = defaultdict(Postings)

    def __len__(self) -> int:
        return len(self._row_of)

    def __getitem__(self, row: int) -> Case:
        case = self._cases[row]
        if case is None:
            raise IndexError(row)
        return case

    def row_of(self, case_id: str) -> int | None:
        """Where a case is, if it is there."""
        return self._row_of.get(case_id)

    @property
    def columns(self) -> Columns:
        """As arrays, which hold until a case is added or removed."""
        if self._columns is None:
            is_live = np.zeros(len(self._cases), dtype=np.bool_)
            is_live[np.fromiter(self._row_of.values(), dtype=np.int64)] = True
            lengths = np.array(self._lengths, dtype=np.int32)
            sizes = np.array(self._sizes, dtype=np.int32)
            at_us = np.array(self._at_us, dtype=np.int64)
            self._columns = Columns(is_live, bm25.collected(is_live, lengths), sizes, at_us)
        return self._columns

    def add(self, case: Case) -> None:
        """Add a case whose id is not there."""
        row = len(self._cases)
        found = tokens(case.text[:LONGEST_TEXT])
        held = terms(found)
        pieces = trigrams.pieces(word for token in found for word in token.words)
        self.words.add(row, held)
        self.pieces.add(row, pieces)
        for key, value in case.context.items():
            self.contexts[key].add(row, (value,))
        self._cases.append(case)
        self._lengths.append(len(held))
        self._sizes.append(len(pieces))
        self._at_us.append(case.at_us)
        self._row_of[case.case] = row
        self._columns = None

    def remove(self, case_id: str) -> bool:
        """Take a case out; says whether it was there."""
        row = self._row_of.pop(case_id, None)
        if row is None:
            return False
        self._cases[row] = None
        self._columns = None
        gone = len(self._cases) - len(self._row_of)
        if gone > max(_MOST_GONE, len(self._row_of)):
            self._clear_away()
        return True

    def settle(self) -> None:
        """Sort what was added, so that no question has to wait for it."""
        for part in self._postings():
            part.settle()

    def with_context(self, key: str, values: Iterable[str]) -> NDArray[np.bool_]:
        """Which rows have one of the values."""
        has_value = np.zeros(len(self._cases), dtype=np.bool_)
        if key in self.contexts:
            for value in values:
                has_value[self.contexts[key].of(value)] = True
        return has_value

    def _clear_away(self) -> None:
        """Give the rows that are left new numbers, without those that are gone."""
        left = [row for row, case in enumerate(self._cases) if case is not None]
        new_rows = np.full(len(self._cases), -1, dtype=np.int32)
        new_rows[left] = np.arange(len(left), dtype=np.int32)
        for part in self._postings():
            part.renumber(new_rows)
        self._cases = [self._cases[row] for row in left]
        self._lengths = array("i", (self._lengths[row] for row in left))
        self._sizes = array("i", (self._sizes[row] for row in left))
        self._at_us = array("q", (self._at_us[row] for row in left))
        self._row_of = {case.case: row for row, case in enumerate(self._cases) if case is not None}

    def _postings(self) -> Iterator[Postings]:
        yield self.words
        yield self.pieces
        yield from self.contexts.values()
