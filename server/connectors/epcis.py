"""A unit's history as a GS1 EPCIS 2.0 document (JSON-LD), for partners in the supply chain.

Commissioning at the start, one observation for each judged value, a hold, and at completion one
transformation of everything that is in the unit.  What came out again is no input of it: its
association with the unit is told when it went in, and ended when it came out.  Words are those of
the Core Business Vocabulary 2.0; units of measure are UN/ECE recommendation 20.  What has a GTIN
is named by its GS1 Digital Link, everything else by a URI of this plant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from app.domain.events import (
    MeasurementRecorded,
    ReadingAssigned,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.material_events import PartFitted, PartRemoved
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import tzinfo

    from app.domain.instructions import Instruction
    from app.domain.readings import Quantity, Reading
    from server.read.facts import Fact
    from server.read.parts_tree import PartNode
    from server.read.record import UnitRecord

CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
_LINK = "https://id.gs1.org"
#: UCUM code: EPCIS measurement type and UN/ECE code.
_MEASURES = {
    "N.m": ("Torque", "NU"),
    "deg": ("Angle", "DD"),
    "rad": ("Angle", "C81"),
    "mm": ("Length", "MMT"),
    "um": ("Length", "4H"),
    "m": ("Length", "MTR"),
    "[in_i]": ("Length", "INH"),
    "g": ("Mass", "GRM"),
    "kg": ("Mass", "KGM"),
    "N": ("Force", "NEW"),
    "kN": ("Force", "B47"),
    "Pa": ("Pressure", "PAL"),
    "kPa": ("Pressure", "KPA"),
    "bar": ("Pressure", "BAR"),
    "Cel": ("Temperature", "CEL"),
    "V": ("Voltage", "VLT"),
    "A": ("ElectricCurrent", "AMP"),
    "Ohm": ("Resistance", "OHM"),
    "s": ("Time", "SEC"),
    "%": ("Dimensionless", "P1"),
}
#: What a part is that came out for such a reason; any other is as it was.
_GONE = {"part_damaged": "damaged", "on_hold": "non_sellable_other"}


@dataclass(frozen=True, slots=True)
class EpcisScope:
    """Whose document it is: the plant's name, the zone of its clocks, when it was made."""

    plant: str
    zone: tzinfo | None
    now_us: int


