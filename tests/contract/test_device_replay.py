"""What went over a device's wire goes through its driver again, and the same readings come out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.commands.device_replay import replay
from app.ports.devices import DeviceStatus, LinkState
from device_drivers.device_watch import DeviceWatch
from device_drivers.local_clock import LocalClock
from device_drivers.opcua.machine import OpcUaMachine
from device_drivers.opcua.simulator import MachineSimulator
from device_drivers.open_protocol.profile import load
from device_drivers.ring_file import Record, Recorder, read_ring, ring_name
from device_drivers.supervisor import BackOff
from device_drivers.wiretap import tapped
from tests.helpers.joining_rig import a_rig as a_joining_rig
from tests.helpers.patience import PATIENT_S
from tests.helpers.tool_rig import Rig, a_rig

pytestmark = pytest.mark.allow_warnings


class Recording:
    """A ring file in the making."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / ring_name("T-07")
        self._recorder = Recorder(folder)
        self._recorder.open()
        self._at_us = 0
        self.watch = DeviceWatch(
            "T-07",
            tier="silver",
            clock=LocalClock(),
            recorder=self._recorder,
            on_status=lambda _: None,
            on_heard=lambda _: None,
        )

    def write(self, *lines: tuple[str, Any]) -> None:
        """Records by hand, a hundredth of a second apart."""
        for what, content in lines:
            self._at_us += 10_000
            text, note = (content, {}) if isinstance(content, str) else ("", content)
            record = Record(at_us=self._at_us, what=what, text=text, note=note)  # type: ignore[arg-type]
            self._recorder.put("T-07", record)

    def end(self) -> Path:
        self._recorder.close()
        return self.file


@asynccontextmanager
async def recorded_rig(recording: Recording, **options: Any) -> AsyncIterator[Rig]:
    with tapped(recording.watch):
        async with a_rig(**options) as rig:
            await rig.until_state(LinkState.READY)
            yield rig


async def printed_by(
    file: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert await replay(file, url) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def told(readings: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (r["kind"], r["result_id"], r.get("ok"), [v["value"] for v in r["values"]])
        for r in readings
    ]


def kept(rig: Rig) -> list[tuple[Any, ...]]:
    return [
        (str(r.kind), r.result_id, r.ok, [str(v.value) for v in r.values])
        for r in rig.log.readings.values()
    ]


async def make_results(rig: Rig) -> None:
    await rig.tool.arm(12, "0418-77231")
    for torque in ("25.10", "30.00", "25.00"):
        before = len(rig.log.readings)
        await rig.do(do="tighten", torque=torque, angle=59)
        await rig.until(lambda n=before: len(rig.log.readings) > n)  # type: ignore[misc]


@pytest.mark.parametrize(
    "vendor", ["generic", "atlas_pf6000", "atlas_mtf6000", "bosch_rexroth", "link_level"]
)
async def test_the_driver_reads_the_recorded_controller_as_it_read_the_real_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], vendor: str
) -> None:
    recording = Recording(tmp_path)
    name = "generic" if vendor == "link_level" else vendor
    settings = {"profile": load(name)}
    async with recorded_rig(recording, vendor=vendor, settings=settings) as rig:
        await make_results(rig)
    readings = await printed_by(recording.end(), f"openprotocol://pf:4545?profile={name}", capsys)
    assert told(readings) == kept(rig)
    assert len(readings) == 3


async def test_a_cut_and_what_was_fetched_after_it_are_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    async with recorded_rig(recording) as rig:
        await make_results(rig)
        await rig.do(do="cut", seconds=0.3)
        for _ in range(2):
            await rig.do(do="tighten")
        await rig.until_happened("stored 5")
        await rig.until_state(LinkState.READY)
        await rig.tool.arm(12, "0418-77231")
        await rig.do(do="tighten", torque="24.90")
        await rig.until_happened("stored 6")
    readings = await printed_by(recording.end(), "openprotocol://pf:4545", capsys)
    assert sorted(told(readings)) == sorted(kept(rig))
    assert [r["result_id"] for r in readings if r["backfilled"]] == ["4", "5"]


