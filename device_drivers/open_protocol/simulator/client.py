"""One connection to the simulated controller: the controller's side of the protocol."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from device_drivers.open_protocol.framer import Framer
from device_drivers.open_protocol.message import TRACE, Message
from device_drivers.open_protocol.simulator import desk, telegrams
from device_drivers.open_protocol.simulator.events import Event, Events
from device_drivers.open_protocol.simulator.numbering import (
    NOT_TAKEN,
    TAKEN,
    Numbering,
    number_of,
)
from device_drivers.open_protocol.simulator.subscriptions import ACKNOWLEDGED, TRACE_LIMITS
from device_drivers.open_protocol.simulator.vendor import Unacknowledged
from device_drivers.open_protocol.simulator.wire import Wire

if TYPE_CHECKING:
    from device_drivers.open_protocol.simulator.controller import Make, SimulatedController
    from device_drivers.open_protocol.simulator.places import Places
    from device_drivers.open_protocol.simulator.tightening import Rundown

START, STOP, ACCEPTED, KEEP_ALIVE, RESULT_ACK = 1, 3, 5, 9999, 62


@dataclass(frozen=True, slots=True)
class Patience:
    """The controller's own times; a ``silence_s`` of 0 is endless."""

    resend_s: float = 3.0
    silence_s: float = 15.0


