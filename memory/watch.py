"""Whether a decision held: judged by what was built and what happened after it, asking nobody.

The verdict is worked out from the set of facts inside the window, so the order in which they
arrive does not matter.  What an offline station sends late may change a verdict that was
recorded: then a further record supersedes it, and both stay.
"""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from msgspec import Struct

from analysis.beta import beta_p
from memory.facts import (
    Built,
    Changed,
    Confirmed,
    Fact,
    Measured,
    Occurred,
    Retracted,
    Withdrawn,
)
from memory.records import Decision, Outcome, Scope
from memory.scopes import Context, covers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HOUR_US = 3_600_000_000

#: None seen where 3 were to be expected has a chance of e^-3, 5 %: fewer prove nothing.
LEAST_EXPECTED = 3.0
#: A containment that let nothing by was tried only by what came to it.
LEAST_HELD_BACK = 3
#: Under half of the units that were to be built, the window was no trial.
LEAST_SHARE_BUILT = 0.5
#: Worse is a rate at least doubled that chance gives at most once in a hundred windows.
WORSE_FACTOR = 2.0
WORSE_CHANCE = 0.01

REPEATS, ESCAPES, CONFIRMED = "repeats", "escapes", "confirmed"
CONTAIN = "contain"


class Baseline(Struct, frozen=True):
    """How it was before: so much in so many units.  Frozen when the decision is made."""

    amount: float = 0.0
    units: int = 0

    @property
    def rate(self) -> float | None:
        """A unit; ``None`` if nothing was built."""
        return self.amount / self.units if self.units else None


class Watch(Struct, frozen=True, kw_only=True):
    """What is looked at after a decision, and for how long.

    ``direction`` and ``threshold`` say what would be right of the ``metric``: "none";
    "at_most" the threshold; "fewer" than before by that share (0.5: half).
    ``expected_units`` is what was to be built in the window.
    """

    decision: str
    kind: str
    key: str
    decided_at_us: int
    scope: Scope = Scope()
    metric: str = REPEATS
    direction: str = "none"
    threshold: float = 0.0
    units: int = 50
    hours: float = 72.0
    expected_units: int = 50
    baseline: Baseline = Baseline()

    @property
    def until_us(self) -> int:
        """When the window is over whatever was built."""
        return self.decided_at_us + round(self.hours * HOUR_US)

    @property
    def is_containment(self) -> bool:
        """Whether it is judged by what was held back and what escaped."""
        return self.kind == CONTAIN and self.metric == ESCAPES

    def concerns(self, fact: Fact) -> bool:
        """Whether the fact belongs to this watch."""
        match fact:
            case Confirmed() | Withdrawn():
                return fact.decision == self.decision
            case Retracted():
                return fact.at_us > self.decided_at_us
            case Changed():
                return self._is_inside(fact.at_us) and self._is_changed_by(fact)
            case Occurred():
                return fact.key == self.key and self._is_in_scope(fact.at_us, fact.context)
            case Measured():
                return fact.metric == self.metric and self._is_in_scope(fact.at_us, fact.context)
            case Built():
                return self._is_in_scope(fact.at_us, fact.context)

    def _is_inside(self, at_us: int) -> bool:
        return self.decided_at_us < at_us <= self.until_us

    def _is_in_scope(self, at_us: int, context: Context) -> bool:
        return self._is_inside(at_us) and covers(self.scope, context, at_us)

    def _is_changed_by(self, fact: Changed) -> bool:
        own = self.scope.context
        is_elsewhere = any(
            own.get(kind, value) != value
            for kind, value in fact.context.items()
            if kind != fact.kind
        )
        return own.get(fact.kind) == fact.was and not is_elsewhere


