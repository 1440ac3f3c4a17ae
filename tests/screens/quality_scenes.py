"""States of held units, rework and bypassed gates, and the shots of their faces."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.bypass import Passport
from app.domain.events import StepCompleted
from app.domain.instructions import ConfirmStep
from app.domain.nonconformance import order_rework
from app.domain.quality_events import BypassActivated, BypassApplied, UnitDisposed
from app.domain.quality_plans import Approval, BypassPlan, Concession
from app.domain.refusal import Refusal
from app.domain.rework import of_words
from app.domain.rights import BYPASS, REWORK
from app.domain.unit_run import replay
from app.services.quality_state import BypassView, ConcessionView, QualityState, ReworkChoice
from app.services.station_state import FinishedUnit, ShownRefusal
from tests.screens import problem_scenes, scenes
from tests.screens.scenes import NOW, NOW_US, SERIAL

if TYPE_CHECKING:
    from app.services.station_state import StationState

UNTIL = NOW + timedelta(hours=4, minutes=17)
_CHECKS = (
    ConfirmStep(
        id="by-hand",
        title={"en": "Tighten by hand to 25 Nm"},
        short={"en": "By hand"},
        statement={"en": "All bolts were tightened to 25 Nm with wrench W-3."},
    ),
    ConfirmStep(
        id="paint",
        title={"en": "Mark each bolt"},
        short={"en": "Mark bolts"},
        statement={"en": "Each bolt has a yellow mark."},
    ),
)
PLAN = BypassPlan(
    bypass="BP-17",
    station="ST-040",
    gate="torque",
    title={"en": "Nutrunner T-07 not available"},
    alternative={"en": "Click wrench W-3, 25 Nm, in a star"},
    checks=_CHECKS,
    max_units=12,
    valid_until=UNTIL,
    owner="quality 31",
    restart={"en": "Tighten the reference joint twice with T-07; both must be OK."},
    approvals=(Approval(person="31", name="Quality 31", role="quality", at=NOW),),
)
_SCAN = BypassPlan(
    bypass="BP-18",
    station="ST-040",
    gate="scan",
    title={"en": "Labels of the bearings cannot be read"},
    alternative={"en": "Read the lot aloud, a second person writes it down"},
    checks=_CHECKS[:1],
    max_units=5,
    valid_until=UNTIL,
    owner="quality 31",
    restart={"en": "Scan three labels; all must be read."},
    approvals=PLAN.approvals,
)
ACTIVATED = BypassActivated(
    bypass=PLAN.bypass,
    gate=PLAN.gate,
    alternative=PLAN.alternative,
    checks=PLAN.checks,
    max_units=PLAN.max_units,
    until=PLAN.valid_until,
    owner=PLAN.owner,
    approved_by=("31",),
    why="T-07 is being repaired",
    by="412",
    second="31",
)
_ACTIVE = Passport(
    PLAN.bypass,
    ACTIVATED,
    used=frozenset({"0418-77226", "0418-77227"}),
    is_active=True,
    needs_restart=True,
    latest=NOW,
)
_CHOICES = (
    ReworkChoice("template:seal", {"en": "Change the shaft seal"}, 4, ("seal",)),
    ReworkChoice("template:thread", {"en": "Repair a thread with an insert"}, 3, ("tighten-b",)),
    ReworkChoice("instruction:r1", {"en": "Open the gearbox and clean it"}, 11),
)
_CONCESSION = ConcessionView(
    Concession(
        concession="AW-2026-031",
        station="ST-040",
        by="customer Nordwind",
        max_units=40,
        valid_until=UNTIL,
        codes=("scratch",),
    ),
    left=9,
)


def held() -> StationState:
    state = problem_scenes.held_for_defect()
    quality = QualityState(concessions=(_CONCESSION,), reworks=_CHOICES)
    return replace(state, quality=quality)


def scrapped() -> StationState:
    state = held()
    assert state.run is not None
    body = UnitDisposed(
        serial=SERIAL, disposition="scrap", code="defect_scrap", why="Cracked", signed=("412",)
    )
    return replace(state, run=replay(state.run, (body,)))


def refused_held() -> StationState:
    state = scenes.blocked_unit()
    refusal = Refusal("unit.held", {"serial": SERIAL})
    return replace(state, refusal=ShownRefusal(refusal, NOW_US))


def may_rework() -> StationState:
    state = problem_scenes.seal()
    people = replace(state.people, rights=frozenset({REWORK, BYPASS}))
    quality = QualityState(reworks=_CHOICES, bypasses=_views())
    return replace(state, people=people, quality=quality)


def in_rework() -> StationState:
    """An operation in somebody's own, many words."""
    state = problem_scenes.defect_recorded()
    assert state.run is not None
    words = "Polish the scratch with 600 grain, never across the lip of the seal. " * 2
    decision = order_rework(state.run, of_words(words, "Scratch beside the seal"))
    assert not isinstance(decision, Refusal)
    return replace(state, run=replay(state.run, decision))


