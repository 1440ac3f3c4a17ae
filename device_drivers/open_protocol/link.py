"""One connection to a controller: telegrams in order, one request at a time, kept alive.

The controller may send an event at any moment; it waits in a queue and is not lost by being
slow.  Any doubt about the connection (silence, garbage, a missing answer) ends it: what follows
is a new connection and a reconciliation, never a guess.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceOffline, DeviceTimeout
from device_drivers.open_protocol.fields import FieldFault, parse
from device_drivers.open_protocol.framer import Framer
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.numbering import NOT_TAKEN, TAKEN, Numbering
from device_drivers.open_protocol.parts import Parts
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.transport import reason_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from device_drivers.open_protocol.framer import Framing
    from device_drivers.open_protocol.settings import Times
    from device_drivers.transport import Transport

logger = logging.getLogger(__name__)

REFUSED, ACCEPTED, STOP, KEEP_ALIVE = 4, 5, 3, 9999

#: A controller sends its next event after the acknowledgement of the last; one that sends so
#: many without is out of its mind, and must not fill our memory.
MAX_EVENTS = 1000


@dataclass(frozen=True, slots=True)
class _Pending:
    """A request on its way: ``mids`` it may be called by in 0004/0005, ``answers`` with data."""

    mids: Collection[int]
    answers: Collection[int]
    answer: asyncio.Future[Message]


class Link:
    """Made by :func:`device_drivers.open_protocol.opening.open_link`."""

    def __init__(self, device: str, times: Times, framing: Framing | None = None) -> None:
        self._device = device
        self._times = times
        self._loop = asyncio.get_running_loop()
        self._framing = framing or Framer()
        self._parts = Parts()
        self._numbering = Numbering(device, self._write, times.resend_s)
        self._transport: Transport | None = None
        self._events: asyncio.Queue[Message | DeviceFault] = asyncio.Queue()
        self._events_open = 0
        #: A numbered event that is not acknowledged yet.
        self._untaken: Message | None = None
        self._pending: _Pending | None = None
        self._requesting = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._fault: DeviceFault | None = None
        self._is_closing = False
        self._heard_at = self._sent_at = self._loop.time()
        self._watching: asyncio.Task[None] | None = None
        self._answering: set[asyncio.Task[None]] = set()

    @property
    def is_lost(self) -> bool:
        return self._fault is not None

    @property
    def was_closed_by_peer(self) -> bool:
        """Lost because the controller hung up, and not by silence or garbage."""
        return isinstance(self._fault, DeviceOffline) and self._fault.detail == _HUNG_UP

    def start(self, transport: Transport) -> None:
        """Begin watching over ``transport``."""
        self._transport = transport
        self._watching = asyncio.create_task(self._watch())

    def begin_numbering(self) -> None:
        """From here on telegrams are numbered and acknowledged on the link, both ways."""
        self._numbering.begin()

    async def request(
        self, message: Message, *, answers: Collection[int] = (), also_called: Collection[int] = ()
    ) -> Message:
        """Send ``message`` and wait for 0005, 0004 or one of the ``answers``.

        ``also_called`` are other MIDs the answer may name (a generic subscription's target).

        Raises:
            Refused: the controller answered 0004.
            DeviceTimeout: no answer in time; the link is lost.
            DeviceOffline: the link is lost.
        """
        async with self._requesting:
            self._check()
            answer: asyncio.Future[Message] = self._loop.create_future()
            self._pending = _Pending({message.mid, *also_called}, answers, answer)
            try:
                await self._take_waiting()
                await self.send(message)
                async with asyncio.timeout(self._times.answer_s):
                    received = await answer
            except TimeoutError:
                detail = f"no answer to {message} within {self._times.answer_s:g} s"
                fault = DeviceTimeout(self._device, detail)
                self._lose(fault)
                raise fault from None
            finally:
                self._pending = None
                if answer.done() and not answer.cancelled():
                    # Whoever could not even send has said why already.
                    answer.exception()
        if received.mid == REFUSED:
            raise Refused(self._device, message.mid, _refusal_code(received))
        return received

    async def send(self, message: Message) -> None:
        """Send without waiting for an answer.

        Raises:
            DeviceOffline: the link is lost.
            DeviceTimeout: the other side does not take numbered telegrams; the link is lost.
        """
        self._check()
        if not self._numbering.is_on or message.mid == KEEP_ALIVE:
            await self._write(message)
            return
        try:
            await self._numbering.send(message)
        except DeviceTimeout as fault:
            self._lose(fault)
            raise

    async def acknowledge(self, event: Message, acknowledgement: Message) -> None:
        """The event is dealt with: say so in the way both sides agreed on.

        Raises:
            DeviceOffline: the link is lost.
        """
        if not (event.sequence and self._numbering.is_on):
            await self.send(acknowledgement)
        elif self._untaken is event:
            await self._take_waiting()

    async def _take_waiting(self) -> None:
        """Acknowledge what waits, durable or not: numbered telegrams keep their order.

        The answer to a request of ours cannot come before it.  A result that is lost in this
        moment is found again by its number after the next connection.
        """
        event, self._untaken = self._untaken, None
        if event is not None:
            await self._write(self._numbering.taken(event))

    async def next_event(self) -> Message:
        """The next telegram the controller sent on its own; call :meth:`event_done` after it.

        Raises:
            DeviceFault: the link is lost; everything received before was handed out.
        """
        event = await self._events.get()
        if isinstance(event, DeviceFault):
            self._events.put_nowait(event)
            raise event
        return event

    def event_done(self) -> None:
        """The event was dealt with (acknowledged, or not to be)."""
        self._events_open -= 1

    async def close(self) -> None:
        """Say 0003 if the link still stands, and close: a rude close blocks the controller."""
        self._is_closing = True
        if self._watching is not None:
            self._watching.cancel()
        if self._transport is None:
            return
        if not self.is_lost:
            with contextlib.suppress(DeviceFault, TimeoutError):
                async with asyncio.timeout(self._times.close_s):
                    await self.request(build(STOP))
        self._lose(DeviceOffline(self._device, "closed"))
        await self._transport.close()

    def on_bytes(self, chunk: bytes) -> None:
        """The transport's bytes."""
        self._heard_at = self._loop.time()
        for frame in self._framing.feed(chunk):
            self._arrived(Message(frame))
        if self._framing.fault is not None:
            self._lose(DeviceOffline(self._device, self._framing.fault))

    def on_lost(self, error: Exception | None) -> None:
        """The transport is gone."""
        reason = reason_of(error) if error is not None else _HUNG_UP
        self._lose(DeviceOffline(self._device, reason))

    def _arrived(self, message: Message) -> None:
        """The link's own telegrams end here, and repeats of numbered ones."""
        logger.debug("device=%s < %r", self._device, message.frame)
        if message.mid == KEEP_ALIVE:
            return
        if message.mid == TAKEN:
            self._numbering.answered(message)
        elif message.mid == NOT_TAKEN:
            self._lose(DeviceOffline(self._device, "the controller missed a numbered telegram"))
        elif self._is_new(message):
            self._joined(message)

    def _is_new(self, message: Message) -> bool:
        if not (self._numbering.is_on and message.sequence):
            return True
        try:
            is_new, again = self._numbering.arrived(message)
        except FieldFault as fault:
            self._lose(DeviceOffline(self._device, str(fault)))
            return False
        if again is not None:
            self._answer(again)
        return is_new

    def _joined(self, message: Message) -> None:
        try:
            whole = self._parts.add(message)
        except FieldFault as fault:
            self._lose(DeviceOffline(self._device, str(fault)))
            return
        if whole is not None:
            self._dispatch(whole)
        elif message.sequence:
            self._answer(self._numbering.taken(message))

    def _dispatch(self, message: Message) -> None:
        if self._is_answer(message):
            if message.sequence and self._numbering.is_on:
                self._answer(self._numbering.taken(message))
            return
        if message.mid in {REFUSED, ACCEPTED}:
            # A request that was given up may be answered while we say goodbye.
            if not self._is_closing:
                logger.info("device=%s unexpected %r", self._device, message.frame)
            return
        if self._events.qsize() >= MAX_EVENTS:
            detail = f"{MAX_EVENTS} telegrams came without waiting for an acknowledgement"
            self._lose(DeviceOffline(self._device, detail))
            return
        self._events_open += 1
        self._events.put_nowait(message)
        if message.sequence and self._numbering.is_on:
            self._untaken = message
            if self._pending is not None:
                self._answer_waiting()

    def _answer_waiting(self) -> None:
        event, self._untaken = self._untaken, None
        if event is not None:
            self._answer(self._numbering.taken(event))

    def _is_answer(self, message: Message) -> bool:
        pending = self._pending
        if pending is None or pending.answer.done():
            return False
        named = message.mid in {REFUSED, ACCEPTED} and _named_mid(message) in pending.mids
        if not named and message.mid not in pending.answers:
            return False
        pending.answer.set_result(message)
        return True

    def _answer(self, message: Message) -> None:
        """Acknowledge from where nothing can be waited for."""
        answering = asyncio.create_task(self._write_if_possible(message))
        self._answering.add(answering)
        answering.add_done_callback(self._answering.discard)

    async def _write_if_possible(self, message: Message) -> None:
        with contextlib.suppress(DeviceOffline):
            await self._write(message)

    async def _write(self, message: Message) -> None:
        async with self._writing:
            self._check()
            assert self._transport is not None  # noqa: S101  start() comes before the first use
            self._sent_at = self._loop.time()
            logger.debug("device=%s > %r", self._device, message.frame)
            await self._transport.write(self._framing.wrap(message.wire))

    def _check(self) -> None:
        if self._fault is not None:
            raise DeviceOffline(self._device, self._fault.detail)

    def _lose(self, fault: DeviceFault) -> None:
        if self._fault is not None:
            return
        self._fault = fault
        self._numbering.lost()
        if self._pending is not None and not self._pending.answer.done():
            self._pending.answer.set_exception(DeviceOffline(self._device, fault.detail))
        self._events.put_nowait(fault)

    async def _watch(self) -> None:
        """Keep-alive when idle, the end when silent."""
        while self._fault is None:
            now = self._loop.time()
            if self._times.silence_s and now - self._heard_at >= self._times.silence_s:
                detail = f"nothing heard for {self._times.silence_s:g} s"
                self._lose(DeviceTimeout(self._device, detail))
                return
            if now - self._sent_at >= self._times.keep_alive_s and self._is_idle():
                with contextlib.suppress(DeviceOffline):
                    await self.send(build(KEEP_ALIVE))
            await asyncio.sleep(self._next_look_s())

    def _is_idle(self) -> bool:
        """Nothing waits for an answer or an acknowledgement, which a keep-alive would overtake."""
        return self._pending is None and self._events_open == 0 and not self._writing.locked()

    def _next_look_s(self) -> float:
        now = self._loop.time()
        alive_in = self._sent_at + self._times.keep_alive_s - now
        silent_in = self._heard_at + (self._times.silence_s or alive_in) - now
        return max(min(alive_in, silent_in), self._times.keep_alive_s / 100)


_HUNG_UP = "the controller closed the connection"


def _named_mid(message: Message) -> int | None:
    named = message.body[:4]
    return int(named) if named.isdigit() else None


def _refusal_code(message: Message) -> int:
    try:
        code = parse(LAYOUTS[4, 1], message.body).get("code")
    except FieldFault:
        code = None
    return code if isinstance(code, int) else 0
