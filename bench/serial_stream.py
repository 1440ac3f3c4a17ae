"""Four gauges that send a hundred values a second each: how late the station's heartbeat gets."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from app.ports.devices import DeviceStatus, LinkState
from bench.rows import Row, percentile
from device_drivers.local_clock import LocalClock
from device_drivers.serial.devices import SerialGauge
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from app.domain.readings import Reading

GAUGES, PER_S, SECONDS = 4, 100, 5
BEAT_S = 0.01
#: A screen that is later than this stutters.
MOST_MS = 50.0


def run() -> list[Row]:
    """On the I/O loop, and on a thread beside it as the screen's is."""
    with tempfile.TemporaryDirectory() as folder:
        stream = {"do": "stream", "value": "1.234", "count": PER_S * 3_600, "per_second": PER_S}
        (Path(folder) / "script").write_text(json.dumps(stream) + "\n")
        loop_ms, thread_ms, streaming = asyncio.run(_listen(Path(folder)))
    note = f"{streaming} of {GAUGES} streams seen as such"
    return [
        _row("heartbeat of the I/O loop, late, p99", loop_ms, note),
        _row("heartbeat of a thread beside it, late, p99", thread_ms, ""),
    ]


def _row(name: str, late_ms: list[float], note: str) -> Row:
    return Row(
        name, len(late_ms), percentile(sorted(late_ms), 0.99), "ms", most=MOST_MS, note=note
    )


async def _listen(folder: Path) -> tuple[list[float], list[float], int]:
    devices = [_gauge(folder / f"gauge{n}") for n in range(GAUGES)]
    peers = [await _simulate(folder / f"gauge{n}", folder / "script") for n in range(GAUGES)]
    running = [asyncio.ensure_future(device.run()) for device, _ in devices]
    stop, thread_ms = threading.Event(), list[float]()
    beside = threading.Thread(target=_beat_beside, args=(stop, thread_ms))
    beside.start()
    loop_ms: list[float] = []
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SECONDS):
            await _beat(loop_ms)
    stop.set()
    beside.join()
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    for peer in peers:
        peer.terminate()
        await peer.wait()
    streaming = sum(LinkState.DEGRADED in states for _, states in devices)
    return loop_ms, thread_ms, streaming


def _gauge(link: Path) -> tuple[SerialGauge, list[LinkState]]:
    states: list[LinkState] = []

    async def take(_reading: Reading) -> None:
        return

    def status_changed(status: DeviceStatus) -> None:
        states.append(status.state)

    gauge = SerialGauge(
        device=link.name,
        url=f"serial://{link}?profile=mark-10&unit=N.m",
        clock=LocalClock(),
        back_off=BackOff(lambda: 1.0, cap_s=0.2),
        on_reading=take,
        on_status=status_changed,
    )
    return gauge, states


async def _simulate(link: Path, script: Path) -> asyncio.subprocess.Process:
    command = ("device", "simulate", "torque-gauge", "--link", str(link), "--script", str(script))
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "app.cli", *command, stdout=asyncio.subprocess.DEVNULL
    )


async def _beat(late_ms: list[float]) -> None:
    while True:
        due = time.perf_counter() + BEAT_S
        await asyncio.sleep(BEAT_S)
        late_ms.append((time.perf_counter() - due) * 1e3)


def _beat_beside(stop: threading.Event, late_ms: list[float]) -> None:
    due = time.perf_counter() + BEAT_S
    while not stop.wait(BEAT_S):
        late_ms.append((time.perf_counter() - due) * 1e3)
        due = time.perf_counter() + BEAT_S
