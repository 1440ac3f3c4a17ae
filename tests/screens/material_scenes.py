"""States about parts: taken back, on hold in the unit, counted at the line, not the first lot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from app.domain.events import PartFitted
from app.domain.material_events import EXTRA, PartHeld
from app.domain.refusal import Refusal
from app.domain.rights import ADD_PART
from app.domain.unit_run import begin, replay
from app.ports.journal import LotStock
from app.services.material_state import Expected, MaterialState, Undo
from app.services.station_state import ShownRefusal
from tests.screens import scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

_SHIM = PartFitted(
    step="tighten-b",
    component=EXTRA,
    part="SHIM 0.10",
    raw="S-77",
    means="scanner",
    lot="S-77",
    why="gap above 0.05 mm",
    right=ADD_PART,
)
_BEARING = PartFitted(
    step="scan-bearing",
    component="bearing",
    part="SKF 6204",
    raw="88213",
    means="scanner",
    lot="88213",
)
_HELD = PartHeld(
    step="scan-bearing",
    component="bearing",
    part="SKF 6204",
    lot="88213",
    hold="H-0097",
    reason="cage cracked",
    owner="Quality 31",
)


def at_bolts() -> StationState:
    """Most parts are in; one was added beyond the bill."""
    state = scenes.signed_in("tighten-b", _SHIM)
    return replace(state, people=replace(state.people, rights=frozenset({ADD_PART})))


def just_scanned() -> StationState:
    """The gear set was scanned a moment ago."""
    state = scenes.signed_in("place")
    assert state.run is not None
    assert state.person is not None
    fitted = state.run.steps[(state.run.index or 1) - 1].parts[-1]
    undo = Undo(state.run.serial, state.person.person, fitted, is_critical=True)
    return replace(state, material=MaterialState(undo=undo))


def several() -> StationState:
    """Four of a component; the first of them is in, from a box that had no more."""
    state = scenes.signed_in("scan-bearing")
    assert state.run is not None
    bill = state.run.instruction.bills["B"]
    four = tuple(
        msgspec.structs.replace(line, quantity=4) if line.component == "bearing" else line
        for line in bill
    )
    instruction = msgspec.structs.replace(state.run.instruction, bills={"B": four})
    blank = begin(
        serial=state.run.serial,
        order=state.run.order,
        variant="B",
        instruction=instruction,
        revision=state.run.revision,
    )
    steps = tuple(
        replace(new, evidence=old.evidence, is_completed=old.is_completed)
        for new, old in zip(blank.steps, state.run.steps, strict=True)
    )
    return replace(state, run=replay(replace(blank, steps=steps), (_BEARING,)))


def held_in_unit() -> StationState:
    """A hold came for the bearing in the unit."""
    state = scenes.torque()
    assert state.run is not None
    facts = {"name": "SKF 6204 88213", "hold": _HELD.hold}
    facts |= {"reason": _HELD.reason, "owner": _HELD.owner}
    refusal = ShownRefusal(Refusal("part.held_now", facts), scenes.NOW_US)
    return replace(state, run=replay(state.run, (_HELD,)), refusal=refusal)


def still_held() -> StationState:
    """The message was read; the part is still in."""
    return replace(held_in_unit(), refusal=None)


def held_at_the_end() -> StationState:
    """Every step is done, and the bearing on hold is still in."""
    state = still_held()
    assert state.run is not None
    steps = tuple(replace(step, is_completed=True) for step in state.run.steps)
    return replace(state, run=replace(state.run, steps=steps), tool=None)


def take_first() -> StationState:
    """A strict plant: another lot expires before this one."""
    state = scenes.signed_in("scan-bearing")
    facts = {
        "scanned": "]d20109521234502043108821317270331",
        "component": "Bearing 6204",
        "part": "SKF 6204",
        "lot": "88213",
        "first": "88170",
        "use_lot": "88170",
        "use_part": "SKF 6204",
        "use_location": "B3",
        "use_quantity": "12",
        "use_expires": "2026-12-31",
    }
    return replace(state, refusal=ShownRefusal(Refusal("lot.take_first", facts), scenes.NOW_US))


def damaged() -> StationState:
    """A label of which a piece is missing."""
    state = scenes.signed_in("scan-bearing")
    facts = {"scanned": "]d2010952123450", "component": "Bearing 6204", "part": "SKF 6204"}
    return replace(state, refusal=ShownRefusal(Refusal("scan.damaged", facts), scenes.NOW_US))


def opened_too_long() -> StationState:
    state = scenes.signed_in("scan-bearing")
    facts = {
        "scanned": "P:LOC-243;L:G-5521",
        "component": "Thread lock",
        "part": "LOC-243",
        "lot": "G-5521",
        "hours": "8",
        "until_time": "2026-11-20T05:40:00+00:00",
    }
    shown = ShownRefusal(Refusal("lot.opened_too_long", facts), scenes.NOW_US)
    return replace(state, refusal=shown)


def counted() -> StationState:
    """Three lots lie at the line, one of them low."""
    stock = (
        LotStock("GX-H-200", "H-2210", 38),
        LotStock("SKF 6204", "88170", 4),
        LotStock("SKF 6204", "88213", 120),
    )
    state = scenes.signed_in("scan-bearing")
    return replace(state, material=MaterialState(stock=stock, low_at=5))


def box_came() -> StationState:
    state = counted()
    received = LotStock("SKF 6204", "88213", 40)
    return replace(state, material=replace(state.material, received=received))


def extra_expected() -> StationState:
    state = at_bolts()
    expected = Expected("extra", scenes.NOW_US + 60_000_000, why="gap above 0.05 mm")
    return replace(state, material=MaterialState(expected=expected))
