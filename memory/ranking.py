"""What was done before, ordered by how surely it held.

A response is judged by the lower end of what its success may be, so three of three stand below
eighty of a hundred.  What nobody knows the outcome of is unknown, and no success.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

from analysis.beta import beta_quantile
from memory.records import BAD, GOOD, Outcome, Scope
from memory.scopes import CHANGES, OWN_WAYS, Context, match, what_changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memory.records import Decision

#: With fewer closed outcomes the interval of a share is wider than a half: no ranking on that.
LEAST_CLOSED = 5
#: One in ten times the success is below the bound that is shown.
LOWER = 0.10
#: About a month of a line that builds a unit every five minutes in two shifts: after it, wear,
#: staff and material have moved, and an outcome speaks half.
HALF_LIFE_UNITS = 5_000
#: Below this an outcome no longer speaks: more than four half-lives.
LEAST_FRESHNESS = 0.05


class Past(Struct, frozen=True, kw_only=True):
    """One time a response was chosen; ``units_since`` were built in its scope after it.

    ``weight``, 0 to 1, is how like the case was to the one at hand; 1 without a search.
    ``is_rare``: quiet, it would not have been called held; so its repeat is unknown, too.
    """

    decision: str
    response: str
    outcome: Outcome
    decided_at_us: int
    scope: Scope = Scope()
    units_since: int = 0
    weight: float = 1.0
    is_rare: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether its outcome says something of success."""
        return self.outcome in GOOD | BAD and not self.is_rare


class Ranked(Struct, frozen=True, kw_only=True):
    """A response with what is known of it; ``decisions`` are the records behind each number.

    ``lower`` is the 10 % bound of its success, by outcomes that still speak; ``score`` what it
    is ordered by.  ``stale`` are outcomes from before something in their scope ``changed``, or
    too long ago.  Without ``is_enough`` say "not enough cases".
    """

    response: str
    held: int
    failed: int
    unknown: int
    stale: int
    lower: float
    score: float
    is_enough: bool
    last_at_us: int
    changed: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()

    @property
    def closed(self) -> int:
        return self.held + self.failed


def past_of(decision: Decision, *, units_since: int) -> Past:
    """A decision as station and server rank it: of its scope, what may be replaced and where."""
    kept = {
        kind: value
        for kind, value in decision.scope.context.items()
        if kind in CHANGES or kind in OWN_WAYS
    }
    return Past(
        decision=decision.decision,
        response=decision.response,
        outcome=decision.outcome,
        is_rare=decision.is_rare,
        decided_at_us=decision.decided_at_us,
        scope=Scope(context=kept),
        units_since=units_since,
    )


def freshness(past: Past, context: Context) -> float:
    """How much a past outcome still says, 1 to 0."""
    if what_changed(past.scope, context) is not None:
        return 0.0
    share = float(0.5 ** (past.units_since / HALF_LIFE_UNITS))
    return share if share >= LEAST_FRESHNESS else 0.0


def lower_bound(held: float, failed: float) -> float:
    """The success that Beta(1 + held, 1 + failed) exceeds nine times in ten."""
    return beta_quantile(LOWER, 1 + held, 1 + failed)


def rank(pasts: Iterable[Past], context: Context) -> tuple[Ranked, ...]:
    """Each response once: those with enough closed outcomes first, each part best first.

    Equal ones stand by the newer use, then by code, so that the order is the same everywhere.
    A void decision was none.
    """
    by_response: dict[str, list[Past]] = {}
    for past in pasts:
        if past.outcome is not Outcome.VOID:
            by_response.setdefault(past.response, []).append(past)
    found = [_ranked(code, mine, context) for code, mine in by_response.items()]
    return tuple(
        sorted(found, key=lambda r: (not r.is_enough, -r.score, -r.last_at_us, r.response))
    )


def _ranked(response: str, pasts: Sequence[Past], context: Context) -> Ranked:
    closed = [p for p in pasts if p.is_closed]
    speaking = [(p, freshness(p, context)) for p in closed]
    speaking = [(p, share) for p, share in speaking if share > 0]
    # fsum: the same number whatever the order, so that equal records rank equally everywhere.
    held = math.fsum(share for p, share in speaking if p.outcome in GOOD)
    failed = math.fsum(share for p, share in speaking if p.outcome in BAD)
    fits = [match(p.scope, context) * p.weight for p, _ in speaking]
    lower = lower_bound(held, failed)
    changes = {what_changed(p.scope, context) for p in closed}
    return Ranked(
        response=response,
        held=sum(p.outcome in GOOD for p, _ in speaking),
        failed=sum(p.outcome in BAD for p, _ in speaking),
        unknown=len(pasts) - len(closed),
        stale=len(closed) - len(speaking),
        lower=lower,
        score=lower * math.fsum(fits) / len(fits) if fits else 0.0,
        is_enough=len(speaking) >= LEAST_CLOSED,
        last_at_us=max(p.decided_at_us for p in pasts),
        changed=tuple(sorted(change for change in changes if change)),
        decisions=tuple(sorted(p.decision for p in pasts)),
    )
