"""A simulated serial device on a pseudo-terminal, the driver that runs, and who listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.readings import Reading
from app.ports.devices import DeviceStatus, LinkState
from device_drivers.local_clock import LocalClock
from device_drivers.serial.devices import SerialGauge, SerialScanner
from device_drivers.serial.simulated_wires import WireFormat
from device_drivers.serial.simulator import SerialDeviceSimulator
from device_drivers.serial.usb import ListPorts, system_ports
from device_drivers.supervisor import BackOff
from tests.helpers.patience import PATIENT_S

Device = SerialGauge | SerialScanner


@dataclass
class Station:
    """What a station would see of one device."""

    readings: list[Reading] = field(default_factory=list)
    statuses: list[DeviceStatus] = field(default_factory=list)
    refuse: Exception | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def on_reading(self, reading: Reading) -> None:
        if self.refuse is not None:
            raise self.refuse
        self.readings.append(reading)
        self.news.set()

    def on_status(self, status: DeviceStatus) -> None:
        self.statuses.append(status)
        self.news.set()

    async def until(self, fits: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENT_S):
            while not fits():
                self.news.clear()
                await self.news.wait()

    async def until_link(self, state: LinkState) -> None:
        await self.until(lambda: bool(self.statuses) and self.statuses[-1].state is state)

    async def reading(self, number: int = 1) -> Reading:
        """The first, second … reading, once it came."""
        await self.until(lambda: len(self.readings) >= number)
        return self.readings[number - 1]


@dataclass
class Rig:
    """A simulated device, the driver that runs, and the station that listens."""

    peer: SerialDeviceSimulator
    device: Any
    station: Station

    async def do(self, **command: Any) -> None:
        await self.peer.do(command)


async def soon(_: float) -> None:
    await asyncio.sleep(0.02)


def driver(
    kind: type[Device], url: str, station: Station, list_ports: ListPorts = system_ports
) -> Device:
    return kind(
        device="D-1",
        url=url,
        clock=LocalClock(),
        back_off=BackOff(lambda: 1.0, sleep=soon),
        on_reading=station.on_reading,
        on_status=station.on_status,
        list_ports=list_ports,
    )


@asynccontextmanager
async def rig(kind: type[Device], wire: WireFormat, link: Path, query: str) -> AsyncIterator[Rig]:
    station = Station()
    peer = SerialDeviceSimulator(wire, link=link, emit=lambda _: None)
    peer.plug_in()
    device = driver(kind, f"serial://{link}?{query}", station)
    tasks = [asyncio.ensure_future(peer.serve()), asyncio.ensure_future(device.run())]
    try:
        await station.until_link(LinkState.READY)
        yield Rig(peer, device, station)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        peer.unplug()
    assert all(isinstance(end, asyncio.CancelledError) for end in ended)


def value(reading: Reading) -> str:
    return f"{reading.values[0].value} {reading.values[0].unit}"
