"""Columns of a CSV file as text, for the analyses that run on a plain file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NoReturn

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def why(error: Exception) -> str:
    """What went wrong, without the number and the file that the operating system adds."""
    return getattr(error, "strerror", None) or str(error)


class CsvColumns:
    """The file's columns by name; commas or semicolons between them.

    Raises:
        InvalidInput: the file cannot be read, or a line has other columns than the first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open(newline="", encoding="utf-8-sig") as file:
                self.has_semicolons = ";" in file.readline()
                file.seek(0)
                rows = list(csv.reader(file, delimiter=";" if self.has_semicolons else ","))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            message = f"{path}: cannot be read as CSV ({why(error)})"
            raise InvalidInput(message) from error
        self.names = [name.strip() for name in rows[0]] if rows else []
        if len(set(self.names)) < len(self.names):
            self.refuse("two columns have the same name; give each its own")
        numbered = [(line, row) for line, row in enumerate(rows[1:], start=2) if any(row)]
        for line, row in numbered:
            if len(row) != len(self.names):
                self.refuse(f"line {line}: {len(row)} columns, expected {len(self.names)}")
        #: The number of each line, from 1, as an editor shows it.
        self.lines = [line for line, _ in numbered]
        self._rows = [row for _, row in numbered]

    def column(self, name: str) -> list[str]:
        """Raises InvalidInput naming the columns there are."""
        if name not in self.names:
            there = ", ".join(self.names) or "none"
            self.refuse(f'expected a column "{name}"; there are: {there}')
        place = self.names.index(name)
        return [row[place].strip() for row in self._rows]

    def numbers(self, name: str) -> list[float | None] | None:
        """The column as numbers, None where it is empty; None if anything else stands in it."""
        texts = self.column(name)
        try:
            return [self._number(text) if text else None for text in texts]
        except ValueError:
            return None

    def numbers_or_refuse(self, name: str) -> list[float | None]:
        """Raises InvalidInput naming the first line that has no number."""
        for line, text in zip(self.lines, self.column(name), strict=True):
            try:
                self._number(text or "0")
            except ValueError:
                self.refuse(f"line {line}: {name} is {text!r}, expected a number")
        return self.numbers(name) or []

    def first_of(self, names: Iterable[str]) -> list[str] | None:
        """The first of the named columns that is there."""
        found = next((name for name in names if name in self.names), None)
        return None if found is None else self.column(found)

    def refuse(self, what: str) -> NoReturn:
        """Raises InvalidInput naming the file."""
        message = f"{self._path}: {what}"
        raise InvalidInput(message)

    def _number(self, text: str) -> float:
        number = float(text.replace(",", ".") if self.has_semicolons else text)
        if number - number != 0:  # not a number, or without end
            raise ValueError(text)
        return number
