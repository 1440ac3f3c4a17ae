"""Writes what devices and the station itself did into the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.errors import StorageFault
from app.ports.journal import NO_REFS, NewEvent
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.events import Body
    from app.ports.journal import Journal
    from app.services.unit_work import UnitWork


class Recording:
    """Adds what the event is about; ``failed`` is told of a journal that cannot keep it."""

    def __init__(
        self, journal: Journal, work: UnitWork, *, failed: Callable[[StorageFault], None]
    ) -> None:
        self._journal = journal
        self._work = work
        self._failed = failed

    async def append(self, body: Body, actor: Actor) -> None:
        """Raises StorageFault when the journal cannot keep it."""
        refs = self._work.refs(getattr(body, "step", None))
        await self._journal.append(NewEvent(body, actor, refs))

    async def of_device(self, body: Body, device: str) -> None:
        """As :meth:`append`, by a device."""
        await self.append(body, Actor("device", device))

    async def note(self, body: Body, device: str) -> None:
        """What a device did; a full disk must not end the task that can still lock a tool."""
        try:
            await self.of_device(body, device)
        except StorageFault as fault:
            self._failed(fault)

    async def note_tool(self, body: Body, tool: str, serial: str) -> None:
        """As :meth:`note`, about the unit the tool was released for."""
        refs = self._work.refs(getattr(body, "step", None), serial=serial)
        try:
            await self._journal.append(NewEvent(body, Actor("device", tool), refs))
        except StorageFault as fault:
            self._failed(fault)

    async def note_label(self, body: Body, actor: Actor | None, unit: str | None) -> None:
        """What became of a label, which may be of a unit that has left."""
        refs = self._work.refs(serial=unit) if unit is not None else NO_REFS
        await self._journal.append(NewEvent(body, actor or SYSTEM, refs))
