"""History from a spreadsheet; on the server only, which has the library for it."""

from __future__ import annotations

import io
import zlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from memory.import_rows import Cell, Imported, ImportFileError, NumberedRow, cases_of_rows
from memory.importing import mapping_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memory.import_mapping import ColumnMapping

#: What the file may unpack to.
MOST_BYTES = 500_000_000
#: What the library raises for files that are damaged or something else: it reads on as if they
#: were whole, until its own code stumbles.
_BROKEN = (
    InvalidFileException, BadZipFile, ParseError, zlib.error, EOFError, OSError, ValueError,
    LookupError, TypeError, AttributeError, RuntimeError,
)  # fmt: skip


def read_xlsx(
    content: bytes, mapping: ColumnMapping | None = None, *, sheet: str | None = None
) -> Imported:
    """The cases of a sheet, the first unless named; its first row names the columns.

    Raises:
        ImportFileError: it cannot be read at all.
        MappingError: the mapping cannot be used.
    """
    _check_size(content)
    rows = _sheet_rows(content, sheet)
    names = [_text(value).strip() for value in next(rows, ())]
    known, ignored = mapping_for(names, mapping)
    return cases_of_rows(_numbered(rows, names), known, ignored=tuple(filter(None, ignored)))


def sheet_columns(content: bytes) -> list[str]:
    """What the columns of the first sheet are called.

    Raises:
        ImportFileError: it cannot be read at all.
    """
    _check_size(content)
    return [_text(value).strip() for value in next(_sheet_rows(content, None), ())]


def _sheet_rows(content: bytes, sheet: str | None) -> Iterator[tuple[object, ...]]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        if sheet is not None and sheet not in book.sheetnames:
            message = f'it has no sheet "{sheet}"; there are {", ".join(book.sheetnames)}'
            raise ImportFileError(message)
        yield from book[sheet or book.sheetnames[0]].iter_rows(values_only=True)
    except _BROKEN as error:
        message = "it is no spreadsheet of the kind .xlsx, or a damaged one; save it as one again"
        raise ImportFileError(message) from error


def _check_size(content: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(member.file_size for member in packed.infolist())
    except _BROKEN:
        return  # said when it is opened as a spreadsheet
    if unpacked > MOST_BYTES:
        message = f"it unpacks to more than {MOST_BYTES // 1_000_000} MB; import it in parts"
        raise ImportFileError(message)


def _numbered(rows: Iterable[tuple[object, ...]], names: list[str]) -> Iterator[NumberedRow]:
    for number, values in enumerate(rows, start=2):
        if any(value not in (None, "") for value in values):
            yield number, dict(zip(names, map(_cell, values), strict=False))


def _cell(value: object) -> Cell:
    """A date without a time is its midnight."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time()) if isinstance(value, date) else _text(value)


def _text(value: object) -> str:
    """Whole numbers without the ".0" that a spreadsheet keeps them with."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
