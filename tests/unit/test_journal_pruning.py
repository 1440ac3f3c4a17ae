"""Checkpoints and pruning: only what is signed, confirmed, backed up and done with goes."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import apsw
import pytest

from app.domain.envelope import decode_envelope
from app.domain.errors import DuplicateResult, StorageFault
from app.journal import pruning
from app.journal import room as room_module
from app.journal.checkpoints import EVENTS_BETWEEN
from app.journal.export import export
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.pruning import DAY_US, Pruned, note_durable_backup, prune
from app.journal.room import Room, give_back
from app.journal.store import JournalStore
from app.journal.sync_state import move_push_mark
from app.journal.verify import Verdict, verify
from app.ports.sync import BranchMark, PushMark
from sync.identity import Identity
from sync.wire import head_message
from tests.helpers.journal_rig import (
    STATION,
    FakeClock,
    completed,
    held,
    make_store,
    note,
    started,
    tightening,
)
from tests.helpers.power_cut import Disk

SIGNER = Identity(STATION, b"k" * 32)


def _check(path: Path) -> Verdict:
    return verify(path, read_blob=lambda _: b"", head_message=head_message)


def _signing_store(path: Path, clock: FakeClock | None = None) -> JournalStore:
    store = make_store(path, clock=clock)
    store.signer = SIGNER
    store.open()
    return store


def _checkpoints(store: JournalStore) -> list[tuple[int, int]]:
    with store.read() as db:
        rows = db.execute("SELECT epoch, seq FROM checkpoint ORDER BY epoch, seq").fetchall()
    return [(int(str(epoch)), int(str(seq))) for epoch, seq in rows]


def _unit(store: JournalStore, number: int) -> None:
    serial = f"U-{number}"
    store.append((started(serial), tightening(str(number), unit=serial)))
    store.append((completed(serial),))


def _confirm(store: JournalStore, epoch: int, acked: int, *, backup: int | None = None) -> None:
    with store.transaction() as db:
        move_push_mark(db, PushMark("g", epoch, acked), None)
        note_durable_backup(db, (epoch, acked if backup is None else backup))


@pytest.fixture
def aged(tmp_path: Path) -> JournalStore:
    """Ten units of 30 events, a hundred days ago, confirmed and in a backup; then one note."""
    clock = FakeClock()
    store = _signing_store(tmp_path / "j.db", clock)
    for number in range(10):
        _unit(store, number)
    clock.advance(100 * 86_400)
    store.append((note("today"),))
    _confirm(store, 1, 31)
    return store


def _prune(store: JournalStore, keep_days: int = 30) -> Pruned:
    return prune(store, keep_days=keep_days, now_us=FakeClock().us + 100 * DAY_US)


def test_a_checkpoint_is_signed_at_each_completed_unit_and_at_intervals(tmp_path: Path) -> None:
    store = _signing_store(tmp_path / "j.db")
    store.append((note(),))
    assert _checkpoints(store) == [(1, 1)]
    store.append((note(), note()))
    assert _checkpoints(store) == [(1, 1)]
    _unit(store, 1)
    assert _checkpoints(store) == [(1, 1), (1, 6)]
    store.append([note() for _ in range(EVENTS_BETWEEN)])
    assert _checkpoints(store)[2:] == [(1, 1006)]
    store.begin_epoch(2)
    store.append((note(),))
    assert _checkpoints(store)[3:] == [(2, 1)]
    store.close()
    assert _check(tmp_path / "j.db") == Verdict(1007, None, ())


def test_a_forged_or_moved_checkpoint_is_found(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    store = _signing_store(path)
    _unit(store, 1)
    store.append((note(),))
    store.close()
    db = apsw.Connection(str(path))
    db.execute("UPDATE checkpoint SET signature = ? WHERE seq = 3", ("00" * 64,))
    assert _check(path).problems == ("the signature over event 3 (epoch 1) is wrong",)
    db.execute("UPDATE checkpoint SET seq = 4 WHERE seq = 3")
    assert _check(path).problems == ("event 4 (epoch 1) is not the one that was signed",)
    db.close()


def test_pruned_events_are_sealed_and_the_record_stays_whole(aged: JournalStore) -> None:
    whole = list(export(aged.path))
    done = _prune(aged)
    assert (done.events, done.segments) == (30, ("j.db.1-000000001.segment",))
    with aged.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 1
    assert _check(aged.path) == Verdict(31, None, ())
    assert list(export(aged.path)) == whole
    assert [decode_envelope(raw).seq for raw in export(aged.path, since=29)] == [30, 31]
    assert aged.rebuild_projections() == ()
    with pytest.raises(DuplicateResult):
        aged.append((tightening("4", unit="U-4"),))
    assert aged.append((note(),)).first_seq == 32
    aged.close()
    again = make_store(aged.path, seed=5)
    again.open()
    assert again.head.seq == 32
    assert _prune(again).events == 0
    again.close()


def test_many_segments_follow_each_other(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "EVENTS_IN_SEGMENT", 7)
    monkeypatch.setattr(pruning, "ROWS_AT_ONCE", 3)
    assert len(_prune(aged).segments) == 5
    assert _check(aged.path) == Verdict(31, None, ())
    aged.close()


def _without_backup(store: JournalStore) -> None:
    _confirm(store, 1, 31, backup=0)


def _half_confirmed(store: JournalStore) -> None:
    _confirm(store, 1, 5, backup=31)


def _an_open_unit(store: JournalStore) -> None:
    with store.transaction() as db:
        db.execute("UPDATE unit SET state = 'open' WHERE serial = 'U-1'")


def _a_held_unit(store: JournalStore) -> None:
    store.append((held("U-0"),))


@pytest.mark.parametrize(
    ("spoil", "keep_days", "events", "why"),
    [
        (_without_backup, 30, 0, "not known to be in a backup of the server"),
        (_half_confirmed, 30, 3, "not confirmed by the server"),
        (_an_open_unit, 30, 3, "of an unfinished unit"),
        (_a_held_unit, 30, 0, "of an unfinished unit"),
        (lambda _: None, 101, 0, "newer than asked to keep"),
    ],
)
def test_what_is_still_needed_stays(
    aged: JournalStore, spoil: object, keep_days: int, events: int, why: str
) -> None:
    spoil(aged)  # type: ignore[operator]  # one of the functions above
    done = _prune(aged, keep_days)
    assert done.events == events
    assert why in done.kept_for
    aged.close()


def test_without_a_signed_checkpoint_nothing_goes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "j.db")
    store.open()
    _unit(store, 1)
    store.append((note(), note()))
    _confirm(store, 1, 5)
    done = _prune(store, -1)
    assert (done.events, done.kept_for) == (0, "no signed checkpoint before that")
    store.close()


def test_a_prune_that_was_cut_between_sealing_and_removing_is_finished_later(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pruning, "_remove_sealed", lambda _: None)
        _prune(aged)
    with aged.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 31
    assert _check(aged.path) == Verdict(31, None, ())
    assert len(list(export(aged.path))) == 31
    assert aged.rebuild_projections() == ()
    assert _prune(aged).events == 0
    with aged.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 1
    aged.close()


def test_a_missing_or_changed_segment_is_found_and_named(aged: JournalStore) -> None:
    _prune(aged)
    segment = aged.path.with_name("j.db.1-000000001.segment")
    sealed = segment.read_bytes()
    changed = gzip.decompress(sealed).replace(b'"raw":"U-4"', b'"raw":"U-5"')
    for content, what in (
        (gzip.compress(changed), "does not follow the one before"),
        (sealed[:-40], "is damaged"),
        (sealed[:20] + b"\xff" + sealed[21:], "is damaged"),
        (gzip.compress(gzip.decompress(sealed).rsplit(b"\n", 2)[0] + b"\n"), "its end is not"),
    ):
        segment.write_bytes(content)
        (problem,) = _check(aged.path).problems
        assert what in problem
    segment.unlink()
    (problem,) = _check(aged.path).problems
    assert "is missing; bring it back from a backup" in problem
    with pytest.raises(StorageFault) as refused:
        aged.rebuild_projections()
    assert refused.value.reason == "damaged"
    aged.append((note("the work goes on"),))
    aged.close()


async def test_a_server_that_asks_for_old_events_gets_them_from_the_segments(
    aged: JournalStore,
) -> None:
    before = list(export(aged.path))
    _prune(aged)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    outbox = SqliteOutbox(journal)
    sealed = await outbox.events(1, after=0, limit=500)
    assert [event.raw for event in sealed] == before[:30]
    (rest,) = await outbox.events(1, after=30, limit=500)
    assert rest.prev_hash == sealed[-1].hash == await outbox.hash_at(1, 30)
    assert await outbox.hash_at(1, 32) is None
    assert (await outbox.backlog()).waiting == 0
    await journal.close()


async def test_the_record_of_a_pruned_unit_is_complete_and_in_order(aged: JournalStore) -> None:
    with aged.read() as db:
        rows = db.execute("SELECT raw FROM event WHERE unit = 'U-4' ORDER BY seq").fetchall()
    whole = [decode_envelope(raw) for (raw,) in rows]  # type: ignore[arg-type]
    _prune(aged)
    reworked = aged.append((note("came back", unit="U-4"),)).envelopes
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    assert await journal.unit_events("U-4") == (*whole, *reworked)
    assert await journal.unit_events("U-99") == ()
    await journal.close()


async def test_a_record_is_not_doubled_while_sealed_events_are_still_in_the_table(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pruning, "_remove_sealed", lambda _: None)
        _prune(aged)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    assert [envelope.seq for envelope in await journal.unit_events("U-4")] == [13, 14, 15]
    await journal.close()


async def test_a_record_is_not_told_as_complete_without_its_sealed_part(
    aged: JournalStore,
) -> None:
    _prune(aged)
    (segment,) = aged.path.parent.glob("j.db.*.segment")
    segment.unlink()
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    assert await journal.unit_events("U-99") == ()
    with pytest.raises(StorageFault, match="is missing; bring it back from a backup"):
        await journal.unit_events("U-4")
    await journal.close()


async def test_only_segments_with_the_unit_are_read_and_those_of_older_software(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "EVENTS_IN_SEGMENT", 6)
    _prune(aged)
    with aged.transaction() as db:
        db.execute("DELETE FROM sealed_unit WHERE last_seq = 18")
    for number in (1, 7, 19, 25):
        aged.path.with_name(f"j.db.1-{number:09}.segment").unlink()
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    # Its index is gone: the segment of units 4 and 5 is read for whichever unit.
    assert [envelope.seq for envelope in await journal.unit_events("U-4")] == [13, 14, 15]
    assert await journal.unit_events("U-99") == ()
    with pytest.raises(StorageFault, match=r"j\.db\.1-000000001\.segment"):
        await journal.unit_events("U-0")
    await journal.close()


def test_an_index_of_units_that_hides_an_event_is_found(aged: JournalStore) -> None:
    _prune(aged)
    with aged.transaction() as db:
        db.execute("DELETE FROM sealed_unit WHERE unit = 'U-4'")
    assert _check(aged.path).problems == (
        "the index of units in 1-000000001.segment is not what is in it",
    )
    aged.close()


def _with_a_second_epoch(store: JournalStore) -> None:
    """All of epoch 1 is sealed, and epoch 2 but its newest event."""
    store.begin_epoch(2)
    store.append((note("enrolled again"),))
    store.append((note("and on"),))
    _confirm(store, 2, 2)


async def test_a_sealed_epoch_is_told_again_to_a_server_of_an_older_backup(
    aged: JournalStore,
) -> None:
    before = list(export(aged.path))
    _with_a_second_epoch(aged)
    assert _prune(aged, keep_days=-1).events == 32
    with aged.read() as db:
        assert db.execute("SELECT epoch, seq FROM event").fetchall() == [(2, 2)]
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    outbox = SqliteOutbox(journal)
    assert (await outbox.push_mark()).epoch == 2
    assert (await outbox.backlog()).waiting == 0
    # The restored server says of epoch 2 that it has nothing of it.
    await outbox.move_push_mark(PushMark("restored", 2, 0))
    mark = await outbox.push_mark()
    assert (mark.epoch, mark.acked) == (1, 0)
    backlog = await outbox.backlog()
    assert (backlog.waiting, backlog.oldest_at_us) == (33, FakeClock().us)
    sent = await outbox.events(1, after=0, limit=500)
    assert [event.raw for event in sent] == before
    await outbox.move_push_mark(PushMark("restored", 1, 31))
    assert (await outbox.push_mark()).epoch == 2
    (first,) = await outbox.events(2, after=0, limit=500)
    (last,) = await outbox.events(2, after=1, limit=500)
    assert sent[-1].hash == first.prev_hash
    assert first.hash == last.prev_hash
    await journal.close()


async def test_a_sealed_epoch_with_a_fork_is_kept_beside_the_servers(aged: JournalStore) -> None:
    _with_a_second_epoch(aged)
    _prune(aged, keep_days=-1)
    with aged.transaction() as db:
        move_push_mark(db, PushMark("g", 1, 5, fork="another event 6"), None)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    outbox = SqliteOutbox(journal)
    await outbox.move_branch_mark(BranchMark(1, 5))
    assert await outbox.branch_mark() == BranchMark(1, 5)
    await outbox.move_branch_mark(BranchMark(1, 31))
    assert await outbox.branch_mark() is None
    await journal.close()


async def test_what_a_restored_server_cannot_be_given_is_said(aged: JournalStore) -> None:
    _prune(aged)
    (segment,) = aged.path.parent.glob("j.db.*.segment")
    segment.unlink()
    with aged.transaction() as db:
        move_push_mark(db, PushMark("restored", 1, 3), None)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    outbox = SqliteOutbox(journal)
    backlog = await outbox.backlog()
    assert (backlog.waiting, backlog.oldest_at_us) == (28, None)
    assert "is missing; bring it back from a backup" in backlog.notes[0]
    with pytest.raises(StorageFault, match="is missing"):
        await outbox.events(1, after=3, limit=10)
    await journal.close()


async def test_sealed_events_are_not_told_in_larger_messages_than_asked_for(
    aged: JournalStore,
) -> None:
    _prune(aged)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    outbox = SqliteOutbox(journal)
    sizes = [len(event.raw) for event in await outbox.events(1, after=0, limit=3)]
    assert len(await outbox.events(1, after=0, limit=99, most_bytes=sum(sizes))) == 3
    assert len(await outbox.events(1, after=0, limit=99, most_bytes=1)) == 1
    await journal.close()


def _make_older_file(path: Path) -> None:
    """As software made it that never gave room back."""
    db = apsw.Connection(str(path))
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.close()


def _much_to_prune(path: Path) -> JournalStore:
    store = _signing_store(path)
    store.append([note("x" * 2_000) for _ in range(EVENTS_BETWEEN)])
    store.append((note(),))
    _confirm(store, 1, EVENTS_BETWEEN + 1)
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
    room = _prune(store, keep_days=-1).room
    assert room.kept_for == ""
    assert path.stat().st_size == before - room.freed_bytes < 200_000
    assert path.with_name("j.db-wal").stat().st_size == 0
    assert _check(path) == Verdict(EVENTS_BETWEEN + 1, None, ())
    assert _prune(store, keep_days=-1).room == Room(0)
    store.close()


def test_an_older_file_is_not_written_anew_where_there_is_no_room_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make_older_file(tmp_path / "j.db")
    store = _much_to_prune(tmp_path / "j.db")
    monkeypatch.setattr(room_module, "SPARE_BYTES", 1 << 60)  # no disk has this
    done = _prune(store, keep_days=-1)
    assert (done.events, done.room.freed_bytes) == (EVENTS_BETWEEN, 0)
    assert "MB free on its disk; free that much and prune again" in done.room.kept_for
    monkeypatch.undo()
    assert _prune(store, keep_days=-1).room.freed_bytes > 2_000_000
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
    assert _check(aged.path) == Verdict(131, None, ())
    aged.close()
