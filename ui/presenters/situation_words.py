"""What a situation is, in the language of the screen: its title is for the record, in English."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from ui.presenters.evidence_face import gap_words
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.stop_reasons import reason_phrase
from ui.presenters.value_faces import reason_of

if TYPE_CHECKING:
    from app.ports.memory import SituationRecord
    from ui.presenters.scene import Scene

#: What somebody saw and reported, by its code.
PROBLEMS = frozenset({"part", "tool", "machine", "instruction", "not_safe", "other"})
_SIGNALS = frozenset({"nok", "scan", "conflict", "stop", "drift", "defect", "gap", "curve"})
_SCANS = frozenset(
    {
        "part.not_in_bill",
        "part.other_variant",
        "part.held",
        "lot.on_hold",
        "lot.expired",
        "lot.opened_too_long",
        "lot.unknown",
        "lot.used_up",
        "lot.of_other_part",
        "serial.already_fitted",
        "unit.open_elsewhere",
    }
)


def situation_name(about: str) -> Words:
    """What kind of thing it is."""
    if about in PROBLEMS:
        return phrase(f"problem/{about}")
    return phrase(f"signal/{about}") if about in _SIGNALS else about


def situation_told(scene: Scene, record: SituationRecord) -> Words:
    """What was found; of a reported problem where, because its kind says what."""
    step = _step(scene, record)
    if record.about in PROBLEMS:
        return step or situation_name(record.about)
    facts = record.opened.evidence[0].facts
    return _found(scene, record.about, facts) or record.opened.title


def in_a_row(*parts: Words) -> Words:
    """One after the other, without those that are empty."""
    known = [part for part in parts if part]
    return reduce(lambda first, then: phrase("situations/and", first=first, next=then), known)


def _found(scene: Scene, about: str, facts: dict[str, str]) -> Words:
    match about, facts:
        case "stop", {"reason": reason}:
            return reason_phrase(reason)
        case "gap", {"gap": gap}:
            run = scene.run
            return gap_words(scene, gap, () if run is None else run.instruction.steps)
        case "scan" | "conflict", {"code": code} if code in _SCANS:
            return in_a_row(phrase(f"scanned/{code}"), facts.get("lot") or facts.get("serial", ""))
        case "drift", {"rule": rule}:
            return Phrase(f"chart/rule_{rule}")
        case "curve", {"curve": looks}:
            return Phrase(f"curve/looks_{looks}")
        case "nok", {"reasons": reasons}:
            return reason_of(tuple(reasons.split(",")))
        case _:
            return ""


def _step(scene: Scene, record: SituationRecord) -> Words:
    """The step by its name, where the unit on the screen has it."""
    name = record.opened.step or ""
    at = None if scene.run is None else scene.run.step_run(name)
    return name if at is None else scene.text(at.step.short or at.step.title)
