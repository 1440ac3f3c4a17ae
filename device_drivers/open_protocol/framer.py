"""Cuts a byte stream into Open Protocol telegrams.

The end of a telegram is decided by its length field, never by NUL: MID 0900 carries binary
samples.  On a network a stream that no longer makes sense is not guessed at: ``fault`` says what
was wrong and the connection has to be rebuilt.  On a serial line STX says where to go on.
"""

from __future__ import annotations

from typing import Protocol

HEADER_LENGTH = 20
LENGTH_WIDTH = 4
MAX_LENGTH = 9999
NUL = 0
STX, ETX = b"\x02", b"\x03"
#: What an integrator sends before STX: BEL HT BEL HT.
ATTENTION = b"\x07\x09\x07\x09"


class Framing(Protocol):
    """How telegrams are told apart on a wire."""

    @property
    def fault(self) -> str | None:
        """What was wrong with the stream; nothing more comes out after that."""
        ...

    def feed(self, chunk: bytes) -> list[bytes]:
        """Complete telegrams, without their closing NUL, in order."""
        ...

    def wrap(self, wire: bytes) -> bytes:
        """The bytes that carry a telegram of ours."""
        ...


class Framer:
    """Feed it bytes in pieces of any size; it returns the telegrams that became complete."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._fault: str | None = None

    @property
    def fault(self) -> str | None:
        """What was wrong with the stream; nothing more comes out after that."""
        return self._fault

    def feed(self, chunk: bytes) -> list[bytes]:
        """Complete telegrams, without their closing NUL, in order."""
        if self._fault is not None:
            return []
        self._buffer += chunk
        frames: list[bytes] = []
        while (frame := self._next_frame()) is not None:
            frames.append(frame)
        return frames

    def wrap(self, wire: bytes) -> bytes:
        return wire

    def _next_frame(self) -> bytes | None:
        # The closing NUL of the telegram before, or the surplus one after binary samples.
        start = 0
        while start < len(self._buffer) and self._buffer[start] == NUL:
            start += 1
        del self._buffer[:start]
        self._fault = _header_fault(bytes(self._buffer[:HEADER_LENGTH]))
        if self._fault is not None or len(self._buffer) < HEADER_LENGTH:
            return None
        length = int(self._buffer[:LENGTH_WIDTH])
        if len(self._buffer) < length:
            return None
        frame = bytes(self._buffer[:length])
        del self._buffer[:length]
        return frame


class SerialFramer:
    """For RS-232: each telegram stands between STX and ETX; whatever is outside is skipped.

    A telegram that makes no sense, or has no ETX where it ends, costs itself and no more: it is
    searched for the next STX.  ``skipped`` counts the bytes.
    """

    fault: str | None = None

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.skipped = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        self._buffer += chunk
        frames: list[bytes] = []
        while self._skip_to_stx():
            frame = self._frame_after_stx()
            if frame is None:
                break
            frames += [frame] if frame else []
        return frames

    def wrap(self, wire: bytes) -> bytes:
        return ATTENTION + STX + wire.rstrip(b"\0") + ETX

    def _skip_to_stx(self) -> bool:
        at = self._buffer.find(STX)
        rubbish = len(self._buffer) if at < 0 else at
        self.skipped += rubbish
        del self._buffer[:rubbish]
        return bool(self._buffer)

    def _frame_after_stx(self) -> bytes | None:
        """A telegram; empty when there was none after all; None while it is not complete."""
        header = bytes(self._buffer[1 : 1 + HEADER_LENGTH])
        if _header_fault(header) is not None:
            return self._not_a_telegram()
        if len(header) < HEADER_LENGTH:
            return None
        end = 1 + int(header[:LENGTH_WIDTH])
        after = bytes(self._buffer[end : end + 2])
        if not after or after == b"\0":
            return None
        # Some send the NUL of the network on the serial line too.
        closing = after.removeprefix(b"\0")[:1]
        if closing != ETX:
            return self._not_a_telegram()
        frame = bytes(self._buffer[1:end])
        del self._buffer[: end + after.index(ETX) + 1]
        return frame

    def _not_a_telegram(self) -> bytes:
        self.skipped += 1
        del self._buffer[:1]
        return b""


def _header_fault(header: bytes) -> str | None:
    """What is wrong with as much of a header as has arrived."""
    shown = header[:12].decode("ascii", "backslashreplace")
    if not _all_in(header[:8], b"0123456789"):
        return f"no telegram begins with {shown!r}: length and MID must be digits"
    length = header[:LENGTH_WIDTH]
    if len(length) == LENGTH_WIDTH and int(length) < HEADER_LENGTH:
        return f"a telegram of {int(length)} bytes is shorter than its header"
    if not _all_in(header[8:11], b"0123456789 "):
        return f"no telegram begins with {shown!r}: the revision must be digits or spaces"
    return None


def _all_in(part: bytes, allowed: bytes) -> bool:
    return all(byte in allowed for byte in part)
