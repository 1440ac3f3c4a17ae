"""Whether a finished unit is provable: how each required value came, and which lack their proof.

A typed value is a claim, not a proof, and so is a result that a person assigned; a back-filled
result without its limits or program cannot show under which the tool worked.  A step that was
left out proves nothing, whoever had the right to.  What a plan asks a person for (a look, a
confirmation) is proven by that person's own answer, and shown as theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import (
    MeasurementRecorded,
    PartFitted,
    PointInspected,
    StepConfirmed,
)
from app.domain.inspection import calibration_gaps, good_values, sample_gaps
from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    MeasureStep,
    PhotoStep,
    ScanStep,
    TorqueStep,
)
from app.domain.requirements import missing_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.event_body import Body
    from app.domain.readings import Reading
    from app.domain.unit_run import StepRun, UnitRun

#: How a required value came.
TOOL, TOOL_LATER, ASSIGNED = "tool", "tool_later", "assigned"
GAUGE, GAUGE_LATER, TYPED = "gauge", "gauge_later", "typed"
CAMERA, MACHINE, PERSON = "camera", "machine", "person"
SKIPPED, BYPASSED, CONCEDED, OPENED, NONE = "skipped", "bypassed", "conceded", "opened", "none"


@dataclass(frozen=True, slots=True)
class RequiredValue:
    """One value that the instruction asks for: how it came, and what its proof lacks.

    ``place`` is the position, component or characteristic, "" for the step as a whole.  ``proof``
    is what was recorded, None where nothing was; ``gaps`` is empty exactly when it is proven.
    """

    step: str
    place: str
    provenance: str
    gaps: tuple[str, ...] = ()
    proof: Body | None = None


def assess(run: UnitRun) -> tuple[str, ...]:
    """The gaps, as "what:step[.place]"; empty means provable."""
    defects = (f"defect_open:{defect.number}" for defect in run.open_defects)
    of_values = (gap for value in required_values(run) for gap in value.gaps)
    return tuple(dict.fromkeys((*of_values, *defects, *sample_gaps(run))))


def required_values(run: UnitRun) -> tuple[RequiredValue, ...]:
    """Every value the unit's steps ask for, in their order."""
    return tuple(value for step in run.steps for value in _of_step(run, step))


def _of_step(run: UnitRun, step: StepRun) -> Iterator[RequiredValue]:
    name = step.step.id
    if step.is_failed:  # that it is not so was answered, and is in the record as such
        return
    passed = _passed(step)
    if passed is not None:
        yield RequiredValue(name, "", passed, (f"{passed}:{name}",))
        return
    if not step.is_completed:
        yield RequiredValue(name, "completed", NONE, (f"not_completed:{name}",))
    yield from _of_kind(run, step)
    if isinstance(step.step, ConfirmStep) and step.step.sign_off:
        yield _signed(step)
    late = calibration_gaps(step)
    if late:
        yield RequiredValue(name, "calibration", NONE, tuple(late))


def _passed(step: StepRun) -> str | None:
    if step.is_skipped:
        return SKIPPED
    if step.is_bypassed:
        return BYPASSED
    return CONCEDED if step.is_conceded else None


def _of_kind(run: UnitRun, step: StepRun) -> Iterator[RequiredValue]:
    match step.step:
        case TorqueStep(positions=positions):
            yield from (_tightened(step, place.id) for place in positions)
        case ScanStep(expects=str()):
            yield _confirmed(step)
        case ScanStep():
            yield from _scanned(run, step)
        case MeasureStep():
            yield from _measured(step)
        case PhotoStep():
            lacks = () if step.photo else (f"no_photo:{step.step.id}",)
            yield RequiredValue(
                step.step.id, "", CAMERA if step.photo else NONE, lacks, step.photo
            )
        case InspectStep(positions=positions):
            yield from (_looked_at(step, place.id) for place in positions)
        case _:
            yield _confirmed(step)


def _tightened(step: StepRun, position: str) -> RequiredValue:
    newest, name = step.tightening_at(position), step.step.id
    place = f"{name}.{position}"
    if newest is None or not newest.ok:
        return RequiredValue(name, position, NONE, (f"no_good_result:{place}",), newest)
    if newest.means == "person":
        return RequiredValue(name, position, ASSIGNED, (f"assigned:{place}",), newest)
    if newest.means != "tool":
        # Whoever says so: only a tool can prove what a tool did.
        return RequiredValue(name, position, TYPED, (f"typed:{place}",), newest)
    if not newest.reading.backfilled:
        return RequiredValue(name, position, TOOL, (), newest)
    return RequiredValue(name, position, TOOL_LATER, _unseen(newest.reading, place), newest)


