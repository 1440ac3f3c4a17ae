"""Which shift it is: by the plant's calendar, else by the time of day each one starts."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.planned_time import PlannedTime
from app.services.line_state import ShiftSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time

    from app.domain.shift_calendar import ShiftCalendar
    from app.runtime.config import ShiftSection

#: Between two shifts: so far back for the one before and ahead for the next.
_NEAR_US = 7 * 86_400_000_000

_log = logging.getLogger(__name__)


class Shifts:
    """The shifts of a station; ``now`` gives the time, without a zone by this computer's own.

    The plant's calendar stands above the configuration as soon as it is there.
    """

    def __init__(
        self,
        sections: Sequence[ShiftSection],
        # With the offset of now last night's shift would begin an hour off after a clock change.
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._sections = tuple(sections)
        self._now = now
        self._calendar: ShiftCalendar | None = None
        self._planned: PlannedTime | None = None

    def use(self, calendar: ShiftCalendar | None) -> None:
        """Go by this calendar; None: by the configuration."""
        if calendar == self._calendar:
            return
        self._calendar, self._planned = calendar, None
        if calendar is None:
            return
        try:
            self._planned = PlannedTime(calendar, ZoneInfo(calendar.zone))
        except (ZoneInfoNotFoundError, ValueError):
            _log.warning(
                "shift calendar not used: this computer has no time zone %s", calendar.zone
            )

    def name(self) -> str:
        """The shift at the moment; "" if none."""
        if self._planned is None:
            return shift_at(self._now().time(), self._sections)
        shift = self._planned.shift_at(_us(self._now()))
        return "" if shift is None else shift.name

    def span(self) -> ShiftSpan:
        """Since when it runs, and which comes after it."""
        if self._planned is None:
            return span_at(self._now(), self._sections)
        now_us = _us(self._now())
        near = self._planned.shifts_between(now_us - _NEAR_US, now_us + _NEAR_US)
        runs = self._planned.shift_at(now_us)
        until_us = now_us if runs is None else runs.end_us
        after = next((one.name for one in near if one.begin_us >= until_us), "")
        if runs is not None:
            return ShiftSpan(runs.name, runs.begin_us, after)
        ended = [one.end_us for one in near if one.end_us <= now_us]
        return ShiftSpan("", max(ended, default=now_us - _NEAR_US), after)


def shift_at(now: time, shifts: Sequence[ShiftSection]) -> str:
    """The name of the shift at ``now``: the last one begun, over midnight too; "" if none."""
    ordered = sorted(shifts, key=lambda shift: shift.start)
    if not ordered:
        return ""
    begun = [shift for shift in ordered if shift.start <= now]
    return (begun or ordered)[-1].name


def span_at(now: datetime, shifts: Sequence[ShiftSection]) -> ShiftSpan:
    """The shift at ``now`` by the clock on the wall; without shifts, the day."""
    ordered = sorted(shifts, key=lambda shift: shift.start)
    name = shift_at(now.time(), ordered)
    if not ordered:
        return ShiftSpan("", _us(now.replace(hour=0, minute=0, second=0, microsecond=0)))
    number = next(i for i, shift in enumerate(ordered) if shift.name == name)
    start = ordered[number].start
    day = now.date() if start <= now.time() else now.date() - timedelta(days=1)
    began = datetime.combine(day, start, now.tzinfo)
    after = ordered[(number + 1) % len(ordered)].name
    return ShiftSpan(name, _us(began), after if len(ordered) > 1 else "")


def _us(at: datetime) -> int:
    return round(at.timestamp() * 1e6)
