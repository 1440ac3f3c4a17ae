"""Checking, writing out and copying the journal from the station's screen, as long work."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.domain.refusal import Refusal
from app.domain.rights import CHANGE_SETTINGS
from app.services.acts import Act
from app.services.work_state import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ports.journal_care import JournalCare, OnProgress, Written
    from app.services.acts import Acts
    from app.services.long_work import LongWork, Told
    from app.services.state_board import StateBoard

T = TypeVar("T")

CHECK, EXPORT, COPY = "journal.check", "journal.export", "journal.copy"


@dataclass(frozen=True, slots=True)
class SeePlaces(Act):
    """Look where a file could be written now."""


@dataclass(frozen=True, slots=True)
class CheckJournal(Act):
    """Prove the journal from its file."""


@dataclass(frozen=True, slots=True)
class WriteJournal(Act):
    """``what`` is EXPORT or COPY; ``folder`` is one of the places seen."""

    what: str
    folder: str


class Stopped(Exception):
    """Whoever waited for this work does not want it any longer."""


class JournalCareDesk:
    """Runs on the I/O loop; the work itself on threads."""

    def __init__(self, care: JournalCare, board: StateBoard, works: LongWork) -> None:
        self._care = care
        self._board = board
        self._works = works

    def add_to(self, acts: Acts) -> None:
        acts.add(SeePlaces, self._see)
        acts.add(CheckJournal, self._check)
        acts.add(WriteJournal, self._write)

    async def _see(self, _act: SeePlaces) -> Refusal | None:
        self._board.update(places=await asyncio.to_thread(self._care.places))
        return None

    async def _check(self, _act: CheckJournal) -> Refusal | None:
        async def job(told: Told) -> Ending:
            found = await in_thread(self._care.check, told)
            code = "work.checked_bad" if found.problems else "work.checked"
            facts = {"count": str(found.events)}
            return Ending(code, is_ok=not found.problems, facts=facts, lines=found.problems)

        return self._works.start(CHECK, job)

    async def _write(self, act: WriteJournal) -> Refusal | None:
        people = self._board.state.people
        if not people.may(CHANGE_SETTINGS):
            return people.without(CHANGE_SETTINGS)
        if act.folder not in [place.folder for place in self._board.state.places]:
            return Refusal("journal.place_gone", {"place": act.folder})
        write = {EXPORT: self._care.export, COPY: self._care.copy}[act.what]

        def run(told: OnProgress) -> Written:
            return write(act.folder, told)

        async def job(told: Told) -> Ending:
            done = await in_thread(run, told)
            facts = {"count": str(done.events), "path": done.path}
            return Ending("work.written", is_ok=True, facts=facts)

        return self._works.start(act.what, job, about=act.folder)


async def in_thread(work: Callable[[OnProgress], T], told: Told) -> T:
    """Do blocking ``work`` off the loop; cancelled, it ends at its next word of progress.

    However fast the work tells, at most one word waits for the loop: the newest.
    """
    loop, is_stopped = asyncio.get_running_loop(), threading.Event()
    newest: deque[tuple[int, int]] = deque(maxlen=1)
    lock = threading.Lock()

    def pass_on() -> None:
        with lock:
            word = newest.pop()
        told(*word)

    def tell(done: int, total: int) -> None:
        if is_stopped.is_set():
            raise Stopped
        with lock:
            is_waiting = bool(newest)
            newest.append((done, total))
        if not is_waiting:
            loop.call_soon_threadsafe(pass_on)

    try:
        return await asyncio.to_thread(work, tell)
    except asyncio.CancelledError:
        is_stopped.set()
        raise
