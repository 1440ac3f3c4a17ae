"""Units: where each stands, and which events make its as-built list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.curve_events import CURVE_ALARM, CurveRead
from app.domain.events import (
    Body,
    CurveAttached,
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
    UnitResumed,
    UnitStarted,
)
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.form_events import (
    FormCompleted,
    FormDue,
    FormLineFailed,
    FormLineSettled,
    FormOverdue,
    FormPutOff,
    FormSkipped,
    FormStarted,
)
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
from server.db.storable import storable_int
from server.db.tables import curve, unit_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from server.read.batch import Batch
    from server.read.facts import Fact

#: How a line of the as-built list came out.
OK, NOK, BLOCKED, ATTENTION, INFO = "ok", "nok", "blocked", "attention", "info"

_ALWAYS: dict[type[Body], str] = {
    UnitStarted: OK,
    PartFitted: OK,
    PartRemoved: INFO,
    PartHeld: BLOCKED,
    PartCleared: OK,
    LotOpened: INFO,
    StepConfirmed: OK,
    SignedOff: OK,
    PhotoTaken: OK,
    ScanRefused: BLOCKED,
    UnitHeld: BLOCKED,
    MachineRefused: NOK,
    NokAcknowledged: INFO,
    StepRedone: INFO,
    StepSkipped: ATTENTION,
    NoteWritten: INFO,
    LabelRequested: INFO,
    LabelEnded: INFO,
    ReadingUnassigned: ATTENTION,
    ReadingDiscarded: INFO,
    DefectRecorded: NOK,
    DefectResolved: OK,
    DefectDismissed: INFO,
    ProblemReported: ATTENTION,
    ProblemDescribed: INFO,
    ProblemEnded: INFO,
    ExceptionExplained: INFO,
    ExceptionVerified: INFO,
    UnitDisposed: INFO,
    EvidenceAsked: ATTENTION,
    ReworkOrdered: INFO,
    PositionsReopened: INFO,
    BypassActivated: ATTENTION,
    BypassApplied: ATTENTION,
    BypassEnded: INFO,
    BypassVerified: OK,
    FormDue: INFO,
    FormOverdue: ATTENTION,
    FormPutOff: ATTENTION,
    FormSkipped: ATTENTION,
    FormStarted: OK,
    FormLineFailed: NOK,
    FormLineSettled: INFO,
}
#: What a disposition makes of a unit; the others let it go on.
_ENDS = {"scrap": "scrapped", "return": "returned"}


def apply_units(batch: Batch, fact: Fact) -> None:
    """Move the unit on and list what belongs into its record."""
    _move_on(batch, fact)
    state = line_state(fact.body)
    if state is None or fact.unit is None:
        return
    batch.write(
        unit_line,
        {
            "pos": fact.pos,
            "serial": fact.unit,
            "kind": fact.envelope.kind,
            "step": getattr(fact.body, "step", None),
            "state": state,
        },
    )


def _move_on(batch: Batch, fact: Fact) -> None:
    body = fact.body
    if isinstance(body, UnitStarted):
        _start(batch, fact, body)
    elif isinstance(body, UnitResumed):
        _change(batch, body.serial, fact, {"station": fact.envelope.station})
    elif isinstance(body, UnitHeld):
        _change(batch, body.serial, fact, {"state": "held"})
    elif isinstance(body, EvidenceAsked | EvidenceResolved):
        _settle(batch, fact, body)
    elif isinstance(body, UnitDisposed):
        _change(batch, body.serial, fact, {"state": _ENDS.get(body.disposition, "open")})
    elif isinstance(body, UnitCompleted):
        _complete(batch, fact, body)
    elif isinstance(body, CurveAttached):
        _attach(batch, fact, body)


def line_state(body: Body | None) -> str | None:
    """How the event came out, or None when it is no line of the list."""
    if isinstance(body, ReadingAssigned):
        body = body.recorded
    if isinstance(body, TighteningRecorded | MeasurementRecorded | PointInspected):
        is_aside = isinstance(body, TighteningRecorded) and not body.counted
        return INFO if is_aside else OK if body.ok else NOK
    if isinstance(body, UnitCompleted | FormCompleted | EvidenceResolved):
        return OK if _is_whole(body) else ATTENTION
    if isinstance(body, CurveRead):
        return ATTENTION if body.verdict == CURVE_ALARM else None
    if isinstance(body, StepCompleted):
        # Worth a line only where somebody else was part of it.
        return INFO if body.crew or body.trainer else None
    return None if body is None else _ALWAYS.get(type(body))


def _is_whole(body: UnitCompleted | FormCompleted | EvidenceResolved) -> bool:
    if isinstance(body, UnitCompleted):
        return body.evidence == "provable"
    if isinstance(body, FormCompleted):
        return not (body.failed or body.gaps)
    return body.how == "came"


def _start(batch: Batch, fact: Fact, body: UnitStarted) -> None:
    if batch.unit(body.serial) is None:
        batch.write_unit(_new_unit(fact, body))
        return
    changed = {"state": "open", "station": fact.envelope.station, "completed_at": None}
    _change(batch, body.serial, fact, changed)


def _new_unit(fact: Fact, body: UnitStarted) -> dict[str, object]:
    return {
        "serial": body.serial,
        "order_id": body.order,
        "product": body.product,
        "variant": body.variant,
        "instruction": body.instruction,
        "revision": body.revision,
        "station": fact.envelope.station,
        "state": "open",
        "evidence": None,
        "gaps": "[]",
        "reworked": 0,
        "started_at": fact.envelope.at,
        "completed_at": None,
        "first_pos": fact.pos,
        "last_pos": fact.pos,
    }


def _complete(batch: Batch, fact: Fact, body: UnitCompleted) -> None:
    """A gap of one operation stays a gap of the unit, whatever the next one says."""
    known = batch.unit(body.serial)
    if known is None:
        return
    gaps = list(dict.fromkeys((*msgspec.json.decode(known["gaps"]), *body.gaps)))
    is_provable = body.evidence == "provable" and known["evidence"] != "not_provable"
    changed = {
        "state": "completed",
        "evidence": "provable" if is_provable else "not_provable",
        "gaps": msgspec.json.encode(gaps).decode(),
        "reworked": storable_int(known["reworked"] + body.reworked),
        "completed_at": fact.envelope.at,
    }
    _change(batch, body.serial, fact, changed)


def _settle(batch: Batch, fact: Fact, body: EvidenceAsked | EvidenceResolved) -> None:
    """Only evidence that came closes gaps; a unit that people accepted keeps its own."""
    if isinstance(body, EvidenceAsked):
        _change(batch, body.serial, fact, {"state": "open", "completed_at": None})
        return
    known = batch.unit(body.serial)
    if known is None or body.how != "came":
        return
    gaps = [gap for gap in msgspec.json.decode(known["gaps"]) if gap not in body.gaps]
    evidence = "not_provable" if gaps else "provable"
    changed = {"gaps": msgspec.json.encode(gaps).decode(), "evidence": evidence}
    _change(batch, body.serial, fact, changed)


def _change(batch: Batch, serial: str, fact: Fact, changed: Mapping[str, object]) -> None:
    known = batch.unit(serial)
    if known is not None:
        batch.write_unit({**known, **changed, "last_pos": fact.pos})


def _attach(batch: Batch, fact: Fact, body: CurveAttached) -> None:
    batch.write(
        curve,
        {
            "source": body.source,
            "epoch": storable_int(body.epoch),
            "result_id": body.result_id,
            "blob": body.blob,
            "samples": storable_int(body.samples),
            "pos": fact.pos,
        },
    )