class SimulatedClient(asyncio.Protocol):
    """Answers commands at once; sends events one at a time, until acknowledged."""

    def __init__(
        self, controller: SimulatedController, places: Places, patience: Patience
    ) -> None:
        self.controller = controller
        self._places = places
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._framer = Framer()
        self._transport: asyncio.Transport | None = None
        self._wire: Wire | None = None
        self._silence_timer: asyncio.TimerHandle | None = None
        times = {
            "resend_s": patience.resend_s,
            "resends": controller.vendor.acknowledging.resends,
        }
        self._events = Events(self._send_event, self._give_up, **times)  # type: ignore[arg-type]
        self._numbering = Numbering(self._send_plain, self._give_up, **times)  # type: ignore[arg-type]
        #: Set when the connection is gone.
        self.over = asyncio.Event()
        self._is_polite = False
        self._is_cut = False
        self.is_started = False
        #: By the MID that subscribed (0008 counts as the MID it asks for) and the number of
        #: what it is about, where there are several.
        self.subscribed: dict[tuple[int, int], Message] = {}
        self.trace_kinds: frozenset[int] = frozenset()

    @property
    def wants_results(self) -> bool:
        return any((kind, 0) in self.subscribed for kind in telegrams.FORMS)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._wire = Wire(self._transport, self.controller.vendor, self.controller.faults)
        self.controller.connected(self)
        faults, now = self.controller.faults, self.controller.mono()
        if now < faults.refuses_until:
            self.cut("connections are refused for now")
            return
        if now < faults.frozen_until:
            self.freeze(faults.frozen_until - now)
        self._heard()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  asyncio's signature
        self._gone(ghost_s=0.0)

    def data_received(self, data: bytes) -> None:
        if self.controller.is_mute:
            return
        self._heard()
        for frame in self._framer.feed(data):
            self._take(Message(frame))
        if self._framer.fault is not None:
            self.cut(self._framer.fault)

    def start(self) -> bool:
        """Whether this client is served; it is from now on."""
        if not self._places.take(self):
            self.controller.emit({"event": "turned away"})
            return False
        self.subscribed.clear()
        self.is_started = True
        self.controller.shelf.connected()
        self.controller.emit({"event": "connected"})
        self._numbering.end()
        return True

    def stop(self) -> None:
        """It says goodbye: once the answer is sent, the connection is closed."""
        self._is_polite = True
        if self._transport is not None:
            self._loop.call_soon(self._transport.close)

    def hang_up(self) -> None:
        """Close in an orderly way, after what is being sent."""
        self._is_cut = True
        if self._transport is not None:
            self._transport.close()

    def cut(self, why: str) -> None:
        """Drop the connection at once, as a pulled cable does."""
        self._is_cut = True
        self.controller.emit({"event": "dropped", "why": why})
        if self._transport is not None:
            self._transport.abort()

    def abandon(self, ghost_s: float) -> asyncio.Transport | None:
        """Say and hear nothing more, and tell nobody: half open.  Returns what stays open."""
        self.controller.emit({"event": "dropped", "why": "half open"})
        if self._wire is not None:
            self._wire.freeze()
        self._gone(ghost_s=ghost_s)
        return self._transport

    def freeze(self, seconds: float) -> None:
        """Do nothing for so long, and then go on where it was."""
        if self._wire is None:
            return
        self._wire.freeze()
        self._events.pause()
        if self._silence_timer is not None:
            self._silence_timer.cancel()
        self._loop.call_later(seconds, self._thaw)

    def set_option(self, option: int, value: bytes) -> None:
        """An option of the socket, for unusual ends."""
        if self._transport is not None:
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, option, value)

    def say(self, payload: bytes) -> None:
        """These bytes, unasked."""
        if self._wire is not None:
            self._wire.put(payload)

    def drop_subscriptions(self, why: str) -> None:
        """Forget what was subscribed, and tell the client nothing."""
        self.controller.emit({"event": "subscriptions dropped", "why": why})
        self.subscribed.clear()
        self.trace_kinds = frozenset()
        self._events.clear()

    def announce(self, subscription: int, make: Make, number: int = 0) -> None:
        asked = self.subscribed.get((subscription, number))
        if asked is not None:
            self._announce(asked, make(asked))

    def announce_result(self, rundown: Rundown, *, times: int = 1) -> None:
        """The result in every form that was subscribed, then its traces."""
        for subscription in telegrams.FORMS:
            for _ in range(times):
                self.announce_again(subscription, rundown)
        if self.trace_kinds:
            for trace in telegrams.all_of(self.controller, rundown, self.trace_kinds):
                self._put_event(Event(trace))
        self.announce(TRACE_LIMITS, lambda _: telegrams.trace_limits(rundown))

    def announce_again(self, subscription: int, rundown: Rundown) -> None:
        """The result in one form, if that was subscribed."""
        asked = self.subscribed.get((subscription, 0))
        if asked is None:
            return
        *parts, last = telegrams.FORMS[subscription](self.controller, rundown, asked)
        for part in parts:
            self._announce(asked, part)
        # A result is acknowledged when the last telegram of it is.
        self._announce(asked, last, rundown.result_id)

    def send(self, message: Message) -> None:
        """An answer."""
        if self._numbering.is_on:
            self._numbering.put(Event(message))
        else:
            self._send_plain(message)

    def acknowledged(self, *mids: int) -> None:
        """The client has the event, which is one of ``mids``."""
        self._settled(self._events.acknowledged(*mids))

    def _announce(self, asked: Message, message: Message, result_id: int | None = None) -> None:
        if asked.no_ack and not self._numbering.is_on:
            self._send_plain(message)
        else:
            self._put_event(Event(message, result_id))

    def _put_event(self, event: Event) -> None:
        if self._numbering.is_on:
            self._numbering.put(event)
        else:
            self._events.add(event)

    def _take(self, message: Message) -> None:
        """One telegram: the link's own first, then the desk's."""
        if message.mid == TAKEN:
            self._settled(self._numbering.taken(message))
        elif message.mid == NOT_TAKEN:
            self.cut("a telegram was not taken")
        elif message.mid == KEEP_ALIVE:
            self._send_plain(message)
        elif self._is_new(message):
            self._obey(message)

    def _is_new(self, message: Message) -> bool:
        is_link_level = self.controller.vendor.acknowledging.is_link_level
        if not (is_link_level and self.is_started and number_of(message)) or message.mid == START:
            return True
        if not self._numbering.is_on:
            self._numbering.begin()
        return self._numbering.is_new(message)

    def _obey(self, message: Message) -> None:
        if message.mid in ACKNOWLEDGED and self.is_started:
            if message.mid != RESULT_ACK or not self._swallows_ack():
                self.acknowledged(*ACKNOWLEDGED[message.mid])
            return
        if message.mid == ACCEPTED:
            self.acknowledged(TRACE, TRACE_LIMITS)
            return
        # The answer first, then the events it brings about: as a controller does.
        self._events.pause()
        desk.deal_with(self, message)
        self._events.resume()

    def _swallows_ack(self) -> bool:
        faults = self.controller.faults
        if faults.acks_to_swallow == 0:
            return False
        faults.acks_to_swallow -= 1
        self.controller.emit({"event": "swallowed"})
        return True

    def _settled(self, event: Event | None) -> None:
        if event is not None and event.result_id is not None:
            self.controller.taken(event.result_id)

    def _give_up(self, event: Event) -> None:
        if self.controller.is_mute:
            # A controller that does nothing gives up nobody.
            (self._numbering if self._numbering.is_on else self._events).again()
            return
        why = f"{event.message} was never acknowledged"
        if self.controller.vendor.acknowledging.then is Unacknowledged.HANGS_UP:
            self.cut(why)
        else:
            self.drop_subscriptions(why)

    def _send_event(self, message: Message, _repeats: int) -> None:
        self._send_plain(message)

    def _send_plain(self, message: Message) -> None:
        if self._wire is not None and not self.controller.is_mute:
            self._wire.send(message)

    def _thaw(self) -> None:
        if self._wire is not None:
            self._wire.thaw()
            self._events.resume()
            self._heard()

    def _gone(self, ghost_s: float) -> None:
        self.over.set()
        if self._silence_timer is not None:
            self._silence_timer.cancel()
        self._events.clear()
        self._numbering.end()
        self.controller.gone(self)
        was_polite = self._is_polite or self._is_cut
        if self._places.leave(self, was_polite=was_polite, at_least_s=ghost_s):
            self.controller.emit({"event": "disconnected"})

    def _heard(self) -> None:
        if self._silence_timer is not None:
            self._silence_timer.cancel()
        silence_s = self._patience.silence_s
        if silence_s:
            self._silence_timer = self._loop.call_later(
                silence_s, self.cut, f"nothing heard for {silence_s:g} s"
            )
