"""The ports Journal, Reference and Outbox, as every adapter must keep them."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from app.domain.errors import DuplicateResult, StorageFault
from app.domain.plant import Lot, Order
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.ports.journal import Appended
from app.ports.sync import Backlog, Document, FeedMark, PushMark
from tests.helpers.journal_rig import (
    completed,
    curve,
    make_store,
    measured,
    note,
    started,
    tightening,
)

BLOB, PICTURE = "ab" * 32, "cd" * 32


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqliteJournal]:
    opened = SqliteJournal(make_store(tmp_path / "j.db"))
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def outbox(journal: SqliteJournal) -> SqliteOutbox:
    return SqliteOutbox(journal)


async def test_a_duplicate_among_concurrent_appends_hits_only_its_own_caller(
    journal: SqliteJournal,
) -> None:
    outcomes = await asyncio.gather(
        *(journal.append(tightening(str(number % 40)), note()) for number in range(80)),
        return_exceptions=True,
    )
    kept = [outcome for outcome in outcomes if isinstance(outcome, Appended)]
    assert len(kept) == 40
    assert sum(isinstance(outcome, DuplicateResult) for outcome in outcomes) == 40
    numbers = sorted(seq for one in kept for seq in range(one.first_seq, one.last_seq + 1))
    assert numbers == list(range(1, 81))


async def test_appends_of_one_caller_keep_their_order(journal: SqliteJournal) -> None:
    tasks = [asyncio.create_task(journal.append(note(str(n)))) for n in range(200)]
    seqs = [(await task).first_seq for task in tasks]
    assert seqs == list(range(1, 201))


async def test_a_cancelled_caller_does_not_disturb_the_others(journal: SqliteJournal) -> None:
    first = asyncio.create_task(journal.append(note("a")))
    second = asyncio.create_task(journal.append(note("b")))
    await asyncio.sleep(0)
    first.cancel()
    assert (await second).last_seq == 2


async def test_after_a_fault_everything_says_so_until_it_is_opened_again(
    journal: SqliteJournal,
) -> None:
    await journal.append(note())
    await journal.work(lambda: journal.store._drop_handle("the disk reported an error"))
    with pytest.raises(StorageFault, match="the disk reported an error"):
        await journal.append(note())
    with pytest.raises(StorageFault):
        await journal.open_unit()
    await journal.reopen()
    assert (await journal.append(note())).first_seq == 2


async def test_the_stations_questions_are_answered(journal: SqliteJournal) -> None:
    await journal.append(started("U-1"), tightening("7"), measured("3"))
    assert await journal.open_unit() == "U-1"
    await journal.append(completed("U-1"))
    assert await journal.open_unit() is None
    assert await journal.unit_state("U-1") == "completed"
    assert await journal.done_count("PO-1") == 1
    assert await journal.fitted_in("P", "S") is None
    assert [event.seq for event in await journal.unit_events("U-1")] == [1, 2, 3, 4]
    last = await journal.last_result("T-07")
    assert last is not None
    assert last.result_id == "7"


async def test_waiting_events_wake_whoever_sends_them(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    woken = asyncio.Event()
    outbox.on_append(woken.set)
    await journal.append(note())
    assert woken.is_set()


async def test_a_feed_is_applied_once_and_only_where_it_was_asked(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    assert await outbox.feed_mark() == FeedMark("", 0)
    order = Order(order="PO-1", product="GX", variant="B", quantity=4, instruction="i")
    lots = [Lot(lot=f"L-{n}", part="P") for n in (1, 2)]
    documents = [Document(3, "order", "PO-1", msgspec.json.encode(order))]
    await outbox.replace_documents(FeedMark("g1", 3), documents)
    more = [
        Document(4 + n, "lot", lot.lot, msgspec.json.encode(lot)) for n, lot in enumerate(lots)
    ]
    assert not await outbox.apply_feed(FeedMark("g1", 2), up_to=6, documents=more)
    assert not await outbox.apply_feed(FeedMark("g2", 3), up_to=6, documents=more)
    assert await journal.all(Lot) == []
    assert await outbox.apply_feed(FeedMark("g1", 3), up_to=6, documents=more)
    assert await outbox.feed_mark() == FeedMark("g1", 6)
    assert await journal.all(Lot) == lots
    assert await journal.get(Order, "PO-1") == order
    assert (await journal.append(note())).envelopes[0].seen_pos == 6
    withdrawn = [Document(7, "lot", "L-1", None)]
    assert await outbox.apply_feed(FeedMark("g1", 6), up_to=7, documents=withdrawn)
    assert await journal.get(Lot, "L-1") is None
    await outbox.replace_documents(FeedMark("g2", 1), ())
    assert await journal.all(Lot) == []


@pytest.mark.allow_warnings
async def test_an_instruction_is_given_only_with_the_bytes_its_revision_names(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    body = msgspec.json.encode({"id": "i", "blobs": [BLOB], "steps": [{"picture": PICTURE}, {}]})
    revision = hashlib.sha256(body).hexdigest()
    wrong = "0" * 64
    await outbox.replace_documents(
        FeedMark("g", 2),
        [Document(1, "instruction", revision, body), Document(2, "instruction", wrong, body)],
    )
    assert await journal.instruction(revision) == body
    assert await journal.instruction(wrong) is None
    assert await journal.instruction("1" * 64) is None
    assert set(await outbox.blobs_to_fetch(9)) == {BLOB, PICTURE}
    await outbox.blob_fetched(BLOB)
    assert await outbox.blobs_to_fetch(9) == (PICTURE,)


@pytest.mark.allow_warnings
async def test_an_unreadable_instruction_does_not_stop_the_feed(outbox: SqliteOutbox) -> None:
    await outbox.replace_documents(FeedMark("g", 1), [Document(1, "instruction", "x", b"[1]")])
    assert await outbox.feed_mark() == FeedMark("g", 1)


async def test_the_backlog_is_what_is_above_the_mark(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    assert await outbox.backlog() == Backlog(0)
    appended = await journal.append(note(), note(), note())
    mark = await outbox.push_mark()
    assert mark == PushMark("", 1, 0)
    await outbox.move_push_mark(PushMark("g", 1, 2))
    assert await outbox.backlog() == Backlog(1, appended.envelopes[2].recorded_at)
    assert [event.seq for event in await outbox.events(1, after=2, limit=9)] == [3]
    first, second = await outbox.events(1, after=0, limit=2)
    assert second.prev_hash == first.hash == await outbox.hash_at(1, 1)
    assert await outbox.hash_at(1, 4) is None


async def test_an_older_epoch_is_sent_first_and_a_fork_of_it_does_not_hold_up(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(note(), note())
    await outbox.begin_epoch(2)
    await journal.append(note())
    assert await outbox.push_mark() == PushMark("", 1, 0)
    first_of_second = (await outbox.events(2, after=0, limit=1))[0]
    assert first_of_second.prev_hash == await outbox.hash_at(1, 2)
    await outbox.move_push_mark(PushMark("g", 1, 0, fork="another event 1"))
    assert await outbox.push_mark() == PushMark("g", 2, 0)
    left = await outbox.backlog()
    assert left.waiting == 1
    assert left.notes == ("2 events of epoch 1 stay here only: another event 1",)


async def test_a_fork_of_the_current_epoch_stays_until_a_new_one_begins(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(note())
    forked = PushMark("g", 1, 0, fork="another event 1")
    await outbox.move_push_mark(forked)
    assert await outbox.push_mark() == forked
    await outbox.begin_epoch(2)
    assert (await outbox.push_mark()).epoch == 2


async def test_a_new_generation_voids_the_feed_of_the_old(outbox: SqliteOutbox) -> None:
    await outbox.replace_documents(FeedMark("g1", 5), ())
    await outbox.move_push_mark(PushMark("g1", 1, 0))
    assert await outbox.feed_mark() == FeedMark("g1", 5)
    await outbox.move_push_mark(PushMark("g2", 1, 0))
    assert (await outbox.feed_mark()).generation == ""


async def test_blobs_follow_their_confirmed_events_and_go_again_when_lost(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await journal.append(curve(BLOB), curve(PICTURE, "2"))
    assert await outbox.blobs_to_send(9) == ()
    await outbox.move_push_mark(PushMark("g", 1, 2))
    assert await outbox.blobs_to_send(9) == (BLOB, PICTURE)
    await outbox.blob_sent(BLOB)
    assert await outbox.blobs_to_send(9) == (PICTURE,)
    await outbox.blobs_lost((BLOB,))
    assert await outbox.blobs_to_send(9) == (BLOB, PICTURE)


async def test_events_carry_the_measured_clock(
    journal: SqliteJournal, outbox: SqliteOutbox
) -> None:
    await outbox.set_clock("synced", 1200)
    envelope = (await journal.append(note())).envelopes[0]
    assert (envelope.clock_quality, envelope.clock_offset_us) == ("synced", 1200)
