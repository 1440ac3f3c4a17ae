"""Runs every benchmark and prints one table: python -m bench [NAME …].

Each module of ``BENCHMARKS`` has ``run() -> list[Row]``.  Ends with 1 when a promise is broken.
``ASBUILT_BENCH_SCALE=10`` makes the heavy ones ten times as large, see docs/benchmarks.md.
"""

from __future__ import annotations

import importlib
import sys
import time
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.rows import Row

BENCHMARKS = (
    "journal_append",
    "journal_length",
    "devices",
    "serial_stream",
    "station_start",
    "screen_switch",
    "screen_latency",
    "twenty_devices",
    "million_events",
    "ingest",
    "sync_speed",
    "growth",
    "genealogy",
    "web_pages",
    "causes",
    "memory",
    "card",
    "memory_search",
    "memory_server",
    "memory_judged",
    "screen_memory",
)
_HEADINGS = ("", "n", "measured", "ratio", "promised", "")


def main(names: Sequence[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
        return 2
    rows: list[Row] = []
    for name in names or BENCHMARKS:
        began = time.perf_counter()
        module = importlib.import_module(f"bench.{name}")
        rows += cast("list[Row]", module.run())
        print(f"{name}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    _print_table([_HEADINGS, *(_cells(row) for row in rows)])
    broken = [row for row in rows if row.is_broken]
    kept = sum(row.is_promised and row.value is not None for row in rows) - len(broken)
    print(f"\n{kept} promises kept, {len(broken)} broken")
    for row in broken:
        print(f"  broken: {row.name}")
    return 1 if broken else 0


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.count:,}" if row.count else "",
        "" if row.value is None else f"{_number(row.value)} {row.unit}",
        "" if row.ratio is None else f"{row.ratio:.2f}",
        _promise(row),
        row.note,
    )


def _promise(row: Row) -> str:
    unit = "" if row.ratio is not None else f" {row.unit}"
    if row.most is not None:
        return f"≤ {row.most:g}{unit}"
    return "" if row.least is None else f"≥ {row.least:g}{unit}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _print_table(lines: list[tuple[str, ...]]) -> None:
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    for first, *rest, note in lines:
        cells = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=False)]
        print(f"{first:<{widths[0]}}  {'  '.join(cells)}  {note}".rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
