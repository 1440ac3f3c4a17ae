"""Old results: one by its id, or a list of what there is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import Message, refused
from device_drivers.open_protocol.simulator import telegrams
from device_drivers.open_protocol.simulator.subscriptions import OPERATION

if TYPE_CHECKING:
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.visitor import Visitor

REQUEST_UNSUPPORTED = 75


def _old_result(client: Visitor, message: Message, values: Values) -> Message:
    asked = values.get("tightening_id")
    rundown = client.controller.shelf.find(asked) if isinstance(asked, int) else None
    if rundown is None:
        return refused(message.mid, refusals.RESULT_NOT_FOUND)
    client.controller.emit({"event": "fetched", "result_id": str(rundown.result_id)})
    return telegrams.old_result(rundown, message.revision, client.controller.vendor)


def _request(client: Visitor, message: Message, values: Values) -> Message:
    """0006: data that has no request of its own."""
    asked, names_it = values.get("mid"), client.controller.vendor.refusals.names_requested_mid
    make = telegrams.REQUESTED.get(asked) if isinstance(asked, int) else None
    named = asked if names_it and isinstance(asked, int) else message.mid
    if make is None or asked in client.controller.vendor.without:
        return refused(named, REQUEST_UNSUPPORTED)
    answer = make(client.controller, values)
    if answer is None:
        return refused(named, refusals.RESULT_NOT_FOUND)
    result_id = str(int(answer.body[6:16])) if answer.mid == OPERATION else None
    if result_id is not None:
        client.controller.emit({"event": "fetched", "result_id": result_id})
    return answer


ANSWERS = MappingProxyType({6: _request, 64: _old_result})
