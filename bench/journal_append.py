"""A durable append of the journal against a bare write and fsync, interleaved in one run."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.envelope import encode_envelope
from bench.long_journal import note, open_journal, tightening
from bench.rows import Row, Times, median_row, p99_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.journal.store import JournalStore

ROUNDS = 3_000
BURST = 64
#: With the chain and the projections, against writing the same bytes to a file.
MOST_MEDIAN = 1.5
MOST_P99 = 2.5


def run() -> list[Row]:
    """Time each of them in turn, so that the disk's moods meet all alike."""
    with tempfile.TemporaryDirectory(dir=".", prefix=".bench-") as folder:
        store = open_journal(Path(folder) / "journal.db")
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
        raw.append(timed(lambda: _write_and_sync(handle, sample)))
        notes.append(timed(lambda: store.append((note(),))))
        tightenings.append(timed(lambda n=n: store.append((tightening(n),))))  # type: ignore[misc]  # mypy cannot infer the default's type
        if n % 20 == 0:
            batch = [(note(),) for _ in range(BURST)]
            bursts.append(timed(lambda b=batch: store.append_group(b)) / BURST)  # type: ignore[misc]
    base = Times(f"write + fsync, {len(sample)} bytes", raw)
    one_note = Times("journal: a note", notes)
    one_tightening = Times("journal: a tightening", tightenings)
    return [
        median_row(base),
        p99_row(base),
        median_row(one_note, base, most=MOST_MEDIAN),
        p99_row(one_note, base, most=MOST_P99),
        median_row(one_tightening, base, most=MOST_MEDIAN),
        p99_row(one_tightening, base, most=MOST_P99),
        median_row(Times(f"journal: a note in a burst of {BURST}", bursts), base),
    ]


def timed(call: Callable[[], object]) -> float:
    """How long ``call`` takes, in microseconds."""
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1_000


def _write_and_sync(handle: int, content: bytes) -> None:
    os.write(handle, content)
    os.fsync(handle)
