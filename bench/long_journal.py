"""Journals of any length, fast: real units through the real store, thousands in a transaction."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.envelope import Actor, Refs
from app.domain.events import NoteWritten, TighteningRecorded, UnitCompleted, UnitStarted
from app.domain.readings import Judgement, Quantity, Reading, ReadingKind
from app.journal.store import JournalStore
from app.ports.journal import NewEvent
from app.runtime.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator

STATION = "BENCH"
EVENTS_A_UNIT = 10
_UNITS_AT_ONCE = 1_000
_PERSON = Actor("person", "P-17")
_TOOL = Actor("device", "T-07")


def open_journal(path: Path, station: str = STATION) -> JournalStore:
    """An open store on ``path``, as the station has it."""
    store = JournalStore(path, station=station, clock=SystemClock(), random_bytes=os.urandom)
    store.open()
    return store


def long_journal(count: int) -> Path:
    """A journal of ``count`` events of the caller's own, gone at the end of the run."""
    path = scratch_folder() / "journal.db"
    shutil.copyfile(_built_once(count), path)
    return path


@functools.cache
def _built_once(count: int) -> Path:
    """Nobody but :func:`long_journal` knows where: whoever appends does so to a copy."""
    path = scratch_folder() / "journal.db"
    store = open_journal(path)
    fill(store, count)
    store.close()
    return path


def scratch_folder() -> Path:
    """A folder on this disk (not in memory), gone at the end of the run."""
    folder = Path(tempfile.mkdtemp(dir=".", prefix=".bench-")).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def fill(store: JournalStore, count: int) -> None:
    """Append ``count`` events: finished units of ten, the last one as far as it comes."""
    batch: list[NewEvent] = []
    for number in range(-(-count // EVENTS_A_UNIT)):
        batch += unit_of_work(number)
        if number % _UNITS_AT_ONCE == _UNITS_AT_ONCE - 1:
            store.append(batch)
            batch = []
    if batch:
        store.append(batch[: len(batch) - -count % EVENTS_A_UNIT])


def unit_of_work(number: int) -> Iterator[NewEvent]:
    """One unit from its first scan to its last bolt."""
    serial = f"0418-{number:07}"
    refs = Refs(order="4711", unit=serial, operation="10")
    started = UnitStarted(
        serial=serial,
        order="4711",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision="r1",
        raw=serial,
    )
    yield NewEvent(started, _PERSON, refs)
    for bolt in range(EVENTS_A_UNIT - 2):
        yield tightening(number * EVENTS_A_UNIT + bolt, serial)
    yield NewEvent(UnitCompleted(serial=serial, evidence="provable"), _PERSON, refs)


def note() -> NewEvent:
    """Somebody's words."""
    return NewEvent(NoteWritten(text="Cover replaced, seal looked worn"), _PERSON)


def tightening(number: int, unit: str = "0418-77231") -> NewEvent:
    """A rundown as a controller reports it; ``number`` is the controller's own."""
    torque = Quantity(
        "torque",
        Decimal("25.10"),
        "N.m",
        Decimal("23.50"),
        Decimal("26.50"),
        Decimal("25.00"),
        Judgement.OK,
    )
    reading = Reading(
        kind=ReadingKind.TIGHTENING,
        source="T-07",
        result_id=str(number),
        received_at=datetime(2026, 11, 20, 8, 35, 20, tzinfo=UTC),
        ok=True,
        values=(torque, Quantity("angle", Decimal(59), "deg", judgement=Judgement.OK)),
        program="12",
        identifiers=(unit,),
    )
    body = TighteningRecorded(
        step="30", position="1", attempt=1, ok=True, counted=True, reading=reading
    )
    refs = Refs(order="4711", unit=unit, operation="10", step="30")
    return NewEvent(body, _TOOL, refs)
