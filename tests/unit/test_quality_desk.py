"""Held units, rework and bypasses at a station with a real journal: acts, signatures, counts."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace as with_fields

from app.domain.defect_rules import FoundDefect
from app.domain.events import UnitCompleted
from app.domain.instructions import (
    ConfirmStep,
    Instruction,
    InstructStep,
    ScanStep,
    SignOffRule,
)
from app.domain.plant import EffectiveRevision, Hold, Person
from app.domain.problem_events import DefectResolved
from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
    ReworkOrdered,
    UnitDisposed,
)
from app.domain.quality_plans import (
    Approval,
    BypassPlan,
    Concession,
    DispositionRule,
    DispositionRules,
    OperationTemplate,
)
from app.journal.outbox import SqliteOutbox
from app.ports.sync import Document
from app.services.bypasses import ActivateBypass, EndBypass, UseBypass, VerifyBypass
from app.services.defects import RecordDefect
from app.services.dispositions import (
    AskedRework,
    DisposeUnit,
    LookAtHeld,
    OrderRework,
)
from app.services.sign_off import SignByPin
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import BADGE, sha256, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.event_body import Body
    from app.services.acts import Act
    from tests.helpers.station_rig import Rig

UNIT, NEXT = "0418-77231", "0418-77232"
PEOPLE = (
    Person(person="31", name="Quality 31", role="quality", badge=sha256("31"), pin="3131"),
    Person(person="51", name="Engineer 51", role="engineer", badge=sha256("51"), pin="5151"),
    Person(person="412", name="Lead 412", role="lead", badge=sha256("412"), pin="4124"),
)
CHECK = ConfirmStep(id="wrench", title={"en": "By hand"}, statement={"en": "25 Nm by hand."})
PLAN = BypassPlan(
    bypass="BP-1",
    station="ST-040",
    gate="torque",
    title={"en": "Tool broken"},
    alternative={"en": "Click wrench W-3"},
    checks=(CHECK,),
    max_units=1,
    valid_until=NOW + timedelta(hours=2),
    owner="quality 31",
    restart={"en": "Tighten the master twice."},
    approvals=(Approval(person="31", name="Quality 31", role="quality", at=NOW),),
)
CLEAN = OperationTemplate(
    template="clean",
    title={"en": "Clean the flange"},
    steps=(InstructStep(id="wipe", title={"en": "Wipe"}),),
    opens=("bolts/2",),
)
DENTS = Concession(
    concession="C-1",
    station="ST-040",
    by="customer",
    max_units=1,
    valid_until=NOW + timedelta(hours=2),
    codes=("dent",),
)


HOLD = Hold(hold=f"unit:{UNIT}", reason="dent", owner="quality", placed_at=NOW, serial=UNIT)


async def do(rig: Rig, *acts: Act) -> None:
    for act in acts:
        await rig.station.do(act)


async def sign(rig: Rig, *people: str) -> None:
    for person in people:
        assert rig.state.people.asked is not None, person
        pins = {p.person: p.pin or "" for p in PEOPLE}
        await do(rig, SignByPin(person, pins[person]))


def refusal(rig: Rig) -> str:
    shown = rig.state.refusal
    assert shown is not None
    return shown.refusal.code


def of_kind(bodies: list[Body], *kinds: type[Body]) -> list[Body]:
    return [body for body in bodies if isinstance(body, kinds)]


async def held(rig: Rig, code: str = "dent") -> None:
    await rig.publish(*PEOPLE, CLEAN, DENTS)
    await rig.to_step("label")
    await do(rig, RecordDefect(FoundDefect(code, "minor", "scrap", step="seal"), UNIT))
    assert rig.state.run is not None
    assert rig.state.run.held == "defect_scrap"


async def test_nothing_is_decided_before_the_last_signature(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        await do(rig, DisposeUnit(UNIT, "use_as_is", "harmless"))
        await sign(rig, "31")
        assert of_kind(await rig.bodies(UNIT), UnitDisposed) == []
        assert rig.state.people.asked is not None
        assert rig.state.people.asked.right == "concede"
        await sign(rig, "31")
        assert rig.state.people.asked.refusal is not None
        assert rig.state.people.asked.refusal.code == "disposition.signed_twice"
        await sign(rig, "51")
        assert rig.state.people.asked is None
        (disposed,) = of_kind(await rig.bodies(UNIT), UnitDisposed)
        assert isinstance(disposed, UnitDisposed)
        assert disposed.signed == ("31", "51")
        assert rig.step == "label"


async def test_a_person_without_the_right_does_not_sign(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        await do(rig, DisposeUnit(UNIT, "scrap", "cracked"), SignByPin("51", "5151"))
        assert rig.state.people.asked is not None
        assert rig.state.people.asked.refusal is not None
        assert rig.state.people.asked.refusal.code == "right.missing"
        assert of_kind(await rig.bodies(UNIT), UnitDisposed) == []


async def test_a_scrapped_unit_stays_so_after_it_was_left_and_after_a_restart(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        await do(rig, DisposeUnit(UNIT, "scrap", "cracked"))
        await sign(rig, "412")
        await rig.station.unit_left()
        await rig.scan(f"SN {UNIT}")
        assert refusal(rig) == "unit.scrapped"
    async with station_at(tmp_path) as rig:
        assert rig.state.run is None
        await rig.scan(BADGE, f"SN {UNIT}")
        assert refusal(rig) == "unit.scrapped"


async def test_a_held_unit_that_was_left_is_shown_again_to_be_decided_about(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        await rig.station.unit_left()
        await rig.scan(f"SN {UNIT}")
        assert refusal(rig) == "unit.held"
        before = await rig.kinds(UNIT)
        await do(rig, LookAtHeld(UNIT))
        assert rig.state.run is not None
        assert await rig.kinds(UNIT) == before
        await do(rig, DisposeUnit(UNIT, "return", "supplier"))
        await sign(rig, "31")
        assert rig.state.run.held == "returned"


async def test_a_concession_is_counted_and_then_used_up(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        (view,) = rig.state.quality.concessions
        assert view.left == 1
        await do(rig, DisposeUnit(UNIT, "use_as_is", "conceded", "C-1"))
        await sign(rig, "31")
        assert rig.step == "label"
    async with station_at(tmp_path) as rig:
        await rig.publish(*PEOPLE, DENTS)
        await rig.station.unit_left()
        await rig.scan(BADGE, f"SN {NEXT}")
        await do(rig, RecordDefect(FoundDefect("dent", "minor", "scrap"), NEXT))
        assert rig.state.quality.concessions == ()
        await do(rig, DisposeUnit(NEXT, "use_as_is", "again", "C-1"))
        assert refusal(rig) == "concession.used_up"


async def test_a_concession_may_stand_for_the_only_signature(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        only = SignOffRule(right="concede", meaning={"en": "Accepted"})
        rule = DispositionRule(disposition="use_as_is", signatures=(only,))
        await rig.publish(DispositionRules(product="*", rules=(rule,)))
        await held(rig)
        await do(rig, DisposeUnit(UNIT, "use_as_is", "conceded", "C-1"))
        (disposed,) = of_kind(await rig.bodies(UNIT), UnitDisposed)
        assert isinstance(disposed, UnitDisposed)
        assert (disposed.concession, disposed.signed) == ("C-1", ())
        assert rig.state.people.asked is None
        assert rig.step == "label"


async def test_rework_of_a_held_unit_undoes_its_joint_and_comes_back(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        asked = AskedRework("template:clean")
        await do(rig, DisposeUnit(UNIT, "rework", "dirty", rework=asked))
        await sign(rig, "412")
        assert rig.step == "r1.wipe"
        await rig.station.primary_pressed()
        assert rig.step == "r1.judge"
        await rig.station.primary_pressed()
        assert rig.step == "bolts"
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await rig.pull("again")
        assert rig.step == "label"
        await rig.station.primary_pressed()
        bodies = await rig.bodies(UNIT)
        assert len(of_kind(bodies, ReworkOrdered, DefectResolved)) == 2
        (done,) = of_kind(bodies, UnitCompleted)
        assert isinstance(done, UnitCompleted)
        assert done.gaps == ("typed:backlash",)


async def test_rework_in_own_words_needs_the_right(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(*PEOPLE)
        await rig.to_step("label")
        order = OrderRework(UNIT, "scratch", AskedRework("words", "Polish it", ("seal",)))
        await do(rig, order)
        assert refusal(rig) == "right.missing"
        await rig.scan("BADGE-412")
        await do(rig, order)
        assert rig.step == "r1.do"
        run = rig.state.run
        assert run is not None
        seal = run.step_run("seal")
        assert seal is not None
        assert not seal.is_completed


async def activated(rig: Rig) -> None:
    await rig.publish(*PEOPLE, PLAN)
    await rig.to_bolts()
    await rig.scan("BADGE-412")
    await do(rig, ActivateBypass("BP-1", "tool broken"))
    await sign(rig, "31")


async def test_a_bypass_is_activated_by_two_who_may(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(*PEOPLE, PLAN)
        await rig.to_bolts()
        await do(rig, ActivateBypass("BP-1", "tool broken"))
        assert refusal(rig) == "right.missing"
        await rig.scan("BADGE-412")
        await do(rig, ActivateBypass("BP-1", "tool broken"))
        await sign(rig, "412")
        assert rig.state.people.asked is not None
        assert BypassActivated not in [type(body) for _, body in await rig.record()]
        await sign(rig, "31")
        assert [view.passport.left for view in rig.state.quality.active] == [1]


async def test_a_bypass_stamps_its_unit_locks_by_itself_and_wants_to_be_verified(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await activated(rig)
        await do(rig, UseBypass("BP-1", "bolts"))
        assert rig.step == "b1.wrench"
        await rig.station.unit_left()
        kinds = [type(body) for _, body in await rig.record()]
        assert kinds.count(BypassApplied) == kinds.count(BypassEnded) == 1
        await rig.scan(f"SN {NEXT}")
        assert refusal(rig) == "bypass.restart_first"
    async with station_at(tmp_path) as rig:
        await rig.publish(*PEOPLE, PLAN)
        await rig.scan("BADGE-412")
        assert [v.passport.bypass for v in rig.state.quality.to_verify] == ["BP-1"]
        await do(rig, VerifyBypass("BP-1"))
        await sign(rig, "31")
        assert BypassVerified in [type(body) for _, body in await rig.record()]
        await rig.scan(f"SN {NEXT}")
        assert rig.state.refusal is None
        await do(rig, ActivateBypass("BP-1", "again"))
        assert refusal(rig) == "bypass.used_up"


async def test_a_bypass_ends_with_its_time_and_by_hand(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await activated(rig)
        await do(rig, EndBypass("BP-1"))
        assert rig.state.quality.active == ()
        await do(rig, UseBypass("BP-1", "bolts"))
        assert refusal(rig) == "bypass.not_active"
        await do(rig, VerifyBypass("BP-1"))
        await sign(rig, "31")
        await do(rig, ActivateBypass("BP-1", "again"))
        await sign(rig, "31")
        rig.clock.us += 3 * 3_600_000_000
        await do(rig, UseBypass("BP-1", "bolts"))
        assert refusal(rig) == "bypass.expired"
        assert rig.state.quality.active == ()
        ended = of_kind([b for _, b in await rig.record()], BypassEnded)
        assert [e.reason for e in ended if isinstance(e, BypassEnded)] == ["person", "time"]
        started = of_kind([b for _, b in await rig.record()], BypassActivated)
        assert len(started) == 2


async def test_a_unit_held_at_another_station_is_not_begun_here(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        hold = Hold(
            hold=f"unit:{UNIT}", reason="dent", owner="quality", placed_at=NOW, serial=UNIT
        )
        await rig.publish(hold)
        await rig.scan(BADGE, f"SN {UNIT}")
        assert refusal(rig) == "unit.held_elsewhere"
        assert rig.state.run is None
        await rig.publish(with_fields(HOLD, lifted_at=NOW))
        await rig.scan(f"SN {UNIT}")
        assert rig.state.run is not None


async def test_what_was_decided_here_counts_before_the_plant_has_heard_of_it(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        hold = Hold(
            hold=f"unit:{UNIT}", reason="dent", owner="quality", placed_at=NOW, serial=UNIT
        )
        await rig.publish(hold)
        await do(rig, DisposeUnit(UNIT, "use_as_is", "harmless"))
        await sign(rig, "31", "51")
        await rig.station.unit_left()
        await rig.scan(f"SN {UNIT}")
        assert rig.step == "label"


async def test_the_gate_of_the_open_unit_stays_locked_until_it_is_verified(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await activated(rig)
        await do(rig, EndBypass("BP-1"))
        await rig.until(lambda s: s.tool is None or not s.tool.is_armed)
        await rig.station.primary_pressed()
        assert refusal(rig) == "bypass.restart_first"
        await rig.station.refusal_closed()
        await do(rig, VerifyBypass("BP-1"))
        await sign(rig, "31")
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)


async def test_a_held_unit_does_not_take_the_place_of_one_in_work(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        await rig.station.unit_left()
        await rig.scan(f"SN {NEXT}")
        await do(rig, LookAtHeld(UNIT))
        assert refusal(rig) == "disposition.other_unit"
        assert rig.state.run is not None
        assert rig.state.run.serial == NEXT


async def test_a_decision_about_another_unit_than_the_one_shown_is_none(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await held(rig)
        await do(rig, DisposeUnit(NEXT, "scrap", "cracked"))
        assert refusal(rig) == "disposition.other_unit"
        assert rig.state.people.asked is None


async def test_a_published_rework_instruction_is_offered_and_its_steps_are_done(
    tmp_path: Path,
) -> None:
    wipe = InstructStep(id="open", title={"en": "Open it"})
    unit = ScanStep(id="unit", title={"en": "Scan unit"}, component="unit")
    rework = Instruction(
        id="clean-up", title={"en": "Clean"}, product="GX-200", operation="rework",
        steps=(unit, wipe), bills={},
    )  # fmt: skip
    async with station_at(tmp_path) as rig:
        content = msgspec.json.encode(rework)
        revision = hashlib.sha256(content).hexdigest()
        outbox = SqliteOutbox(rig.journal._journal)
        mark, body = await outbox.feed_mark(), Document(100, "instruction", revision, content)
        await outbox.apply_feed(mark, up_to=100, documents=[body])
        await rig.publish(
            *PEOPLE,
            EffectiveRevision(instruction="clean-up", revision=revision, effective_from=NOW),
        )
        await rig.to_step("label")
        (choice,) = rig.state.quality.reworks
        assert choice.source == f"instruction:{revision}"
        await rig.scan("BADGE-412")
        await do(rig, OrderRework(UNIT, "dirty", AskedRework(choice.source)))
        assert rig.step == "r1.open"
