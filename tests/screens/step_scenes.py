"""States of the step runner beside the plain ones: what is missing, media, critical, identity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from app.domain.refusal import Refusal
from app.domain.requirements import needed, still_missing
from app.services.fetching import FetchList
from app.services.station_state import ShownRefusal
from tests.screens import scenes

if TYPE_CHECKING:
    from app.domain.plant import Lot
    from app.services.station_state import StationState


def missing() -> StationState:
    """Much is still to fetch: the bearing is next."""
    state = scenes.signed_in("scan-bearing")
    assert state.run is not None
    return replace(state, fetch=FetchList("PO-100482", "B", still_missing(state.run), _lots()))


def missing_of_order() -> StationState:
    """No unit yet: what one of the chosen order needs."""
    list_ = FetchList("PO-100482", "B", needed(scenes.published().instruction, "B"), _lots())
    return replace(scenes.signed_in(), chosen_order="PO-100482", fetch=list_)


def without_pictures() -> StationState:
    """The instruction is here, its pictures are still on their way."""
    return replace(scenes.instruct(), pictures={})


def critical(state: StationState) -> StationState:
    """``state``, its step a critical one."""
    assert state.run is not None
    index = state.run.index or 0
    steps = list(state.run.steps)
    step = msgspec.structs.replace(steps[index].step, is_critical=True)
    steps[index] = replace(steps[index], step=step)
    return replace(state, run=replace(state.run, steps=tuple(steps)))


def dwell() -> StationState:
    """An instruction that must be read for ten seconds; four are over."""
    state = scenes.signed_in("place")
    assert state.run is not None
    index = state.run.index or 0
    steps = list(state.run.steps)
    text = {"en": "Set it on both pins.\nTake your hands out.\nLook at the clamps."}
    step = msgspec.structs.replace(steps[index].step, machine=None, min_dwell_s=10, text=text)
    steps[index] = replace(steps[index], step=step)
    run = replace(state.run, steps=tuple(steps))
    return replace(state, run=run, step_since_us=scenes.NOW_US - 4_000_000)


def repeats() -> StationState:
    """The second of three readings came in."""
    first, second = scenes.measurement("0.112"), scenes.measurement("0.118", attempt=2)
    state = scenes.signed_in("backlash", first, second)
    assert state.run is not None
    index = state.run.index or 0
    steps = list(state.run.steps)
    steps[index] = replace(
        steps[index], step=msgspec.structs.replace(steps[index].step, repeats=3)
    )
    return replace(state, run=replace(state.run, steps=tuple(steps)))


def not_looked_at() -> StationState:
    """The places came up just now."""
    return replace(scenes.inspect(), step_since_us=scenes.NOW_US - 200_000)


def skippable(right: str = "skip_step", *rights: str, who: str = "") -> StationState:
    """The open step may be left out by somebody with ``right``."""
    state = scenes.torque()
    assert state.run is not None
    index = state.run.index or 0
    steps = list(state.run.steps)
    steps[index] = replace(
        steps[index], step=msgspec.structs.replace(steps[index].step, skip_right=right)
    )
    people = replace(state.people, rights=frozenset(rights), holders={right: who} if who else {})
    return replace(state, run=replace(state.run, steps=tuple(steps)), people=people)


def guard(**known: str) -> StationState:
    """Another unit's label was scanned while one is open."""
    facts = {
        "serial": "0418-77230",
        "open": scenes.SERIAL,
        "label": "SN 0418-77230",
        "where": "begun",
        "order": "PO-100482",
        "variant": "B",
        "number": "8",
        "step": "Backlash",
        "step_id": "backlash",
    }
    shown = ShownRefusal(Refusal("unit.another_open", facts | known), scenes.NOW_US)
    return replace(scenes.torque(), refusal=shown)


def _lots() -> dict[str, Lot]:
    by_name = {lot.lot: lot for lot in scenes.plant().lots}
    return {"housing": by_name["H-2210"], "bearing": by_name[scenes.LOT_GOOD]}
