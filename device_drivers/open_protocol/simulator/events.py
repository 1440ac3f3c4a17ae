"""What a client is told unasked: one telegram at a time, sent again until acknowledged."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.open_protocol.message import Message


@dataclass(frozen=True, slots=True)
class Event:
    """A telegram that wants an acknowledgement; ``result_id`` for results."""

    message: Message
    result_id: int | None = None


class Events:
    """``send`` gets a telegram, and how often it went before.

    ``give_up`` is called with what was never acknowledged, after ``resends`` repeats.
    """

    def __init__(
        self,
        send: Callable[[Message, int], None],
        give_up: Callable[[Event], None],
        *,
        resend_s: float,
        resends: int,
    ) -> None:
        self._send = send
        self._give_up = give_up
        self._resend_s = resend_s
        self._resends = resends
        self._waiting: deque[Event] = deque()
        self._sent = 0
        self._is_paused = False
        self._timer: asyncio.TimerHandle | None = None
        self.outstanding: Event | None = None

    def add(self, event: Event) -> None:
        self._waiting.append(event)
        self._next()

    def acknowledged(self, *mids: int) -> Event | None:
        """The event outstanding, if it is one of these MIDs."""
        event = self.outstanding
        if event is None or event.message.mid not in mids:
            return None
        self.outstanding = None
        self._stop()
        self._next()
        return event

    def pause(self) -> None:
        """Nothing is sent, and nobody is given up."""
        self._is_paused = True
        self._stop()

    def resume(self) -> None:
        self._is_paused = False
        if self.outstanding is not None:
            self._wait()
        self._next()

    def again(self) -> None:
        """Begin anew with what is outstanding."""
        self._sent = 0
        self._send_outstanding()

    def clear(self) -> None:
        """Nobody waits for anything any more."""
        self._stop()
        self._waiting.clear()
        self.outstanding = None

    def _next(self) -> None:
        if self.outstanding is None and self._waiting and not self._is_paused:
            self.outstanding = self._waiting.popleft()
            self._sent = 0
            self._send_outstanding()

    def _send_outstanding(self) -> None:
        event = self.outstanding
        if event is None:
            return
        if self._sent > self._resends:
            self._give_up(event)
            return
        repeats, self._sent = self._sent, self._sent + 1
        self._wait()
        self._send(event.message, repeats)

    def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self._resend_s, self._send_outstanding)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
