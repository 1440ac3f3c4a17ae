"""Reports what a machine shows, as a reading, at each change: for engineers, without a station."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.readings import FIRST_CONTACT, Quantity, Reading, ReadingKind
from device_drivers.local_clock import LocalClock
from device_drivers.opcua.joining_tool import JoiningTool
from device_drivers.opcua.machine import OpcUaMachine
from device_drivers.opcua.url import JOINING, settings_from
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.readings import Curve
    from app.ports.devices import LastResult, OnStatus
    from device_drivers.opcua.url import Settings


async def listen(
    url: str, on_reading: Callable[[Reading], None], on_status: OnStatus | None = None
) -> None:
    """Connect and report each change until cancelled; reconnects by itself.

    Raises:
        InvalidInput: the URL cannot be used; the message says why.
    """
    settings = settings_from(url)
    if settings.profile == JOINING:
        await _listen_to_tool(settings, on_reading, on_status)
        return
    endpoint = settings.url
    reporter = _Reporter(endpoint, on_reading)
    machine = OpcUaMachine(
        device=endpoint,
        url=url,
        clock=reporter.clock,
        back_off=BackOff(random.SystemRandom().random, cap_s=3.0),
        on_status=on_status,
        on_change=reporter.report,
    )
    await machine.run()


async def _listen_to_tool(
    settings: Settings, on_reading: Callable[[Reading], None], on_status: OnStatus | None
) -> None:
    """Report each result; the tool is neither locked nor enabled, and nothing acknowledged."""
    source = settings.source or settings.url
    clock = LocalClock()
    tool = JoiningTool(
        source,
        settings,
        log=_Passing(on_reading),
        now=lambda: datetime.fromtimestamp(clock.now_us() / 1e6, tz=UTC),
        back_off=BackOff(random.SystemRandom().random, cap_s=3.0),
        on_status=on_status,
        locks_tool=False,
    )
    await tool.run()


class _Passing:
    """A result log that keeps nothing."""

    def __init__(self, on_reading: Callable[[Reading], None]) -> None:
        self._on_reading = on_reading

    async def store(self, reading: Reading) -> bool:
        if reading.state != FIRST_CONTACT:
            self._on_reading(reading)
        return True

    async def store_curve(self, curve: Curve) -> None:
        """Joining systems send none here."""

    async def last(self, source: str) -> LastResult | None:
        del source
        return None


class _Reporter:
    """Turns changes into readings."""

    def __init__(self, source: str, on_reading: Callable[[Reading], None]) -> None:
        self.clock = LocalClock()
        self._source = source
        self._on_reading = on_reading
        self._started_us = self.clock.now_us()
        self._count = 0

    def report(self, state: str, is_part_present: bool) -> None:
        if not state:  # offline: not a word of the machine's
            return
        self._count += 1
        present = Quantity("part_present", Decimal(int(is_part_present)), "1")
        self._on_reading(
            Reading(
                kind=ReadingKind.STATE,
                source=self._source,
                result_id=f"{self._started_us}-{self._count}",
                received_at=datetime.fromtimestamp(self.clock.now_us() / 1e6, tz=UTC),
                state=state,
                values=(present,),
            )
        )
