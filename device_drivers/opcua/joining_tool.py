"""A tightening tool behind a joining system's OPC UA server: the TorqueTool port."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from asyncua import ua

from app.domain.errors import DeviceFault, DeviceOffline, DeviceTimeout, InvalidInput, StorageFault
from app.domain.readings import ReadingKind
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from device_drivers.opcua.connection import DEAF_AFTER, open_connection, quieten_library
from device_drivers.opcua.definitions import Definitions
from device_drivers.opcua.joining_intake import JoiningIntake
from device_drivers.opcua.joining_model import find_model
from device_drivers.opcua.joining_programs import Programs
from device_drivers.opcua.joining_results import ResultReader
from device_drivers.opcua.joining_session import QUIET_S, JoiningSession, Refused
from device_drivers.opcua.url import JOINING
from device_drivers.supervisor import BackOff, StatusLine, supervise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from app.domain.readings import Reading
    from app.ports.devices import OnStatus, ResultLog
    from device_drivers.opcua.connection import Connection
    from device_drivers.opcua.joining_results import Result
    from device_drivers.opcua.url import Settings

logger = logging.getLogger(__name__)

#: How often a quiet connection is asked whether it still hears.
LOOK_S = 2.0
LEAVE_S = 1.0
ENABLE = "EnableAsset"
_CONFIRMED = CommandResult(Outcome.CONFIRMED)


class JoiningTool:
    """Locked unless armed; first of all after every connection it is locked again.

    ``locks_tool`` is False for a mere listener, who must not touch a tool in use.

    Raises:
        InvalidInput: the settings are not those of a joining system.
    """

    def __init__(
        self,
        device: str,
        settings: Settings,
        *,
        log: ResultLog,
        now: Callable[[], datetime],
        back_off: BackOff,
        on_status: OnStatus | None = None,
        locks_tool: bool = True,
        quiet_s: float = QUIET_S,
        look_s: float = LOOK_S,
        deaf_after: float = DEAF_AFTER,
    ) -> None:
        if settings.profile != JOINING:
            message = f"{settings.url}: a tightening tool is spoken to with profile=joining."
            raise InvalidInput(message)
        self._device = device
        self._settings = settings
        self._now = now
        self._back_off = back_off
        self._locks_tool = locks_tool
        self._quiet_s = quiet_s
        self._look_s = look_s
        self._deaf_after = deaf_after
        self._line = StatusLine(device, on_status)
        self._programs = Programs(settings.programs)
        self._reader = ResultReader(device, now, self._programs.number_of)
        self._intake = JoiningIntake(log, self._reader)
        self._session: JoiningSession | None = None
        self._uri = ""
        self._acknowledges = False
        self._storage: str | None = None
        self._unlockable: str | None = None
        self._commanding = asyncio.Lock()

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        """Connect, serve and reconnect until cancelled."""
        quieten_library()
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    async def arm(self, program: int, identifier: str) -> CommandResult:
        """Lock, identify, select, have it confirmed, and only then enable; see the port."""
        return await self._command(lambda session: self._arm(session, program, identifier))

    async def disarm(self) -> CommandResult:
        return await self._command(self._lock)

    async def _command(
        self, steps: Callable[[JoiningSession], Awaitable[CommandResult]]
    ) -> CommandResult:
        async with self._commanding:
            session = self._session
            if session is None:
                return CommandResult(Outcome.OFFLINE, words=self.status.detail or "not connected")
            return await _concluded(steps(session))

    async def _arm(self, session: JoiningSession, program: int, identifier: str) -> CommandResult:
        if self._storage is not None:
            return CommandResult(Outcome.REJECTED, "storage", self._storage)
        if ENABLE not in session.model.methods or not self._locks_tool:
            words = f"the joining system has no {ENABLE}: the station cannot lock its tool"
            return CommandResult(Outcome.REJECTED, "unsupported", words)
        await self._lock(session)
        await self._identify(session, identifier)
        refused = await self._programs.select(session, self._uri, program)
        if refused is not None:
            return refused
        await session.call(ENABLE, ua.Variant(self._uri), ua.Variant(True))
        return _CONFIRMED

    async def _identify(self, session: JoiningSession, identifier: str) -> None:
        """The unit's serial goes into the results; what the last one left there goes out."""
        methods = session.model.methods
        uri = ua.Variant(self._uri)
        if "ResetIdentifiers" in methods:
            none = ua.Variant([], ua.VariantType.String)
            yes, no = ua.Variant(True), ua.Variant(False)
            await session.call("ResetIdentifiers", uri, none, yes, no)
        if not identifier:
            return
        if "SendIdentifiers" in methods:
            entity = session.structure(
                "EntityDataType", Name="Serial", EntityId=identifier, IsExternal=True, EntityType=0
            )
            entities = ua.Variant([entity], ua.VariantType.ExtensionObject)
            await session.call("SendIdentifiers", uri, entities)
        elif "SendTextIdentifiers" in methods:
            texts = ua.Variant([identifier], ua.VariantType.String)
            await session.call("SendTextIdentifiers", uri, texts)

    async def _lock(self, session: JoiningSession) -> CommandResult:
        await session.call(ENABLE, ua.Variant(self._uri), ua.Variant(False))
        return _CONFIRMED

    async def _serve(self) -> None:
        async with open_connection(self._settings, now=self._now) as connection:
            session = await self._open(connection)
            try:
                await self._reconcile(session)
                self._session = session
                self._show()
                while True:
                    await self._take_next(session, self._look_s)
                    connection.lose_if_deaf(self._deaf_after)
            finally:
                self._session = None
                await self._leave_locked(session, connection)

    async def _open(self, connection: Connection) -> JoiningSession:
        with connection.translated():
            model = await find_model(connection)
            definitions = Definitions(connection.client, await connection.spaces())
            session = JoiningSession(
                connection, model, definitions, self._reader, quiet_s=self._quiet_s
            )
            self._uri = self._settings.asset or await session.tool_uri()
            self._line.identify(f"OPC UA joining system, release {model.release}")
            await self._intake.refresh()
            await self._lock_first(session)
            await session.subscribe()
        self._line.move(LinkState.SUBSCRIBED)
        return session

    async def _lock_first(self, session: JoiningSession) -> None:
        self._unlockable = None
        if not self._locks_tool:
            return
        try:
            await self._lock(session)
        except DeviceOffline:
            raise
        except DeviceFault as fault:
            self._unlockable = f"the tool could not be locked: {fault.detail}"

    async def _reconcile(self, session: JoiningSession) -> None:
        """Take in what was made while nobody listened."""
        self._line.move(LinkState.RECONCILING)
        await self._programs.learn(session, self._uri)
        self._acknowledges = self._locks_tool and await session.unacknowledged()
        newest = await session.newest()
        if self._intake.last_number is None:
            # From a server that does not say its newest the next one is where we begin.
            if session.says_newest:
                await self._keep(session, newest, is_first=True)
            return
        if newest is not None:
            await self._keep(session, newest)
            return
        known = self._intake.last_number or 0
        for result in await session.since(known):
            await self._keep(session, result)

    async def _keep(
        self, session: JoiningSession, result: Result | None, *, is_first: bool = False
    ) -> None:
        try:
            if is_first:
                await self._intake.begin(result)
            elif result is not None:
                await self._store(session, result)
        except StorageFault as fault:
            self._not_kept(fault)

    async def _take_next(self, session: JoiningSession, within_s: float) -> None:
        result = await session.next_result(within_s)
        if result is None:
            return
        await self._keep(session, result)
        self._line.value_seen(self._now())

    async def _store(self, session: JoiningSession, result: Result) -> None:
        reading = await self._intake.accept(result, session.between)
        if self._storage is not None:
            self._storage = None
            self._show()
        if self._acknowledges:
            await session.acknowledge(result)
        self._say_wrong(reading)

    def _say_wrong(self, reading: Reading) -> None:
        if reading.reason is not None and reading.kind is ReadingKind.TIGHTENING:
            logger.warning("device=%s quarantined: %s", self._device, reading.reason)

    def _not_kept(self, fault: StorageFault) -> None:
        """Not acknowledged, and fetched again by its number once there is room."""
        self._storage = f"results cannot be kept: {fault}"
        self._show()

    def _show(self) -> None:
        trouble = self._storage or self._unlockable
        self._line.move(LinkState.DEGRADED if trouble else LinkState.READY, trouble)

    async def _leave_locked(self, session: JoiningSession, connection: Connection) -> None:
        """At the end, as far as the link allows: nobody works with a tool nobody watches."""
        if not self._locks_tool or connection.lost.done() or ENABLE not in session.model.methods:
            return
        with contextlib.suppress(DeviceFault, TimeoutError):
            async with asyncio.timeout(LEAVE_S):
                await self._lock(session)


async def _concluded(steps: Awaitable[CommandResult]) -> CommandResult:
    """A typed outcome for whatever happened."""
    try:
        return await steps
    except Refused as refused:
        return CommandResult(Outcome.REJECTED, refused.status, refused.detail)
    except DeviceTimeout as fault:
        return CommandResult(Outcome.TIMED_OUT, words=fault.detail)
    except DeviceOffline as fault:
        return CommandResult(Outcome.OFFLINE, words=fault.detail)
    except DeviceFault as fault:
        return CommandResult(Outcome.REJECTED, words=fault.detail)
