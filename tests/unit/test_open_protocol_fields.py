"""Field tables: hand-written telegrams read right, and everything written reads back."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from device_drivers.open_protocol.fields import (
    CUT,
    REST,
    FieldFault,
    Value,
    Values,
    parse,
    printable,
    serialise,
)
from device_drivers.open_protocol.layout import TO_THE_END, Field, Kind, numbers, plain, text
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.tables import LAYOUTS, best_revision
from tests.helpers.effort import effort

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures/open_protocol/telegrams.json").read_text()
)
PUBLISHED: list[str] = [
    frame
    for group in json.loads(
        (Path(__file__).parents[1] / "fixtures/open_protocol/published.json").read_text()
    )
    for frame in group["frames"]
]
#: Total lengths the specification prints, without the NUL.
LENGTHS = {
    (2, 1): 57, (41, 1): 81, (61, 1): 231, (61, 2): 385, (61, 3): 419, (61, 4): 500,
    (61, 5): 506, (61, 6): 526, (61, 7): 544, (61, 8): 571, (61, 9): 592, (61, 10): 662,
    (61, 11): 677, (61, 999): 121, (65, 1): 118, (65, 10): 497, (2, 7): 224, (41, 7): 260,
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


@pytest.mark.parametrize("frame", PUBLISHED, ids=lambda frame: frame[4:11].strip())
def test_a_published_example_reads_and_writes_back_byte_for_byte(frame: str) -> None:
    message = Message(frame.encode())
    layout = LAYOUTS[message.mid, message.revision]
    values = parse(layout, message.body)
    assert REST not in values
    assert serialise(layout, values) == message.body


def test_the_published_examples_mean_what_the_specification_says() -> None:
    by_kind = {frame[4:11]: frame for frame in PUBLISHED}

    def read(kind: str) -> Values:
        message = Message(by_kind[kind].encode())
        return parse(LAYOUTS[message.mid, message.revision], message.body)

    newest = read("0061011")
    assert newest["angle_numerator"] == 1
    assert newest["overall_angle_min"] == -20
    assert newest["click_torque"] == Decimal("1.20")
    stages = read("0061998")["stage_results"]
    assert stages == (
        {"torque": Decimal("200.00"), "angle": 100},
        {"torque": Decimal("120.00"), "angle": 80},
    )
    assert read("0065010")["station_name"] == "Station Name"
    assert read("0101001")["spindles"] == (
        {
            "spindle": 1, "channel_id": 1, "status": 1, "torque_status": 1,
            "torque": Decimal("8.09"), "angle_status": 1, "angle": 0,
        },
        {
            "spindle": 2, "channel_id": 1, "status": 1, "torque_status": 1,
            "torque": Decimal("8.09"), "angle_status": 1, "angle": 0,
        },
    )  # fmt: skip
    parameters = read("1202001")["parameters"]
    assert isinstance(parameters, tuple)
    assert [field["value"] for field in parameters if isinstance(field, dict)] == [
        "005",
        "2022-08-12:13:33:22",
        "TORQUE",
    ]


def test_an_unknown_mid_has_no_layout_and_keeps_its_bytes() -> None:
    message = Message(build(7410, b"whatever it is").frame)
    assert (message.mid, message.revision) not in LAYOUTS
    assert best_revision(7410) == 0
    assert message.body == b"whatever it is"


def test_lists_that_share_a_count_are_of_one_length() -> None:
    with pytest.raises(FieldFault, match="stages: 2 expected, 1 given"):
        serialise(LAYOUTS[11, 2], {"psets": (1, 2), "stages": (1,)})


def values_of(layout: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Value]]:
    """What can be written canonically; counts follow from what they count."""
    counted = {field.counted for field in layout}
    fields = [field for field in layout if field.name not in counted]
    return st.integers(0, 9).flatmap(
        lambda length: st.fixed_dictionaries(
            {field.name: value_of(field, length) for field in fields}
        )
    )


def value_of(field: Field, length: int) -> st.SearchStrategy[Value]:
    """``length`` is that of all lists here: some share their count."""
    least = most = field.times or length
    if field.kind is Kind.NUMBERS:
        return st.lists(whole(field.width), min_size=least, max_size=most).map(tuple)
    if field.kind is Kind.RECORDS:
        return st.lists(values_of(field.of), min_size=least, max_size=most).map(tuple)
    if field.counted is not None:
        return printable_text(99)
    if field.kind is Kind.TEXT and field.width == TO_THE_END:
        return printable_text(40).map(lambda text: text or None)
    if field.kind is Kind.TEXT:
        return printable_text(field.width).map(lambda text: text.rstrip(" ") or None)
    if field.kind is Kind.HUNDREDTHS:
        return whole(field.width).map(lambda n: None if n is None else n * Decimal("0.01"))
    return whole(field.width)


def whole(width: int) -> st.SearchStrategy[int | None]:
    return st.one_of(st.none(), st.integers(-(10 ** (width - 1)) + 1, 10**width - 1))


def printable_text(width: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=width)


def without_counts(layout: tuple[Field, ...], values: Values) -> dict[str, Value]:
    counted = {field.counted for field in layout}
    inner = {field.name: field.of for field in layout if field.of}
    return {
        name: tuple(without_counts(inner[name], item) for item in value)  # type: ignore[arg-type]  # records
        if name in inner and isinstance(value, tuple)
        else value
        for name, value in values.items()
        if name not in counted
    }


@settings(max_examples=effort(100, 20_000))
@given(st.data())
def test_everything_written_reads_back_the_same(data: st.DataObject) -> None:
    layout = LAYOUTS[data.draw(st.sampled_from(sorted(LAYOUTS)))]
    values = data.draw(values_of(layout))
    body = serialise(layout, values)
    assert without_counts(layout, parse(layout, body)) == values
    assert serialise(layout, parse(layout, body)) == body


@given(st.data())
def test_a_telegram_cut_after_any_field_reads_and_writes_back(data: st.DataObject) -> None:
    layout = LAYOUTS[2, 7]
    values: dict[str, Value] = {**data.draw(values_of(layout)), CUT: data.draw(st.integers(0, 16))}
    body = serialise(layout, values)
    assert parse(layout, body)[CUT] == values[CUT]
    assert serialise(layout, parse(layout, body)) == body


@settings(max_examples=effort(100, 20_000))
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


def test_a_count_is_taken_from_what_is_counted() -> None:
    layout = plain(("count", Kind.NUMBER, 2), numbers("psets", 3, "count"))
    assert serialise(layout, {"psets": (1, 12)}) == b"02001012"
    assert serialise(layout, {"count": 7, "psets": (1, 12)}) == b"02001012"


def test_a_length_counts_bytes_not_characters() -> None:
    layout = plain(("length", Kind.NUMBER, 3), text("value", "length"))
    body = serialise(layout, {"value": "Größe"})
    assert body == b"007" + "Größe".encode()
    assert parse(layout, body)["value"] == "Größe"


def test_a_fixed_text_in_utf8_is_padded_by_bytes() -> None:
    body = serialise((Field("vin", Kind.TEXT, 8),), {"vin": "Größe"})
    assert body == "Größe".encode() + b" "


def test_a_separator_that_is_missing_is_named() -> None:
    with pytest.raises(FieldFault, match="expected after it"):
        parse((Field("step", Kind.NUMBER, 2, then=b":"),), b"01;")


def test_a_list_of_fixed_size_takes_no_other() -> None:
    with pytest.raises(FieldFault, match="8 expected, 3 given"):
        serialise((numbers("inputs", 1, times=8),), {"inputs": (1, 0, 1)})
