"""Which other records speak against a signal: they are about the same thing, and say otherwise.

A person who decides has to see both.  Each rule reads two records alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.curve_events import CURVE_ALARM, CurveRead
from app.domain.events import (
    MeasurementRecorded,
    PartFitted,
    ScanRefused,
    TighteningRecorded,
)

if TYPE_CHECKING:
    from app.domain.envelope import Refs
    from app.domain.event_body import Body
    from app.domain.readings import Reading

#: What can speak against anything.
KINDS = (
    TighteningRecorded.KIND,
    MeasurementRecorded.KIND,
    CurveRead.KIND,
    PartFitted.KIND,
)


def unit_asked(body: Body, refs: Refs) -> str | None:
    """The unit whose records may speak against it: its own, or the one that has the piece."""
    return body.facts.get("unit") if isinstance(body, ScanRefused) else refs.unit


def speaks_against(other: Body, signal: Body) -> bool:
    """Whether ``other`` says that it is not as ``signal`` has it."""
    match signal, other:
        case TighteningRecorded(), TighteningRecorded(ok=True, counted=True):
            return (other.step, other.position) == (signal.step, signal.position)
        case TighteningRecorded(), CurveRead(verdict="ok"):
            return _is_of(other, signal.reading)
        case CurveRead(verdict=verdict), TighteningRecorded(ok=True) if verdict == CURVE_ALARM:
            return _is_of(signal, other.reading)
        case MeasurementRecorded(), MeasurementRecorded(ok=True):
            here = (signal.step, signal.characteristic)
            return (other.step, other.characteristic) == here
        case ScanRefused(), PartFitted():
            return other.serial is not None and other.raw == signal.raw
        case _:
            return False


def _is_of(curve: CurveRead, reading: Reading) -> bool:
    of = (reading.source, reading.epoch, reading.result_id)
    return (curve.source, curve.epoch, curve.result_id) == of
