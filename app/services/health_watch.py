"""Looks after what the health page says of this computer and of what the work needs."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import msgspec

from app.domain.calibration import Calibration, about
from app.domain.errors import AsbuiltError
from app.domain.instructions import Instruction, in_language
from app.domain.plant import EffectiveRevision
from app.services.health_state import HealthFacts, Needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.instructions import Step
    from app.domain.refusal import Refusal
    from app.ports.journal import Journal, Reference
    from app.ports.records import Records
    from app.services.state_board import StateBoard

log = logging.getLogger(__name__)

EVERY_S = 20.0
#: A name for each field by which a step may name a device.
_FIELDS = ("tool", "gauge", "camera", "machine")


class HealthWatch:
    """Publishes anew every ``EVERY_S``.

    ``disk`` answers with used and free bytes of the data folder, ``qr`` draws a text; both block.
    """

    def __init__(
        self,
        *,
        board: StateBoard,
        journal: Journal,
        reference: Reference,
        records: Records,
        disk: Callable[[], tuple[int, int]],
        qr: Callable[[str], tuple[str, ...]],
        software: str,
        machine: str | None,
        today: Callable[[], date],
    ) -> None:
        self._board = board
        self._journal = journal
        self._reference = reference
        self._records = records
        self._disk = disk
        self._qr = qr
        self._software = software
        self._machine = machine
        self._today = today

    async def run(self) -> None:
        """Until cancelled; what cannot be read now is read the next time."""
        while True:
            try:
                await self.see()
            except (AsbuiltError, OSError) as error:
                log.info("the health of this computer could not be read: %s", error)
            await asyncio.sleep(EVERY_S)

    async def see(self) -> None:
        """Look once, and publish."""
        used, free = await asyncio.to_thread(self._disk)
        short, text = await self._diagnostics()
        before = self._board.state.health
        code = before.code
        if text != before.diagnostics:
            code = await asyncio.to_thread(self._qr, text)
        facts = HealthFacts(
            disk_used=used / max(1, used + free),
            disk_free_bytes=free,
            needs=await self._needs(),
            calibrations=await self._calibrations(),
            labels_waiting=len(await self._journal.open_labels()),
            diagnostics_id=short,
            diagnostics=text,
            code=code,
        )
        self._board.update(health=facts)

    async def _diagnostics(self) -> tuple[str, str]:
        """What names this state of this station: read out by phone, and in full."""
        state = self._board.state
        newest, _ = await self._records.newest()
        place = "0" if newest is None else f"{newest.epoch}.{newest.seq}"
        head = "0" * 8 if newest is None else newest.hash[:8]
        short = f"{state.station.station} {place} {head}"
        devices = ",".join(f"{d.device}={d.state.value}" for d in state.devices)
        sync = f"{state.sync.state.value}+{state.sync.waiting}"
        return short, f"asbuilt {self._software} {short} sync={sync} {devices}".rstrip()

    async def _needs(self) -> dict[str, Needs]:
        """Which steps of the orders that wait here use which device."""
        steps: dict[str, dict[str, None]] = {}
        for row in self._board.state.orders:
            for step in await self._steps(row.order.instruction, row.order.variant):
                for device in _devices_of(step, self._machine):
                    title = in_language(step.short or step.title, "en")
                    steps.setdefault(device, {})[title] = None
        return {device: Needs(tuple(titles)) for device, titles in steps.items()}

    async def _calibrations(self) -> dict[str, Refusal]:
        """What there is to say of the devices of this station that have a record of their own."""
        here = {device.device for device in self._board.state.devices}
        records = [one for one in await self._reference.all(Calibration) if one.device in here]
        said = ((one.device, about(one.device, one, self._today())) for one in records)
        return {device: what for device, what in said if what is not None}

    async def _steps(self, instruction: str, variant: str) -> tuple[Step, ...]:
        effective = await self._reference.get(EffectiveRevision, instruction)
        content = await self._reference.instruction(effective.revision) if effective else None
        if content is None:
            return ()
        return msgspec.json.decode(content, type=Instruction).steps_for(variant)


def _devices_of(step: Step, machine: str | None) -> list[str]:
    """A step's ``machine`` names a request to the one machine there is."""
    named = {field: getattr(step, field, None) for field in _FIELDS}
    if named["machine"] is not None:
        named["machine"] = machine
    return [str(device) for device in named.values() if device]
