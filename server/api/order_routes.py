"""Orders: import them, see how far they are, confirm them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Annotated

import msgspec
from fastapi import APIRouter, Depends, Query
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response

from server.api.access import require_admin, require_reader
from server.api.exchange import json_answer, plant_of
from server.api.openapi import body_of, returns
from server.connectors.b2mml_confirmation import write_confirmation
from server.connectors.b2mml_orders import read_b2mml_orders
from server.connectors.csv_orders import read_csv_orders
from server.connectors.order_errors import OrderFileError
from server.limits import read_body
from server.log.feed import Document, current, publish
from server.problems import Problem, invalid, not_found
from server.read.orders import OrderProgress, all_orders, one_order
from server.read.record import UnitRecord, unit_record
from server.read.where_used import recent_units

if TYPE_CHECKING:
    import sqlalchemy as sa

    from app.domain.plant import Order
    from server.plant import Plant

MAX_FILE_BYTES = 10_000_000
_MAX_CONFIRMED_UNITS = 5_000
_FORMATS = {"b2mml": read_b2mml_orders, "csv": read_csv_orders}

router = APIRouter(tags=["orders"])


class Imported(Struct, frozen=True, kw_only=True):
    """What an import did; ``unchanged`` were here already, word for word."""

    orders: tuple[str, ...]
    created: int
    changed: int
    unchanged: int


async def order_file(request: Request) -> bytes:
    """The uploaded file, for administrators only."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=MAX_FILE_BYTES)


@router.post(
    "/v1/orders/import",
    responses=returns(Imported),
    openapi_extra=body_of("application/xml", "text/csv"),
)
def import_orders(
    request: Request,
    content: Annotated[bytes, Depends(order_file)],
    file_format: Annotated[str, Query(alias="format")] = "b2mml",
) -> Response:
    """Import an order file: all of it or, with every error named by row and field, nothing."""
    plant = plant_of(request)
    read = _FORMATS.get(file_format)
    if read is None:
        raise invalid(detail=f"format={file_format!r}: expected b2mml or csv")
    try:
        orders = read(content)
    except OrderFileError as error:
        detail = f"Nothing was imported: {error}"
        raise Problem(422, "order_file", detail, extra={"errors": error.errors}) from error
    with plant.database.write() as connection:
        imported = _publish(connection, orders, now_us=plant.now_us())
    plant.published()
    return json_answer(imported)


@router.get("/v1/orders", responses=returns(OrderProgress, many=True))
def list_orders(request: Request) -> Response:
    """Every order that stands, with its units counted; the most urgent first."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(all_orders(connection))


@router.get(
    "/v1/orders/{order:path}/confirmation",
    responses={200: {"content": {"application/xml": {}}, "description": "B2MML V0700"}},
)
def confirm_order(request: Request, order: str) -> Response:
    """What was built for the order, as a B2MML SyncOperationsPerformance."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        progress = _order(connection, order)
        records = _records(connection, order)
    if not records:
        detail = f"Nothing of order {order} was started yet; there is nothing to confirm."
        raise Problem(409, "nothing_to_confirm", detail)
    content = write_confirmation(
        progress,
        records,
        sender=plant.identity.name,
        message_id=_message_id(plant, records),
        now_us=plant.now_us(),
    )
    return Response(content, media_type="application/xml")


@router.get("/v1/orders/{order:path}", responses=returns(OrderProgress))
def get_order(request: Request, order: str) -> Response:
    """One order with its progress."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(_order(connection, order))


def _publish(connection: sa.Connection, orders: tuple[Order, ...], *, now_us: int) -> Imported:
    documents = [Document("order", order.order, msgspec.json.encode(order)) for order in orders]
    known = sum(current(connection, "order", order.order) is not None for order in orders)
    published = len(publish(connection, documents, now_us=now_us))
    created = len(orders) - known
    return Imported(
        orders=tuple(order.order for order in orders),
        created=created,
        changed=published - created,
        unchanged=len(orders) - published,
    )


def _order(connection: sa.Connection, name: str) -> OrderProgress:
    progress = one_order(connection, name)
    if progress is None:
        raise not_found(detail=f"There is no order {name}.")
    return progress


def _records(connection: sa.Connection, order: str) -> list[UnitRecord]:
    units = recent_units(connection, limit=_MAX_CONFIRMED_UNITS, order=order)
    found = (unit_record(connection, unit.serial) for unit in reversed(units))
    return [record for record in found if record is not None]


def _message_id(plant: Plant, records: list[UnitRecord]) -> str:
    """The same facts get the same id, so that sending them twice is harmless."""
    heads = "".join(head.hash for record in records for head in record.proof.heads)
    return str(uuid.uuid5(uuid.UUID(plant.identity.generation), heads))
