"""What people open from a search at the board teaches the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from memory.importing import write_json_lines
from memory.records import Case
from server.db.memory_tables import memory_said
from server.memory.said import PICK
from server.settings import Settings
from tests.helpers.plant_rig import running_plant
from tests.helpers.web_people import browser, form_token

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

PATH = "/memory/picked"


async def imported(plant: PlantRig) -> None:
    cases = [Case(case=f"H-{n}", text=f"Torque low at bolt {n}", at_us=n) for n in range(4)]
    reply = await plant.client.post("/v1/memory/import", content=b"".join(write_json_lines(cases)))
    assert reply.is_success, reply.text


async def picked(plant: PlantRig, **form: str) -> int:
    form["form_token"] = await form_token(plant.client, "/memory/glossary")
    return (await plant.client.post(PATH, data=form)).status_code


async def words(plant: PlantRig) -> list[list[str]]:
    plant.plant.memory.learn()
    state = (await plant.client.get("/v1/memory/glossary")).json()
    found: list[list[str]] = state["glossary"].get("words", [])
    return found


def kept(plant: PlantRig) -> list[dict[str, str]]:
    with plant.plant.database.read() as connection:
        statement = sa.select(memory_said.c.body).where(memory_said.c.kind == PICK)
        return [msgspec.json.decode(body) for body in connection.execute(statement).scalars()]


async def test_without_a_question_a_case_or_a_form_of_ours_nothing_is_kept(
    local_plant: PlantRig,
) -> None:
    assert await picked(local_plant, q=" ", case="H-1") == 422
    assert await picked(local_plant, q="trq", case="") == 422
    assert await picked(local_plant, q="x" * 501, case="H-1") == 422
    said = {"q": "trq", "case": "H-1", "form_token": "0" * 64}
    assert (await local_plant.client.post(PATH, data=said)).status_code >= 400
    assert kept(local_plant) == []


async def test_who_may_only_look_teaches_nothing(tmp_path: Path) -> None:
    async with running_plant(Settings(tmp_path, reading="everyone")) as rig, browser(rig) as board:
        await imported(rig)
        token = await form_token(board, "/sign-in")
        said = {"q": "trq", "case": "H-1", "form_token": token}
        assert (await board.get("/memory?q=torque")).status_code == 200
        assert (await board.post(PATH, data=said)).status_code == 403
        assert kept(rig) == []


async def test_three_cases_opened_from_a_search_teach_the_short_word(plant: PlantRig) -> None:
    await imported(plant)
    for case in ("H-0", "H-1", "gone"):
        assert await picked(plant, q="trq low", case=case) == 204
    assert await words(plant) == []
    assert await picked(plant, q="trq low", case="H-2") == 204
    assert await words(plant) == [["trq", "torque"]]
    assert kept(plant)[0] == {"query": "trq low", "case": "H-0"}
