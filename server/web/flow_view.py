"""How the flow of a line reads on a page: sentences, and charts as SVG paths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from server.flow.line_flow import LineFlow, ShiftOutput
    from server.flow.loss_report import LossReport, StateSpan
    from server.flow.losses import OeeRow
    from server.web.format import PlantTimes

_WIDTH, _HEIGHT = 1000.0, 220.0
_SLICES = 240

STATE_WORDS = {
    "running": "running",
    "setup": "setup",
    "stopped": "stopped",
    "blocked": "blocked",
    "starved": "waiting",
    "break": "break, nobody there",
    "no_data": "no data",
}
LOSS_WORDS = {
    "setup": "setup",
    "stopped": "stops",
    "waiting": "waiting",
    "speed": "speed",
    "quality": "not good",
}
#: Where a state's bar begins and how high it is, of 24: told apart without colour too.
_BARS = {
    "running": (0, 24),
    "stopped": (0, 24),
    "setup": (6, 18),
    "blocked": (12, 12),
    "starved": (12, 12),
    "break": (20, 4),
    "no_data": (11, 2),
}


@dataclass(frozen=True, slots=True)
class ShiftChart:
    """Plan, actual and what is expected, as SVG; ``words`` say the same."""

    begins: datetime
    ends: datetime
    plan: str
    actual: str
    expected: str
    band: str
    words: str
    title: str


@dataclass(frozen=True, slots=True)
class StateBar:
    """One stretch of a station's timeline: place and width of 1000, and what it is."""

    state: str
    x: float
    width: float
    y: int
    height: int
    words: str


def percent(share: float | None) -> str:
    """A share in whole percent; a dash where there is none."""
    return "–" if share is None else f"{share * 100:.0f} %"


# --- the line


def shift_chart(output: ShiftOutput | None, times: PlantTimes, now: datetime) -> ShiftChart | None:
    """The shift's units against its plan; None while no unit was finished."""
    if output is None or (output.made == 0 and output.planned is None):
        return None
    most = max(output.made, output.planned or 0, (output.expected or (0,))[0], 1)
    whole = max(1.0, (output.ends - output.begins).total_seconds())

    def x(at: datetime) -> float:
        return min(1.0, max(0.0, (at - output.begins).total_seconds() / whole)) * _WIDTH

    def y(units: float) -> float:
        return _HEIGHT * (1 - units / most)

    here = x(now)
    points = [(0.0, y(0))]
    for number, at in enumerate(output.finished, start=1):
        points += [(x(at), points[-1][1]), (x(at), y(number))]
    points.append((here, y(output.made)))
    expected = band = ""
    if output.expected is not None and here < _WIDTH:
        p50, _, p95 = output.expected
        expected = _path([(here, y(output.made)), (_WIDTH, y(p50))])
        band = _path([(here, y(output.made)), (_WIDTH, y(p50)), (_WIDTH, y(p95))]) + " Z"
    plan = "" if output.planned is None else _path([(0.0, y(0)), (_WIDTH, y(output.planned))])
    return ShiftChart(
        begins=output.begins,
        ends=output.ends,
        plan=plan,
        actual=_path(points),
        expected=expected,
        band=band,
        words=_output_words(output, times),
        title="This shift" if output.shift else "Completed in the last 8 hours",
    )


def _output_words(output: ShiftOutput, times: PlantTimes) -> str:
    said = [f"{output.made} made"]
    if output.due is not None and output.planned is not None:
        said[0] += f", {output.due:.0f} were planned by now and {output.planned:.0f} for the shift"
    if output.expected is not None:
        p50, p80, p95 = output.expected
        until = times.minute(output.ends)
        said.append(f"by {until} P50 {p50}, P80 {p80}, P95 {p95} units are expected")
    return "; ".join(said)


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def limits_sentence(flow: LineFlow) -> str:
    """Who limits the line, and how sure that is."""
    if not flow.shares:
        return "Nothing was recorded on this line."
    first = flow.shares[0]
    if flow.limiting is None:
        return "No single station limits the line: the first leads by less than 10 points."
    return (
        f"{flow.limiting} limits the line: {percent(first.sole)} of the time alone, "
        f"{percent(first.shifting)} in turns with others (last 8 hours)."
    )


def kept_sentence(flow: LineFlow) -> str:
    """How often P80 was kept, so that nobody has to believe it."""
    if flow.promise is None:
        return flow.missing
    kept = flow.promise.kept
    if kept.share is None:
        return "How often P80 was kept cannot be said yet: that takes more than 200 units."
    return (
        f"P80 was kept {kept.kept} of {kept.promises} times ({percent(kept.share)}), "
        f"promises of {kept.ahead} units; 80 % are meant."
    )


# --- losses


def timeline_bars(report: LossReport, times: PlantTimes) -> Mapping[str, list[StateBar]]:
    """Each station's states as bars over the stretch of the report.

    What is narrower than one of :data:`_SLICES` is shown together, as what lasted longest in it.
    """
    whole = max(1.0, (report.ends - report.begins).total_seconds())
    return {
        name: [_bar(one, report.begins, whole, times) for one in _slices(spans, report, whole)]
        for name, spans in report.timeline.items()
    }


def _slices(
    spans: Sequence[StateSpan], report: LossReport, whole: float
) -> Iterable[tuple[str, float, float]]:
    """(state, begin, end) in seconds from the beginning; spans too short to see are one bar."""
    narrow, least = [], whole / _SLICES
    for span in spans:
        begin = (span.began_at - report.begins).total_seconds()
        end = (span.ended_at - report.begins).total_seconds()
        if end - begin < least:
            narrow.append((span.state, begin, end))
            if end - narrow[0][1] < least:
                continue
        if narrow:
            yield _longest(narrow)
            narrow.clear()
        if end - begin >= least:
            yield span.state, begin, end
    if narrow:
        yield _longest(narrow)


def _longest(spans: Sequence[tuple[str, float, float]]) -> tuple[str, float, float]:
    """All of them as the state that lasted longest among them."""
    lasted: dict[str, float] = {}
    for state, begin, end in spans:
        lasted[state] = lasted.get(state, 0.0) + end - begin
    return max(lasted, key=lambda state: lasted[state]), spans[0][1], spans[-1][2]


def _bar(
    one: tuple[str, float, float], begins: datetime, whole: float, times: PlantTimes
) -> StateBar:
    state, begin, end = one
    y, height = _BARS[state]
    first, last = (times.minute(begins + timedelta(seconds=at)) for at in (begin, end))
    words = f"{STATE_WORDS[state]}, {first} to {last}"
    scale = _WIDTH / whole
    return StateBar(state, begin * scale, (end - begin) * scale, y, height, words)


def timeline_words(spans: Sequence[StateSpan]) -> str:
    """What the bars show, for who cannot see them."""
    minutes: dict[str, float] = {}
    for span in spans:
        length = (span.ended_at - span.began_at).total_seconds() / 60
        minutes[span.state] = minutes.get(span.state, 0.0) + length
    return ", ".join(f"{STATE_WORDS[state]} {lost:.0f} min" for state, lost in minutes.items())


def losses_of(row: OeeRow) -> list[tuple[str, float]]:
    """Losses of a row in minutes, the largest first."""
    named = ((LOSS_WORDS[loss], minutes) for loss, minutes in row.lost.items())
    return sorted(named, key=lambda one: -one[1])
