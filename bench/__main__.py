"""Runs every benchmark and prints one table: python -m bench [NAME …].

Each module of ``BENCHMARKS`` has ``run() -> list[Row]``.  Ends with 1 when a promise is broken.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.rows import Row

BENCHMARKS = ("journal_append", "station_start")
_HEADINGS = ("", "n", "median µs", "p99 µs", "ratio", "promised")


def main(names: Sequence[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
        return 2
    rows: list[Row] = []
    for name in names or BENCHMARKS:
        module = importlib.import_module(f"bench.{name}")
        rows += cast("list[Row]", module.run())
    _print_table([_HEADINGS, *(_cells(row) for row in rows)])
    return 1 if any(_is_broken(row) for row in rows) else 0


def _is_broken(row: Row) -> bool:
    return row.ratio is not None and row.promised is not None and row.ratio > row.promised


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        str(row.count),
        f"{row.median_us:.0f}",
        f"{row.p99_us:.0f}",
        "1.00" if row.ratio is None else f"{row.ratio:.2f}",
        "" if row.promised is None else f"≤ {row.promised:.2f}",
    )


def _print_table(lines: list[tuple[str, ...]]) -> None:
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    for first, *rest in lines:
        cells = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True)]
        print(f"{first:<{widths[0]}}  " + "  ".join(cells))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
