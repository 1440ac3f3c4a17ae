"""The control chart of a step's values: what left its limits, and how capable it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.domain.instructions import MeasureStep, TorqueStep
from app.services.spc import LookAtChart, chart_key
from ui.presenters.numbers import unit_word
from ui.presenters.open_situations import of_good_result, say_why
from ui.presenters.phrases import Number, Phrase, Words, phrase
from ui.presenters.records_ways import step_records
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Body, Chip, TroubleView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from analysis.capability import Index
    from analysis.control_charts import Chart
    from app.domain.instructions import Step
    from app.services.chart_state import ChartView
    from ui.presenters.scene import Parts, Scene

_MOST_HINTS = 2
_RECENT = 30
#: An alarm is news for so many values.
_NEW = 4
_ICON = "chart-line-bold"


@dataclass(frozen=True, slots=True)
class Limited:
    """A line of points with limits from its point ``begins`` on.

    ``labels`` name lower limit, centre and upper limit; without limits, the ends of the values.
    """

    points: tuple[float, ...]
    begins: int = 0
    centre: float | None = None
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPlot:
    """Values over their number, the EWMA over them, the spread below; alarms by point."""

    values: Limited
    ewma: Limited | None = None
    spread: Limited | None = None
    alarms: tuple[tuple[int, Words], ...] = ()
    legend: tuple[Words, ...] = ()
    spread_name: Words = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class ChartBody(Body):
    """The chart, what it says, and the facts beside it; ``hints`` are quiet."""

    title: Words
    chip: Chip
    line: Words
    plot: ChartPlot | None
    facts: tuple[tuple[Words, Words], ...] = ()
    hints: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPage(Page):
    """The chart of ``step`` of the instruction in work."""

    verbs: ClassVar[frozenset[str]] = frozenset()
    characteristic: str
    step: str

    def asks(self) -> LookAtChart:
        return LookAtChart(self.characteristic)

    def draw(self, scene: Scene) -> Parts:
        back = Action("primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "back")
        found = scene.state.charts.of(self.characteristic)
        body = (
            _empty(self._title(scene))
            if found is None
            else _body(self._title(scene), scene, found)
        )
        why = say_why(of_good_result(scene, self.step))
        return "chart", body, ActionsView((step_records(self.step), *why), back)

    def _title(self, scene: Scene) -> Words:
        steps = () if scene.run is None else scene.run.instruction.steps
        step = next((s for s in steps if s.id == self.step), None)
        return self.step if step is None else scene.text(step.short or step.title)


def chart_page(step: str, scene: Scene) -> ChartPage | None:
    """The page that a button "chart:tighten-4" opens."""
    return None if scene.run is None else ChartPage(chart_key(scene.run, step), step)


def chart_button(scene: Scene, step: Step) -> tuple[Action, ...]:
    """Where there are enough values to see something."""
    if not isinstance(step, TorqueStep | MeasureStep):
        return ()
    found = _chart_of(scene, step)
    if found is None or not found.is_worth_showing:
        return ()
    words = phrase("do_it/check_chart") if found.watched.now else phrase("do_it/chart")
    return (Action(f"chart:{step.id}", words, _ICON),)


def chart_action(step: str) -> Action:
    """The way to the chart of a step's values."""
    return Action(f"chart:{step}", phrase("do_it/chart"), _ICON)


def chart_trouble(scene: Scene, step: Step) -> TroubleView | None:
    """Calmly, and only while it is new: the work goes on.  Later the button says it."""
    found = _chart_of(scene, step)
    if found is None or not found.watched.now:
        return None
    begun = found.watched.alarms[-1].point if found.watched.alarms else 0
    if begun < len(found.watched.points) - _NEW:
        return None
    rule = Phrase(f"chart/rule_{found.watched.now[0]}")
    return TroubleView(phrase("chart/trouble", what=rule), phrase("chart/trouble_line"))


def _chart_of(scene: Scene, step: Step) -> ChartView | None:
    return None if scene.run is None else scene.state.charts.of(chart_key(scene.run, step.id))


def _empty(title: Words) -> ChartBody:
    chip = Chip(ShownState.TODO, phrase("chart/looking"))
    return ChartBody(title, chip, "", None)


def _body(title: Words, scene: Scene, view: ChartView) -> ChartBody:
    watched = view.watched
    if not watched.points:
        chip = Chip(ShownState.TODO, phrase("chart/no_limits"))
        return ChartBody(title, chip, phrase("chart/no_values"), None)
    return ChartBody(
        title=title,
        chip=_chip(view),
        line=_line(view),
        plot=_plot(scene, view),
        facts=tuple(_facts(scene, view)),
        hints=_hints(view),
    )


def _chip(view: ChartView) -> Chip:
    if view.watched.now:
        return Chip(ShownState.ATTENTION, phrase("chart/check"))
    if view.watched.location is None:
        return Chip(ShownState.TODO, phrase("chart/no_limits"))
    words = phrase("chart/again") if view.watched.alarms else phrase("chart/stable")
    return Chip(ShownState.OK, words)