def judged() -> StationState:
    state = in_rework()
    assert state.run is not None
    run = replay(state.run, (StepCompleted(step="r1.do"),))
    return replace(state, run=run)


def bypassed() -> StationState:
    return replace(scenes.torque_first(), quality=QualityState(bypasses=_views()))


def to_check() -> StationState:
    """The step was done by its alternative; its extra checks follow."""
    state = bypassed()
    assert state.run is not None
    assert state.run.current is not None
    body = BypassApplied(
        serial=SERIAL, bypass=PLAN.bypass, step=state.run.current.step.id, checks=_CHECKS,
        number=3, of=12,
    )  # fmt: skip
    run = replay(state.run, (body,))
    steps = tuple(replace(s, is_completed=True) if s.is_bypassed else s for s in run.steps)
    return replace(state, run=replace(run, steps=steps), tool=None)


def to_verify() -> StationState:
    locked = replace(_ACTIVE, is_active=False)
    quality = QualityState(bypasses=(BypassView(locked, PLAN),))
    return replace(scenes.signed_in(), quality=quality)


def gate_locked() -> StationState:
    """Its time ended while a unit stood before the gate."""
    return replace(scenes.torque_first(), quality=to_verify().quality, tool=None)


def done_bypassed() -> StationState:
    gaps = ("bypassed:tighten-b", "conceded:seal")
    steps = scenes.published().instruction.steps_for("B")
    finished = FinishedUnit(SERIAL, "not_provable", gaps, 0, NOW_US, steps=steps)
    return replace(scenes.done(), finished=finished)


def _views() -> tuple[BypassView, ...]:
    return (BypassView(_ACTIVE, PLAN), BypassView(Passport(_SCAN.bypass), _SCAN))


def _typed(words: str) -> tuple[str, ...]:
    return tuple(f"key:{'space' if letter == ' ' else letter}" for letter in words)


_DECIDE = (f"decide:{SERIAL}",)
_OWN = ("problem", "rework", "operation:words", *_typed("Polish it"), "primary")
QUALITY_SHOTS = (
    ("held-decide", "held", held, ()),
    ("disposition", "disposition", held, _DECIDE),
    ("disposition-rework", "rework", held, (*_DECIDE, "dispose:rework")),
    (
        "disposition-concession",
        "disposition.concession",
        held,
        (*_DECIDE, "dispose:use_as_is"),
    ),
    (
        "disposition-why",
        "disposition.why",
        held,
        (*_DECIDE, "dispose:scrap", *_typed("Crack in the wall")),
    ),
    ("scrapped", "held", scrapped, ()),
    ("blocked-held", "blocked", refused_held, ()),
    ("problem-quality", "problem", may_rework, ("problem",)),
    ("rework", "rework", may_rework, ("problem", "rework")),
    ("rework-opens", "rework.opens", may_rework, _OWN),
    ("rework-why", "rework.why", may_rework, (*_OWN, "opens:-", *_typed("Scratch"))),
    ("rework-step", "step.instruct", in_rework, ()),
    ("rework-judge", "step.confirm", judged, ()),
    ("bypass", "bypass", may_rework, ("problem", "bypass")),
    ("bypass-step", "step.torque", bypassed, ()),
    ("bypass-use", "bypass.use", bypassed, ("use_bypass:BP-17",)),
    ("bypass-check", "step.confirm", to_check, ()),
    ("bypass-restart", "bypass.restart", to_verify, ()),
    ("bypass-locked", "bypass.restart", gate_locked, ()),
    ("done-bypassed", "done", done_bypassed, ()),
)
