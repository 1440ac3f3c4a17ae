"""On which units a step is due: by count, time, start, stop, change, or the plan of the lot.

Pure: what was decided and done before comes in, and one decision for the unit goes out.  It is
made once, when the unit starts, and stands in its record with its reason.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.domain.acceptance import Severity, next_severity, single_plan
from app.domain.sample_events import SampleDecided

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.instructions import LotRule, SamplingRule
    from app.domain.sample_events import LotPlan

Outcome = Literal["open", "done", "missed"]
WAIT, MARK = "wait", "mark"
#: A step that nothing makes due on this unit.
NOT_DUE = "not_due"
_MINUTE_US = 60_000_000


@dataclass(frozen=True, slots=True)
class Sample:
    """An earlier decision, and what became of it; ``bad`` when something was found."""

    unit: str
    at_us: int
    body: SampleDecided
    outcome: Outcome = "open"
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """The unit that starts, and the circumstances; ``stopped_us`` is when the last stop ended."""

    now_us: int
    order: str
    variant: str
    revision: str
    shift: str
    lot_size: int
    stopped_us: int | None = None


def decided(
    step: str, rule: SamplingRule, moment: Moment, history: Sequence[Sample]
) -> SampleDecided:
    """Whether ``step`` is due on the unit that starts, after ``history`` (oldest first)."""
    number = 1 + sum(s.body.order == moment.order for s in history)
    plan = None if rule.lot is None else _plan(rule.lot, moment, history)
    reason = _reason(rule, moment, history) or _lot_reason(step, plan, number, moment, history)
    waits_for = open_sample(history)
    return SampleDecided(
        step=step,
        is_due=reason != NOT_DUE,
        reason=reason,
        order=moment.order,
        variant=moment.variant,
        revision=moment.revision,
        shift=moment.shift,
        number=number,
        waits_for=waits_for if rule.until_done else None,
        plan=plan,
    )


def open_sample(history: Sequence[Sample]) -> str | None:
    """The unit whose sample is due and not done yet, if the newest due one is such."""
    newest = next((s for s in reversed(history) if s.body.is_due), None)
    return newest.unit if newest is not None and newest.outcome == "open" else None


def _reason(rule: SamplingRule, moment: Moment, history: Sequence[Sample]) -> str | None:
    """The first condition that makes it due."""
    due = [s for s in history if s.body.is_due]
    if due and due[-1].outcome == "missed":
        return "missed"
    checks = (
        (rule.at_order, "order", _same(history, order=moment.order)),
        (rule.at_start, "start", _same_shift(history, moment)),
        (rule.after_stop, "stop", _since_stop(history, moment)),
        (rule.after_change, "change", _since_change(history, moment)),
    )
    for first, reason, units in checks:
        if units < first:
            return reason
    since = len(history) - 1 - max((i for i, s in enumerate(history) if s.body.is_due), default=-1)
    if rule.every and (not due or since + 1 >= rule.every):
        return "count"
    if rule.every_min and (
        not due or moment.now_us - due[-1].at_us >= rule.every_min * _MINUTE_US
    ):
        return "time"
    return None


def _same(history: Sequence[Sample], *, order: str) -> int:
    return sum(s.body.order == order for s in history)


def _same_shift(history: Sequence[Sample], moment: Moment) -> int:
    """Units in a row, up to now, in this shift: the same name may come back tomorrow."""
    units = 0
    for sample in reversed(history):
        too_old = moment.now_us - sample.at_us > 16 * 60 * _MINUTE_US
        if sample.body.shift != moment.shift or too_old:
            break
        units += 1
    return units


def _since_stop(history: Sequence[Sample], moment: Moment) -> int:
    if moment.stopped_us is None:
        return len(history) + 1_000
    return sum(s.at_us > moment.stopped_us for s in history)


def _since_change(history: Sequence[Sample], moment: Moment) -> int:
    units = 0
    for sample in reversed(history):
        if (sample.body.revision, sample.body.variant) != (moment.revision, moment.variant):
            break
        units += 1
    return units


# -- lots -------------------------------------------------------------------------------------


def _plan(rule: LotRule, moment: Moment, history: Sequence[Sample]) -> LotPlan:
    """The lot keeps the plan it began with."""
    mine = (s.body.plan for s in history if s.body.order == moment.order)
    begun = next((plan for plan in mine if plan is not None), None)
    if begun is not None:
        return begun
    severity = next_severity(lots_of(history, but=moment.order))
    size = max(2, moment.lot_size)
    if severity is Severity.STOPPED:
        tightened = single_plan(size, rule.aql, rule.level, Severity.TIGHTENED)
        return type(tightened)(
            letter=tightened.letter,
            severity=severity,
            size=size,
            accept=tightened.accept,
            reject=tightened.reject,
        )
    return single_plan(size, rule.aql, rule.level, severity)


def lots_of(history: Sequence[Sample], *, but: str = "") -> list[tuple[str, int, int, int]]:
    """The lots whose sample was inspected, in the order they began."""
    orders = dict.fromkeys(s.body.order for s in history if s.body.plan and s.body.order != but)
    found: list[tuple[str, int, int, int]] = []
    for order in orders:
        lot = [s for s in history if s.body.order == order and s.body.plan is not None]
        plan = lot[0].body.plan
        done = [s for s in lot if s.body.is_due and s.outcome == "done"]
        bad = sum(s.is_bad for s in done)
        if plan is not None and (len(done) >= plan.size or bad >= plan.reject):
            found.append((plan.severity, bad, plan.accept, plan.reject))
    return found


def _lot_reason(
    step: str,
    plan: LotPlan | None,
    number: int,
    moment: Moment,
    history: Sequence[Sample],
) -> str:
    if plan is None:
        return NOT_DUE
    if plan.severity == Severity.STOPPED:
        return "lot_stopped"
    mine = [s for s in history if s.body.order == moment.order and s.body.is_due]
    if sum(s.is_bad for s in mine) >= plan.reject:
        # A lot that is not accepted is sorted: from here on every unit is looked at.
        return "lot_refused"
    chosen = sample_numbers(f"{moment.order}/{step}", moment.lot_size, plan.size)
    return "lot" if number in chosen else NOT_DUE


def sample_numbers(seed: str, lot: int, size: int) -> frozenset[int]:
    """Which units of a lot are looked at: by chance, and the same each time it is asked.

    Floyd's way of drawing without returning, with a hash for the dice, so that anybody can check.
    """
    chosen = set[int]()
    for most in range(max(0, lot - size) + 1, lot + 1):
        digest = hashlib.sha256(f"{seed}/{most}".encode()).digest()
        drawn = 1 + int.from_bytes(digest[:8]) % most
        chosen.add(most if drawn in chosen else drawn)
    return frozenset(chosen)
