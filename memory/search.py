"""Finds like cases: one implementation for station and server, so that both rank alike.

Rows are ranked twice, by their words (``memory/bm25.py``) and by their spelling
(``memory/trigrams.py``), and the two ranks are fused (``memory/fusion.py``).  The context of a
question never adds to a score; it filters, is counted, and decides between equals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from memory import bm25, trigrams
from memory.case_rows import LONGEST_TEXT, CaseRows
from memory.fusion import SPELLING_WEIGHT, WORDS_WEIGHT, Ranking, fused, not_below_the
from memory.glossary import Glossary
from memory.porter import stem
from memory.records import Case
from memory.text import Token, fold, is_english, is_function_word, terms, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from numpy.typing import NDArray


#: What a question may have: letters that are read, and words that are looked for.
LONGEST_QUESTION = 2_000
MOST_WORDS = 64
#: A word of a text is shown as shared when it is spelt this much like one of the question.
_SPELT_ALIKE = 0.35


class Hit(Struct, frozen=True):
    """A case that was found, and why.

    ``score`` orders the hits of one question and says nothing beyond it.  ``coverage``, 0 to 1,
    is the share of the question's words that the case has, each counted by its rarity.
    ``why`` is the words they share, as they stand in the case's text.
    """

    case: Case
    score: float
    coverage: float
    why: tuple[str, ...]


class Found(Struct, frozen=True):
    """The best cases, how many matched at all, and what these were about.

    ``facets`` has, for each key of the context asked for, the values with how many matches.
    """

    hits: tuple[Hit, ...]
    matches: int
    facets: dict[str, dict[str, int]]


class _Question(Struct, frozen=True):
    """The words of a question after the glossary, their spellings, and their pieces."""

    words: tuple[str, ...]
    spellings: tuple[tuple[str, ...], ...]
    pieces: frozenset[str]


class Index:
    """Cases that can be searched; for one thread at a time."""

    def __init__(self, cases: Iterable[Case] = (), *, glossary: Glossary | None = None) -> None:
        self.glossary = glossary or Glossary()
        self._rows = CaseRows()
        for case in cases:
            self.add(case)
        self.settle()

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, case_id: str) -> bool:
        return self._rows.row_of(case_id) is not None

    def get(self, case_id: str) -> Case | None:
        """The case of this id, as it was added last."""
        row = self._rows.row_of(case_id)
        return None if row is None else self._rows[row]

    def add(self, case: Case) -> None:
        """Add a case; one with the same id is replaced."""
        self._rows.remove(case.case)
        self._rows.add(case)

    def remove(self, case_id: str) -> bool:
        """Forget a case; says whether it was there."""
        return self._rows.remove(case_id)

    def settle(self) -> None:
        """Sort what was added, so that no question has to wait for it."""
        self._rows.settle()

    def count_of(self, word: str) -> int:
        """How many cases have this word, in any of its English forms."""
        held = [self._rows.words.of(term) for term in {fold(word), stem(fold(word))}]
        rows = np.unique(np.concatenate(held))
        return int(np.count_nonzero(self._rows.columns.is_live[rows]))

    def search(
        self,
        text: str,
        limit: int = 10,
        *,
        context: Mapping[str, str] | None = None,
        within: Mapping[str, str | Collection[str]] | None = None,
    ) -> tuple[Hit, ...]:
        """The cases most like ``text``, best first; none when it has no word.

        ``context`` decides between equals: the more of it a case has, the earlier it comes; then
        the newer, then by id.  ``within`` leaves out cases that differ in any of its keys, where
        one value or several are given.
        """
        return self.find(text, limit, context=context, within=within).hits

    def find(
        self,
        text: str,
        limit: int = 10,
        *,
        context: Mapping[str, str] | None = None,
        within: Mapping[str, str | Collection[str]] | None = None,
        facets: Collection[str] = (),
        most_values: int | None = None,
    ) -> Found:
        """``search``, with the number of matches and what they were about.

        ``facets`` tell the values that most cases have first, ``most_values`` of each.
        """
        question = self._question(text)
        if not question.words or not len(self):
            return Found((), 0, {key: {} for key in facets})
        columns = self._rows.columns
        by_words = bm25.weigh(self._rows.words, columns.collection, question.spellings)
        spelt, likeness = trigrams.alike(
            self._rows.pieces, question.pieces, sizes=columns.sizes, is_live=columns.is_live
        )
        rankings = (
            Ranking(by_words.rows, by_words.scores, WORDS_WEIGHT),
            Ranking(spelt, likeness, SPELLING_WEIGHT),
        )
        if within:
            is_wanted = self._wanted(within)
            rankings = (rankings[0].among(is_wanted), rankings[1].among(is_wanted))
        is_match = np.zeros(len(columns.is_live), dtype=np.bool_)
        for ranking in rankings:
            is_match[ranking.rows] = True
        best = self._best(*fused(rankings), limit, context or {})
        hits = tuple(self._hit(row, score, question, by_words.weights) for row, score in best)
        told = self._facets(is_match, facets, most_values)
        return Found(hits, int(np.count_nonzero(is_match)), told)

    def _question(self, text: str) -> _Question:
        typed = tokens(text[:LONGEST_QUESTION])
        meant = self.glossary.expand(word for token in typed for word in token.words)
        telling = [word for word in meant if not is_function_word(word)] or meant
        # "bolt" and "bolts" are one word of the question.
        by_stem = {stem(word): word for word in reversed(telling)}
        kept = tuple(by_stem.values())[::-1][:MOST_WORDS]
        spellings = tuple(self.glossary.spellings(kept))
        return _Question(kept, spellings, trigrams.pieces(kept))

    def _wanted(self, within: Mapping[str, str | Collection[str]]) -> NDArray[np.bool_]:
        is_wanted = self._rows.columns.is_live
        for key, given in within.items():
            values = {given} if isinstance(given, str) else set(given)
            is_wanted = is_wanted & self._rows.with_context(key, values)
        return is_wanted

    def _best(
        self,
        rows: NDArray[np.int64],
        scores: NDArray[np.float64],
        limit: int,
        context: Mapping[str, str],
    ) -> list[tuple[int, float]]:
        """The rows to show with their scores; equals by context, time and id."""
        highest = not_below_the(limit, scores)
        rows, scores = rows[highest], scores[highest]
        shared = np.zeros(len(rows), dtype=np.int64)
        for key, value in context.items():
            shared += self._rows.with_context(key, (value,))[rows]
        at_us = self._rows.columns.at_us[rows]
        order = np.lexsort((-at_us, -shared, -scores))
        rows, scores, shared, at_us = rows[order], scores[order], shared[order], at_us[order]
        if 0 < limit < len(rows):
            # What is level with the last one shown differs from it by its id alone.
            last = limit - 1
            is_kept = (at_us == at_us[last]) & (shared == shared[last])
            is_kept &= scores == scores[last]
            is_kept[:limit] = True
            rows, scores = rows[is_kept], scores[is_kept]
            shared, at_us = shared[is_kept], at_us[is_kept]
        levels = zip((-scores).tolist(), (-shared).tolist(), (-at_us).tolist(), strict=True)
        found = rows.tolist()
        ids = [self._rows[row].case for row in found]
        kept = sorted(zip(levels, ids, found, strict=True))
        return [(row, -level[0]) for level, _, row in kept[: max(limit, 0)]]

    def _hit(self, row: int, score: float, question: _Question, weights: tuple[float, ...]) -> Hit:
        case = self._rows[row]
        found = tokens(case.text[:LONGEST_TEXT])
        held = set(terms(found))
        total = covered = 0.0
        for spelt, weight in zip(question.spellings, weights, strict=True):
            total += weight
            covered += weight if held.intersection(spelt) else 0.0
        return Hit(case, score, covered / total if total else 0.0, _why(found, question))

    def _facets(
        self, is_match: NDArray[np.bool_], keys: Collection[str], most: int | None
    ) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {key: {} for key in keys}
        for key in found.keys() & self._rows.contexts.keys():
            values = self._rows.contexts[key]
            counts = values.counts_by_key(is_match)
            told = np.flatnonzero(counts)
            if most is not None:
                told = told[not_below_the(most, counts[told])]
            names = values.keys
            pairs = [(str(names[number]), int(counts[number])) for number in told.tolist()]
            pairs.sort(key=lambda pair: (-pair[1], pair[0]))
            found[key] = dict(pairs[:most])
        return found


def _why(found: list[Token], question: _Question) -> tuple[str, ...]:
    """The words of a case that the question has too, or has in another spelling; each once."""
    spelt = {term for spellings in question.spellings for term in spellings}
    shared = [token for token in found if _is_one_of(spelt, token)]
    if not shared:
        shared = [token for token in found if _is_spelt_like_one_of(question.words, token)]
    return tuple({token.words: token.typed for token in reversed(shared)}.values())[::-1]


def _is_one_of(spelt: set[str], token: Token) -> bool:
    """Whether it is among the spellings as it stands or, where it may be English, by its stem."""
    if not spelt.isdisjoint(token.words):
        return True
    return is_english([token]) and not spelt.isdisjoint(map(stem, token.words))


def _is_spelt_like_one_of(words: tuple[str, ...], token: Token) -> bool:
    if all(is_function_word(word) for word in token.words):
        return False
    return any(trigrams.likeness([word], token.words) >= _SPELT_ALIKE for word in words)
