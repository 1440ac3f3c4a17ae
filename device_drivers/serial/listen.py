"""Reports what a scanner, gauge or scale sends: for engineers, without a station."""

from __future__ import annotations

import logging
import random
from typing import TYPE_CHECKING

from device_drivers.local_clock import LocalClock
from device_drivers.serial.devices import SerialGauge, SerialScanner
from device_drivers.serial.port_url import parse_port_url
from device_drivers.serial.profiles import GAUGES
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.readings import Reading
    from app.ports.devices import OnStatus

logger = logging.getLogger(__name__)


async def listen(
    url: str, on_reading: Callable[[Reading], None], on_status: OnStatus | None = None
) -> None:
    """Open the port and report each reading until cancelled; reopens it by itself.

    Raises:
        InvalidInput: the URL cannot be used; the message says why.
    """

    async def report(reading: Reading) -> None:
        on_reading(reading)

    settings = parse_port_url(url)
    profile = GAUGES.get(settings.profile)
    back_off = BackOff(random.SystemRandom().random, cap_s=2.0)
    clock = LocalClock()
    if profile is None:
        scanner = SerialScanner(
            device=settings.path,
            url=url,
            clock=clock,
            back_off=back_off,
            on_reading=report,
            on_status=on_status,
        )
        await scanner.run()
        return
    if settings.unit is None:
        logger.warning("%s: no unit= in the URL; showing %s", url, profile.usual_unit)
    gauge = SerialGauge(
        device=settings.path,
        url=url,
        clock=clock,
        back_off=back_off,
        on_reading=report,
        on_status=on_status,
        unit=settings.unit or profile.usual_unit,
    )
    await gauge.run()
