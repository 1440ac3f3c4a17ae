"""MID 0900: the trace of a tightening, one quantity a telegram, and joining two into a curve.

The body is ASCII up to a NUL, then two bytes a sample, signed, high byte first.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import FieldFault
from device_drivers.open_protocol.message import TRACE, Message, build

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable field: a PID with its value as text."""

    pid: str
    value: str


def subscription(*kinds: int) -> bytes:
    """The body of MID 0008 that subscribes to new traces of these kinds."""
    extra = b"0" + b" " * 29 + b"%02d" % len(kinds) + b"".join(b"%03d" % kind for kind in kinds)
    return b"%04d001%02d" % (TRACE, len(extra)) + extra


def parse_trace(message: Message) -> Trace:
    """Read a trace.

    Raises:
        FieldFault: the telegram is not laid out as revision 1 demands.
    """
    head, nul, binary = message.body.partition(b"\0")
    if not nul:
        message_text = "the NUL before the samples is missing"
        raise FieldFault(message_text)
    text = _Text(head)
    result_id = text.number(10)
    text.take(19)  # the time, which is the result's own
    parameters = text.parameters()
    kind, _transducer, unit = text.number(2), text.take(2), text.number(3)
    parameters += text.parameters()
    text.skip_resolutions()
    count = text.number(5)
    if len(binary) < 2 * count:
        message_text = f"{count} samples announced, {len(binary)} bytes came"
        raise FieldFault(message_text)
    scale = _scale(parameters) * (_NEWTON_METRES.get(unit, 1.0) if kind == TORQUE else 1.0)
    samples = struct.unpack(f">{count}h", binary[: 2 * count])
    return Trace(result_id, kind, tuple(sample * scale for sample in samples))


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


class _Text:
    """Walks through the ASCII part."""

    def __init__(self, head: bytes) -> None:
        self._head = head.decode("latin-1")
        self._at = 0

    def take(self, width: int) -> str:
        piece = self._head[self._at : self._at + width]
        if len(piece) < width:
            message = f"{width} characters expected at {self._at}, {len(piece)} left"
            raise FieldFault(message)
        self._at += width
        return piece

    def number(self, width: int) -> int:
        piece = self.take(width)
        if not piece.strip().isdecimal():
            message = f"a number expected, {piece!r} found"
            raise FieldFault(message)
        return int(piece)

    def parameters(self) -> list[Parameter]:
        found = []
        for _ in range(self.number(3)):
            pid, length = self.take(5), self.number(3)
            self.take(2 + 3 + 4)  # data type, unit, step
            found.append(Parameter(pid, self.take(length).strip()))
        return found

    def skip_resolutions(self) -> None:
        """How far the samples are apart in time: a curve over angle does not need it."""
        for _ in range(self.number(3)):
            self.take(5 + 5)
            length = self.number(3)
            self.take(2 + 3 + length)


def _scale(parameters: list[Parameter]) -> float:
    scale = 1.0
    for parameter in parameters:
        if parameter.pid not in {DIVISOR, FACTOR}:
            continue
        try:
            number = float(parameter.value)
        except ValueError:
            number = 0.0
        if number == 0.0:
            message = f"PID {parameter.pid} scales by {parameter.value!r}"
            raise FieldFault(message)
        scale = scale / number if parameter.pid == DIVISOR else scale * number
    return scale
