"""The interlock: a tool is locked unless its own step is open, and locked again after it.

A single task brings the tool to what the unit wants.  Changes while it is busy are seen when it
is done, so that arming and locking can never overtake each other.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import ToolArmed, ToolLocked
from app.domain.instructions import TorqueStep
from app.domain.refusal import Refusal
from app.ports.devices import LinkState, Outcome
from app.services.station_state import ToolView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from app.domain.events import Body
    from app.domain.unit_run import UnitRun
    from app.ports.clock import Clock
    from app.ports.devices import CommandResult, DeviceStatus, TorqueTool
    from app.services.state_board import StateBoard

_CODES = {
    Outcome.REJECTED: "device.refused",
    Outcome.TIMED_OUT: "device.timeout",
    Outcome.OFFLINE: "device.offline",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The tool a unit's open step needs."""

    serial: str
    step: str
    tool: str
    program: int


class ToolControl:
    """Arms and locks.  ``armed_step`` is the step results of the tool belong to."""

    def __init__(
        self,
        *,
        board: StateBoard,
        clock: Clock,
        record: Callable[[Body, str], Awaitable[None]],
    ) -> None:
        self._board = board
        self._clock = clock
        self._record = record
        self._tools: Mapping[str, TorqueTool] = {}
        self._wanted: Wanted | None = None
        self._armed: Wanted | None = None
        self._changed = asyncio.Event()
        self.armed_step: str | None = None

    def use(self, tools: Mapping[str, TorqueTool]) -> None:
        self._tools = tools

    def follow(self, run: UnitRun | None, *, may_work: bool) -> None:
        """Want what ``run`` needs now; the task does the rest."""
        wanted = _wanted_by(run) if may_work else None
        if wanted != self._wanted:
            self._wanted = wanted
            self._show(problem=None)
        self._changed.set()

    def retry(self) -> None:
        self._changed.set()

    def status_changed(self, status: DeviceStatus) -> None:
        """A tool's link changed: losing it while enabled does not lock the tool."""
        if status.device not in self._tools:
            return
        if status.state is LinkState.READY:
            self._changed.set()
        elif self._armed is not None and self._armed.tool == status.device:
            self._armed = None
            self._show(problem=Refusal("tool.lost_while_enabled", {"tool": status.device}))

    async def run(self) -> None:
        """Bring the tool to what is wanted, for ever."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            wanted = self._wanted
            if self._armed is not None and self._armed != wanted:
                await self._lock(self._armed)
            if wanted is not None and wanted == self._wanted and self._armed != wanted:
                await self._arm(wanted)

    async def lock_all(self) -> None:
        """Before the station ends: best effort, no record."""
        for tool in self._tools.values():
            await tool.disarm()

    async def _arm(self, wanted: Wanted) -> None:
        tool = self._tools.get(wanted.tool)
        if tool is None:
            self._show(problem=Refusal("tool.not_configured", {"tool": wanted.tool}))
            return
        # From here a trigger may be pulled: what comes belongs to this step.
        self.armed_step = wanted.step
        result = await tool.arm(wanted.program, wanted.serial)
        if not result.is_confirmed:
            # Locked, or nobody knows: what comes now was not released by us.
            self.armed_step = None
            self._show(problem=_problem(wanted.tool, result))
            return
        self._armed = wanted
        body = ToolArmed(step=wanted.step, tool=wanted.tool, program=wanted.program)
        await self._record(body, wanted.tool)
        self._show(problem=None)

    async def _lock(self, armed: Wanted) -> None:
        result = await self._tools[armed.tool].disarm()
        self._armed = None
        self.armed_step = None
        body = ToolLocked(tool=armed.tool, confirmed=result.is_confirmed)
        await self._record(body, armed.tool)
        self._show(problem=None)

    def _show(self, *, problem: Refusal | None) -> None:
        # An armed tool is shown until it is locked, also when nothing wants it any more.
        shown = self._wanted or self._armed
        if shown is None:
            self._board.update(tool=None)
            return
        is_armed = self._armed == shown
        self._board.update(
            tool=ToolView(
                tool=shown.tool,
                is_armed=is_armed,
                program=shown.program,
                armed_since_us=self._clock.now_us() if is_armed else None,
                problem=problem,
            )
        )


def _wanted_by(run: UnitRun | None) -> Wanted | None:
    """None locks: no unit, no torque step, held, or a NOK nobody has acknowledged."""
    if run is None or run.held is not None or run.current is None or run.current.is_nok_open:
        return None
    step = run.current.step
    if not isinstance(step, TorqueStep):
        return None
    return Wanted(run.serial, step.id, step.tool, step.program)


def _problem(device: str, result: CommandResult) -> Refusal:
    facts = {"device": device, "code": result.code or "", "words": result.words or ""}
    return Refusal(_CODES[result.outcome], facts | result.facts)
