"""Is this drive fit to keep a journal?  Measures it and looks at what it is.

A drive that says "written" before it is written loses and damages journals at a power cut.  That
shows: a sync that costs no more than handing bytes to the system cannot have reached the disk.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from app.domain.errors import StorageFault, storage_reason
from app.journal.schema import check_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRITES = 200
BLOCK = bytes(4096)
#: No drive that keeps its promise syncs faster: a round trip to fast flash takes longer.
FASTEST_US = 20
#: Nor one that is turning, or at the end of a USB cable.
FASTEST_SLOW_MEDIUM_US = 50
SLOW_P99_US = 250_000
LEAST_FREE = 1024 * 1024 * 1024
#: The journal's index is memory that processes share; these cannot, or not reliably.
UNFIT_FILE_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "ceph",
        "glusterfs",
        "fuse",
        "fuseblk",
        "vboxsf",
    }
)
FORGETFUL_FILE_SYSTEMS = frozenset({"tmpfs", "ramfs"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.  ``is_fit`` is None for "works, and somebody should know"."""

    check: str
    is_fit: bool | None
    words: str


@dataclass(frozen=True, slots=True)
class Latency:
    """Of one kind of write, in microseconds."""

    median_us: float
    p99_us: float


def check_drive(folder: Path, *, writes: int = WRITES) -> tuple[Finding, ...]:
    """Everything about the drive under ``folder``, which is made when it is not there.

    Raises:
        StorageFault: the folder cannot be written at all.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        plain, synced = measure(folder, writes=writes)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        msg = f"{folder}: the drive cannot be written: {error.strerror}"
        raise StorageFault(msg, reason=storage_reason(error)) from error
    mount = mount_of(folder.resolve())
    return (
        judge_syncs(plain, synced, is_slow_medium=mount.is_slow_medium),
        judge_file_system(mount.file_system),
        judge_space(free),
        check_wal(folder),
        judge_engine(),
    )


def measure(folder: Path, *, writes: int = WRITES) -> tuple[Latency, Latency]:
    """Plain writes, and writes with a sync, in turn; the file is gone afterwards."""
    plain: list[float] = []
    synced: list[float] = []
    handle, name = tempfile.mkstemp(prefix=".asbuilt-doctor-", dir=folder)
    try:
        for number in range(writes):
            os.lseek(handle, (number % 64) * len(BLOCK), os.SEEK_SET)
            plain.append(_timed(lambda: os.write(handle, BLOCK)))
            synced.append(_timed(lambda: os.fsync(handle)))
    finally:
        os.close(handle)
        Path(name).unlink()
    return _latency(plain), _latency(synced)


def judge_syncs(plain: Latency, synced: Latency, *, is_slow_medium: bool) -> Finding:
    """What the times of writes and syncs say about the drive's promise."""
    told = (
        f"sync {synced.median_us:.0f} µs (99 %: {synced.p99_us:.0f} µs), "
        f"plain write {plain.median_us:.0f} µs"
    )
    least = FASTEST_SLOW_MEDIUM_US if is_slow_medium else FASTEST_US
    if synced.median_us < max(least, plain.median_us):
        words = f"{told}: too fast to have reached the disk; switch its write cache off"
        return Finding("flush", None if not is_slow_medium else False, words)
    if synced.p99_us > SLOW_P99_US:
        words = f"{told}: a person will wait for this drive; use a faster one"
        return Finding("flush", None, words)
    return Finding("flush", True, told)


def judge_file_system(name: str) -> Finding:
    """Network and user-space file systems share no memory, memory disks forget."""
    if name in UNFIT_FILE_SYSTEMS or name.startswith("fuse."):
        words = f"{name}: no shared memory between processes; keep the journal on a local drive"
        return Finding("file system", False, words)
    if name in FORGETFUL_FILE_SYSTEMS:
        words = f"{name}: everything is gone after a restart; keep the journal on a drive"
        return Finding("file system", False, words)
    return Finding("file system", True, name or "not told by this system")


def judge_space(free: int) -> Finding:
    """Room for years of events and weeks of photos."""
    told = f"{free / 1e9:.1f} GB free"
    if free < LEAST_FREE:
        return Finding("space", False, f"{told}: less than {LEAST_FREE / 1e9:.1f} GB; make room")
    return Finding("space", True, told)


def judge_engine() -> Finding:
    """The SQLite in use."""
    version = apsw.sqlite_lib_version()
    try:
        check_engine(version)
    except StorageFault as fault:
        return Finding("engine", False, str(fault))
    return Finding("engine", True, f"SQLite {version}")


def check_wal(folder: Path) -> Finding:
    """Two connections on one file in the journal's mode, as station and `verify` are."""
    with tempfile.TemporaryDirectory(prefix=".asbuilt-doctor-", dir=folder) as scratch:
        path = str(Path(scratch) / "probe.db")
        try:
            writer = apsw.Connection(path)
            mode = writer.pragma("journal_mode", "wal")
            writer.execute("CREATE TABLE probe (n)")
            reader = apsw.Connection(path, flags=apsw.SQLITE_OPEN_READONLY)
            writer.execute("INSERT INTO probe VALUES (1)")
            seen = reader.execute("SELECT n FROM probe").get
            reader.close()
            writer.close()
        except apsw.Error as error:
            return Finding("journal mode", False, f"a journal cannot be kept here: {error}")
    is_fit = (mode, seen) == ("wal", 1)
    return Finding("journal mode", is_fit, "two readers agree" if is_fit else f"only {mode}")


@dataclass(frozen=True, slots=True)
class Mount:
    """What the system says of where a folder is; a blank when it says nothing."""

    file_system: str = ""
    is_slow_medium: bool = False


def mount_of(
    folder: Path,
    *,
    mounts: Path = Path("/proc/self/mountinfo"),
    devices: Path = Path("/sys/dev/block"),
) -> Mount:
    """The file system of ``folder``, and whether it turns or hangs on USB (Linux only)."""
    if sys.platform != "linux":
        return Mount()
    try:
        lines = mounts.read_text("utf-8").splitlines()
    except OSError:
        return Mount()
    best = max(
        (line.split() for line in lines if _is_above(line.split()[4], folder)),
        key=lambda words: len(words[4]),
        default=None,
    )
    if best is None:
        return Mount()
    return Mount(best[best.index("-") + 1], _is_slow(devices / best[2]))


def _is_above(mount_point: str, folder: Path) -> bool:
    return folder.is_relative_to(mount_point.replace("\\040", " "))


def _is_slow(device: Path) -> bool:
    try:
        real = device.resolve(strict=True)
    except OSError:
        return False
    for place in (real, real.parent):
        turning = place / "queue" / "rotational"
        if turning.is_file():
            # Virtual disks call themselves turning; only what has a bus of its own is believed.
            is_virtual = "virtio" in str(real) or "xen" in str(real) or "/virtual/" in str(real)
            return "/usb" in str(real) or (turning.read_text().strip() == "1" and not is_virtual)
    return False


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1_000


def _latency(times: Sequence[float]) -> Latency:
    ordered = sorted(times)
    return Latency(ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)])
