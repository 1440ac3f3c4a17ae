"""A bypass passes one gate, for so many units and so long, and leaves a gap in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from app.domain import bypass
from app.domain.bypass import Passport
from app.domain.event_body import Body
from app.domain.events import UnitHeld
from app.domain.evidence import assess
from app.domain.instructions import ScanStep
from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
    PositionsReopened,
)
from app.domain.refusal import Refusal
from app.domain.rules import decide
from app.domain.unit_run import UnitRun, replay
from tests.helpers.gearbox import NOW, pull, tightening
from tests.unit.test_quality_rules import (
    END,
    LABEL,
    PLACE,
    PLAN,
    after,
    built,
    code,
    fresh,
    taken,
)


def begun(passport: Passport = Passport("BP-1"), now: datetime = NOW, **changes: Any) -> Any:  # noqa: B008
    said = {"why": "broken", "by": "412", "second": "31", "station": "ST-040"}
    return bypass.activate(PLAN, passport, now=now, **(said | changes))


def active(now: datetime = NOW) -> Passport:
    (activated,) = begun()
    return Passport("BP-1").after(activated, now)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"station": "ST-050"}, "bypass.other_station"),
        ({"why": ""}, "bypass.no_reason"),
        ({"second": ""}, "bypass.no_second_person"),
        ({"second": "412"}, "bypass.no_second_person"),
        ({"now": END}, "bypass.expired"),
        ({"passport": replace(Passport("BP-1"), latest=END)}, "bypass.expired"),
        ({"passport": replace(Passport("BP-1"), used=frozenset("12"))}, "bypass.used_up"),
        ({"passport": replace(Passport("BP-1"), needs_restart=True)}, "bypass.restart_first"),
        ({"passport": replace(Passport("BP-1"), is_active=True)}, "bypass.is_active"),
    ],
)
def test_a_bypass_is_not_activated(changes: dict[str, Any], why: str) -> None:
    assert code(begun(**changes)) == why


@pytest.mark.parametrize(
    ("change", "why"),
    [({"approvals": ()}, "bypass.not_approved"), ({"checks": ()}, "bypass.no_checks"),
     ({"checks": (PLACE,)}, "bypass.no_checks"), ({"gate": "door"}, "bypass.no_checks")],
)  # fmt: skip
def test_a_passport_nobody_approved_or_that_checks_nothing_is_none(
    change: dict[str, Any], why: str
) -> None:
    plan = with_fields(PLAN, **change)
    refusal = bypass.refusal_of_plan(plan, station="ST-040", now=NOW)
    assert refusal is not None
    assert refusal.code == why


def test_the_bypassed_step_is_done_with_its_checks_and_is_a_gap() -> None:
    run = built(fresh(), "bolts")
    run = after(run, bypass.use(run, "bolts", active(), NOW))
    assert run.current is not None
    assert run.current.step.id == "b1.wrench"
    done = built(run)
    assert done.completed is not None
    assert done.completed.evidence == "not_provable"
    assert done.completed.gaps == ("bypassed:bolts",)


def test_a_held_unit_or_one_with_a_failed_result_is_not_let_past() -> None:
    run = built(fresh(), "bolts")
    failed = after(run, decide(run, pull(tightening("11.0"), "bolts")))
    assert code(bypass.use(failed, "bolts", active(), NOW)) == "bypass.nok_open"
    hold = replay(run, (UnitHeld(serial="1", code="x"),))
    assert code(bypass.use(hold, "bolts", active(), NOW)) == "unit.held"


def test_only_the_gate_is_passed_and_never_the_label_of_the_unit() -> None:
    run = fresh(ScanStep(id="unit", title={}, component="unit"), LABEL)
    (activated,) = begun()
    scan = Passport("BP-1").after(with_fields(activated, gate="scan"), NOW)
    assert code(bypass.use(run, "unit", scan, NOW)) == "bypass.not_this_step"
    other = built(fresh(), "label")
    assert code(bypass.use(other, "label", active(), NOW)) == "bypass.not_this_step"
    assert code(bypass.use(other, "bolts", Passport("BP-1"), NOW)) == "bypass.not_active"


def test_the_last_unit_may_finish_and_then_the_gate_locks_until_two_have_verified_it() -> None:
    passport = active()
    for serial in ("1", "2"):
        run = built(fresh(serial=serial), "bolts")
        (applied, *_) = taken(bypass.use(run, "bolts", passport, NOW))
        passport = passport.after(applied, NOW)
    assert passport.left == 0
    assert bypass.end_due(passport, in_work="2", now=NOW) is None
    assert bypass.end_due(passport, in_work=None, now=NOW) == "count"
    (ended,) = taken(bypass.end(passport, "count"))
    passport = passport.after(ended, NOW)
    assert passport.is_locked_until_verified
    assert code(bypass.verify(passport, by="412", second="412")) == "bypass.no_second_person"
    (verified,) = taken(bypass.verify(passport, by="412", second="31"))
    passport = passport.after(verified, NOW)
    assert not passport.is_locked_until_verified
    assert code(begun(passport)) == "bypass.used_up"


Step_ = st.tuples(
    st.sampled_from(["activate", "use", "end", "verify", "look"]),
    st.integers(1, 5),
    st.integers(-90, 90),
)


@given(st.lists(Step_, max_size=40))
def test_never_more_units_than_allowed_never_after_its_end_and_nothing_silent(
    steps: list[tuple[str, int, int]],
) -> None:
    """Whatever people do, in whatever order, and whatever the clock says."""
    passport, now = Passport("BP-1"), NOW
    facts: list[tuple[Body, datetime]] = []
    passed: dict[str, UnitRun] = {}
    for what, number, minutes in steps:
        now += timedelta(minutes=minutes)
        serial = str(number)
        match what:
            case "activate":
                decision = begun(passport, now)
            case "use":
                run = passed.get(serial) or built(fresh(serial=serial), "bolts")
                decision = bypass.use(run, "bolts", passport, now)
                if not isinstance(decision, Refusal):
                    passed[serial] = replay(run, decision)
            case "end":
                decision = bypass.end(passport, "person")
            case "verify":
                decision = bypass.verify(passport, by="412", second="31")
            case _:
                reason = bypass.end_due(passport, in_work=None, now=now)
                decision = bypass.end(passport, reason) if reason else Refusal("none")
        for body in () if isinstance(decision, Refusal) else decision:
            facts.append((body, now))
            passport = passport.after(body, now)
    _check(facts, passed)


def _check(facts: list[tuple[Body, datetime]], passed: dict[str, UnitRun]) -> None:
    applied = [(body, at) for body, at in facts if isinstance(body, BypassApplied)]
    assert len({body.serial for body, _ in applied}) <= PLAN.max_units
    latest, is_active, is_due = NOW - timedelta(days=9), False, False
    for body, at in facts:
        latest = max(latest, at)
        match body:
            case BypassActivated():
                assert not is_active
                assert not is_due
                assert latest < END
                is_active = is_due = True
            case BypassApplied(number=number, of=of):
                assert is_active
                assert latest < END
                assert 1 <= number <= of
            case BypassEnded():
                is_active = False
            case BypassVerified():
                is_due = False
            case _:
                pass
    for serial, run in passed.items():
        step = run.step_run("bolts")
        assert step is not None
        assert step.is_bypassed
        assert serial in {body.serial for body, _ in applied}
        assert run.step_run("b1.wrench") is not None
        assert "bypassed:bolts" in assess(run)


def test_positions_reopened_of_an_inspection_keep_the_others() -> None:
    run = built(fresh(), "label")
    run = replay(run, (PositionsReopened(step="bolts", positions=("1",), reason="x"),))
    bolts = run.step_run("bolts")
    assert bolts is not None
    assert bolts.next_position == "1"
    assert [t.position for t in bolts.tightenings] == ["2"]
