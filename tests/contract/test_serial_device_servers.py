"""Gauges behind device servers: raw TCP (``socket://``) and RFC 2217, against real programs."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.ports.devices import LinkState
from device_drivers.serial.devices import SerialGauge
from device_drivers.serial.simulated_wires import SimulatedScale
from device_drivers.serial.simulator import SerialDeviceSimulator
from tests.helpers.serial_rig import Station, driver, value

SCALE = "profile=mt-sics&unit=g"
LOCAL = "127.0.0.1"


def needs(program: str) -> pytest.MarkDecorator:
    reason = f"{program} is not installed (Debian: apt-get install {program})"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)


@asynccontextmanager
async def scale_on_a_port(link: Path) -> AsyncIterator[SerialDeviceSimulator]:
    peer = SerialDeviceSimulator(SimulatedScale(), link=link, emit=lambda _: None)
    peer.plug_in()
    serving = asyncio.ensure_future(peer.serve())
    try:
        yield peer
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        peer.unplug()


@asynccontextmanager
async def program(*args: str) -> AsyncIterator[None]:
    running = await asyncio.create_subprocess_exec(*args)
    try:
        yield
    finally:
        if running.returncode is None:
            running.terminate()
        await running.wait()


@asynccontextmanager
async def gauge_at(url: str) -> AsyncIterator[tuple[SerialGauge, Station]]:
    station = Station()
    device = driver(SerialGauge, url, station)
    assert isinstance(device, SerialGauge)
    running = asyncio.ensure_future(device.run())
    try:
        yield device, station
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def free_port() -> int:
    with socket.create_server((LOCAL, 0)) as server:
        port: int = server.getsockname()[1]
    return port


async def weighs(peer: SerialDeviceSimulator, station: Station) -> None:
    """Both ways: the scale is asked who it is, and then says what it weighs."""
    await station.until_link(LinkState.READY)
    assert station.statuses[-1].identity == "B021002593"
    await peer.do({"do": "measure", "value": "100.25"})
    await station.until(lambda: "100.25 g" in [value(r) for r in station.readings])


@pytest.mark.allow_warnings
@needs("socat")
async def test_a_scale_behind_a_raw_device_server(tmp_path: Path) -> None:
    link, port = tmp_path / "scale", free_port()
    listen = f"TCP-LISTEN:{port},bind={LOCAL},reuseaddr,fork"
    url = f"socket://{LOCAL}:{port}?{SCALE}"
    async with (
        scale_on_a_port(link) as peer,
        program("socat", listen, f"{link},raw,echo=0"),
        gauge_at(url) as (_, station),
    ):
        await weighs(peer, station)


@pytest.mark.allow_warnings
@needs("ser2net")
async def test_a_scale_behind_an_rfc_2217_device_server(tmp_path: Path) -> None:
    link, port, settings = tmp_path / "scale", free_port(), tmp_path / "ser2net.yaml"
    settings.write_text(
        "%YAML 1.1\n---\nconnection: &scale\n"
        f"  accepter: telnet(rfc2217),tcp,{LOCAL},{port}\n"
        f"  connector: serialdev,{link},9600n81,local\n"
    )
    url = f"rfc2217://{LOCAL}:{port}?{SCALE}"
    async with (
        scale_on_a_port(link) as peer,
        program("ser2net", "-n", "-c", str(settings), "-u"),
        gauge_at(url) as (_, station),
    ):
        await weighs(peer, station)


@pytest.mark.allow_warnings
async def test_a_device_server_that_hangs_up_is_connected_to_again() -> None:
    calls = asyncio.Queue[asyncio.StreamWriter]()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        del reader
        await calls.put(writer)

    server = await asyncio.start_server(answer, LOCAL, 0)
    port = server.sockets[0].getsockname()[1]
    async with gauge_at(f"socket://{LOCAL}:{port}?profile=mark-10&unit=N.m") as (_, station):
        for number in (1, 2):
            caller = await calls.get()
            await station.until_link(LinkState.READY)
            caller.write(f"{number}.285 Nm\r\n".encode())
            await station.reading(number)
            caller.close()
            await station.until_link(LinkState.DISCONNECTED)
    server.close()
    assert [value(r) for r in station.readings] == ["1.285 N.m", "2.285 N.m"]
