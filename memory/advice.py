"""Whether a response may still be advised: what harms is suspended, what proves itself moves on.

Nothing here is final by itself: a suspension waits for somebody who looks, a contradiction and
a proposal go to the engineer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from analysis.beta import beta_p
from analysis.sequential import evidence_below, evidence_of_lower
from memory.links import Linked
from memory.ranking import lower_bound
from memory.records import BAD, GOOD, Decision, Outcome
from memory.scopes import Context, is_of_another, overlap, what_changed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

#: The thing did not come back in the window, whether or not that proves anything.
QUIET = GOOD | {Outcome.TOO_RARE}
#: Harm is a success below this share of what is usual; being that sure suspends.
HARM_SHARE = 0.7
HARM_SURENESS = 0.9
LEAST_USES = 4
#: And so strong must the evidence be against "as good as usual": the rule is asked again after
#: every use, and of advice as good as usual no more than one in ten may ever be suspended by it
#: (analysis.sequential).
HARM_EVIDENCE = 10.0
#: What is usual while nothing else was tried.
TOSS_UP = 0.5
#: So often held, in so many shifts, and surely more than a toss-up: worth an instruction.
PROMOTE_HELD = 5
PROMOTE_SHIFTS = 2
PROMOTE_LOWER = 0.5
#: Four half-lives of an outcome (memory.ranking): nobody needed it, and nothing fresh is known.
RETIRE_UNITS = 20_000
UNUSED = "unused"


class Use(Struct, frozen=True, kw_only=True):
    """One time the advice was followed, and what came of it; ``closed_at_us`` is UTC in µs.

    ``shift`` is "" where no station said it: it is no shift of its own.
    A window in which a repeat was too rare to be missed counts with those it did not come back
    in, as its repeat counts against it: who leaves out the one must leave out the other.  The
    other responses to the key are as lucky.
    """

    decision: str
    outcome: Outcome
    closed_at_us: int
    shift: str
    is_safety: bool = False
    has_escaped: bool = False


class Review(Struct, frozen=True, kw_only=True):
    """Somebody looked: "reinstate" (what was before counts no more against it) or "retire"."""

    at_us: int
    role: str
    action: str


class AdviceState(StrEnum):
    """What may be done with it; only the first and third are advised."""

    LIVE = "live"
    SUSPENDED = "suspended"
    PROPOSED = "proposed"
    IN_INSTRUCTION = "in_instruction"
    RETIRED = "retired"


class Standing(Struct, frozen=True, kw_only=True):
    """How an advice stands, and the decisions that rests on.

    ``reason``: "", "harmful", "worse_safety", "worse_escape", "held_often", "in_instruction",
    "reviewed", "changed" or "unused".  The counts are since the last review; ``rare`` windows were
    quiet and too rare to tell.
    """

    state: AdviceState
    reason: str = ""
    held: int = 0
    failed: int = 0
    rare: int = 0
    since_us: int | None = None
    evidence: tuple[str, ...] = ()
    instruction: str | None = None

    @property
    def is_advised(self) -> bool:
        return self.state in (AdviceState.LIVE, AdviceState.PROPOSED)


class Contradiction(Struct, frozen=True, kw_only=True):
    """Two live decisions on one key whose responses exclude each other; the newest of each."""

    key: str
    one: str
    other: str
    responses: tuple[str, str]


class Usual(Struct, frozen=True):
    """What the key's other responses brought: when each use closed, and whether it was quiet."""

    closed: tuple[tuple[int, bool], ...] = ()

    @property
    def share(self) -> float:
        """Near a half with few of them known (Laplace)."""
        quiet = sum(is_quiet for _, is_quiet in self.closed)
        return (quiet + 1) / (len(self.closed) + 2)


def usual_success(others: Iterable[Use]) -> Usual:
    """What to hold an advice against: the uses of everything else that was done about its key."""
    return Usual(
        tuple(sorted((use.closed_at_us, use.outcome in QUIET) for use in _counted(others)))
    )


def stand(
    uses: Iterable[Use],
    *,
    usual: Usual,
    reviews: Iterable[Review] = (),
    instruction: str | None = None,
    units_since: int = 0,
    changed: str | None = None,
) -> Standing:
    """How the advice stands now; the order in which uses and reviews come does not matter.

    ``usual`` is what else was done (:func:`usual_success`), ``units_since`` what was built since
    its last use, ``changed`` what of its scope was replaced (memory.scopes).  What nobody needed
    and somebody reinstated is advised until it was used once more.
    """
    last = max(reviews, key=lambda review: (review.at_us, review.action), default=None)
    if last is not None and last.action == "retire":
        return Standing(state=AdviceState.RETIRED, reason="reviewed", since_us=last.at_us)
    from_us = -1 if last is None else last.at_us
    closed = sorted(
        (use for use in _counted(uses) if use.closed_at_us > from_us),
        key=lambda use: (use.closed_at_us, use.decision),
    )
    suspended = _suspended(closed, usual, instruction)
    if suspended is not None:
        return suspended
    unused = 0 if last is not None and not closed else units_since
    state, reason = _undisturbed(closed, instruction, unused, changed)
    return _standing(state, reason, closed, instruction)


def is_surely_harmful(quiet: int, n: int, others_quiet: int, others_n: int) -> bool:
    """Whether so many quiet windows of ``n`` suspend, where others had theirs of ``others_n``."""
    usual = (others_quiet + 1) / (others_n + 2)
    if n < LEAST_USES or beta_p(1 + quiet, 1 + n - quiet, HARM_SHARE * usual) <= HARM_SURENESS:
        return False
    if not others_n:
        return evidence_below(quiet, n, TOSS_UP) >= HARM_EVIDENCE
    return evidence_of_lower(quiet, n, others_quiet, others_n) >= HARM_EVIDENCE


