"""Codes we write: another program reads what was meant, from picture, page and printer."""

from __future__ import annotations

import io
import random
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
import zxingcpp
from biip.gs1_messages import GS1Message
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json, structs
from numpy.typing import NDArray
from PIL import Image

from app.cli import main
from app.domain.errors import InvalidInput
from app.domain.labels import Label, Symbol, SymbolKind, code_label, unit_label
from app.domain.scans import ScanKind
from app.scanning.parser import parse_scan
from app.scanning.writing import GS1_128_CHARS, symbol_of
from device_drivers.printer.layout import lay_out, paper_for
from device_drivers.printer.page import pdf_of
from device_drivers.printer.picture import png_of
from device_drivers.printer.simulator import lines_of
from device_drivers.printer.symbols import modules_of
from device_drivers.printer.url import Paper
from device_drivers.printer.zpl import zpl_of
from tests.helpers.code128_reader import read_gs1_128
from tests.helpers.effort import effort
from tests.helpers.gs1_strings import GS, as_printed, as_sent, burn, random_elements

GTIN = "09506000134352"
FONT = Path(__file__).parents[2] / "resources/fonts/Inter-Medium.ttf"
TWO_D = (SymbolKind.DATAMATRIX, SymbolKind.QR)
MOST = {SymbolKind.GS1_128: GS1_128_CHARS, SymbolKind.DATAMATRIX: 300, SymbolKind.QR: 300}
AIM = {SymbolKind.GS1_128: "]C1", SymbolKind.DATAMATRIX: "]d2", SymbolKind.QR: "]Q3"}
#: Without ITF and the like, of which it finds short ones in the middle of others.
FORMATS = zxingcpp.BarcodeFormats(
    [
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.DataMatrix,
        zxingcpp.BarcodeFormat.QRCode,
    ]
)
STRINGS = effort(usual=100, soak=1_000)


def read(picture: NDArray[np.uint8]) -> tuple[str, bytes]:
    """What a camera reads: the AIM identifier and the bytes, and nothing else is sent."""
    mode = zxingcpp.TextMode.HexECI
    (found,) = zxingcpp.read_barcodes(np.ascontiguousarray(picture), FORMATS, text_mode=mode)
    assert bytes.fromhex(found.text) == found.symbology_identifier.encode() + found.bytes
    return found.symbology_identifier, found.bytes


def of_png(content: bytes) -> NDArray[np.uint8]:
    return np.array(Image.open(io.BytesIO(content)).convert("L"))


def of_pdf(content: bytes, scale: float = 4) -> NDArray[np.uint8]:
    document = pypdfium2.PdfDocument(content)
    picture: NDArray[np.uint8] = document[0].render(scale=scale, grayscale=True).to_numpy()
    document.close()
    return picture.reshape(picture.shape[:2])


def every_way(symbol: Symbol, dpi: int) -> dict[str, tuple[str, bytes]]:
    """What is read from the picture, the page and the printed label."""
    label = code_label(symbol)
    paper = paper_for(label, dpi)
    return {
        "png": read(of_png(png_of(symbol, dpi))),
        "pdf": read(of_pdf(pdf_of(label, paper, FONT, dpi))),
        "zpl": read(burn(zpl_of(label, paper, dpi))),
    }


