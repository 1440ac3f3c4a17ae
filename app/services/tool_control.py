"""The interlock: a tool is locked unless its own step is open, and locked again after it.

A single task brings the tool to what the unit wants.  Changes while it is busy are seen when it
is done, so that arming and locking can never overtake each other.  A tool that was enabled and
whose lock nobody confirmed is *loose*: a danger, shown on every screen until it is locked.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.events import ToolArmed, ToolLocked
from app.domain.refusal import Refusal
from app.ports.devices import LinkState, Outcome
from app.services.armings import Arming, Armings, arming_wanted
from app.services.station_state import ToolView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from app.domain.events import Body
    from app.domain.readings import Reading
    from app.domain.unit_run import UnitRun
    from app.ports.clock import Clock
    from app.ports.devices import CommandResult, DeviceStatus, TorqueTool
    from app.services.armings import Claim
    from app.services.state_board import StateBoard

#: How soon a loose tool is told again to lock.
RELOCK_S = 2.0
_ANSWERING = (LinkState.READY, LinkState.DEGRADED)
_CODES = {
    Outcome.REJECTED: "device.refused",
    Outcome.TIMED_OUT: "device.timeout",
    Outcome.OFFLINE: "device.offline",
}


@dataclass(frozen=True, slots=True)
class Loose:
    """A tool that was enabled for ``armed``; ``problem`` is why nobody knows of its lock."""

    armed: Arming
    problem: Refusal


class ToolControl:
    """Arms and locks, and knows the step that a result belongs to."""

    def __init__(
        self,
        *,
        board: StateBoard,
        clock: Clock,
        record: Callable[[Body, str, str], Awaitable[None]],
    ) -> None:
        self._board = board
        self._clock = clock
        self._record = record
        self._tools: Mapping[str, TorqueTool] = {}
        self._wanted: Arming | None = None
        self._armed: Arming | None = None
        self._loose: dict[str, Loose] = {}
        self._doubt: Refusal | None = None
        self._changed = asyncio.Event()
        self._armings = Armings()
        self._count = 0
        #: The batch counter of the last result under this release.
        self._counter: int | None = None
        self.relock_s = RELOCK_S

    def use(self, tools: Mapping[str, TorqueTool]) -> None:
        self._tools = tools

    def follow(self, run: UnitRun | None, *, may_work: bool) -> None:
        """Want what ``run`` needs now; the task does the rest."""
        self._armings.follow(run)
        wanted = arming_wanted(run) if may_work else None
        if wanted != self._wanted:
            self._wanted, self._doubt = wanted, None
            self._show(problem=None)
        self._changed.set()

    def retry(self) -> None:
        self._doubt = None
        self._changed.set()

    def claim(self, reading: Reading) -> Claim | None:
        """The unit and step the tool was released for when it made ``reading``, if known."""
        return self._armings.claim(reading)

    def late_counted(self) -> None:
        """A result that came after the lock was taken; no second one is."""
        self._armings.late_counted()

    def check_count(self, reading: Reading) -> None:
        """The controller's batch counter against ours: where it ran ahead, a result is missing."""
        counter, armed = reading.counter, self._armed
        if counter is None or armed is None or armed.tool != reading.source:
            return
        before, self._counter = self._counter, counter
        if before is not None and counter > before + 1:
            facts = {"tool": armed.tool, "counted": str(counter), "expected": str(before + 1)}
            self._doubt = Refusal("tool.batch_differs", facts)
            self._changed.set()

    def status_changed(self, status: DeviceStatus) -> None:
        """A tool's link changed: losing it while enabled does not lock the tool."""
        if status.device not in self._tools:
            return
        armed = self._armed
        if status.state is LinkState.READY:
            # A doubt stays: a tool says ready after each result, and only a person ends one.
            self._changed.set()
        elif armed is None or armed.tool != status.device:
            return
        elif status.state is LinkState.DEGRADED:
            # It still answers: it is locked, and released again when a person wants it.
            facts = {"tool": status.device, "words": status.detail or ""}
            self._doubt = Refusal("tool.in_doubt", facts)
            self._changed.set()
        else:
            self._lose(armed, "tool.lost_while_enabled")

    async def run(self) -> None:
        """Bring the tool to what is wanted, for ever."""
        while True:
            await self._something_to_do()
            wanted = self._wanted
            if self._armed is not None and (self._armed != wanted or self._doubt is not None):
                await self._lock(self._armed)
            for tool in tuple(self._loose):
                await self._lock_loose(tool)
            if wanted is not None and wanted == self._wanted and self._may_arm(wanted):
                await self._arm(wanted)

    def _may_arm(self, wanted: Arming) -> bool:
        """Not while it is in doubt, and a loose tool must be known to be locked first."""
        return self._armed != wanted and self._doubt is None and wanted.tool not in self._loose

    async def _something_to_do(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.relock_s if self._loose else None):
                await self._changed.wait()
        self._changed.clear()

    async def lock_all(self) -> None:
        """Before the station ends: best effort, no record, and none waits for another."""
        locking = [tool.disarm() for tool in self._tools.values()]
        await asyncio.gather(*locking, return_exceptions=True)

    async def _arm(self, wanted: Arming) -> None:
        tool = self._tools.get(wanted.tool)
        if tool is None:
            self._show(problem=Refusal("tool.not_configured", {"tool": wanted.tool}))
            return
        did_answer = tool.status.state in _ANSWERING
        result = await tool.arm(wanted.program, wanted.serial)
        if not result.is_confirmed:
            # Locked, or nobody knows: what comes now was not released by us.
            self._show(problem=_problem(wanted.tool, result))
            if did_answer and result.outcome is not Outcome.REJECTED:
                await self._lock_after_doubt(tool, wanted)
            return
        # Nothing may be awaited before this: the next telegram may be the first result.
        self._count += 1
        self._armed, self._counter = wanted, None
        self._armings.opened(replace(wanted, number=self._count))
        body = ToolArmed(step=wanted.step, tool=wanted.tool, program=wanted.program)
        await self._record(body, wanted.tool, wanted.serial)
        if tool.status.state not in _ANSWERING and self._armed is wanted:
            self._lose(wanted, "tool.lost_while_enabled")
        self._show(problem=None)

    async def _lock(self, armed: Arming) -> None:
        result = await self._tools[armed.tool].disarm()
        self._armed = None
        if result.is_confirmed:
            self._armings.locked(armed.tool)
            self._show(problem=self._doubt)
        else:
            self._lose(armed, "tool.not_locked")
        body = ToolLocked(tool=armed.tool, confirmed=result.is_confirmed)
        await self._record(body, armed.tool, armed.serial)

    async def _lock_after_doubt(self, tool: TorqueTool, wanted: Arming) -> None:
        """It did not answer while it was being enabled: it may be, so it is locked."""
        result = await tool.disarm()
        if not result.is_confirmed:
            self._lose(wanted, "tool.not_locked")

    async def _lock_loose(self, name: str) -> None:
        result = await self._tools[name].disarm()
        if result.is_confirmed:
            loose = self._loose.pop(name)
            self._armings.locked(name)
            self._board.update(loose_tools=tuple(sorted(self._loose)))
            self._show(problem=None)
            await self._record(ToolLocked(tool=name, confirmed=True), name, loose.armed.serial)

    def _lose(self, armed: Arming, code: str) -> None:
        """From here nobody knows whether the tool is enabled."""
        self._armed = None
        self._armings.lost(armed.tool)
        self._loose[armed.tool] = Loose(armed, Refusal(code, {"tool": armed.tool}))
        self._board.update(loose_tools=tuple(sorted(self._loose)))
        self._show(problem=None)
        self._changed.set()

    def _show(self, *, problem: Refusal | None) -> None:
        # An armed tool is shown until it is locked, also when nothing wants it any more.
        shown = self._wanted or self._armed
        if shown is None:
            self._board.update(tool=None)
            return
        loose = self._loose.get(shown.tool)
        is_armed = self._armed == shown
        self._board.update(
            tool=ToolView(
                tool=shown.tool,
                is_armed=is_armed,
                program=shown.program,
                armed_since_us=self._clock.now_us() if is_armed else None,
                problem=problem if loose is None else loose.problem,
            )
        )


def _problem(device: str, result: CommandResult) -> Refusal:
    facts = {"device": device, "code": result.code or "", "words": result.words or ""}
    return Refusal(_CODES[result.outcome], facts | result.facts)
