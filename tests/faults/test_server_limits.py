"""Callers that are slow, huge or many: each is answered or cut off, the others are served."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from server.limits import Limits
from server.plant import open_plant
from server.serving import plant_server
from server.settings import Settings
from sync.wire import MAX_PUSH_BYTES
from tests.helpers.load import client_of
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from server.plant import Plant
    from server.serving import PlantServer

QUICK = Limits(
    headers_within_s=0.3,
    header_bytes=8_192,
    body_within_s=0.3,
    slowest_bytes_per_s=1_000_000,
    answer_moves_within_s=0.3,
    connections=12,
)
_PATIENT = Limits()


@dataclass
class Served:
    """A server on a real socket."""

    plant: Plant
    port: int
    server: PlantServer
    callers: list[Caller]

    def open_connections(self) -> int:
        return len(self.server.server_state.connections)

    async def connect(self, *, receive_bytes: int | None = None) -> Caller:
        ours = socket.socket()
        if receive_bytes is not None:
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        ours.setblocking(False)
        await asyncio.get_running_loop().sock_connect(ours, ("127.0.0.1", self.port))
        self.callers.append(Caller(*await asyncio.open_connection(sock=ours)))
        return self.callers[-1]

    async def station(self, name: str) -> FakeStation:
        station = FakeStation(name)
        async with client_of(f"http://127.0.0.1:{self.port}") as client:
            await station.enrol(client, self.plant.create_enrolment_code(3600))
            assert (await station.sign_in(client)).is_success
        station.notes(3)
        return station

    async def serves(self, station: FakeStation) -> None:
        """Somebody else is served as ever."""
        async with client_of(f"http://127.0.0.1:{self.port}") as client:
            station.notes(1)
            assert (await station.pushed(client)).high_water == len(station.written)


@dataclass
class Caller:
    """A connection that says exactly what it is told to say."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def say(self, *, path: str = "/v1/sync/push", **headers: str | int) -> None:
        lines = [f"POST {path} HTTP/1.1", "Host: plant"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.writer.write("\r\n".join([*lines, "", ""]).encode())

    async def answer(self) -> tuple[int, dict[str, Any]]:
        """Status and body of the next answer."""
        async with asyncio.timeout(PATIENT_S):
            head = await self.reader.readuntil(b"\r\n\r\n")
            headers = dict(
                line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if line
            )
            body = await self.reader.readexactly(int(headers.get(b"content-length", b"0")))
        return int(head.split()[1]), json.loads(body) if body.startswith(b"{") else {}

    async def until_closed(self) -> bytes:
        """What came before the server closed."""
        came = b""
        async with asyncio.timeout(PATIENT_S):
            try:
                while part := await self.reader.read(65_536):
                    came += part
            except ConnectionResetError:
                pass
        return came

    async def drip(self) -> None:
        """Send on, a byte at a time, until the server closes."""
        async with asyncio.timeout(PATIENT_S):
            while not (self.reader.at_eof() or self.reader.exception()):
                self.writer.write(b"a")
                await asyncio.sleep(0.01)


@asynccontextmanager
async def served(folder: Path, limits: Limits = QUICK) -> AsyncIterator[Served]:
    listener = socket.create_server(("127.0.0.1", 0))
    plant = open_plant(Settings(folder))
    started = asyncio.Event()
    server = plant_server(plant, started.set, limits=limits)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    await started.wait()
    callers: list[Caller] = []
    try:
        yield Served(plant, listener.getsockname()[1], server, callers)
    finally:
        for one in callers:
            one.writer.transport.abort()
        server.should_exit = True
        await running


def token_of(station: FakeStation) -> dict[str, str]:
    return {"Authorization": station.headers["Authorization"]}


@pytest.mark.parametrize("begin", [b"", b"P", b"POST /v1/enrol HTTP/1.1\r\nHost: plant\r\nX: "])
async def test_a_request_that_never_gets_past_its_headers_is_cut_off(
    tmp_path: Path, begin: bytes
) -> None:
    async with served(tmp_path) as server:
        other = await server.station("ST-1")
        slow = await server.connect()
        slow.writer.write(begin)
        await server.serves(other)
        if begin:
            await slow.drip()  # it counts from the first byte, not from the last
        assert await slow.until_closed() == b""


async def test_who_comes_in_amid_the_stop_is_turned_away_at_once(tmp_path: Path) -> None:
    """Otherwise it would push on until the last moment, and be cut off amid an answer."""
    async with served(tmp_path, Limits(headers_within_s=2 * PATIENT_S)) as server:
        server.plant.waker.close()
        late = await server.connect()
        assert await late.until_closed() == b""


async def test_a_body_that_never_ends_is_answered_and_cut_off(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        other, station = await server.station("ST-1"), await server.station("ST-2")
        slow = await server.connect()
        slow.say(Content_Length=1_000, **token_of(station))
        slow.writer.write(b'{"protocol"')
        await server.serves(other)
        status, problem = await slow.answer()
        assert (status, problem["code"]) == (408, "too_slow")
        await slow.drip()
        await slow.until_closed()
        await server.serves(station)


@pytest.mark.parametrize("is_packed", [False, True])
async def test_a_body_that_is_too_large_is_answered_before_it_is_in_memory(
    tmp_path: Path, is_packed: bool
) -> None:
    """Packed it is a bomb: 200 MB in 200 kB, unpacked no further than the limit."""
    async with served(tmp_path, _PATIENT) as server:
        other, station = await server.station("ST-1"), await server.station("ST-2")
        huge = await server.connect()
        headers = token_of(station)
        if is_packed:
            content = gzip.compress(b" " * 200_000_000, 1)
            assert len(content) < 1_000_000
            headers |= {"Content_Encoding": "gzip"}
        else:
            content = b" " * (MAX_PUSH_BYTES + 200_000)
        huge.say(Content_Length=f"{len(content) + 1}", **headers)
        huge.writer.write(content)
        status, problem = await huge.answer()
        assert (status, problem["code"]) == (413, "too_large")
        await server.serves(other)


async def test_what_is_sent_after_the_answer_is_not_read_for_ever(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        endless = await server.connect()
        endless.say(path="/v1/enrol", Content_Length=10**12)
        endless.writer.write(b" " * 20_000)
        assert (await endless.answer())[0] == 413
        await endless.drip()
        assert await endless.until_closed() == b""


@pytest.mark.parametrize(
    "headers",
    [
        {"X": "a" * 20_000},
        {f"X{number}": "a" for number in range(200)},
    ],
    ids=["one too long", "too many"],
)
async def test_too_many_headers_are_refused(tmp_path: Path, headers: dict[str, str]) -> None:
    async with served(tmp_path) as server:
        other = await server.station("ST-1")
        wordy = await server.connect()
        wordy.say(**headers)
        status, problem = await wordy.answer()
        assert (status, problem["code"]) == (431, "headers_too_large")
        await server.serves(other)


async def test_an_answer_that_nobody_takes_is_dropped(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        other, station = await server.station("ST-1"), await server.station("ST-2")
        content = b"x" * 8_000_000
        sha256 = server.plant.blobs.put(content)
        deaf = await server.connect(receive_bytes=4_096)
        deaf.reader._transport.pause_reading()  # type: ignore[attr-defined] # to be deaf
        token = token_of(station)["Authorization"]
        lines = (f"GET /v1/blobs/{sha256} HTTP/1.1", "Host: plant", f"Authorization: {token}")
        deaf.writer.write("\r\n".join([*lines, "", ""]).encode())
        await server.serves(other)
        async with asyncio.timeout(PATIENT_S):
            while server.open_connections() > 0:  # noqa: ASYNC110 - the server tells nobody
                await asyncio.sleep(0.01)
        deaf.reader._transport.resume_reading()  # type: ignore[attr-defined]
        assert len(await deaf.until_closed()) < len(content)


async def test_a_stations_third_push_at_once_is_sent_away(tmp_path: Path) -> None:
    async with served(tmp_path, Limits(body_within_s=2.0)) as server:
        other, station = await server.station("ST-1"), await server.station("ST-2")
        content = msgspec.json.encode(station.push_of())
        pushes = [await server.connect() for _ in range(3)]
        answers = []
        for push in pushes:
            push.say(Content_Length=len(content), **token_of(station))
            answers.append(asyncio.create_task(push.answer()))
        await server.serves(other)
        done, waiting = await asyncio.wait(answers, return_when=asyncio.FIRST_COMPLETED)
        assert [one.result()[0] for one in done] == [429]
        assert len(waiting) == 2
        for push in pushes:
            push.writer.write(content)
        assert sorted([(await one)[0] for one in waiting]) == [200, 200]


async def test_more_connections_than_there_is_room_for_pass_by(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        station = await server.station("ST-1")
        idle = [await server.connect() for _ in range(QUICK.connections)]
        late = await server.connect()
        late.say(path="/v1/enrol", Content_Length=0)
        assert (await late.answer())[0] == 503
        for one in [*idle, late]:
            await one.until_closed()
        await server.serves(station)
