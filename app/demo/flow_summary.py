"""What the board says of the line at the end of the story, read from the plant's interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec import Struct

if TYPE_CHECKING:
    from app.demo.plant import DemoServer

_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}
#: The stop of the story has lasted so long, in minutes of planned time.
_LEAST_MOVED_MIN = 15


class LastingStop(Struct, frozen=True, kw_only=True):
    """A stop that lasts, and what it costs."""

    station: str
    order: str
    priority: int
    reason: str
    times: int
    is_limiting: bool | None
    moved_min: float


class LineToday(Struct, frozen=True, kw_only=True):
    """A line on its board; shares are 0 to 1, ``expected`` P50, P80 and P95 of the shift's units.

    ``promises`` were tried, of which P80 was kept ``kept`` times.
    """

    limiting: str | None
    oee: float | None
    coverage: float | None
    made: int
    planned: float | None
    expected: tuple[int, ...]
    promised: tuple[str, ...]
    promises: int
    kept: int
    stops: tuple[LastingStop, ...]

    @property
    def is_good(self) -> bool:
        """Whether the board tells what the story has played."""
        is_told = self.oee is not None and self.coverage is not None and len(self.promised) > 0
        return is_told and any(
            one.station == self.limiting
            and one.is_limiting is True
            and one.moved_min >= _LEAST_MOVED_MIN
            for one in self.stops
        )


async def read_line(server: DemoServer, line: str) -> LineToday:
    """As of now; OEE is that of the shift, or where it has just begun of the last 24 hours."""
    flow = next(one for one in await server.told("/v1/flow/lines") if one["line"] == line)
    found = [
        (await server.told(f"/v1/flow/losses?window={window}&line={quote(line)}"))["whole"]
        for window in ("shift", "day")
    ]
    whole = next((one for one in found if one["oee"] is not None), found[-1])
    promise, output = flow["promise"] or {}, flow["output"] or {}
    stops = [one for one in await server.told("/v1/flow/stops") if one["line"] == line]
    return LineToday(
        limiting=flow["limiting"],
        oee=whole["oee"],
        coverage=whole["coverage"],
        made=output.get("made", 0),
        planned=output.get("planned"),
        expected=tuple(output.get("expected") or ()),
        promised=tuple(str(promise[name]) for name in ("p50", "p80", "p95") if promise.get(name)),
        promises=promise.get("kept", {}).get("promises", 0),
        kept=promise.get("kept", {}).get("kept", 0),
        stops=tuple(map(_stop, stops)),
    )


def line_rows(today: LineToday) -> list[tuple[str, str]]:
    """For the last page: (what, the figures)."""
    return [
        ("Stop", "; ".join(map(_stop_words, today.stops)) or "none"),
        ("Limits the line", today.limiting or "no single station"),
        ("OEE", f"{_percent(today.oee)}, {_percent(today.coverage)} of the time known"),
        ("This shift", _shift_words(today)),
        ("P80 kept", f"{today.kept} of {today.promises} promises"),
    ]


def _stop(told: dict[str, Any]) -> LastingStop:
    parts = told["stop"]["parts"]
    return LastingStop(
        station=told["stop"]["station"],
        order=told["stop"]["order"] or "",
        priority=told["priority"],
        reason=", then ".join(part["words"] for part in parts),
        times=told["times"],
        is_limiting=told["is_limiting"],
        moved_min=told["moved_min"],
    )


def _stop_words(stop: LastingStop) -> str:
    limits = ", limits the line" if stop.is_limiting else ""
    times = _ORDINALS.get(stop.times, f"{stop.times}th")
    return (
        f"{stop.station}, {stop.reason.lower()}, {times} time; hits {stop.order} (priority "
        f"{stop.priority}){limits}, moves its promise by {stop.moved_min:.0f} min"
    )


def _shift_words(today: LineToday) -> str:
    planned = "" if today.planned is None else f" of {today.planned:.0f} planned"
    expected = (
        "; P50 {}, P80 {}, P95 {} by its end".format(*today.expected) if today.expected else ""
    )
    return f"{today.made} made{planned}{expected}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.0f} %"
