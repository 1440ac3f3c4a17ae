"""Where each thing stands on a label, so that a ZPL printer and a PDF show the same.

Modules of a code are whole dots of the print head: halves would be rounded here and there, and
such codes read badly.
"""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.printer.symbols import Modules, modules_of
from device_drivers.printer.url import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.labels import Label

MOST_LINES = 12
MM_PER_INCH = 25.4
_MARGIN_MM, _GAP_MM = 3.0, 2.0
_HEAD_MM, _LINE_MM, _SMALL_MM, _LEAST_MM = 9.0, 4.5, 3.0, 2.0
#: Read at arm's length without looking twice.
_EASY_MM = 4.0
#: A capital of the fonts used is rarely wider than this share of its height.
_WIDTH_SHARE = 0.62
#: Line feed between two lines, as a share of the height.
_LEADING = 1.25
#: A module of bars and of a square code as hand scanners like it, and the smallest there may be.
_BAR_MM, _SQUARE_MM, _LEAST_MODULE_MM = 0.38, 0.51, 0.25
_LARGE_MM = 1.0
#: Bars, as high as the standards want them, and as low as a hand still hits them.
_BARS_MM, _LEAST_BARS_MM = 13.0, 8.0
_CODE_ONLY = "code"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """``top_mm`` is the upper edge of its capitals."""

    text: str
    left_mm: float
    top_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class PlacedSymbol:
    """Its dark part: each module ``dots`` wide, and so high that all are ``height_dots``."""

    modules: Modules
    left_dots: int
    top_dots: int
    dots: int
    height_dots: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A label, set."""

    lines: tuple[PlacedLine, ...]
    symbol: PlacedSymbol | None = None


@dataclass(frozen=True, slots=True)
class _Box:
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float


def lay_out(label: Label, paper: Paper, dpi: int) -> Layout:
    """``label`` on ``paper``: bars stand above its lines, a square code to their left.

    Raises:
        InvalidInput: it does not fit, or its code cannot be drawn.
    """
    if not 0 < len(label.lines) <= MOST_LINES:
        message = f"A label has 1 to {MOST_LINES} lines; this one has {len(label.lines)}."
        raise InvalidInput(message)
    box = _Box(
        _MARGIN_MM, _MARGIN_MM, paper.width_mm - 2 * _MARGIN_MM, paper.height_mm - 2 * _MARGIN_MM
    )
    if label.symbol is None:
        return Layout(_set_lines(label, paper, box))
    modules = modules_of(label.symbol)
    if modules.is_linear:
        dots = _sizes(modules, paper, dpi, most=module_dots(modules, dpi))[0]
        return _under_bars(label, paper, modules, dots=dots, dpi=dpi)
    return _beside_the_largest(label, paper, modules, dpi)


def paper_for(label: Label, dpi: int) -> Paper:
    """The smallest paper that shows ``label`` in easy sizes.

    Raises:
        InvalidInput: its code cannot be drawn.
    """
    lines_mm = [_WIDTH_SHARE * height * len(text) for text, height in _wanted(label)]
    width_mm, height_mm = max(lines_mm), _LEADING * sum(height for _, height in _wanted(label))
    if label.symbol is not None:
        modules = modules_of(label.symbol)
        dots = module_dots(modules, dpi)
        side_mm = _mm(modules.width * dots, dpi)
        quiet_mm = max(0.0, _mm(modules.quiet * dots, dpi) - _MARGIN_MM)
        if modules.is_linear:
            width_mm = max(width_mm, side_mm + 2 * quiet_mm)
            height_mm += _BARS_MM + _GAP_MM
        else:
            gap_mm = max(_GAP_MM, _mm(modules.quiet * dots, dpi))
            width_mm += side_mm + quiet_mm + gap_mm
            height_mm = max(height_mm, side_mm + 2 * quiet_mm)
    room = 2 * _MARGIN_MM + 1  # so that rounding to whole dots never pushes anything out
    return Paper(round(width_mm + room + 0.5), round(height_mm + room + 0.5))


def _under_bars(label: Label, paper: Paper, modules: Modules, *, dots: int, dpi: int) -> Layout:
    text_mm = _LEADING * sum(height for _, height in _wanted(label))
    free_mm = paper.height_mm - 2 * _MARGIN_MM - _GAP_MM
    bars_mm = max(_LEAST_BARS_MM, min(_BARS_MM, free_mm - text_mm))
    left = max(_dots(_MARGIN_MM, dpi), modules.quiet * dots)
    symbol = PlacedSymbol(modules, left, _dots(_MARGIN_MM, dpi), dots, _dots(bars_mm, dpi))
    below = _Box(
        _mm(left, dpi),
        _MARGIN_MM + bars_mm + _GAP_MM,
        paper.width_mm - _mm(left, dpi) - _MARGIN_MM,
        max(0.1, free_mm - bars_mm),
    )
    return Layout(_set_lines(label, paper, below), symbol)


def _beside_the_largest(label: Label, paper: Paper, modules: Modules, dpi: int) -> Layout:
    """A code that is read from further away where the words stay easy to read all the same."""
    usual = module_dots(modules, dpi)
    most = usual if label.kind == _CODE_ONLY else math.floor(_LARGE_MM * dpi / MM_PER_INCH)
    *larger, smallest = _sizes(modules, paper, dpi, most=most)
    for dots in larger:
        least_mm = _EASY_MM if dots > usual else _LEAST_MM
        with contextlib.suppress(InvalidInput):
            return _beside_square(label, paper, modules, dots=dots, dpi=dpi, least_mm=least_mm)
    return _beside_square(label, paper, modules, dots=smallest, dpi=dpi)


def _beside_square(
    label: Label,
    paper: Paper,
    modules: Modules,
    *,
    dots: int,
    dpi: int,
    least_mm: float = _LEAST_MM,
) -> Layout:
    corner = max(_dots(_MARGIN_MM, dpi), modules.quiet * dots)
    right = corner + modules.width * dots + max(_dots(_GAP_MM, dpi), modules.quiet * dots)
    left_mm = _mm(right, dpi)
    width_mm = max(0.1, paper.width_mm - _MARGIN_MM - left_mm)
    box = _Box(left_mm, _MARGIN_MM, width_mm, paper.height_mm - 2 * _MARGIN_MM)
    symbol = PlacedSymbol(modules, corner, corner, dots, len(modules.rows) * dots)
    return Layout(_set_lines(label, paper, box, least_mm), symbol)


def _sizes(modules: Modules, paper: Paper, dpi: int, *, most: int) -> list[int]:
    """How many dots wide a module can be, the best first."""
    least = math.ceil(_LEAST_MODULE_MM * dpi / MM_PER_INCH)
    found = []
    for dots in range(most, least - 1, -1):
        edge = 2 * max(_dots(_MARGIN_MM, dpi), modules.quiet * dots)
        wide = modules.width * dots + edge <= _dots(paper.width_mm, dpi)
        high = modules.is_linear or (
            len(modules.rows) * dots + edge <= _dots(paper.height_mm, dpi)
        )
        if wide and high:
            found.append(dots)
    if not found:
        message = (
            f"The label's code does not fit on {paper.width_mm} × {paper.height_mm} mm with "
            f"modules of {_LEAST_MODULE_MM:g} mm; use larger labels, a shorter code, or "
            "datamatrix."
        )
        raise InvalidInput(message)
    return found


def module_dots(modules: Modules, dpi: int) -> int:
    """How many dots wide a module is where there is room."""
    wanted_mm = _BAR_MM if modules.is_linear else _SQUARE_MM
    return math.floor(wanted_mm * dpi / MM_PER_INCH)


def _set_lines(
    label: Label, paper: Paper, box: _Box, least_mm: float = _LEAST_MM
) -> tuple[PlacedLine, ...]:
    heights = [
        min(most, box.width_mm / (_WIDTH_SHARE * max(1, len(text))))
        for text, most in _wanted(label)
    ]
    shrink = min(1.0, box.height_mm / (_LEADING * sum(heights)))
    heights = [height * shrink for height in heights]
    if min(heights) < least_mm:
        message = (
            f"The label's text does not fit on {paper.width_mm} × {paper.height_mm} mm in "
            f"letters of {_LEAST_MM:g} mm; use larger labels or less text."
        )
        raise InvalidInput(message)
    return _stacked(label.lines, heights, box)


def _stacked(lines: Sequence[str], heights: Sequence[float], box: _Box) -> tuple[PlacedLine, ...]:
    placed, top_mm = [], box.top_mm
    for text, height_mm in zip(lines, heights, strict=True):
        placed.append(PlacedLine(text, box.left_mm, top_mm, height_mm))
        top_mm += height_mm * _LEADING
    return tuple(placed)


def _wanted(label: Label) -> list[tuple[str, float]]:
    """Each line and how high it should be."""
    if label.kind == _CODE_ONLY:
        return [(text, _SMALL_MM) for text in label.lines]
    return [
        (text, _HEAD_MM if number == 0 else _LINE_MM) for number, text in enumerate(label.lines)
    ]


def _dots(mm: float, dpi: int) -> int:
    return round(mm * dpi / MM_PER_INCH)


def _mm(dots: int, dpi: int) -> float:
    return dots * MM_PER_INCH / dpi
