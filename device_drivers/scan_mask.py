"""What may be kept of a scanner's bytes: a badge is a person, and persons are not recorded here.

Only what is known to be harmless (a part, an order, a unit …) is kept as it came.  Of anything
else, badges and unknown codes alike, only the shape stays: letters become ``x``, digits ``9``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ENDS = re.compile(rb"[\r\n\t\x03]+")
#: Longer than any badge; what never ends is masked and let go.
MOST_BYTES = 4096


class ScanMask:
    """Collects pieces into whole codes, because half a badge is not known to be one."""

    def __init__(self, is_harmless: Callable[[str], bool]) -> None:
        self._is_harmless = is_harmless
        self._held = b""

    def feed(self, chunk: bytes) -> bytes:
        """What may be recorded now; the rest waits for the end of its code."""
        self._held += chunk
        ends = [match.end() for match in _ENDS.finditer(self._held)]
        if not ends:
            return self.flush() if len(self._held) > MOST_BYTES else b""
        whole, self._held = self._held[: ends[-1]], self._held[ends[-1] :]
        return self._masked(whole)

    def flush(self) -> bytes:
        """What is held: its code ended without a sign, or never will."""
        held, self._held = self._held, b""
        return self._masked(held)

    def _masked(self, codes: bytes) -> bytes:
        begin, kept = 0, b""
        for match in _ENDS.finditer(codes):
            kept += self._one(codes[begin : match.start()]) + match.group()
            begin = match.end()
        return kept + self._one(codes[begin:])

    def _one(self, code: bytes) -> bytes:
        text = code.decode("utf-8", "replace").lstrip("\x02")
        return code if self._is_harmless(text) else shape(code)


def shape(code: bytes) -> bytes:
    """As long as ``code`` and built like it, without saying it."""
    return re.sub(rb"[A-Za-z\x80-\xff]", b"x", re.sub(rb"[0-9]", b"9", code))
