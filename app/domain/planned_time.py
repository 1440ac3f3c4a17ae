"""The shift calendar in UTC: which shift an instant is in, and how much time is planned.

Every minute that passes is in exactly one shift or in none, also in the two nights of the year
in which the clock on the wall jumps.  Where it falls back, a time that comes twice is the first
one; where it springs forward, a time that never comes is the instant of the jump.  So the order of
times on the wall is that of instants, and shifts that meet on the wall meet in UTC.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.shift_calendar import KEY_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from app.domain.shift_calendar import DayShift, ShiftCalendar

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE_US = 60_000_000
_DAY, _US = timedelta(days=1), timedelta(microseconds=1)
_KEPT_DAYS = 1024
#: A calendar that plans nothing for so long plans nothing; nobody waits longer than a century.
_MOST_IDLE_DAYS, _MOST_DAYS = 400, 36_600
#: A wild clock says any time: that of the years 2 to 9800 has a date, and so has a century later.
_EARLIEST_US, _LATEST_US = -62_104_060_800_000_000, 247_090_953_600_000_000


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift as it is worked, from ``begin_us`` to ``end_us`` (µs UTC, end excluded).

    ``day`` is the plant's date on which it begins; ``breaks`` are in order and apart.
    """

    day: date
    name: str
    team: str
    begin_us: int
    end_us: int
    breaks: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> str:
        """What a record says of its shift, for ever: "2026-10-25/night"."""
        return f"{self.day.isoformat()}{KEY_MARK}{self.name}"

    @property
    def working(self) -> tuple[tuple[int, int], ...]:
        """The shift without its breaks, as intervals (µs UTC)."""
        edges = [self.begin_us, *(edge for rest in self.breaks for edge in rest), self.end_us]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return tuple((begin, end) for begin, end in pairs if begin < end)

    @property
    def planned_us(self) -> int:
        """Time planned for work: what really passes, without breaks."""
        return sum(end - begin for begin, end in self.working)


class PlannedTime:
    """Answers of one calendar in the time zone it names.

    The zone comes in ready made, since reading one is reading a file.  Any thread.
    """

    def __init__(self, calendar: ShiftCalendar, zone: tzinfo) -> None:
        self._calendar = calendar
        self._zone = zone
        self._on = lru_cache(maxsize=_KEPT_DAYS)(self._work_out)

    def shifts_on(self, day: date) -> tuple[Shift, ...]:
        """The shifts that begin on the plant's ``day``, in their order."""
        return self._on(day)

    def shift_at(self, at_us: int) -> Shift | None:
        """The shift that the instant ``at_us`` (µs UTC) is in; None between shifts."""
        day = self._day_of(at_us)
        # The next day's too: where the clock falls back over midnight, its shift has begun.
        for near in (day, day - _DAY, day + _DAY):
            for shift in self._on(near):
                if shift.begin_us <= at_us < shift.end_us:
                    return shift
        return None

    def key_at(self, at_us: int) -> str | None:
        """The key of the shift at ``at_us`` (µs UTC), as it stands in records."""
        shift = self.shift_at(at_us)
        return None if shift is None else shift.key

    def shift_of(self, key: str) -> Shift | None:
        """The shift of that key; None when this calendar plans no such shift."""
        day, _, name = key.partition(KEY_MARK)
        try:
            shifts = self._on(date.fromisoformat(day))
        except ValueError:
            return None
        return next((shift for shift in shifts if shift.name == name), None)

    def shifts_between(self, begin_us: int, end_us: int) -> tuple[Shift, ...]:
        """All shifts of which some part lies between the two instants (µs UTC), in order."""
        if end_us <= begin_us:
            return ()
        days = self._days(self._day_of(begin_us) - _DAY, self._day_of(end_us) + _DAY)
        shifts = (shift for day in days for shift in self._on(day))
        return tuple(s for s in shifts if s.begin_us < end_us and begin_us < s.end_us)

    def worked_us(self, begin_us: int, end_us: int) -> int:
        """Planned working time between two instants (µs UTC); negative the other way round.

        Of more than a century the first one counts.
        """
        if end_us < begin_us:
            return -self.worked_us(end_us, begin_us)
        end_us = min(end_us, begin_us + _MOST_DAYS * _DAY // _US)
        return sum(
            max(0, min(end, end_us) - max(begin, begin_us))
            for shift in self.shifts_between(begin_us, end_us)
            for begin, end in shift.working
        )

    def after(self, begin_us: int, worked_us: int) -> int | None:
        """The instant (µs UTC) by which ``worked_us`` of planned time went by since ``begin_us``.

        None when the calendar plans nothing for more than a year, or not so much in a century.
        """
        left, first, idle_days = worked_us, self._day_of(begin_us) - _DAY, 0
        for day in self._days(first, first + timedelta(days=_MOST_DAYS)):
            planned = [interval for shift in self._on(day) for interval in shift.working]
            for begin, end in planned:
                here = max(begin, begin_us)
                if left <= end - here:
                    return here + left
                left -= max(0, end - here)
            idle_days = 0 if planned else idle_days + 1
            if idle_days > _MOST_IDLE_DAYS:
                break
        return None

    def _day_of(self, at_us: int) -> date:
        near_us = max(_EARLIEST_US, min(_LATEST_US, at_us))
        return (_EPOCH + near_us * _US).astimezone(self._zone).date()

    @staticmethod
    def _days(first: date, last: date) -> Iterator[date]:
        return (first + timedelta(days=n) for n in range((last - first).days + 1))

    def _work_out(self, day: date) -> tuple[Shift, ...]:
        shifts = (self._shift(day, planned) for planned in self._calendar.on(day))
        # One that lies in an hour, or a day, that never came.
        return tuple(shift for shift in shifts if shift.begin_us < shift.end_us)

    def _shift(self, day: date, planned: DayShift) -> Shift:
        begin = datetime.combine(day, planned.start)
        begin_us = self._instant_us(begin)
        end_us = self._instant_us(begin + timedelta(minutes=planned.length_min))
        rests = []
        for rest in planned.breaks:
            at = begin + timedelta(minutes=planned.minutes_to(rest.start))
            start_us = self._instant_us(at)
            rests.append((start_us, min(start_us + rest.minutes * _MINUTE_US, end_us)))
        return Shift(day, planned.name, planned.team, begin_us, end_us, _merged(rests))

    def _instant_us(self, wall: datetime) -> int:
        """The first instant at which the clock on the wall shows ``wall`` or later."""
        instant = wall.replace(tzinfo=self._zone).astimezone(UTC)
        if instant.astimezone(self._zone).replace(tzinfo=None) > wall:
            instant = self._jump_before(instant)
        return (instant - _EPOCH) // _US

    def _jump_before(self, instant: datetime) -> datetime:
        """The last instant, up to ``instant``, at which the clock sprang forward.

        To the second; no zone has sprung by more than a day.
        """
        after = instant.astimezone(self._zone).utcoffset()
        seconds = range(-86_400, 1)

        def has_jumped(second: int) -> bool:
            then = (instant + timedelta(seconds=second)).astimezone(self._zone)
            return then.utcoffset() == after

        return instant + timedelta(seconds=seconds[bisect_left(seconds, True, key=has_jumped)])


def _merged(intervals: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(intervals):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif begin < end:
            merged.append((begin, end))
    return tuple(merged)
