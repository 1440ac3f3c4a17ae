"""The cases that share most with a situation, found without looking at each of them."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING

from memory.likes import ALIKE_IN, NEAREST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memory.records import Case


class Alike:
    """Cases by what they have in common; ``nearest`` never misses one of the nearest."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        self._with: dict[tuple[str, str], set[str]] = {}

    def add(self, case: Case) -> None:
        """One with the same id is replaced."""
        old = self._cases.get(case.case)
        for mark in () if old is None else _marks(old):
            self._with[mark].discard(case.case)
        self._cases[case.case] = case
        for mark in _marks(case):
            self._with.setdefault(mark, set()).add(case.case)

    def nearest(self, key: str, context: Mapping[str, str]) -> list[Case]:
        """The newest with the same ``key``, and those that share most of ``context``."""
        shared: Counter[str] = Counter()
        for kind in ALIKE_IN:
            if kind in context:
                shared.update(self._with.get((kind, context[kind]), ()))
        repeats = self._with.get(("", key), set()) if key else set()
        found = (*self._best(dict.fromkeys(repeats, 1)), *self._best(shared))
        return list({case.case: case for case in found}.values())

    def _best(self, shared: Mapping[str, int]) -> list[Case]:
        """As many as are looked at, in the order of :func:`memory.likes.nearest`."""
        cases = self._cases
        found = heapq.nsmallest(
            NEAREST + 1, shared, key=lambda name: (-shared[name], -cases[name].at_us, name)
        )
        return [cases[name] for name in found]


def _marks(case: Case) -> list[tuple[str, str]]:
    return [("", case.key), *((k, v) for k, v in case.context.items() if k in ALIKE_IN)]
