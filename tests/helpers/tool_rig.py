"""A tool, its simulated controller, and everything that happened between them, in order."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.errors import StorageFault
from app.domain.readings import FIRST_CONTACT, Curve, Reading, ReadingKind
from app.ports.devices import DeviceStatus, LastResult, LinkState
from device_drivers.open_protocol.settings import Settings, Times
from device_drivers.open_protocol.simulator.client import Patience
from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from device_drivers.open_protocol.simulator.vendor import load_vendor
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.supervisor import BackOff
from tests.helpers.patience import PATIENT_S

#: Short, but long against a busy machine's hiccups.
TIMES = Times(
    connect_s=2.0,
    answer_s=2.0,
    keep_alive_s=0.15,
    silence_s=0.6,
    select_s=0.15,
    close_s=0.5,
    busy_s=0.05,
)
PATIENCE = Patience(resend_s=0.1, silence_s=0.5)
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


class FakeLog:
    """A result log in memory that writes down the order of things in the rig's story."""

    def __init__(self, happened: Callable[[str], None]) -> None:
        self._happened = happened
        self.readings: dict[tuple[int, str], Reading] = {}
        self.curves: list[Curve] = []
        self.alarms: list[Reading] = []
        self.is_full = False
        self._newest: LastResult | None = None

    async def store(self, reading: Reading) -> bool:
        await asyncio.sleep(0)
        if self.is_full:
            self._happened("not stored")
            message = "no space left on device"
            raise StorageFault(message)
        if reading.state == FIRST_CONTACT:
            self._newest = LastResult(reading.epoch, reading.result_id, reading.at_device)
            return True
        if reading.kind is ReadingKind.ALARM:
            self.alarms.append(reading)
            return True
        key = (reading.epoch, reading.result_id)
        if key in self.readings:
            self._happened(f"repeat {reading.result_id}")
            return False
        self.readings[key] = reading
        self._newest = LastResult(reading.epoch, reading.result_id, reading.at_device)
        self._happened(f"stored {reading.result_id}")
        return True

    async def store_curve(self, curve: Curve) -> None:
        self.curves.append(curve)
        self._happened(f"curve {curve.result_id}")

    async def last(self, source: str) -> LastResult | None:
        assert source == "T-07"
        return self._newest


class Rig:
    """A tool, its simulated controller, and everything that happened, in order."""

    def __init__(
        self,
        times: Times,
        patience: Patience,
        *,
        vendor: str = "generic",
        settings: dict[str, Any] | None = None,
        **controller: Any,
    ) -> None:
        self.story: list[str] = []
        self.statuses: list[DeviceStatus] = []
        self._changed = asyncio.Event()
        # No rundown takes less than a second.
        seconds = itertools.count()
        self.simulator = ControllerSimulator(
            emit=self._emit,
            rng=random.Random(7),  # noqa: S311  a simulation, not a secret
            now=lambda: START + timedelta(seconds=next(seconds)),
            patience=patience,
            vendor=load_vendor(vendor),
            **controller,
        )
        self.log = FakeLog(self.happened)
        self._settings = {"times": times, **(settings or {})}
        self.tool: OpenProtocolTool

    async def start(self) -> asyncio.Task[None]:
        """Returns the tool's running task."""
        port = await self.simulator.start()
        settings = Settings("T-07", "127.0.0.1", port, **self._settings)
        self.tool = a_tool(settings, self.log, self._status_changed)
        return asyncio.create_task(self.tool.run())

    def _status_changed(self, status: DeviceStatus) -> None:
        self.statuses.append(status)
        self._changed.set()

    def happened(self, what: str) -> None:
        self.story.append(what)
        self._changed.set()

    def _emit(self, event: dict[str, Any]) -> None:
        subject = event.get("result_id", event.get("pset"))
        what: str = event["event"]
        self.happened(what if subject is None else f"{what} {subject}")

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for the condition; looks again whenever something happened."""
        async with asyncio.timeout(PATIENT_S):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def until_happened(self, what: str, times: int = 1) -> None:
        await self.until(lambda: self.story.count(what) >= times)

    async def until_state(self, state: LinkState) -> DeviceStatus:
        await self.until(lambda: self.tool.status.state is state)
        return self.tool.status

    async def do(self, **command: Any) -> None:
        await self.simulator.do(command)


def a_tool(
    settings: Settings, log: FakeLog, on_status: Callable[[DeviceStatus], None]
) -> OpenProtocolTool:
    return OpenProtocolTool(
        settings,
        log=log,
        now=lambda: datetime.now(UTC),
        back_off=BackOff(lambda: 1.0, base_s=0.01, cap_s=0.05),
        on_status=on_status,
    )


@asynccontextmanager
async def a_rig(
    times: Times = TIMES, patience: Patience = PATIENCE, **options: Any
) -> AsyncIterator[Rig]:
    rig = Rig(times, patience, **options)
    running = await rig.start()
    try:
        yield rig
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await rig.simulator.stop()
