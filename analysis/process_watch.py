"""One characteristic over time: limits from its first stable values, and what left them.

Limits stand still once they are there: they are found once, from the first stable stretch, and
given to :func:`watch` from then on.  Alarms are rule 1, the EWMA, the range of subgroups and a
frozen gauge; the other rules for runs only hint.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from analysis.control_charts import Chart, NotEnough, VariablesChart, i_mr, xbar_r
from analysis.run_rules import nelson, western_electric
from analysis.slow_shifts import ALARM_LAMBDA, ALARM_WIDTH, ewma

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_POINTS = 25
#: So many equal values in a row are suspicious …
FROZEN_RUN = 5
#: … unless a coarse gauge gives such a run by chance more often than this.
FROZEN_CHANCE = 0.002

#: What an alarm is called.
BEYOND, DRIFT, RANGE, FROZEN = "beyond", "ewma", "range", "frozen"

Points: TypeAlias = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where the values lay when all was well; ``sigma`` is of a single value."""

    centre: float
    sigma: float


@dataclass(frozen=True, slots=True)
class Found:
    """A baseline, and the points it was found from: ``first`` up to, not with, ``end``."""

    baseline: Baseline
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rule that began to hold at ``point``, counted from 0."""

    rule: str
    point: int


@dataclass(frozen=True, slots=True)
class Watched:
    """The chart.  Without a baseline there are no limits and no EWMA.

    ``ewma`` begins at the point ``judged_from``.  ``alarms`` are where a rule began to hold,
    ``now`` the rules that hold at the newest point; ``hints`` name the rules for runs
    ("western electric 4", "nelson 3") by point.  ``spread`` ends with the newest point; of single
    values it is one shorter, since their ranges move over two.
    """

    points: tuple[float, ...]
    judged_from: int
    location: Chart | None = None
    ewma: Chart | None = None
    alarms: tuple[Alarm, ...] = ()
    now: tuple[str, ...] = ()
    hints: tuple[tuple[int, str], ...] = ()
    spread: Chart | None = None
    sigma: float | None = None

    def newest(self, count: int) -> Watched:
        """The same judgement of the newest ``count`` points only."""
        cut = max(0, len(self.points) - count)
        before = max(0, cut - self.judged_from)
        return Watched(
            self.points[cut:],
            max(0, self.judged_from - cut),
            self.location and _newest(self.location, cut),
            self.ewma and _newest(self.ewma, before),
            tuple(Alarm(a.rule, a.point - cut) for a in self.alarms if a.point >= cut),
            self.now,
            tuple((point - cut, rule) for point, rule in self.hints if point >= cut),
            self.spread and _newest(self.spread, len(self.spread.points) - count),
            self.sigma,
        )


def grouped(values: Sequence[float], size: int, *, first_number: int = 1) -> Points:
    """Complete subgroups of consecutive values; ``first_number`` is the first value's, from 1.

    Which values belong together depends on their numbers, not on where the list begins.
    """
    skip = -(first_number - 1) % size
    ends = range(skip + size, len(values) + 1, size)
    return tuple(tuple(values[end - size : end]) for end in ends)


def first_stable(points: Points, *, least: int = LEAST_POINTS) -> Found | None:
    """The first ``least`` points in a row that raise no alarm by their own limits."""
    for end in range(least, len(points) + 1):
        stretch = points[end - least : end]
        chart = _drawn(stretch, None)
        if chart is None or chart.sigma <= 0:
            continue
        baseline = Baseline(chart.location.centre, chart.sigma)
        if not watch(stretch, baseline).alarms:
            return Found(baseline, end - least, end)
    return None


def watch(points: Points, baseline: Baseline | None, *, judged_from: int = 0) -> Watched:
    """Judge ``points`` from ``judged_from`` on; those before were there before the limits."""
    values = tuple(sum(group) / len(group) for group in points)
    frozen = _frozen(points)
    chart = None if baseline is None else _drawn(points, baseline)
    if chart is None or baseline is None:
        return Watched(values, judged_from, None, None, _begun({FROZEN: frozen}), _now(frozen))
    location = chart.location
    slow = ewma(
        location.points[judged_from:],
        centre=baseline.centre,
        sigma=location.sigma[0],
        weight=ALARM_LAMBDA,
        width=ALARM_WIDTH,
    )
    held = {
        BEYOND: [False] * judged_from + _outside(location)[judged_from:],
        DRIFT: [False] * judged_from + _outside(slow),
        FROZEN: frozen,
    }
    if chart.size > 1:
        held[RANGE] = [False] * judged_from + _outside(chart.spread)[judged_from:]
    now = tuple(rule for rule, holds in held.items() if holds and holds[-1])
    hints = tuple(_hints(location.scores[judged_from:], judged_from))
    return Watched(
        values,
        judged_from,
        location,
        slow,
        _begun(held),
        now,
        hints,
        spread=chart.spread,
        sigma=chart.sigma,
    )


def _newest(chart: Chart, cut: int) -> Chart:
    return Chart(
        chart.centre,
        *(row[max(0, cut) :] for row in (chart.points, chart.sigma, chart.lower, chart.upper)),
    )


def _drawn(points: Points, baseline: Baseline | None) -> VariablesChart | None:
    """Also of one point, when limits are given."""
    given = {} if baseline is None else {"target": baseline.centre, "sigma": baseline.sigma}
    if not points:
        return None
    is_single = len(points[0]) == 1
    # A chart needs two points; with limits given the second changes nothing of the first.
    shown = [points[0], *points] if baseline is not None and len(points) == 1 else points
    try:
        chart = (
            i_mr([group[0] for group in shown], **given) if is_single else xbar_r(shown, **given)
        )
    except NotEnough:
        return None
    return chart if len(shown) == len(points) else _without_first(chart)


def _without_first(chart: VariablesChart) -> VariablesChart:
    location, spread = _newest(chart.location, 1), _newest(chart.spread, 1)
    return VariablesChart(location, spread, chart.sigma, chart.size)


def _outside(chart: Chart) -> list[bool]:
    rows = zip(chart.points, chart.lower, chart.upper, strict=True)
    return [not low <= point <= high for point, low, high in rows]


def _frozen(points: Points) -> list[bool]:
    """Whether at each point the newest value came so often that only a stuck gauge explains it."""
    values = [value for group in points for value in group]
    held, run = [], 0
    for place, value in enumerate(values):
        run = run + 1 if place and values[place - 1] == value else 1
        held.append(run >= FROZEN_RUN and _is_no_chance(values[: place - run + 1], value, run))
    size = len(points[0]) if points else 1
    return [any(held[end - size : end]) for end in range(size, len(held) + 1, size)]


def _is_no_chance(earlier: Sequence[float], value: float, run: int) -> bool:
    share = earlier.count(value) / len(earlier) if earlier else 0.0
    return bool(share ** (run - 1) < FROZEN_CHANCE)


def _begun(held: dict[str, list[bool]]) -> tuple[Alarm, ...]:
    """Where each rule began to hold: one alarm a stretch."""
    found = [
        Alarm(rule, point)
        for rule, holds in held.items()
        for point, (was, holds_now) in enumerate(itertools.pairwise([False, *holds]))
        if holds_now and not was
    ]
    return tuple(sorted(found, key=lambda alarm: (alarm.point, alarm.rule)))


def _now(frozen: list[bool]) -> tuple[str, ...]:
    return (FROZEN,) if frozen and frozen[-1] else ()


def _hints(scores: Sequence[float], judged_from: int) -> Iterator[tuple[int, str]]:
    """Rule 1 is an alarm, and what both sets of rules have is said once, as Nelson's."""
    for name, rules, shared in (
        ("western electric", western_electric(scores), {1, 2, 3}),
        ("nelson", nelson(scores), {1}),
    ):
        for rule, ends in rules.items():
            if rule not in shared:
                yield from ((judged_from + end - 1, f"{name} {rule}") for end in ends)
