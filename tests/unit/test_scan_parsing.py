"""Scans: each code is one thing or unknown, never a guess."""

from __future__ import annotations

import argparse
import base64
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from app.cli import main
from app.commands import scan as scan_command
from app.domain.errors import InvalidInput
from app.domain.gtin import check_digit
from app.domain.scan_patterns import pattern, with_own
from app.domain.scans import Scan, ScanFault, ScanKind
from app.scanning import gs1
from app.scanning.parser import MAX_CHARS, parse_scan

GTIN = "09506000134352"
GS = "\x1d"
LOT_CHARS = st.sampled_from("!\"%&'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"]d201{GTIN[:-1]}310A7", id="wrong check digit"),
        pytest.param(f"01{GTIN[:-1]}3", id="wrong check digit, no AIM identifier"),
        pytest.param(f"]d201{GTIN}1727023010A7", id="30 February"),
        pytest.param(f"]d201{GTIN}17271310", id="month 13"),
        pytest.param(f"]d201{GTIN}05123", id="unknown application identifier"),
        pytest.param("]d20109506000", id="cut off in the GTIN"),
        pytest.param(f"]d201{GTIN}10", id="cut off before the lot"),
        pytest.param(f"]d201{GTIN}17270", id="cut off in the date"),
        pytest.param(f"]d201{GTIN}10{'A' * 20}2142", id="separator lost behind a full lot"),
        pytest.param(f"]d201{GTIN}10A7{GS}10B8", id="two lots"),
        pytest.param(f"]d201{GTIN}10A 7", id="a blank in the lot"),
        pytest.param(f"]d2 01{GTIN}", id="blank before the first field"),
        pytest.param(f"]C1{GTIN}", id="digits without identifier in GS1-128"),
        pytest.param("]d2", id="nothing behind the AIM identifier"),
        pytest.param(f"]d201{'٠٩٥٠٦٠٠٠١٣٤٣٥٢'}", id="digits of another script"),
        pytest.param(f"(01){GTIN[:-1]}3(10)A7", id="wrong check digit in brackets"),
        pytest.param(f"(01){GTIN}(10)A(7", id="an open bracket inside the lot"),
        pytest.param(f"(01){GTIN}(xx)7(10)A", id="no number in brackets"),
        pytest.param(f"]d201{'0' * 14}", id="a GTIN of zeros, which has a good check digit"),
        pytest.param("]E00000000000000", id="an EAN of zeros"),
        pytest.param("https://id.gs1.org/01/0", id="a link of zeros"),
        pytest.param("]E05901234123450", id="EAN-13 with a wrong check digit"),
        pytest.param("]E0590123412345", id="EAN-13 with a digit lost, as a UPC it would fail too"),
        pytest.param(f"https://id.gs1.org/01/{GTIN[:-1]}3", id="link with a wrong check digit"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}?10=A&10=B", id="link with two lots"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}?10=", id="link with an empty lot"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}?1234=5", id="link with an unknown number"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}/10/A?10=B", id="link against itself"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}?17=270230", id="link with 30 February"),
        pytest.param(f"https://id.gs1.org/gtin/{GTIN[:-1]}3", id="old link with a wrong digit"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}?exp=270230", id="old link with 30 February"),
        pytest.param(f"https://id.gs1.org/01/{GTIN}?exp=270331&17=270331", id="two expiry dates"),
        pytest.param(f"https://id.gs1.org/gtin/{GTIN}/sn/S-9", id="a key that no link has"),
        pytest.param(f"]d5\\00000401{GTIN}10Aé", id="a letter of another encoding"),
        pytest.param("]Q2\\000026PO-1\\0000040482", id="two encodings"),
        pytest.param("]Q1\\000026PO-100482", id="a mark that its code does not announce"),
        pytest.param("https://example.com/about", id="some other address"),
        pytest.param("http://[", id="not an address"),
        pytest.param("5901234123457", id="bare digits, even with a good check digit"),
        "PO-100482 x",
        "xPO-100482",
        "0418-7723",
        "0418-772311",
        "CMD:FORMAT",
        "cmd:confirm",
        "P:;L:1",
        "P:SKF 6204;L:",
        "BADGE-",
        "",
        "   ",
        "]",
        "A" * (MAX_CHARS + 1),
    ],
)
def test_what_is_damaged_or_foreign_is_unknown_and_nothing_is_made_up(text: str) -> None:
    scan = parse_scan(text)
    bare = Scan(kind=ScanKind.UNKNOWN, raw=text, symbology=scan.symbology)
    assert scan == structs.replace(bare, keyboard=scan.keyboard, fault=scan.fault)


