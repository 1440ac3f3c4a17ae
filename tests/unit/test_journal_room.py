"""The room of pruned events goes back to the disk, or the answer says why not."""

from __future__ import annotations

import random
from pathlib import Path

import apsw
import pytest

from app.journal import room as room_module
from app.journal.checkpoints import EVENTS_BETWEEN
from app.journal.export import export
from app.journal.room import Room, give_back
from app.journal.store import JournalStore
from app.journal.verify import Verdict
from tests.helpers.aged_journal import (
    SIGNER,
    aged_store,
    check,
    confirm,
    prune_aged,
    signing_store,
)
from tests.helpers.journal_rig import (
    STATION,
    FakeClock,
    note,
)
from tests.helpers.power_cut import Disk


@pytest.fixture
def aged(tmp_path: Path) -> JournalStore:
    return aged_store(tmp_path / "j.db")


def _make_older_file(path: Path) -> None:
    """As software made it that never gave room back."""
    db = apsw.Connection(str(path))
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.close()


def _much_to_prune(path: Path) -> JournalStore:
    store = signing_store(path)
    store.append([note("x" * 2_000) for _ in range(EVENTS_BETWEEN)])
    store.append((note(),))
    confirm(store, 1, EVENTS_BETWEEN + 1)
    return store


@pytest.mark.parametrize("is_older", [False, True])
def test_pruning_gives_the_room_back_to_the_disk(tmp_path: Path, *, is_older: bool) -> None:
    path = tmp_path / "j.db"
    if is_older:
        _make_older_file(path)
    store = _much_to_prune(path)
    with store.read() as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        before = path.stat().st_size
        assert before > 2_000_000
    room = prune_aged(store, keep_days=-1).room
    assert room.kept_for == ""
    assert path.stat().st_size == before - room.freed_bytes < 400_000
    assert path.with_name("j.db-wal").stat().st_size == 0
    assert check(path) == Verdict(EVENTS_BETWEEN + 1, None, ())
    assert prune_aged(store, keep_days=-1).room == Room(0)
    store.close()


def test_an_older_file_is_not_written_anew_where_there_is_no_room_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make_older_file(tmp_path / "j.db")
    store = _much_to_prune(tmp_path / "j.db")
    monkeypatch.setattr(room_module, "SPARE_BYTES", 1 << 60)  # no disk has this
    done = prune_aged(store, keep_days=-1)
    assert (done.events, done.room.freed_bytes) == (EVENTS_BETWEEN, 0)
    assert "MB free on its disk; free that much and prune again" in done.room.kept_for
    monkeypatch.undo()
    assert prune_aged(store, keep_days=-1).room.freed_bytes > 2_000_000
    store.close()


@pytest.mark.parametrize("written_before", [0, 10, 40, 60])
def test_a_disk_that_fills_up_while_an_older_file_is_written_anew_loses_nothing(
    tmp_path: Path, written_before: int
) -> None:
    disk = Disk(f"full-at-vacuum-{written_before}", 1)
    _make_older_file_on(disk, tmp_path / "j.db")
    store = JournalStore(
        tmp_path / "j.db",
        station=STATION,
        clock=FakeClock(),
        random_bytes=random.Random(1).randbytes,  # noqa: S311 (repeatable)
        connect=disk.connect,
        signer=SIGNER,
    )
    store.open()
    store.append([note("x" * 2_000) for _ in range(100)])
    with store.transaction() as db:
        db.execute("CREATE TABLE removed AS SELECT raw FROM event")
        db.execute("DROP TABLE removed")
    answers = iter([None] * written_before + [apsw.FullError("no room")])
    disk.write_fault = lambda: next(answers, None)
    kept = give_back(store)
    assert next(answers, "used up") == "used up"
    assert "free that much and prune again" in kept.kept_for
    assert store.append((note(),)).first_seq == 101
    assert give_back(store).freed_bytes > 0
    store.close()


def _make_older_file_on(disk: Disk, path: Path) -> None:
    db = disk.connect(str(path))
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.close()


def test_room_is_given_back_around_what_stays(aged: JournalStore) -> None:
    """Newer events, written behind the old ones, move to the front of the file."""
    aged.append([note("y" * 3_000) for _ in range(50)])
    whole = list(export(aged.path))
    with aged.transaction() as db:
        db.execute("CREATE TABLE removed AS SELECT raw FROM event")
        db.execute("INSERT INTO removed SELECT zeroblob(3000) FROM event")
    aged.append([note("z" * 3_000) for _ in range(50)])
    with aged.transaction() as db:
        db.execute("DROP TABLE removed")
    assert give_back(aged).freed_bytes > 100_000
    assert list(export(aged.path))[: len(whole)] == whole
    assert check(aged.path) == Verdict(131, None, ())
    aged.close()
