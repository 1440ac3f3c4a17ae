"""Questions to the server's memory before it has read its cases after a start."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from server.db.engine import Database
from server.memory.search import PlantMemory
from server.problems import Problem
from tests.contract.test_server_memory_api import imported

if TYPE_CHECKING:
    from collections.abc import Iterator

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
