"""Material and tools that run out, and instructions that changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.domain.calibration import Calibration, Grade, grade
from app.domain.line_events import HandoverItem
from app.domain.plant import EffectiveRevision, Lot, MaterialRules
from server.handover.citing import document
from server.log.feed import current_all
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import sqlalchemy as sa

    from server.handover.line import Line
    from sync.wire import FeedItem

#: A lot that expired before that is stopped where it is scanned; the next shift cannot plan it.
_EXPIRY_TOLD_DAYS = 1
_SHORT = 12
_GRADES = {
    Grade.SOON: "good, but not for long",
    Grade.GRACE: "over, its results cannot be proven",
    Grade.OVERDUE: "over",
    Grade.WITHDRAWN: "withdrawn",
    Grade.MISSING: "missing",
}


def material(connection: sa.Connection, line: Line) -> Iterator[HandoverItem]:
    """Lots that are low or about to expire, and calibrations that are due."""
    today = utc(line.now_us).astimezone(line.zone).date()
    low = _low_stock(connection)
    for item in current_all(connection, Lot.KIND):
        yield from _lot(item, today, low)
    for item in current_all(connection, Calibration.KIND):
        record = msgspec.json.decode(item.body, type=Calibration)
        found = grade(record, today)
        if found is Grade.GOOD:
            continue
        facts = {
            "device": record.device,
            "grade": _GRADES[found],
            "due": "–" if record.due is None else record.due.isoformat(),
            "owner": record.owner or "nobody is named",
        }
        yield HandoverItem(
            f"calibration:{record.device}", "calibration", facts, (document(item.pos),)
        )


def instructions(connection: sa.Connection, line: Line) -> Iterator[HandoverItem]:
    """What new units are built by since some moment of the shift."""
    for item in current_all(connection, EffectiveRevision.KIND):
        if item.at < line.since_us:
            continue
        one = msgspec.json.decode(item.body, type=EffectiveRevision)
        facts = {
            "instruction": one.instruction,
            "revision": one.revision[:_SHORT],
            "since": line.said(int(one.effective_from.timestamp() * 1e6)),
        }
        name = f"revision:{one.instruction}:{one.revision[:_SHORT]}"
        yield HandoverItem(name, "revision", facts, (document(item.pos),))


def _lot(item: FeedItem, today: date, low: int) -> Iterator[HandoverItem]:
    lot = msgspec.json.decode(item.body, type=Lot)
    if lot.quantity == 0:
        return
    facts, cited = {"lot": lot.lot, "part": lot.part}, (document(item.pos),)
    near = timedelta(days=_EXPIRY_TOLD_DAYS)
    if lot.expires is not None and today - near <= lot.expires <= today + near:
        told = {**facts, "expires": lot.expires.isoformat()}
        yield HandoverItem(f"lot_expires:{lot.lot}", "lot_expires", told, cited)
    if lot.quantity is not None and lot.quantity <= low:
        told = {**facts, "quantity": str(lot.quantity)}
        yield HandoverItem(f"lot_low:{lot.lot}", "lot_low", told, cited)


def _low_stock(connection: sa.Connection) -> int:
    rules = [
        msgspec.json.decode(item.body, type=MaterialRules)
        for item in current_all(connection, MaterialRules.KIND)
    ]
    return next(
        (one.low_stock for one in rules if one.scope == "*"), MaterialRules(scope="*").low_stock
    )
