"""Blob files: whole or not there, whatever a crash left behind."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from app.domain.errors import StorageFault
from app.runtime import blob_files
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock


async def test_leftovers_of_a_crash_are_never_read(tmp_path: Path) -> None:
    blobs = BlobFiles(tmp_path / "blobs")
    sha256 = hashlib.sha256(b"a whole curve").hexdigest()
    folder = tmp_path / "blobs" / sha256[:2]
    folder.mkdir(parents=True)
    (folder / ".xyz.part").write_bytes(b"a whole")
    assert await blobs.get(sha256) is None
    assert await blobs.put(b"a whole curve") == sha256
    assert await blobs.get(sha256) == b"a whole curve"


@pytest.mark.allow_warnings
async def test_a_damaged_blob_is_not_given_out_and_can_be_put_again(tmp_path: Path) -> None:
    blobs = BlobFiles(tmp_path)
    sha256 = await blobs.put(b"curve")
    blobs.path_of(sha256).write_bytes(b"curse")
    assert await blobs.get(sha256) is None
    assert await blobs.put(b"curve") == sha256
    assert await blobs.get(sha256) == b"curve"


async def test_a_blob_that_cannot_be_written_is_a_fault_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_bytes(b"a file where a folder should be")
    with pytest.raises(StorageFault, match="a blob of 5 bytes was not kept"):
        await BlobFiles(tmp_path / "blobs").put(b"curve")


async def test_names_that_are_no_hash_find_nothing(tmp_path: Path) -> None:
    blobs = BlobFiles(tmp_path / "blobs")
    (tmp_path / "secret").write_bytes(b"x")
    for name in ("", "../secret", "A" * 64, "../" + "a" * 61):
        assert await blobs.get(name) is None


async def test_putting_twice_keeps_one_file(tmp_path: Path) -> None:
    blobs = BlobFiles(tmp_path)
    assert await blobs.put(b"curve") == await blobs.put(b"curve")
    assert _files_in(tmp_path) == 1


def _files_in(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_the_clock_names_its_boot_even_where_the_kernel_does_not(tmp_path: Path) -> None:
    assert SystemClock(tmp_path / "none").boot != SystemClock(tmp_path / "none").boot
    (tmp_path / "boot").write_text("5f40d823-daa2-4035-9bdd-74a70e40171c\n")
    clock = SystemClock(tmp_path / "boot")
    assert clock.boot == "5f40d823-daa2-4035-9bdd-74a70e40171c"
    first = clock.mono_ns()
    assert clock.mono_ns() >= first
    assert clock.now_us() > 1_600_000_000_000_000
    assert os.name != "posix" or SystemClock().boot


def test_a_blob_that_a_killed_process_left_is_made_safe_before_it_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(blob_files, "sync_folder", synced.append)
    root = tmp_path / "blobs"
    path = BlobFiles(root).path_of(BlobFiles(root).write(b"a photo"))
    synced.clear()
    restarted = BlobFiles(root)
    restarted.write(b"a photo")
    assert synced == [path.parent, root, tmp_path]
    restarted.write(b"a photo")
    assert synced[3:] == [path.parent]


def test_a_full_or_broken_disk_has_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, reason in ((errno.ENOSPC, "full"), (errno.EROFS, "read_only"), (errno.EIO, "io")):

        def refuse(_: int, number: int = number) -> None:
            raise OSError(number, "refused")

        monkeypatch.setattr(os, "fsync", refuse)
        with pytest.raises(StorageFault, match="was not kept: refused") as fault:
            BlobFiles(tmp_path).write(b"a photo")
        assert fault.value.reason == reason
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
