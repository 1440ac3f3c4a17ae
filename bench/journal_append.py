"""A durable append of the journal against a bare write and fsync, interleaved in one run."""

from __future__ import annotations

import os
import tempfile
import time
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.envelope import Actor, Refs, encode_envelope
from app.domain.events import NoteWritten, TighteningRecorded
from app.domain.readings import Judgement, Quantity, Reading, ReadingKind
from app.journal.store import JournalStore
from app.ports.journal import NewEvent
from app.runtime.clock import SystemClock
from bench.rows import Row, row

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 3_000
#: A note and a tightening, against writing the same bytes to a file.
PROMISED_RATIO = 1.5


def run() -> list[Row]:
    """Time each of them in turn, so that the disk's moods meet all alike."""
    with tempfile.TemporaryDirectory(dir=".", prefix=".bench-") as folder:
        store = JournalStore(
            Path(folder) / "journal.db",
            station="BENCH",
            clock=SystemClock(),
            random_bytes=os.urandom,
        )
        store.open()
        handle = os.open(Path(folder) / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        try:
            return _measure(store, handle)
        finally:
            os.close(handle)
            store.close()


def _measure(store: JournalStore, handle: int) -> list[Row]:
    sample = encode_envelope(store.append((tightening(-1),)).envelopes[0])
    raw, notes, tightenings, bursts = [], [], [], []
    for n in range(ROUNDS):
        raw.append(_timed(lambda: _write_and_sync(handle, sample)))
        notes.append(_timed(lambda: store.append((note(),))))
        tightenings.append(_timed(lambda n=n: store.append((tightening(n),))))  # type: ignore[misc]  # mypy cannot infer the default's type
        if n % 20 == 0:
            batch = [(note(),) for _ in range(64)]
            bursts.append(_timed(lambda b=batch: store.append_group(b)) / 64)  # type: ignore[misc]
    baseline = row(f"write + fsync, {len(sample)} bytes", raw)
    return [
        baseline,
        row("journal: a note", notes, baseline, PROMISED_RATIO),
        row("journal: a tightening", tightenings, baseline, PROMISED_RATIO),
        row("journal: a note in a burst of 64", bursts, baseline, PROMISED_RATIO),
    ]


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1_000


def _write_and_sync(handle: int, content: bytes) -> None:
    os.write(handle, content)
    os.fsync(handle)


def note() -> NewEvent:
    """Somebody's words."""
    return NewEvent(NoteWritten(text="Cover replaced, seal looked worn"), Actor("person", "P-17"))


def tightening(number: int) -> NewEvent:
    """A rundown as a controller reports it."""
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
        identifiers=("0418-77231",),
    )
    body = TighteningRecorded(
        step="30", position="1", attempt=1, ok=True, counted=True, reading=reading
    )
    refs = Refs(order="4711", unit="0418-77231", operation="10", step="30")
    return NewEvent(body, Actor("device", "T-07"), refs)
