"""Reference data a station works from: orders, lots, holds and people.

Each record is one document of the server's feed: its kind is the class's ``KIND``, its key
the field named first.  A later document of the same key replaces the earlier one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from msgspec import Struct


class Order(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Executable work: so many units of a variant, by an instruction.

    ``serials`` lists the units whose labels are already printed, if any.
    """

    KIND: ClassVar[str] = "order"

    order: str
    product: str
    variant: str
    quantity: int
    instruction: str
    operation: str = "10"
    due: datetime | None = None
    start: datetime | None = None
    priority: int = 0
    sequence: int = 0
    line: str | None = None
    serials: tuple[str, ...] = ()
    state: str = "released"
    external_id: str | None = None


class Component(Struct, frozen=True, omit_defaults=True):
    """What a supplied lot or sub-assembly itself is made of, as far as its maker said."""

    part: str
    lot: str | None = None
    serial: str | None = None
    name: str | None = None


class Lot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A batch of one part."""

    KIND: ClassVar[str] = "lot"

    lot: str
    part: str
    expires: date | None = None
    location: str | None = None
    quantity: int | None = None
    supplier_batch: str | None = None
    contains: tuple[Component, ...] = ()


class Hold(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Nobody may use ``lot`` (or the one ``serial``) until it is lifted."""

    KIND: ClassVar[str] = "hold"

    hold: str
    reason: str
    owner: str
    placed_at: datetime
    lot: str | None = None
    serial: str | None = None
    lifted_at: datetime | None = None
    lifted_by: str | None = None


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who may sign in.

    ``badge`` is the SHA-256 of the badge's code (hex), ``pin`` an argon2 hash; ``skills`` maps a
    skill to the last day of its certificate.
    """

    KIND: ClassVar[str] = "person"

    person: str
    name: str
    role: str
    badge: str | None = None
    pin: str | None = None
    skills: dict[str, date] = {}
    languages: tuple[str, ...] = ("en",)
    is_active: bool = True


class EffectiveRevision(Struct, frozen=True, kw_only=True):
    """Which revision of an instruction new units start with.

    The instruction itself is a feed document of kind "instruction" whose key is its revision.
    """

    KIND: ClassVar[str] = "effective"

    instruction: str
    revision: str
    effective_from: datetime


class StationInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the plant says about a station."""

    KIND: ClassVar[str] = "station"

    station: str
    name: str
    line: str
    skills: tuple[str, ...] = ()


class DecidedSituation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person decided about something that only a person could settle; the newest counts.

    ``words`` say the decision in the plant's own words; ``units`` are those it concerns, and
    ``station`` is the one it is about, if it is about one.
    """

    KIND: ClassVar[str] = "decision"

    situation: str
    kind: str
    title: str
    decision: str
    words: str
    by: str
    why: str
    at: datetime
    station: str | None = None
    units: tuple[str, ...] = ()


#: What a planner's system may write; decisions and instructions have doors of their own.
REFERENCE_KINDS: dict[str, type[Struct]] = {
    cls.KIND: cls for cls in (Order, Lot, Hold, Person, EffectiveRevision, StationInfo)
}
