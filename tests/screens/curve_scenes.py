"""States with a curve that alarms: beside a NOK, and beside an OK."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.curve_events import CurveRead, CurveWindow, LeftWindow
from tests.screens import health_scenes, scenes

if TYPE_CHECKING:
    from app.domain.events import TighteningRecorded
    from app.services.station_state import StationState

FINAL = CurveWindow("final_nm", 24.1, 26.0, 25.0, 24.7, 25.4)
BEFORE = CurveWindow("before_snug_nm", 0.0, 1.9, 0.7, 0.4, 1.2)


def nok() -> StationState:
    """Stripped, as the controller's low torque at a wide angle says too."""
    left = LeftWindow(16.94, FINAL)
    return replace(scenes.nok(), curve_reading=read_of(scenes.STRIPPED, "stripped", left))


def ok() -> StationState:
    """The controller is content with what looks like a cross-thread."""
    left = LeftWindow(6.1, BEFORE)
    return replace(scenes.torque(), curve_reading=read_of(scenes.GOOD[1], "cross_thread", left))


def later() -> StationState:
    """The work went on to the next step."""
    return replace(scenes.signed_in("backlash"), curve_reading=ok().curve_reading)


def record() -> StationState:
    """The reading of a curve among the records of its step."""
    state, read = health_scenes.values(), ok().curve_reading
    assert state.found is not None
    assert read is not None
    first = state.found.records[0]
    one = replace(first, event_id="01JCXV4800", kind=read.KIND, body=read)
    return replace(state, found=replace(state.found, records=(one, *state.found.records)))


def read_of(result: TighteningRecorded, signature: str | None, left: LeftWindow) -> CurveRead:
    """An alarming reading of the curve of ``result``."""
    return CurveRead(
        joint="gearbox:tighten-b:12:T-07",
        source=result.reading.source,
        epoch=result.reading.epoch,
        result_id=result.reading.result_id,
        blob="ab" * 32,
        step=result.step,
        position=result.position,
        is_ok=result.ok,
        verdict="alarm",
        version=1,
        signature=signature,
        left=(left,),
    )