@pytest.mark.parametrize("kind", SymbolKind)
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing to write"),
        ("]d2", "nothing to write"),
        (f"(01){GTIN[:-1]}3", "wrong check digit; 2 would be right"),
        ("(00)106141412345678909", "wrong check digit; 8 would be right"),
        ("(414)9506000134351", "wrong check digit; 2 would be right"),
        ("(17)270230", r"\(17\)270230 is not what it has to be: Expiration date"),
        ("(17)271300", "not what it has to be"),
        ("(10)" + "A" * 21, r"not what it has to be: Batch or lot number, N2\+X\.\.20"),
        ("(10)A{7", "not what it has to be"),
        ("(05)1", r"no application identifier \(05\)"),
        ("(8)1", r"no application identifier \(8\)"),
        ("(99999)1", r"no application identifier \(99999\)"),
        ("(10)", "nothing behind an identifier"),
        ("(10)A(7", "an open bracket inside a value"),
        ("(10)A7(10)A7", "stands there twice"),
        (f"10A7{GS}10B8", "stands there twice"),
        (f"01{GTIN}10A7(21)12{GS}", "brackets people read"),
        (f"]C1(01){GTIN}(10)A7(21", "an open bracket inside a value"),
        (f"10{'A' * 20}2112{GS}", "without a separator"),
        (f"A7{GS}", "no GS1 element begins with 'A7'"),
        (f"10ß{GS}", "beyond ASCII"),
    ],
)
def test_what_would_say_something_wrong_is_not_written(
    kind: SymbolKind, text: str, why: str
) -> None:
    with pytest.raises(InvalidInput, match=f"^{kind}: .*{why}"):
        symbol_of(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (SymbolKind.GS1_128, "0418-77231", "no GS1 element begins with"),
        (SymbolKind.GS1_128, f"https://id.gs1.org/01/{GTIN}", "no GS1 element begins with"),
        (SymbolKind.GS1_128, "(91)" + "A" * 47, "a GS1-128 holds 48"),
        (SymbolKind.QR, f"https://parts.example/01/{GTIN[:-1]}3", "no sound GS1 Digital Link"),
        (SymbolKind.QR, "https://id.gs1.org/AQnYUc1gmg", "no sound GS1 Digital Link"),
        (SymbolKind.QR, "tab\there", "control characters"),
    ],
)
def test_a_kind_that_does_not_suit_the_content_is_refused(
    kind: SymbolKind, text: str, why: str
) -> None:
    with pytest.raises(InvalidInput, match=why):
        symbol_of(kind, text)


@pytest.mark.parametrize("kind", TWO_D)
def test_more_than_a_code_holds_is_refused(kind: SymbolKind) -> None:
    with pytest.raises(InvalidInput, match=f"{kind}: this code cannot be drawn: Input too long"):
        png_of(symbol_of(kind, "x" * 3_000), 203)


def test_a_code_that_reads_as_something_else_is_never_drawn() -> None:
    right = symbol_of(SymbolKind.QR, f"(01){GTIN}(10)A7")
    for wrong in (structs.replace(right, text="other"), structs.replace(right, elements=())):
        with pytest.raises(InvalidInput, match="so it is not printed"):
            png_of(structs.replace(wrong, elements=right.elements[:1]), 203)


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (Paper(60, 40), None),
        (Paper(50, 40), "code does not fit on 50 × 40 mm with modules of 0.25 mm"),
        (Paper(60, 16), "text does not fit"),
    ],
)
def test_bars_that_do_not_fit_are_not_squeezed(paper: Paper, why: str | None) -> None:
    label = code_label(symbol_of(SymbolKind.GS1_128, f"(01){GTIN}(10)A7"))
    if why is None:
        assert read(burn(zpl_of(label, paper, 203)))[0] == "]C1"
    else:
        with pytest.raises(InvalidInput, match=why):
            zpl_of(label, paper, 203)


