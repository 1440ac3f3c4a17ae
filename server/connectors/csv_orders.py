"""Orders from a CSV file: order, product, variant, quantity, instruction; the rest as known.

The first line names the columns, in any order; comma or semicolon; UTF-8.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

from app.domain.plant import Order
from server.connectors.order_errors import OrderFileError, RowError

_NEEDED = ("order", "product", "variant", "quantity", "instruction")
_KNOWN = {*_NEEDED, "operation", "due", "start", "priority", "sequence", "line", "serials"}


class _Row:
    """One row being read; collects what is wrong with it instead of stopping at the first."""

    def __init__(self, number: int, cells: dict[str, str]) -> None:
        self.number = number
        self._cells = cells
        self.errors: list[RowError] = []

    def text(self, field: str, default: str = "") -> str:
        return self._cells.get(field, "").strip() or default

    def needed(self, field: str) -> str:
        text = self.text(field)
        if not text:
            self.wrong(field, "is empty")
        return text

    def number_in(self, field: str, default: int, *, least: int = 0) -> int:
        text = self.text(field)
        if not text:
            return default
        if not text.isascii() or not text.isdigit() or not least <= int(text) < 2**31:
            self.wrong(field, f"{text!r} is not a whole number from {least}")
            return default
        return int(text)

    def time(self, field: str) -> datetime | None:
        text = self.text(field)
        if not text:
            return None
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            self.wrong(field, f"{text!r} is not a time like 2027-03-31T16:30:00+01:00")
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def wrong(self, field: str, message: str) -> None:
        self.errors.append(RowError(self.number, field, message))


def read_csv_orders(content: bytes) -> tuple[Order, ...]:
    """Every order of the file.

    Raises:
        OrderFileError: anything in it is wrong; all of it is named.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OrderFileError((RowError(1, "file", f"is not UTF-8: {error}"),)) from error
    header, _, _ = text.partition("\n")
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if ";" in header else ",", restkey="extra"
    )
    _check_columns([name.strip() for name in reader.fieldnames or ()])
    orders, errors = _read_rows(reader)
    if not orders and not errors:
        errors.append(RowError(1, "file", "has no orders"))
    if errors:
        raise OrderFileError(tuple(errors))
    return tuple(orders)


def _check_columns(columns: list[str]) -> None:
    missing = [name for name in _NEEDED if name not in columns]
    unknown = [name for name in columns if name not in _KNOWN]
    errors = [RowError(1, name, "the column is missing") for name in missing]
    errors += [RowError(1, name or "(no name)", "the column is unknown") for name in unknown]
    if errors:
        raise OrderFileError(tuple(errors))


def _read_rows(reader: csv.DictReader[str]) -> tuple[list[Order], list[RowError]]:
    orders: list[Order] = []
    errors: list[RowError] = []
    seen: dict[str, int] = {}
    for cells in reader:
        if "extra" in cells:
            errors.append(RowError(reader.line_num, "row", "has more cells than columns"))
            continue
        row = _Row(reader.line_num, {k.strip(): v or "" for k, v in cells.items()})
        order = _read_order(row)
        if order.order and order.order in seen:
            row.wrong("order", f"{order.order} is in row {seen[order.order]} already")
        seen.setdefault(order.order, row.number)
        orders.append(order)
        errors.extend(row.errors)
    return orders, errors


def _read_order(row: _Row) -> Order:
    row.needed("quantity")
    return Order(
        order=row.needed("order"),
        product=row.needed("product"),
        variant=row.needed("variant"),
        quantity=row.number_in("quantity", 1, least=1),
        instruction=row.needed("instruction"),
        operation=row.text("operation", "10"),
        due=row.time("due"),
        start=row.time("start"),
        priority=row.number_in("priority", 0),
        sequence=row.number_in("sequence", 0),
        line=row.text("line") or None,
        serials=tuple(row.text("serials").split()),
    )
