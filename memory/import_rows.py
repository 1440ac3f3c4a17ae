"""Rows of somebody's history become cases; a row that cannot is named, and the rest goes on."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import Struct

from memory.import_mapping import CONTEXT, ColumnMapping
from memory.records import Case, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: A cell as its file has it: text, several, or a time that a spreadsheet knows to be one.
Cell: TypeAlias = str | tuple[str, ...] | datetime
#: The most of each: rows of a file, letters of a text and of a code, errors that are listed.
MOST_ROWS = 1_000_000
LONGEST_TEXT = 20_000
LONGEST_CODE = 200
LISTED_ERRORS = 200

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Line feed and tab are text; other control characters no database takes.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BETWEEN = re.compile(r"[;,\n]")


class RowError(Struct, frozen=True):
    """What is wrong in one row, counted from 1 as the file's program shows it."""

    row: int
    column: str
    message: str


#: A row with its number, and its cells by column.
NumberedRow: TypeAlias = tuple[int, dict[str, Cell]]


class ImportFileError(Exception):
    """The file as a whole cannot be read; the message says why and what to do."""


class Imported(Struct, frozen=True):
    """What was read: the cases, each id once with its last row, and what was not.

    Of ``bad_rows`` the first ``LISTED_ERRORS`` errors are listed.  ``ignored`` names the columns
    that nothing was taken from.
    """

    cases: tuple[Case, ...]
    rows: int
    replaced: int
    bad_rows: int
    errors: tuple[RowError, ...]
    ignored: tuple[str, ...] = ()


def cases_of_rows(
    rows: Iterable[NumberedRow | RowError],
    mapping: ColumnMapping,
    *,
    ignored: tuple[str, ...] = (),
) -> Imported:
    """Read rows of cells by column; what is no row is named among the errors.

    Raises:
        MappingError: the mapping cannot be used.
        ImportFileError: there are no rows, or more than ``MOST_ROWS``.
    """
    mapping.check()
    cases: dict[str, Case] = {}
    errors: list[RowError] = []
    count = bad = replaced = 0
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            message = f"it has more than {MOST_ROWS:,} rows; import it in parts"
            raise ImportFileError(message)
        case, wrong = _read(row, mapping)
        if case is None:
            bad += 1
            errors += wrong[: LISTED_ERRORS - len(errors)]
            continue
        replaced += case.case in cases
        cases[case.case] = case
    if not count:
        message = "it has no rows; a file has one case a row"
        raise ImportFileError(message)
    return Imported(tuple(cases.values()), count, replaced, bad, tuple(errors), ignored)


def _read(
    given: NumberedRow | RowError, mapping: ColumnMapping
) -> tuple[Case | None, list[RowError]]:
    if isinstance(given, RowError):
        return None, [given]
    row = _Row(*given, mapping)
    case = row.case()
    return (None if row.errors else case), row.errors


class _Row:
    """One row being read; collects what is wrong with it instead of stopping at the first."""

    def __init__(self, number: int, cells: Mapping[str, Cell], mapping: ColumnMapping) -> None:
        self._number, self._cells, self._mapping = number, cells, mapping
        self.errors: list[RowError] = []

    def case(self) -> Case:
        text = self._text()
        at_us = self._at_us()
        context = self._context()
        case_id = self._code("id") or _id_of(text, at_us, context)
        return Case(
            case=case_id, text=text, at_us=at_us, context=context,
            kind=self._code("kind"), key=self._code("key"),
            constraint=self._code("constraint") or None,
            response=self._code("response") or None,
            tradeoffs=self._tradeoffs(), decision=self._code("decision") or None,
            outcome=self._outcome(), is_rare=self._is_rare(), is_imported=self._is_imported(),
        )  # fmt: skip

    def _columns_of(self, target: str) -> list[str]:
        return [column for column, meant in self._mapping.columns.items() if meant == target]

    def _cell(self, column: str) -> str:
        cell = self._cells.get(column, "")
        if isinstance(cell, datetime):
            return cell.isoformat()
        return _CONTROL.sub("", cell if isinstance(cell, str) else "; ".join(cell))

    def _text(self) -> str:
        columns = self._columns_of("text")
        text = "\n".join(cell for cell in map(self._cell, columns) if cell.strip())
        if not text:
            self._wrong(columns[0], "is empty; a case is found by its text")
        elif len(text) > LONGEST_TEXT:
            self._wrong(columns[0], f"is longer than {LONGEST_TEXT:,} letters; shorten it")
        return text

    def _at_us(self) -> int:
        (column,) = self._columns_of("at")
        try:
            at = self._time(column)
        except (ValueError, re.error):  # the latter of a format that has a part twice
            like = self._mapping.at_format or "2027-03-31T16:30:00+01:00"
            self._wrong(column, f"{self._cell(column)[:40]!r} is not a time like {like}")
            return 0
        zoned = at if at.tzinfo else at.replace(tzinfo=self._mapping.tzinfo())
        at_us = (zoned - _EPOCH) // timedelta(microseconds=1)
        if at_us < 0:
            self._wrong(column, f"{at.isoformat()} is before 1970; give the time it happened")
        return at_us

    def _time(self, column: str) -> datetime:
        cell = self._cells.get(column, "")
        if isinstance(cell, datetime):
            return cell
        written = self._cell(column).strip()
        if self._mapping.at_format:
            return datetime.strptime(written, self._mapping.at_format)
        return datetime.fromisoformat(written)

    def _context(self) -> dict[str, str]:
        pairs = (
            (target.removeprefix(CONTEXT), self._code_in(column))
            for column, target in self._mapping.columns.items()
            if target.startswith(CONTEXT)
        )
        return {key: value for key, value in pairs if value}

    def _code(self, target: str) -> str:
        return "".join(self._code_in(column) for column in self._columns_of(target))

    def _code_in(self, column: str) -> str:
        code = self._cell(column).strip()
        if len(code) > LONGEST_CODE:
            self._wrong(column, f"is longer than {LONGEST_CODE} letters; it should be a code")
        return code

    def _tradeoffs(self) -> tuple[str, ...]:
        named: list[str] = []
        for column in self._columns_of("tradeoffs"):
            cell = self._cells.get(column, "")
            named += cell if isinstance(cell, tuple) else _BETWEEN.split(self._cell(column))
        return tuple(part.strip()[:LONGEST_CODE] for part in named if part.strip())

    def _outcome(self) -> Outcome | None:
        word = self._code("outcome")
        if not word:
            return None
        theirs = {known.casefold(): outcome for known, outcome in self._mapping.outcomes.items()}
        found = theirs.get(word.casefold())
        try:
            return found or Outcome(re.sub(r"[\s-]+", "_", word.casefold()))
        except ValueError:
            known = ", ".join(Outcome)
            self._wrong(
                self._columns_of("outcome")[0], f"{word!r} is no outcome; map it to {known}"
            )
            return None

    def _is_rare(self) -> bool:
        return self._code("rare").casefold() in {"true", "yes", "1"}

    def _is_imported(self) -> bool:
        return self._code("imported").casefold() not in {"false", "no", "0"}

    def _wrong(self, column: str, message: str) -> None:
        self.errors.append(RowError(self._number, column, message))


def _id_of(text: str, at_us: int, context: dict[str, str]) -> str:
    """An id for a case that came without: the same for the same row, also when imported again."""
    told = msgspec.json.encode([text, at_us, sorted(context.items())])
    return f"imported-{hashlib.blake2b(told, digest_size=8).hexdigest()}"
