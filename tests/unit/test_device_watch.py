"""Looking after a driver: its age, its troubles, its restarts, and what is kept of its wire."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from app.ports.devices import DeviceStatus, LinkState
from device_drivers.device_watch import HEARD_EVERY_US, DeviceWatch
from device_drivers.ring_file import Record, Recorder, read_ring, ring_name
from device_drivers.scan_mask import ScanMask
from device_drivers.supervisor import BackOff
from device_drivers.wiretap import current_tap

OFFLINE = DeviceStatus(
    "T-07", LinkState.DISCONNECTED, detail="connection refused", code="device.offline", tries=1
)
READY = DeviceStatus("T-07", LinkState.READY, identity="Atlas PF6000")


class FakeClock:
    """Stands still until moved."""

    boot = "test"

    def __init__(self) -> None:
        self.us = 1_000_000_000

    def now_us(self) -> int:
        return self.us

    def mono_ns(self) -> int:
        return self.us * 1000


class Watched:
    """A watch, what it published, and the ring it wrote."""

    def __init__(self, folder: Path, mask: ScanMask | None = None) -> None:
        self.clock = FakeClock()
        self.folder = folder
        self.recorder = Recorder(folder)
        self.recorder.open()
        self.published: list[DeviceStatus] = []
        self.heard: list[DeviceStatus] = []
        self.watch = DeviceWatch(
            "T-07",
            tier="silver",
            clock=self.clock,
            recorder=self.recorder,
            on_status=self.published.append,
            on_heard=self.heard.append,
            mask=mask,
        )

    def records(self) -> list[Record]:
        self.recorder.close()
        return list(read_ring(self.folder / ring_name("T-07")))


class DyingDriver:
    """Ends a few times by a mistake of its own, then runs."""

    def __init__(self, *mistakes: Exception | None) -> None:
        self.status = READY
        self._mistakes = list(mistakes)
        self.runs = asyncio.Event()

    async def run(self) -> None:
        if self._mistakes:
            mistake = self._mistakes.pop(0)
            if mistake is not None:
                raise mistake
            return
        self.runs.set()
        await asyncio.Event().wait()


async def no_wait(_: float) -> None:
    await asyncio.sleep(0)


async def run_until_it_runs(watched: Watched, driver: DyingDriver) -> None:
    back_off = BackOff(lambda: 1.0, no_wait)
    running = asyncio.create_task(watched.watch.run(driver, back_off))
    await driver.runs.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


@pytest.mark.allow_warnings
async def test_a_driver_that_dies_is_started_again_and_it_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watched = Watched(tmp_path)
    await run_until_it_runs(watched, DyingDriver(*[KeyError("x")] * 3, None))
    words = [(s.state, s.code, s.tries) for s in watched.published]
    assert words == [(LinkState.DISCONNECTED, "device.driver", n) for n in (1, 2, 3, 4)]
    assert "KeyError" in (watched.published[0].detail or "")
    assert "ended by itself" in (watched.published[3].detail or "")
    tracebacks = [record for record in caplog.records if record.exc_info]
    assert len(tracebacks) == 1
    watched.recorder.close()


async def test_the_driver_s_wire_is_heard_and_no_other(tmp_path: Path) -> None:
    watched = Watched(tmp_path)

    class Driver(DyingDriver):
        async def run(self) -> None:
            current_tap().sent(b"question")
            current_tap().received(b"answer")
            await super().run()

    await run_until_it_runs(watched, Driver())
    current_tap().received(b"somebody else's")
    kept = [(record.what, record.payload) for record in watched.records()]
    assert kept == [("out", b"question"), ("in", b"answer")]


def test_a_trouble_is_counted_while_it_lasts_and_remembered_when_it_is_over(
    tmp_path: Path,
) -> None:
    watched = Watched(tmp_path)
    watched.watch.status_changed(OFFLINE)
    began = watched.published[-1].trouble
    watched.clock.us += 9_000_000
    watched.watch.status_changed(replace(OFFLINE, tries=4))
    lasting = watched.published[-1].trouble
    watched.clock.us += 1_000_000
    watched.watch.status_changed(READY)
    over = watched.published[-1].trouble
    assert began is not None
    assert lasting == replace(began, count=4)
    assert over is not None
    assert over.ended_at is not None
    assert (over.ended_at - over.began_at).total_seconds() == 10
    assert over.words == "connection refused"
    watched.watch.status_changed(replace(OFFLINE, detail="cable"))
    again = watched.published[-1].trouble
    assert again is not None
    assert (again.words, again.count, again.ended_at) == ("cable", 1, None)
    watched.recorder.close()


def test_the_time_in_a_state_starts_when_it_is_entered(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    watched.watch.status_changed(READY)
    entered = watched.published[-1].since
    watched.clock.us += 60_000_000
    watched.watch.status_changed(replace(READY, identity="renamed"))
    assert watched.published[-1].since == entered
    watched.watch.status_changed(OFFLINE)
    assert watched.published[-1].since != entered
    watched.recorder.close()


def test_the_health_age_is_told_now_and_then_and_not_for_each_byte(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    watched.watch.status_changed(READY)
    for _ in range(100):
        watched.watch.received(b"9")
        watched.clock.us += HEARD_EVERY_US // 10
    assert 9 <= len(watched.heard) <= 11
    assert len(watched.published) == 1
    ages = [status.heard_at for status in watched.heard]
    assert all(at is not None for at in ages)
    assert len(set(ages)) == len(ages)
    watched.recorder.close()


def test_an_outage_of_a_week_leaves_one_line_in_the_ring(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    for tries in range(1, 500):
        watched.watch.status_changed(replace(OFFLINE, tries=tries))
        watched.watch.status_changed(replace(OFFLINE, state=LinkState.CONNECTING, tries=tries))
    watched.watch.status_changed(READY)
    states = [record.note["state"] for record in watched.records()]
    assert states == ["disconnected", "ready"]


@pytest.mark.parametrize("sizes", [1, 3, 100], ids="{} bytes at a time".format)
def test_a_badge_never_reaches_the_ring_however_it_is_cut(tmp_path: Path, sizes: int) -> None:
    watched = Watched(tmp_path, ScanMask(lambda code: code.startswith("P:")))
    sent = b"]C0BADGE-0417\rP:6204;L:7\r\nodd-99\r"
    for at in range(0, len(sent), sizes):
        watched.watch.received(sent[at : at + sizes])
        watched.clock.us += 100
    watched.watch.ended("unplugged")
    kept = b"".join(r.payload for r in watched.records() if r.what == "in")
    assert kept == b"]x9xxxxx-9999\rP:6204;L:7\r\nxxx-99\r"


def test_a_code_without_an_end_is_masked_when_the_pause_says_so(tmp_path: Path) -> None:
    watched = Watched(tmp_path, ScanMask(lambda _: False))
    watched.watch.received(b"BADGE-")
    watched.clock.us += 1_000_000
    watched.watch.received(b"417")
    watched.watch.ended("unplugged")
    kept = [r.payload for r in watched.records() if r.what == "in"]
    assert kept == [b"xxxxx-", b"999"]
