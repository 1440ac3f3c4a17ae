"""The plant's shift calendar at the station: where there is one, it says which shift it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.flow_documents import EVERY_LINE
from app.domain.shift_calendar import ShiftCalendar

if TYPE_CHECKING:
    from app.services.workplace import Workplace


class ShiftPlan:
    """Hands the calendar of the station's line, or of every line, to whoever knows the time."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._board = at.board

    async def see_documents(self) -> None:
        """New documents came down."""
        if self._ports.use_calendar is None:
            return
        line = self._board.state.station.line
        own = await self._ports.reference.get(ShiftCalendar, line)
        found = own or await self._ports.reference.get(ShiftCalendar, EVERY_LINE)
        self._ports.use_calendar(found)
