"""MID 0900: the trace of a tightening, one quantity a telegram, and joining two into a curve.

The body is ASCII up to a NUL, then two bytes a sample, signed, high byte first.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import FieldFault, parse
from device_drivers.open_protocol.message import TRACE, Message, build
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.variables import parameters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from device_drivers.open_protocol.fields import Values

ANGLE, TORQUE = 1, 2
#: Samples are divided by the first, multiplied by the second, to get the unit.
DIVISOR, FACTOR = "02213", "02214"

#: Newton metres in one of the unit, by the variable fields' enumeration.
_NEWTON_METRES: Mapping[int, float] = MappingProxyType(
    {1: 1.0, 2: 1.3558179483, 3: 0.01, 6: 0.1129848290, 7: 9.80665, 12: 0.001}
)


@dataclass(frozen=True, slots=True)
class Trace:
    """The samples of one quantity, in degrees or newton metres."""

    result_id: int
    kind: int
    samples: tuple[float, ...]


def subscription(*kinds: int) -> str:
    """The extra data of the MID 0008 that subscribes to new traces of these kinds."""
    return "0" + " " * 29 + f"{len(kinds):02d}" + "".join(f"{kind:03d}" for kind in kinds)


def parse_trace(message: Message) -> Trace:
    """Read a trace; with a NUL too many after its samples too.

    Raises:
        FieldFault: the telegram is not laid out as its revision demands.
    """
    layout = LAYOUTS.get((TRACE, message.revision))
    if layout is None:
        fault = f"{message} is not known here"
        raise FieldFault(fault)
    head, nul, _ = message.body.partition(b"\0")
    values = parse(layout, head)
    binary = message.body[len(head) + len(nul) :]
    count, kind = _whole(values, "samples"), _whole(values, "kind")
    if len(binary) < 2 * count:
        fault = f"{count} samples announced, {len(binary)} bytes came"
        raise FieldFault(fault)
    unit = _NEWTON_METRES.get(_whole(values, "unit"), 1.0) if kind == TORQUE else 1.0
    scale = unit * _scale(values, "parameters") * _scale(values, "trace_parameters")
    samples = struct.unpack(f">{count}h", binary[: 2 * count])
    return Trace(_result_id(values), kind, tuple(sample * scale for sample in samples))


def build_trace(
    result_id: int, *, time: str, kind: int, unit: int, samples: Sequence[float], step: float
) -> Message:
    """A trace telegram; ``step`` is the size of one count of a sample."""
    factor = f"{step:g}"
    counts = [max(-32768, min(32767, round(sample / step))) for sample in samples]
    head = (
        f"{result_id:010d}{time:19}000"
        f"{kind:02d}00{unit:03d}"
        f"001{FACTOR}{len(factor):03d}03{unit:03d}0000{factor}"
        f"000{len(counts):05d}"
    )
    return build(TRACE, head.encode() + b"\0" + struct.pack(f">{len(counts)}h", *counts))


def _whole(values: Values, name: str) -> int:
    value = values.get(name)
    if not isinstance(value, int):
        message = f"{name} is missing"
        raise FieldFault(message)
    return value


def _result_id(values: Values) -> int:
    text = str(values.get("result_id") or "").strip()
    if not text.isdecimal():
        message = f"a result's number expected, {text!r} found"
        raise FieldFault(message)
    return int(text)


def _scale(values: Values, name: str) -> float:
    scale = 1.0
    for parameter in parameters(values, name):
        if parameter.pid not in {DIVISOR, FACTOR}:
            continue
        number = parameter.number
        if not number:
            message = f"PID {parameter.pid} scales by {parameter.text!r}"
            raise FieldFault(message)
        scale = scale / float(number) if parameter.pid == DIVISOR else scale * float(number)
    return scale
