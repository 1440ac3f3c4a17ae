"""Reports what a Modbus gauge measures: for engineers, without a station."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from device_drivers.local_clock import LocalClock
from device_drivers.serial.modbus.gauge import ModbusGauge
from device_drivers.serial.modbus.modbus_url import parse_modbus_url
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.readings import Reading
    from app.ports.devices import OnStatus


async def listen(
    url: str, on_reading: Callable[[Reading], None], on_status: OnStatus | None = None
) -> None:
    """Report each new value until cancelled; of a map without ``ready`` the present one, once.

    Raises:
        InvalidInput: the URL or its register map cannot be used; the message says why.
    """

    async def report(reading: Reading) -> None:
        on_reading(reading)

    settings = parse_modbus_url(url)
    gauge = ModbusGauge(
        device=f"{settings.line} device {settings.device}",
        url=url,
        clock=LocalClock(),
        back_off=BackOff(random.SystemRandom().random, cap_s=2.0),
        on_reading=report,
        lines={},
        on_status=on_status,
    )
    if settings.map.ready is None:
        await gauge.request()
    await gauge.run()
