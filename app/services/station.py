"""The station: people, units, tools and scans come together here.  Runs on the I/O loop.

Every handler takes its turn under one lock, so that each fact is judged against the state the
one before it left.  What a person did is shown only after the journal has it.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.errors import StorageFault
from app.domain.events import (
    Body,
    PersonSignedIn,
    PersonSignedOut,
    ProblemReported,
    ScanRefused,
    SignInRefused,
    StationStarted,
    UnitCompleted,
)
from app.domain.instructions import ConfirmStep, MeasureStep, ScanStep
from app.domain.readings import Quantity, Reading, ReadingKind
from app.domain.refusal import Refusal
from app.domain.rules import (
    AcknowledgeNok,
    AnswerPoint,
    Command,
    Confirm,
    FitPart,
    RedoStep,
    TakeReading,
)
from app.domain.scans import Scan, ScanKind
from app.ports.journal import NewEvent
from app.services.inbox import ResultInbox
from app.services.machine_control import MachineControl
from app.services.order_queue import order_of_unit, read_queue
from app.services.parts_lookup import look_up_part
from app.services.people import Admitted, People
from app.services.state_board import StateBoard
from app.services.station_state import FinishedUnit, ShownRefusal, StationState
from app.services.tool_control import ToolControl
from app.services.unit_work import SYSTEM, UnitWork

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from datetime import date
    from decimal import Decimal

    from app.domain.plant import StationInfo
    from app.ports.clock import Clock
    from app.ports.devices import DeviceStatus, Gauge, Machine, TorqueTool
    from app.ports.journal import Blobs, Journal, Reference
    from app.ports.sync import SyncStatus

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StationPorts:
    """What the station needs from the world."""

    journal: Journal
    reference: Reference
    blobs: Blobs
    clock: Clock
    parse_scan: Callable[[str], Scan]
    verify_pin: Callable[[str, str], Awaitable[bool]]
    today: Callable[[], date]
    shift: Callable[[], str]


class Station:
    """One workstation.  Build it, ``use`` its devices, then ``run``."""

    def __init__(
        self,
        *,
        info: StationInfo,
        ports: StationPorts,
        sync: SyncStatus,
        software: str,
        on_state: Callable[[StationState], None],
    ) -> None:
        self._ports = ports
        self._software = software
        self._turn_lock = asyncio.Lock()
        self.board = StateBoard(StationState(version=0, station=info, sync=sync), on_state)
        self._work = UnitWork(ports.journal, ports.reference)
        self._people = People(
            reference=ports.reference,
            clock=ports.clock,
            verify_pin=ports.verify_pin,
            today=ports.today,
        )
        self._tools = ToolControl(board=self.board, clock=ports.clock, record=self._note)
        self._machine = MachineControl(board=self.board, answer=self._machine_answered)
        self._gauges: Mapping[str, Gauge] = {}
        self.kick_sync: Callable[[], None] = lambda: None
        self._devices: dict[str, DeviceStatus] = {}
        self.inbox = ResultInbox(
            journal=ports.journal,
            blobs=ports.blobs,
            board=self.board,
            take=self._take_result,
            record=self._record,
            storage_failed=self._storage_failed,
        )

    def use(
        self,
        *,
        tools: Mapping[str, TorqueTool],
        gauges: Mapping[str, Gauge],
        machine: tuple[str, Machine] | None,
    ) -> None:
        """Say which devices there are; call once, before ``run``."""
        self._tools.use(tools)
        self._gauges = gauges
        if machine is not None:
            self._machine.use(*machine)

    async def run(self) -> None:
        """Recover the open unit, then follow it with tool and machine until cancelled."""
        async with self._turn():
            await self._append(StationStarted(software=self._software), SYSTEM)
            refusal = await self._work.recover()
            if refusal is not None:
                self._show_refusal(refusal)
            await self._settle()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._tools.run())
                group.create_task(self._machine.run())
        finally:
            await self._tools.lock_all()

    # -- what devices and the server say ---------------------------------------------------

    def device_changed(self, status: DeviceStatus) -> None:
        self._devices[status.device] = status
        self.board.update(devices=tuple(self._devices.values()))
        self._tools.status_changed(status)
        self._machine.status_changed(status)

    def machine_changed(self) -> None:
        self._machine.show()

    def sync_changed(self, status: SyncStatus) -> None:
        self.board.update(sync=status)

    async def reference_changed(self) -> None:
        """New documents came down: orders, people, holds …."""
        async with self._turn():
            await self._settle()

    async def gauge_read(self, reading: Reading) -> None:
        """A gauge's button was pressed; taken only when its own step is open."""
        run = self._work.run
        step = run.current.step if run is not None and run.current is not None else None
        if not isinstance(step, MeasureStep) or step.gauge != reading.source:
            log.info("reading ignored: no step wants it", extra={"source": reading.source})
            return
        await self.inbox.store(reading)

    # -- what people do --------------------------------------------------------------------

    async def code_scanned(self, raw: str, means: str) -> None:
        scan = self._ports.parse_scan(raw)
        async with self._turn():
            if scan.kind is ScanKind.BADGE:
                await self._badge(scan)
            elif self.board.state.person is None:
                self._show_sign_in_refusal(Refusal("sign_in.needed"))
            else:
                await self._route(scan, means)
            await self._settle()

    async def pin_entered(self, person: str, pin: str) -> None:
        async with self._turn():
            found = await self._people.by_pin(person, pin, self.board.state.station)
            await self._admit(found, "pin")
            await self._settle()

    async def signed_out(self) -> None:
        async with self._turn():
            person = self.board.state.person
            if person is not None:
                await self._append(PersonSignedOut(person=person.person), self._actor())
                self.board.update(person=None)
            await self._settle()

    async def order_chosen(self, order: str) -> None:
        self.board.update(chosen_order=order)

    async def primary_pressed(self) -> None:
        """Confirm the step; on the screen after a finished unit, go on."""
        if self.board.state.finished is not None and self._work.run is None:
            self.board.update(finished=None)
            return
        since = self.board.state.step_since_us
        now = self._ports.clock.now_us()
        shown_s = 1e9 if since is None else (now - since) / 1e6
        await self._do(Confirm("tap", shown_s))

    async def point_answered(self, position: str, is_ok: bool) -> None:
        await self._do(AnswerPoint(position, is_ok))

    async def nok_acknowledged(self) -> None:
        await self._do(AcknowledgeNok())

    async def step_redone(self, step: str, reason: str) -> None:
        await self._do(RedoStep(step, reason))

    async def value_typed(self, value: Decimal) -> None:
        async with self._turn():
            run = self._work.run
            step = run.current.step if run is not None and run.current is not None else None
            if isinstance(step, MeasureStep):
                reading = self._typed(step, value)
                await self._do_now(TakeReading(reading, step.id, "typed"))
            await self._settle()

    async def refusal_closed(self) -> None:
        self.board.update(refusal=None, sign_in_refusal=None)

    async def problem_reported(self, code: str) -> None:
        async with self._turn():
            run = self._work.run
            step = run.current.step.id if run is not None and run.current is not None else None
            await self._append(ProblemReported(code=code, step=step), self._actor())

    async def unit_left(self) -> None:
        async with self._turn():
            await self._work.leave(self._actor())
            self.board.update(refusal=None)
            await self._settle()

    async def retry_pressed(self) -> None:
        """Try again what storage, tool or machine could not do."""
        async with self._turn():
            if self.board.state.storage_problem is not None:
                await self._ports.journal.reopen()
                await self._work.recover()
                self.board.update(storage_problem=None)
            await self._settle()
        self._tools.retry()
        self._machine.retry()
        self.kick_sync()

    # -- inside ----------------------------------------------------------------------------

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """One handler at a time; a storage fault becomes a state of the screen."""
        async with self._turn_lock:
            try:
                yield
            except StorageFault as fault:
                self._storage_failed(fault)
            else:
                self.board.update(storage_problem=None)

    async def _route(self, scan: Scan, means: str) -> None:
        match scan.kind:
            case ScanKind.COMMAND:
                await self._command(scan)
            case ScanKind.ORDER:
                self.board.update(chosen_order=scan.value)
            case ScanKind.UNIT:
                await self._unit_scanned(scan)
            case _ if self._work.run is None:
                await self._refuse(scan, Refusal("scan.no_unit", {"scanned": scan.raw}))
            case _:
                await self._part_scanned(scan, means)

    async def _part_scanned(self, scan: Scan, means: str) -> None:
        run = self._work.run
        if run is None or run.current is None:
            return
        step = run.current.step
        line = None
        if isinstance(step, ScanStep):
            line = run.instruction.bom_line(run.variant, step.component)
        facts = await look_up_part(
            scan,
            line,
            journal=self._ports.journal,
            reference=self._ports.reference,
            today=self._ports.today(),
        )
        refusal = await self._do_now(FitPart(scan, facts, means))
        if refusal is not None:
            await self._refuse(scan, refusal)

    async def _unit_scanned(self, scan: Scan) -> None:
        serial, run = scan.value or "", self._work.run
        if run is not None and run.serial == serial:
            return
        if run is not None and run.completed is None and run.held is None:
            facts = {"serial": serial, "open": run.serial}
            await self._refuse(scan, Refusal("unit.another_open", facts))
            return
        refusal = await self._open_unit(serial, scan.raw)
        if refusal is not None:
            await self._refuse(scan, refusal)
        else:
            self.board.update(refusal=None, finished=None)

    async def _open_unit(self, serial: str, raw: str) -> Refusal | None:
        state = await self._ports.journal.unit_state(serial)
        if state in ("completed", "held"):
            return Refusal(f"unit.{state}", {"serial": serial})
        if state in ("open", "left"):
            return await self._work.resume(serial, self._actor())
        found = await order_of_unit(
            serial,
            self.board.state.chosen_order,
            self.board.state.orders,
            self._ports.reference,
        )
        if isinstance(found, Refusal):
            return found
        await self._work.start(found, serial, raw, self._actor())
        return None

    async def _command(self, scan: Scan) -> None:
        match scan.value:
            case "CONFIRM":
                await self._do_now(Confirm("scan"))
            case "ACK":
                await self._do_now(AcknowledgeNok())
            case _:
                await self._refuse(scan, Refusal("scan.unknown_command", {"scanned": scan.raw}))

    async def _badge(self, scan: Scan) -> None:
        found = await self._people.by_badge(scan.value or "", self.board.state.station)
        person, run = self.board.state.person, self._work.run
        step = run.current.step if run is not None and run.current is not None else None
        is_mine = isinstance(found, Admitted) and found.person == person
        if is_mine and isinstance(step, ConfirmStep) and step.needs_badge:
            await self._do_now(Confirm("badge"))
        elif not is_mine:
            await self._admit(found, "badge")

    async def _admit(self, found: Admitted | Refusal, means: str) -> None:
        if isinstance(found, Refusal):
            body = SignInRefused(code=found.code, means=means, person=found.facts.get("person"))
            await self._append(body, SYSTEM)
            self._show_sign_in_refusal(found)
            return
        person = found.person
        body_in = PersonSignedIn(person=person.person, role=person.role, means=means)
        await self._append(body_in, Actor("person", person.person))
        others = [p for p in self.board.state.recent_people if p.person != person.person]
        recent = (person, *others)[:3]
        self.board.update(person=person, recent_people=recent, sign_in_refusal=None)

    async def _do(self, command: Command) -> None:
        async with self._turn():
            refusal = await self._do_now(command)
            if refusal is not None:
                self._show_refusal(refusal)
            await self._settle()

    async def _do_now(self, command: Command) -> Refusal | None:
        """Apply inside a turn; None when it was done."""
        result = await self._work.apply(command, self._actor())
        if isinstance(result, Refusal):
            return result
        self.board.update(refusal=None)
        await self._note_completion(result)
        return None

    async def _take_result(self, reading: Reading) -> None:
        """A tool's or gauge's result, from the inbox; raises what the journal raises."""
        async with self._turn_lock:
            armed = self._tools.armed_step
            run = self._work.run
            if run is not None and run.current is not None:
                step = run.current.step
                if isinstance(step, MeasureStep) and step.gauge == reading.source:
                    armed = step.id
            result = await self._work.apply(
                TakeReading(reading, armed), Actor("device", reading.source)
            )
            if isinstance(result, Refusal):
                await self.inbox.keep_unassigned(reading, result.code)
                return
            self.board.update(last_reading=reading, curve=None)
            await self._note_completion(result)
            await self._settle()

    async def _machine_answered(self, command: Command, machine: str) -> None:
        async with self._turn():
            result = await self._work.apply(command, Actor("device", machine))
            if not isinstance(result, Refusal):
                await self._note_completion(result)
            await self._settle()

    async def _note_completion(self, bodies: tuple[Body, ...]) -> None:
        done = next((b for b in bodies if isinstance(b, UnitCompleted)), None)
        if done is None:
            return
        finished = FinishedUnit(
            done.serial, done.evidence, done.gaps, done.reworked, self._ports.clock.now_us()
        )
        self._work.run = None
        self.board.update(finished=finished, refusal=None)

    async def _refuse(self, scan: Scan, refusal: Refusal) -> None:
        """Keep the refused scan as a fact, then show it."""
        run = self._work.run
        step = run.current.step.id if run is not None and run.current is not None else None
        body = ScanRefused(code=refusal.code, raw=scan.raw, facts=refusal.facts, step=step)
        await self._append(body, self._actor())
        self._show_refusal(refusal)

    def _show_refusal(self, refusal: Refusal) -> None:
        before = self.board.state.refusal
        again = before.in_a_row + 1 if before is not None else 1
        shown = ShownRefusal(refusal, self._ports.clock.now_us(), again)
        self.board.update(refusal=shown)

    def _show_sign_in_refusal(self, refusal: Refusal) -> None:
        shown = ShownRefusal(refusal, self._ports.clock.now_us())
        self.board.update(sign_in_refusal=shown)

    async def _settle(self) -> None:
        """Publish what follows from the last fact, and let tool and machine follow it."""
        before, run = self.board.state, self._work.run
        orders = await read_queue(
            self._ports.journal, self._ports.reference, run.order if run else None
        )
        row = next((r for r in orders if run is not None and r.order.order == run.order), None)
        changes: dict[str, object] = {
            "run": run,
            "orders": orders,
            "shift": self._ports.shift(),
            "order": row.order if row else None,
            "order_done": row.done if row else 0,
        }
        if _place(before.run) != _place(run):
            changes |= {"step_since_us": self._ports.clock.now_us(), "last_reading": None}
            changes |= {"curve": None, "pictures": await self._pictures(before)}
            self._flush_gauges()
        self.board.update(**changes)
        may_work = self.board.state.person is not None and before.storage_problem is None
        self._tools.follow(run, may_work=may_work)
        self._machine.follow(run, may_work=may_work)

    def _flush_gauges(self) -> None:
        for gauge in self._gauges.values():
            gauge.flush()

    async def _pictures(self, before: StationState) -> dict[str, bytes]:
        run = self._work.run
        if run is None:
            return {}
        names = [s.step.picture for s in run.steps if s.step.picture]
        have = before.pictures
        loaded = {n: have.get(n) or await self._ports.blobs.get(n) for n in names}
        return {name: content for name, content in loaded.items() if content is not None}

    async def _append(self, body: Body, actor: Actor) -> None:
        refs = self._work.refs(getattr(body, "step", None))
        await self._ports.journal.append(NewEvent(body, actor, refs))

    async def _record(self, body: Body, device: str) -> None:
        await self._append(body, Actor("device", device))

    async def _note(self, body: Body, device: str) -> None:
        """Record what a tool did; a full disk must not end the task that can still lock it."""
        try:
            await self._record(body, device)
        except StorageFault as fault:
            self._storage_failed(fault)

    def _storage_failed(self, fault: StorageFault) -> None:
        """Nothing more can be proven: say so and lock the tool."""
        log.error("the journal cannot keep what it was given", extra={"why": str(fault)})
        self.board.update(storage_problem=str(fault))
        self._tools.follow(self._work.run, may_work=False)

    def _actor(self) -> Actor:
        person = self.board.state.person
        return SYSTEM if person is None else Actor("person", person.person)

    def _typed(self, step: MeasureStep, value: Decimal) -> Reading:
        now = self._ports.clock.now_us()
        person = self._actor().id
        return Reading(
            kind=ReadingKind.MEASUREMENT,
            source=f"typed:{person}",
            result_id=str(now),
            received_at=datetime.fromtimestamp(now / 1e6, UTC),
            values=(Quantity(step.characteristic, value, step.limits.unit),),
        )


def _place(run: object) -> tuple[object, object]:
    return getattr(run, "serial", None), getattr(run, "index", None)
