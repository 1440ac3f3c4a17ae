"""Photos of a unit: asked for as a blob, then on its page and in the PDF; both databases."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from pypdf import PdfReader

from app.domain.events import PhotoTaken, StepCompleted, UnitStarted
from tests.helpers.gearbox import NOW
from tests.helpers.pictures import drawn, jpeg
from tests.helpers.plant_station import REVISION

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

UNIT = "0418-77231"
PICTURE = jpeg(drawn(7, width_px=640, height_px=480))
SHA256 = hashlib.sha256(PICTURE).hexdigest()


async def photographed(plant: PlantRig, *blobs: str) -> None:
    """A unit with a photo of each of ``blobs``, pushed and drawn; the blobs are not here yet."""
    station = await plant.station()
    started = UnitStarted(
        serial=UNIT,
        order="PO-100482",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision=REVISION,
        raw=UNIT,
    )
    station.write_in(UNIT, started)
    for blob in blobs:
        station.write_in(
            UNIT,
            PhotoTaken(
                step="plate", camera="C-1", blob=blob, width_px=640, height_px=480, taken_at=NOW
            ),
        )
    station.write_in(UNIT, StepCompleted(step="plate"))
    answer = await station.pushed(plant.client)
    assert set(answer.missing_blobs) == set(blobs)


async def put(plant: PlantRig, content: bytes) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    reply = await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    assert reply.status_code == 204


async def test_a_photo_that_is_not_here_yet_is_named_and_said(plant: PlantRig) -> None:
    await photographed(plant, SHA256)
    assert (await plant.client.get(f"/v1/units/{UNIT}/photos/{SHA256}.jpg")).status_code == 404
    paper = await plant.client.get(f"/v1/units/{UNIT}/record.pdf")
    assert "not on the server yet" in _text(paper.content)


async def test_only_what_the_units_record_names_is_given_out(plant: PlantRig) -> None:
    await photographed(plant)
    await put(plant, PICTURE)
    assert (await plant.client.get(f"/v1/units/{UNIT}/photos/{SHA256}.jpg")).status_code == 404


async def test_a_blob_that_is_no_picture_is_not_served_as_one(plant: PlantRig) -> None:
    script = b"<script>alert(1)</script>"
    sha256 = hashlib.sha256(script).hexdigest()
    await photographed(plant, sha256)
    await put(plant, script)
    assert (await plant.client.get(f"/v1/units/{UNIT}/photos/{sha256}.jpg")).status_code == 404
    paper = await plant.client.get(f"/v1/units/{UNIT}/record.pdf")
    assert paper.status_code == 200


async def test_a_broken_jpeg_does_not_break_the_record(plant: PlantRig) -> None:
    broken = b"\xff\xd8\xff" + b"nothing behind it"
    await photographed(plant, hashlib.sha256(broken).hexdigest())
    await put(plant, broken)
    paper = await plant.client.get(f"/v1/units/{UNIT}/record.pdf")
    assert paper.status_code == 200
    assert "not on the server yet" not in _text(paper.content)
    assert "cannot be shown" in _text(paper.content)


async def test_a_photo_is_in_the_record_on_the_page_and_in_the_pdf(plant: PlantRig) -> None:
    await photographed(plant, SHA256)
    await put(plant, PICTURE)
    record = (await plant.client.get(f"/v1/units/{UNIT}")).json()
    (photo,) = record["photos"]
    assert (photo["camera"], photo["blob"], photo["width_px"]) == ("C-1", SHA256, 640)
    (line,) = [line for line in record["lines"] if line["kind"] == "photo.taken"]
    assert line["evidence"] == "photo by C-1 · 640 × 480"
    served = await plant.client.get(f"/v1/units/{UNIT}/photos/{SHA256}.jpg")
    assert (served.content, served.headers["content-type"]) == (PICTURE, "image/jpeg")
    assert served.headers["x-content-type-options"] == "nosniff"
    page = (await plant.client.get(f"/units/{UNIT}")).text
    assert f'src="/v1/units/{UNIT}/photos/{SHA256}.jpg"' in page
    paper = PdfReader(io.BytesIO((await plant.client.get(f"/v1/units/{UNIT}/record.pdf")).content))
    images = [image for page in paper.pages for image in page.images]
    assert [image.image.size for image in images if image.image] == [(640, 480)]


def _text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