def epcis_document(
    record: UnitRecord,
    facts: Sequence[Fact],
    instruction: Instruction | None,
    scope: EpcisScope,
) -> bytes:
    """The document of one unit; ``facts`` are its events, oldest first."""
    done = [fact.pos for fact in facts if isinstance(fact.body, UnitCompleted)]
    writer = _Writer(record, instruction, scope, done[-1] if done else None, gone_again(facts))
    events = [event for fact in facts for event in writer.events_of(fact)]
    document = {
        "@context": [CONTEXT],
        "id": writer.own("document", record.serial, str(scope.now_us)),
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": _time(scope.now_us),
        "epcisBody": {"eventList": events},
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    record: UnitRecord
    instruction: Instruction | None
    scope: EpcisScope
    #: Where the unit was completed last: what went in is told once.
    done_pos: int | None
    #: By the place of what went in: how many of its pieces came out again.
    gone: dict[int, int]

    @property
    def unit(self) -> str:
        return self.own("unit", self.record.product, self.record.serial)

    def own(self, *names: str) -> str:
        """A URI of this plant's own."""
        parts = (self.scope.plant, *names)
        return "urn:asbuilt:" + ":".join(quote(part, safe="") for part in parts)

    def events_of(self, fact: Fact) -> Iterator[dict[str, Any]]:
        match fact.body:
            case UnitStarted():
                yield self._seen(fact, "ADD", "commissioning", "active")
            case TighteningRecorded() | MeasurementRecorded():
                yield self._measured(fact, fact.body)
            case ReadingAssigned(recorded=recorded):
                yield self._measured(fact, recorded)
            case UnitHeld():
                yield self._seen(fact, "OBSERVE", "holding", "non_sellable_other")
            case UnitCompleted():
                yield self._completed(fact)
            case EvidenceAsked() | EvidenceResolved() as body:
                step, disposition = _settling(body)
                yield self._seen(fact, "OBSERVE", step, disposition)
            case PartFitted() | PartRemoved() as body:
                yield from self._moved(fact, body)
            case _:
                return

    def _moved(self, fact: Fact, body: PartFitted | PartRemoved) -> Iterator[dict[str, Any]]:
        """A part that came out again: when it went in, and when it came out."""
        if isinstance(body, PartRemoved):
            out = self._associated(fact, body, body.quantity, action="DELETE", step="removing")
            gone_as = _GONE.get(body.reason)
            yield out if gone_as is None else out | {"disposition": gone_as}
        elif fact.pos in self.gone:
            pieces = self.gone[fact.pos]
            yield self._associated(fact, body, pieces, action="ADD", step="installing")

    def _associated(
        self, fact: Fact, body: PartFitted | PartRemoved, pieces: int, *, action: str, step: str
    ) -> dict[str, Any]:
        """The unit and so many pieces of a part, as they came together or apart."""
        event = self._event(fact, "AssociationEvent", step)
        event |= {"parentID": self.unit, "action": action}
        if body.serial is not None:
            return event | {"childEPCs": [self._piece(body.part, body.serial)]}
        amount = self._amount(body.part, body.lot, pieces)
        return event | {"childQuantityList": [amount]}

    def _measured(
        self, fact: Fact, body: TighteningRecorded | MeasurementRecorded
    ) -> dict[str, Any]:
        disposition = "conformant" if body.ok else "non_conformant"
        event = self._seen(fact, "OBSERVE", "inspecting", disposition)
        reports = [self._report(quantity) for quantity in body.reading.values]
        if reports:
            element = {"sensorMetadata": self._device(body.reading), "sensorReport": reports}
            event["sensorElementList"] = [element]
        return event

    def _completed(self, fact: Fact) -> dict[str, Any]:
        if fact.pos != self.done_pos:
            return self._seen(fact, "OBSERVE", "assembling", "active")
        present = [node for node in self.record.parts.children if not node.is_removed]
        pieces = [self._piece(node.part, node.id) for node in present if node.kind == "serial"]
        amounts = [self._node(node) for node in present if node.kind != "serial"]
        inputs = {"inputEPCList": list(dict.fromkeys(pieces)), "inputQuantityList": amounts}
        given = {name: found for name, found in inputs.items() if found}
        if not given:
            return self._seen(fact, "OBSERVE", "assembling", "active")
        event = self._event(fact, "TransformationEvent", "assembling")
        return event | given | {"disposition": "active", "outputEPCList": [self.unit]}

    def _seen(self, fact: Fact, action: str, step: str, disposition: str) -> dict[str, Any]:
        event = self._event(fact, "ObjectEvent", step) | {"disposition": disposition}
        return event | {"epcList": [self.unit], "action": action}

    def _event(self, fact: Fact, kind: str, step: str) -> dict[str, Any]:
        envelope = fact.envelope
        order = {"type": "prodorder", "bizTransaction": self.own("order", self.record.order)}
        return {
            "type": kind,
            "eventID": f"urn:uuid:{envelope.event_id}",
            "eventTime": _time(envelope.at),
            "eventTimeZoneOffset": self._offset(envelope.at),
            "recordTime": _time(fact.recv_at),
            "bizStep": step,
            "readPoint": {"id": self.own("station", envelope.station)},
            "bizTransactionList": [order],
        }

    def _report(self, quantity: Quantity) -> dict[str, Any]:
        known = _MEASURES.get(quantity.unit)
        if known is None:
            kind = self.own("quantity", quantity.name)
            return {"type": kind, "stringValue": f"{quantity.value} {quantity.unit}"}
        return {"type": known[0], "value": float(quantity.value), "uom": known[1]}

    def _device(self, reading: Reading) -> dict[str, Any]:
        return {
            "time": reading.received_at.isoformat().replace("+00:00", "Z"),
            "deviceID": self.own("device", reading.source),
            "rawData": self.own("result", reading.source, str(reading.epoch), reading.result_id),
        }

    def _piece(self, part: str, serial: str) -> str:
        gtin = self._gtin(part)
        if gtin is None:
            return self.own("part", part, serial)
        return f"{_LINK}/01/{gtin}/21/{quote(serial, safe='')}"

    def _amount(self, part: str, lot: str | None, pieces: int) -> dict[str, Any]:
        gtin = self._gtin(part)
        if lot is None:
            name = f"{_LINK}/01/{gtin}" if gtin else self.own("part", part)
        elif gtin:
            name = f"{_LINK}/01/{gtin}/10/{quote(lot, safe='')}"
        else:
            name = self.own("lot", part, lot)
        return {"epcClass": name, "quantity": pieces}

    def _node(self, node: PartNode) -> dict[str, Any]:
        lot = node.id if node.kind == "lot" else None
        return self._amount(node.part or node.id, lot, node.quantity)

    def _gtin(self, part: str) -> str | None:
        if self.instruction is None:
            return None
        lines = self.instruction.bills.get(self.record.variant, ())
        found = next((line for line in lines if part in line.parts), None)
        return None if found is None else found.gtin_of(part)

    def _offset(self, at_us: int) -> str:
        offset = utc(at_us).astimezone(self.scope.zone).strftime("%z")
        return f"{offset[:3]}:{offset[3:5]}"


def gone_again(facts: Iterable[Fact]) -> dict[int, int]:
    """By the place of each part that went in: how many pieces came out, of the newest first."""
    inside: list[tuple[Fact, PartFitted]] = []
    gone: dict[int, int] = {}
    for fact in facts:
        body = fact.body
        if isinstance(body, PartFitted):
            inside.append((fact, body))
        elif isinstance(body, PartRemoved):
            left = body.quantity
            for fitted, part in reversed(inside):
                there = part.quantity - gone.get(fitted.pos, 0)
                if left > 0 and there > 0 and _is_of(part, body):
                    gone[fitted.pos] = gone.get(fitted.pos, 0) + min(left, there)
                    left -= there
    return gone


def _is_of(part: PartFitted, out: PartRemoved) -> bool:
    def named(one: PartFitted | PartRemoved) -> tuple[str | None, ...]:
        return one.step, one.part, one.lot, one.serial

    return named(part) == named(out)


def _settling(body: EvidenceAsked | EvidenceResolved) -> tuple[str, str]:
    if isinstance(body, EvidenceAsked):
        return "repairing", "non_sellable_other"
    return ("inspecting", "conformant") if body.how == "came" else ("accepting", "active")


def _time(at_us: int) -> str:
    return utc(at_us).isoformat(timespec="milliseconds").replace("+00:00", "Z")