def test_a_printed_code_is_the_picture_of_it_and_its_brackets_are_only_letters() -> None:
    label = code_label(symbol_of(SymbolKind.GS1_128, f"(01){GTIN}(17)270300(10)A7(21)S-9"))
    sent = zpl_of(label, Paper(110, 40), 203)
    assert "".join(lines_of(sent)) == f"(01){GTIN}(17)270300(10)A7(21)S-9"
    assert read(burn(sent)) == ("]C1", f"01{GTIN}1727030010A7{GS}21S-9".encode())


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("kind", SymbolKind)
def test_random_element_strings_are_read_back_byte_by_byte(kind: SymbolKind, dpi: int) -> None:
    chance = random.Random(f"{kind} {dpi}")  # noqa: S311 - no secret
    for _ in range(STRINGS // 9 + 1):
        elements = random_elements(chance, MOST[kind])
        symbol = symbol_of(kind, AIM[kind] + as_sent(elements))
        assert list(symbol.elements) == elements
        wanted = (symbol.aim, as_sent(elements).encode())
        assert every_way(symbol, dpi) == dict.fromkeys(("png", "pdf", "zpl"), wanted), elements


@given(st.integers(0, 2**32))
def test_bars_say_it_by_the_standards_own_table_too(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    sent = as_sent(random_elements(chance, GS1_128_CHARS))
    assert read_gs1_128(modules_of(symbol_of(SymbolKind.GS1_128, sent)).rows[0]) == sent


@given(st.text("0123456789ABCabc:/.- ", min_size=1, max_size=60).filter(str.strip))
def test_a_second_program_reads_our_qr_codes_too(text: str) -> None:
    modules = modules_of(Symbol(kind=SymbolKind.QR, text=text))
    dark = np.pad(np.array(modules.rows), modules.quiet)
    picture = np.kron(np.where(dark, 0, 255), np.ones((8, 8))).astype(np.uint8)
    found, _, _ = cv2.QRCodeDetectorAruco().detectAndDecode(picture)
    assert found == text


@given(st.integers(0, 2**32), st.sampled_from(SymbolKind))
def test_what_is_written_is_understood_as_what_was_meant(seed: int, kind: SymbolKind) -> None:
    elements = random_elements(random.Random(seed), MOST[kind])  # noqa: S311 - no secret
    symbol = symbol_of(kind, AIM[kind] + as_sent(elements))
    assert list(symbol.elements) == elements
    assert not any(f"({identifier})" in symbol.text for identifier, _ in elements)
    scan = parse_scan(symbol.aim + symbol.text)
    values = dict(elements)
    assert (scan.lot, scan.serial) == (values.get("10"), values.get("21"))
    assert scan.gtin == values.get("01")
    assert json.decode(json.encode(symbol), type=Symbol) == symbol
    printed = as_printed(elements)
    if not any("(" in value for value in values.values()):
        assert symbol_of(kind, printed) == symbol


@given(st.integers(0, 2**32))
def test_a_link_says_the_same_as_the_elements_it_is_made_of(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    others = [one for one in random_elements(chance) if one[0] not in {"00", "01", "414"}]
    sent = as_sent([("01", GTIN), *others])
    link = GS1Message.parse(sent).as_gs1_digital_link_uri().as_uri(domain="parts.example")
    symbol = symbol_of(SymbolKind.QR, link)
    assert read(of_png(png_of(symbol, 203))) == ("]Q1", link.encode())
    meant = parse_scan("]d2" + sent)
    got = parse_scan("]Q1" + link)
    assert meant.kind is ScanKind.PART
    assert got == structs.replace(meant, raw=got.raw, symbology="]Q1")


@pytest.mark.parametrize("kind", TWO_D)
@pytest.mark.parametrize(
    "text",
    [
        "0418-77231",
        "PO-100482",
        "LOT (a) of two",
        "Grüße, 世界",
        "[)>\x1e06\x1dPGX-200\x1dS0418-77231\x1e\x04",
        f"https://id.gs1.org/01/{GTIN}/10/A7/21/S-9?17=270331",
    ],
)
def test_other_texts_go_into_square_codes_as_they_are(kind: SymbolKind, text: str) -> None:
    symbol = symbol_of(kind, text)
    assert symbol.aim in {"]d1", "]Q1"}
    assert read(of_png(png_of(symbol, 203))) == (symbol.aim, text.encode())
    assert read(burn(zpl_of(code_label(symbol), Paper(100, 50), 300)))[1] == text.encode()


@pytest.mark.parametrize("kind", TWO_D)
def test_what_the_station_reads_as_gs1_is_written_as_gs1(kind: SymbolKind) -> None:
    for text in (f"01{GTIN}10A7", f"(01){GTIN}(10)A7", f"]d201{GTIN}10A7{GS}", "]Q3(10)A7"):
        assert symbol_of(kind, text).aim in {"]d2", "]Q3"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_text_is_written_as_it_is_or_refused_in_words(text: str) -> None:
    for kind in SymbolKind:
        said = ""
        try:
            symbol = symbol_of(kind, text)
            assert read(of_png(png_of(symbol, 203))) == (symbol.aim, symbol.text.encode())
        except InvalidInput as error:
            said = str(error)
        assert said == "" or (said.startswith(f"{kind}: ") and said.endswith("."))


def test_a_unit_label_with_a_code_keeps_its_words_beside_it() -> None:
    serial = "0418-77231"
    symbol = symbol_of(SymbolKind.DATAMATRIX, serial)
    label = unit_label(serial=serial, product="GX-200", variant="B", order="PO-1", symbol=symbol)
    for dpi in (203, 300, 600):
        printed = zpl_of(label, Paper(), dpi)
        assert lines_of(printed) == (serial, "GX-200 B", "PO-1")
        assert read(burn(printed)) == ("]d1", serial.encode())
        layout = lay_out(label, Paper(), dpi)
        assert layout.symbol is not None
        edge_mm = (layout.symbol.left_dots + layout.symbol.height_dots) / dpi * 25.4
        assert all(line.left_mm >= edge_mm + 1.9 for line in layout.lines)
    scan = parse_scan(f"{symbol.aim}{symbol.text}")
    assert (scan.kind, scan.value) == (ScanKind.UNIT, serial)


def test_a_code_is_as_large_as_the_words_leave_room_for() -> None:
    label = unit_label(
        serial="0418-77231",
        product="GX-200",
        variant="B",
        order="PO-1",
        symbol=symbol_of(SymbolKind.DATAMATRIX, "0418-77231"),
    )
    layout = lay_out(label, Paper(), 203)
    assert layout.symbol is not None
    assert layout.symbol.height_dots > 12 / 25.4 * 203
    assert min(line.height_mm for line in layout.lines) >= 4


def test_a_code_gives_way_to_the_words_as_far_as_scanners_read_it() -> None:
    symbol = symbol_of(SymbolKind.DATAMATRIX, "0418-77231")
    small = Paper(34, 20)
    label = Label(kind="unit", lines=("0418-77231", "GX-200 B", "PO-100482-GEAR-A"), symbol=symbol)
    wide, tight = (lay_out(label, paper, 300).symbol for paper in (Paper(), small))
    assert wide is not None
    assert tight is not None
    assert wide.dots > tight.dots >= 3
    assert read(burn(zpl_of(label, small, 300))) == ("]d1", b"0418-77231")
    with pytest.raises(InvalidInput, match="text does not fit on 20 × 20 mm"):
        zpl_of(label, Paper(20, 20), 300)


def test_labels_of_before_there_were_codes_are_read_and_written_as_they_were() -> None:
    old = b'{"kind":"unit","lines":["0418-77231","GX-200 B","PO-1"]}'
    label = json.decode(old, type=Label)
    assert label.symbol is None
    assert json.encode(label) == old


def write(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(["label", "write", *words])
    return status, capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--kind", "qr", "--data", "x", "--out", "x.svg"), "written as .png, .pdf or .zpl"),
        (("--kind", "qr", "--data", "x", "--out", "x.png", "--size", "9x9"), "leave --size out"),
        (("--kind", "qr", "--data", "x", "--out", "x.pdf", "--size", "big"), "such as 60x40"),
        (("--kind", "qr", "--data", "x", "--out", "x.pdf", "--size", "8x8"), "does not fit"),
        (("--kind", "qr", "--data", "(10)", "--out", "x.pdf"), "nothing behind an identifier"),
        (("--kind", "qr", "--data", "x", "--out", "no/x.zpl"), "cannot be written"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_writes_nothing(
    words: tuple[str, ...],
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    status, said = write(capsys, *words)
    assert (status, said.count("\n")) == (2, 1)
    assert why in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["gs1-128", "datamatrix", "qr"])
@pytest.mark.parametrize("separator", [r"\x1d", "<GS>", "{GS}", "^]"])
def test_the_command_writes_all_three_files(
    kind: str, separator: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = f"01{GTIN}10A7{GS}2112".encode()
    readers = {".png": of_png, ".pdf": of_pdf, ".zpl": burn}
    for ending, picture in readers.items():
        out = tmp_path / f"code{ending}"
        words = ("--kind", kind, "--data", f"01{GTIN}10A7{separator}2112", "--out", str(out))
        assert write(capsys, *words) == (0, "")
        assert read(picture(out.read_bytes()))[1] == wanted
