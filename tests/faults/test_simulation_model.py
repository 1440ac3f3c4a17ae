"""The simulation's disk means what the journal's tables mean: the same steps, the same answers."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.journal import branches, sync_state
from app.journal.pruning import DAY_US, note_durable_backup, prune
from app.journal.segments import sealed_up_to
from app.journal.store import JournalStore
from app.ports.sync import BranchMark, FeedMark, PushMark
from sync.identity import Identity
from tests.helpers.effort import effort
from tests.helpers.journal_rig import STATION, FakeClock, make_store, note, open_store
from tests.helpers.simulation.disk import Disk, Event
from tests.helpers.simulation.rules import FORGOTTEN

STEPS = 40


class Pair:
    """A real journal and the model, always told the same."""

    def __init__(self, store: JournalStore, seed: int) -> None:
        self.luck = random.Random(seed)  # noqa: S311 (repeatable)
        self.store, self.disk = store, Disk()

    def append(self) -> None:
        count = self.luck.randrange(1, 4)
        self.store.append([note() for _ in range(count)])
        epoch = self.disk.epoch
        ours = self.disk.epochs[epoch].events
        with self.store.read() as db:
            for one in sync_state.events_after(db, epoch, after=len(ours), limit=count):
                ours.append(Event(one.seq, one.prev_hash, one.hash, one.raw, "", ""))

    def begin_epoch(self) -> None:
        number = self.disk.epoch + self.luck.randrange(2)
        self.store.begin_epoch(number)
        self.disk.begin_epoch(number)

    def move_push_mark(self) -> None:
        old = self.disk.push_mark()
        acked = self.luck.randrange(len(self.disk.epochs[old.epoch].events) + 1)
        generation = self.luck.choice(("g1", "g1", "g2"))
        fork = self.luck.choice((None, None, None, "another event"))
        mark = PushMark(generation, old.epoch, acked, fork, old.closed)
        with self.store.transaction() as db:
            sync_state.move_push_mark(db, mark, None)
        self.disk.move_push_mark(mark, forgets=FORGOTTEN)

    def move_branch_mark(self) -> None:
        old = self.disk.branch_mark()
        if old is not None:
            most = len(self.disk.epochs[old.epoch].events)
            mark = BranchMark(old.epoch, self.luck.randrange(most + 1))
            with self.store.transaction() as db:
                branches.move_branch_mark(db, mark)
            self.disk.branches[mark.epoch] = mark.kept

    def move_feed_mark(self) -> None:
        mark = FeedMark(self.luck.choice(("g1", "g2")), self.luck.randrange(9))
        with self.store.transaction() as db:
            sync_state.move_feed_mark(db, mark)
        self.disk.feed = mark

    def compare(self) -> None:
        disk = self.disk
        with self.store.read() as db:
            assert sync_state.push_mark(db) == disk.push_mark()
            assert branches.branch_mark(db) == disk.branch_mark()
            assert sync_state.feed_mark(db) == disk.feed
            for epoch in disk.epochs:
                seq = self.luck.randrange(len(disk.epochs[epoch].events) + 2)
                assert sync_state.hash_at(db, epoch, seq) == disk.hash_at(epoch, seq)
                theirs = sync_state.events_after(db, epoch, after=seq, limit=3)
                ours = disk.events(epoch, after=seq, limit=3)
                assert [(one.seq, one.prev_hash, one.hash) for one in theirs] == [
                    (one.seq, one.prev_hash, one.hash) for one in ours
                ]


@pytest.mark.parametrize("seed", range(effort(usual=12, soak=300)))
def test_the_model_answers_like_the_journal(tmp_path: Path, seed: int) -> None:
    store = open_store(tmp_path / "journal.db")
    pair = Pair(store, seed)
    doings = (
        pair.append,
        pair.append,
        pair.begin_epoch,
        pair.move_push_mark,
        pair.move_push_mark,
        pair.move_branch_mark,
        pair.move_feed_mark,
    )
    for _ in range(STEPS):
        pair.luck.choice(doings)()
        pair.compare()
    store.close()


def test_the_last_pruned_event_is_still_known_by_its_hash(tmp_path: Path) -> None:
    """A server restored to just there would else be taken for one with another history."""
    clock = FakeClock()
    store = make_store(tmp_path / "journal.db", clock=clock)
    store.signer = Identity(STATION, b"k" * 32)
    store.open()
    for _ in range(30):
        store.append([note() for _ in range(50)])
    with store.transaction() as db:
        sync_state.move_push_mark(db, PushMark("g1", 1, 1500), None)
        note_durable_backup(db, (1, 1500))
        hashes = {one.seq: one.hash for one in sync_state.events_after(db, 1, after=0, limit=1500)}
    assert prune(store, keep_days=1, now_us=clock.us + 2 * DAY_US).events > 0
    with store.read() as db:
        last = sealed_up_to(db).seq
        assert sync_state.hash_at(db, 1, last) == hashes[last]
        assert sync_state.hash_at(db, 1, last - 1) is None
    store.close()
