"""Where a unit belongs that is not the one in work, as far as this station and the plant know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import in_language
from app.domain.plant import Order
from app.domain.refusal import Refusal
from app.domain.unit_history import COMPLETED, HELD

if TYPE_CHECKING:
    from app.domain.unit_history import Operation
    from app.ports.journal import Reference
    from app.services.unit_work import UnitWork


async def whereabouts(serial: str, *, work: UnitWork, reference: Reference) -> dict[str, str]:
    """Facts for the screen: ``where`` is completed, held, begun, listed or unknown.

    A unit that was begun says at which step it stands, one on an order's list which order.
    ``station`` is there when it was another one that had the unit last.
    """
    history = await work.histories.look_up(serial)
    operation = history.current
    if operation is not None:
        at = {} if history.is_here(operation) else {"station": operation.station}
        return await _begun(serial, operation, work) | at
    orders = await reference.all(Order)
    listed = next((order for order in orders if serial in order.serials), None)
    if listed is None:
        return {"where": "unknown"}
    return {"where": "listed", "order": listed.order, "variant": listed.variant}


async def _begun(serial: str, operation: Operation, work: UnitWork) -> dict[str, str]:
    if operation.state in (COMPLETED, HELD):
        return {"where": operation.state}
    run = await work.look_at(serial)
    if isinstance(run, Refusal) or run.index is None or run.current is None:
        return {"where": "unknown"}
    step = run.current.step
    return {
        "where": "begun",
        "order": run.order,
        "variant": run.variant,
        "number": str(run.index + 1),
        "step": in_language(step.short or step.title, "en"),
        "step_id": step.id,
    }
