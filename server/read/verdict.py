"""The two words over every record: how the unit came out, and whether that is provable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.read.units import ATTENTION, BLOCKED, INFO, NOK, OK

if TYPE_CHECKING:
    from server.read.record import UnitRecord


@dataclass(frozen=True, slots=True)
class Verdict:
    """Words and the state that gives them their colour."""

    text: str
    state: str


def record_verdict(record: UnitRecord) -> tuple[Verdict, Verdict]:
    """Result and evidence; nothing is called good that is unfinished or has a gap."""
    return _result(record), _evidence(record)


def _result(record: UnitRecord) -> Verdict:
    if record.state == "held":
        return Verdict("Held", BLOCKED)
    if record.state in ("scrapped", "returned"):
        return Verdict(record.state.capitalize(), BLOCKED)
    if record.state != "completed":
        return Verdict("In work", INFO)
    if record.evidence != "provable":
        held = "Completed, on hold" if record.accepted is None else "Completed, accepted"
        return Verdict(held, ATTENTION)
    if record.reworked:
        times = "rework" if record.reworked == 1 else "reworks"
        return Verdict(f"Completed after {record.reworked} {times}", OK)
    return Verdict("Completed", OK)


def _evidence(record: UnitRecord) -> Verdict:
    proof = record.proof
    if proof.broken_at is not None:
        return Verdict(f"Chain broken at record {proof.broken_at}", NOK)
    if record.evidence == "not_provable":
        accepted = record.accepted
        by = "" if accepted is None else f", accepted by {' and '.join(accepted.by)}"
        return Verdict(f"Not provable{by}", ATTENTION)
    if not proof.records:
        return Verdict("No record names it", ATTENTION)
    text = f"{proof.records} records, unbroken"
    return Verdict(text, OK if record.state == "completed" else INFO)
