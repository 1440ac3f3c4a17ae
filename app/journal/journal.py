"""The journal for the I/O loop: one thread of its own writes, callers wait for the commit.

Appends that arrive while a commit is under way share the next one; each is still all or nothing.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

import apsw
import msgspec

from app.domain.errors import Bug, StorageFault
from app.journal import (
    attendance_projection,
    curve_projection,
    defect_projection,
    documents,
    forms_projection,
    label_projection,
    line_projection,
    material_projection,
    memory_projection,
    quality_projection,
    queries,
    sample_projection,
    spc_projection,
    told_units,
)
from app.journal.schema import is_short, reader, structure_problem
from app.journal.sealed_reads import read_unit, segments_with_unit
from app.ports.journal import Appended, NewEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from msgspec import Struct

    from app.domain.defects import Counts
    from app.domain.envelope import Envelope
    from app.domain.forms import FormMoments, FormRecord
    from app.domain.handover import Standing
    from app.domain.sampling import Sample
    from app.journal.store import JournalStore, Outcome
    from app.ports.charts import ChartRecord
    from app.ports.curves import GoodCurve, JointRecord, UnreadCurve
    from app.ports.devices import LastResult
    from app.ports.journal import LineFact, LotStock, QualityFact, Unassigned
    from app.ports.memory import Known, LastChange, Sighting, SituationRecord
    from app.ports.units import ToldMark, ToldPage

_log = logging.getLogger(__name__)

R = TypeVar("R")
T = TypeVar("T", bound="Struct")

#: More would make the first of a burst wait for too many others.
MOST_IN_ONE_COMMIT = 64


class SqliteJournal:
    """Implements the ports Journal, Reference and ToldUnits over a :class:`JournalStore`.

    Made and used on one event loop.  A cancelled append may still become durable.
    """

    def __init__(self, store: JournalStore) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._loop = asyncio.get_running_loop()
        self._wakes: list[Callable[[], None]] = []
        self._guard = threading.Lock()
        self._queue: list[tuple[tuple[NewEvent, ...], asyncio.Future[Appended]]] = []

    async def open(self) -> None:
        """Open the file; see :meth:`JournalStore.open` for what can be wrong with it."""
        await self.work(self._store.open)

    async def reopen(self) -> None:
        """Try again after a StorageFault."""
        await self.work(self._store.reopen)

    async def check(self) -> None:
        """Read the whole file beside the work, when opening did not because it is long.

        Call it once after :meth:`open`, on a task of its own.  Damage closes the journal: whoever
        writes next hears of it.
        """
        if await self.read(is_short):
            return
        problem = await asyncio.to_thread(_problem_in, self._store.path)
        if problem is not None:
            _log.error("the journal %s is damaged: %s", self._store.path, problem)
            await self.work(lambda: self._store.condemn(problem))

    async def close(self) -> None:
        """Finish what is queued and give the file up."""
        while self._queue:
            await self.work(lambda: None)
        await self.work(self._store.close)
        self._thread.shutdown()

    @property
    def store(self) -> JournalStore:
        """The store itself; touch it only from within :meth:`work`."""
        return self._store

    def on_append(self, wake: Callable[[], None]) -> None:
        """Call ``wake`` on the loop after each durable append."""
        self._wakes.append(wake)

    async def work(self, call: Callable[[], R]) -> R:
        """Run ``call`` on the journal's thread, after everything queued before it."""
        return await self._loop.run_in_executor(self._thread, call)

    async def read(self, query: Callable[[apsw.Connection], R]) -> R:
        def run() -> R:
            with self._store.read() as db:
                return query(db)

        return await self.work(run)

    async def change(self, effect: Callable[[apsw.Connection], R]) -> R:
        """Run ``effect`` in a durable transaction."""

        def run() -> R:
            with self._store.transaction() as db:
                return effect(db)

        return await self.work(run)

    async def append(self, *events: NewEvent) -> Appended:
        done: asyncio.Future[Appended] = self._loop.create_future()
        with self._guard:
            is_first = not self._queue
            self._queue.append((events, done))
        if is_first:
            self._thread.submit(self._commit_queue)
        return await done

    async def unit_events(self, serial: str) -> tuple[Envelope, ...]:
        """Also what was pruned.

        Raises:
            StorageFault: a sealed part with events of the unit is missing or damaged.
        """
        newer, segments = await self.read(
            lambda db: (queries.unit_events(db, serial), segments_with_unit(db, serial))
        )
        if not segments:
            return newer
        older = await asyncio.to_thread(read_unit, self._store.path, segments, serial)
        return older + newer

    async def open_unit(self) -> str | None:
        return await self.read(queries.open_unit)

    async def done_count(self, order: str) -> int:
        return await self.read(lambda db: queries.done_count(db, order))

    async def unit_state(self, serial: str) -> str | None:
        return await self.read(lambda db: queries.unit_state(db, serial))

    async def fitted_in(self, part: str, serial: str) -> str | None:
        return await self.read(lambda db: queries.fitted_in(db, part, serial))

    async def last_result(self, source: str) -> LastResult | None:
        return await self.read(lambda db: queries.last_result(db, source))

    async def unassigned(self, most: int) -> Unassigned:
        return await self.read(lambda db: queries.unassigned(db, most))

    async def open_labels(self) -> tuple[tuple[str, str, str | None], ...]:
        return await self.read(label_projection.open_labels)

    async def label_of(self, unit: str) -> str | None:
        return await self.read(lambda db: label_projection.label_of(db, unit))

    async def lately(self, kind: str, since_us: int) -> tuple[Envelope, ...]:
        return await self.read(lambda db: queries.lately(db, kind, since_us))

    async def defect_counts(self, product: str, since_us: int) -> Counts:
        return await self.read(lambda db: defect_projection.defect_counts(db, product, since_us))

    async def opened_lots(self) -> dict[str, datetime]:
        return await self.read(material_projection.opened_at)

    async def line_stock(self) -> tuple[LotStock, ...]:
        return await self.read(material_projection.line_stock)

    async def line_facts(self, since_us: int) -> tuple[LineFact, ...]:
        return await self.read(lambda db: line_projection.line_facts(db, since_us))

    async def last_here(self, person: str) -> int | None:
        return await self.read(lambda db: attendance_projection.last_here(db, person))

    async def reason_counts(self, since_us: int) -> dict[str, int]:
        return await self.read(lambda db: line_projection.reason_counts(db, since_us))

    async def quality_facts(self) -> tuple[QualityFact, ...]:
        return await self.read(quality_projection.quality_facts)

    async def samples(self, instruction: str, step: str) -> tuple[Sample, ...]:
        return await self.read(lambda db: sample_projection.samples(db, instruction, step))

    async def chart_record(self, characteristic: str, most: int) -> ChartRecord:
        return await self.read(lambda db: spc_projection.chart_record(db, characteristic, most))

    async def unread_curves(self, since_us: int, most: int) -> tuple[UnreadCurve, ...]:
        return await self.read(lambda db: curve_projection.unread_curves(db, since_us, most))

    async def joint_record(self, joint: str, source: str, since_us: int) -> JointRecord:
        return await self.read(
            lambda db: curve_projection.joint_record(db, joint, source, since_us)
        )

    async def good_curves(self, joint: str, since_us: int, most: int) -> tuple[GoodCurve, ...]:
        return await self.read(lambda db: curve_projection.good_curves(db, joint, since_us, most))

    async def sightings(self, since_us: int, most: int) -> tuple[Sighting, ...]:
        return await self.read(lambda db: memory_projection.sightings(db, since_us, most))

    async def situations(self, since_us: int) -> tuple[SituationRecord, ...]:
        return await self.read(lambda db: memory_projection.situations(db, since_us))

    async def tool_changes(self, since_us: int) -> tuple[LastChange, ...]:
        return await self.read(lambda db: memory_projection.tool_changes(db, since_us))

    async def last_change(self, place: str = "") -> LastChange | None:
        return await self.read(lambda db: memory_projection.last_change(db, place))

    async def lot_count(self, part: str, lot: str, key: str) -> tuple[int, int]:
        return await self.read(lambda db: memory_projection.lot_count(db, part, lot, key))

    async def known(self, kind: str, after: int, most: int) -> Known:
        return await self.read(lambda db: memory_projection.known(db, kind, after, most))

    async def form_records(self) -> tuple[FormRecord, ...]:
        return await self.read(forms_projection.form_records)

    async def form_moments(self) -> FormMoments:
        return await self.read(forms_projection.form_moments)

    async def open_form(self) -> str | None:
        return await self.read(forms_projection.open_form)

    async def standing_units(self) -> tuple[Standing, ...]:
        return await self.read(line_projection.standing_units)

    async def told_mark(self, serial: str) -> ToldMark:
        return await self.read(lambda db: told_units.told_mark(db, serial))

    async def told(self, serial: str) -> tuple[Envelope, ...]:
        found = await self.read(lambda db: told_units.told_events(db, serial))
        if found is None:
            await self.change(lambda db: told_units.forget_told(db, serial))
        return found or ()

    async def keep_told(self, serial: str, page: ToldPage, now_us: int) -> ToldMark:
        return await self.change(lambda db: told_units.keep_told(db, serial, page, now_us))

    async def get(self, kind: type[T], key: str) -> T | None:
        body = await self.read(lambda db: documents.body_of(db, _kind_of(kind), key))
        return None if body is None else msgspec.json.decode(body, type=kind)

    async def all(self, kind: type[T]) -> Sequence[T]:
        bodies = await self.read(lambda db: documents.bodies_of(db, _kind_of(kind)))
        return [msgspec.json.decode(body, type=kind) for body in bodies]

    async def position(self, kind: type[Struct], key: str) -> int | None:
        return await self.read(lambda db: documents.position_of(db, _kind_of(kind), key))

    async def instruction(self, revision: str) -> bytes | None:
        return await self.read(lambda db: documents.instruction_bytes(db, revision))

    def _commit_queue(self) -> None:
        with self._guard:
            group = self._queue[:MOST_IN_ONE_COMMIT]
            self._queue = self._queue[MOST_IN_ONE_COMMIT:]
            if self._queue:
                self._thread.submit(self._commit_queue)
        # Nobody may wait for ever, also when the mistake is ours.
        outcomes: Sequence[Outcome | StorageFault] = [Bug("the journal failed")] * len(group)
        try:
            outcomes = self._store.append_group([events for events, _ in group])
        except StorageFault as fault:
            outcomes = [fault] * len(group)
        finally:
            self._loop.call_soon_threadsafe(self._settle, [done for _, done in group], outcomes)

    def _settle(
        self,
        waiting: Sequence[asyncio.Future[Appended]],
        outcomes: Sequence[Outcome | StorageFault],
    ) -> None:
        for done, outcome in zip(waiting, outcomes, strict=True):
            if done.done():
                continue  # its caller was cancelled meanwhile
            if isinstance(outcome, Appended):
                done.set_result(outcome)
            else:
                done.set_exception(outcome)
        if any(isinstance(outcome, Appended) for outcome in outcomes):
            for wake in self._wakes:
                wake()


def _problem_in(path: Path) -> str | None:
    try:
        with reader(path) as db:
            return structure_problem(db)
    except apsw.CorruptError as error:
        return str(error)
    except (apsw.Error, StorageFault):
        _log.exception("the journal %s could not be checked; its station goes on", path)
        return None


def _kind_of(kind: type[Struct]) -> str:
    name: str = kind.KIND  # type: ignore[attr-defined]  # every class of app.domain.plant has it
    return name
