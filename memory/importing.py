"""History comes in and goes out: CSV with a mapping, and JSON lines.

A line of JSON is ``{"id", "text", "at", "context": {…}, "response"?, "outcome"?, …}``; what is
exported imports to the same cases.  Spreadsheets are read by ``memory/import_xlsx.py``.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from memory.import_mapping import CONTEXT, ColumnMapping, own_columns
from memory.import_rows import (
    Cell,
    Imported,
    ImportFileError,
    NumberedRow,
    RowError,
    cases_of_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memory.records import Case

#: A file of more bytes is imported in parts.
MOST_BYTES = 500_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LINE_ENDS = re.compile(rb"\r?\n")
_LINE = msgspec.json.Decoder(dict[str, object])


def read_csv(content: bytes, mapping: ColumnMapping | None = None) -> Imported:
    """The cases of a CSV file: comma, semicolon or tab; UTF-8; the first line names the columns.

    Without a mapping the columns are named as they are meant: "id", "text", "context.station".

    Raises:
        ImportFileError: it cannot be read at all.
        MappingError: the mapping cannot be used.
    """
    text = decoded(content)
    header, _, _ = text.partition("\n")
    mark = max(";\t,", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = next(reader, [])
        known, ignored = mapping_for(names, mapping)
        return cases_of_rows(_csv_rows(reader, names), known, ignored=ignored)
    except csv.Error as error:
        message = f"line {reader.line_num} is no CSV ({error}); look for a quote left open"
        raise ImportFileError(message) from error


def read_json_lines(content: bytes) -> Imported:
    """The cases of a file with one JSON object a line.

    A key of the context that names people is left out, and said to be.

    Raises:
        ImportFileError: it cannot be read at all.
    """
    _check_size(content)
    rows = list(_json_rows(content.removeprefix(b"\xef\xbb\xbf")))
    cells = [row[1] for row in rows if not isinstance(row, RowError)]
    if rows and not cells:
        message = "none of its lines is a JSON object with text in it"
        raise ImportFileError(message)
    columns, ignored = own_columns(dict.fromkeys(name for row in cells for name in row))
    known = ColumnMapping(columns={"text": "text", "at": "at", **columns})
    return cases_of_rows(rows, known, ignored=ignored)


def write_json_lines(cases: Iterable[Case]) -> Iterator[bytes]:
    """Each case as a line of JSON that imports to the same case."""
    for case in cases:
        at = _EPOCH + timedelta(microseconds=case.at_us)
        line: dict[str, object] = {
            "id": case.case, "text": case.text, "at": at.isoformat(), "kind": case.kind,
            "key": case.key, "context": case.context, "constraint": case.constraint,
            "response": case.response, "tradeoffs": case.tradeoffs, "decision": case.decision,
            "outcome": case.outcome, "rare": case.is_rare,
        }  # fmt: skip
        told = {name: value for name, value in line.items() if value}
        yield msgspec.json.encode({**told, "imported": case.is_imported}) + b"\n"


def decoded(content: bytes) -> str:
    """The text of a file.

    Raises:
        ImportFileError: it is too large, or not UTF-8.
    """
    _check_size(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f'line {line} is not UTF-8; save the file as "CSV UTF-8"'
        raise ImportFileError(message) from error


def mapping_for(
    names: list[str], mapping: ColumnMapping | None
) -> tuple[ColumnMapping, tuple[str, ...]]:
    """The mapping for a header, and which of its columns are left out.

    Raises:
        ImportFileError: a column of the mapping is not there, or twice.
    """
    if mapping is None:
        columns, ignored = own_columns(names)
        return ColumnMapping(columns=columns), ignored
    twice = [column for column in mapping.columns if names.count(column) > 1]
    if twice:
        message = f'it has several columns "{twice[0]}"; give each a name of its own'
        raise ImportFileError(message)
    missing = [column for column in mapping.columns if column not in names]
    if missing:
        message = f'it has no column "{missing[0]}"; there are {", ".join(names) or "none"}'
        raise ImportFileError(message)
    return mapping, tuple(name for name in names if name not in mapping.columns)


def _check_size(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        message = f"it has more than {MOST_BYTES // 1_000_000} MB; import it in parts"
        raise ImportFileError(message)


def _csv_rows(reader: Iterator[list[str]], names: list[str]) -> Iterator[NumberedRow | RowError]:
    for number, cells in enumerate(reader, start=2):
        if len(cells) > len(names):
            yield RowError(number, "row", "has more cells than there are columns; quote the text")
        elif any(cell.strip() for cell in cells):
            yield number, dict(zip(names, cells, strict=False))


def _json_rows(content: bytes) -> Iterator[NumberedRow | RowError]:
    for number, line in enumerate(_LINE_ENDS.split(content), start=1):
        if not line.strip():
            continue
        try:
            yield number, _cells_of(_LINE.decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield RowError(number, "line", f"is not a JSON object: {error}")
        except _NoCell as error:
            yield RowError(number, error.column, error.message)


class _NoCell(ValueError):
    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column, self.message = column, message


def _cells_of(line: dict[str, object]) -> dict[str, Cell]:
    """A JSON object as a row: the keys of its context become columns of their own."""
    cells: dict[str, Cell] = {}
    for name, value in line.items():
        if name == "context" and value is not None:
            if not isinstance(value, dict):
                raise _NoCell(name, 'is not an object; write {"station": "ST-010"}')
            for key, inner in value.items():
                cells[f"{CONTEXT}{key}"] = _cell(f"{CONTEXT}{key}", inner)
        elif name == "tradeoffs" and isinstance(value, list):
            cells[name] = tuple(_cell(name, part) for part in value)
        else:
            cells[name] = _cell(name, value)
    return cells


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    raise _NoCell(name, "is a list or an object; write a text")
