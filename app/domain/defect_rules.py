"""Recording a defect and putting it right: facts in, events or a refusal out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.defects import MOST_COUNT, MOST_PINS, OTHER, OWNERS, PROPOSALS, SEVERITIES, Pin
from app.domain.events import UnitHeld
from app.domain.problem_events import DefectRecorded, DefectResolved
from app.domain.refusal import Refusal
from app.domain.rules import finish

if TYPE_CHECKING:
    from app.domain.rules import Decision
    from app.domain.unit_run import UnitRun


@dataclass(frozen=True, slots=True)
class FoundDefect:
    """What a person found at ``step``; ``words`` say what has no code."""

    code: str
    severity: str
    proposal: str
    pins: tuple[Pin, ...] = ()
    picture: str | None = None
    count: int = 1
    words: str = ""
    photo: str | None = None
    step: str | None = None


def record_defect(run: UnitRun, found: FoundDefect) -> Decision:
    """Every proposal but rework here holds the unit, with its owner and the defect's number."""
    if run.completed is not None:
        return Refusal("unit.completed", {"serial": run.serial})
    missing = _what_is_missing(found)
    if missing:
        return Refusal("defect.incomplete", {"what": missing})
    number = len(run.defects) + 1
    recorded = DefectRecorded(
        serial=run.serial,
        number=number,
        product=run.product,
        code=found.code,
        severity=found.severity,
        proposal=found.proposal,
        pins=found.pins,
        zone=found.pins[0].zone if found.pins else None,
        picture=found.picture,
        count=found.count,
        words=found.words.strip() or None,
        photo=found.photo,
        step=found.step,
    )
    owner = OWNERS.get(found.proposal)
    if owner is None or run.held is not None:
        return (recorded,)
    held = UnitHeld(
        serial=run.serial,
        code=f"defect_{found.proposal}",
        step=found.step,
        owner=owner,
        defect=number,
    )
    return (recorded, held)


def resolve_defect(run: UnitRun, number: int) -> Decision:
    """It was put right here; with the last one, a unit whose steps are done is completed."""
    if run.held is not None:
        return Refusal("unit.held", {"serial": run.serial, "why": run.held})
    found = next((d for d in run.open_defects if d.number == number), None)
    if found is None:
        return Refusal("defect.not_open", {"serial": run.serial, "number": str(number)})
    return finish(run, (DefectResolved(serial=run.serial, number=number, step=found.step),))


def _what_is_missing(found: FoundDefect) -> str:
    is_on_picture = all(0 <= share <= 1 for pin in found.pins for share in (pin.x, pin.y))
    checks = {
        "code": bool(found.code) and (found.code != OTHER or bool(found.words.strip())),
        "severity": found.severity in SEVERITIES,
        "proposal": found.proposal in PROPOSALS,
        "place": is_on_picture and len(found.pins) <= MOST_PINS,
        "count": 1 <= found.count <= MOST_COUNT,
    }
    return next((name for name, is_there in checks.items() if not is_there), "")
