"""Gathers what the station knows about a scanned part, for the rules to judge."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.domain.parts import PartFacts, part_named
from app.domain.plant import Hold, Lot

if TYPE_CHECKING:
    from app.domain.instructions import BomLine
    from app.domain.scans import Scan
    from app.ports.journal import Journal, Reference


async def look_up_part(
    scan: Scan, line: BomLine | None, *, journal: Journal, reference: Reference, today: date
) -> PartFacts:
    """Lot, active holds, earlier use and the lot to take instead."""
    lot = await reference.get(Lot, scan.lot) if scan.lot else None
    holds = [h for h in await reference.all(Hold) if h.lifted_at is None]
    mine = tuple(h for h in holds if _concerns(h, scan))
    if line is None:
        return PartFacts(today=today, lot=lot, holds=mine)
    part = part_named(scan, line) or line.part
    used = await journal.fitted_in(part, scan.serial) if scan.serial else None
    held = {h.lot for h in holds if h.lot}
    lots = [
        candidate
        for candidate in await reference.all(Lot)
        if candidate.part in line.parts and candidate.lot not in held
    ]
    return PartFacts(
        today=today,
        lot=lot,
        holds=mine,
        fitted_in=used,
        substitute=first_to_expire(lots, today),
    )


def first_to_expire(lots: list[Lot], today: date) -> Lot | None:
    """First expired, first out: the usable lot with the nearest expiry."""
    usable = [lot for lot in lots if lot.expires is None or lot.expires >= today]
    usable = [lot for lot in usable if lot.quantity is None or lot.quantity > 0]
    return min(usable, key=lambda lot: (lot.expires or date.max, lot.lot), default=None)


def _concerns(hold: Hold, scan: Scan) -> bool:
    return bool(
        (hold.lot is not None and hold.lot == scan.lot)
        or (hold.serial is not None and hold.serial == scan.serial)
    )
