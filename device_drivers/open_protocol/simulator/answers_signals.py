"""Relays, digital inputs, socket trays and alarms: set, shown, acknowledged."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import Message, accepted, refused
from device_drivers.open_protocol.simulator import state_telegrams as telegrams

if TYPE_CHECKING:
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.visitor import Visitor

NO_ALARM, NO_SUCH_DEVICE = 58, 53
#: What 0200 says of a relay that shall stay as it is.
KEEP = 3


def _set_relays(client: Visitor, message: Message, values: Values) -> Message:
    wanted = values.get("relays")
    relays = client.controller.signals.relays
    if not isinstance(wanted, tuple) or len(wanted) != len(relays):
        return refused(message.mid, refusals.INVALID_VALUE)
    for index, state in enumerate(wanted):
        if isinstance(state, int) and state != KEEP:
            relays[index] = state
    client.controller.emit({"event": "relays", "states": "".join(map(str, relays))})
    return accepted(message.mid)


def _show_io(client: Visitor, message: Message, values: Values) -> Message:
    if values.get("device_number") not in {None, 0}:
        return refused(message.mid, NO_SUCH_DEVICE)
    return telegrams.io_status(client.controller, message.revision)


def _set_input(client: Visitor, message: Message, values: Values) -> Message:
    return _switch_input(client, message, values, is_on=True)


def _reset_input(client: Visitor, message: Message, values: Values) -> Message:
    return _switch_input(client, message, values, is_on=False)


def _switch_input(client: Visitor, message: Message, values: Values, *, is_on: bool) -> Message:
    number = values.get("input")
    if not isinstance(number, int):
        return refused(message.mid, refusals.INVALID_VALUE)
    client.controller.set_input(number, is_on=is_on)
    return accepted(message.mid)


def _light_green(client: Visitor, message: Message, values: Values) -> Message:
    return _light(client, message, values, "green")


def _light_red(client: Visitor, message: Message, values: Values) -> Message:
    return _light(client, message, values, "red")


def _light(client: Visitor, message: Message, values: Values, colour: str) -> Message:
    lights, signals = values.get("lights"), client.controller.signals
    if not isinstance(lights, tuple) or len(lights) != len(signals.lifted):
        return refused(message.mid, refusals.INVALID_VALUE)
    states = [int(bool(light)) for light in lights]
    if colour == "green":
        signals.green = states
    else:
        signals.red = states
    client.controller.emit({"event": f"{colour} lights", "states": "".join(map(str, states))})
    return accepted(message.mid)


def _acknowledge_alarm(client: Visitor, message: Message, _values: Values) -> Message:
    if client.controller.signals.alarm is None:
        return refused(message.mid, NO_ALARM)
    client.controller.clear_alarm()
    return accepted(message.mid)


ANSWERS = MappingProxyType(
    {
        78: _acknowledge_alarm,
        200: _set_relays,
        214: _show_io,
        224: _set_input,
        225: _reset_input,
        254: _light_green,
        255: _light_red,
    }
)
