"""``asbuilt analyse recurrence``: which keys of a CSV file came back more often than before."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from analysis.recurrence import BELOW_P, LEAST, WINDOW, Recurrence, recurrences
from app.commands.csv_columns import CsvColumns

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

OK = 0

_HELP = f"""What came back: {LEAST} or more of one key in {WINDOW.days} days, p below {BELOW_P:g}.

FILE is CSV with the columns "key" (what would be a repeat) and "at" (ISO 8601; without a zone it
is UTC), in any order. The rate before is that of the 180 days before, or of those in the file.
"""


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``recurrence`` to the kinds of ``analyse``."""
    recurrence = kinds.add_parser(
        "recurrence",
        help="what came back more often than before",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    recurrence.add_argument("file", type=Path, metavar="FILE")
    recurrence.add_argument("--json", action="store_true", help="one JSON object a recurrence")
    recurrence.set_defaults(run=run_recurrence)


def run_recurrence(args: Namespace) -> int:
    """Print the recurrences, earliest first.

    Raises:
        InvalidInput: the file cannot be read, or has not these columns.
    """
    events = read_events(args.file)
    found = recurrences(events)
    for hit in found:
        print(msgspec.json.encode(_plain(hit)).decode() if args.json else _sentence(hit))
    if not args.json:
        print(f"{len(found) or 'nothing'} found in {len(events)} events")
    return OK


def read_events(path: Path) -> list[tuple[str, datetime]]:
    """Raises InvalidInput naming file, line and what was expected."""
    table = CsvColumns(path)
    rows = zip(table.lines, table.column("key"), table.column("at"), strict=True)
    return [(_key(table, line, key), _time(table, line, at)) for line, key, at in rows]


def _key(table: CsvColumns, line: int, key: str) -> str:
    if not key:
        table.refuse(f"line {line}: key is empty, expected what would be a repeat")
    return key


def _time(table: CsvColumns, line: int, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        table.refuse(f"line {line}: at is {text!r}, expected a time like 2026-11-20T08:35:20Z")
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _plain(hit: Recurrence) -> dict[str, Any]:
    return {
        "key": hit.key,
        "n": hit.n,
        "first": hit.first,
        "last": hit.last,
        "before": hit.before,
        "days_before": hit.days_before,
        "rate_per_day": hit.before / hit.days_before,
        "expected": hit.expected,
        "p": hit.p,
        "found_at": hit.found_at,
        "until": hit.until,
    }


def _sentence(hit: Recurrence) -> str:
    return (
        f"{hit.key}: {hit.n} times from {hit.first:%Y-%m-%d %H:%M} to {hit.last:%Y-%m-%d %H:%M} "
        f"UTC, where {hit.expected:.2g} were usual ({hit.before} in the {hit.days_before:.0f} "
        f"days before), p {hit.p:.2g}"
    )
