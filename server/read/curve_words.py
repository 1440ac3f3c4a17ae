"""The reading of a torque curve in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.curve_events import CurveRead, LeftWindow

_SIGNATURES = {
    "no_screw": "no screw",
    "re_hit": "a screw that was tight already",
    "cross_thread": "a cross-thread",
    "stripped": "a stripped thread",
    "stick_slip": "stick-slip",
    "washer": "a wrong or missing washer",
    "frozen_tool": "a frozen tool",
}
_NUMBERS = {
    "final_nm": "final torque (N·m)",
    "peak_nm": "highest torque (N·m)",
    "total_deg": "whole angle (°)",
    "snug_deg": "angle from snug (°)",
    "work_j": "work (J)",
    "before_snug_nm": "torque before snug (N·m)",
    "jump_nm": "jumps of torque (N·m)",
}


def looks_like(body: CurveRead) -> str:
    """What the curve looks like, to go on a sentence with."""
    return _SIGNATURES.get(body.signature or "", "no OK curve of its joint")


def left_in_words(body: CurveRead) -> str:
    """The windows that were left, each with what is usual."""
    return "; ".join(_left(one) for one in body.left)


def _left(left: LeftWindow) -> str:
    window = left.window
    name, _, step = window.name.partition(":")
    said = _NUMBERS.get(name, name) + (f" of step {step}" if step else "")
    value = "missing" if left.value is None else f"{left.value:.4g}"
    return f"{said} {value}, usual {window.least:.4g} to {window.most:.4g}"
