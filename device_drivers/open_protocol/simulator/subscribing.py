"""Subscriptions: begun, ended, and what is said at once to who has just subscribed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import Message, accepted, refused
from device_drivers.open_protocol.simulator import state_telegrams as telegrams
from device_drivers.open_protocol.simulator import subscriptions as kinds
from device_drivers.open_protocol.simulator.subscriptions import (
    BY_SUBSCRIBE,
    BY_UNSUBSCRIBE,
    GENERIC,
    OPERATION,
    TRACE,
    number_in,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.visitor import Visitor

REVISION_UNSUPPORTED = 74
#: The extra data of a trace subscription: an alternative, then an index and a time, then kinds.
_BEFORE_KINDS, _COUNT, _KIND = 30, 2, 3
#: A result's number, and what comes before it in 0008: MID, revision, length.
_INDEX, _GENERIC_HEAD = 10, 9

FirstWord: TypeAlias = "Callable[[Visitor, Message], None]"


def _subscribe(client: Visitor, message: Message, _values: Values) -> Message:
    row = BY_SUBSCRIBE[message.mid]
    key = (message.mid, number_in(message))
    if key in client.subscribed:
        return refused(message.mid, row.already)
    client.subscribed[key] = message
    client.controller.emit({"event": "subscribed", "mid": f"{message.mid:04d}"})
    return accepted(message.mid)


def _unsubscribe(client: Visitor, message: Message, _values: Values) -> Message:
    row = BY_UNSUBSCRIBE[message.mid]
    if client.subscribed.pop((row.subscribe, number_in(message)), None) is None:
        return refused(message.mid, row.not_at_all)
    return accepted(message.mid)


def _subscribe_generic(client: Visitor, message: Message, values: Values) -> Message:
    asked = values.get("mid")
    if asked not in GENERIC or asked in client.controller.vendor.without:
        return _refused(client, message, asked, refusals.NO_SUCH_SUBSCRIPTION)
    assert isinstance(asked, int)  # noqa: S101  one of those
    if values.get("mid_revision") not in {None, 0, 1}:
        return _refused(client, message, asked, REVISION_UNSUPPORTED)
    if (asked, 0) in client.subscribed:
        return _refused(client, message, asked, refusals.SUBSCRIBED_ALREADY)
    client.subscribed[asked, 0] = message
    extra = str(values.get("extra") or "")
    if asked == TRACE:
        numbers = extra[_BEFORE_KINDS + _COUNT :]
        found = (numbers[i : i + _KIND] for i in range(0, len(numbers), _KIND))
        client.trace_kinds = frozenset(int(kind) for kind in found if kind.isdecimal())
    client.controller.emit({"event": "subscribed", "mid": f"{asked:04d}"})
    return accepted(asked)


def _unsubscribe_generic(client: Visitor, message: Message, values: Values) -> Message:
    asked = values.get("mid")
    if not isinstance(asked, int) or client.subscribed.pop((asked, 0), None) is None:
        return _refused(client, message, asked, refusals.NOT_SUBSCRIBED)
    if asked == TRACE:
        client.trace_kinds = frozenset()
    return accepted(asked)


def _refused(client: Visitor, message: Message, asked: object, code: int) -> Message:
    names_it = client.controller.vendor.refusals.names_requested_mid
    return refused(asked if names_it and isinstance(asked, int) else message.mid, code)


def _say_selection(client: Visitor, message: Message) -> None:
    client.announce(
        message.mid, lambda asked: telegrams.selected(client.controller, asked.revision)
    )


def _say_late_results(client: Visitor, _message: Message) -> None:
    for rundown in client.controller.late:
        client.announce_result(rundown)


def _say_spindles_again(client: Visitor, message: Message) -> None:
    """From revision 2 on: everything from a number on, unless only new ones are wanted."""
    number, is_new_only = message.body[:_INDEX], message.body[_INDEX : _INDEX + 1] == b"1"
    if number.isdigit() and int(number) and not is_new_only:
        _say_again(client, message.mid, int(number))


def _say_operations_again(client: Visitor, message: Message) -> None:
    """From the index in the extra data on."""
    extra = message.body[_GENERIC_HEAD:]
    index = extra[:_INDEX]
    if message.body[:4] == b"%04d" % OPERATION and index.isdigit() and int(index):
        _say_again(client, OPERATION, int(index))


def _say_again(client: Visitor, subscription: int, first: int) -> None:
    # Also where 0064 brings nothing: this is another way to what is kept.
    kept = client.controller.shelf.kept
    newest = kept[-1].result_id if kept else 0
    for rundown in client.controller.shelf.between(first, newest):
        client.announce_again(subscription, rundown)


def _say_batch_lock(client: Visitor, message: Message) -> None:
    client.controller.locks_after_batch = True
    client.announce(message.mid, lambda _: telegrams.batch_locked(is_locked=False))


def _say_alarm(client: Visitor, message: Message) -> None:
    client.announce(
        message.mid, lambda asked: telegrams.alarm_status(client.controller, asked.revision)
    )


def _say_inputs(client: Visitor, message: Message) -> None:
    client.announce(message.mid, lambda _: telegrams.inputs(client.controller))


def _say_relay(client: Visitor, message: Message) -> None:
    client.announce(
        message.mid,
        lambda asked: telegrams.relay_function(client.controller, asked),
        number_in(message),
    )


def _say_input(client: Visitor, message: Message) -> None:
    client.announce(
        message.mid,
        lambda asked: telegrams.input_function(client.controller, asked),
        number_in(message),
    )


def _say_sockets(client: Visitor, message: Message) -> None:
    client.announce(message.mid, lambda _: telegrams.sockets(client.controller))


def _say_mode(client: Visitor, message: Message) -> None:
    client.announce(message.mid, lambda _: telegrams.manual_mode(client.controller))


def _say_commands(client: Visitor, message: Message) -> None:
    client.announce(message.mid, lambda _: telegrams.commands_disabled(client.controller))


ANSWERS = MappingProxyType(
    {
        8: _subscribe_generic,
        9: _unsubscribe_generic,
        **dict.fromkeys(BY_SUBSCRIBE, _subscribe),
        **dict.fromkeys(BY_UNSUBSCRIBE, _unsubscribe),
    }
)
#: By the MID that subscribed.
FIRST_WORDS: Mapping[int, FirstWord] = MappingProxyType(
    {
        kinds.SELECTION: _say_selection,
        kinds.BATCH_LOCKED: _say_batch_lock,
        kinds.RESULT: _say_late_results,
        kinds.SPINDLES: _say_spindles_again,
        8: _say_operations_again,
        kinds.ALARM: _say_alarm,
        kinds.INPUTS: _say_inputs,
        kinds.RELAY_FUNCTION: _say_relay,
        kinds.INPUT_FUNCTION: _say_input,
        kinds.SOCKETS: _say_sockets,
        kinds.MANUAL_MODE: _say_mode,
        kinds.COMMANDS_DISABLED: _say_commands,
    }
)
