"""What shows a measurement or how far something is: gauge, curve, table and bar."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from ui.gallery.specimens import Chapter, Specimen
from ui.presenters.phrases import phrase
from ui.presenters.spc_face import ChartPlot, Limited
from ui.presenters.view_states import GaugeView, PlotView, TableRow, TableView
from ui.theme.tokens import ShownState
from ui.widgets.control_chart import ControlChart
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.limit_gauge import LimitGauge
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.result_table import ResultTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

_GAUGE_DU = 440
_CURVE_DU = 440
_KNEE_DEG = 20


def chapters() -> tuple[Chapter, ...]:
    """One for each kind of widget."""
    charts = Chapter("Control chart", _control_charts())
    bars = Chapter("Long work", tuple(_bars()))
    return (_gauges(), Chapter("Curve and table", (*_curves(), *_tables())), charts, bars)


def _bars() -> Iterator[Specimen]:
    for words, share in (("just begun", 0.0), ("a third", 0.33), ("all of it", 1.0)):
        yield Specimen(words, partial(_bar, share=share), _GAUGE_DU)


def _bar(look: Look, home: QWidget, share: float) -> QWidget:
    bar = ProgressBar(look)
    bar.setParent(home)
    bar.show_share(share)
    return bar


def _gauges() -> Chapter:
    values: tuple[tuple[str, float | None, bool | None], ...] = (
        ("no value yet", None, None),
        ("on target", 12.0, True),
        ("at the lower limit", 11.0, True),
        ("at the upper limit", 13.0, True),
        ("too low", 10.6, False),
        ("too high", 13.6, False),
        ("far below the scale", 2.0, False),
        ("far above the scale", 40.0, False),
        ("not judged yet", 12.3, None),
    )
    return Chapter(
        "Limit gauge",
        tuple(
            Specimen(words, partial(_gauge, value=value, is_ok=is_ok), _GAUGE_DU)
            for words, value, is_ok in values
        ),
    )


def _gauge(look: Look, home: QWidget, value: float | None, *, is_ok: bool | None) -> QWidget:
    gauge = LimitGauge(look)
    gauge.setParent(home)
    gauge.show_gauge(GaugeView(11.0, 13.0, 12.0, value, ("11.0", "12.0", "13.0"), is_ok))
    return gauge


def _curves() -> tuple[Specimen, ...]:
    return (
        Specimen("OK", partial(_curve, end=24.8, is_ok=True), _CURVE_DU, 190),
        Specimen("NOK, too low", partial(_curve, end=16.9, is_ok=False), _CURVE_DU, 190),
        Specimen("NOK, too high", partial(_curve, end=31.0, is_ok=False), _CURVE_DU, 190),
        Specimen("not judged", partial(_curve, end=25.2, is_ok=None), _CURVE_DU, 190),
        Specimen("no curve", _no_curve, _CURVE_DU, 190),
    )


def _curve(look: Look, home: QWidget, end: float, *, is_ok: bool | None) -> QWidget:
    angles = tuple(float(angle) for angle in range(61))
    torques = tuple(
        1.2 + 0.1 * math.sin(angle)
        if angle <= _KNEE_DEG
        else 1.2 + (end - 1.2) * (angle - _KNEE_DEG) / (60 - _KNEE_DEG)
        for angle in angles
    )
    plot = CurvePlot(look)
    plot.setParent(home)
    plot.show_plot(PlotView(angles, torques, 23.5, 26.5, 25.0, is_ok))
    return plot


def _control_charts() -> tuple[Specimen, ...]:
    return (
        Specimen("stable", partial(_control_chart, alarms=False), 600, 420),
        Specimen("beyond its limits", partial(_control_chart, alarms=True), 600, 420),
    )


def _control_chart(look: Look, home: QWidget, *, alarms: bool) -> QWidget:
    """Twenty values about a centre of 25 with limits at 24 and 26; the last leaves them."""
    points = (*(25 + (number * 7 % 9 - 4) / 8 for number in range(19)), 26.4 if alarms else 25.1)
    few = len(points)
    plot = ChartPlot(
        values=Limited(points, 0, 25.0, (24.0,) * few, (26.0,) * few, ("24", "25", "26")),
        alarms=((few - 1, phrase("chart/rule_beyond")),) if alarms else (),
        legend=(phrase("chart/value"),),
        first="09:10",
        last="09:42",
    )
    chart = ControlChart(look)
    chart.setParent(home)
    chart.show_plot(plot, "")
    return chart


def _no_curve(look: Look, home: QWidget) -> QWidget:
    plot = CurvePlot(look)
    plot.setParent(home)
    plot.show_plot(PlotView((), (), 23.5, 26.5, 25.0, None))
    return plot


def _tables() -> tuple[Specimen, ...]:
    ok, nok = (ShownState.OK, phrase("state/ok")), (ShownState.NOK, phrase("state/nok"))
    results = (
        ("1", "25.1 Nm", "59°", *ok),
        ("2", "24.8 Nm", "61°", *ok),
        ("3", "16.9 Nm", "112°", *nok),
    )
    head = (phrase("torque/place"), phrase("torque/torque"), phrase("torque/angle"))
    rows = tuple(TableRow((a, b, c), state, word) for a, b, c, state, word in results)
    return (
        Specimen("results", partial(_table, view=TableView(head, rows)), 440, 200),
        Specimen("newest that fit", partial(_table, view=TableView(head, rows * 4)), 440, 200),
    )


def _table(look: Look, home: QWidget, view: TableView) -> QWidget:
    table = ResultTable(look)
    table.setParent(home)
    table.show_table(view)
    return table
