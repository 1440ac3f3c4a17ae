"""The decision memory as engineers use it: import, search, suggest, rule, link; both databases."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.domain.memory_documents import KnownCase, KnownDecision, SiteCodes, SiteGlossary
from app.domain.memory_events import CardShown, CasesOpened, MemoryPicked
from memory.glossary import Pair
from memory.importing import read_json_lines
from memory.records import Outcome
from memory.search import Index
from server.db.memory_tables import memory_decision, memory_now
from server.db.storable import upsert
from server.log.feed import current, current_all
from server.memory.glossary import rule_pairs
from server.memory.speaking import speak
from server.memory.standing import read_known
from server.memory.telling import tell_changes
from tests.helpers.lock_waits import somebody_waits
from tests.helpers.memory_station import KEY, build_unit, decide, open_situation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

TEXTS = (
    "torque too low on bolt 3 after a bit change",
    "torque low, thread dirty on the housing",
    "part missing in the kit",
    "scanner does not read the label",
    "torque low at bolt 1, bit worn",
)


def lines(texts: tuple[str, ...] = TEXTS) -> bytes:
    """A history of five cases, one a day."""
    rows = [
        {
            "id": f"H-{number}",
            "text": text,
            "at": f"2026-03-0{number + 1}T08:00:00+00:00",
            "context": {"station": "ST-040"},
            "constraint": "tool_out",
            "response": "replace_tool",
            "outcome": "held",
        }
        for number, text in enumerate(texts)
    ]
    return b"\n".join(json.dumps(row).encode() for row in rows)


async def imported(plant: PlantRig, content: bytes | None = None) -> dict[str, Any]:
    reply = await plant.client.post("/v1/memory/import", content=content or lines())
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


async def get(plant: PlantRig, path: str, **params: Any) -> Any:
    reply = await plant.client.get(path, params=params)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def said(plant: PlantRig, decision: str, **asked: str) -> dict[str, Any]:
    reply = await plant.client.post(f"/v1/memory/decisions/{decision}/said", json=asked)
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


async def decided(plant: PlantRig) -> None:
    """Two decisions on one key."""
    station = await plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    open_situation(station, "S-2")
    decide(station, "D-2", "S-2", response="clean")
    await station.pushed(plant.client)


@pytest.mark.parametrize(
    ("method", "path", "asked", "status", "words"),
    [
        ("POST", "/v1/memory/import", b"no json at all", 422, "Nothing was imported"),
        (
            "POST",
            "/v1/memory/decisions/D-9/said",
            b'{"kind": "withdrawn"}',
            404,
            "no decision D-9",
        ),
        ("GET", "/v1/memory/cases/S-9", b"", 404, "no case S-9"),
        ("GET", "/v1/memory/decisions/D-9", b"", 404, "no decision D-9"),
        ("GET", "/v1/memory/lists/people", b"", 404, "there are constraints"),
        ("GET", "/v1/memory/search?q=a&context=station", b"", 422, "expected KEY=VALUE"),
        ("POST", "/v1/memory/glossary", b"one column", 422, "Nothing was added"),
        ("POST", "/v1/memory/glossary", b"\xff,a", 422, "not UTF-8"),
        (
            "POST",
            "/v1/memory/glossary/rulings",
            b'{"short": "trq", "word": "torque", "role": "Ann"}',
            422,
            "expected one of administrator",
        ),
        (
            "POST",
            "/v1/memory/patterns/state",
            b'{"pattern": "p", "state": "done", "owner": "lead"}',
            422,
            "expected one of new",
        ),
    ],
)
async def test_what_makes_no_sense_is_refused_in_words(  # noqa: PLR0917 - the columns
    local_plant: PlantRig, method: str, path: str, asked: bytes, status: int, words: str
) -> None:
    reply = await local_plant.client.request(method, path, content=asked)
    assert reply.status_code == status, reply.text
    assert words in reply.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/memory/import"),
        ("POST", "/v1/memory/glossary"),
        ("POST", "/v1/memory/glossary/rulings"),
        ("POST", "/v1/memory/lists/responses/codes"),
        ("DELETE", "/v1/memory/lists/responses/codes/clean"),
        ("POST", "/v1/memory/decisions/D-1/said"),
        ("POST", "/v1/memory/links"),
        ("POST", "/v1/memory/patterns"),
        ("GET", "/v1/memory/export"),
        ("GET", "/v1/memory/search?q=torque"),
    ],
)
async def test_a_stranger_neither_reads_nor_changes_the_memory(
    local_plant: PlantRig, method: str, path: str
) -> None:
    async with local_plant.caller("192.0.2.7") as stranger:
        assert (await stranger.request(method, path)).status_code == 403


async def test_a_row_that_is_no_case_is_named_and_the_others_are_kept(plant: PlantRig) -> None:
    done = await imported(plant, lines() + b'\n{"id": "H-9", "text": "", "at": "2026-03-01"}')
    assert (done["told"], done["bad_rows"]) == (5, 1)
    assert "is empty" in done["errors"][0]["message"]


async def test_an_imported_history_is_found_and_stays_when_all_is_drawn_anew(
    plant: PlantRig,
) -> None:
    await imported(plant)
    assert plant.plant.projector.rebuild()
    found = await get(plant, "/v1/memory/search", q="torque low", limit=2)
    assert [hit["id"] for hit in found["hits"]] == ["H-4", "H-1"]
    assert found["hits"][0]["why"] == ["torque", "low"]
    assert found["matches"] >= 3


async def test_imported_again_nothing_is_new(local_plant: PlantRig) -> None:
    await imported(local_plant)
    done = await imported(local_plant)
    assert (done["told"], done["unchanged"]) == (0, 5)


async def test_what_is_exported_imports_to_the_same(local_plant: PlantRig) -> None:
    await imported(local_plant)
    exported = (await local_plant.client.get("/v1/memory/export")).content
    assert read_json_lines(exported).cases == read_json_lines(lines()).cases
    assert (await imported(local_plant, exported))["unchanged"] == 5


async def test_no_file_speaks_for_a_case_of_the_plants_own(local_plant: PlantRig) -> None:
    await decided(local_plant)
    row = {"id": "S-1", "text": "somebody else's", "at": "2026-03-01T08:00:00Z"}
    assert (await imported(local_plant, json.dumps(row).encode()))["own"] == 1
    case = (await get(local_plant, "/v1/memory/cases/S-1"))["case"]
    assert case["text"].startswith("Bolt 3")


async def test_a_station_ranks_as_the_server_does(local_plant: PlantRig) -> None:
    await imported(local_plant)
    with local_plant.plant.database.read() as connection:
        bodies = [item.body for item in current_all(connection, "memory_case")]
    station = Index(msgspec.json.decode(body, type=KnownCase) for body in bodies)
    found = await get(local_plant, "/v1/memory/search", q="bolt torque")
    assert [hit["id"] for hit in found["hits"]] == [
        hit.case.case for hit in station.search("bolt torque")
    ]


async def test_a_suggestion_names_the_cases_it_rests_on(local_plant: PlantRig) -> None:
    await imported(local_plant)
    asked = {"text": "torque low at bolt 2", "context": {"station": "ST-040"}}
    reply = await local_plant.client.post("/v1/memory/suggest", json=asked)
    shown = reply.json()
    constraint = next(one for one in shown["answers"] if one["asked"] == "constraint")
    assert constraint["suggestions"][0]["code"] == "tool_out"
    assert {"H-0", "H-1", "H-4"} <= set(constraint["suggestions"][0]["case_ids"])


async def test_a_glossary_file_makes_short_words_found(local_plant: PlantRig) -> None:
    await imported(local_plant)
    reply = await local_plant.client.post(
        "/v1/memory/glossary?role=engineer", content=b"drehm,torque\n"
    )
    assert reply.json()["words"] == [["drehm", "torque"]]
    found = await get(local_plant, "/v1/memory/search", q="drehm low", limit=1)
    assert found["hits"][0]["id"] == "H-4"
    with local_plant.plant.database.read() as connection:
        body = current(connection, SiteGlossary.KIND, "site")
    assert body is not None
    assert msgspec.json.decode(body, type=SiteGlossary).version == 1


async def test_the_glossary_learns_from_what_people_pick(plant: PlantRig) -> None:
    await imported(plant)
    station = await plant.station()
    for case in ("H-0", "H-1", "H-4"):
        station.write(MemoryPicked(query="trq low", case=case))
    await station.pushed(plant.client)
    plant.plant.memory.learn()
    state = await get(plant, "/v1/memory/glossary")
    assert state["glossary"]["words"] == [["trq", "torque"]]
    removed = {"short": "trq", "word": "torque", "is_accepted": False, "role": "engineer"}
    reply = await plant.client.post("/v1/memory/glossary/rulings", json=removed)
    assert "words" not in reply.json()


async def test_a_ruling_made_while_the_memory_was_busy_is_in_force_soon_after(
    local_plant: PlantRig,
) -> None:
    with local_plant.plant.database.write() as connection:
        pair = Pair("drehm", "torque")
        rule_pairs(connection, [pair], is_accepted=True, role="engineer", now_us=1)
    local_plant.plant.memory.learn()
    state = await get(local_plant, "/v1/memory/glossary")
    assert state["glossary"]["words"] == [["drehm", "torque"]]


async def test_a_new_code_is_a_new_version_that_goes_to_the_stations(plant: PlantRig) -> None:
    code = {"code": "change_bit", "kind": "correct", "text": {"en": "Change the bit"}}
    asked = {"code": code, "role": "engineer"}
    reply = await plant.client.post("/v1/memory/lists/responses/codes", json=asked)
    assert reply.status_code == 200, reply.text
    gone = await plant.client.delete("/v1/memory/lists/responses/codes/clean")
    assert gone.json()["version"] == 3
    with plant.plant.database.read() as connection:
        body = current(connection, SiteCodes.KIND, "responses")
    assert body is not None
    codes = msgspec.json.decode(body, type=SiteCodes)
    assert "change_bit" in {one.code for one in codes.offered}
    assert "clean" not in {one.code for one in codes.offered}
    state = await get(plant, "/v1/memory/lists/responses")
    assert state["health"]["choices"] == 0


async def test_a_decision_has_a_timeline_and_its_evidence(plant: PlantRig) -> None:
    await decided(plant)
    detail = await said(plant, "D-1", kind="withdrawn", why="was never done", role="lead")
    assert [one["what"] for one in detail["timeline"]] == ["decided", "recurred", "withdrawn"]
    assert detail["decision"]["outcome"] == "void"
    case = await get(plant, "/v1/memory/cases/S-1")
    assert case["evidence"][0]["pos"] == 2
    assert case["evidence"][0]["unit"] == "B-1"


async def test_an_answer_to_what_rules_judge_does_not_move_when_it_closed(
    local_plant: PlantRig,
) -> None:
    await decided(local_plant)
    await said(local_plant, "D-1", kind="answer", answer="yes")
    with local_plant.plant.database.read() as connection:
        (known,) = read_known(connection, memory_decision.c.decision == "D-1")
    assert known.verdict is not None
    assert [one.kind for one in known.said] == ["answer"]
    assert known.closed_at_us == known.verdict.closed_at_us != known.said[-1].at_us


async def test_what_is_told_beside_a_person_does_not_take_back_what_they_said(
    plant: PlantRig,
) -> None:
    await decided(plant)
    database = plant.plant.database

    def draw() -> None:
        with database.write() as connection:
            built = {"station": "ST-040", "thing": "built\tGX-200", "value": "500"}
            upsert(connection, memory_now, built)
            tell_changes(connection, cases=(), keys={KEY}, now_us=1)

    with ThreadPoolExecutor(1) as beside:
        with database.write() as connection:
            speak(connection, "D-1", "withdrawn", role="lead", why="never done", now_us=1)
            drawn = beside.submit(draw)
            if database.is_postgres:
                await somebody_waits(database)
        drawn.result()
    with database.read() as connection:
        body = current(connection, KnownDecision.KIND, "D-1")
    assert body is not None
    told = msgspec.json.decode(body, type=KnownDecision)
    assert (told.outcome, told.units_since) == (Outcome.VOID, 500)


async def test_advice_is_suspended_and_resumed_by_a_role_with_a_reason(plant: PlantRig) -> None:
    await decided(plant)
    await said(plant, "D-1", kind="suspended", why="breaks the thread", role="engineer")
    advice = await get(plant, "/v1/memory/advice", key=KEY)
    told = {one["ranked"]["response"]: one["suspended"] for one in advice}
    assert told == {"replace_tool": "breaks the thread", "clean": None}
    with plant.plant.database.read() as connection:
        body = current(connection, KnownDecision.KIND, "D-1")
    assert body is not None
    assert msgspec.json.decode(body, type=KnownDecision).suspended == "breaks the thread"
    detail = await said(plant, "D-1", kind="resumed", why="the bit was the cause")
    assert "suspended" not in detail["decision"]
    assert plant.plant.projector.rebuild()


async def test_a_decision_with_a_sign_that_no_database_holds_is_found_by_it(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    decide(station, "D\0-1", "S-1")
    await station.pushed(local_plant.client)
    detail = await get(local_plant, "/v1/memory/decisions/D%00-1")
    assert detail["decision"]["response"] == "replace_tool"


async def test_advice_without_a_key_is_told_page_by_page(plant: PlantRig) -> None:
    station = await plant.station()
    build_unit(station, "B-1")
    for number in range(3):
        open_situation(station, f"S-{number}", key=f"nok:{number}")
        decide(station, f"D-{number}", f"S-{number}", key=f"nok:{number}")
    await station.pushed(plant.client)
    first = await get(plant, "/v1/memory/advice", limit=2)
    assert [one["key"] for one in first] == ["nok:0", "nok:1"]
    (rest,) = await get(plant, "/v1/memory/advice", limit=2, after="nok:1")
    assert rest["key"] == "nok:2"
    assert await get(plant, "/v1/memory/advice", after="nok:2") == []


async def test_a_decision_that_an_instruction_took_up_points_there(local_plant: PlantRig) -> None:
    await decided(local_plant)
    asked = {"kind": "rolled_into_instruction", "decision": "D-1", "revision": "r7"}
    reply = await local_plant.client.post("/v1/memory/links", json=asked)
    assert reply.json()["decision"]["rolled_into"] == "r7"


async def test_opposite_decisions_go_to_the_engineer(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", response="set_aside", kind="contain")
    decide(station, "D-2", "S-1", response="use_as_is", kind="accept")
    await station.pushed(local_plant.client)
    (found,) = await get(local_plant, "/v1/memory/contradictions")
    assert {found["one"], found["other"]} == {"D-1", "D-2"}


async def test_what_a_card_showed_is_kept_with_what_was_followed(local_plant: PlantRig) -> None:
    await imported(local_plant)
    asked = {"text": "torque low", "situation": "S-1", "context": {"station": "ST-040"}}
    shown = (await local_plant.client.post("/v1/memory/suggest", json=asked)).text
    station = await local_plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    station.write(CardShown(situation="S-1", shown=shown))
    station.write(CasesOpened(situation="S-1", cases=("of another card",)))
    await station.pushed(local_plant.client)
    assert not (await get(local_plant, "/v1/memory/cases/S-1"))["uses"][0]["is_opened"]
    behind = tuple(json.loads(shown)["ranked"][0]["decisions"][:1])
    station.write(CasesOpened(situation="S-1", cases=behind))
    decide(station, "D-1", "S-1", response="replace_tool")
    await station.pushed(local_plant.client)
    case = await get(local_plant, "/v1/memory/cases/S-1")
    assert [(use["response"], use["followed"], use["is_opened"]) for use in case["uses"]] == [
        ("replace_tool", "yes", True)
    ]
    page = (await local_plant.client.get("/memory/cases/S-1")).text
    assert "was followed, its cases were looked at" in page
    assert local_plant.plant.projector.rebuild()
    assert case["shown"][0]["shown"] == json.loads(shown)


async def test_the_interface_is_described(local_plant: PlantRig) -> None:
    described = await get(local_plant, "/openapi.json")
    paths = [path for path in described["paths"] if path.startswith("/v1/memory/")]
    assert len(paths) >= 15
    for name in ("SearchAnswer", "DecisionDetail", "Pattern", "Shown", "CodeList"):
        assert name in described["components"]["schemas"]
