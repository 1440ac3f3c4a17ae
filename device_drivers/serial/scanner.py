"""Barcode scanners on a serial line: ``[prefix][label][AIM identifier]data[label][end]``.

The AIM identifier (``]d2``, ``]C1`` …) and GS characters stay in the text: without them a GS1
code cannot be told from a plain one, nor its fields apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from device_drivers.serial.decoded import Decoded, Faulty, Scanned, shown
from device_drivers.serial.frames import LineFramer

STX = b"\x02"
#: ISO/IEC 15434 envelopes and GS1 element strings carry these; no other control character is
#: part of any code, so one of those means noise or a wrong baud rate.
_ALLOWED_CONTROLS = frozenset("\x04\x1c\x1d\x1e\x1f\t")
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class ScanFormat:
    """How a scanner was set up.  No ``ends`` means that a pause ends a code.

    ``label_before`` and ``label_after`` are how many characters the scanner puts around the code
    to say its kind in its own way (Datalogic); they are no part of the code.
    """

    prefix: bytes = b""
    ends: bytes = b"\r\n\x03"
    #: The largest QR code holds 7,089 digits.
    max_length: int = 7_200
    idle_s: float = 0.3
    label_before: int = 0
    label_after: int = 0

    def framer(self) -> LineFramer:
        return LineFramer(ends=self.ends, max_length=self.max_length, idle_s=self.idle_s)


PLAIN = ScanFormat()


def decode_scan(payload: bytes, form: ScanFormat = PLAIN) -> Decoded:
    """Understand one frame.  A code is taken whole or not at all, never repaired."""
    body = _after_prefix(payload, form.prefix)
    if body is None:
        return Faulty(
            f"The code {shown(payload)} came without the prefix {shown(form.prefix)}; "
            "set the scanner to send it, or remove it from the station's configuration."
        )
    body = body[form.label_before : len(body) - form.label_after]
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return Faulty(
            f"The scanner sent bytes that are no text ({shown(payload)}); "
            "check baud rate and cable, or set the scanner to UTF-8."
        )
    if any((c < " " and c not in _ALLOWED_CONTROLS) or c == "\x7f" for c in text):
        return Faulty(
            f"The code {shown(payload)} has control characters no code contains; "
            "check baud rate and cable."
        )
    if not form.ends and len(_AIM.findall(text)) > 1:
        return Faulty(
            f"Two codes came in one go ({shown(payload)}), and nothing but a pause ends one here; "
            "set the scanner to send an end character, and the station to expect it."
        )
    return Scanned(text) if text else None


def _after_prefix(payload: bytes, prefix: bytes) -> bytes | None:
    # Noise before the prefix (a plug being pushed in) is dropped with it.
    if prefix:
        _, found, body = payload.rpartition(prefix)
        return body if found else None
    return payload.removeprefix(STX)


class RepeatFilter:
    """Tells a code read twice in one go from a code scanned again.

    A code held in front of the reader keeps renewing the window, so it counts once.  A refusal
    to take it twice is right even if the step moved on in between: that scan was for the step
    before.
    """

    def __init__(self, window_s: float) -> None:
        self._window_s = window_s
        self._text: str | None = None
        self._seen_at = 0.0

    def is_repeat(self, text: str, at: float) -> bool:
        """Whether ``text`` at monotonic second ``at`` is the same read as the one before."""
        repeated = text == self._text and at - self._seen_at < self._window_s
        self._text, self._seen_at = text, at
        return repeated
