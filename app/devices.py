"""The devices of a station: a driver for each configured one, and who looks after it."""

from __future__ import annotations

import asyncio
import os
import random
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.scans import ScanKind
from app.runtime.clock import SystemClock
from app.runtime.config import scan_patterns
from app.scanning.parser import parse_scan

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from app.domain.readings import Reading
    from app.domain.scans import Scan
    from app.ports.devices import (
        Camera,
        Device,
        Gauge,
        LabelPrinter,
        Machine,
        TorqueTool,
    )
    from app.runtime.config import DeviceSection, StationConfig
    from app.services.station import Station
    from device_drivers.device_watch import DeviceWatch
    from device_drivers.ring_file import Recorder
    from device_drivers.serial.modbus.bus import ModbusBus
    from device_drivers.supervisor import BackOff

#: Beside the journal: what went over each device's wire.
RINGS = "devices"
#: There, too: our certificate for OPC UA servers, those that are trusted, and passwords.
KEYS = "opcua"
LABEL_FONT = Path(__file__).parents[1] / "resources/fonts/Inter-Medium.ttf"


@dataclass(slots=True)
class Devices:
    """The drivers of one station, by what they are for."""

    tools: dict[str, TorqueTool] = field(default_factory=dict)
    gauges: dict[str, Gauge] = field(default_factory=dict)
    machine: tuple[str, Machine] | None = None
    cameras: dict[str, Camera] = field(default_factory=dict)
    printers: dict[str, LabelPrinter] = field(default_factory=dict)
    keys: Path = Path()
    all: list[tuple[Device, DeviceWatch]] = field(default_factory=list)
    #: Modbus devices on one line share it.
    lines: dict[str, ModbusBus] = field(default_factory=dict)


@asynccontextmanager
async def recorder(folder: Path) -> AsyncIterator[Recorder]:
    """Keeps what goes over the devices' wires, below ``folder``."""
    from device_drivers.ring_file import Recorder

    rings = Recorder(folder / RINGS)
    rings.open()
    try:
        yield rings
    finally:
        await asyncio.to_thread(rings.close)


def make_devices(
    config: StationConfig, station: Station, rings: Recorder, folder: Path
) -> Devices:
    """A driver for each configured device, and who looks after it; nothing connects yet.

    ``folder`` is the station's data folder, where drivers keep their keys.
    """
    back_off = patience()
    known = partial(parse_scan, patterns=scan_patterns(config))
    devices = Devices(keys=folder / KEYS)
    for section in config.device:
        watch = _watch(section, station, rings, known)
        devices.all.append((_made(section, station, back_off, watch, devices), watch))
    return devices


def _made(
    section: DeviceSection,
    station: Station,
    back_off: BackOff,
    watch: DeviceWatch,
    devices: Devices,
) -> Device:
    """The driver of ``section``, entered under what it is for."""
    name = section.name
    match section.kind:
        case "tool":
            make = _joining_tool if section.url.startswith("opc.tcp") else _tool
            tool = devices.tools[name] = make(section, station, back_off, watch, devices.keys)
            return tool
        case "gauge":
            gauge = devices.gauges[name] = _gauge(section, station, back_off, watch, devices.lines)
            return gauge
        case "machine":
            devices.machine = (name, _machine(section, station, back_off, watch, devices.keys))
            return devices.machine[1]
        case "scanner":
            return _scanner(section, station, back_off, watch)
        case "camera":
            camera = devices.cameras[name] = _camera(section, back_off, watch)
            return camera
        case "printer":
            printer = devices.printers[name] = _printer(section, back_off, watch)
            return printer


def patience() -> BackOff:
    """How long to wait before the next attempt."""
    from device_drivers.supervisor import BackOff

    return BackOff(rng=random.random)


def _watch(
    section: DeviceSection, station: Station, rings: Recorder, known: Callable[[str], Scan]
) -> DeviceWatch:
    from device_drivers.device_watch import DeviceWatch
    from device_drivers.families import family_of
    from device_drivers.scan_mask import ScanMask

    return DeviceWatch(
        section.name,
        tier=family_of(section.url).tier,
        clock=SystemClock(),
        recorder=rings,
        on_status=station.device_changed,
        on_heard=station.device_heard,
        mask=ScanMask(partial(_names_no_person, known)) if section.kind == "scanner" else None,
    )


