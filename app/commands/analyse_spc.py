"""``asbuilt analyse spc``: control charts and capability of a CSV file."""

from __future__ import annotations

import argparse
import csv
import math
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from analysis.capability import Capability, Index, capability, refusal_of_capability
from analysis.control_charts import (
    Chart,
    NotEnough,
    VariablesChart,
    c_chart,
    i_mr,
    np_chart,
    p_chart,
    u_chart,
    xbar_r,
    xbar_s,
    z_mr,
)
from analysis.proportions import wilson
from analysis.run_rules import nelson, western_electric
from analysis.slow_shifts import (
    ALARM_LAMBDA,
    ALARM_WIDTH,
    CUSUM_H,
    CUSUM_K,
    cusum,
    ewma,
)
from app.commands.csv_columns import why
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

CHARTS = (
    "xbar-r", "xbar-s", "i-mr", "z-mr", "ewma", "cusum", "p", "np", "c", "u", "capability",
)  # fmt: skip
OK, REFUSED = 0, 1
_USUAL_WIDTH = 3.0
_COUNTED = {"p": p_chart, "np": np_chart, "u": u_chart}


_SPC_HELP = """Draw no chart, but say everything a chart would: centre, limits, points, rules.

FILE is CSV with a column "value" and, where the chart needs it, "subgroup" (which values belong
together), "n" (the size of each sample) or "family" (the part family of a short run).
Given values replace estimated ones.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What was given on the command line; None is estimated from the values."""

    NAMES: ClassVar = frozenset({"target", "sigma", "k", "h", "lambda", "width", "lsl", "usl"})
    chart: str
    target: float | None = None
    sigma: float | None = None
    k: float = CUSUM_K
    h: float = CUSUM_H
    weight: float = ALARM_LAMBDA
    width: float = _USUAL_WIDTH
    lsl: float | None = None
    usl: float | None = None

    @classmethod
    def of(cls, chart: str, given: Mapping[str, float | None]) -> Settings:
        """Raises InvalidInput for a value that makes no chart."""
        known = {name: value for name, value in given.items() if value is not None}
        for name, value in known.items():
            if not math.isfinite(value):
                _refuse(f"--{name} {value:g}: must be a number")
        if "lambda" in known:
            known["weight"] = known.pop("lambda")
        settings = cls(chart, **known)
        settings.check()
        return settings

    def check(self) -> None:
        """Raises InvalidInput naming the value and what it must be."""
        if not 0 < self.weight <= 1:
            _refuse(f"--lambda {self.weight:g}: must be above 0 and at most 1")
        if self.sigma is not None and not self.sigma > 0:
            _refuse(f"--sigma {self.sigma:g}: must be above 0")
        if self.chart == "capability" and self.lsl is None and self.usl is None:
            _refuse("capability needs --lsl or --usl, or both")
        if self.lsl is not None and self.usl is not None and self.lsl >= self.usl:
            _refuse(f"--lsl {self.lsl:g} must be below --usl {self.usl:g}")


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of the file, as long as each other where present."""

    values: list[float]
    subgroups: list[str]
    sizes: list[float]
    families: list[str]

    def groups(self) -> list[list[float]]:
        """The values by subgroup, in the order in which these begin."""
        grouped: dict[str, list[float]] = {}
        for name, value in zip(self.subgroups, self.values, strict=True):
            grouped.setdefault(name, []).append(value)
        return list(grouped.values())


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``spc`` to the kinds of ``analyse``."""
    spc = kinds.add_parser(
        "spc",
        help="control charts and capability",
        description=_SPC_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    spc.add_argument("file", type=Path, metavar="FILE")
    spc.add_argument("--chart", choices=CHARTS, default="i-mr")
    for name, meaning in (
        ("target", "the centre, instead of the mean"),
        ("sigma", "the standard deviation of one value"),
        ("k", "CUSUM: reference value in sigma"),
        ("h", "CUSUM: decision interval in sigma"),
        ("lambda", "EWMA: weight of the newest point"),
        ("width", "EWMA: limits in sigma"),
        ("lsl", "lower specification limit"),
        ("usl", "upper specification limit"),
    ):
        spc.add_argument(f"--{name}", type=float, metavar="X", help=meaning)
    spc.add_argument("--json", action="store_true", help="one JSON object")
    spc.set_defaults(run=run_spc)


def run_spc(args: Namespace) -> int:
    """Print the chart; 1 when it is refused."""
    given = {name: value for name, value in vars(args).items() if name in Settings.NAMES}
    return analyse_spc(args.file, Settings.of(args.chart, given), as_json=args.json)


def analyse_spc(path: Path, settings: Settings, *, as_json: bool) -> int:
    """Print the chart of ``path``.

    Raises:
        InvalidInput: the file cannot be read, or has not what the chart needs.
    """
    try:
        found = chart_of(read_table(path), settings)
    except NotEnough as error:
        message = f"{path}: {error}"
        raise InvalidInput(message) from error
    if as_json:
        print(msgspec.json.encode(found).decode())
    else:
        print("\n".join(_lines(found)))
    return REFUSED if "refused" in found else OK


def chart_of(table: Table, settings: Settings) -> dict[str, Any]:
    """The chart as plain values; see docs/engineers.md for what each means.

    Raises:
        NotEnough: the values do not make this chart.
    """
    match settings.chart:
        case "xbar-r" | "xbar-s" | "i-mr" | "z-mr":
            return _variables(_variables_chart(table, settings), settings)
        case "ewma":
            return _ewma(_variables_chart(table, settings), settings)
        case "cusum":
            return _cusum(_variables_chart(table, settings), settings)
        case "capability":
            return _capability(table, settings)
        case "c":
            _check_counts(table.values, [math.inf] * len(table.values), settings)
            return _attribute(c_chart(table.values, target=settings.target), settings)
        case name:
            sizes = _needed(table.sizes, "n", name, len(table.values))
            _check_counts(table.values, sizes, settings)
            chart = _COUNTED[name](table.values, sizes, target=settings.target)
            return _attribute(chart, settings) | _proportion(table.values, sizes, name)


def read_table(path: Path) -> Table:
    """Raises InvalidInput naming file, line, value and what was expected."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            has_semicolons = ";" in file.readline()
            file.seek(0)
            rows = list(csv.DictReader(file, delimiter=";" if has_semicolons else ","))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path}: cannot be read as CSV ({why(error)})"
        raise InvalidInput(message) from error
    if not rows or "value" not in rows[0]:
        _refuse(f'{path}: expected a first line with the column "value", and values under it')
    number = _Numbers(path, has_semicolons)
    return Table(
        [number.of(row, "value", line) for line, row in enumerate(rows, start=2)],
        [row["subgroup"] for row in rows if row.get("subgroup")],
        [number.of(row, "n", line) for line, row in enumerate(rows, start=2) if row.get("n")],
        [row["family"] for row in rows if row.get("family")],
    )


@dataclass(frozen=True, slots=True)
class _Numbers:
    path: Path
    has_comma: bool

    def of(self, row: dict[str, str], column: str, line: int) -> float:
        text = (row[column] or "").strip()
        try:
            number = float(text.replace(",", ".") if self.has_comma else text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            _refuse(f"{self.path}, line {line}: {column} is {text!r}, expected a number")
        return number


def _variables_chart(table: Table, settings: Settings) -> VariablesChart:
    target, sigma = settings.target, settings.sigma
    if settings.chart == "z-mr":
        return z_mr(_needed(table.families, "family", "z-mr", len(table.values)), table.values)
    if settings.chart == "i-mr" or not table.subgroups:
        _has_subgroups(settings.chart, table)
        return i_mr(table.values, target=target, sigma=sigma)
    _needed(table.subgroups, "subgroup", settings.chart, len(table.values))
    draw = xbar_s if settings.chart == "xbar-s" else xbar_r
    return draw(table.groups(), target=target, sigma=sigma)


def _has_subgroups(chart: str, table: Table) -> None:
    if chart.startswith("xbar") and not table.subgroups:
        _refuse(f'the chart {chart} needs the column "subgroup"')


def _needed(column: list[Any], name: str, chart: str, count: int) -> list[Any]:
    if len(column) != count:
        _refuse(f'the chart {chart} needs the column "{name}" in every line')
    return column


def _check_counts(counts: list[float], sizes: list[float], settings: Settings) -> None:
    """Raises NotEnough for what nobody can have counted, InvalidInput for such a target."""
    is_of_sample = settings.chart in {"p", "np"}
    for place, (count, size) in enumerate(zip(counts, sizes, strict=True), start=1):
        most = size if is_of_sample else math.inf
        if size <= 0 or not 0 <= count <= most:
            said = f"{count:g}" if size == math.inf else f"{count:g} in a sample of {size:g}"
            message = f"point {place} is {said}: nobody can have counted that"
            raise NotEnough(message)
    most = {"p": 1.0, "np": sizes[0]}.get(settings.chart, math.inf)
    if settings.target is not None and not 0 <= settings.target <= most:
        _refuse(f"--target {settings.target:g}: must be 0 or more, and at most {most:g}")


def _variables(chart: VariablesChart, settings: Settings) -> dict[str, Any]:
    found = _common(chart.location, settings)
    found |= {"sigma": chart.sigma, "subgroup_size": chart.size}
    found["spread"] = _limits(chart.spread) | {"points": chart.spread.points}
    found["spread"]["alarms"] = _outside(chart.spread)
    return found


def _attribute(chart: Chart, settings: Settings) -> dict[str, Any]:
    return _common(chart, settings)


def _proportion(counts: list[float], sizes: list[float], chart: str) -> dict[str, Any]:
    """How many of all units there were, with Wilson's interval; defects a piece have none."""
    found, units = math.fsum(counts), math.fsum(sizes)
    if chart == "u" or not (found.is_integer() and units.is_integer()):
        return {}
    low, high = wilson(int(found), int(units))
    return {"proportion": {"value": found / units, "low": low, "high": high}}


def _common(chart: Chart, settings: Settings) -> dict[str, Any]:
    return {
        "chart": settings.chart,
        "n": len(chart.points),
        **_limits(chart),
        "points": chart.points,
        "alarms": _outside(chart),
        "western_electric": _by_text(western_electric(chart.scores)),
        "nelson": _by_text(nelson(chart.scores)),
    }


def _ewma(chart: VariablesChart, settings: Settings) -> dict[str, Any]:
    found = _slow(chart, settings.weight, settings.width)
    return {
        "chart": "ewma",
        "n": len(found.points),
        "lambda": settings.weight,
        "width": settings.width,
        "sigma": chart.sigma,
        **_limits(found),
        "points": found.points,
        "alarms": _outside(found),
    }


def _slow(chart: VariablesChart, weight: float, width: float) -> Chart:
    location = chart.location
    return ewma(
        location.points,
        centre=location.centre,
        sigma=location.sigma[0],
        weight=weight,
        width=width,
    )


def _cusum(chart: VariablesChart, settings: Settings) -> dict[str, Any]:
    location = chart.location
    if location.sigma[0] == 0:
        message = "all values are equal; give --sigma"
        raise NotEnough(message)
    found = cusum(
        location.points,
        centre=location.centre,
        sigma=location.sigma[0],
        k=settings.k,
        h=settings.h,
    )
    return {
        "chart": "cusum",
        "n": len(location.points),
        "centre": location.centre,
        "sigma": chart.sigma,
        "k": settings.k,
        "h": settings.h,
        "c_plus": found.high,
        "c_minus": found.low,
        "alarms": found.alarms,
    }


def _capability(table: Table, settings: Settings) -> dict[str, Any]:
    """Indices only of a process that is stable: rule 1 and the EWMA are what is asked."""
    chart = _variables_chart(table, settings)
    slow = _slow(chart, ALARM_LAMBDA, ALARM_WIDTH)
    alarms = sorted({*_outside(chart.location), *_outside(slow)})
    found: dict[str, Any] = {
        "chart": "capability",
        "n": len(table.values),
        "mean": fmean(table.values),
        "sigma_within": chart.sigma,
        "lsl": settings.lsl,
        "usl": settings.usl,
        "alarms": alarms,
    }
    refusal = refusal_of_capability(len(table.values), alarms, chart.sigma)
    if refusal is not None:
        return found | {"refused": refusal}
    indices = capability(table.values, sigma=chart.sigma, low=settings.lsl, high=settings.usl)
    return found | _indices(indices)


def _indices(found: Capability) -> dict[str, Any]:
    named = {"cp": found.cp, "cpk": found.cpk, "pp": found.pp, "ppk": found.ppk}
    return {name: _interval(index) for name, index in named.items()}


def _interval(index: Index | None) -> dict[str, float] | None:
    return None if index is None else {"value": index.value, "low": index.low, "high": index.high}


def _limits(chart: Chart) -> dict[str, Any]:
    """One number where the limits stand still, a list where they move."""
    lower, upper = (
        limits[0] if len(set(limits)) == 1 else limits for limits in (chart.lower, chart.upper)
    )
    return {"centre": chart.centre, "lower": lower, "upper": upper}


def _outside(chart: Chart) -> list[int]:
    rows = zip(chart.points, chart.lower, chart.upper, strict=True)
    return [i for i, (x, low, high) in enumerate(rows, start=1) if not low <= x <= high]


def _by_text(rules: dict[int, list[int]]) -> dict[str, list[int]]:
    return {str(rule): points for rule, points in rules.items()}


def _lines(found: dict[str, Any]) -> list[str]:
    return [f"{name}: {_said(value)}" for name, value in found.items()]


def _said(value: object) -> str:
    match value:
        case float():
            return f"{value:.7g}"
        case tuple() | list():
            return ", ".join(map(_said, value)) or "none"
        case dict():
            return "; ".join(f"{key} {_said(item)}" for key, item in value.items()) or "none"
        case None:
            return "–"
        case _:
            return str(value)


def _refuse(message: str) -> None:
    raise InvalidInput(message)
