"""Whether a result is good: our own judgement, beside the device's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.readings import Quality, ReadingKind

if TYPE_CHECKING:
    from app.domain.instructions import Limits, MeasureStep, TorqueStep
    from app.domain.readings import Quantity, Reading


def reasons_against_tightening(reading: Reading, step: TorqueStep) -> tuple[str, ...]:
    """Why ``reading`` is not a good tightening for ``step``; empty means good.

    The controller's verdict alone is never enough: value, limits and program are compared with
    the instruction, since a controller can hold other limits than the ones that were released.
    """
    reasons = [*_against_limits(reading.value("torque"), step.torque, "torque")]
    if step.angle is not None:
        reasons += _against_limits(reading.value("angle"), step.angle, "angle")
    if reading.program is not None and reading.program != str(step.program):
        reasons.append("wrong_program")
    if _has_other_limits(reading.value("torque"), step.torque):
        reasons.append("limits_differ")
    if reading.ok is not True:
        reasons.append("device_nok")
    if reading.quality is not Quality.GOOD:
        reasons.append("quarantined")
    return tuple(reasons)


def counts_as_tightening(reading: Reading) -> bool:
    """Only a tightening counts; a loosening is evidence and nothing more."""
    return reading.kind is ReadingKind.TIGHTENING


def reasons_against_measurement(reading: Reading, step: MeasureStep) -> tuple[str, ...]:
    """Why ``reading`` does not meet the characteristic of ``step``; empty means good."""
    if reading.quality is not Quality.GOOD or not reading.values:
        return ("quarantined",)
    reasons = _against_limits(reading.values[0], step.limits, "value")
    # A wrench or gauge that judges by itself may be silent; its no is never passed over.
    return (*reasons, "device_nok") if reading.ok is False else reasons


def _against_limits(quantity: Quantity | None, limits: Limits, name: str) -> tuple[str, ...]:
    if quantity is None:
        return (f"{name}_missing",)
    if quantity.unit != limits.unit:
        return ("wrong_unit",)
    if quantity.value < limits.low:
        return (f"{name}_low",)
    if quantity.value > limits.high:
        return (f"{name}_high",)
    return ()


def _has_other_limits(quantity: Quantity | None, limits: Limits) -> bool:
    """Limits the device sent beside its value contradict ours; none sent is no contradiction."""
    if quantity is None or quantity.low is None or quantity.high is None:
        return False
    return (quantity.low, quantity.high) != (limits.low, limits.high)
