"""Cuts a serial byte stream into frames; pure, so any split of the bytes gives the same frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Frame:
    """What stood between two end characters.  With a ``fault`` it must not be taken as a value.

    ``at`` is the monotonic second its end came at.
    """

    payload: bytes
    fault: str | None = None
    at: float = field(default=0.0, compare=False)


class LineFramer:
    """Splits at any of ``ends``; gives up on what is too long or never ends, then resynchronises.

    ``at`` is monotonic seconds.  A pause longer than ``idle_s`` ends whatever was begun: as a
    fault, or, with no ``ends`` at all (readers set up without a suffix), as the frame itself.
    """

    def __init__(self, *, ends: bytes, max_length: int, idle_s: float) -> None:
        self._split = re.compile(b"[" + re.escape(ends) + b"]" if ends else b"(?!)")
        self._idle_is_end = not ends
        self._max_length = max_length
        self._idle_s = idle_s
        self._begun = b""
        self._is_skipping = False
        self._last_at = 0.0

    @property
    def is_mid_frame(self) -> bool:
        return bool(self._begun)

    def feed(self, chunk: bytes, at: float) -> list[Frame]:
        """Take what arrived; returns the frames it completed, faults included."""
        frames = self.expire(at)
        self._last_at = at
        *whole, rest = self._split.split(chunk)
        for piece in whole:
            frames += self._grow(piece)
            frames += self._finish(at)
        return frames + self._grow(rest)

    def expire(self, at: float) -> list[Frame]:
        """What the pause until ``at`` ended, if it was long enough to end anything."""
        if at - self._last_at <= self._idle_s:
            return []
        begun, self._begun, self._is_skipping = self._begun, b"", False
        if not begun:
            return []
        fault = None if self._idle_is_end else f"no end character within {self._idle_s:g} s"
        return [Frame(begun, fault, at)]

    def reset(self) -> None:
        """Begin anew, as on a freshly opened port."""
        self._begun, self._is_skipping = b"", False

    def abandon(self) -> None:
        """Drop a begun frame *and* what is still to come of it.

        Its second half alone could look like a whole value: ``+1`` then ``2.345``.
        """
        if self._begun:
            self.skip(self._last_at)

    def skip(self, at: float) -> None:
        """Take nothing before the next end character or pause: a frame is under way at ``at``."""
        self._begun, self._is_skipping, self._last_at = b"", True, at

    def _grow(self, piece: bytes) -> list[Frame]:
        if self._is_skipping:
            return []
        self._begun += piece
        if len(self._begun) <= self._max_length:
            return []
        kept, self._begun, self._is_skipping = self._begun[: self._max_length], b"", True
        return [Frame(kept, f"more than {self._max_length} bytes", self._last_at)]

    def _finish(self, at: float) -> list[Frame]:
        payload, was_skipping = self._begun, self._is_skipping
        self._begun, self._is_skipping = b"", False
        # CR LF ends a frame twice; the empty one between is nothing.
        return [] if was_skipping or not payload else [Frame(payload, at=at)]
