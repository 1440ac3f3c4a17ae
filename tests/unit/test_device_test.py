"""Testing a device from the health page: nothing moves, nothing counts, and it says what came."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.domain.errors import DeviceOffline
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome, Photo, PrintJob
from app.services.device_test import TEST, DeviceTest, TestDevice
from app.services.long_work import LongWork
from tests.helpers.station_rig import Rig, station_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.services.work_state import Ending

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


class FakePrinter:
    def __init__(self, answer: CommandResult) -> None:
        self.answer = answer
        self.jobs: list[PrintJob] = []

    async def print(self, job: PrintJob) -> CommandResult:
        self.jobs.append(job)
        return self.answer


class FakeCamera:
    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there

    async def photo(self) -> Photo:
        if not self.is_there:
            camera = "C-1"
            raise DeviceOffline(camera, "it is not plugged in")
        return Photo(b"jpeg", 1920, 1080, NOW)


class FakeAskedGauge:
    """Answers, when it is asked, with a sign of life."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig

    async def request(self) -> None:
        status = DeviceStatus("G-12", LinkState.READY, heard_at=NOW)
        self._rig.station.device_heard(status)


@asynccontextmanager
async def bench(
    folder: Path, *, answer: Outcome = Outcome.CONFIRMED, has_camera: bool = True
) -> AsyncIterator[tuple[Rig, FakePrinter]]:
    async with station_at(folder) as rig:
        printer = FakePrinter(CommandResult(answer, words="cover open"))
        test = DeviceTest(
            board=rig.station.board,
            works=LongWork(rig.station.board, rig.clock),
            printers={"P-1": printer},  # type: ignore[dict-item]  # only prints
            cameras={"C-1": FakeCamera(is_there=has_camera)},  # type: ignore[dict-item]
            gauges={"G-12": FakeAskedGauge(rig)},  # type: ignore[dict-item]
            new_job=lambda: "job-1",
            now_text=lambda: "2026-11-21 07:00",
        )
        test.add_to(rig.station.acts)
        rig.station.catch_scan = test.catches
        for name in ("P-1", "C-1", "G-12", "S-1", "T-07"):
            rig.station.device_changed(DeviceStatus(name, LinkState.READY, identity=f"{name} 3.4"))
        settings = replace(rig.state.settings, devices=(("S-1", "scanner"), ("T-07", "tool")))
        rig.station.board.update(settings=settings)
        yield rig, printer


async def try_out(rig: Rig, device: str) -> Ending:
    await rig.station.do(TestDevice(device))
    state = await rig.until(lambda s: any(w.name == TEST + device and w.is_over for w in s.works))
    ending = next(w for w in state.works if w.name == TEST + device).ending
    assert ending is not None
    return ending


async def test_a_device_that_is_not_there_is_not_tested(tmp_path: Path) -> None:
    async with bench(tmp_path) as (rig, _):
        await rig.station.do(TestDevice("X-9"))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "test.no_device"


async def test_a_tool_that_may_turn_is_left_alone(tmp_path: Path) -> None:
    async with bench(tmp_path) as (rig, _):
        await rig.to_bolts()
        await rig.station.do(TestDevice("T-07"))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "test.in_use"
        assert rig.state.tool is not None
        assert rig.state.tool.is_armed


@pytest.mark.parametrize(
    ("answer", "code"),
    [(Outcome.CONFIRMED, "test.printed"), (Outcome.REJECTED, "test.failed")],
)
async def test_a_printer_prints_one_label_that_says_test(
    tmp_path: Path, answer: Outcome, code: str
) -> None:
    async with bench(tmp_path, answer=answer) as (rig, printer):
        assert (await try_out(rig, "P-1")).code == code
        assert [job.label.kind for job in printer.jobs] == ["test"]


@pytest.mark.parametrize(("has_camera", "code"), [(True, "test.picture"), (False, "test.failed")])
async def test_a_camera_gives_a_picture_that_nobody_keeps(
    tmp_path: Path, has_camera: bool, code: str
) -> None:
    async with bench(tmp_path, has_camera=has_camera) as (rig, _):
        assert (await try_out(rig, "C-1")).code == code
        assert rig.state.photo is None


async def test_a_scan_for_the_test_does_nothing_else_and_the_next_one_does(tmp_path: Path) -> None:
    async with bench(tmp_path) as (rig, _):
        await rig.station.do(TestDevice("S-1"))
        await rig.until(lambda s: any(w.name == TEST + "S-1" for w in s.works))
        await rig.until(lambda _: rig.station.catch_scan("BADGE-417"))
        state = await rig.until(lambda s: any(w.is_over for w in s.works))
        ending = state.works[0].ending
        assert ending is not None
        assert (ending.code, ending.facts) == ("test.code", {"count": "9"})
        assert rig.state.person is None
        await rig.scan("BADGE-417")
        assert rig.state.person is not None


async def test_a_gauge_is_asked_for_its_value(tmp_path: Path) -> None:
    async with bench(tmp_path) as (rig, _):
        assert (await try_out(rig, "G-12")).code == "test.value"


async def test_a_tool_only_says_who_it_is(tmp_path: Path) -> None:
    async with bench(tmp_path) as (rig, _):
        ending = await try_out(rig, "T-07")
        assert (ending.code, ending.facts) == ("test.there", {"identity": "T-07 3.4"})
