"""Power cuts: what was acknowledged is there, and what is there is a whole chain."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.envelope import GENESIS, chain_hash
from app.domain.errors import StorageFault
from app.journal import pruning, room
from app.journal.pruning import note_durable_backup, prune
from app.journal.schema import structure_problem
from app.journal.segments import sealed_raws, sealed_up_to
from app.journal.store import JournalStore
from app.journal.sync_state import move_push_mark
from app.ports.sync import PushMark
from sync.identity import Identity
from tests.helpers.effort import effort
from tests.helpers.journal_rig import (
    STATION,
    FakeClock,
    completed,
    note,
    open_store,
    started,
    tightening,
)
from tests.helpers.power_cut import Disk, PowerCut

CUTS = effort(300, 5_000)
#: Cuts on one disk; then a new one, for a journal that grows makes each look slower.
CUTS_A_DISK = 50
#: Writes and syncs of the longest one below; some cuts come after its end.
STEPS_OF_A_PRUNE = 300


def _store(path: Path, disk: Disk, seed: int) -> JournalStore:
    return JournalStore(
        path,
        station=STATION,
        clock=FakeClock(),
        random_bytes=random.Random(seed).randbytes,  # noqa: S311 (repeatable)
        connect=disk.connect,
    )


def _stored(store: JournalStore) -> list[str]:
    """The ids of all events, after walking the chain they stand in."""
    with store.read() as db:
        rows = db.execute("SELECT seq, event_id, raw, hash FROM event ORDER BY seq").fetchall()
    prev = GENESIS
    for number, (seq, _, raw, hash_hex) in enumerate(rows, start=1):
        assert seq == number
        assert hash_hex == chain_hash(prev, raw)  # type: ignore[arg-type]
        prev = str(hash_hex)
    return [str(event_id) for _, event_id, _, _ in rows]


@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("seed", range(CUTS // CUTS_A_DISK))
def test_no_acknowledged_event_is_lost_in_any_power_cut(tmp_path: Path, seed: int) -> None:
    disk = Disk(f"power-cut-{seed}", seed)
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    acknowledged: list[str] = []
    interrupted = 0
    for cut in range(CUTS_A_DISK):
        store = _store(tmp_path / "j.db", disk, seed=seed * CUTS_A_DISK + cut)
        store.open()
        stored = _stored(store)
        assert stored[: len(acknowledged)] == acknowledged
        assert len(set(stored)) == len(stored)
        assert store.rebuild_projections() == ()
        acknowledged = stored
        disk.keeps = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        disk.cut_in(chance.randrange(1, 60))
        try:
            for number in range(100):
                appended = store.append((note(str(number)), tightening(f"{cut}-{number}")))
                acknowledged += [envelope.event_id for envelope in appended.envelopes]
        except (StorageFault, PowerCut):
            interrupted += 1
        _leave(store)
        disk.power_returns()
    assert interrupted == CUTS_A_DISK
    assert len(acknowledged) > CUTS_A_DISK


# A cut disk also refuses what SQLite does to close; nobody is left to hear of that.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", range(effort(10, 100)))
def test_a_power_cut_while_the_journal_is_being_opened_loses_nothing(
    tmp_path: Path, seed: int
) -> None:
    """Also while it is made, and while its projections are rebuilt."""
    disk = Disk(f"cut-at-open-{seed}", seed)
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    acknowledged: list[str] = []
    for life in range(20):
        disk.cut_in(chance.randrange(1, 40))
        store = _store(tmp_path / "j.db", disk, seed=seed * 100 + life)
        with suppress(StorageFault, PowerCut):
            store.open()
            store.rebuild_projections()
        _leave(store)
        disk.power_returns()
        store = _store(tmp_path / "j.db", disk, seed=seed * 100 + life + 50)
        store.open()
        assert _stored(store) == acknowledged
        acknowledged += [e.event_id for e in store.append((note(),)).envelopes]
        _leave(store)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", range(effort(60, 2_000)))
def test_a_power_cut_while_old_events_are_sealed_loses_none_and_doubles_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """And while their room is given back: in small steps, or by writing an older file anew."""
    monkeypatch.setattr(pruning, "EVENTS_IN_SEGMENT", 5)
    monkeypatch.setattr(pruning, "ROWS_AT_ONCE", 2)
    monkeypatch.setattr(room, "PAGES_AT_ONCE", 2)
    disk = Disk(f"cut-at-prune-{seed}", seed)
    if seed % 2:
        _make_older_file(tmp_path / "j.db", disk)
    store = _store(tmp_path / "j.db", disk, seed=1)
    store.signer = Identity(STATION, b"k" * 32)
    store.open()
    for number in range(6):
        serial = f"U-{number}"
        unit = (started(serial), tightening(str(number), unit=serial), completed(serial))
        store.append(unit)
    store.append((note(),))
    with store.transaction() as db:
        move_push_mark(db, PushMark("g", 1, 19), None)
        note_durable_backup(db, (1, 19))
        before = [str(raw) for (raw,) in db.execute("SELECT raw FROM event ORDER BY seq")]
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    disk.keeps = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
    disk.cut_in(chance.randrange(1, STEPS_OF_A_PRUNE))
    with suppress(StorageFault, PowerCut):
        prune(store, keep_days=-1, now_us=FakeClock().us)
    _leave(store)
    disk.power_returns()
    store = _store(tmp_path / "j.db", disk, seed=2)
    store.open()
    assert _all_raws(store) == before
    assert store.rebuild_projections() == ()
    prune(store, keep_days=-1, now_us=FakeClock().us)
    assert _all_raws(store) == before
    with store.read() as db:
        assert db.execute("SELECT count(*) FROM event").get == 1
        assert (db.pragma("freelist_count"), db.pragma("auto_vacuum")) == (0, 2)
        assert structure_problem(db) is None
    assert store.append((note(),)).first_seq == 20
    _leave(store)


def _make_older_file(path: Path, disk: Disk) -> None:
    """As software made it that never gave room back."""
    db = disk.connect(str(path))
    db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    db.close()


def _all_raws(store: JournalStore) -> list[str]:
    with store.read() as db:
        end = sealed_up_to(db)
        sealed = [str(raw) for raw in sealed_raws(db, store.path)]
        rows = db.execute("SELECT raw FROM event WHERE seq > ? ORDER BY seq", (end.seq,))
        return sealed + [str(raw) for (raw,) in rows]


def test_a_failed_sync_stops_the_store_and_reopening_finds_the_truth(tmp_path: Path) -> None:
    disk = Disk("failing-sync", seed=13)
    store = _store(tmp_path / "j.db", disk, seed=1)
    store.open()
    store.append((note("kept"),))
    disk.syncs_fail = True
    with pytest.raises(StorageFault, match="the disk reported an error"):
        store.append((note("not promised"),))
    assert not store.is_usable
    with pytest.raises(StorageFault, match="open it again"):
        store.append((note("not tried"),))
    disk.syncs_fail = False
    disk.power_returns()
    store.reopen()
    assert len(_stored(store)) in (1, 2)
    store.append((note("again"),))
    store.close()


def test_a_full_disk_stops_the_store_and_reopening_goes_on(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    store.append((note(),))
    with store.read() as db:
        pages = db.pragma("page_count")
        db.pragma("max_page_count", pages)
    with pytest.raises(StorageFault, match="the disk is full"):
        store.append([note("x" * 500) for _ in range(100)])
    with pytest.raises(StorageFault, match="the disk is full"):
        store.append((note(),))
    store.reopen()
    assert store.append((note(),)).first_seq == 2
    assert store.rebuild_projections() == ()
    store.close()


def _leave(store: JournalStore) -> None:
    """What a dead process leaves: no lock, no handle, and nothing tidied up."""
    store._lock.release()
    if store._db is not None:
        with suppress(PowerCut):
            store._db.close(force=True)
