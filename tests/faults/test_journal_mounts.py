"""Real drives that are taken away: made read-only by the system after an error, or by somebody.

The drives are ext4 images on loop devices, which only root may mount; elsewhere the disks of
`tests/helpers/power_cut.py` have to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.domain.envelope import head_message
from app.domain.errors import StorageFault
from app.journal.export import export
from app.journal.store import JournalStore
from app.journal.verify import verify
from tests.helpers.journal_rig import make_store, note, open_store, tightening

NOBODY = 65534


class LoopDrive:
    """An ext4 drive in a file, mounted at ``folder``."""

    def __init__(self, scratch: Path) -> None:
        self.folder = scratch / "drive"
        self._image = scratch / "image"
        self._device = ""

    def make(self) -> None:
        self.folder.mkdir()
        with self._image.open("wb") as file:
            file.truncate(24 << 20)
        _run("mkfs.ext4", "-q", str(self._image))
        self.mount()

    def mount(self) -> None:
        _run("mount", "-o", "loop,errors=remount-ro", str(self._image), str(self.folder))
        self._device = Path(_run("findmnt", "-no", "SOURCE", str(self.folder)).strip()).name

    def unmount(self) -> None:
        _run("umount", str(self.folder))

    def let_go(self) -> None:
        """At the end, also of a test that failed with the journal open."""
        with suppress(OSError):
            _run("umount", "--lazy", str(self.folder))

    def make_read_only(self) -> None:
        _run("mount", "-o", "remount,ro", str(self.folder))

    def fail(self) -> None:
        """An error of the drive, as ext4 itself lets one be told: it makes the drive read-only."""
        assert self._device.startswith("loop")  # never the machine's own
        Path(f"/sys/fs/ext4/{self._device}/trigger_fs_error").write_text("a test\n")

    def repair(self) -> None:
        """What a person does: take it out, check it, put it back."""
        self.unmount()
        # 1 says that errors were found and mended.
        _run("e2fsck", "-fp", str(self._image), mended=1)
        self.mount()


def _run(*command: str, mended: int = 0) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, mended):
        msg = f"{command[0]}: {done.stderr.strip()}"
        raise OSError(msg)
    return done.stdout


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[LoopDrive]:
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("mounting a drive of our own takes Linux, root and mkfs.ext4")
    made = LoopDrive(tmp_path)
    try:
        made.make()
    except OSError as error:
        pytest.skip(f"this machine mounts no drive of ours: {error}")
    try:
        yield made
    finally:
        made.let_go()


def _append_until_refused(store: JournalStore) -> None:
    for number in range(1_000, 4_000):
        store.append((tightening(str(number)), note("x" * 4_000)))


def _events(path: Path) -> int:
    found = verify(path, read_blob=lambda _: b"", head_message=head_message)
    assert found.is_ok, found
    return found.events


def test_a_drive_the_system_makes_read_only_stops_the_journal_and_loses_nothing(
    drive: LoopDrive,
) -> None:
    path = drive.folder / "j.db"
    store = open_store(path)
    for number in range(20):
        store.append((note(str(number)), tightening(str(number))))
    drive.fail()
    with pytest.raises(StorageFault, match=r"read-only .*; check permissions") as refused:
        _append_until_refused(store)
    assert refused.value.reason == "read_only"
    assert not store.is_usable
    with pytest.raises(StorageFault) as still:
        store.reopen()
    assert still.value.reason == "read_only"
    # What was acknowledged can be read meanwhile, and is there after the repair.
    assert len(list(export(path))) >= 40
    store.close()
    drive.repair()
    again = open_store(path, seed=8)
    assert again.head.seq >= 40
    assert _events(path) == again.head.seq
    again.append((note("goes on"),))
    again.close()


def test_a_drive_mounted_read_only_is_named_as_such_and_can_be_read(drive: LoopDrive) -> None:
    path = drive.folder / "j.db"
    store = open_store(path)
    store.append((note(),))
    store.close()
    drive.make_read_only()
    with pytest.raises(StorageFault) as refused:
        make_store(path).open()
    assert refused.value.reason == "read_only"
    assert "permissions and mount" in str(refused.value)
    assert _events(path) == 1


def test_a_drive_that_is_really_full_refuses_and_goes_on_when_there_is_room(
    drive: LoopDrive,
) -> None:
    path, filler = drive.folder / "j.db", drive.folder / "filler"
    store = open_store(path)
    store.append((note("kept"),))
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with pytest.raises(StorageFault, match="the disk is full") as refused:
        _append_until_refused(store)
    assert refused.value.reason == "full"
    kept = len(list(export(path)))
    filler.unlink()
    store.reopen()
    assert store.append((note("goes on"),)).first_seq == kept + 1
    assert _events(path) == kept + 1
    store.close()


@contextmanager
def _as_somebody_without_rights() -> Iterator[None]:
    """Root may write everywhere: what is forbidden has to be tried as somebody else."""
    if os.name != "posix":
        pytest.skip("permissions are taken away otherwise on Windows")
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def _take_writing(path: Path) -> None:
    path.parent.chmod(0o500)


def _take_all(path: Path) -> None:
    path.parent.chmod(0o000)


def _take_the_file(path: Path) -> None:
    path.chmod(0o400)


@pytest.mark.parametrize("take", [_take_writing, _take_all, _take_the_file])
def test_permissions_taken_away_are_named_and_given_back_all_is_there(
    take: Callable[[Path], None],
) -> None:
    # Not below the test's own folder, which nobody else may enter.
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o777)
        with _as_somebody_without_rights():
            path = Path(scratch) / "data" / "j.db"
            store = open_store(path)
            store.append((note(),))
            store.close()
            take(path)
            with pytest.raises(StorageFault) as refused:
                make_store(path).open()
            assert refused.value.reason == "read_only"
            assert "permission" in str(refused.value).lower()
            path.parent.chmod(0o700)
            path.chmod(0o600)
            again = open_store(path, seed=8)
            assert again.append((note(),)).first_seq == 2
            again.close()