def _unseen(reading: Reading, place: str) -> tuple[str, ...]:
    """What a result must say by itself when nobody watched it being made."""
    torque = reading.value("torque")
    if torque is None or torque.low is None:
        return (f"limits_unknown:{place}",)
    return () if reading.program is not None else (f"program_unknown:{place}",)


def _scanned(run: UnitRun, step: StepRun) -> Iterator[RequiredValue]:
    name, wanted = step.step.id, step.step
    if isinstance(wanted, ScanStep) and wanted.component == "unit":
        yield RequiredValue(name, "unit", OPENED)
        return
    for part in step.parts:
        yield _part(name, part)
    if missing_at(run, step):
        place = wanted.component if isinstance(wanted, ScanStep) else ""
        yield RequiredValue(name, place, NONE, (f"no_part:{name}",))


def _part(name: str, part: PartFitted) -> RequiredValue:
    is_seen = part.means in {"scanner", "wedge"}
    lacks = () if is_seen else (f"typed:{name}",)
    return RequiredValue(name, part.component, part.means if is_seen else TYPED, lacks, part)


def _measured(step: StepRun) -> Iterator[RequiredValue]:
    name, wanted = step.step.id, step.step
    good = good_values(step)
    for value in good:
        yield _value(name, value)
    if isinstance(wanted, MeasureStep) and len(good) < wanted.repeats:
        place = wanted.characteristic
        yield RequiredValue(name, place, NONE, (f"no_good_result:{name}",))


def _value(name: str, value: MeasurementRecorded) -> RequiredValue:
    if value.means != "gauge":
        return RequiredValue(name, value.characteristic, TYPED, (f"typed:{name}",), value)
    came = GAUGE_LATER if value.reading.backfilled else GAUGE
    return RequiredValue(name, value.characteristic, came, (), value)


def _looked_at(step: StepRun, position: str) -> RequiredValue:
    answers = [
        e for e in step.evidence if isinstance(e, PointInspected) and e.position == position
    ]
    newest = answers[-1] if answers else None
    name = step.step.id
    if newest is None or not newest.ok:
        return RequiredValue(name, position, NONE, (f"no_good_result:{name}.{position}",), newest)
    return RequiredValue(name, position, PERSON, (), newest)


def _confirmed(step: StepRun) -> RequiredValue:
    confirmed: StepConfirmed | None = step.confirmation
    name = step.step.id
    if confirmed is None:
        return RequiredValue(name, "", NONE, (f"not_confirmed:{name}",))
    came = MACHINE if confirmed.means == "machine" else PERSON
    return RequiredValue(name, "", came, (), confirmed)


def _signed(step: StepRun) -> RequiredValue:
    name, signature = step.step.id, step.signature
    if signature is None:
        return RequiredValue(name, "signature", NONE, (f"not_signed:{name}",))
    return RequiredValue(name, "signature", PERSON, (), signature)


#: Whose each gap is, and what that person does about it; what nobody described is quality's.
_NEXT: dict[str, tuple[str, str]] = {
    "not_completed": ("lead", "redo"),
    "typed": ("quality", "measure_again"),
    "no_good_result": ("lead", "redo"),
    "limits_unknown": ("quality", "redo"),
    "program_unknown": ("quality", "redo"),
    "assigned": ("quality", "redo"),
    "not_signed": ("lead", "sign"),
    "not_confirmed": ("lead", "redo"),
    "no_part": ("lead", "scan_part"),
    "no_photo": ("lead", "photograph"),
    "skipped": ("lead", "redo"),
    "bypassed": ("quality", "check_bypass"),
    "conceded": ("quality", "accept"),
    "calibration_over": ("quality", "calibrate"),
    "defect_open": ("quality", "decide_defect"),
}


def next_of(gap: str) -> tuple[str, str]:
    """The role that owns a gap, and the code of the next action."""
    return _NEXT.get(gap.partition(":")[0], ("quality", "accept"))


def step_of(gap: str, steps: Iterable[str]) -> str:
    """The one of ``steps`` that a gap is about, "" for none."""
    what, _, where = gap.partition(":")
    return "" if what == "defect_open" else step_at(where, steps)


def step_at(place: str, steps: Iterable[str]) -> str:
    """The one of ``steps`` in "step[.position]", "" for none.

    The steps of rework and of a bypass have a point in their own names ("r1.polish").
    """
    inside = (name for name in steps if f"{place}.".startswith(f"{name}."))
    return max(inside, key=len, default="")
