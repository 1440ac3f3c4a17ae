"""Questions to the server's memory before it has read its cases after a start."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import msgspec
import pytest

from app.domain.memory_documents import KnownDecision, SiteGlossary
from server.db.engine import Database
from server.log.feed import WITHDRAWN, Document, publish
from server.main import create_app
from server.memory.search import PlantMemory
from server.problems import Problem
from tests.contract.test_server_memory_api import imported
from tests.helpers.plant_rig import URL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sqlalchemy as sa

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


class HeldDatabase(Database):
    """A database nobody can read from until it is let go."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.engine)
        self.is_let_go = threading.Event()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        self.is_let_go.wait()
        with super().read() as connection:
            yield connection


class StumblingDatabase(Database):
    """What nobody expected happens the first time it is read from."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.engine)
        self._has_stumbled = False

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        if not self._has_stumbled:
            self._has_stumbled = True
            message = "nobody expected it"
            raise RuntimeError(message)
        with super().read() as connection:
            yield connection


@pytest.mark.allow_warnings
async def test_what_nobody_expected_does_not_end_the_loading(local_plant: PlantRig) -> None:
    await imported(local_plant)
    stumbling = StumblingDatabase(local_plant.plant.database)
    now_us = local_plant.plant.now_us
    memory = PlantMemory(stumbling, now_us, patience_s=60, look_every_s=0.01)
    memory.start()
    try:
        assert memory.search("torque low", 10, context={}, within={}).matches == 3
    finally:
        memory.stop()


async def test_who_asks_before_the_cases_are_loaded_is_told_to_come_back(
    local_plant: PlantRig,
) -> None:
    held = HeldDatabase(local_plant.plant.database)
    memory = PlantMemory(held, local_plant.plant.now_us, patience_s=0)
    memory.start()
    with pytest.raises(Problem, match="still being loaded, 0 cases so far; try again") as told:
        memory.search("torque", 10, context={}, within={})
    assert (told.value.status, told.value.code) == (503, "memory_loading")
    assert told.value.headers == {"Retry-After": "5"}
    held.is_let_go.set()
    memory.stop()


async def test_who_has_the_patience_gets_all_cases(local_plant: PlantRig) -> None:
    await imported(local_plant)
    held = HeldDatabase(local_plant.plant.database)
    memory = PlantMemory(held, local_plant.plant.now_us, patience_s=60)
    memory.start()
    held.is_let_go.set()
    found = memory.search("torque low", 10, context={}, within={})
    assert found.matches == 3
    memory.stop()


@contextmanager
def loading(rig: PlantRig) -> Iterator[PlantMemory]:
    """A memory that has been started and cannot read its cases."""
    held = HeldDatabase(rig.plant.database)
    memory = PlantMemory(held, rig.plant.now_us, patience_s=0)
    memory.start()
    try:
        yield memory
    finally:
        held.is_let_go.set()
        memory.stop()


async def page(rig: PlantRig, memory: PlantMemory, address: str) -> httpx.Response:
    app = create_app(rig.plant.settings, plant=replace(rig.plant, memory=memory))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL) as client:
        return await client.get(address)


async def test_the_page_of_an_early_question_says_why_and_looks_again_by_itself(
    local_plant: PlantRig,
) -> None:
    with loading(local_plant) as memory:
        shown = await page(local_plant, memory, "/memory?q=torque")
    assert (shown.status_code, shown.headers["Retry-After"]) == (503, "5")
    assert "The memory is still being loaded, 0 cases so far" in shown.text
    assert 'data-again="5"' in shown.text
    assert "Look now" in shown.text


async def test_what_needs_no_search_is_shown_before_the_cases_are_loaded(
    local_plant: PlantRig,
) -> None:
    with loading(local_plant) as memory:
        shown = await page(local_plant, memory, "/memory")
    assert shown.status_code == 200
    assert "The cases are being loaded after a start, 0 cases so far" in shown.text
    assert "The newest decisions" in shown.text


async def test_a_case_with_several_versions_is_found_by_its_newest_words_after_a_start(
    local_plant: PlantRig,
) -> None:
    await imported(local_plant, b'{"id":"X-1","text":"hose chafed","at":"2026-01-05T10:00:00Z"}')
    await imported(local_plant, b'{"id":"X-1","text":"seal torn","at":"2026-01-05T10:00:00Z"}')
    memory = PlantMemory(local_plant.plant.database, local_plant.plant.now_us, patience_s=60)
    memory.start()
    assert memory.search("hose chafed", 10, context={}, within={}).matches == 0
    assert memory.search("seal torn", 10, context={}, within={}).matches == 1
    memory.stop()


async def test_what_was_withdrawn_is_forgotten_and_the_memory_goes_on(
    local_plant: PlantRig,
) -> None:
    await imported(local_plant, b'{"id":"X-1","text":"hose chafed","at":"2026-01-05T10:00:00Z"}')
    memory = PlantMemory(local_plant.plant.database, local_plant.plant.now_us)
    known = KnownDecision(
        decision="D-1",
        case="S-1",
        key="nok:a:b",
        response="clean",
        kind="correct",
        role="lead",
        decided_at_us=1,
    )
    words = SiteGlossary(glossary="site", version=1, words=(("schl", "hose"),))
    told = {
        (KnownDecision.KIND, "D-1"): msgspec.json.encode(known),
        (SiteGlossary.KIND, "site"): msgspec.json.encode(words),
    }
    publish_all(local_plant, told)
    assert memory.advised_keys() == ["nok:a:b"]
    assert memory.search("schl", 10, context={}, within={}).matches == 1
    publish_all(local_plant, dict.fromkeys(told, WITHDRAWN))
    assert memory.advised_keys() == []
    assert memory.search("schl", 10, context={}, within={}).matches == 0


def publish_all(rig: PlantRig, told: Mapping[tuple[str, str], bytes]) -> None:
    documents = [Document(kind, key, body) for (kind, key), body in told.items()]
    with rig.plant.database.write() as connection:
        publish(connection, documents, now_us=1)
