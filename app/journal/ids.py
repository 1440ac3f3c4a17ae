"""Event ids: UUIDv7 from the injected clock and injected randomness.

They are for referring to events only; the order of events is their epoch and number.
"""

from __future__ import annotations

RANDOM_BYTES = 10
_VERSION_AND_VARIANT = (7 << 76) | (2 << 62)
_RANDOM_MASK = ~((0xF << 76) | (0x3 << 62)) & ((1 << 80) - 1)


def uuid7(now_us: int, random: bytes) -> str:
    """RFC 9562 version 7 from a wall time and ten random bytes."""
    millis = (now_us // 1_000) & ((1 << 48) - 1)
    tail = (int.from_bytes(random, "big") & _RANDOM_MASK) | _VERSION_AND_VARIANT
    digits = f"{(millis << 80) | tail:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
