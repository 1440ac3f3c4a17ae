"""Files written whole: under their name only when all of it is on the disk."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import BinaryIO

import pytest

from app.durable import remove_unfinished, write_whole
from tests.helpers.patience import PATIENT_S


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    def fail(file: BinaryIO) -> None:
        file.write(b"half of it")
        raise OSError(28, "no room")

    path = tmp_path / "kept"
    write_whole(path, lambda file: file.write(b"as it was"))
    with pytest.raises(OSError, match="no room"):
        write_whole(path, fail)
    assert path.read_bytes() == b"as it was"
    assert _names(tmp_path) == ["kept"]


def test_nobody_sees_a_file_under_its_name_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new"

    def look(file: BinaryIO) -> None:
        file.write(b"x")
        assert not path.exists()

    write_whole(path, look)
    assert path.read_bytes() == b"x"


def test_two_writers_of_one_file_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "both"
    meet = threading.Barrier(2, timeout=PATIENT_S)

    def write(text: bytes) -> None:
        def fill(file: BinaryIO) -> None:
            file.write(text)
            file.flush()
            meet.wait()  # both are open and half written
            file.write(text)

        write_whole(path, fill)

    other = threading.Thread(target=write, args=(b"bb",))
    other.start()
    write(b"aa")
    other.join()
    assert path.read_bytes() in (b"aaaa", b"bbbb")
    assert _names(tmp_path) == ["both"]


def test_what_a_crash_left_of_a_file_is_removed_and_of_others_not(tmp_path: Path) -> None:
    for name in (".j[1].db.77-1.part", ".j[1].db.78-2.part", ".k.db.77-1.part", "j[1].db"):
        (tmp_path / name).write_bytes(b"x")
    remove_unfinished(tmp_path / "j[1].db")
    assert _names(tmp_path) == [".k.db.77-1.part", "j[1].db"]
