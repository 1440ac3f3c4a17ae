"""Backup, restore, set aside: nothing is lost, nothing is written over, no fork goes unseen."""

from __future__ import annotations

import argparse
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from app.commands import journal as command
from app.domain.envelope import decode_envelope
from app.domain.errors import StorageFault
from app.journal.copies import copy_journal
from app.journal.export import export
from app.journal.pruning import DAY_US, note_durable_backup, prune
from app.journal.sync_state import move_push_mark
from app.ports.sync import PushMark
from app.runtime.blob_files import BlobFiles
from sync.identity import Identity
from tests.helpers.journal_rig import (
    STATION,
    FakeClock,
    completed,
    curve,
    make_store,
    note,
    open_store,
    started,
)


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["journal", *words])
    return int(args.run(args))


def _answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return found


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal with a blob, a sealed segment and events after it."""
    folder = tmp_path / "station"
    blob = BlobFiles(folder / "blobs").write(b"a curve")
    store = make_store(folder / "j.db")
    store.signer = Identity(STATION, b"k" * 32)
    store.open()
    store.append((started("U-1"), curve(blob)))
    store.append((completed("U-1"),))
    store.append((note(), note()))
    with store.transaction() as db:
        move_push_mark(db, PushMark("g", 1, 5), None)
        note_durable_backup(db, (1, 5))
    assert prune(store, keep_days=0, now_us=FakeClock().us + DAY_US).events == 3
    store.close()
    return folder / "j.db"


def test_a_long_copy_is_of_one_moment_however_much_is_written_meanwhile(
    journal: Path, tmp_path: Path
) -> None:
    station = open_store(journal, seed=8)
    with station.transaction() as db:
        db.execute("CREATE TABLE room AS SELECT zeroblob(9000000)")
    before, steps = list(export(journal)), []

    def written(done: int, total: int) -> None:
        steps.append((done, total))
        assert len(steps) == 1, "it begins again and again"
        station.append((note("while it is copied"),))

    copied = copy_journal(journal, tmp_path / "copy.db", told=written)
    assert steps
    assert list(export(tmp_path / "copy.db")) == before
    assert copied.seq == decode_envelope(before[-1]).seq
    station.close()


def test_a_backup_made_while_the_station_writes_is_whole(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    station = open_store(journal, seed=8)
    station.append((note("not checkpointed yet"),))
    out = tmp_path / "backup" / "copy.db"
    assert _run("backup", str(journal), "--out", str(out), "--blobs") == 0
    said = _answer(capsys)
    assert (said["station"], said["seq"], said["blobs"]) == (STATION, 6, 1)
    station.append((note("after the backup"),))
    assert _run("verify", str(out)) == 0
    assert _answer(capsys)["events"] == 6
    assert list(export(out)) == list(export(journal))[:6]
    names = sorted(path.name for path in out.parent.iterdir() if path.is_file())
    assert names == ["copy.db", "copy.db.1-000000001.segment"]
    station.close()


def test_a_journal_and_its_copy_are_their_owners_alone(journal: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "j.db"
    assert _run("backup", str(journal), "--out", str(copy)) == 0
    store = open_store(journal)
    files = (journal, journal.with_name("j.db-wal"), copy)
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600] * 3
    store.close()


def test_a_backup_without_its_blobs_says_what_is_missing(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (blob,) = (journal.parent / "blobs").rglob("*/*")
    blob.unlink()
    out = tmp_path / "copy.db"
    assert _run("backup", str(journal), "--out", str(out), "--blobs") == 1
    assert _answer(capsys)["missing_blobs"] == [blob.name]


def test_neither_backup_nor_restore_writes_over_a_journal(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = journal.read_bytes()
    for words in (("backup", "--out"), ("restore", "--to")):
        assert _run(words[0], str(journal), words[1], str(journal)) == 2
        assert "is not written over" in capsys.readouterr().err
    assert journal.read_bytes() == before
    (tmp_path / "x.db-wal").touch()
    assert _run("backup", str(journal), "--out", str(tmp_path / "x.db")) == 2


def test_a_restored_journal_begins_an_epoch_that_names_the_head_before(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, to = tmp_path / "backup" / "copy.db", tmp_path / "new" / "j.db"
    _run("backup", str(journal), "--out", str(out), "--blobs")
    head = _answer(capsys)["hash"]
    assert _run("restore", str(out), "--to", str(to)) == 0
    said = _answer(capsys)
    assert (said["epoch"], said["events"], said["missing_blobs"]) == (2, 5, [])
    assert _run("verify", str(to)) == 0
    newest = decode_envelope(list(export(to))[-1])
    assert (newest.kind, newest.epoch, newest.seq) == ("station.started", 2, 1)
    assert newest.prev_hash == head
    assert json.loads(bytes(newest.body))["previous_head"] == head
    open_store(to, seed=3).close()


def test_a_restored_journal_leaves_an_epoch_alone_that_was_begun_and_not_written_yet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path / "j.db")
    store.append((note(),))
    store.begin_epoch(5)
    store.close()
    assert _run("restore", str(tmp_path / "j.db"), "--to", str(tmp_path / "new.db")) == 0
    assert _answer(capsys)["epoch"] == 6


def test_a_damaged_backup_is_not_restored(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, to = tmp_path / "copy.db", tmp_path / "new" / "j.db"
    _run("backup", str(journal), "--out", str(out))
    out.with_name("copy.db.1-000000001.segment").unlink()
    assert _run("restore", str(out), "--to", str(to)) == 1
    assert "is not in order and was not restored" in capsys.readouterr().err
    assert not to.exists()


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(
    journal: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFault, match="the copy was not made"):
        copy_journal(journal, tmp_path / "file" / "copy.db")


def test_a_damaged_journal_is_set_aside_and_a_new_one_is_linked_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "j.db"
    store = open_store(path)
    store.append([note("x" * 900) for _ in range(40)])
    head = store.head.hash
    store.close()
    content = bytearray(path.read_bytes())
    content[9 * 4096 : 10 * 4096] = bytes(4096)
    path.write_bytes(content)
    with pytest.raises(StorageFault, match="set-aside") as refused:
        make_store(path).open()
    assert refused.value.reason == "damaged"
    assert _run("set-aside", str(path)) == 0
    said = _answer(capsys)
    assert (said["station"], said["epoch"], said["previous_head"]) == (STATION, 2, head)
    assert Path(said["set_aside"]).read_bytes() == bytes(content)
    (first,) = (decode_envelope(raw) for raw in export(path))
    assert (first.epoch, first.seq, json.loads(bytes(first.body))["previous_head"]) == (2, 1, head)
    open_store(path, seed=3).close()


def test_a_file_nothing_can_be_read_of_is_set_aside_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "j.db"
    path.write_bytes(b"\x00\x01" * 4000)
    assert _run("set-aside", str(path)) == 0
    said = _answer(capsys)
    assert (said["epoch"], path.exists()) == (None, False)
    assert Path(said["set_aside"]).stat().st_size == 8000
    path.write_bytes(b"\x00\x02" * 4000)
    words = ("--station", STATION, "--epoch", "4")
    Path(said["set_aside"]).rename(tmp_path / "elsewhere")
    assert _run("set-aside", str(path), *words) == 0
    assert _answer(capsys)["epoch"] == 4
    assert [decode_envelope(raw).epoch for raw in export(path)] == [4]


def test_what_a_running_station_has_open_is_not_set_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path / "j.db")
    assert _run("set-aside", str(tmp_path / "j.db")) == 1
    assert "stop the other one first" in capsys.readouterr().err
    store.append((note(),))
    store.close()
    assert _run("set-aside", str(tmp_path / "none.db")) == 2


def test_pruning_by_command_says_what_kept_the_rest(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("prune", str(journal), "--keep-days", "30") == 0
    assert _answer(capsys)["events"] == 0
    assert _run("prune", str(journal), "--keep-days", "-1") == 2
    with pytest.raises(SystemExit):
        _run("prune", str(journal), "--keep-days", "1", "--in-server-backup", "4711")
    assert "such as 2:4711" in capsys.readouterr().err
    journal.with_name("j.db.1-000000001.segment").unlink()
    assert _run("prune", str(journal), "--keep-days", "30") == 1
    assert "nothing of it is pruned" in capsys.readouterr().err


def test_an_administrator_may_say_how_far_the_servers_backup_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, clock = tmp_path / "j.db", FakeClock()
    clock.us = 1_000_000_000_000_000  # long ago by any machine's clock
    store = make_store(path, clock=clock)
    store.signer = Identity(STATION, b"k" * 32)
    store.open()
    store.append((started("U-1"), completed("U-1")))
    store.append((note(), note()))
    with store.transaction() as db:
        move_push_mark(db, PushMark("g", 1, 4), None)
    store.close()
    words = ("prune", str(path), "--keep-days", "0")
    assert _run(*words) == 0
    assert "not known to be in a backup" in _answer(capsys)["rest_kept_for"]
    assert _run(*words, "--in-server-backup", "1:4") == 0
    assert _answer(capsys)["events"] == 2
