"""Labels as ZPL, the printer's status, its URLs and the simulator's ear."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from app.domain.errors import InvalidInput
from app.domain.labels import Label, sample_label, unit_label
from device_drivers.printer.host_status import AnswerReader, Trouble, parse_host_status
from device_drivers.printer.page import pdf_of
from device_drivers.printer.simulator import lines_of, take_pieces
from device_drivers.printer.url import Paper, parse_printer_url
from device_drivers.printer.zpl import zpl_of

FONT = Path(__file__).parents[2] / "resources/fonts/Inter-Medium.ttf"
QUIET = ("030,0,0,0320,000,0,0,0,000,0,0,0", "000,0,0,0,1,2,6,0,00000000,1,000", "0000,0")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ipp://host", "begins with printer://"),
        ("printer://", "names no printer"),
        ("printer://host:99999", "its port is no number"),
        ("printer://host/path", "names no printer"),
        ("printer://host?profile=epl", "speaks zpl, not 'epl'"),
        ("printer://host?speed=3", "unknown setting speed"),
        ("printer://host?dpi=200", "dpi must be one of 203, 300, 600"),
        ("printer://host?width_mm=wide", "width_mm must be whole millimetres"),
        ("printer+cups://queue/more", "names a queue only"),
    ],
)
def test_a_wrong_url_says_what_is_wrong(url: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why):
        parse_printer_url(url)


def test_urls_name_a_host_a_device_file_or_a_queue() -> None:
    assert parse_printer_url("printer://10.0.0.7?profile=zpl").place == "10.0.0.7:9100"
    assert parse_printer_url("printer:///dev/usb/lp0?dpi=300").path == "/dev/usb/lp0"
    assert parse_printer_url("printer+cups://Labels_2").queue == "Labels_2"
    assert parse_printer_url("printer+cups://").place == "the default queue"


def test_a_label_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(InvalidInput, match="does not fit on 60 × 40 mm"):
        zpl_of(Label(kind="unit", lines=("x" * 200,)), Paper(), 203)
    with pytest.raises(InvalidInput, match="1 to 12 lines"):
        zpl_of(Label(kind="unit", lines=()), Paper(), 203)


@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), min_size=1, max_size=4
    )
)
def test_every_text_reaches_the_printer_as_it_is(lines: list[str]) -> None:
    label = Label(kind="unit", lines=tuple(lines))
    sent = zpl_of(label, Paper(), 203)
    assert sent.count(b"^XA") == sent.count(b"^XZ") == 1
    assert lines_of(sent) == label.lines


def test_a_pdf_label_holds_its_text_on_its_own_size() -> None:
    label = unit_label(serial="SN 0231", product="GM", variant="A", order="10 4711")
    page = PdfReader(io.BytesIO(pdf_of(label, Paper(50, 30), FONT))).pages[0]
    assert page.extract_text().split("\n")[:3] == ["SN 0231", "GM A", "10 4711"]
    assert round(float(page.mediabox.width) / 72 * 25.4) == 50


def test_the_test_label_says_where_it_comes_from() -> None:
    assert sample_label("ST-1", "P-1", "2026-03-31 10:00").lines[1:3] == ("ST-1", "P-1")


@pytest.mark.parametrize(
    ("string", "field", "trouble"),
    [
        (0, 1, Trouble.PAPER_OUT),
        (0, 2, Trouble.PAUSED),
        (0, 5, Trouble.BUFFER_FULL),
        (0, 9, Trouble.RAM_LOST),
        (0, 10, Trouble.TOO_COLD),
        (0, 11, Trouble.TOO_HOT),
        (1, 2, Trouble.HEAD_OPEN),
        (1, 3, Trouble.RIBBON_OUT),
    ],
)
def test_each_flag_of_the_host_status_is_a_sentence(
    string: int, field: int, trouble: Trouble
) -> None:
    rows = [text.split(",") for text in QUIET]
    rows[string][field] = "1"
    status = parse_host_status((",".join(rows[0]), ",".join(rows[1]), ",".join(rows[2])))
    assert status.troubles == (trouble,)
    assert ": " in status.sentence


def test_what_waits_in_the_printer_is_counted() -> None:
    first = "030,0,0,0320,002,0,0,0,000,0,0,0"
    second = "000,0,0,0,1,2,6,0,00000007,1,000"
    status = parse_host_status((first, second, "0000,0"))
    assert (status.formats, status.labels, status.is_idle) == (2, 7, False)
    assert parse_host_status(QUIET).is_idle


@given(st.lists(st.text(max_size=60), max_size=4))
def test_anything_else_is_no_host_status(strings: list[str]) -> None:
    if any("," not in text for text in strings) or len(strings) != 3:
        with pytest.raises(InvalidInput, match="no host status"):
            parse_host_status(tuple(strings))


@given(st.binary(max_size=300), st.integers(1, 40))
def test_answers_are_found_in_pieces_of_any_size(noise: bytes, size: int) -> None:
    noise = noise.replace(b"\x02", b"").replace(b"\x03", b"")
    stream = noise + b"".join(b"\x02%s\x03\r\n" % text.encode() for text in QUIET)
    reader = AnswerReader()
    for start in range(0, len(stream), size):
        reader.feed(stream[start : start + size])
    assert reader.take(3) == QUIET


def test_the_simulator_takes_commands_between_and_behind_formats() -> None:
    buffer = bytearray(b"noise~HS\r\n^XA^FDa^FS^XZ~HI^XA^FDhalf")
    assert take_pieces(buffer) == [b"~HS", b"^XA^FDa^FS^XZ", b"~HI"]
    assert bytes(buffer) == b"^XA^FDhalf"
