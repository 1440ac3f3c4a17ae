"""Drawings of instructions on paper: what cannot be drawn whole is not drawn."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.paper.svg_path import segments_of
from server.paper.svg_picture import Matrix, SvgPicture, read_svg

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60">'


def drawing(inside: str, head: str = _HEAD) -> SvgPicture | None:
    return read_svg(f"{head}{inside}</svg>".encode())


def ends(picture: SvgPicture | None) -> list[complex]:
    """Where each segment of the first shape ends, to a thousandth."""
    assert picture is not None
    points = [points[-1] for _, points in picture.shapes[0].segments if points]
    return [complex(round(p.real, 3), round(p.imag, 3)) for p in points]


@pytest.mark.parametrize(
    "inside",
    [
        "<text>M8</text>",
        '<use href="#a"/>',
        '<image href="x.png"/>',
        '<rect width="9" height="9" fill="url(#shade)"/>',
        '<rect width="9" height="9" fill="(1, 2)"/>',
        '<rect width="9" height="9" fill="(&quot;a&quot;, &quot;b&quot;, &quot;c&quot;)"/>',
        '<rect width="9" height="9" filter="url(#blur)"/>',
        '<g opacity="0.5"><circle r="4"/></g>',
        '<path d="10 10 L 20 20"/>',
        '<path d="M 1 1 L 2"/>',
        '<path d="M 1 1 A 5 5 0 2 0 9 9"/>',
        '<path d="M 1 1 L 1e999 3"/>',
        '<rect width="50%" height="9"/>',
        '<polygon points="1 2 3"/>',
        '<path d="M0 0 L9 9" transform="skewX(10)"/>',
        '<rect width="9" height="9" class="bolt"/>',
        '<svg viewBox="0 0 9 9"/>',
        "<g>" * 60 + "</g>" * 60,
    ],
)
def test_a_drawing_with_anything_unknown_is_not_drawn_at_all(inside: str) -> None:
    assert drawing('<circle r="5"/>' + inside) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"<svg/>",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 60"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 nan"/>',
        b'<html viewBox="0 0 8 6"/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + _HEAD.encode() + b"&b;</svg>",
        b" " * 4_000_001,
    ],
)
def test_what_is_no_drawing_is_none(content: bytes) -> None:
    assert read_svg(content) is None


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+e ", max_size=60))
def test_any_path_data_is_read_or_refused(data: str) -> None:
    try:
        segments = segments_of(data)
    except ValueError:
        return
    assert not segments or segments[0][0] == "M"
    assert all(len(points) == {"C": 3, "Z": 0}.get(kind, 1) for kind, points in segments)


def test_relative_commands_and_short_ones_end_where_the_long_ones_do() -> None:
    long = drawing('<path d="M 10 10 L 20 10 L 20 30 L 5 30 L 5 20 Z L 12 12"/>')
    short = drawing('<path d="m10,10 10 0v20H5v-10z l2 2"/>')
    assert ends(short) == ends(long)


@pytest.mark.parametrize(
    ("data", "middle"),
    [
        ("M0 0 A10 10 0 0 1 20 0", 10 - 10j),
        ("M0 0 A10 10 0 0 0 20 0", 10 + 10j),
        ("M0 0a10 10 0 0120 0", 10 - 10j),
        ("M0 0 A 1 1 0 0 1 20 0", 10 - 10j),
        ("M0 0 A 20 10 90 0 1 20 0", 10 - 20j),
    ],
)
def test_an_arc_goes_the_way_its_flags_say(data: str, middle: complex) -> None:
    found = [points[-1] for _, points in segments_of(data)]
    assert any(abs(point - middle) < 1e-6 for point in found), found
    assert abs(found[-1] - 20) < 1e-9


@given(
    turned=st.floats(0, 360),
    is_large=st.booleans(),
    is_sweep=st.booleans(),
    end=st.complex_numbers(min_magnitude=1, max_magnitude=19),
)
def test_every_point_of_an_arc_of_a_circle_is_as_far_from_one_centre(
    turned: float, end: complex, is_large: bool, is_sweep: bool
) -> None:
    flags = f"{int(is_large)} {int(is_sweep)}"
    data = f"M 0 0 A 10 10 {turned} {flags} {end.real} {end.imag}"
    points = [points[-1] for _, points in segments_of(data)]
    half = math.sqrt(100 - abs(end) ** 2 / 4)
    centres = [end / 2 + side * 1j * half * end / abs(end) for side in (1, -1)]
    assert any(all(abs(abs(p - c) - 10) < 1e-4 for p in points) for c in centres)


def test_a_mirrored_handle_counts_only_after_a_curve_of_its_own_degree() -> None:
    smooth = segments_of("M0 0 C0 5 5 10 10 10 S 20 5 20 0")
    assert smooth[2][1][0] == 15 + 10j
    alone = segments_of("M0 0 L10 10 S 20 5 20 0")
    assert alone[2][1][0] == 10 + 10j


def test_groups_move_what_is_in_them_and_lend_their_colours() -> None:
    picture = drawing(
        '<g fill="#abc" transform="translate(10 5) scale(2)">'
        '<rect x="1" y="1" width="2" height="3" stroke="red" stroke-width="1.5"/></g>'
    )
    assert picture is not None
    (shape,) = picture.shapes
    assert shape.segments[0] == ("M", (12 + 7j,))
    assert shape.fill is not None
    assert shape.fill.hexval() == "0xaabbcc"
    assert shape.width == 3


def test_a_rotation_turns_about_its_centre() -> None:
    turned = ends(drawing('<line x1="10" y1="0" x2="20" y2="0" transform="rotate(90 10 10)"/>'))
    assert turned == [20 + 10j, 20 + 20j]


def test_a_style_counts_more_than_an_attribute() -> None:
    picture = drawing('<circle r="5" fill="red" style="fill:none; stroke-dasharray: 3"/>')
    assert picture is not None
    assert (picture.shapes[0].fill, picture.shapes[0].dashes) == (None, (3, 3))


@given(st.lists(st.floats(-5, 5), min_size=12, max_size=12))
def test_one_matrix_after_the_other_is_their_product(values: list[float]) -> None:
    one, other = Matrix(*values[:6]), Matrix(*values[6:])
    point = 3 + 4j
    assert abs((one @ other).of(point) - one.of(other.of(point))) < 1e-6