@pytest.mark.parametrize(
    ("text", "symbology"),
    [
        (f"]d201{GTIN}1727033110A7{GS}21S-9", "]d2"),
        (f"]C101{GTIN}1727033110A7{GS}21S-9", "]C1"),
        (f"]Q301{GTIN}21S-9{GS}10A7{GS}17270331", "]Q3"),
        (f"]Q4\\00002601{GTIN}21S-9{GS}10A7{GS}17270331", "]Q4"),
        (f"]d5\\00000301{GTIN}1727033110A7{GS}21S-9", "]d5"),
        (f"]e001{GTIN}21S-9{GS}10A7{GS}17270331{GS}", "]e0"),
        (f"01{GTIN}1727033110A7{GS}21S-9", None),
        (f"{GS}01{GTIN}1727033110A7{GS}21S-9\r\n", None),
        (f"(01){GTIN}(17)270331(10)A7(21)S-9", None),
        (f"(01) {GTIN} (17) 270331 (10) A7 (21) S-9", None),
        (f"https://id.gs1.org/01/{GTIN}/10/A7/21/S-9?17=270331", None),
        (f"]Q1https://id.gs1.org/01/{GTIN}/10/A7/21/S-9?17=270331&lang=de", "]Q1"),
        (f"HTTPS://parts.example/x/01/{GTIN[1:]}/10/A7/21/S-9?17=270331", None),
        (f"https://id.gs1.org/gtin/{GTIN}/lot/A7/ser/S-9?exp=270331", None),
        (f"https://id.gs1.org/01/{GTIN}/10/A7/21/S-9?lang=de&exp=270331", None),
    ],
)
def test_every_gs1_form_of_a_part_says_the_same(text: str, symbology: str | None) -> None:
    assert parse_scan(text) == Scan(
        kind=ScanKind.PART,
        raw=text,
        symbology=symbology,
        gtin=GTIN,
        lot="A7",
        serial="S-9",
        expiry=date(2027, 3, 31),
    )


def test_day_00_is_the_last_day_of_the_month() -> None:
    assert parse_scan(f"]d201{GTIN}17280200").expiry == date(2028, 2, 29)


def test_best_before_is_no_expiry() -> None:
    assert parse_scan(f"]d201{GTIN}15270331").expiry is None


def test_a_box_label_names_its_content_and_count() -> None:
    scan = parse_scan(f"]C102{GTIN}3714{GS}1088213")
    assert (scan.gtin, scan.quantity, scan.lot) == (GTIN, 14, "88213")


def test_a_lot_without_a_part_is_read_but_not_routed() -> None:
    scan = parse_scan("]C11088213")
    assert (scan.kind, scan.lot, scan.gtin) == (ScanKind.UNKNOWN, "88213", None)


def test_a_gtin_is_always_fourteen_digits() -> None:
    assert parse_scan("]E05901234123457").gtin == "05901234123457"
    assert parse_scan("]E496385074").gtin == "00000096385074"
    assert parse_scan(f"]I1{GTIN}").gtin == GTIN


def test_a_gtin_alone_is_a_part_also_without_an_aim_identifier() -> None:
    assert parse_scan(f"01{GTIN}").gtin == GTIN


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("SN 0418-77231", ScanKind.UNIT, "0418-77231"),
        ("0418-77231", ScanKind.UNIT, "0418-77231"),
        ("]C0SN 0418-77231\r", ScanKind.UNIT, "0418-77231"),
        ("PO-100482", ScanKind.ORDER, "PO-100482"),
        ("BADGE-417-K7QX", ScanKind.BADGE, "417-K7QX"),
        ("LOC-B3", ScanKind.LOCATION, "B3"),
        ("CMD:CONFIRM", ScanKind.COMMAND, "CONFIRM"),
        ("CMD:PROBLEM", ScanKind.COMMAND, "PROBLEM"),
        ("]Q2\\000026PO-100482", ScanKind.ORDER, "PO-100482"),
        ("]d1CMD:REPEAT", ScanKind.COMMAND, "REPEAT"),
        ("CMD:ACK", ScanKind.COMMAND, "ACK"),
    ],
)
def test_the_plants_own_codes_are_known_whole(text: str, kind: ScanKind, value: str) -> None:
    scan = parse_scan(text)
    assert (scan.kind, scan.value, scan.raw) == (kind, value, text)


def test_a_plain_part_label_gives_part_lot_and_serial() -> None:
    scan = parse_scan("P:SKF 6204;L:88213;S:0041;Q:2")
    assert (scan.part, scan.lot, scan.serial, scan.quantity) == ("SKF 6204", "88213", "0041", 2)
    assert parse_scan("P:SKF 6204").lot is None


