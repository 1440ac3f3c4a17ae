"""A tightening tool behind an Open Protocol controller: the TorqueTool port."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from device_drivers.open_protocol.commands import mismatch
from device_drivers.open_protocol.curves import Curves
from device_drivers.open_protocol.intake import Intake
from device_drivers.open_protocol.opening import open_link
from device_drivers.open_protocol.outcomes import CONFIRMED, concluded
from device_drivers.open_protocol.results import Reader
from device_drivers.open_protocol.revisions import Revisions
from device_drivers.open_protocol.session import Parts, Session
from device_drivers.supervisor import BackOff, StatusLine, supervise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from app.ports.devices import OnStatus, ResultLog
    from device_drivers.open_protocol.settings import Settings

MAX_PROGRAM = 999


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
        numbers = {index: number for number, index in settings.program_index.items()}
        reader = Reader(settings.device, now, settings.torque_unit, numbers)
        self._settings = settings
        self._back_off = back_off
        self._line = StatusLine(settings.device, on_status)
        self._parts = Parts(
            line=self._line,
            log=log,
            reader=reader,
            intake=Intake(log, reader, profile=settings.profile),
            curves=Curves(settings.device),
            revisions=Revisions(settings.profile),
        )
        self._session: Session | None = None
        self._commanding = asyncio.Lock()

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        """Connect, serve and reconnect until cancelled."""
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    @property
    def session(self) -> Session | None:
        """The conversation, while ready: for commands and questions beyond the port."""
        session = self._session
        return session if session is not None and session.is_ready else None

    async def arm(self, program: int, identifier: str) -> CommandResult:
        """The production sequence; see the port."""
        if not 0 < program <= MAX_PROGRAM:
            words = f"program {program} is not between 1 and {MAX_PROGRAM}"
            return CommandResult(Outcome.REJECTED, "argument", words)
        return await self._command(lambda session: self._arm(session, program, identifier))

    async def disarm(self) -> CommandResult:
        return await self._command(_disarm)

    async def _command(
        self, steps: Callable[[Session], Awaitable[CommandResult]]
    ) -> CommandResult:
        async with self._commanding:
            session = self.session
            if session is None:
                return CommandResult(Outcome.OFFLINE, words=self.status.detail or "not connected")
            return await concluded(steps(session))

    async def _arm(self, session: Session, program: int, identifier: str) -> CommandResult:
        session.armed_for = None
        for step in self._preparations(session, program, identifier):
            result = await step()
            if not result.is_confirmed:
                return result
        session.armed_for = program
        enabled = await session.commands.unlock()
        if not enabled.is_confirmed:
            session.armed_for = None
            return enabled
        # The answer took a while: the program may have been changed meanwhile.
        if session.armed_for != program:
            return mismatch(session.selected, program)
        return CONFIRMED

    def _preparations(
        self, session: Session, program: int, identifier: str
    ) -> list[Callable[[], Awaitable[CommandResult]]]:
        commands = session.commands
        steps: list[Callable[[], Awaitable[CommandResult]]] = [
            commands.lock,
            lambda: _unhindered(session),
        ]
        if self._settings.aborts_job_first:
            steps.append(commands.abort_job)
        if identifier:
            steps.append(lambda: commands.identify(identifier))
        return [*steps, lambda: commands.select(program)]

    async def _serve(self) -> None:
        link = await open_link(self._settings, on_listening=self._say_listening)
        try:
            session = Session(link, self._settings, self._parts)
            await session.open()
            listening = asyncio.create_task(session.serve())
            sure: asyncio.Task[None] | None = None
            try:
                self._session = session
                await session.reconcile()
                sure = asyncio.create_task(session.make_sure())
                # Whichever ends says why; neither may end unnoticed.
                ended, _ = await asyncio.wait(
                    {listening, sure}, return_when=asyncio.FIRST_COMPLETED
                )
                for task in ended:
                    task.result()
            finally:
                self._session = None
                await _end(listening, sure)
                await self._leave_locked(session)
        finally:
            await link.close()

    def _say_listening(self, port: int) -> None:
        words = f"waits on port {port} for the controller to connect"
        self._line.move(LinkState.CONNECTING, words)

    async def _leave_locked(self, session: Session) -> None:
        """At the end, as far as the link allows: nobody works with a tool nobody watches."""
        if not self._settings.locks_tool or session.link.is_lost:
            return
        with contextlib.suppress(DeviceFault, TimeoutError):
            async with asyncio.timeout(self._settings.times.close_s):
                await session.lock()


async def _end(*tasks: asyncio.Task[None] | None) -> None:
    started = [task for task in tasks if task is not None]
    for task in started:
        task.cancel()
    await asyncio.gather(*started, return_exceptions=True)


async def _disarm(session: Session) -> CommandResult:
    result = await session.lock()
    if result.is_confirmed:
        session.settle_program()
    return result


async def _unhindered(session: Session) -> CommandResult:
    """Whether anything forbids enabling the tool at all."""
    obstacle = session.obstacle()
    if obstacle is not None:
        return CommandResult(Outcome.REJECTED, *obstacle)
    session.settle_program()
    return CONFIRMED
