"""States of defects and of what is not safe, and the shots of their faces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.defects import Pin
from app.domain.events import ProblemReported, UnitHeld
from app.domain.problem_events import DefectRecorded
from app.domain.unit_run import replay
from app.services.problem_states import DefectsState, SnapView
from tests.screens import photo_scenes, scenes
from tests.screens.scenes import NOW_US, SERIAL

if TYPE_CHECKING:
    from app.domain.defects import Counts
    from app.services.station_state import StationState

_COUNTS: Counts = {
    ("seal-2", "scratch"): 7,
    ("seal-2", "dirt"): 3,
    ("3", "thread"): 4,
    ("3", "burr"): 1,
}


SCRATCH = DefectRecorded(
    serial=SERIAL,
    number=1,
    product="GX-200",
    code="scratch",
    severity="minor",
    proposal="rework_here",
    pins=(Pin(0.695, 0.65, "seal-2"),),
    zone="seal-2",
    step="seal",
)
THREAD = DefectRecorded(
    serial=SERIAL,
    number=2,
    product="GX-200",
    code="thread",
    severity="major",
    proposal="rework_here",
    pins=(Pin(0.71, 0.70, "3"),),
    zone="3",
    count=2,
    step="tighten-b",
)


def seal() -> StationState:
    """At the inspection, with a camera and what was found here before."""
    return replace(scenes.inspect(), defects=DefectsState(counts=_COUNTS, camera="CAM-1"))


def snapped() -> StationState:
    photo = photo_scenes.taken().photo
    assert photo is not None
    snap = SnapView("CAM-1", photo=photo.photo, is_sharp=False)
    return replace(seal(), defects=replace(seal().defects, snap=snap))


def defect_recorded() -> StationState:
    state = seal()
    assert state.run is not None
    run = replay(state.run, (SCRATCH,))
    kept = replace(state.defects, recorded=1, recorded_us=NOW_US)
    return replace(state, run=run, defects=kept)


def held_for_defect() -> StationState:
    state = defect_recorded()
    assert state.run is not None
    hold = UnitHeld(serial=SERIAL, code="defect_scrap", step="seal", owner="quality", defect=1)
    return replace(state, run=replay(state.run, (hold,)))


def open_defects() -> StationState:
    """Every step is done; two defects are not put right."""
    state = scenes.signed_in("label")
    assert state.run is not None
    done = tuple(replace(step, is_completed=True) for step in state.run.steps)
    run = replace(state.run, steps=done)
    return replace(state, run=replay(run, (SCRATCH, THREAD)))


def not_safe() -> StationState:
    state = scenes.torque()
    assert state.run is not None
    stopped = replay(state.run, (ProblemReported(code="not_safe", step="tighten-b"),))
    return replace(state, run=stopped, tool=replace(scenes.ARMED, is_armed=False))
