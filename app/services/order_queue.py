"""The orders of this station, in the planner's sequence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.form_run import is_form
from app.domain.plant import EffectiveRevision, Order
from app.domain.refusal import Refusal
from app.services.station_state import OrderRow

if TYPE_CHECKING:
    from app.domain.unit_run import UnitRun
    from app.ports.journal import Journal, Reference


@dataclass(frozen=True, slots=True)
class Frozen:
    """The order a unit belongs to, and the revision it is frozen to."""

    order: Order
    revision: str
    content: bytes


async def read_queue(
    journal: Journal, reference: Reference, running: str | None
) -> tuple[OrderRow, ...]:
    """Released orders with what is done; one that cannot run says why."""
    rows = []
    for order in sorted(await reference.all(Order), key=lambda o: (o.sequence, o.order)):
        done = await journal.done_count(order.order)
        if order.state != "released" or done >= order.quantity:
            continue
        effective = await reference.get(EffectiveRevision, order.instruction)
        blocked = None
        if effective is None:
            blocked = Refusal("instruction.missing", {"instruction": order.instruction})
        rows.append(OrderRow(order, done, order.order == running, blocked))
    return tuple(rows)


async def order_of_unit(
    serial: str, chosen: str | None, rows: tuple[OrderRow, ...], reference: Reference
) -> Frozen | Refusal:
    """The order ``serial`` belongs to: the one that lists it, else the chosen or the first."""
    row = _row_for(serial, chosen, rows)
    picked = next((r.order for r in rows if r.order.order == chosen), None)
    if picked is not None and picked.serials and row is not None and not row.order.serials:
        # A person chose an order that lists its units: another one must not take this silently.
        return Refusal("order.not_listed", {"serial": serial, "order": picked.order})
    if row is None:
        code = "order.unknown_unit" if rows else "order.none"
        return Refusal(code, {"serial": serial})
    if row.blocked is not None:
        return row.blocked
    order = row.order
    effective = await reference.get(EffectiveRevision, order.instruction)
    content = await reference.instruction(effective.revision) if effective else None
    if effective is None or content is None:
        return Refusal("instruction.missing", {"instruction": order.instruction})
    return Frozen(order, effective.revision, content)


def refusal_of_choice(
    order: str, rows: tuple[OrderRow, ...], run: UnitRun | None
) -> Refusal | None:
    """Why a scanned order cannot be chosen; None means it can."""
    if run is not None and run.completed is None and not is_form(run.instruction):
        return Refusal("order.unit_open", {"order": order, "open": run.serial})
    if all(row.order.order != order for row in rows):
        return Refusal("order.not_here", {"order": order})
    return None


def _row_for(serial: str, chosen: str | None, rows: tuple[OrderRow, ...]) -> OrderRow | None:
    listed = next((row for row in rows if serial in row.order.serials), None)
    if listed is not None:
        return listed
    takes_any = [row for row in rows if not row.order.serials]
    picked = next((row for row in takes_any if row.order.order == chosen), None)
    return picked or next(iter(takes_any), None)
