"""Settles what somebody reported once it is over: a defect that is decided, a danger that ended.

Facts arrive in any order, so each of these draws the reports of its unit anew.  A defect that was
reported and never described stays open: nobody has said what became of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import ProblemReported
from app.domain.nonconformance import TO_REWORK
from app.domain.problem_events import (
    DefectDismissed,
    DefectRecorded,
    DefectResolved,
    ProblemEnded,
)
from app.domain.quality_events import UnitDisposed
from server.read.situation_overlap import happened_at
from server.read.situation_store import close_situation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from server.read.batch import Batch
    from server.read.facts import Fact

_DEFECT = "defect"
_KNOWN = (
    ProblemReported,
    ProblemEnded,
    DefectRecorded,
    DefectDismissed,
    DefectResolved,
    UnitDisposed,
)
_KINDS = tuple(body.KIND for body in _KNOWN)


def problem_key(fact: Fact) -> str:
    """The key of the situation that a report opens."""
    return f"problem:{fact.envelope.event_id}"


def settle_problems(batch: Batch, fact: Fact) -> None:
    """Close the reports about the unit that nothing is left of."""
    if fact.unit is None or not isinstance(fact.body, _KNOWN):
        return
    facts = sorted(batch.lifecycle(fact.unit, _KINDS, upto=fact.pos), key=happened_at)
    for settled in (*_decided(facts), *_ended(facts)):
        close_situation(batch, problem_key(settled), at=fact.envelope.at)


def _decided(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Reported defects once none of the unit is open; rework leaves them to be put right."""
    reported: list[Fact] = []
    numbers: set[int] = set()
    for fact in facts:
        match fact.body:
            case ProblemReported(code=code):
                reported += [fact] if code == _DEFECT else []
                continue
            case DefectRecorded(number=number):
                numbers.add(number)
                continue
            case DefectResolved(number=number):
                numbers.discard(number)
            case UnitDisposed(disposition=how) if how != TO_REWORK:
                numbers.clear()
            case DefectDismissed():
                pass
            case _:
                continue
        if not numbers:
            yield from reported
            reported = []


def _ended(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Reports of what a person said is over by now."""
    reported: list[Fact] = []
    for fact in facts:
        body = fact.body
        if isinstance(body, ProblemReported):
            reported.append(fact)
        elif isinstance(body, ProblemEnded):
            yield from (one for one in reported if _code(one) == body.code)


def _code(fact: Fact) -> str | None:
    return fact.body.code if isinstance(fact.body, ProblemReported) else None
