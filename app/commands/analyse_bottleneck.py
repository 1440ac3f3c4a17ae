"""``asbuilt analyse bottleneck``: which station of a line limits it, from a CSV file of states."""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from analysis.bottleneck import LEAST_LEAD, Bottleneck, bottleneck
from analysis.station_states import Span, State
from app.commands.csv_columns import CsvColumns
from app.commands.instants import Instants, read_instants
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

OK = 0

_HELP = f"""The limiting station of a line, by the active period method.

FILE is CSV with the columns "station", "state", "start" and "end", in any order. States are
{", ".join(State)}. Times are ISO 8601 (without a zone: UTC), or seconds.
Shares are of the time in which any station was seen at work. With a lead of less than
{LEAST_LEAD * 100:.0f} points there is no single bottleneck.
"""


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``bottleneck`` to the kinds of ``analyse``."""
    parser = kinds.add_parser(
        "bottleneck",
        help="which station limits the line",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_bottleneck)


def run_bottleneck(args: Namespace) -> int:
    """Print the shares of each station, and who was the bottleneck when.

    Raises:
        InvalidInput: the file cannot be read, or has not these columns.
    """
    table = CsvColumns(args.file)
    times = read_instants(table, "start", "end")
    found = bottleneck(_spans(args.file, table, times))
    if args.json:
        print(msgspec.json.encode(_plain(found, times)).decode())
    else:
        print("\n".join(_lines(found)))
    return OK


def _spans(path: Path, table: CsvColumns, times: Instants) -> dict[str, list[Span]]:
    """By station; what stands in the file twice, or in two states at once, is refused."""
    spans: dict[str, list[tuple[int, int, int, State]]] = {}
    rows = zip(
        table.lines, table.column("station"), table.column("state"), *times.columns, strict=True
    )
    for line, station, said, start, end in rows:
        if end < start:
            table.refuse(f"line {line}: ends before it starts")
        if end > start:
            spans.setdefault(station, []).append((start, end, line, _state(table, line, said)))
    for station, found in spans.items():
        found.sort()
        for (_, end, line, _), (start, _, other, _) in pairwise(found):
            if start < end:
                table.refuse(f"lines {line} and {other}: {station} is in both at the same time")
    if not spans:
        message = f"{path}: expected states of stations, there are none"
        raise InvalidInput(message)
    return {s: [Span(state, a, b) for a, b, _, state in found] for s, found in spans.items()}


def _state(table: CsvColumns, line: int, said: str) -> State:
    try:
        return State(said.lower().replace(" ", "_"))
    except ValueError:
        table.refuse(f"line {line}: state is {said!r}, expected one of {', '.join(State)}")


def _plain(found: Bottleneck, times: Instants) -> dict[str, Any]:
    return {
        "bottleneck": found.station,
        "lead": found.lead,
        "stations": [
            {
                "station": share.station,
                "sole": share.sole,
                "shifting": share.shifting,
                "total": share.whole,
            }
            for share in found.shares
        ],
        "momentary": [
            {
                "station": moment.station,
                "start": times.said(moment.begin_us),
                "end": times.said(moment.end_us),
                "kind": "sole" if moment.shifting_with is None else "shifting",
                "with": moment.shifting_with,
            }
            for moment in found.momentary
        ],
    }


def _lines(found: Bottleneck) -> list[str]:
    shares = [
        f"{share.station}: {share.whole:.1%} of the time (sole {share.sole:.1%},"
        f" shifting {share.shifting:.1%})"
        for share in found.shares
    ]
    if found.station is None:
        return [*shares, f"no single bottleneck: the first leads by {found.lead * 100:.1f} points"]
    return [*shares, f"bottleneck: {found.station}, by {found.lead * 100:.1f} points"]
