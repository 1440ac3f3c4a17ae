"""A gauge, amplifier or scale behind Modbus registers."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from pymodbus.framer import FramerRTU, FramerSocket
from pymodbus.pdu import DecodePDU

from app.domain.errors import InvalidInput, StorageFault
from app.domain.readings import Quantity, ReadingKind
from app.ports.devices import LinkState
from device_drivers.serial.decoded import Faulty, Measured
from device_drivers.serial.frames import Frame
from device_drivers.serial.modbus.bus import BITS, ModbusBus
from device_drivers.serial.modbus.modbus_url import ModbusUrl, parse_modbus_url
from device_drivers.serial.reading_source import OnReading, ReadingSource
from device_drivers.serial.usb import system_ports
from device_drivers.supervisor import BackOff, StatusLine, supervise
from device_drivers.transport import open_serial, open_tcp

if TYPE_CHECKING:
    from app.ports.clock import Clock
    from app.ports.devices import DeviceStatus, OnStatus
    from device_drivers.serial.modbus.register_map import Place, ValuePlace
    from device_drivers.serial.usb import ListPorts
    from device_drivers.transport import OnBytes, OnLost, Transport

logger = logging.getLogger(__name__)

#: The silence between two RTU frames: 3.5 characters, and never less than this.
LEAST_QUIET_S = 0.00175
RTU_BITS = 3.5 * 11


class ModbusGauge:
    """Implements :class:`app.ports.devices.Gauge` over Modbus RTU or TCP.

    ``lines`` are the lines open so far, by name: devices on one line share it, and are given the
    same mapping.

    Raises:
        InvalidInput: the URL or its register map is wrong, or contradicts the configured unit.
    """

    def __init__(
        self,
        *,
        device: str,
        url: str,
        clock: Clock,
        back_off: BackOff,
        on_reading: OnReading,
        lines: dict[str, ModbusBus],
        on_status: OnStatus | None = None,
        list_ports: ListPorts = system_ports,
    ) -> None:
        settings = parse_modbus_url(url)
        self._map = settings.map
        said = self._map.value[0].unit
        if settings.unit not in {None, said}:
            message = f"{url}: the register map says {said}, the URL {settings.unit}."
            raise InvalidInput(message)
        self._number = settings.device
        self._bus = lines.setdefault(settings.line, _bus(settings, list_ports))
        if self._bus.setting != _setting(settings):
            message = f"{url}: another device uses {settings.line} with {self._bus.setting}."
            raise InvalidInput(message)
        self._back_off = back_off
        self._line = StatusLine(device, on_status)
        self._readings = ReadingSource(self._line, clock, ReadingKind(self._map.kind), on_reading)
        self._was_ready = True
        self._has_told: bool | None = None
        self._is_stale = False
        self._wake = asyncio.Event()
        self._is_asked = False

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    @property
    def unit(self) -> str:
        return self._map.value[0].unit

    async def run(self) -> None:
        self._bus.users += 1
        try:
            await supervise(self._serve, line=self._line, back_off=self._back_off)
        finally:
            self._bus.users -= 1
            if not self._bus.users:
                await self._bus.close()

    def flush(self) -> None:
        """A value that is ready already belongs to the step before: it is passed over."""
        self._is_stale, self._is_asked = True, False

    async def request(self) -> None:
        """Read the value now, ready or not."""
        self._is_asked = True
        self._wake.set()

    async def _serve(self) -> None:
        # What is ready when we come was made for nobody we know.
        self._was_ready, self._has_told = True, None
        while True:
            try:
                await self._look()
                self._is_well()
            except StorageFault as fault:
                # Not acknowledged: the device still has it, and it is read again.
                detail = f"the last value could not be kept: {fault}"
                self._line.move(LinkState.DEGRADED, detail)
            await self._pause()

    def _is_well(self) -> None:
        if self.status.state is not LinkState.READY:
            self._line.move(LinkState.READY)

    async def _pause(self) -> None:
        self._wake.clear()
        try:
            async with asyncio.timeout(self._map.every_s):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _look(self) -> None:
        # A flush while we wait for an answer below is for the next look as well.
        was_stale, self._is_stale = self._is_stale, False
        is_ready = self._map.ready is not None and await self._is_set(self._map.ready)
        is_new = is_ready and not self._was_ready and not (was_stale or self._is_stale)
        if self._is_asked or is_new:
            await self._take()
            self._is_asked = False
        elif self._map.ready is None and self.status.state is not LinkState.READY:
            # Nothing to wait for: only whether it answers.
            await self._registers(self._map.value[0])
        if self._map.taken is not None and is_ready != self._has_told:
            # Only after the value is durable here; withdrawn when the device has seen it.
            taken = self._map.taken
            await self._bus.write(self._number, taken.table, taken.address, int(is_ready))
            self._has_told = is_ready
        self._was_ready = is_ready

    async def _take(self) -> None:
        read = [(place, await self._registers(place)) for place in self._map.value]
        raw = b"".join(word.to_bytes(2, "big") for _, words in read for word in words)
        reason = await self._why_not()
        if self._is_stale:
            return
        if reason is not None:
            await self._readings.quarantine(Frame(raw), reason)
            return
        values = []
        for place, words in read:
            value = place.read(words)
            if isinstance(value, Faulty):
                await self._readings.quarantine(Frame(raw), value.reason)
                return
            values.append(_quantity(place, value))
        await self._readings.keep(values=tuple(values))

    async def _why_not(self) -> str | None:
        """What the device says beside its value against believing it."""
        if self._map.fault is not None and await self._is_set(self._map.fault):
            return "The device says its value must not be believed; see its display."
        told = self._map.told_unit
        if told is None:
            return None
        (code,) = await self._bus.read(self._number, told.table, told.address, 1)
        said = told.codes.get(str(code), f"a unit with the code {code}")
        if said == self.unit:
            return None
        return f"The device measures in {said} but {self.unit} is configured; change one of them."

    async def _registers(self, place: ValuePlace) -> tuple[int, ...]:
        return await self._bus.read(self._number, place.table, place.address, place.count)

    async def _is_set(self, place: Place) -> bool:
        (word,) = await self._bus.read(self._number, place.table, place.address, 1)
        return bool(word) if place.table in BITS else bool(word >> place.bit & 1)


def _quantity(place: ValuePlace, value: Measured) -> Quantity:
    return Quantity(place.name, value.value, place.unit)


def _setting(settings: ModbusUrl) -> str:
    return "TCP" if settings.host is not None else f"{settings.baud} baud, {settings.frame}"


def _bus(settings: ModbusUrl, list_ports: ListPorts) -> ModbusBus:
    decoder = DecodePDU(is_server=False)
    host = settings.host

    async def open_network(on_bytes: OnBytes, on_lost: OnLost) -> Transport:
        return await open_tcp(host or "", settings.port, on_bytes=on_bytes, on_lost=on_lost)

    async def open_port(on_bytes: OnBytes, on_lost: OnLost) -> Transport:
        path = settings.path
        if settings.usb is not None:
            path = settings.usb.find(await asyncio.to_thread(list_ports))
        return await open_serial(
            path, baud=settings.baud, frame=settings.frame, on_bytes=on_bytes, on_lost=on_lost
        )

    if host is not None:
        return ModbusBus(
            settings.line, open_network, FramerSocket(decoder), setting=_setting(settings)
        )
    quiet_s = max(LEAST_QUIET_S, RTU_BITS / settings.baud)
    return ModbusBus(
        settings.line,
        open_port,
        FramerRTU(decoder),
        quiet_s=quiet_s,
        setting=_setting(settings),
    )
