"""Disks that refuse, forget and are full, processes that die, in any order; by seed."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from app.domain.envelope import GENESIS, chain_hash
from app.domain.errors import DuplicateResult, StorageFault
from app.domain.events import ToolLocked
from app.journal.store import JournalStore
from app.ports.journal import Appended, NewEvent
from tests.helpers.effort import effort
from tests.helpers.journal_rig import STATION, TOOL, FakeClock, note, tightening
from tests.helpers.power_cut import Disk, PowerCut

#: Seeds 52, 76 and 123 kill a journal that trusts what an earlier process wrote but did not sync.
HISTORIES = effort(150, 5_000)
TROUBLES = 12


class History:
    """One journal through many troubles.  What was told to anybody has to stay for ever."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.seed = seed
        self.chance = random.Random(seed)  # noqa: S311 (repeatable)
        self.disk = Disk(f"history-{seed}", seed)
        self.path = folder / f"{seed}.db"
        self.told: list[str] = []
        self.results: list[str] = []
        self.lives = 0
        self.store = self._new_store()
        self.store.open()

    def _new_store(self) -> JournalStore:
        self.lives += 1
        return JournalStore(
            self.path,
            station=STATION,
            clock=FakeClock(),
            random_bytes=random.Random(self.seed * 1000 + self.lives).randbytes,  # noqa: S311
            connect=self.disk.connect,
        )

    def work(self) -> None:
        """Append until something goes wrong, as a station does: a result again until it is in."""
        for _ in range(self.chance.randrange(2, 30)):
            result = str(len(self.results))
            try:
                appended = self.store.append((tightening(result), note("x" * 700)))
            except DuplicateResult:
                pass  # it was written when the disk said that it was not; now it is told
            except (StorageFault, PowerCut):
                return
            else:
                self.told += [envelope.event_id for envelope in appended.envelopes]
            self.results.append(result)

    def trouble(self) -> None:
        kind = self.chance.choice(("cut", "kill", "sync", "full", "write", "read_only"))
        after = self.chance.randrange(0, 40) if self.chance.random() < 0.6 else 0
        errors = {
            "full": apsw.FullError,
            "write": apsw.IOError,
            "read_only": apsw.ReadOnlyError,
        }
        if kind in ("cut", "kill"):
            self.disk.cut_in(after)
        elif kind == "sync":
            self.disk.sync_fault = _once(after // 4, apsw.IOError("the sync failed"))
        elif kind in errors:
            self.disk.write_fault = _from(after, errors[kind]("refused"))
        self.disk.keeps = self.chance.choice((0.0, 0.5, 0.9))
        self.work()
        if kind in ("cut", "kill"):
            self.disk.cut_in(0)
        self._recover(kind)

    def _recover(self, kind: str) -> None:
        is_same_process = kind in ("sync", "full", "write", "read_only")
        if is_same_process and self.chance.random() < 0.5:
            # A person presses "try again" while the disk still refuses, and once more later.
            with suppress(StorageFault):
                self.store.reopen()
        self.disk.write_fault = self.disk.sync_fault = lambda: None
        if is_same_process and self.chance.random() < 0.7:
            self.store.reopen()
        else:
            _leave(self.store)
            if kind == "kill":
                self.disk.cut_after = None  # the system lives on, with all that it remembers
            else:
                self.disk.power_returns()
            self.store = self._new_store()
            self.store.open()
        self.check()

    def check(self) -> None:
        with self.store.read() as db:
            rows = db.execute("SELECT seq, event_id, raw, hash FROM event ORDER BY seq").fetchall()
        prev = GENESIS
        for number, (seq, _, raw, hash_hex) in enumerate(rows, start=1):
            assert seq == number
            assert hash_hex == chain_hash(prev, raw)  # type: ignore[arg-type]
            prev = str(hash_hex)
        stored = [str(row[1]) for row in rows]
        assert len(set(stored)) == len(stored)
        missing = set(self.told) - set(stored)
        assert not missing, f"seed {self.seed}: {len(missing)} told events are gone"
        with self.store.read() as db:
            found = db.execute("SELECT result_id FROM result").fetchall()
        assert {str(row[0]) for row in found} >= set(self.results), f"seed {self.seed}"
        # Not each time: rebuilding writes, and a sync of that would cover up for a missing one.
        if self.chance.random() < 0.2:
            assert self.store.rebuild_projections() == ()
        # Whoever asked now knows of all these.
        self.told = stored


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("first", range(0, HISTORIES, 50))
def test_what_was_told_is_never_lost_whatever_the_disk_does(tmp_path: Path, first: int) -> None:
    told = 0
    for seed in range(first, first + 50):
        history = History(tmp_path, seed)
        for _ in range(TROUBLES):
            history.trouble()
        _leave(history.store)
        told += len(history.told)
    assert told > 50 * TROUBLES


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError, apsw.ReadOnlyError])
def test_every_write_of_an_append_may_be_the_one_that_fails(
    tmp_path: Path, error: type[apsw.Error]
) -> None:
    reasons = {apsw.FullError: "full", apsw.IOError: "io", apsw.ReadOnlyError: "read_only"}
    failed = 0
    for nth in range(12):
        disk = Disk(f"nth-write-{error.__name__}-{nth}", nth)
        store = _plain_store(tmp_path / f"{error.__name__}{nth}.db", disk)
        store.open()
        kept = store.append((note(),)).envelopes[0].event_id
        disk.write_fault = _from(nth, error("refused"))
        reason = _reason_of_failing(store)
        if reason is not None:
            failed += 1
            assert reason == reasons[error]
            assert not store.is_usable
            disk.write_fault = lambda: None
            store.reopen()
        with store.read() as db:
            assert db.execute("SELECT event_id FROM event WHERE seq = 1").get == kept
        with suppress(DuplicateResult):
            store.append((note("again"), tightening("1")))
        assert store.rebuild_projections() == ()
        _leave(store)
    assert failed > 3


