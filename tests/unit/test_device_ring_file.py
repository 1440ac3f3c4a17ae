"""The ring file: bounded, whole, and of no consequence to the device."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from device_drivers import ring_file
from device_drivers.ring_file import Record, Recorder, Ring, read_ring, ring_name


def write(folder: Path, *payloads: bytes, limit_bytes: int = 100_000) -> Path:
    recorder = Recorder(folder, limit_bytes=limit_bytes)
    recorder.open()
    for number, payload in enumerate(payloads):
        recorder.put("T-07", Record(at_us=number, what="in", text=payload.decode("latin-1")))
    recorder.close()
    return folder / ring_name("T-07")


def test_every_byte_comes_back_as_it_went_over_the_wire(tmp_path: Path) -> None:
    sent = bytes(range(256))
    (record,) = read_ring(write(tmp_path, sent))
    assert record.payload == sent


@given(st.binary())
def test_any_bytes_survive_the_line_they_are_kept_in(sent: bytes) -> None:
    record = Record(at_us=1, what="out", text=sent.decode("latin-1"))
    line = msgspec.json.encode(record)
    assert b"\n" not in line
    assert msgspec.json.decode(line, type=Record).payload == sent


def test_the_newest_records_stay_and_the_disk_is_bounded(tmp_path: Path) -> None:
    path = write(tmp_path, *[b"%06d" % n for n in range(5_000)], limit_bytes=40_000)
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    kept = [int(record.payload) for record in read_ring(path)]
    assert size <= 40_000 * 1.25
    assert kept == list(range(kept[0], 5_000))
    assert len(kept) > 200


def test_a_ring_goes_on_where_the_last_run_stopped(tmp_path: Path) -> None:
    write(tmp_path, b"before")
    assert [r.payload for r in read_ring(write(tmp_path, b"after"))] == [b"before", b"after"]


def test_a_line_cut_short_by_a_power_cut_costs_itself_only(tmp_path: Path) -> None:
    path = write(tmp_path, b"whole", b"cut")
    path.write_bytes(path.read_bytes()[:-9] + b"\n")
    with path.open("ab") as file:
        file.write(msgspec.json.encode(Record(at_us=9, what="in", text="next")) + b"\n")
    assert [record.payload for record in read_ring(path)] == [b"whole", b"next"]


def test_a_writer_that_falls_behind_counts_what_it_leaves_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ring_file, "MOST_WAITING", 2)
    recorder = Recorder(tmp_path)
    for number in range(5):
        recorder.put("T-07", Record(at_us=number, what="in"))
    monkeypatch.setattr(ring_file, "MOST_WAITING", 100)
    recorder.put("T-07", Record(at_us=5, what="in"))
    recorder.open()
    recorder.close()
    kept = [(r.at_us, r.skipped) for r in read_ring(tmp_path / ring_name("T-07"))]
    assert kept == [(0, 0), (1, 0), (5, 3)]


def test_a_note_that_cannot_be_written_costs_itself_and_no_more(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    recorder.open()
    recorder.put("T-07", Record(at_us=1, what="note", note={"value": object()}))
    recorder.put("T-07", Record(at_us=2, what="note", note={"value": 2}))
    recorder.close()
    notes = [record.note for record in read_ring(tmp_path / ring_name("T-07"))]
    assert list(notes[0]) == ["unwritable"]
    assert notes[1] == {"value": 2}


@pytest.mark.allow_warnings
def test_a_full_disk_is_said_once_and_harms_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ring = Ring(tmp_path / "no folder" / "T-07.ring", 1000)
    ring.write(b"{}\n")
    ring.write(b"{}\n")
    assert len(caplog.records) == 1
    assert "work goes on" in caplog.text


@pytest.mark.allow_warnings
def test_a_folder_that_cannot_be_made_is_said_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    recorder = Recorder(tmp_path / "file" / "devices")
    recorder.open()
    recorder.put("T-07", Record(at_us=1, what="in"))
    recorder.close()
    assert "devices are not recorded" in caplog.text


def test_a_device_may_be_called_anything(tmp_path: Path) -> None:
    assert "/" not in ring_name("line 3/../T-07")
    recorder = Recorder(tmp_path)
    recorder.open()
    recorder.put("a/b.c", Record(at_us=1, what="in", text="x"))
    recorder.close()
    assert [r.text for r in read_ring(tmp_path / ring_name("a/b.c"))] == ["x"]


@pytest.mark.parametrize("content", [b"not a ring\n", b"\x00\x01\x02"])
def test_what_is_no_ring_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "T-07.ring"
    path.write_bytes(content)
    with pytest.raises(InvalidInput, match=r"T-07\.ring: this is no ring file"):
        list(read_ring(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        list(read_ring(tmp_path / "none.ring"))
