"""The plant's documents about lines: who stands where, when is worked, in which order."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from app.domain.flow_documents import EVERY_LINE, LinePlan, StopReasons
from app.domain.planned_time import PlannedTime
from app.domain.plant import StationInfo
from app.domain.shift_calendar import ShiftCalendar
from server.log.feed import current_all

if TYPE_CHECKING:
    import sqlalchemy as sa
    from msgspec import Struct

    T = TypeVar("T", bound=Struct)

#: Documents that say in which shift something was.
SHIFT_KINDS = frozenset({StationInfo.KIND, ShiftCalendar.KIND})


class LineDocuments:
    """Those that stand, read once when they are asked for."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._times: dict[str, PlannedTime | None] = {}

    @cached_property
    def infos(self) -> dict[str, StationInfo]:
        """What the plant says of each station."""
        return {info.station: info for info in self._all(StationInfo)}

    @cached_property
    def plans(self) -> dict[str, LinePlan]:
        return {plan.line: plan for plan in self._all(LinePlan)}

    @cached_property
    def _calendars(self) -> dict[str, ShiftCalendar]:
        return {one.calendar: one for one in self._all(ShiftCalendar)}

    @cached_property
    def _reasons(self) -> dict[str, StopReasons]:
        return {one.line: one for one in self._all(StopReasons)}

    def line_of(self, station: str) -> str:
        """The line a station belongs to; "" while the plant has not said so."""
        info = self.infos.get(station)
        return "" if info is None else info.line

    def plan_of(self, line: str) -> LinePlan:
        """The line's own, or one that says nothing."""
        return self.plans.get(line) or self.plans.get(EVERY_LINE) or LinePlan(line=line)

    def reasons_of(self, line: str) -> StopReasons | None:
        """Its reason tree; None where stations ask their own."""
        return self._reasons.get(line) or self._reasons.get(EVERY_LINE)

    def planned(self, line: str) -> PlannedTime | None:
        """The line's planned time; None without a calendar."""
        if line not in self._times:
            calendar = self._calendars.get(line) or self._calendars.get(EVERY_LINE)
            planned = None if calendar is None else PlannedTime(calendar, ZoneInfo(calendar.zone))
            self._times[line] = planned
        return self._times[line]

    def shift_key(self, station: str, at_us: int) -> str | None:
        """The key of the shift in which something was at ``station``; None without one."""
        planned = self.planned(self.line_of(station))
        try:
            return None if planned is None else planned.key_at(at_us)
        except (OverflowError, ValueError):
            return None  # a wild clock: no calendar knows that day

    def _all(self, kind: type[T]) -> list[T]:
        items = current_all(self._connection, kind.KIND)  # type: ignore[attr-defined]
        return [msgspec.json.decode(item.body, type=kind) for item in items]
