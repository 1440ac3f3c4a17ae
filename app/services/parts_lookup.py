"""Gathers what the station knows about a scanned part, for the rules to judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from app.domain.parts import PartFacts, good_until, part_named
from app.domain.plant import Hold, Lot, MaterialRules

if TYPE_CHECKING:
    from app.domain.instructions import BomLine
    from app.domain.scans import Scan
    from app.ports.journal import Journal, Reference

REFUSE = "refuse"
_EVERY = "*"


@dataclass(frozen=True, slots=True)
class Supply:
    """The lots there are, and what this station knows about them itself.

    ``opened`` is when each was opened here, ``empty`` are those a person found used up here.
    """

    lots: tuple[Lot, ...]
    today: date
    now: datetime
    opened: dict[str, datetime] = field(default_factory=dict)
    empty: frozenset[tuple[str, str]] = frozenset()

    def first_of(self, parts: tuple[str, ...]) -> Lot | None:
        """The lot to take: of the first of ``parts`` that has any, what is over soonest."""
        for part in parts:
            mine = (lot for lot in self.lots if lot.part == part and self._is_usable(lot))
            found = min(mine, key=self._order, default=None)
            if found is not None:
                return found
        return None

    def _is_usable(self, lot: Lot) -> bool:
        until = good_until(lot, self.opened.get(lot.lot))
        return (
            (lot.expires is None or lot.expires >= self.today)
            and (lot.quantity is None or lot.quantity > 0)
            and (until is None or until >= self.now)
            and (lot.part, lot.lot) not in self.empty
        )

    def _order(self, lot: Lot) -> tuple[datetime, str]:
        """First expired, first out; an opened one is over when its hours are."""
        end = datetime.max.replace(tzinfo=UTC)
        if lot.expires is not None:
            end = datetime.combine(lot.expires, datetime.max.time(), UTC)
        until = good_until(lot, self.opened.get(lot.lot))
        return min(end, until) if until is not None else end, lot.lot


async def look_up_part(
    scan: Scan,
    line: BomLine | None,
    *,
    journal: Journal,
    reference: Reference,
    today: date,
    now: datetime,
    station: str = "",
) -> PartFacts:
    """Lot, active holds, earlier use and the lot to take instead."""
    lot = await reference.get(Lot, scan.lot) if scan.lot else None
    holds = tuple(h for h in await active_holds(reference) if _concerns(h, scan))
    if line is None:
        return PartFacts(today=today, lot=lot, holds=holds, now=now)
    named = part_named(scan, line)
    part = named or line.part
    used = await journal.fitted_in(part, scan.serial) if scan.serial else None
    supply = await supply_of(journal, reference, today, now)
    rules = await material_rules(reference, station)
    return PartFacts(
        today=today,
        lot=lot,
        holds=holds,
        fitted_in=used,
        substitute=supply.first_of((part, *(p for p in line.parts if p != part))),
        now=now,
        opened_at=_opened(lot, supply.opened),
        keeps_order=rules.first_to_expire == REFUSE,
    )


async def supply_of(journal: Journal, reference: Reference, today: date, now: datetime) -> Supply:
    """Every lot that no active hold is on."""
    held = {h.lot for h in await active_holds(reference) if h.lot}
    lots = tuple(lot for lot in await reference.all(Lot) if lot.lot not in held)
    stock = await journal.line_stock()
    empty = frozenset((s.part, s.lot) for s in stock if s.quantity <= 0)
    return Supply(lots, today, now, await journal.opened_lots(), empty)


async def material_rules(reference: Reference, station: str) -> MaterialRules:
    """The plant's for this station, else for every station, else the usual ones."""
    mine = await reference.get(MaterialRules, station) if station else None
    found = mine or await reference.get(MaterialRules, _EVERY)
    return found or MaterialRules(scope=_EVERY)


async def active_holds(reference: Reference) -> list[Hold]:
    """Those that nobody has lifted."""
    return [hold for hold in await reference.all(Hold) if hold.lifted_at is None]


def _opened(lot: Lot | None, opened: dict[str, datetime]) -> datetime | None:
    """The earlier of what the plant and this station know."""
    if lot is None:
        return None
    known = [at for at in (lot.opened_at, opened.get(lot.lot)) if at is not None]
    return min(known, default=None)


def _concerns(hold: Hold, scan: Scan) -> bool:
    return bool(
        (hold.lot is not None and hold.lot == scan.lot)
        or (hold.serial is not None and hold.serial == scan.serial)
    )
