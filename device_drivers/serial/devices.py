"""Scanners, gauges and scales on a serial line, as the station uses them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from app.domain.readings import Judgement, Quantity, ReadingKind
from app.ports.devices import LinkState
from device_drivers.serial.decoded import Decoded, Faulty, Identified, Measured, Scanned
from device_drivers.serial.port_url import parse_port_url
from device_drivers.serial.profiles import GAUGES, SCANNER
from device_drivers.serial.reader import SerialReader
from device_drivers.serial.reading_source import OnReading, ReadingSource
from device_drivers.serial.scanner import RepeatFilter, ScanFormat, decode_scan
from device_drivers.supervisor import BackOff, StatusLine

if TYPE_CHECKING:
    from app.ports.clock import Clock
    from app.ports.devices import DeviceStatus, OnStatus
    from device_drivers.serial.frames import Frame
    from device_drivers.transport import Transport

logger = logging.getLogger(__name__)

SCANNER_BAUD = 9600
REPEAT_WINDOW_S = 0.5


class SerialScanner:
    """A scanner on a serial or USB-CDC port; each code read is a reading of kind ``scan``.

    What cannot be understood comes as a quarantined reading with the bytes and the reason.
    """

    def __init__(
        self,
        *,
        device: str,
        url: str,
        clock: Clock,
        back_off: BackOff,
        on_reading: OnReading,
        on_status: OnStatus | None = None,
        repeat_window_s: float = REPEAT_WINDOW_S,
    ) -> None:
        settings = parse_port_url(url)
        if settings.profile != SCANNER:
            message = f"{url}: {device} is a scanner; its profile is {SCANNER}."
            raise InvalidInput(message)
        self._format = ScanFormat(prefix=(settings.prefix or "").encode(), ends=settings.ends)
        self._clock = clock
        self._repeats = RepeatFilter(repeat_window_s)
        self._line = StatusLine(device, on_status)
        self._readings = ReadingSource(self._line, clock, ReadingKind.SCAN, on_reading)
        self._reader = SerialReader(
            path=settings.path,
            baud=settings.baud or SCANNER_BAUD,
            framer=self._format.framer(),
            idle_s=self._format.idle_s,
            line=self._line,
            clock=clock,
            back_off=back_off,
            handle=self._handle,
            greet=self._greet,
        )

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        await self._reader.run()

    async def _greet(self, port: Transport) -> None:
        del port
        self._line.move(LinkState.READY)

    async def _handle(self, frame: Frame) -> None:
        decoded = _faulty(frame) or decode_scan(frame.payload, prefix=self._format.prefix)
        if isinstance(decoded, Faulty):
            await self._readings.quarantine(frame, decoded.reason)
        elif isinstance(decoded, Scanned):
            if self._repeats.is_repeat(decoded.text, self._clock.mono_ns() / 1e9):
                logger.debug("device=%s same code again, dropped", self.status.device)
                return
            await self._readings.keep(text=decoded.text)


class SerialGauge:
    """Implements :class:`app.ports.devices.Gauge` for gauges and scales.

    Each value is a reading of kind ``measurement`` or ``weight``.

    ``unit`` is the configured UCUM unit (or ``unit=`` in the URL): most gauges do not send
    theirs, and one that does is held to it.

    Raises:
        InvalidInput: the URL is wrong, or there is no unit.
    """

    def __init__(
        self,
        *,
        device: str,
        url: str,
        clock: Clock,
        back_off: BackOff,
        on_reading: OnReading,
        on_status: OnStatus | None = None,
        unit: str | None = None,
    ) -> None:
        settings = parse_port_url(url)
        profile = GAUGES.get(settings.profile)
        if profile is None:
            message = f"{url}: {device} is a gauge; its profile is one of {', '.join(GAUGES)}."
            raise InvalidInput(message)
        self._profile = profile
        self._unit = _required_unit(device, unit or settings.unit)
        self._port: Transport | None = None
        self._line = StatusLine(device, on_status)
        self._readings = ReadingSource(self._line, clock, profile.kind, on_reading)
        self._reader = SerialReader(
            path=settings.path,
            baud=settings.baud or profile.baud,
            framer=profile.framer(),
            idle_s=profile.idle_s,
            line=self._line,
            clock=clock,
            back_off=back_off,
            handle=self._handle,
            greet=self._greet,
        )

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    @property
    def unit(self) -> str:
        return self._unit

    async def run(self) -> None:
        await self._reader.run()

    def flush(self) -> None:
        self._reader.flush()

    async def _greet(self, port: Transport) -> None:
        self._port = port
        if not self._profile.greeting:
            self._line.move(LinkState.READY)
            return
        self._line.move(LinkState.CONNECTING, "the port is open; waiting for the device's answer")
        await port.write(self._profile.greeting)

    async def _handle(self, frame: Frame) -> None:
        decoded = _faulty(frame) or self._profile.decode(frame.payload)
        if isinstance(decoded, Identified):
            await self._identified(decoded)
            return
        if self.status.state is not LinkState.READY:
            self._line.move(LinkState.READY)
        if isinstance(decoded, Measured):
            decoded = self._in_unit(decoded)
        if isinstance(decoded, Faulty):
            await self._readings.quarantine(frame, decoded.reason)
        elif isinstance(decoded, Measured):
            await self._keep(decoded)

    async def _identified(self, device: Identified) -> None:
        self._line.identify(device.serial)
        self._line.move(LinkState.READY)
        if self._port is not None and self._profile.on_identified:
            await self._port.write(self._profile.on_identified)

    def _in_unit(self, measured: Measured) -> Decoded:
        if measured.unit in {None, self._unit}:
            return measured
        return Faulty(
            f"The device measures in {measured.unit} but {self._unit} is configured; "
            "change one of them."
        )

    async def _keep(self, measured: Measured) -> None:
        quantity = Quantity(
            self._profile.quantity, measured.value, self._unit, judgement=measured.judgement
        )
        judged = measured.judgement is not Judgement.NOT_JUDGED
        ok = measured.judgement is Judgement.OK if judged else None
        await self._readings.keep(values=(quantity,), ok=ok)


def _faulty(frame: Frame) -> Faulty | None:
    if frame.fault is None:
        return None
    return Faulty(
        f"The device sent a text with {frame.fault}; check baud rate, cable and its settings."
    )


def _required_unit(device: str, unit: str | None) -> str:
    if not unit:
        message = (
            f"{device}: the gauge does not say its unit, so the configuration must; "
            "add unit=mm (or another UCUM unit) to its URL."
        )
        raise InvalidInput(message)
    return unit
