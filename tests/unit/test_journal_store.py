"""The store: durable appends in one chain, duplicates, epochs, and what it refuses."""

from __future__ import annotations

import uuid
from pathlib import Path

import apsw
import msgspec
import pytest

from app.domain.envelope import GENESIS, chain_hash, decode_envelope
from app.domain.errors import Bug, DuplicateResult, StorageFault
from app.journal import schema
from app.journal.ids import uuid7
from app.journal.store import JournalStore
from app.ports.journal import Appended
from tests.helpers.journal_rig import STATION, FakeClock, make_store, note, open_store, tightening


def _rows(store: JournalStore) -> list[tuple[int, int, str, bytes]]:
    with store.read() as db:
        found = db.execute("SELECT epoch, seq, hash, raw FROM event ORDER BY epoch, seq")
        return msgspec.convert(found.fetchall(), list[tuple[int, int, str, bytes]])


def test_an_engine_that_can_corrupt_the_file_is_refused() -> None:
    for version in ("3.51.2", "3.7.0", "3.40.1"):
        with pytest.raises(StorageFault, match=f"SQLite {version} can damage"):
            schema.check_engine(version)
    schema.check_engine("3.51.3")
    schema.check_engine(apsw.sqlite_lib_version())


def test_a_second_writer_is_refused_with_a_sentence(tmp_path: Path) -> None:
    first = open_store(tmp_path / "j.db")
    with pytest.raises(StorageFault, match="only one station may write it"):
        make_store(tmp_path / "j.db").open()
    first.close()
    open_store(tmp_path / "j.db").close()


def test_a_file_that_another_program_holds_is_named_and_works_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_MS", 20)
    store = open_store(tmp_path / "j.db")
    other = apsw.Connection(str(tmp_path / "j.db"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageFault, match="another program holds the file") as fault:
        store.append((note(),))
    assert fault.value.reason == "locked_by_other"
    with pytest.raises(StorageFault, match="another program holds the file"):
        store.reopen()
    other.close()
    store.reopen()
    assert store.append((note(),)).first_seq == 1
    store.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFault, match="the journal's folder cannot be made"):
        make_store(tmp_path / "file" / "x" / "j.db").open()


def test_the_journal_of_another_station_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path / "j.db").close()
    other = JournalStore(
        tmp_path / "j.db", station="ST-050", clock=FakeClock(), random_bytes=bytes
    )
    with pytest.raises(StorageFault, match=f"journal of station {STATION}, not of ST-050"):
        other.open()
    open_store(tmp_path / "j.db").close()  # the refused one gave its lock back


def test_a_file_that_is_no_journal_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(StorageFault, match="damaged or no journal"):
        make_store(path).open()
    assert path.read_bytes() == b"no database " * 1000


def test_a_duplicate_result_writes_nothing_of_its_append(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    store.append((tightening("4294"),))
    with pytest.raises(DuplicateResult, match="result 4294 of T-07"):
        store.append((note(), tightening("4295"), tightening("4294")))
    assert store.append((tightening("4295"),)).first_seq == 2
    store.close()


def test_a_duplicate_within_one_append_is_found(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    with pytest.raises(DuplicateResult):
        store.append((tightening("1"), tightening("1")))
    assert store.head.seq == 0
    store.close()


def test_what_cannot_be_written_down_harms_nobody_else_in_the_commit(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    store.append((tightening("1"),))
    outcomes = store.append_group(
        [
            (note("first"),),
            (note("half"), note("lone surrogate \ud800")),
            (tightening("1"),),
            (note("x" * 1_000_001),),
            (note("last"), tightening("2")),
        ]
    )
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [Appended, Bug, DuplicateResult, Bug, Appended]
    assert outcomes[4].first_seq == 3  # type: ignore[union-attr]
    assert [seq for _, seq, _, _ in _rows(store)] == [1, 2, 3, 4]
    store.close()


def test_events_are_chained_over_the_stored_bytes_across_reopening(tmp_path: Path) -> None:
    rows: list[tuple[int, int, str, bytes]] = []
    for round_ in range(3):
        store = open_store(tmp_path / "j.db", seed=round_)
        store.append((note(f"a{round_}"), note(f"b{round_}")))
        rows = _rows(store)
        store.close()
    prev = GENESIS
    for number, (_, seq, hash_hex, raw) in enumerate(rows, start=1):
        assert seq == number
        assert hash_hex == chain_hash(prev, raw)
        assert decode_envelope(raw).prev_hash == prev
        prev = hash_hex
    assert len(rows) == 6


def test_an_envelope_says_when_where_and_what_the_clock_was_worth(tmp_path: Path) -> None:
    clock = FakeClock()
    store = open_store(tmp_path / "j.db", clock=clock)
    store.clock_quality, store.clock_offset_us = "synced", -1500
    store.saw_feed_up_to(77)
    (envelope,) = store.append((note(unit="U-1"),)).envelopes
    assert (envelope.station, envelope.epoch, envelope.seq) == (STATION, 1, 1)
    assert (envelope.at, envelope.recorded_at, envelope.mono_ns) == (clock.us, clock.us, clock.ns)
    assert (envelope.clock_quality, envelope.clock_offset_us) == ("synced", -1500)
    assert (envelope.seen_pos, envelope.boot, envelope.refs.unit) == (77, "boot-1", "U-1")
    store.close()


def test_a_new_epoch_counts_from_one_and_continues_the_chain(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    store.append((note(), note()))
    last = store.head.hash
    store.begin_epoch(3)
    store.begin_epoch(2)  # older: ignored
    store.close()
    store = open_store(tmp_path / "j.db", seed=8)
    (envelope,) = store.append((note(),)).envelopes
    assert (envelope.epoch, envelope.seq, envelope.prev_hash) == (3, 1, last)
    store.close()


def test_nothing_works_on_a_closed_store(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    store.close()
    with pytest.raises(StorageFault, match="the journal is closed"):
        store.append((note(),))


def test_durability_is_asked_of_the_engine(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    with store.read() as db:
        assert db.pragma("journal_mode") == "wal"
        assert db.pragma("synchronous") == 2
        assert db.pragma("mmap_size") == 0
        assert db.pragma("wal_autocheckpoint") == 1000
    store.close()


def test_an_event_id_is_a_version_7_uuid_that_sorts_by_time() -> None:
    early = uuid.UUID(uuid7(1_795_000_000_000_000, bytes(range(10))))
    late = uuid.UUID(uuid7(1_795_000_000_001_000, b"\xff" * 10))
    assert (early.version, early.variant) == (7, uuid.RFC_4122)
    assert (late.version, late.variant) == (7, uuid.RFC_4122)
    assert early < late
    assert early.int >> 80 == 1_795_000_000_000