def test_on_a_full_disk_the_last_facts_still_fit_and_results_do_not(tmp_path: Path) -> None:
    disk = Disk("ballast", 1)
    store = _plain_store(tmp_path / "j.db", disk, ballast_bytes=1 << 16)
    store.open()
    ballast = tmp_path / "j.db.ballast"
    assert ballast.stat().st_size == 1 << 16
    store.append((note(),))
    disk.write_fault = lambda: apsw.FullError("no room") if ballast.exists() else None
    with pytest.raises(StorageFault) as first:
        store.append((tightening("1"),))
    locked = NewEvent(ToolLocked(tool="T-07", confirmed=True), TOOL)
    assert store.append((locked,)).first_seq == 2
    with pytest.raises(StorageFault) as second:
        store.append((locked, tightening("1")))
    assert first.value.reason == second.value.reason == "full"
    taken, refused = store.append_group(((locked,), (tightening("1"),)))
    assert isinstance(taken, Appended)
    assert isinstance(refused, StorageFault)
    # "Try again": there is room now, also for the ballast.
    disk.write_fault = lambda: None
    store.reopen()
    assert ballast.exists()
    assert store.append((tightening("1"),)).first_seq == 4
    store.close()


def test_trying_again_without_room_says_that_the_disk_is_still_full(tmp_path: Path) -> None:
    disk = Disk("no-room", 1)
    store = _plain_store(tmp_path / "j.db", disk, ballast_bytes=1 << 16)
    store.open()
    disk.write_fault = lambda: apsw.FullError("no room") if _has_ballast(store) else None
    with pytest.raises(StorageFault):
        store.append((note(),))
    store._ballast._size = 1 << 60  # no disk has this
    with pytest.raises(StorageFault, match="the disk is full; free some space") as fault:
        store.reopen()
    assert fault.value.reason == "full"
    assert store.is_usable
    store.close()


def _reason_of_failing(store: JournalStore) -> str | None:
    try:
        store.append((note("y" * 9_000), tightening("1")))
    except StorageFault as fault:
        return fault.reason
    return None


def _has_ballast(store: JournalStore) -> bool:
    return store.path.with_name(store.path.name + ".ballast").exists()


def _plain_store(path: Path, disk: Disk, *, ballast_bytes: int = 0) -> JournalStore:
    return JournalStore(
        path,
        station=STATION,
        clock=FakeClock(),
        random_bytes=random.Random(1).randbytes,  # noqa: S311 (repeatable)
        connect=disk.connect,
        ballast_bytes=ballast_bytes,
    )


def _once(after: int, error: apsw.Error) -> _Fault:
    return _Fault(after, error, times=1)


def _from(after: int, error: apsw.Error) -> _Fault:
    return _Fault(after, error, times=1 << 60)


class _Fault:
    """Nothing for ``after`` calls, then the error."""

    def __init__(self, after: int, error: apsw.Error, *, times: int) -> None:
        self._after, self._error, self._times = after, error, times

    def __call__(self) -> apsw.Error | None:
        self._after -= 1
        if self._after >= 0 or self._times == 0:
            return None
        self._times -= 1
        return self._error


def _leave(store: JournalStore) -> None:
    """What a dead process leaves: no lock, no handle, and nothing tidied up."""
    store._lock.release()
    db, store._db = store._db, None
    if db is not None:
        with suppress(PowerCut, apsw.Error):
            db.close(force=True)
