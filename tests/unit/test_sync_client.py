"""The client against a server that misbehaves: over HTTP messages, without a network."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import httpx
import msgspec
import pytest

from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.ports.sync import FeedMark, PushMark, SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from sync.client import Pace, SyncClient
from sync.identity import Enrolment, Identity
from sync.wire import Push
from tests.helpers.journal_rig import STATION, FakeClock, curve, make_store, note
from tests.helpers.patience import PATIENT_S

Answer: TypeAlias = httpx.Response | Exception
URL = "http://plant.test"
GENERATION = "g1"

#: Nearly everything here goes wrong on purpose, and says so in the log.
pytestmark = pytest.mark.allow_warnings


@dataclass(slots=True)
class FakePlant:
    """Answers as the wire contract says, unless told otherwise for a while."""

    chain: list[str] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)
    #: Kept beside the chain.
    kept: list[str] = field(default_factory=list)
    generation: str = GENERATION
    tokens: int = 0
    token_is_good: bool = True
    pushes: list[Push] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    #: For a path's start: answers to give instead, in turn.
    instead: dict[str, list[Answer]] = field(default_factory=dict)
    most_events: int = 500

    async def handle(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(f"{request.method} {path}")
        for start, answers in self.instead.items():
            if path.startswith(start) and answers:
                answer = answers.pop(0)
                if isinstance(answer, Exception):
                    raise answer
                return answer
        if path.startswith("/v1/token"):
            return self._token(path)
        if not self.token_is_good:
            self.token_is_good = True
            return httpx.Response(401)
        if path.startswith("/v1/blobs/"):
            return self._blob(request, path.rsplit("/", 1)[1])
        if request.method == "POST":
            return self._push(request) if path == "/v1/sync/push" else self._keep(request)
        return await self._feed(request, path)

    def _token(self, path: str) -> httpx.Response:
        if path.endswith("challenge"):
            return httpx.Response(200, json={"nonce": "00ff"})
        self.tokens += 1
        return httpx.Response(200, json={"token": f"t{self.tokens}", "expires_in_s": 900})

    def _push(self, request: httpx.Request) -> httpx.Response:
        push = msgspec.json.decode(gzip.decompress(request.content), type=Push)
        if len(push.events) > self.most_events:
            return httpx.Response(413, json={"title": "too large"})
        self.pushes.append(push)
        if push.from_seq > len(self.chain) + 1:
            return httpx.Response(409, json=self._marks(push.epoch) | {"reason": "gap"})
        self.chain[push.from_seq - 1 :] = [event.hash for event in push.events]
        return httpx.Response(200, json=self._marks(push.epoch) | {"server_time": 0})

    def _keep(self, request: httpx.Request) -> httpx.Response:
        push = msgspec.json.decode(gzip.decompress(request.content), type=Push)
        self.kept += [event.hash for event in push.events]
        kept = {
            "high_water": push.from_seq + len(push.events) - 1,
            "hash_at_high_water": self.kept[-1] if self.kept else "0" * 64,
        }
        return httpx.Response(200, json=self._marks(push.epoch) | kept | {"server_time": 0})

    def _marks(self, epoch: int) -> dict[str, str | int]:
        return {
            "generation": self.generation,
            "epoch": epoch,
            "high_water": len(self.chain),
            "hash_at_high_water": self.chain[-1] if self.chain else "0" * 64,
        }

    async def _feed(self, request: httpx.Request, path: str) -> httpx.Response:
        if path == "/v1/sync/snapshot":
            return httpx.Response(200, json=self._empty() | {"pos": 0})
        if request.url.params["generation"] != self.generation:
            conflict = {"reason": "generation", "generation": self.generation}
            return httpx.Response(409, json=conflict)
        if request.url.params["wait_s"] != "0":
            await asyncio.Event().wait()  # nothing ever happens at this plant
        return httpx.Response(200, json=self._empty() | {"after": 0, "up_to": 0, "head": 0})

    def _empty(self) -> dict[str, object]:
        return {"generation": self.generation, "items": [], "server_time": 0}

    def _blob(self, request: httpx.Request, sha256: str) -> httpx.Response:
        if request.method == "PUT":
            self.blobs[sha256] = request.content
            return httpx.Response(204)
        content = self.blobs.get(sha256)
        return httpx.Response(404) if content is None else httpx.Response(200, content=content)


@dataclass(slots=True)
class Rig:
    journal: SqliteJournal
    outbox: SqliteOutbox
    blobs: BlobFiles
    plant: FakePlant
    client: SyncClient
    told: list[SyncStatus]
    _changed: asyncio.Event

    async def until(self, is_so: Callable[[SyncStatus], bool]) -> SyncStatus:
        """The first status that is so; fails the test after some seconds."""
        async with asyncio.timeout(PATIENT_S):
            while not (self.told and is_so(self.told[-1])):
                self._changed.clear()
                await self._changed.wait()
        return self.told[-1]

    async def synced(self, acked: int) -> None:
        await self.until(lambda status: status.state is SyncState.SYNCED and not status.waiting)
        assert (await self.outbox.push_mark()).acked == acked


@asynccontextmanager
async def _running(
    folder: Path, *, enrolled: bool = True, first_back_off_s: float = 0.01
) -> AsyncIterator[Rig]:
    journal = SqliteJournal(make_store(folder / "j.db"))
    await journal.open()
    plant, told, changed = FakePlant(), [], asyncio.Event()

    def tell(status: SyncStatus) -> None:
        told.append(status)
        changed.set()

    enrolment = Enrolment(server_url=URL, station=STATION, epoch=1, plant="P", plant_key="")
    outbox, blobs = SqliteOutbox(journal), BlobFiles(folder / "blobs")
    async with httpx.AsyncClient(
        base_url=URL, transport=httpx.MockTransport(plant.handle)
    ) as http:
        client = SyncClient(
            outbox=outbox,
            blobs=blobs,
            identity=Identity(STATION, b"k" * 32),
            enrolment=enrolment if enrolled else None,
            http=http,
            clock=FakeClock(),
            random=lambda: 1.0,
            on_status=tell,
            pace=Pace(
                flush_idle_s=0.01,
                feed_wait_s=5,
                first_back_off_s=first_back_off_s,
                back_off_cap_s=30,
                watch_s=0.05,
            ),
        )
        rig = Rig(journal, outbox, blobs, plant, client, told, changed)
        yield rig
    await journal.close()


@asynccontextmanager
async def _syncing(rig: Rig) -> AsyncIterator[None]:
    task = asyncio.create_task(rig.client.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()


async def test_without_an_enrolment_only_the_backlog_is_told(tmp_path: Path) -> None:
    async with _running(tmp_path, enrolled=False) as rig, _syncing(rig):
        await rig.journal.append(note(), note())
        status = await rig.until(lambda status: status.waiting == 2)
        assert status.state is SyncState.NOT_ENROLLED
        assert rig.plant.asked == []


async def test_events_go_in_order_with_the_hashes_of_the_journal(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        await rig.journal.append(*(note(str(n)) for n in range(30)))
        async with _syncing(rig):
            await rig.synced(30)
            await rig.journal.append(note("later"))
            await rig.until(lambda status: len(rig.plant.chain) == 31 and not status.waiting)
        events = await rig.outbox.events(1, after=0, limit=99)
        assert rig.plant.chain == [event.hash for event in events]


@pytest.mark.parametrize(("count", "sizes"), [(500, [500]), (1200, [500, 500, 200])])
async def test_what_follows_is_prepared_ahead_and_nothing_goes_twice(
    tmp_path: Path, count: int, sizes: list[int]
) -> None:
    async with _running(tmp_path) as rig:
        await rig.journal.append(*(note(str(number)) for number in range(count)))
        async with _syncing(rig):
            await rig.synced(count)
        assert [len(push.events) for push in rig.plant.pushes] == sizes
        firsts = [push.from_seq for push in rig.plant.pushes]
        assert firsts == [1 + sum(sizes[:number]) for number in range(len(sizes))]


async def test_what_was_prepared_ahead_is_dropped_when_the_server_took_less(
    tmp_path: Path,
) -> None:
    async with _running(tmp_path) as rig:
        await rig.journal.append(*(note(str(number)) for number in range(1200)))
        hashes = [event.hash for event in await rig.outbox.events(1, after=0, limit=1200)]
        rig.plant.chain = hashes[:300]
        only_300 = rig.plant._marks(1) | {"server_time": 0}
        rig.plant.instead["/v1/sync/push"] = [httpx.Response(200, json=only_300)]
        async with _syncing(rig):
            await rig.synced(1200)
        assert rig.plant.pushes[0].from_seq == 301
        assert rig.plant.chain == hashes


async def test_an_expired_token_is_renewed_once(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig, _syncing(rig):
        await rig.synced(0)
        tokens, rig.plant.token_is_good = rig.plant.tokens, False
        await rig.journal.append(note())
        await rig.until(lambda _: len(rig.plant.chain) == 1)
        assert rig.plant.tokens == tokens + 1
        assert all(status.state is not SyncState.STUCK for status in rig.told)


async def test_a_station_the_server_does_not_know_is_stuck_and_says_so(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        refusal = httpx.Response(401, json={"detail": "unknown station"})
        rig.plant.instead["/v1/token"] = [refusal] * 500
        await rig.journal.append(note())
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.STUCK)
        assert status.waiting == 1
        assert "the server answered 401: unknown station" in (status.last_error or "")


async def test_a_message_that_is_too_large_is_halved_until_it_fits(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        rig.plant.most_events = 3
        await rig.journal.append(*(note(str(n)) for n in range(20)))
        async with _syncing(rig):
            await rig.synced(20)
        assert all(1 <= len(push.events) <= 3 for push in rig.plant.pushes)


async def test_an_absent_server_is_offline_and_a_kick_tries_at_once(tmp_path: Path) -> None:
    async with _running(tmp_path, first_back_off_s=30) as rig:
        rig.plant.instead["/v1"] = [httpx.ConnectError("no route to host")] * 9
        await rig.journal.append(note())
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.OFFLINE)
            assert "cannot be reached: no route to host" in (status.last_error or "")
            assert status.waiting == 1
            await _until(lambda: len(rig.plant.asked) == 2)  # once by push, once by feed
            await rig.journal.append(note())
            await rig.until(lambda status: status.waiting == 2)
            assert len(rig.plant.asked) == 2  # new events do not hammer an absent server
            rig.plant.instead.clear()
            rig.client.kick()
            await rig.synced(2)


async def test_the_first_lane_to_get_through_wakes_the_others(tmp_path: Path) -> None:
    async with _running(tmp_path, first_back_off_s=30) as rig:
        rig.plant.instead["/v1"] = [httpx.ConnectError("no route to host")] * 2
        await rig.journal.append(note())
        async with _syncing(rig):
            await _until(lambda: len(rig.plant.asked) == 2)  # push and feed wait half a minute now
            rig.client._feed.kick()
            await rig.synced(1)


async def test_a_busy_server_is_left_alone_as_long_as_it_asked(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        busy = httpx.Response(503, headers={"Retry-After": "20"})
        rig.plant.instead["/v1/sync/push"] = [busy]
        await rig.journal.append(note())
        async with _syncing(rig):
            await rig.until(lambda status: status.state is SyncState.OFFLINE)
            rig.client._push.nudge()
            await asyncio.sleep(0.1)  # far longer than the pause without the server's wish
            assert rig.plant.pushes == []
            rig.client.kick()
            await rig.synced(1)


async def test_a_page_of_somebody_else_is_no_confirmation(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        portal = httpx.Response(200, html="<h1>Welcome to the guest network</h1>")
        rig.plant.instead["/v1/sync/push"] = [portal] * 400
        await rig.journal.append(note())
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.OFFLINE)
            assert "is not the server's" in (status.last_error or "")
            assert (await rig.outbox.push_mark()).acked == 0
            rig.plant.instead.clear()
            await rig.synced(1)


async def test_a_lost_answer_is_made_up_for_by_sending_again(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        await rig.journal.append(note(), note())
        (first, second) = await rig.outbox.events(1, after=0, limit=2)
        rig.plant.chain = [first.hash, second.hash]  # it took them; the answer never came
        async with _syncing(rig):
            await rig.synced(2)
        assert rig.plant.chain == [first.hash, second.hash]


async def test_another_history_at_the_server_stops_sending_and_not_recording(
    tmp_path: Path,
) -> None:
    async with _running(tmp_path) as rig:
        rig.plant.chain = ["ff" * 32] * 5
        await rig.journal.append(note())
        rig.plant.instead["/v1/sync/push"] = [
            httpx.Response(409, json=rig.plant._marks(1) | {"reason": "fork", "detail": "two"})
        ]
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.FORK)
            assert status.last_error == "two"
            pushed = len(rig.plant.pushes)
            await rig.journal.append(note())
            await _until(lambda: len(rig.plant.kept) == 2)  # beside the log, that is
            await rig.until(lambda status: not status.waiting and status.state is SyncState.FORK)
            assert len(rig.plant.pushes) == pushed
            await rig.outbox.begin_epoch(2)
            rig.plant.chain = []
            await rig.journal.append(note("in the new epoch"))
            await rig.until(lambda status: status.state is SyncState.SYNCED)
        assert [push.epoch for push in rig.plant.pushes] == [2]


async def test_a_set_back_disk_is_noticed_before_anything_new_is_recorded(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        await rig.journal.append(note())
        await rig.outbox.move_push_mark(PushMark(GENERATION, 1, 1))
        rig.plant.instead["/v1/sync/push"] = [
            httpx.Response(
                200,
                json={
                    "generation": GENERATION,
                    "epoch": 1,
                    "high_water": 7,
                    "hash_at_high_water": "ee" * 32,
                    "server_time": 0,
                },
            )
        ]
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.FORK)
        assert "event 7 of this station, which is not in its journal" in (status.last_error or "")


async def test_a_restored_server_gets_again_what_its_backup_lacked(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig, _syncing(rig):
        await rig.journal.append(note(), note(), note())
        await rig.synced(3)
        await rig.until(lambda _: "GET /v1/sync/feed" in rig.plant.asked)
        whole = list(rig.plant.chain)
        rig.plant.chain, rig.plant.generation = whole[:1], "g2"
        await rig.outbox.replace_documents(FeedMark("g2", 0), ())  # as the feed would, in time
        rig.client.kick()
        await rig.until(lambda _: rig.plant.chain == whole)
        await rig.until(lambda status: status.generation == "g2" and not status.waiting)


async def test_a_server_that_confirms_nothing_is_stuck_and_not_hammered(tmp_path: Path) -> None:
    async with _running(tmp_path, first_back_off_s=30) as rig:
        await rig.journal.append(note())
        gap = rig.plant._marks(1) | {"reason": "gap", "generation": ""}
        rig.plant.instead["/v1/sync/push"] = [httpx.Response(409, json=gap) for _ in range(99)]
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.STUCK)
        assert "says no to what it asked for" in (status.last_error or "")
        assert len(rig.plant.instead["/v1/sync/push"]) == 98


async def test_feed_and_snapshot_that_send_each_other_round_are_a_fault(tmp_path: Path) -> None:
    async with _running(tmp_path, first_back_off_s=30) as rig:
        round_ = httpx.Response(409, json={"reason": "too old", "generation": GENERATION})
        rig.plant.instead["/v1/sync/feed"] = [round_] * 99
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.STUCK)
        assert "from feed to snapshot and back" in (status.last_error or "")
        assert rig.plant.asked.count("GET /v1/sync/snapshot") == 3


async def test_blobs_follow_their_events_and_go_again_when_the_server_lost_them(
    tmp_path: Path,
) -> None:
    async with _running(tmp_path) as rig:
        sha256 = await rig.blobs.put(b"a curve")
        async with _syncing(rig):
            await rig.journal.append(curve(sha256), curve("ab" * 32, "2"))
            await _until(lambda: rig.plant.blobs == {sha256: b"a curve"})
            asked = rig.plant.asked
            assert asked.index("POST /v1/sync/push") < asked.index(f"PUT /v1/blobs/{sha256}")
            rig.plant.blobs.clear()
            lost = rig.plant._marks(1) | {"server_time": 0, "missing_blobs": [sha256]}
            rig.plant.instead["/v1/sync/push"] = [
                httpx.Response(200, json=lost | {"high_water": 2})
            ]
            await rig.journal.append(note())
            await _until(lambda: sha256 in rig.plant.blobs)


async def test_a_picture_with_wrong_bytes_is_not_kept_under_its_name(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig:
        good, wrong = hashlib.sha256(b"a picture").hexdigest(), "0" * 64
        rig.plant.blobs = {good: b"a picture", wrong: b"another"}

        def want() -> None:
            with rig.journal.store.transaction() as db:
                db.executemany("INSERT INTO blob_wanted VALUES (?)", [(good,), (wrong,)])

        await rig.journal.work(want)
        async with _syncing(rig):
            status = await rig.until(lambda status: status.state is SyncState.STUCK)
            assert "came with other bytes than its name says" in (status.last_error or "")
            rig.client.kick()
            async with asyncio.timeout(PATIENT_S):
                while await rig.blobs.get(good) is None:  # noqa: ASYNC110 (a file has no event)
                    await asyncio.sleep(0.01)
        assert await rig.blobs.get(wrong) is None


async def test_a_journal_that_failed_is_told_and_left_when_it_is_back(tmp_path: Path) -> None:
    async with _running(tmp_path) as rig, _syncing(rig):
        await rig.synced(0)
        await rig.journal.work(lambda: rig.journal.store._drop_handle("the disk is full"))
        status = await rig.until(lambda status: status.state is SyncState.STUCK)
        assert "the disk is full" in (status.last_error or "")
        await rig.journal.reopen()
        rig.client.kick()
        await rig.until(lambda status: status.state is SyncState.SYNCED)


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENT_S):
        while not is_so():  # noqa: ASYNC110 (the fake plant has no event to wait for)
            await asyncio.sleep(0.005)


def test_the_pace_is_that_of_the_contract() -> None:
    assert Pace() == Pace(0.2, 25, 0.5, 60.0, 5.0)
    with pytest.raises(AttributeError):
        Pace().feed_wait_s = 1  # type: ignore[misc]
