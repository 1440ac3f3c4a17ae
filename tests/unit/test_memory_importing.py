"""History comes in and goes out: what is wrong is named, and the rest is read."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory import import_rows
from memory.import_mapping import ColumnMapping, MappingError
from memory.import_rows import LISTED_ERRORS, LONGEST_CODE, ImportFileError, RowError
from memory.import_xlsx import read_xlsx
from memory.importing import read_csv, read_json_lines, write_json_lines
from memory.records import Case, Outcome

GERMAN = ColumnMapping(
    columns={
        "Ticket": "id", "Datum": "at", "Titel": "text", "Maßnahme": "text",
        "Anlage": "context.station", "Ergebnis": "outcome", "Preis": "tradeoffs",
    },
    outcomes={"behoben": Outcome.HELD, "wieder da": Outcome.RECURRED},
    at_format="%d.%m.%Y %H:%M",
    zone="Europe/Berlin",
)  # fmt: skip
HEADER = "Ticket;Datum;Titel;Maßnahme;Anlage;Ergebnis;Preis;Bediener\n"
ROW = "7;25.10.2026 08:30;Moment zu klein;Schraube ersetzt;ST-010;Behoben;Zeit, Teile;Meier\n"
#: 25 October 2026 07:30 UTC.
AT_US = 1_792_913_400_000_000


def us(at: datetime) -> int:
    return int(at.timestamp()) * 1_000_000


def sheet_of(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


SHEET = sheet_of(["id", "text", "at"], [1, "leak", "2026-01-01"], [2, "noise", "2026-01-02"])


# What cannot be read at all.


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", 'no column is "text"; say which one is'),
        (b"text,at\n", "it has no rows; a file has one case a row"),
        (b"text,at\nUndicht,\xfcber", 'line 2 is not UTF-8; save the file as "CSV UTF-8"'),
    ],
)
def test_a_csv_file_that_cannot_be_read_is_told_why(content: bytes, message: str) -> None:
    with pytest.raises((ImportFileError, MappingError)) as caught:
        read_csv(content)
    assert str(caught.value) == message


def test_a_quote_left_open_is_told() -> None:
    with pytest.raises(ImportFileError, match="look for a quote left open"):
        read_csv(b'text,at\n"' + b"x" * 200_000)


def test_a_column_the_mapping_names_must_be_there_and_once() -> None:
    with pytest.raises(
        ImportFileError, match='it has no column "Anlage"; there are Ticket, Datum'
    ):
        read_csv(HEADER.replace("Anlage;", "").encode(), GERMAN)
    with pytest.raises(ImportFileError, match='it has several columns "Titel"'):
        read_csv(HEADER.replace("Bediener", "Titel").encode(), GERMAN)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"Datum": "at"}, 'no column is "text"'),
        ({"Titel": "text"}, 'no column is "at"'),
        ({"Titel": "text", "Datum": "at", "Z": "at"}, '"at" has several columns'),
        ({"Titel": "text", "Datum": "at", "Z": "station"}, '"station" is nothing a case has'),
        ({"Titel": "text", "Datum": "at", "Z": "context."}, '"context." is nothing a case has'),
        ({"Titel": "text", "Datum": "at", "Operator": "context.shift"}, '"Operator" names people'),
        ({"Titel": "text", "Datum": "at", "Z": "context.badge"}, '"context.badge" names people'),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told_why(columns: dict[str, str], message: str) -> None:
    with pytest.raises(MappingError, match=message):
        ColumnMapping(columns=columns).check()


@pytest.mark.parametrize("zone", ["Europe/Berlyn", "../../etc/passwd", ""])
def test_a_zone_that_is_none_is_told(zone: str) -> None:
    with pytest.raises(MappingError, match="is no time zone; write one like Europe/Berlin"):
        ColumnMapping(columns={"a": "text", "b": "at"}, zone=zone).check()


def test_a_file_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_rows, "MOST_ROWS", 2)
    with pytest.raises(ImportFileError, match="it has more than 2 rows; import it in parts"):
        read_csv(b"text,at\n" + b"leak,2026-01-01\n" * 3)


def test_a_format_with_a_part_twice_reads_no_time_and_says_so() -> None:
    twice = ColumnMapping(columns={"text": "text", "at": "at"}, at_format="%d.%d.%Y")
    read = read_csv(b"text,at\nleak,01.02.2026\n", twice)
    assert [one.message for one in read.errors] == ["'01.02.2026' is not a time like %d.%d.%Y"]


def test_json_lines_without_one_that_is_json_are_no_history() -> None:
    with pytest.raises(ImportFileError, match="none of its lines is a JSON object"):
        read_json_lines(b"id;text\n1;leak\n")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"text,at\n"])
def test_what_is_no_spreadsheet_is_told(content: bytes) -> None:
    with pytest.raises(ImportFileError, match=r"it is no spreadsheet of the kind \.xlsx"):
        read_xlsx(content)


def test_a_sheet_under_a_password_is_told() -> None:
    is_encrypted = 0x1
    content = bytearray(SHEET)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= is_encrypted
            at = content.find(mark, at + 1)
    with pytest.raises(ImportFileError, match=r"it is no spreadsheet of the kind \.xlsx"):
        read_xlsx(bytes(content))


def test_a_sheet_that_is_not_there_is_told() -> None:
    with pytest.raises(ImportFileError, match='it has no sheet "2025"; there are Sheet'):
        read_xlsx(sheet_of(["text", "at"]), sheet="2025")


# Bad rows among good ones.


def test_every_bad_cell_is_named_with_its_row_and_column_and_the_rest_is_read() -> None:
    bad = [
        "8;gestern;Moment zu klein;;ST-010;;;\n",
        "9;25.10.2026 08:30; ;;ST-010;egal;;\n",
        f"10;25.10.1969 08:30;Undicht;;{'x' * (LONGEST_CODE + 1)};;;\n",
        "11;25.10.2026 08:30;Undicht;;;;;;zu;viel\n",
    ]
    read = read_csv((HEADER + ROW + "".join(bad)).encode(), GERMAN)
    assert ([case.case for case in read.cases], read.rows, read.bad_rows) == (["7"], 5, 4)
    assert read.errors == (
        RowError(3, "Datum", "'gestern' is not a time like %d.%m.%Y %H:%M"),
        RowError(4, "Titel", "is empty; a case is found by its text"),
        RowError(
            4,
            "Ergebnis",
            "'egal' is no outcome; map it to watching, held, recurred, worse, inconclusive, "
            "too_rare, void",
        ),
        RowError(5, "Datum", "1969-10-25T08:30:00 is before 1970; give the time it happened"),
        RowError(5, "Anlage", f"is longer than {LONGEST_CODE} letters; it should be a code"),
        RowError(6, "row", "has more cells than there are columns; quote the text"),
    )


def test_all_bad_rows_are_counted_and_the_first_are_listed() -> None:
    read = read_csv(b"text,at\nleak,2026-01-01\n" + b"leak,\n" * 500)
    assert (read.bad_rows, len(read.errors), len(read.cases)) == (500, LISTED_ERRORS, 1)


def test_bad_lines_of_json_are_named_and_the_rest_is_read() -> None:
    lines = [
        b'{"id": "1", "text": "leak", "at": "2026-01-01"}',
        b"{oops",
        b'["leak"]',
        b"",
        b'{"id": "2", "text": ["leak"], "at": "2026-01-01"}',
        b'{"id": "3", "text": "leak", "at": "2026-01-01", "context": "ST-010"}',
        b'{"id": "4", "text": "leak"}',
    ]
    read = read_json_lines(b"\r\n".join(lines))
    assert [case.case for case in read.cases] == ["1"]
    assert [(error.row, error.column) for error in read.errors] == [
        (2, "line"), (3, "line"), (5, "text"), (6, "context"), (7, "at"),
    ]  # fmt: skip
    assert (read.rows, read.bad_rows) == (6, 5)


# What is read.


def test_a_mapped_row_becomes_a_case_in_the_words_of_the_plant() -> None:
    read = read_csv(b"\xef\xbb\xbf" + (HEADER + ROW).encode(), GERMAN)
    assert read.cases == (
        Case(
            case="7", text="Moment zu klein\nSchraube ersetzt", at_us=AT_US,
            context={"station": "ST-010"}, tradeoffs=("Zeit", "Teile"), outcome=Outcome.HELD,
            is_imported=True,
        ),
    )  # fmt: skip
    assert read.ignored == ("Bediener",)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_named_as_they_are_meant_need_no_mapping(mark: str) -> None:
    header = mark.join(["id", "text", "at", "context.station", "operator", "remark"])
    row = mark.join(["a", "leak", "2026-10-25T08:30:00+01:00", "ST-010", "Meier", "-"])
    read = read_csv(f"{header}\n{row}\n".encode())
    assert read.cases[0].context == {"station": "ST-010"}
    assert read.cases[0].at_us == AT_US
    assert read.ignored == ("operator", "remark")


def test_the_same_id_twice_is_the_later_row() -> None:
    read = read_csv(b"id,text,at\n1,leak,2026-01-01\n1,leak mended,2026-01-02\n")
    assert ([case.text for case in read.cases], read.replaced) == (["leak mended"], 1)


def test_a_row_without_an_id_gets_the_same_one_each_time() -> None:
    content = b"text,at\nleak,2026-01-01\nleak,2026-01-02\n"
    first, again = read_csv(content), read_csv(content)
    assert first == again
    assert len({case.case for case in first.cases}) == 2


def test_an_outcome_may_be_written_with_spaces_and_capitals() -> None:
    read = read_csv(b"text,at,outcome\nleak,2026-01-01,Too rare\n")
    assert read.cases[0].outcome is Outcome.TOO_RARE


def test_control_characters_do_not_come_in() -> None:
    read = read_json_lines(
        b'{"id": "1\\u0000", "text": "le\\u0000ak\\nmended", "at": "2026-01-01"}'
    )
    assert (read.cases[0].case, read.cases[0].text) == ("1", "leak\nmended")


def test_a_person_in_the_context_of_a_line_is_left_out_and_said_to_be() -> None:
    line = (
        b'{"text": "leak", "at": "2026-01-01", "context": {"operator": "Meier", "tool": "T-07"}}'
    )
    read = read_json_lines(line)
    assert read.cases[0].context == {"tool": "T-07"}
    assert read.ignored == ("context.operator",)


def test_a_time_without_an_offset_is_of_the_zone() -> None:
    mapping = ColumnMapping(columns={"text": "text", "at": "at"}, zone="Asia/Kolkata")
    read = read_csv(b"text,at\nleak,2026-10-25T13:00:00\n", mapping)
    assert read.cases[0].at_us == AT_US


def test_a_spreadsheet_gives_dates_numbers_and_empty_cells_as_they_are_meant() -> None:
    content = sheet_of(
        ["id", "text", "at", "context.order", "context.lot"],
        [7.0, "leak", datetime(2026, 10, 25, 7, 30), 4711, None],
        [None, None, None, None, None],
        [8, "noise", date(2026, 10, 25), 25.5, "L1"],
        [9, None, "soon", None, None],
    )
    read = read_xlsx(content)
    assert [(case.case, case.at_us, case.context) for case in read.cases] == [
        ("7", AT_US, {"order": "4711"}),
        ("8", us(datetime(2026, 10, 25, tzinfo=UTC)), {"order": "25.5", "lot": "L1"}),
    ]
    assert [(error.row, error.column) for error in read.errors] == [(5, "text"), (5, "at")]


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")  # of what it leaves out
@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=3))
def test_a_damaged_spreadsheet_is_read_or_refused_in_words(damage: list[tuple[int, int]]) -> None:
    with zipfile.ZipFile(io.BytesIO(SHEET)) as packed:
        files = {name: bytearray(packed.read(name)) for name in packed.namelist()}
    for place, value in damage:
        inside = sorted(files)[place % len(files)]
        files[inside][place % len(files[inside])] = value
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, inside_bytes in files.items():
            packed.writestr(name, bytes(inside_bytes))
    with contextlib.suppress(ImportFileError, MappingError):
        assert read_xlsx(content.getvalue()).rows


CODES = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=8)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)
CASES = st.builds(
    Case,
    case=CODES,
    text=TEXTS.filter(lambda text: bool(text.strip())),
    at_us=st.integers(0, 4_000_000_000_000_000),
    kind=CODES | st.just(""),
    key=CODES | st.just(""),
    context=st.dictionaries(st.sampled_from(["station", "tool", "lot", "part name"]), CODES),
    constraint=st.none() | CODES,
    response=st.none() | CODES,
    tradeoffs=st.lists(CODES, max_size=3).map(tuple),
    decision=st.none() | CODES,
    outcome=st.none() | st.sampled_from(Outcome),
    is_rare=st.booleans(),
    is_imported=st.booleans(),
)


@given(st.lists(CASES, min_size=1, unique_by=lambda case: case.case))
def test_what_goes_out_comes_in_as_the_same_cases(cases: list[Case]) -> None:
    read = read_json_lines(b"".join(write_json_lines(cases)))
    assert (read.errors, list(read.cases)) == ((), cases)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    for read in (read_csv, read_json_lines, read_xlsx):
        with contextlib.suppress(ImportFileError, MappingError):
            assert read(content).rows
