"""Pictures, pages of drawings and silent loops: what an author may use, what is said if not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.authoring.drawings import SIZES_PX, png
from app.authoring.instruction_folder import check, load
from app.authoring.loops import NotALoop, read_loop
from app.domain.errors import InvalidInput
from app.domain.media import MediaKind, kind_of

if TYPE_CHECKING:
    from pathlib import Path

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><circle r="2"/></svg>'
INSTRUCTION = """\
id: mount
title: {en: Mount}
product: GX
operation: 10
steps:
  - id: turn
    kind: instruct
    title: {en: Turn it}
    picture: plate.svg
    positions: [{id: a, x: 0.5, y: 0.5, label: {en: Pin}, detail: {en: Round}, zoom: plate.svg}]
  - id: swear
    kind: confirm
    title: {en: Swear}
    statement: {en: It is done}
"""
PICTURE = "    picture: plate.svg\n"


def loop(kind: str = "GIF", *, seconds: float = 2.0, size: tuple[int, int] = (40, 30)) -> bytes:
    frames = [Image.new("RGB", size, (50 * n, 0, 0)) for n in range(4)]
    made = io.BytesIO()
    frames[0].save(
        made,
        kind,
        save_all=True,
        append_images=frames[1:],
        duration=round(seconds * 1_000 / len(frames)),
        loop=0,
    )
    return made.getvalue()


def pdf(pages: int = 2) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(800, 400), invariant=True)
    for number in range(pages):
        canvas.circle(100 + number, 100, 50)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mount"
    (made / "pictures").mkdir(parents=True)
    (made / "instruction.yaml").write_text(INSTRUCTION)
    (made / "bill.yaml").write_text("A: []\n")
    (made / "pictures" / "plate.svg").write_bytes(SVG)
    return made


def put(folder: Path, name: str, content: bytes, *, shown: str | None = None) -> list[str]:
    """What is said with one more picture, which the first step shows."""
    (folder / "pictures" / name).write_bytes(content)
    more = shown or f"{{file: {name}, caption: {{en: More}}}}"
    path = folder / "instruction.yaml"
    path.write_text(path.read_text().replace(PICTURE, f"{PICTURE}    more: [{more}]\n"))
    return [str(p) for p in check(folder)]


@pytest.mark.parametrize("name", ["turn.mp4", "turn.MOV", "turn.webm"])
def test_a_film_is_refused_with_the_words_that_make_a_loop_of_it(folder: Path, name: str) -> None:
    (said,) = put(folder, name, b"\0\0\0\x18ftypmp42")
    assert said.startswith(f"mount/pictures/{name}: a film is not shown; make a silent loop")
    assert f'ffmpeg -i "{name}" -t 10 -an' in said
    assert 'turn.webp"' in said


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_loop_longer_than_ten_seconds_is_refused(folder: Path, kind: str) -> None:
    said = put(folder, f"turn.{kind.lower()}", loop(kind, seconds=10.4))
    assert said == [f"mount/pictures/turn.{kind.lower()}: runs 10.4 s; a loop takes at most 10 s"]


def test_a_loop_larger_than_a_screen_is_refused(folder: Path) -> None:
    (said,) = put(folder, "turn.gif", loop(size=(2000, 20)))
    assert "2000 × 20 pixels; a loop has at most 1920 on its longer side" in said


def test_a_loop_of_too_many_bytes_is_refused(folder: Path) -> None:
    (said,) = put(folder, "turn.gif", b"GIF89a" + b"\0" * 4_000_000)
    assert said == "mount/pictures/turn.gif: 4.0 MB; at most 4 MB are taken"


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_sound_loop_is_taken_as_it_is(folder: Path, kind: str) -> None:
    content = loop(kind)
    assert put(folder, f"turn.{kind.lower()}", content) == []
    assert content in load(folder).blobs.values()
    assert kind_of(content) is MediaKind.LOOP


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("3", "page: drawing.pdf has no page 3; its last one is 2"),
        ("0", "page: expected a whole number from 1 to"),
        ("one", "page: expected a whole number from 1 to"),
    ],
)
def test_a_page_that_is_not_there_is_named_with_its_line(
    folder: Path, page: str, problem: str
) -> None:
    shown = f"{{file: drawing.pdf, page: {page}, caption: {{en: Section}}}}"
    said = put(folder, "drawing.pdf", pdf(), shown=shown)
    assert any(f"mount/instruction.yaml:10: steps[0].more[0].{problem}" in line for line in said)


def test_only_a_pdf_has_pages(folder: Path) -> None:
    shown = "{file: plate.png, page: 2, caption: {en: Section}}"
    (said,) = put(folder, "plate.png", png(b"\0" * 12, 2, 2, 6), shown=shown)
    assert said.endswith("page: only a PDF has pages, and plate.png is none")


def test_a_file_that_is_no_pdf_is_refused(folder: Path) -> None:
    (said,) = put(folder, "drawing.pdf", b"%PDF-1.7 and no more")
    assert said.startswith("mount/pictures/drawing.pdf: not a PDF that can be read: ")


def test_a_caption_is_asked_for(folder: Path) -> None:
    (said,) = put(folder, "b.svg", SVG, shown="{file: b.svg}")
    assert said == "mount/instruction.yaml:10: steps[0].more[0].caption: is missing"


def test_a_caption_too_long_for_its_button_is_warned_about(folder: Path) -> None:
    shown = "{file: b.svg, caption: {en: Seen from the far side of it}}"
    (said,) = put(folder, "b.svg", SVG, shown=shown)
    assert said.endswith('caption: 28 characters in "en"; a button has room for 22')


def test_a_page_becomes_two_pictures_and_the_pdf_stays_at_home(folder: Path) -> None:
    shown = "{file: drawing.pdf, page: 2, caption: {en: Section}}"
    assert put(folder, "drawing.pdf", pdf(), shown=shown) == []
    published = load(folder)
    (more,) = published.instruction.steps[0].more
    assert more.large is not None
    widths = [
        Image.open(io.BytesIO(published.blobs[blob])).width for blob in (more.blob, more.large)
    ]
    assert tuple(widths) == SIZES_PX
    assert not [b for b in published.blobs.values() if b.startswith(b"%PDF")]
    assert {more.blob, more.large} <= set(published.instruction.blobs)


def test_the_step_s_own_picture_may_be_a_page_too(folder: Path) -> None:
    path = folder / "instruction.yaml"
    (folder / "pictures" / "drawing.pdf").write_bytes(pdf(1))
    path.write_text(path.read_text().replace(PICTURE, "    picture: {file: drawing.pdf}\n"))
    step = load(folder).instruction.steps[0]
    assert step.picture is not None
    assert step.picture_large not in (None, step.picture)


def test_equal_drawings_give_one_revision(folder: Path) -> None:
    shown = "{file: drawing.pdf, caption: {en: Section}}"
    put(folder, "drawing.pdf", pdf(), shown=shown)
    assert load(folder).revision == load(folder).revision


def test_more_than_six_pictures_are_too_many_to_choose_from(folder: Path) -> None:
    shown = ", ".join(["{file: plate.svg, caption: {en: More}}"] * 6)
    (said,) = put(folder, "plate.svg", SVG, shown=shown)
    assert said.endswith("more: 6 further pictures; at most 5 can be chosen from")


def test_a_place_has_its_own_words_and_picture(folder: Path) -> None:
    (place,) = load(folder).instruction.steps[0].positions
    assert (place.detail, place.zoom) == ({"en": "Round"}, load(folder).instruction.blobs[0])


def test_more_than_eight_places_with_words_of_their_own_are_too_many(folder: Path) -> None:
    path = folder / "instruction.yaml"
    places = ", ".join(f"{{id: p{n}, x: 0.5, y: 0.5, detail: {{en: Round}}}}" for n in range(9))
    text = path.read_text()
    start, end = text.index("    positions: ["), text.index("  - id: swear")
    path.write_text(f"{text[:start]}    positions: [{places}]\n{text[end:]}")
    (said,) = (str(p) for p in check(folder))
    assert said.endswith("positions: only 8 places can say more about themselves")


def test_a_zoom_that_is_not_there_is_named(folder: Path) -> None:
    path = folder / "instruction.yaml"
    path.write_text(path.read_text().replace("zoom: plate.svg", "zoom: plait.svg"))
    (said,) = (str(p) for p in check(folder))
    assert 'steps[0].positions[0].zoom: no "plait.svg"' in said


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    kind: confirm\n", "    kind: confirm\n    is_critical: true\n", "unknown key"),
        (PICTURE, PICTURE + "    uses: [bolt]\n", 'uses: "bolt" is not in the bill of variant A'),
    ],
)
def test_what_a_step_claims_must_make_sense(
    folder: Path, old: str, new: str, problem: str
) -> None:
    path = folder / "instruction.yaml"
    path.write_text(path.read_text().replace(old, new, 1))
    assert any(problem in str(p) for p in check(folder)), check(folder)
    with pytest.raises(InvalidInput):
        load(folder)


def test_four_lines_are_warned_about(folder: Path) -> None:
    path = folder / "instruction.yaml"
    three = "    text:\n      en: |\n" + "        Turn it.\n" * 3
    path.write_text(path.read_text().replace(PICTURE, PICTURE + three))
    assert check(folder) == []
    assert load(folder).instruction.steps[0].text == {"en": "Turn it.\nTurn it.\nTurn it."}
    path.write_text(path.read_text().replace(three, three + "        Turn it.\n"))
    (said,) = check(folder)
    assert said.is_warning
    assert "more than 3 lines" in said.message


def test_only_a_face_with_room_for_them_takes_lines(folder: Path) -> None:
    path = folder / "instruction.yaml"
    lines = "    statement:\n      en: |-\n        It is done\n        and clean\n"
    path.write_text(path.read_text().replace("    statement: {en: It is done}\n", lines))
    (said,) = check(folder)
    assert "expected one line" in said.message


@given(cut=st.integers(0, len(loop()) - 1))
def test_a_loop_cut_anywhere_is_never_half_believed(cut: int) -> None:
    with pytest.raises(NotALoop):
        read_loop(loop()[:cut])


@given(content=st.binary(max_size=200))
def test_any_bytes_are_a_loop_or_are_not(content: bytes) -> None:
    for start in (b"", b"GIF89a", b"RIFF\x40\0\0\0WEBPVP8X"):
        try:
            found = read_loop(start + content)
        except NotALoop:
            continue
        assert found.frames >= 0
        assert found.seconds >= 0


@given(content=st.binary(max_size=40))
def test_any_bytes_are_of_some_kind(content: bytes) -> None:
    assert kind_of(content) in MediaKind


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_loop_is_measured(kind: str) -> None:
    found = read_loop(loop(kind, seconds=4))
    assert (found.width_px, found.height_px, found.frames, found.seconds) == (40, 30, 4, 4.0)


def test_a_coloured_page_keeps_its_colour() -> None:
    grey, red = png(b"\x80" * 12, 2, 2, 6), png(b"\xff\0\0" * 4, 2, 2, 6)
    assert [Image.open(io.BytesIO(p)).mode for p in (grey, red)] == ["L", "RGB"]
    assert Image.open(io.BytesIO(red)).getpixel((1, 1)) == (255, 0, 0)
