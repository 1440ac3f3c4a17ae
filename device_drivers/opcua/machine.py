"""A machine or fixture behind a PLC with an OPC UA server."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceOffline, DeviceTimeout, InvalidInput
from app.ports.devices import CommandResult, LinkState, Outcome
from device_drivers.opcua.connection import quieten_library
from device_drivers.opcua.handshake import Handshake, PhaseLimits, Request
from device_drivers.opcua.session import Session, open_session
from device_drivers.opcua.tags import TagNames
from device_drivers.opcua.url import KEYS, TAGS, settings_from
from device_drivers.supervisor import BackOff, StatusLine, supervise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ports.clock import Clock
    from app.ports.devices import DeviceStatus, OnStatus

#: A PLC counts its heartbeat about every second; silence this long means its program stands.
HEARTBEAT_S = 5.0
#: A server sends the present values of a new subscription at once.
FIRST_VALUES_S = 5.0


class OpcUaMachine:
    """Implements :class:`app.ports.devices.Machine`.

    ``on_change`` gets the machine's state word and whether a part is present, on the I/O loop,
    at each change.  While offline ``state`` is empty and no part is claimed to be there: an old
    value shown as the present one would be a lie.

    Raises:
        InvalidInput: the URL cannot be used.
    """

    def __init__(
        self,
        *,
        device: str,
        url: str,
        clock: Clock,
        back_off: BackOff,
        on_status: OnStatus | None = None,
        on_change: Callable[[str, bool], None] | None = None,
        names: TagNames | None = None,
        limits: PhaseLimits | None = None,
        heartbeat_s: float = HEARTBEAT_S,
        keys: Path = KEYS,
    ) -> None:
        self._device = device
        self._settings = settings_from(url, keys=keys)
        if self._settings.profile != TAGS:
            message = f"{url}: a machine is spoken to by its tags; use profile=tags."
            raise InvalidInput(message)
        self._clock = clock
        self._back_off = back_off
        self._on_change = on_change
        self._names = names or TagNames()
        self._limits = limits or PhaseLimits()
        self._heartbeat_s = heartbeat_s
        self._line = StatusLine(device, on_status)
        self._one_at_a_time = asyncio.Lock()
        self._session: Session | None = None
        self._shown: tuple[str, bool] = ("", False)
        self._heard: dict[str, object] = {}
        self._beat_ns = 0
        self._requests = 0

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    @property
    def state(self) -> str:
        return self._shown[0]

    @property
    def is_part_present(self) -> bool:
        return self._shown[1]

    async def run(self) -> None:
        quieten_library()
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    async def request(self, name: str, serial: str) -> CommandResult:
        """Ask for ``name``; one request at a time, others wait their turn."""
        async with self._one_at_a_time:
            session = self._session
            if session is None:
                why = self.status.detail or "not connected yet"
                return _offline(f"The machine cannot be reached: {why}.")
            if self.status.state is not LinkState.READY:
                return _offline(f"The machine does not work: {self.status.detail}.")
            return await self._ask(session, Request(self._next_id(), name, serial))

    async def _ask(self, session: Session, request: Request) -> CommandResult:
        handshake = Handshake(session, self._names, self._limits)
        try:
            return await handshake.perform(request)
        except (DeviceOffline, DeviceTimeout) as fault:
            # Nobody knows what the machine did meanwhile; the phase tells how far it got.
            words = f"The link to the machine was lost while asking for “{request.name}”"
            return _offline(f"{words}: {fault.detail}.", handshake.facts(request))
        except DeviceFault as fault:
            words = f"The machine's server refused: {fault.detail}."
            return CommandResult(Outcome.REJECTED, words=words, facts=handshake.facts(request))

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_us() / 1e6, UTC)

    def _next_id(self) -> str:
        self._requests += 1
        return f"{self._clock.now_us()}-{self._requests}"

    async def _serve(self) -> None:
        async with open_session(
            self._settings, names=self._names, on_tag=self._hear, now=self._now
        ) as session:
            self._line.move(LinkState.SUBSCRIBED)
            self._line.move(LinkState.RECONCILING)
            # A request left standing by an earlier life of ours must not start the machine now.
            await Handshake(session, self._names, self._limits).withdraw()
            await self._first_values(session)
            self._session = session
            self._line.move(LinkState.READY)
            try:
                await self._watch(session)
            finally:
                self._session = None
                self._heard = {}
                self._show("", part_present=False)

    async def _first_values(self, session: Session) -> None:
        """Wait for every tag once: half a picture would be taken for a change."""
        names = self._names
        needed = {names.state, names.part_present, names.heartbeat}
        try:
            async with asyncio.timeout(FIRST_VALUES_S):
                while not needed <= self._heard.keys():
                    await session.changed()
        except TimeoutError as error:
            detail = f"the server sent no values within {FIRST_VALUES_S:g} s of subscribing"
            raise DeviceTimeout(self._device, detail) from error

    async def _watch(self, session: Session) -> None:
        """Until the link is lost or the subscription goes deaf."""
        while (lost := await session.wait_lost(self._heartbeat_s / 2)) is None:
            if self._silent_s() < self._heartbeat_s:
                self._line.move(LinkState.READY)
                continue
            (beat,) = await session.read((self._names.heartbeat,))
            if beat != self._heard.get(self._names.heartbeat):
                detail = "the server no longer reports changes; connecting anew"
                raise DeviceOffline(self._device, detail)
            self._line.move(
                LinkState.DEGRADED, "its PLC program stands still; the heartbeat does not count"
            )
        raise DeviceOffline(self._device, lost)

    def _silent_s(self) -> float:
        return (self._clock.mono_ns() - self._beat_ns) / 1e9

    def _hear(self, name: str, value: object) -> None:
        names = self._names
        self._heard[name] = value
        if name == names.heartbeat:
            self._beat_ns = self._clock.mono_ns()
        elif names.state in self._heard and names.part_present in self._heard:
            self._show(
                str(self._heard[names.state] or ""),
                part_present=self._heard[names.part_present] is True,
            )

    def _show(self, state: str, *, part_present: bool) -> None:
        if (state, part_present) == self._shown:
            return
        self._shown = (state, part_present)
        if self._on_change is not None:
            self._on_change(state, part_present)


def _offline(words: str, facts: dict[str, str] | None = None) -> CommandResult:
    return CommandResult(Outcome.OFFLINE, words=words, facts=facts or {})
