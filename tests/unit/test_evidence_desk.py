"""A unit that is not provable, at its station: its proof is made after all, or it is accepted."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256 as digest
from typing import TYPE_CHECKING

import msgspec

from app.domain.events import SignedOff, UnitCompleted
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.plant import Person
from app.domain.signatures import content_hash
from app.services.evidence_desk import AcceptEvidence, AskEvidence, LookAtEvidence
from tests.helpers.gearbox import measured
from tests.helpers.station_rig import station_at

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.station_rig import Rig

UNIT = "0418-77231"
INSPECTOR = Person(
    person="31", name="Quality 31", role="quality", badge=digest(b"431").hexdigest(), pin="3131"
)


def code(rig: Rig) -> str | None:
    return None if rig.state.refusal is None else rig.state.refusal.refusal.code


def asked_code(rig: Rig) -> str | None:
    asked = rig.state.people.asked
    return None if asked is None or asked.refusal is None else asked.refusal.code


async def built_with_a_typed_value(rig: Rig) -> None:
    await rig.publish(INSPECTOR)
    await rig.to_bolts()
    await rig.pull("1")
    await rig.pull("2")
    await rig.station.value_typed(Decimal("0.11"))
    await finish(rig)


async def finish(rig: Rig) -> None:
    """The rest of the unit, after the backlash."""
    for place in ("left", "right"):
        await rig.station.point_answered(place, True)
    await rig.station.primary_pressed()
    await rig.scan("CMD:CONFIRM")


async def test_it_does_not_open_again_and_says_that_it_waits(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.scan(f"SN {UNIT}")
        assert code(rig) == "unit.not_provable"
        await rig.station.do(LookAtEvidence(UNIT))
        found = rig.state.unproven
        assert found is not None
        assert (found.gaps, found.steps) == (("typed:backlash",), ("backlash",))
        assert "backlash" in {step.id for step in found.work}


async def test_nobody_accepts_it_without_a_reason(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AcceptEvidence(UNIT, " "))
        assert code(rig) == "evidence.no_reason"
        assert rig.state.people.asked is None


async def test_one_person_alone_accepts_nothing(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AcceptEvidence(UNIT, "proven_elsewhere"))
        await rig.scan("BADGE-412")
        assert asked_code(rig) == "right.missing"
        await rig.scan("BADGE-431")
        await rig.scan("BADGE-431")
        assert asked_code(rig) == "evidence.signed_twice"
        bodies = await rig.bodies(UNIT)
        assert not [b for b in bodies if isinstance(b, EvidenceResolved | SignedOff)]


async def test_accepted_by_two_it_stays_not_provable_and_names_them(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AcceptEvidence(UNIT, "proven_elsewhere"))
        await rig.scan("BADGE-431")
        await rig.scan("BADGE-412")
        bodies = await rig.bodies(UNIT)
        (resolved,) = [b for b in bodies if isinstance(b, EvidenceResolved)]
        assert (resolved.how, resolved.evidence) == ("accepted", "not_provable")
        assert (resolved.gaps, resolved.why) == (("typed:backlash",), "proven_elsewhere")
        assert resolved.accepted_by == ("Quality 31", "Lead 412")
        finished = rig.state.finished
        assert finished is not None
        assert (finished.evidence, finished.accepted_by) == (
            "not_provable",
            "Quality 31, Lead 412",
        )
        await rig.station.do(AcceptEvidence(UNIT, "proven_elsewhere"))
        assert code(rig) == "evidence.not_waiting"
        await rig.scan(f"SN {UNIT}")
        assert code(rig) == "unit.completed"


async def test_both_signatures_are_bound_to_the_acceptance_by_its_hash(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AcceptEvidence(UNIT, "proven_elsewhere"))
        await rig.scan("BADGE-431")
        await rig.scan("BADGE-412")
        events = await rig.journal._journal.unit_events(UNIT)
        accepted = next(e for e in events if e.kind == "evidence.resolved")
        wanted = content_hash(accepted.kind, bytes(accepted.body))
        signed = [
            msgspec.json.decode(e.body, type=SignedOff) for e in events if e.kind == "signed.off"
        ]
        assert [(s.person, s.signs) for s in signed] == [("31", wanted), ("412", wanted)]


async def test_the_proof_is_made_after_all_and_the_unit_is_provable(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AskEvidence(UNIT))
        await rig.scan("BADGE-412")
        assert rig.step == "backlash"
        assert rig.state.run is not None
        assert rig.state.run.asked is not None
        await rig.station.gauge_read(measured("0.11"))
        await rig.until(lambda s: s.finished is not None)
        finished = rig.state.finished
        assert finished is not None
        assert (finished.evidence, finished.gaps) == ("provable", ())
        bodies = await rig.bodies(UNIT)
        (asked,) = [b for b in bodies if isinstance(b, EvidenceAsked)]
        (came,) = [b for b in bodies if isinstance(b, EvidenceResolved)]
        assert (asked.gaps, asked.steps, asked.signed) == (
            ("typed:backlash",),
            ("backlash",),
            ("412",),
        )
        assert (came.how, came.evidence, came.gaps) == ("came", "provable", ("typed:backlash",))
        done = [b for b in bodies if isinstance(b, UnitCompleted)]
        assert [b.evidence for b in done] == ["not_provable", "provable"]


async def test_typed_again_it_is_on_hold_again(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AskEvidence(UNIT))
        await rig.scan("BADGE-412")
        await rig.station.value_typed(Decimal("0.12"))
        finished = rig.state.finished
        assert finished is not None
        assert finished.evidence == "not_provable"
        bodies = await rig.bodies(UNIT)
        assert not [b for b in bodies if isinstance(b, EvidenceResolved)]
        await rig.scan(f"SN {UNIT}")
        assert code(rig) == "unit.not_provable"


async def test_after_a_restart_it_still_waits(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AskEvidence(UNIT))
        await rig.scan("BADGE-412")
        await rig.station.unit_left()
        await rig.scan(f"SN {UNIT}")
        assert rig.step == "backlash"


async def test_nothing_is_asked_for_while_another_unit_is_in_work(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.scan("SN 0418-77232")
        await rig.station.do(AskEvidence(UNIT))
        assert code(rig) == "unit.another_open"
