"""The unit in work: commands in, events into the journal, state out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Actor, Refs
from app.domain.events import (
    KINDS,
    Body,
    PartFitted,
    ReadingUnassigned,
    ToolArmed,
    ToolLocked,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.instructions import BomLine, Instruction, ScanStep, Step
from app.domain.refusal import Refusal
from app.domain.rules import Command, decide, opening
from app.domain.unit_run import UnitRun, begin, replay
from app.ports.journal import NewEvent
from app.services.order_queue import order_of_unit

if TYPE_CHECKING:
    from app.domain.envelope import Envelope
    from app.ports.journal import Journal, Reference
    from app.services.order_queue import Frozen
    from app.services.station_state import OrderRow

log = logging.getLogger(__name__)

SYSTEM = Actor("system", "station")
_instructions = msgspec.json.Decoder(Instruction)


class UnitWork:
    """Owns the :class:`UnitRun`.  Nothing changes it but what the journal has made durable."""

    def __init__(self, journal: Journal, reference: Reference) -> None:
        self._journal = journal
        self._reference = reference
        self.run: UnitRun | None = None

    @property
    def step(self) -> Step | None:
        """What is to do now."""
        return self.run.current.step if self.run is not None and self.run.current else None

    @property
    def step_id(self) -> str | None:
        return None if self.step is None else self.step.id

    @property
    def line_to_fit(self) -> BomLine | None:
        """What the bill says of the component to be scanned now."""
        run, step = self.run, self.step
        if run is None or not isinstance(step, ScanStep):
            return None
        return run.instruction.bom_line(run.variant, step.component)

    async def open(
        self,
        serial: str,
        raw: str,
        *,
        chosen: str | None,
        rows: tuple[OrderRow, ...],
        actor: Actor,
    ) -> Refusal | None:
        """Start ``serial`` on its order, or take it up again; ``raw`` is its label's code."""
        state = await self._journal.unit_state(serial)
        if state in ("completed", "held"):
            return Refusal(f"unit.{state}", {"serial": serial})
        if state is not None:
            return await self.resume(serial, actor)
        found = await order_of_unit(serial, chosen, rows, self._reference)
        if isinstance(found, Refusal):
            return found
        await self.start(found, serial, raw, actor)
        return None

    async def start(self, frozen: Frozen, serial: str, raw: str, actor: Actor) -> None:
        """Open ``serial`` on the revision of ``frozen``."""
        order = frozen.order
        run = begin(
            serial=serial,
            order=order.order,
            variant=order.variant,
            instruction=_instructions.decode(frozen.content),
            revision=frozen.revision,
        )
        started = UnitStarted(
            serial=serial,
            order=order.order,
            product=order.product,
            variant=order.variant,
            instruction=order.instruction,
            revision=frozen.revision,
            raw=raw,
        )
        bodies = (started, *opening(run))
        await self._append(run, bodies, actor)

    async def apply(self, command: Command, actor: Actor) -> tuple[Body, ...] | Refusal:
        """Decide ``command`` on the open unit and make its events durable.

        Raises:
            StorageFault: nothing was recorded and the unit stands as before.
            DuplicateResult: the reading was recorded earlier; nothing changed.
        """
        if self.run is None:
            return Refusal("unit.none")
        decision = decide(self.run, command)
        if not isinstance(decision, Refusal):
            await self._append(self.run, decision, actor)
        return decision

    async def apply_to(
        self, serial: str, command: Command, actor: Actor
    ) -> tuple[Body, ...] | Refusal:
        """As :meth:`apply`, also on a unit that is not the open one and stays so."""
        if self.run is not None and self.run.serial == serial:
            return await self.apply(command, actor)
        run = await self.look_at(serial)
        if isinstance(run, Refusal):
            return run
        decision = decide(run, command)
        if not isinstance(decision, Refusal):
            await self._keep(run, decision, actor)
        return decision

    async def released_step(self, serial: str, tool: str) -> str | None:
        """What ``tool`` was released for last on ``serial``, if no lock was confirmed since."""
        step = None
        for envelope in await self._journal.unit_events(serial):
            match _body(envelope):
                case ToolArmed(tool=armed) as body if armed == tool:
                    step = body.step
                case ToolLocked(tool=locked, confirmed=True) if locked == tool:
                    step = None
                case _:
                    pass
        return step

    async def is_known(self, serial: str) -> bool:
        """Whether it was ever in work here."""
        return await self._journal.unit_state(serial) is not None

    async def leave(self, actor: Actor) -> None:
        """Back to the queue; the unit keeps its state."""
        if self.run is not None:
            await self._append(self.run, (UnitLeft(serial=self.run.serial),), actor)
            self.run = None

    async def resume(self, serial: str, actor: Actor) -> Refusal | None:
        """Take up a unit that was left."""
        refusal = await self._load(serial)
        if refusal is None and self.run is not None:
            await self._append(self.run, (UnitResumed(serial=serial),), actor)
        return refusal

    async def recover(self) -> Refusal | None:
        """After a start: take up the unit that was open, at the very same step."""
        serial = await self._journal.open_unit()
        return None if serial is None else await self._load(serial)

    def refs(self, step: str | None = None, *, serial: str | None = None) -> Refs:
        """What the next event is about: the open unit, else ``serial``; "" is none."""
        if serial is not None and (self.run is None or self.run.serial != serial):
            return Refs(unit=serial or None, step=step)
        return _refs(self.run, step)

    async def look_at(self, serial: str) -> UnitRun | Refusal:
        """Where ``serial`` stands, by its record."""
        bodies = [_body(e) for e in await self._journal.unit_events(serial)]
        started = next((b for b in bodies if isinstance(b, UnitStarted)), None)
        if started is None:
            return Refusal("order.unknown_unit", {"serial": serial})
        content = await self._reference.instruction(started.revision)
        if content is None:
            log.warning("instruction missing", extra={"revision": started.revision})
            return Refusal("instruction.missing", {"instruction": started.instruction})
        run = begin(
            serial=serial,
            order=started.order,
            variant=started.variant,
            instruction=_instructions.decode(content),
            revision=started.revision,
        )
        return replay(run, (b for b in bodies if b is not None))

    async def _load(self, serial: str) -> Refusal | None:
        found = await self.look_at(serial)
        if isinstance(found, Refusal):
            return found
        self.run = found
        return None

    async def _append(self, run: UnitRun, bodies: tuple[Body, ...], actor: Actor) -> None:
        await self._keep(run, bodies, actor)
        self.run = replay(run, bodies)

    async def _keep(self, run: UnitRun, bodies: tuple[Body, ...], actor: Actor) -> None:
        events = [NewEvent(b, actor, _refs(run, getattr(b, "step", None), b)) for b in bodies]
        await self._journal.append(*events)


def place_of(run: UnitRun | None) -> tuple[str | None, int | None]:
    """Unit and step: what a screen is about."""
    return (None, None) if run is None else (run.serial, run.index)


def why_unassigned(bodies: tuple[Body, ...]) -> str | None:
    """Why a reading was kept without counting; None when it counted."""
    found = (body.reason for body in bodies if isinstance(body, ReadingUnassigned))
    return next(found, None)


def _refs(run: UnitRun | None, step: str | None, body: Body | None = None) -> Refs:
    if run is None:
        return Refs(step=step)
    return Refs(
        order=run.order,
        unit=run.serial,
        operation=run.instruction.operation,
        step=step,
        lot=body.lot if isinstance(body, PartFitted) else None,
        instruction=run.instruction.id,
        revision=run.revision,
    )


def _body(envelope: Envelope) -> Body | None:
    """The typed body; None for a kind this version does not know."""
    kind = KINDS.get(envelope.kind)
    return None if kind is None else msgspec.json.decode(envelope.body, type=kind)
