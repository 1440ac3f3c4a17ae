"""Material at the station: scans into units and stock, taking out, counts, late holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.events import StepRedone
from app.domain.instructions import in_language
from app.domain.material import (
    AddPart,
    FitPart,
    RemovePart,
    changes_of_holds,
    extra_line,
    is_critical,
)
from app.domain.material_events import (
    PartFitted,
    PartHeld,
    PartRemoved,
    StockCounted,
    StockReceived,
)
from app.domain.plant import Lot
from app.domain.refusal import Refusal
from app.domain.requirements import missing_at
from app.domain.rights import ADD_PART
from app.domain.rules import finish
from app.domain.scans import Scan, ScanKind
from app.ports.journal import LotStock
from app.services.acts import Act
from app.services.material_state import Expected, Undo
from app.services.parts_lookup import active_holds, look_up_part, material_rules
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from app.domain.event_body import Body
    from app.domain.rules import Command
    from app.domain.unit_run import UnitRun
    from app.services.acts import Acts
    from app.services.workplace import Workplace

#: For so long the next scan is taken for what a person said it would be.
EXPECTED_US = 60_000_000
WRONG_SCAN = "wrong_scan"
#: What changes what lies at the line.
_OF_STOCK = (PartFitted, PartRemoved, StepRedone)


@dataclass(frozen=True, slots=True)
class UndoScan(Act):
    """The part scanned last was the wrong one."""


@dataclass(frozen=True, slots=True)
class TakeOut(Act):
    """Pieces of ``fitted`` come out; ``quantity`` None means all of it."""

    fitted: PartFitted
    reason: str
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class ExpectExtra(Act):
    """The part scanned next goes in beyond the bill, and ``why``."""

    why: str


@dataclass(frozen=True, slots=True)
class ExpectBox(Act):
    """The label scanned next is of a box of ``quantity`` pieces that came to the line."""

    quantity: int


@dataclass(frozen=True, slots=True)
class ForgetExpected(Act):
    """The next scan is an ordinary one."""


@dataclass(frozen=True, slots=True)
class CountLot(Act):
    """So many of a lot are at the line; 0 when it is not there."""

    part: str
    lot: str
    quantity: int


@dataclass(frozen=True, slots=True)
class SetCount(Act):
    """The next scan fits ``count`` pieces and no more."""

    count: int


class MaterialDesk:
    """Call it inside a turn.  ``do`` applies a command to the open unit, ``noted`` is told."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        self._actor = at.actor
        self._do = at.do
        self._noted = at.noted
        self._is_new = True
        self._reviewed: str | None = None

    def add_to(self, acts: Acts) -> None:
        acts.add(UndoScan, self._undo)
        acts.add(TakeOut, self._take_out)
        acts.add(ExpectExtra, self._expect_extra)
        acts.add(ExpectBox, self._expect_box)
        acts.add(ForgetExpected, self._forget)
        acts.add(CountLot, self._count)
        acts.add(SetCount, self._set_count)

    # -- scans -----------------------------------------------------------------------------

    async def command(self, scan: Scan, means: str) -> Command:
        """What a scanned part is meant for: the open step, or going in beyond the bill."""
        expected = self._expected("extra")
        if expected is None:
            facts_line = self._work.line_to_fit
        else:
            lot = await self._ports.reference.get(Lot, scan.lot) if scan.lot else None
            facts_line = extra_line(scan, lot)
        facts = await look_up_part(
            scan,
            facts_line,
            journal=self._ports.journal,
            reference=self._ports.reference,
            today=self._ports.today(),
            now=self._now(),
            station=self._board.state.station.station,
        )
        if expected is None:
            return FitPart(scan, facts, means, self._board.state.material.count)
        people = self._board.state.people
        return AddPart(scan, facts, expected.why, means, people.rights)

    async def typed(self, number: str) -> Scan | Refusal:
        """The part that the open step asks for, by the lot or serial a person read on it."""
        line = self._work.line_to_fit
        if line is None:
            return Refusal("part.not_typed_here")
        rules = await material_rules(self._ports.reference, self._board.state.station.station)
        if not rules.may_be_typed:
            component = in_language(line.name, "en")
            return Refusal("part.typing_not_allowed", {"component": component})
        lot = await self._lot_typed(number)
        part = lot.part if lot is not None and lot.part in line.parts else line.part
        match line.tracked:
            case "lot":
                name = number if lot is None else lot.lot
                return Scan(kind=ScanKind.PART, raw=number, part=part, lot=name)
            case "serial":
                return Scan(kind=ScanKind.PART, raw=number, part=line.part, serial=number)
            case _:
                return Scan(kind=ScanKind.PART, raw=number, part=number)

    async def _lot_typed(self, number: str) -> Lot | None:
        """Nobody has to find the key for capital letters."""
        get = self._ports.reference.get
        return await get(Lot, number) or await get(Lot, number.upper())

    @property
    def is_for_stock(self) -> bool:
        """Whether the next part label is of a box that came to the line."""
        return self._expected("box") is not None

    async def take_box(self, scan: Scan) -> Refusal | None:
        """A box came: its lot is counted up."""
        expected = self._expected("box")
        lot = await self._ports.reference.get(Lot, scan.lot) if scan.lot else None
        if expected is None or scan.lot is None:
            return Refusal("scan.no_lot", {"scanned": scan.raw, "component": scan.part or ""})
        if lot is None:
            return Refusal("stock.lot_unknown", {"scanned": scan.raw, "lot": scan.lot})
        received = StockReceived(part=lot.part, lot=lot.lot, quantity=expected.quantity)
        await self._record(received)
        box = LotStock(lot.part, lot.lot, expected.quantity)
        self._show(expected=None, received=box)
        return None

    # -- what follows ----------------------------------------------------------------------

    def noted(self, bodies: tuple[Body, ...]) -> None:
        """What was recorded: a scan may be taken back until the next fact."""
        self._is_new = self._is_new or any(isinstance(b, _OF_STOCK) for b in bodies)
        fitted = next((b for b in reversed(bodies) if isinstance(b, PartFitted)), None)
        run, person = self._work.run, self._board.state.person
        if fitted is None or run is None or person is None:
            self._show(undo=None)
            return
        critical = is_critical(run, fitted.component)
        self._show(
            undo=Undo(run.serial, person.person, fitted, critical), expected=None, count=None
        )

    def forget(self) -> None:
        """New documents came down: a hold may be among them."""
        self._reviewed, self._is_new = None, True

    async def follow(self) -> bool:
        """After every turn: a hold may concern what is in the unit; True when stock changed."""
        run = self._work.run
        serial = None if run is None else run.serial
        if serial != self._reviewed:
            self._reviewed = serial
            if run is not None and run.completed is None:
                await self._review(run)
        if not self._is_new:
            return False
        self._is_new = False
        rules = await material_rules(self._ports.reference, self._board.state.station.station)
        self._show(
            stock=await self._ports.journal.line_stock(),
            opened=await self._ports.journal.opened_lots(),
            low_at=rules.low_stock,
        )
        return True

    async def _review(self, run: UnitRun) -> None:
        changes = changes_of_holds(run, await active_holds(self._ports.reference))
        decision = finish(run, changes) if changes else ()
        if isinstance(decision, Refusal) or not decision:
            return
        await self._work.note(SYSTEM, *decision)
        await self._noted(decision)
        held = next((b for b in decision if isinstance(b, PartHeld)), None)
        if held is not None:
            self._board.show_refusal(_held_now(held), self._ports.clock.now_us())

    # -- acts ------------------------------------------------------------------------------

    async def _undo(self, _act: UndoScan) -> Refusal | None:
        """One's own scan of just now; a second person signs where it matters for safety."""
        undo, run, person = (
            self._board.state.material.undo,
            self._work.run,
            self._board.state.person,
        )
        is_mine = undo is not None and person is not None and undo.person == person.person
        if undo is None or run is None or run.serial != undo.serial or not is_mine:
            return Refusal("part.no_mistake")
        return await self._do(RemovePart(undo.fitted, WRONG_SCAN, undo.fitted.quantity))

    async def _take_out(self, act: TakeOut) -> Refusal | None:
        return await self._do(RemovePart(act.fitted, act.reason, act.quantity))

    async def _expect_extra(self, act: ExpectExtra) -> Refusal | None:
        people = self._board.state.people
        if not people.may(ADD_PART):
            return people.without(ADD_PART)
        self._expect(Expected("extra", self._until_us(), why=act.why))
        return None

    async def _expect_box(self, act: ExpectBox) -> Refusal | None:
        self._expect(Expected("box", self._until_us(), quantity=act.quantity))
        return None

    async def _forget(self, _act: ForgetExpected) -> Refusal | None:
        self._show(expected=None, count=None, received=None)
        return None

    async def _count(self, act: CountLot) -> Refusal | None:
        await self._record(StockCounted(part=act.part, lot=act.lot, quantity=act.quantity))
        self._board.update(refusal=None)
        return None

    async def _set_count(self, act: SetCount) -> Refusal | None:
        run = self._work.run
        current = None if run is None else run.current
        missing = 0 if run is None or current is None else missing_at(run, current)
        if not 0 < act.count <= missing:
            counts = {"count": str(act.count), "missing": str(missing)}
            return Refusal("part.too_many", counts)
        self._show(count=act.count)
        return None

    # -- inside ----------------------------------------------------------------------------

    async def _record(self, body: StockReceived | StockCounted) -> None:
        await self._work.note(self._actor(), body)
        self._is_new = True

    def _expect(self, expected: Expected) -> None:
        self._show(expected=expected, received=None)

    def _expected(self, what: str) -> Expected | None:
        expected = self._board.state.material.expected
        if expected is None or expected.what != what:
            return None
        return expected if self._ports.clock.now_us() <= expected.until_us else None

    def _until_us(self) -> int:
        return self._ports.clock.now_us() + EXPECTED_US

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._ports.clock.now_us() / 1e6, UTC)

    def _show(self, **changes: object) -> None:
        material = replace(self._board.state.material, **changes)  # type: ignore[arg-type]
        if material != self._board.state.material:
            self._board.update(material=material)


def _held_now(held: PartHeld) -> Refusal:
    """A hold came for what is in the unit already."""
    which = held.lot or held.serial
    name = f"{held.part} {which}" if which else held.part
    facts = {"name": name, "hold": held.hold, "reason": held.reason, "owner": held.owner}
    return Refusal("part.held_now", facts)
