"""Reconnecting: with patience, for ever, and without filling the log."""

from __future__ import annotations

import asyncio
import logging

import pytest

from app.domain.errors import DeviceOffline, DeviceTimeout
from app.domain.readings import Reading, ReadingKind
from app.ports.devices import DeviceStatus, LinkState
from device_drivers.local_clock import LocalClock
from device_drivers.serial.frames import Frame
from device_drivers.serial.reading_source import ReadingSource
from device_drivers.supervisor import MOST_REASONS, BackOff, DeviceBusy, StatusLine, supervise


class Script:
    """Serves by a list of endings, then for ever."""

    def __init__(self, line: StatusLine, *endings: Exception | None) -> None:
        self._line = line
        self._endings = list(endings)
        self.is_up = asyncio.Event()

    async def serve(self) -> None:
        if self._endings:
            ending = self._endings.pop(0)
            if ending is not None:
                raise ending
            self._line.move(LinkState.READY)
            return
        self._line.move(LinkState.READY)
        self.is_up.set()
        await asyncio.Event().wait()


class Sleeper:
    """Remembers how long it was asked to sleep, and does not."""

    def __init__(self) -> None:
        self.waits_s: list[float] = []

    async def __call__(self, wait_s: float) -> None:
        self.waits_s.append(wait_s)
        await asyncio.sleep(0)


async def run_until_up(line: StatusLine, script: Script, rng_value: float = 1.0) -> Sleeper:
    sleeper = Sleeper()
    back_off = BackOff(lambda: rng_value, sleeper, base_s=1.0, cap_s=8.0)
    running = asyncio.create_task(supervise(script.serve, line=line, back_off=back_off))
    await script.is_up.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    return sleeper


async def test_waits_double_up_to_a_ceiling_and_start_over_after_success() -> None:
    line = StatusLine("T-07")
    offline = DeviceOffline("T-07", "connection refused")
    script = Script(line, *[offline] * 5, None, offline)
    sleeper = await run_until_up(line, script)
    assert sleeper.waits_s == [1.0 * 2, 4.0, 8.0, 8.0, 8.0, 2.0, 4.0]


async def test_jitter_takes_any_part_of_the_ceiling() -> None:
    assert BackOff(lambda: 0.25, base_s=1.0, cap_s=8.0).wait_s(1) == 0.5
    assert BackOff(lambda: 1.0, base_s=1.0, cap_s=8.0).wait_s(10_000) == 8.0


async def test_a_busy_device_is_left_alone_for_as_long_as_it_needs() -> None:
    line = StatusLine("T-07")
    script = Script(line, DeviceBusy("T-07", "another client", retry_after_s=15.0))
    assert (await run_until_up(line, script)).waits_s == [15.0]


async def test_a_bug_of_ours_does_not_end_the_device(caplog: pytest.LogCaptureFixture) -> None:
    line = StatusLine("T-07")
    script = Script(line, ZeroDivisionError("oops"))
    await run_until_up(line, script)
    assert "failed unexpectedly" in caplog.text


async def test_an_outage_is_logged_once_when_it_begins_and_once_when_it_ends(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    line = StatusLine("T-07")
    await run_until_up(line, Script(line, *[DeviceOffline("T-07", "cable pulled")] * 20))
    messages = [record.getMessage() for record in caplog.records]
    assert messages == [
        "device=T-07 lost: cable pulled",
        "device=T-07 back after 20 attempts",
    ]


async def test_another_reason_in_the_same_outage_is_logged_once_too_and_all_are_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    line = StatusLine("T-07")
    reasons = ["cable pulled", "cable pulled", "busy", "cable pulled", "busy"]
    await run_until_up(line, Script(line, *[DeviceOffline("T-07", r) for r in reasons]))
    assert [record.getMessage() for record in caplog.records] == [
        "device=T-07 lost: cable pulled",
        "device=T-07 lost: busy",
        "device=T-07 back after 5 attempts: cable pulled (3), busy (2)",
    ]


async def test_a_reason_that_never_reads_the_same_twice_does_not_fill_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    line = StatusLine("T-07")
    faults = [DeviceOffline("T-07", f"port {number} is gone") for number in range(100)]
    await run_until_up(line, Script(line, *faults))
    assert len(caplog.records) == MOST_REASONS


async def test_the_same_bug_of_ours_is_logged_with_one_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    line = StatusLine("T-07")
    await run_until_up(line, Script(line, *[ZeroDivisionError("oops")] * 20))
    assert len([record for record in caplog.records if record.exc_info]) == 1


async def test_a_status_says_what_kind_of_fault_and_how_often() -> None:
    seen: list[DeviceStatus] = []
    line = StatusLine("T-07", seen.append)
    busy = DeviceBusy("T-07", "another client", retry_after_s=1.0)
    await run_until_up(line, Script(line, DeviceTimeout("T-07", "silent"), busy))
    told = [(s.code, s.tries) for s in seen if s.state is LinkState.DISCONNECTED]
    assert told == [("device.timeout", 1), ("device.busy", 2), (None, 0)]


async def test_what_is_not_understood_is_logged_once_and_once_when_it_is_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)

    async def keep(_: Reading) -> None:
        """Somebody has it."""

    source = ReadingSource(StatusLine("G-12"), LocalClock(), ReadingKind.MEASUREMENT, keep)
    for _ in range(500):
        await source.quarantine(Frame(b"?"), "no value of its format")
    await source.keep(text="1.000")
    assert [record.getMessage() for record in caplog.records] == [
        "device=G-12 not understood: no value of its format",
        "device=G-12 understood again after 500 texts",
    ]


async def test_every_change_is_published_and_the_reason_stays_visible_while_trying() -> None:
    seen: list[DeviceStatus] = []
    line = StatusLine("T-07", seen.append)
    await run_until_up(line, Script(line, DeviceOffline("T-07", "cable pulled")))
    assert [(status.state.value, status.detail) for status in seen] == [
        ("connecting", None),
        ("disconnected", "cable pulled"),
        ("connecting", "cable pulled"),
        ("ready", None),
        ("disconnected", "stopped"),
    ]