class Verdict(Struct, frozen=True, kw_only=True):
    """How it stands, and what that rests on.

    ``rule`` is why: "open", "repeat", "over_limit", "rate_worse", "price_exceeded",
    "window_done", "held_back", "scope_changed", "few_units", "too_rare", "answered",
    "not_answered" or "withdrawn".  ``expected`` is the baseline over ``units``, ``None`` if there
    is none.  ``evidence`` are the events that closed it, and the counts are as of
    ``closed_at_us``; ``is_safety`` and ``has_escaped`` are of the whole window.  ``held_back`` are
    the units a containment met and did not let by.  ``is_rare``: the window was too short for
    what is so rare; quiet, it would have proved nothing, so a repeat is a fact that does not
    count when advice is ranked.  What escaped a containment always counts.
    """

    status: Outcome
    rule: str
    units: int
    observed: float
    expected: float | None = None
    closed_at_us: int | None = None
    evidence: tuple[str, ...] = ()
    is_safety: bool = False
    has_escaped: bool = False
    is_rare: bool = False
    held_back: int = 0


class OutcomeRecord(Struct, frozen=True, kw_only=True):
    """A verdict as it is written down; the highest ``number`` of a decision counts."""

    decision: str
    number: int
    verdict: Verdict
    supersedes: int | None = None


def watch_for(decision: Decision, *, baseline: Baseline, expected_units: int) -> Watch:
    """What its expectation asks to be watched, by the kind of the decision.

    A containment is judged by what escaped it, whatever goes on happening before it.
    """
    expectation = decision.expectation
    is_contained = decision.kind == CONTAIN and expectation.metric == REPEATS
    return Watch(
        decision=decision.decision,
        kind=decision.kind,
        key=decision.key,
        decided_at_us=decision.decided_at_us,
        scope=decision.scope,
        metric=ESCAPES if is_contained else expectation.metric,
        direction=expectation.direction,
        threshold=expectation.threshold,
        units=expectation.units,
        hours=expectation.hours,
        expected_units=expected_units,
        baseline=baseline,
    )


def baseline_before(decision: Decision, facts: Iterable[Fact], *, units: int) -> Baseline:
    """The rate of the last ``units`` in scope before the decision, what led to it among them."""
    metric = decision.expectation.metric
    if decision.kind == CONTAIN and metric == REPEATS:
        metric = ESCAPES
    before = [
        fact
        for fact in facts
        if isinstance(fact, Built | Occurred | Measured)
        and fact.at_us <= decision.decided_at_us
        and all(fact.context.get(k) == v for k, v in decision.scope.context.items())
        and (not isinstance(fact, Occurred) or fact.key == decision.key)
    ]
    built = sorted(fact.at_us for fact in before if isinstance(fact, Built))[-units:]
    since = built[0] if len(built) == units else min((f.at_us for f in before), default=0)
    amounts = [_amount(fact, metric) for fact in before if fact.at_us >= since]
    return Baseline(sum(amounts), len(built))


