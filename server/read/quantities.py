"""Values of devices as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.readings import Quantity, Reading

_UNITS = {"N.m": " Nm", "deg": "°", "Cel": " °C", "%": " %", "1": ""}


def quantity_text(quantity: Quantity) -> str:
    """A value with its unit."""
    return with_unit(str(quantity.value), quantity.unit)


def with_unit(value: str, unit: str) -> str:
    """A value that is written already, with its unit (a UCUM code)."""
    return f"{value}{_UNITS.get(unit, ' ' + unit)}"


def value_text(reading: Reading, name: str) -> str:
    """The value called ``name``; "" when the device did not send it."""
    quantity = reading.value(name)
    return quantity_text(quantity) if quantity else ""
