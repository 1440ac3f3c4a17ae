"""Enrolment, challenges and tokens, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from nacl.signing import SigningKey

from server.db.tables import event
from sync.wire import Enrolled
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


def stored(plant: PlantRig, table: sa.Table = event) -> list[Any]:
    with plant.plant.database.read() as connection:
        return list(connection.execute(sa.select(table).order_by(*table.primary_key)))


# --- enrolment and tokens


async def test_a_wrong_code_enrols_nobody(plant: PlantRig) -> None:
    body = {"code": "AAAA-BBBB-CCCC", "station": "ST-1", "public_key": "0" * 64}
    reply = await plant.client.post("/v1/enrol", json=body)
    assert reply.status_code == 403
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["code"] == "enrolment_refused"


async def test_an_expired_code_enrols_nobody(plant: PlantRig) -> None:
    code = plant.plant.create_enrolment_code(60)
    plant.clock.advance(61)
    body = {"code": code, "station": "ST-1", "public_key": FakeStation("x").public_key}
    assert (await plant.client.post("/v1/enrol", json=body)).status_code == 403


async def test_a_code_is_good_for_one_station_only(plant: PlantRig) -> None:
    code = plant.plant.create_enrolment_code(60)
    await FakeStation("ST-1").enrol(plant.client, code)
    body = {"code": code, "station": "ST-2", "public_key": FakeStation("x").public_key}
    reply = await plant.client.post("/v1/enrol", json=body)
    assert reply.status_code == 403
    assert "used already" in reply.json()["detail"]


async def test_a_lost_enrolment_answer_can_be_asked_for_again(plant: PlantRig) -> None:
    code = plant.plant.create_enrolment_code(60)
    station = FakeStation("ST-1")
    first = await station.enrol(plant.client, code)
    assert await station.enrol(plant.client, code) == first


async def test_a_code_is_read_from_paper(plant: PlantRig) -> None:
    code = plant.plant.create_enrolment_code(60)
    await FakeStation("ST-1").enrol(plant.client, f" {code.lower().replace('-', ' ')} ")


async def test_guessing_codes_is_slowed_down(plant: PlantRig) -> None:
    body = {"code": "WRONG", "station": "ST-1", "public_key": "0" * 64}
    for _ in range(10):
        assert (await plant.client.post("/v1/enrol", json=body)).status_code == 403
    reply = await plant.client.post("/v1/enrol", json=body)
    assert reply.status_code == 429
    plant.clock.advance(int(reply.headers["retry-after"]) + 1)
    assert (await plant.client.post("/v1/enrol", json=body)).status_code == 403


@pytest.mark.parametrize("name", ["", "a b", "ST\x0040", "../x", "x" * 65])
async def test_a_station_needs_a_plain_name(plant: PlantRig, name: str) -> None:
    body = {"code": "X", "station": name, "public_key": "0" * 64}
    assert (await plant.client.post("/v1/enrol", json=body)).status_code == 422


async def test_a_new_key_opens_a_new_epoch(plant: PlantRig) -> None:
    await plant.station("ST-1")
    again = FakeStation("ST-1")
    enrolled = await again.enrol(plant.client, plant.plant.create_enrolment_code(60))
    assert enrolled == Enrolled(
        station="ST-1",
        epoch=2,
        generation=plant.plant.identity.generation,
        plant="Plant",
        plant_key=plant.plant.identity.plant_key,
    )


async def test_a_signature_of_another_key_gets_no_token(plant: PlantRig) -> None:
    station = await plant.station("ST-1", token=False)
    station.key = SigningKey.generate()
    reply = await station.sign_in(plant.client)
    assert reply.status_code == 401
    assert "enrol it again" in reply.json()["detail"]


async def test_an_unknown_station_gets_no_token(plant: PlantRig) -> None:
    assert (await FakeStation("ST-9").sign_in(plant.client)).status_code == 401


async def test_a_challenge_is_good_once_and_not_for_long(plant: PlantRig) -> None:
    station = await plant.station("ST-1", token=False)
    asked = await plant.client.post("/v1/token/challenge", json={"station": "ST-1"})
    nonce = asked.json()["nonce"]
    signature = station.key.sign(b"asbuilt/token/1\0" + nonce.encode()).signature.hex()
    answer = {"station": "ST-1", "nonce": nonce, "signature": signature}
    assert (await plant.client.post("/v1/token", json=answer)).status_code == 200
    assert (await plant.client.post("/v1/token", json=answer)).status_code == 401
    asked = await plant.client.post("/v1/token/challenge", json={"station": "ST-1"})
    plant.clock.advance(61)
    nonce = asked.json()["nonce"]
    signature = station.key.sign(b"asbuilt/token/1\0" + nonce.encode()).signature.hex()
    answer = {"station": "ST-1", "nonce": nonce, "signature": signature}
    assert (await plant.client.post("/v1/token", json=answer)).status_code == 401


async def test_a_token_expires_by_the_servers_clock(plant: PlantRig) -> None:
    station = await plant.station()
    plant.clock.advance(15 * 60 + 1)
    reply = await station.push(plant.client)
    assert reply.status_code == 401
    assert "expired" in reply.json()["detail"]
    assert reply.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("token", ["", "nonsense", "ÄÖ", "AAAA" * 30])
async def test_a_made_up_token_is_refused(plant: PlantRig, token: str) -> None:
    headers = {b"Authorization": f"Bearer {token}".encode()}
    reply = await plant.client.get("/v1/sync/snapshot", headers=headers)
    assert reply.status_code == 401


async def test_an_old_keys_token_is_void_after_a_new_enrolment(plant: PlantRig) -> None:
    old = await plant.station("ST-1")
    await plant.station("ST-1")
    assert (await old.push(plant.client)).status_code == 401


async def test_a_station_cannot_push_for_another(plant: PlantRig) -> None:
    mine, other = await plant.station("ST-1"), await plant.station("ST-2")
    other.notes(1)
    other.token = mine.token
    assert (await other.push(plant.client)).status_code == 403
    assert stored(plant) == []
