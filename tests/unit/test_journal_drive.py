"""The doctor: which drives are fit for a journal, and what it says of the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import cli
from app.domain.errors import StorageFault
from app.journal import drive
from app.journal.drive import Latency, Mount, check_drive, judge_file_system, judge_syncs, mount_of

MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
23 22 0:21 / /data rw shared:1 - nfs4 server:/data rw
24 22 0:22 / /data/local\\040disk rw - xfs /dev/sdb1 rw
25 22 8:17 / /stick rw - vfat /dev/sdc1 rw
"""
HONEST = Latency(150, 900)


@pytest.mark.parametrize(
    ("plain", "synced", "is_slow_medium", "is_fit"),
    [
        (Latency(5, 20), HONEST, False, True),
        (Latency(5, 20), Latency(3, 9), False, None),
        (Latency(5, 20), Latency(30, 90), False, True),
        (Latency(5, 20), Latency(30, 90), True, False),
        (Latency(400, 900), Latency(300, 900), False, None),
        (Latency(5, 20), Latency(8_000, 400_000), True, None),
        (Latency(5, 20), Latency(8_000, 40_000), True, True),
    ],
)
def test_a_sync_that_is_too_fast_to_be_true_is_named(
    plain: Latency, synced: Latency, is_slow_medium: bool, is_fit: bool | None
) -> None:
    assert judge_syncs(plain, synced, is_slow_medium=is_slow_medium).is_fit is is_fit


@pytest.mark.parametrize("name", ["nfs4", "cifs", "fuse.sshfs", "9p", "tmpfs"])
def test_a_file_system_that_cannot_share_memory_or_forgets_is_not_fit(name: str) -> None:
    finding = judge_file_system(name)
    assert finding.is_fit is False
    assert "keep the journal on a" in finding.words
    assert judge_file_system("ext4").is_fit


def test_little_room_is_not_fit() -> None:
    assert drive.judge_space(10**12).is_fit
    assert drive.judge_space(10**8).is_fit is False


def test_the_innermost_mount_counts_and_a_stick_is_slow(tmp_path: Path) -> None:
    mounts, devices = tmp_path / "mounts", tmp_path / "devices"
    mounts.write_text(MOUNTS)
    stick = tmp_path / "bus" / "usb1" / "block" / "sdc"
    (stick / "queue").mkdir(parents=True)
    (stick / "queue" / "rotational").write_text("0\n")
    (stick / "sdc1").mkdir()
    devices.mkdir()
    (devices / "8:17").symlink_to(stick / "sdc1")

    def found(folder: str) -> Mount:
        return mount_of(Path(folder), mounts=mounts, devices=devices)

    assert found("/home/x") == Mount("ext4")
    assert found("/data/j") == Mount("nfs4")
    assert found("/data/local disk/j") == Mount("xfs")
    assert found("/stick") == Mount("vfat", is_slow_medium=True)
    assert mount_of(Path("/x"), mounts=tmp_path / "none") == Mount()


def test_this_drive_is_measured_and_left_as_it_was(tmp_path: Path) -> None:
    plain, synced = drive.measure(tmp_path, writes=10)
    assert 0 < plain.median_us <= plain.p99_us
    assert 0 < synced.median_us <= synced.p99_us
    assert [finding.check for finding in check_drive(tmp_path, writes=5)] == [
        "flush",
        "file system",
        "space",
        "journal mode",
        "engine",
    ]
    assert drive.check_wal(tmp_path).is_fit
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFault, match="cannot be written"):
        check_drive(tmp_path / "file" / "x")
    assert cli.main(["doctor", "--disk", str(tmp_path / "file" / "x")]) == 1
    assert "the drive cannot be written" in capsys.readouterr().err


def test_the_command_ends_with_1_when_something_is_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(drive, "LEAST_FREE", 0)
    monkeypatch.setattr(drive, "mount_of", lambda _: Mount("ext4"))
    assert cli.main(["doctor", "--json"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {answer["check"] for answer in answers} > {"clock", "flush", "engine"}
    monkeypatch.setattr(drive, "mount_of", lambda _: Mount("nfs"))
    assert cli.main(["doctor", "--disk"]) == 1
    assert "NOT FIT  file system   nfs: no shared memory" in capsys.readouterr().out
