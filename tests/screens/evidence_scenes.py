"""States of units that are not provable, and the shots of their faces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.services.evidence_state import Unproven
from app.services.station_state import ShownRefusal
from tests.screens import scenes
from tests.screens.scenes import NOW_US, SERIAL

if TYPE_CHECKING:
    from app.services.station_state import StationState

GAPS = ("typed:backlash", "limits_unknown:tighten-b.3", "no_photo:label", "calibration_over:gap")


def not_provable() -> StationState:
    """Somebody scanned a unit that waits."""
    refusal = ShownRefusal(Refusal("unit.not_provable", {"serial": SERIAL}), NOW_US)
    return replace(scenes.done_with_gaps(), finished=None, refusal=refusal)


def gaps() -> StationState:
    work = scenes.published().instruction.steps_for("B")
    unproven = Unproven(SERIAL, GAPS, ("backlash", "tighten-b"), work)
    return replace(scenes.done_with_gaps(), unproven=unproven)


def accepted() -> StationState:
    state = scenes.done_with_gaps()
    assert state.finished is not None
    finished = replace(state.finished, accepted_by="Quality 31, Lead 412")
    return replace(state, finished=finished)


#: Name, face, state, and the buttons that lead there.
EVIDENCE_SHOTS = (
    ("blocked-not-provable", "blocked", not_provable, ()),
    ("done-accepted", "done", accepted, ()),
    ("evidence", "evidence", gaps, (f"evidence:{SERIAL}",)),
    ("evidence-accept", "evidence.accept", gaps, (f"evidence:{SERIAL}", "accept_gaps")),
)
