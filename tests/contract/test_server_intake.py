"""Small pushes that wait together are taken together, and none spoils another's."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from app.domain.events import NoteWritten
from server.db.engine import Database
from server.db.tables import event
from server.log.intake import Intake
from server.problems import Problem
from sync.wire import Push, PushConflict, Pushed
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


class HeldDatabase(Database):
    """Lets the first transaction commit only when told to, and counts them all."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.engine)
        self.began, self.may_end = threading.Event(), threading.Event()
        self.transactions = 0

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        self.transactions += 1
        is_first = self.transactions == 1
        with super().write() as connection:
            yield connection
            if is_first:
                self.began.set()
                assert self.may_end.wait(PATIENT_S)


class Crowd:
    """Pushes at one intake: the first holds it, the others arrive meanwhile."""

    def __init__(self, plant: PlantRig) -> None:
        self._plant = plant.plant
        self._intake = Intake()
        self.database = HeldDatabase(plant.plant.database)
        self.outcomes: dict[str, Pushed | PushConflict | Exception] = {}

    def push_all(self, pushes: list[Push], *, admit: Callable[[str], None]) -> None:
        threads = [threading.Thread(target=self._push, args=(one, admit)) for one in pushes]
        threads[0].start()
        assert self.database.began.wait(PATIENT_S)
        for thread in threads[1:]:
            thread.start()
        while self._intake.waiting < len(pushes) - 1:
            threading.Event().wait(0.001)
        self.database.may_end.set()
        for thread in threads:
            thread.join(PATIENT_S)

    def _push(self, push: Push, admit: Callable[[str], None]) -> None:
        try:
            self.outcomes[push.station] = self._intake.take(
                self.database,
                push,
                identity=self._plant.identity,
                now_us=self._plant.now_us(),
                admit=lambda _: admit(push.station),
            )
        except (Problem, sa.exc.SQLAlchemyError) as error:
            self.outcomes[push.station] = error


def everyone(_station: str) -> None:
    """All may push."""


@pytest.fixture
async def stations(plant: PlantRig) -> list[FakeStation]:
    named = [await plant.station(name, token=False) for name in ("ST-A", "ST-B", "ST-C", "ST-D")]
    for one in named:
        one.notes(3)
    return named


def stored(plant: PlantRig) -> list[tuple[int, str, int]]:
    with plant.plant.database.read() as connection:
        rows = connection.execute(
            sa.select(event.c.pos, event.c.station, event.c.seq).order_by(event.c.pos)
        )
        return [(row.pos, row.station, row.seq) for row in rows]


async def test_what_waits_together_shares_one_transaction(
    plant: PlantRig, stations: list[FakeStation]
) -> None:
    crowd = Crowd(plant)
    crowd.push_all([one.push_of() for one in stations], admit=everyone)
    assert crowd.database.transactions == 2
    assert [type(outcome) for outcome in crowd.outcomes.values()] == [Pushed] * 4
    rows = stored(plant)
    assert [pos for pos, _, _ in rows] == list(range(1, 13))
    assert {(name, seq) for _, name, seq in rows} == {
        (one.name, seq) for one in stations for seq in (1, 2, 3)
    }


async def test_one_who_may_not_push_does_not_keep_the_others_out(
    plant: PlantRig, stations: list[FakeStation]
) -> None:
    def all_but_c(station: str) -> None:
        if station == "ST-C":
            raise Problem(401, "unauthorized", "enrolled anew")

    crowd = Crowd(plant)
    crowd.push_all([one.push_of() for one in stations], admit=all_but_c)
    assert isinstance(crowd.outcomes["ST-C"], Problem)
    assert {name for _, name, _ in stored(plant)} == {"ST-A", "ST-B", "ST-D"}
    assert crowd.database.transactions == 2


async def test_an_event_that_another_station_has_spoils_only_its_own_push(
    plant: PlantRig, stations: list[FakeStation]
) -> None:
    stations[2].write(NoteWritten(text="a copied disk"), event_id="ST-A-1-1")
    crowd = Crowd(plant)
    crowd.push_all([one.push_of() for one in stations], admit=everyone)
    refused = crowd.outcomes["ST-C"]
    assert isinstance(refused, PushConflict)
    assert (refused.reason, refused.high_water) == ("fork", 0)
    assert "ST-A-1-1" in refused.detail
    assert [pos for pos, _, _ in stored(plant)] == list(range(1, 10))
    assert {name for _, name, _ in stored(plant)} == {"ST-A", "ST-B", "ST-D"}
