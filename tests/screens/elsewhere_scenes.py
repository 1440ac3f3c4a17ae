"""States of a unit that other stations worked on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.ports.sync import SyncState
from app.services.elsewhere_state import Elsewhere
from app.services.station_state import ShownRefusal
from tests.screens import scenes, step_scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

FACTS = {
    "serial": scenes.SERIAL,
    "station": "ST-020",
    "since": "2026-11-20T08:12:00+00:00",
    "order": "PO-100482",
}


def gone_on(*, is_fresh: bool = True, told_us: int | None = scenes.NOW_US) -> StationState:
    """Another station did all that is done; ``is_fresh`` when the server told so just now."""
    state = scenes.torque()
    assert state.run is not None
    done = {one.step.id: "ST-020" for one in state.run.steps if one.is_completed}
    known = Elsewhere(scenes.SERIAL, done, told_us, is_fresh)
    sync = replace(state.sync, state=SyncState.OFFLINE if not is_fresh else SyncState.SYNCED)
    return replace(state, elsewhere=known, sync=sync)


def known_from() -> StationState:
    """The server could not be asked; it told of the unit an hour before."""
    return gone_on(is_fresh=False, told_us=scenes.NOW_US - 3_600_000_000)


def never_told() -> StationState:
    """The server could not be asked, and never told of the unit."""
    state = scenes.signed_in("check-variant-b")
    known = Elsewhere(scenes.SERIAL, is_fresh=False)
    return replace(state, elsewhere=known, sync=replace(state.sync, state=SyncState.OFFLINE))


def refused(code: str) -> StationState:
    """A unit's label was scanned, and another station is in the way."""
    shown = ShownRefusal(Refusal(code, FACTS | {"label": f"SN {scenes.SERIAL}"}), scenes.NOW_US)
    return replace(scenes.signed_in(), refusal=shown)


def guard(where: str = "begun") -> StationState:
    """The other unit's label was scanned, and that one is of another station."""
    return step_scenes.guard(station="ST-020", where=where)


#: Name, face and state.
ELSEWHERE_SHOTS = (
    ("gone-on", "step.torque", gone_on),
    ("gone-on-offline", "step.torque", known_from),
    ("begun-offline", "step.confirm", never_told),
    ("open-elsewhere", "blocked", lambda: refused("unit.open_elsewhere")),
    ("completed-elsewhere", "blocked", lambda: refused("unit.completed_elsewhere")),
    ("unfinished-elsewhere", "blocked", lambda: refused("unit.unfinished")),
    ("guard-elsewhere", "guard", guard),
)
