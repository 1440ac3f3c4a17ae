"""The record on paper: provenance, gaps, signatures, defects on the picture, any letters."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import TYPE_CHECKING

import pypdf
from reportlab.pdfgen.canvas import Canvas

from app.domain.defects import Pin
from app.domain.envelope import Refs
from app.domain.events import NoteWritten, SignedOff, UnitCompleted
from app.domain.evidence_events import EvidenceResolved
from app.domain.problem_events import DefectRecorded
from app.domain.signatures import linked
from server.paper.curves import LoadedCurve
from server.paper.record_defects import PinnedPicture
from server.paper.record_drawings import curve_drawing
from server.paper.record_fonts import record_font
from server.read.record import TracedCurve, UnitDefect
from tests.unit.test_server_pages import one_unit

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

UNIT = "0418-77231"
GAPS = ("limits_unknown:bolts.2", "typed:backlash")


def png(width: int = 40, height: int = 30) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + b"\xb0" * width for _ in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURE = png()


def defect(number: int, picture: str | None) -> DefectRecorded:
    return DefectRecorded(
        serial=UNIT,
        number=number,
        product="GX-200",
        code="scratch",
        severity="minor",
        proposal="ask_quality",
        pins=(Pin(0.25, 0.5), Pin(0.8, 0.2)),
        picture=picture,
        step="housing",
        words="seen under the lamp",
    )


def signed(person: str, name: str, right: str) -> SignedOff:
    return SignedOff(
        act="accept_evidence",
        right=right,
        meaning="Accepted without full evidence",
        person=person,
        name=name,
        role="quality",
        means="badge",
    )


async def paper(plant: PlantRig) -> bytes:
    """The record of a unit with everything in it."""
    station = await one_unit(plant, UNIT)
    name = hashlib.sha256(PICTURE).hexdigest()
    accepted = EvidenceResolved(
        serial=UNIT,
        how="accepted",
        evidence="not_provable",
        gaps=GAPS,
        why="proven_elsewhere",
        signed=("31", "412"),
        accepted_by=("Quality 31", "Lead 412"),
    )
    bodies = (
        defect(1, name),
        defect(2, None),
        NoteWritten(text="轴承已更换 · bearing replaced"),
        UnitCompleted(serial=UNIT, evidence="not_provable", gaps=GAPS),
        *linked(
            (signed("31", "Quality 31", "dispose"), signed("412", "王芳", "sign_off"), accepted)
        ),
    )
    for body in bodies:
        station.write(body, refs=Refs(unit=UNIT))
    await station.pushed(plant.client)
    await plant.client.put(f"/v1/blobs/{name}", content=PICTURE)
    reply = await plant.client.get(f"/v1/units/{UNIT}/record.pdf")
    assert reply.status_code == 200, reply.text
    return reply.content


async def test_it_says_what_is_missing_whose_it_is_and_who_accepted_it(
    local_plant: PlantRig,
) -> None:
    text = read(await paper(local_plant))
    for words in (
        "limits unknown at Tighten · Bolt 2",
        "quality: have the step done again",
        "accepted by Quality 31 and Lead 412",
        "How each required value came",
        "tool, live",
        "Accepted without full evidence",
    ):
        assert words in text, words


async def test_chinese_is_text_that_can_be_read_and_found(local_plant: PlantRig) -> None:
    text = read(await paper(local_plant))
    assert "轴承已更换" in text
    assert "王芳" in text


async def test_defects_stand_on_their_picture_with_pins(local_plant: PlantRig) -> None:
    content = await paper(local_plant)
    text = read(content)
    assert "defect 1 · still open" in text
    assert "Places on the step's drawing" in text
    images = [
        image for sheet in pypdf.PdfReader(io.BytesIO(content)).pages for image in sheet.images
    ]
    assert len(images) == 1


async def test_the_heading_of_the_defects_stands_above_the_first_of_them(
    local_plant: PlantRig,
) -> None:
    sheets = pypdf.PdfReader(io.BytesIO(await paper(local_plant))).pages
    (sheet,) = [text for one in sheets if "Defects" in (text := one.extract_text()).split("\n")]
    assert "defect 1" in sheet


def test_chinese_in_the_title_of_a_curve_is_text_too() -> None:
    traced = TracedCurve(title="螺栓 3", ok=True, source="T-07", result_id="1", blob="b" * 64)
    drawing = curve_drawing(LoadedCurve(traced, None), width=120, height=90, font=record_font())
    out = io.BytesIO()
    canvas = Canvas(out)
    drawing.drawOn(canvas, 0, 0)
    canvas.save()
    assert "螺栓 3" in read(out.getvalue())


def test_a_defect_on_a_drawing_stands_on_the_drawing_itself() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><circle r="9"/></svg>'
    drawn, framed = (pinned(picture) for picture in (svg, b"<svg/>"))
    assert "Places on the step's drawing" not in read(drawn)
    assert "Places on the step's drawing" in read(framed)


def pinned(picture: bytes) -> bytes:
    """One defect on ``picture``, alone on a page."""
    found = UnitDefect(number=1, title="scratch", words="", is_open=True, pins=((0.5, 0.5),))
    out = io.BytesIO()
    canvas = Canvas(out)
    flowable = PinnedPicture(found, picture, width=200, height=200, font=record_font())
    flowable.drawOn(canvas, 20, 20)
    canvas.save()
    return out.getvalue()


def read(content: bytes) -> str:
    sheets = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
