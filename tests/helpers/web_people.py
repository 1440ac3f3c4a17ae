"""People with passwords at a plant's pages, and a browser's side of its forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import httpx
import msgspec
from argon2 import PasswordHasher

from app.domain.plant import Person

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

PASSWORD = "four plain words here"  # noqa: S105 - of a person in a test
#: As cheap as the server lets it be: these tests are not about the hash.
HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_TOKEN = re.compile(r'name="form_token" value="([0-9a-f]{64})"')


async def add_person(client: httpx.AsyncClient, number: str, role: str, **more: object) -> None:
    """Somebody who can sign in with :data:`PASSWORD`."""
    person = Person(person=number, name=f"{role.capitalize()} {number}", role=role)
    content = msgspec.json.encode(msgspec.structs.replace(person, **more))
    reply = await client.put(f"/v1/documents/{Person.KIND}/{number}", content=content)
    assert reply.is_success, reply.text
    reply = await client.put(f"/v1/accounts/{number}", json={"password": HASHER.hash(PASSWORD)})
    assert reply.is_success, reply.text


async def form_token(client: httpx.AsyncClient, path: str) -> str:
    """What the form on a page has to send back."""
    found = _TOKEN.search((await client.get(path)).text)
    assert found is not None
    return found[1]


async def sign_in(
    client: httpx.AsyncClient, number: str, password: str = PASSWORD, **more: str
) -> httpx.Response:
    """Fill in the sign-in page's form and send it."""
    token = await form_token(client, "/sign-in")
    form = {"form_token": token, "number": number, "password": password, **more}
    return await client.post("/sign-in", data=form)


def browser(plant: PlantRig, address: str = "10.0.0.7") -> httpx.AsyncClient:
    """One on another machine, over TLS."""
    transport = httpx.ASGITransport(plant.app, client=(address, 40000))
    return httpx.AsyncClient(transport=transport, base_url="https://plant.example")
