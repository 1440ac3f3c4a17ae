"""The memory's pages: what they say, who may change what, and that every number opens."""

from __future__ import annotations

import asyncio
import io
import re
import shutil
from typing import TYPE_CHECKING

import httpx
import openpyxl
import pytest
import sqlalchemy as sa

from memory.importing import read_csv, write_json_lines
from server.db.memory_tables import memory_said
from server.settings import Settings
from tests.helpers.memory_plant import CAME_BACK, CASE, OPEN, UNIT, fill_memory
from tests.helpers.memory_station import build_unit, decide, open_situation
from tests.helpers.named_people import names_person
from tests.helpers.plant_rig import running_plant
from tests.helpers.web_people import add_person, browser, form_token, sign_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.types import Message

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

ADVICE = "/memory/advice"
CSV = (
    "Datum;Description;Station\n"
    "2026-03-02 10:00;Seal torn at the lip;ST-070\n"
    "never;Hose off;ST-070\n"
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a plant with something of everything."""
    folder = tmp_path_factory.mktemp("filled")

    async def fill() -> None:
        async with running_plant(Settings(folder)) as plant:
            await fill_memory(plant.client, await plant.station())
            plant.plant.settle()

    asyncio.run(fill())
    return folder


@pytest.fixture
async def full(filled: Path, tmp_path: Path) -> AsyncIterator[PlantRig]:
    """That plant, and a client at the server itself."""
    folder = tmp_path / "plant"
    shutil.copytree(filled, folder)
    async with running_plant(Settings(folder)) as plant:
        yield plant


async def text_of(plant: PlantRig, path: str) -> str:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.text


async def send(client: httpx.AsyncClient, path: str, **form: str) -> httpx.Response:
    form["form_token"] = await form_token(client, path)
    return await client.post(path, data=form)


async def upload(
    client: httpx.AsyncClient, content: bytes, act: str, **form: str
) -> httpx.Response:
    path = "/memory/import"
    form |= {"form_token": await form_token(client, path), "act": act}
    return await client.post(path, data=form, files={"file": ("history", content)})


async def test_a_search_says_why_and_what_the_cases_are_about(full: PlantRig) -> None:
    found = await text_of(full, "/memory?q=bolt+torque")
    assert "<mark>torque</mark>" in found
    assert "9 cases of 12 match" in found
    assert "Came back" in found
    address = re.search(r'href="([^"]*station=ST-020)"', found)
    assert address is not None
    narrowed = await text_of(full, address[1].replace("&amp;", "&"))
    assert "1 case of 12 match" in narrowed
    assert "No case has anything like" in await text_of(full, "/memory?q=zzzzqqq")


async def test_a_case_opens_its_evidence_and_says_what_was_shown_and_decided(
    full: PlantRig,
) -> None:
    page = await text_of(full, f"/memory/cases/{CASE}")
    assert "held in 5 of 5" in page
    assert "not enough cases: held in 0 of 2" in page
    assert "was followed" in page
    assert f'href="/memory/decisions/{OPEN}"' in page
    record = re.search(r'href="(/memory/records\?event=[^"]+)"', page)
    assert record is not None
    opened = await text_of(full, record[1])
    assert "Unchanged" in opened
    assert f"unit {UNIT}" in opened


async def test_a_record_of_a_name_that_none_can_have_is_not_there(plant: PlantRig) -> None:
    page = await text_of(plant, "/memory/records?event=%00")
    assert "Not here, or not yet: \N{REPLACEMENT CHARACTER}." in page


async def test_the_export_of_a_page_goes_out_in_few_pieces(full: PlantRig) -> None:
    pieces: list[bytes] = []

    async def send(message: Message) -> None:
        pieces.append(message.get("body", b""))

    async def receive() -> Message:
        await asyncio.Event().wait()
        return {}

    request = full.client.build_request("GET", "/memory/export.jsonl")
    scope = {
        "type": "http",
        "method": "GET",
        "path": request.url.path,
        "query_string": b"",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "client": ("127.0.0.1", 40000),
        "scheme": "http",
    }
    await full.app(scope, receive, send)
    assert b"".join(pieces).count(b"\n") == 12
    assert len([one for one in pieces if one]) == 1


async def test_no_decision_has_an_outcome_that_none_can_have(plant: PlantRig) -> None:
    await fill_memory(plant.client, await plant.station())
    assert OPEN in await text_of(plant, "/memory/decisions")
    assert OPEN not in await text_of(plant, "/memory/decisions?outcome=%00")


async def test_a_case_or_decision_that_is_not_there_is_said_in_words(full: PlantRig) -> None:
    for path in ("/memory/cases/nope", "/memory/decisions/nope"):
        reply = await full.client.get(path)
        assert reply.status_code == 404
        assert "nope" in reply.text
    imported = await full.client.get("/memory/decisions/X-1")
    assert imported.headers["location"] == "/memory/cases/X-1", (
        "history has no decisions of its own"
    )
    assert "Not here, or not yet: nope" in await text_of(full, "/memory/records?event=nope")


async def test_a_decision_says_how_far_its_watch_is_and_what_would_end_it(full: PlantRig) -> None:
    page = await text_of(full, f"/memory/decisions/{OPEN}")
    assert '<a href="#units">1</a> of 10' in page
    assert "a repeat in its scope" in page
    back = await text_of(full, f"/memory/decisions/{CAME_BACK}")
    assert "it came back in the window" in back
    assert "What would end it" not in back


async def test_cases_of_one_variant_are_chosen_and_the_choice_is_given_up_again(
    local_plant: PlantRig,
) -> None:
    rows = "text,at,context.variant\n" + "".join(
        f"hose chafed at clip {number},2026-03-02,{'AB'[number % 2]}\n" for number in range(5)
    )
    cases = b"".join(write_json_lines(read_csv(rows.encode()).cases))
    reply = await local_plant.client.post("/v1/memory/import", content=cases)
    assert reply.json()["told"] == 5
    every = await text_of(local_plant, "/memory?q=hose")
    assert '<h3 class="small" id="of-variant">Variant</h3>' in every
    assert 'href="/memory?q=hose&amp;variant=B">B <span>2</span>' in every
    chosen = await text_of(local_plant, "/memory?q=hose&variant=B")
    assert "2 cases of 5 match" in chosen
    none = await text_of(local_plant, "/memory?q=hose&variant=C")
    assert '<a href="/memory?q=hose" aria-current="true">C <span>0</span>' in none


async def test_advice_comes_in_pages_with_what_waits_for_somebody_on_the_first(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    build_unit(station, "B-1")
    for number in range(26):
        key = f"nok:{number:02}"
        open_situation(station, f"S-{number}", key=key)
        decide(station, f"D-{number}", f"S-{number}", key=key)
    await station.pushed(local_plant.client)
    spoken = {"kind": "suspended", "why": "breaks the thread", "role": "engineer"}
    said = await local_plant.client.post("/v1/memory/decisions/D-25/said", json=spoken)
    assert said.status_code == 200, said.text
    first, second = (
        await text_of(local_plant, ADVICE),
        await text_of(local_plant, f"{ADVICE}?page=2"),
    )
    assert "breaks the thread" in first
    assert "Page 1 of 2, of 26 in all" in first
    assert "/memory/decisions?key=nok%3A24" not in first
    assert "/memory/decisions?key=nok%3A24" in second
    assert f'href="{ADVICE}?page=1"' in second


async def test_every_number_of_the_advice_opens_so_many_decisions(full: PlantRig) -> None:
    page = await text_of(full, ADVICE)
    numbers = re.findall(r'href="(/memory/decisions\?key=[^"]*outcome=[^"]*)">(\d+)<', page)
    assert len(numbers) == 5
    for address, number in numbers:
        shown = await text_of(full, address.replace("&amp;", "&"))
        assert shown.count('<td class="time"><a href="/memory/decisions/') == int(number)


async def test_few_outcomes_are_not_enough_cases(full: PlantRig) -> None:
    page = await text_of(full, ADVICE)
    assert "68 %" in page
    assert "fewer than five closed outcomes" in page


async def test_whoever_has_no_such_role_changes_nothing(full: PlantRig) -> None:
    await add_person(full.client, "417", "operator")
    paths = (ADVICE, "/memory/glossary", "/memory/lists", "/memory/patterns")
    async with browser(full) as client:
        await sign_in(client, "417")
        for path in (*paths, f"/memory/decisions/{OPEN}"):
            page = (await client.get(path)).text
            assert "<textarea" not in page
            form = {"act": "suspended", "decision": OPEN, "why": "x", "short": "a", "word": "b"}
            reply = await send(client, path, **form)
            assert reply.status_code == 403
            assert "Nothing was changed" in reply.text
        assert (await client.get("/memory/import")).status_code == 403
        assert (await client.post("/memory/import", content=b"x" * 100)).status_code == 403
    with full.plant.database.read() as connection:
        assert connection.execute(sa.select(memory_said)).all() == []


async def test_a_lead_suspends_advice_with_a_reason_and_lets_it_be_advised_again(
    full: PlantRig,
) -> None:
    await add_person(full.client, "204", "lead")
    async with browser(full) as client:
        await sign_in(client, "204")
        refused = await send(client, ADVICE, act="suspended", decision=OPEN, why=" ")
        assert refused.status_code == 422
        assert "why" in refused.text
        done = await send(client, ADVICE, act="suspended", decision=OPEN, why="the bit splinters")
        assert done.status_code == 303
        assert "the bit splinters" in (await client.get(ADVICE)).text
        page = (await client.get(f"/memory/decisions/{OPEN}")).text
        assert "Nobody is advised to do it" in page
        await send(client, ADVICE, act="resumed", decision=OPEN, why="other bits came")
        page = (await client.get(f"/memory/decisions/{OPEN}")).text
        assert "Nobody is advised to do it" not in page
    with full.plant.database.read() as connection:
        roles = set(connection.execute(sa.select(memory_said.c.role)).scalars())
    assert roles == {"lead"}


async def test_an_engineer_settles_which_of_two_decisions_stands(full: PlantRig) -> None:
    await add_person(full.client, "204", "lead")
    await add_person(full.client, "77", "engineer")
    pair = {"act": "settle", "one": "D-lot", "other": "D-as-is"}
    async with browser(full) as client:
        await sign_in(client, "204")
        assert (await send(client, ADVICE, **pair, stands="D-lot")).status_code == 403
        await sign_in(client, "77")
        assert (await send(client, ADVICE, **pair, stands="")).status_code == 422
        assert (await send(client, ADVICE, **pair, stands="D-lot")).status_code == 303
        assert "exclude each other" not in (await client.get(ADVICE)).text
        assert "took its place" in (await client.get("/memory/decisions/D-as-is")).text


async def test_every_page_opens_on_either_database(plant: PlantRig) -> None:
    await fill_memory(plant.client, await plant.station())
    plant.plant.settle()
    paths = ("/memory", "/memory?q=bolt", "/memory/decisions", f"/memory/decisions/{OPEN}",
             f"/memory/cases/{CASE}", "/memory/cases/X-1", ADVICE, "/memory/patterns",
             "/memory/glossary", "/memory/lists?list=responses", "/memory/import",
             "/memory/records?event=ST-040-1-10", f"/units/{UNIT}")  # fmt: skip
    for path in paths:
        await text_of(plant, path)


async def test_what_only_a_person_knows_is_answered_on_the_page(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", metric="overtime_min", direction="at_most", threshold=60)
    await station.pushed(local_plant.client)
    path = "/memory/decisions/D-1"
    assert "Did it hold?" in await text_of(local_plant, path)
    assert (await send(local_plant.client, path, act="answer")).status_code == 422
    assert (await send(local_plant.client, path, act="answer", answer="yes")).status_code == 303
    assert "It held, somebody said" in await text_of(local_plant, path)


async def test_a_decision_is_taken_back_or_moves_into_the_instruction(full: PlantRig) -> None:
    path = f"/memory/decisions/{OPEN}"
    await send(full.client, path, act="rolled_into_instruction", revision="r7")
    assert "The instruction says it now: revision r7" in await text_of(full, path)
    assert '<a href="/memory/decisions?outcome=watching">3</a>' in await text_of(full, "/memory")
    await send(full.client, path, act="withdrawn", why="it was never done")
    assert "Taken back" in await text_of(full, path)
    home = await text_of(full, "/memory")
    assert '<a href="/memory/decisions?outcome=watching">2</a>' in home
    assert '<a href="/memory/decisions?outcome=void">1</a>' in home
    assert (await send(full.client, path, act="nothing")).status_code == 422


async def test_a_proposed_word_is_accepted_and_found_with_or_removed(full: PlantRig) -> None:
    path = "/memory/glossary"
    assert "1 proposed" in await text_of(full, path)
    await send(full.client, path, act="accept", short="trq", word="torque")
    assert "0 proposed, 1 in force" in await text_of(full, path)
    assert "<mark>torque</mark>" in await text_of(full, "/memory?q=trq")
    full.clock.advance(60)
    await send(full.client, path, act="remove", short="trq", word="torque")
    assert "1 removed" in await text_of(full, path)
    refused = await send(full.client, path, act="accept", short="", word="torque")
    assert refused.status_code == 422


async def test_every_count_of_a_list_opens_so_many_decisions(full: PlantRig) -> None:
    page = await text_of(full, "/memory/lists?list=constraints")
    numbers = re.findall(r'href="(/memory/decisions\?list=[^"]*)">(\d+)<', page)
    assert [number for _, number in numbers] == ["1", "0"]
    for address, number in numbers:
        shown = await text_of(full, address.replace("&amp;", "&"))
        assert shown.count('<td class="time"><a href="/memory/decisions/') == int(number)


async def test_a_code_is_added_retired_and_offered_again(full: PlantRig) -> None:
    path = "/memory/lists?list=constraints"
    await send(full.client, path, act="add", code="worn_bit", text="Worn bit")
    page = await text_of(full, path)
    assert "version 2" in page
    assert "approved by administrator" in page
    await send(full.client, path, act="retire", code="worn_bit")
    assert "Retired" in await text_of(full, path)
    await send(full.client, path, act="add", code="worn_bit")
    page = await text_of(full, path)
    assert "Worn bit" in page
    assert "Retired" not in page
    for form in ({"act": "retire", "code": "unknown"}, {"act": "add", "code": "new_one"}):
        assert (await send(full.client, path, **form)).status_code == 422


async def test_what_no_unit_or_lot_is_called_is_looked_for_in_the_memory(full: PlantRig) -> None:
    assert (await full.client.get("/find?q=bolt+torque")).headers["location"] == (
        "/memory?q=bolt%20torque"
    )
    assert "no case of the memory is like it" in await text_of(full, "/find?q=zzzzqqq")


async def test_a_file_is_looked_at_before_anything_is_kept(full: PlantRig) -> None:
    seen = (await upload(full.client, CSV.encode(), "preview")).text
    assert "<b>1 case</b> in 2 rows" in seen
    assert "Seal torn at the lip" in seen
    assert "<td>3</td><td>Datum</td>" in seen
    assert "Seal torn at the lip" not in await text_of(full, "/memory?q=seal+torn+lip")


async def test_columns_are_what_somebody_chose_and_the_good_rows_are_kept(full: PlantRig) -> None:
    chosen = {"name.0": "Datum", "column.0": "at", "name.1": "Description", "column.1": "text",
              "name.2": "Station", "column.2": "context.supplier"}  # fmt: skip
    done = (await upload(full.client, CSV.encode(), "import", **chosen)).text
    assert "1 case imported" in done
    found = await text_of(full, "/memory?q=seal+torn+lip")
    assert "Seal torn at the lip" in found
    assert "supplier</span> ST-070" in found
    exported = (await full.client.get("/memory/export.jsonl")).text
    assert "Seal torn at the lip" in exported


async def test_a_spreadsheet_is_taken_and_a_broken_file_refused_in_words(full: PlantRig) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("History", 0)
    sheet.append(["date", "description", "operator"])
    sheet.append(["2026-03-02T10:00", "Clip broken", "417"])
    packed = io.BytesIO()
    book.save(packed)
    seen = (await upload(full.client, packed.getvalue(), "preview")).text
    assert "Clip broken" in seen
    assert "Left out: operator" in seen
    broken = (await upload(full.client, packed.getvalue()[:200], "import")).text
    assert "no spreadsheet" in broken
    nothing = await upload(full.client, b"", "import")
    assert nothing.status_code == 422
    assert "Choose a file first" in nothing.text


async def test_their_words_for_outcomes_are_taken_as_ours(full: PlantRig) -> None:
    content = b"at,text,outcome\n2026-03-02T10:00,Clip broken,fixed\n"
    assert "is no outcome" in (await upload(full.client, content, "preview")).text
    wrong = (await upload(full.client, content, "preview", outcomes="fixed = well")).text
    assert "says no outcome" in wrong
    seen = (await upload(full.client, content, "preview", outcomes="fixed = held")).text
    assert "<td>Held</td>" in seen


async def test_a_column_of_people_cannot_be_chosen(full: PlantRig) -> None:
    content = b"at,text,operator\n2026-03-02T10:00,Clip broken,417\n"
    chosen = {"name.2": "operator", "column.2": "context.tool"}
    seen = (await upload(full.client, content, "import", **chosen)).text
    assert "names people" in seen


async def test_a_unit_shows_what_was_decided_about_it_and_what_came_of_it(full: PlantRig) -> None:
    page = await text_of(full, f"/units/{UNIT}")
    assert f'<a href="/memory/decisions/{OPEN}">Decision</a>' in page
    assert "Change the tool" in page
    assert "Watched" in page


async def test_no_page_of_the_memory_names_a_person(full: PlantRig) -> None:
    paths = ("/memory", "/memory?q=bolt", f"/memory/cases/{CASE}", f"/memory/decisions/{OPEN}",
             ADVICE, "/memory/patterns", "/memory/export.jsonl")  # fmt: skip
    for path in paths:
        assert not names_person(await text_of(full, path), "417"), path
