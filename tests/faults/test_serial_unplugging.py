"""A gauge whose cable is pulled again and again, also in the middle of a value."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.ports.devices import LinkState
from device_drivers.serial.devices import SerialGauge
from device_drivers.serial.simulated_wires import SimulatedGauge
from device_drivers.serial.simulator import SerialDeviceSimulator
from tests.helpers.effort import effort
from tests.helpers.serial_rig import Station, driver, rig, value

CYCLES = effort(5, 50)
READY = LinkState.READY
PROFILE = "profile=mitutoyo&unit=mm"


@dataclass(frozen=True)
class Plugged:
    device: str
    vid: int = 0x0FE7
    pid: int = 0x4001
    serial_number: str = "Q1"


@dataclass
class Hub:
    """The machine's USB ports: what is plugged in, and under which name now."""

    peer: SerialDeviceSimulator
    ports: list[Plugged]

    def replug(self) -> str:
        self.peer.unplug()
        with another_terminal():
            name = self.peer.plug_in()
        self.ports[:] = [Plugged(name), Plugged("/dev/null", serial_number="Q2")]
        return name


@contextmanager
def another_terminal() -> Iterator[None]:
    """Takes the name that would come next, as another device plugged in first does."""
    ends = os.openpty()
    yield
    for end in ends:
        os.close(end)


@asynccontextmanager
async def usb_gauge() -> AsyncIterator[tuple[Hub, Station]]:
    station = Station()
    peer = SerialDeviceSimulator(SimulatedGauge(), link=None, emit=lambda _: None)
    hub = Hub(peer, [Plugged(peer.plug_in())])
    url = f"serial:?usb=0fe7:4001:Q1&{PROFILE}"
    device = driver(SerialGauge, url, station, lambda: tuple(hub.ports))
    tasks = [asyncio.ensure_future(peer.serve()), asyncio.ensure_future(device.run())]
    try:
        await station.until_link(LinkState.READY)
        yield hub, station
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        peer.unplug()


async def ready_again(station: Station, seen: int) -> None:
    """Ready, and not only still ready: ``seen`` statuses were there before."""
    await station.until(lambda: [s.state for s in station.statuses[seen:]][-1:] == [READY])


async def value_comes(station: Station, wanted: str) -> None:
    await station.until(lambda: wanted in good(station))


def good(station: Station) -> list[str]:
    return [value(r) for r in station.readings if r.values]


@pytest.mark.allow_warnings
async def test_a_usb_device_is_found_again_under_another_name_after_each_replugging() -> None:
    chance = random.Random(3)  # noqa: S311 - no secret
    names, wanted = set(), []
    async with usb_gauge() as (hub, station):
        for number in range(CYCLES):
            wanted.append(f"{number}.{chance.randrange(1000):03} mm")
            await hub.peer.do({"do": "measure", "value": wanted[-1].removesuffix(" mm")})
            await station.reading(number + 1)
            seen = len(station.statuses)
            names.add(hub.replug())
            await ready_again(station, seen)
    assert [value(r) for r in station.readings] == wanted
    assert len(names) > 1


@pytest.mark.allow_warnings
async def test_a_usb_device_that_is_gone_is_said_by_its_identity() -> None:
    async with usb_gauge() as (hub, station):
        hub.ports.clear()
        hub.peer.unplug()
        await station.until(
            lambda: any("no USB device 0fe7:4001:Q1" in (s.detail or "") for s in station.statuses)
        )


@pytest.mark.allow_warnings
async def test_half_a_value_before_an_unplugging_is_never_a_value(tmp_path: Path) -> None:
    async with rig(SerialGauge, SimulatedGauge(), tmp_path / "gauge", PROFILE) as made:
        for number in range(CYCLES):
            await made.do(do="garbage", hex=b"01A+0009".hex())
            seen = len(made.station.statuses)
            made.peer.unplug()
            made.peer.plug_in()
            await ready_again(made.station, seen)
            await made.do(do="garbage", hex=b".999\r".hex())
            await made.do(do="measure", value=f"{number}.5")
            await value_comes(made.station, f"{number}.5 mm")
    assert good(made.station) == [f"{n}.5 mm" for n in range(CYCLES)]
    assert all(r.reason for r in made.station.readings if not r.values)
