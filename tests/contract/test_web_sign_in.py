"""Signing in to the pages: who gets in, what a session is good for, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import msgspec
import pytest

from app.domain.plant import Person
from server.log.accounts import IDLE_S, LONGEST_S
from tests.helpers.plant_station import ORDER
from tests.helpers.web_people import HASHER, PASSWORD, add_person, browser, form_token, sign_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

REFUSED = "do not belong together"


@pytest.fixture
async def away(local_plant: PlantRig) -> AsyncIterator[httpx.AsyncClient]:
    """A browser on another machine, over TLS."""
    async with browser(local_plant) as client:
        yield client


@pytest.fixture
async def away_from_each(plant: PlantRig) -> AsyncIterator[httpx.AsyncClient]:
    """The same, at a plant on each of the databases."""
    async with browser(plant) as client:
        yield client


# --- getting in


async def test_whoever_is_not_signed_in_sees_the_sign_in_page_and_nothing_else(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    await plant.publish(ORDER)
    for path in ("/", "/orders", "/units/x", "/situations", "/find?q=PO-100482", "/sign-ins"):
        reply = await away.get(path)
        assert reply.status_code == 403
        assert 'name="password"' in reply.text
        assert "PO-100482" not in reply.text.replace("q=PO-100482", "")
    assert (await away.get("/changes")).status_code == 403
    assert (await away.get("/v1/orders")).status_code == 403


async def test_a_password_opens_the_page_that_was_asked_for(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    away = away_from_each
    await add_person(plant.client, "204", "lead")
    await plant.publish(ORDER)
    reply = await sign_in(away, "204", to="/units?order=PO-100482")
    assert (reply.status_code, reply.headers["location"]) == (303, "/units?order=PO-100482")
    said = reply.headers["set-cookie"]
    assert "asbuilt_session=" in said
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(said.split("; "))
    assert "Lead 204" in (await away.get("/")).text
    assert (await away.get("/v1/orders")).status_code == 200


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example/", "/\\evil.example", "/sign-out", "/a\nb", ""]
)
async def test_it_never_leads_elsewhere(
    local_plant: PlantRig, away: httpx.AsyncClient, to: str
) -> None:
    plant = local_plant
    await add_person(plant.client, "204", "lead")
    assert (await sign_in(away, "204", to=to)).headers["location"] == "/"


@pytest.mark.parametrize(
    ("number", "password"), [("204", "four plain words"), ("205", PASSWORD), ("\0", "x")]
)
async def test_a_wrong_number_and_a_wrong_password_sound_the_same(
    local_plant: PlantRig, away: httpx.AsyncClient, number: str, password: str
) -> None:
    plant = local_plant
    await add_person(plant.client, "204", "lead")
    reply = await sign_in(away, number, password)
    assert (reply.status_code, REFUSED in reply.text) == (403, True)
    assert "asbuilt_session" not in reply.headers.get("set-cookie", "")


async def test_mistakes_make_the_next_try_wait_longer_and_longer(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    away = away_from_each
    await add_person(plant.client, "204", "lead")
    waits = []
    for _ in range(11):
        while (reply := await sign_in(away, "204", "wrong words here")).status_code == 429:
            # The right one has to wait too, also from elsewhere.
            async with browser(plant, "10.0.0.8") as other:
                assert (await sign_in(other, "204")).status_code == 429
            waits.append(int(reply.headers["retry-after"]))
            assert f"try again in {waits[-1]} s" in reply.text
            plant.clock.advance(waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    plant.clock.advance(60)
    assert (await sign_in(away, "204")).status_code == 303


async def test_one_address_cannot_go_through_all_numbers(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    await add_person(plant.client, "204", "lead")
    for number in range(10):
        await add_person(plant.client, f"9{number}", "operator")
        assert (await sign_in(away, f"9{number}", "some words here")).status_code == 403
    assert (await sign_in(away, "204")).status_code == 429
    async with browser(plant, "10.0.0.8") as other:
        assert (await sign_in(other, "204")).status_code == 303


async def test_an_hour_without_a_try_forgives(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    await add_person(plant.client, "204", "lead")
    for _ in range(3):
        await sign_in(away, "204", "wrong words here")
    plant.clock.advance(60 * 60 + 1)
    for _ in range(3):
        assert (await sign_in(away, "204", "wrong words here")).status_code == 403


@pytest.mark.parametrize(
    "password",
    [
        "four plain words here",
        "$argon2i$v=19$m=65536,t=3,p=4$bm9ib2R5IGhhcyB0aGlz$VGhpcyBpcyBub2JvZHkncw",
        "$argon2id$v=19$m=1024,t=3,p=4$bm9ib2R5IGhhcyB0aGlz$VGhpcyBpcyBub2JvZHkncw",
        "$argon2id$v=19$m=9999999,t=3,p=4$bm9ib2R5IGhhcyB0aGlz$VGhpcyBpcyBub2JvZHkncw",
        "$argon2id$v=19$m=65536,t=1,p=4$bm9ib2R5IGhhcyB0aGlz$VGhpcyBpcyBub2JvZHkncw",
        "x" * 400,
    ],
)
async def test_only_a_sound_hash_is_kept(local_plant: PlantRig, password: str) -> None:
    plant = local_plant
    await plant.publish(Person(person="204", name="Lead 204", role="lead"))
    reply = await plant.client.put("/v1/accounts/204", json={"password": password})
    assert reply.status_code == 422
    assert "asbuilt person set NUMBER --password" in reply.json()["detail"]


async def test_only_an_administrator_gives_passwords_and_only_to_people(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    account = {"password": HASHER.hash(PASSWORD)}
    assert (await plant.client.put("/v1/accounts/99", json=account)).status_code == 404
    await add_person(plant.client, "1", "administrator")
    await sign_in(away, "1")
    # A session is no key to the interface: a foreign page could send a request with its cookie.
    assert (await away.put("/v1/accounts/1", json=account)).status_code == 403
    assert (await away.delete("/v1/accounts/1")).status_code == 403


# --- how long it lasts


async def test_a_session_ends_when_nobody_does_anything(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    away = away_from_each
    await add_person(plant.client, "204", "lead")
    await sign_in(away, "204")
    for _ in range(3):
        plant.clock.advance(IDLE_S - 60)
        assert (await away.get("/")).status_code == 200
    # What a page asks by itself is nobody's doing.
    plant.clock.advance(IDLE_S - 60)
    by_itself = {"X-Asbuilt-By-Itself": "1"}
    assert (await away.get("/", headers=by_itself)).status_code == 200
    plant.clock.advance(61)
    assert (await away.get("/", headers=by_itself)).status_code == 403


async def test_a_browser_that_opens_its_stream_again_is_nobodys_doing(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    await add_person(local_plant.client, "204", "lead")
    await sign_in(away, "204")
    stream = {"Accept": "text/event-stream"}
    for status in (200, 403):
        local_plant.clock.advance(IDLE_S - 60)
        assert (await away.get("/v1/orders", headers=stream)).status_code == status


async def test_a_session_ends_after_a_shift_in_any_case(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    await add_person(plant.client, "204", "lead")
    await sign_in(away, "204")
    for _ in range(int(LONGEST_S / IDLE_S * 2)):
        plant.clock.advance(IDLE_S / 2)
        assert (await away.get("/")).status_code == 200
    plant.clock.advance(1)
    assert (await away.get("/")).status_code == 403


async def test_signing_out_ends_it_everywhere_the_cookie_went(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    away = away_from_each
    await add_person(plant.client, "204", "lead")
    await sign_in(away, "204")
    kept = dict(away.cookies)
    reply = await away.post("/sign-out", data={"form_token": await form_token(away, "/")})
    assert reply.headers["location"] == "/sign-in"
    assert (await away.get("/")).status_code == 403
    async with browser(plant) as thief:
        thief.cookies.update(kept)
        assert (await thief.get("/")).status_code == 403


async def test_who_signs_in_again_ends_the_session_before(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    for number in ("204", "31"):
        await add_person(local_plant.client, number, "lead")
    await sign_in(away, "204")
    kept = dict(away.cookies)
    await sign_in(away, "31")
    async with browser(local_plant) as other:
        other.cookies.update(kept)
        assert (await other.get("/")).status_code == 403


@pytest.mark.parametrize("change", ["left", "new password", "no password", "demoted"])
async def test_what_an_administrator_changes_counts_at_once(
    local_plant: PlantRig, away: httpx.AsyncClient, change: str
) -> None:
    plant = local_plant
    await add_person(plant.client, "1", "administrator")
    await sign_in(away, "1")
    assert (await away.get("/sign-ins")).status_code == 200
    person = Person(person="1", name="One", role="administrator")
    if change == "left":
        await plant.publish(msgspec.structs.replace(person, is_active=False))
    elif change == "demoted":
        await plant.publish(msgspec.structs.replace(person, role="reader"))
    elif change == "no password":
        await plant.client.delete("/v1/accounts/1")
    else:
        await plant.client.put("/v1/accounts/1", json={"password": HASHER.hash("other words")})
    assert (await away.get("/sign-ins")).status_code == 403
    assert (await away.get("/")).status_code == (200 if change == "demoted" else 403)


@pytest.mark.parametrize(
    ("known", "wanted", "said"),
    [
        ("wrong words here", "other plain words", REFUSED),
        (PASSWORD, "short", "A password has 10 to 200 characters"),
        (PASSWORD, "long " * 41, "A password has 10 to 200 characters"),
        (PASSWORD, "other plain words", ""),
    ],
)
async def test_people_change_their_password_themselves(
    local_plant: PlantRig, away: httpx.AsyncClient, known: str, wanted: str, said: str
) -> None:
    await add_person(local_plant.client, "204", "lead")
    await sign_in(away, "204")
    async with browser(local_plant) as elsewhere:
        await sign_in(elsewhere, "204")
        token = await form_token(away, "/password")
        form = {"form_token": token, "password": known, "new_password": wanted}
        reply = await away.post("/password", data=form)
        assert (reply.is_redirect, said in reply.text) == (said == "", True)
        assert (await away.get("/")).status_code == 200
        is_changed = said == ""
        assert (await elsewhere.get("/")).status_code == (403 if is_changed else 200)
        good = wanted if is_changed else PASSWORD
        assert (await sign_in(elsewhere, "204", good)).status_code == 303


async def test_a_password_is_changed_by_whoever_is_signed_in_and_nobody_else(
    local_plant: PlantRig,
) -> None:
    reply = await local_plant.client.get("/password")
    assert (reply.status_code, 'name="number" required' in reply.text) == (403, True)
    token = await form_token(local_plant.client, "/sign-in")
    form = {"form_token": token, "password": PASSWORD, "new_password": PASSWORD}
    assert (await local_plant.client.post("/password", data=form)).status_code == 403


async def test_who_left_cannot_sign_in(local_plant: PlantRig, away: httpx.AsyncClient) -> None:
    plant = local_plant
    await add_person(plant.client, "204", "lead", is_active=False)
    assert (await sign_in(away, "204")).status_code == 403
