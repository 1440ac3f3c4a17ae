"""A line as its handover sees it: its stations, the shift that goes, and what they did of late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from app.domain.line_events import HandoverNoted
from app.domain.planned_time import PlannedTime
from app.domain.problem_events import DefectRecorded
from app.domain.shift_calendar import ShiftCalendar
from server.db.tables import TOLD_KINDS, event
from server.log.feed import current
from server.read.facts import read_facts
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo
    from typing import Any

    from app.domain.planned_time import Shift
    from server.read.board import StationCard
    from server.read.facts import Fact

_HOUR_US = 3_600_000_000
#: So far back one looks for notes.
LOOK_BACK_US = 24 * _HOUR_US
_USUAL_SHIFT_US = 8 * _HOUR_US
#: So long after its end a shift is still the one that is handed over.
_STILL_ITS_OWN_US = _HOUR_US
_EVERY_LINE = "*"
#: So many places of the log are looked at together, and so often: enough for 10^9 events.
_AT_ONCE, _MOST_LOOKS = 32, 6
_TOLD = (DefectRecorded, HandoverNoted)


@dataclass(frozen=True, slots=True)
class Line:
    """One line at one moment (``now_us``): ``since_us`` is when the shift began.

    ``shift`` and ``next_shift`` are "" where no calendar says them.  ``time`` is None there, too.
    ``zone`` is the plant's for people to read; None is this machine's own.
    """

    name: str
    cards: tuple[StationCard, ...]
    now_us: int
    since_us: int
    shift: str = ""
    next_shift: str = ""
    time: PlannedTime | None = None
    zone: tzinfo | None = None

    def said(self, at_us: int) -> str:
        """A moment (µs UTC) as the plant's clock says it; with its day when that is not today."""
        local, now = (utc(us).astimezone(self.zone) for us in (at_us, self.now_us))
        is_today = local.date() == now.date()
        return f"{local:%H:%M}" if is_today else f"{local.day} {local:%b %H:%M}"

    @property
    def stations(self) -> tuple[str, ...]:
        return tuple(card.station for card in self.cards)


def line_names(cards: Iterable[StationCard]) -> list[str]:
    """Every line that has stations; "" is that of the stations without one."""
    return sorted({card.line or "" for card in cards})


def read_line(
    connection: sa.Connection,
    name: str,
    every: Iterable[StationCard],
    *,
    now_us: int,
    zone: tzinfo | None,
    handed_over_us: int | None = None,
) -> Line | None:
    """The line with the shift to hand over; None when ``every`` station is on another.

    ``handed_over_us`` is when it was handed over last: an earlier shift is not told again.
    """
    cards = [card for card in every if (card.line or "") == name]
    if not cards:
        return None
    time = _time(connection, name)
    shift = None if time is None else _going(time, now_us, handed_over_us)
    if time is None or shift is None:
        since = max(handed_over_us or 0, now_us - _USUAL_SHIFT_US)
        return Line(name, tuple(cards), now_us, since, time=time, zone=zone)
    following = time.shifts_between(shift.end_us, shift.end_us + LOOK_BACK_US)
    return Line(
        name,
        tuple(cards),
        now_us,
        shift.begin_us,
        shift.name,
        following[0].name if following else "",
        time,
        zone,
    )


def lately(connection: sa.Connection, line: Line) -> list[Fact]:
    """Notes and defects of the line's stations since yesterday."""
    since = min(line.since_us, line.now_us - LOOK_BACK_US)
    rows = connection.execute(
        sa.select(event.c.pos, event.c.recv_at, event.c.raw)
        .where(
            event.c.pos >= first_position_since(connection, since),
            kind_is(*(body.KIND for body in _TOLD)),
            event.c.station.in_(line.stations),
        )
        .order_by(event.c.pos)
    )
    return [fact for fact in read_facts(rows) if fact.envelope.at >= since]


def kind_is(*kinds: str) -> sa.ColumnElement[bool]:
    """Events of these of the few kinds that have an index of their own.

    The database sees the words of the index, not parameters: else it may not use it.
    """
    few: sa.BindParameter[Any] = sa.bindparam(
        "told", TOLD_KINDS, expanding=True, literal_execute=True
    )
    return sa.and_(event.c.kind.in_(few), event.c.kind.in_(kinds))


def first_position_since(connection: sa.Connection, since_us: int) -> int:
    """Where in the log what came in from then on begins; positions rise with the time."""
    low = 1
    high = (connection.execute(sa.select(sa.func.max(event.c.pos))).scalar_one() or 0) + 1
    for _ in range(_MOST_LOOKS):
        if high - low <= _AT_ONCE:
            break
        places = range(low, high, (high - low) // _AT_ONCE)
        low, high = _between(connection, places, since_us, low=low, high=high)
    first = sa.select(event.c.pos).where(
        event.c.pos >= low, event.c.pos < high, event.c.recv_at >= since_us
    )
    found = connection.execute(first.order_by(event.c.pos).limit(1)).scalar_one_or_none()
    return high if found is None else found


def _between(
    connection: sa.Connection, places: Iterable[int], since_us: int, *, low: int, high: int
) -> tuple[int, int]:
    """Nearer, by when what is at these places came in."""
    rows = connection.execute(
        sa.select(event.c.pos, event.c.recv_at).where(event.c.pos.in_(places))
    ).all()
    before = (row.pos + 1 for row in rows if row.recv_at < since_us)
    after = (row.pos for row in rows if row.recv_at >= since_us)
    return max(before, default=low), min(after, default=high)


def _time(connection: sa.Connection, name: str) -> PlannedTime | None:
    for key in (name, _EVERY_LINE):
        body = current(connection, ShiftCalendar.KIND, key)
        if body is not None:
            calendar = msgspec.json.decode(body, type=ShiftCalendar)
            return PlannedTime(calendar, ZoneInfo(calendar.zone))
    return None


def _going(time: PlannedTime, now_us: int, handed_over_us: int | None) -> Shift | None:
    """The shift that runs; or the one before while its hour of grace lasts."""
    running = time.shift_at(now_us)
    since = now_us - _STILL_ITS_OWN_US
    ended = [s for s in time.shifts_between(since, now_us) if s.end_us <= now_us]
    if ended and (handed_over_us is None or handed_over_us < ended[-1].end_us - _HOUR_US):
        return ended[-1]
    return running
