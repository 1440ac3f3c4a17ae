"""The feed, snapshots, blobs and restored backups, on both databases."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING, Any

import httpx
import msgspec
import pytest
import sqlalchemy as sa

from server.db.tables import event, feed
from server.log.feed import Document, publish
from server.main import create_app
from server.plant import open_plant
from sync.wire import FeedConflict
from tests.helpers.plant_rig import URL
from tests.helpers.plant_station import HOLD, ORDER

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


def stored(plant: PlantRig, table: sa.Table = event) -> list[Any]:
    with plant.plant.database.read() as connection:
        return list(connection.execute(sa.select(table).order_by(*table.primary_key)))


async def somebody_waits(plant: PlantRig) -> None:
    while not plant.plant.waker.waiting:  # noqa: ASYNC110 - the request needs its turns
        await asyncio.sleep(0)


# --- feed


async def test_the_feed_brings_documents_in_order(plant: PlantRig) -> None:
    station = await plant.station()
    await plant.publish(ORDER)
    await plant.publish(HOLD)
    answer = await station.feed(plant.client)
    assert [(item.pos, item.kind, item.key) for item in answer.items] == [
        (1, "order", "PO-100482"),
        (2, "hold", "H-0093"),
    ]
    assert (answer.after, answer.up_to, answer.head) == (0, 2, 2)
    rest = await station.feed(plant.client, after=1)
    assert [item.pos for item in rest.items] == [2]


async def test_a_document_that_says_nothing_new_is_not_published_again(plant: PlantRig) -> None:
    await plant.publish(ORDER)
    await plant.publish(ORDER)
    assert len(stored(plant, feed)) == 1


async def test_a_withdrawn_document_comes_as_null(plant: PlantRig) -> None:
    station = await plant.station()
    await plant.publish(HOLD)
    assert (await plant.client.delete("/v1/documents/hold/H-0093")).status_code == 200
    answer = await station.feed(plant.client, after=1)
    assert [bytes(item.body) for item in answer.items] == [b"null"]
    assert (await station.snapshot(plant.client)).items == ()
    assert (await plant.client.delete("/v1/documents/hold/H-0093")).status_code == 404


async def test_the_feed_is_cut_into_pages(plant: PlantRig) -> None:
    station = await plant.station()
    for number in range(5):
        await plant.publish(msgspec.structs.replace(ORDER, order=f"PO-{number}"))
    first = await station.feed(plant.client, limit=2)
    assert (first.up_to, first.head) == (2, 5)
    seen = [item.pos for item in first.items]
    while seen[-1] < first.head:
        seen += [item.pos for item in (await station.feed(plant.client, seen[-1], limit=2)).items]
    assert seen == [1, 2, 3, 4, 5]


async def test_positions_of_the_feed_have_no_holes_after_a_rollback(plant: PlantRig) -> None:
    await plant.publish(ORDER)
    with pytest.raises(RuntimeError, match="power cut"):
        publish_then_fail(plant)
    await plant.publish(HOLD)
    assert [row.pos for row in stored(plant, feed)] == [1, 2]


def publish_then_fail(plant: PlantRig) -> None:
    with plant.plant.database.write() as connection:
        publish(connection, [Document("hold", "X", b"{}")], now_us=1)
        message = "power cut"
        raise RuntimeError(message)


async def test_a_waiting_station_is_woken_by_a_document(plant: PlantRig) -> None:
    station = await plant.station()
    loop = asyncio.get_running_loop()
    began = loop.time()
    waiting = asyncio.create_task(station.feed(plant.client, wait_s=25))
    await somebody_waits(plant)
    await plant.publish(HOLD)
    answer = await waiting
    assert [item.key for item in answer.items] == ["H-0093"]
    assert loop.time() - began < 10


async def test_a_wait_without_news_ends_empty_in_time(plant: PlantRig) -> None:
    station = await plant.station()
    answer = await station.feed(plant.client, wait_s=1)
    assert (answer.items, answer.up_to) == ((), 0)


async def test_a_stopping_server_lets_waiting_stations_go(plant: PlantRig) -> None:
    station = await plant.station()
    waiting = asyncio.create_task(station.feed(plant.client, wait_s=25))
    await somebody_waits(plant)
    plant.plant.waker.close()
    assert (await waiting).items == ()


@pytest.mark.parametrize(("generation", "after"), [("another", 0), ("", 0), (None, 9)])
async def test_a_cursor_of_another_life_is_sent_to_the_snapshot(
    plant: PlantRig, generation: str | None, after: int
) -> None:
    station = await plant.station()
    await plant.publish(ORDER)
    ours = plant.plant.identity.generation
    params: dict[str, str | int] = {
        "generation": ours if generation is None else generation,
        "after": after,
    }
    reply = await plant.client.get("/v1/sync/feed", params=params, headers=station.headers)
    assert reply.status_code == 409
    conflict = msgspec.json.decode(reply.content, type=FeedConflict)
    assert conflict.reason == ("cursor" if generation is None else "generation")
    assert conflict.generation == ours
    snapshot = await station.snapshot(plant.client)
    assert (snapshot.generation, snapshot.pos) == (ours, 1)
    assert [item.key for item in snapshot.items] == ["PO-100482"]


async def test_a_snapshot_and_the_feed_after_it_make_the_whole(plant: PlantRig) -> None:
    station = await plant.station()
    await plant.publish(ORDER)
    snapshot = await station.snapshot(plant.client)
    await plant.publish(HOLD)
    rest = await station.feed(plant.client, after=snapshot.pos)
    assert [item.key for item in (*snapshot.items, *rest.items)] == ["PO-100482", "H-0093"]


@pytest.mark.parametrize("text", ["-1", "x", "1.5"])
async def test_a_cursor_must_be_a_number(plant: PlantRig, text: str) -> None:
    station = await plant.station()
    params = {"generation": station.generation, "after": text}
    reply = await plant.client.get("/v1/sync/feed", params=params, headers=station.headers)
    assert reply.status_code == 422


# --- blobs


async def test_a_blob_is_kept_under_its_hash(plant: PlantRig) -> None:
    station = await plant.station()
    content = b"a picture"
    path = f"/v1/blobs/{hashlib.sha256(content).hexdigest()}"
    remote = plant.caller("10.0.0.7")
    assert (await remote.head(path, headers=station.headers)).status_code == 404
    put = await remote.put(path, content=content, headers=station.headers)
    assert put.status_code == 204
    assert (await remote.head(path, headers=station.headers)).status_code == 204
    assert (await remote.get(path, headers=station.headers)).content == content
    assert (await remote.get(path)).status_code == 403
    assert (await remote.put(path, content=content)).status_code == 403


async def test_a_blob_damaged_on_the_way_is_refused(plant: PlantRig) -> None:
    path = f"/v1/blobs/{hashlib.sha256(b'a picture').hexdigest()}"
    assert (await plant.client.put(path, content=b"a pictur")).status_code == 422
    assert (await plant.client.head(path)).status_code == 404


async def test_a_blob_damaged_on_disk_is_not_handed_out(plant: PlantRig) -> None:
    content = b"a picture"
    sha256 = hashlib.sha256(content).hexdigest()
    await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    file = plant.plant.settings.data_dir / "blobs" / sha256[:2] / sha256
    file.write_bytes(b"a pictura")
    assert (await plant.client.get(f"/v1/blobs/{sha256}")).status_code == 404
    await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    assert (await plant.client.get(f"/v1/blobs/{sha256}")).content == content


@pytest.mark.parametrize("name", ["abc", "..%2f..%2fplant.db", "G" * 64])
async def test_a_blob_has_a_hash_for_a_name(plant: PlantRig, name: str) -> None:
    assert (await plant.client.get(f"/v1/blobs/{name}")).status_code in {404, 422}


async def test_the_server_names_the_blobs_it_lacks(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("0418-77231")
    answer = await station.pushed(plant.client)
    assert len(answer.missing_blobs) == 4
    content = b"not that one"
    sha256 = hashlib.sha256(content).hexdigest()
    await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    assert (await station.pushed(plant.client)).missing_blobs == answer.missing_blobs


# --- a server that came from a backup


async def test_a_restored_server_has_a_new_generation_and_gets_the_rest_again(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    station.notes(3)
    before = await station.pushed(plant.client)
    restored = open_plant(plant.plant.settings, is_restored=True, now_us=plant.clock.now_us)
    app = create_app(plant.plant.settings, plant=restored)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=URL) as client:
        station.notes(2)
        answer = await station.pushed(client, station.push_of(4))
        assert (answer.high_water, answer.generation != before.generation) == (5, True)
        params = {"generation": before.generation, "after": "0"}
        reply = await client.get("/v1/sync/feed", params=params, headers=station.headers)
        assert (reply.status_code, reply.json()["generation"]) == (409, answer.generation)
    restored.close()