async def test_a_ring_that_begins_in_the_middle_is_replayed_from_its_first_whole_telegram(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    async with recorded_rig(recording) as rig:
        await make_results(rig)
    lines = recording.end().read_bytes().splitlines(keepends=True)
    first = next(n for n, line in enumerate(lines) if b'"0231' in line or b"0061" in line)
    cut = tmp_path / "cut.ring"
    cut.write_bytes(b'{"at_us":1,"what":"in","text":"half a tele"}\n' + b"".join(lines[first:]))
    readings = await printed_by(cut, "openprotocol://pf:4545", capsys)
    assert told(readings) == kept(rig)


def on_a_serial_line(line: bytes) -> bytes:
    """The same record of a conversation that went over RS-232."""
    record = json.loads(line)
    frames = [frame for frame in record.get("text", "").split("\0") if frame]
    if record["what"] in {"in", "out"}:
        before = "\x07\t\x07\t\x02" if record["what"] == "out" else "\x02"
        record["text"] = "".join(f"{before}{frame}\x03" for frame in frames)
    return json.dumps(record).encode() + b"\n"


async def test_a_controller_on_a_serial_line_is_replayed_like_any_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    async with recorded_rig(recording, settings={"wants_traces": False}) as rig:
        await make_results(rig)
    lines = recording.end().read_bytes().splitlines()
    serial = tmp_path / "serial.ring"
    serial.write_bytes(b"".join(map(on_a_serial_line, lines)))
    readings = await printed_by(serial, "openprotocol+serial:///dev/ttyS0?baud=9600", capsys)
    assert told(readings) == kept(rig)


async def test_what_the_driver_does_not_listen_to_is_waited_for_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("device_drivers.open_protocol.replay.QUIET_S", 0.1)
    recording = Recording(tmp_path)
    async with recorded_rig(recording) as rig:
        await make_results(rig)
    recording.write(*[("in", "00200999001         \0")] * 200)
    readings = await printed_by(recording.end(), "openprotocol://pf:4545", capsys)
    assert told(readings) == kept(rig)


async def test_a_controller_that_only_ever_refused_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    refusal = "00260004001         000113\0"
    recording.write(("opened", {"wire": "pf"}))
    for revision in range(7, 0, -1):
        recording.write(("out", f"00200001{revision:03d}         \0"), ("in", refusal))
    assert await replay(recording.end(), "openprotocol://pf:4545") == 1
    assert "the driver gets no further" in capsys.readouterr().err


async def test_a_gauge_s_values_and_a_plug_pulled_in_the_middle_of_one_are_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    recording.write(
        ("opened", {"wire": "/dev/ttyUSB0"}),
        ("in", "01A+0000.12"),
        ("in", "5\r"),
        ("in", "01A+0000"),
        ("ended", {"reason": "unplugged"}),
        ("opened", {"wire": "/dev/ttyUSB1"}),
        ("in", "01A-0001.500\r"),
    )
    url = "serial:///dev/ttyUSB0?profile=mitutoyo&unit=mm"
    readings = await printed_by(recording.end(), url, capsys)
    assert [r["values"][0]["value"] for r in readings] == ["0.125", "-1.500"]


async def test_a_scale_s_answers_wait_for_the_driver_s_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    recording.write(
        ("opened", {"wire": "192.168.1.9:4001"}),
        ("out", "@\r\n"),
        ("in", 'I4 A "0123456789"\r\n'),
        ("in", "S S     100.00 g\r\n"),
    )
    readings = await printed_by(
        recording.end(), "socket://192.168.1.9:4001?profile=mt-sics&unit=g", capsys
    )
    assert [r["values"][0]["value"] for r in readings] == ["100.00"]


async def test_what_a_library_told_is_printed_as_it_was_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    recording.write(
        ("opened", {"wire": "opc.tcp://plc"}), ("note", {"tag": "Machine.State", "value": "idle"})
    )
    lines = await printed_by(recording.end(), "opc.tcp://plc:4840?profile=tags", capsys)
    assert lines[1] == {
        "at": "1970-01-01T00:00:00.020Z",
        "what": "note",
        "tag": "Machine.State",
        "value": "idle",
    }


async def test_what_a_plc_notifies_of_and_is_asked_for_is_recorded(tmp_path: Path) -> None:
    recording = Recording(tmp_path)
    ready = asyncio.Event()

    def status_changed(status: DeviceStatus) -> None:
        if status.state is LinkState.READY:
            ready.set()

    simulator = MachineSimulator(emit=lambda _: None, port=0, work_s=0.01)
    url = await simulator.start()
    with tapped(recording.watch):
        machine = OpcUaMachine(
            device="M-1",
            url=url,
            clock=LocalClock(),
            back_off=BackOff(lambda: 1.0),
            on_status=status_changed,
        )
        running = asyncio.create_task(machine.run())
    async with asyncio.timeout(PATIENT_S):
        await ready.wait()
        assert (await machine.request("clamp", "0418-77231")).is_confirmed
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await simulator.stop()
    records = list(read_ring(recording.end()))
    tags = {r.note["tag"] for r in records if "tag" in r.note}
    written = [r.note["write"] for r in records if "write" in r.note]
    assert {"Machine.State", "Machine.Heartbeat"} <= tags
    assert any(values.get("Machine.RequestName") == "clamp" for values in written)
    assert [r.what for r in records if r.what in {"opened", "ended"}] == ["opened", "ended"]


async def test_what_a_joining_system_tells_is_recorded_with_what_was_read_of_it(
    tmp_path: Path,
) -> None:
    recording = Recording(tmp_path)
    with tapped(recording.watch):
        async with a_joining_rig() as rig:
            await rig.until_link(LinkState.READY)
            assert rig.tool is not None
            assert (await rig.tool.arm(12, "0418-77231")).is_confirmed
            await rig.do(do="tighten", torque=25.2)
            await rig.until_stored("1")
    notes = [record.note for record in read_ring(recording.end())]
    (told,) = (note for note in notes if "result" in note)
    assert bytes.fromhex(told["result"])
    assert (told["reading"]["kind"], told["reading"]["result_id"]) == ("tightening", "1")
    assert [note["call"] for note in notes if "call" in note]


async def test_replaying_for_a_gauge_what_a_controller_said_quarantines_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording(tmp_path)
    recording.write(("opened", {"wire": "pf"}), ("in", "00570002001         01\0\r"))
    readings = await printed_by(
        recording.end(), "serial:///dev/x?profile=mitutoyo&unit=mm", capsys
    )
    assert [r["quality"] for r in readings] == ["quarantined"]
