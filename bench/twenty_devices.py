"""Tap, scan, result and change of the screen while twenty devices chatter at the station.

As bench/screen_latency.py, with the eighteen devices of bench/neighbours.py on two cores.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from bench.long_journal import scratch_folder
from bench.screen_latency import MOST_LATE_MS, MOST_MS, measured, row_of, rows_of, spawn

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from pathlib import Path

    from bench.rows import Row


def run() -> list[Row]:
    """One station, one unit, eighteen neighbours."""
    seen = asyncio.run(measured(scratch_folder(), _neighbours))
    return [
        *rows_of("20 devices: tap on a key to its digit on the screen", seen.tapped, MOST_MS),
        *rows_of("20 devices: scan to the filled slot on the screen", seen.scanned, MOST_MS),
        *rows_of("20 devices: 0061 to its committed event", seen.committed, None),
        *rows_of("20 devices: 0061 to its value on the screen", seen.painted, MOST_MS),
        *rows_of("20 devices: tap to another face, drawn", seen.turned, MOST_LATE_MS),
        row_of("20 devices: heartbeat of the screen's thread, late, p99", seen.late, 0.99, None),
        row_of("20 devices: the same, latest", seen.late, 1.0, None),
    ]


async def _neighbours(folder: Path, stack: AsyncExitStack) -> list[tuple[str, str, str]]:
    process = await spawn(stack, "bench.neighbours", str(folder))
    assert process.stdout is not None
    return [tuple(device) for device in json.loads(await process.stdout.readline())]
