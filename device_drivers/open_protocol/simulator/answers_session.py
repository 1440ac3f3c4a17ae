"""Hello and goodbye, the clock, and the tool: described, locked, released."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import Message, accepted, refused
from device_drivers.open_protocol.simulator import state_telegrams as telegrams

if TYPE_CHECKING:
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.visitor import Visitor

KNOWN_LOCKS = frozenset({None, 0, 1, 2, 3})
LOCK_TYPE_UNKNOWN, NO_SUCH_TOOL = 36, 29


def _start(client: Visitor, message: Message, _values: Values) -> Message:
    controller = client.controller
    if not client.start():
        return refused(message.mid, controller.vendor.clients.too_many)
    revision = 1 if controller.vendor.start.is_minimal else message.revision
    return telegrams.started(controller.vendor, revision)


def _stop(client: Visitor, message: Message, _values: Values) -> Message:
    client.stop()
    return accepted(message.mid)


def _describe_tool(client: Visitor, message: Message, _values: Values) -> Message:
    return telegrams.tool_description(client.controller, message.revision)


def _disable(client: Visitor, message: Message, values: Values) -> Message:
    return _switch(client, message, values, is_enabled=False)


def _enable(client: Visitor, message: Message, values: Values) -> Message:
    return _switch(client, message, values, is_enabled=True)


def _switch(client: Visitor, message: Message, values: Values, *, is_enabled: bool) -> Message:
    """Revision 2 names the tool, and says how to lock: at once or by what is inhibited."""
    if values.get("tool_number", 1) not in {None, 0, 1}:
        return refused(message.mid, NO_SUCH_TOOL)
    if values.get("lock_type") not in KNOWN_LOCKS:
        return refused(message.mid, LOCK_TYPE_UNKNOWN)
    client.controller.enable(is_enabled)
    return accepted(message.mid)


def _tell_time(client: Visitor, _message: Message, _values: Values) -> Message:
    return telegrams.clock(client.controller.time())


def _set_clock(client: Visitor, message: Message, values: Values) -> Message:
    if not client.controller.set_clock(str(values.get("time"))):
        return refused(message.mid, refusals.INVALID_VALUE)
    return accepted(message.mid)


ANSWERS = MappingProxyType(
    {
        1: _start,
        3: _stop,
        40: _describe_tool,
        42: _disable,
        43: _enable,
        80: _tell_time,
        82: _set_clock,
    }
)
