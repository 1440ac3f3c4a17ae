"""How far a backup of the server is known to reach, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.log.backup_mark import durable_backup, kept_places, note_backup
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from server.log.backup_mark import Place
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


def mark_of(plant: PlantRig, station: str) -> Place | None:
    with plant.plant.database.read() as connection:
        return durable_backup(connection, station)


def places_in(plant: PlantRig) -> dict[str, Place]:
    with plant.plant.database.read() as connection:
        return kept_places(connection)


def back_up(plant: PlantRig) -> None:
    places = places_in(plant)
    with plant.plant.database.write() as connection:
        note_backup(connection, places, now_us=plant.clock.now_us())


async def new_epoch(plant: PlantRig, before: FakeStation) -> None:
    """The same journal goes on under a new epoch, whose first event names the last before it."""
    station = FakeStation(before.name)
    await station.enrol(plant.client, plant.plant.create_enrolment_code(60))
    await station.sign_in(plant.client)
    station.prev_hash = before.prev_hash
    station.notes(2)
    await station.pushed(plant.client, station.push_of(prev_hash=before.prev_hash))


async def test_nothing_is_in_a_backup_until_one_was_made(plant: PlantRig) -> None:
    station = await plant.station("ST-1")
    station.notes(3)
    await station.pushed(plant.client)
    assert mark_of(plant, "ST-1") is None
    back_up(plant)
    assert mark_of(plant, "ST-1") == (1, 3)
    assert mark_of(plant, "ST-2") is None
    station.notes(2)
    await station.pushed(plant.client)
    assert mark_of(plant, "ST-1") == (1, 3)


async def test_a_mark_never_moves_back(plant: PlantRig) -> None:
    station = await plant.station("ST-1")
    station.notes(5)
    await station.pushed(plant.client)
    back_up(plant)
    with plant.plant.database.write() as connection:
        note_backup(connection, {"ST-1": (1, 2)}, now_us=plant.clock.now_us())
    assert mark_of(plant, "ST-1") == (1, 5)


async def test_a_mark_passes_an_epoch_whose_end_is_here(plant: PlantRig) -> None:
    first = await plant.station("ST-1")
    first.notes(4)
    await first.pushed(plant.client)
    await new_epoch(plant, first)
    assert places_in(plant) == {"ST-1": (2, 2)}


async def test_a_mark_does_not_pass_events_still_on_their_way(plant: PlantRig) -> None:
    first = await plant.station("ST-1")
    first.notes(4)
    await first.pushed(plant.client, first.push_of(1, 3))
    await new_epoch(plant, first)
    assert places_in(plant) == {"ST-1": (1, 3)}


async def test_a_new_machine_under_an_old_name_starts_its_own_mark(plant: PlantRig) -> None:
    first = await plant.station("ST-1")
    first.notes(4)
    await first.pushed(plant.client)
    other = FakeStation("ST-1")
    await other.enrol(plant.client, plant.plant.create_enrolment_code(60))
    await other.sign_in(plant.client)
    other.notes(1)
    await other.pushed(plant.client)
    assert places_in(plant) == {"ST-1": (2, 1)}
