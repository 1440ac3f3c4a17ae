"""Instants in a column of a CSV file: as seconds, or as ISO 8601."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.commands.csv_columns import CsvColumns

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_US = timedelta(microseconds=1)
#: What may be in a file: some fifteen hundred years either way.
_MOST_SECONDS = 5e10


@dataclass(frozen=True, slots=True)
class Instants:
    """Columns of instants in µs; all of a file are seconds, or all are ISO 8601 (then UTC)."""

    columns: tuple[tuple[int, ...], ...]
    are_seconds: bool

    def said(self, at_us: int | None) -> float | str | None:
        """An instant as the file has them: seconds, or ISO 8601 in UTC; None beyond all years."""
        if at_us is None or self.are_seconds:
            return None if at_us is None else at_us / 1e6
        try:
            at = _EPOCH + timedelta(microseconds=at_us)
        except OverflowError:
            return None
        return at.isoformat().replace("+00:00", "Z")


def read_instants(table: CsvColumns, *names: str) -> Instants:
    """The named columns; ISO 8601 without a zone is UTC.

    Raises:
        InvalidInput: naming file, line and column of what is no instant.
    """
    texts = {name: table.column(name) for name in names}
    are_seconds = _number(next((t for found in texts.values() for t in found), "")) is not None
    columns = []
    for name, found in texts.items():
        column = []
        for line, text in zip(table.lines, found, strict=True):
            at_us = _seconds_us(text) if are_seconds else _iso_us(text)
            if at_us is None:
                like = (
                    "seconds, as in the first" if are_seconds else "a time like 2026-11-20T08:35Z"
                )
                table.refuse(f"line {line}: {name} is {text!r}, expected {like}")
            column.append(at_us)
        columns.append(tuple(column))
    return Instants(tuple(columns), are_seconds)


def _seconds_us(text: str) -> int | None:
    seconds = _number(text)
    return None if seconds is None else round(seconds * 1e6)


def _iso_us(text: str) -> int | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    at_us = ((at.replace(tzinfo=UTC) if at.tzinfo is None else at) - _EPOCH) // _US
    return at_us if abs(at_us) < _MOST_SECONDS * 1e6 else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < _MOST_SECONDS else None
