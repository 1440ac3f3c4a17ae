"""Units that wait for a person, and the shots of their list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.rights import DISPOSE
from app.services.evidence_state import WaitingUnit
from tests.screens import scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

_HOUR_US = 3_600_000_000
_GAPS = ("typed:backlash", "limits_unknown:tighten-b.3", "no_photo:label")


def some() -> StationState:
    """Two without proof, one held by a defect, one that failed too often."""
    work = scenes.published().instruction.steps_for("B")
    units = (
        WaitingUnit("0418-77198", scenes.NOW_US - 26 * _HOUR_US, gaps=_GAPS, work=work),
        WaitingUnit(
            "0418-77204", scenes.NOW_US - 5 * _HOUR_US, held="defect_scrap", owner="quality"
        ),
        WaitingUnit("0418-77212", scenes.NOW_US - 2 * _HOUR_US, gaps=_GAPS[1:2], work=work),
        WaitingUnit("0418-77219", scenes.NOW_US - _HOUR_US // 4, held="too_many_attempts"),
    )
    state = scenes.signed_in()
    people = replace(state.people, holders={DISPOSE: "Quality 31, Engineer 51"})
    return replace(state, people=people, waiting=units)


def many() -> StationState:
    state = some()
    units = state.waiting or ()
    more = (replace(unit, serial=f"0418-78{n:03}") for n in range(5) for unit in units)
    return replace(state, waiting=tuple(more))


def none() -> StationState:
    return replace(scenes.signed_in(), waiting=())


_WAY = ("station", "waiting_units")
#: Name, face, state, and the buttons that lead there.
WAITING_SHOTS = (
    ("waiting", "waiting", some, _WAY),
    ("waiting-many", "waiting", many, (*_WAY, "down")),
    ("waiting-none", "waiting", none, _WAY),
)
