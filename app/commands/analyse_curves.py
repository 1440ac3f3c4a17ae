"""``asbuilt analyse curves``: windows of one joint from its OK curves, and what left them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from analysis.curve_signatures import judge, with_frozen
from analysis.curve_windows import NotEnoughCurves, learn
from analysis.curves import FINAL, UnreadableCurve, features_of
from app.commands.curve_files import read_curves
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from analysis.curve_signatures import Verdict
    from analysis.curve_windows import Window
    from analysis.curves import Features, Trace

_HELP = """Learn the windows of one joint from its OK curves, and judge other curves by them.

Files are CSV or Parquet, one sample a row, with the columns "curve_id", "angle_deg" and
"torque_nm", and "step" where the controller says it.  Without a file to score, the windows are
printed.
"""
UNREADABLE = "unreadable"


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``curves`` to the kinds of ``analyse``."""
    curves = kinds.add_parser(
        "curves",
        help="torque curves: windows and signatures",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    scored = curves.add_mutually_exclusive_group()
    scored.add_argument("file", type=Path, metavar="FILE", nargs="?", help="as --score")
    scored.add_argument("--score", type=Path, metavar="FILE", help="the curves to judge")
    curves.add_argument(
        "--learn", type=Path, metavar="FILE", required=True, help="OK curves of the same joint"
    )
    curves.add_argument("--json", action="store_true", help="one JSON object")
    curves.set_defaults(run=run_curves)


def run_curves(args: Namespace) -> int:
    """Print the windows and the verdict of each curve.

    Raises:
        InvalidInput: a file cannot be read, or has too few curves to learn from.
    """
    windows, count = _learned(args.learn)
    path = args.score or args.file
    curves = {} if path is None else read_curves(path)
    found: dict[str, Any] = {
        "learned": count,
        "windows": {name: _window(window) for name, window in windows.items()},
        "curves": scored(curves, windows),
    }
    print(msgspec.json.encode(found).decode() if args.json else "\n".join(_lines(found)))
    return 0


def scored(curves: Mapping[str, Trace], windows: Mapping[str, Window]) -> list[dict[str, Any]]:
    """The verdict of each curve, in order, as plain values."""
    finals: list[float] = []
    found = []
    for name, trace in curves.items():
        try:
            features = features_of(trace)
        except UnreadableCurve as error:
            found.append(_said(name, UNREADABLE) | {"reason": str(error)})
            continue
        finals.append(features[FINAL])
        verdict = with_frozen(judge(features, windows), finals)
        found.append(_said(name, verdict.verdict, verdict) | {"features": features})
    return found


def _learned(path: Path) -> tuple[dict[str, Window], int]:
    curves = read_curves(path)
    try:
        return learn([_features(path, name, trace) for name, trace in curves.items()]), len(curves)
    except NotEnoughCurves as error:
        message = f"{path}: {error}"
        raise InvalidInput(message) from error


def _features(path: Path, name: str, trace: Trace) -> Features:
    try:
        return features_of(trace)
    except UnreadableCurve as error:
        message = f"{path}, curve {name}: {error}"
        raise InvalidInput(message) from error


def _said(name: str, verdict: str, found: Verdict | None = None) -> dict[str, Any]:
    left = () if found is None else found.left
    return {
        "curve_id": name,
        "verdict": verdict,
        "signature": None if found is None else found.signature,
        "left": [{"window": one.name, "value": one.value} | _window(one.window) for one in left],
    }


def _window(window: Window) -> dict[str, float]:
    return {"low": window.low, "high": window.high, "usual": window.usual}


def _lines(found: Mapping[str, Any]) -> list[str]:
    lines = [f"learned from {found['learned']} curves"]
    lines += [
        f"  {name}: {window['low']:.4g} to {window['high']:.4g}, usual {window['usual']:.4g}"
        for name, window in found["windows"].items()
    ]
    return lines + [_line(one) for one in found["curves"]]


def _line(one: Mapping[str, Any]) -> str:
    left = "; ".join(
        f"{w['window']} {_value(w['value'])} ({w['low']:.4g} to {w['high']:.4g})"
        for w in one["left"]
    )
    told = (one["signature"], left, one.get("reason"))
    return f"{one['curve_id']}: " + ", ".join([one["verdict"], *(text for text in told if text)])


def _value(value: float | None) -> str:
    return "missing" if value is None else f"{value:.4g}"
