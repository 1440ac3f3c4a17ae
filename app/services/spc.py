"""Control charts at the station: each new value is judged, a new alarm recorded once.

Values are judged after they are on the screen, beside the station's turns: nobody waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.envelope import Refs
from app.domain.errors import StorageFault
from app.domain.events import MeasurementRecorded, ReadingAssigned, TighteningRecorded
from app.domain.form_run import is_run_name
from app.domain.instructions import Limits, MeasureStep, Step, TorqueStep
from app.domain.spc import ChartLimits, characteristic_key
from app.ports.journal import NewEvent
from app.services.acts import Act
from app.services.charting import READ, chart_of
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.event_body import Body
    from app.domain.refusal import Refusal
    from app.domain.spc import CharacteristicAlarmed
    from app.domain.unit_run import UnitRun
    from app.ports.charts import ChartRecord
    from app.services.acts import Acts
    from app.services.chart_state import ChartView
    from app.services.charting import Charted
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts

log = logging.getLogger(__name__)

_VALUES = (TighteningRecorded, MeasurementRecorded, ReadingAssigned)


@dataclass(frozen=True, slots=True)
class LookAtChart(Act):
    """Show the chart of a characteristic ("instruction:step")."""

    characteristic: str


class ControlCharts:
    """``hold`` stops the unit an alarm came from, where the engineer's limits ask for it.

    ``signalled`` is called after alarms were recorded.
    """

    def __init__(
        self,
        *,
        ports: StationPorts,
        board: StateBoard,
        hold: Callable[[str, str], Awaitable[None]],
        signalled: Callable[[], Awaitable[None]],
    ) -> None:
        self._ports = ports
        self._board = board
        self._hold = hold
        self._signalled = signalled
        self._waiting: dict[str, Limits | None] = {}
        self._wake = asyncio.Event()
        self._current: str | None = None

    def add_to(self, acts: Acts) -> None:
        acts.add(LookAtChart, self._look_at)

    def noted(self, run: UnitRun | None, bodies: tuple[Body, ...]) -> None:
        """New values wait to be judged."""
        steps = {b.step for b in bodies if isinstance(b, _VALUES)}
        for step in steps if run is not None else ():
            self._ask(run, step)

    def follow(self, run: UnitRun | None) -> None:
        """The chart of the step in work is drawn ahead of whoever wants to see it."""
        step = None if run is None or run.current is None else run.current.step
        is_charted = isinstance(step, TorqueStep | MeasureStep)
        key = chart_key(run, step.id) if run is not None and step and is_charted else None
        if key == self._current:
            return
        self._current = key
        charts = self._board.state.charts
        self._board.update(charts=replace(charts, current=None if key is None else charts.of(key)))
        if step is not None and key is not None:
            self._ask(run, step.id)

    async def run(self) -> None:
        """Judge what is new until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                key = next(iter(self._waiting))
                await self._see(key, self._waiting.pop(key))

    def _ask(self, run: UnitRun | None, step: str) -> None:
        if run is not None:
            self._waiting[chart_key(run, step)] = tolerance_of(run, step)
            self._wake.set()

    async def _see(self, key: str, tolerance: Limits | None) -> None:
        """A full disk is said where values are kept; what could not be kept is judged again."""
        try:
            self._show(await self._judged(key, tolerance))
        except StorageFault as fault:
            log.warning("the chart of %s is not up to date: %s", key, fault)
        except Exception:  # statistics advise: a mistake in them must not stop the tools
            log.exception("the chart of %s could not be worked out", key)

    async def _judged(self, key: str, tolerance: Limits | None) -> ChartView:
        record, charted = await self._charted(key, tolerance)
        facts = (charted.baselined, *charted.alarms)
        for body in (fact for fact in facts if fact is not None):
            about = next((v for v in record.values if v.event_id == _point_of(body)), None)
            refs = Refs(unit=about.serial or None if about else None, step=charted.view.step)
            await self._ports.journal.append(NewEvent(body, SYSTEM, refs))
        if charted.alarms:
            # The unit first: whoever confirms meanwhile would have it finished, and not on hold.
            await self._stop(key, record, charted.alarms)
            await self._signalled()
        return charted.view

    async def _charted(self, key: str, tolerance: Limits | None) -> tuple[ChartRecord, Charted]:
        record = await self._ports.journal.chart_record(key, READ)
        plan = await self._ports.reference.get(ChartLimits, key)
        return record, await asyncio.to_thread(chart_of, key, record, plan, tolerance)

    async def _stop(
        self, key: str, record: ChartRecord, alarms: tuple[CharacteristicAlarmed, ...]
    ) -> None:
        plan = await self._ports.reference.get(ChartLimits, key)
        if plan is None or not plan.stop_on_alarm:
            return
        units = {v.event_id: v.serial for v in record.values}
        for alarm in alarms:
            serial = units.get(alarm.point, "")
            if not is_run_name(serial):  # a check says by its own lines what blocks
                await self._hold(serial, key.rpartition(":")[2])

    async def _look_at(self, act: LookAtChart) -> Refusal | None:
        run = self._board.state.run
        step = act.characteristic.rpartition(":")[2]
        tolerance = None if run is None else tolerance_of(run, step)
        if self._board.state.charts.of(act.characteristic) is None:
            _, charted = await self._charted(act.characteristic, tolerance)
            self._show(charted.view)
        return None

    def _show(self, view: ChartView) -> None:
        charts = self._board.state.charts
        if view.characteristic == self._current:
            self._board.update(charts=replace(charts, current=view))
        else:
            self._board.update(charts=replace(charts, looked_at=view))


def chart_key(run: UnitRun, step: str) -> str:
    """The characteristic that a step of the unit in work is charted as."""
    return characteristic_key(run.instruction.id, step)


def tolerance_of(run: UnitRun, step: str) -> Limits | None:
    """What the instruction accepts of the step's values."""
    found: Step | None = next((s for s in run.instruction.steps if s.id == step), None)
    if isinstance(found, TorqueStep):
        return found.torque
    return found.limits if isinstance(found, MeasureStep) else None


def _point_of(body: Body) -> str:
    point: str = getattr(body, "point", "") or getattr(body, "last", "")
    return point
