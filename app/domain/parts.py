"""Whether a scanned part may go in: wrong, unknown, expired, held and used ones may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.instructions import BomLine, in_language
from app.domain.refusal import Refusal
from app.domain.scans import Scan, ScanKind

if TYPE_CHECKING:
    from datetime import date

    from app.domain.plant import Hold, Lot
    from app.domain.unit_run import UnitRun


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What the station knows about a scanned part.

    ``holds`` are the active ones on its lot or serial, ``fitted_in`` the unit that has this
    serial already, ``substitute`` the lot to take instead (first to expire first).
    """

    today: date
    lot: Lot | None = None
    holds: tuple[Hold, ...] = ()
    fitted_in: str | None = None
    substitute: Lot | None = None


def part_named(scan: Scan, line: BomLine) -> str | None:
    """The part of ``line`` that ``scan`` names, itself or an alternate; None for any other.

    A GTIN decides wherever both sides have one.
    """
    return next((part for part in line.parts if _is_named(scan, part, line.gtin_of(part))), None)


def _is_named(scan: Scan, part: str, gtin: str | None) -> bool:
    if scan.gtin is not None and gtin is not None:
        return scan.gtin.zfill(14) == gtin.zfill(14)
    return scan.part == part


def refusal_of_part(scan: Scan, line: BomLine, run: UnitRun, facts: PartFacts) -> Refusal | None:
    """Why ``scan`` may not be fitted as ``line``; None means it may."""
    found = (
        _wrong_part(scan, line, run)
        or _unknown_origin(scan, line, facts)
        or _expired(scan, facts)
        or _held(facts)
        or _used(scan, run, facts)
    )
    if found is None:
        return None
    code, details = found
    common = {
        "scanned": scan.raw,
        "component": in_language(line.name, "en"),
        "part": part_named(scan, line) or line.part,
        **({"lot": scan.lot} if scan.lot else {}),
        **({"serial": scan.serial} if scan.serial else {}),
        **_substitute(facts),
    }
    return Refusal(code, common | details)


_Found = tuple[str, dict[str, str]] | None


def _wrong_part(scan: Scan, line: BomLine, run: UnitRun) -> _Found:
    if scan.kind is ScanKind.UNKNOWN:
        return "scan.unknown", {}
    if scan.kind is not ScanKind.PART:
        return "scan.not_a_part", {"kind": scan.kind.value, "value": scan.value or ""}
    if part_named(scan, line) is not None:
        return None
    for other in run.instruction.bills.get(run.variant, ()):
        part = part_named(scan, other)
        if part is not None:
            component = in_language(other.name, "en")
            return "part.not_this_step", {"scanned_part": part, "scanned_component": component}
    return "part.not_in_bill", {"scanned_part": scan.part or scan.gtin or ""}


def _unknown_origin(scan: Scan, line: BomLine, facts: PartFacts) -> _Found:
    if line.tracked == "serial" and not scan.serial:
        return "scan.no_serial", {}
    if line.tracked != "lot":
        return None
    if not scan.lot:
        return "scan.no_lot", {}
    if facts.lot is None:
        return "lot.unknown", {}
    if facts.lot.part != part_named(scan, line):
        return "lot.of_other_part", {"lot_part": facts.lot.part}
    return None


def _expired(scan: Scan, facts: PartFacts) -> _Found:
    dates = [d for d in (scan.expiry, facts.lot.expires if facts.lot else None) if d]
    if dates and min(dates) < facts.today:
        return "lot.expired", {"expired_on": min(dates).isoformat()}
    return None


def _held(facts: PartFacts) -> _Found:
    if not facts.holds:
        return None
    hold = facts.holds[0]
    return "lot.on_hold", {
        "hold": hold.hold,
        "reason": hold.reason,
        "owner": hold.owner,
        "since": hold.placed_at.isoformat(),
    }


def _used(scan: Scan, run: UnitRun, facts: PartFacts) -> _Found:
    here = any(scan.serial and p.serial == scan.serial for s in run.steps for p in s.parts)
    unit = run.serial if here else facts.fitted_in
    if scan.serial and unit is not None:
        return "serial.already_fitted", {"unit": unit}
    return None


def _substitute(facts: PartFacts) -> dict[str, str]:
    lot = facts.substitute
    if lot is None:
        return {}
    found = {
        "use_lot": lot.lot,
        "use_part": lot.part,
        "use_location": lot.location,
        "use_quantity": lot.quantity,
    }
    if lot.expires is not None:
        found["use_expires"] = lot.expires.isoformat()
    return {name: str(value) for name, value in found.items() if value is not None}
