"""What waits for a lead: whose it is, or that it belongs to no unit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import StorageFault
from app.domain.events import ReadingAssigned, ReadingDiscarded, ReadingUnassigned, UnitCompleted
from app.domain.evidence import assess
from app.domain.plant import DecidedSituation
from app.domain.readings import Quantity, ReadingKind
from app.domain.rules import AssignReading
from app.domain.unit_run import UnitRun
from app.ports.devices import CommandResult, Outcome
from app.services.unassigned import AssignResult, DiscardResult, PickResult
from tests.helpers.gearbox import NOW, accepted, at_step, done, pull, refused, tightening
from tests.helpers.station_rig import Rig, station_at

UNIT, OTHER, LEAD = "0418-77231", "0418-77232", "BADGE-412"


def waiting(rig: Rig) -> list[str]:
    return [kept.body.reading.result_id for kept in rig.state.unassigned.oldest]


async def unassigned_at_bolts(rig: Rig) -> None:
    """One result nobody asked for, and the unit still at its bolts."""
    rig.tool.answer = CommandResult(Outcome.REJECTED, "79")
    rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
    await rig.scan("BADGE-417", f"SN {UNIT}", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
    await rig.until(lambda s: s.tool is not None and s.tool.problem is not None)
    await rig.pull("1")
    assert waiting(rig) == ["1"]


async def test_a_lead_says_which_unit_it_is_of_and_it_counts_there(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.scan(LEAD)
        await rig.station.do(PickResult(0))
        assert rig.state.picked is not None
        assert [c.serial for c in rig.state.picked.choices] == [UNIT]
        await rig.station.do(AssignResult(UNIT))
        assert waiting(rig) == []
        assert rig.state.run is not None
        current = rig.state.run.current
        assert current is not None
        assert [t.means for t in current.tightenings] == ["person"]
        assert current.next_position == "2"


async def test_it_is_found_out_for_a_unit_that_was_left(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.station.unit_left()
        await rig.scan(LEAD, f"SN {OTHER}")
        await rig.station.do(PickResult(0))
        await rig.station.do(AssignResult(UNIT))
        assert any(isinstance(b, ReadingAssigned) for b in await rig.bodies(UNIT))
        assert rig.state.run is not None
        assert rig.state.run.serial == OTHER


async def test_what_belongs_to_no_unit_is_discarded_with_a_reason_and_stays_on_record(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.scan(LEAD)
        await rig.station.do(PickResult(0))
        await rig.station.do(DiscardResult("trial"))
        assert waiting(rig) == []
        said = [b for _, b in await rig.record() if isinstance(b, ReadingDiscarded)]
        assert [(b.result_id, b.why) for b in said] == [("1", "trial")]
    async with station_at(tmp_path) as rig:
        assert rig.state.unassigned.count == 0


async def test_an_operator_may_look_and_not_decide(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.station.do(PickResult(0))
        for decide in (rig.station.do(AssignResult(UNIT)), rig.station.do(DiscardResult("trial"))):
            await decide
            assert rig.state.refusal is not None
            assert rig.state.refusal.refusal.code == "right.missing"
        assert waiting(rig) == ["1"]


async def test_nothing_picked_is_nothing_decided(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.scan(LEAD)
        await rig.station.do(DiscardResult("trial"))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "result.settled"
        await rig.station.do(PickResult(7))
        assert (rig.state.picked, waiting(rig)) == (None, ["1"])


async def test_a_unit_that_was_not_offered_takes_nothing(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.scan(LEAD)
        await rig.station.do(PickResult(0))
        await rig.station.do(AssignResult(OTHER))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "result.not_for_unit"
        assert waiting(rig) == ["1"]


@pytest.mark.allow_warnings
async def test_a_full_disk_keeps_it_waiting(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.scan(LEAD)
        await rig.station.do(PickResult(0))
        rig.journal.is_broken = True
        await rig.station.do(AssignResult(UNIT))
        assert rig.state.storage_problem is not None
        assert waiting(rig) == ["1"]
        with pytest.raises(StorageFault):
            await rig.pull("2")


async def test_it_waits_across_a_restart_and_the_oldest_come_first(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        for number in range(2, 10):
            await rig.pull(str(number))
    async with station_at(tmp_path) as rig:
        await rig.until(lambda s: s.unassigned.count == 9)
        assert waiting(rig) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("kind", [ReadingKind.STATE, ReadingKind.ALARM, ReadingKind.GAP])
async def test_what_made_nothing_waits_for_nobody(tmp_path: Path, kind: ReadingKind) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", kind=kind, values=(), state="batch reset")
        assert (rig.state.unassigned.count, rig.state.refusal, rig.state.uncounted) == (
            0,
            None,
            None,
        )


def decided(decision: str, *, station: str = "ST-040") -> DecidedSituation:
    return DecidedSituation(
        situation=f"unassigned:{station}:T-07:1:1", kind="unassigned", title="A result",
        decision=decision, words="It belongs to no unit", by="lead 204", why="a trial", at=NOW,
        station=station,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (decided("not_ours"), []),
        (decided("noted"), []),
        (decided("rework"), ["1"]),
        (decided("not_ours", station="ST-050"), ["1"]),
    ],
    ids=["not ours", "noted", "rework", "another station's"],
)
async def test_what_the_plant_decided_to_be_nobody_s_waits_here_no_longer(
    tmp_path: Path, told: DecidedSituation, left: list[str]
) -> None:
    async with station_at(tmp_path) as rig:
        await unassigned_at_bolts(rig)
        await rig.told(told)
        assert waiting(rig) == left


async def test_what_another_station_of_the_controller_made_is_kept_and_waits_for_nobody(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1", source="T-07@2", identifiers=("0418-1",))
        said = [b for _, b in await rig.record() if isinstance(b, ReadingUnassigned)]
        assert [b.reason for b in said] == ["other_station"]
        assert (rig.state.unassigned.count, rig.state.refusal) == (0, None)


# -- the rules -----------------------------------------------------------------------------------


def finished_with(run: UnitRun) -> UnitCompleted:
    """The unit's end, its bolts done as ``run`` has them."""
    return UnitCompleted(serial=run.serial, evidence="", gaps=assess(run))


