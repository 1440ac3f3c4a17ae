"""The as-built list in words: what was done, with which proof, by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from app.domain.curve_events import CurveRead
from app.domain.events import (
    Body,
    LabelEnded,
    LabelRequested,
    MachineRefused,
    MeasurementRecorded,
    NokAcknowledged,
    NoteWritten,
    PartFitted,
    PhotoTaken,
    PointInspected,
    ProblemReported,
    ReadingAssigned,
    ReadingDiscarded,
    ReadingUnassigned,
    ScanRefused,
    SignedOff,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    StepSkipped,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.instructions import MeasureStep, in_language
from app.domain.material_events import LotOpened, PartCleared, PartHeld, PartRemoved
from app.domain.problem_events import (
    DefectDismissed,
    DefectRecorded,
    DefectResolved,
    ExceptionExplained,
    ExceptionVerified,
    ProblemDescribed,
    ProblemEnded,
)
from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
    PositionsReopened,
    ReworkOrdered,
    UnitDisposed,
)
from server.read.curve_words import left_in_words, looks_like
from server.read.quantities import quantity_text, value_text
from server.read.situation_store import in_words, units
from server.read.units import ATTENTION, BLOCKED, INFO, NOK, OK
from server.read.vocabulary import Vocabulary, gaps_in_words

RESULT_WORDS = {OK: "OK", NOK: "NOK", BLOCKED: "Blocked", ATTENTION: "Check", INFO: ""}

_REASONS = {
    "torque_low": "torque too low",
    "torque_high": "torque too high",
    "angle_low": "angle too low",
    "angle_high": "angle too high",
    "value_low": "too low",
    "value_high": "too high",
    "limits_differ": "the tool holds other limits",
    "wrong_program": "wrong program",
    "device_nok": "the tool says NOK",
    "wrong_unit": "wrong unit",
    "quarantined": "the message cannot be trusted",
}
_LABEL_ENDS = {
    "printed": "printed",
    "not_printed": "not printed",
    "unknown": "may have been printed",
}
_MEANS = {
    "typed": "typed",
    "badge": "badge",
    "pin": "number and PIN",
    "tap": "confirmed",
    "scan": "scanned",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A line's step and evidence in words, and its result where it has a word of its own."""

    step: str
    evidence: str
    result: str | None = None


@singledispatch
def wording(body: Body, words: Vocabulary) -> Wording:
    """What to say about one event of a unit."""
    step = getattr(body, "step", None)
    return Wording(words.title(step), in_words(type(body).KIND))


@wording.register
def _(body: UnitStarted, words: Vocabulary) -> Wording:  # noqa: ARG001 - one signature for all
    said = f"{body.serial} · order {body.order}"
    if body.trainer:
        said += f" · in training, {body.trainer} answers for it"
    return Wording("Unit started", said)


@wording.register
def _(body: PartFitted, words: Vocabulary) -> Wording:
    proof = " · ".join(
        part
        for part in (
            body.lot and f"lot {body.lot}",
            body.serial and f"serial {body.serial}",
            f"{body.quantity} pieces" if body.quantity > 1 else "",
            f"{body.part} instead of {body.instead_of}" if body.instead_of else "",
            f"before lot {body.instead_of_lot}" if body.instead_of_lot else "",
            f"{body.part}, beyond the bill: {body.why}" if body.why else "",
            "typed" if body.means == "typed" else "",
        )
        if part
    )
    return Wording(words.title(body.step), proof or body.part)


@wording.register
def _(body: PartRemoved, words: Vocabulary) -> Wording:
    which = (
        f"lot {body.lot}" if body.lot else f"serial {body.serial}" if body.serial else body.part
    )
    said = f"{which} taken out: {in_words(body.reason)}"
    if body.quantity > 1:
        said += f" · {body.quantity} pieces"
    return Wording(words.title(body.step), said, "taken out")


