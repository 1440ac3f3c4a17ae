"""What becomes of a unit that comes to the station: begun, gone on with, or not here and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.domain.unit_history import COMPLETED, LEFT, OPEN
from app.services.elsewhere_state import Elsewhere

if TYPE_CHECKING:
    from app.domain.plant import Order
    from app.domain.unit_history import Operation, UnitHistory
    from app.services.station_state import OrderRow

#: Refused until a person says that the unit is here.
OPEN_ELSEWHERE = "unit.open_elsewhere"
#: The plant is asked, and then the unit is taken up: not more than this apart it was one go.
_ONE_GO_US = 5_000_000


def why_barred_here(history: UnitHistory) -> Refusal | None:
    """It was held, scrapped or returned at this station, and nobody decided since."""
    operation = history.current
    if operation is None or not history.is_here(operation):
        return None
    return _barred(history, operation)


def why_not_gone_on(
    history: UnitHistory, operation: Operation, order: OrderRow | None, *, is_brought: bool
) -> Refusal | None:
    """Why an unfinished operation does not go on here; ``order`` is the one a person chose.

    With ``is_brought`` a person says that the unit is here, whatever the other station shows.
    Nobody is held up by what may have changed since the plant was asked.
    """
    barred = _barred(history, operation)
    if barred is not None or history.is_here(operation):
        return barred
    facts = _facts(history, operation)
    is_other = order is not None and order.order.instruction != operation.started.instruction
    if is_other:
        return Refusal("unit.unfinished", facts)
    if operation.state == OPEN and history.is_fresh and not is_brought:
        return Refusal(OPEN_ELSEWHERE, facts)
    return None


def why_completed(history: UnitHistory, operation: Operation) -> Refusal:
    """All its steps are done, here or at the station that is named."""
    if history.is_here(operation):
        return Refusal("unit.completed", {"serial": history.serial})
    return Refusal("unit.completed_elsewhere", _facts(history, operation))


def rows_after(
    history: UnitHistory, rows: tuple[OrderRow, ...], chosen: str | None
) -> tuple[OrderRow, ...]:
    """The orders of a next operation on the completed unit.

    The one a person chose, if it is for the unit or its product; and away from where the unit was
    completed one that lists it.  No other: scanned once more, a unit is not to begin something.
    """
    done = {one.started.instruction for one in history.operations if one.state == COMPLETED}
    products = {one.started.product for one in history.operations}
    is_elsewhere = history.current is not None and not history.is_here(history.current)

    def is_next(order: Order) -> bool:
        is_listed = history.serial in order.serials
        is_for_it = is_listed or (not order.serials and order.product in products)
        is_meant = order.order == chosen or (is_listed and is_elsewhere)
        return order.instruction not in done and is_for_it and is_meant

    return tuple(row for row in rows if is_next(row.order))


def known_before(operation: Operation, *, is_brought: bool) -> tuple[str, ...]:
    """The work that taking it up follows from; none where the other may be at it still."""
    return operation.begun if operation.state == LEFT or is_brought else ()


def elsewhere(history: UnitHistory) -> Elsewhere:
    """For the screen: what the other stations did, and from when that is."""
    operation = history.current
    done_at = {} if operation is None else operation.done_at
    return Elsewhere(
        serial=history.serial,
        done_at={step: at for step, at in done_at.items() if at != history.here},
        told_us=history.told_us,
        is_fresh=history.is_fresh,
    )


def elsewhere_of_open(history: UnitHistory) -> Elsewhere:
    """As :func:`elsewhere`, of a unit that was taken up before: by its record."""
    operation, told_us = history.current, history.told_us
    found = elsewhere(history)
    if operation is None or told_us is None:
        return found
    return replace(found, is_fresh=operation.since_us - told_us <= _ONE_GO_US)


def _barred(history: UnitHistory, operation: Operation) -> Refusal | None:
    if operation.state in (OPEN, LEFT, COMPLETED):
        return None
    return Refusal(f"unit.{operation.state}", {"serial": history.serial})


def _facts(history: UnitHistory, operation: Operation) -> dict[str, str]:
    since = datetime.fromtimestamp(operation.since_us / 1e6, UTC)
    return {
        "serial": history.serial,
        "station": operation.station,
        "since": since.isoformat(),
        "order": operation.started.order,
    }
