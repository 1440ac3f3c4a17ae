"""Parts in and out of a unit: fitted, added beyond the bill, taken out, held afterwards.

A part that went in by mistake comes out at once when it is the person's own and harmless; one that
matters for safety takes a second person.  Whatever came out stays on record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from app.domain.instructions import BomLine, ScanStep, Text, in_language
from app.domain.material_events import (
    EXTRA,
    NOT_RETURNED,
    LotOpened,
    PartCleared,
    PartFitted,
    PartHeld,
    PartRemoved,
)
from app.domain.parts import later_than_first, part_named, refusal_of_extra, refusal_of_part
from app.domain.refusal import Refusal
from app.domain.requirements import missing_at
from app.domain.rights import ADD_PART, SIGN_OFF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.event_body import Body
    from app.domain.events import SignedOff
    from app.domain.parts import PartFacts
    from app.domain.plant import Hold, Lot
    from app.domain.scans import Scan
    from app.domain.unit_run import StepRun, UnitRun

    Decision: TypeAlias = tuple[Body, ...] | Refusal

#: What the second person's signature stands for when a safety-critical part comes out.
TAKE_OUT = "take_out"
TAKE_OUT_MEANING: Text = {
    "en": "This safety-critical part may come out of the unit.",
    "de": "Dieses sicherheitskritische Teil darf aus der Einheit heraus.",
    "es": "Esta pieza crítica para la seguridad puede salir de la unidad.",
    "pl": "Ta część krytyczna dla bezpieczeństwa może zostać wyjęta z jednostki.",
    "zh": "此安全关键零件可以从产品中取出。",
}


@dataclass(frozen=True, slots=True)
class FitPart:
    """A part was scanned; ``count`` is how many of it go in, where a person said so."""

    scan: Scan
    facts: PartFacts
    means: str = "scanner"
    count: int | None = None


@dataclass(frozen=True, slots=True)
class AddPart:
    """A part that is in no bill was scanned, and why it goes in; ``rights`` are the person's."""

    scan: Scan
    facts: PartFacts
    why: str
    means: str = "scanner"
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RemovePart:
    """Take pieces out again.  ``fitted`` names them, ``quantity`` None means all of it."""

    fitted: PartFitted
    reason: str
    quantity: int | None = None
    signed: SignedOff | None = None


def put_in(run: UnitRun, current: StepRun, command: FitPart | AddPart) -> Decision:
    """What a scanned part means for the open step."""
    if isinstance(command, AddPart):
        return _add_part(run, current, command)
    return _fit_part(run, current, command)


def _fit_part(run: UnitRun, current: StepRun, command: FitPart) -> Decision:
    """The pieces a scan fits, and that a lot was opened by it; or why it may not go in."""
    step, scan, facts = current.step, command.scan, command.facts
    if not isinstance(step, ScanStep):
        return Refusal("scan.not_expected", {"step": step.id, "scanned": scan.raw})
    line = run.instruction.bom_line(run.variant, step.component)
    if line is None:
        return Refusal("bill.no_such_component", {"component": step.component})
    refusal = refusal_of_part(scan, line, run, facts)
    if refusal is not None:
        return refusal
    missing = missing_at(run, current)
    if command.count is not None and not 0 < command.count <= missing:
        counts = {"count": str(command.count), "missing": str(missing), "scanned": scan.raw}
        return Refusal("part.too_many", counts | {"component": in_language(line.name, "en")})
    part = part_named(scan, line) or line.part
    fitted = PartFitted(
        step=step.id,
        component=line.component,
        part=part,
        instead_of=line.part if part != line.part else None,
        lot=scan.lot,
        serial=scan.serial,
        quantity=_pieces(scan, line, missing, command.count),
        raw=scan.raw,
        symbology=scan.symbology,
        means=command.means,
        instead_of_lot=later_than_first(scan, facts),
    )
    return (*_opened(facts), fitted)


def _pieces(scan: Scan, line: BomLine, missing: int, count: int | None) -> int:
    """One with a number of its own; else what the person or the label says, else all at once."""
    if line.tracked == "serial":
        return 1
    return min(count or scan.quantity or missing, missing)


def _opened(facts: PartFacts) -> tuple[Body, ...]:
    """Its first piece opens a lot that keeps only so long."""
    lot = facts.lot
    if lot is None or lot.use_within_h is None or facts.opened_at or facts.now is None:
        return ()
    opened = LotOpened(
        lot=lot.lot, part=lot.part, opened_at=facts.now, use_within_h=lot.use_within_h
    )
    return (opened,)


