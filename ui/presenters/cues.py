"""Which sound a change of state deserves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from app.domain.unit_run import UnitRun
    from app.services.station_state import FinishedUnit, StationState


def cue_between(before: StationState, after: StationState) -> str | None:
    """One of "nok", "attention", "ok", or None; the worst one only."""
    if after.storage_problem is not None and before.storage_problem is None:
        return "nok"
    if _is_nok(after.run) and not _is_nok(before.run):
        return "nok"
    if _stray(after) - _stray(before):
        return "nok"
    if after.refusal is not None and after.refusal != before.refusal:
        return "nok" if _is_wrong_scan(after.refusal.refusal) else "attention"
    if after.sign_in_refusal is not None and after.sign_in_refusal != before.sign_in_refusal:
        return "attention"
    finished = after.finished
    if finished is not None and finished != before.finished:
        return "ok" if _is_as_it_should_be(finished) else "attention"
    if _good(after) > _good(before) and _serial(after) == _serial(before):
        return "ok"
    return None


def _is_nok(run: UnitRun | None) -> bool:
    if run is None:
        return False
    return run.held is not None or (run.current is not None and run.current.is_nok_open)


def _stray(state: StationState) -> set[tuple[str, int]]:
    """Which tools make what nobody asked for: heard when they begin, not with each result."""
    return {(one.device, one.since_us) for one in state.unwanted}


def _is_wrong_scan(refusal: Refusal) -> bool:
    """What was scanned may not be used: whoever looks at the part must hear it."""
    return refusal.code.startswith(("scan.", "part.", "lot.", "serial."))


def _is_as_it_should_be(finished: FinishedUnit) -> bool:
    """A unit that is put aside, or a check with a line not OK, does not sound like a good one."""
    if finished.failed is not None:
        return not finished.failed
    return finished.evidence == "provable" or bool(finished.accepted_by)


def _good(state: StationState) -> int:
    run = state.run
    if run is None:
        return 0
    return sum(getattr(e, "ok", True) for step in run.steps for e in step.evidence)


def _serial(state: StationState) -> str | None:
    return None if state.run is None else state.run.serial
