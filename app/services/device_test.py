"""Testing a device from the health page; safe by construction: nothing moves, nothing is counted.

A printer prints a test label, a camera takes a picture that nobody keeps, a scanner reads a code
that does nothing, a gauge gives its value while no step wants it; a tool and a machine are only
asked whether they are there.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from app.domain.errors import DeviceFault
from app.domain.instructions import MeasureStep
from app.domain.labels import sample_label
from app.domain.refusal import Refusal
from app.ports.devices import LinkState, PrintJob
from app.services.acts import Act
from app.services.work_state import Ending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from app.ports.devices import Camera, DeviceStatus, Gauge, LabelPrinter
    from app.services.acts import Acts
    from app.services.long_work import LongWork, Told
    from app.services.state_board import StateBoard

#: How long a person has to scan or press, and a device to answer.
WAIT_S = 20.0
#: The work of testing a device is called this and its name.
TEST = "test."


@dataclass(frozen=True, slots=True)
class TestDevice(Act):
    """Somebody wants to see whether ``device`` does its part."""

    __test__ = False
    device: str


@runtime_checkable
class AsksForValue(Protocol):
    """A gauge that can be asked for its value."""

    async def request(self) -> None: ...


class DeviceTest:
    """Runs on the I/O loop; ``new_job`` makes an id for a label, ``now_text`` its time."""

    def __init__(
        self,
        *,
        board: StateBoard,
        works: LongWork,
        printers: Mapping[str, LabelPrinter],
        cameras: Mapping[str, Camera],
        gauges: Mapping[str, Gauge],
        new_job: Callable[[], str],
        now_text: Callable[[], str],
    ) -> None:
        self._board = board
        self._works = works
        self._printers = printers
        self._cameras = cameras
        self._gauges = gauges
        self._new_job = new_job
        self._now_text = now_text
        self._scan: asyncio.Future[str] | None = None

    def add_to(self, acts: Acts) -> None:
        acts.add(TestDevice, self._test)

    def catches(self, raw: str) -> bool:
        """Whether a scan was meant for a test: then it does nothing else."""
        waiting = self._scan
        if waiting is None or waiting.done():
            return False
        waiting.set_result(raw)
        return True

    async def _test(self, act: TestDevice) -> Refusal | None:
        status = self._status(act.device)
        if status is None:
            return Refusal("test.no_device", {"device": act.device})
        if self._is_in_use(act.device):
            return Refusal("test.in_use", {"device": act.device})

        async def job(_told: Told) -> Ending:
            try:
                async with asyncio.timeout(WAIT_S):
                    return await self._way(act.device)(act.device)
            except TimeoutError:
                return _bad("test.silent", seconds=f"{WAIT_S:g}")
            except DeviceFault as fault:
                return _bad("test.failed", why=fault.detail)

        return self._works.start(TEST + act.device, job, about=act.device)

    def _way(self, device: str) -> Callable[[str], Awaitable[Ending]]:
        kinds = dict(self._board.state.settings.devices)
        if device in self._printers:
            return self._print
        if device in self._cameras:
            return self._picture
        if device in self._gauges:
            return self._value
        return self._code if kinds.get(device) == "scanner" else self._presence

    async def _print(self, device: str) -> Ending:
        station = self._board.state.station.station
        label = sample_label(station, device, self._now_text())
        result = await self._printers[device].print(PrintJob(self._new_job(), label))
        if result.is_confirmed:
            return Ending("test.printed", is_ok=True)
        return _bad("test.failed", why=result.words or result.code or result.outcome.value)

    async def _picture(self, device: str) -> Ending:
        photo = await self._cameras[device].photo()
        facts = {"width": str(photo.width_px), "height": str(photo.height_px)}
        return Ending("test.picture", is_ok=True, facts=facts)

    async def _value(self, device: str) -> Ending:
        """Its next sign of life; it is asked for one where it can be."""
        before = self._status(device)
        gauge = self._gauges[device]
        if isinstance(gauge, AsksForValue):
            await gauge.request()
        while True:
            now = self._status(device)
            if now is not None and before is not None and now.heard_at != before.heard_at:
                return Ending("test.value", is_ok=True)
            await asyncio.sleep(0.1)

    async def _code(self, _device: str) -> Ending:
        self._scan = asyncio.get_running_loop().create_future()
        try:
            raw = await self._scan
        finally:
            self._scan = None
        return Ending("test.code", is_ok=True, facts={"count": str(len(raw))})

    async def _presence(self, device: str) -> Ending:
        status = self._status(device)
        if status is None or status.state is not LinkState.READY:
            why = "" if status is None else status.detail or status.state.value
            return _bad("test.failed", why=why)
        return Ending("test.there", is_ok=True, facts={"identity": status.identity or device})

    def _is_in_use(self, device: str) -> bool:
        """A tool that may turn, a gauge whose value would count."""
        state = self._board.state
        if state.tool is not None and state.tool.tool == device and state.tool.is_armed:
            return True
        current = None if state.run is None else state.run.current
        step = None if current is None else current.step
        return isinstance(step, MeasureStep) and step.gauge == device

    def _status(self, device: str) -> DeviceStatus | None:
        return next((d for d in self._board.state.devices if d.device == device), None)


def _bad(code: str, **facts: str) -> Ending:
    return Ending(code, is_ok=False, facts=facts)
