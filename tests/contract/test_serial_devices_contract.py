"""What every serial device must do: scanner, gauge and scale over real pseudo-terminals."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InvalidInput, StorageFault
from app.domain.readings import Quality, Reading, ReadingKind
from app.ports.devices import LinkState
from device_drivers.serial.devices import SerialGauge, SerialScanner
from device_drivers.serial.listen import listen
from device_drivers.serial.reader import STALE_S
from device_drivers.serial.simulated_wires import (
    SimulatedGauge,
    SimulatedScale,
    SimulatedScanner,
)
from device_drivers.serial.simulator import SerialDeviceSimulator
from tests.helpers.patience import PATIENT_S
from tests.helpers.serial_rig import Device, Rig, Station, driver, rig, value


@asynccontextmanager
async def gauge_rig(tmp_path: Path, profile: str = "mitutoyo") -> AsyncIterator[Rig]:
    wire = SimulatedScale() if profile == "mt-sics" else SimulatedGauge()
    unit = "g" if profile == "mt-sics" else "mm"
    query = f"profile={profile}&unit={unit}"
    async with rig(SerialGauge, wire, tmp_path / "gauge", query) as made:
        yield made


@asynccontextmanager
async def scanner_rig(tmp_path: Path, query: str = "profile=scanner") -> AsyncIterator[Rig]:
    async with rig(SerialScanner, SimulatedScanner(), tmp_path / "scanner", query) as made:
        yield made


# The port


async def test_a_port_that_is_not_there_is_said_and_found_once_it_is(tmp_path: Path) -> None:
    station, link = Station(), tmp_path / "late"
    device = driver(SerialScanner, f"serial://{link}", station)
    task = asyncio.ensure_future(device.run())
    await station.until_link(LinkState.DISCONNECTED)
    assert "no such file" in (device.status.detail or "")
    peer = SerialDeviceSimulator(SimulatedScanner(), link=link, emit=lambda _: None)
    peer.plug_in()
    await station.until_link(LinkState.READY)
    await peer.do({"do": "scan", "text": "A"})
    assert (await station.reading()).text == "A"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    peer.unplug()


async def test_an_unplugged_gauge_is_said_and_works_again_when_it_is_plugged_in(
    tmp_path: Path,
) -> None:
    async with gauge_rig(tmp_path) as made:
        await made.do(do="measure", value="1.000")
        await made.station.reading()
        unplugged = asyncio.ensure_future(made.do(do="unplug", seconds=0.3))
        await made.station.until_link(LinkState.DISCONNECTED)
        assert "unplugged" in (made.device.status.detail or "")
        await unplugged
        await made.station.until_link(LinkState.READY)
        await made.do(do="measure", value="2.000")
        second = await made.station.reading(2)
    assert value(second) == "2.000 mm"
    assert second.result_id != made.station.readings[0].result_id


async def test_ids_do_not_come_again_after_a_restart_of_the_station(tmp_path: Path) -> None:
    ids = []
    for _ in range(2):
        async with gauge_rig(tmp_path) as made:
            await made.do(do="measure", value="1.000")
            ids.append((await made.station.reading()).result_id)
    assert len(set(ids)) == 2


# What cannot be understood


@pytest.mark.parametrize("make", [gauge_rig, scanner_rig])
async def test_garbage_is_quarantined_with_its_bytes_and_the_next_reading_is_right(
    make: Any, tmp_path: Path
) -> None:
    async with make(tmp_path) as made:
        await made.do(do="garbage", hex="ff00fe0d")
        bad = await made.station.reading()
        is_gauge = isinstance(made.device, SerialGauge)
        await made.do(
            **({"do": "measure", "value": "1"} if is_gauge else {"do": "scan", "text": "A"})
        )
        good = await made.station.reading(2)
    assert (bad.quality, bad.raw) == (Quality.QUARANTINED, "ff00fe")
    assert bad.reason
    assert not bad.values
    assert bad.text is None
    assert good.quality is Quality.GOOD


async def test_a_frame_that_never_ends_is_quarantined_after_a_pause(tmp_path: Path) -> None:
    async with scanner_rig(tmp_path) as made:
        await made.do(do="garbage", hex=b"]d20104012".hex())
        bad = await made.station.reading()
    assert bad.quality is Quality.QUARANTINED
    assert "no end character" in (bad.reason or "")


async def test_a_gauges_error_is_quarantined_with_its_words_and_no_value(tmp_path: Path) -> None:
    async with gauge_rig(tmp_path) as made:
        await made.do(do="error")
        bad = await made.station.reading()
    assert (bad.quality, bad.values, bad.kind) == (
        Quality.QUARANTINED,
        (),
        ReadingKind.MEASUREMENT,
    )
    assert "911" in (bad.reason or "")


async def test_a_scale_that_weighs_in_another_unit_than_configured_is_quarantined(
    tmp_path: Path,
) -> None:
    query = "profile=mt-sics&unit=kg"
    async with rig(SerialGauge, SimulatedScale(), tmp_path / "scale", query) as made:
        bad = await made.station.reading()
    assert bad.quality is Quality.QUARANTINED
    assert "measures in g but kg is configured" in (bad.reason or "")


async def test_a_value_that_cannot_be_kept_is_shown_and_the_next_one_has_its_chance(
    tmp_path: Path,
) -> None:
    async with gauge_rig(tmp_path) as made:
        made.station.refuse = StorageFault("disk full")
        await made.do(do="measure", value="1.000")
        await made.station.until_link(LinkState.DEGRADED)
        assert "disk full" in (made.device.status.detail or "")
        made.station.refuse = None
        await made.do(do="measure", value="2.000")
        assert value(await made.station.reading()) == "2.000 mm"
        await made.station.until_link(LinkState.READY)


@pytest.mark.allow_warnings
async def test_a_value_of_another_channel_of_the_multiplexer_is_quarantined(
    tmp_path: Path,
) -> None:
    query = "profile=mitutoyo&unit=mm&channel=1"
    async with rig(SerialGauge, SimulatedGauge(), tmp_path / "gauge", query) as made:
        await made.do(do="garbage", hex=b"02A+0000.123\r".hex())
        bad = await made.station.reading()
        await made.do(do="measure", value="0.125")
        good = await made.station.reading(2)
    assert (bad.quality, bad.values) == (Quality.QUARANTINED, ())
    assert "channel 2 of the multiplexer, and 1 is configured" in (bad.reason or "")
    assert value(good) == "0.125 mm"


# Values


async def test_values_before_a_flush_are_not_taken_and_values_after_it_are(
    tmp_path: Path,
) -> None:
    async with gauge_rig(tmp_path) as made:
        await made.do(do="measure", value="1.000")
        # Sent, but our loop has not read it: exactly what must not be taken for the next step.
        made.device.flush()
        await asyncio.sleep(STALE_S)
        await made.do(do="measure", value="2.000")
        first = await made.station.reading()
        # Half a value before the flush, the other half after: neither half is a value.
        await made.do(do="garbage", hex=b"01A+0000".hex())
        made.device.flush()
        await asyncio.sleep(STALE_S)
        await made.do(do="garbage", hex=b".999\r".hex())
        await made.do(do="measure", value="3.000")
        second = await made.station.reading(2)
    assert [value(r) for r in (first, second)] == ["2.000 mm", "3.000 mm"]


async def test_a_value_sent_byte_by_byte_is_one_value_with_the_gauges_digits(
    tmp_path: Path,
) -> None:
    async with gauge_rig(tmp_path) as made:
        for byte in b"01A-000.1250\r":
            await made.do(do="garbage", hex=f"{byte:02x}")
        reading = await made.station.reading()
    assert value(reading) == "-0.1250 mm"
    assert reading.source == "D-1"
    assert len(made.station.readings) == 1


async def test_the_same_value_twice_is_two_readings(tmp_path: Path) -> None:
    async with gauge_rig(tmp_path) as made:
        for _ in range(2):
            await made.do(do="measure", value="0.11")
        second = await made.station.reading(2)
    assert [value(r) for r in made.station.readings] == ["0.11 mm", "0.11 mm"]
    assert second.result_id != made.station.readings[0].result_id


async def test_a_scale_says_who_it_is_and_reports_stable_weights_only(tmp_path: Path) -> None:
    async with gauge_rig(tmp_path, "mt-sics") as made:
        await made.station.reading()
        await made.do(do="measure", value="100.25")
        second = await made.station.reading(2)
        assert made.device.status.identity == "B021002593"
    assert [value(r) for r in made.station.readings] == ["0.00 g", "100.25 g"]
    assert second.kind is ReadingKind.WEIGHT


# Scans


async def test_a_code_read_twice_in_one_go_is_one_scan(tmp_path: Path) -> None:
    async with scanner_rig(tmp_path) as made:
        for text in ("A", "A", "B"):
            await made.do(do="scan", text=text)
        await made.station.reading(2)
    assert [r.text for r in made.station.readings] == ["A", "B"]


async def test_two_codes_in_one_packet_are_two_scans(tmp_path: Path) -> None:
    async with scanner_rig(tmp_path) as made:
        await made.do(do="garbage", hex=b"]C1ABC\r\n]C1DEF\r\n".hex())
        await made.station.reading(2)
    assert [r.text for r in made.station.readings] == ["]C1ABC", "]C1DEF"]


async def test_a_scanner_s_prefix_and_label_are_no_part_of_the_code(tmp_path: Path) -> None:
    async with scanner_rig(tmp_path, "profile=scanner&prefix=%02&label=before:1&end=tab") as made:
        await made.do(do="garbage", hex=b"\x02w]d20104012345678901\x1d21A7\t".hex())
        reading = await made.station.reading()
    assert reading.text == "]d20104012345678901\x1d21A7"


async def test_a_scan_keeps_aim_identifier_and_group_separators(tmp_path: Path) -> None:
    text = "]d2010401234567890110L-118\x1d21A7"
    async with scanner_rig(tmp_path) as made:
        await made.do(do="scan", text=text)
        reading = await made.station.reading()
    assert (reading.kind, reading.text) == (ReadingKind.SCAN, text)


async def test_a_scanner_without_an_end_character_is_read_by_its_pauses(tmp_path: Path) -> None:
    async with scanner_rig(tmp_path, "profile=scanner&end=pause") as made:
        await made.do(do="garbage", hex=b"ABC".hex())
        assert (await made.station.reading()).text == "ABC"


# Settings


@pytest.mark.parametrize(
    ("kind", "url", "words"),
    [
        (SerialGauge, "serial:///dev/x?profile=mitutoyo", "unit=mm"),
        (SerialGauge, "serial:///dev/x?profile=scanner", "is a gauge"),
        (SerialScanner, "serial:///dev/x?profile=sylvac", "is a scanner"),
    ],
)
def test_a_device_configured_wrongly_is_refused_with_what_to_write(
    kind: type[Device], url: str, words: str
) -> None:
    with pytest.raises(InvalidInput, match=words):
        driver(kind, url, Station())


# The simulator as a process of its own

RUN = """
import argparse, sys
from device_drivers.serial.reader import STALE_S
from device_drivers.serial.simulator import main
sys.exit(main(argparse.Namespace(**__import__("json").loads(sys.argv[1]))))
"""


@asynccontextmanager
async def process(**args: Any) -> AsyncIterator[asyncio.subprocess.Process]:
    given = {"port": None, "script": None, "manual": False, "seed": 1} | args
    made = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        RUN,
        json.dumps(given),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    try:
        yield made
    finally:
        if made.returncode is None:
            made.terminate()
        await made.wait()


async def event(from_: asyncio.subprocess.Process) -> dict[str, Any]:
    assert from_.stdout is not None
    async with asyncio.timeout(PATIENT_S):
        line: dict[str, Any] = json.loads(await from_.stdout.readline())
    return line


async def test_a_manual_simulator_says_what_is_wrong_with_a_command_and_ends_with_its_parent(
    tmp_path: Path,
) -> None:
    link = tmp_path / "gauge"
    async with process(kind="gauge", link=str(link), manual=True) as made:
        assert made.stdin is not None
        assert (await event(made))["link"] == str(link)
        made.stdin.write(b'nonsense\n{"do": "fly"}\n{"do": "measure", "value": "x"}\n')
        wrong = [await event(made) for _ in range(3)]
        made.stdin.close()
        async with asyncio.timeout(PATIENT_S):
            assert await made.wait() == 0
    assert [e["event"] for e in wrong] == ["error"] * 3
    assert "one JSON object" in wrong[0]["detail"]
    assert "'fly'" in wrong[1]["detail"]
    assert not link.is_symlink()


async def test_a_scripted_simulator_waits_for_a_listener_and_loses_nothing(tmp_path: Path) -> None:
    link, script = tmp_path / "gauge", tmp_path / "script"
    script.write_text(
        '# two values at once\n{"do": "measure", "value": "0.11"}\n'
        '{"do": "measure", "value": "0.12", "after_s": 0.01}\n{"do": "quit", "after_s": 0.3}\n'
    )
    station = Station()
    async with process(kind="gauge", link=str(link), script=str(script)) as made:
        await event(made)

        def keep(reading: Reading) -> None:
            station.readings.append(reading)
            station.news.set()

        listening = asyncio.ensure_future(listen(f"serial://{link}?profile=mitutoyo", keep))
        await station.reading(2)
        async with asyncio.timeout(PATIENT_S):
            assert await made.wait() == 0
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    assert [value(r) for r in station.readings] == ["0.11 mm", "0.12 mm"]


async def test_a_simulator_left_alone_produces_values_by_itself(tmp_path: Path) -> None:
    station = Station()
    async with process(kind="scanner", link=str(tmp_path / "scanner")) as made:
        await event(made)

        def keep(reading: Reading) -> None:
            station.readings.append(reading)
            station.news.set()

        listening = asyncio.ensure_future(listen(f"serial://{tmp_path / 'scanner'}", keep))
        first = await station.reading()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
    assert (first.text or "").startswith("]d20104012345678901")


async def test_a_file_in_the_way_of_the_link_is_not_overwritten(tmp_path: Path) -> None:
    link = tmp_path / "precious"
    link.write_text("kept")
    peer = SerialDeviceSimulator(SimulatedGauge(), link=link, emit=lambda _: None)
    with pytest.raises(InvalidInput, match="cannot be made"):
        peer.plug_in()
    assert link.read_text() == "kept"
