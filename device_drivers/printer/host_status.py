"""What a ZPL printer answers to ``~HS``: three strings, each between STX and ETX."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.domain.errors import InvalidInput

STX, ETX = 0x02, 0x03
_STRINGS = 3
_FIELDS = (12, 11, 2)
_MOST_BYTES = 1024


class Trouble(enum.StrEnum):
    """Why a printer does not print, in the order it is said."""

    HEAD_OPEN = "head_open"
    PAPER_OUT = "paper_out"
    RIBBON_OUT = "ribbon_out"
    PAUSED = "paused"
    BUFFER_FULL = "buffer_full"
    TOO_HOT = "too_hot"
    TOO_COLD = "too_cold"
    RAM_LOST = "ram_lost"


SENTENCES: dict[Trouble, str] = {
    Trouble.HEAD_OPEN: "The print head is open: close it until it clicks",
    Trouble.PAPER_OUT: "The labels are used up: put a new roll in and press Feed",
    Trouble.RIBBON_OUT: "The ribbon is used up: put a new one in",
    Trouble.PAUSED: "The printer is paused: press Pause on it",
    Trouble.BUFFER_FULL: "The printer's buffer is full: wait, or switch it off and on",
    Trouble.TOO_HOT: "The print head is too hot: wait until it has cooled down",
    Trouble.TOO_COLD: "The print head is too cold: wait until it has warmed up",
    Trouble.RAM_LOST: "The printer has lost its settings: maintenance must set it up again",
}


@dataclass(frozen=True, slots=True)
class HostStatus:
    """``formats`` wait in the printer's buffer, ``labels`` of the present batch are to come."""

    troubles: tuple[Trouble, ...]
    formats: int
    labels: int
    is_receiving: bool

    @property
    def is_idle(self) -> bool:
        """Nothing waits: all that was sent has been printed."""
        return not (self.formats or self.labels or self.is_receiving)

    @property
    def sentence(self) -> str:
        return ". ".join(SENTENCES[trouble] for trouble in self.troubles)


def parse_host_status(strings: tuple[str, ...]) -> HostStatus:
    """The three strings without STX and ETX.

    Raises:
        InvalidInput: they are not an answer to ``~HS``.
    """
    rows = [string.split(",") for string in strings]
    if tuple(len(row) for row in rows) != _FIELDS:
        message = f"This is no host status: {' / '.join(strings)!r}."
        raise InvalidInput(message)
    first, second, _ = ([_number(text) for text in row] for row in rows)
    flags = {
        Trouble.HEAD_OPEN: second[2],
        Trouble.PAPER_OUT: first[1],
        Trouble.RIBBON_OUT: second[3],
        Trouble.PAUSED: first[2],
        Trouble.BUFFER_FULL: first[5],
        Trouble.TOO_HOT: first[11],
        Trouble.TOO_COLD: first[10],
        Trouble.RAM_LOST: first[9],
    }
    return HostStatus(
        troubles=tuple(trouble for trouble, flag in flags.items() if flag),
        formats=first[4],
        labels=second[8],
        is_receiving=bool(first[7]),
    )


class AnswerReader:
    """Picks the strings between STX and ETX out of bytes in pieces of any size."""

    def __init__(self) -> None:
        self._open: bytearray | None = None
        self.strings: list[str] = []

    def feed(self, payload: bytes) -> None:
        for byte in payload:
            if byte == STX:
                self._open = bytearray()
            elif self._open is not None and byte == ETX:
                self.strings.append(self._open.decode("latin-1"))
                self._open = None
            elif self._open is not None and len(self._open) < _MOST_BYTES:
                self._open.append(byte)

    def take(self, count: int) -> tuple[str, ...] | None:
        """The oldest ``count`` strings, once they are there."""
        if len(self.strings) < count:
            return None
        taken, self.strings = tuple(self.strings[:count]), self.strings[count:]
        return taken

    def clear(self) -> None:
        """Forget what came before the next question."""
        self._open = None
        self.strings.clear()


def _number(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdecimal()):
        message = f"This is no host status: {text!r} is not a number."
        raise InvalidInput(message)
    return int(text)
