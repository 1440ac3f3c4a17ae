"""The bypass passport: a gate may be passed only by its approved alternative (IATF 8.5.6.1.1).

Pure: a passport's state is folded from its facts; the time comes in.  It locks again when its
units or its time are used up, and demands that two people verify the gate before the next unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    MeasureStep,
    PhotoStep,
    ScanStep,
    Step,
    TorqueStep,
)
from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
)
from app.domain.refusal import Refusal
from app.domain.rules import finish

if TYPE_CHECKING:
    from msgspec import Struct

    from app.domain.event_body import Body
    from app.domain.quality_plans import BypassPlan
    from app.domain.rules import Decision
    from app.domain.unit_run import UnitRun

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
#: By gate: the steps that it is.
GATES: dict[str, type[Struct]] = {"scan": ScanStep, "torque": TorqueStep, "camera": PhotoStep}
#: What an extra check may be: each is answered by a person or a gauge.
CHECKS = (ConfirmStep, InspectStep, MeasureStep, PhotoStep)
BY_COUNT, BY_TIME, BY_PERSON = "count", "time", "person"


@dataclass(frozen=True, slots=True)
class Passport:
    """What became of one bypass at its station.

    ``used`` are all units that ever went past by it: activating it again gives none back.
    ``latest`` is the newest time in its record, which no clock set back undoes.
    """

    bypass: str
    activated: BypassActivated | None = None
    used: frozenset[str] = frozenset()
    is_active: bool = False
    needs_restart: bool = False
    latest: datetime = _EPOCH

    @property
    def left(self) -> int:
        return 0 if self.activated is None else max(0, self.activated.max_units - len(self.used))

    def after(self, body: Body, at: datetime) -> Passport:
        """The passport once ``body`` was recorded."""
        now = replace(self, latest=max(self.latest, at))
        match body:
            case BypassActivated():
                return replace(now, activated=body, is_active=True, needs_restart=True)
            case BypassApplied(serial=serial):
                return replace(now, used=self.used | {serial})
            case BypassEnded():
                return replace(now, is_active=False)
            case BypassVerified():
                return replace(now, needs_restart=False)
            case _:
                return now

    def is_over(self, now: datetime) -> bool:
        """Whether its time is used up."""
        return self.activated is not None and max(now, self.latest) >= self.activated.until

    @property
    def is_locked_until_verified(self) -> bool:
        """It ended, and nobody has verified the gate."""
        return self.needs_restart and not self.is_active


def refusal_of_plan(plan: BypassPlan, *, station: str, now: datetime) -> Refusal | None:
    """What is wrong with the passport itself."""
    facts = {"bypass": plan.bypass}
    if plan.station != station:
        return Refusal("bypass.other_station", {**facts, "station": plan.station})
    if not plan.approvals:
        return Refusal("bypass.not_approved", facts)
    is_checked = bool(plan.checks) and all(isinstance(one, CHECKS) for one in plan.checks)
    if plan.gate not in GATES or not is_checked:
        return Refusal("bypass.no_checks", facts)
    if now >= plan.valid_until:
        return Refusal("bypass.expired", facts)
    return None


def activate(
    plan: BypassPlan,
    passport: Passport,
    *,
    why: str,
    by: str,
    second: str,
    station: str,
    now: datetime,
) -> Decision:
    """By a lead and a second person; a used-up one never again."""
    facts = {"bypass": plan.bypass}
    refusal = refusal_of_plan(plan, station=station, now=max(now, passport.latest))
    if refusal is not None:
        return refusal
    if not why.strip():
        return Refusal("bypass.no_reason", facts)
    if not second or second == by:
        return Refusal("bypass.no_second_person", facts)
    if passport.is_active:
        return Refusal("bypass.is_active", facts)
    if passport.needs_restart:
        return Refusal("bypass.restart_first", facts)
    if len(passport.used) >= plan.max_units:
        return Refusal("bypass.used_up", {**facts, "count": str(plan.max_units)})
    return (
        BypassActivated(
            bypass=plan.bypass,
            gate=plan.gate,
            alternative=plan.alternative,
            checks=plan.checks,
            max_units=plan.max_units,
            until=plan.valid_until,
            owner=plan.owner,
            approved_by=tuple(one.person for one in plan.approvals),
            why=why.strip(),
            by=by,
            second=second,
            steps=plan.steps,
        ),
    )


def covers(activated: BypassActivated, step: Step) -> bool:
    """Whether ``step`` is the gate that was bypassed; the unit's own label never is."""
    if isinstance(step, ScanStep) and step.component == "unit":
        return False
    is_gate = isinstance(step, GATES[activated.gate])
    return is_gate and (not activated.steps or step.id in activated.steps)


def locks(passport: Passport, step: Step) -> bool:
    """Whether ``step`` waits until its gate is verified."""
    activated = passport.activated
    return activated is not None and passport.is_locked_until_verified and covers(activated, step)


def use(run: UnitRun, step_id: str, passport: Passport, now: datetime) -> Decision:
    """Go past the open step by the alternative: it stamps the unit and adds the checks to it."""
    activated, current = passport.activated, run.current
    facts = {"bypass": passport.bypass}
    if run.held is not None:
        return Refusal("unit.held", {"serial": run.serial, "why": run.held})
    if run.is_stopped:
        return Refusal("unit.not_safe", {"serial": run.serial})
    if activated is None or not passport.is_active:
        return Refusal("bypass.not_active", facts)
    if current is None or current.step.id != step_id or not covers(activated, current.step):
        return Refusal("bypass.not_this_step", {**facts, "step": step_id})
    if current.is_nok_open:
        return Refusal("bypass.nok_open", {"step": step_id})
    if passport.is_over(now):
        return Refusal("bypass.expired", facts)
    is_counted = run.serial in passport.used
    if not is_counted and not passport.left:
        return Refusal("bypass.used_up", {**facts, "count": str(activated.max_units)})
    prefix = f"b{len(run.bypassed) + 1}"
    applied = BypassApplied(
        serial=run.serial,
        bypass=passport.bypass,
        step=step_id,
        checks=tuple(with_fields(c, id=f"{prefix}.{c.id}", variants=()) for c in activated.checks),
        number=len(passport.used) + (not is_counted),
        of=activated.max_units,
    )
    return finish(run, (applied,))


def end_due(passport: Passport, *, in_work: str | None, now: datetime) -> str | None:
    """Why it locks by itself now; the last unit may still finish what it began."""
    if not passport.is_active:
        return None
    if passport.is_over(now):
        return BY_TIME
    is_last_in_work = in_work is not None and in_work in passport.used
    return BY_COUNT if not passport.left and not is_last_in_work else None


def end(passport: Passport, reason: str) -> Decision:
    """Lock the gate again."""
    if not passport.is_active:
        return Refusal("bypass.not_active", {"bypass": passport.bypass})
    ended = BypassEnded(bypass=passport.bypass, reason=reason, units=len(passport.used))
    return (ended,)


def verify(passport: Passport, *, by: str, second: str) -> Decision:
    """The gate works again, as two people saw."""
    facts = {"bypass": passport.bypass}
    if not passport.is_locked_until_verified:
        return Refusal("bypass.nothing_to_verify", facts)
    if not second or second == by:
        return Refusal("bypass.no_second_person", facts)
    return (BypassVerified(bypass=passport.bypass, by=by, second=second),)
