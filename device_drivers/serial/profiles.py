"""The serial devices known, as data: how each is decoded, greeted, asked and wired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.readings import ReadingKind
from device_drivers.serial.frames import LineFramer
from device_drivers.serial.gauge import (
    ASK_SYLVAC,
    ASK_SYLVAC_UNIT,
    decode_mitutoyo,
    decode_sylvac,
)
from device_drivers.serial.scale import RESET, SEND_ON_CHANGE, decode_mt_sics
from device_drivers.serial.wrench import (
    decode_acradyne,
    decode_fec,
    decode_mark10,
    decode_tme,
    decode_tohnichi,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.serial.decoded import Decoded

SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class GaugeProfile:
    """One family of gauges, scales or wrenches.

    ``greeting`` is sent once the port is open, ``on_identified`` whenever the device says who it
    is, which it does after the greeting and each time it is switched on.  A device that
    ``must_answer`` is not ready before it did.  ``request`` asks for the value now, ``ask_unit``
    for the unit, which a key on the device can change at any time.
    ``usual_unit`` is only for looking at a device; a record needs the configured one.
    """

    name: str
    decode: Callable[[bytes], Decoded]
    kind: ReadingKind = ReadingKind.MEASUREMENT
    quantity: str = "value"
    usual_unit: str = "mm"
    baud: int = 9600
    frame: str = "8N1"
    ends: bytes = b"\r\n"
    max_length: int = 64
    idle_s: float = 0.3
    greeting: bytes = b""
    must_answer: bool = False
    on_identified: bytes = b""
    request: bytes = b""
    ask_unit: bytes = b""

    def framer(self) -> LineFramer:
        return LineFramer(ends=self.ends, max_length=self.max_length, idle_s=self.idle_s)


MITUTOYO = GaugeProfile("mitutoyo", decode_mitutoyo)
SYLVAC = GaugeProfile(
    "sylvac",
    decode_sylvac,
    baud=4800,
    frame="7E2",
    greeting=ASK_SYLVAC_UNIT,
    request=ASK_SYLVAC,
    ask_unit=ASK_SYLVAC_UNIT,
)
MT_SICS = GaugeProfile(
    "mt-sics",
    decode_mt_sics,
    kind=ReadingKind.WEIGHT,
    quantity="weight",
    usual_unit="g",
    greeting=RESET,
    must_answer=True,
    on_identified=SEND_ON_CHANGE,
    # The same again: it sends the weight as soon as it is stable, and goes on as before.
    request=SEND_ON_CHANGE,
)
MARK_10 = GaugeProfile(
    "mark-10",
    decode_mark10,
    quantity="torque",
    usual_unit="N.m",
    request=b"?\r\n",
)
TOHNICHI = GaugeProfile(
    "tohnichi",
    decode_tohnichi,
    kind=ReadingKind.TIGHTENING,
    quantity="torque",
    usual_unit="N.m",
)
ACRADYNE = GaugeProfile(
    "acradyne",
    decode_acradyne,
    kind=ReadingKind.TIGHTENING,
    quantity="torque",
    usual_unit="N.m",
    # "Output followed by null" is one of its settings.
    ends=b"\r\n\0",
)
TME = GaugeProfile(
    "cleco-tme",
    decode_tme,
    kind=ReadingKind.TIGHTENING,
    quantity="torque",
    usual_unit="N.m",
    # The record has a fixed length and nothing behind it.
    ends=b"",
)
FEC = GaugeProfile(
    "fec",
    decode_fec,
    kind=ReadingKind.TIGHTENING,
    quantity="torque",
    usual_unit="N.m",
    baud=38_400,
    frame="8N2",
    max_length=80,
)

GAUGES: dict[str, GaugeProfile] = {
    p.name: p for p in (MITUTOYO, SYLVAC, MT_SICS, MARK_10, TOHNICHI, ACRADYNE, TME, FEC)
}
