"""Order files: what is read, and that every mistake is named by row and field."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plant import Order
from server.connectors.b2mml_orders import read_b2mml_orders
from server.connectors.csv_orders import read_csv_orders
from server.connectors.order_errors import OrderFileError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "b2mml"
DEMO = Path(__file__).parents[2] / "resources" / "demo"
SCHEDULE = (FIXTURES / "schedule-v0700.xml").read_text()
HEADER = "order,product,variant,quantity,instruction"


def b2mml_errors(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(OrderFileError) as caught:
        read_b2mml_orders(text.encode())
    return [(error.row, error.field, error.message) for error in caught.value.errors]


def csv_errors(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(OrderFileError) as caught:
        read_csv_orders(text.encode())
    return [(error.row, error.field, error.message) for error in caught.value.errors]


def test_a_schedule_becomes_orders() -> None:
    first, second = read_b2mml_orders(SCHEDULE.encode())
    assert first == Order(
        order="PO-100482",
        product="GX-200",
        variant="B",
        quantity=40,
        instruction="gearbox-mount",
        operation="0010",
        start=datetime.fromisoformat("2026-11-20T06:00:00+01:00"),
        due=datetime.fromisoformat("2026-11-20T16:30:00+01:00"),
        priority=1,
        sequence=1,
        serials=("0418-77231", "0418-77232"),
        external_id="PO-100482",
    )
    assert (second.variant, second.quantity, second.priority) == ("A", 25, 0)
    assert second.due == datetime(2026, 11, 21, 14, tzinfo=UTC)
    assert second.start == datetime(2026, 11, 21, 6, tzinfo=UTC)


def test_the_release_before_is_understood() -> None:
    (order,) = read_b2mml_orders((FIXTURES / "schedule-v0600.xml").read_bytes())
    assert (order.order, order.variant) == ("PO-100482", "B")
    assert (order.quantity, order.priority) == (40, 2)


def test_the_demonstration_plants_files_are_understood() -> None:
    from_xml = read_b2mml_orders((DEMO / "orders.xml").read_bytes())
    from_csv = read_csv_orders((DEMO / "orders.csv").read_bytes())
    assert "PO-100482" in {order.order for order in from_xml}
    assert all(order.instruction == "gearbox-mount" for order in (*from_xml, *from_csv))


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("<ID>PO-100490</ID>", "<ID> </ID>", (2, "ID", "is missing")),
        ("<ID>PO-100490</ID>", "<ID>PO-100482</ID>", (2, "ID", "PO-100482 is in request 1")),
        ("GX-200:A", "GX-200", (2, "MaterialDefinitionID", "expected product:variant")),
        ("GX-200:A", ":A", (2, "MaterialDefinitionID", "expected product:variant")),
        ("25.000", "25.5", (2, "QuantityString", "'25.5' is not a whole number")),
        ("25.000", "0", (2, "QuantityString", "'0' is not a whole number")),
        ("25.000", "-3", (2, "QuantityString", "'-3' is not a whole number")),
        ("25.000", "99999999999", (2, "QuantityString", "is not a whole number")),
        ("25.000", "", (2, "QuantityString", "is missing")),
        ("<Priority>1<", "<Priority>high<", (1, "Priority", "'high' is not a whole number")),
        ("2026-11-20T16:30:00+01:00", "Friday", (1, "EndTime", "'Friday' is not a time")),
        ("0418-77232", "0418-77231", (1, "MaterialLotID", "there twice")),
        (">40<", ">1<", (1, "MaterialLotID", "2 serials for a quantity of 1")),
        ("<MaterialUse>Produced<", "<MaterialUse>Used<", (1, "MaterialRequirement", "found 0")),
        ("<MaterialUse>Produced<", "<MaterialUse>Material Produced<", None),
        ("SKF-6204</MaterialDefinitionID>", "X</MaterialDefinitionID>", None),
    ],
)
def test_each_mistake_in_a_schedule_is_named(
    old: str, new: str, error: tuple[int, str, str] | None
) -> None:
    changed = SCHEDULE.replace(old, new, 1)
    assert changed != SCHEDULE
    if error is None:
        read_b2mml_orders(changed.encode())
        return
    row, field, said = error
    found = b2mml_errors(changed)
    assert (row, field) in [(one[0], one[1]) for one in found]
    assert any(said in one[2] for one in found)


def test_all_mistakes_of_a_schedule_are_named_at_once() -> None:
    text = SCHEDULE.replace(">25.000<", ">x<").replace("<Priority>1<", "<Priority>x<")
    assert [(row, field) for row, field, _ in b2mml_errors(text)] == [
        (1, "Priority"),
        (2, "QuantityString"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not well-formed"),
        ("<a", "not well-formed"),
        ("<orders/>", "expected http://www.mesa.org/xml/B2MML"),
        ('<Material xmlns="http://www.mesa.org/xml/B2MML"/>', "ProcessOperationsSchedule"),
        ('<OperationsSchedule xmlns="http://www.mesa.org/xml/B2MML"/>', "the message has none"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a DTD"),
        ('<?xml version="1.0" encoding="klingon"?><a/>', ""),
    ],
)
def test_what_is_no_schedule_is_refused_in_words(text: str, said: str) -> None:
    assert said in b2mml_errors(text)[0][2]


def test_a_list_becomes_orders() -> None:
    text = (
        f"{HEADER},due,priority,line,serials\n"
        "PO-1,GX-200,B,40,gearbox-mount,2026-11-20T16:30:00+01:00,1,Line 4,S-1 S-2\n"
        "PO-2,GX-200,A,25,gearbox-mount,,,,\n"
    )
    first, second = read_csv_orders(text.encode("utf-8-sig"))
    assert (first.order, first.quantity, first.priority, first.line) == ("PO-1", 40, 1, "Line 4")
    assert first.serials == ("S-1", "S-2")
    assert first.due == datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    assert (second.due, second.priority, second.serials) == (None, 0, ())


def test_a_list_of_a_german_spreadsheet_is_understood() -> None:
    text = "variant;order;product;quantity;instruction\r\nB;PO-1;GX-200;2;gearbox-mount\r\n"
    (order,) = read_csv_orders(text.encode())
    assert (order.order, order.variant, order.quantity) == ("PO-1", "B", 2)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", (1, "order", "the column is missing")),
        (HEADER, (1, "file", "has no orders")),
        ("order,product,variant,quantity\nPO-1,G,B,2", (1, "instruction", "column is missing")),
        (f"{HEADER},colour\nPO-1,G,B,2,m,red", (1, "colour", "the column is unknown")),
        (f"{HEADER}\nPO-1,G,B,two,m", (2, "quantity", "'two' is not a whole number")),
        (f"{HEADER}\nPO-1,G,B,0,m", (2, "quantity", "'0' is not a whole number")),
        (f"{HEADER}\nPO-1,G,B,,m", (2, "quantity", "is empty")),
        (f"{HEADER}\nPO-1,G,B,2,m\n,G,B,2,m", (3, "order", "is empty")),
        (f"{HEADER}\nPO-1,G,B,2,m\nPO-1,G,B,2,m", (3, "order", "PO-1 is in row 2 already")),
        (f"{HEADER}\nPO-1,G,B,2,m,more", (2, "row", "more cells")),
        (f"{HEADER},due\nPO-1,G,B,2,m,soon", (2, "due", "'soon' is not a time")),
    ],
)
def test_each_mistake_in_a_list_is_named(text: str, error: tuple[int, str, str]) -> None:
    row, field, said = error
    found = csv_errors(text)
    assert (row, field) == found[0][:2]
    assert said in found[0][2]


def test_a_list_that_is_not_text_is_refused() -> None:
    with pytest.raises(OrderFileError, match="not UTF-8"):
        read_csv_orders(b"order\xff")


@given(st.binary(max_size=200))
def test_no_bytes_do_worse_than_a_named_error(content: bytes) -> None:
    for read in (read_csv_orders, read_b2mml_orders):
        with pytest.raises(OrderFileError):
            read(content)


@given(st.text(max_size=80))
def test_no_row_does_worse_than_a_named_error(row: str) -> None:
    with suppress(OrderFileError):
        orders = read_csv_orders(f"{HEADER}\n{row}\n".encode("utf-8", "replace"))
        assert all(order.order and order.quantity > 0 for order in orders)
