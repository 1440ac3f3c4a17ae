"""What a station records for the decision memory, as short sentences of a test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.envelope import Refs
from app.domain.events import UnitCompleted, UnitStarted
from app.domain.memory_events import DecisionMade, EvidenceRef, SituationOpened

if TYPE_CHECKING:
    from tests.helpers.plant_station import FakeStation

KEY = "nok:ST-040:bolts"
CONTEXT = {"product": "GX-200", "revision": "r1", "step": "bolts", "tool": "T-07", "shift": "A"}


def build_unit(station: FakeStation, serial: str, *, revision: str = "r1") -> None:
    """A unit is started and finished."""
    started = UnitStarted(
        serial=serial,
        order="PO-1",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision=revision,
        raw=serial,
    )
    refs = Refs(unit=serial, order="PO-1")
    station.write(started, refs=refs)
    station.write(UnitCompleted(serial=serial, evidence="provable"), refs=refs)


def open_situation(station: FakeStation, name: str, **changes: Any) -> None:
    """It happened: on the evidence of the event written last."""
    trigger = station.written[-1]
    values: dict[str, Any] = {
        "situation": name,
        "kind": "nok",
        "key": KEY,
        "title": "Bolt 3: torque too low, angle too high",
        "evidence": (EvidenceRef(f"{station.name}-1-{len(station.written)}", trigger.hash),),
        "context": CONTEXT,
    }
    station.write(SituationOpened(**{**values, **changes}))


def decide(station: FakeStation, name: str, situation: str, **changes: Any) -> None:
    """Somebody decided: no repeat in ten units."""
    values: dict[str, Any] = {
        "decision": name,
        "situation": situation,
        "key": KEY,
        "constraint": "tool_out",
        "response": "replace_tool",
        "kind": "correct",
        "role": "operator",
        "shift": "2026-11-20 A",
        "context": CONTEXT,
        "expected_units": 10,
        "expected_hours": 72.0,
    }
    station.write(DecisionMade(**{**values, **changes}))