def test_a_gs1_symbol_is_never_read_by_a_plant_pattern() -> None:
    greedy = (pattern("unit", r"(?P<value>.+)"),)
    assert parse_scan(f"]d201{GTIN[:-1]}3", patterns=greedy).kind is ScanKind.UNKNOWN
    assert parse_scan("5901234123457", patterns=greedy).kind is ScanKind.UNIT


def test_a_plant_pattern_goes_before_digits_that_look_like_gs1() -> None:
    ours = (pattern("unit", r"(?P<value>01\d{14})"),)
    assert parse_scan(f"01{GTIN}", patterns=ours).kind is ScanKind.UNIT


def compressed(gtin: str, more: str = "") -> str:
    """A GTIN as compressed links have it: the key in 8 bits, the number in 47."""
    bits = f"00000001{int(gtin):047b}{more}"
    padded = bits.ljust(-(-len(bits) // 24) * 24, "0")
    return base64.urlsafe_b64encode(int(padded, 2).to_bytes(len(padded) // 8)).decode()


@pytest.mark.parametrize(
    "text",
    [
        f"https://id.gs1.org/{compressed(GTIN)}",
        f"https://parts.example/gearbox/{compressed(GTIN, '0001000000101')}",
        f"]Q1https://parts.example/{compressed(GTIN)}",
        "https://id.gs1.org/AQnYUc1gmiERBhQ",
    ],
)
def test_a_compressed_link_is_not_read_and_says_why(text: str) -> None:
    scan = parse_scan(text)
    assert (scan.kind, scan.fault, scan.gtin) == (ScanKind.UNKNOWN, ScanFault.COMPRESSED, None)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/about",
        "https://example.com/products/gearboxes-2027",
        f"https://parts.example/{compressed(GTIN[:-1] + '3')}",
        f"https://id.gs1.org/01/{GTIN[:-1]}3",
        "https://id.gs1.org/",
        "http://[",
    ],
)
def test_another_address_is_not_called_compressed(text: str) -> None:
    assert parse_scan(text).fault is None


def test_what_two_patterns_read_differently_is_nothing() -> None:
    ours = (pattern("unit", r"(?P<value>\d{6,})"), pattern("order", r"(?P<value>7\d{5})"))
    scan = parse_scan("712345", patterns=ours)
    assert (scan.kind, scan.value, scan.fault) == (ScanKind.UNKNOWN, None, ScanFault.AMBIGUOUS)
    assert parse_scan("812345", patterns=ours).kind is ScanKind.UNIT
    digits = (*ours, pattern("order", r"(?P<value>01\d{14})"))
    assert parse_scan(f"01{GTIN}", patterns=digits).kind is ScanKind.UNKNOWN


def test_an_envelope_of_a_customer_is_read_by_the_plants_pattern_and_never_as_gs1() -> None:
    label = f"[)>\x1e06{GS}PGX-200{GS}1T88213{GS}Q14\x1e\x04"
    assert parse_scan(label).kind is ScanKind.UNKNOWN
    regex = (
        r"\[\)>\x1e06\x1dP(?P<part>[^\x1d]+)\x1d1T(?P<lot>[^\x1d]+)\x1dQ(?P<quantity>\d+)\x1e\x04"
    )
    scan = parse_scan(f"]d1{label}", patterns=(pattern("part", regex),))
    assert (scan.part, scan.lot, scan.quantity) == ("GX-200", "88213", 14)
    assert parse_scan(f"]d2{label}", patterns=(pattern("part", regex),)).kind is ScanKind.UNKNOWN


def test_a_backslash_is_doubled_where_the_encoding_is_marked() -> None:
    ours = (pattern("location", r"(?P<value>A\\\d)"),)
    assert parse_scan("]d4\\000003A\\\\1", patterns=ours).value == "A\\1"
    assert parse_scan("]d1A\\1", patterns=ours).value == "A\\1"


def test_two_patterns_that_agree_are_no_doubt() -> None:
    same = (pattern("unit", r"(?P<value>\d{6})"), pattern("unit", r"(?P<value>[0-9]+)"))
    assert parse_scan("712345", patterns=same).value == "712345"


def test_a_gtin_that_a_pattern_finds_needs_its_check_digit() -> None:
    ours = (pattern("part", r"X(?P<gtin>\d{8,14})"),)
    assert parse_scan(f"X{GTIN[1:]}", patterns=ours).gtin == GTIN
    assert parse_scan(f"X{GTIN[1:-1]}3", patterns=ours).kind is ScanKind.UNKNOWN


def test_own_patterns_stand_in_place_of_ours_of_their_kind_and_commands_stay() -> None:
    ours = with_own([pattern("unit", r"GX(?P<value>\d{6})"), pattern("command", "(?P<value>GO)")])
    assert parse_scan("GX000231", patterns=ours).value == "000231"
    assert parse_scan("0418-77231", patterns=ours).kind is ScanKind.UNKNOWN
    assert parse_scan("PO-100482", patterns=ours).kind is ScanKind.ORDER
    assert parse_scan("GO", patterns=ours).kind is ScanKind.COMMAND
    assert parse_scan("CMD:CONFIRM", patterns=ours).value == "CONFIRM"


def test_a_command_is_upper_case_whatever_the_pattern_lets_through() -> None:
    ours = (pattern("command", r"(?i:go-(?P<value>ack))"),)
    assert parse_scan("go-ack", patterns=ours).value == "ACK"


@pytest.mark.parametrize(
    ("kind", "regex", "says"),
    [
        ("pallet", r"(?P<value>.)", "expected one of part, order, unit"),
        ("unknown", r"(?P<value>.)", "expected one of part, order, unit"),
        ("unit", r"(?P<value>.", "not a regular expression"),
        ("unit", r"(?P<serial_no>.)", "no field 'serial_no'"),
        ("unit", r"\d+", "a unit needs a group (?P<value>…)"),
        ("part", r"(?P<lot>.)", "a part needs a group (?P<gtin>…) or (?P<part>…)"),
    ],
)
def test_a_wrong_pattern_is_refused_in_words(kind: str, regex: str, says: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        pattern(kind, regex)
    assert says in str(refused.value)


@given(st.text(max_size=80))
@example("http://[")
@example("https://id.gs1.org/01/")
@example("]d2\x1d\x1d")
@example("(01)")
def test_no_text_makes_the_parser_raise(text: str) -> None:
    assert parse_scan(text).raw == text


@given(
    prefix=st.sampled_from(
        ["]d2", "]C1", "]Q3", "]e0", "]E0", "]I1", "]Q1", "", GS, "(01)", "01"]
    ),
    rest=st.text(alphabet="0123456789ABab()\x1d/?=&. ", max_size=40),
)
def test_nothing_in_a_scan_is_not_in_its_code(prefix: str, rest: str) -> None:
    scan = parse_scan(prefix + rest)
    plain = (prefix + rest).replace(" ", "")
    for field in (scan.lot, scan.serial, scan.part, scan.value):
        assert field is None or field in plain
    assert scan.gtin is None or scan.gtin.lstrip("0") in plain


@given(
    body=st.text(alphabet="0123456789", min_size=13, max_size=13).filter(lambda b: b.strip("0")),
    lot=st.text(alphabet=LOT_CHARS, min_size=1, max_size=20),
    serial=st.text(alphabet=LOT_CHARS, min_size=1, max_size=20),
    day=st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 12, 31)),
)
def test_every_well_formed_label_is_read_back(body: str, lot: str, serial: str, day: date) -> None:
    gtin = body + check_digit(body)
    scan = parse_scan(f"]d201{gtin}17{day:%y%m%d}10{lot}{GS}21{serial}")
    assert (scan.gtin, scan.lot, scan.serial, scan.expiry) == (gtin, lot, serial, day)


def test_the_gs1_tables_can_be_loaded_ahead() -> None:
    gs1.warm_up()
    assert parse_scan(f"01{GTIN}").kind is ScanKind.PART


def run_command(text: str) -> int:
    parser = argparse.ArgumentParser()
    scan_command.add_parser(parser.add_subparsers(dest="command"))
    return scan_command.run(parser.parse_args(["scan", "parse", text]))


@pytest.mark.parametrize("separator", [r"\x1d", "<GS>", "{GS}", "^]", "<gs>", GS])
def test_the_command_takes_the_separator_in_any_spelling(
    separator: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(f"]C101{GTIN}10A7{separator}1727033121S-9") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == {
        "kind": "part",
        "raw": f"]C101{GTIN}10A7{GS}1727033121S-9",
        "symbology": "]C1",
        "gtin": GTIN,
        "lot": "A7",
        "serial": "S-9",
        "expiry": "2027-03-31",
    }


def test_the_command_says_unknown_for_an_unknown_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command("what is this") == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "unknown"


def test_the_command_knows_a_plants_own_codes_by_its_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "station.toml"
    config.write_text(
        '[station]\nid = "ST-040"\nname = "Mount"\nline = "L4"\n'
        "[[scan]]\nkind = 'badge'\npattern = 'N(?P<value>\\d{5})'\n",
        "utf-8",
    )
    assert main(["scan", "parse", "N41700"]) == 0
    assert main(["scan", "parse", "N41700", "--config", str(config)]) == 0
    before, after = map(json.loads, capsys.readouterr().out.splitlines())
    assert (before["kind"], after["kind"], after["value"]) == ("unknown", "badge", "41700")
    assert main(["scan", "parse", "N41700", "--config", str(tmp_path / "none")]) == 2
    assert "cannot be read" in capsys.readouterr().err
