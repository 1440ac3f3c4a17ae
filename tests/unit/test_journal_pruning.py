"""Checkpoints and pruning: only what is signed, confirmed, backed up and done with goes."""

from __future__ import annotations

import gzip
from pathlib import Path

import apsw
import pytest

from app.domain.envelope import decode_envelope
from app.domain.errors import DuplicateResult, StorageFault
from app.journal import pruning
from app.journal.checkpoints import EVENTS_BETWEEN
from app.journal.export import export
from app.journal.store import JournalStore
from app.journal.verify import Verdict
from tests.helpers.aged_journal import (
    aged_store,
    check,
    confirm,
    prune_aged,
    signing_store,
    whole_unit,
)
from tests.helpers.journal_rig import (
    held,
    make_store,
    note,
    tightening,
)


@pytest.fixture
def aged(tmp_path: Path) -> JournalStore:
    return aged_store(tmp_path / "j.db")


def _checkpoints(store: JournalStore) -> list[tuple[int, int]]:
    with store.read() as db:
        rows = db.execute("SELECT epoch, seq FROM checkpoint ORDER BY epoch, seq").fetchall()
    return [(int(str(epoch)), int(str(seq))) for epoch, seq in rows]


def test_a_checkpoint_is_signed_at_each_completed_unit_and_at_intervals(tmp_path: Path) -> None:
    store = signing_store(tmp_path / "j.db")
    store.append((note(),))
    assert _checkpoints(store) == [(1, 1)]
    store.append((note(), note()))
    assert _checkpoints(store) == [(1, 1)]
    whole_unit(store, 1)
    assert _checkpoints(store) == [(1, 1), (1, 6)]
    store.append([note() for _ in range(EVENTS_BETWEEN)])
    assert _checkpoints(store)[2:] == [(1, 1006)]
    store.begin_epoch(2)
    store.append((note(),))
    assert _checkpoints(store)[3:] == [(2, 1)]
    store.close()
    assert check(tmp_path / "j.db") == Verdict(1007, None, ())


def test_a_forged_or_moved_checkpoint_is_found(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    store = signing_store(path)
    whole_unit(store, 1)
    store.append((note(),))
    store.close()
    db = apsw.Connection(str(path))
    db.execute("UPDATE checkpoint SET signature = ? WHERE seq = 3", ("00" * 64,))
    assert check(path).problems == ("the signature over event 3 (epoch 1) is wrong",)
    db.execute("UPDATE checkpoint SET seq = 4 WHERE seq = 3")
    assert check(path).problems == ("event 4 (epoch 1) is not the one that was signed",)
    db.close()


def test_pruned_events_are_sealed_and_the_record_stays_whole(aged: JournalStore) -> None:
    whole = list(export(aged.path))
    done = prune_aged(aged)
    assert (done.events, done.segments) == (30, ("j.db.1-000000001.segment",))
    with aged.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 1
    assert check(aged.path) == Verdict(31, None, ())
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
    assert prune_aged(again).events == 0
    again.close()


def test_many_segments_follow_each_other(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "EVENTS_IN_SEGMENT", 7)
    monkeypatch.setattr(pruning, "ROWS_AT_ONCE", 3)
    assert len(prune_aged(aged).segments) == 5
    assert check(aged.path) == Verdict(31, None, ())
    aged.close()


def _without_backup(store: JournalStore) -> None:
    confirm(store, 1, 31, backup=0)


def _half_confirmed(store: JournalStore) -> None:
    confirm(store, 1, 5, backup=31)


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
    done = prune_aged(aged, keep_days)
    assert done.events == events
    assert why in done.kept_for
    aged.close()


def test_without_a_signed_checkpoint_nothing_goes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "j.db")
    store.open()
    whole_unit(store, 1)
    store.append((note(), note()))
    confirm(store, 1, 5)
    done = prune_aged(store, -1)
    assert (done.events, done.kept_for) == (0, "no signed checkpoint before that")
    store.close()


def test_a_prune_that_was_cut_between_sealing_and_removing_is_finished_later(
    aged: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pruning, "_remove_sealed", lambda _: None)
        prune_aged(aged)
    with aged.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 31
    assert check(aged.path) == Verdict(31, None, ())
    assert len(list(export(aged.path))) == 31
    assert aged.rebuild_projections() == ()
    assert prune_aged(aged).events == 0
    with aged.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 1
    aged.close()


def test_a_missing_or_changed_segment_is_found_and_named(aged: JournalStore) -> None:
    prune_aged(aged)
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
        (problem,) = check(aged.path).problems
        assert what in problem
    segment.unlink()
    (problem,) = check(aged.path).problems
    assert "is missing; bring it back from a backup" in problem
    with pytest.raises(StorageFault) as refused:
        aged.rebuild_projections()
    assert refused.value.reason == "damaged"
    aged.append((note("the work goes on"),))
    aged.close()
