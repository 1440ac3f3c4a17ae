"""The server's door under pressure: turns, packed answers, pages, other protocols, odd clocks."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec import Raw

from app.domain.events import NoteWritten
from app.domain.plant import Lot
from server.api.turns import Turns
from server.log.feed import Document, publish
from server.log.snapshot import PAGE_ITEMS
from server.log.tokens import TOKEN_LIFE_S
from server.problems import Problem
from sync.wire import PROTOCOL, Snapshot

if TYPE_CHECKING:
    import httpx

    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ("tests.helpers.plant_fixtures",)


async def test_a_second_push_waits_for_the_first_and_a_third_is_sent_away() -> None:
    turns, order, first_in = Turns(), [], asyncio.Event()

    async def push(name: str, goes_on: asyncio.Event) -> None:
        async with turns.take("ST-1"):
            order.append(f"{name} in")
            first_in.set()
            await goes_on.wait()
            order.append(f"{name} out")

    goes_on = asyncio.Event()
    first = asyncio.create_task(push("first", goes_on))
    await first_in.wait()
    second = asyncio.create_task(push("second", goes_on))
    await asyncio.sleep(0)
    with pytest.raises(Problem) as refused:
        async with turns.take("ST-1"):
            pytest.fail("two of one station at once")
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (429, "2")
    async with turns.take("ST-2"):
        order.append("another station")
    goes_on.set()
    await asyncio.gather(first, second)
    assert order == ["first in", "another station", "first out", "second in", "second out"]


async def test_when_all_push_at_once_the_rest_is_told_when_to_come_again() -> None:
    turns = Turns(at_once=1, wait_s=0)
    async with turns.take("ST-1"):
        with pytest.raises(Problem) as refused:
            async with turns.take("ST-2"):
                pytest.fail("more than there is room for")
    assert refused.value.status == 503
    async with turns.take("ST-2"):
        pass  # whoever was sent away left nothing behind


async def test_parallel_pushes_of_one_station_never_interleave(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(40)
    same = station.push_of()
    first, second = await asyncio.gather(
        station.push(plant.client, same), station.push(plant.client, same)
    )
    assert {first.status_code, second.status_code} <= {200, 429}
    assert (await station.pushed(plant.client, same)).high_water == 40


async def test_feed_and_snapshot_come_packed_only_when_asked(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    for number in range(40):
        await local_plant.publish(Lot(lot=f"L-{number}", part="P-100200300"))
    url = f"/v1/sync/feed?generation={station.generation}&after=0"
    plain = await _get(local_plant, station, url, "identity")
    packed = await _get(local_plant, station, url, "gzip")
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(plain.content) / 3
    assert packed.json()["items"] == plain.json()["items"]
    whole = await _get(local_plant, station, "/v1/sync/snapshot", "gzip")
    assert whole.headers["Content-Encoding"] == "gzip"


async def test_a_large_snapshot_comes_in_pages_of_one_moment(plant: PlantRig) -> None:
    station = await plant.station()
    _publish_many(plant, PAGE_ITEMS + 20)
    first = await _page(plant, station, "after=0")
    assert len(first.items) == PAGE_ITEMS
    await plant.publish(Lot(lot="L-3", part="changed"))
    await plant.publish(Lot(lot="L-new", part="P"))
    await plant.client.delete(f"/v1/documents/lot/L-{PAGE_ITEMS + 10}")
    rest = await _page(plant, station, f"pos={first.pos}&after={first.next_after}")
    assert (rest.pos, rest.next_after) == (first.pos, None)
    keys = [item.key for item in (*first.items, *rest.items)]
    assert keys == [f"L-{number}" for number in range(PAGE_ITEMS + 20)]
    whole = await station.snapshot(plant.client)
    assert whole.next_after is None
    assert len(whole.items) == PAGE_ITEMS + 20  # as an older station asks: one more, one less


async def test_a_newer_protocol_is_refused_with_both_versions_named(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    station.notes(1)
    newer = PROTOCOL + 1
    understood = await station.push(local_plant.client, station.push_of(protocol=newer))
    strange = await local_plant.client.post(
        "/v1/sync/push", json={"protocol": newer, "batch": []}, headers=station.headers
    )
    for reply in (understood, strange):
        assert (reply.status_code, reply.json()["code"]) == (400, "protocol")
        assert f"Protocol {newer} is newer than this server's {PROTOCOL}" in reply.json()["detail"]
        assert "update the server first" in reply.json()["detail"]
    nonsense = await local_plant.client.post(
        "/v1/sync/push", json={"protocol": PROTOCOL}, headers=station.headers
    )
    assert nonsense.status_code == 422


async def test_fields_and_kinds_of_a_newer_release_are_kept_byte_for_byte(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    station.write(Raw(b'{"from":"a newer release"}'), kind="press.fitted", version=7)
    station.write(NoteWritten(text="x"), version=9)
    push = msgspec.structs.asdict(station.push_of()) | {"moods": ["new"]}
    reply = await plant.client.post(
        "/v1/sync/push", content=gzip.compress(_json(push, station)), headers=_gzip(station)
    )
    assert reply.status_code == 200, reply.text
    with plant.plant.database.read() as connection:
        kept = connection.exec_driver_sql("SELECT raw FROM event ORDER BY pos").scalars()
        assert [bytes(raw) for raw in kept] == [bytes(one.envelope) for one in station.written]


@pytest.mark.parametrize("hours", [-30, 30])
async def test_a_station_whose_clock_is_hours_off_is_served_by_the_servers_clock(
    local_plant: PlantRig, hours: int
) -> None:
    station = await local_plant.station()
    station.at_us += hours * 3_600_000_000
    station.notes(2)
    assert (await station.pushed(local_plant.client)).server_time == local_plant.clock.at_us
    local_plant.clock.advance(TOKEN_LIFE_S + 1)
    expired = await station.push(local_plant.client)
    assert expired.status_code == 401
    await station.sign_in(local_plant.client)
    assert (await station.pushed(local_plant.client)).high_water == 2


async def test_one_stations_wrong_key_does_not_lock_out_its_neighbours(
    local_plant: PlantRig,
) -> None:
    good, bad = await local_plant.station("ST-1"), await local_plant.station("ST-2")
    bad.key = type(bad.key)(hashlib.sha256(b"another").digest())
    replies = [(await bad.sign_in(local_plant.client)).status_code for _ in range(12)]
    assert replies[-1] == 429
    assert (await good.sign_in(local_plant.client)).status_code == 200


def _publish_many(plant: PlantRig, count: int) -> None:
    lots = [Lot(lot=f"L-{number}", part="P") for number in range(count)]
    documents = [Document(Lot.KIND, lot.lot, msgspec.json.encode(lot)) for lot in lots]
    with plant.plant.database.write() as connection:
        publish(connection, documents, now_us=plant.clock.at_us)


async def _page(plant: PlantRig, station: FakeStation, query: str) -> Snapshot:
    reply = await _get(plant, station, f"/v1/sync/snapshot?{query}", "gzip")
    assert reply.status_code == 200, reply.text
    return msgspec.json.decode(reply.content, type=Snapshot)


async def _get(plant: PlantRig, station: FakeStation, url: str, accept: str) -> httpx.Response:
    headers = {**station.headers, "Accept-Encoding": accept}
    return await plant.client.get(url, headers=headers)


def _gzip(station: FakeStation) -> dict[str, str]:
    return {**station.headers, "Content-Encoding": "gzip"}


def _json(push: dict[str, object], station: FakeStation) -> bytes:
    events = [{"hash": one.hash, "envelope": one.envelope} for one in station.written]
    return msgspec.json.encode(push | {"events": events})
