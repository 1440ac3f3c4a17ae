"""What follows from the last fact, on the board: unit, queue, what to fetch, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.order_queue import read_queue
from app.services.pictures import load_pictures
from app.services.unit_work import place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.instructions import Step
    from app.domain.unit_run import UnitRun
    from app.services.calibrations import Calibrations
    from app.services.elsewhere_state import Elsewhere
    from app.services.fetching import Fetching
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts


class Publishing:
    """Reads what the screen needs besides the fact itself; ``began`` is told of a new step."""

    def __init__(
        self,
        *,
        ports: StationPorts,
        board: StateBoard,
        fetching: Fetching,
        began: Callable[[], None],
        calibrations: Calibrations,
    ) -> None:
        self._calibrations = calibrations
        self._ports = ports
        self._board = board
        self._fetching = fetching
        self._began = began

    async def publish(self, run: UnitRun | None, elsewhere: Elsewhere | None) -> bool:
        """Show ``run`` and what belongs to it; whether another step or unit is open now."""
        ports, before = self._ports, self._board.state
        orders = await read_queue(ports.journal, ports.reference, run.order if run else None)
        row = next((r for r in orders if run is not None and r.order.order == run.order), None)
        changes: dict[str, object] = {
            "run": run,
            "elsewhere": elsewhere if run is not None else None,
            "orders": orders,
            "shift": ports.shift(),
            "order": row.order if row else None,
            "order_done": row.done if row else 0,
            "fetch": await self._fetching.list_for(run, before.chosen_order),
            "calibration": await self._calibrations.about(_step_of(run)),
            # Asked each time: one that was still on its way may have come down since.
            "pictures": await load_pictures(run, before.pictures, ports.blobs),
        }
        has_moved = place_of(before.run) != place_of(run)
        if has_moved:
            self._began()
            changes |= {"step_since_us": ports.clock.now_us(), "last_reading": None}
            changes |= {"curve": None, "uncounted": None}
        self._board.update(**changes)
        return has_moved


def _step_of(run: UnitRun | None) -> Step | None:
    return None if run is None or run.current is None else run.current.step
