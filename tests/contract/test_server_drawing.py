"""However the log is cut into batches, the same tables are drawn from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from msgspec import Raw

from app.domain.envelope import Refs
from app.domain.events import (
    CurveAttached,
    PartFitted,
    ProblemReported,
    StepRedone,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.plant import EffectiveRevision, Lot, Order
from server.db.tables import (
    curve,
    edge,
    projection_cursor,
    situation,
    station_state,
    unit,
    unit_line,
)
from server.log.identity import FEED, LOG
from server.read.projector import apply_batch
from tests.helpers.effort import effort
from tests.helpers.plant_station import GEAR_SET, HOLD, INSTRUCTION, PERSON, REVISION

if TYPE_CHECKING:
    from app.domain.events import Body
    from server.db.engine import Database
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

SEEDS = range(effort(usual=2, soak=30))
EVENTS = 100
DRAWN = (unit, unit_line, edge, curve, station_state, situation)


@dataclass
class Line:
    """Stations that work on the same few units, with the same few parts, by fits and starts."""

    stations: list[FakeStation]
    random: Random

    def happen(self) -> None:
        """Anything, anywhere."""
        station, serial = self.random.choice(self.stations), f"GX-{self.random.randrange(6)}"
        station.seen_pos = self.random.randrange(8)
        station.refs = Refs(unit=serial, order="PO-1")
        changes: dict[str, Any] = {}
        if self.random.random() < 0.05:
            changes["clock_offset_us"] = self.random.choice((-1, 1)) * 900_000_000
        station.write(self._body(serial), **changes)

    def _body(self, serial: str) -> Body | Raw:
        piece = self.random.choice((f"GS-{self.random.randrange(3)}", None))
        step = self.random.choice(("gears", "bearing"))
        bodies: list[Body | Raw] = [
            _started(serial, self.random.choice((REVISION, "0" * 64))),
            UnitHeld(serial=serial, code="evidence.missing"),
            UnitResumed(serial=serial),
            UnitLeft(serial=serial),
            _completed(serial, self.random),
            *[_fitted(step, piece, self.random.choice(("88190", "88213", None)))] * 3,
            StepRedone(step=step, reason="loose"),
            ProblemReported(code="tool.broken", step=step),
            _curve(self.random),
            Raw(b'{"newer":1}'),
        ]
        return self.random.choice(bodies)


def _started(serial: str, revision: str) -> UnitStarted:
    return UnitStarted(
        serial=serial,
        order="PO-1",
        product="GX-200",
        variant="B",
        instruction=INSTRUCTION.id,
        revision=revision,
        raw=serial,
    )


def _completed(serial: str, random: Random) -> UnitCompleted:
    if random.random() < 0.5:
        return UnitCompleted(serial=serial, evidence="provable", reworked=1)
    gaps = (f"typed:{random.randrange(3)}",)
    return UnitCompleted(serial=serial, evidence="not_provable", gaps=gaps)


def _fitted(step: str, serial: str | None, lot: str | None) -> PartFitted:
    return PartFitted(
        step=step, component=step, part="GS-55", raw="x", means="scanner", serial=serial, lot=lot
    )


def _curve(random: Random) -> CurveAttached:
    result = str(random.randrange(5))
    blob = f"{random.randrange(2**32):064x}"
    return CurveAttached(source="T-07", epoch=1, result_id=result, blob=blob, samples=60)


async def _published(plant: PlantRig) -> None:
    order = Order(
        order="PO-1", product="GX-200", variant="B", quantity=2, instruction=INSTRUCTION.id
    )
    effective = EffectiveRevision(
        instruction=INSTRUCTION.id,
        revision=REVISION,
        effective_from=datetime(2026, 11, 20, tzinfo=UTC),
    )
    for document in (order, effective, GEAR_SET, Lot(lot="88213", part="GS-55"), HOLD, PERSON):
        await plant.publish(document)


def _drawn_in(database: Database, sizes: list[int]) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in the tables when the log is drawn in batches of these sizes, anew."""
    with database.write() as connection:
        for table in DRAWN:
            connection.execute(table.delete())
        connection.execute(projection_cursor.update().values(pos=0))
    upto = 0
    for size in sizes:
        upto += size
        with database.write() as connection:
            apply_batch(connection, {LOG: upto, FEED: 0})
    with database.write() as connection:
        apply_batch(connection)
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(sa.select(table))), key=repr
            )
            for table in DRAWN
        }


def _cut(random: Random) -> list[int]:
    sizes: list[int] = []
    while sum(sizes) < EVENTS:
        sizes.append(min(random.choice((1, 2, 7, 40)), EVENTS - sum(sizes)))
    return sizes


@pytest.mark.parametrize("seed", SEEDS)
async def test_any_cut_of_the_log_into_batches_draws_the_same(plant: PlantRig, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - repeatable, not secret
    line = Line([await plant.station(name) for name in ("ST-1", "ST-2")], random)
    await _published(plant)
    for number in range(1, EVENTS + 1):
        line.happen()
        if number % 20 == 0:
            plant.clock.advance(140)
            for station in line.stations:
                await station.pushed(plant.client)
    one_by_one = _drawn_in(plant.plant.database, [1] * EVENTS)
    kinds = {row[2] for row in one_by_one["situation"]}
    assert {"held", "unknown_kind"} <= kinds
    assert seed > 1 or {"serial_twice", "order_exceeded", "two_stations"} <= kinds
    assert "undrawn" not in kinds
    assert all(one_by_one[table.name] for table in DRAWN)
    for sizes in ([EVENTS], _cut(random), _cut(random)):
        assert _drawn_in(plant.plant.database, sizes) == one_by_one
