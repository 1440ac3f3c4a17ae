"""One torque curve as a handful of numbers that an engineer can check by eye.

Everything is told from *snug*, the angle at which the straight, elastic part of the curve starts
when it is drawn back to zero torque (the torque-angle signature analysis of Shoberg; VDI/VDE 2647
calls the method projection of the tangent).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples: TypeAlias = NDArray[np.float64]

#: Fewer samples are no curve; a screw that is tight already gives few.
LEAST_SAMPLES = 5
#: The elastic part is looked for between these shares of the highest torque.
_ELASTIC = (0.4, 0.9)
#: What counts as torque before snug: so much of the angle before it, and at least so many samples.
_BEFORE_SNUG, _LEAST_BEFORE = 0.9, 5
#: A spike of one sample is noise; what lasts for a twentieth of the way is torque.
_LASTING = 95.0
#: Stick-slip shows where the joint is loaded.
_LOADED = 0.5

#: Names of the numbers, each with its unit.
FINAL, TOTAL, SNUG, WORK, BEFORE, JUMP = (
    "final_nm", "total_deg", "snug_deg", "work_j", "before_snug_nm", "jump_nm",
)  # fmt: skip
#: The highest torque of the whole curve, and of a step when ``:step`` follows.
PEAK = "peak_nm"


class UnreadableCurve(ValueError):
    """The samples are no tightening: too few, not as many angles as torques, or not numbers."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The samples of one tightening, in the order in which they were taken.

    ``steps`` names the step of the program for each sample, where the controller says it.
    """

    angle_deg: Sequence[float]
    torque_nm: Sequence[float]
    steps: Sequence[str] = field(default=())


#: Name to value; a number that the curve does not show is left out.
Features: TypeAlias = Mapping[str, float]


def features_of(trace: Trace) -> dict[str, float]:
    """The numbers of a curve.

    - ``final_nm``: torque of the last sample; ``peak_nm``: the highest, also by step;
    - ``total_deg``: angle from the first to the last sample; ``snug_deg``: from snug to the last;
    - ``work_j``: torque over angle (in rad), integrated by trapezoids;
    - ``before_snug_nm``: the highest torque that lasts before snug; left out without a run-down;
    - ``jump_nm``: how far torque jumps from sample to sample, beyond its usual rise, in the loaded
      part (root mean square).

    Raises:
        UnreadableCurve: it is no curve.
    """
    angle, torque = _checked(trace)
    top = int(torque.argmax())
    snug = _snug(angle[: top + 1], torque[: top + 1])
    found = {
        FINAL: float(torque[-1]),
        PEAK: float(torque[top]),
        TOTAL: float(angle[-1] - angle[0]),
        SNUG: float(angle[-1] - snug),
        WORK: float(np.trapezoid(torque, np.radians(angle))),
        **_before_snug(angle[: top + 1], torque[: top + 1], snug),
        **_jump(angle, torque, snug),
    }
    return found | _step_peaks(torque, trace.steps)


def _checked(trace: Trace) -> tuple[Samples, Samples]:
    angle = np.asarray(trace.angle_deg, dtype=np.float64)
    torque = np.asarray(trace.torque_nm, dtype=np.float64)
    if len(angle) != len(torque) or (trace.steps and len(trace.steps) != len(torque)):
        message = f"{len(angle)} angles do not fit {len(torque)} torques"
        raise UnreadableCurve(message)
    if len(angle) < LEAST_SAMPLES:
        message = f"samples: {len(angle)}; a curve has at least {LEAST_SAMPLES}"
        raise UnreadableCurve(message)
    if not (np.isfinite(angle).all() and np.isfinite(torque).all()):
        message = "a sample is not a number"
        raise UnreadableCurve(message)
    return angle, torque


def _snug(angle: Samples, torque: Samples) -> float:
    """Where the tangent of the elastic part meets zero torque; the curve ends at its peak."""
    low, high = (share * float(torque[-1]) for share in _ELASTIC)
    below = np.flatnonzero(torque < low)
    begin = int(below[-1]) if len(below) else 0
    end = begin + 1 + int(np.argmax(torque[begin:] >= high))
    rise = slice(begin, max(end, begin + 2))
    x, y = angle[rise] - angle[rise].mean(), torque[rise] - torque[rise].mean()
    width, height = float(x @ x), float(x @ y)
    if not width > 0 or not height > 0:
        return float(angle[begin])
    snug = angle[rise].mean() - torque[rise].mean() * width / height
    return float(np.clip(snug, angle[0], angle[-1]))


def _before_snug(angle: Samples, torque: Samples, snug: float) -> dict[str, float]:
    limit = angle[0] + _BEFORE_SNUG * (snug - angle[0])
    way = torque[angle < limit]
    if len(way) < _LEAST_BEFORE:
        return {}
    return {BEFORE: float(np.percentile(way, _LASTING))}


def _jump(angle: Samples, torque: Samples, snug: float) -> dict[str, float]:
    loaded = torque[(angle >= snug) & (torque >= _LOADED * torque.max())]
    if len(loaded) < LEAST_SAMPLES:
        return {}
    rises = np.diff(loaded)
    return {JUMP: float(np.sqrt(np.mean(np.square(rises - np.median(rises)))))}


def _step_peaks(torque: Samples, steps: Sequence[str]) -> dict[str, float]:
    peaks: dict[str, float] = {}
    for step, value in zip(steps, torque.tolist(), strict=False):
        name = f"{PEAK}:{step}"
        peaks[name] = max(peaks.get(name, -math.inf), value)
    return peaks
