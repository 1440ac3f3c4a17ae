"""What a client can subscribe to: the MIDs that go together, and the codes for saying no."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.message import Message

SELECTION, BATCH_LOCKED, JOB, IDENTIFIER, RESULT, ALARM = 14, 21, 34, 51, 60, 70
SPINDLE_STATUS, SPINDLES, IDENTIFIERS = 90, 100, 151
INPUTS, RELAY_FUNCTION, INPUT_FUNCTION = 210, 216, 220
SOCKETS, MANUAL_MODE, COMMANDS_DISABLED = 250, 400, 420
#: By 0008: named by the MID that comes.
TRACE, TRACE_LIMITS, ALARM_DETAILS, OPERATION = 900, 901, 1000, 1201
GENERIC = frozenset({TRACE, TRACE_LIMITS, ALARM_DETAILS, OPERATION})


@dataclass(frozen=True, slots=True)
class Subscription:
    """``events`` with the MIDs that acknowledge them, in the same order."""

    subscribe: int
    events: tuple[int, ...]
    acknowledges: tuple[int, ...]
    unsubscribe: int
    already: int
    not_at_all: int


ALL = (
    Subscription(SELECTION, (15,), (16,), 17, 13, 14),
    Subscription(BATCH_LOCKED, (22,), (23,), 24, 90, 91),
    Subscription(JOB, (35,), (36,), 37, 18, 19),
    Subscription(IDENTIFIER, (52,), (53,), 54, 6, 7),
    Subscription(RESULT, (61,), (62,), 63, 9, 10),
    Subscription(ALARM, (71, 74, 76), (72, 75, 77), 73, 11, 12),
    Subscription(SPINDLE_STATUS, (91,), (92,), 93, 31, 32),
    Subscription(SPINDLES, (101,), (102,), 103, 33, 34),
    Subscription(IDENTIFIERS, (152,), (153,), 154, 43, 44),
    Subscription(INPUTS, (211,), (212,), 213, 50, 51),
    Subscription(RELAY_FUNCTION, (217,), (218,), 219, 84, 85),
    Subscription(INPUT_FUNCTION, (221,), (222,), 223, 88, 89),
    Subscription(SOCKETS, (251,), (252,), 253, 86, 87),
    Subscription(MANUAL_MODE, (401,), (402,), 403, 82, 83),
    Subscription(COMMANDS_DISABLED, (421,), (422,), 423, 93, 94),
)
BY_SUBSCRIBE = {row.subscribe: row for row in ALL}
BY_UNSUBSCRIBE = {row.unsubscribe: row for row in ALL}
#: The events that a MID acknowledges.
ACKNOWLEDGED: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {mid: (event,) for row in ALL for mid, event in zip(row.acknowledges, row.events, strict=True)}
    | {1001: (ALARM_DETAILS,), 1203: (1201, 1202)}
)
#: Subscriptions to one of several: the number is the first thing in the telegram.
NUMBERED = frozenset({RELAY_FUNCTION, INPUT_FUNCTION})
_NUMBER_WIDTH = 3


def number_in(message: Message) -> int:
    """The number of what is subscribed to; 0 where there is but one."""
    digits = message.body[:_NUMBER_WIDTH]
    is_numbered = message.mid in NUMBERED or message.mid in {219, 223}
    return int(digits) if is_numbered and digits.isdigit() else 0
