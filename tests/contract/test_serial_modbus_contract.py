"""What a Modbus gauge must do, over TCP and over a line on a pseudo-terminal.

Over TCP the peer is the server of a Modbus library, which shares no code with our simulator.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, cast

import pytest
from pymodbus.framer import FramerSocket
from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from app.domain.errors import InvalidInput, StorageFault
from app.domain.readings import Quality, ReadingKind
from app.ports.devices import LinkState
from device_drivers.local_clock import LocalClock
from device_drivers.serial.modbus.bus import ModbusBus
from device_drivers.serial.modbus.gauge import ModbusGauge
from device_drivers.serial.modbus.simulator import ModbusTcpSimulator, SimulatedAmplifier
from device_drivers.serial.simulator import SerialDeviceSimulator
from device_drivers.supervisor import BackOff
from tests.helpers.serial_rig import Station, soon, value

Sleep: TypeAlias = Callable[[float], Awaitable[None]]

MAP = """
every_s = 0.01
[[value]]
name = "value"
table = "holding"
address = 10
type = "int32"
scale = "0.0010"
unit = "mm"
[[value]]
name = "temperature"
table = "holding"
address = 12
scale = "0.1"
unit = "Cel"
"""


@dataclass
class Line:
    """Gauges on one or more lines, and the station each of them reports to."""

    lines: dict[str, ModbusBus] = field(default_factory=dict)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def gauge(self, url: str, sleep: Sleep = soon) -> tuple[ModbusGauge, Station]:
        station = Station()
        device = ModbusGauge(
            device="D-1",
            url=url,
            clock=LocalClock(),
            back_off=BackOff(lambda: 1.0, sleep=sleep),
            on_reading=station.on_reading,
            on_status=station.on_status,
            lines=self.lines,
        )
        self.tasks.append(asyncio.ensure_future(device.run()))
        return device, station


@asynccontextmanager
async def line() -> AsyncIterator[Line]:
    made = Line()
    try:
        yield made
    finally:
        for task in made.tasks:
            task.cancel()
        await asyncio.gather(*made.tasks, return_exceptions=True)


@asynccontextmanager
async def library_server(*devices: SimDevice, port: int = 0) -> AsyncIterator[int]:
    server = ModbusTcpServer(list(devices), address=("127.0.0.1", port))
    await server.serve_forever(background=True)
    listening = cast("asyncio.Server", server.transport)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        await server.shutdown()  # type: ignore[no-untyped-call]


def registers(device: int = 1, first: int = 10, *words: int) -> SimDevice:
    data = [SimData(first, values=list(words or (1, 2, 215)), datatype=DataType.REGISTERS)]
    return SimDevice(device, data)


def map_file(folder: Path, text: str = MAP) -> Path:
    path = folder / "map.toml"
    path.write_text(text)
    return path


@asynccontextmanager
async def amplifier(kind: str, folder: Path) -> AsyncIterator[tuple[SimulatedAmplifier, str]]:
    """Our own simulator, over TCP or RTU, with the map that comes with the software."""
    if kind == "tcp":
        wire = SimulatedAmplifier(FramerSocket)
        tcp = ModbusTcpSimulator(wire)
        port = await tcp.listen()
        yield wire, f"modbus+tcp://127.0.0.1:{port}?profile=handshake"
        tcp.close()
        return
    wire = SimulatedAmplifier()
    rtu = SerialDeviceSimulator(wire, link=folder / "modbus", emit=lambda _: None)
    rtu.plug_in()
    serving = asyncio.ensure_future(rtu.serve())
    yield wire, f"modbus+rtu://{folder / 'modbus'}?profile=handshake&frame=8N1"
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    rtu.unplug()


def say(wire: SimulatedAmplifier, do: str, **more: object) -> None:
    wire.commands()[do]({"do": do, **more})


async def taken(wire: SimulatedAmplifier) -> None:
    """Until the station has acknowledged all values, and withdrawn it."""
    while not wire.is_idle:
        await soon(0)


# Against the server of a library


async def test_registers_are_read_with_scale_unit_and_resolution(tmp_path: Path) -> None:
    async with library_server(registers()) as port, line() as made:
        url = f"modbus+tcp://127.0.0.1:{port}?device=1&profile={map_file(tmp_path)}"
        device, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        await device.request()
        reading = await station.reading()
    assert [(q.name, str(q.value), q.unit) for q in reading.values] == [
        ("value", "65.5380", "mm"),
        ("temperature", "21.5", "Cel"),
    ]
    assert reading.kind is ReadingKind.MEASUREMENT


@pytest.mark.allow_warnings
async def test_an_exception_response_is_said_in_words_and_is_no_value(tmp_path: Path) -> None:
    async with library_server(registers(1, 500)) as port, line() as made:
        url = f"modbus+tcp://127.0.0.1:{port}?profile={map_file(tmp_path)}"
        device, station = made.gauge(url)
        await station.until_link(LinkState.DISCONNECTED)
        assert "Modbus exception 2: it has no such address" in (device.status.detail or "")
        assert not station.readings


@pytest.mark.allow_warnings
@pytest.mark.parametrize(("code", "words"), [(1, r"in [in_i] but mm"), (7, "the code 7")])
async def test_a_device_that_tells_another_unit_is_held_to_the_configured_one(
    code: int, words: str, tmp_path: Path
) -> None:
    told = '[told_unit]\naddress = 13\ncodes = { 0 = "mm", 1 = "[in_i]" }\n'
    async with library_server(registers(1, 10, 1, 2, 215, code)) as port, line() as made:
        url = f"modbus+tcp://127.0.0.1:{port}?profile={map_file(tmp_path, MAP + told)}"
        device, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        await device.request()
        bad = await station.reading()
    assert (bad.quality, bad.values) == (Quality.QUARANTINED, ())
    assert words in (bad.reason or "")


@pytest.mark.allow_warnings
async def test_a_line_that_broke_is_opened_again(tmp_path: Path) -> None:
    async with line() as made:
        async with library_server(registers()) as port:
            url = f"modbus+tcp://127.0.0.1:{port}?profile={map_file(tmp_path)}"
            device, station = made.gauge(url)
            await station.until_link(LinkState.READY)
        await device.request()
        await station.until_link(LinkState.DISCONNECTED)
        async with library_server(registers(), port=port):
            await station.until_link(LinkState.READY)


# With the handshake, over TCP and RTU


@pytest.mark.parametrize("kind", ["tcp", "rtu"])
async def test_each_ready_value_is_taken_once_and_acknowledged_after_it_is_kept(
    kind: str, tmp_path: Path
) -> None:
    async with amplifier(kind, tmp_path) as (wire, url), line() as made:
        _, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        for shown in ("0.110", "0.110", "-0.042"):
            say(wire, "measure", value=shown)
        await station.reading(3)
        await taken(wire)
    assert [value(r) for r in station.readings] == ["0.110 mm", "0.110 mm", "-0.042 mm"]


@pytest.mark.parametrize("kind", ["tcp", "rtu"])
async def test_a_value_made_before_the_step_is_not_taken(kind: str, tmp_path: Path) -> None:
    async with amplifier(kind, tmp_path) as (wire, url), line() as made:
        say(wire, "measure", value="9.000")
        device, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        await taken(wire)
        say(wire, "measure", value="9.001")
        device.flush()
        await taken(wire)
        say(wire, "measure", value="1.000")
        assert value(await station.reading()) == "1.000 mm"


@pytest.mark.allow_warnings
async def test_a_value_that_could_not_be_kept_is_read_again_and_not_acknowledged(
    tmp_path: Path,
) -> None:
    async with amplifier("tcp", tmp_path) as (wire, url), line() as made:
        _, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        station.refuse = StorageFault("disk full")
        say(wire, "measure", value="0.110")
        await station.until_link(LinkState.DEGRADED)
        assert not wire.is_idle
        station.refuse = None
        assert value(await station.reading()) == "0.110 mm"
        await station.until_link(LinkState.READY)


@pytest.mark.allow_warnings
@pytest.mark.parametrize(("do", "words"), [("error", "has no value"), ("distrust", "believed")])
async def test_a_value_not_to_be_believed_is_quarantined_with_its_registers(
    do: str, words: str, tmp_path: Path
) -> None:
    async with amplifier("tcp", tmp_path) as (wire, url), line() as made:
        _, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        say(wire, do)
        if do == "distrust":
            say(wire, "measure", value="0.110")
        bad = await station.reading()
    assert (bad.quality, bad.values) == (Quality.QUARANTINED, ())
    assert words in (bad.reason or "")
    assert bad.raw == ("80000000" if do == "error" else "0000006e")


@pytest.mark.allow_warnings
async def test_a_silent_device_does_not_disturb_the_others_on_its_line(tmp_path: Path) -> None:
    async with amplifier("rtu", tmp_path) as (wire, url), line() as made:
        # With its usual patience: a silent device is asked less and less often.
        dead, dead_station = made.gauge(f"{url}&device=9", asyncio.sleep)
        _, station = made.gauge(f"{url}&device=1")
        await station.until_link(LinkState.READY)
        await dead_station.until_link(LinkState.DISCONNECTED)
        assert "device 9 did not answer within" in (dead.status.detail or "")
        for number in (1, 2):
            say(wire, "measure", value=f"0.{number}")
            await station.reading(number)
            await taken(wire)
        assert len(made.lines) == 1
    lost = [s for s in station.statuses if s.state is LinkState.DISCONNECTED and s.code]
    assert [value(r) for r in station.readings] == ["0.100 mm", "0.200 mm"]
    assert not lost


@pytest.mark.allow_warnings
async def test_a_gauge_that_falls_silent_on_its_line_is_said_and_comes_back(
    tmp_path: Path,
) -> None:
    async with amplifier("rtu", tmp_path) as (wire, url), line() as made:
        device, station = made.gauge(url)
        await station.until_link(LinkState.READY)
        say(wire, "silence", on=True)
        await station.until_link(LinkState.DISCONNECTED)
        assert "did not answer" in (device.status.detail or "")
        say(wire, "silence", on=False)
        await station.until_link(LinkState.READY)


# Settings


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "names no register map"),
        ("profile=handshak", "use handshake or a .toml file"),
        ("profile=/nowhere.toml", "cannot be read"),
        ("profile=handshake&device=0", "device must be"),
        ("profile=handshake&slave=1", "unknown setting slave"),
        ("profile=handshake&unit=in", "the register map says mm"),
    ],
)
def test_a_wrong_url_is_refused_with_what_to_write(query: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        Line().gauge(f"modbus+tcp://127.0.0.1?{query}")


async def test_devices_on_one_line_must_agree_on_its_speed() -> None:
    async with line() as made:
        url = "modbus+rtu:///dev/nowhere?profile=handshake&device="
        made.gauge(f"{url}1&baud=9600")
        with pytest.raises(InvalidInput, match="another device uses /dev/nowhere with 9600 baud"):
            made.gauge(f"{url}2")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("every_s = 0", "value"),
        (MAP.replace("int32", "int33"), "int33"),
        (MAP.replace("int32", "float32"), "needs decimals"),
        (MAP + '[taken]\ntable = "input"\naddress = 1\n', "cannot be written"),
        (MAP.replace("address = 10", "address = 70000"), "0 to 65535"),
        (MAP + "colour = 1", "colour"),
    ],
)
def test_a_wrong_register_map_is_refused_with_its_place(
    text: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput, match=words):
        Line().gauge(f"modbus+tcp://127.0.0.1?profile={map_file(tmp_path, text)}")
