"""What was really built, as a B2MML V0700 ``SyncOperationsPerformance``.

One OperationsResponse an order, one SegmentResponse a unit: times, people, station, the unit
produced and every lot and serial that went into it.  The schema is strict about order, so each
element is written by its own function, in the schema's order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from server.connectors.b2mml import CONSUMED, NAMESPACE, PRODUCED, RELEASE
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from server.read.orders import OrderProgress
    from server.read.parts_tree import PartNode
    from server.read.record import UnitRecord

_STATES = {"completed": "Completed", "held": "Held", "open": "Running"}
_PIECE = "EA"


def write_confirmation(
    progress: OrderProgress,
    records: Sequence[UnitRecord],
    *,
    sender: str,
    message_id: str,
    now_us: int,
) -> bytes:
    """The confirmation of an order's units; ``message_id`` makes sending it twice harmless.

    ``records`` holds at least one unit: the schema wants a SegmentResponse.
    """
    root = ET.Element("SyncOperationsPerformance", {"xmlns": NAMESPACE, "releaseID": RELEASE})
    _application_area(root, sender=sender, message_id=message_id, now_us=now_us)
    area = ET.SubElement(root, "DataArea")
    criteria = ET.SubElement(ET.SubElement(area, "Sync"), "ActionCriteria")
    expression = _add(criteria, "ActionExpression", "/SyncOperationsPerformance")
    expression.set("actionCode", "Add")
    performance = ET.SubElement(area, "OperationsPerformance")
    _add(performance, "ID", f"{progress.order.order}-{message_id}")
    _add(performance, "PublishedDate", _time(utc(now_us)))
    _add(performance, "OperationsType", "Production")
    _response(performance, progress, records)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _application_area(root: ET.Element, *, sender: str, message_id: str, now_us: int) -> None:
    area = ET.SubElement(root, "ApplicationArea")
    _add(ET.SubElement(area, "Sender"), "LogicalID", sender)
    _add(area, "CreationDateTime", _time(utc(now_us)))
    _add(area, "BODID", message_id)


def _response(
    performance: ET.Element, progress: OrderProgress, records: Sequence[UnitRecord]
) -> None:
    order = progress.order
    is_complete = progress.completed >= order.quantity
    response = ET.SubElement(performance, "OperationsResponse")
    _add(response, "ID", f"{order.order}-response")
    _add(response, "StartTime", _time(min(record.started_at for record in records)))
    if is_complete:
        _add(response, "EndTime", _time(max(r.completed_at or r.started_at for r in records)))
    _add(response, "OperationsType", "Production")
    _add(response, "OperationsRequestID", order.external_id or order.order)
    _add(response, "OperationsDefinitionID", order.product)
    _add(response, "OperationsSegmentID", order.operation)
    _add(response, "ResponseState", "Completed" if is_complete else "Running")
    for record in records:
        _segment(response, progress, record)


def _segment(response: ET.Element, progress: OrderProgress, record: UnitRecord) -> None:
    order = progress.order
    segment = ET.SubElement(response, "SegmentResponse")
    _add(segment, "ID", f"{order.order}-{record.serial}")
    _add(segment, "ActualStartTime", _time(record.started_at))
    if record.completed_at is not None:
        _add(segment, "ActualEndTime", _time(record.completed_at))
    _add(segment, "OperationsType", "Production")
    _add(segment, "ProcessSegmentID", record.instruction)
    _add(segment, "OperationsRequestID", order.external_id or order.order)
    _add(segment, "OperationsDefinitionID", order.product)
    _add(segment, "OperationsSegmentID", order.operation)
    _add(segment, "SegmentState", _STATES[record.state])
    for person in sorted({line.by_id for line in record.lines if line.by_kind == "person"}):
        _actual(segment, "PersonnelActual", "PersonID", person, record)
    for station in sorted({line.station for line in record.lines}):
        _actual(segment, "EquipmentActual", "EquipmentID", station, record)
    _produced(segment, record)
    for part in record.parts.children:
        if not part.is_removed:
            _consumed(segment, part, record)


def _actual(
    segment: ET.Element, name: str, id_name: str, resource: str, record: UnitRecord
) -> None:
    actual = ET.SubElement(segment, name)
    _add(actual, "ID", f"{record.serial}-{resource}")
    _add(actual, id_name, resource)


def _produced(segment: ET.Element, record: UnitRecord) -> None:
    material = ET.SubElement(segment, "MaterialActual")
    _add(material, "ID", f"{record.serial}-produced")
    _add(material, "MaterialDefinitionID", f"{record.product}:{record.variant}")
    _add(material, "MaterialLotID", record.serial)
    _add(material, "MaterialUse", PRODUCED)
    _quantity(material, 1 if record.state == "completed" else 0)


def _consumed(segment: ET.Element, part: PartNode, record: UnitRecord) -> None:
    material = ET.SubElement(segment, "MaterialActual")
    _add(material, "ID", f"{record.serial}-consumed-{part.pos}")
    _add(material, "MaterialDefinitionID", part.part)
    if part.lot is not None:
        _add(material, "MaterialLotID", part.lot)
    if part.kind == "serial":
        _add(material, "MaterialSubLotID", part.id)
    _add(material, "MaterialUse", CONSUMED)
    _quantity(material, part.quantity)


def _quantity(material: ET.Element, pieces: int) -> None:
    quantity = ET.SubElement(material, "Quantity")
    _add(quantity, "QuantityString", str(pieces))
    _add(quantity, "DataType", "integer")
    _add(quantity, "UnitOfMeasure", _PIECE)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = "".join(char for char in text if _is_xml(char))
    return element


def _is_xml(char: str) -> bool:
    """XML has no way at all to write most control characters."""
    return char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff")


def _time(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
