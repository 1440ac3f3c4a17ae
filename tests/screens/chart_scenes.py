"""States with a control chart: stable, shifting slowly, a frozen gauge, too few values."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.instructions import TorqueStep
from app.domain.spc import ChartLimits
from app.ports.charts import ChartRecord, ChartValue
from app.services.chart_state import ChartsState
from app.services.charting import chart_of
from app.services.spc import chart_key
from tests.screens import scenes
from tests.screens.scenes import NOW_US

if TYPE_CHECKING:
    from app.domain.spc import ChartLimits as Plan
    from app.services.chart_state import ChartView
    from app.services.station_state import StationState

_STEP = "tighten-b"


def record_of(values: list[float], *, unit: str = "N.m") -> ChartRecord:
    """``values`` as they would have come, one every 40 s, the last a moment ago."""
    begin = NOW_US - 40_000_000 * len(values)
    return ChartRecord(
        tuple(
            ChartValue(n, f"event-{n}", begin + 40_000_000 * n, value, unit, "T-07", "0418-77231")
            for n, value in enumerate(values, start=1)
        )
    )


def torques(count: int, *, shift_from: int | None = None, seed: int = 4) -> list[float]:
    """Around 25 Nm; from ``shift_from`` on a little higher with every value."""
    draw = random.Random(seed)  # noqa: S311 - numbers to look at
    values = []
    for place in range(count):
        drift = 0.0 if shift_from is None else max(0, place - shift_from) * 0.012
        values.append(round(draw.gauss(25.0, 0.12) + drift, 2))
    return values


def stable() -> StationState:
    return of_values(torques(96))


def shifting() -> StationState:
    return of_values(torques(100, shift_from=70))


def frozen() -> StationState:
    return of_values([*torques(40), *([25.07] * 5)])


def few() -> StationState:
    return of_values(torques(12))


def means() -> StationState:
    plan = ChartLimits(
        characteristic="",
        set_at=datetime(2026, 11, 2, 6, 0, tzinfo=UTC),
        by="engineer 5",
        size=4,
        centre=25.0,
        sigma=0.12,
    )
    return of_values([*torques(180), 25.9, 24.2, 25.8, 24.1, *torques(12, seed=8)], plan)


def of_values(values: list[float], plan: Plan | None = None) -> StationState:
    state = scenes.torque()
    return replace(state, charts=ChartsState(current=_view(state, values, plan)))


def _view(state: StationState, values: list[float], plan: Plan | None) -> ChartView:
    assert state.run is not None
    step = next(s for s in state.run.instruction.steps if s.id == _STEP)
    assert isinstance(step, TorqueStep)
    return chart_of(chart_key(state.run, _STEP), record_of(values), plan, step.torque).view
