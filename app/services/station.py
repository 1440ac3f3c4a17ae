"""The station: people, units, tools and scans come together here.  Runs on the I/O loop.

Every handler takes its turn under one lock, so that each fact is judged against the state the
one before it left.  What a person did is shown only after the journal has it.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from app.domain.calibration import is_barred
from app.domain.envelope import Actor
from app.domain.errors import StorageFault
from app.domain.events import Body, StationStarted, UnitHeld
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal
from app.domain.rules import AcknowledgeNok, AnswerPoint, Command, Confirm, RedoStep
from app.services.acts import Acts
from app.services.armings import Claim
from app.services.calibrations import Calibrations
from app.services.chronicle import Chronicle
from app.services.curve_reading import CurveReading
from app.services.evidence_desk import EvidenceDesk
from app.services.fetching import Fetching
from app.services.inbox import ResultInbox
from app.services.label_desk import LabelDesk
from app.services.leaving_out import LeavingOut
from app.services.line_desk import LineDesk
from app.services.machine_control import MachineControl
from app.services.material import MaterialDesk
from app.services.people_desk import PeopleDesk
from app.services.people_state import PeopleRules, PeopleState
from app.services.photo_control import PhotoControl
from app.services.problem_desk import ProblemDesk
from app.services.publishing import Publishing
from app.services.quality_desk import QualityDesk
from app.services.recording import Recording
from app.services.result_taking import ResultTaking
from app.services.samples import Samples
from app.services.scan_routing import ScanRouter
from app.services.spc import ControlCharts
from app.services.state_board import StateBoard
from app.services.station_state import StationState
from app.services.storage_problem import storage_problem
from app.services.tool_control import ToolControl
from app.services.typed_values import TypedValues
from app.services.unassigned import UnassignedResults
from app.services.unit_work import SYSTEM, UnitWork
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from decimal import Decimal

    from app.domain.plant import StationInfo
    from app.domain.readings import Reading
    from app.ports.devices import Camera, DeviceStatus, Gauge, LabelPrinter, Machine, TorqueTool
    from app.ports.sync import SyncStatus
    from app.services.acts import Act
    from app.services.line_state import LineRules
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
        people: PeopleRules | None = None,
        line: LineRules | None = None,
    ) -> None:
        self._ports = ports
        self._software = software
        self._turn_lock = asyncio.Lock()
        at_first = PeopleState(people or PeopleRules())
        state = StationState(version=0, station=info, sync=sync, people=at_first)
        self.board = StateBoard(state, on_state)
        self.acts = Acts()
        self._people = PeopleDesk(
            ports=ports,
            board=self.board,
            append=self._append,
            acts=self.acts,
        )
        self._sign_in = self._people.sign_in
        self._work = UnitWork(ports, info.station, self._people.stamped)
        self.units = self._work.histories
        self._work.samples = Samples(ports, self.units)
        self._recording = Recording(ports.journal, self._work, failed=self._storage_failed)
        at = Workplace(
            ports=ports,
            board=self.board,
            work=self._work,
            acts=self.acts,
            sign_off=self._people.sign_off,
            actor=lambda: self._sign_in.actor,
            do=self._do_now,
            append=self._append,
            noted=self._note_completion,
        )
        self._labels = LabelDesk(
            journal=ports.journal,
            board=self.board,
            clock=ports.clock,
            parse_scan=ports.parse_scan,
            record=self._recording.note_label,
            storage_failed=self._storage_failed,
        )
        self._material = MaterialDesk(at)
        self._material.add_to(self.acts)
        self._scans = ScanRouter(
            ports=ports,
            board=self.board,
            work=self._work,
            sign_in=self._sign_in,
            do=self._do_now,
            append=self._append,
            labels=self._labels,
            material=self._material,
        )
        self._scans.add_to(self.acts)
        LeavingOut(self.board, self._do_now).add_to(self.acts)
        self._tools = ToolControl(
            board=self.board, clock=ports.clock, record=self._recording.note_tool
        )
        calibrations = Calibrations(ports.reference, ports.today)
        self._results = ResultTaking(
            journal=ports.journal,
            work=self._work,
            board=self.board,
            clock=ports.clock,
            calibrations=calibrations,
        )
        self._unassigned = UnassignedResults(at)
        self._unassigned.add_to(self.acts)
        self._machine = MachineControl(board=self.board, answer=self._machine_answered)
        self._photos = PhotoControl(board=self.board, blobs=ports.blobs)
        self._problems = ProblemDesk(at)
        self._line = LineDesk(at, people=self._people, snaps=self._problems.snaps, rules=line)
        self._quality = QualityDesk(at)
        EvidenceDesk(at).add_to(self.acts)
        self._charts = ControlCharts(
            ports=ports, board=self.board, hold=self._hold_for_alarm, signalled=self._signalled
        )
        self._charts.add_to(self.acts)
        self._curves = CurveReading(ports, self.board, signalled=self._signalled)
        self._chronicle = Chronicle(self._recording.note)
        self._fetching = Fetching(ports)
        self._typed = TypedValues(at, calibrations=calibrations)
        self._publishing = Publishing(
            ports=ports,
            board=self.board,
            fetching=self._fetching,
            began=self._scans.step_began,
            calibrations=calibrations,
        )
        self._gauges: Mapping[str, Gauge] = {}
        self.kick_sync: Callable[[], None] = lambda: None
        self.catch_scan: Callable[[str], bool] = lambda _raw: False
        self._devices: dict[str, DeviceStatus] = {}
        self.inbox = ResultInbox(
            journal=ports.journal,
            blobs=ports.blobs,
            board=self.board,
            take=self._take_result,
            record=self._recording.of_device,
            storage_failed=self._storage_failed,
        )
        self.inbox.curve_kept = self._curves.noted

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
        self._problems.use(cameras or {})
        self._labels.use(printers or {})
        self._gauges = gauges
        if machine is not None:
            self._machine.use(*machine)

    def let_screen_answer(self) -> None:
        """A screen is there: printed commands mean what its buttons mean."""
        self._scans.has_screen = True

    async def run(self) -> None:
        """Recover the open unit, then follow it with tool and machine until cancelled."""
        async with self._turn():
            await self._append(StationStarted(software=self._software), SYSTEM)
            await self._labels.recover()
            await self._people.recover()
            await self._problems.see_documents()
            await self._quality.recover()
            refusal = await self._work.recover()
            if refusal is not None:
                self._show(refusal)
            await self._unassigned.see()
            await self._unassigned.see_decided()
            await self._settle()
        try:
            async with asyncio.TaskGroup() as group:
                for run in (
                    self._tools.run, self._machine.run, self._chronicle.run, self._labels.run,
                    self._problems.run, self._charts.run, self._curves.run,
                ):  # fmt: skip
                    group.create_task(run())
                group.create_task(self._people.idle.run(self._look))
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
        async with self._turn(by_person=False):
            await self._people.review()
            self._fetching.forget()
            self._material.forget()
            self._line.forget()
            await self._problems.see_documents()
            await self._quality.see_documents()
            await self._unassigned.see_decided()
            await self._settle()

    async def gauge_read(self, reading: Reading) -> None:
        """A gauge's button was pressed; taken only when its own step is open.

        A wrench that no step wants has tightened something nevertheless: that is kept.
        """
        is_kept = reading.kind is ReadingKind.TIGHTENING
        if not is_kept and not self._work.wants(reading.source):
            log.info("reading ignored: no step wants it", extra={"source": reading.source})
            return
        await self.inbox.store(reading)

    # -- what people do --------------------------------------------------------------------

    async def do(self, act: Act) -> None:
        """An act of a feature, in its turn; a no is shown like any other."""
        async with self._turn():
            refusal = await self.acts.do(act)
            if refusal is not None:
                self._show(refusal)
            await self._settle()

    async def code_scanned(self, raw: str, means: str) -> None:
        if self.catch_scan(raw):
            return
        at_ns = self._ports.clock.mono_ns()
        async with self._turn():
            await self._scans.scanned(raw, means, at_ns)
            await self._settle()

    async def pin_entered(self, person: str, pin: str) -> None:
        async with self._turn():
            await self._sign_in.by_pin(person, pin)
            await self._settle()

    async def signed_out(self) -> None:
        async with self._turn():
            await self._people.out()
            await self._settle()

    async def order_chosen(self, order: str) -> None:
        async with self._turn():
            self.board.update(chosen_order=order)
            await self._settle()

    async def primary_pressed(self, means: str = "tap") -> None:
        """Confirm the step; on the screen after a finished unit, go on."""
        at_ns = self._ports.clock.mono_ns()
        async with self._turn():
            refusal = await self._scans.primary(means, at_ns)
            if refusal is not None:
                self._show(refusal)
            await self._settle()

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
            refusal = await self._typed.take(value, self._sign_in.actor)
            if refusal is not None:
                self._show(refusal)
            await self._settle()

    async def refusal_closed(self) -> None:
        self._sign_in.forget()
        self.board.update(refusal=None)

    async def problem_reported(self, code: str) -> None:
        async with self._turn():
            await self._problems.reported(code)
            await self._settle()

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

    async def _look(self) -> None:
        """A second went by."""
        if self._people.has_to_look or self._line.has_to_look or self._quality.has_to_look:
            async with self._turn(by_person=False):
                await self._people.look()
                await self._line.look()
                await self._settle()

    @asynccontextmanager
    async def _turn(self, *, by_person: bool = True) -> AsyncIterator[None]:
        """One handler at a time; a storage fault becomes a state of the screen."""
        if by_person:
            self._people.idle.presence()
        async with self._turn_lock:
            try:
                yield
            except StorageFault as fault:
                self._storage_failed(fault)
            else:
                self.board.update(storage_problem=None)

    async def _do(self, command: Command) -> None:
        async with self._turn():
            refusal = await self._do_now(command)
            if refusal is not None:
                self._show(refusal)
            await self._settle()

    async def _do_now(self, command: Command) -> Refusal | None:
        """Apply inside a turn; None when it was done."""
        locked = self._quality.why_not_here()
        if locked is not None:
            return locked
        picture = self._photos.picture
        if isinstance(command, Confirm) and picture is not None:
            command = await self._photos.accept(picture)
        result = await self._work.apply(command, self._sign_in.actor)
        if isinstance(result, Refusal):
            return await self._people.ask_to_sign(result, command, self._work.step, self._do_now)
        self.board.update(refusal=None)
        await self._note_completion(result)
        return None

    async def _take_result(self, reading: Reading) -> None:
        """A tool's or gauge's result, from the inbox; raises what the journal raises."""
        # Asked before its turn has come: what is settled meanwhile is not what it was made under.
        claim = self._claim_of(reading)
        async with self._turn_lock:
            taken = await self._results.take(reading, claim)
            self._people.idle.used(is_wanted=taken.has_counted)
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
        if run is not None and step is not None and self._work.wants(reading.source):
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

    async def _hold_for_alarm(self, unit: str, step: str) -> None:
        """Only the unit in work: what is done already waits for quality on the server."""
        async with self._turn(by_person=False):
            run = self._work.run
            if run is None or run.serial != unit or run.held is not None:
                return
            held = UnitHeld(serial=unit, code="characteristic_alarm", step=step, owner="quality")
            await self._work.note(SYSTEM, held)
            await self._settle()

    async def _signalled(self) -> None:
        """What was recorded beside the turns asks for a decision: its situation is opened now."""
        async with self._turn(by_person=False):
            await self._settle()

    async def _note_completion(self, bodies: tuple[Body, ...]) -> None:
        self._problems.noted(bodies)
        self._charts.noted(self._work.run, bodies)
        self._material.noted(bodies)
        if self.board.show_finished(bodies, self._ports.clock.now_us(), self._work.steps):
            self._work.run = None

    def _show(self, refusal: Refusal) -> None:
        self.board.show_refusal(refusal, self._ports.clock.now_us())

    async def _settle(self) -> None:
        """Publish what follows from the last fact, and let tool and machine follow it."""
        if await self._material.follow():
            self._fetching.forget()
        before, run = self.board.state, self._work.run
        if await self._publishing.publish(run, self._work.elsewhere):
            for gauge in self._gauges.values():
                gauge.flush()
        await self._line.follow()
        await self._quality.follow(run)
        may_work = self.board.state.person is not None and before.storage_problem is None
        is_trusted = not is_barred(self.board.state.calibration)
        is_gate = is_trusted and self._quality.why_not_here() is None
        self._tools.follow(run, may_work=may_work and is_gate)
        self._machine.follow(run, may_work=may_work)
        self._photos.follow(run)
        await self._problems.follow(run)
        self._charts.follow(run)

    async def _append(self, body: Body, actor: Actor) -> None:
        await self._recording.append(body, actor)

    def _storage_failed(self, fault: StorageFault) -> None:
        """Nothing more can be proven: say so and lock the tool."""
        if self.board.state.storage_problem is None:
            log.error("the journal cannot keep what it was given: %s", fault)
        self.board.update(storage_problem=storage_problem(fault))
        self._tools.follow(self._work.run, may_work=False)
