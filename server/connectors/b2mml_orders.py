"""Orders from a B2MML ``ProcessOperationsSchedule`` (or Sync, or a bare OperationsSchedule).

One order an OperationsRequest with one SegmentRequirement: its process segment is the
instruction, its produced material is ``product:variant``, whose lots are the units' serials.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from app.domain.plant import Order
from server.connectors.b2mml import READ_NAMESPACES
from server.connectors.order_errors import OrderFileError, RowError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOTS = {"ProcessOperationsSchedule", "SyncOperationsSchedule", "OperationsSchedule"}
_PRODUCED = {"Produced", "Material Produced"}
_TOO_LARGE = 2**31


def read_b2mml_orders(content: bytes) -> tuple[Order, ...]:
    """Every order of the message.

    Raises:
        OrderFileError: it is no such message, or anything in it is wrong; all of it is named.
    """
    root = _parse(content)
    requests = [element for element in root.iter() if _name(element) == "OperationsRequest"]
    if not requests:
        raise _file_error(field="OperationsRequest", message="the message has none")
    readers = [_Request(number, element) for number, element in enumerate(requests, start=1)]
    orders = [reader.order() for reader in readers]
    errors = [error for reader in readers for error in reader.errors]
    errors += _repeated(orders)
    if errors:
        raise OrderFileError(tuple(errors))
    return tuple(orders)


class _Request:
    """One OperationsRequest being read; collects what is wrong with it."""

    def __init__(self, number: int, element: Element) -> None:
        self._number = number
        self._element = element
        self.errors: list[RowError] = []

    def order(self) -> Order:
        segment = self._segment()
        product, variant, quantity, serials = self._produced(segment)
        return Order(
            order=self._needed(self._element, "ID"),
            product=product,
            variant=variant,
            quantity=quantity,
            instruction=self._needed(segment, "ProcessSegmentID"),
            operation=_text(segment, "OperationsSegmentID") or "10",
            due=self._time("EndTime", segment, "LatestEndTime"),
            start=self._time("StartTime", segment, "EarliestStartTime"),
            priority=self._priority(),
            sequence=self._number,
            serials=serials,
            external_id=_text(self._element, "ID") or None,
        )

    def _segment(self) -> Element:
        segments = _children(self._element, "SegmentRequirement")
        if len(segments) == 1:
            return segments[0]
        self._wrong("SegmentRequirement", f"expected one, found {len(segments)}")
        return segments[0] if segments else self._element

    def _produced(self, segment: Element) -> tuple[str, str, int, tuple[str, ...]]:
        materials = [
            material
            for material in _children(segment, "MaterialRequirement")
            if _text(material, "MaterialUse") in _PRODUCED
        ]
        if len(materials) != 1:
            self._wrong("MaterialRequirement", f"expected one Produced, found {len(materials)}")
            return "", "", 1, ()
        material = materials[0]
        name = self._needed(material, "MaterialDefinitionID")
        product, colon, variant = name.rpartition(":")
        if name and not (colon and product and variant):
            self._wrong("MaterialDefinitionID", f"{name!r}: expected product:variant")
        lots = _children(material, "MaterialLotID") + _children(material, "MaterialSubLotID")
        serials = tuple(text for lot in lots if (text := (lot.text or "").strip()))
        quantity = self._quantity(material)
        if len(set(serials)) < len(serials):
            self._wrong("MaterialLotID", "a serial is there twice")
        if len(serials) > quantity:
            self._wrong("MaterialLotID", f"{len(serials)} serials for a quantity of {quantity}")
        return product, variant, quantity, serials

    def _quantity(self, material: Element) -> int:
        quantities = _children(material, "Quantity")
        text = self._needed(quantities[0] if quantities else material, "QuantityString")
        whole, _, fraction = text.partition(".")
        if text and (not _is_number(whole) or fraction.strip("0") or int(whole) < 1):
            self._wrong("QuantityString", f"{text!r} is not a whole number from 1")
            return 1
        return int(whole or 1)

    def _priority(self) -> int:
        text = _text(self._element, "Priority")
        if text and not _is_number(text):
            self._wrong("Priority", f"{text!r} is not a whole number from 0")
            return 0
        return int(text or 0)

    def _time(self, field: str, segment: Element, segment_field: str) -> datetime | None:
        text = _text(self._element, field) or _text(segment, segment_field)
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            self._wrong(field, f"{text!r} is not a time like 2027-03-31T16:30:00+01:00")
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def _needed(self, parent: Element, field: str) -> str:
        text = _text(parent, field)
        if not text:
            self._wrong(field, "is missing")
        return text

    def _wrong(self, field: str, message: str) -> None:
        self.errors.append(RowError(self._number, field, message))


def _parse(content: bytes) -> Element:
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except ParseError as error:
        raise _file_error(field="file", message=f"is not well-formed XML: {error}") from error
    except DefusedXmlException as error:
        raise _file_error(
            field="file", message="declares a DTD or entities; B2MML needs none"
        ) from error
    except (LookupError, ValueError) as error:
        raise _file_error(
            field="file", message=f"has an encoding we cannot read: {error}"
        ) from error
    namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    if namespace not in READ_NAMESPACES:
        raise _file_error(
            field="namespace", message=f"{namespace!r}: expected {READ_NAMESPACES[0]}"
        )
    if _name(root) not in _ROOTS:
        raise _file_error(field=_name(root), message="expected ProcessOperationsSchedule")
    return root


def _repeated(orders: list[Order]) -> list[RowError]:
    seen: dict[str, int] = {}
    errors = []
    for number, order in enumerate(orders, start=1):
        if order.order and order.order in seen:
            message = f"{order.order} is in request {seen[order.order]} already"
            errors.append(RowError(number, "ID", message))
        seen.setdefault(order.order, number)
    return errors


def _file_error(*, field: str, message: str) -> OrderFileError:
    return OrderFileError((RowError(1, field, message),))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(parent: Element, name: str) -> list[Element]:
    return [child for child in parent if _name(child) == name]


def _text(parent: Element, name: str) -> str:
    found = _children(parent, name)
    return (found[0].text or "").strip() if found else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) < _TOO_LARGE
