"""Keeps a device's link alive: connect, serve, and connect again with patience.

An outage is logged once when it begins and once when it ends, however many attempts lie between.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceOffline, DeviceRefused
from app.ports.devices import DeviceStatus, LinkState, OnStatus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

logger = logging.getLogger(__name__)


class DeviceBusy(DeviceRefused):
    """The device serves somebody else, or still believes in our old connection."""

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


class StatusLine:
    """The status of one device: every change is published, an outage is logged once."""

    def __init__(self, device: str, on_status: OnStatus | None = None) -> None:
        self._on_status = on_status
        self._current = DeviceStatus(device, LinkState.DISCONNECTED)
        #: Attempts in a row that ended before the device was ready.
        self.failures = 0
        self._is_out = False

    @property
    def current(self) -> DeviceStatus:
        return self._current

    def move(self, state: LinkState, detail: str | None = None) -> None:
        """The link is in ``state`` now."""
        if state is LinkState.READY:
            self._back()
        self._publish(replace(self._current, state=state, detail=detail))

    def identify(self, identity: str) -> None:
        """The device said who it is."""
        self._publish(
            replace(self._current, state=LinkState.IDENTIFIED, detail=None, identity=identity)
        )

    def value_seen(self, at: datetime) -> None:
        """A value arrived."""
        self._publish(replace(self._current, last_value_at=at))

    def lost(self, reason: str) -> None:
        """An attempt failed or the link broke."""
        if not self._is_out:
            logger.warning("device=%s lost: %s", self._current.device, reason)
        self._is_out = True
        self.failures += 1
        self._publish(replace(self._current, state=LinkState.DISCONNECTED, detail=reason))

    def _back(self) -> None:
        if self._is_out:
            logger.info("device=%s back after %d attempts", self._current.device, self.failures)
        self._is_out = False
        self.failures = 0

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
            fault = await _attempt(serve, line.current.device)
        except asyncio.CancelledError:
            line.move(LinkState.DISCONNECTED, "stopped")
            raise
        line.lost(fault.detail)
        least_s = fault.retry_after_s if isinstance(fault, DeviceBusy) else 0.0
        await back_off.sleep(max(least_s, back_off.wait_s(line.failures)))


async def _attempt(serve: Callable[[], Awaitable[None]], device: str) -> DeviceFault:
    """One connection, from start to end; returns why it ended."""
    try:
        await serve()
    except DeviceFault as fault:
        return fault
    except Exception as error:
        # The supervision loop: one bad telegram must not end a device for the shift.
        logger.exception("device=%s failed unexpectedly", device)
        return DeviceOffline(device, f"unexpected failure: {error!r}")
    return DeviceOffline(device, "the connection ended")
