"""What a station records for the decision memory: situations, the card, decisions.

Roles and shifts, never people: who it was stands in the envelope, and stays in the signed record.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from msgspec import Struct

from app.domain.event_body import Body


class EvidenceRef(Struct, frozen=True, omit_defaults=True):
    """An event a situation rests on; ``role`` is "trigger", "context" or "contradicts".

    ``event`` and ``hash`` are the envelope's; ``facts`` its values as they were seen then.
    """

    event: str
    hash: str
    role: str = "trigger"
    facts: dict[str, str] = {}


class SituationOpened(Body, frozen=True, kw_only=True):
    """Something happened that asks for a decision; without evidence there is none.

    ``kind`` is "stop", "nok", "material", "quality", "tool", "people", "schedule" or "other";
    ``key`` says what would be a repeat of it.  ``context`` names things by kind: "station",
    "product", "variant", "revision", "order", "step", "part", "lot", "supplier", "tool",
    "program", "shift", "last_change" …; ``impact`` counts "units", "minutes", "promise_min".
    """

    KIND: ClassVar[str] = "situation.opened"
    situation: str
    kind: str
    key: str
    title: str
    evidence: tuple[EvidenceRef, ...]
    context: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it
    impact: dict[str, float] = {}  # noqa: RUF012 - as above
    severity: str = "normal"
    step: str | None = None


class CardShown(Body, frozen=True, kw_only=True):
    """What the card showed, so that it can be shown again years later.

    ``shown`` is the JSON of :class:`memory.suggest.Shown`: responses in their order with the
    counts and the cases they rest on, the suggestions, and the versions of lists and method.
    """

    KIND: ClassVar[str] = "card.shown"
    situation: str
    shown: str
    step: str | None = None


class CasesOpened(Body, frozen=True, kw_only=True):
    """Somebody looked at the cases behind what the card showed.

    ``cases`` are their decisions, or the cases themselves where none is known, as the ranking
    that was shown names them.
    """

    KIND: ClassVar[str] = "card.cases_opened"
    situation: str
    cases: tuple[str, ...] = ()
    step: str | None = None


class CardDrafted(Body, frozen=True, kw_only=True):
    """What is chosen so far: kept when the page is left, and through a power cut."""

    KIND: ClassVar[str] = "card.drafted"
    situation: str
    constraint: str | None = None
    response: str | None = None
    tradeoffs: tuple[str, ...] = ()
    expectation: str | None = None
    words: str | None = None
    step: str | None = None


class CardPostponed(Body, frozen=True, kw_only=True):
    """Later: once here, then it goes to the lead at the end of the ``shift``."""

    KIND: ClassVar[str] = "card.postponed"
    situation: str
    shift: str
    step: str | None = None


class DecisionMade(Body, frozen=True, kw_only=True):
    """What was decided, on what was shown, at what price, and what it should bring.

    ``constraint`` and ``response`` are codes of the plant's lists ("unknown" is an answer,
    "other" has ``words``); ``kind`` is "contain", "correct", "prevent", "accept" or "escalate".
    ``expected_units`` and ``expected_hours`` are the window of the expectation ``metric``;
    ``confidence`` 1 to 3; ``after_s`` is how long it took from when the card was seen, ``taps``
    how many touches.
    """

    KIND: ClassVar[str] = "decision.made"
    decision: str
    situation: str
    key: str
    constraint: str
    response: str
    kind: str
    role: str
    shift: str
    context: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it
    tradeoffs: tuple[str, ...] = ()
    metric: str = "repeats"
    direction: str = "none"
    threshold: float = 0.0
    expected_units: int = 50
    expected_hours: float = 72.0
    confidence: int = 2
    is_safety: bool = False
    approval: str | None = None
    words: str | None = None
    lists: str = ""
    after_s: float = 0.0
    taps: int = 0
    step: str | None = None


class DecisionConfirmed(Body, frozen=True, kw_only=True):
    """What only a person knows, by one tap: ``answer`` is "yes", "no", "other" or "partly"."""

    KIND: ClassVar[str] = "decision.confirmed"
    decision: str
    answer: str
    words: str | None = None
    step: str | None = None


class MemoryPicked(Body, frozen=True, kw_only=True):
    """What was typed into the search, and which case was then opened: the glossary learns."""

    KIND: ClassVar[str] = "memory.picked"
    query: str
    case: str


MemoryBody: TypeAlias = (
    SituationOpened
    | CardShown
    | CasesOpened
    | CardDrafted
    | CardPostponed
    | DecisionMade
    | DecisionConfirmed
    | MemoryPicked
)
