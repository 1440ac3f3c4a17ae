"""Passwords for the pages: an administrator gives them and takes them away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from server.api.access import require_admin
from server.api.exchange import json_answer, parse_json, plant_of
from server.api.openapi import body_of, returns
from server.limits import read_body
from server.log.accounts import remove_password, set_password

if TYPE_CHECKING:
    from server.plant import Plant

_MOST_BYTES = 2_000

router = APIRouter(tags=["plant"])


class PasswordAsked(Struct, frozen=True, kw_only=True):
    """``password`` is an argon2id hash: the words themselves never leave who typed them."""

    password: str


class Account(Struct, frozen=True, kw_only=True):
    """Whether a person may sign in on the pages."""

    person: str
    may_sign_in: bool


async def account_body(request: Request) -> bytes:
    """The body of a request only an administrator may send."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=_MOST_BYTES)


@router.put(
    "/v1/accounts/{person:path}",
    responses=returns(Account),
    openapi_extra=body_of("application/json"),
)
def put_account(
    request: Request, person: str, body: Annotated[bytes, Depends(account_body)]
) -> Response:
    """Give a person a password; it ends the sessions they have."""
    plant: Plant = plant_of(request)
    asked = parse_json(body, PasswordAsked)
    with plant.database.write() as connection:
        set_password(connection, person, asked.password, now_us=plant.now_us())
    return json_answer(Account(person=person, may_sign_in=True))


@router.delete("/v1/accounts/{person:path}", responses=returns(Account))
def delete_account(request: Request, person: str) -> Response:
    """Take a person's password away; it ends the sessions they have."""
    plant: Plant = plant_of(request)
    require_admin(request, plant)
    with plant.database.write() as connection:
        remove_password(connection, person)
    return json_answer(Account(person=person, may_sign_in=False))
