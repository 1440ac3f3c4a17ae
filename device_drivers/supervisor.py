"""Keeps a device's link alive: connect, serve, and connect again with patience.

An outage is logged once when it begins and once when it ends, however many attempts lie between;
a driver that dies by a mistake of its own is started again.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceOffline, DeviceRefused
from app.ports.devices import DeviceStatus, LinkState, OnStatus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from app.ports.devices import Device

logger = logging.getLogger(__name__)

#: Different reasons one outage is logged with; a reason that never reads the same twice must
#: not fill the log.
MOST_REASONS = 5
#: The code of a driver that ended by itself.
DRIVER_ENDED = "device.driver"


class DeviceBusy(DeviceRefused):
    """The device serves somebody else, or still believes in our old connection."""

    code = "device.busy"

    def __init__(self, device: str, detail: str, *, retry_after_s: float) -> None:
        super().__init__(device, detail)
        self.retry_after_s = retry_after_s


@dataclass(frozen=True, slots=True)
class BackOff:
    """Full jitter: any wait up to a ceiling that doubles with each failure.

    ``rng`` yields numbers from 0 to 1.
    """

    rng: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    base_s: float = 0.5
    cap_s: float = 10.0

    def wait_s(self, failures: int) -> float:
        """How long to wait after ``failures`` (1 or more) failed attempts in a row."""
        return self.rng() * min(self.cap_s, self.base_s * 2.0 ** min(failures, 30))


class Outage:
    """What an outage is made of: each reason is logged once, then counted, until it is over."""

    def __init__(
        self, device: str, *, begins: str = "lost", ends: str = "back after %d attempts"
    ) -> None:
        self._device = device
        self._begins = begins
        self._ends = ends
        self._reasons: Counter[str] = Counter()
        self.tries = 0

    def is_news(self, reason: str) -> bool:
        """Whether ``reason`` is worth a line in the log."""
        return reason not in self._reasons and len(self._reasons) < MOST_REASONS

    def failed(self, reason: str) -> None:
        """Once more."""
        if self.is_news(reason):
            logger.warning("device=%s %s: %s", self._device, self._begins, reason)
            self._reasons[reason] = 0
        self.tries += 1
        if reason in self._reasons:
            self._reasons[reason] += 1

    def over(self) -> None:
        """All is well again."""
        if self.tries:
            counts = ", ".join(f"{reason} ({n})" for reason, n in self._reasons.items())
            told = f": {counts}" if len(self._reasons) > 1 else ""
            logger.info("device=%s %s%s", self._device, self._ends % self.tries, told)
        self._reasons.clear()
        self.tries = 0


class StatusLine:
    """The status of one device: every change is published, an outage is logged once."""

    def __init__(self, device: str, on_status: OnStatus | None = None) -> None:
        self._on_status = on_status
        self._current = DeviceStatus(device, LinkState.DISCONNECTED)
        self.outage = Outage(device)

    @property
    def current(self) -> DeviceStatus:
        return self._current

    @property
    def failures(self) -> int:
        """Attempts in a row that ended before the device was ready."""
        return self.outage.tries

    def move(self, state: LinkState, detail: str | None = None) -> None:
        """The link is in ``state`` now."""
        if state is LinkState.READY:
            self.outage.over()
        code = self._current.code if state is LinkState.CONNECTING else None
        self._publish(
            replace(self._current, state=state, detail=detail, code=code, tries=self.failures)
        )

    def identify(self, identity: str) -> None:
        """The device said who it is."""
        self._publish(
            replace(self._current, state=LinkState.IDENTIFIED, detail=None, identity=identity)
        )

    def value_seen(self, at: datetime) -> None:
        """A value arrived."""
        self._publish(replace(self._current, last_value_at=at))

    def lost(self, reason: str, code: str = DeviceOffline.code) -> None:
        """An attempt failed or the link broke; ``code`` is the fault's."""
        self.outage.failed(reason)
        state = LinkState.DISCONNECTED
        self._publish(
            replace(self._current, state=state, detail=reason, code=code, tries=self.failures)
        )

    def _publish(self, status: DeviceStatus) -> None:
        if status == self._current:
            return
        self._current = status
        if self._on_status is not None:
            self._on_status(status)


async def supervise(
    serve: Callable[[], Awaitable[None]], *, line: StatusLine, back_off: BackOff
) -> None:
    """Run ``serve`` again and again until cancelled.

    ``serve`` makes one connection, moves ``line`` up to READY and ends, or raises a
    :class:`DeviceFault`, when the link is lost.
    """
    while True:
        line.move(LinkState.CONNECTING, line.current.detail)
        try:
            fault = await _attempt(serve, line)
        except asyncio.CancelledError:
            line.move(LinkState.DISCONNECTED, "stopped")
            raise
        line.lost(fault.detail, fault.code)
        least_s = fault.retry_after_s if isinstance(fault, DeviceBusy) else 0.0
        await back_off.sleep(max(least_s, back_off.wait_s(line.failures)))


async def keep_running(
    device: Device, *, back_off: BackOff, on_ended: Callable[[str, int], None]
) -> None:
    """Run ``device`` until cancelled, and start it again whenever its driver ends by itself.

    A driver is made to run for ever, so each end is a mistake: it is logged once with its
    traceback, and ``on_ended`` is told why, and how often in a row.
    """
    outage = Outage(device.status.device)
    while True:
        reason = await _until_ended(device, outage)
        outage.failed(reason)
        on_ended(reason, outage.tries)
        await back_off.sleep(back_off.wait_s(outage.tries))


async def _until_ended(device: Device, outage: Outage) -> str:
    """Run it once; returns why it ended."""
    try:
        await device.run()
    except Exception as error:
        # The supervision loop: one driver's mistake must not end the station.
        reason = f"its driver stopped ({type(error).__name__}: {error})"
        if outage.is_news(reason):
            logger.exception("device=%s driver stopped", device.status.device)
        return reason
    return "its driver ended by itself"


async def _attempt(serve: Callable[[], Awaitable[None]], line: StatusLine) -> DeviceFault:
    """One connection, from start to end; returns why it ended."""
    device = line.current.device
    try:
        await serve()
    except DeviceFault as fault:
        return fault
    except Exception as error:
        # The supervision loop: one bad telegram must not end a device for the shift.
        detail = f"unexpected failure: {error!r}"
        if line.outage.is_news(detail):
            logger.exception("device=%s failed unexpectedly", device)
        return DeviceOffline(device, detail)
    return DeviceOffline(device, "the connection ended")
