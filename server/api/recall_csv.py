"""The recall list as CSV, for whoever calls customers and walks to shelves."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from server.read.recall import RecalledUnit, RecallList

_COLUMNS = (
    "serial", "product", "variant", "order", "now", "station", "step", "built_into",
    "shipped_to", "shipped_at", "shipment", "state", "evidence", "started_at", "completed_at",
)  # fmt: skip
#: A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Tells a spreadsheet that it is UTF-8.
_MARK = b"\xef\xbb\xbf"


def recall_csv(recall: RecallList) -> bytes:
    """One line for each unit; times in UTC, ISO 8601."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(unit, name) for name in _COLUMNS] for unit in recall.units)
    return _MARK + text.getvalue().encode()


def _cell(unit: RecalledUnit, name: str) -> str:
    value = getattr(unit, name)
    if value is None:
        return ""
    text = value if isinstance(value, str) else str(value.isoformat())
    # Marked as text, as spreadsheets write it themselves.
    return f"'{text}" if text.startswith(_FORMULA) else text