@wording.register
def _(body: PartHeld, words: Vocabulary) -> Wording:
    which = f"lot {body.lot}" if body.lot else f"serial {body.serial}"
    said = f"{which} on hold since it was fitted, {body.hold}: {body.reason}, by {body.owner}"
    return Wording(words.component(body.component, body.part), said, "On hold")


@wording.register
def _(body: PartCleared, words: Vocabulary) -> Wording:
    return Wording(words.title(body.step), f"hold {body.hold} was lifted")


@wording.register
def _(body: LotOpened, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording(f"Lot {body.lot}", f"opened, good for {body.use_within_h:g} h")


@wording.register
def _(body: ScanRefused, words: Vocabulary) -> Wording:
    facts = body.facts
    what = f"lot {facts['lot']}" if "lot" in facts else facts.get("serial") or body.raw
    why = in_words(body.code)
    if "hold" in facts:
        why = f"on hold {facts['hold']}"
    elif "expired_on" in facts:
        why = f"expired on {facts['expired_on']}"
    elif "unit" in facts and body.code == "serial.already_fitted":
        why = f"already in unit {facts['unit']}"
    return Wording(words.title(body.step) or "Scan", f"{what} refused, {why}")


@wording.register
def _(body: TighteningRecorded, words: Vocabulary) -> Wording:
    place = words.place(body.step, body.position)
    if body.attempt > 1:
        place += f", attempt {body.attempt}"
    shown = [
        value_text(body.reading, "torque"),
        value_text(body.reading, "angle"),
        f"tool {body.reading.source}",
        f"PSet {body.reading.program}" if body.reading.program else "",
        *(_REASONS.get(reason, in_words(reason)) for reason in body.reasons),
        "sent later" if body.reading.backfilled else "",
    ]
    result = None if body.counted else "not counted"
    return Wording(place, " · ".join(filter(None, shown)), result)


@wording.register
def _(body: CurveRead, words: Vocabulary) -> Wording:
    left = left_in_words(body)
    said = f"the curve looks like {looks_like(body)}" + (f": {left}" if left else "")
    return Wording(words.place(body.step, body.position), said)


@wording.register
def _(body: MeasurementRecorded, words: Vocabulary) -> Wording:
    step = words.step(body.step)
    quantity = body.reading.values[0] if body.reading.values else None
    limits = ""
    if isinstance(step, MeasureStep):
        limits = f" ({step.limits.low} – {step.limits.high})"
    elif quantity and quantity.low is not None and quantity.high is not None:
        limits = f" ({quantity.low} – {quantity.high})"
    shown = [
        (quantity_text(quantity) if quantity else "no value") + limits,
        "typed" if body.means == "typed" else f"gauge {body.reading.source}",
        *(_REASONS.get(reason, in_words(reason)) for reason in body.reasons),
    ]
    title = words.title(body.step) + (f", attempt {body.attempt}" if body.attempt > 1 else "")
    return Wording(title, " · ".join(shown))


@wording.register
def _(body: PointInspected, words: Vocabulary) -> Wording:
    return Wording(words.place(body.step, body.position), "looked at")


@wording.register
def _(body: StepConfirmed, words: Vocabulary) -> Wording:
    said = body.detail or ""
    if body.means == "machine":
        return Wording(words.title(body.step), said or "the machine confirmed")
    means = _MEANS.get(body.means, body.means)
    return Wording(words.title(body.step), f"{said} · {means}" if said else means)


@wording.register
def _(body: SignedOff, words: Vocabulary) -> Wording:
    said = f"signed by {body.name} ({body.role} {body.person}) · meaning: {body.meaning}"
    title = words.title(body.step) or "Signature"
    return Wording(title, f"{said} · {_MEANS.get(body.means, body.means)}")


@wording.register
def _(body: StepCompleted, words: Vocabulary) -> Wording:
    said = [
        f"there were {', '.join(body.crew)}" if body.crew else "",
        f"in training, {body.trainer} answers for it" if body.trainer else "",
    ]
    return Wording(words.title(body.step), " · ".join(filter(None, said)))


@wording.register
def _(body: PhotoTaken, words: Vocabulary) -> Wording:
    said = f"photo by {body.camera} · {body.width_px} × {body.height_px}"
    return Wording(words.title(body.step), said)


@wording.register
def _(body: MachineRefused, words: Vocabulary) -> Wording:
    said = f"the machine refused {body.request}: {body.code or 'no reason given'}"
    return Wording(words.title(body.step), said)


@wording.register
def _(body: NokAcknowledged, words: Vocabulary) -> Wording:
    place = words.place(body.step, body.position) if body.position else words.title(body.step)
    return Wording(place, "NOK acknowledged", "seen")


@wording.register
def _(body: StepRedone, words: Vocabulary) -> Wording:
    return Wording(words.title(body.step), f"to do again: {in_words(body.reason)}", "again")


@wording.register
def _(body: StepSkipped, words: Vocabulary) -> Wording:
    said = f"left out with the right {in_words(body.right)}: {in_words(body.reason)}"
    return Wording(words.title(body.step), said, "left out")


@wording.register
def _(body: UnitHeld, words: Vocabulary) -> Wording:
    return Wording(words.title(body.step) or "Unit held", in_words(body.code), "Held")


@wording.register
def _(body: UnitCompleted, words: Vocabulary) -> Wording:
    if body.evidence == "provable":
        return Wording("Unit completed", "all evidence is there")
    said = "not provable: " + gaps_in_words(body.gaps, words)
    return Wording("Unit completed", said, "Not provable")


@wording.register
def _(body: EvidenceAsked, words: Vocabulary) -> Wording:
    steps = ", ".join(words.title(step) for step in body.steps)
    return Wording(
        "Evidence", f"to be made now: {steps} · {gaps_in_words(body.gaps, words)}", "Asked"
    )


@wording.register
def _(body: EvidenceResolved, words: Vocabulary) -> Wording:
    gaps = gaps_in_words(body.gaps, words)
    if body.how == "came":
        return Wording("Evidence", f"it came: {gaps}", "Settled")
    people = " and ".join(body.accepted_by)
    said = f"accepted by {people} without: {gaps} · because: {in_words(body.why)}"
    return Wording("Evidence", said, "Accepted")


@wording.register
def _(body: ReadingUnassigned, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    values = " · ".join(quantity_text(quantity) for quantity in body.reading.values)
    said = f"{values} · nobody asked for it: {in_words(body.reason)}"
    return Wording(body.reading.source, said.removeprefix(" · "))


@wording.register
def _(body: ReadingAssigned, words: Vocabulary) -> Wording:
    said = wording(body.recorded, words)
    return replace(said, evidence=f"{said.evidence} · found out by a person")


@wording.register
def _(body: ReadingDiscarded, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    said = f"result {body.result_id} is of no unit: {in_words(body.why)}"
    return Wording(body.source, said, "")


@wording.register
def _(body: LabelRequested, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    again = f" · again: {in_words(body.again_for)}" if body.again_for else ""
    return Wording("Label", f"sent to {body.printer}{again}")


@wording.register
def _(body: LabelEnded, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    said = _LABEL_ENDS.get(body.outcome, in_words(body.outcome))
    why = f": {body.words}" if body.words and body.outcome != "printed" else ""
    return Wording("Label", f"{said}{why}")


@wording.register
def _(body: DefectRecorded, words: Vocabulary) -> Wording:
    where = _where(words, body.step, body.zone)
    said = [
        f"{body.count} × {in_words(body.code)}" if body.count > 1 else in_words(body.code),
        f"at {where}" if where else "",
        body.words or "",
        in_words(body.severity),
        f"proposed: {in_words(body.proposal)}",
        "with a photo" if body.photo else "",
    ]
    evidence = " · ".join(part for part in said if part)
    return Wording(f"{words.title(body.step)} · defect {body.number}", evidence, "Defect")


@wording.register
def _(body: DefectResolved, words: Vocabulary) -> Wording:
    title = f"{words.title(body.step)} · defect {body.number}"
    return Wording(title, f"{in_words(body.how)}, looked at again", "Put right")


@wording.register
def _(body: UnitDisposed, words: Vocabulary) -> Wording:
    said = [
        body.why,
        f"held for: {in_words(body.code)}",
        f"concession {body.concession}, unit {body.number} of {body.of}"
        if body.concession
        else "",
        "signed by " + ", ".join(body.signed) if body.signed else "",
    ]
    evidence = " · ".join(part for part in said if part)
    return Wording(
        words.title(body.step) or "Unit", evidence, in_words(body.disposition).capitalize()
    )


@wording.register
def _(body: ReworkOrdered, words: Vocabulary) -> Wording:
    opens = ", ".join(words.where(place) for place in body.opens)
    said = [body.why, f"opens again: {opens}" if opens else ""]
    title = in_language(body.title, "en")
    return Wording(f"Rework: {title}", " · ".join(part for part in said if part), "Rework")


@wording.register
def _(body: PositionsReopened, words: Vocabulary) -> Wording:
    places = ", ".join(words.place(body.step, position) for position in body.positions)
    return Wording(words.title(body.step), f"to do again: {places}")


@wording.register
def _(body: BypassActivated, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    instead = in_language(body.alternative, "en")
    by = f"activated by {body.by} and {body.second}, approved by {', '.join(body.approved_by)}"
    said = f"{instead} · {body.why} · {by} · for {units(body.max_units)}"
    return Wording(f"Bypass {body.bypass}", said, "Bypass")


@wording.register
def _(body: BypassApplied, words: Vocabulary) -> Wording:
    said = f"bypassed by {body.bypass}: unit {body.number} of {body.of}"
    return Wording(words.title(body.step), said, "Bypass")


@wording.register
def _(body: BypassEnded, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording(f"Bypass {body.bypass}", f"locked again: {in_words(body.reason)}")


@wording.register
def _(body: BypassVerified, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording(f"Bypass {body.bypass}", f"gate verified by {body.by} and {body.second}")


@wording.register
def _(body: DefectDismissed, words: Vocabulary) -> Wording:
    return Wording(words.title(body.step), "looked at: not a defect")


@wording.register
def _(body: ProblemReported, words: Vocabulary) -> Wording:
    return Wording(words.title(body.step), f"problem: {in_words(body.code)}")


@wording.register
def _(body: ProblemDescribed, words: Vocabulary) -> Wording:
    said = body.words or "a photo"
    return Wording(words.title(body.step), f"problem {in_words(body.code)}: {said}")


@wording.register
def _(body: ProblemEnded, words: Vocabulary) -> Wording:
    how = body.words or in_words(body.how)
    return Wording(words.title(body.step), f"{in_words(body.code)} no longer: {how}")


@wording.register
def _(body: ExceptionExplained, words: Vocabulary) -> Wording:
    said = f"cause: {in_words(body.cause)}"
    return Wording(words.title(body.step), f"{said} · {body.words}" if body.words else said)


@wording.register
def _(body: ExceptionVerified, words: Vocabulary) -> Wording:
    said = f"was it {in_words(body.cause)}? {in_words(body.answer)}"
    return Wording(words.title(body.step), said)


def _where(words: Vocabulary, step_name: str | None, zone: str | None) -> str:
    """The zone's or the position's name, "" for a place without one."""
    step = words.step(step_name)
    if zone is None or step is None:
        return zone or ""
    label = next((z.label for z in step.zones if z.id == zone), None)
    return in_language(label, "en") if label else words.place(step.id, zone)


@wording.register
def _(body: NoteWritten, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording("Note", body.text, "")
