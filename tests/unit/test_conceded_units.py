"""A failed value that is used as it is: its signatures accept that gap, and no other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.evidence_rules import completion, why_not_resolved
from app.domain.nonconformance import AS_IS, Disposition, dispose
from app.domain.quality_events import UnitDisposed
from app.services.dispositions import DisposeUnit
from tests.helpers.station_rig import station_at
from tests.unit.test_evidence_desk import finish
from tests.unit.test_quality_desk import PEOPLE, UNIT, do, sign
from tests.unit.test_quality_rules import (
    BOTH,
    LABEL,
    NEEDED_AS_IS,
    after,
    built,
    taken,
    too_often,
)

if TYPE_CHECKING:
    from pathlib import Path

TESTED = Disposition(AS_IS, "tested", BOTH)


def test_who_signed_that_a_failed_value_is_used_as_is_has_accepted_that_gap() -> None:
    run = too_often()
    run = built(after(run, dispose(run, TESTED, NEEDED_AS_IS)))
    assert run.completed is not None
    assert run.completed.evidence == "not_provable"
    assert run.accepted is not None
    assert (run.accepted.gaps, run.accepted.signed) == (("conceded:bolts",), ("31", "51"))
    assert run.accepted.accepted_by == tuple(one.name for one in BOTH)
    refusal = why_not_resolved(run)
    assert refusal is not None
    assert refusal.code == "evidence.not_waiting"


def test_a_record_from_before_names_were_kept_names_them_by_number() -> None:
    run = too_often()
    disposed = taken(dispose(run, TESTED, NEEDED_AS_IS))
    old = tuple(
        with_fields(body, signed_by=()) if isinstance(body, UnitDisposed) else body
        for body in disposed
    )
    accepted = built(after(run, old)).accepted
    assert accepted is not None
    assert accepted.accepted_by == ("31", "51")


def test_a_conceded_unit_that_lacks_more_waits_for_people_to_decide_about_all_of_it() -> None:
    run = too_often()
    run = after(run, dispose(run, TESTED, NEEDED_AS_IS))
    steps = tuple(
        replace(step, is_completed=True, is_skipped=True) if step.step is LABEL else step
        for step in run.steps
    )
    run = replace(run, steps=steps)
    run = after(run, completion(run))
    assert run.completed is not None
    assert len(run.completed.gaps) == 2
    assert run.accepted is None
    assert why_not_resolved(run) is None


async def test_the_screen_says_who_accepted_it_and_the_next_scan_asks_nobody(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(*PEOPLE)
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        while rig.state.run is not None and rig.state.run.held is None:
            await rig.station.value_typed(Decimal("0.30"))
            await rig.station.nok_acknowledged()
        await do(rig, DisposeUnit(UNIT, "use_as_is", "tested on the bench"))
        await sign(rig, "31", "51")
        await finish(rig)
        finished = rig.state.finished
        assert finished is not None
        assert (finished.evidence, finished.gaps) == ("not_provable", ("conceded:backlash",))
        assert finished.accepted_by == "Quality 31, Engineer 51"
        await rig.scan(f"SN {UNIT}")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "unit.completed"
