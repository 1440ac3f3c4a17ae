"""A tightening tool behind an Open Protocol controller: the TorqueTool port."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceTimeout
from app.ports.devices import CommandResult, DeviceStatus, Outcome
from device_drivers.open_protocol.curves import Curves
from device_drivers.open_protocol.intake import Intake
from device_drivers.open_protocol.link import open_link
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.results import Reader
from device_drivers.open_protocol.session import DISABLE, ENABLE, Parts, Session, Settings
from device_drivers.supervisor import BackOff, StatusLine, supervise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from app.ports.devices import OnStatus, ResultLog

IDENTIFIER, SELECT, ABORT_JOB = 50, 18, 127
MAX_IDENTIFIER = 25
MAX_PROGRAM = 999

CONFIRMED = CommandResult(Outcome.CONFIRMED)


class OpenProtocolTool:
    """Locked unless armed; first of all after every connection it is locked again.

    A lost link does not lock the tool: only the controller's own setting can do that.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        log: ResultLog,
        now: Callable[[], datetime],
        back_off: BackOff,
        on_status: OnStatus | None = None,
    ) -> None:
        reader = Reader(settings.device, now, settings.torque_unit)
        self._settings = settings
        self._back_off = back_off
        self._line = StatusLine(settings.device, on_status)
        self._parts = Parts(
            line=self._line,
            log=log,
            reader=reader,
            intake=Intake(log, reader),
            curves=Curves(settings.device),
            revisions={},
        )
        self._session: Session | None = None
        self._commanding = asyncio.Lock()

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        """Connect, serve and reconnect until cancelled."""
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    async def arm(self, program: int, identifier: str) -> CommandResult:
        """The production sequence; see the port."""
        fault = _argument_fault(program, identifier)
        if fault is not None:
            return CommandResult(Outcome.REJECTED, "argument", fault)
        return await self._command(lambda session: self._arm(session, program, identifier))

    async def disarm(self) -> CommandResult:
        return await self._command(_disarm)

    async def _command(
        self, steps: Callable[[Session], Awaitable[CommandResult]]
    ) -> CommandResult:
        async with self._commanding:
            session = self._session
            if session is None or not session.is_ready:
                return CommandResult(Outcome.OFFLINE, words=self.status.detail or "not connected")
            try:
                return await steps(session)
            except Refused as refusal:
                return CommandResult(
                    Outcome.REJECTED,
                    f"{refusal.error:02d}",
                    refusal.words,
                    {"mid": f"{refusal.mid:04d}"},
                )
            except DeviceTimeout as timeout:
                return CommandResult(Outcome.TIMED_OUT, words=timeout.detail)
            except DeviceFault as offline:
                return CommandResult(Outcome.OFFLINE, words=offline.detail)

    async def _arm(self, session: Session, program: int, identifier: str) -> CommandResult:
        session.armed_for = None
        await session.link.request(build(DISABLE))
        if not session.keeps_results:
            return CommandResult(Outcome.REJECTED, "storage", "results cannot be kept here")
        session.settle_program()
        for message in self._preparations(identifier):
            await session.link.request(message)
        refused = await self._select(session, program)
        if refused is not None:
            return refused
        session.armed_for = program
        try:
            await session.link.request(build(ENABLE))
        except DeviceFault:
            session.armed_for = None
            raise
        # The answer took a while: the program may have been changed meanwhile.
        if session.armed_for != program:
            return _mismatch(session, program)
        return CONFIRMED

    def _preparations(self, identifier: str) -> list[Message]:
        abort = [build(ABORT_JOB)] if self._settings.aborts_job_first else []
        return [*abort, *([build(IDENTIFIER, identifier.encode("ascii"))] if identifier else [])]

    async def _select(self, session: Session, program: int) -> CommandResult | None:
        """Select and wait for 0015 with that program: 0005 alone does not say it is selected."""
        before = session.forget_selection()
        await session.link.request(build(SELECT, b"%03d" % program))
        if before == program and session.selected is None:
            # Not every controller repeats itself when nothing changed.
            await session.ask_selection()
        if await session.selection_is(program):
            return None
        await session.ask_selection()
        if await session.selection_is(program):
            return None
        if session.selected is not None:
            return _mismatch(session, program)
        return CommandResult(Outcome.TIMED_OUT, words=f"program {program} was not confirmed")

    async def _serve(self) -> None:
        settings = self._settings
        link = await open_link(settings.device, settings.host, settings.port, settings.times)
        try:
            session = Session(link, settings, self._parts)
            await session.open()
            listening = asyncio.create_task(session.serve())
            try:
                self._session = session
                await session.reconcile()
                await listening
            finally:
                self._session = None
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
                await self._leave_locked(session)
        finally:
            await link.close()

    async def _leave_locked(self, session: Session) -> None:
        """At the end, as far as the link allows: nobody works with a tool nobody watches."""
        if not self._settings.locks_tool or session.link.is_lost:
            return
        with contextlib.suppress(DeviceFault, TimeoutError):
            async with asyncio.timeout(self._settings.times.close_s):
                await session.lock()


async def _disarm(session: Session) -> CommandResult:
    session.armed_for = None
    await session.link.request(build(DISABLE))
    session.settle_program()
    return CONFIRMED


def _mismatch(session: Session, program: int) -> CommandResult:
    facts = {"selected": str(session.selected), "requested": str(program)}
    words = f"the controller selected program {session.selected} instead of {program}"
    return CommandResult(Outcome.REJECTED, "program", words, facts)


def _argument_fault(program: int, identifier: str) -> str | None:
    if not 0 < program <= MAX_PROGRAM:
        return f"program {program} is not between 1 and {MAX_PROGRAM}"
    if len(identifier) > MAX_IDENTIFIER:
        return f"an identifier has at most {MAX_IDENTIFIER} characters, not {len(identifier)}"
    if not (identifier.isascii() and (identifier.isprintable() or not identifier)):
        return f"the identifier {identifier!r} is not plain ASCII text"
    return None
