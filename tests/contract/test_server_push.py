"""Push: everything once, in order, or exactly why not; on both databases."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import pytest
import sqlalchemy as sa
from msgspec import Raw
from nacl.signing import SigningKey

from app.domain.envelope import GENESIS, chain_hash, decode_envelope
from app.domain.events import NoteWritten
from server.db.tables import event, forked_event
from server.read.projector import Projector
from sync.wire import MAX_EVENTS_PER_PUSH, MAX_PUSH_BYTES, PushedEvent
from tests.helpers.plant_station import HOLD, FakeStation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


def stored(plant: PlantRig, table: sa.Table = event) -> list[Any]:
    with plant.plant.database.read() as connection:
        return list(connection.execute(sa.select(table).order_by(*table.primary_key)))


# --- push


async def test_what_is_pushed_is_stored_byte_for_byte(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(3)
    answer = await station.pushed(plant.client)
    assert (answer.high_water, answer.hash_at_high_water) == (3, station.prev_hash)
    assert answer.generation == plant.plant.identity.generation
    rows = stored(plant)
    assert [row.pos for row in rows] == [1, 2, 3]
    assert [bytes(row.raw) for row in rows] == [bytes(one.envelope) for one in station.written]


async def test_a_repeated_push_is_a_success_and_changes_nothing(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(3)
    first = await station.pushed(plant.client)
    before = stored(plant)
    assert await station.pushed(plant.client) == first
    assert stored(plant) == before


async def test_an_overlapping_push_adds_only_what_is_new(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(5)
    await station.pushed(plant.client, station.push_of(1, 3))
    answer = await station.pushed(plant.client, station.push_of(2, 5))
    assert answer.high_water == 5
    assert [row.seq for row in stored(plant)] == [1, 2, 3, 4, 5]


async def test_an_older_push_that_arrives_late_is_a_success(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(5)
    await station.pushed(plant.client)
    answer = await station.pushed(plant.client, station.push_of(1, 2))
    assert (answer.high_water, answer.hash_at_high_water) == (5, station.prev_hash)


async def test_a_gap_is_refused_and_says_where_to_go_on(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(5)
    await station.pushed(plant.client, station.push_of(1, 2))
    conflict = await station.refused(plant.client, station.push_of(4, 5))
    assert (conflict.reason, conflict.high_water) == ("gap", 2)
    assert conflict.hash_at_high_water == station.hash_at(2)
    assert len(stored(plant)) == 2


async def test_an_empty_push_asks_where_the_server_is(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(2)
    await station.pushed(plant.client)
    assert (await station.pushed(plant.client, station.push_of(3))).high_water == 2


async def test_a_fork_keeps_both_sides_and_asks_a_person(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(3)
    await station.pushed(plant.client)
    ours = stored(plant)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    twin.notes(2)
    twin.write(NoteWritten(text="another history"))
    twin.notes(1)
    conflict = await twin.refused(plant.client)
    assert conflict.reason == "fork"
    assert (conflict.high_water, conflict.hash_at_high_water) == (3, station.prev_hash)
    assert stored(plant) == ours
    kept = stored(plant, forked_event)
    assert [row.hash for row in kept] == [one.hash for one in twin.written]
    found = (await plant.client.get("/v1/situations")).json()
    assert [one["kind"] for one in found] == ["fork"]
    assert await twin.refused(plant.client) == conflict
    assert len(stored(plant, forked_event)) == len(kept)


async def test_a_fork_behind_the_high_water_is_seen(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(4)
    await station.pushed(plant.client)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    twin.write(NoteWritten(text="another history"))
    twin.notes(5)
    conflict = await twin.refused(plant.client, twin.push_of(5, 6))
    assert conflict.reason == "fork"


async def test_a_forked_station_goes_on_in_a_new_epoch(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(2)
    await station.pushed(plant.client)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    twin.write(NoteWritten(text="another history"))
    await twin.refused(plant.client)
    enrolled = await twin.enrol(plant.client, plant.plant.create_enrolment_code(60))
    assert enrolled.epoch == 2
    fresh = FakeStation("ST-040", key=station.key, token=station.token, epoch=2)
    fresh.prev_hash = twin.prev_hash
    pushed = fresh.write(NoteWritten(text="on we go"))
    answer = await fresh.pushed(plant.client, fresh.push_of(prev_hash=twin.prev_hash))
    assert (answer.epoch, answer.hash_at_high_water) == (2, pushed.hash)


async def test_the_first_epoch_starts_at_the_beginning(plant: PlantRig) -> None:
    station = await plant.station()
    station.prev_hash = "1" * 64
    station.notes(1)
    conflict = await station.refused(plant.client, station.push_of(prev_hash="1" * 64))
    assert conflict.reason == "chain"


async def test_a_tampered_event_breaks_the_chain(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(3)
    good = station.written[1]
    raw = bytes(good.envelope).replace(b"note 1", b"note 7")
    station.written[1] = PushedEvent(good.hash, Raw(raw))
    conflict = await station.refused(plant.client)
    assert conflict.reason == "chain"
    assert "seq 2" in conflict.detail
    assert stored(plant) == []


async def test_a_tampered_event_with_a_new_hash_breaks_the_next_link(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(3)
    raw = bytes(station.written[1].envelope).replace(b"note 1", b"note 7")
    new_hash = chain_hash(station.written[0].hash, raw)
    station.written[1] = PushedEvent(new_hash, Raw(raw))
    conflict = await station.refused(plant.client)
    assert (conflict.reason, "seq 3" in conflict.detail) == ("chain", True)


async def test_an_event_that_is_no_text_is_refused_before_anybody_has_to_read_it(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    station.notes(1)
    station.write(Raw(b'{"text":"\xff"}'), kind=NoteWritten.KIND)
    conflict = await station.refused(plant.client)
    assert (conflict.reason, "seq 2: not a readable" in conflict.detail) == ("chain", True)
    assert stored(plant) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"station": "ST-9"}, "written by ST-9"),
        ({"epoch": 4}, "epoch 4"),
        ({"seq": 9}, "seq 9"),
        ({"prev_hash": "0" * 64}, "hash before"),
        ({"at": 2**70}, "out of range"),
    ],
)
async def test_an_event_must_say_where_it_stands(
    plant: PlantRig, changes: dict[str, Any], said: str
) -> None:
    station = await plant.station()
    station.notes(1)
    station.write(NoteWritten(text="odd"), **changes)
    conflict = await station.refused(plant.client)
    assert (conflict.reason, said in conflict.detail) == ("chain", True)


async def test_an_unsigned_head_is_refused(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(2)
    stranger = SigningKey.generate().sign(b"x").signature.hex()
    for signature in (stranger, "", "zz"):
        push = station.push_of(head_signature=signature)
        assert (await station.refused(plant.client, push)).reason == "signature"
    assert stored(plant) == []


async def test_an_epoch_never_enrolled_is_refused(plant: PlantRig) -> None:
    station = await plant.station()
    station.epoch = 7
    station.notes(1)
    assert (await station.refused(plant.client)).reason == "epoch"


async def test_no_event_stands_in_the_log_twice(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    one.notes(1)
    await one.pushed(plant.client)
    other.write(NoteWritten(text="copy"), event_id="ST-1-1-1")
    conflict = await other.refused(plant.client)
    assert (conflict.reason, "ST-1" in conflict.detail) == ("fork", True)


async def test_what_we_do_not_know_is_stored_all_the_same(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(Raw(b'{"from":"a newer release"}'))
    station.write(Raw(b'{"text":7}'), kind="note.written")
    station.write(NoteWritten(text="nul \0 inside"), kind="note.written")
    assert (await station.pushed(plant.client)).high_water == 3
    found = (await plant.client.get("/v1/situations")).json()
    assert {one["kind"] for one in found} == {"unreadable", "unknown_kind"}
    assert "note.written, seq 2" in found[0]["detail"]


async def test_too_many_events_at_once_are_refused(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(MAX_EVENTS_PER_PUSH + 1)
    assert (await station.push(plant.client)).status_code == 413
    push = station.push_of(1, MAX_EVENTS_PER_PUSH)
    assert (await station.pushed(plant.client, push)).high_water == MAX_EVENTS_PER_PUSH


async def test_a_newer_protocol_is_refused_in_words(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(1)
    reply = await station.push(plant.client, station.push_of(protocol=2))
    assert reply.status_code == 400
    assert "update the server first" in reply.json()["detail"]


async def test_two_stations_push_at_once_and_positions_have_no_holes(plant: PlantRig) -> None:
    stations = [await plant.station(f"ST-{number}") for number in range(4)]
    for station in stations:
        station.notes(20)
    pushes = [
        station.pushed(plant.client, station.push_of(1, last))
        for last in (5, 20)
        for station in stations
    ]
    await asyncio.gather(*pushes)
    rows = stored(plant)
    assert [row.pos for row in rows] == list(range(1, 81))
    for station in stations:
        mine = [row.hash for row in rows if row.station == station.name]
        assert mine == [one.hash for one in station.written]


async def test_a_full_push_stays_linked_when_read_back(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(50)
    await station.pushed(plant.client)
    prev = GENESIS
    for row in stored(plant):
        assert decode_envelope(bytes(row.raw)).prev_hash == prev
        prev = chain_hash(prev, bytes(row.raw))
        assert row.hash == prev


# --- bodies


async def test_a_gzip_body_is_understood(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(2)
    content = gzip.compress(msgspec.json.encode(station.push_of()))
    headers = station.headers | {"Content-Encoding": "gzip"}
    reply = await plant.client.post("/v1/sync/push", content=content, headers=headers)
    assert reply.status_code == 200


async def test_a_gzip_bomb_is_stopped(plant: PlantRig) -> None:
    station = await plant.station()
    content = gzip.compress(b" " * (MAX_PUSH_BYTES * 50))
    headers = station.headers | {"Content-Encoding": "gzip"}
    reply = await plant.client.post("/v1/sync/push", content=content, headers=headers)
    assert reply.status_code == 413


async def test_a_damaged_gzip_body_is_refused(plant: PlantRig) -> None:
    station = await plant.station()
    packed = gzip.compress(msgspec.json.encode(station.push_of()))
    headers = station.headers | {"Content-Encoding": "gzip"}
    for content in (packed[:-9], b"not gzip"):
        reply = await plant.client.post("/v1/sync/push", content=content, headers=headers)
        assert reply.status_code == 400


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"{", 400), (b"[]", 422), (b"{}", 422), (b"x" * (MAX_PUSH_BYTES + 1), 413)],
)
async def test_a_body_that_is_no_push_is_refused(
    plant: PlantRig, content: bytes, status: int
) -> None:
    station = await plant.station()
    reply = await plant.client.post("/v1/sync/push", content=content, headers=station.headers)
    assert (reply.status_code, reply.json()["status"]) == (status, status)


async def test_an_unknown_encoding_is_refused(plant: PlantRig) -> None:
    headers = {"Content-Encoding": "br"}
    assert (await plant.client.post("/v1/enrol", content=b"x", headers=headers)).status_code == 415


# --- texts and numbers no sane caller sends


@pytest.mark.parametrize("text", ["\0", "a\0b", "%", "_", "\x1f", "a/b", "é" * 300, "'; --"])
async def test_odd_texts_are_answered_not_crashed_on(plant: PlantRig, text: str) -> None:
    quoted = quote(text, safe="")
    client = plant.client
    station = await plant.station()
    station.build(text, order=text, gears=text)
    await station.pushed(client)
    for path, status in {
        f"/v1/units/{quoted}": 200,
        f"/v1/units/{quoted}/record.pdf": 200,
        f"/v1/where-used/{quoted}": 200,
        f"/v1/units?order={quoted}": 200,
        f"/v1/orders/{quoted}": 404,
        f"/units/{quoted}": 200,
        f"/find?q={quoted}": None,
        "/": 200,
    }.items():
        reply = await client.get(path)
        assert reply.status_code in ((200, 303) if status is None else (status,)), path
    asked = await client.post("/v1/token/challenge", json={"station": text})
    answer = {"station": text, "nonce": asked.json()["nonce"], "signature": "00"}
    assert (await client.post("/v1/token", json=answer)).status_code == 401
    hold = msgspec.structs.replace(HOLD, hold=text, lot=text)
    reply = await client.put(f"/v1/documents/hold/{quoted}", content=msgspec.json.encode(hold))
    assert reply.status_code == 200
    assert Projector(plant.plant.database).rebuild()


@pytest.mark.parametrize("changes", [{"from_seq": 0}, {"from_seq": 2**80}, {"epoch": 2**80}])
async def test_numbers_out_of_range_are_refused(plant: PlantRig, changes: dict[str, int]) -> None:
    station = await plant.station()
    station.notes(1)
    push = msgspec.structs.replace(station.push_of(), **changes)
    assert (await station.push(plant.client, push)).status_code == 422


async def test_wild_clocks_are_kept_and_shown(plant: PlantRig) -> None:
    station = await plant.station()
    for at in (0, -(2**62), 2**62):
        station.at_us = at
        station.build(f"U{at}", gears=f"G{at}")
    push = station.push_of(sent_at=-(2**80))
    assert (await station.pushed(plant.client, push)).high_water == len(station.written)
    for path in ("/", "/units", "/stations", f"/units/U{2**62}", f"/v1/units/U{-(2**62)}"):
        assert (await plant.client.get(path)).status_code == 200, path
