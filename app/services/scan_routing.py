"""Where a scan goes: by what the code is, never by where the cursor stands."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.domain.events import ScanRefused
from app.domain.form_run import is_form
from app.domain.instructions import ConfirmStep
from app.domain.refusal import Refusal
from app.domain.rules import AcknowledgeNok, Command, Confirm, ShowCode
from app.domain.scans import Scan, ScanKind
from app.services.acts import Act
from app.services.decisions import with_decision
from app.services.label_desk import COMMANDS as LABEL_COMMANDS
from app.services.order_queue import refusal_of_choice
from app.services.station_state import ScannedCommand
from app.services.taking_up import OPEN_ELSEWHERE
from app.services.whereabouts import whereabouts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.domain.unit_run import UnitRun
    from app.services.acts import Acts
    from app.services.label_desk import LabelDesk
    from app.services.material import MaterialDesk
    from app.services.sign_in import SignIn
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts
    from app.services.unit_work import UnitWork

log = logging.getLogger(__name__)

#: Nobody scans the same code again on purpose so soon.
READ_TWICE_NS = 500_000_000
#: Only this way through the keys of a keyboard.
WEDGE = "wedge"
#: Nobody answers so soon what has only just been asked.
GUARD_NS = 250_000_000


@dataclass(frozen=True, slots=True)
class CommandNotTaken(Act):
    """The screen could do nothing with a scanned command; ``why`` is the refusal's code."""

    raw: str
    why: str


@dataclass(frozen=True, slots=True)
class ScanUnfinished(Act):
    """``count`` characters came from a scanner, and no end.  What they were may be a badge's."""

    count: int


@dataclass(frozen=True, slots=True)
class SwapUnit(Act):
    """Leave the open unit and go on with the one whose ``label`` was scanned."""

    label: str


@dataclass(frozen=True, slots=True)
class UnitIsHere(Act):
    """The unit that was refused because another station has it open is here."""


@dataclass(frozen=True, slots=True)
class TypePart(Act):
    """The label is damaged: the lot or serial that a person read on the part."""

    number: str


