"""What the screen sees of situations, their cards, and what like cases say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.whys import DEFAULT_CAUSES
from memory.code_lists import CONSTRAINTS, RESPONSES, TRADEOFFS

if TYPE_CHECKING:
    from app.domain.memory_documents import KnownDecision
    from app.domain.whys import Cause
    from app.ports.memory import SituationRecord
    from memory.code_lists import CodeList
    from memory.records import Case
    from memory.suggest import Shown


@dataclass(frozen=True, slots=True)
class KnownResponse:
    """What was done before in like cases.

    ``held`` and ``failed`` count closed outcomes that still speak; without ``is_enough`` they are
    too few to rank by.  ``barred`` is "suspended", "suspended_once" (worse, with safety or an
    escape), "suspended_said" (by a person), "retired" (nobody needed it for long),
    "contradicted" or "": then it is not advised.
    ``rolled_into`` is the instruction revision that says to do it.  ``tradeoffs`` are the prices
    paid, the most frequent first.
    """

    response: str
    held: int
    failed: int
    is_enough: bool
    last_us: int
    tradeoffs: tuple[str, ...] = ()
    barred: str = ""
    rolled_into: str | None = None


@dataclass(frozen=True, slots=True)
class LikeCase:
    """A like case and the words or things it shares."""

    case: Case
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What is known for one situation; ``shown`` goes into the record as it stands.

    ``lot`` is (part, lot, units that did this, newest units with it), where the lot is known.
    ``earlier`` is the newest closed decision on the same key, with its outcome.
    """

    situation: str
    shown: Shown
    responses: tuple[KnownResponse, ...] = ()
    cases: tuple[LikeCase, ...] = ()
    lot: tuple[str, str, int, int] | None = None
    earlier: KnownDecision | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """The plant's codes: causes by kind of signal, and the lists all situations share."""

    causes: dict[str, tuple[Cause, ...]] = field(default_factory=lambda: dict(DEFAULT_CAUSES))
    constraints: CodeList = CONSTRAINTS
    responses: CodeList = RESPONSES
    tradeoffs: CodeList = TRADEOFFS


@dataclass(frozen=True, slots=True)
class CardState:
    """Situations of the last hours, oldest first, and what is known for those looked at.

    ``worked`` is the decision that is asked about once its unit is done; ``told`` are own
    decisions whose outcome came back, the newest last.
    """

    situations: tuple[SituationRecord, ...] = ()
    advice: tuple[Advice, ...] = ()
    lists: Lists = field(default_factory=Lists)
    worked: SituationRecord | None = None
    told: tuple[KnownDecision, ...] = ()

    def of(self, situation: str) -> SituationRecord | None:
        return next((one for one in self.situations if one.name == situation), None)

    def advice_on(self, situation: str) -> Advice | None:
        """None until it was looked up."""
        return next((one for one in self.advice if one.situation == situation), None)