def _line(view: ChartView) -> Words:
    count = str(len(view.watched.points))
    if view.size == 1:
        return phrase("chart/line_single", count=count, unit=unit_word(view.unit))
    return phrase("chart/line_group", count=count, size=str(view.size), unit=unit_word(view.unit))


def _plot(scene: Scene, view: ChartView) -> ChartPlot:
    watched, digits = view.watched, _digits(view)
    location, slow, spread = watched.location, watched.ewma, watched.spread
    ends = (min(watched.points), max(watched.points))
    values = Limited(watched.points, labels=tuple(_number(scene, x, digits) for x in ends))
    legend: tuple[Words, ...] = (phrase("chart/value" if view.size == 1 else "chart/mean"),)
    if location is not None and slow is not None:
        values = _limited(scene, location, 0, digits)
        legend += (phrase("chart/ewma"), phrase("chart/limits"))
    begins = 0 if spread is None else len(watched.points) - len(spread.points)
    return ChartPlot(
        values=values,
        ewma=None if slow is None else _limited(scene, slow, watched.judged_from, digits),
        spread=None if spread is None else _limited(scene, spread, begins, digits),
        alarms=tuple((a.point, Phrase(f"chart/rule_{a.rule}")) for a in watched.alarms),
        legend=legend,
        spread_name=phrase("chart/moving_range" if view.size == 1 else "chart/range"),
        first=scene.moment(scene.at(view.values[0].at_us)),
        last=scene.moment(scene.at(view.values[-1].at_us)),
    )


def _limited(scene: Scene, chart: Chart, begins: int, digits: int) -> Limited:
    shown = (chart.lower[-1], chart.centre, chart.upper[-1]) if chart.points else ()
    labels = tuple(_number(scene, value, digits) for value in shown)
    return Limited(chart.points, begins, chart.centre, chart.lower, chart.upper, labels)


def _number(scene: Scene, value: float, digits: int) -> str:
    return scene.number(f"{value:.{digits}f}")


def _digits(view: ChartView) -> int:
    """So many that a tenth of σ still shows."""
    sigma = view.watched.sigma
    if not sigma or sigma <= 0:
        return 2
    return min(6, max(0, 1 - math.floor(math.log10(sigma))))


def _facts(scene: Scene, view: ChartView) -> list[tuple[Words, Words]]:
    location = view.watched.location
    facts: list[tuple[Words, Words]] = [
        (phrase("chart/now"), Phrase(f"chart/rule_{rule}")) for rule in view.watched.now[:1]
    ]
    if location is None:
        missing = phrase("chart/missing", count=str(view.missing))
        unstable = phrase("chart/not_stable")
        facts.append((phrase("chart/limits"), missing if view.missing else unstable))
    else:
        low, _, high = _limited(scene, location, 0, _digits(view)).labels
        unit = unit_word(view.unit)
        facts.append((phrase("chart/limits"), Number(f"{low}–{high} {unit}")))
        facts.append((phrase("chart/since"), _since(scene, view)))
    found = view.capability
    if found is not None:
        facts.append((phrase("chart/cpk"), _interval(scene, found.cpk)))
        facts.append((phrase("chart/ppk"), _interval(scene, found.ppk)))
    elif location is not None:
        facts.append((phrase("chart/capability"), Phrase(f"chart/refused_{view.refused}")))
    if view.watched.alarms:
        newest = view.watched.alarms[-1]
        at = scene.moment(scene.at(view.values[(newest.point + 1) * view.size - 1].at_us))
        rule = Phrase(f"chart/rule_{newest.rule}")
        facts.append((phrase("chart/newest_alarm"), phrase("chart/at", what=rule, time=at)))
    return facts


def _since(scene: Scene, view: ChartView) -> Words:
    time = "–" if view.since_us is None else scene.moment(scene.at(view.since_us))
    if view.by:
        return phrase("chart/set_by", who=view.by, time=time)
    return phrase("chart/found_here", time=time)


def _interval(scene: Scene, index: Index) -> Words:
    value, low, high = (
        Number(scene.number(f"{x:.2f}")) for x in (index.value, index.low, index.high)
    )
    return phrase("chart/interval", value=value, low=low, high=high)


def _hints(view: ChartView) -> tuple[Words, ...]:
    """The newest first, each rule once."""
    newest = len(view.watched.points) - _RECENT
    found = sorted((h for h in view.watched.hints if h[0] >= newest), reverse=True)
    rules = dict.fromkeys(rule for _, rule in found)
    if "western electric 4" in rules:  # eight on one side says it before nine do
        rules.pop("nelson 2", None)
    return tuple(Phrase(f"chart/hint_{rule.replace(' ', '_')}") for rule in rules)[:_MOST_HINTS]