def test_what_a_person_assigned_is_a_claim_and_no_proof() -> None:
    run = done(at_step("bolts"), pull())
    run = done(run, AssignReading(tightening(result_id="2")))
    assert run.current is not None
    assert run.current.step.id == "backlash"
    assert "assigned:bolts.2" in finished_with(run).gaps


def test_an_assigned_result_is_judged_like_any_other() -> None:
    body, *_ = accepted(at_step("bolts"), AssignReading(tightening("20.00", ok=False)))
    assert isinstance(body, ReadingAssigned)
    assert (body.recorded.ok, "torque_low" in body.recorded.reasons) == (False, True)


@pytest.mark.parametrize(
    ("step", "reading"),
    [
        ("backlash", tightening()),
        ("bolts", tightening(source="T-08")),
        ("bolts", tightening(kind=ReadingKind.LOOSENING)),
    ],
)
def test_only_the_open_step_of_its_tool_takes_it(step: str, reading: object) -> None:
    refusal = refused(at_step(step), AssignReading(reading))  # type: ignore[arg-type]
    assert refusal.code == "result.not_for_step"


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"values": (Quantity("torque", Decimal("25.1"), "N.m"),)}, "limits_unknown:bolts.1"),
        ({"program": None}, "program_unknown:bolts.1"),
        ({}, None),
    ],
)
def test_a_fetched_result_proves_only_what_it_says_by_itself(
    changes: dict[str, Any], gap: str | None
) -> None:
    angle = Quantity("angle", Decimal(60), "deg")
    fields: dict[str, Any] = {**changes}
    if "values" in fields:
        fields["values"] = (*fields["values"], angle)
    run = done(at_step("bolts"), pull(tightening(backfilled=True, **fields)))
    gaps = [g for g in assess(run) if g.endswith("bolts.1")]
    assert gaps == ([] if gap is None else [gap])
