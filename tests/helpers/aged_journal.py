"""A journal with old, finished, confirmed units: what pruning takes away."""

from __future__ import annotations

from pathlib import Path

from app.domain.envelope import head_message
from app.journal.pruning import DAY_US, Pruned, note_durable_backup, prune
from app.journal.store import JournalStore
from app.journal.sync_state import move_push_mark
from app.journal.verify import Verdict, verify
from app.ports.sync import PushMark
from sync.identity import Identity
from tests.helpers.journal_rig import (
    STATION,
    FakeClock,
    completed,
    make_store,
    note,
    started,
    tightening,
)

SIGNER = Identity(STATION, b"k" * 32)


def check(path: Path) -> Verdict:
    return verify(path, read_blob=lambda _: b"", head_message=head_message)


def signing_store(path: Path, clock: FakeClock | None = None) -> JournalStore:
    store = make_store(path, clock=clock)
    store.signer = SIGNER
    store.open()
    return store


def whole_unit(store: JournalStore, number: int) -> None:
    serial = f"U-{number}"
    store.append((started(serial), tightening(str(number), unit=serial)))
    store.append((completed(serial),))


def confirm(store: JournalStore, epoch: int, acked: int, *, backup: int | None = None) -> None:
    with store.transaction() as db:
        move_push_mark(db, PushMark("g", epoch, acked), None)
        note_durable_backup(db, (epoch, acked if backup is None else backup))


def prune_aged(store: JournalStore, keep_days: int = 30) -> Pruned:
    return prune(store, keep_days=keep_days, now_us=FakeClock().us + 100 * DAY_US)


def aged_store(path: Path) -> JournalStore:
    """Ten units of 30 events, a hundred days ago, confirmed and in a backup; then one note."""
    clock = FakeClock()
    store = signing_store(path, clock)
    for number in range(10):
        whole_unit(store, number)
    clock.advance(100 * 86_400)
    store.append((note("today"),))
    confirm(store, 1, 31)
    return store
