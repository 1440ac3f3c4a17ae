"""What was pruned is still there for whoever asks: a unit's record, a server, a check."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.envelope import decode_envelope
from app.domain.errors import StorageFault
from app.journal import pruning, sealed_reads
from app.journal.export import export
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.sealed_reads import SealedReader, segment_at
from app.journal.segments import Segment, read_segment
from app.journal.store import JournalStore
from app.journal.sync_state import move_push_mark
from app.ports.sync import BranchMark, PushMark, StoredEvent
from tests.helpers.aged_journal import (
    aged_store,
    check,
    confirm,
    prune_aged,
)
from tests.helpers.journal_rig import (
    FakeClock,
    make_store,
    note,
)


@pytest.fixture
def aged(tmp_path: Path) -> JournalStore:
    return aged_store(tmp_path / "j.db")


async def test_a_server_that_asks_for_old_events_gets_them_from_the_segments(
    aged: JournalStore,
) -> None:
    before = list(export(aged.path))
    prune_aged(aged)
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
    prune_aged(aged)
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
        prune_aged(aged)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    assert [envelope.seq for envelope in await journal.unit_events("U-4")] == [13, 14, 15]
    await journal.close()


async def test_a_record_is_not_told_as_complete_without_its_sealed_part(
    aged: JournalStore,
) -> None:
    prune_aged(aged)
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
    prune_aged(aged)
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
    prune_aged(aged)
    with aged.transaction() as db:
        db.execute("DELETE FROM sealed_unit WHERE unit = 'U-4'")
    assert check(aged.path).problems == (
        "the index of units in 1-000000001.segment is not what is in it",
    )
    aged.close()


def _with_a_second_epoch(store: JournalStore) -> None:
    """All of epoch 1 is sealed, and epoch 2 but its newest event."""
    store.begin_epoch(2)
    store.append((note("enrolled again"),))
    store.append((note("and on"),))
    confirm(store, 2, 2)


async def test_a_sealed_epoch_is_told_again_to_a_server_of_an_older_backup(
    aged: JournalStore,
) -> None:
    before = list(export(aged.path))
    _with_a_second_epoch(aged)
    assert prune_aged(aged, keep_days=-1).events == 32
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
    prune_aged(aged, keep_days=-1)
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
    prune_aged(aged)
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
    prune_aged(aged)
    aged.close()
    journal = SqliteJournal(make_store(aged.path, seed=9))
    await journal.open()
    outbox = SqliteOutbox(journal)
    sizes = [len(event.raw) for event in await outbox.events(1, after=0, limit=3)]
    assert len(await outbox.events(1, after=0, limit=99, most_bytes=sum(sizes))) == 3
    assert len(await outbox.events(1, after=0, limit=99, most_bytes=1)) == 1
    await journal.close()


@pytest.mark.parametrize("portion", [1, 4, 7, 100])
def test_a_sealed_part_is_read_once_for_all_its_portions(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch, portion: int
) -> None:
    whole = list(export(aged.path))[:30]
    prune_aged(aged)
    with aged.read() as db:
        segment = segment_at(db, 1, 1)
    assert segment is not None
    opened: list[Segment] = []

    def count(journal: Path, one: Segment) -> Iterator[StoredEvent]:
        opened.append(one)
        return read_segment(journal, one)

    monkeypatch.setattr(sealed_reads, "read_segment", count)
    reader = SealedReader(aged.path)
    raws: list[bytes] = []
    while found := reader.read_after(segment, epoch=1, after=len(raws), limit=portion):
        raws += [event.raw for event in found]
        if len(raws) == 30:
            break
    assert raws == whole
    assert len(opened) == 1
    # Again from somewhere else, and what a limit of bytes left over is not forgotten.
    (again,) = reader.read_after(segment, epoch=1, after=10, limit=9, most_bytes=1)
    (further,) = reader.read_after(segment, epoch=1, after=11, limit=1)
    assert [again.raw, further.raw] == whole[10:12]
    assert len(opened) == 2
    aged.close()


def test_a_damage_met_half_way_is_met_again_and_nothing_is_passed_over(
    aged: JournalStore,
) -> None:
    prune_aged(aged)
    with aged.read() as db:
        segment = segment_at(db, 1, 1)
    assert segment is not None
    path = segment.path_beside(aged.path)
    whole = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(whole.replace(b'"raw":"U-4"', b'"raw":"U-5"')))
    reader = SealedReader(aged.path)
    assert len(reader.read_after(segment, epoch=1, after=0, limit=12)) == 12
    for _ in range(2):
        with pytest.raises(StorageFault, match="does not follow the one before"):
            reader.read_after(segment, epoch=1, after=12, limit=12)
    path.write_bytes(gzip.compress(whole))
    found = reader.read_after(segment, epoch=1, after=12, limit=12)
    assert [event.seq for event in found] == list(range(13, 25))
    aged.close()
