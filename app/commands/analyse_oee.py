"""``asbuilt analyse oee``: OEE by ISO 22400-2 of the shifts in a CSV file."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from analysis.oee import Oee, oee
from app.commands.csv_columns import CsvColumns

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

OK = 0
COLUMNS = ("planned_shift_min", "breaks_min", "stops_min", "ideal_cycle_s", "made", "bad")
NO_DATA = "no_data_min"

_HELP = f"""Availability, effectiveness, quality and their product, for each line of the file.

FILE is CSV with the columns {", ".join(COLUMNS)}; and, if
part of the shift was not recorded, {NO_DATA}: that time is left out, and the share of the
planned time that is known stands beside the OEE as coverage. Nothing is clipped at 1; what is
above it is named, since an ideal cycle or a time must be wrong.
"""


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    planned_shift_min: float
    breaks_min: float
    stops_min: float
    ideal_cycle_s: float
    made: float
    bad: float
    no_data_min: float = 0.0

    @property
    def plan_min(self) -> float:
        return self.planned_shift_min - self.breaks_min

    @property
    def busy_min(self) -> float:
        """Planned busy time of which something is known."""
        return self.plan_min - self.no_data_min


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``oee`` to the kinds of ``analyse``."""
    parser = kinds.add_parser(
        "oee",
        help="overall equipment effectiveness",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object a line of the file")
    parser.set_defaults(run=run_oee)


def run_oee(args: Namespace) -> int:
    """Print the OEE of each line.

    Raises:
        InvalidInput: the file cannot be read, or has not these columns, or a line cannot be true.
    """
    table = CsvColumns(args.file)
    found = [(row, _oee_of(row)) for row in _rows(table)]
    if not found:
        table.refuse(f"expected lines with {', '.join(COLUMNS)}, there are none")
    for row, result in found:
        print(
            msgspec.json.encode(_plain(row, result)).decode() if args.json else _said(row, result)
        )
    return OK


def _rows(table: CsvColumns) -> Iterator[_Row]:
    """Each line's numbers, checked before anything is made of them."""
    names = (*COLUMNS, *((NO_DATA,) if NO_DATA in table.names else ()))
    columns = [table.numbers_or_refuse(name) for name in names]
    for line, *numbers in zip(table.lines, *columns, strict=True):
        for name, number in zip(names, numbers, strict=True):
            if number is None or number < 0:
                said = "empty" if number is None else f"{number:g}"
                table.refuse(f"line {line}: {name} is {said}, expected a number, 0 or more")
        row = _Row(line, **dict(zip(names, numbers, strict=True)))
        _check(table, row)
        yield row


def _check(table: CsvColumns, row: _Row) -> None:
    if row.breaks_min > row.planned_shift_min:
        table.refuse(f"line {row.line}: breaks_min is more than planned_shift_min")
    if row.stops_min + row.no_data_min > row.plan_min:
        table.refuse(f"line {row.line}: stops are more than the shift without its breaks")
    if row.made % 1 or row.bad % 1:
        table.refuse(f"line {row.line}: made and bad are units, expected whole numbers")
    if row.bad > row.made:
        table.refuse(f"line {row.line}: bad is more than made")


def _oee_of(row: _Row) -> Oee:
    return oee(
        pbt_s=row.busy_min * 60,
        apt_s=(row.busy_min - row.stops_min) * 60,
        ideal_s=row.ideal_cycle_s * row.made,
        made=int(row.made),
        good=int(row.made - row.bad),
    )


def _coverage(row: _Row) -> float | None:
    return row.busy_min / row.plan_min if row.plan_min else None


def _plain(row: _Row, found: Oee) -> dict[str, Any]:
    return {
        "availability": found.availability,
        "effectiveness": found.effectiveness,
        "quality": found.quality,
        "oee": found.oee,
        "coverage": _coverage(row),
        "above_one": found.above_one,
        "losses": {
            loss.factor: {"minutes": loss.minutes, "units": loss.units} for loss in found.losses
        },
    }


def _said(row: _Row, found: Oee) -> str:
    shares = (found.availability, found.effectiveness, found.quality, found.oee, _coverage(row))
    names = ("availability", "effectiveness", "quality", "OEE", "coverage")
    said = [f"{n} {'–' if s is None else f'{s:.4f}'}" for n, s in zip(names, shares, strict=True)]
    losses = [f"{loss.factor} {loss.minutes:.1f} min" for loss in found.losses]
    doubt = f"; above 1, so an input is wrong: {', '.join(found.above_one)}"
    return f"{', '.join(said)}; lost: {', '.join(losses)}{doubt if found.above_one else ''}"
