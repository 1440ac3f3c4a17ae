"""A durable append to journals of a thousand to a million events, in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.durable import sync_file
from bench.journal_append import timed
from bench.long_journal import long_journal, open_journal, tightening
from bench.rows import Row, Times, median_row
from bench.scale import scaled

if TYPE_CHECKING:
    from pathlib import Path

    from app.journal.store import JournalStore

ROUNDS = 2_000
#: Before anything counts: pages come into the cache, and each log is written over in place.
WARM_UP = 250
#: However long the journal is: at most a fifth slower than the shortest.
MOST_RATIO = 1.2


def run() -> list[Row]:
    """All journals are open at once; each round appends one tightening to each."""
    million = scaled(1_000_000)
    lengths = [million // 1_000, million // 100, million // 10, million]
    stores = {length: open_journal(_on_the_disk(long_journal(length))) for length in lengths}
    try:
        times = {length: Times(_name(length), took) for length, took in _measure(stores).items()}
    finally:
        for store in stores.values():
            store.close()
    shortest = times[lengths[0]]
    longer = [median_row(times[n], shortest, most=MOST_RATIO) for n in lengths[1:]]
    return [median_row(shortest), *longer]


def _on_the_disk(path: Path) -> Path:
    """A gigabyte that the system still has to write would be paid for by the first appends."""
    sync_file(path)
    return path


def _measure(stores: dict[int, JournalStore]) -> dict[int, list[float]]:
    took: dict[int, list[float]] = {length: [] for length in stores}
    turns = list(stores.items())
    for n in range(WARM_UP + ROUNDS):
        turns.append(turns.pop(0))  # nobody always comes after the same neighbour
        for length, store in turns:
            # Controllers count on: the number is one beyond all that are there.
            event = tightening(length + n)
            took[length].append(timed(lambda s=store, e=event: s.append((e,))))  # type: ignore[misc]  # mypy cannot infer the defaults' types
    return {length: times[WARM_UP:] for length, times in took.items()}


def _name(length: int) -> str:
    return f"journal of {length:,}: a tightening"
