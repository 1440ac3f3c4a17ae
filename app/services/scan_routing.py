"""Where a scan goes: by what the code is, never by where the cursor stands."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.domain.events import ScanRefused
from app.domain.instructions import ConfirmStep
from app.domain.refusal import Refusal
from app.domain.rules import AcknowledgeNok, Command, Confirm, FitPart
from app.domain.scans import Scan, ScanKind
from app.services.decisions import with_decision
from app.services.label_desk import COMMANDS as LABEL_COMMANDS
from app.services.order_queue import refusal_of_choice
from app.services.parts_lookup import look_up_part

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.services.label_desk import LabelDesk
    from app.services.sign_in import SignIn
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts
    from app.services.unit_work import UnitWork

log = logging.getLogger(__name__)

#: Nobody scans the same code again on purpose so soon.
READ_TWICE_NS = 500_000_000


class ScanRouter:
    """Call it inside a turn.  ``do`` applies a command to the open unit."""

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
    ) -> None:
        self._ports = ports
        self._board = board
        self._work = work
        self._sign_in = sign_in
        self._do = do
        self._append = append
        self._labels = labels
        self._step_since_ns = 0
        self._last: tuple[str, int] | None = None

    async def scanned(self, raw: str, means: str) -> None:
        if self._is_read_twice(raw):
            log.info("a code read twice in one go: the second is ignored")
            return
        scan = self._ports.parse_scan(raw)
        if scan.kind is ScanKind.BADGE:
            await self._sign_in.by_badge(scan.value or "", keep_if_same=self._badge_again)
        elif self._board.state.person is None:
            self._sign_in.ask()
        else:
            await self._route(scan, means)

    def _is_read_twice(self, raw: str) -> bool:
        """What was meant once must not confirm, sign or refuse a second time."""
        now_ns = self._ports.clock.mono_ns()
        last, self._last = self._last, (raw, now_ns)
        return last is not None and last[0] == raw and now_ns - last[1] < READ_TWICE_NS

    def step_began(self) -> None:
        """Another step is on the screen; how long it can be read counts from here."""
        self._step_since_ns = self._ports.clock.mono_ns()

    def confirmation(self, means: str) -> Confirm:
        """Measured by the clock that nobody sets."""
        return Confirm(means, (self._ports.clock.mono_ns() - self._step_since_ns) / 1e9)

    async def _route(self, scan: Scan, means: str) -> None:
        match scan.kind:
            case ScanKind.COMMAND:
                await self._command(scan)
            case ScanKind.ORDER:
                await self._order(scan)
            case ScanKind.UNIT:
                await self._unit(scan)
            case _ if self._work.run is None:
                await self._refuse(scan, Refusal("scan.no_unit", {"scanned": scan.raw}))
            case _:
                await self._part(scan, means)

    async def _part(self, scan: Scan, means: str) -> None:
        facts = await look_up_part(
            scan,
            self._work.line_to_fit,
            journal=self._ports.journal,
            reference=self._ports.reference,
            today=self._ports.today(),
        )
        await self._do_by_scan(FitPart(scan, facts, means), scan)

    async def _order(self, scan: Scan) -> None:
        refusal = refusal_of_choice(scan.value or "", self._board.state.orders, self._work.run)
        if refusal is not None:
            await self._refuse(scan, refusal)
        else:
            self._board.update(chosen_order=scan.value, refusal=None)

    async def _unit(self, scan: Scan) -> None:
        serial, run = scan.value or "", self._work.run
        if run is not None and run.serial == serial:
            return
        if run is not None and run.completed is None and run.held is None:
            facts = {"serial": serial, "open": run.serial}
            await self._refuse(scan, Refusal("unit.another_open", facts))
            return
        refusal = await self._work.open(
            serial,
            scan.raw,
            chosen=self._board.state.chosen_order,
            rows=self._board.state.orders,
            actor=self._sign_in.actor,
        )
        if refusal is not None:
            await self._refuse(scan, with_decision(refusal, self._board.state.decisions))
        else:
            self._board.update(refusal=None, finished=None)

    async def _command(self, scan: Scan) -> None:
        """A printed command does what the tap does, and never to a step that is covered."""
        commands: dict[str | None, Command] = {
            "CONFIRM": self.confirmation("scan"),
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

    async def _badge_again(self) -> None:
        """The badge of whoever is signed in: it signs a step that asks for it."""
        step = self._work.step
        if isinstance(step, ConfirmStep) and step.needs_badge:
            # The badge's own code is a secret and goes into no record.
            scan = Scan(kind=ScanKind.BADGE, raw="badge")
            await self._do_by_scan(self.confirmation("badge"), scan)

    async def _do_by_scan(self, command: Command, scan: Scan) -> None:
        refusal = await self._do(command)
        if refusal is not None:
            await self._refuse(scan, refusal)

    async def _refuse(self, scan: Scan, refusal: Refusal) -> None:
        """Keep the refused scan as a fact, then show it."""
        step = self._work.step_id
        if scan.kind is not ScanKind.UNIT:
            refusal = Refusal(refusal.code, {"scanned": scan.raw, **refusal.facts})
        body = ScanRefused(code=refusal.code, raw=scan.raw, facts=refusal.facts, step=step)
        await self._append(body, self._sign_in.actor)
        self._board.show_refusal(refusal, self._ports.clock.now_us())
