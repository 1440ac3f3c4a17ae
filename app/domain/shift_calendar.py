"""The plant's shift calendar as a document: which shifts are planned on which day.

Times are those of the clock on the wall in the plant's ``zone``; what they are in UTC is worked
out by :mod:`app.domain.planned_time`.  A document that plans a minute twice, or a break outside
its shift, cannot be made: it would be counted wrongly for ever after.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Stands between day and name in a shift's key.
KEY_MARK = "/"
_DAY_MIN = 24 * 60
_WORKDAYS = (1, 2, 3, 4, 5)
#: A calendar is looked through day by day when it comes in: a slip of the pen must not take long.
_MOST_PATTERNS, _MOST_WEEKS, _MOST_EXCEPTIONS, _MOST_DAYS, _MOST_SHIFTS = 20, 13, 500, 366, 100
_MOST_LETTERS = 40
_YEARS = range(1970, 2200)


class ShiftBreak(Struct, frozen=True):
    """Planned time without work: begins at ``start`` and lasts ``minutes`` that really pass."""

    start: time
    minutes: int


class DayShift(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A shift from ``start`` to ``end``; an ``end`` not after ``start`` is that of the next day.

    ``team`` is who works it where teams rotate.
    """

    name: str
    start: time
    end: time
    team: str = ""
    breaks: tuple[ShiftBreak, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError, which names the shift, for one that cannot be worked."""
        if not 1 <= len(self.name) <= _MOST_LETTERS or KEY_MARK in self.name:
            _refuse(
                f"shift name {self.name!r}: expected 1 to {_MOST_LETTERS} letters, no {KEY_MARK}"
            )
        for at in (self.start, self.end, *(rest.start for rest in self.breaks)):
            if at.tzinfo is not None or at.second or at.microsecond:
                _refuse(f"shift {self.name!r}: {at} must be whole minutes of the plant's clock")
        for rest in self.breaks:
            if rest.minutes < 1 or self.minutes_to(rest.start) + rest.minutes > self.length_min:
                _refuse(f"shift {self.name!r}: the break at {rest.start:%H:%M} is not inside it")

    @property
    def length_min(self) -> int:
        """By the clock on the wall; on two nights of the year it really lasts otherwise."""
        return self.minutes_to(self.end) or _DAY_MIN

    def minutes_to(self, at: time) -> int:
        """From the start of the shift to the next ``at`` on the wall."""
        return (_minute(at) - _minute(self.start)) % _DAY_MIN


class PlannedShift(DayShift, frozen=True, kw_only=True, omit_defaults=True):
    """A shift of every week: on ``days`` (1 is Monday), in these ``weeks`` of the rotation.

    Without ``weeks`` it is worked in each of them.
    """

    days: tuple[int, ...] = _WORKDAYS
    weeks: tuple[int, ...] = ()


class WeekPattern(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is worked from ``begins`` on, until the next pattern begins.

    The rotation has so many ``weeks``; week 1 is the one in which ``begins`` lies.
    """

    begins: date
    shifts: tuple[PlannedShift, ...] = ()
    weeks: int = 1

    def __post_init__(self) -> None:
        """Raises ValueError for a rotation that cannot be."""
        if not 1 <= self.weeks <= _MOST_WEEKS:
            _refuse(f"weeks {self.weeks}: expected 1 to {_MOST_WEEKS}")
        for shift in self.shifts:
            if not set(shift.days) <= set(range(1, 8)):
                _refuse(f"shift {shift.name!r}: days are 1 (Monday) to 7 (Sunday)")
            if not set(shift.weeks) <= set(range(1, self.weeks + 1)):
                _refuse(f"shift {shift.name!r}: its weeks must be 1 to {self.weeks}")

    def on(self, day: date) -> tuple[DayShift, ...]:
        """The shifts of ``day``, in no order."""
        monday = self.begins - timedelta(days=self.begins.weekday())
        week = (day - monday).days // 7 % self.weeks + 1
        return tuple(
            shift
            for shift in self.shifts
            if day.isoweekday() in shift.days and (not shift.weeks or week in shift.weeks)
        )


class DayException(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """On ``day`` (to ``until``) the plant works these ``shifts`` and no others.

    None is a holiday; more or longer ones are overtime.  ``why`` is for people to read.
    """

    day: date
    until: date | None = None
    why: str = ""
    shifts: tuple[DayShift, ...] = ()

    @property
    def last(self) -> date:
        """The last day it is about."""
        return self.until or self.day


class ShiftCalendar(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The shifts of a line, or ("*") of every line without a calendar of its own.

    ``zone`` is the IANA name of the plant's time zone.  Of exceptions for the same day the last
    one counts.
    """

    KIND: ClassVar[str] = "calendar"

    calendar: str
    zone: str
    patterns: tuple[WeekPattern, ...] = ()
    exceptions: tuple[DayException, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError, naming day and shifts, for a plan that counts a minute twice."""
        _check_size(self)
        begins = [pattern.begins for pattern in self.patterns]
        if begins != sorted(set(begins)):
            _refuse("patterns: each must begin on a later day than the one before it")
        for day in sorted(_days_to_look_at(self)):
            _check_apart(day, self)

    def on(self, day: date) -> tuple[DayShift, ...]:
        """The shifts that begin on ``day``, in the order of their starts."""
        shifts: tuple[DayShift, ...] = ()
        for pattern in self.patterns:
            if pattern.begins <= day:
                shifts = pattern.on(day)
        for exception in self.exceptions:
            if exception.day <= day <= exception.last:
                shifts = exception.shifts
        return tuple(sorted(shifts, key=lambda shift: shift.start))


def _check_size(calendar: ShiftCalendar) -> None:
    if len(calendar.exceptions) > _MOST_EXCEPTIONS or len(calendar.patterns) > _MOST_PATTERNS:
        _refuse(f"at most {_MOST_PATTERNS} patterns and {_MOST_EXCEPTIONS} exceptions")
    plans = [pattern.shifts for pattern in calendar.patterns]
    if any(len(shifts) > _MOST_SHIFTS for shifts in (*plans, *_exceptional(calendar))):
        _refuse(f"at most {_MOST_SHIFTS} shifts in a pattern or an exception")
    for exception in calendar.exceptions:
        if not 0 <= (exception.last - exception.day).days < _MOST_DAYS:
            _refuse(f"exception of {exception.day}: until must be 0 to {_MOST_DAYS - 1} days on")
    days = [pattern.begins for pattern in calendar.patterns]
    for day in (*days, *(exception.day for exception in calendar.exceptions)):
        if day.year not in _YEARS:
            _refuse(f"{day}: expected a day from {_YEARS[0]} to {_YEARS[-1]}")


def _exceptional(calendar: ShiftCalendar) -> Iterable[tuple[DayShift, ...]]:
    return (exception.shifts for exception in calendar.exceptions)


def _days_to_look_at(calendar: ShiftCalendar) -> set[date]:
    """Days that stand for all: a rotation of each pattern, and around every change of plan."""
    days = set()
    for pattern in calendar.patterns:
        days |= set(_days(pattern.begins, 7 * pattern.weeks + 7))
    for exception in calendar.exceptions:
        days |= {exception.day, exception.last}
    return days | {day - timedelta(days=1) for day in days}


def _days(first: date, count: int) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range(count))


def _check_apart(day: date, calendar: ShiftCalendar) -> None:
    """A shift may end at the minute the next one begins, also the next day's."""
    shifts = [(_spans(day, shift), shift.name) for shift in calendar.on(day)]
    names = [name for _, name in shifts]
    if len(names) != len(set(names)):
        _refuse(f"{day}: two shifts have the same name ({', '.join(names)})")
    morrow = day + timedelta(days=1)
    shifts += [(_spans(morrow, shift), shift.name) for shift in calendar.on(morrow)]
    for ((_, end), name), ((start, _), following) in pairwise(shifts):
        if start < end:
            _refuse(f"{start:%Y-%m-%d %H:%M}: is in two shifts, {name!r} and {following!r}")


def _spans(day: date, shift: DayShift) -> tuple[datetime, datetime]:
    start = datetime.combine(day, shift.start)
    return start, start + timedelta(minutes=shift.length_min)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _refuse(message: str) -> None:
    raise ValueError(message)
