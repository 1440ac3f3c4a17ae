"""Whether a scanned part may go in: wrong, unknown, expired, held and used ones may not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.instructions import in_language
from app.domain.refusal import Refusal
from app.domain.scans import GS1_SYMBOLOGIES, Scan, ScanFault, ScanKind

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.domain.instructions import BomLine
    from app.domain.plant import Hold, Lot
    from app.domain.unit_run import UnitRun


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What the station knows about a scanned part.

    ``holds`` are the active ones on its lot or serial, ``fitted_in`` the unit that has this
    serial already, ``substitute`` the lot to take first.  ``opened_at`` is when the lot was
    opened, ``keeps_order`` whether the plant refuses a lot taken before the one to take first.
    """

    today: date
    lot: Lot | None = None
    holds: tuple[Hold, ...] = ()
    fitted_in: str | None = None
    substitute: Lot | None = None
    now: datetime | None = None
    opened_at: datetime | None = None
    keeps_order: bool = False


def part_named(scan: Scan, line: BomLine) -> str | None:
    """The part of ``line`` that ``scan`` names, itself or an alternate; None for any other.

    A GTIN decides wherever both sides have one.
    """
    return next((part for part in line.parts if _is_named(scan, part, line.gtin_of(part))), None)


def _is_named(scan: Scan, part: str, gtin: str | None) -> bool:
    if scan.gtin is not None and gtin is not None:
        return scan.gtin.zfill(14) == gtin.zfill(14)
    return scan.part == part


def good_until(lot: Lot, opened_at: datetime | None) -> datetime | None:
    """When an opened lot is over; None for one that keeps, or is not opened."""
    opened = opened_at or lot.opened_at
    if lot.use_within_h is None or opened is None:
        return None
    return opened + timedelta(hours=lot.use_within_h)


def refusal_of_part(scan: Scan, line: BomLine, run: UnitRun, facts: PartFacts) -> Refusal | None:
    """Why ``scan`` may not be fitted as ``line``; None means it may."""
    found = _wrong_part(scan, line, run) or _unfit(scan, line, run, facts)
    return None if found is None else _refusal(found, scan, line, facts)


def refusal_of_extra(scan: Scan, line: BomLine, run: UnitRun, facts: PartFacts) -> Refusal | None:
    """As :func:`refusal_of_part`, for a part that is in no bill of this variant."""
    for other in run.instruction.bills.get(run.variant, ()):
        if part_named(scan, other) is not None:
            return _refusal(("extra.in_bill", {}), scan, other, facts)
    found = _not_a_part(scan) or _unknown_lot(scan, facts) or _unfit(scan, line, run, facts)
    return None if found is None else _refusal(found, scan, line, facts)


def later_than_first(scan: Scan, facts: PartFacts) -> str | None:
    """The lot that was to be taken before this one; None when this is the one."""
    first, lot = facts.substitute, facts.lot
    if first is None or lot is None or first.lot == lot.lot or first.part != lot.part:
        return None
    if first.expires is None or scan.lot is None:
        return None
    is_later = lot.expires is None or lot.expires > first.expires
    return first.lot if is_later else None


_Found = tuple[str, dict[str, str]] | None
_FAULTS = {
    ScanFault.COMPRESSED: "scan.compressed",
    ScanFault.AMBIGUOUS: "scan.ambiguous",
}


def _refusal(
    found: tuple[str, dict[str, str]], scan: Scan, line: BomLine, facts: PartFacts
) -> Refusal:
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


def _unfit(scan: Scan, line: BomLine, run: UnitRun, facts: PartFacts) -> _Found:
    """It is the right thing, but this piece or lot may not be used."""
    return (
        _unknown_origin(scan, line, facts)
        or _expired(scan, facts)
        or _opened_too_long(facts)
        or _held(facts)
        or _used(scan, line, run, facts)
        or _used_up(facts)
        or _out_of_order(scan, facts)
    )


