"""The glossary learns beside the searches: nobody waits until all picks are read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from memory.records import Case
from memory.search import Index
from server.db.memory_tables import memory_pick
from server.memory.glossary import keep_pick
from server.memory.lessons import Lessons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

CASES = [Case(case=f"H-{n}", text=f"Torque low at bolt {n}", at_us=n) for n in range(4)]


class HeldCases:
    """Cases that know who has them, and when somebody else could."""

    def __init__(self) -> None:
        self.index = Index(CASES)
        self.is_held = False
        self.holds = 0
        self.breaths: list[bool] = []

    @contextmanager
    def held(self) -> Iterator[Index]:
        self.is_held = True
        self.holds += 1
        yield self.index
        self.is_held = False

    def breathe(self) -> None:
        self.breaths.append(self.is_held)


def picked(plant: PlantRig, *, first: int, count: int) -> None:
    rows = [
        {"pos": pos, "query": "trq low", "case_id": f"H-{pos % 5}"}
        for pos in range(first, first + count)
    ]
    with plant.plant.database.write() as connection:
        connection.execute(memory_pick.insert(), rows)


async def test_between_some_picks_and_the_next_the_cases_are_free(local_plant: PlantRig) -> None:
    cases = HeldCases()
    lessons = Lessons(local_plant.plant.database, cases.held, cases.breathe)
    assert lessons.now().picks == {}
    picked(local_plant, first=1, count=450)
    assert set(lessons.now().picks["trq"]) == {"H-0", "H-1", "H-2", "H-3"}
    assert cases.breaths == [False] * 5


async def test_what_was_learned_stays_until_somebody_picks_again(local_plant: PlantRig) -> None:
    cases = HeldCases()
    lessons = Lessons(local_plant.plant.database, cases.held, cases.breathe)
    picked(local_plant, first=1, count=2)
    assert set(lessons.now().picks["trq"]) == {"H-1", "H-2"}
    assert (set(lessons.now().picks["trq"]), cases.holds) == ({"H-1", "H-2"}, 1)
    picked(local_plant, first=3, count=1)
    assert set(lessons.now().picks["trq"]) == {"H-1", "H-2", "H-3"}
    with local_plant.plant.database.write() as connection:
        keep_pick(connection, "trq", "H-0", role="lead", now_us=1)
    assert set(lessons.now().picks["trq"]) == {"H-0", "H-1", "H-2", "H-3"}
