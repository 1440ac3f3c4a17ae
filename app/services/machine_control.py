"""Asks the machine for what the open step needs, once, and hands its answer to the unit."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.domain.blocking import why_blocked
from app.domain.instructions import InstructStep
from app.domain.refusal import Refusal
from app.domain.rules import TakeMachineAnswer
from app.ports.devices import LinkState, Outcome
from app.services.station_state import MachineView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.unit_run import UnitRun
    from app.ports.devices import DeviceStatus, Machine
    from app.services.state_board import StateBoard

_CODES = {
    Outcome.REJECTED: "machine.refused",
    Outcome.TIMED_OUT: "machine.timeout",
    Outcome.OFFLINE: "machine.offline",
}


class MachineControl:
    """One request at a time; a refused one waits for a person's retry (or the link's return)."""

    def __init__(
        self,
        *,
        board: StateBoard,
        answer: Callable[[TakeMachineAnswer, str, str], Awaitable[None]],
    ) -> None:
        self._board = board
        self._answer = answer
        self._machine: Machine | None = None
        self._name = ""
        self._wanted: tuple[str, str, str] | None = None
        self._asked: tuple[str, str, str] | None = None
        self._changed = asyncio.Event()

    def use(self, name: str, machine: Machine | None) -> None:
        self._name, self._machine = name, machine

    def follow(self, run: UnitRun | None, *, may_work: bool) -> None:
        """Want what ``run`` asks of the machine now."""
        self._wanted = _wanted_by(run) if may_work else None
        self._changed.set()

    def retry(self) -> None:
        self._asked = None
        self._changed.set()

    def status_changed(self, status: DeviceStatus) -> None:
        if status.device == self._name and status.state is LinkState.READY:
            self.retry()

    def show(self, problem: Refusal | None = None) -> None:
        """Publish the machine's own state."""
        if self._machine is None:
            return
        self._board.update(
            machine=MachineView(
                machine=self._name,
                state=self._machine.state,
                is_part_present=self._machine.is_part_present,
                request=self._wanted[2] if self._wanted else None,
                problem=problem,
            )
        )

    async def run(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            if self._wanted is None:
                self._asked = None
            elif self._wanted != self._asked:
                self._asked = self._wanted
                await self._ask(*self._wanted)

    async def _ask(self, serial: str, step: str, request: str) -> None:
        if self._machine is None:
            problem = Refusal("machine.not_configured", {"request": request})
            view = MachineView("", "", is_part_present=False, request=request, problem=problem)
            self._board.update(machine=view)
            return
        self.show()
        result = await self._machine.request(request, serial)
        if self._wanted != (serial, step, request):
            return
        if result.is_confirmed:
            await self._answer(TakeMachineAnswer(request, ok=True), self._name, serial)
            self.show()
            return
        if result.outcome is Outcome.REJECTED:
            answer = TakeMachineAnswer(request, ok=False, code=result.code or "")
            await self._answer(answer, self._name, serial)
        facts = {"machine": self._name, "request": request, "code": result.code or ""}
        words = {"words": result.words or ""}
        self.show(Refusal(_CODES[result.outcome], facts | words | result.facts))


def _wanted_by(run: UnitRun | None) -> tuple[str, str, str] | None:
    if run is None or why_blocked(run) is not None or run.current is None:
        return None
    step = run.current.step
    if not isinstance(step, InstructStep) or step.machine is None:
        return None
    return run.serial, step.id, step.machine
