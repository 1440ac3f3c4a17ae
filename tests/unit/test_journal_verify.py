"""Verification: every changed byte of an event is found and named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.envelope import head_message
from app.domain.errors import InvalidInput, StorageFault
from app.journal.export import export
from app.journal.sync_state import move_push_mark
from app.journal.verify import Verdict, verify
from app.ports.sync import PushMark, SignedHead
from app.runtime.blob_files import BlobFiles
from sync.identity import Identity
from tests.helpers.journal_rig import (
    STATION,
    completed,
    curve,
    note,
    open_store,
    started,
    tightening,
)

EVENTS = 6


def _check(path: Path) -> Verdict:
    blobs = BlobFiles(path.parent / "blobs")
    return verify(path, read_blob=blobs.read, head_message=head_message)


def _change(path: Path, statement: str, values: tuple[str | int, ...] = ()) -> None:
    db = apsw.Connection(str(path))
    db.execute(statement, values)
    db.close()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("good")
    path = folder / "j.db"
    store = open_store(path)
    blob = BlobFiles(folder / "blobs").write(b"a curve")
    store.append((started("U-1"), tightening("1"), curve(blob), note("\u00e4\u2026 said")))
    store.append((completed("U-1"), note()))
    signer = Identity(STATION, b"k" * 32)
    head = store.head
    signature = signer.sign_head(head.epoch, head.seq, head.hash)
    signed = SignedHead(head.epoch, head.seq, head.hash, signature, signer.public_key)
    with store.transaction() as db:
        move_push_mark(db, PushMark("g", 1, head.seq), signed)
    store.close()
    return path


@pytest.fixture
def copy(good: Path, tmp_path: Path) -> Path:
    shutil.copytree(good.parent, tmp_path / "copy")
    return tmp_path / "copy" / good.name


def test_a_good_journal_is_found_good(good: Path) -> None:
    assert _check(good) == Verdict(EVENTS, None, ())


def test_a_missing_file_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="there is no journal here"):
        _check(tmp_path / "none.db")


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    (tmp_path / "j.db").write_bytes(b"\x7fELF" * 2000)
    with pytest.raises(StorageFault, match="damaged or no journal"):
        _check(tmp_path / "j.db")
    other = apsw.Connection(str(tmp_path / "other.db"))
    other.execute("CREATE TABLE shopping (thing TEXT)")
    other.close()
    with pytest.raises(StorageFault, match="it is no journal"):
        _check(tmp_path / "other.db")


@settings(max_examples=120, deadline=None)
@given(seq=st.integers(1, EVENTS), where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_each_flipped_bit_of_a_stored_event_is_found_and_named(
    good: Path, tmp_path_factory: pytest.TempPathFactory, seq: int, where: float, bit: int
) -> None:
    raw = list(export(good))[seq - 1]
    content = bytearray(good.read_bytes())
    start = content.index(raw)
    content[start + int(where * len(raw))] ^= 1 << bit
    damaged = tmp_path_factory.getbasetemp() / "flipped" / "j.db"
    shutil.copytree(good.parent, damaged.parent, dirs_exist_ok=True)
    damaged.write_bytes(content)
    found = _check(damaged)
    assert not found.is_ok
    assert found.first_bad is not None
    assert (found.first_bad.seq, found.events) == (seq, seq - 1)
    assert "do not match its hash" in found.first_bad.what


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("hash", "0" * 64, "do not match its hash"),
        ("event_id", "other", "event id is not what its bytes say"),
        ("kind", "note.burnt", "kind is not what its bytes say"),
        ("unit", "U-7", "unit is not what its bytes say"),
        ("at", 1, "time is not what its bytes say"),
    ],
)
def test_a_column_that_was_edited_is_found(
    copy: Path, column: str, value: str | int, words: str
) -> None:
    _change(copy, f"UPDATE event SET {column} = ? WHERE seq = 3", (value,))  # noqa: S608
    found = _check(copy)
    assert found.first_bad is not None
    assert found.first_bad.seq == 3
    assert words in found.first_bad.what


def test_a_deleted_event_is_found_at_the_one_after_it(copy: Path) -> None:
    _change(copy, "DELETE FROM event WHERE seq = 2")
    found = _check(copy)
    assert found.first_bad is not None
    assert (found.first_bad.seq, found.first_bad.what) == (3, "number 2 is missing before it")


def test_a_cut_tail_is_found_through_the_signed_head(copy: Path) -> None:
    _change(copy, "DELETE FROM event WHERE seq = 6")
    found = _check(copy)
    assert found.first_bad is None
    assert "event 6 (epoch 1) is not the one that was signed" in found.problems


def test_a_forged_signature_is_found(copy: Path) -> None:
    _change(copy, "UPDATE head SET signature = ?", ("00" * 64,))
    assert _check(copy).problems == ("the signature over event 6 (epoch 1) is wrong",)


@pytest.mark.allow_warnings
def test_a_missing_and_a_damaged_blob_are_found(copy: Path) -> None:
    (file,) = (copy.parent / "blobs").rglob("*/*")
    file.write_bytes(b"another curve")
    assert "is missing or damaged" in _check(copy).problems[0]
    file.unlink()
    assert "blob" in _check(copy).problems[0]


def test_a_projection_that_is_off_is_named(copy: Path) -> None:
    _change(copy, "UPDATE unit SET state = 'open'")
    assert _check(copy).problems == ("projection unit is not what the events say: rebuild it",)


def test_a_damaged_page_gives_a_verdict_and_not_a_crash(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    copy.write_bytes(content)
    try:
        found = _check(copy)
    except StorageFault as fault:
        assert "damaged" in str(fault)  # noqa: PT017 (either end is right)
    else:
        assert not found.is_ok
        assert "damaged" in found.problems[0]


def test_a_running_journal_is_verified_beside_its_writer(tmp_path: Path) -> None:
    store = open_store(tmp_path / "j.db")
    store.append((note(), note()))
    assert _check(tmp_path / "j.db") == Verdict(2, None, ())
    store.append((note(),))
    assert _check(tmp_path / "j.db").events == 3
    store.close()


def test_export_gives_the_stored_bytes_after_a_number(good: Path) -> None:
    everything = list(export(good))
    assert len(everything) == EVENTS
    assert list(export(good, since=4)) == everything[4:]
