"""Scenes of inspection: calibrations that are over, limits that come after the value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from msgspec import structs

from app.domain.calibration import Calibration, about
from app.domain.instructions import MeasureStep
from app.domain.refusal import Refusal
from app.domain.sample_events import SampleDecided
from app.domain.unit_run import evolve
from app.services.station_state import ShownRefusal, StationState
from tests.screens import scenes

_TODAY = date(2026, 11, 20)


def _over(device: str, grace_days: int = 0) -> Calibration:
    return Calibration(
        device=device,
        record="C-2201-88",
        due=date(2026, 11, 17),
        owner="metrology 7",
        action="take it to the measuring room, gate 3",
        grace_days=grace_days,
    )


def not_calibrated() -> StationState:
    """The gauge is not to be used."""
    state = scenes.signed_in("backlash")
    return replace(state, calibration=about("G-12", _over("G-12"), _TODAY))


def calibration_over() -> StationState:
    """Its values count and prove nothing."""
    state = scenes.signed_in("backlash")
    return replace(state, calibration=about("G-12", _over("G-12", 7), _TODAY))


def tool_not_calibrated() -> StationState:
    """The tool is not released."""
    state = scenes.signed_in("tighten-b")
    return replace(state, tool=None, calibration=about("T-07", _over("T-07"), _TODAY))


def limits_later() -> StationState:
    """A value of three was taken; what is allowed stays unsaid."""
    state = scenes.signed_in("backlash", scenes.measurement("0.112"))
    assert state.run is not None
    current = state.run.current
    assert current is not None
    assert isinstance(current.step, MeasureStep)
    blind = structs.replace(current.step, limits_later=True, repeats=3)
    steps = tuple(replace(s, step=blind) if s is current else s for s in state.run.steps)
    return replace(state, run=replace(state.run, steps=steps))


def sampled(reason: str) -> StationState:
    """The step is due on this unit for ``reason``."""
    state = scenes.signed_in("backlash")
    run = state.run
    assert run is not None
    due = SampleDecided(
        step="backlash",
        is_due=True,
        reason=reason,
        order=run.order,
        variant=run.variant,
        revision=run.revision,
        shift="Early",
    )
    return replace(state, run=evolve(run, due))


def waits() -> StationState:
    """The unit behind the first piece does not start."""
    refusal = Refusal("sample.waits", {"serial": "0418-77232", "first": "0418-77231"})
    return replace(scenes.signed_in(), refusal=ShownRefusal(refusal, scenes.NOW_US))


def soon() -> StationState:
    """A calibration ends in three days; between units it is said calmly."""
    record = Calibration(device="T-07", record="C-2201-90", due=date(2026, 11, 23))
    said, state = about("T-07", record, _TODAY), scenes.signed_in()
    assert said is not None
    return replace(state, health=replace(state.health, calibrations={"T-07": said}))


def gauge_over() -> StationState:
    """One ends soon, and one is over."""
    state = soon()
    over = about("G-12", _over("G-12"), _TODAY)
    assert over is not None
    found = {**state.health.calibrations, "G-12": over}
    return replace(state, health=replace(state.health, calibrations=found))
