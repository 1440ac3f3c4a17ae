"""What stations decide about units, and what they bypass, as the server shows it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.events import (
    ProblemReported,
    StepConfirmed,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.instructions import ConfirmStep
from app.domain.nonconformance import DEFAULT_RULES
from app.domain.plant import Hold
from app.domain.problem_events import (
    DefectDismissed,
    DefectRecorded,
    DefectResolved,
    ProblemEnded,
)
from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
    ReworkOrdered,
    UnitDisposed,
)
from app.domain.quality_plans import (
    BypassPlan,
    Concession,
    DispositionRules,
    OperationTemplate,
)
from server.db.tables import feed

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

HELD = UnitHeld(serial="U-1", code="defect_scrap", step="seal")
CHECK = ConfirmStep(id="b1.wrench", title={"en": "By hand"}, statement={"en": "25 Nm."})
ACTIVATED = BypassActivated(
    bypass="BP-1",
    gate="torque",
    alternative={"en": "Click wrench W-3"},
    checks=(CHECK,),
    max_units=2,
    until=datetime(2026, 11, 20, 12, tzinfo=UTC),
    owner="quality 31",
    approved_by=("31",),
    why="tool broken",
    by="412",
    second="31",
)


def started(serial: str) -> UnitStarted:
    return UnitStarted(
        serial=serial, order="PO-1", product="GX-200", variant="B", instruction="gearbox-mount",
        revision="r" * 64, raw=f"SN {serial}",
    )  # fmt: skip


async def get(plant: PlantRig, path: str) -> Any:
    return (await plant.client.get(path)).json()


async def kinds(plant: PlantRig) -> list[str]:
    return sorted(one["kind"] for one in await get(plant, "/v1/situations"))


def disposed(way: str) -> UnitDisposed:
    return UnitDisposed(
        serial="U-1", disposition=way, code="defect_scrap", why="cracked", signed=("412",),
        step="seal", defects=(1,),
    )  # fmt: skip


async def test_a_disposition_settles_the_hold_and_a_scrapped_unit_is_said_to_be(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", HELD)
    await station.pushed(plant.client)
    assert await kinds(plant) == ["held"]
    station.write_in("U-1", disposed("scrap"))
    await station.pushed(plant.client)
    assert await kinds(plant) == []
    unit = await get(plant, "/v1/units/U-1")
    assert unit["state"] == "scrapped"
    line = unit["lines"][-1]
    assert line["evidence"] == "cracked · held for: defect scrap · signed by 412"
    assert line["result"] == "Scrap"


async def test_rework_opens_the_unit_again_and_says_what_it_undoes(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", HELD)
    station.write_in("U-1", disposed("rework"))
    station.write_in(
        "U-1",
        ReworkOrdered(
            serial="U-1", rework="r1", title={"en": "Clean"}, steps=(CHECK,), why="dirty",
            source="words", opens=("bolts/2",),
        ),
    )  # fmt: skip
    await station.pushed(plant.client)
    unit = await get(plant, "/v1/units/U-1")
    assert unit["state"] == "open"
    assert unit["lines"][-1]["evidence"] == "dirty · opens again: bolts/2"
    station.write_in("U-1", StepConfirmed(step="b1.wrench", means="tap"))
    await station.pushed(plant.client)
    line = (await get(plant, "/v1/units/U-1"))["lines"][-1]
    assert line["step"] == "By hand"


async def test_a_bypassed_gate_is_a_situation_until_it_is_verified(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(ACTIVATED)
    station.write_in("U-1", started("U-1"))
    applied = BypassApplied(
        serial="U-1", bypass="BP-1", step="bolts", checks=(CHECK,), number=1, of=2
    )
    station.write_in("U-1", applied)
    await station.pushed(plant.client)
    assert await kinds(plant) == ["bypass"]
    station.write(BypassEnded(bypass="BP-1", reason="person", units=1))
    await station.pushed(plant.client)
    assert await kinds(plant) == ["bypass"]
    station.write(BypassVerified(bypass="BP-1", by="412", second="31"))
    await station.pushed(plant.client)
    assert await kinds(plant) == []
    line = (await get(plant, "/v1/units/U-1"))["lines"][-1]
    assert (line["evidence"], line["result"]) == ("bypassed by BP-1: unit 1 of 2", "Bypass")


async def holds(plant: PlantRig) -> list[tuple[str, str | None, bool]]:
    """Every hold the stations were told of, in order."""
    with plant.plant.database.engine.connect() as connection:
        rows = connection.execute(
            sa.select(feed.c.body).where(feed.c.kind == Hold.KIND).order_by(feed.c.pos)
        ).all()
    found = [msgspec.json.decode(bytes(row.body), type=Hold) for row in rows]
    return [(hold.reason, hold.serial, hold.lifted_at is None) for hold in found]


@pytest.mark.parametrize(
    ("way", "after"),
    [("use_as_is", ("defect scrap", "U-1", False)), ("scrap", ("scrap", "U-1", True))],
)
async def test_every_station_hears_of_a_held_unit_and_of_what_became_of_it(
    plant: PlantRig, way: str, after: tuple[str, str, bool]
) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", HELD)
    await station.pushed(plant.client)
    station.write_in("U-1", disposed(way))
    await station.pushed(plant.client)
    assert await holds(plant) == [("defect scrap", "U-1", True), after]


@pytest.mark.parametrize(
    ("decided", "reason", "left"), [(None, "defect scrap", ["held"]), ("scrap", "scrap", [])]
)
async def test_a_station_that_had_not_heard_of_a_hold_builds_on_and_frees_nothing(
    local_plant: PlantRig, decided: str | None, reason: str, left: list[str]
) -> None:
    station, other = await local_plant.station(), await local_plant.station("ST-050")
    for body in (started("U-1"), HELD, *([disposed(decided)] if decided else [])):
        station.write_in("U-1", body)
    await station.pushed(local_plant.client)
    other.at_us = station.at_us + 3_600_000_000
    other.write_in("U-1", started("U-1"))
    other.write_in("U-1", UnitCompleted(serial="U-1", evidence="provable"))
    await other.pushed(local_plant.client)
    assert (await holds(local_plant))[-1] == (reason, "U-1", True)
    assert [kind for kind in await kinds(local_plant) if kind == "held"] == left
    other.seen_pos = 1_000_000
    other.write_in("U-1", disposed("use_as_is"))
    await other.pushed(local_plant.client)
    assert (await holds(local_plant))[-1] == (reason, "U-1", False)
    assert "held" not in await kinds(local_plant)


async def test_a_station_frees_what_it_held_though_its_clock_was_set_back_since(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", HELD)
    station.at_us -= 3_600_000_000
    station.write_in("U-1", disposed("use_as_is"))
    await station.pushed(local_plant.client)
    assert [is_held for _, _, is_held in await holds(local_plant)] == [True, False]


async def test_what_is_approved_beforehand_is_published_like_other_documents(
    plant: PlantRig,
) -> None:
    bypass = BypassPlan(
        bypass="BP-1",
        station="ST-040",
        gate="torque",
        title={"en": "Tool broken"},
        alternative=ACTIVATED.alternative,
        checks=(CHECK,),
        max_units=2,
        valid_until=ACTIVATED.until,
        owner="quality 31",
        restart={"en": "Tighten the master."},
    )
    concession = Concession(
        concession="C-1", station="ST-040", by="customer", max_units=9, valid_until=ACTIVATED.until
    )
    operation = OperationTemplate(template="clean", title={"en": "Clean"}, steps=(CHECK,))
    rules = DispositionRules(product="*", rules=DEFAULT_RULES)
    for document in (bypass, concession, operation, rules):
        await plant.publish(document)


REPORTED = ProblemReported(code="defect", step="seal")


def defect(number: int) -> DefectRecorded:
    return DefectRecorded(
        serial="U-1", number=number, product="GX-200", code="scratch", severity="minor",
        proposal="rework_here", step="seal",
    )  # fmt: skip


async def test_a_reported_defect_nobody_described_stays_open(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", REPORTED)
    station.write_in("U-2", started("U-2"))
    station.write_in("U-2", DefectDismissed(serial="U-2"))
    await station.pushed(plant.client)
    assert await kinds(plant) == ["problem"]


async def test_a_reported_defect_is_settled_with_the_last_one_put_right(plant: PlantRig) -> None:
    station = await plant.station()
    for body in (started("U-1"), REPORTED, defect(1), REPORTED, defect(2)):
        station.write_in("U-1", body)
    station.write_in("U-1", DefectResolved(serial="U-1", number=2))
    await station.pushed(plant.client)
    assert await kinds(plant) == ["problem", "problem"]
    station.write_in("U-1", DefectResolved(serial="U-1", number=1))
    await station.pushed(plant.client)
    assert await kinds(plant) == []


@pytest.mark.parametrize(("way", "left"), [("rework", ["problem"]), ("scrap", [])])
async def test_a_disposition_settles_the_report_but_rework_has_to_be_done_first(
    plant: PlantRig, way: str, left: list[str]
) -> None:
    station = await plant.station()
    for body in (started("U-1"), REPORTED, defect(1), HELD, disposed(way)):
        station.write_in("U-1", body)
    await station.pushed(plant.client)
    assert await kinds(plant) == left


async def test_where_somebody_looked_and_found_nothing_the_report_is_settled(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    for body in (started("U-1"), REPORTED, DefectDismissed(serial="U-1", step="seal")):
        station.write_in("U-1", body)
    await station.pushed(plant.client)
    assert await kinds(plant) == []


async def test_a_danger_is_open_until_somebody_says_that_it_is_over(plant: PlantRig) -> None:
    station = await plant.station()
    for body in (started("U-1"), ProblemReported(code="not_safe"), ProblemReported(code="tool")):
        station.write_in("U-1", body)
    await station.pushed(plant.client)
    assert await kinds(plant) == ["problem", "problem"]
    station.write_in("U-1", ProblemEnded(code="not_safe", how="guard_closed"))
    await station.pushed(plant.client)
    assert await kinds(plant) == ["problem"]


async def test_what_a_second_station_put_right_and_told_first_counts_too(plant: PlantRig) -> None:
    first, second = await plant.station(), await plant.station("ST-050")
    second.at_us = first.at_us + 60_000_000
    second.write_in("U-1", DefectResolved(serial="U-1", number=1))
    await second.pushed(plant.client)
    for body in (started("U-1"), REPORTED, defect(1)):
        first.write_in("U-1", body)
    await first.pushed(plant.client)
    assert await kinds(plant) == []
