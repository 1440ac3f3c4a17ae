"""How well rows answer the words of a question: BM25 (Robertson and Zaragoza, 2009).

k1 = 1.2 and b = 0.75; a word's weight is ln(1 + (N - n + 0.5) / (n + 0.5)), which is never
negative.  Spellings of one word count as that word: their counts are added before they are
weighed, so that it is rare only when all of them together are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from memory.postings import Postings

K1 = 1.2
B = 0.75
#: Scores that differ by less are the same: the last digit of a logarithm is the machine's own.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Collection:
    """The rows words are weighed among: which are in use, and the words in each."""

    is_live: NDArray[np.bool_]
    lengths: NDArray[np.int32]

    @property
    def size(self) -> int:
        return int(np.count_nonzero(self.is_live))


@dataclass(frozen=True, slots=True)
class Weighed:
    """The score of every row, 0 where it holds no word; and each word's weight, as given."""

    scores: NDArray[np.float64]
    weights: tuple[float, ...]


def weigh(
    postings: Postings, collection: Collection, spellings: Sequence[tuple[str, ...]]
) -> Weighed:
    """Score all rows for words, each given with its spellings; their order makes no difference."""
    size = collection.size
    total_length = int(collection.lengths[collection.is_live].sum())
    average = total_length / size if size else 1.0
    norms = K1 * (1 - B + B * collection.lengths / max(average, 1.0))
    scores = np.zeros(len(collection.lengths))
    weights: dict[tuple[str, ...], float] = {}
    for word in sorted(set(spellings)):
        rows, counts = _found(postings, collection, word)
        weights[word] = rarity(len(rows), size)
        scores[rows] += weights[word] * counts * (K1 + 1) / (counts + norms[rows])
    return Weighed(np.round(scores, _DIGITS), tuple(weights[word] for word in spellings))


def rarity(found: int, size: int) -> float:
    """The weight of a word that ``found`` of ``size`` rows hold."""
    return math.log(1 + (size - found + 0.5) / (found + 0.5))


def _found(
    postings: Postings, collection: Collection, word: tuple[str, ...]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The live rows that hold a word in any of its spellings, and how often."""
    parts = [rows for rows in map(postings.of, word) if len(rows)]
    if not parts:
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64)
    # The rows of one spelling are in order; each is there as often as it has the word.
    held = parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts))
    held = held[collection.is_live[held]]
    first = np.flatnonzero(np.diff(held, prepend=-1))
    return held[first], np.diff(first, append=len(held))
