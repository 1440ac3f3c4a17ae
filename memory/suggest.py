"""What people did and found in like cases, suggested with how far that goes, or not at all.

Nothing is ever preselected.  What was shown is a value that can be stored and worked out again
from what it rested on.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

import msgspec
from msgspec import Struct, structs

from memory.calibration import Calibration
from memory.likes import Like
from memory.ranking import Past, Ranked, lower_bound, rank
from memory.records import BAD, GOOD, Case, Outcome
from memory.scopes import CHANGES, scope_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Written into what was shown; a change of any rule here is a new name.
METHOD = "nearest-3"
MOST_SHOWN = 3
LEAST_LIKE = 3
#: What was found once is a case to read, no suggestion.
LEAST_SEEN = 2
#: A chip that is wrong two times of three costs more than the plain list.
LEAST_CONFIDENCE = 1 / 3
#: What is usual in the plant weighs as much as two like cases.
PRIOR_CASES = 2.0
MOST_SHARED_WORDS = 6
#: Answers, but nothing to suggest.
NO_SUGGESTION = frozenset({"unknown", "other"})


class Asked(StrEnum):
    """What is suggested."""

    CONSTRAINT = "constraint"
    RESPONSE = "response"
    TRADEOFF = "tradeoff"


class Basis(Struct, frozen=True, kw_only=True):
    """All that a suggestion rests on.

    ``usual`` counts, for each of :class:`Asked`, how often a code was chosen in the plant;
    ``pasts`` are the decisions of like cases by case id, where more is known than the case says
    (units since); ``barred`` responses are not advised now (memory.advice); ``lists`` is the
    version of the code lists.  ``upto`` is the place in the plant's feed to which its documents
    were read: those, and what the station itself decided before, are all that is in here.
    """

    situation: str
    context: dict[str, str]
    likes: tuple[Like, ...]
    usual: dict[str, dict[str, int]] = {}
    pasts: dict[str, Past] = {}
    barred: frozenset[str] = frozenset()
    calibrations: dict[str, Calibration] = {}
    lists: str = ""
    upto: int = 0


class Suggestion(Struct, frozen=True, kw_only=True):
    """One code: in ``cases`` of ``of`` like ones; ``held`` and ``failed`` is what came of them.

    ``lower`` is the 10 % bound of the share (of a response: of its success); ``score`` orders,
    ``confidence`` is how often such a score was right.  ``fixed_by`` is the response that held
    most often, ``case_ids`` the cases, nearest first, ``why`` the words shared with them.
    """

    code: str
    cases: int
    of: int
    held: int
    failed: int
    lower: float
    score: float
    confidence: float
    last_at_us: int
    fixed_by: str | None = None
    case_ids: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """At most three suggestions; with none, ``silence`` says why.

    "few_cases": fewer than three like ones; "few_outcomes": no response with five closed;
    "not_sure": none is right often enough.
    """

    asked: Asked
    like: int
    suggestions: tuple[Suggestion, ...] = ()
    silence: str = ""


class Shown(Struct, frozen=True, kw_only=True):
    """What a person saw: the suggestions, what was done before, and what both rest on.

    ``inputs`` is the SHA-256 of the :class:`Basis`, ``cases`` the like ones with their likeness;
    ``barred`` and ``upto`` are the basis's.  From the feed up to there and the station's log the
    basis is put together again, and the digest says that it is the one.
    """

    situation: str
    method: str
    lists: str
    inputs: str
    cases: tuple[tuple[str, float], ...]
    answers: tuple[Answer, ...]
    ranked: tuple[Ranked, ...]
    barred: tuple[str, ...] = ()
    upto: int = 0

    def answer(self, asked: Asked) -> Answer:
        return next(answer for answer in self.answers if answer.asked is asked)


def show(basis: Basis) -> Shown:
    """The suggestions for a situation; the same basis always gives the same."""
    ranked = tuple(_rounded(one) for one in rank(_pasts(basis), basis.context))
    return Shown(
        situation=basis.situation,
        method=METHOD,
        lists=basis.lists,
        inputs=digest(basis),
        cases=tuple((like.case.case, round(like.likeness, 6)) for like in basis.likes),
        answers=(
            _by_votes(basis, Asked.CONSTRAINT),
            _by_outcomes(basis, ranked),
            _by_votes(basis, Asked.TRADEOFF),
        ),
        ranked=ranked,
        barred=tuple(sorted(basis.barred)),
        upto=basis.upto,
    )


def digest(basis: Basis) -> str:
    """The SHA-256 of the basis, written in one order."""
    return hashlib.sha256(msgspec.json.encode(basis, order="deterministic")).hexdigest()


def learned(calibration: Calibration, answer: Answer, right: Iterable[str]) -> Calibration:
    """Once it is known what was right (the confirmed cause, the response that held)."""
    true = set(right)
    for one in answer.suggestions:
        calibration = calibration.with_answer(one.score, was_right=one.code in true)
    return calibration


def codes_of(case: Case, asked: Asked) -> tuple[str, ...]:
    """What was answered in a case; nothing while it is open."""
    match asked:
        case Asked.CONSTRAINT:
            return (case.constraint,) if case.constraint else ()
        case Asked.RESPONSE:
            return (case.response,) if case.response else ()
        case Asked.TRADEOFF:
            return case.tradeoffs


# -- causes and tradeoffs: what like cases were found to be ------------------------------------


def _by_votes(basis: Basis, asked: Asked) -> Answer:
    answered = [like for like in basis.likes if codes_of(like.case, asked)]
    count = len(answered)
    if count < LEAST_LIKE:
        return Answer(asked=asked, like=count, silence="few_cases")
    codes = {code for like in answered for code in codes_of(like.case, asked)} - NO_SUGGESTION
    found = [_voted(basis, asked, code, answered) for code in codes]
    return _answer(asked, count, [one for one in found if one.cases >= LEAST_SEEN])


def _voted(basis: Basis, asked: Asked, code: str, answered: Sequence[Like]) -> Suggestion:
    """A like case that was answered otherwise, or "I do not know", votes against."""
    mine = [like for like in answered if code in codes_of(like.case, asked)]
    votes = math.fsum(like.likeness for like in mine)
    every = math.fsum(like.likeness for like in answered)
    usual = basis.usual.get(asked, {})
    prior = (usual.get(code, 0) + 1) / (sum(usual.values()) + len(usual) + 1)
    score = (votes + PRIOR_CASES * prior) / (every + PRIOR_CASES)
    lower = lower_bound(len(mine), len(answered) - len(mine))
    held = [like.case.response for like in mine if like.case.outcome in GOOD]
    fixes = Counter(response for response in held if response)
    return Suggestion(
        code=code,
        cases=len(mine),
        of=len(answered),
        held=len(held),
        failed=sum(like.case.outcome in BAD and not like.case.is_rare for like in mine),
        lower=round(lower, 6),
        score=round(score, 6),
        confidence=_confidence(basis, asked, score, lower),
        fixed_by=min(fixes, key=lambda fix: (-fixes[fix], fix), default=None),
        **_sources(mine),
    )


# -- responses: what held ----------------------------------------------------------------------


def _by_outcomes(basis: Basis, ranked: Sequence[Ranked]) -> Answer:
    answered = [like for like in basis.likes if like.case.response]
    count = len(answered)
    if count < LEAST_LIKE:
        return Answer(asked=Asked.RESPONSE, like=count, silence="few_cases")
    known = [
        one for one in ranked if one.is_enough and one.response not in basis.barred | NO_SUGGESTION
    ]
    if not known:
        return Answer(asked=Asked.RESPONSE, like=count, silence="few_outcomes")
    found = [_proven(basis, one, answered) for one in known]
    helpful = [one for one in found if one.confidence >= LEAST_CONFIDENCE]
    return _answer(Asked.RESPONSE, count, helpful)


def _proven(basis: Basis, one: Ranked, answered: Sequence[Like]) -> Suggestion:
    mine = [like for like in answered if like.case.response == one.response]
    return Suggestion(
        code=one.response,
        cases=len(mine),
        of=len(answered),
        held=one.held,
        failed=one.failed,
        lower=one.lower,
        score=one.score,
        confidence=_confidence(basis, Asked.RESPONSE, one.score, one.lower),
        **_sources(mine),
    )


def _pasts(basis: Basis) -> list[Past]:
    return [
        structs.replace(basis.pasts.get(like.case.case) or _past(like.case), weight=like.likeness)
        for like in basis.likes
        if like.case.response
    ]


def _past(case: Case) -> Past:
    """A case as a past decision: it spoke for what it had that may be replaced."""
    return Past(
        decision=case.decision or case.case,
        response=case.response or "",
        outcome=case.outcome or Outcome.WATCHING,
        decided_at_us=case.at_us,
        scope=scope_for(case.response, case.context, CHANGES),
        is_rare=case.is_rare,
    )


# -- both --------------------------------------------------------------------------------------


def _answer(asked: Asked, like: int, found: Iterable[Suggestion]) -> Answer:
    """The best must be sure enough; the others beside it are told with their counts."""
    best = sorted(found, key=lambda one: (-one.score, -one.last_at_us, one.code))
    if not best or best[0].confidence < LEAST_CONFIDENCE:
        return Answer(asked=asked, like=like, silence="not_sure")
    return Answer(asked=asked, like=like, suggestions=tuple(best[:MOST_SHOWN]))


def _confidence(basis: Basis, asked: Asked, score: float, lower: float) -> float:
    """While nobody knows how often it is right, no more than the cases surely say."""
    known = basis.calibrations.get(asked, Calibration()).confidence(score)
    return round(min(score, lower) if known is None else known, 6)


class _Sources(TypedDict):
    last_at_us: int
    case_ids: tuple[str, ...]
    why: tuple[str, ...]


def _sources(mine: Sequence[Like]) -> _Sources:
    words = dict.fromkeys(word for like in mine for word in like.why)
    return {
        "last_at_us": max(like.case.at_us for like in mine),
        "case_ids": tuple(like.case.case for like in mine),
        "why": tuple(words)[:MOST_SHARED_WORDS],
    }


def _rounded(one: Ranked) -> Ranked:
    """So that another machine's last digit makes it no other thing."""
    return structs.replace(one, lower=round(one.lower, 6), score=round(one.score, 6))
