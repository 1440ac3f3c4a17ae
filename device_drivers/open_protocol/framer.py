"""Cuts a byte stream into Open Protocol telegrams.

The end of a telegram is decided by its length field, never by NUL: MID 0900 carries binary
samples.  A stream that no longer makes sense is not guessed at: ``fault`` says what was wrong and
the connection has to be rebuilt.
"""

from __future__ import annotations

HEADER_LENGTH = 20
LENGTH_WIDTH = 4
MAX_LENGTH = 9999
NUL = 0


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
