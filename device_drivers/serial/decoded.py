"""What a serial frame was understood as, whatever the brand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.domain.readings import Judgement

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code as the scanner sent it: AIM identifier and GS separators are kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A value with the device's own resolution.

    ``unit`` (UCUM) and limits only if the device said them; ``judgement`` only if it judges by
    itself; ``channel`` only from where several gauges may be plugged in.
    """

    value: Decimal
    unit: str | None = None
    judgement: Judgement = Judgement.NOT_JUDGED
    low: Decimal | None = None
    high: Decimal | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Tightened:
    """A result of a torque wrench or of a controller that only prints.

    ``number`` is the device's own count with its own time: the same one again is the same
    result.  Without one, each arrival is a result of its own.
    """

    torque: Measured
    angle: Measured | None = None
    ok: bool | None = None
    number: str | None = None
    at_device: str | None = None
    program: str | None = None
    wrench: str | None = None


@dataclass(frozen=True, slots=True)
class InUnit:
    """The device told the unit (UCUM) of the values it sends without one."""

    unit: str


@dataclass(frozen=True, slots=True)
class Identified:
    """The device told who it is, usually because it was just switched on."""

    serial: str


@dataclass(frozen=True, slots=True)
class Faulty:
    """No value can be trusted from this frame; ``reason`` is a sentence for maintenance."""

    reason: str


#: None is a frame that is right and says nothing to keep: an echo, a weight still moving.
Decoded: TypeAlias = Scanned | Measured | Tightened | InUnit | Identified | Faulty | None


def shown(payload: bytes, limit: int = 40) -> str:
    """``payload`` as a person can read it in a sentence, shortened."""
    text = payload[:limit].decode("latin-1")
    safe = "".join(c if " " <= c <= "~" else f"\\x{ord(c):02x}" for c in text)
    return safe + ("…" if len(payload) > limit else "")
