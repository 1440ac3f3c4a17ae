"""The as-built list in words: what was done, with which proof, by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import TYPE_CHECKING

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
    ReadingAssigned,
    ReadingDiscarded,
    ReadingUnassigned,
    ScanRefused,
    StepConfirmed,
    StepRedone,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.instructions import Instruction, MeasureStep, Step, in_language
from server.read.situation_store import in_words
from server.read.situations import gaps_in_words
from server.read.units import ATTENTION, BLOCKED, INFO, NOK, OK

if TYPE_CHECKING:
    from app.domain.readings import Quantity, Reading

RESULT_WORDS = {OK: "OK", NOK: "NOK", BLOCKED: "Blocked", ATTENTION: "Check", INFO: ""}

_UNITS = {"N.m": " Nm", "deg": "°", "Cel": " °C", "%": " %", "1": ""}
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
_MEANS = {"typed": "typed", "badge": "badge", "tap": "confirmed", "scan": "scanned"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A line's step and evidence in words, and its result where it has a word of its own."""

    step: str
    evidence: str
    result: str | None = None


class Vocabulary:
    """Names from the instruction a unit was built by; ids where it does not say."""

    def __init__(self, instruction: Instruction | None, variant: str) -> None:
        self._steps = {step.id: step for step in instruction.steps} if instruction else {}
        self._instruction = instruction
        self._variant = variant

    def step(self, name: str | None) -> Step | None:
        return self._steps.get(name or "")

    def title(self, name: str | None) -> str:
        step = self.step(name)
        if step is None:
            return name or ""
        return in_language(step.short or step.title, "en") or step.id

    def place(self, step_name: str, position: str) -> str:
        step = self.step(step_name)
        for place in step.positions if step else ():
            if place.id == position and place.label:
                return in_language(place.label, "en")
        return f"{self.title(step_name)} · {position}"

    def component(self, component: str | None, part: str) -> str:
        if self._instruction is None or component is None:
            return part
        line = self._instruction.bom_line(self._variant, component)
        return in_language(line.name, "en") if line else part


@singledispatch
def wording(body: Body, words: Vocabulary) -> Wording:
    """What to say about one event of a unit."""
    step = getattr(body, "step", None)
    return Wording(words.title(step), in_words(type(body).KIND))


@wording.register
def _(body: UnitStarted, words: Vocabulary) -> Wording:  # noqa: ARG001 - one signature for all
    return Wording("Unit started", f"{body.serial} · order {body.order}")


@wording.register
def _(body: PartFitted, words: Vocabulary) -> Wording:
    proof = " · ".join(
        part
        for part in (
            body.lot and f"lot {body.lot}",
            body.serial and f"serial {body.serial}",
            f"{body.quantity} pieces" if body.quantity > 1 else "",
            f"{body.part} instead of {body.instead_of}" if body.instead_of else "",
            "typed" if body.means == "typed" else "",
        )
        if part
    )
    return Wording(words.title(body.step), proof or body.part)


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
        _value(body.reading, "torque"),
        _value(body.reading, "angle"),
        f"tool {body.reading.source}",
        f"PSet {body.reading.program}" if body.reading.program else "",
        *(_REASONS.get(reason, in_words(reason)) for reason in body.reasons),
        "sent later" if body.reading.backfilled else "",
    ]
    result = None if body.counted else "not counted"
    return Wording(place, " · ".join(filter(None, shown)), result)


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
def _(body: UnitHeld, words: Vocabulary) -> Wording:
    return Wording(words.title(body.step) or "Unit held", in_words(body.code), "Held")


@wording.register
def _(body: UnitCompleted, words: Vocabulary) -> Wording:  # noqa: ARG001 - one signature for all
    if body.evidence == "provable":
        return Wording("Unit completed", "all evidence is there")
    return Wording("Unit completed", "not provable: " + gaps_in_words(body.gaps), "Not provable")


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
def _(body: NoteWritten, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording("Note", body.text, "")


def quantity_text(quantity: Quantity) -> str:
    """A value with its unit as people write it."""
    return f"{quantity.value}{_UNITS.get(quantity.unit, ' ' + quantity.unit)}"


def _value(reading: Reading, name: str) -> str:
    quantity = reading.value(name)
    return quantity_text(quantity) if quantity else ""
