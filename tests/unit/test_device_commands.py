"""``asbuilt device``: checked, dumped and helped, with the exit status a script can rely on."""

from __future__ import annotations

import asyncio
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.commands.device_dump import without_secrets
from app.domain.readings import Quality, Reading, ReadingKind
from app.ports.devices import DeviceStatus, LinkState, OnStatus
from device_drivers.check_by_listening import check_by_listening
from device_drivers.families import FAMILIES
from device_drivers.ring_file import Record, Recorder, status_note
from tests.helpers.controller_rig import NOW, a_controller

STATION = """
[station]
id = "ST-040"
name = "Gearbox"
line = "L1"

[server]
url = "https://plant:hunter2@plant.example"

[[device]]
name = "T-07"
kind = "tool"
url = "openprotocol://10.0.0.5:4545?profile=generic"

[[device]]
name = "PLC"
kind = "machine"
url = "opc.tcp://station:hunter2@10.0.0.6:4840?profile=tags&password=hunter2"  # hunter2
"""


def a_station(folder: Path) -> Path:
    config = folder / "station.toml"
    config.write_text(STATION, "utf-8")
    recorder = Recorder(folder / "data" / "devices")
    recorder.open()
    for at_us, state, detail in ((1, "disconnected", "connection refused"), (2, "ready", None)):
        note = dict(status_note(state, detail, None))
        recorder.put("T-07", Record(at_us=at_us, what="status", note=note))
    recorder.put("T-07", Record(at_us=3, what="in", text="00209999001         "))
    recorder.close()
    return config


def test_a_dump_holds_settings_states_rings_and_versions_and_no_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "dump.zip"
    words = ["device", "dump", "--config", str(a_station(tmp_path)), "--out", str(out), "--json"]
    assert main(words) == 0
    packed = zipfile.ZipFile(out)
    names = {"versions.json", "config.json", "states.jsonl", "devices/T-07.ring"}
    assert set(packed.namelist()) == names
    assert set(json.loads(capsys.readouterr().out)["files"]) == names
    assert all(b"hunter2" not in packed.read(name) for name in names)
    settings = json.loads(packed.read("config.json"))
    assert [(d["name"], d["driver"], d["tier"]) for d in settings["device"]] == [
        ("T-07", "open_protocol", FAMILIES["openprotocol"].tier),
        ("PLC", "opcua", FAMILIES["opc.tcp"].tier),
    ]
    states = [json.loads(line) for line in packed.read("states.jsonl").splitlines()]
    assert states == [
        {"at_us": 1, "device": "T-07", "state": "disconnected", "detail": "connection refused"},
        {"at_us": 2, "device": "T-07", "state": "ready"},
    ]


def test_a_dump_of_a_station_that_never_ran_is_a_dump(tmp_path: Path) -> None:
    config = tmp_path / "station.toml"
    config.write_text(STATION, "utf-8")
    out = tmp_path / "dump.zip"
    assert main(["device", "dump", "--config", str(config), "--out", str(out)]) == 0
    assert "states.jsonl" in zipfile.ZipFile(out).namelist()


def test_a_damaged_ring_is_packed_as_it_is(tmp_path: Path) -> None:
    config = a_station(tmp_path)
    (tmp_path / "data" / "devices" / "S-1.ring").write_bytes(b"\x00\xff no ring")
    out = tmp_path / "dump.zip"
    assert main(["device", "dump", "--config", str(config), "--out", str(out)]) == 0
    assert zipfile.ZipFile(out).read("devices/S-1.ring") == b"\x00\xff no ring"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("opc.tcp://u:p@h:4840/x?profile=tags", "opc.tcp://***@h:4840/x?profile=tags"),
        ("opc.tcp://h?user=a&password=b&ns=c", "opc.tcp://h?user=a&password=***&ns=c"),
        ("openprotocol://h?tls=yes&key=/a/b.pem", "openprotocol://h?tls=yes&key=***"),
        ("serial:///dev/x?PIN=1234", "serial:///dev/x?PIN=***"),
        ("serial:///dev/x?profile=scanner", "serial:///dev/x?profile=scanner"),
    ],
)
def test_a_url_is_shown_without_what_opens_a_door(url: str, shown: str) -> None:
    assert without_secrets(url) == shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "ftp://h"], "no driver for ftp"),
        (["check", "h:4545"], "a device's URL begins with"),
        (["check", "openprotocol://"], "looks like"),
        (["check", "opc.tcp://"], "looks like"),
        (["check", "serial://?profile=mitutoyo"], "names no port"),
        (["check", "socket://h:1?profile=toaster"], "unknown profile 'toaster'"),
        (["listen", "rfc2217://h:1?profile=toaster"], "unknown profile 'toaster'"),
        (["replay", "none.ring", "--url", "serial:///dev/x"], "none.ring: cannot be read"),
        (["replay", "none.ring", "--url", "ftp://h"], "no driver for ftp"),
        (["dump", "--config", "none.toml", "--out", "x.zip"], "none.toml: cannot be read"),
    ],
)
def test_wrong_input_is_one_sentence_and_status_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["device", *words]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


