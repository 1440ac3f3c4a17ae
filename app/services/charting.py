"""From what the journal keeps of a characteristic to its control chart.  Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.capability import LEAST_VALUES, capability
from analysis.process_watch import (
    BEYOND,
    DRIFT,
    FROZEN,
    LEAST_POINTS,
    RANGE,
    Baseline,
    first_stable,
    grouped,
    watch,
)
from app.domain.readings import TYPED_BY
from app.domain.spc import CharacteristicAlarmed, CharacteristicBaselined
from app.services.chart_state import ChartView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.control_charts import Chart
    from analysis.process_watch import Alarm, Watched
    from app.domain.instructions import Limits
    from app.domain.spc import ChartLimits
    from app.ports.charts import ChartRecord, ChartValue

#: So many values are read: those in front of the shown ones let the EWMA settle.
READ = 400
#: So many points are drawn, and so many of the newest may still raise an alarm.
SHOWN, JUDGED = 100, 25


@dataclass(frozen=True, slots=True)
class Charted:
    """The chart, and the facts that follow from it and are not on record yet."""

    view: ChartView
    baselined: CharacteristicBaselined | None = None
    alarms: tuple[CharacteristicAlarmed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Limits:
    baseline: Baseline | None
    first: int = 0
    since_us: int | None = None
    by: str = ""
    missing: int = 0
    found: CharacteristicBaselined | None = None


@dataclass(frozen=True, slots=True)
class _Points:
    """Subgroups of one size, and the values they are made of."""

    values: tuple[ChartValue, ...]
    groups: Sequence[Sequence[float]]
    size: int

    def last_of(self, point: int) -> ChartValue:
        return self.values[(point + 1) * self.size - 1]

    def first_after(self, at_us: int) -> int:
        """The first point of which no value was there at ``at_us``."""
        early = (point for point in range(len(self.groups)) if self._begins(point) > at_us)
        return next(early, len(self.groups))

    def first_numbered(self, number: int) -> int:
        numbers = (self.values[point * self.size].number for point in range(len(self.groups)))
        return sum(1 for found in numbers if found < number)

    def _begins(self, point: int) -> int:
        return self.values[point * self.size].at_us


def chart_of(
    key: str, record: ChartRecord, plan: ChartLimits | None, tolerance: Limits | None
) -> Charted:
    """The chart of ``record`` by the engineer's ``plan``, if there is one."""
    size = 1 if plan is None else max(1, plan.size)
    points = _points(record.values, size)
    limits = _limits(key, record, plan, points)
    whole = watch(points.groups, limits.baseline, judged_from=limits.first)
    alarms = tuple(
        _alarmed(key, points, whole, alarm)
        for alarm in whole.alarms
        if alarm.point >= max(limits.first, len(points.groups) - JUDGED)
        and (alarm.rule, points.last_of(alarm.point).event_id) not in record.alarmed
    )
    view = _view(key, record, points, limits, whole)
    return Charted(_with_capability(view, whole, tolerance), limits.found, alarms)


def _points(values: tuple[ChartValue, ...], size: int) -> _Points:
    if not values:
        return _Points((), (), size)
    groups = grouped([v.value for v in values], size, first_number=values[0].number)
    skip = -(values[0].number - 1) % size
    return _Points(values[skip : skip + size * len(groups)], groups, size)


def _limits(key: str, record: ChartRecord, plan: ChartLimits | None, points: _Points) -> _Limits:
    """The engineer's, else those found here after the engineer last renewed them, else none."""
    set_us = 0 if plan is None else round(plan.set_at.timestamp() * 1e6)
    begin = points.first_after(set_us) if set_us else 0
    if plan is not None and plan.centre is not None and plan.sigma is not None and plan.sigma > 0:
        return _Limits(Baseline(plan.centre, plan.sigma), begin, set_us, plan.by)
    here = record.baseline
    if here is not None and here.at_us > set_us and here.body.size == points.size:
        first = points.first_numbered(here.first_number)
        return _Limits(Baseline(here.body.centre, here.body.sigma), first, here.at_us)
    found = first_stable(points.groups[begin:])
    if found is None:
        return _Limits(None, begin, missing=max(0, LEAST_POINTS - len(points.groups[begin:])))
    first, last = begin + found.first, begin + found.end - 1
    body = CharacteristicBaselined(
        characteristic=key,
        chart=_name(points.size),
        size=points.size,
        centre=found.baseline.centre,
        sigma=found.baseline.sigma,
        first=points.values[first * points.size].event_id,
        last=points.last_of(last).event_id,
        count=found.end - found.first,
    )
    return _Limits(found.baseline, first, points.last_of(last).at_us, found=body)


def _alarmed(key: str, points: _Points, whole: Watched, alarm: Alarm) -> CharacteristicAlarmed:
    newest = points.last_of(alarm.point)
    value, lower, upper, centre = _judged(whole, alarm)
    return CharacteristicAlarmed(
        characteristic=key,
        chart=_name(points.size),
        rule=alarm.rule,
        point=newest.event_id,
        value=value,
        lower=lower,
        upper=upper,
        centre=centre,
        step=key.rpartition(":")[2],
        # A gauge may be at fault; who typed a value is nobody's alarm.
        source=None if newest.source.startswith(TYPED_BY) else newest.source,
    )


def _judged(
    whole: Watched, alarm: Alarm
) -> tuple[float, float | None, float | None, float | None]:
    """What was outside of which limits; the range of a subgroup is told by its mean."""
    charts: dict[str, tuple[Chart | None, int]] = {
        BEYOND: (whole.location, alarm.point),
        RANGE: (whole.spread, alarm.point),
        DRIFT: (whole.ewma, alarm.point - whole.judged_from),
        FROZEN: (None, 0),
    }
    chart, place = charts[alarm.rule]
    if chart is None:
        return whole.points[alarm.point], None, None, None
    return chart.points[place], chart.lower[place], chart.upper[place], chart.centre


def _view(
    key: str, record: ChartRecord, points: _Points, limits: _Limits, whole: Watched
) -> ChartView:
    cut = max(0, len(points.groups) - SHOWN)
    return ChartView(
        characteristic=key,
        step=key.rpartition(":")[2],
        size=points.size,
        unit=record.values[-1].unit if record.values else "",
        total=record.values[-1].number if record.values else 0,
        values=points.values[cut * points.size :],
        watched=whole.newest(SHOWN),
        since_us=limits.since_us,
        by=limits.by,
        missing=limits.missing,
    )


def _with_capability(view: ChartView, whole: Watched, tolerance: Limits | None) -> ChartView:
    """Only of a process that is stable, and of the values drawn since the limits."""
    shown = view.watched
    values = [v.value for v in view.values][shown.judged_from * view.size :]
    refused = ""
    if tolerance is None:
        refused = "no_tolerance"
    elif shown.location is None:
        refused = "no_limits"
    elif len(values) < LEAST_VALUES:
        refused = "few"
    elif shown.alarms:
        refused = "alarms"
    elif len(set(values)) == 1:
        refused = "equal"
    if refused or tolerance is None or whole.sigma is None:
        return replace(view, refused=refused)
    found = capability(
        values, sigma=whole.sigma, low=float(tolerance.low), high=float(tolerance.high)
    )
    return replace(view, capability=found)


def _name(size: int) -> str:
    return "i-mr" if size == 1 else "xbar-r"
