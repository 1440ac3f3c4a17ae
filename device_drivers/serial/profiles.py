"""The serial devices known, as data: how each is decoded, greeted and wired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.readings import ReadingKind
from device_drivers.serial.frames import LineFramer
from device_drivers.serial.gauge import decode_mitutoyo, decode_sylvac
from device_drivers.serial.scale import RESET, SEND_ON_CHANGE, decode_mt_sics

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.serial.decoded import Decoded

SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class GaugeProfile:
    """One family of gauges or scales.

    ``greeting`` is sent once the port is open, ``on_identified`` whenever the device says who it
    is, which it does after the greeting and each time it is switched on.
    ``usual_unit`` is only for looking at a device; a record needs the configured one.
    """

    name: str
    decode: Callable[[bytes], Decoded]
    kind: ReadingKind = ReadingKind.MEASUREMENT
    quantity: str = "value"
    usual_unit: str = "mm"
    baud: int = 9600
    ends: bytes = b"\r\n"
    max_length: int = 64
    idle_s: float = 0.3
    greeting: bytes = b""
    on_identified: bytes = b""

    def framer(self) -> LineFramer:
        return LineFramer(ends=self.ends, max_length=self.max_length, idle_s=self.idle_s)


MITUTOYO = GaugeProfile("mitutoyo", decode_mitutoyo)
SYLVAC = GaugeProfile("sylvac", decode_sylvac, baud=4800)
MT_SICS = GaugeProfile(
    "mt-sics",
    decode_mt_sics,
    kind=ReadingKind.WEIGHT,
    quantity="weight",
    usual_unit="g",
    greeting=RESET,
    on_identified=SEND_ON_CHANGE,
)

GAUGES: dict[str, GaugeProfile] = {p.name: p for p in (MITUTOYO, SYLVAC, MT_SICS)}
