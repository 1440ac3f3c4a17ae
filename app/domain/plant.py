"""Reference data a station works from: orders, lots, holds and people.

Each record is one document of the server's feed: its kind is the class's ``KIND``, its key
the field named first.  A later document of the same key replaces the earlier one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from msgspec import Struct

from app.domain.calibration import Calibration
from app.domain.defects import DefectCodes
from app.domain.flow_documents import LinePlan, StopReasons
from app.domain.plant_calls import EscalationPlan
from app.domain.quality_plans import BypassPlan, Concession, DispositionRules, OperationTemplate
from app.domain.shift_calendar import ShiftCalendar
from app.domain.spc import ChartLimits
from app.domain.whys import CauseCodes


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
    """A batch of one part.

    Once opened it is good for ``use_within_h`` hours; ``opened_at`` is when the plant knows that
    it was.  A ``quantity`` of 0 says that it is used up.  ``supplier`` is who delivered it.
    """

    KIND: ClassVar[str] = "lot"

    lot: str
    part: str
    expires: date | None = None
    location: str | None = None
    quantity: int | None = None
    supplier: str | None = None
    supplier_batch: str | None = None
    contains: tuple[Component, ...] = ()
    use_within_h: float | None = None
    opened_at: datetime | None = None


class MaterialRules(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How strict a station (or every one, "*") is with material.

    ``first_to_expire`` says what becomes of a lot that is taken before the one that expires
    first: "record" keeps in the record that it was, "refuse" does not let it in.  ``low_stock``
    is the count at which a lot at the line is called low.  With ``may_be_typed`` a part whose
    label is damaged goes in by its number; the record says that it was typed.
    """

    KIND: ClassVar[str] = "material"

    scope: str
    first_to_expire: str = "record"
    low_stock: int = 5
    may_be_typed: bool = True


class Hold(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Nobody may use ``lot`` (or the one ``serial``) until it is lifted.

    ``station`` is where it was said, None where the plant said it.
    """

    KIND: ClassVar[str] = "hold"

    hold: str
    reason: str
    owner: str
    placed_at: datetime
    lot: str | None = None
    serial: str | None = None
    lifted_at: datetime | None = None
    lifted_by: str | None = None
    station: str | None = None


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who may sign in.

    ``badge`` is the SHA-256 of the badge's code (hex), ``pin`` an argon2 hash; ``skills`` maps a
    skill to the last day of its certificate; ``rights`` are the person's own, beside the role's.
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
    rights: tuple[str, ...] = ()


class Role(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What whoever has this role may do; replaces what :mod:`app.domain.rights` says of it."""

    KIND: ClassVar[str] = "role"

    role: str
    rights: tuple[str, ...] = ()


class EffectiveRevision(Struct, frozen=True, kw_only=True):
    """Which revision of an instruction new units start with.

    The instruction itself is a feed document of kind "instruction" whose key is its revision.
    """

    KIND: ClassVar[str] = "effective"

    instruction: str
    revision: str
    effective_from: datetime


class StationInfo(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the plant says about a station; with ``crew`` several people work there at once."""

    KIND: ClassVar[str] = "station"

    station: str
    name: str
    line: str
    skills: tuple[str, ...] = ()
    crew: bool = False


class Shipment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Units that left the plant together, and for whom; a unit's latest shipment counts."""

    KIND: ClassVar[str] = "shipment"

    shipment: str
    serials: tuple[str, ...]
    to: str
    at: datetime


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
    cls.KIND: cls
    for cls in (
        Order,
        Lot,
        Calibration,
        Hold,
        MaterialRules,
        Person,
        Role,
        EffectiveRevision,
        StationInfo,
        Shipment,
        DefectCodes,
        CauseCodes,
        DispositionRules,
        Concession,
        OperationTemplate,
        BypassPlan,
        ChartLimits,
        ShiftCalendar,
        EscalationPlan,
        StopReasons,
        LinePlan,
    )
}
