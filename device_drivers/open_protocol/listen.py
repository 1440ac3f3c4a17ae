"""Reports what a controller sends: for engineers, without a station."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.readings import FIRST_CONTACT
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.open_protocol.url import settings_from
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.readings import Curve, Reading
    from app.ports.devices import LastResult, OnStatus


async def listen(
    url: str, on_reading: Callable[[Reading], None], on_status: OnStatus | None = None
) -> None:
    """Connect and report each result until cancelled; reconnects by itself, never locks a tool.

    Raises:
        InvalidInput: the URL cannot be used; the message says why.
    """
    tool = OpenProtocolTool(
        settings_from(None, url, locks_tool=False),
        log=Reported(on_reading),
        now=lambda: datetime.now(UTC),
        back_off=BackOff(random.SystemRandom().random, cap_s=2.0),
        on_status=on_status,
    )
    await tool.run()


class Reported:
    """A result log that keeps nothing but the knowledge of what was reported."""

    def __init__(self, on_reading: Callable[[Reading], None]) -> None:
        self._on_reading = on_reading
        self._seen: set[tuple[int, str]] = set()

    async def store(self, reading: Reading) -> bool:
        if reading.state == FIRST_CONTACT:
            return True
        key = (reading.epoch, reading.result_id)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._on_reading(reading)
        return True

    async def store_curve(self, curve: Curve) -> None:
        """Not reported."""

    async def last(self, source: str) -> LastResult | None:  # noqa: ARG002  one source here
        return None
