"""Link-level acknowledgement: each direction numbers its telegrams, the other answers 9997.

Numbering begins with the first numbered telegram of a started client; one that sends blanks is
spoken to without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.simulator.events import Events

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.open_protocol.simulator.events import Event

TAKEN, NOT_TAKEN = 9997, 9998
OUT_OF_SEQUENCE = 3
LAST = 99
_NUMBER = slice(16, 18)


def number_of(message: Message) -> int:
    """A telegram's sequence number; 0 without."""
    digits = message.frame[_NUMBER].strip()
    return int(digits) if digits.isdigit() else 0


def numbered(message: Message, number: int) -> Message:
    """The same telegram with a sequence number."""
    return Message(message.frame[:16] + b"%02d" % number + message.frame[18:])


class Numbering:
    """One connection's numbers.

    ``send`` puts a telegram on the wire; ``give_up`` is called with one that was never taken.
    """

    def __init__(
        self,
        send: Callable[[Message], None],
        give_up: Callable[[Event], None],
        *,
        resend_s: float,
        resends: int,
    ) -> None:
        self._send = send
        self._events = Events(self._send_numbered, give_up, resend_s=resend_s, resends=resends)
        self.is_on = False
        self._expected = self._number = 1

    def begin(self) -> None:
        """After 0002 both directions count from 1."""
        self.is_on, self._expected, self._number = True, 1, 0
        self._events.clear()

    def end(self) -> None:
        """The connection is gone."""
        self.is_on = False
        self._events.clear()

    def put(self, event: Event) -> None:
        """Send it once everything before it is taken."""
        self._events.add(event)

    def again(self) -> None:
        """Begin anew with what is outstanding."""
        self._events.again()

    def taken(self, message: Message) -> Event | None:
        """The other side's 9997: what it takes of ours, if it does."""
        ours = self._events.outstanding
        if ours is None or number_of(message) != _after(self._number):
            return None
        return self._events.acknowledged(ours.message.mid)

    def is_new(self, message: Message) -> bool:
        """Acknowledge a telegram that came; False for a repeat and for one out of sequence."""
        number = number_of(message)
        if number == self._expected:
            self._expected = _after(number)
            self._answer(TAKEN, message)
            return True
        self._answer(TAKEN if _after(number) == self._expected else NOT_TAKEN, message)
        return False

    def _answer(self, mid: int, message: Message) -> None:
        body = b"%04d" % message.mid
        if mid == NOT_TAKEN:
            body += b"%04d" % OUT_OF_SEQUENCE
        self._send(numbered(build(mid, body), self._expected))

    def _send_numbered(self, message: Message, repeats: int) -> None:
        if not repeats:
            self._number = _after(self._number)
        self._send(numbered(message, self._number))


def _after(number: int) -> int:
    return 1 if number == LAST else number + 1
