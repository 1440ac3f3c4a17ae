"""Completing a unit, and what people do with one that is not provable.

Such a unit is finished and on hold.  Either its evidence is made after all, and the unit is judged
again; or two people accept it with a reason, and it stays "not provable" for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import SignedOff, StepRedone, UnitCompleted
from app.domain.evidence import assess, step_of
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.form_run import form_completed, is_form
from app.domain.instructions import SignOffRule
from app.domain.refusal import Refusal
from app.domain.rights import DISPOSE, REWORK, SIGN_OFF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.event_body import Body
    from app.domain.unit_run import UnitRun

PROVABLE, NOT_PROVABLE = "provable", "not_provable"
#: What a gap of a step begins with that failed and is used as it is, and the decision it is by.
CONCEDED, AS_IS = "conceded:", "use_as_is"
#: Why the evidence is asked for, as each step's reason to be done again.
MISSING = "evidence_missing"

ACCEPT_SIGNATURES = (
    SignOffRule(right=DISPOSE, meaning={"en": "Accepted without full evidence"}),
    SignOffRule(right=SIGN_OFF, meaning={"en": "Acceptance checked"}),
)
ASK_SIGNATURES = (SignOffRule(right=REWORK, meaning={"en": "Evidence asked for again"}),)


def completion(run: UnitRun) -> tuple[Body, ...]:
    """The unit is finished: its status, and which of the missing evidence came or is accepted."""
    gaps = assess(run)
    if is_form(run.instruction):
        return (form_completed(run, gaps),)
    evidence = NOT_PROVABLE if gaps else PROVABLE
    done = UnitCompleted(serial=run.serial, evidence=evidence, gaps=gaps, reworked=run.reworked)
    return (done, *_came(run, gaps, evidence), *_accepted_before(run, gaps))


def _came(run: UnitRun, gaps: tuple[str, ...], evidence: str) -> tuple[Body, ...]:
    asked = run.asked
    closed = () if asked is None else tuple(gap for gap in asked.gaps if gap not in gaps)
    if asked is None or not closed:
        return ()
    return (
        EvidenceResolved(
            serial=run.serial, how="came", evidence=evidence, gaps=closed, why=asked.why
        ),
    )


def _accepted_before(run: UnitRun, gaps: tuple[str, ...]) -> tuple[Body, ...]:
    """Who signed that a failed step is used as it is accepted this very gap: nobody asks twice.

    Of a unit that lacks anything else too, people decide about all of it.
    """
    conceded = {d.step: d for d in run.dispositions if d.disposition == AS_IS and d.step}
    by = [conceded.get(gap.removeprefix(CONCEDED)) for gap in gaps if gap.startswith(CONCEDED)]
    signed = {
        person: name
        for one in by
        if one is not None
        for person, name in zip(one.signed, one.signed_by or one.signed, strict=True)
    }
    if not signed or len(by) < len(gaps) or None in by:
        return ()
    return (
        EvidenceResolved(
            serial=run.serial,
            how="accepted",
            evidence=NOT_PROVABLE,
            gaps=gaps,
            why=AS_IS,
            signed=tuple(signed),
            accepted_by=tuple(signed.values()),
        ),
    )


def why_not_resolved(run: UnitRun) -> Refusal | None:
    """Why there is nothing to resolve about this unit."""
    done = run.completed
    if done is None or run.held is not None:
        return Refusal("evidence.not_waiting", {"serial": run.serial})
    if done.evidence != NOT_PROVABLE or run.accepted is not None:
        return Refusal("evidence.not_waiting", {"serial": run.serial})
    return None


def accept(run: UnitRun, why: str, signed: Sequence[SignedOff]) -> tuple[Body, ...] | Refusal:
    """Two different people take the unit as it is; its gaps stay."""
    refusal = why_not_resolved(run) or _unsigned(why, signed, ACCEPT_SIGNATURES)
    if refusal is not None or run.completed is None:
        return refusal or Refusal("evidence.not_waiting", {"serial": run.serial})
    resolved = EvidenceResolved(
        serial=run.serial,
        how="accepted",
        evidence=NOT_PROVABLE,
        gaps=run.completed.gaps,
        why=why.strip(),
        signed=tuple(one.person for one in signed),
        accepted_by=tuple(one.name for one in signed),
    )
    return (*signed, resolved)


def ask_again(run: UnitRun, why: str, signed: Sequence[SignedOff]) -> tuple[Body, ...] | Refusal:
    """The steps with gaps are to do again; the unit is in work until they are.

    Who signed is the second person that taking a safety-critical part out needs, too.
    """
    refusal = why_not_resolved(run) or _unsigned(why, signed, ASK_SIGNATURES)
    if refusal is not None or run.completed is None:
        return refusal or Refusal("evidence.not_waiting", {"serial": run.serial})
    steps = steps_with_gaps(run)
    if not steps:
        return Refusal("evidence.no_step", {"serial": run.serial})
    asked = EvidenceAsked(
        serial=run.serial,
        why=why.strip(),
        gaps=run.completed.gaps,
        steps=steps,
        signed=tuple(one.person for one in signed),
    )
    return (*signed, asked, *(StepRedone(step=name, reason=MISSING) for name in steps))


def steps_with_gaps(run: UnitRun) -> tuple[str, ...]:
    """Those of the unit's steps that can bring what is missing, in their order."""
    gaps = () if run.completed is None else run.completed.gaps
    names = tuple(step.step.id for step in run.steps)
    wanted = {step_of(gap, names) for gap in gaps}
    return tuple(name for name in names if name in wanted)


def _unsigned(
    why: str, signed: Sequence[SignedOff], needed: Sequence[SignOffRule]
) -> Refusal | None:
    if not why.strip():
        return Refusal("evidence.no_reason")
    people = {one.person for one in signed}
    if len(people) != len(signed):
        return Refusal("evidence.signed_twice", {"name": signed[-1].name})
    given = [one.right for one in signed]
    missing = [rule.right for rule in needed if rule.right not in given]
    if missing or len(signed) != len(needed):
        return Refusal("evidence.not_signed", {"right": missing[0] if missing else ""})
    return None
