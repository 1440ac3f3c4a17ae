"""Torque curves in a file, one sample a row: CSV or Parquet."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.curves import Trace
from app.commands.csv_columns import why
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Row = Mapping[str, object]

_NEEDED = ("curve_id", "angle_deg", "torque_nm")
_STEP = "step"


@dataclass(slots=True)
class _Samples:
    angle_deg: list[float] = field(default_factory=list)
    torque_nm: list[float] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)


def read_curves(path: Path) -> dict[str, Trace]:
    """The curves by their ids, in the order in which they begin; a name ending in .parquet is one.

    Rows of a curve count in the order of the file, ``step`` names the step of the program.

    Raises:
        InvalidInput: naming file, row, value and what was expected.
    """
    is_parquet = path.suffix.lower() == ".parquet"
    found: dict[str, _Samples] = {}
    for place, row in _parquet_rows(path) if is_parquet else _csv_rows(path):
        one = found.setdefault(_id(path, place, row), _Samples())
        one.angle_deg.append(_number(path, place, row, "angle_deg"))
        one.torque_nm.append(_number(path, place, row, "torque_nm"))
        if row.get(_STEP) not in (None, ""):
            one.steps.append(str(row[_STEP]))
    if not found:
        message = f"{path}: no samples; expected the columns {', '.join(_NEEDED)} and rows of them"
        raise InvalidInput(message)
    return {name: _trace(path, name, one) for name, one in found.items()}


def _trace(path: Path, name: str, one: _Samples) -> Trace:
    if one.steps and len(one.steps) != len(one.torque_nm):
        message = f"{path}, curve {name}: some samples have a step and some have none"
        raise InvalidInput(message)
    return Trace(one.angle_deg, one.torque_nm, one.steps)


def _csv_rows(path: Path) -> Iterator[tuple[str, Row]]:
    """With semicolons between the values, a comma may stand in a number."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            has_semicolons = ";" in file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=";" if has_semicolons else ",")
            _check_columns(path, rows.fieldnames or ())
            for line, row in enumerate(rows, start=2):
                yield f"line {line}", _with_points(row) if has_semicolons else row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path}: cannot be read as CSV ({why(error)})"
        raise InvalidInput(message) from error


def _with_points(row: Mapping[str, str | None]) -> Row:
    numbers = {name: (row[name] or "").replace(",", ".") for name in _NEEDED[1:]}
    return {**row, **numbers}


def _parquet_rows(path: Path) -> Iterator[tuple[str, Row]]:
    # Large, and only Parquet needs it.
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            _check_columns(path, names)
            columns = [*_NEEDED, *({_STEP} & set(names))]
            number = 0
            for batch in file.iter_batches(columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield f"row {number}", row
    except (OSError, pa.ArrowException) as error:
        message = f"{path}: cannot be read as Parquet ({why(error)})"
        raise InvalidInput(message) from error


def _check_columns(path: Path, names: object) -> None:
    known = set(names) if isinstance(names, list | tuple) else set()
    missing = [name for name in _NEEDED if name not in known]
    if missing:
        message = f"{path}: the column {missing[0]!r} is missing; expected {', '.join(_NEEDED)}"
        raise InvalidInput(message)


def _id(path: Path, place: str, row: Row) -> str:
    found = row["curve_id"]
    if found is None or found == "":
        message = f"{path}, {place}: curve_id is empty, expected the name of a curve"
        raise InvalidInput(message)
    return str(found)


def _number(path: Path, place: str, row: Row, column: str) -> float:
    value = row[column]
    try:
        number = float(value) if isinstance(value, str | int | float) else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        message = f"{path}, {place}: {column} is {value!r}, expected a number"
        raise InvalidInput(message)
    return number
