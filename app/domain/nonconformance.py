"""Nonconformance: a held unit goes on only by a disposition, with the signatures it needs.

Which signatures each disposition needs may be said by the plant (documents of kind
"disposition_rules", by product or "*"); what it does not say is as in :data:`DEFAULT_RULES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import SignedOff, StepRedone
from app.domain.instructions import InspectStep, SignOffRule, TorqueStep
from app.domain.quality_events import PositionsReopened, ReworkOrdered, UnitDisposed
from app.domain.quality_plans import DispositionRule
from app.domain.refusal import Refusal
from app.domain.rework import (
    has_evidence,
    own_lines,
    own_steps,
    positions_of,
    refusal_of_rework,
)
from app.domain.rights import CONCEDE, DISPOSE, REWORK, SCRAP
from app.domain.rules import finish
from app.domain.unit_run import FINAL, StepRun, UnitRun, evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.event_body import Body
    from app.domain.rework import ReworkPlan
    from app.domain.rules import Decision

TO_REWORK, TO_SCRAP, AS_IS, TO_RETURN = DISPOSITIONS = ("rework", "scrap", "use_as_is", "return")
TOO_MANY = "too_many_attempts"


def _signed_by(right: str, meaning: str) -> SignOffRule:
    return SignOffRule(right=right, meaning={"en": meaning})


#: Where the plant says nothing.
DEFAULT_RULES = (
    DispositionRule(disposition=TO_REWORK, signatures=(_signed_by(REWORK, "Rework ordered"),)),
    DispositionRule(disposition=TO_SCRAP, signatures=(_signed_by(SCRAP, "Scrap approved"),)),
    DispositionRule(
        disposition=AS_IS,
        signatures=(
            _signed_by(DISPOSE, "Use as is approved by quality"),
            _signed_by(CONCEDE, "Deviation accepted by engineering"),
        ),
    ),
    DispositionRule(disposition=TO_RETURN, signatures=(_signed_by(DISPOSE, "Return approved"),)),
)


@dataclass(frozen=True, slots=True)
class ConcessionUse:
    """The concession that a unit is used up on: its ``number`` of ``of`` units."""

    concession: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Disposition:
    """What is decided and by whom; rework brings its ``plan``."""

    disposition: str
    why: str
    signed: tuple[SignedOff, ...] = ()
    concession: ConcessionUse | None = None
    plan: ReworkPlan | None = None


def signatures_of(
    rules: Sequence[DispositionRule], disposition: str, *, has_concession: bool = False
) -> tuple[SignOffRule, ...]:
    """What is to be signed; a concession that was granted stands for its own signature."""
    every = (*rules, *DEFAULT_RULES)
    found = next((r.signatures for r in every if r.disposition == disposition), ())
    return tuple(s for s in found if not (has_concession and s.right == CONCEDE))


def refusal_of_disposition(run: UnitRun, asked: Disposition) -> Refusal | None:
    """Why nobody can decide so, whoever signs."""
    serial = {"serial": run.serial}
    if run.held is None or run.held in FINAL:
        return Refusal("disposition.not_held", serial)
    if asked.disposition not in DISPOSITIONS:
        return Refusal("disposition.unknown", {**serial, "disposition": asked.disposition})
    if not asked.why.strip():
        return Refusal("disposition.no_reason", serial)
    if asked.disposition == TO_REWORK:
        if asked.plan is None:
            return Refusal("rework.nothing_to_do", serial)
        return refusal_of_rework(run, asked.plan)
    return None


def dispose(run: UnitRun, asked: Disposition, needed: Sequence[SignOffRule]) -> Decision:
    """The decision with its signatures, and what follows from it for the unit.

    A unit that is used as is has its open defects settled, and the step that failed too often is
    taken as it is: that stays a gap of its evidence, which these signatures accept.
    """
    refusal = refusal_of_disposition(run, asked) or _refusal_of_signatures(asked.signed, needed)
    if refusal is not None:
        return refusal
    at_step = None if run.current is None else run.current.step.id
    use = asked.concession
    disposed = UnitDisposed(
        serial=run.serial,
        disposition=asked.disposition,
        code=run.held or "",
        why=asked.why.strip(),
        signed=tuple(one.person for one in asked.signed),
        signed_by=tuple(one.name for one in asked.signed),
        defects=tuple(defect.number for defect in run.open_defects),
        step=at_step if run.held == TOO_MANY else None,
        concession=None if use is None else use.concession,
        number=0 if use is None else use.number,
        of=0 if use is None else use.of,
    )
    bodies: tuple[Body, ...] = (*asked.signed, disposed)
    if asked.disposition == TO_REWORK and asked.plan is not None:
        opens = asked.plan.opens if disposed.step is None else (*asked.plan.opens, disposed.step)
        return (*bodies, *_rework(evolve(run, disposed), asked.plan, opens))
    return finish(run, bodies) if asked.disposition == AS_IS else bodies


def order_rework(run: UnitRun, plan: ReworkPlan) -> Decision:
    """Rework on a unit that is in work and not held."""
    if run.held is not None:
        return Refusal("unit.held", {"serial": run.serial, "why": run.held})
    return refusal_of_rework(run, plan) or _rework(run, plan, plan.opens)


def _rework(run: UnitRun, plan: ReworkPlan, opens: tuple[str, ...]) -> tuple[Body, ...]:
    rework = f"r{len(run.reworks) + 1}"
    ordered = ReworkOrdered(
        serial=run.serial,
        rework=rework,
        title=plan.title,
        steps=own_steps(run, plan, rework),
        why=plan.why.strip(),
        source=plan.source,
        lines=own_lines(plan, rework),
        opens=opens,
        defects=tuple(defect.number for defect in run.open_defects),
        back_to=None if run.current is None else run.current.step.id,
    )
    return (ordered, *_undone(run, opens, rework))


def _undone(run: UnitRun, opens: tuple[str, ...], rework: str) -> Iterable[Body]:
    """Loosened joints and opened steps are to do again; what was made stays on record."""
    for name, positions in positions_of(opens).items():
        step = run.step_run(name)
        if step is None or not has_evidence(step):
            continue
        if positions and _keeps_others(step):
            yield PositionsReopened(step=name, positions=positions, reason=f"rework:{rework}")
        else:
            yield StepRedone(step=name, reason=f"rework:{rework}")


def _keeps_others(step: StepRun) -> bool:
    return isinstance(step.step, TorqueStep | InspectStep) and not step.is_passed


def _refusal_of_signatures(
    signed: Sequence[SignedOff], needed: Sequence[SignOffRule]
) -> Refusal | None:
    people = [one.person for one in signed]
    if len(set(people)) != len(people):
        return Refusal("disposition.signed_twice", {"person": signed[-1].name})
    given = sorted(one.right for one in signed)
    missing = [rule.right for rule in needed if rule.right not in given]
    if missing or given != sorted(rule.right for rule in needed):
        return Refusal("disposition.not_signed", {"right": missing[0] if missing else ""})
    return None
