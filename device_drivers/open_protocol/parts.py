"""Joins a message that comes in several telegrams: the header says which part of how many."""

from __future__ import annotations

from device_drivers.open_protocol.fields import FieldFault
from device_drivers.open_protocol.framer import HEADER_LENGTH
from device_drivers.open_protocol.message import Message


class Parts:
    """Nine parts at most, of ten thousand bytes at most: that is all the header can say."""

    def __init__(self) -> None:
        self._first: Message | None = None
        self._bodies: list[bytes] = []

    def add(self, message: Message) -> Message | None:
        """The message once it is complete; None while parts are missing.

        What comes back has the last part's header: its number is the one to acknowledge.

        Raises:
            FieldFault: a part is missing or belongs to another message; all of it is dropped.
        """
        expected = len(self._bodies) + 1
        if message.parts == 1 and expected == 1:
            return message
        if message.part != expected or not self._belongs(message):
            self._first, self._bodies = None, []
            fault = (
                f"part {message.part} of {message.parts} of {message} came as number {expected}"
            )
            raise FieldFault(fault)
        self._first = self._first or message
        self._bodies.append(message.body)
        if message.part < message.parts:
            return None
        whole = Message(message.frame[:HEADER_LENGTH] + b"".join(self._bodies))
        self._first, self._bodies = None, []
        return whole

    def _belongs(self, message: Message) -> bool:
        first = self._first
        return first is None or (first.mid, first.revision, first.parts) == (
            message.mid,
            message.revision,
            message.parts,
        )
