"""Joins the traces of a tightening into its curve, and the curve to its result.

Angle and torque come as telegrams of their own, usually after the result, sometimes before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.readings import Curve
from device_drivers.open_protocol.trace import ANGLE, TORQUE

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from device_drivers.open_protocol.trace import Trace

#: Results whose curve is not complete yet; older ones are given up, and stay without a curve.
MAX_WAITING = 16


@dataclass(slots=True)
class _Parts:
    epoch: int | None = None
    traces: dict[int, tuple[float, ...]] = field(default_factory=dict)


class Curves:
    """Gives out a curve once its result is durable and both traces are here."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._waiting: dict[str, _Parts] = {}

    def result_stored(self, reading: Reading) -> Curve | None:
        """The result is durable: its curve may follow."""
        self._parts(reading.result_id).epoch = reading.epoch
        return self._finished(reading.result_id)

    def add(self, trace: Trace) -> Curve | None:
        """A trace arrived."""
        result_id = str(trace.result_id)
        self._parts(result_id).traces[trace.kind] = trace.samples
        return self._finished(result_id)

    def _parts(self, result_id: str) -> _Parts:
        parts = self._waiting.setdefault(result_id, _Parts())
        while len(self._waiting) > MAX_WAITING:
            del self._waiting[next(iter(self._waiting))]
        return parts

    def _finished(self, result_id: str) -> Curve | None:
        parts = self._waiting[result_id]
        angle, torque = parts.traces.get(ANGLE), parts.traces.get(TORQUE)
        if parts.epoch is None or angle is None or torque is None:
            return None
        del self._waiting[result_id]
        count = min(len(angle), len(torque))
        return Curve(
            source=self._source,
            result_id=result_id,
            epoch=parts.epoch,
            angle_deg=angle[:count],
            torque_nm=torque[:count],
        )
