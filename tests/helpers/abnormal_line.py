"""A line on which everything is wrong that a handover has to tell, as its stations recorded it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.calibration import Calibration
from app.domain.events import PartFitted, ReadingUnassigned, UnitHeld, UnitStarted
from app.domain.form_events import FormLeft
from app.domain.line_events import CallClosed, CallOpened, HandoverNoted, StopBegan
from app.domain.memory_events import CardPostponed, DecisionMade, EvidenceRef, SituationOpened
from app.domain.plant import Hold, StationInfo
from app.domain.quality_events import BypassActivated, BypassEnded
from app.domain.quality_plans import Concession
from app.domain.readings import Reading, ReadingKind
from tests.helpers import check_runs
from tests.helpers.plant_station import START_US

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

START = datetime.fromtimestamp(START_US / 1e6, UTC)
KEY = "nok:gearbox-mount:tighten-b:3"


def started(serial: str) -> UnitStarted:
    return UnitStarted(
        serial=serial,
        order="PO-100482",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision="a" * 64,
        raw=serial,
    )


def bypass(name: str) -> BypassActivated:
    return BypassActivated(
        bypass=name,
        gate="camera",
        alternative={"en": "look twice"},
        checks=(),
        max_units=20,
        until=START + timedelta(hours=4),
        owner="engineer 12",
        approved_by=("12",),
        why="lamp broken",
        by="417",
        second="12",
    )


def gears(serial: str) -> PartFitted:
    return PartFitted(
        step="gears", component="gear-set", part="GS-55", raw=serial, means="scanner",
        serial=serial,
    )  # fmt: skip


def lost(number: int) -> ReadingUnassigned:
    reading = Reading(
        source="T-07", result_id=str(number), kind=ReadingKind.TIGHTENING, received_at=START
    )
    return ReadingUnassigned(reading=reading, reason="nobody_asked")


async def plant_abnormal(plant: PlantRig) -> tuple[FakeStation, FakeStation]:
    """Line L4 (ST-040) with all of it, and ST-900 of line L9, which contradicts it in two ways."""
    await _publish(plant)
    station, other = await plant.station(), await plant.station("ST-900")
    write_results_and_units(station)
    write_bypasses(station)
    station.write(CallOpened(call="c1", kind="maintenance", is_stopped=True))
    station.write(CallOpened(call="c2", kind="quality", is_stopped=False))
    station.write(CallClosed(call="c2", how="solved"))
    station.write(HandoverNoted(text="feeder 2 jams when more than half full"))
    write_decisions(station)
    write_checks(station)
    station.write(StopBegan(stop="stop-1"))
    for one in (station, other):
        one.write_in("U-5", started("U-5"))
    for one, unit in ((station, "U-3"), (other, "U-6")):
        one.write_in(unit, started(unit))
        one.write_in(unit, gears("GS-5512"))
    await station.pushed(plant.client)
    await other.pushed(plant.client)
    return station, other


async def _publish(plant: PlantRig) -> None:
    lifted = Hold(
        hold="H-1", reason="rust", owner="quality 31", placed_at=START, lot="1",
        lifted_at=START, lifted_by="31",
    )  # fmt: skip
    concession = Concession(
        concession="C-3", station="ST-040", by="engineer 12", max_units=5,
        valid_until=START + timedelta(days=1),
    )  # fmt: skip
    for document in (
        StationInfo(station="ST-040", name="Torque", line="L4"),
        StationInfo(station="ST-900", name="Elsewhere", line="L9"),
        Hold(hold="H-7", reason="noise", owner="quality 31", placed_at=START, lot="88190"),
        lifted,
        concession,
        Calibration(device="G-12", record="K-1", due=START.date(), owner="lab"),
    ):
        await plant.publish(document)


def write_results_and_units(station: FakeStation) -> None:
    """Two results of no unit, two units held."""
    station.write(lost(1))
    station.write(lost(2))
    for serial in ("U-1", "U-2"):
        station.write_in(serial, started(serial))
        station.write_in(serial, UnitHeld(serial=serial, code="too_many_attempts", step="bolts"))


def write_bypasses(station: FakeStation) -> None:
    """One that goes on, and one that ended and whose gate nobody has verified."""
    station.write(bypass("B-1"))
    station.write(bypass("B-2"))
    station.write(BypassEnded(bypass="B-2", reason="count", units=20))


def write_decisions(station: FakeStation) -> None:
    """One that is watched, and a card that was put off."""
    trigger = station.written[0].hash
    for name, title in (("s1", "Bolt 3 is low"), ("s2", "T-07 drifts")):
        station.write(
            SituationOpened(
                situation=name,
                kind="nok",
                key=KEY,
                title=title,
                evidence=(EvidenceRef("ST-040-1-1", trigger),),
                context={"station": "ST-040"},
            )
        )
    station.write(
        DecisionMade(
            decision="d1",
            situation="s1",
            key=KEY,
            constraint="tool_out",
            response="show_again",
            kind="correct",
            role="lead",
            shift="early",
            context={"station": "ST-040"},
        )
    )
    station.write(CardPostponed(situation="s2", shift="early"))


def write_checks(station: FakeStation) -> None:
    """Four: due, overdue, begun and left, and done with a line that is not OK."""
    due, late, begun, bad = (check_runs.run_at(station, number) for number in (1, 2, 3, 4))
    for run in (due, late, begun, bad):
        check_runs.write(station, run, check_runs.due(station, run))
    check_runs.write(station, late, check_runs.overdue(late))
    check_runs.write(station, begun, check_runs.started(begun), FormLeft(run=begun))
    check_runs.write(
        station, bad, check_runs.started(bad), check_runs.failed(bad),
        check_runs.completed(bad, "guard"),
    )  # fmt: skip
