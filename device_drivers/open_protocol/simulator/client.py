"""One connection to the simulated controller: the controller's side of the protocol."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.fields import FieldFault, Values, parse
from device_drivers.open_protocol.framer import Framer
from device_drivers.open_protocol.message import TRACE, Message, accepted, refused
from device_drivers.open_protocol.simulator import telegrams
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.open_protocol.simulator.controller import SimulatedController
    from device_drivers.open_protocol.simulator.tightening import Rundown

START, STOP, ACCEPTED, SUBSCRIBE, UNSUBSCRIBE, KEEP_ALIVE = 1, 3, 5, 8, 9, 9999
SELECTION_SUBSCRIBE, IDENTIFIER_SUBSCRIBE, ALARM_SUBSCRIBE = 14, 51, 70
RESULT_SUBSCRIBE, RESULT_ACK = 60, 62
MAX_RESENDS = 3
MAX_VIN = 25

#: Subscriptions: the MID that subscribes, and the codes for "already" and "not at all".
SUBSCRIPTIONS = {
    SELECTION_SUBSCRIBE: (13, 14),
    IDENTIFIER_SUBSCRIBE: (6, 7),
    RESULT_SUBSCRIBE: (9, 10),
    ALARM_SUBSCRIBE: (11, 12),
}
UNSUBSCRIBES = {
    17: SELECTION_SUBSCRIBE,
    54: IDENTIFIER_SUBSCRIBE,
    63: RESULT_SUBSCRIBE,
    73: ALARM_SUBSCRIBE,
}
ACKNOWLEDGES = {16: 15, 53: 52, RESULT_ACK: 61, 72: 71, 77: 76}


@dataclass(frozen=True, slots=True)
class _Event:
    """A telegram that wants an acknowledgement; ``result_id`` for results."""

    message: Message
    result_id: int | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """The controller's own times."""

    resend_s: float = 3.0
    silence_s: float = 15.0


