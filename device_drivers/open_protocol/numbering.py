"""Acknowledging on the link (9997, 9998): each direction numbers its telegrams 01 to 99.

It takes the place of all other acknowledgements.  A number that comes again is a repeat: it is
acknowledged again, once it was at all, and never dealt with again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.domain.errors import DeviceTimeout
from device_drivers.open_protocol.fields import FieldFault
from device_drivers.open_protocol.message import Message, build

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

TAKEN, NOT_TAKEN = 9997, 9998
LAST = 99
MAX_SENDS = 4


class Numbering:
    """Both directions of one connection; ``is_on`` from the moment both sides agreed.

    ``write`` puts a telegram on the wire.
    """

    def __init__(
        self, device: str, write: Callable[[Message], Awaitable[None]], resend_s: float
    ) -> None:
        self.is_on = False
        self._device = device
        self._write = write
        self._resend_s = resend_s
        self._ours = 0
        self._expected = 1
        self._acknowledged: int | None = None
        self._sending = asyncio.Lock()
        self._was_taken = asyncio.Event()

    def begin(self) -> None:
        """After 0002 both directions count from 1."""
        self.is_on, self._ours, self._expected, self._acknowledged = True, 0, 1, None

    def lost(self) -> None:
        """Whoever waits need not wait any longer; the next write says why."""
        self._was_taken.set()

    async def send(self, message: Message) -> None:
        """Send with the next number until it is taken.

        Raises:
            DeviceTimeout: sent four times in vain.
        """
        async with self._sending:
            self._ours = _after(self._ours)
            self._was_taken.clear()
            for _ in range(MAX_SENDS):
                await self._write(message.numbered(self._ours))
                try:
                    async with asyncio.timeout(self._resend_s):
                        await self._was_taken.wait()
                except TimeoutError:
                    continue
                return
        detail = f"{message} was sent {MAX_SENDS} times and never acknowledged on the link"
        raise DeviceTimeout(self._device, detail)

    def answered(self, message: Message) -> None:
        """The other side's 9997: it says which number it expects next."""
        if self._ours and message.sequence == _after(self._ours):
            self._was_taken.set()

    def arrived(self, message: Message) -> tuple[bool, Message | None]:
        """Whether a telegram is new, and what to answer at once: to a repeat only.

        Raises:
            FieldFault: one before it is missing.
        """
        number = message.sequence
        if number == self._expected:
            self._expected = _after(number)
            return True, None
        if _after(number) != self._expected:
            fault = f"telegram number {number} came where {self._expected} was expected"
            raise FieldFault(fault)
        return False, self.taken(message) if number == self._acknowledged else None

    def taken(self, message: Message) -> Message:
        """The 9997 for a telegram that has been dealt with."""
        self._acknowledged = message.sequence
        return build(TAKEN, b"%04d" % message.mid).numbered(_after(message.sequence))


def _after(number: int) -> int:
    return 1 if number >= LAST else number + 1
