"""What happens to parts: fitted, taken out, opened, received, counted, put on hold afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeAlias

from app.domain.event_body import Body

#: The component of a part that is in no bill.
EXTRA = "extra"
#: Why a part came out, where it does not go back to the line.
NOT_RETURNED = frozenset({"part_damaged", "on_hold"})


class PartFitted(Body, frozen=True, kw_only=True):
    """A component went into the unit.  ``means`` is "scanner", "wedge" or "typed".

    ``part`` is what went in; for an alternate, ``instead_of`` is what the bill means.
    ``instead_of_lot`` is the lot that was to be used up first.  A part that is in no bill is the
    component "extra", with ``why`` and the ``right`` of whoever added it.
    """

    KIND: ClassVar[str] = "part.fitted"
    step: str
    component: str
    part: str
    raw: str
    means: str
    lot: str | None = None
    serial: str | None = None
    quantity: int = 1
    symbology: str | None = None
    instead_of: str | None = None
    instead_of_lot: str | None = None
    why: str | None = None
    right: str | None = None


class PartRemoved(Body, frozen=True, kw_only=True):
    """So many pieces came out again, and why; that they were fitted stays on record.

    ``is_returned`` when they lie at the line again.
    """

    KIND: ClassVar[str] = "part.removed"
    step: str
    component: str
    part: str
    reason: str
    lot: str | None = None
    serial: str | None = None
    quantity: int = 1
    is_returned: bool = True


class PartHeld(Body, frozen=True, kw_only=True):
    """A hold came for a part that is in the unit already: it comes out, or the hold is lifted."""

    KIND: ClassVar[str] = "part.held"
    step: str
    component: str
    part: str
    hold: str
    reason: str
    owner: str
    lot: str | None = None
    serial: str | None = None


class PartCleared(Body, frozen=True, kw_only=True):
    """The hold on a part that is in the unit was lifted."""

    KIND: ClassVar[str] = "part.cleared"
    hold: str
    step: str


class LotOpened(Body, frozen=True, kw_only=True):
    """A lot that keeps only so long once it is open was opened."""

    KIND: ClassVar[str] = "lot.opened"
    lot: str
    part: str
    opened_at: datetime
    use_within_h: float


class StockReceived(Body, frozen=True, kw_only=True):
    """So many pieces of a lot came to this station."""

    KIND: ClassVar[str] = "stock.received"
    part: str
    lot: str
    quantity: int


class StockCounted(Body, frozen=True, kw_only=True):
    """A person counted, or looked: so many pieces of a lot are at this station now."""

    KIND: ClassVar[str] = "stock.counted"
    part: str
    lot: str
    quantity: int


MaterialBody: TypeAlias = (
    PartFitted | PartRemoved | PartHeld | PartCleared | LotOpened | StockReceived | StockCounted
)
