"""The situation of the failed third bolt, for every scene that has it."""

from __future__ import annotations

from app.domain.memory_events import EvidenceRef, SituationOpened
from app.ports.memory import SituationRecord

AT_US = 1_795_167_740_000_000
SITUATION = "situation-1"


def third_bolt() -> SituationRecord:
    """As the station opened it, with its lot and what changed last."""
    opened = SituationOpened(
        situation=SITUATION,
        kind="nok",
        key="nok:gearbox-mount:tighten-b:3",
        title="Cover bolts, Bolt 3: torque low",
        evidence=(EvidenceRef("01JCXV47A0", "ab" * 32, "trigger", {"value": "16.94"}),),
        context={
            "about": "nok",
            "kind": "nok",
            "station": "ST-040",
            "product": "GX-200",
            "step": "tighten-b",
            "part": "HS-200",
            "lot": "H-2210",
            "tool": "T-07",
            "program": "12",
            "shift": "Early",
            "last_change": "lot:HS-200",
            "last_change_to": "H-2210",
            "last_change_min": "48",
        },
        step="tighten-b",
    )
    return SituationRecord(opened, AT_US, "0418-77231")
