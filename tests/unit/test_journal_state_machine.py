"""Any sequence of appends, duplicates, epochs, prunings and reopenings leaves a whole journal."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain.envelope import head_message
from app.domain.errors import DuplicateResult
from app.journal.pruning import note_durable_backup, prune
from app.journal.verify import Verdict, verify
from app.ports.journal import NewEvent
from sync.identity import Identity
from tests.helpers.effort import effort
from tests.helpers.journal_rig import (
    STATION,
    FakeClock,
    completed,
    fitted,
    held,
    measured,
    note,
    open_store,
    redone,
    started,
    tightening,
)

SIGNER = Identity(STATION, b"k" * 32)
_SERIALS = st.sampled_from(["U-1", "U-2", "U-3"])
_NUMBERS = st.integers(1, 8).map(str)
_EVENTS = st.one_of(
    st.text(max_size=20).map(note),
    _SERIALS.map(started),
    _SERIALS.map(held),
    _SERIALS.map(completed),
    _SERIALS.map(redone),
    st.builds(fitted, st.just("P-1"), _NUMBERS, _SERIALS),
    _NUMBERS.map(tightening),
    _NUMBERS.map(measured),
)


class JournalMachine(RuleBasedStateMachine):
    """The model: how many events there are, and which results."""

    @initialize()
    def create(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "j.db"
        self._openings = 0
        self._store = open_store(self._path)
        self._store.signer = SIGNER
        self._count = 0
        self._results: set[tuple[str, str]] = set()

    @rule(batch=st.lists(_EVENTS, min_size=1, max_size=4))
    def append(self, batch: list[NewEvent]) -> None:
        results = [found for event in batch if (found := _result(event)) is not None]
        is_new = len(set(results)) == len(results) and self._results.isdisjoint(results)
        if not is_new:
            with pytest.raises(DuplicateResult):
                self._store.append(batch)
            return
        self._store.append(batch)
        self._count += len(batch)
        self._results.update(results)

    @rule()
    def reopen(self) -> None:
        self._openings += 1
        self._store.close()
        self._store = open_store(self._path, seed=1000 + self._openings)
        self._store.signer = SIGNER

    @rule()
    def begin_epoch(self) -> None:
        self._store.begin_epoch(self._store.head.epoch + 1)

    @rule(confirmed=st.integers(0, 40), in_backup=st.integers(0, 40))
    def prune(self, confirmed: int, in_backup: int) -> None:
        epoch = self._store.head.epoch
        with self._store.transaction() as db:
            db.execute("UPDATE epoch SET acked = 1000000 WHERE epoch < ?", (epoch,))
            db.execute("UPDATE epoch SET acked = ? WHERE epoch = ?", (confirmed, epoch))
            note_durable_backup(db, (epoch, in_backup))
        done = prune(self._store, keep_days=-1, now_us=FakeClock().us)
        assert done.events <= self._count

    @rule()
    def rebuild(self) -> None:
        assert self._store.rebuild_projections() == ()

    @invariant()
    def is_whole(self) -> None:
        found = verify(self._path, read_blob=lambda _: None, head_message=head_message)
        assert found == Verdict(self._count, None, ())

    def teardown(self) -> None:
        self._store.close()
        self._folder.cleanup()


def _result(event: NewEvent) -> tuple[str, str] | None:
    reading = getattr(event.body, "reading", None)
    return None if reading is None else (reading.source, reading.result_id)


TestJournal = JournalMachine.TestCase
TestJournal.settings = settings(
    max_examples=effort(25, 400), stateful_step_count=20, deadline=None
)
