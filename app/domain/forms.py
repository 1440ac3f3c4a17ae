"""When a check falls due, and what its station may not do meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from app.domain.form_events import FormLineFailed
    from app.domain.form_rule import FormRule, Weekly

#: Where a run stands; DUE to LEFT are not over.
DUE, OPEN, LEFT, DONE, SKIPPED = "due", "open", "left", "done", "skipped"
UNFINISHED = frozenset({DUE, OPEN, LEFT})
#: Why a run was skipped that nobody skipped.
MISSED = "missed"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE_US, _HOUR_US = 60_000_000, 3_600_000_000


@dataclass(frozen=True, slots=True)
class FormRecord:
    """The newest run of a check at this station; times in µs UTC.

    ``due_us`` is None for one that was begun unasked.  ``units`` were completed here when it
    ended; ``failed`` are its lines that failed and are not settled.
    """

    run: str
    form: str
    state: str
    due_us: int | None = None
    overdue_us: int | None = None
    is_overdue: bool = False
    is_put_off: bool = False
    began_us: int | None = None
    ended_us: int | None = None
    units: int = 0
    failed: tuple[FormLineFailed, ...] = ()

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED

    @property
    def since_us(self) -> int:
        """What comes after makes it due anew: one done late counts for when it began."""
        return max(self.due_us or 0, self.began_us or 0)


@dataclass(frozen=True, slots=True)
class FormMoments:
    """What happened at the station that checks fall due by; times in µs UTC.

    ``stops`` are the newest that are over, as (end, length); ``device_us`` when the connection of
    a device was changed last.
    """

    units: int = 0
    stops: tuple[tuple[int, int], ...] = ()
    device_us: int | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Now, by the plant's wall; ``shift_us`` is when the shift began, None without.

    ``zone`` None is this computer's own, with its clock changes.

    ``published_us`` is since when the check is in force: nothing before makes it due.
    """

    now_us: int
    zone: tzinfo | None
    shift_us: int | None
    published_us: int
    moments: FormMoments = field(default_factory=FormMoments)


@dataclass(frozen=True, slots=True)
class Due:
    """It fell due ``at_us`` (µs UTC), because of ``why``."""

    why: str
    at_us: int


def fallen_due(rule: FormRule, last: FormRecord | None, here: Situation) -> Due | None:
    """The newest reason why the check is due anew since ``last``; None when there is none.

    Nothing falls due while the run before is on the screen.  A check that is new is due in the
    shift that runs; all else counts from when it was published.
    """
    if last is not None and last.state == OPEN:
        return None
    since_us = here.published_us if last is None else last.since_us
    found = [due for due in _by_clock(rule, last, here) if due.at_us <= here.now_us]
    found = [d for d in found if d.at_us > since_us or (last is None and d.why == "shift")]
    if last is None or not last.is_unfinished:
        found += _by_count(rule, last, here)
    return max(found, key=lambda due: due.at_us, default=None)


def _by_clock(rule: FormRule, last: FormRecord | None, here: Situation) -> Iterator[Due]:
    if rule.each_shift and here.shift_us is not None:
        yield Due("shift", here.shift_us)
    for at in rule.daily:
        yield Due("daily", _latest(at, None, here))
    for one in rule.weekly:
        yield Due("weekly", _latest(one.at, one, here))
    if rule.after_stop_min:
        least_us = rule.after_stop_min * _MINUTE_US
        ends = [end for end, length_us in here.moments.stops if length_us >= least_us]
        if ends:
            yield Due("stop", max(ends))
    if rule.after_device and here.moments.device_us is not None:
        yield Due("device", here.moments.device_us)
    if rule.every_h and last is None:
        yield Due("hours", here.published_us + 1)


def _by_count(rule: FormRule, last: FormRecord | None, here: Situation) -> Iterator[Due]:
    """By what went on since the run before ended."""
    if rule.every_h and last is not None:
        at_us = (last.ended_us or last.since_us) + rule.every_h * _HOUR_US
        if at_us <= here.now_us:
            yield Due("hours", at_us)
    before = 0 if last is None else last.units
    if rule.every_units and here.moments.units - before >= rule.every_units:
        yield Due("units", here.now_us)


def _latest(at: str, weekly: Weekly | None, here: Situation) -> int:
    """The newest instant up to now at which the wall showed ``at``, on the day it is for."""
    wall = time.fromisoformat(at)
    today = (_EPOCH + timedelta(microseconds=here.now_us)).astimezone(here.zone).date()
    for back in range(9):
        day = today - timedelta(days=back)
        if weekly is not None and day.isoweekday() != weekly.day:
            continue
        at_us = _instant_us(day, wall, here.zone)
        if at_us <= here.now_us:
            return at_us
    msg = f"no day of the last nine fits {weekly}"
    raise ValueError(msg)


def _instant_us(day: date, wall: time, zone: tzinfo | None) -> int:
    """A time that comes twice is the first, one that never comes the moment after the jump."""
    instant = datetime.combine(day, wall, tzinfo=zone).astimezone(UTC)
    return (instant - _EPOCH) // timedelta(microseconds=1)
