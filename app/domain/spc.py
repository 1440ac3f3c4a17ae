"""What the control chart of a characteristic says: its limits, and what left them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeAlias

from msgspec import Struct

from app.domain.event_body import Body


class ChartLimits(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a characteristic is charted, as an engineer says; the newest document counts.

    ``characteristic`` is "instruction:step".  ``size`` values in a row are one point: 1 is an
    individuals chart, more are means and ranges.  With ``centre`` and ``sigma`` (of a single
    value) these are the limits from ``set_at`` on; without them they are found anew from the
    values after it.  ``stop_on_alarm`` holds the unit an alarm comes from.
    """

    KIND: ClassVar[str] = "limits"

    characteristic: str
    set_at: datetime
    by: str
    size: int = 1
    centre: float | None = None
    sigma: float | None = None
    stop_on_alarm: bool = False


class CharacteristicBaselined(Body, frozen=True, kw_only=True):
    """The limits of a characteristic, found from its first stable values.

    They stand still from here on, until an engineer's document renews them.  ``first`` and
    ``last`` are the events of the values they were found from, ``count`` the points.
    """

    KIND: ClassVar[str] = "characteristic.baselined"
    characteristic: str
    chart: str
    size: int
    centre: float
    sigma: float
    first: str
    last: str
    count: int


class CharacteristicAlarmed(Body, frozen=True, kw_only=True):
    """A rule began to hold; written once for each stretch in which it holds.

    ``rule`` is "beyond" (3 σ), "ewma", "range" or "frozen" (the same value again and again).
    ``point`` is the event of the value it began at.  The limits are those of that point; a
    frozen gauge has none.
    """

    KIND: ClassVar[str] = "characteristic.alarmed"
    characteristic: str
    chart: str
    rule: str
    point: str
    value: float
    lower: float | None = None
    upper: float | None = None
    centre: float | None = None
    step: str | None = None
    source: str | None = None


SpcBody: TypeAlias = CharacteristicBaselined | CharacteristicAlarmed


def characteristic_key(instruction: str, step: str) -> str:
    """What is charted together: the values of one step of an instruction, in every revision."""
    return f"{instruction}:{step}"
