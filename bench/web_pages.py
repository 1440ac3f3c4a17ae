"""The web board on PostgreSQL with a million events of a hundred stations: first byte, and a stop.

The events are those of real units, written straight into the log and then drawn like all others;
sending them would take longer than all the rest.
"""

from __future__ import annotations

import asyncio
import http.client
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import msgspec
import sqlalchemy as sa

from app.domain.line_events import StopBegan, StopEnded
from bench.long_journal import scratch_folder
from bench.memory_fill import DECISIONS, case_of, decision_of, fill_memory, key_of
from bench.memory_server import until_answered
from bench.plant import any_database, serving
from bench.rows import Row, percentile
from bench.scale import scaled
from server.db.bulk import append_rows
from server.db.tables import chain, counter, event, station
from server.log.feed import INSTRUCTION, Document, publish
from server.log.identity import LOG
from server.plant import open_plant
from server.settings import Settings
from tests.helpers.plant_station import (
    HOLD,
    INSTRUCTION_BYTES,
    ORDER,
    REVISION,
    START_US,
    FakeStation,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bench.plant import Serving
    from server.plant import Plant

EVENTS, STATIONS = 1_000_000, 100
UNITS_AN_ORDER, UNITS_A_LOT = 40, 500
LOOKS, WARM_UPS, STOPS, PUSHES_A_S = 60, 5, 20, 20
MOST_FIRST_BYTE_MS, MOST_STOP_MS = 50.0, 1_000.0

#: The words of the pattern unit that differ from unit to unit.
_SERIAL, _STATION, _ORDER, _LOT, _GEARS = "0000-00000", "ST-000", "PO-000000", "L-0000", "G-00000"


def run() -> list[Row]:
    """On PostgreSQL, the server in a process of its own."""
    units = scaled(EVENTS) // len(_pattern().written)
    folder = scratch_folder() / "data"
    with any_database("PostgreSQL") as url:
        plant = open_plant(Settings(folder, database=url))
        try:
            _fill(plant, units)
            fill_memory(plant, [_station(number) for number in range(STATIONS)])
            plant.projector.catch_up()
            with plant.database.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.execute(sa.text("VACUUM ANALYZE"))
        finally:
            plant.close()
        with serving(folder, database=url) as server:
            return [*_first_bytes(server, units), _stop(server.url, server.enrolment_code())]


def _pattern() -> FakeStation:
    pattern = FakeStation(_STATION)
    pattern.build(_SERIAL, order=_ORDER, gears=_GEARS)
    return pattern


def _fill(plant: Plant, units: int) -> None:
    _fill_documents(plant, units)
    with plant.database.write() as connection:
        for number in range(STATIONS):
            row = {"station": _station(number), "epoch": 1, "public_key": "00" * 32}
            connection.execute(
                station.insert().values(
                    **row, name=f"Station {number}", enrolled_at=START_US, last_seen_at=_now_us()
                )
            )
            ends = {"station": row["station"], "epoch": 1, "high_water": 1, "hash": "00" * 32}
            connection.execute(chain.insert().values(ends))
    pattern = [bytes(one.envelope) for one in _pattern().written]
    kinds = [msgspec.json.decode(raw)["kind"] for raw in pattern]
    for first in range(0, units, 1_000):
        rows = [
            row
            for number in range(first, min(first + 1_000, units))
            for row in _events_of(number, pattern, kinds)
        ]
        with plant.database.write() as connection:
            append_rows(connection, event, rows)
            moved = counter.update().where(counter.c.name == LOG)
            connection.execute(moved.values(value=rows[-1][0]))


def _fill_documents(plant: Plant, units: int) -> None:
    orders = [
        msgspec.structs.replace(ORDER, order=f"PO-{number:06d}", quantity=UNITS_AN_ORDER)
        for number in range(units // UNITS_AN_ORDER + 1)
    ]
    documents = [
        *(Document(one.KIND, one.order, msgspec.json.encode(one)) for one in orders),
        Document(INSTRUCTION, REVISION, INSTRUCTION_BYTES),
        Document(HOLD.KIND, HOLD.hold, msgspec.json.encode(HOLD)),
    ]
    with plant.database.write() as connection:
        publish(connection, documents, now_us=START_US)


def _events_of(number: int, pattern: list[bytes], kinds: list[str]) -> Iterator[tuple[Any, ...]]:
    """A unit's events as rows; a hash chain nobody looks at here is left out."""
    serial, where = _serial(number), _station(number % STATIONS)
    order = f"PO-{number // UNITS_AN_ORDER:06d}"
    words = {
        _SERIAL: serial,
        _STATION: where,
        _ORDER: order,
        _GEARS: f"G-{number % 100_000:05d}",
        "H-2210": f"L-{number // UNITS_A_LOT:04d}",
    }
    seq = number // STATIONS * len(pattern)
    # The newest unit was finished just now.
    at = _now_us() - (scaled(EVENTS) // len(pattern) - number) * 1_000_000
    for index, raw in enumerate(pattern, 1):
        pos = number * len(pattern) + index
        for old, new in words.items():
            raw = raw.replace(old.encode(), new.encode())  # noqa: PLW2901 - one after the other
        raw = raw.replace(f'"seq":{index},'.encode(), f'"seq":{seq + index},'.encode())  # noqa: PLW2901
        name = f"{where}-1-{seq + index}"
        yield (
            pos, where, 1, seq + index, name, kinds[index - 1], at, at, serial, order,
            f"{pos:064x}", f"{pos - 1:064x}", raw,
        )  # fmt: skip


def _serial(number: int) -> str:
    return f"{number // 100_000:04d}-{number % 100_000:05d}"


def _station(number: int) -> str:
    return f"ST-{number:03d}"


def _now_us() -> int:
    return time.time_ns() // 1_000


def _first_bytes(server: Serving, units: int) -> list[Row]:
    number = scaled(DECISIONS) // 2
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        until_answered(client)
    pages = {
        "line": "/",
        "orders": "/orders",
        "units": "/units",
        "a unit": f"/units/{_serial(units // 2)}",
        "stations": "/stations",
        "losses": "/losses",
        "decisions": "/situations",
        "handover": "/handover",
        "the memory": "/memory",
        "the memory, a search": "/memory?q=bearing+torque+too+low",
        "a case": f"/memory/cases/{case_of(number)}",
        "a decision": f"/memory/decisions/{decision_of(number)}",
        "the newest decisions": "/memory/decisions",
        "advice": "/memory/advice",
        "advice on one key": f"/memory/advice?key={key_of(number)}",
        "a recall of 500 units": f"/where-used/L-{units // UNITS_A_LOT // 2:04d}",
    }
    return [_first_byte(server, name, path) for name, path in pages.items()]


def _first_byte(server: Serving, name: str, path: str) -> Row:
    took: list[float] = []
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    worked_s = 0.0
    for number in range(LOOKS + WARM_UPS):
        if number == WARM_UPS:
            worked_s = server.cpu_s()
        began = time.perf_counter()
        connection.request("GET", path)
        reply = connection.getresponse()
        took.append((time.perf_counter() - began) * 1e3)
        shown = reply.read()
        assert reply.status == http.HTTPStatus.OK, shown
    connection.close()
    ordered = sorted(took[WARM_UPS:])
    median = percentile(ordered, 0.5)
    worked_ms = (server.cpu_s() - worked_s) / LOOKS * 1e3
    note = f"p95 {percentile(ordered, 0.95):.0f} ms; the server's processor {worked_ms:.0f} ms"
    return Row(
        f"page of {name}: first byte", LOOKS, median, "ms", most=MOST_FIRST_BYTE_MS, note=note
    )


def _stop(url: str, code: str) -> Row:
    """From the push of a stop until a board that heard of it has drawn it, amid other pushes."""
    took = sorted(asyncio.run(_stops(url, code)))
    return Row(
        f"a stop, from its push until the board shows it, amid {PUSHES_A_S} pushes a second",
        len(took),
        percentile(took, 0.5),
        "ms",
        most=MOST_STOP_MS,
        note=f"longest {took[-1]:.0f} ms",
    )


async def _stops(url: str, code: str) -> list[float]:
    async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False) as client:
        stopping = await _station_at(client, "ST-STOP", code)
        code = (await client.post("/v1/enrolment-codes")).json()["code"]
        others = asyncio.create_task(_keep_pushing(client, code))
        async with client.stream("GET", "/changes") as stream:
            lines = stream.aiter_lines()
            took = [await _seen(client, stopping, lines, number) for number in range(STOPS)]
        others.cancel()
        return took


async def _seen(
    client: httpx.AsyncClient, station: FakeStation, lines: AsyncIterator[str], number: int
) -> float:
    """A stop begins, or the one before ends: how long the board takes to say so."""
    name = f"stop-{number // 2}"
    body = StopEnded(stop=name, why="progress") if number % 2 else StopBegan(stop=name)
    station.write(body)
    began = time.perf_counter()
    await station.pushed(client, station.push_of(len(station.written)))
    while True:
        async for line in lines:
            if line.startswith("data:") and "line" in line:
                break
        shown = (await client.get("/")).text
        if ("ST-STOP is stopped" in shown) == isinstance(body, StopBegan):
            return (time.perf_counter() - began) * 1e3


async def _keep_pushing(client: httpx.AsyncClient, code: str) -> None:
    """What the other stations of a busy plant send: a note each time."""
    other = await _station_at(client, "ST-OTHER", code)
    while True:
        other.notes(1)
        await other.pushed(client, other.push_of(len(other.written)))
        await asyncio.sleep(1 / PUSHES_A_S)


async def _station_at(client: httpx.AsyncClient, name: str, code: str) -> FakeStation:
    made = FakeStation(name, at_us=_now_us())
    await made.enrol(client, code)
    await made.sign_in(client)
    return made
