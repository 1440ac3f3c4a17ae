"""Units: where each stands, and which events make its as-built list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

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
    StepConfirmed: OK,
    PhotoTaken: OK,
    ScanRefused: BLOCKED,
    UnitHeld: BLOCKED,
    MachineRefused: NOK,
    NokAcknowledged: INFO,
    StepRedone: INFO,
    NoteWritten: INFO,
    LabelRequested: INFO,
    LabelEnded: INFO,
    ReadingUnassigned: ATTENTION,
    ReadingDiscarded: INFO,
}


def apply_units(batch: Batch, fact: Fact) -> None:
    """Move the unit on and list what belongs into its record."""
    body = fact.body
    if isinstance(body, UnitStarted):
        _start(batch, fact, body)
    elif isinstance(body, UnitHeld):
        _change(batch, body.serial, fact, {"state": "held"})
    elif isinstance(body, UnitCompleted):
        _complete(batch, fact, body)
    elif isinstance(body, CurveAttached):
        _attach(batch, fact, body)
    state = line_state(body)
    if state is None or fact.unit is None:
        return
    batch.write(
        unit_line,
        {
            "pos": fact.pos,
            "serial": fact.unit,
            "kind": fact.envelope.kind,
            "step": getattr(body, "step", None),
            "state": state,
        },
    )


def line_state(body: Body | None) -> str | None:
    """How the event came out, or None when it is no line of the list."""
    if isinstance(body, ReadingAssigned):
        body = body.recorded
    if isinstance(body, TighteningRecorded) and not body.counted:
        return INFO
    if isinstance(body, TighteningRecorded | MeasurementRecorded | PointInspected):
        return OK if body.ok else NOK
    if isinstance(body, UnitCompleted):
        return OK if body.evidence == "provable" else ATTENTION
    return None if body is None else _ALWAYS.get(type(body))


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
