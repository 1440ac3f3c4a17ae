"""What the server's answers cost as its log grows ten and a hundred times: it should stay flat."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from app.domain.plant import Lot
from bench.long_journal import scratch_folder
from bench.plant import serving
from bench.pusher import pusher, until_drawn
from bench.rows import Row, Times, median_row
from bench.scale import scaled

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bench.plant import Serving
    from bench.pusher import Pusher

SAMPLES = 60
#: Not counted: the first of each find nothing prepared.
WARM_UPS = 10
FILL_SIZE = 500
PUSH_SIZE = 20
DOCUMENTS = 100
#: Of the smallest log's; what is asked for is of the same size each time.
MOST_RATIO = 1.5


def run() -> list[Row]:
    """One server, on its own file, asked the same questions at three sizes of its log."""
    with serving(scratch_folder() / "data") as server:
        return asyncio.run(_measure(server))


async def _measure(server: Serving) -> list[Row]:
    fills = scaled(100)
    filler = await pusher(server, "FILLER", pushes=fills, size=FILL_SIZE, curves=False)
    asker = await pusher(
        server, "ASKER", pushes=3 * (SAMPLES + WARM_UPS), size=PUSH_SIZE, curves=False
    )
    await _publish(filler)
    rows: list[Row] = []
    first: dict[str, Times] = {}
    pushed = 0
    for size in (fills // 100, fills // 10, fills):
        await filler.push(max(size, 1) - pushed)
        pushed = max(size, 1)
        await until_drawn(server, filler.client)
        for what, ask in _questions(asker).items():
            name = f"log of {pushed * FILL_SIZE:,} events: {what}"
            times = Times(name, await _timed_often(ask))
            base = first.setdefault(what, times)
            await until_drawn(server, filler.client)
            is_first = base is times
            rows.append(median_row(times) if is_first else _grown(times, base))
    await filler.client.aclose()
    await asker.client.aclose()
    return sorted(rows, key=lambda row: row.name.partition(": ")[2])


def _grown(times: Times, base: Times) -> Row:
    return median_row(times, base, most=MOST_RATIO)


async def _publish(pusher: Pusher) -> None:
    for number in range(DOCUMENTS):
        lot = {"lot": f"L-{number}", "part": "SKF-6204"}
        reply = await pusher.client.put(f"/v1/documents/{Lot.KIND}/L-{number}", json=lot)
        assert reply.status_code == 200, reply.text


def _questions(asker: Pusher) -> dict[str, Callable[[], Awaitable[object]]]:
    unit = "FILLER-0000000"

    async def get(path: str) -> None:
        reply = await asker.client.get(path, headers=asker.station.headers)
        assert reply.status_code == 200, reply.text

    feed = f"/v1/sync/feed?generation={asker.station.generation}&after=0&limit=500&wait_s=0"
    return {
        f"push of {PUSH_SIZE}": lambda: asker.push(1),
        f"feed of {DOCUMENTS} documents": lambda: get(feed),
        "unit record": lambda: get(f"/v1/units/{unit}"),
        "where-used of a serial": lambda: get(f"/v1/where-used/GS-{unit}"),
    }


async def _timed_often(ask: Callable[[], Awaitable[object]]) -> list[float]:
    took = []
    for _ in range(WARM_UPS + SAMPLES):
        began = time.perf_counter()
        await ask()
        took.append((time.perf_counter() - began) * 1e6)
    return took[WARM_UPS:]