def _add_part(run: UnitRun, current: StepRun, command: AddPart) -> Decision:
    """A part beyond the bill: by whom may, with a reason, and judged like any other."""
    if ADD_PART not in command.rights:
        return Refusal("right.missing", {"right": ADD_PART})
    if not command.why.strip():
        return Refusal("extra.no_reason", {"scanned": command.scan.raw})
    scan, facts = command.scan, command.facts
    refusal = refusal_of_extra(scan, extra_line(scan, facts.lot), run, facts)
    if refusal is not None:
        return refusal
    fitted = PartFitted(
        step=current.step.id,
        component=EXTRA,
        part=extra_line(scan, facts.lot).part,
        lot=scan.lot,
        serial=scan.serial,
        raw=scan.raw,
        symbology=scan.symbology,
        means=command.means,
        why=command.why.strip(),
        right=ADD_PART,
    )
    return (*_opened(facts), fitted)


def extra_line(scan: Scan, lot: Lot | None) -> BomLine:
    """A line of a bill for what is in none, so that it is judged like all others."""
    part = (None if lot is None else lot.part) or scan.part or scan.gtin or scan.raw
    return BomLine(component=EXTRA, part=part, name={"en": part}, gtin=scan.gtin, tracked="none")


def remove_part(run: UnitRun, command: RemovePart) -> Decision:
    """Only what is in the unit comes out; a safety-critical part with a second signature."""
    fitted, in_it = command.fitted, quantity_in(run, command.fitted)
    name = fitted.lot or fitted.serial or fitted.part
    if run.completed is not None:
        return Refusal("unit.completed", {"serial": run.serial})
    if not in_it:
        return Refusal("part.not_in_unit", {"part": fitted.part, "name": name})
    quantity = in_it if command.quantity is None else command.quantity
    if not 0 < quantity <= in_it:
        return Refusal("part.not_so_many", {"count": str(quantity), "fitted": str(in_it)})
    if is_critical(run, fitted.component) and not _is_signed(command.signed):
        return needs_signature(fitted)
    removed = PartRemoved(
        step=fitted.step,
        component=fitted.component,
        part=fitted.part,
        lot=fitted.lot,
        serial=fitted.serial,
        quantity=quantity,
        reason=command.reason,
        is_returned=command.reason not in NOT_RETURNED,
    )
    return (*signed_at(command.signed, fitted.step), removed)


def why_not_redone(step: StepRun, run: UnitRun, signed: SignedOff | None) -> Refusal | None:
    """Doing a step again takes its parts out: with a second person where one is critical."""
    critical = next((p for p in step.parts if is_critical(run, p.component)), None)
    return None if critical is None or _is_signed(signed) else needs_signature(critical)


def needs_signature(fitted: PartFitted) -> Refusal:
    """That a second person has to agree before ``fitted`` comes out."""
    name = fitted.lot or fitted.serial or fitted.part
    return Refusal("part.needs_sign_off", {"part": fitted.part, "name": name, "right": SIGN_OFF})


def signed_at(signed: SignedOff | None, step: str) -> tuple[Body, ...]:
    """The signature as it goes into the record of ``step``."""
    return () if signed is None else (replace(signed, step=step),)


def is_critical(run: UnitRun, component: str) -> bool:
    """Whether the unit's bill calls the component safety-critical."""
    line = run.instruction.bom_line(run.variant, component)
    return line is not None and line.is_safety_critical


def quantity_in(run: UnitRun, fitted: PartFitted) -> int:
    """How many pieces of just this are in its step now."""
    step = run.step_run(fitted.step)
    parts = () if step is None else step.parts
    return sum(p.quantity for p in parts if _identity(p) == _identity(fitted))


def parts_in(run: UnitRun) -> tuple[PartFitted, ...]:
    """Everything that is in the unit, in the order of its steps."""
    return tuple(part for step in run.steps for part in step.parts)


def changes_of_holds(run: UnitRun, holds: Iterable[Hold]) -> tuple[Body, ...]:
    """What is new about the parts in the unit, now that ``holds`` are the active ones."""
    active = {hold.hold: hold for hold in holds}
    known = {held.hold for held in run.held_parts}
    lifted = (held for held in run.held_parts if held.hold not in active)
    cleared = {held.hold: PartCleared(hold=held.hold, step=held.step) for held in lifted}
    new = (h for h in active.values() if h.hold not in known)
    return (*cleared.values(), *(held for hold in new for held in _held_by(run, hold)))


def _held_by(run: UnitRun, hold: Hold) -> Iterator[PartHeld]:
    for part in parts_in(run):
        if (hold.lot is not None and hold.lot == part.lot) or (
            hold.serial is not None and hold.serial == part.serial
        ):
            yield PartHeld(
                step=part.step,
                component=part.component,
                part=part.part,
                lot=part.lot,
                serial=part.serial,
                hold=hold.hold,
                reason=hold.reason,
                owner=hold.owner,
            )


def _identity(part: PartFitted) -> tuple[str | None, ...]:
    return (part.step, part.component, part.part, part.lot, part.serial)


def _is_signed(signed: SignedOff | None) -> bool:
    return signed is not None and signed.act == TAKE_OUT and signed.right == SIGN_OFF
