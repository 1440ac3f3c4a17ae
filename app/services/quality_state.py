"""What the station knows of dispositions, rework and bypasses: the screen's part of the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.bypass import Passport
    from app.domain.instructions import Text
    from app.domain.quality_plans import BypassPlan, Concession


@dataclass(frozen=True, slots=True)
class ReworkChoice:
    """An operation somebody may order; ``source`` is "template:…" or "instruction:…"."""

    source: str
    title: Text
    steps: int = 0
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConcessionView:
    """A concession that covers the open unit, and how many units it has left."""

    concession: Concession
    left: int


@dataclass(frozen=True, slots=True)
class BypassView:
    """A bypass of this station: what became of it, and its plan while the plant has one."""

    passport: Passport
    plan: BypassPlan | None = None


@dataclass(frozen=True, slots=True)
class QualityState:
    """``concessions`` and ``reworks`` are for the unit in work.

    ``changed_us`` is when anything of this was recorded last.
    """

    concessions: tuple[ConcessionView, ...] = ()
    reworks: tuple[ReworkChoice, ...] = ()
    bypasses: tuple[BypassView, ...] = ()
    changed_us: int = 0

    @property
    def active(self) -> tuple[BypassView, ...]:
        """What may be bypassed now."""
        return tuple(one for one in self.bypasses if one.passport.is_active)

    @property
    def to_verify(self) -> tuple[BypassView, ...]:
        """What locked again, and nobody has verified."""
        return tuple(one for one in self.bypasses if one.passport.is_locked_until_verified)

    def bypass(self, name: str) -> BypassView | None:
        return next((one for one in self.bypasses if one.passport.bypass == name), None)

    def next_end(self) -> datetime | None:
        """When the first of them locks by its time."""
        ends = [v.passport.activated.until for v in self.active if v.passport.activated]
        return min(ends, default=None)
