"""Identifiers of what is tightened: taken from the station, bypassed, reset."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import Message, accepted, refused

if TYPE_CHECKING:
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.visitor import Visitor

MOST_IDENTIFIERS, LONGEST = 4, 100


def _take_vin(client: Visitor, message: Message, values: Values) -> Message:
    rules, vin = client.controller.vendor.text, str(values.get("vin") or "")
    is_whole = len(message.body) == rules.vin_most or not rules.vin_is_padded
    if not vin.strip() or len(vin.encode()) > rules.vin_most or not is_whole:
        return refused(message.mid, refusals.INVALID_VALUE)
    client.controller.identify(vin.rstrip())
    return accepted(message.mid)


def _take_identifier(client: Visitor, message: Message, values: Values) -> Message:
    """The next of up to four: the work order's own order decides which one it is."""
    text = str(values.get("identifier") or "")
    known = client.controller.identifiers
    if not text or len(text) > LONGEST or len(known) >= MOST_IDENTIFIERS:
        return refused(message.mid, refusals.INVALID_VALUE)
    client.controller.identify(*known, text)
    return accepted(message.mid)


def _bypass(client: Visitor, message: Message, _values: Values) -> Message:
    """The next identifier is left out."""
    client.controller.identify(*client.controller.identifiers, "")
    return accepted(message.mid)


def _reset_latest(client: Visitor, message: Message, _values: Values) -> Message:
    client.controller.identify(*client.controller.identifiers[:-1])
    return accepted(message.mid)


def _reset_all(client: Visitor, message: Message, _values: Values) -> Message:
    client.controller.identify()
    return accepted(message.mid)


ANSWERS = MappingProxyType(
    {
        50: _take_vin,
        150: _take_identifier,
        155: _bypass,
        156: _reset_latest,
        157: _reset_all,
    }
)