def units_to_tell(baseline: Baseline) -> int | None:
    """The shortest window that can show that it held; ``None`` if no rate is known."""
    if not baseline.rate:
        return None
    return -int(-LEAST_EXPECTED // baseline.rate)


def with_fact(facts: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    """The facts of a watch with one more, in order of time; one that is there stays alone."""
    if fact in facts:
        return facts
    grown = list(facts)
    insort(grown, fact, key=_place)
    return tuple(grown)


def judge(watch: Watch, facts: Iterable[Fact], now_us: int) -> Verdict:
    """How the decision stands at ``now_us``; the order of the facts does not matter.

    Call it again with every further fact and on a sweep of the clock, until the window is over
    and no station is behind: a "recurred" may still become "worse".
    """
    mine = _each_once(fact for fact in facts if watch.concerns(fact))
    gone = {f.what for f in mine if isinstance(f, Retracted)}
    return _Trial(watch, [f for f in mine if f.event not in gone], now_us).verdict()


def held_back_by(watch: Watch, facts: Iterable[Fact], until_us: int) -> list[Occurred]:
    """What a containment met in its place until then: each unit once, by its first event.

    ``facts`` are those that concern it, in order of time.  Other decisions hold nothing back.
    """
    met: dict[str, Occurred] = {}
    for fact in facts if watch.is_containment else ():
        if isinstance(fact, Occurred) and not fact.has_escaped and fact.at_us <= until_us:
            met.setdefault(fact.unit or fact.event, fact)
    return list(met.values())


def next_record(
    last: OutcomeRecord | None, watch: Watch, verdict: Verdict
) -> OutcomeRecord | None:
    """What is to be written down, if the verdict says other than the ``last`` record."""
    if last is None:
        if verdict.status is Outcome.WATCHING:
            return None
        return OutcomeRecord(decision=watch.decision, number=1, verdict=verdict)
    if _gist(last.verdict) == _gist(verdict):
        return None
    number = last.number
    return OutcomeRecord(
        decision=watch.decision, number=number + 1, verdict=verdict, supersedes=number
    )


def _gist(verdict: Verdict) -> tuple[Outcome, str, float, bool, bool]:
    """A late unit alone moves counts, not what is known: that is no new record."""
    flags = (verdict.is_safety, verdict.has_escaped)
    return (verdict.status, verdict.rule, verdict.observed, *flags)


class _Trial:
    """One watch against the facts that concern it, in order of time."""

    def __init__(self, watch: Watch, facts: list[Fact], now_us: int) -> None:
        self._watch = watch
        self._facts = facts
        self._change = next((f for f in facts if isinstance(f, Changed)), None)
        built = [f for f in facts if isinstance(f, Built)]
        full = built[watch.units - 1] if len(built) >= watch.units else None
        ends = [watch.until_us]
        ends += [f.at_us for f in (full, self._change) if f is not None]
        self._end_us = min(ends)
        self._is_over = now_us >= self._end_us
        self._is_full = full is not None and full.at_us == self._end_us
        self._built = [f for f in built if f.at_us <= self._end_us]
        counts = [(f, _amount(f, watch.metric)) for f in facts if f.at_us <= self._end_us]
        self._counts = [(f, amount) for f, amount in counts if amount]

    def verdict(self) -> Verdict:
        for fact in self._facts:
            if isinstance(fact, Withdrawn):
                return self._closed(Outcome.VOID, "withdrawn", fact.at_us, [fact])
        if self._watch.metric == CONFIRMED:
            return self._answered()
        return self._failed() or (self._done() if self._is_over else self._open())

    def _open(self) -> Verdict:
        return self._closed(Outcome.WATCHING, "open", None, [])

    def _answered(self) -> Verdict:
        answers = [f for f in self._facts if isinstance(f, Confirmed)]
        if answers:
            said = {"yes": Outcome.HELD, "no": Outcome.RECURRED}
            status = said.get(answers[-1].answer, Outcome.INCONCLUSIVE)
            return self._closed(status, "answered", answers[-1].at_us, answers[-1:])
        if not self._is_over:
            return self._open()
        return self._closed(Outcome.INCONCLUSIVE, "not_answered", self._end_us, [])

    def _failed(self) -> Verdict | None:
        """Closed by the event that crossed the limit, whatever more may come."""
        crossing = self._first(lambda total: total > self._limit(self._watch.units))
        if not crossing:
            return self._failed_at_end()
        if self._watch.metric not in (REPEATS, ESCAPES):
            return self._closed(Outcome.WORSE, "price_exceeded", crossing[-1].at_us, crossing)
        worse = self._first(self._is_worse)
        if worse:
            last = max(worse[-1].at_us, crossing[-1].at_us)
            return self._closed(Outcome.WORSE, "rate_worse", last, worse)
        rule = "repeat" if self._watch.direction == "none" else "over_limit"
        return self._closed(Outcome.RECURRED, rule, crossing[-1].at_us, crossing)

    def _failed_at_end(self) -> Verdict | None:
        """Fewer units than planned allow less."""
        total = sum(amount for _, amount in self._counts)
        if not self._is_over or total <= self._limit(len(self._built)):
            return None
        counted = [fact for fact, _ in self._counts]
        return self._closed(Outcome.RECURRED, "over_limit", self._end_us, counted)

    def _first(self, is_reached: Callable[[float], bool]) -> list[Fact]:
        """What was counted up to where the total reached something; nothing if it did not."""
        total = 0.0
        for place, (_, amount) in enumerate(self._counts):
            total += amount
            if is_reached(total):
                return [fact for fact, _ in self._counts[: place + 1]]
        return []

    def _limit(self, units: int) -> float:
        """What may be seen in so many units."""
        watch = self._watch
        if watch.direction == "at_most":
            return watch.threshold
        if watch.direction == "fewer":
            return (1 - watch.threshold) * (watch.baseline.rate or 0.0) * units
        return 0.0

    def _is_worse(self, count: float) -> bool:
        """Against what the whole window would have had: looking often makes nothing worse.

        What was seen before is no better known than what is seen now, so that both are compared:
        of equal rates each falls into the window by its share of the units, a binomial
        (Przyborowski and Wilenski 1940).  P(≥ count) by DLMF 8.17.5.
        """
        baseline, units = self._watch.baseline, self._watch.units
        if not baseline.units or not count:
            return False
        if self._watch.is_containment and not baseline.amount:
            return False  # nobody looked behind a place that was to hold nothing back yet
        is_doubled = count >= WORSE_FACTOR * baseline.amount / baseline.units * units
        share = units / (units + baseline.units)
        return is_doubled and beta_p(count, baseline.amount + 1, share) < WORSE_CHANCE

    def _done(self) -> Verdict:
        last = self._built[-1:]
        change = self._change
        if change is not None and change.at_us == self._end_us and not self._is_full:
            return self._closed(Outcome.INCONCLUSIVE, "scope_changed", self._end_us, [change])
        held_back = held_back_by(self._watch, self._facts, self._end_us)
        if len(held_back) >= LEAST_HELD_BACK:
            return self._closed(Outcome.HELD, "held_back", self._end_us, held_back)
        least = LEAST_SHARE_BUILT * self._watch.expected_units
        if not self._is_full and len(self._built) < least:
            return self._closed(Outcome.INCONCLUSIVE, "few_units", self._end_us, last)
        if self._is_rare(len(self._built)):
            return self._closed(Outcome.TOO_RARE, "too_rare", self._end_us, last)
        return self._closed(Outcome.HELD, "window_done", self._end_us, last)

    def _is_rare(self, units: int) -> bool:
        """Whether none in so many units would prove nothing."""
        is_rate = self._watch.metric in (REPEATS, ESCAPES)
        return is_rate and (self._expected(units) or 0.0) < LEAST_EXPECTED

    def _is_no_proof(self, held_back: int) -> bool:
        """Whether the outcome counts on neither side when responses are ranked."""
        is_proof = self._watch.is_containment and (self._counts or held_back >= LEAST_HELD_BACK)
        return not is_proof and self._is_rare(self._watch.units)

    def _expected(self, units: int) -> float | None:
        rate = self._watch.baseline.rate
        return None if rate is None else rate * units

    def _closed(
        self, status: Outcome, rule: str, at_us: int | None, evidence: Sequence[Fact]
    ) -> Verdict:
        until_us = self._end_us if at_us is None else at_us
        counts = [(fact, amount) for fact, amount in self._counts if fact.at_us <= until_us]
        units = sum(fact.at_us <= until_us for fact in self._built)
        again = [fact for fact, _ in self._counts if isinstance(fact, Occurred)]
        held_back = len(held_back_by(self._watch, self._facts, until_us))
        return Verdict(
            status=status,
            rule=rule,
            units=units,
            observed=sum(amount for _, amount in counts),
            expected=self._expected(units),
            closed_at_us=at_us,
            evidence=tuple(fact.event for fact in evidence),
            is_safety=any(fact.is_safety for fact in again),
            has_escaped=any(fact.has_escaped for fact in again),
            is_rare=self._is_no_proof(held_back),
            held_back=held_back,
        )


def _amount(fact: Fact, metric: str) -> float:
    """What the fact adds to the metric."""
    match fact:
        case Occurred():
            return float(metric == REPEATS or (metric == ESCAPES and fact.has_escaped))
        case Measured():
            return fact.amount if fact.metric == metric else 0.0
        case _:
            return 0.0


def _each_once(facts: Iterable[Fact]) -> list[Fact]:
    """In order of time; of two readings of one event the same one is taken by everybody."""
    chosen: dict[tuple[int, str, str], Fact] = {}
    for fact in facts:
        other = chosen.setdefault(_place(fact), fact)
        if other != fact:
            chosen[_place(fact)] = max(fact, other, key=repr)
    return [chosen[place] for place in sorted(chosen)]


def _place(fact: Fact) -> tuple[int, str, str]:
    """By time; two of one moment by their events, so that every reader counts alike."""
    return (fact.at_us, fact.event, type(fact).__name__)
