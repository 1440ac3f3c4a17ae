"""Blobs in parts, at the server's door: resumed where the line was cut, verified as a whole."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.api.blob_routes import MAX_BLOB_BYTES, MAX_PART_BYTES, PARTS_KEPT_S
from server.db.tables import blob

if TYPE_CHECKING:
    import httpx

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ("tests.helpers.plant_fixtures",)

PHOTO = random.Random(11).randbytes(300_000)  # noqa: S311 (repeatable)
SHA256 = hashlib.sha256(PHOTO).hexdigest()


async def test_a_cut_upload_goes_on_where_it_was_cut(plant: PlantRig) -> None:
    assert await _offset(plant) == 0
    assert (await _part(plant, PHOTO[:100_000], 0)).status_code == 204
    assert await _offset(plant) == 100_000
    assert (await _get(plant)).status_code == 404
    twice = await _part(plant, PHOTO[:100_000], 0)  # the answer was lost: it is sent again
    assert (twice.status_code, twice.headers["Upload-Offset"]) == (409, "100000")
    assert (await _part(plant, PHOTO[100_000:], 100_000)).status_code == 204
    assert (await _get(plant)).content == PHOTO
    with plant.plant.database.read() as connection:
        assert connection.execute(sa.select(blob.c.size)).scalar_one() == len(PHOTO)


async def test_wrong_content_is_thrown_away_and_can_be_sent_right(local_plant: PlantRig) -> None:
    wrong = b"x" + PHOTO[1:]
    assert (await _part(local_plant, wrong[:200_000], 0)).status_code == 204
    refused = await _part(local_plant, wrong[200_000:], 200_000)
    assert refused.status_code == 422
    assert "thrown away" in refused.json()["detail"]
    assert await _offset(local_plant) == 0
    assert (await _get(local_plant)).status_code == 404
    assert (await _part(local_plant, PHOTO, 0)).status_code == 204
    assert (await _get(local_plant)).content == PHOTO


async def test_more_than_was_announced_is_thrown_away(local_plant: PlantRig) -> None:
    assert (await _part(local_plant, PHOTO[:10], 0, length=5)).status_code == 422
    assert (await _part(local_plant, PHOTO[:10], 0)).status_code == 204
    assert (await _part(local_plant, PHOTO[:1], 9, length=5)).status_code == 422
    assert await _offset(local_plant) == 0


async def test_a_server_killed_before_the_last_rename_finishes_when_asked_again(
    local_plant: PlantRig,
) -> None:
    part = local_plant.plant.settings.data_dir / "blobs" / "parts" / SHA256
    part.write_bytes(PHOTO)
    assert await _offset(local_plant) == len(PHOTO)
    assert (await _part(local_plant, b"", len(PHOTO))).status_code == 204
    assert (await _get(local_plant)).content == PHOTO


async def test_a_part_or_blob_that_is_too_large_is_refused(local_plant: PlantRig) -> None:
    large = await _part(local_plant, b"x" * (MAX_PART_BYTES + 1), 0, length=MAX_PART_BYTES + 1)
    assert large.status_code == 413
    assert (await _part(local_plant, b"x", 0, length=MAX_BLOB_BYTES + 1)).status_code == 413
    assert (await _part(local_plant, b"x", -1)).status_code == 422


async def test_parts_that_nobody_finished_are_gone_after_a_week(local_plant: PlantRig) -> None:
    await _part(local_plant, PHOTO[:5], 0)
    local_plant.clock.advance(PARTS_KEPT_S - 1)
    await _part(local_plant, b"a", 0, sha256="0" * 64)
    assert await _offset(local_plant) == 5
    local_plant.clock.advance(2)
    await _part(local_plant, b"a", 0, sha256="1" * 64)
    assert await _offset(local_plant) == 0


async def test_a_download_goes_on_where_it_was_cut(local_plant: PlantRig) -> None:
    await local_plant.client.put(f"/v1/blobs/{SHA256}", content=PHOTO)
    first = await _get(local_plant, "bytes=0-99999")
    assert (first.status_code, first.headers["Content-Range"]) == (206, "bytes 0-99999/300000")
    rest = await _get(local_plant, "bytes=100000-999999")
    assert rest.headers["Content-Range"] == "bytes 100000-299999/300000"
    assert first.content + rest.content == PHOTO
    beyond = await _get(local_plant, "bytes=300000-300001")
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, "bytes */300000")
    assert (await _get(local_plant, "bytes=nonsense")).content == PHOTO


async def test_an_empty_blob_is_a_blob(local_plant: PlantRig) -> None:
    name = hashlib.sha256(b"").hexdigest()
    await local_plant.client.put(f"/v1/blobs/{name}", content=b"")
    reply = await local_plant.client.get(f"/v1/blobs/{name}", headers={"Range": "bytes=0-9"})
    assert (reply.status_code, reply.content) == (200, b"")


async def test_a_damaged_blob_is_not_handed_out(local_plant: PlantRig) -> None:
    await local_plant.client.put(f"/v1/blobs/{SHA256}", content=PHOTO)
    path = local_plant.plant.settings.data_dir / "blobs" / SHA256[:2] / SHA256
    path.write_bytes(PHOTO[:-1] + b"?")
    assert (await _get(local_plant, "bytes=0-9")).status_code == 404
    assert (await _part(local_plant, PHOTO, 0)).status_code == 204
    assert (await _get(local_plant)).content == PHOTO


async def _get(plant: PlantRig, asked: str | None = None) -> httpx.Response:
    headers = {"Range": asked} if asked else {}
    return await plant.client.get(f"/v1/blobs/{SHA256}", headers=headers)


async def _offset(plant: PlantRig) -> int:
    reply = await plant.client.head(f"/v1/blobs/{SHA256}")
    assert reply.status_code == 404
    return int(reply.headers["Upload-Offset"])


async def _part(
    plant: PlantRig, content: bytes, offset: int, *, length: int = len(PHOTO), sha256: str = SHA256
) -> httpx.Response:
    headers = {"Upload-Offset": str(offset), "Upload-Length": str(length)}
    return await plant.client.patch(f"/v1/blobs/{sha256}", content=content, headers=headers)
