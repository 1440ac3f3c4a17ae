"""The pure rules of sync, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.structs import replace
from nacl.signing import VerifyKey

from app.domain.envelope import head_message
from app.domain.errors import EnvironmentFault, InvalidInput, StorageFault
from app.ports.sync import Backlog, Document, FeedMark, PushMark, SyncState
from sync.back_off import BackOff
from sync.clock_offset import ClockOffset, Sample
from sync.downlink import (
    FeedDamaged,
    backed_up,
    feed_documents,
    is_answer_to,
    snapshot_documents,
)
from sync.identity import (
    Enrolment,
    Identity,
    load_enrolment,
    load_or_create_identity,
    save_enrolment,
)
from sync.link import PlantBusy, PlantRefused, PlantUnreachable
from sync.status import STUCK_AFTER_NS, StatusBoard
from sync.uplink import PushRefused, Window, after_conflict, after_pushed, next_window
from sync.wire import TOKEN_TAG, Feed, FeedItem, PushConflict, Pushed, Snapshot

OURS, THEIRS = "aa" * 32, "bb" * 32
MARK = PushMark("g1", 1, 10)


def _pushed(high_water: int, *, generation: str = "g1", epoch: int = 1) -> Pushed:
    return Pushed(
        generation=generation,
        epoch=epoch,
        high_water=high_water,
        hash_at_high_water=OURS,
        server_time=0,
    )


def _conflict(reason: str, high_water: int = 4, epoch: int = 1) -> PushConflict:
    return PushConflict(
        reason=reason,
        generation="g1",
        epoch=epoch,
        high_water=high_water,
        hash_at_high_water=OURS,
        detail="why",
    )


def test_a_hash_that_is_not_ours_is_a_fork() -> None:
    moved = after_pushed(MARK, _pushed(12), THEIRS)
    assert moved.fork is not None
    assert "another event 12" in moved.fork
    assert moved.acked == 10


def test_a_high_water_beyond_our_journal_is_a_fork() -> None:
    moved = after_pushed(MARK, _pushed(12), None)
    assert moved.fork is not None
    assert "event 12 of this station, which is not in its journal" in moved.fork


def test_in_a_fork_with_a_restored_server_nothing_counts_as_confirmed() -> None:
    moved = after_pushed(MARK, _pushed(12, generation="g2"), THEIRS)
    assert (moved.generation, moved.acked, moved.fork is None) == ("g2", 0, False)


def test_in_a_fork_nothing_goes_until_the_server_was_restored_or_a_person_asks() -> None:
    forked = PushMark("g1", 1, 10, fork="another event 11")

    def ask(*, feed: str = "g1", again: bool = False) -> Window | None:
        return next_window(
            forked, has_more=False, feed_generation=feed, is_confirmed=True, asks_again=again
        )

    assert ask() is None
    assert ask(feed="g2") == Window(1, 9)
    assert ask(again=True) == Window(1, 9)


def test_a_confirmed_hash_moves_the_mark_and_ends_a_fork() -> None:
    forked = PushMark("g1", 1, 10, fork="once")
    assert after_pushed(forked, _pushed(12), OURS) == PushMark("g1", 1, 12)


def test_a_late_lower_answer_moves_nothing() -> None:
    assert after_pushed(MARK, _pushed(7), OURS) == MARK


def test_an_answer_for_another_epoch_moves_nothing() -> None:
    assert after_pushed(MARK, _pushed(12, epoch=2), OURS) == MARK
    assert after_conflict(MARK, _conflict("gap", epoch=2), OURS) == MARK


def test_a_restored_server_rewinds_the_mark_also_to_nothing() -> None:
    assert after_pushed(MARK, _pushed(3, generation="g2"), OURS) == PushMark("g2", 1, 3)
    assert after_pushed(MARK, _pushed(0, generation="g2"), None) == PushMark("g2", 1, 0)


def test_a_gap_rewinds_only_where_the_hash_is_ours() -> None:
    assert after_conflict(MARK, _conflict("gap"), OURS) == PushMark("g1", 1, 4)
    assert after_conflict(MARK, _conflict("gap"), THEIRS).fork is not None


def test_a_fork_said_by_the_server_is_kept_in_its_words() -> None:
    assert after_conflict(MARK, _conflict("fork"), OURS).fork == "why"


@pytest.mark.parametrize("reason", ["chain", "signature", "something new"])
def test_a_structural_refusal_says_so(reason: str) -> None:
    with pytest.raises(PushRefused, match=f"after 10 .{reason}.: why"):
        after_conflict(MARK, _conflict(reason), OURS)


def test_a_late_word_about_another_epoch_closes_nothing() -> None:
    assert after_conflict(MARK, _conflict("epoch", epoch=3), None) == MARK


def test_of_a_closed_epoch_nothing_goes() -> None:
    closed = PushMark("g1", 1, 10, closed="another event 11")
    assert next_window(closed, has_more=True, feed_generation="g2", is_confirmed=False) is None


def test_an_epoch_the_server_does_not_know_needs_enrolment() -> None:
    with pytest.raises(PushRefused, match="enrol the station again"):
        after_conflict(MARK, _conflict("epoch", epoch=1), None)


def test_what_goes_next() -> None:
    def ask(mark: PushMark, *, more: bool, feed: str = "g1", sure: bool = True) -> Window | None:
        return next_window(mark, has_more=more, feed_generation=feed, is_confirmed=sure)

    assert ask(MARK, more=True) == Window(1, 10)
    assert ask(MARK, more=False) is None
    assert ask(MARK, more=False, feed="g2") == Window(1, 9)
    assert ask(MARK, more=False, feed="") is None
    assert ask(MARK, more=False, sure=False) == Window(1, 9)
    assert ask(PushMark("", 1, 0), more=False, sure=False) == Window(1, 0)


@given(
    acked=st.integers(0, 20),
    high_water=st.integers(0, 40),
    own=st.sampled_from([OURS, THEIRS, None]),
    generation=st.sampled_from(["g1", "g2"]),
)
def test_the_mark_never_stands_where_the_hash_is_not_ours(
    acked: int, high_water: int, own: str | None, generation: str
) -> None:
    mark = PushMark("g1", 1, acked)
    moved = after_pushed(mark, _pushed(high_water, generation=generation), own)
    # Nothing confirmed is always safe to say; it only costs sending again.
    assert moved.acked in {0, acked} or own == OURS


def _feed(after: int, up_to: int, positions: list[int], generation: str = "g") -> Feed:
    items = tuple(
        FeedItem(pos=pos, kind="lot", key=str(pos), at=0, body=Raw(b"{}")) for pos in positions
    )
    return Feed(
        generation=generation, after=after, up_to=up_to, head=up_to, items=items, server_time=0
    )


@pytest.mark.parametrize(
    ("after", "up_to", "positions"),
    [(5, 8, [6, 6]), (5, 8, [7, 6]), (5, 8, [5]), (5, 8, [9]), (5, 4, [])],
)
def test_a_feed_out_of_order_is_not_applied(after: int, up_to: int, positions: list[int]) -> None:
    with pytest.raises(FeedDamaged):
        feed_documents(_feed(after, up_to, positions))


def test_a_feed_with_positions_of_others_left_out_is_fine() -> None:
    assert [one.pos for one in feed_documents(_feed(5, 20, [7, 11]))] == [7, 11]
    assert feed_documents(_feed(5, 5, [])) == ()


def test_only_the_answer_to_the_question_counts() -> None:
    assert is_answer_to(FeedMark("g", 5), _feed(5, 6, []))
    assert not is_answer_to(FeedMark("g", 6), _feed(5, 6, []))
    assert not is_answer_to(FeedMark("h", 5), _feed(5, 6, []))


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (None, None),
        ((1, 3), (1, 3)),
        ((1, 10), (1, 10)),
        ((1, 999), (1, 10)),  # more than it ever confirmed
        ((7, 1), (1, 10)),  # of an epoch that it never confirmed
        ((-1, -5), (0, 0)),
    ],
)
def test_a_backup_reaches_no_further_than_what_was_confirmed(
    said: tuple[int, int] | None, counts: tuple[int, int] | None
) -> None:
    reply = replace(_feed(0, 0, [], MARK.generation), in_backup=said)
    assert backed_up(MARK, reply) == counts


def test_a_backup_of_another_server_or_another_history_is_none_of_ours() -> None:
    reply = replace(_feed(0, 0, [], MARK.generation), in_backup=(1, 3))
    assert backed_up(PushMark("other", 1, 10), reply) is None
    assert backed_up(PushMark(MARK.generation, 1, 10, fork="differs at 5"), reply) is None


def test_a_null_body_withdraws_a_document() -> None:
    item = FeedItem(pos=6, kind="lot", key="L", at=0, body=Raw(b"null"))
    reply = Feed(generation="g", after=5, up_to=6, head=6, items=(item,), server_time=0)
    assert feed_documents(reply) == (Document(6, "lot", "L", None),)


def test_a_snapshot_must_make_sense() -> None:
    item = FeedItem(pos=9, kind="lot", key="L", at=0, body=Raw(b"{}"))
    with pytest.raises(FeedDamaged):
        snapshot_documents(Snapshot(generation="g", pos=8, items=(item,), server_time=0))
    with pytest.raises(FeedDamaged):
        snapshot_documents(Snapshot(generation="", pos=9, items=(), server_time=0))
    mark, documents = snapshot_documents(
        Snapshot(generation="g", pos=9, items=(item,), server_time=0)
    )
    assert (mark, len(documents)) == (FeedMark("g", 9), 1)


def test_pauses_double_up_to_the_cap_and_start_over() -> None:
    back_off = BackOff(lambda: 1.0, first_s=0.5, cap_s=60)
    assert [back_off.next_s() for _ in range(9)] == [0.5, 1, 2, 4, 8, 16, 32, 60, 60]
    back_off.reset()
    assert back_off.next_s() == 0.5


def test_jitter_is_full_and_the_servers_wish_counts_up_to_the_cap() -> None:
    back_off = BackOff(lambda: 0.0, first_s=0.5, cap_s=60)
    assert [back_off.next_s() for _ in range(3)] == [0, 0, 0]
    assert back_off.next_s(asked_s=7) == 7
    assert back_off.next_s(asked_s=86_400) == 60


_SECOND = 1_000_000_000


def test_the_clock_is_unknown_then_synced_then_in_holdover() -> None:
    offset = ClockOffset()
    assert offset.judge(now_us=0, mono_ns=0) == ("unknown", None)
    # Sent at 100 s, 20 ms under way, the server said 103.01 s in the middle.
    offset.add(Sample(100_000_000, _SECOND, _SECOND + 20_000_000, 103_010_000))
    offset.add(Sample(101_000_000, 2 * _SECOND, 4 * _SECOND, 105_500_000))  # slow: no better
    assert offset.judge(now_us=103_000_000, mono_ns=4 * _SECOND) == ("synced", 3_000_000)
    assert offset.judge(now_us=803_000_000, mono_ns=704 * _SECOND) == ("holdover", 3_000_000)


def test_a_clock_that_was_set_is_stepped_until_measured_again() -> None:
    offset = ClockOffset()
    offset.add(Sample(100_000_000, _SECOND, _SECOND + 2_000_000, 100_001_000))
    assert offset.judge(now_us=3_702_000_000, mono_ns=3 * _SECOND) == ("stepped", None)
    offset.add(Sample(3_702_000_000, 3 * _SECOND, 3 * _SECOND + 2_000_000, 102_001_000))
    quality, measured = offset.judge(now_us=3_702_100_000, mono_ns=3 * _SECOND + 100_000_000)
    assert (quality, measured) == ("synced", -3_600_000_000)


def test_the_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "etc" / "station.key"
    first = load_or_create_identity(path, "ST-040", lambda count: b"s" * count)
    again = load_or_create_identity(path, "ST-040", lambda count: b"t" * count)
    assert first.public_key == again.public_key
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_key_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "station.key"
    load_or_create_identity(path, "ST-040", lambda count: b"s" * count)
    path.chmod(0o644)
    with pytest.raises(InvalidInput, match="others may read the station's key: chmod 600"):
        load_or_create_identity(path, "ST-040", lambda count: b"s" * count)


@pytest.mark.parametrize("content", ["", "not hex", "abcd"])
def test_a_damaged_key_is_refused_and_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "station.key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(InvalidInput, match="this is no station key"):
        load_or_create_identity(path, "ST-040", lambda count: b"s" * count)
    assert path.read_text() == content


def test_a_key_that_cannot_be_had_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentFault, match="key cannot be written"):
        load_or_create_identity(tmp_path / "file" / "key", "ST-040", lambda count: b"s" * count)


def test_a_key_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    def cut(count: int) -> bytes:
        raise OSError(28, "No space left on device", str(count))

    with pytest.raises(EnvironmentFault, match="No space left on device"):
        load_or_create_identity(tmp_path / "station.key", "ST-040", cut)
    load_or_create_identity(tmp_path / "station.key", "ST-040", lambda count: b"s" * count)
    assert [file.name for file in tmp_path.iterdir()] == ["station.key"]


def test_signatures_are_over_the_tagged_messages() -> None:
    identity = Identity("ST-040", b"k" * 32)
    key = VerifyKey(bytes.fromhex(identity.public_key))
    head = bytes.fromhex(identity.sign_head(2, 7, OURS))
    key.verify(head_message("ST-040", 2, 7, OURS), head)
    key.verify(TOKEN_TAG + b"0102", bytes.fromhex(identity.sign_challenge("0102")))


def test_an_enrolment_is_kept_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "enrolment.json"
    assert load_enrolment(path) is None
    enrolment = Enrolment(
        server_url="http://plant:8700", station="ST-040", epoch=2, plant="P", plant_key="00"
    )
    save_enrolment(path, enrolment)
    save_enrolment(path, enrolment)
    assert load_enrolment(path) == enrolment
    path.write_text("{")
    with pytest.raises(InvalidInput, match="the enrolment is damaged"):
        load_enrolment(path)


def _state(
    board: StatusBoard, *, waiting: int = 0, mark: PushMark = MARK, mono_ns: int = 0
) -> SyncState:
    return board.status(mark, Backlog(waiting), mono_ns=mono_ns).state


def test_the_worst_that_is_true_is_shown() -> None:
    assert _state(StatusBoard(None), waiting=3) is SyncState.NOT_ENROLLED
    board = StatusBoard("http://plant")
    assert _state(board) is SyncState.SYNCED
    assert _state(board, waiting=3) is SyncState.SENDING
    board.report("feed", PlantUnreachable("no route"))
    assert _state(board, waiting=3) is SyncState.OFFLINE
    board.report("blobs", PlantBusy("full", None))
    assert _state(board) is SyncState.OFFLINE
    board.report("push", PlantRefused("unknown station", 401))
    assert _state(board) is SyncState.STUCK
    assert _state(board, mark=PushMark("g", 1, 1, fork="two histories")) is SyncState.FORK
    for lane in ("feed", "blobs", "push"):
        board.report(lane, None)
    assert _state(board) is SyncState.SYNCED
    assert _state(board, mark=PushMark("g", 1, 1, closed="taken over")) is SyncState.STUCK


def test_standing_still_while_all_looks_well_is_noticed() -> None:
    board = StatusBoard("http://plant")
    assert _state(board, waiting=5, mono_ns=0) is SyncState.SENDING
    assert _state(board, waiting=5, mono_ns=STUCK_AFTER_NS) is SyncState.SENDING
    late = board.status(MARK, Backlog(5), mono_ns=STUCK_AFTER_NS + 1)
    assert late.state is SyncState.STUCK
    assert late.last_error == "the server answers and confirms nothing beyond 10"
    moved = PushMark("g1", 1, 11)
    assert _state(board, waiting=4, mark=moved, mono_ns=STUCK_AFTER_NS + 2) is SyncState.SENDING


def test_every_reason_is_named() -> None:
    board = StatusBoard("http://plant")
    board.report("push", PlantUnreachable("no route"))
    status = board.status(MARK, Backlog(1, 5, ("2 events stay here",)), mono_ns=0)
    assert status.last_error == "no route; 2 events stay here"
    assert board.blind(StorageFault("disk full")).state is SyncState.STUCK


def test_a_server_that_is_busy_for_long_is_stuck_and_one_that_is_away_is_not() -> None:
    board, waits = StatusBoard("http://plant"), Backlog(3, 5)
    long_ns = STUCK_AFTER_NS + 1
    board.report("push", PlantUnreachable("no route"))
    assert board.status(MARK, waits, mono_ns=0).state is SyncState.OFFLINE
    assert board.status(MARK, waits, mono_ns=9 * long_ns).state is SyncState.OFFLINE
    board.report("push", PlantBusy("busy", None))
    assert board.status(MARK, waits, mono_ns=9 * long_ns + 1).state is SyncState.OFFLINE
    stuck = board.status(MARK, waits, mono_ns=10 * long_ns + 2)
    assert (stuck.state, stuck.last_error) == (SyncState.STUCK, "busy")
    board.report("push", None)
    confirmed = PushMark(MARK.generation, MARK.epoch, MARK.acked + 1)
    assert board.status(confirmed, waits, mono_ns=11 * long_ns).state is SyncState.SENDING
