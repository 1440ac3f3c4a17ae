"""Projections: what the station asks, and that they can be rebuilt to the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.readings import FIRST_CONTACT, Quality, ReadingKind
from app.journal import queries
from app.journal.store import JournalStore
from app.ports.devices import LastResult
from tests.helpers.journal_rig import (
    completed,
    curve,
    fitted,
    held,
    make_store,
    measured,
    note,
    open_store,
    reading,
    redone,
    started,
    tightening,
    unassigned,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    opened = open_store(tmp_path / "j.db")
    yield opened
    opened.close()


def test_a_unit_is_open_then_held_then_open_again_then_completed(store: JournalStore) -> None:
    seen: list[tuple[str | None, str | None, int]] = []
    for event in (started("U-1"), held("U-1"), started("U-1"), completed("U-1")):
        store.append((event,))
        with store.read() as db:
            seen.append(
                (
                    queries.unit_state(db, "U-1"),
                    queries.open_unit(db),
                    queries.done_count(db, "PO-1"),
                )
            )
    assert seen == [
        ("open", "U-1", 0),
        ("held", None, 0),
        ("open", "U-1", 0),
        ("completed", None, 1),
    ]


def test_only_units_of_the_order_are_counted_and_each_once(store: JournalStore) -> None:
    store.append((started("U-1"), completed("U-1"), completed("U-1"), started("U-2")))
    store.append((started("U-3", order="PO-2"), completed("U-3")))
    with store.read() as db:
        assert queries.done_count(db, "PO-1") == 1
        assert queries.done_count(db, "PO-2") == 1
        assert queries.unit_state(db, "U-9") is None


def test_a_units_events_come_back_in_order_and_without_strangers(store: JournalStore) -> None:
    store.append((started("U-1"), note("other", unit="U-2"), note("none")))
    store.append((tightening("1", unit="U-1"), completed("U-1")))
    with store.read() as db:
        kinds = [envelope.kind for envelope in queries.unit_events(db, "U-1")]
    assert kinds == ["unit.started", "tightening.recorded", "unit.completed"]


def test_a_serialised_part_is_found_where_it_was_fitted_last(store: JournalStore) -> None:
    store.append((fitted("P-9", "S-1", "U-1"),))
    with store.read() as db:
        assert queries.fitted_in(db, "P-9", "S-1") == "U-1"
        assert queries.fitted_in(db, "P-8", "S-1") is None
    store.append((fitted("P-9", "S-1", "U-2"),))
    with store.read() as db:
        assert queries.fitted_in(db, "P-9", "S-1") == "U-2"


def test_a_redone_step_frees_its_parts(store: JournalStore) -> None:
    store.append((fitted("P-9", "S-1", "U-1", "20"), fitted("P-9", "S-2", "U-1", "30")))
    store.append((redone("U-1", "20"),))
    with store.read() as db:
        assert queries.fitted_in(db, "P-9", "S-1") is None
        assert queries.fitted_in(db, "P-9", "S-2") == "U-1"


def test_the_last_result_is_the_newest_of_the_newest_epoch(store: JournalStore) -> None:
    assert _last(store, "T-07") is None
    store.append((unassigned(reading("9", epoch=2)),))
    store.append((unassigned(reading("10", epoch=2)), unassigned(reading("11", epoch=1))))
    store.append((tightening("1", source="T-08"), measured("5")))
    assert _last(store, "T-07") == LastResult(2, "10", "2026-11-20:09:35:20")
    assert _last(store, "T-08") == LastResult(1, "1", "2026-11-20:09:35:20")
    assert _last(store, "G-01") == LastResult(1, "5", "2026-11-20:09:35:20")


def test_a_gap_is_kept_once_but_is_no_last_result(store: JournalStore) -> None:
    store.append((unassigned(reading("7")),))
    store.append((unassigned(reading("gap-7-9", kind=ReadingKind.GAP)),))
    assert _last(store, "T-07") == LastResult(1, "7", "2026-11-20:09:35:20")


def test_the_first_contact_counts_and_what_nobody_can_read_does_not(store: JournalStore) -> None:
    begin = replace(reading("begin-41", kind=ReadingKind.STATE), state=FIRST_CONTACT)
    store.append((unassigned(begin),))
    assert _last(store, "T-07") == LastResult(1, "begin-41", "2026-11-20:09:35:20")
    unreadable = replace(reading("frame:0123"), quality=Quality.QUARANTINED)
    store.append((unassigned(unreadable),))
    assert _last(store, "T-07") == LastResult(1, "begin-41", "2026-11-20:09:35:20")
    store.append((unassigned(reading("42")),))
    assert _last(store, "T-07") == LastResult(1, "42", "2026-11-20:09:35:20")


def test_newer_software_says_how_far_it_is_with_a_long_journal(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    store = make_store(tmp_path / "j.db", told=lambda done, total: heard.append((done, total)))
    store.open()
    for _ in range(25):
        store.append(tuple(note() for _ in range(100)))
    store.close()
    store.open()
    assert heard == []
    store.close()
    with closing(sqlite3.connect(tmp_path / "j.db")) as db:
        db.execute("DELETE FROM meta WHERE key LIKE 'projection:%'")
        db.commit()
    store.open()
    store.close()
    assert heard == [(1_000, 2_500), (2_000, 2_500)]


def test_a_damaged_projection_is_named_and_mended_by_a_rebuild(store: JournalStore) -> None:
    store.append((started("U-1"), fitted("P-9", "S-1", "U-1"), tightening("1"), curve("ab" * 32)))
    assert store.rebuild_projections() == ()
    with store.transaction() as db:
        db.execute("UPDATE unit SET state = 'completed'")
        db.execute("DELETE FROM blob_ref")
    assert store.rebuild_projections() == ("unit", "blob_ref")
    with store.read() as db:
        assert queries.unit_state(db, "U-1") == "open"
    assert store.rebuild_projections() == ()


def test_a_projection_of_another_version_is_rebuilt_at_opening(tmp_path: Path) -> None:
    store = open_store(tmp_path / "k.db")
    store.append((started("U-1"),))
    with store.transaction() as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'projection:unit'")
        db.execute("DROP TABLE unit")
        db.execute("CREATE TABLE unit (old_layout)")
    store.close()
    store = open_store(tmp_path / "k.db")
    with store.read() as db:
        assert queries.open_unit(db) == "U-1"
    store.close()


def _last(store: JournalStore, source: str) -> LastResult | None:
    with store.read() as db:
        return queries.last_result(db, source)
