"""What a new state of the station does to what is open and half typed on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.instructions import InstructStep, MeasureStep, ScanStep, TorqueStep
from ui.presenters.scene import Local, closed

if TYPE_CHECKING:
    from app.services.station_state import StationState


def kept(local: Local, before: StationState, after: StationState) -> Local:
    """What was half typed belongs to one place; a scan or a refusal closes what was open.

    Who comes and goes changes neither.
    """
    moved = _place_of(before) != _place_of(after)
    scanned = before.scans != after.scans
    refused = after.refusal is not None and after.refusal != before.refusal
    signed = before.person != after.person
    page = local.page
    if page is not None and page.stays:
        return replace(closed(local), page=page) if signed else local
    if moved:
        return Local(scroll=local.scroll)
    return closed(local) if signed or refused or scanned else local


def _place_of(state: StationState) -> tuple[object, ...]:
    run = state.run
    return () if run is None else (run.serial, run.index, len(run.steps))


def may_not_wait(state: StationState) -> bool:
    """What a person must see at once."""
    run = state.run
    return (
        run is None
        or state.person is None
        or state.refusal is not None
        or state.storage_problem is not None
        or run.held is not None
        # The next step has begun: what its tool says must not wait behind a finished one.
        or (run.current is not None and bool(run.current.evidence))
    )


def done_by_itself(before: StationState, after: StationState) -> int | None:
    """The step that machine evidence just completed; never after a human claim."""
    old, new = before.run, after.run
    if old is None or new is None or old.serial != new.serial or old.index is None:
        return None
    index = old.index
    if new.index is not None and new.index <= index:
        return None
    match old.steps[index].step:
        case ScanStep() | TorqueStep() | MeasureStep():
            return index
        case InstructStep(machine=machine) if machine is not None:
            return index
        case _:
            return None