def _not_a_part(scan: Scan) -> _Found:
    if scan.kind is ScanKind.PART:
        return None
    if scan.kind is not ScanKind.UNKNOWN:
        return "scan.not_a_part", {"kind": scan.kind.value, "value": scan.value or ""}
    if scan.fault is not None:
        return _FAULTS[scan.fault], {}
    is_label = scan.symbology in GS1_SYMBOLOGIES
    return ("scan.damaged" if is_label else "scan.unknown"), {}


def _wrong_part(scan: Scan, line: BomLine, run: UnitRun) -> _Found:
    found = _not_a_part(scan)
    if found is not None:
        return found
    if part_named(scan, line) is not None:
        return None
    for other in run.instruction.bills.get(run.variant, ()):
        part = part_named(scan, other)
        if part is not None:
            component = in_language(other.name, "en")
            return "part.not_this_step", {"scanned_part": part, "scanned_component": component}
    scanned = scan.part or scan.gtin or ""
    variants = _variants_with(scan, run)
    if variants:
        part = variants[0][1]
        where = ", ".join(name for name, _ in variants)
        return "part.other_variant", {"scanned_part": part, "variants": where}
    return "part.not_in_bill", {"scanned_part": scanned}


def _variants_with(scan: Scan, run: UnitRun) -> list[tuple[str, str]]:
    """The other variants that have it in their bill, and what they call it."""
    found: list[tuple[str, str]] = []
    for variant, lines in run.instruction.bills.items():
        parts = (part for line in lines if (part := part_named(scan, line)) is not None)
        part = next(parts, None)
        if part is not None and variant != run.variant:
            found.append((variant, part))
    return found


def _unknown_origin(scan: Scan, line: BomLine, facts: PartFacts) -> _Found:
    if line.tracked == "serial" and not scan.serial:
        return "scan.no_serial", {}
    if line.tracked != "lot":
        return _of_other_part(scan, line, facts)
    if not scan.lot:
        return "scan.no_lot", {}
    return _unknown_lot(scan, facts) or _of_other_part(scan, line, facts)


def _unknown_lot(scan: Scan, facts: PartFacts) -> _Found:
    return ("lot.unknown", {}) if scan.lot and facts.lot is None else None


def _of_other_part(scan: Scan, line: BomLine, facts: PartFacts) -> _Found:
    lot = facts.lot
    if lot is None or lot.part == (part_named(scan, line) or line.part):
        return None
    return "lot.of_other_part", {"lot_part": lot.part}


def _expired(scan: Scan, facts: PartFacts) -> _Found:
    dates = [d for d in (scan.expiry, facts.lot.expires if facts.lot else None) if d]
    if dates and min(dates) < facts.today:
        return "lot.expired", {"expired_on": min(dates).isoformat()}
    return None


def _opened_too_long(facts: PartFacts) -> _Found:
    until = None if facts.lot is None else good_until(facts.lot, facts.opened_at)
    if until is None or facts.now is None or facts.now <= until:
        return None
    hours = f"{facts.lot.use_within_h:g}" if facts.lot and facts.lot.use_within_h else ""
    return "lot.opened_too_long", {"until_time": until.isoformat(), "hours": hours}


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


def _used(scan: Scan, line: BomLine, run: UnitRun, facts: PartFacts) -> _Found:
    part = part_named(scan, line) or line.part
    pieces = (p for s in run.steps for p in s.parts if p.serial is not None)
    here = any((p.part, p.serial) == (part, scan.serial) for p in pieces)
    unit = run.serial if here else facts.fitted_in
    if scan.serial and unit is not None:
        return "serial.already_fitted", {"unit": unit}
    return None


def _used_up(facts: PartFacts) -> _Found:
    """The plant says that nothing of it is left: what is in the hand is something else."""
    is_empty = facts.lot is not None and facts.lot.quantity is not None and facts.lot.quantity <= 0
    return ("lot.used_up", {}) if is_empty else None


def _out_of_order(scan: Scan, facts: PartFacts) -> _Found:
    first = later_than_first(scan, facts) if facts.keeps_order else None
    return None if first is None else ("lot.take_first", {"first": first})


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
