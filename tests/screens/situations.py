"""The situation of the failed third bolt, and of all else, for every scene that has one."""

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


#: What each kind is called in the record, its key, and what was found.
_TOLD: dict[str, tuple[str, str, dict[str, str]]] = {
    "stop": ("Station stopped: material", "stop:material", {"reason": "material"}),
    "gap": (
        "Evidence is missing: typed:backlash",
        "gap:gearbox-mount:typed:backlash",
        {"gap": "typed:backlash"},
    ),
    "drift": ("Values drift at Backlash: ewma", "drift:backlash:ewma", {"rule": "ewma"}),
    "defect": ("Defect scratch at Seal", "defect:GX-200:seal-2:scratch", {"defect": "scratch"}),
    "curve": (
        "Curve looks like stripped at Cover bolts, Bolt 3",
        "curve:tighten-b:3:stripped",
        {"curve": "stripped"},
    ),
    "conflict": (
        "The records contradict: serial already fitted",
        "conflict:gearbox-mount:scan-gear-set:serial.already_fitted",
        {"code": "serial.already_fitted", "serial": "GS-1119-0042"},
    ),
    "scan": (
        "Wrong part scanned: lot on hold",
        "scan:gearbox-mount:scan-bearing:lot.on_hold",
        {"code": "lot.on_hold", "lot": "88190"},
    ),
}


def situation(
    about: str, *, unit: str | None = "0418-77231", step: str | None = None, minutes: int = 0
) -> SituationRecord:
    """One that nobody decided about yet, opened so long ago."""
    told = f"Problem reported: {about}, Cover bolts"
    title, key, facts = _TOLD.get(about, (told, f"problem:{about}", {}))
    context = {"about": about, "station": "ST-040", "order": "PO-10412", "shift": "Early"}
    opened = SituationOpened(
        situation=f"situation-{about}",
        kind="quality",
        key=key,
        title=title,
        evidence=(EvidenceRef("01JCXV47A0", "ab" * 32, "trigger", facts),),
        context=context if step is None else {**context, "step": step},
        step=step,
    )
    return SituationRecord(opened, AT_US - minutes * 60_000_000, unit)