class ScanRouter:
    """Call it inside a turn.  ``do`` applies a command to the open unit.

    With a screen (``has_screen``) a printed command goes there: only the screen knows what its
    buttons mean now.  Without one, CONFIRM and ACK go to the open step.
    """

    def __init__(
        self,
        *,
        ports: StationPorts,
        board: StateBoard,
        work: UnitWork,
        sign_in: SignIn,
        do: Callable[[Command], Awaitable[Refusal | None]],
        append: Callable[[Body, Actor], Awaitable[None]],
        labels: LabelDesk,
        material: MaterialDesk,
    ) -> None:
        self._ports = ports
        self._board = board
        self._work = work
        self._sign_in = sign_in
        self._do = do
        self._append = append
        self._labels = labels
        self._material = material
        self.has_screen = False
        self._step_since_ns = 0
        self._last: tuple[str, int] | None = None

    def add_to(self, acts: Acts) -> None:
        acts.add(CommandNotTaken, self._not_taken)
        acts.add(ScanUnfinished, self._unfinished)
        acts.add(SwapUnit, self._swap)
        acts.add(UnitIsHere, self._is_here)
        acts.add(TypePart, self._typed)

    async def scanned(self, raw: str, means: str, at_ns: int) -> None:
        """``at_ns`` is when it came in, by the clock that nobody sets."""
        if self._is_read_twice(raw, at_ns):
            log.info("a code read twice in one go: the second is ignored")
            return
        scan = self._ports.parse_scan(raw)
        if self._is_for_the_screen(scan):
            self._hand_over(scan, at_ns)
            return
        self._board.update(scans=self._board.state.scans + 1)
        if means == WEDGE and scan.keyboard is not None:
            await self._not_read(_of_keyboard(scan.keyboard))
            return
        if scan.kind is ScanKind.BADGE:
            again = partial(self._badge_again, at_ns)
            await self._sign_in.by_badge(scan.value or "", keep_if_same=again)
            return
        self._sign_in.go_on()
        if self._board.state.person is None:
            self._sign_in.ask()
        else:
            await self._route(scan, means)

    def _is_for_the_screen(self, scan: Scan) -> bool:
        is_command = scan.kind is ScanKind.COMMAND and scan.value not in LABEL_COMMANDS
        return is_command and self.has_screen

    def _hand_over(self, scan: Scan, at_ns: int) -> None:
        waited_us = (self._ports.clock.mono_ns() - at_ns) // 1_000
        last = self._board.state.command
        command = ScannedCommand(
            word=scan.value or "",
            raw=scan.raw,
            at_us=self._ports.clock.now_us() - waited_us,
            number=1 if last is None else last.number + 1,
        )
        self._board.update(command=command)

    async def _not_taken(self, act: CommandNotTaken) -> None:
        if self._board.state.person is None:
            self._sign_in.ask()
        else:
            await self._refuse(self._ports.parse_scan(act.raw), Refusal(act.why))

    async def _unfinished(self, act: ScanUnfinished) -> None:
        await self._not_read(Refusal("scan.unfinished", {"count": str(act.count)}))

    async def _not_read(self, refusal: Refusal) -> None:
        """The code itself goes into no record: it may be a badge's."""
        body = ScanRefused(code=refusal.code, raw="", facts=refusal.facts, step=self._work.step_id)
        await self._append(body, self._sign_in.actor)
        self._sign_in.show(refusal)

    def _is_read_twice(self, raw: str, at_ns: int) -> bool:
        """What was meant once must not confirm, sign or refuse a second time."""
        last, self._last = self._last, (raw, at_ns)
        return last is not None and last[0] == raw and at_ns - last[1] < READ_TWICE_NS

    def step_began(self) -> None:
        """Another step is on the screen; how long it can be read counts from here."""
        self._step_since_ns = self._ports.clock.mono_ns()
        self._sign_in.go_on()

    def _confirmation(self, means: str) -> Confirm:
        """Measured by the clock that nobody sets."""
        return Confirm(means, (self._ports.clock.mono_ns() - self._step_since_ns) / 1e9)

    async def primary(self, means: str, at_ns: int) -> Refusal | None:
        """The primary button, pressed at ``at_ns``; it never answers a step that came later."""
        if at_ns < self._step_since_ns:
            log.info("pressed twice: the second press was made before the step that is open now")
            return None
        if self._is_after_a_unit:
            self._board.update(finished=None)
            return None
        return await self._do(self._confirmation(means))

    async def _route(self, scan: Scan, means: str) -> None:
        match scan.kind:
            case ScanKind.COMMAND:
                await self._command(scan)
            case ScanKind.ORDER:
                await self._order(scan)
            case ScanKind.UNIT:
                await self._unit(scan)
            case ScanKind.PART if self._material.is_for_stock:
                await self._box(scan)
            case _ if self._work.run is None:
                await self._refuse(scan, Refusal("scan.no_unit", {"scanned": scan.raw}))
            case _ if is_form(self._work.run.instruction):
                await self._do_by_scan(ShowCode(_plain(scan.raw)), scan)
            case _:
                await self._part(scan, means)

    async def _part(self, scan: Scan, means: str) -> None:
        await self._do_by_scan(await self._material.command(scan, means), scan)

    async def _typed(self, act: TypePart) -> Refusal | None:
        scan = await self._material.typed(act.number)
        if isinstance(scan, Refusal):
            return scan
        await self._part(scan, "typed")
        return None

    async def _box(self, scan: Scan) -> None:
        refusal = await self._material.take_box(scan)
        if refusal is not None:
            await self._refuse(scan, refusal)
        else:
            self._board.update(refusal=None)

    async def _order(self, scan: Scan) -> None:
        refusal = refusal_of_choice(scan.value or "", self._board.state.orders, self._work.run)
        if refusal is not None:
            await self._refuse(scan, refusal)
        else:
            self._board.update(chosen_order=scan.value, refusal=None)

    async def _unit(self, scan: Scan, *, is_brought: bool = False) -> None:
        serial, run = scan.value or "", self._work.run
        if run is not None and run.serial == serial:
            self._board.update(refusal=None)
            return
        # The unit comes first, the check goes on after it.
        is_check = run is not None and is_form(run.instruction)
        if run is not None and not is_check and run.completed is None and run.held is None:
            await self._refuse(scan, await self._another(serial, scan.raw, run))
            return
        refusal = await self._work.open(
            serial,
            scan.raw,
            chosen=self._board.state.chosen_order,
            rows=self._board.state.orders,
            actor=self._sign_in.actor,
            is_brought=is_brought,
        )
        if refusal is not None:
            if refusal.code == OPEN_ELSEWHERE:
                refusal = Refusal(refusal.code, refusal.facts | {"label": scan.raw})
            await self._refuse(scan, with_decision(refusal, self._board.state.decisions))
        else:
            self._board.update(refusal=None, finished=None)

    async def _another(self, serial: str, label: str, run: UnitRun) -> Refusal:
        """Whose label that was: only a person can say which unit is really on the fixture."""
        known = await whereabouts(serial, work=self._work, reference=self._ports.reference)
        facts = {"serial": serial, "open": run.serial, "label": label, **known}
        return Refusal("unit.another_open", facts)

    async def _swap(self, act: SwapUnit) -> Refusal | None:
        """The other unit is the one on the fixture: the open one keeps its state."""
        await self._work.leave(self._sign_in.actor)
        self._board.update(refusal=None)
        await self._unit(self._ports.parse_scan(act.label))
        return None

    async def _is_here(self, _: UnitIsHere) -> Refusal | None:
        """Its station may have no power: only a person can say where the unit really is."""
        shown = self._board.state.refusal
        if shown is not None and shown.refusal.code == OPEN_ELSEWHERE:
            label = self._ports.parse_scan(shown.refusal.facts["label"])
            await self._unit(label, is_brought=True)
        return None

    async def _command(self, scan: Scan) -> None:
        """A printed command does what the tap does, and never to a step that is covered."""
        commands: dict[str | None, Command] = {
            "CONFIRM": self._confirmation("scan"),
            "ACK": AcknowledgeNok(),
        }
        command = commands.get(scan.value)
        if scan.value in LABEL_COMMANDS:
            await self._label(scan)
        elif command is None:
            await self._refuse(scan, Refusal("scan.unknown_command"))
        elif self._board.state.refusal is not None:
            self._board.update(refusal=None)
        elif isinstance(command, Confirm) and self._is_after_a_unit:
            self._board.update(finished=None)
        else:
            await self._do_by_scan(command, scan)

    async def _label(self, scan: Scan) -> None:
        actor = self._sign_in.actor
        refusal = await self._labels.wanted(scan.value or "", self._work.run, actor)
        if refusal is not None:
            await self._refuse(scan, refusal)
        else:
            self._board.update(refusal=None)

    @property
    def _is_after_a_unit(self) -> bool:
        return self._board.state.finished is not None and self._work.run is None

    async def _badge_again(self, at_ns: int) -> None:
        """The badge of whoever is signed in: it signs a step that asks for it."""
        step = self._work.step
        if not isinstance(step, ConfirmStep) or not step.needs_badge:
            return
        # The badge's own code is a secret and goes into no record.
        scan = Scan(kind=ScanKind.BADGE, raw="badge")
        if at_ns - self._step_since_ns < GUARD_NS:
            await self._refuse(scan, Refusal("command.too_early"))
        else:
            await self._do_by_scan(self._confirmation("badge"), scan)

    async def _do_by_scan(self, command: Command, scan: Scan) -> None:
        refusal = await self._do(command)
        if refusal is not None:
            await self._refuse(scan, refusal)

    async def _refuse(self, scan: Scan, refusal: Refusal) -> None:
        """Keep the refused scan as a fact, then show it."""
        step = self._work.step_id
        if scan.kind is not ScanKind.UNIT:
            refusal = Refusal(refusal.code, {"scanned": scan.raw, **_what(scan), **refusal.facts})
        body = ScanRefused(code=refusal.code, raw=scan.raw, facts=refusal.facts, step=step)
        await self._append(body, self._sign_in.actor)
        self._board.show_refusal(refusal, self._ports.clock.now_us())


def _plain(raw: str) -> str:
    """The code without what a scanner says about its kind."""
    return raw[3:] if raw.startswith("]") else raw


def _of_keyboard(trap: str) -> Refusal:
    scanner, _, pc = trap.partition(":")
    if not pc:
        return Refusal("scan.caps_lock")
    return Refusal("scan.layout", {"scanner": scanner, "pc": pc})


def _what(scan: Scan) -> dict[str, str]:
    """What it was understood as, when it names a place and not a thing."""
    is_place = scan.kind is ScanKind.LOCATION
    return {"kind": scan.kind.value, "value": scan.value or ""} if is_place else {}