def _names_no_person(known: Callable[[str], Scan], code: str) -> bool:
    """Whether a scan may be kept in a ring file: a badge is never, nor what might be one."""
    return known(code).kind not in {ScanKind.BADGE, ScanKind.UNKNOWN}


def _joining_tool(
    section: DeviceSection, station: Station, back_off: BackOff, watch: DeviceWatch, keys: Path
) -> TorqueTool:
    from device_drivers.opcua.joining_tool import JoiningTool
    from device_drivers.opcua.url import settings_from

    return JoiningTool(
        section.name,
        settings_from(section.url, keys=keys),
        log=station.inbox,
        now=lambda: datetime.now(UTC),
        # A joining system is a few seconds away from a result that waits.
        back_off=replace(back_off, cap_s=5.0),
        on_status=watch.status_changed,
    )


def _tool(
    section: DeviceSection, station: Station, back_off: BackOff, watch: DeviceWatch, keys: Path
) -> TorqueTool:
    del keys
    from device_drivers.open_protocol.tool import OpenProtocolTool
    from device_drivers.open_protocol.url import settings_from

    return OpenProtocolTool(
        settings_from(section.name, section.url),
        log=station.inbox,
        now=lambda: datetime.now(UTC),
        back_off=back_off,
        on_status=watch.status_changed,
    )


def _gauge(
    section: DeviceSection,
    station: Station,
    back_off: BackOff,
    watch: DeviceWatch,
    lines: dict[str, ModbusBus],
) -> Gauge:
    if section.url.startswith("modbus+"):
        from device_drivers.serial.modbus.gauge import ModbusGauge

        return ModbusGauge(
            device=section.name,
            url=section.url,
            clock=SystemClock(),
            back_off=back_off,
            on_reading=station.gauge_read,
            on_status=watch.status_changed,
            lines=lines,
        )
    from device_drivers.serial.devices import SerialGauge

    return SerialGauge(
        device=section.name,
        url=section.url,
        clock=SystemClock(),
        back_off=back_off,
        on_reading=station.gauge_read,
        on_status=watch.status_changed,
    )


def _scanner(
    section: DeviceSection, station: Station, back_off: BackOff, watch: DeviceWatch
) -> Device:
    from device_drivers.serial.devices import SerialScanner

    async def scanned(reading: Reading) -> None:
        # What the scanner could not read whole is shown as it came: an unknown code.
        await station.code_scanned(reading.text or f"?{reading.raw or ''}", "scanner")

    return SerialScanner(
        device=section.name,
        url=section.url,
        clock=SystemClock(),
        back_off=back_off,
        on_reading=scanned,
        on_status=watch.status_changed,
    )


def _machine(
    section: DeviceSection, station: Station, back_off: BackOff, watch: DeviceWatch, keys: Path
) -> Machine:
    from device_drivers.opcua.machine import OpcUaMachine

    return OpcUaMachine(
        device=section.name,
        url=section.url,
        clock=SystemClock(),
        back_off=back_off,
        on_status=watch.status_changed,
        on_change=lambda state, present: station.machine_changed(
            section.name, state, is_part_present=present
        ),
        keys=keys,
    )


def _camera(section: DeviceSection, back_off: BackOff, watch: DeviceWatch) -> Camera:
    from device_drivers.camera.opening import camera_for

    return camera_for(
        section.name,
        section.url,
        now=lambda: datetime.now(UTC),
        back_off=back_off,
        on_status=watch.status_changed,
    )


def _printer(section: DeviceSection, back_off: BackOff, watch: DeviceWatch) -> LabelPrinter:
    from device_drivers.printer.opening import printer_for

    return printer_for(
        section.name,
        section.url,
        environment=os.environ,
        font=LABEL_FONT,
        back_off=back_off,
        on_status=watch.status_changed,
    )
