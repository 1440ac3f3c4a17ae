"""Work that takes longer than a breath: what it is, how far it is, and a way to stop it.

Nothing waits for it.  It runs beside the station's turns, one of a name at a time, and what
became of it stays on the board until somebody has seen it.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.errors import AsbuiltError
from app.domain.refusal import Refusal
from app.services.acts import Act
from app.services.work_state import Ending, Work

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.ports.clock import Clock
    from app.services.acts import Acts
    from app.services.state_board import StateBoard

    #: Told how much of how much is done; a total of 0 means nobody knows.
    Told = Callable[[int, int], None]
    #: What a job does; answers with what became of it.
    Job = Callable[[Told], Awaitable[Ending]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CancelWork(Act):
    """Somebody does not want to wait for it any longer."""

    name: str


class LongWork:
    """Starts, tells of, and cancels long work.  Runs on the I/O loop."""

    def __init__(self, board: StateBoard, clock: Clock) -> None:
        self._board = board
        self._clock = clock
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def add_to(self, acts: Acts) -> None:
        acts.add(CancelWork, self._cancel)

    def start(
        self, name: str, job: Job, *, about: str = "", can_cancel: bool = True
    ) -> Refusal | None:
        """Begin ``job``; a second one of the same name is refused while the first goes on."""
        running = self._tasks.get(name)
        if running is not None and not running.done():
            return Refusal("work.running")
        self._put(Work(name, self._clock.now_us(), can_cancel=can_cancel, about=about))
        self._tasks[name] = asyncio.create_task(self._run(name, job), name=f"work {name}")
        return None

    def tell(self, name: str, done: int, total: int) -> None:
        """Work that somebody else does; ``done`` reaching ``total`` ends it."""
        before = self._of(name)
        if total and done < total:
            since = self._clock.now_us() if before is None else before.since_us
            self._put(Work(name, since, done, total, can_cancel=False))
        elif before is not None:
            self._drop(name)

    async def run(self) -> None:
        """Cancel what still runs when the station stops."""
        try:
            await asyncio.Event().wait()
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _run(self, name: str, job: Job) -> None:
        def told(done: int, total: int) -> None:
            work = self._of(name)
            if work is not None:
                self._put(replace(work, done=done, total=total))

        try:
            ending = await job(told)
        except asyncio.CancelledError:
            self._end(name, Ending("work.cancelled", is_ok=False))
            raise
        except AsbuiltError as fault:
            log.warning("%s failed: %s", name, fault)
            ending = Ending("work.failed", is_ok=False, facts={"why": str(fault)})
        except OSError as error:
            log.warning("%s failed: %s", name, error)
            why = error.strerror or str(error)
            ending = Ending("work.failed", is_ok=False, facts={"why": why})
        except Exception as error:  # the edge of the work: it must not seem to go on for ever
            log.exception("%s failed", name)
            ending = Ending("work.failed", is_ok=False, facts={"why": str(error)})
        self._end(name, ending)

    async def _cancel(self, act: CancelWork) -> Refusal | None:
        task, work = self._tasks.get(act.name), self._of(act.name)
        if task is None or work is None or task.done():
            return None
        if not work.can_cancel:
            return Refusal("work.not_cancelled")
        task.cancel()
        return None

    def _end(self, name: str, ending: Ending) -> None:
        work = self._of(name)
        if work is not None:
            self._put(replace(work, ending=ending, ended_us=self._clock.now_us()))

    def _of(self, name: str) -> Work | None:
        return next((w for w in self._board.state.works if w.name == name), None)

    def _put(self, work: Work) -> None:
        others = tuple(w for w in self._board.state.works if w.name != work.name)
        self._board.update(works=(*others, work))

    def _drop(self, name: str) -> None:
        self._board.update(works=tuple(w for w in self._board.state.works if w.name != name))
