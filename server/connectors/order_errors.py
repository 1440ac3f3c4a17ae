"""What is wrong with an order file: every place at once, and nothing half-imported."""

from __future__ import annotations

from msgspec import Struct


class RowError(Struct, frozen=True):
    """``row`` is a line of a CSV file, or an order's place in an XML file, from 1."""

    row: int
    field: str
    message: str


class OrderFileError(Exception):
    """The file was not imported; ``errors`` says why, in the file's own terms."""

    def __init__(self, errors: tuple[RowError, ...]) -> None:
        first = errors[0]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"row {first.row}, {first.field}: {first.message}{more}")
        self.errors = errors
