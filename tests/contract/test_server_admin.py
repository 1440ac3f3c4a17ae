"""What administrators do, who counts as one, and the order import; on both databases."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from server.settings import Settings
from tests.helpers.plant_rig import running_plant
from tests.helpers.plant_station import HOLD, INSTRUCTION, INSTRUCTION_BYTES, ORDER, REVISION

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

SCHEDULE = (Path(__file__).parents[1] / "fixtures/b2mml/schedule-v0700.xml").read_bytes()
HEADER = "order,product,variant,quantity,instruction"


async def import_file(plant: PlantRig, content: bytes, form: str = "csv") -> dict[str, object]:
    path = f"/v1/orders/import?format={form}"
    reply = await plant.client.post(path, content=content)
    assert reply.status_code == 200, reply.text
    return dict(reply.json())


async def test_an_order_file_is_imported_once(plant: PlantRig) -> None:
    assert await import_file(plant, SCHEDULE, "b2mml") == {
        "orders": ["PO-100482", "PO-100490"],
        "created": 2,
        "changed": 0,
        "unchanged": 0,
    }
    changed = SCHEDULE.replace(b">25.000<", b">26<")
    again = await import_file(plant, changed, "b2mml")
    assert (again["created"], again["changed"], again["unchanged"]) == (0, 1, 1)
    orders = (await plant.client.get("/v1/orders")).json()
    assert [(one["order"]["order"], one["order"]["quantity"]) for one in orders] == [
        ("PO-100482", 40),
        ("PO-100490", 26),
    ]


async def test_a_file_with_one_wrong_row_imports_nothing(plant: PlantRig) -> None:
    text = f"{HEADER}\nPO-1,G,B,2,m\nPO-2,G,B,two,\n"
    reply = await plant.client.post("/v1/orders/import?format=csv", content=text.encode())
    assert reply.status_code == 422
    assert reply.json()["errors"] == [
        {"row": 3, "field": "quantity", "message": "'two' is not a whole number from 1"},
        {"row": 3, "field": "instruction", "message": "is empty"},
    ]
    assert (await plant.client.get("/v1/orders")).json() == []


async def test_a_documents_time_without_a_zone_is_utc(local_plant: PlantRig) -> None:
    lot = {"lot": "L-1", "part": "SKF-6204", "opened_at": "2026-11-20T08:00:00"}
    assert (await local_plant.client.put("/v1/documents/lot/L-1", json=lot)).status_code == 200
    (stands,) = (await local_plant.client.get("/v1/documents/lot")).json()
    assert stands["body"]["opened_at"] == "2026-11-20T08:00:00Z"


async def test_an_unknown_format_is_refused(plant: PlantRig) -> None:
    reply = await plant.client.post("/v1/orders/import?format=xlsx", content=b"x")
    assert reply.status_code == 422
    assert "b2mml or csv" in reply.json()["detail"]


@pytest.mark.parametrize(
    ("path", "body", "status", "said"),
    [
        ("hold/H-1", b"{}", 422, "hold"),
        ("hold/H-1", msgspec.json.encode(HOLD), 422, "names 'H-0093'"),
        ("weather/x", b"{}", 404, "effective, escalation"),
        ("order/PO-1", b"nonsense", 400, "not JSON"),
    ],
)
async def test_a_document_must_be_what_it_says(
    plant: PlantRig, path: str, body: bytes, status: int, said: str
) -> None:
    reply = await plant.client.put(f"/v1/documents/{path}", content=body)
    assert reply.status_code == status
    assert said in reply.json()["detail"]


async def test_documents_can_be_listed(plant: PlantRig) -> None:
    await plant.publish(HOLD)
    listed = (await plant.client.get("/v1/documents/hold")).json()
    assert [(one["key"], one["pos"]) for one in listed] == [("H-0093", 1)]
    assert listed[0]["body"]["reason"] == "noise at run-in"


async def test_an_instruction_needs_its_pictures_first(plant: PlantRig) -> None:
    picture = b"a drawing"
    sha256 = hashlib.sha256(picture).hexdigest()
    content = msgspec.json.encode(msgspec.structs.replace(INSTRUCTION, blobs=(sha256,)))
    reply = await plant.client.post("/v1/instructions", content=content)
    assert (reply.status_code, reply.json()["missing"]) == (409, [sha256])
    await plant.client.put(f"/v1/blobs/{sha256}", content=picture)
    assert (await plant.client.post("/v1/instructions", content=content)).is_success


async def test_an_instruction_reaches_stations_byte_for_byte(plant: PlantRig) -> None:
    station = await plant.station()
    pretty = msgspec.json.format(INSTRUCTION_BYTES, indent=2)
    for content in (INSTRUCTION_BYTES, pretty, pretty, INSTRUCTION_BYTES):
        reply = await plant.client.post("/v1/instructions", content=content)
        assert reply.json()["revision"] == hashlib.sha256(content).hexdigest()
    feed = await station.feed(plant.client)
    found = [(item.kind, item.key) for item in feed.items]
    other = hashlib.sha256(pretty).hexdigest()
    assert found == [
        ("instruction", REVISION),
        ("effective", "gearbox-mount"),
        ("instruction", other),
        ("effective", "gearbox-mount"),
        ("effective", "gearbox-mount"),
    ]
    assert bytes(feed.items[0].body) == INSTRUCTION_BYTES
    assert hashlib.sha256(bytes(feed.items[2].body)).hexdigest() == other


async def test_white_space_around_an_instruction_is_refused(plant: PlantRig) -> None:
    reply = await plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES + b"\n")
    assert reply.status_code == 422
    assert "white space" in reply.json()["detail"]


async def test_an_enrolment_code_can_be_asked_for(plant: PlantRig) -> None:
    reply = await plant.client.post("/v1/enrolment-codes", json={"valid_s": 60})
    assert (reply.status_code, len(reply.json()["code"])) == (200, 14)
    assert (await plant.client.post("/v1/enrolment-codes")).json()["valid_s"] == 3600
    for valid_s in (0, 10**9):
        reply = await plant.client.post("/v1/enrolment-codes", json={"valid_s": valid_s})
        assert reply.status_code == 422


# --- who is an administrator


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
        {"Host": "plant.example"},
        {"Host": "evil.example:8700"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Authorization": "Bearer wrong"},
    ],
)
async def test_what_only_looks_local_is_refused(
    local_plant: PlantRig, headers: dict[str, str]
) -> None:
    address = "10.0.0.7" if "Authorization" in headers else "127.0.0.1"
    async with local_plant.caller(address) as client:
        reply = await client.post("/v1/enrolment-codes", headers=headers)
        assert reply.status_code == 403
        assert "admin.token" in reply.json()["detail"]
        assert (await client.get("/v1/orders", headers=headers)).status_code == 403
        assert (await client.get("/", headers=headers)).status_code == 403


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1"])
async def test_this_machine_is_an_administrator(local_plant: PlantRig, address: str) -> None:
    async with local_plant.caller(address) as client:
        headers = {"Host": "localhost:8700", "Origin": "http://localhost:8700"}
        assert (await client.post("/v1/enrolment-codes", headers=headers)).is_success


async def test_the_administrators_token_opens_from_anywhere(local_plant: PlantRig) -> None:
    file = local_plant.plant.settings.data_dir / "admin.token"
    assert file.stat().st_mode & 0o777 == 0o600
    headers = {"Authorization": f"Bearer {file.read_text().strip()}", "Host": "plant:8700"}
    async with local_plant.caller("10.0.0.7") as client:
        assert (await client.post("/v1/enrolment-codes", headers=headers)).is_success
        assert (await client.get("/v1/orders", headers=headers)).is_success


async def test_a_stations_token_does_not_administer(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    async with local_plant.caller("10.0.0.7") as client:
        reply = await client.post("/v1/enrolment-codes", headers=station.headers)
        assert reply.status_code == 403


async def test_a_board_may_look_where_the_plant_says_so(tmp_path: Path) -> None:
    settings = Settings(tmp_path, reading="everyone")
    async with running_plant(settings) as rig, rig.caller("10.0.0.7") as client:
        assert (await client.get("/")).status_code == 200
        assert (await client.get("/v1/orders")).status_code == 200
        assert (await client.post("/v1/orders/import", content=b"x")).status_code == 403
        assert (await client.get("/v1/documents/person")).status_code == 403


# --- the rest of the API


async def test_health_is_open_to_monitoring(local_plant: PlantRig) -> None:
    await local_plant.publish(ORDER)
    async with local_plant.caller("10.0.0.7") as client:
        health = (await client.get("/v1/health")).json()
    assert (health["ok"], health["documents"], health["behind"]) == (True, 1, 0)


async def test_every_reference_of_the_api_description_resolves(local_plant: PlantRig) -> None:
    described = (await local_plant.client.get("/openapi.json")).json()
    assert {"/v1/orders/import", "/v1/sync/push", "/v1/units/{serial}"} <= set(described["paths"])
    schemas = described["components"]["schemas"]
    assert {"Push", "UnitRecord", "Order"} <= set(schemas)

    def references(node: object) -> list[str]:
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [ref for value in node.values() for ref in references(value)]
        if isinstance(node, list):
            return [ref for value in node for ref in references(value)]
        return []

    names = {ref.removeprefix("#/components/schemas/") for ref in references(described)}
    assert names
    assert names <= set(schemas)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("DELETE", "/v1/orders", 405),
        ("GET", "/v1/units?limit=0", 422),
        ("GET", "/v1/units?limit=x", 422),
        ("GET", "/v1/where-used/nothing", 404),
        ("GET", "/v1/units/x/record.pdf", 404),
    ],
)
async def test_errors_are_problem_details(
    local_plant: PlantRig, method: str, path: str, status: int
) -> None:
    reply = await local_plant.client.request(method, path)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    body = reply.json()
    assert {"type", "title", "status", "detail", "code"} <= set(body)
    assert body["status"] == status
