"""A drawing of an instruction (SVG) as shapes that paper can show.

Plain shapes with plain colours, as ``asbuilt instructions check`` asks for.  A drawing with
anything else in it is not drawn at all: half of one would show something that is not so.
"""

from __future__ import annotations

import cmath
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from reportlab.lib.colors import Color, toColor

from server.paper.svg_path import KAPPA, Segment, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_NAMESPACE = "{http://www.w3.org/2000/svg}"
#: What shows nothing.
_SILENT = {"title", "desc", "metadata"}
_MOST_BYTES, _MOST_SHAPES, _MOST_DEEP = 4_000_000, 20_000, 40
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_INHERITED = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-dasharray": "none",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
}
#: What would change the look and is not drawn here.
_UNKNOWN = {"filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end", "class"}
#: What the paper's own reader takes for a colour is more than that, and not all of it ends well.
_A_COLOUR = re.compile(r"#[0-9a-fA-F]+|[a-zA-Z]+|[a-z]+\([\d\s.,%/]*\)")
_CALL = re.compile(r"[\s,]*(\w+)\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def __matmul__(self, other: Matrix) -> Matrix:
        """First ``other``, then this one."""
        return Matrix(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def of(self, point: complex) -> complex:
        x, y = point.real, point.imag
        return complex(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    @property
    def scale(self) -> float:
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline and how it is drawn; ``width`` is the line's, in units of the drawing."""

    segments: tuple[Segment, ...]
    fill: Color | None
    stroke: Color | None
    width: float
    cap: int = 0
    join: int = 0
    is_even_odd: bool = False
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SvgPicture:
    """``left``, ``top``, ``width`` and ``height`` are the view box."""

    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Shape, ...]

    def draw(self, canvas: Any, width: float, height: float) -> None:  # noqa: ANN401 - reportlab has no types
        """Into the box at (0, 0), in points; ``width`` and ``height`` keep its proportions."""
        canvas.saveState()
        box = canvas.beginPath()
        box.rect(0, 0, width, height)
        canvas.clipPath(box, stroke=0, fill=0)
        canvas.scale(width / self.width, -height / self.height)
        canvas.translate(-self.left, -self.top - self.height)
        for shape in self.shapes:
            _draw(canvas, shape)
        canvas.restoreState()


def read_svg(content: bytes) -> SvgPicture | None:
    """The drawing; None for what is none, or has anything in it that would be left out."""
    if len(content) > _MOST_BYTES:
        return None
    try:
        root = fromstring(content)
        left, top, width, height = _numbers(root.get("viewBox", ""), 4)
        shapes = tuple(_shapes(root, Matrix(), _INHERITED, deep=0))
    except (DefusedXmlException, ParseError, ValueError, KeyError, OverflowError):
        return None
    is_drawing = root.tag == f"{_NAMESPACE}svg" and width > 0 and height > 0
    if not is_drawing or len(shapes) > _MOST_SHAPES:
        return None
    return SvgPicture(left, top, width, height, shapes)


def _shapes(
    element: Element, before: Matrix, inherited: Mapping[str, str], *, deep: int
) -> Iterator[Shape]:
    tag = str(element.tag).removeprefix(_NAMESPACE)
    if tag in _SILENT:
        return
    own = _attributes(element)
    if deep > _MOST_DEEP or _UNKNOWN & own.keys() or {"display", "visibility"} & own.keys():
        raise ValueError(tag)
    looks = {name: own.get(name, value) for name, value in inherited.items()}
    matrix = before @ _matrix(own.get("transform", ""))
    if tag in ("svg", "g") and not (deep and tag == "svg"):
        if float(own.get("opacity", "1")) != 1:
            raise ValueError(tag)
        for child in element:
            yield from _shapes(child, matrix, looks, deep=deep + 1)
        return
    outline = _OUTLINES[tag](own)
    placed = tuple((kind, tuple(map(matrix.of, points))) for kind, points in outline)
    if not all(cmath.isfinite(point) for _, points in placed for point in points):
        raise ValueError(tag)
    if placed:
        yield _shape(placed, looks, float(own.get("opacity", "1")), matrix.scale)


def _attributes(element: Element) -> dict[str, str]:
    """With what its ``style`` says, which counts more."""
    style = (entry.partition(":") for entry in element.get("style", "").split(";"))
    said = {name.strip(): value.strip() for name, colon, value in style if colon}
    return {name: value.strip() for name, value in element.items()} | said


def _shape(
    segments: tuple[Segment, ...], looks: Mapping[str, str], opacity: float, scale: float
) -> Shape:
    return Shape(
        segments,
        fill=_colour(looks["fill"], opacity * float(looks["fill-opacity"])),
        stroke=_colour(looks["stroke"], opacity * float(looks["stroke-opacity"])),
        width=_length(looks["stroke-width"]) * scale,
        cap=_CAPS[looks["stroke-linecap"]],
        join=_JOINS[looks["stroke-linejoin"]],
        is_even_odd=looks["fill-rule"] == "evenodd",
        dashes=_dashes(looks["stroke-dasharray"], scale),
    )


def _colour(text: str, opacity: float) -> Color | None:
    """None for no colour; a gradient is none that we know."""
    if text in ("none", "transparent"):
        return None
    if re.fullmatch(r"#[0-9a-fA-F]{3}", text):
        text = "#" + "".join(2 * digit for digit in text[1:])
    if _A_COLOUR.fullmatch(text) is None:
        raise ValueError(text)
    colour = toColor(text)
    return Color(colour.red, colour.green, colour.blue, alpha=max(0.0, min(1.0, opacity)))


def _dashes(text: str, scale: float) -> tuple[float, ...]:
    """An odd list counts twice, and one without any length is a line."""
    values = [] if text == "none" else _numbers(text)
    if min(values, default=0) < 0:
        raise ValueError(text)
    dashes = tuple(value * scale for value in values)
    return dashes * (1 + len(dashes) % 2) if sum(dashes) else ()


def _matrix(text: str) -> Matrix:
    matrix, at = Matrix(), 0
    while text[at:].strip():
        found = _CALL.match(text, at)
        if found is None:
            raise ValueError(text)
        at = found.end()
        matrix @= _transform(found.group(1), _numbers(found.group(2)))
    return matrix


def _transform(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Matrix(e=x, f=rest[0] if rest else 0)
        case "scale", [x, *rest]:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [degrees]:
            cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            return Matrix(cosine, sine, -sine, cosine)
        case "rotate", [degrees, x, y]:
            turned = _transform("rotate", [degrees])
            return Matrix(e=x, f=y) @ turned @ Matrix(e=-x, f=-y)
    raise ValueError(name)


def _numbers(text: str, count: int | None = None) -> list[float]:
    values = [float(one) for one in text.replace(",", " ").split()]
    if (count is not None and len(values) != count) or not all(map(math.isfinite, values)):
        raise ValueError(text)
    return values


def _length(text: str) -> float:
    """In user units, or in pixels, which are the same."""
    value = float(text.removesuffix("px"))
    if not math.isfinite(value):
        raise ValueError(text)
    return value


# -- outlines ------------------------------------------------------------------------------------


def _path(own: Mapping[str, str]) -> tuple[Segment, ...]:
    return segments_of(own.get("d", ""))


def _ellipse(own: Mapping[str, str]) -> tuple[Segment, ...]:
    centre = complex(_length(own.get("cx", "0")), _length(own.get("cy", "0")))
    rx = _length(own.get("r") or own.get("rx", "0"))
    ry = _length(own.get("r") or own.get("ry", "0"))
    if rx <= 0 or ry <= 0:
        return ()
    return (*_rounded(centre - complex(rx, ry), 2 * complex(rx, ry), complex(rx, ry)),)


def _rect(own: Mapping[str, str]) -> tuple[Segment, ...]:
    corner = complex(_length(own.get("x", "0")), _length(own.get("y", "0")))
    size = complex(_length(own.get("width", "0")), _length(own.get("height", "0")))
    if size.real <= 0 or size.imag <= 0:
        return ()
    rx = _length(own.get("rx") or own.get("ry", "0"))
    ry = _length(own.get("ry") or own.get("rx", "0"))
    return _rounded(corner, size, complex(min(rx, size.real / 2), min(ry, size.imag / 2)))


def _rounded(corner: complex, size: complex, radii: complex) -> tuple[Segment, ...]:
    """A rectangle with quarters of an ellipse at its corners, clockwise from the upper left."""
    x, y, right, bottom = corner.real, corner.imag, (corner + size).real, (corner + size).imag
    rx, ry = radii.real, radii.imag
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    return (
        ("M", (complex(x + rx, y),)),
        ("L", (complex(right - rx, y),)),
        ("C", (complex(right - kx, y), complex(right, y + ky), complex(right, y + ry))),
        ("L", (complex(right, bottom - ry),)),
        ("C", (complex(right, bottom - ky), complex(right - kx, bottom),
               complex(right - rx, bottom))),
        ("L", (complex(x + rx, bottom),)),
        ("C", (complex(x + kx, bottom), complex(x, bottom - ky), complex(x, bottom - ry))),
        ("L", (complex(x, y + ry),)),
        ("C", (complex(x, y + ky), complex(x + kx, y), complex(x + rx, y))),
        ("Z", ()),
    )  # fmt: skip


def _line(own: Mapping[str, str]) -> tuple[Segment, ...]:
    start = complex(_length(own.get("x1", "0")), _length(own.get("y1", "0")))
    end = complex(_length(own.get("x2", "0")), _length(own.get("y2", "0")))
    return ("M", (start,)), ("L", (end,))


def _polyline(own: Mapping[str, str]) -> tuple[Segment, ...]:
    values = _numbers(own.get("points", ""))
    points = [complex(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
    return tuple(("L" if number else "M", (point,)) for number, point in enumerate(points))


def _polygon(own: Mapping[str, str]) -> tuple[Segment, ...]:
    line = _polyline(own)
    return (*line, ("Z", ())) if line else ()


_OUTLINES = {
    "path": _path,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "rect": _rect,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}


def _draw(canvas: Any, shape: Shape) -> None:  # noqa: ANN401 - reportlab has no types
    path = canvas.beginPath()
    for kind, points in shape.segments:
        flat = [number for point in points for number in (point.real, point.imag)]
        match kind:
            case "M":
                path.moveTo(*flat)
            case "L":
                path.lineTo(*flat)
            case "C":
                path.curveTo(*flat)
            case _:
                path.close()
    if shape.fill is not None:
        canvas.setFillColor(shape.fill)
    if shape.stroke is not None:
        canvas.setStrokeColor(shape.stroke)
        canvas.setLineWidth(shape.width)
        canvas.setLineCap(shape.cap)
        canvas.setLineJoin(shape.join)
        canvas.setDash(*([list(shape.dashes)] if shape.dashes else []))
    canvas.drawPath(
        path,
        stroke=int(shape.stroke is not None and shape.width > 0),
        fill=int(shape.fill is not None),
        fillMode=0 if shape.is_even_odd else 1,
    )
