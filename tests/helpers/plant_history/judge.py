"""Knows what was planted, reads what the product answered, and counts what was right.

Answers are plain values, so that nothing of the product is needed to be judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from tests.helpers.plant_history import script
from tests.helpers.plant_history.units import BEGAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.helpers.plant_history.history import PlantHistory

#: A hint is about a cause when so much of its units with the fault is under it.
_MOSTLY = 0.5
#: A range of a number is the planted one when so much of it is.
_SAME_RANGE = 0.6


@dataclass(frozen=True, slots=True)
class FactorHint:
    """What the product says goes together with a fault: (factor, level, range or None) each."""

    parts: tuple[tuple[str, str, tuple[float, float] | None], ...]
    units: tuple[str, ...]


@dataclass(slots=True)
class CauseJudge:
    """Told every look the product took; ``found`` says after how many units of the cause.

    ``named`` counts the hints that name a cause, ``beside`` those about one that name something
    else.  ``false`` are hints of which most units are under no planted cause; ``looks`` are the
    analyses made, ``false_looks`` those with a false hint.
    """

    history: PlantHistory
    found: dict[str, int] = field(default_factory=dict)
    false: list[tuple[str, FactorHint]] = field(default_factory=list)
    named: int = 0
    beside: int = 0
    looks: int = 0
    false_looks: int = 0

    def saw(self, until_row: int, fault: str, hints: Sequence[FactorHint]) -> None:
        """What was said about ``fault`` when ``until_row`` units were built."""
        cause = next((cause for cause in script.CAUSES if cause.fault == fault), None)
        false = [hint for hint in hints if cause is None or not self._is_about(hint, cause)]
        self.false += [(fault, hint) for hint in false]
        self.looks += 1
        self.false_looks += bool(false)
        naming = 0 if cause is None else sum(_names(hint, cause) for hint in hints)
        self.named += naming
        self.beside += len(hints) - len(false) - naming
        if cause is not None and naming:
            self.found.setdefault(fault, until_row - cause.from_unit)

    def missed(self) -> list[script.Cause]:
        """The causes that were not found, or too late."""
        late = script.UNITS + 1
        return [
            cause for cause in script.CAUSES if self.found.get(cause.fault, late) > cause.within
        ]

    def accused(self) -> set[tuple[str, str]]:
        """The innocent that were named by a false hint."""
        named = {(part[0], part[1]) for _, hint in self.false for part in hint.parts}
        return named & set(script.INNOCENT)

    def _is_about(self, hint: FactorHint, cause: script.Cause) -> bool:
        under = self.history.units.under(cause)
        rows = [int(serial.removeprefix("U-")) - 1 for serial in hint.units]
        return bool(rows) and float(np.mean(under[rows])) >= _MOSTLY


@dataclass(frozen=True, slots=True)
class Score:
    """How many answers were right, and those that were not as (what, answer, truth)."""

    right: int
    wrong: tuple[tuple[str, str, str], ...]

    @property
    def share(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))


def outcomes(history: PlantHistory, answers: Mapping[str, str]) -> Score:
    """Of decisions: status by decision; worse and recurred are one, since both did not help."""
    failed = {"worse": "recurred"}
    pairs = [
        (one.decision.decision, answers.get(one.decision.decision, ""), str(one.outcome))
        for one in history.truth.told.decided
    ]
    wrong = [
        (name, answer, truth)
        for name, answer, truth in pairs
        if failed.get(answer, answer) != failed.get(truth, truth)
    ]
    return Score(len(pairs) - len(wrong), tuple(wrong))


@dataclass(slots=True)
class AdviceJudge:
    """Told, after each decision, what the product says of every response to its key.

    A status is one of ``live``, ``suspended``, ``expired``, ``contradiction``, ``not_enough``.
    """

    history: PlantHistory
    uses: dict[tuple[str, str], int] = field(default_factory=dict)
    suspended_after: dict[tuple[str, str], int] = field(default_factory=dict)
    last: dict[tuple[str, str], str] = field(default_factory=dict)
    heard: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def saw(self, key: str, response: str, statuses: Mapping[str, str]) -> None:
        """``response`` was used once more; ``statuses`` are those of the responses to ``key``."""
        used = (key, response)
        self.uses[used] = self.uses.get(used, 0) + 1
        self.heard_of(key, statuses)

    def heard_of(self, key: str, statuses: Mapping[str, str]) -> None:
        """What was said when somebody met the key again, before anything was done."""
        for code, status in statuses.items():
            self.last[key, code] = status
            self.heard.setdefault((key, code), set()).add(status)
            if status == "suspended":
                self.suspended_after.setdefault((key, code), self.uses.get((key, code), 0))

    def late(self, most_uses: int = 8) -> list[tuple[str, str]]:
        """Harmful advice that was not suspended within so many uses."""
        beyond = most_uses + 1
        return [
            one
            for one in self._of(script.HARMFUL)
            if self.suspended_after.get(one, beyond) > most_uses
        ]

    def wronged(self) -> list[tuple[str, str]]:
        """Good advice that was ever suspended."""
        return [one for one in self._of(script.GOOD) if one in self.suspended_after]

    def unheard(self) -> list[tuple[str, str, str]]:
        """What should have been said of a response at some time and never was."""
        expected = {
            script.CONTRADICTS: "contradiction",
            script.TOO_FEW: "not_enough",
            script.EXPIRED: "expired",
        }
        return [
            (*one, status)
            for truth, status in expected.items()
            for one in self._of(truth)
            if status not in self.heard.get(one, set())
        ]

    def _of(self, truth: str) -> list[tuple[str, str]]:
        return [
            (trouble.key, code)
            for trouble in script.TROUBLES
            for code, what in trouble.truth.items()
            if what == truth
        ]


@dataclass(frozen=True, slots=True)
class Returned:
    """Which planted recurrences were found, after how many events, and what else was said."""

    found: frozenset[str]
    missed: frozenset[str]
    false: tuple[tuple[str, datetime], ...]


def recurrences(answers: Iterable[tuple[str, datetime]]) -> Returned:
    """Of (key, when it was said): true in the planted days and the 14 after them."""
    planted = {one.key: one for one in script.RECURRING}
    found, false = set(), []
    for key, said_at in answers:
        one = planted.get(key)
        day = (said_at - BEGAN) / timedelta(days=1)
        if one is not None and one.from_day <= day <= one.until_day + 14:
            found.add(key)
        else:
            false.append((key, said_at))
    return Returned(frozenset(found), frozenset(planted) - found, tuple(false))


def search(history: PlantHistory, answers: Mapping[str, Sequence[str]]) -> float:
    """Of the cases found for each query (its text as typed): the share that is on its topic."""
    topics = {
        text: query.topic
        for query in history.truth.queries
        for text in (query.clean, query.misspelt, query.abbreviated)
    }
    shares = [
        sum(history.truth.topic_of.get(case) == topics[text] for case in cases)
        / max(1, len(cases))
        for text, cases in answers.items()
    ]
    return sum(shares) / max(1, len(shares))


def _names(hint: FactorHint, cause: script.Cause) -> bool:
    """Whether the hint says exactly the cause."""
    levels = {(factor, level) for factor, level, span in hint.parts if span is None}
    spans = [(factor, span) for factor, _, span in hint.parts if span is not None]
    if levels != set(cause.levels):
        return False
    if cause.at_least is None:
        return not spans
    factor, least = cause.at_least
    return len(spans) == 1 and spans[0][0] == factor and _mostly_above(spans[0][1], least)


def _mostly_above(span: tuple[float, float], least: float) -> bool:
    low, high = span
    return high > low and (high - max(low, least)) / (high - low) >= _SAME_RANGE
