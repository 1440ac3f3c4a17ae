"""How alike texts are spelt: the share of pieces of three letters two of them have in common.

A word is padded with two spaces before and one after, so that its beginning counts most.  Writing
without spaces has pieces of two letters: its words are about that long.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from memory.text import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from memory.postings import Postings

#: A text with less of the question's pieces has them by chance.
LEAST_SHARE = 0.3


@lru_cache(maxsize=65_536)
def pieces_of_word(word: str) -> tuple[str, ...]:
    """The pieces of one folded word, each once."""
    if is_unspaced(word):
        return (word,)
    padded = f"  {word} "
    return tuple({padded[i : i + 3]: None for i in range(len(padded) - 2)})


def pieces(words: Iterable[str]) -> frozenset[str]:
    """The pieces of all words together."""
    return frozenset().union(*map(pieces_of_word, words))


def likeness(first: Iterable[str], second: Iterable[str]) -> float:
    """Jaccard's index of two texts' pieces, 0 to 1; 0 when neither has any."""
    one, other = pieces(first), pieces(second)
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def alike(
    postings: Postings,
    asked: frozenset[str],
    *,
    sizes: NDArray[np.int32],
    is_live: NDArray[np.bool_],
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The rows spelt like the pieces asked for, in order, with Jaccard's index of each.

    ``sizes`` says how many pieces each row has, ``is_live`` which rows are in use.  Rows that hold
    less than ``LEAST_SHARE`` of the pieces are left out.
    """
    common = postings.tally(asked, len(sizes))
    rows = np.flatnonzero((common >= max(1.0, LEAST_SHARE * len(asked))) & is_live)
    both = common[rows].astype(np.int64)
    return rows, both / (len(asked) + sizes[rows] - both)
