"""Scanners, gauges, scales and wrenches on a serial line, as the station uses them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.domain.errors import DeviceOffline, DeviceRefused, InvalidInput
from app.domain.readings import Judgement, Quantity, ReadingKind
from app.ports.devices import LinkState
from device_drivers.serial.decoded import (
    Decoded,
    Faulty,
    Identified,
    InUnit,
    Measured,
    Scanned,
    Tightened,
)
from device_drivers.serial.pace import MOST, Pace
from device_drivers.serial.port_url import parse_port_url
from device_drivers.serial.profiles import GAUGES, SCANNER
from device_drivers.serial.reader import SerialReader
from device_drivers.serial.reading_source import OnReading, ReadingSource
from device_drivers.serial.scanner import RepeatFilter, ScanFormat, decode_scan
from device_drivers.serial.usb import system_ports
from device_drivers.supervisor import BackOff, StatusLine
from device_drivers.transport import PLAIN_FRAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ports.clock import Clock
    from app.ports.devices import DeviceStatus, OnStatus
    from device_drivers.serial.frames import Frame
    from device_drivers.serial.port_url import PortUrl
    from device_drivers.serial.usb import ListPorts
    from device_drivers.transport import SerialTransport

logger = logging.getLogger(__name__)

SCANNER_BAUD = 9600
REPEAT_WINDOW_S = 0.5
#: Simplex gauges want the line away for 110 ms at least.
DTR_S = 0.15
NO_UNIT = "The gauge did not tell the unit of this value; check the cable and measure again."
STREAMING = (
    f"it sends more than {MOST} values a second by itself, which nobody meant; "
    "set it to send when its button is pressed"
)


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
        list_ports: ListPorts = system_ports,
    ) -> None:
        settings = parse_port_url(url)
        if settings.profile != SCANNER:
            message = f"{url}: {device} is a scanner; its profile is {SCANNER}."
            raise InvalidInput(message)
        before, after = settings.label
        self._format = ScanFormat(
            prefix=(settings.prefix or "").encode(),
            ends=settings.ends,
            label_before=before,
            label_after=after,
        )
        self._clock = clock
        self._repeats = RepeatFilter(repeat_window_s)
        self._line = StatusLine(device, on_status)
        self._readings = ReadingSource(self._line, clock, ReadingKind.SCAN, on_reading)
        self._reader = SerialReader(
            locate=_locator(settings, list_ports),
            baud=settings.baud or SCANNER_BAUD,
            frame=settings.frame or PLAIN_FRAME,
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

    async def _greet(self, port: SerialTransport) -> None:
        del port
        self._line.move(LinkState.READY)

    async def _handle(self, frame: Frame) -> None:
        decoded = _faulty(frame) or decode_scan(frame.payload, self._format)
        if isinstance(decoded, Faulty):
            await self._readings.quarantine(frame, decoded.reason)
        elif isinstance(decoded, Scanned):
            if self._repeats.is_repeat(decoded.text, self._clock.mono_ns() / 1e9):
                logger.debug("device=%s same code again, dropped", self.status.device)
                return
            await self._readings.keep(text=decoded.text)


class SerialGauge:
    """Implements :class:`app.ports.devices.Gauge` for gauges, scales and torque wrenches.

    Each value is a reading of kind ``measurement``, ``weight`` or, of a wrench, ``tightening``.
    A device that sends without end is DEGRADED: of its values only the one after ``request`` is
    handed on, since none of the others was meant by anybody.

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
        list_ports: ListPorts = system_ports,
    ) -> None:
        settings = parse_port_url(url)
        profile = GAUGES.get(settings.profile)
        if profile is None:
            message = f"{url}: {device} is a gauge; its profile is one of {', '.join(GAUGES)}."
            raise InvalidInput(message)
        self._profile = profile
        self._unit = _required_unit(device, unit or settings.unit)
        self._says_unit: str | None = None
        self._waiting: tuple[Frame, Measured] | None = None
        self._wrench, self._channel = settings.wrench, settings.channel
        self._asks_by_dtr = settings.asks_by_dtr
        self._pace = Pace()
        self._is_asked = False
        self._port: SerialTransport | None = None
        self._line = StatusLine(device, on_status)
        self._readings = ReadingSource(self._line, clock, profile.kind, on_reading)
        self._reader = SerialReader(
            locate=_locator(settings, list_ports),
            baud=settings.baud or profile.baud,
            frame=settings.frame or profile.frame,
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
        self._is_asked, self._waiting = False, None
        self._reader.flush()

    async def request(self) -> None:
        """Ask for the value now, as the button on the device does; it comes as a reading.

        Raises:
            DeviceOffline: the port is not open.
            DeviceRefused: it only speaks when its button is pressed.
        """
        if self._port is None:
            raise DeviceOffline(self.status.device, "it is not connected")
        self._is_asked = True
        if self._asks_by_dtr:
            await self._port.drop_dtr(DTR_S)
        elif self._profile.request:
            await self._port.write(self._profile.request)
        elif self.status.detail != STREAMING:
            self._is_asked = False
            raise DeviceRefused(self.status.device, "it cannot be asked; press its button")

    async def _greet(self, port: SerialTransport) -> None:
        self._port, self._pace, self._is_asked = port, Pace(), False
        self._says_unit = self._waiting = None
        if not self._profile.must_answer:
            self._line.move(LinkState.READY)
        else:
            detail = "the port is open; waiting for the device's answer"
            self._line.move(LinkState.CONNECTING, detail)
        if self._profile.greeting:
            await port.write(self._profile.greeting)

    async def _handle(self, frame: Frame) -> None:
        decoded = _faulty(frame) or self._profile.decode(frame.payload)
        if isinstance(decoded, Identified):
            await self._identified(decoded)
            return
        if self.status.state is LinkState.CONNECTING:
            self._line.move(LinkState.READY)
        match decoded:
            case InUnit(unit):
                self._says_unit = unit
                await self._hand_on_waiting()
            case Tightened():
                # Never passed over: a wrench that was out of reach sends what it has in a row.
                await self._hand_on(frame, self._accepted(decoded))
            case Measured() if self._is_meant(frame):
                await self._measured(frame, decoded)
            case Faulty() if self._is_meant(frame):
                await self._hand_on(frame, decoded)

    async def _measured(self, frame: Frame, measured: Measured) -> None:
        """A gauge that told its unit once is asked again: the value waits for the answer."""
        if self._says_unit is None or self._port is None:
            await self._hand_on(frame, self._accepted(measured))
            return
        if self._waiting is not None:
            await self._readings.quarantine(self._waiting[0], NO_UNIT)
        self._waiting = (frame, measured)
        await self._port.write(self._profile.ask_unit)

    async def _hand_on_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            frame, measured = waiting
            await self._hand_on(frame, self._accepted(measured))

    async def _hand_on(self, frame: Frame, decoded: Decoded) -> None:
        match decoded:
            case Faulty(reason):
                await self._readings.quarantine(frame, reason)
            case Measured():
                await self._keep(decoded)
            case Tightened():
                await self._keep_tightening(decoded)

    def _is_meant(self, frame: Frame) -> bool:
        """Whether somebody wanted this value: by a press of a button, or by ``request``."""
        if not self._pace.is_stream(frame.at):
            if self.status.detail == STREAMING:
                self._line.move(LinkState.READY)
            self._is_asked = False
            return True
        if self.status.detail != STREAMING:
            logger.warning("device=%s %s", self.status.device, STREAMING)
            self._line.move(LinkState.DEGRADED, STREAMING)
        was_asked, self._is_asked = self._is_asked, False
        return was_asked

    async def _identified(self, device: Identified) -> None:
        self._line.identify(device.serial)
        self._line.move(LinkState.READY)
        if self._port is not None and self._profile.on_identified:
            await self._port.write(self._profile.on_identified)

    def _accepted(self, decoded: Measured | Tightened) -> Decoded:
        if isinstance(decoded, Tightened) and self._wrench not in {None, decoded.wrench}:
            return Faulty(
                f"This is a result of wrench {decoded.wrench or 'that does not say its number'}, "
                f"and {self._wrench} is configured; take the right wrench, or change its number."
            )
        measured = decoded if isinstance(decoded, Measured) else decoded.torque
        if self._channel not in {None, measured.channel}:
            return Faulty(
                f"This value came from channel {measured.channel or 'none'} of the multiplexer, "
                f"and {self._channel} is configured; take the right gauge, or plug it in there."
            )
        said = measured.unit or self._says_unit
        if said in {None, self._unit}:
            return decoded
        return Faulty(
            f"The device measures in {said} but {self._unit} is configured; change one of them."
        )

    async def _keep(self, measured: Measured) -> None:
        quantity = _quantity(self._profile.quantity, measured, self._unit)
        judged = measured.judgement is not Judgement.NOT_JUDGED
        ok = measured.judgement is Judgement.OK if judged else None
        await self._readings.keep(values=(quantity,), ok=ok)

    async def _keep_tightening(self, result: Tightened) -> None:
        values = [_quantity(self._profile.quantity, result.torque, self._unit)]
        if result.angle is not None:
            values.append(_quantity("angle", result.angle, "deg"))
        if result.wrench is not None and result.wrench != self.status.identity:
            self._line.identify(result.wrench)
            self._line.move(LinkState.READY)
        await self._readings.keep(
            values=tuple(values),
            ok=result.ok,
            number=result.number,
            at_device=result.at_device,
            program=result.program,
        )


def _locator(settings: PortUrl, list_ports: ListPorts) -> Callable[[], str]:
    usb = settings.usb
    return (lambda: settings.path) if usb is None else (lambda: usb.find(list_ports()))


def _quantity(name: str, measured: Measured, unit: str) -> Quantity:
    return Quantity(
        name,
        measured.value,
        unit,
        low=measured.low,
        high=measured.high,
        judgement=measured.judgement,
    )


def _faulty(frame: Frame) -> Faulty | None:
    if frame.fault is None:
        return None
    if not frame.payload:
        return Faulty(f"Some values of the device are missing: {frame.fault}.")
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
