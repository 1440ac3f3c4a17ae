"""A whole station keeps what goes over its devices' wires, and shows how each one is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.commands.device_replay import replay
from app.main import run_station
from app.ports.devices import DeviceStatus, LinkState
from app.runtime.config import load_config
from app.services.station_state import StationState
from device_drivers.ring_file import read_ring
from device_drivers.serial.pty_port import PtyPort
from tests.helpers.controller_rig import a_controller
from tests.helpers.patience import PATIENT_S

pytestmark = pytest.mark.allow_warnings

BADGE = b"]C0BADGE-0417\r\n"
PART = b"P:6204;L:4711\r\n"


@dataclass
class Shown:
    """What a screen would be told."""

    states: list[StationState] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def on_state(self, state: StationState) -> None:
        self.states.append(state)
        self.news.set()

    def device(self, name: str) -> DeviceStatus | None:
        devices = self.states[-1].devices if self.states else ()
        return next((device for device in devices if device.device == name), None)

    async def until(self, fits: Callable[[DeviceStatus], bool], name: str) -> DeviceStatus:
        async with asyncio.timeout(PATIENT_S):
            while (device := self.device(name)) is None or not fits(device):
                self.news.clear()
                await self.news.wait()
        return device


@asynccontextmanager
async def a_station(folder: Path, port: int, scanner: Path) -> AsyncIterator[Shown]:
    config = folder / "station.toml"
    config.write_text(
        f"""
        [station]
        id = "ST-040"
        name = "Gearbox"
        line = "L1"
        [[device]]
        name = "T-07"
        kind = "tool"
        url = "openprotocol://127.0.0.1:{port}"
        [[device]]
        name = "S-1"
        kind = "scanner"
        url = "serial://{scanner}?profile=scanner"
        """,
        "utf-8",
    )
    shown = Shown()
    running = asyncio.create_task(
        run_station(load_config(config), config, on_state=shown.on_state, on_open=lambda _: None)
    )
    try:
        yield shown
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def is_ready(device: DeviceStatus) -> bool:
    return device.state is LinkState.READY


async def test_a_station_shows_and_keeps_how_its_devices_are_and_no_badge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scanner = PtyPort(tmp_path / "scanner", on_bytes=lambda _: None)
    scanner.plug_in()
    async with (
        a_controller() as controller,
        a_station(tmp_path, controller.port, tmp_path / "scanner") as shown,
    ):
        tool = await shown.until(is_ready, "T-07")
        await shown.until(is_ready, "S-1")
        await scanner.send(BADGE + PART)
        await shown.until(lambda device: device.last_value_at is not None, "S-1")
        await controller.do("one_too_many")
        await shown.until(lambda device: device.last_value_at is not None, "T-07")
        await controller.do("cut", seconds=0.2)
        back = await shown.until(lambda d: d.trouble is not None and is_ready(d), "T-07")
    scanner.unplug()
    rings = tmp_path / "data" / "devices"
    assert tool.tier == "bronze"
    assert tool.heard_at is not None
    assert tool.since is not None
    assert back.trouble is not None
    assert back.trouble.ended_at is not None
    kept = b"".join(r.payload for r in read_ring(rings / "S-1.ring") if r.what == "in")
    assert kept == b"]x9xxxxx-9999\r\n" + PART
    capsys.readouterr()
    assert await replay(rings / "T-07.ring", "openprotocol://127.0.0.1:4545") == 0
    readings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(r["kind"], r["result_id"]) for r in readings] == [("tightening", "1")]
