"""Stations that push what was written and packed beforehand, so that only the server is timed."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
import msgspec

from app.domain.envelope import Refs
from app.domain.events import CurveAttached
from tests.helpers.plant_station import FakeStation, unit_story

if TYPE_CHECKING:
    from bench.plant import Serving

_ORDER = "PO-100482"
_LOOK_EVERY_S = 0.05


@dataclass
class Pusher:
    """An enrolled station with its pushes packed and its connection open."""

    station: FakeStation
    bodies: list[bytes]
    client: httpx.AsyncClient

    async def push(self, count: int) -> None:
        """The next few pushes, one after the other."""
        headers = {**self.station.headers, "Content-Encoding": "gzip"}
        for _ in range(count):
            body = self.bodies.pop(0)
            reply = await self.client.post("/v1/sync/push", content=body, headers=headers)
            assert reply.status_code == 200, reply.text


async def pusher(server: Serving, name: str, *, pushes: int, size: int, curves: bool) -> Pusher:
    """A station with so many pushes of ``size`` events ready; close its client at the end."""
    client = httpx.AsyncClient(base_url=server.url, trust_env=False, timeout=60)
    station = FakeStation(name)
    await station.enrol(client, server.enrolment_code())
    assert (await station.sign_in(client)).status_code == 200
    while len(station.written) < pushes * size:
        _write_unit(station, curves=curves)
    firsts = range(1, pushes * size + 1, size)
    return Pusher(station, [_packed(station, first, size) for first in firsts], client)


async def until_drawn(server: Serving, client: httpx.AsyncClient) -> None:
    """Wait until the projections show all that was pushed."""
    while True:
        reply = await client.get(f"{server.url}/v1/health")
        if reply.raise_for_status().json()["behind"] == 0:
            return
        await asyncio.sleep(_LOOK_EVERY_S)


def _write_unit(station: FakeStation, *, curves: bool) -> None:
    serial = f"{station.name}-{len(station.written):07}"
    for body, actor in unit_story(serial, order=_ORDER, gears=f"GS-{serial}"):
        if curves or not isinstance(body, CurveAttached):
            station.refs = Refs(unit=serial, order=_ORDER, step=getattr(body, "step", None))
            station.write(body, actor)


def _packed(station: FakeStation, first: int, size: int) -> bytes:
    push = station.push_of(first, first + size - 1)
    return gzip.compress(msgspec.json.encode(push), compresslevel=3, mtime=0)
