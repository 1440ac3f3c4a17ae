"""What a page's form can do: only what this browser was shown, and only for whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import msgspec
import pytest

from app.domain.envelope import Refs
from app.domain.events import UnitCompleted
from app.domain.plant import Role
from server.settings import Settings
from tests.helpers.plant_rig import running_plant
from tests.helpers.plant_station import GEAR_SET, HOLD, ORDER
from tests.helpers.web_people import PASSWORD, add_person, browser, form_token, sign_in

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


async def situation(plant: PlantRig, lot: str = "H-2210") -> str:
    """A lot on hold that is in a unit already: quality decides."""
    for document in (ORDER, GEAR_SET, msgspec.structs.replace(HOLD, lot=lot)):
        await plant.publish(document)
    station = await plant.station()
    station.build("0418-77231")
    await station.pushed(plant.client)
    return "/situations/hold%3AH-0093"


async def decide(client: httpx.AsyncClient, path: str, **more: str) -> httpx.Response:
    token = await form_token(client, path)
    form = {"form_token": token, "decision": "rework", "why": "bad thread", **more}
    return await client.post(path, data=form)


async def test_who_decides_second_reads_what_was_decided_first(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    path = await situation(plant)
    for number in ("31", "32"):
        await add_person(plant.client, number, "quality")
    await sign_in(away_from_each, "31")
    async with browser(plant) as second:
        await sign_in(second, "32")
        assert (await decide(away_from_each, path, seen="0")).status_code == 303
        reply = await decide(second, path, seen="0", decision="release_units", why="only dust")
        assert reply.status_code == 409
        assert "Already decided by quality 31 at" in reply.text
        assert ">only dust</textarea>" in reply.text, "what was typed is not lost"
        assert 'name="seen" value="1"' in reply.text
        again = await decide(second, path, seen="1", decision="release_units", why="only dust")
        assert again.status_code == 303


# --- foreign pages


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_a_form_of_a_foreign_page_changes_nothing(
    local_plant: PlantRig, away: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    plant = local_plant
    path = await situation(plant)
    await add_person(plant.client, "31", "quality")
    await sign_in(away, "31")
    token = await form_token(away, path)
    form = {"form_token": token, "decision": "rework", "why": "bad thread"}
    reply = await away.post(path, data=form, headers=headers)
    assert (reply.status_code, "nothing was changed" in reply.text) == (403, True)
    assert "Nobody has decided yet" in (await away.get(path)).text


async def test_a_form_without_this_browsers_token_changes_nothing(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    path = await situation(plant)
    await add_person(plant.client, "31", "quality")
    before = await form_token(away, "/sign-in")
    await sign_in(away, "31")
    async with browser(plant) as other:
        of_another = await form_token(other, "/sign-in")
    for token in (before, of_another, "", "0" * 64, "ü"):
        form = {"form_token": token, "decision": "rework", "why": "bad thread"}
        assert (await away.post(path, data=form)).status_code == 403
    assert "Nobody has decided yet" in (await away.get(path)).text


@pytest.mark.parametrize(
    ("content", "status"), [(b"\xff\xfe", 403), (b"a=1&" * 100, 403), (b"x" * 30_000, 413)]
)
async def test_what_is_no_form_of_ours_is_refused(
    away: httpx.AsyncClient, content: bytes, status: int
) -> None:
    assert (await away.post("/sign-in", content=content)).status_code == status


async def test_without_cookies_the_form_says_why_it_does_not_work(local_plant: PlantRig) -> None:
    plant = local_plant
    async with browser(plant) as client:
        token = await form_token(client, "/sign-in")
        client.cookies.clear()
        form = {"form_token": token, "number": "204", "password": PASSWORD}
        reply = await client.post("/sign-in", data=form)
    assert (reply.status_code, "keeps no cookies" in reply.text) == (403, True)


# --- who may do what


@pytest.mark.parametrize("role", ["reader", "operator", "lead", "planner", "administrator"])
async def test_a_decision_needs_the_role_that_owns_it(
    local_plant: PlantRig, away: httpx.AsyncClient, role: str
) -> None:
    plant = local_plant
    path = await situation(plant)
    await add_person(plant.client, "7", role)
    await sign_in(away, "7")
    shown = (await away.get(path)).text
    assert ("This decision is for" in shown, "Keep this decision" in shown) == (True, False)
    reply = await decide(away, path)
    assert (reply.status_code, "Nothing was changed" in reply.text) == (403, True)
    assert "Nobody has decided yet" in reply.text


async def test_a_decision_carries_the_name_of_who_is_signed_in(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    away = away_from_each
    path = await situation(plant)
    await add_person(plant.client, "31", "quality")
    await sign_in(away, "31")
    reply = await decide(away, path, by="somebody else")
    assert (reply.status_code, reply.headers["location"]) == (303, path)
    shown = (await away.get(path)).text
    assert ("quality 31," in shown, "somebody else" in shown) == (True, False)


@pytest.mark.parametrize("whose", ["person", "role"])
async def test_a_plant_gives_the_right_to_others(
    local_plant: PlantRig, away: httpx.AsyncClient, whose: str
) -> None:
    plant = local_plant
    path = await situation(plant)
    own = ("decide_quality",) if whose == "person" else ()
    if whose == "role":
        await plant.publish(Role(role="metrologist", rights=("decide_quality",)))
    await add_person(plant.client, "8", "metrologist", rights=own)
    await sign_in(away, "8")
    assert (await decide(away, path)).status_code == 303


async def test_what_is_wrong_with_a_decision_is_said_beside_what_was_typed(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    path = await situation(plant)
    await add_person(plant.client, "31", "quality")
    await sign_in(away, "31")
    reply = await decide(away, path, decision="forget", why="because <b>")
    assert reply.status_code == 422
    assert "is no way out of this situation" in reply.text
    assert "because &lt;b&gt;" in reply.text


async def test_a_unit_that_is_not_provable_is_accepted_by_two_who_both_gave_their_password(
    local_plant: PlantRig, away: httpx.AsyncClient
) -> None:
    plant = local_plant
    station = await plant.station()
    station.build("0418-77231")
    gap = UnitCompleted(serial="0418-77231", evidence="not_provable", gaps=("typed:bolts.2",))
    station.write(gap, refs=Refs(unit="0418-77231"))
    await station.pushed(plant.client)
    (found,) = (await plant.client.get("/v1/situations")).json()
    path = f"/situations/{quote(found['key'], safe='')}"
    for number in ("31", "32"):
        await add_person(plant.client, number, "quality")
    await sign_in(away, "31")
    for second, password, said in (
        ("", "", "Nobody alone accepts"),
        ("31", PASSWORD, "Nobody alone accepts"),
        ("32", "wrong words here", REFUSED),
        ("quality 32", "", REFUSED),
    ):
        more = {"second": second, "second_password": password}
        reply = await decide(away, path, decision="accept", **more)
        assert (reply.status_code >= 400, said in reply.text) == (True, True)
        assert "Nobody has decided yet" in reply.text
        assert password == "" or password not in reply.text
    more = {"second": "32", "second_password": PASSWORD}
    assert (await decide(away, path, decision="accept", **more)).status_code == 303
    assert "quality 31 and quality 32" in (await away.get(path)).text


async def test_at_the_server_itself_the_name_is_typed_as_before(local_plant: PlantRig) -> None:
    plant = local_plant
    path = await situation(plant)
    reply = await decide(plant.client, path, by="quality 31")
    assert reply.status_code == 303
    assert "quality 31," in (await plant.client.get(path)).text


async def test_only_administrators_see_who_tried(
    plant: PlantRig, away_from_each: httpx.AsyncClient
) -> None:
    away = away_from_each
    await add_person(plant.client, "1", "administrator")
    await add_person(plant.client, "204", "lead")
    await sign_in(away, "my secret words", "oops")
    await sign_in(away, "204", "wrong words here")
    await sign_in(away, "204")
    assert (await away.get("/sign-ins")).status_code == 403
    assert "/sign-ins" not in (await away.get("/")).text
    await away.post("/sign-out", data={"form_token": await form_token(away, "/")})
    await sign_in(away, "1")
    shown = (await away.get("/sign-ins")).text
    for told in ("Refused", "Signed in", "Signed out", "nobody of this plant", "204", "10.0.0.7"):
        assert told in shown
    assert "my secret words" not in shown


async def test_a_board_that_everybody_may_see_shows_no_form(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings = Settings(tmp_path_factory.mktemp("plant"), reading="everyone")
    async with running_plant(settings) as plant, browser(plant) as away:
        path = await situation(plant)
        shown = (await away.get(path)).text
        assert ("This decision is for" in shown, "Sign in</a> to take it" in shown) == (True, True)
        assert (await away.get("/sign-ins")).status_code == 403
