"""What a controller says on its own about its state: subscribed, acknowledged, remembered."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import FieldFault, Values, parse
from device_drivers.open_protocol.message import build
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from device_drivers.open_protocol.dialogue import Dialogue
    from device_drivers.open_protocol.message import Message

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Watch:
    """A subscription: the MIDs that begin and end it, what comes, and how that is answered."""

    subscribe: int
    unsubscribe: int
    answers: Mapping[int, int]


SELECTED, BATCH_LOCK, JOB_INFO, IDENTIFIER = 15, 22, 35, 52
ALARM, ALARM_ACKNOWLEDGED, ALARM_STATUS = 71, 74, 76
SPINDLES, ORDER, INPUTS, RELAY, INPUT, SOCKETS = 91, 152, 211, 217, 221, 251
MANUAL, COMMANDS_DISABLED = 401, 421

SELECTION = Watch(14, 17, MappingProxyType({SELECTED: 16}))
ALARMS = Watch(70, 73, MappingProxyType({ALARM: 72, ALARM_ACKNOWLEDGED: 75, ALARM_STATUS: 77}))
MODE = Watch(400, 403, MappingProxyType({MANUAL: 402}))
COMMANDS = Watch(420, 423, MappingProxyType({COMMANDS_DISABLED: 422}))
BATCH_LOCKS = Watch(21, 24, MappingProxyType({BATCH_LOCK: 23}))
JOBS = Watch(34, 37, MappingProxyType({JOB_INFO: 36}))
IDENTIFIERS = Watch(51, 54, MappingProxyType({IDENTIFIER: 53}))
SPINDLE_STATUS = Watch(90, 93, MappingProxyType({SPINDLES: 92}))
ORDERS = Watch(151, 154, MappingProxyType({ORDER: 153}))
ALL_INPUTS = Watch(210, 213, MappingProxyType({INPUTS: 212}))
SOCKET_SELECTOR = Watch(250, 253, MappingProxyType({SOCKETS: 252}))
#: One function at a time: the number of the relay or input goes into the telegrams.
ONE_RELAY = Watch(216, 219, MappingProxyType({RELAY: 218}))
ONE_INPUT = Watch(220, 223, MappingProxyType({INPUT: 222}))

EVERY = (
    SELECTION,
    ALARMS,
    MODE,
    COMMANDS,
    BATCH_LOCKS,
    JOBS,
    IDENTIFIERS,
    SPINDLE_STATUS,
    ORDERS,
    ALL_INPUTS,
    SOCKET_SELECTOR,
    ONE_RELAY,
    ONE_INPUT,
)


class Watches:
    """One connection's."""

    def __init__(self, device: str, dialogue: Dialogue) -> None:
        self._device = device
        self._dialogue = dialogue
        self._acknowledgements = {
            event: answer for watch in EVERY for event, answer in watch.answers.items()
        }
        self._changed = asyncio.Event()
        self._on: set[int] = set()
        #: What was last said, by MID.
        self.said: dict[int, Values] = {}

    async def begin(self, watch: Watch, values: Values | None = None) -> bool:
        """Subscribe; False when the controller does not offer it."""
        is_on = await self._dialogue.subscribe(watch.subscribe, values or {})
        if is_on:
            self._on.add(watch.subscribe)
        return is_on

    async def end(self, watch: Watch, values: Values | None = None) -> None:
        """Unsubscribe.

        Raises:
            Refused: it was not subscribed.
        """
        await self._dialogue.ask(watch.unsubscribe, values or {})
        self._on.discard(watch.subscribe)

    def is_on(self, watch: Watch) -> bool:
        """Whether it was subscribed on this connection."""
        return watch.subscribe in self._on

    def knows(self, mid: int) -> bool:
        """Whether ``mid`` is something a controller says on its own."""
        return mid in self._acknowledgements

    async def take(self, message: Message) -> Values | None:
        """Acknowledge an event and remember what it says; None when it cannot be read."""
        mid, revision = message.mid, message.revision
        await self._dialogue.link.acknowledge(message, build(self._acknowledgements[mid]))
        layout = LAYOUTS.get((mid, revision))
        try:
            values = None if layout is None else parse(layout, message.body)
        except FieldFault as fault:
            logger.warning("device=%s unreadable %s: %s", self._device, message, fault)
            return None
        if values is None:
            logger.warning("device=%s %s is not known here", self._device, message)
            return None
        self.said[mid] = values
        self._changed.set()
        return values

    def forget(self, mid: int) -> Values | None:
        """From here on only a new word counts; returns the last one."""
        return self.said.pop(mid, None)

    async def until(self, is_so: Callable[[], bool], timeout_s: float) -> bool:
        """Wait until something said makes it so; False when that takes too long."""
        try:
            async with asyncio.timeout(timeout_s):
                while not is_so():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return is_so()
        return True