class SimulatedClient(asyncio.Protocol):
    """Answers commands at once; sends events one at a time, until acknowledged."""

    def __init__(self, controller: SimulatedController, patience: Patience) -> None:
        self._controller = controller
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._framer = Framer()
        self._transport: asyncio.Transport | None = None
        self._is_started = False
        self._subscribed: dict[int, Message] = {}
        self._trace_kinds: frozenset[int] = frozenset()
        self._events: deque[_Event] = deque()
        self._outstanding: _Event | None = None
        self._resends = 0
        self._resend_timer: asyncio.TimerHandle | None = None
        self._silence_timer: asyncio.TimerHandle | None = None
        self._handlers: dict[int, Callable[[Message, Values], Message | None]] = {
            START: self._start,
            STOP: self._stop,
            ACCEPTED: self._trace_taken,
            SUBSCRIBE: self._subscribe_generic,
            UNSUBSCRIBE: self._unsubscribe_generic,
            10: lambda _m, _v: telegrams.program_list(list(controller.programs)),
            18: self._select,
            40: lambda _m, _v: telegrams.tool_description(len(controller.results)),
            42: self._switch(is_enabled=False),
            43: self._switch(is_enabled=True),
            50: self._take_identifier,
            64: self._old_result,
            80: lambda _m, _v: telegrams.clock(controller.time()),
            82: self._set_clock,
            127: lambda message, _v: accepted(message.mid),
            **dict.fromkeys(SUBSCRIPTIONS, self._subscribe),
            **dict.fromkeys(UNSUBSCRIBES, self._unsubscribe),
            **dict.fromkeys(ACKNOWLEDGES, self._acknowledged),
        }

    @property
    def wants_results(self) -> bool:
        return RESULT_SUBSCRIBE in self._subscribed

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._controller.connected(self)
        self._heard()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  asyncio's signature
        for timer in (self._resend_timer, self._silence_timer):
            if timer is not None:
                timer.cancel()
        self._controller.gone(self)

    def data_received(self, data: bytes) -> None:
        if self._controller.is_mute:
            return
        self._heard()
        for frame in self._framer.feed(data):
            self._obey(Message(frame))
        if self._framer.fault is not None:
            self.cut(self._framer.fault)

    def cut(self, why: str) -> None:
        """Drop the connection at once, as a pulled cable does."""
        self._controller.emit({"event": "dropped", "why": why})
        if self._transport is not None:
            self._transport.abort()

    def announce_selection(self) -> None:
        if SELECTION_SUBSCRIBE in self._subscribed:
            self._announce(_Event(telegrams.selected(self._controller.selected)))

    def announce_identifier(self, vin: str) -> None:
        if IDENTIFIER_SUBSCRIBE in self._subscribed:
            self._announce(_Event(telegrams.identifier(vin)))

    def announce_alarm(self, code: str) -> None:
        if ALARM_SUBSCRIBE in self._subscribed:
            self._announce(_Event(telegrams.alarm(code, self._controller.time())))

    def announce_result(
        self, rundown: Rundown, traces: dict[int, Message], *, times: int = 1
    ) -> None:
        """The result, then its traces as far as subscribed."""
        asked = self._subscribed.get(RESULT_SUBSCRIBE)
        if asked is None:
            return
        message = telegrams.result(rundown, asked.revision)
        for _ in range(times):
            if asked.no_ack:
                self._send(message)
            else:
                self._announce(_Event(message, rundown.result_id))
        for kind in sorted(self._trace_kinds & traces.keys()):
            self._announce(_Event(traces[kind]))

    def _obey(self, message: Message) -> None:
        if message.mid == KEEP_ALIVE:
            self._send(message)
            return
        reply = self._reply(message)
        if reply is not None:
            self._send(reply)
        if message.mid == STOP and self._transport is not None:
            self._transport.close()
        if message.mid == SELECTION_SUBSCRIBE and reply == accepted(message.mid):
            self.announce_selection()

    def _reply(self, message: Message) -> Message | None:
        handler = self._handlers.get(message.mid)
        if handler is None:
            return refused(message.mid, refusals.UNKNOWN_MID)
        layout = LAYOUTS.get((message.mid, message.revision))
        if layout is None or message.revision > self._controller.newest_revision(message.mid):
            return refused(message.mid, refusals.REVISION_UNSUPPORTED)
        if not self._is_started and message.mid != START:
            return refused(message.mid, refusals.COMMAND_FAILED)
        try:
            values = parse(layout, message.body)
        except FieldFault:
            return refused(message.mid, refusals.INVALID_VALUE)
        return handler(message, values)

    def _start(self, message: Message, _values: Values) -> Message:
        if not self._controller.admit(self):
            return refused(START, refusals.CLIENT_ALREADY_CONNECTED)
        self._is_started = True
        return telegrams.started(message.revision)

    def _stop(self, message: Message, _values: Values) -> Message:
        return accepted(message.mid)

    def _subscribe(self, message: Message, _values: Values) -> Message:
        if message.mid in self._subscribed:
            return refused(message.mid, SUBSCRIPTIONS[message.mid][0])
        self._subscribed[message.mid] = message
        self._controller.emit({"event": "subscribed", "mid": f"{message.mid:04d}"})
        return accepted(message.mid)

    def _unsubscribe(self, message: Message, _values: Values) -> Message:
        target = UNSUBSCRIBES[message.mid]
        if self._subscribed.pop(target, None) is None:
            return refused(message.mid, SUBSCRIPTIONS[target][1])
        return accepted(message.mid)

    def _subscribe_generic(self, message: Message, values: Values) -> Message:
        if values["mid"] != TRACE:
            return refused(message.mid, refusals.NO_SUCH_SUBSCRIPTION)
        if self._trace_kinds:
            return refused(message.mid, refusals.SUBSCRIBED_ALREADY)
        # After the alternative and 29 characters for index and time: how many, then the kinds.
        extra = str(values["extra"] or "")[30:]
        kinds = [extra[i : i + 3] for i in range(2, len(extra), 3)]
        self._trace_kinds = frozenset(int(kind) for kind in kinds if kind.isdecimal())
        return accepted(TRACE)

    def _unsubscribe_generic(self, message: Message, values: Values) -> Message:
        if values["mid"] != TRACE or not self._trace_kinds:
            return refused(message.mid, refusals.NOT_SUBSCRIBED)
        self._trace_kinds = frozenset()
        return accepted(TRACE)

    def _select(self, message: Message, values: Values) -> Message:
        number = values.get("pset")
        if not isinstance(number, int) or not self._controller.select(number):
            return refused(message.mid, refusals.NO_SUCH_PSET)
        # The answer first, then the event: as a controller does.
        self._loop.call_soon(self._controller.announce_selection)
        return accepted(message.mid)

    def _switch(self, *, is_enabled: bool) -> Callable[[Message, Values], Message]:
        def switch(message: Message, _values: Values) -> Message:
            self._controller.enable(is_enabled)
            return accepted(message.mid)

        return switch

    def _take_identifier(self, message: Message, values: Values) -> Message:
        vin = str(values.get("vin") or "")
        if not vin or len(vin) > MAX_VIN:
            return refused(message.mid, refusals.INVALID_VALUE)
        self._controller.identify(vin)
        return accepted(message.mid)

    def _old_result(self, message: Message, values: Values) -> Message:
        asked = values.get("tightening_id")
        rundown = self._controller.find(asked) if isinstance(asked, int) else None
        if rundown is None:
            return refused(message.mid, refusals.RESULT_NOT_FOUND)
        return telegrams.old_result(rundown, message.revision)

    def _set_clock(self, message: Message, values: Values) -> Message:
        if not self._controller.set_clock(str(values.get("time"))):
            return refused(message.mid, refusals.INVALID_VALUE)
        return accepted(message.mid)

    def _trace_taken(self, _message: Message, values: Values) -> None:
        if values.get("mid") == TRACE:
            self._settle(TRACE)

    def _acknowledged(self, message: Message, _values: Values) -> None:
        if message.mid == RESULT_ACK and self._controller.swallows_ack():
            return
        self._settle(ACKNOWLEDGES[message.mid])

    def _settle(self, mid: int) -> None:
        event = self._outstanding
        if event is None or event.message.mid != mid:
            return
        if event.result_id is not None:
            self._controller.emit({"event": "acknowledged", "result_id": str(event.result_id)})
        self._outstanding = None
        self._send_next()

    def _announce(self, event: _Event) -> None:
        self._events.append(event)
        self._send_next()

    def _send_next(self) -> None:
        if self._outstanding is None and self._resend_timer is not None:
            self._resend_timer.cancel()
        if self._outstanding is None and self._events:
            self._outstanding = self._events.popleft()
            self._resends = 0
            self._send_outstanding()

    def _send_outstanding(self) -> None:
        event = self._outstanding
        if event is None:
            return
        if self._resends > MAX_RESENDS:
            self.cut(f"{event.message} was never acknowledged")
            return
        self._resends += 1
        self._send(event.message)
        self._resend_timer = self._loop.call_later(self._patience.resend_s, self._send_outstanding)

    def _send(self, message: Message) -> None:
        if self._transport is not None and not self._controller.is_mute:
            self._transport.write(message.wire)

    def _heard(self) -> None:
        if self._silence_timer is not None:
            self._silence_timer.cancel()
        silence_s = self._patience.silence_s
        self._silence_timer = self._loop.call_later(
            silence_s, self.cut, f"nothing heard for {silence_s:g} s"
        )
