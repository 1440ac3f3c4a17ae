"""What people's picks taught: learned anew when there are more of them, and kept until then.

The cases are held for a few picks at a time, with a breath in between: whoever searches meanwhile
waits for no more than those, and nobody's writing waits at all.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from memory.glossary_learning import GlossaryLearner, Learned
from server.memory.glossary import newest_picks, picks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from memory.search import Index
    from server.db.engine import Database
    from server.memory.glossary import Pick

#: So many picks are learned from at once: some milliseconds.
_AT_ONCE = 100


class Lessons:
    """Callable from any thread; one learns, the others wait for it.

    ``held`` gives the cases for as long as it is entered; ``breathe`` is called without them, so
    that those who wait for them go first.
    """

    def __init__(
        self,
        database: Database,
        held: Callable[[], AbstractContextManager[Index]],
        breathe: Callable[[], object],
    ) -> None:
        self._database = database
        self._held = held
        self._breathe = breathe
        self._turn = threading.Lock()
        self._newest = (0, 0)
        self._learned = Learned()

    def now(self) -> Learned:
        """Of all picks there are."""
        with self._turn:
            with self._database.read() as connection:
                newest = newest_picks(connection)
                if newest == self._newest:
                    return self._learned
                picks = list(picks_of(connection))
            self._learned = self._learn(picks)
            self._newest = newest
            return self._learned

    def _learn(self, picks: Sequence[Pick]) -> Learned:
        learner = GlossaryLearner()
        counts: dict[str, int] = {}
        for start in range(0, len(picks), _AT_ONCE):
            with self._held() as index:
                _take(learner, index, picks[start : start + _AT_ONCE], counts)
            self._breathe()
        return learner.learned


def _take(
    learner: GlossaryLearner, index: Index, picks: Sequence[Pick], counts: dict[str, int]
) -> None:
    """Of cases that are there; ``counts`` are words that were counted before."""

    def count_of(word: str) -> int:
        if word not in counts:
            counts[word] = index.count_of(word)
        return counts[word]

    for pick in picks:
        picked = index.get(pick.case)
        if picked is not None:
            learner.learn(pick.query, picked, count_of=count_of)