def contradictions(
    decisions: Iterable[Decision], opposites: Mapping[str, Collection[str]], linked: Linked
) -> tuple[Contradiction, ...]:
    """What the engineer must settle; ``opposites`` are the list's pairs of responses.

    A decision that failed, is void, superseded or in an instruction speaks against nobody.
    """
    newest: dict[tuple[str, str], list[Decision]] = {}
    for decision in sorted(decisions, key=lambda d: (-d.decided_at_us, d.decision)):
        if _is_live(decision, linked):
            newest.setdefault((decision.key, decision.response), []).append(decision)
    found = []
    for (key, one), (other_key, other) in combinations(sorted(newest), 2):
        if key != other_key or not _are_opposite(one, other, opposites):
            continue
        pair = _first_overlap(newest[key, one], newest[key, other])
        if pair is not None:
            found.append(
                Contradiction(
                    key=key, one=pair[0].decision, other=pair[1].decision, responses=(one, other)
                )
            )
    return tuple(found)


def contradicted(
    decisions: Iterable[Decision], context: Context, opposites: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """Responses that a decision on the same key excludes, of what still speaks in the context."""
    here = [
        one
        for one in decisions
        if what_changed(one.scope, context) is None and not is_of_another(one.scope, context)
    ]
    found = contradictions(here, opposites, Linked(()))
    return frozenset(code for one in found for code in one.responses)


def _counted(uses: Iterable[Use]) -> Iterator[Use]:
    return (use for use in uses if use.outcome in QUIET | BAD)


def _suspended(closed: Sequence[Use], usual: Usual, instruction: str | None) -> Standing | None:
    """The first moment at which it had to stop; better uses afterwards do not lift it."""
    own, others = _Count(), _Count()
    for use, was_quiet in _in_order(closed, usual):
        (others if use is None else own).add(is_quiet=was_quiet)
        reason = _harm(use, own, others)
        if reason:
            return _standing(AdviceState.SUSPENDED, reason, closed[: own.n], instruction)
    return None


def _in_order(closed: Sequence[Use], usual: Usual) -> Iterator[tuple[Use | None, bool]]:
    """The advice's own uses among those of the others (``None``), as they became known."""
    own = [(use.closed_at_us, use, use.outcome in QUIET) for use in closed]
    others = [(at_us, None, is_quiet) for at_us, is_quiet in usual.closed]
    both = sorted([*others, *own], key=lambda one: (one[0], one[1] is not None))
    return ((use, is_quiet) for _, use, is_quiet in both)


@dataclass(slots=True)
class _Count:
    quiet: int = 0
    n: int = 0

    def add(self, *, is_quiet: bool) -> None:
        self.quiet += is_quiet
        self.n += 1


def _harm(use: Use | None, own: _Count, others: _Count) -> str:
    if use is not None and use.outcome is Outcome.WORSE and use.is_safety:
        return "worse_safety"
    if use is not None and use.outcome is Outcome.WORSE and use.has_escaped:
        return "worse_escape"
    return "harmful" if is_surely_harmful(own.quiet, own.n, others.quiet, others.n) else ""


def _undisturbed(
    closed: Sequence[Use], instruction: str | None, units_since: int, changed: str | None
) -> tuple[AdviceState, str]:
    if instruction is not None:
        return AdviceState.IN_INSTRUCTION, "in_instruction"
    if changed is not None:
        return AdviceState.RETIRED, "changed"
    if units_since >= RETIRE_UNITS:
        return AdviceState.RETIRED, UNUSED
    held = [use for use in closed if use.outcome in GOOD]
    failed = sum(use.outcome in BAD for use in closed)
    shifts = {use.shift for use in held if use.shift}
    is_often = len(held) >= PROMOTE_HELD and len(shifts) >= PROMOTE_SHIFTS
    if is_often and lower_bound(len(closed) - failed, failed) > PROMOTE_LOWER:
        return AdviceState.PROPOSED, "held_often"
    return AdviceState.LIVE, ""


def _standing(
    state: AdviceState, reason: str, uses: Sequence[Use], instruction: str | None
) -> Standing:
    return Standing(
        state=state,
        reason=reason,
        held=sum(use.outcome in GOOD for use in uses),
        failed=sum(use.outcome in BAD for use in uses),
        rare=sum(use.outcome is Outcome.TOO_RARE for use in uses),
        since_us=uses[-1].closed_at_us if uses else None,
        evidence=tuple(use.decision for use in uses),
        instruction=instruction,
    )


def _is_live(decision: Decision, linked: Linked) -> bool:
    if decision.outcome in BAD or decision.outcome is Outcome.VOID:
        return False
    standing = linked.standing(decision.decision)
    return standing.counts(decision.decision) and standing.instruction is None


def _are_opposite(one: str, other: str, opposites: Mapping[str, Collection[str]]) -> bool:
    return other in opposites.get(one, ()) or one in opposites.get(other, ())


def _first_overlap(
    ones: Sequence[Decision], others: Sequence[Decision]
) -> tuple[Decision, Decision] | None:
    """The newest two that speak about the same place."""
    pairs = ((one, other) for one in ones for other in others)
    return next((pair for pair in pairs if overlap(pair[0].scope, pair[1].scope)), None)
