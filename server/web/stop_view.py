"""How a stop reads on a page: one sentence of what it costs, each figure of which opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from server.web.flow_view import percent
from server.web.format import age

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from server.flow.stop_values import ValuedStop
    from server.web.format import PlantTimes

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = (11, 12, 13)
#: The parts of the page on which the records behind a figure lie.
ORDER, LIMITS, AGAIN, PROMISE = "order", "limits", "again", "promise"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence; ``opens`` is the address of the records behind it, "" for none."""

    words: str
    opens: str = ""


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop that lasts, in words; ``facts`` are (label, value, is it bad)."""

    station: str
    stop: str
    title: str
    lasts: str
    priority: int
    sentence: tuple[Phrase, ...]
    facts: tuple[tuple[str, str, bool], ...]
    unit: str | None


def nth(number: int) -> str:
    """Like 1st, 2nd, 3rd, 4th."""
    if number % 100 in _TEENS:
        return f"{number}th"
    return f"{number}{_ORDINALS.get(number % 10, 'th')}"


def stop_view(value: ValuedStop, times: PlantTimes, *, now: datetime) -> StopView:
    """A stop with what it costs."""
    stop = value.stop
    again = f", {nth(value.times)} time this shift" if value.times > 1 else ""
    where = f" at step {stop.step}" if stop.step and not value.is_same_reason else ""
    why = f": {_lower(stop.words)}" if value.is_same_reason else (where if again else "")
    return StopView(
        station=stop.station,
        stop=stop.stop,
        title=f"{stop.station} is stopped{why}{again}",
        lasts=age(max(0.0, (now - stop.began_at).total_seconds())),
        priority=value.priority,
        sentence=stop_sentence(value, times),
        facts=tuple(_facts(value, times)),
        unit=stop.unit,
    )


def cost_address(station: str, stop: str) -> str:
    """The page with what a stop costs and the records behind it."""
    return f"/losses/stops/{quote(station, safe='')}/{quote(stop, safe='')}/cost"


def stop_sentence(value: ValuedStop, times: PlantTimes) -> tuple[Phrase, ...]:
    """What it hits, where, how often, and by how much the promise moves."""
    if value.missing:
        return (Phrase(value.missing),)
    stop, is_over = value.stop, value.stop.ended_at is not None
    page = cost_address(stop.station, stop.stop)
    hits = f"{stop.order} (priority {value.priority})" if value.priority else str(stop.order)
    where = {
        True: "on the station that limits the line",
        False: "on a station that does not limit the line",
        None: "on a line that no single station limits",
    }
    said = [
        Phrase("This stop hit " if is_over else "This stop hits "),
        Phrase(hits, f"{page}#{ORDER}"),
        Phrase(", "),
        Phrase(where[value.is_limiting], f"{page}#{LIMITS}"),
    ]
    if value.times > 1:
        what = "from the same cause" if value.is_same_reason else "at the same step"
        said += [
            Phrase(", "),
            Phrase(f"for the {nth(value.times)} time {what}", f"{page}#{AGAIN}"),
        ]
    moves = _cost(value) if is_over else _moves(value, times)
    return (*said, Phrase(", and "), Phrase(moves, f"{page}#{PROMISE}"), Phrase("."))


def _moves(value: ValuedStop, times: PlantTimes) -> str:
    minutes, covered = round(value.moved_min), _covered(value)
    if minutes == 0:
        return f"the promise stands{covered}"
    at_most = "at most " if value.is_at_most else ""
    before, after = value.promise[1], value.now_expected[1]
    if before is None or after is None:
        return f"moves the promise by {at_most}{minutes} min{covered}"
    if abs((after - before).total_seconds() / 60 - value.moved_min) > 1:
        covered += " of planned time"
    said = f"from {_moment(before, after, times)} to {_moment(after, before, times)}"
    return f"moves the promise by {at_most}{minutes} min{covered}: {said}"


def _cost(value: ValuedStop) -> str:
    """Of a stop that is over: the promise of then is not known any more, the time is."""
    at_most = "at most " if value.is_at_most else ""
    return f"cost the line {at_most}{round(value.moved_min)} min of planned time{_covered(value)}"


def _covered(value: ValuedStop) -> str:
    units = value.cover_units
    if not units or value.is_limiting:
        return ""
    return f" (the buffers cover {units} {'unit' if units == 1 else 'units'})"


def _moment(at: datetime, other: datetime, times: PlantTimes) -> str:
    """The day too, where the two are on different ones."""
    return times.minute(at) if times.day(at) == times.day(other) else times.moment(at)


def _facts(value: ValuedStop, times: PlantTimes) -> Iterable[tuple[str, str, bool]]:
    yield "Since", times.minute(value.stop.began_at), False
    yield "Order", value.stop.order or "no order", False
    if value.missing:
        yield "Last step", value.stop.step or "–", False
        return
    yield "Promise (P80)", _at(value.promise[1], times), False
    yield "Now expected", _at(value.now_expected[1], times), is_late(value) or value.moved_min >= 1
    span = f"{_at(value.now_expected[0], times)} – {_at(value.now_expected[2], times)}"
    yield "P50 – P95", span, False
    if value.due is not None:
        yield "Due", times.moment(value.due), is_late(value)
        yield "Risk of being late", percent(value.late_risk), (value.late_risk or 0) >= 0.5  # noqa: PLR2004
    if value.overtime_risk is not None:
        yield "Not in this shift", percent(value.overtime_risk), False


def is_late(value: ValuedStop) -> bool:
    """Whether the order is expected after its due time."""
    expected = value.now_expected[1]
    return value.due is not None and (expected is None or expected > value.due)


def promise_rows(value: ValuedStop, times: PlantTimes) -> list[tuple[str, str, str]]:
    """(chance, without the stop, with it)."""
    pairs = zip(("P50", "P80", "P95"), value.promise, value.now_expected, strict=True)
    return [(name, _at(before, times), _at(after, times)) for name, before, after in pairs]


def _at(at: datetime | None, times: PlantTimes) -> str:
    return "beyond the calendar" if at is None else times.moment(at)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
