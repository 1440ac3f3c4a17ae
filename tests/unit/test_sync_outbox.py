"""What of the journal sync looks at, and what it leaves alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.journal import sync_state
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.pruning import durable_backup
from app.ports.sync import BranchMark, PushMark
from tests.helpers.journal_rig import curve, make_store, note


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqliteJournal]:
    opened = SqliteJournal(make_store(tmp_path / "j.db"))
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def outbox(journal: SqliteJournal) -> SqliteOutbox:
    return SqliteOutbox(journal)


async def test_events_come_in_batches_by_count_and_bytes_and_one_always_fits(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(*(note("x" * 1000) for _ in range(5)))
    size = len((await outbox.events(1, after=0, limit=1))[0].raw)
    assert len(await outbox.events(1, after=0, limit=9, most_bytes=3 * size + 1)) == 3
    assert len(await outbox.events(1, after=0, limit=2, most_bytes=9 * size)) == 2
    assert len(await outbox.events(1, after=0, limit=9, most_bytes=1)) == 1
    assert await outbox.events(1, after=5, limit=9, most_bytes=1) == ()


async def test_blobs_sent_long_ago_are_not_looked_at_again_unless_the_server_lost_one(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    names = [f"{number:064x}" for number in range(1, 7)]
    await journal.append(*(curve(name, name) for name in names))
    await outbox.move_push_mark(PushMark("g", 1, 6))
    for name in (names[0], names[1], names[3]):
        await outbox.blob_sent(name)
    assert await outbox.blobs_to_send(9) == (names[2], names[4], names[5])
    assert await journal.read(sync_state._blob_floor) == (1, 2)
    await outbox.blobs_lost([names[4]])  # not sent yet: nothing to look for again
    assert await journal.read(sync_state._blob_floor) == (1, 2)
    await outbox.blob_sent(names[2])
    await outbox.blobs_lost([names[0]])
    assert await outbox.blobs_to_send(9) == (names[0], names[4], names[5])


async def test_a_fork_is_told_once_and_each_event_of_it_handed_over_once(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(note(), note())
    assert await outbox.branch_mark() is None
    await outbox.move_push_mark(PushMark("g", 1, 2, fork="another event 3"))
    assert await outbox.branch_mark() == BranchMark(1, 2)
    await outbox.move_branch_mark(BranchMark(1, 2))
    assert await outbox.branch_mark() is None
    await journal.append(note(), note())
    assert await outbox.branch_mark() == BranchMark(1, 2)
    assert (await outbox.backlog()).waiting == 2
    await outbox.move_branch_mark(BranchMark(1, 3))
    await outbox.begin_epoch(2)
    assert await outbox.branch_mark() == BranchMark(1, 3)
    left = await outbox.backlog()
    assert (left.waiting, left.notes) == (
        0,
        ("1 events of epoch 1 stay here only: another event 3",),
    )
    await outbox.move_branch_mark(BranchMark(1, 4))
    assert await outbox.branch_mark() is None
    assert (await outbox.backlog()).notes == ()


async def test_blobs_of_the_other_side_follow_its_events(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(note(), curve("ab" * 32))
    await outbox.move_push_mark(PushMark("g", 1, 0, fork="another event 1"))
    assert await outbox.blobs_to_send(9) == ()
    await outbox.move_branch_mark(BranchMark(1, 2))
    assert await outbox.blobs_to_send(9) == ("ab" * 32,)


async def test_a_restored_server_is_told_older_epochs_and_forks_again(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(note())
    await outbox.move_push_mark(PushMark("g1", 1, 1))
    await outbox.begin_epoch(2)
    await journal.append(note())
    await outbox.move_push_mark(PushMark("g1", 2, 0, fork="another event 1"))
    await outbox.move_branch_mark(BranchMark(2, 1))
    await outbox.begin_epoch(3)
    await outbox.move_push_mark(PushMark("g2", 3, 0))
    assert await outbox.push_mark() == PushMark("g2", 1, 0)
    assert await outbox.branch_mark() == BranchMark(2, 0)


async def test_a_backup_counts_until_the_server_is_another_one(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(note("a"), note("b"))
    await outbox.move_push_mark(PushMark("g", 1, 2))
    await outbox.note_backup((1, 2))
    await outbox.move_push_mark(PushMark("g", 1, 2))
    assert await journal.read(durable_backup) == (1, 2)
    await outbox.note_backup((1, 1))  # it lost the newer one
    assert await journal.read(durable_backup) == (1, 1)
    await outbox.move_push_mark(PushMark("restored", 1, 1))
    assert await journal.read(durable_backup) == (0, 0)
