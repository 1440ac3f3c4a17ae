"""The station: people, units, tools and scans come together here.  Runs on the I/O loop.

Every handler takes its turn under one lock, so that each fact is judged against the state the
one before it left.  What a person did is shown only after the journal has it.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.errors import StorageFault
from app.domain.events import (
    Body,
    ProblemReported,
    StationStarted,
    UnitCompleted,
)
from app.domain.instructions import MeasureStep
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal
from app.domain.rules import (
    AcknowledgeNok,
    AnswerPoint,
    Command,
    Confirm,
    RedoStep,
    TakeReading,
)
from app.ports.journal import NO_REFS, NewEvent
from app.services.armings import Claim
from app.services.chronicle import Chronicle
from app.services.decisions import decisions_here
from app.services.inbox import ResultInbox
from app.services.label_desk import LabelDesk
from app.services.machine_control import MachineControl
from app.services.order_queue import read_queue
from app.services.people import People
from app.services.photo_control import PhotoControl
from app.services.pictures import load_pictures
from app.services.result_taking import ResultTaking
from app.services.scan_routing import ScanRouter
from app.services.sign_in import SignIn
from app.services.state_board import StateBoard
from app.services.station_state import ReportedProblem, StationState
from app.services.storage_problem import storage_problem
from app.services.tool_control import ToolControl
from app.services.typed_values import typed_reading
from app.services.unassigned import UnassignedResults
from app.services.unit_work import SYSTEM, UnitWork, place_of, why_unassigned

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from decimal import Decimal

    from app.domain.plant import StationInfo
    from app.domain.readings import Reading
    from app.ports.devices import (
        Camera,
        DeviceStatus,
        Gauge,
        LabelPrinter,
        Machine,
        TorqueTool,
    )
    from app.ports.sync import SyncStatus
    from app.services.station_ports import StationPorts

log = logging.getLogger(__name__)


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
        self._sign_in = SignIn(
            people=People(
                reference=ports.reference,
                clock=ports.clock,
                verify_pin=ports.verify_pin,
                today=ports.today,
            ),
            board=self.board,
            clock=ports.clock,
            append=self._append,
        )
        self._labels = LabelDesk(
            journal=ports.journal,
            board=self.board,
            clock=ports.clock,
            record=self._note_label,
            storage_failed=self._storage_failed,
        )
        self._scans = ScanRouter(
            ports=ports,
            board=self.board,
            work=self._work,
            sign_in=self._sign_in,
            do=self._do_now,
            append=self._append,
            labels=self._labels,
        )
        self._tools = ToolControl(board=self.board, clock=ports.clock, record=self._note_tool)
        self._results = ResultTaking(
            journal=ports.journal, work=self._work, board=self.board, clock=ports.clock
        )
        self._unassigned = UnassignedResults(
            journal=ports.journal,
            reference=ports.reference,
            work=self._work,
            board=self.board,
        )
        self._machine = MachineControl(board=self.board, answer=self._machine_answered)
        self._photos = PhotoControl(board=self.board, blobs=ports.blobs)
        self._chronicle = Chronicle(self._note)
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
        cameras: Mapping[str, Camera] | None = None,
        printers: Mapping[str, LabelPrinter] | None = None,
    ) -> None:
        """Say which devices there are; call once, before ``run``."""
        self._tools.use(tools)
        self._photos.use(cameras or {})
        self._labels.use(printers or {})
        self._gauges = gauges
        if machine is not None:
            self._machine.use(*machine)

    async def run(self) -> None:
        """Recover the open unit, then follow it with tool and machine until cancelled."""
        async with self._turn():
            await self._append(StationStarted(software=self._software), SYSTEM)
            await self._labels.recover()
            refusal = await self._work.recover()
            if refusal is not None:
                self._show(refusal)
            await self._unassigned.see()
            await self._see_decisions()
            await self._settle()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._tools.run())
                group.create_task(self._machine.run())
                group.create_task(self._chronicle.run())
                group.create_task(self._labels.run())
        finally:
            await self._tools.lock_all()

    # -- what devices and the server say ---------------------------------------------------

    def device_changed(self, status: DeviceStatus) -> None:
        self._devices[status.device] = status
        self.board.update(devices=tuple(self._devices.values()))
        self._tools.status_changed(status)
        self._machine.status_changed(status)
        self._chronicle.device(status)

    def device_heard(self, status: DeviceStatus) -> None:
        """A newer sign of life of a device of which nothing else changed."""
        self._devices[status.device] = status
        self.board.update(devices=tuple(self._devices.values()))

    def machine_changed(self, name: str, state: str, *, is_part_present: bool) -> None:
        """The PLC says something new; an empty state means nobody knows."""
        self._chronicle.machine(name, state, is_part_present=is_part_present)
        self._machine.show()

    def sync_changed(self, status: SyncStatus) -> None:
        self.board.update(sync=status)

    async def reference_changed(self) -> None:
        """New documents came down: orders, people, holds, decisions …."""
        async with self._turn():
            await self._see_decisions()
            await self._settle()

    async def gauge_read(self, reading: Reading) -> None:
        """A gauge's button was pressed; taken only when its own step is open.

        A wrench that no step wants has tightened something nevertheless: that is kept.
        """
        is_kept = reading.kind is ReadingKind.TIGHTENING
        if not is_kept and not self._is_wanted_of(reading.source):
            log.info("reading ignored: no step wants it", extra={"source": reading.source})
            return
        await self.inbox.store(reading)

    # -- what people do --------------------------------------------------------------------

    async def code_scanned(self, raw: str, means: str) -> None:
        async with self._turn():
            await self._scans.scanned(raw, means)
            await self._settle()

    async def pin_entered(self, person: str, pin: str) -> None:
        async with self._turn():
            await self._sign_in.by_pin(person, pin)
            await self._settle()

    async def signed_out(self) -> None:
        async with self._turn():
            await self._sign_in.out()
            await self._settle()

    async def order_chosen(self, order: str) -> None:
        self.board.update(chosen_order=order)

    async def primary_pressed(self) -> None:
        """Confirm the step; on the screen after a finished unit, go on."""
        if self._is_after_a_unit:
            self.board.update(finished=None)
        else:
            await self._do(self._scans.confirmation("tap"))

    async def point_answered(self, position: str, is_ok: bool) -> None:
        await self._do(AnswerPoint(position, is_ok))

    async def photo_pressed(self) -> None:
        if self.board.state.person is not None:
            await self._photos.take()

    async def nok_acknowledged(self) -> None:
        await self._do(AcknowledgeNok())

    async def step_redone(self, step: str, reason: str) -> None:
        await self._do(RedoStep(step, reason))

    async def value_typed(self, value: Decimal) -> None:
        async with self._turn():
            refusal = await self._take_typed(value)
            if refusal is not None:
                self._show(refusal)
            await self._settle()

    async def refusal_closed(self) -> None:
        self.board.update(refusal=None, sign_in_refusal=None)

    async def problem_reported(self, code: str) -> None:
        async with self._turn():
            body = ProblemReported(code=code, step=self._work.step_id)
            await self._append(body, self._sign_in.actor)
            self.board.update(reported=ReportedProblem(code, self._ports.clock.now_us()))

    async def result_picked(self, number: int) -> None:
        async with self._turn():
            await self._unassigned.pick(number)

    async def result_assigned(self, serial: str) -> None:
        async with self._turn():
            result = await self._unassigned.assign(serial, self._sign_in.actor)
            if isinstance(result, Refusal):
                self._show(result)
            elif self._work.run is not None and self._work.run.serial == serial:
                await self._note_completion(result)
            await self._settle()

    async def result_discarded(self, why: str) -> None:
        async with self._turn():
            refusal = await self._unassigned.discard(why, self._sign_in.actor)
            if refusal is not None:
                self._show(refusal)

    async def unit_left(self) -> None:
        async with self._turn():
            await self._work.leave(self._sign_in.actor)
            self.board.update(refusal=None)
            await self._settle()

    async def retry_pressed(self) -> None:
        """Try again what storage, tool or machine could not do."""
        async with self._turn():
            if self.board.state.storage_problem is not None:
                await self._ports.journal.reopen()
                refusal = await self._work.recover()
                self.board.update(storage_problem=None)
                if refusal is not None:
                    self._show(refusal)
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

    @property
    def _is_after_a_unit(self) -> bool:
        return self.board.state.finished is not None and self._work.run is None

    async def _take_typed(self, value: Decimal) -> Refusal | None:
        """None when the value counted; what did not is kept for a person, and said."""
        step = self._work.step
        if not isinstance(step, MeasureStep):
            return Refusal("value.not_expected", {"value": str(value)})
        now_us = self._ports.clock.now_us()
        reading = typed_reading(step, value, self._sign_in.actor.id, now_us)
        command = TakeReading(reading, step.id, "typed")
        result = await self._work.apply(command, self._sign_in.actor)
        if isinstance(result, Refusal):
            return result
        reason = why_unassigned(result)
        if reason is not None:
            return Refusal(f"value.{reason}", {"value": str(value)})
        self.board.update(refusal=None)
        await self._note_completion(result)
        return None

    def _is_wanted_of(self, gauge: str) -> bool:
        step = self._work.step
        return isinstance(step, MeasureStep) and step.gauge == gauge

    async def _do(self, command: Command) -> None:
        async with self._turn():
            refusal = await self._do_now(command)
            if refusal is not None:
                self._show(refusal)
            await self._settle()

    async def _do_now(self, command: Command) -> Refusal | None:
        """Apply inside a turn; None when it was done."""
        picture = self._photos.picture
        if isinstance(command, Confirm) and picture is not None:
            command = await self._photos.accept(picture)
        result = await self._work.apply(command, self._sign_in.actor)
        if isinstance(result, Refusal):
            return result
        self.board.update(refusal=None)
        await self._note_completion(result)
        return None

    async def _take_result(self, reading: Reading) -> None:
        """A tool's or gauge's result, from the inbox; raises what the journal raises."""
        # Asked before its turn has come: what is settled meanwhile is not what it was made under.
        claim = self._claim_of(reading)
        async with self._turn_lock:
            taken = await self._results.take(reading, claim)
            if not taken.has_counted:
                await self._unassigned.see()
                return
            if claim is not None and claim.is_late:
                self._tools.late_counted()
            if taken.is_here:
                self.board.update(last_reading=reading, curve=None, uncounted=None)
                await self._note_completion(taken.bodies)
            await self._settle()
            self._tools.check_count(reading)

    def _claim_of(self, reading: Reading) -> Claim | None:
        run, step = self._work.run, self._work.step
        if run is not None and step is not None and self._is_wanted_of(reading.source):
            return Claim(run.serial, step.id)
        return self._tools.claim(reading)

    async def _machine_answered(self, command: Command, machine: str, serial: str) -> None:
        """Nothing for another unit than it was asked for: by now the machine may hold that one."""
        async with self._turn():
            if self._work.run is None or self._work.run.serial != serial:
                log.info("%s answered for %s, which is no longer in work", machine, serial)
                return
            result = await self._work.apply(command, Actor("device", machine))
            if isinstance(result, Refusal):
                log.warning("%s answered, and nobody waited: %s", machine, result.code)
            else:
                await self._note_completion(result)
            await self._settle()

    async def _note_completion(self, bodies: tuple[Body, ...]) -> None:
        done = next((b for b in bodies if isinstance(b, UnitCompleted)), None)
        if done is not None:
            self._work.run = None
            self.board.show_finished(done, self._ports.clock.now_us())

    def _show(self, refusal: Refusal) -> None:
        self.board.show_refusal(refusal, self._ports.clock.now_us())

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
        if place_of(before.run) != place_of(run):
            self._scans.step_began()
            changes |= {"step_since_us": self._ports.clock.now_us(), "last_reading": None}
            changes |= {"curve": None, "uncounted": None}
            changes["pictures"] = await load_pictures(run, before.pictures, self._ports.blobs)
            for gauge in self._gauges.values():
                gauge.flush()
        self.board.update(**changes)
        may_work = self.board.state.person is not None and before.storage_problem is None
        self._tools.follow(run, may_work=may_work)
        self._machine.follow(run, may_work=may_work)
        self._photos.follow(run)

    async def _see_decisions(self) -> None:
        name = self.board.state.station.station
        here = await decisions_here(self._ports.reference, self._ports.journal, name, most=9)
        self.board.update(decisions=here)
        await self._unassigned.see_decided()

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

    async def _note_label(self, body: Body, actor: Actor | None, unit: str | None) -> None:
        refs = self._work.refs(serial=unit) if unit is not None else NO_REFS
        await self._ports.journal.append(NewEvent(body, actor or SYSTEM, refs))

    async def _note_tool(self, body: Body, tool: str, serial: str) -> None:
        """As :meth:`_note`, about the unit the tool was released for."""
        refs = self._work.refs(getattr(body, "step", None), serial=serial)
        try:
            await self._ports.journal.append(NewEvent(body, Actor("device", tool), refs))
        except StorageFault as fault:
            self._storage_failed(fault)

    def _storage_failed(self, fault: StorageFault) -> None:
        """Nothing more can be proven: say so and lock the tool."""
        if self.board.state.storage_problem is None:
            log.error("the journal cannot keep what it was given: %s", fault)
        self.board.update(storage_problem=storage_problem(fault))
        self._tools.follow(self._work.run, may_work=False)
