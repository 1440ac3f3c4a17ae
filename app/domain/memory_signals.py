"""Which recorded facts ask for a decision, and what would be a repeat of each.

A signal is read off one event alone, so that station and projection always agree about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.curve_events import CURVE_ALARM, CurveRead
from app.domain.events import (
    MeasurementRecorded,
    ProblemReported,
    ScanRefused,
    TighteningRecorded,
    UnitCompleted,
)
from app.domain.line_events import StopsNamed
from app.domain.problem_events import DefectRecorded
from app.domain.spc import CharacteristicAlarmed

if TYPE_CHECKING:
    from app.domain.envelope import Refs
    from app.domain.event_body import Body

#: What becomes of a reported problem elsewhere: help is called, a defect has its own record.
_NO_PROBLEM = frozenset({"help", "defect"})
#: The situation's kind, by the problem that was reported.
_PROBLEM_KINDS = {"part": "material", "tool": "tool", "machine": "tool"}
_STOP_KINDS = {"material": "material", "tool": "tool", "quality": "quality"}
#: Scans of a part that does not belong here, or may not be used: all others are a slip.
_WRONG_SCANS = frozenset(
    {
        "part.not_in_bill",
        "part.other_variant",
        "lot.on_hold",
        "lot.expired",
        "lot.opened_too_long",
        "lot.unknown",
        "lot.used_up",
        "lot.of_other_part",
    }
)
#: Scans of what is somewhere else by its records: one of the two is not so.
_CONFLICTS = frozenset({"serial.already_fitted", "unit.open_elsewhere"})
_SCAN_FACTS = frozenset({"component", "part", "lot", "serial", "reason"})
#: Gaps somebody has decided about before, or that close by themselves: within its days of grace a
#: calibration may be late, and a sample has its result when the laboratory is done.
_EXPECTED_GAPS = frozenset({"skipped", "bypassed", "conceded", "calibration_over", "sample_open"})
#: How units are built here, not what one of them met: one card stands for all of them.
_OF_ALL_UNITS = frozenset({"gap"})
#: What nobody decided in a shift and a half was handed over: after it the same thing asks anew.
OPEN_FOR_US = 12 * 3_600_000_000


@dataclass(frozen=True, slots=True)
class Signal:
    """``about`` is "nok", "scan", "conflict", "stop", "drift" … or the code of a problem.

    ``kind`` and ``key`` are the situation's; ``facts`` its values as they were recorded.
    """

    about: str
    kind: str
    key: str
    step: str | None = None
    facts: dict[str, str] = field(default_factory=dict)


def is_of_all_units(about: str) -> bool:
    """Whether one open situation of a key stands for every unit, not for one."""
    return about in _OF_ALL_UNITS


def stop_signal(reason: str) -> str:
    """The key of a stop that was named so."""
    return f"stop:{reason}"


def signal_of(body: Body, refs: Refs) -> Signal | None:
    """What ``body`` asks for a decision about; None for all that is as it should be."""
    match body:
        case TighteningRecorded(ok=False, counted=True):
            return _tightening(body, refs)
        case MeasurementRecorded(ok=False):
            return _measurement(body, refs)
        case CurveRead(verdict=verdict, is_ok=True) if verdict == CURVE_ALARM:
            looks = body.signature or "unusual"
            key = f"curve:{body.joint}:{body.position}:{looks}"
            facts = {"position": body.position, "tool": body.source, "curve": looks}
            return Signal("curve", "quality", key, body.step, facts)
        case CharacteristicAlarmed():
            facts = {"rule": body.rule, "value": str(body.value)}
            key = f"drift:{body.characteristic}:{body.rule}"
            return Signal("drift", "quality", key, body.step, facts)
        case _:
            return _reported(body, refs)


def _reported(body: Body, refs: Refs) -> Signal | None:
    """What a person or the record says, not a device."""
    match body:
        case ScanRefused(code=code) if code in _WRONG_SCANS:
            return _scan("scan", "material", body, refs)
        case ScanRefused(code=code) if code in _CONFLICTS:
            return _scan("conflict", "quality", body, refs)
        case StopsNamed(reason=reason) if reason != "unknown":
            facts = {"reason": reason, "count": str(len(body.stops))}
            kind = _STOP_KINDS.get(reason, "stop")
            return Signal("stop", kind, stop_signal(reason), None, facts)
        case DefectRecorded():
            key = f"defect:{body.product}:{body.zone or ''}:{body.code}"
            facts = {"defect": body.code, "severity": body.severity, "zone": body.zone or ""}
            return Signal("defect", "quality", key, body.step, facts)
        case UnitCompleted(gaps=gaps) if gaps:
            return _gap(gaps, refs)
        case ProblemReported(code=code) if code not in _NO_PROBLEM:
            key = f"problem:{refs.instruction or ''}:{body.step or ''}:{code}"
            return Signal(code, _PROBLEM_KINDS.get(code, "other"), key, body.step)
        case _:
            return None


def _scan(about: str, kind: str, body: ScanRefused, refs: Refs) -> Signal:
    facts = {"code": body.code, **{k: v for k, v in body.facts.items() if k in _SCAN_FACTS}}
    key = f"{about}:{refs.instruction or ''}:{body.step or ''}:{body.code}"
    return Signal(about, kind, key, body.step, facts)


def _gap(gaps: tuple[str, ...], refs: Refs) -> Signal | None:
    """The first gap that nobody expected."""
    gap = next((one for one in gaps if one.partition(":")[0] not in _EXPECTED_GAPS), None)
    if gap is None:
        return None
    key = f"gap:{refs.instruction or ''}:{gap}"
    return Signal("gap", "quality", key, None, {"gap": gap})


def _tightening(body: TighteningRecorded, refs: Refs) -> Signal:
    torque = body.reading.value("torque")
    facts = {
        "position": body.position,
        "tool": body.reading.source,
        "program": body.reading.program or "",
        "value": "" if torque is None else str(torque.value),
        "tries": str(body.attempt),
        "reasons": ",".join(body.reasons),
    }
    key = f"nok:{refs.instruction or ''}:{body.step}:{body.position}"
    return Signal("nok", "nok", key, body.step, facts)


def _measurement(body: MeasurementRecorded, refs: Refs) -> Signal:
    found = body.reading.values[0].value if body.reading.values else None
    facts = {
        "characteristic": body.characteristic,
        # What was typed has its person as its source: a case knows things, and nobody's number.
        "tool": body.reading.source if body.means == "gauge" else "",
        "value": "" if found is None else str(found),
        "tries": str(body.attempt),
        "reasons": ",".join(body.reasons),
    }
    key = f"nok:{refs.instruction or ''}:{body.step}:{body.characteristic}"
    return Signal("nok", "nok", key, body.step, facts)
