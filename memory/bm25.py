"""How well rows answer the words of a question: BM25 (Robertson and Zaragoza, 2009).

k1 = 1.2 and b = 0.75; a word's weight is ln(1 + (N - n + 0.5) / (n + 0.5)), which is never
negative.  Spellings of one word count as that word: their counts are added before they are
weighed, so that it is rare only when all of them together are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    """The rows words are weighed among: how many are in use, and what their length makes of it.

    ``norms`` of a row that is not in use is infinite: whatever it holds weighs nothing.
    """

    size: int
    is_live: NDArray[np.bool_]
    norms: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The rows that hold a word, in order, with their scores; and each word's weight, as given."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float64]
    weights: tuple[float, ...]


def collected(is_live: NDArray[np.bool_], lengths: NDArray[np.int32]) -> Collection:
    """The rows with their lengths in words; holds until one is added or removed."""
    size = int(np.count_nonzero(is_live))
    average = int(lengths[is_live].sum()) / size if size else 1.0
    norms = K1 * (1 - B + B * lengths / max(average, 1.0))
    return Collection(size, is_live, np.where(is_live, norms, np.inf))


def weigh(
    postings: Postings, collection: Collection, spellings: Sequence[tuple[str, ...]]
) -> Weighed:
    """Score all rows for words, each given with its spellings; their order makes no difference."""
    scores = np.zeros(len(collection.norms))
    weights: dict[tuple[str, ...], float] = {}
    for word in sorted(set(spellings)):
        rows, counts = _found(postings, word, len(scores))
        live = int(np.count_nonzero(collection.is_live[rows]))
        weights[word] = rarity(live, collection.size)
        scores[rows] += weights[word] * counts * (K1 + 1) / (counts + collection.norms[rows])
    rows = np.flatnonzero(scores > 0)
    each = tuple(weights[word] for word in spellings)
    return Weighed(rows, np.round(scores[rows], _DIGITS), each)


def rarity(found: int, size: int) -> float:
    """The weight of a word that ``found`` of ``size`` rows hold."""
    return math.log(1 + (size - found + 0.5) / (found + 0.5))


def _found(
    postings: Postings, word: tuple[str, ...], row_count: int
) -> tuple[NDArray[np.intp], NDArray[np.integer[Any]]]:
    """The rows that hold a word in any of its spellings, and how often."""
    parts = [(rows, counts) for rows, counts in map(postings.counted, word) if len(rows)]
    if len(parts) == 1:
        # As numpy counts places: three times as fast as with any other number.
        return parts[0][0].astype(np.intp), parts[0][1]
    total = np.zeros(row_count, dtype=np.int64)
    for rows, counts in parts:
        total[rows] += counts
    held = np.flatnonzero(total)
    return held, total[held]
