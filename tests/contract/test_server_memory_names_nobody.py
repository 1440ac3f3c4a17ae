"""No person reaches a table of the memory, a document of it or an export; both databases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from analysis.person_columns import names_a_person
from app.domain.envelope import Actor
from app.domain.memory_documents import MEMORY_KINDS
from app.domain.memory_events import EvidenceRef
from app.domain.problem_events import ExceptionExplained
from server.db import memory_tables
from server.db.tables import feed
from tests.helpers.memory_station import CONTEXT, build_unit, decide, open_situation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

WHO = "P-90417"
TABLES = [
    table
    for name, table in vars(memory_tables).items()
    if isinstance(table, sa.Table) and name.startswith("memory_")
]


def test_no_column_of_the_memory_has_a_place_for_a_person() -> None:
    named = [f"{table.name}.{column.name}" for table in TABLES for column in table.columns]
    assert len(named) > 50
    assert [name for name in named if names_a_person(name.partition(".")[2])] == []


async def test_who_it_was_stays_in_the_log(plant: PlantRig) -> None:
    station = await plant.station()
    somebody = Actor("person", WHO)
    build_unit(station, "B-1")
    trigger = station.written[-1]
    evidence = (
        EvidenceRef("ST-040-1-2", trigger.hash, facts={"operator": WHO, "torque": "16.9"}),
    )
    context = {**CONTEXT, "operator": WHO, "badge": WHO}
    open_situation(station, "S-1", context=context, evidence=evidence)
    decide(station, "D-1", "S-1", context=context)
    facts = {"position": "3", "signed_by": WHO}
    explained = ExceptionExplained(exception="x", kind="nok", cause="thread", facts=facts)
    station.write(explained, somebody)
    await station.pushed(plant.client)
    row = {"text": "torque low", "at": "2026-03-01", "context": {"operator": WHO, "line": "L1"}}
    await plant.client.post("/v1/memory/import", content=json.dumps(row).encode())
    await plant.client.post("/v1/memory/patterns")
    exported = (await plant.client.get("/v1/memory/export")).text
    assert "torque low" in exported
    assert WHO not in exported
    with plant.plant.database.read() as connection:
        kept = [str(row) for table in TABLES for row in connection.execute(sa.select(table))]
        documents = connection.execute(sa.select(feed.c.body).where(feed.c.kind.in_(MEMORY_KINDS)))
        told = [bytes(body).decode() for body in documents.scalars()]
    assert len(kept) > 5
    assert len(told) > 3
    assert [one for one in (*kept, *told) if WHO in one] == []