@pytest.mark.allow_warnings
def test_a_device_that_was_never_there_is_a_failed_listening(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"serial://{tmp_path}/nothing?profile=mitutoyo&unit=mm"
    assert main(["device", "listen", "--timeout", "0.2", url]) == 1
    assert f"{url}: not reached within 0.2 s" in capsys.readouterr().err


def test_a_dump_that_cannot_be_written_is_wrong_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "no folder" / "x.zip")
    assert main(["device", "dump", "--config", str(a_station(tmp_path)), "--out", out]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("action", ["check", "listen", "simulate", "replay", "dump"])
def test_each_action_explains_itself(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["device", action, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "--json" in told
    assert "usage: asbuilt device" in told


def test_the_help_names_every_kind_of_url(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["device", "--help"])
    told = capsys.readouterr().out
    assert [scheme for scheme in FAMILIES if f"{scheme}:" not in told] == []


async def test_checking_a_controller_says_who_it_is_and_how_fast(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from app.commands.device_check import check

    async with a_controller() as rig:
        url = f"openprotocol://127.0.0.1:{rig.port}"
        assert await check(url, timeout_s=10, as_json=True) == 0
    findings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert findings[0]["topic"] == "identity"
    assert findings[0]["works"] is True
    assert {"revision", "answer_ms"} <= findings[0].keys()


class Visited:
    """A device as ``listen`` shows it: some states, then perhaps a value."""

    def __init__(self, *statuses: DeviceStatus, reading: Reading | None = None) -> None:
        self._statuses = statuses
        self._reading = reading

    async def listen(self, url: str, on_reading: Any, on_status: OnStatus) -> None:
        del url
        for status in self._statuses:
            on_status(status)
        if self._reading is not None:
            on_reading(self._reading)
        await asyncio.Event().wait()


def status(state: LinkState, **more: Any) -> DeviceStatus:
    return DeviceStatus("D-1", state, **more)


def reading(**more: Any) -> Reading:
    return Reading(
        kind=ReadingKind.SCAN, source="D-1", result_id="1", received_at=NOW, text="P:1", **more
    )


@pytest.mark.parametrize(
    ("visited", "expected"),
    [
        (
            Visited(status(LinkState.READY, identity="Sartorius"), reading=reading()),
            [("link", True), ("identity", True), ("value", True)],
        ),
        (
            Visited(status(LinkState.READY), reading=reading()),
            [("link", True), ("identity", False), ("value", True)],
        ),
        (
            Visited(status(LinkState.READY)),
            [("link", True), ("identity", False), ("value", False)],
        ),
        (
            Visited(
                status(LinkState.READY),
                reading=reading(quality=Quality.QUARANTINED, reason="no end"),
            ),
            [("link", True), ("identity", False), ("value", False)],
        ),
        (Visited(status(LinkState.DISCONNECTED, detail="no such port")), [("link", False)]),
        (Visited(), [("link", False)]),
    ],
)
async def test_a_device_that_cannot_be_asked_is_checked_by_listening(
    visited: Visited, expected: list[tuple[str, bool]]
) -> None:
    findings = await check_by_listening("x:", visited.listen, mono=lambda: 0.0, timeout_s=0.01)
    assert [(finding.topic, finding.works) for finding in findings] == expected
    assert all(finding.facts for finding in findings)
    silent = [f for f in findings if f.topic == "identity" and not f.works]
    assert not any(finding.matters for finding in silent)
