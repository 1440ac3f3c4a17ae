"""Path data of SVG 1.1 (chapter 8.3) as lines and cubic curves; points are complex numbers."""

from __future__ import annotations

import cmath
import math
import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

#: "M" and "L" with a point, "C" with two handles and a point, "Z" with none.
Segment: TypeAlias = tuple[str, tuple[complex, ...]]

_NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_COMMAND = re.compile(r"[\s,]*([MmLlHhVvCcSsQqTtAaZz])")
_END = re.compile(r"[\s,]*$")
_MOST_SEGMENTS = 50_000
#: No drawing is so large; what is would not be drawn as it is meant.
_FARTHEST = 1e6
#: Handles of a quarter circle with radius 1.
KAPPA = 4 / 3 * (math.sqrt(2) - 1)


def segments_of(data: str) -> tuple[Segment, ...]:
    """The path's segments, all absolute.

    Raises:
        ValueError: it is no path data, or endlessly long.
    """
    return tuple(_Reader(data).read())


class _Reader:
    """Where one is in the data, and where the pen is."""

    def __init__(self, data: str) -> None:
        self._data = data
        self._at = 0
        self._pen = self._start = 0j
        self._handle = 0j
        self._was = ""

    def read(self) -> Iterator[Segment]:
        command, count = "", 0
        while _END.match(self._data, self._at) is None:
            found = _COMMAND.match(self._data, self._at)
            if found is not None:
                command, self._at = found.group(1), found.end()
            elif command in ("", "Z", "z"):
                raise ValueError(self._where())
            count += 1
            if count > _MOST_SEGMENTS or (count == 1 and command not in "Mm"):
                raise ValueError(self._where())
            yield from self._segments(command)
            # More points behind a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)

    def _segments(self, command: str) -> Iterator[Segment]:
        kind, base = command.upper(), self._pen if command.islower() else 0j
        if kind == "A":
            yield from self._arc(base)
        elif kind in "CSQT":
            # The handle of the curve before counts only right after a curve of its own degree.
            yield from self._cubic(kind, base) if kind in "CS" else self._square(kind, base)
        else:
            yield from self._straight(kind, base)
        self._was = kind

    def _straight(self, kind: str, base: complex) -> Iterator[Segment]:
        if kind == "Z":
            self._pen = self._start
            yield "Z", ()
            return
        if kind == "H":
            self._pen = complex(base.real + self._number(), self._pen.imag)
        elif kind == "V":
            self._pen = complex(self._pen.real, base.imag + self._number())
        else:
            self._pen = self._point(base)
        if kind == "M":
            self._start = self._pen
        yield "M" if kind == "M" else "L", (self._pen,)

    def _cubic(self, kind: str, base: complex) -> Iterator[Segment]:
        first = self._point(base) if kind == "C" else self._mirrored("CS")
        self._handle = self._point(base)
        self._pen = self._point(base)
        yield "C", (first, self._handle, self._pen)

    def _square(self, kind: str, base: complex) -> Iterator[Segment]:
        start = self._pen
        self._handle = self._point(base) if kind == "Q" else self._mirrored("QT")
        self._pen = self._point(base)
        first = start + (self._handle - start) * 2 / 3
        yield "C", (first, self._pen + (self._handle - self._pen) * 2 / 3, self._pen)

    def _mirrored(self, degree: str) -> complex:
        return 2 * self._pen - self._handle if self._was and self._was in degree else self._pen

    def _arc(self, base: complex) -> Iterator[Segment]:
        radii = complex(abs(self._number()), abs(self._number()))
        turned, is_large, is_sweep = math.radians(self._number()), self._flag(), self._flag()
        start, end = self._pen, self._point(base)
        self._pen = end
        if start == end:
            return
        if not radii.real or not radii.imag:
            yield "L", (end,)
            return
        yield from arc(start, end, radii, turned, is_large=is_large, is_sweep=is_sweep)

    def _point(self, base: complex) -> complex:
        return base + complex(self._number(), self._number())

    def _number(self) -> float:
        value = float(self._take(_NUMBER))
        if abs(value) > _FARTHEST:
            raise ValueError(self._where())
        return value

    def _flag(self) -> bool:
        return self._take(_FLAG) == "1"

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._data, self._at)
        if found is None:
            raise ValueError(self._where())
        self._at = found.end()
        return found.group(1)

    def _where(self) -> str:
        return f"no path data at {self._at}: {self._data[self._at : self._at + 20]!r}"


def arc(
    start: complex,
    end: complex,
    radii: complex,
    turned: float,
    *,
    is_large: bool,
    is_sweep: bool,
) -> Iterator[Segment]:
    """An elliptical arc as curves of a quarter at most (SVG 1.1, appendix F.6.5 and F.6.6)."""
    rotation = cmath.rect(1, turned)
    half = (start - end) / 2 / rotation
    # On a unit circle: the axes are scaled away.
    point = complex(half.real / radii.real, half.imag / radii.imag)
    grown = max(1.0, abs(point))
    radii, point = radii * grown, point / grown
    away = math.sqrt(max(0.0, 1 / abs(point) ** 2 - 1)) if point else 0.0
    centre = point * 1j * (-away if is_large != is_sweep else away)
    first = cmath.phase(point - centre)
    sweep = (cmath.phase(-point - centre) - first) % (2 * math.pi)
    if not is_sweep:
        sweep -= 2 * math.pi
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step, middle = sweep / count, (start + end) / 2

    def placed(one: complex) -> complex:
        one += centre
        return middle + complex(one.real * radii.real, one.imag * radii.imag) * rotation

    reach = 4 / 3 * math.tan(step / 4)
    for number in range(count):
        one = cmath.rect(1, first + number * step)
        other = cmath.rect(1, first + (number + 1) * step)
        handles = placed(one + 1j * reach * one), placed(other - 1j * reach * other)
        yield "C", (*handles, end if number == count - 1 else placed(other))
