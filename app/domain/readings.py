"""What a device reported: one vocabulary for tools, gauges, scales, scanners and machines."""

from __future__ import annotations

import enum
from datetime import datetime
from decimal import Decimal

from msgspec import Struct


class ReadingKind(enum.StrEnum):
    """What sort of fact a reading is."""

    TIGHTENING = "tightening"
    LOOSENING = "loosening"
    MEASUREMENT = "measurement"
    WEIGHT = "weight"
    SCAN = "scan"
    STATE = "state"
    ALARM = "alarm"
    GAP = "gap"


#: The state of the note a driver leaves at the first contact with a device: its number is the
#: newest result that was there then, and no result of ours.
FIRST_CONTACT = "first contact"


#: A value somebody typed has this and the person's number as its source.
TYPED_BY = "typed:"
#: Joins a device's name and the number of another station its controller serves: "T-07@2".
OTHER_STATION = "@"


class Judgement(enum.StrEnum):
    """Where a value lies against its limits."""

    OK = "ok"
    LOW = "low"
    HIGH = "high"
    NOT_JUDGED = "not_judged"


class Quality(enum.StrEnum):
    """Whether the reading itself can be trusted; a bad *value* can be of good quality."""

    GOOD = "good"
    QUARANTINED = "quarantined"


class Quantity(Struct, frozen=True, omit_defaults=True):
    """One value of a reading, with the device's own resolution.  Units are UCUM codes."""

    name: str
    value: Decimal
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    target: Decimal | None = None
    judgement: Judgement = Judgement.NOT_JUDGED


class Reading(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One result of one device.

    ``(source, epoch, result_id)`` identifies it for ever: a second arrival is a repeat.
    ``at_device`` is the device's own text, without a zone; ``received_at`` is ours, UTC.
    ``text`` is what a scanner read.  ``counter`` is the device's own count in its batch, this
    one included, where it keeps one.  ``clock_ahead_s`` is how far the device's clock was ahead of
    ours when it was last compared.  ``raw`` (hex) and ``reason`` come with a quarantined one.
    """

    kind: ReadingKind
    source: str
    result_id: str
    received_at: datetime
    epoch: int = 1
    at_device: str | None = None
    ok: bool | None = None
    values: tuple[Quantity, ...] = ()
    program: str | None = None
    identifiers: tuple[str, ...] = ()
    text: str | None = None
    state: str | None = None
    counter: int | None = None
    clock_ahead_s: int | None = None
    backfilled: bool = False
    quality: Quality = Quality.GOOD
    reason: str | None = None
    raw: str | None = None

    @property
    def is_of_other_station(self) -> bool:
        """Made at another station of the same controller, and kept for completeness."""
        return OTHER_STATION in self.source

    def value(self, name: str) -> Quantity | None:
        """The quantity called ``name``, if the device sent it."""
        return next((q for q in self.values if q.name == name), None)


class Curve(Struct, frozen=True, kw_only=True):
    """The trace of one tightening: torque over angle, sample by sample.

    Belongs to the reading with the same ``(source, epoch, result_id)`` and may come after it.
    """

    source: str
    result_id: str
    epoch: int = 1
    angle_deg: tuple[float, ...]
    torque_nm: tuple[float, ...]
