"""Leaving the open step out: where the plan names a right, by who has it, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.domain.rules import Command, SkipStep
from app.services.acts import Act

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.services.acts import Acts
    from app.services.state_board import StateBoard


@dataclass(frozen=True, slots=True)
class LeaveOut(Act):
    """``step`` is the one the person saw."""

    step: str
    reason: str


class LeavingOut:
    """``do`` applies a command to the open unit, inside the station's turn."""

    def __init__(
        self, board: StateBoard, do: Callable[[Command], Awaitable[Refusal | None]]
    ) -> None:
        self._board = board
        self._do = do

    def add_to(self, acts: Acts) -> None:
        acts.add(LeaveOut, self._leave_out)

    async def _leave_out(self, act: LeaveOut) -> Refusal | None:
        run, people = self._board.state.run, self._board.state.people
        current = None if run is None else run.current
        if current is None or current.step.id != act.step:
            return Refusal("skip.step_over", {"step": act.step})
        refusal = await self._do(SkipStep(act.reason, people.rights))
        if refusal is not None and refusal.code == "skip.no_right":
            return people.without(refusal.facts["right"])
        return refusal
