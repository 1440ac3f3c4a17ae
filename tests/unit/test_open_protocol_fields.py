"""Field tables: hand-written telegrams read right, and everything written reads back."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device_drivers.open_protocol.fields import (
    TO_THE_END,
    Field,
    FieldFault,
    Kind,
    Value,
    parse,
    printable,
    serialise,
)
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.tables import LAYOUTS, best_revision

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures/open_protocol/telegrams.json").read_text()
)
#: Total lengths the specification prints, without the NUL.
LENGTHS = {
    (2, 1): 57, (41, 1): 81, (61, 1): 231, (61, 2): 385, (61, 3): 419, (61, 4): 500,
    (61, 5): 506, (61, 6): 526, (61, 7): 544, (61, 999): 121, (65, 1): 118,
}  # fmt: skip


def of_the_same_kinds(values: dict[str, Any], layout: tuple[Field, ...]) -> dict[str, Value]:
    """JSON has neither tuples nor decimals."""
    kinds = {field.name: field.kind for field in layout}
    return {
        name: tuple(value)
        if isinstance(value, list)
        else Decimal(value)
        if kinds[name] is Kind.HUNDREDTHS and value is not None
        else value
        for name, value in values.items()
    }


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_a_hand_written_telegram_reads_as_meant_and_writes_back_byte_for_byte(
    vector: dict[str, Any],
) -> None:
    message = Message(vector["frame"].encode())
    layout = LAYOUTS[message.mid, message.revision]
    values = parse(layout, message.body)
    assert values == of_the_same_kinds(vector["values"], layout)
    again = build(message.mid, serialise(layout, values), revision=message.revision)
    assert again.frame == message.frame


@pytest.mark.parametrize(("known", "length"), LENGTHS.items())
def test_a_layout_is_as_long_as_the_specification_says(
    known: tuple[int, int], length: int
) -> None:
    widths = (field.width + (0 if field.id is None else 2) for field in LAYOUTS[known])
    assert 20 + sum(widths) == length


def test_a_blank_number_is_none_and_never_zero() -> None:
    layout = (Field("angle", Kind.NUMBER, 5),)
    assert parse(layout, b"     ") == {"angle": None}
    assert parse(layout, b"00000") == {"angle": 0}


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (b"01  59", "parameter id 19 expected"),
        (b"195", "5 bytes expected"),
        (b"1900x59", "a number expected"),
    ],
)
def test_a_body_that_does_not_fit_its_layout_is_named(body: bytes, wrong: str) -> None:
    with pytest.raises(FieldFault, match=wrong):
        parse((Field("angle", Kind.NUMBER, 5, id=19),), body)


def test_a_value_too_wide_for_its_field_is_refused() -> None:
    with pytest.raises(FieldFault, match="does not fit into 3 bytes"):
        serialise((Field("pset", Kind.NUMBER, 3),), {"pset": 1000})


def test_a_controller_that_says_less_than_its_revision_is_read_as_far_as_it_goes() -> None:
    body = serialise(LAYOUTS[2, 1], {"cell_id": 1, "channel_id": 1, "controller_name": "PM"})
    assert parse(LAYOUTS[2, 6], body)["controller_name"] == "PM"
    assert "station_id" not in parse(LAYOUTS[2, 6], body)


def test_text_that_is_not_utf8_survives_and_prints_as_latin_1() -> None:
    layout = (Field("vin", Kind.TEXT, 8),)
    body = "Größe".encode("latin-1").ljust(8)
    values = parse(layout, body)
    assert serialise(layout, values) == body
    assert printable(str(values["vin"])) == "Größe"


def test_an_unknown_mid_has_no_layout_and_keeps_its_bytes() -> None:
    message = Message(build(1201, b"whatever it is").frame)
    assert (message.mid, message.revision) not in LAYOUTS
    assert best_revision(1201) == 0
    assert message.body == b"whatever it is"


def value_of(field: Field) -> st.SearchStrategy[Value]:
    if field.kind is Kind.NUMBERS:
        return st.lists(st.integers(0, 10**field.width - 1), max_size=20).map(tuple)
    if field.kind is Kind.COUNTED:
        return printable_text(99)
    if field.kind is Kind.TEXT:
        return printable_text(field.width or 40).map(lambda text: text.rstrip(" ") or None)
    number = st.one_of(st.none(), st.integers(0, 10**field.width - 1))
    if field.kind is Kind.HUNDREDTHS:
        return number.map(lambda whole: None if whole is None else whole * Decimal("0.01"))
    return number


def printable_text(width: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=width)


@given(st.data())
def test_everything_written_reads_back_the_same(data: st.DataObject) -> None:
    layout = LAYOUTS[data.draw(st.sampled_from(sorted(LAYOUTS)))]
    values = {field.name: data.draw(value_of(field), label=field.name) for field in layout}
    body = serialise(layout, values)
    assert parse(layout, body) == values
    assert serialise(layout, parse(layout, body)) == body


@given(st.sampled_from(sorted(LAYOUTS)), st.binary(max_size=120))
def test_any_bytes_are_read_or_refused_but_never_crash(
    known: tuple[int, int], body: bytes
) -> None:
    try:
        values = parse(LAYOUTS[known], body)
    except FieldFault:
        return
    assert all(isinstance(name, str) for name in values)


def test_the_rest_of_the_telegram_belongs_to_the_last_field() -> None:
    layout = (Field("vin", Kind.TEXT, TO_THE_END),)
    assert parse(layout, b"") == {"vin": None}
    assert parse(layout, b"0418-77231") == {"vin": "0418-77231"}
