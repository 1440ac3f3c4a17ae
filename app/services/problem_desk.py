"""Everything that is wrong: problems, what they are, defects, and what is decided about them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import ProblemReported
from app.domain.problem_events import ProblemDescribed, ProblemEnded
from app.domain.refusal import Refusal
from app.services.acts import Act
from app.services.card import Card
from app.services.defects import Defects
from app.services.snapshots import Snapshots
from app.services.station_state import ReportedProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.event_body import Body
    from app.domain.unit_run import UnitRun
    from app.ports.devices import Camera
    from app.services.workplace import Workplace

NOT_SAFE = "not_safe"


@dataclass(frozen=True, slots=True)
class DescribeProblem(Act):
    """What a problem reported before is."""

    code: str
    words: str = ""
    with_photo: bool = False


@dataclass(frozen=True, slots=True)
class EndDanger(Act):
    """It is safe again; ``how`` is what was done, "other" needs ``words``."""

    how: str
    words: str = ""


class ProblemDesk:
    """Builds the services about what is wrong, and does their acts.  Call it inside a turn."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        self._actor = at.actor
        self._snaps = self.snaps = Snapshots(ports=at.ports, board=at.board)
        self._card = Card(at)
        self._defects = Defects(at, snaps=self._snaps)
        for service in (self._snaps, self._card, self._defects):
            service.add_to(at.acts)
        at.acts.add(DescribeProblem, self._describe)
        at.acts.add(EndDanger, self._end_danger)

    def use(self, cameras: Mapping[str, Camera]) -> None:
        self._snaps.use(cameras)

    async def run(self) -> None:
        """Take photos and look up like cases until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._snaps.run())
            group.create_task(self._card.run())

    async def reported(self, code: str) -> None:
        """Recorded before it is explained; what is not safe stops the unit."""
        await self._work.note(self._actor(), ProblemReported(code=code, step=self._work.step_id))
        self._board.update(reported=ReportedProblem(code, self._ports.clock.now_us()))

    async def follow(self, run: UnitRun | None) -> None:
        await self._defects.follow(run)
        await self._card.follow(run)

    async def see_documents(self) -> None:
        """The plant's lists of defects, causes and cases may have changed."""
        self._defects.forget()
        await self._card.see_documents()

    def noted(self, bodies: tuple[Body, ...]) -> None:
        self._card.noted(bodies)

    async def _describe(self, act: DescribeProblem) -> Refusal | None:
        photo = await self._snaps.keep() if act.with_photo else None
        if not act.words.strip() and photo is None:
            return Refusal("problem.no_words", {})
        described = ProblemDescribed(
            code=act.code,
            words=act.words.strip() or None,
            photo=photo,
            step=self._work.step_id,
        )
        await self._work.note(self._actor(), described)
        self._snaps.drop()
        self._board.update(reported=ReportedProblem(act.code, self._ports.clock.now_us()))
        return None

    async def _end_danger(self, act: EndDanger) -> Refusal | None:
        run = self._work.run
        if run is None or not run.is_stopped:
            return None
        if act.how == "other" and not act.words.strip():
            return Refusal("problem.no_words", {})
        ended = ProblemEnded(
            code=NOT_SAFE, how=act.how, words=act.words.strip() or None, step=self._work.step_id
        )
        await self._work.note(self._actor(), ended)
        self._board.update(refusal=None)
        return None
