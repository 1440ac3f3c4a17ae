"""``asbuilt analyse promise``: when more units will be finished, from when others were."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from analysis.promise import (
    LAST,
    LEAST,
    MOST_AHEAD,
    Forecast,
    Kept,
    TooFew,
    forecast,
    gaps_s,
    promises_kept,
)
from analysis.stop_value import EveryMinute
from app.commands.csv_columns import CsvColumns
from app.commands.instants import Instants, read_instants
from app.domain.errors import InvalidInput
from app.domain.planned_time import PlannedTime
from app.domain.shift_calendar import ShiftCalendar

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from analysis.stop_value import Clock

OK = 0

_HELP = f"""How long more units take, with a chance of 50, 80 and 95 %.

FILE is CSV with the column "finished_at" (ISO 8601, without a zone: UTC; or seconds), in any
order, {LEAST + 1} units at least. The last {LAST} times between units count. Of a longer file it
is also said how many promises of 80 % would have been kept. With --calendar (a document of
kind "calendar", JSON) times are planned working time, and nights and breaks are no slow units.
"""


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``promise`` to the kinds of ``analyse``."""
    parser = kinds.add_parser(
        "promise",
        help="when more units will be finished",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--ahead", type=int, required=True, metavar="N", help="so many more units")
    parser.add_argument("--calendar", type=Path, metavar="FILE", help="the plant's shift calendar")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_promise)


def run_promise(args: Namespace) -> int:
    """Print the promise, and how often such promises were kept.

    Raises:
        InvalidInput: a file cannot be read, or holds too few units.
    """
    if not 1 <= args.ahead <= MOST_AHEAD:
        message = f"--ahead {args.ahead}: expected 1 to {MOST_AHEAD}"
        raise InvalidInput(message)
    table = CsvColumns(args.file)
    times = read_instants(table, "finished_at")
    clock = EveryMinute() if args.calendar is None else _calendar(args.calendar)
    gaps = gaps_s(times.columns[0], worked_us=clock.worked_us)
    try:
        found = forecast(gaps, ahead=args.ahead)
    except TooFew as error:
        table.refuse(str(error))
    kept = promises_kept(gaps, ahead=args.ahead)
    if args.json:
        print(msgspec.json.encode(_plain(found, kept, times, clock)).decode())
    else:
        print("\n".join(_lines(found, kept)))
    return OK


def _calendar(path: Path) -> PlannedTime:
    try:
        document = msgspec.json.decode(path.read_bytes(), type=ShiftCalendar)
        return PlannedTime(document, ZoneInfo(document.zone))
    except (OSError, msgspec.DecodeError, ZoneInfoNotFoundError, ValueError) as error:
        message = f"{path}: is no shift calendar ({error})"
        raise InvalidInput(message) from error


def _plain(found: Forecast, kept: Kept, times: Instants, clock: Clock) -> dict[str, Any]:
    last = max(times.columns[0])
    promised = {"p50": found.p50_s, "p80": found.p80_s, "p95": found.p95_s}
    by = {name: clock.after(last, round(s * 1e6)) for name, s in promised.items()}
    return {
        "ahead": found.ahead,
        "n": found.based_on,
        **promised,
        "finished_by": {name: times.said(at) for name, at in by.items()},
        "p80_kept": {"promises": kept.promises, "kept": kept.kept, "share": kept.share},
    }


def _lines(found: Forecast, kept: Kept) -> list[str]:
    lines = [
        f"{found.ahead} more units, from the last {found.based_on} times between units:",
        f"P50 {found.p50_s:.0f} s, P80 {found.p80_s:.0f} s, P95 {found.p95_s:.0f} s",
    ]
    if kept.share is None:
        return [*lines, f"too few units to say how often P80 was kept: {LAST} come first"]
    return [*lines, f"P80 was kept {kept.kept} of {kept.promises} times ({kept.share:.0%})"]
