"""Push, feed and identity, on both databases."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import msgspec
import pytest
import sqlalchemy as sa
from msgspec import Raw
from nacl.signing import SigningKey

from app.domain.envelope import GENESIS, chain_hash, decode_envelope
from app.domain.events import NoteWritten
from server.db.tables import event, feed, forked_event
from server.log.feed import Document, publish
from server.main import create_app
from server.plant import open_plant
from server.read.projector import Projector
from sync.wire import MAX_EVENTS_PER_PUSH, MAX_PUSH_BYTES, Enrolled, FeedConflict, PushedEvent
from tests.helpers.plant_rig import URL
from tests.helpers.plant_station import HOLD, ORDER, FakeStation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


def stored(plant: PlantRig, table: sa.Table = event) -> list[Any]:
    with plant.plant.database.read() as connection:
        return list(connection.execute(sa.select(table).order_by(*table.primary_key)))


async def somebody_waits(plant: PlantRig) -> None:
    while not plant.plant.waker.waiting:  # noqa: ASYNC110 - the request needs its turns
        await asyncio.sleep(0)


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
    assert [one["kind"] for one in found] == ["unreadable"]
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


# --- feed


async def test_the_feed_brings_documents_in_order(plant: PlantRig) -> None:
    station = await plant.station()
    await plant.publish(ORDER)
    await plant.publish(HOLD)
    answer = await station.feed(plant.client)
    assert [(item.pos, item.kind, item.key) for item in answer.items] == [
        (1, "order", "PO-100482"),
        (2, "hold", "H-0093"),
    ]
    assert (answer.after, answer.up_to, answer.head) == (0, 2, 2)
    rest = await station.feed(plant.client, after=1)
    assert [item.pos for item in rest.items] == [2]


async def test_a_document_that_says_nothing_new_is_not_published_again(plant: PlantRig) -> None:
    await plant.publish(ORDER)
    await plant.publish(ORDER)
    assert len(stored(plant, feed)) == 1


async def test_a_withdrawn_document_comes_as_null(plant: PlantRig) -> None:
    station = await plant.station()
    await plant.publish(HOLD)
    assert (await plant.client.delete("/v1/documents/hold/H-0093")).status_code == 200
    answer = await station.feed(plant.client, after=1)
    assert [bytes(item.body) for item in answer.items] == [b"null"]
    assert (await station.snapshot(plant.client)).items == ()
    assert (await plant.client.delete("/v1/documents/hold/H-0093")).status_code == 404


async def test_the_feed_is_cut_into_pages(plant: PlantRig) -> None:
    station = await plant.station()
    for number in range(5):
        await plant.publish(msgspec.structs.replace(ORDER, order=f"PO-{number}"))
    first = await station.feed(plant.client, limit=2)
    assert (first.up_to, first.head) == (2, 5)
    seen = [item.pos for item in first.items]
    while seen[-1] < first.head:
        seen += [item.pos for item in (await station.feed(plant.client, seen[-1], limit=2)).items]
    assert seen == [1, 2, 3, 4, 5]


async def test_positions_of_the_feed_have_no_holes_after_a_rollback(plant: PlantRig) -> None:
    await plant.publish(ORDER)
    with pytest.raises(RuntimeError, match="power cut"):
        publish_then_fail(plant)
    await plant.publish(HOLD)
    assert [row.pos for row in stored(plant, feed)] == [1, 2]


def publish_then_fail(plant: PlantRig) -> None:
    with plant.plant.database.write() as connection:
        publish(connection, [Document("hold", "X", b"{}")], now_us=1)
        message = "power cut"
        raise RuntimeError(message)


async def test_a_waiting_station_is_woken_by_a_document(plant: PlantRig) -> None:
    station = await plant.station()
    loop = asyncio.get_running_loop()
    began = loop.time()
    waiting = asyncio.create_task(station.feed(plant.client, wait_s=25))
    await somebody_waits(plant)
    await plant.publish(HOLD)
    answer = await waiting
    assert [item.key for item in answer.items] == ["H-0093"]
    assert loop.time() - began < 10


async def test_a_wait_without_news_ends_empty_in_time(plant: PlantRig) -> None:
    station = await plant.station()
    answer = await station.feed(plant.client, wait_s=1)
    assert (answer.items, answer.up_to) == ((), 0)


async def test_a_stopping_server_lets_waiting_stations_go(plant: PlantRig) -> None:
    station = await plant.station()
    waiting = asyncio.create_task(station.feed(plant.client, wait_s=25))
    await somebody_waits(plant)
    plant.plant.waker.close()
    assert (await waiting).items == ()


@pytest.mark.parametrize(("generation", "after"), [("another", 0), ("", 0), (None, 9)])
async def test_a_cursor_of_another_life_is_sent_to_the_snapshot(
    plant: PlantRig, generation: str | None, after: int
) -> None:
    station = await plant.station()
    await plant.publish(ORDER)
    ours = plant.plant.identity.generation
    params: dict[str, str | int] = {
        "generation": ours if generation is None else generation,
        "after": after,
    }
    reply = await plant.client.get("/v1/sync/feed", params=params, headers=station.headers)
    assert reply.status_code == 409
    conflict = msgspec.json.decode(reply.content, type=FeedConflict)
    assert conflict.reason == ("cursor" if generation is None else "generation")
    assert conflict.generation == ours
    snapshot = await station.snapshot(plant.client)
    assert (snapshot.generation, snapshot.pos) == (ours, 1)
    assert [item.key for item in snapshot.items] == ["PO-100482"]


async def test_a_snapshot_and_the_feed_after_it_make_the_whole(plant: PlantRig) -> None:
    station = await plant.station()
    await plant.publish(ORDER)
    snapshot = await station.snapshot(plant.client)
    await plant.publish(HOLD)
    rest = await station.feed(plant.client, after=snapshot.pos)
    assert [item.key for item in (*snapshot.items, *rest.items)] == ["PO-100482", "H-0093"]


@pytest.mark.parametrize("text", ["-1", "x", "1.5"])
async def test_a_cursor_must_be_a_number(plant: PlantRig, text: str) -> None:
    station = await plant.station()
    params = {"generation": station.generation, "after": text}
    reply = await plant.client.get("/v1/sync/feed", params=params, headers=station.headers)
    assert reply.status_code == 422


# --- blobs


async def test_a_blob_is_kept_under_its_hash(plant: PlantRig) -> None:
    station = await plant.station()
    content = b"a picture"
    path = f"/v1/blobs/{hashlib.sha256(content).hexdigest()}"
    remote = plant.caller("10.0.0.7")
    assert (await remote.head(path, headers=station.headers)).status_code == 404
    put = await remote.put(path, content=content, headers=station.headers)
    assert put.status_code == 204
    assert (await remote.head(path, headers=station.headers)).status_code == 204
    assert (await remote.get(path, headers=station.headers)).content == content
    assert (await remote.get(path)).status_code == 403
    assert (await remote.put(path, content=content)).status_code == 403


async def test_a_blob_damaged_on_the_way_is_refused(plant: PlantRig) -> None:
    path = f"/v1/blobs/{hashlib.sha256(b'a picture').hexdigest()}"
    assert (await plant.client.put(path, content=b"a pictur")).status_code == 422
    assert (await plant.client.head(path)).status_code == 404


async def test_a_blob_damaged_on_disk_is_not_handed_out(plant: PlantRig) -> None:
    content = b"a picture"
    sha256 = hashlib.sha256(content).hexdigest()
    await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    file = plant.plant.settings.data_dir / "blobs" / sha256[:2] / sha256
    file.write_bytes(b"a pictura")
    assert (await plant.client.get(f"/v1/blobs/{sha256}")).status_code == 404
    await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    assert (await plant.client.get(f"/v1/blobs/{sha256}")).content == content


@pytest.mark.parametrize("name", ["abc", "..%2f..%2fplant.db", "G" * 64])
async def test_a_blob_has_a_hash_for_a_name(plant: PlantRig, name: str) -> None:
    assert (await plant.client.get(f"/v1/blobs/{name}")).status_code in {404, 422}


async def test_the_server_names_the_blobs_it_lacks(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("0418-77231")
    answer = await station.pushed(plant.client)
    assert len(answer.missing_blobs) == 4
    content = b"not that one"
    sha256 = hashlib.sha256(content).hexdigest()
    await plant.client.put(f"/v1/blobs/{sha256}", content=content)
    assert (await station.pushed(plant.client)).missing_blobs == answer.missing_blobs


# --- a server that came from a backup


async def test_a_restored_server_has_a_new_generation_and_gets_the_rest_again(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    station.notes(3)
    before = await station.pushed(plant.client)
    restored = open_plant(plant.plant.settings, is_restored=True, now_us=plant.clock.now_us)
    app = create_app(plant.plant.settings, plant=restored)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=URL) as client:
        station.notes(2)
        answer = await station.pushed(client, station.push_of(4))
        assert (answer.high_water, answer.generation != before.generation) == (5, True)
        params = {"generation": before.generation, "after": "0"}
        reply = await client.get("/v1/sync/feed", params=params, headers=station.headers)
        assert (reply.status_code, reply.json()["generation"]) == (409, answer.generation)
    restored.close()


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
