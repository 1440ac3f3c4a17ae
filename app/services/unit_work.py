"""The unit in work: commands in, events into the journal, state out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.domain.envelope import Actor, Refs
from app.domain.events import (
    KINDS,
    Body,
    PartFitted,
    ReadingUnassigned,
    SignedOff,
    ToolArmed,
    ToolLocked,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.evidence_rules import why_not_resolved
from app.domain.form_events import FormLeft
from app.domain.form_run import is_form, is_run_name
from app.domain.instructions import BomLine, Instruction, MeasureStep, ScanStep, Step
from app.domain.material_events import PartHeld, PartRemoved
from app.domain.refusal import Refusal
from app.domain.rules import Command, decide, opening
from app.domain.signatures import linked
from app.domain.unit_history import COMPLETED
from app.domain.unit_run import UnitRun, begin, replay
from app.ports.journal import NewEvent
from app.services.form_runs import form_run
from app.services.order_queue import order_of_unit
from app.services.taking_up import (
    elsewhere,
    elsewhere_of_open,
    known_before,
    rows_after,
    why_barred_here,
    why_completed,
    why_not_gone_on,
)
from app.services.unit_histories import UnitHistories

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.envelope import Envelope
    from app.domain.plant import Order
    from app.domain.rules import Decision
    from app.domain.unit_history import Operation, UnitHistory
    from app.services.elsewhere_state import Elsewhere
    from app.services.order_queue import Frozen
    from app.services.station_ports import StationPorts
    from app.services.station_state import OrderRow

log = logging.getLogger(__name__)

SYSTEM = Actor("system", "station")
_instructions = msgspec.json.Decoder(Instruction)


class SampleRules(Protocol):
    """Which steps are due on a unit, and what becomes of those that wait for one."""

    async def decide(self, run: UnitRun, order: Order) -> tuple[Body, ...] | Refusal: ...

    async def noted(self, run: UnitRun, bodies: tuple[Body, ...]) -> None: ...


class UnitWork:
    """Owns the :class:`UnitRun`.  Nothing changes it but what the journal has made durable.

    ``stamped`` adds to a body who was there.
    """

    def __init__(
        self,
        ports: StationPorts,
        here: str,
        stamped: Callable[[Body], Body] = lambda body: body,
    ) -> None:
        self._journal = ports.journal
        self._reference = ports.reference
        #: The units from all stations, as known ``here``.
        self.histories = UnitHistories(ports, here)
        self._stamped = stamped
        self.run: UnitRun | None = None
        #: What other stations did to the unit that was taken up last.
        self.elsewhere: Elsewhere | None = None
        self.samples: SampleRules | None = None
        #: Why a unit may not be opened now, if so.
        self.why_not_open: Callable[[str], Awaitable[Refusal | None]] = _nothing_against

    @property
    def step(self) -> Step | None:
        """What is to do now."""
        return self.run.current.step if self.run is not None and self.run.current else None

    def wants(self, gauge: str) -> bool:
        """Whether the open step measures with ``gauge``."""
        step = self.step
        return isinstance(step, MeasureStep) and step.gauge == gauge

    @property
    def steps(self) -> tuple[Step, ...]:
        """All that is to do on the open unit, with what rework added."""
        return () if self.run is None else self.run.work

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
        is_brought: bool = False,
    ) -> Refusal | None:
        """Start ``serial`` on its order, or go on where it stands, wherever it was worked on.

        ``raw`` is its label's code.  With ``is_brought`` a person says that it is here although
        it is in work at another station.
        """
        history = await self.histories.look_up(serial)
        operation = history.current
        is_over = operation is not None and operation.state == COMPLETED
        if is_over:
            rows = rows_after(history, rows, chosen)
        refusal = why_barred_here(history) or await self.why_not_open(serial)
        if refusal is None and operation is not None and not is_over:
            row = next((row for row in rows if row.order.order == chosen), None)
            refusal = why_not_gone_on(history, operation, row, is_brought=is_brought)
            if refusal is None:
                causes = known_before(operation, is_brought=is_brought)
                return await self._resume(history, operation, actor, causes)
        if refusal is not None:
            return refusal
        found = await order_of_unit(serial, chosen, rows, self._reference)
        if isinstance(found, Refusal):
            return found if operation is None else await self._why_over(history, operation)
        refusal = await self.start(found, serial, raw, actor)
        self.elsewhere = elsewhere(history)
        return refusal

    async def start(self, frozen: Frozen, serial: str, raw: str, actor: Actor) -> Refusal | None:
        """Open ``serial`` on the revision of ``frozen``, with the samples that are due on it."""
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
        due = () if self.samples is None else await self.samples.decide(run, order)
        if isinstance(due, Refusal):
            return due
        bodies = (started, *due, *opening(replay(run, due)))
        await self._append(run, bodies, actor)
        return None

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
        return await self.decide_on(serial, lambda run: decide(run, command), actor)

    async def decide_on(
        self, serial: str, rule: Callable[[UnitRun], Decision], actor: Actor
    ) -> tuple[Body, ...] | Refusal:
        """As :meth:`apply_to`, by a ``rule`` of its own."""
        is_open = self.run is not None and self.run.serial == serial
        run = self.run if self.run is not None and is_open else await self.look_at(serial)
        if isinstance(run, Refusal):
            return run
        decision = rule(run)
        if isinstance(decision, Refusal):
            return decision
        if is_open:
            await self._append(run, decision, actor)
        else:
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

    async def note(self, actor: Actor, *bodies: Body, serial: str | None = None) -> None:
        """Record what needs no decision: about the open unit, else about ``serial`` or none."""
        if self.run is not None:
            await self._append(self.run, bodies, actor)
            return
        refs = [Refs(unit=serial, step=_step_of(b)) for b in bodies]
        recorded = zip(linked(bodies), refs, strict=True)
        events = [NewEvent(body, _by(body, actor), about) for body, about in recorded]
        await self._journal.append(*events)

    async def take_up(self, run: UnitRun, begun: Body, actor: Actor) -> None:
        """Put a check on the screen, where ``begun`` says that it is begun or gone on with."""
        await self._append(run, (begun,), actor)
        self.elsewhere = None

    async def leave(self, actor: Actor) -> None:
        """Back to the queue; the unit keeps its state."""
        if self.run is not None:
            serial = self.run.serial
            is_check = is_form(self.run.instruction)
            left = FormLeft(run=serial) if is_check else UnitLeft(serial=serial)
            await self._keep(self.run, (left,), actor)
            self.run = None

    async def _resume(
        self, history: UnitHistory, operation: Operation, actor: Actor, causes: tuple[str, ...]
    ) -> Refusal | None:
        """Take up a unit that was left."""
        found = await self._folded(history, operation)
        if isinstance(found, Refusal):
            return found
        await self._append(found, (UnitResumed(serial=history.serial),), actor, causes)
        self.elsewhere = elsewhere(history)
        return None

    async def look_into(self, serial: str) -> Refusal | None:
        """Show a held unit; it stays held, and nothing is recorded."""
        run = self.run
        if run is not None and run.completed is None and run.held is None:
            return Refusal("disposition.other_unit", {"serial": serial, "open": run.serial})
        return await self._load(serial)

    async def recover(self) -> Refusal | None:
        """After a start: take up the unit that was open, at the very same step."""
        serial = await self._journal.open_unit() or await self._journal.open_form()
        return None if serial is None else await self._load(serial)

    def refs(self, step: str | None = None, *, serial: str | None = None) -> Refs:
        """What the next event is about: the open unit, else ``serial``; "" is none."""
        if serial is not None and (self.run is None or self.run.serial != serial):
            return Refs(unit=serial or None, step=step)
        return _refs(self.run, step)

    async def look_at(self, serial: str) -> UnitRun | Refusal:
        """Where ``serial`` stands, by its record from all stations; a check is only of this."""
        if is_run_name(serial):
            return await form_run(self._journal, self._reference, serial)
        history = await self.histories.of(serial)
        if history.current is None:
            return Refusal("order.unknown_unit", {"serial": serial})
        return await self._folded(history, history.current)

    async def _folded(self, history: UnitHistory, operation: Operation) -> UnitRun | Refusal:
        started = operation.started
        content = await self._reference.instruction(started.revision)
        if content is None:
            log.warning("instruction missing", extra={"revision": started.revision})
            return Refusal("instruction.missing", {"instruction": started.instruction})
        run = begin(
            serial=history.serial,
            order=started.order,
            variant=started.variant,
            instruction=_instructions.decode(content),
            revision=started.revision,
        )
        return replay(run, operation.bodies)

    async def _why_over(self, history: UnitHistory, operation: Operation) -> Refusal:
        """It is completed; what is not provable waits for people to decide."""
        run = await self._folded(history, operation)
        if not isinstance(run, Refusal) and why_not_resolved(run) is None:
            return Refusal("unit.not_provable", {"serial": history.serial})
        return why_completed(history, operation)

    async def _load(self, serial: str) -> Refusal | None:
        found = await self.look_at(serial)
        if isinstance(found, Refusal):
            return found
        self.run = found
        is_check = is_form(found.instruction)
        history = None if is_check else await self.histories.of(serial)
        self.elsewhere = None if history is None else elsewhere_of_open(history)
        return None

    async def _append(
        self,
        run: UnitRun,
        bodies: tuple[Body, ...],
        actor: Actor,
        causes: tuple[str, ...] = (),
    ) -> None:
        room = _making_room(self.run, run, actor)
        await self._keep(run, bodies, actor, causes, first=room)
        self.run = replay(run, bodies)

    async def _keep(
        self,
        run: UnitRun,
        bodies: tuple[Body, ...],
        actor: Actor,
        causes: tuple[str, ...] = (),
        first: tuple[NewEvent, ...] = (),
    ) -> None:
        recorded = linked([self._stamped(body) for body in bodies])
        events = [
            NewEvent(b, _by(b, actor), _refs(run, _step_of(b), b), causes=causes) for b in recorded
        ]
        await self._journal.append(*first, *events)
        if self.samples is not None:
            await self.samples.noted(run, bodies)


def _making_room(before: UnitRun | None, run: UnitRun, actor: Actor) -> tuple[NewEvent, ...]:
    """A check on the screen is left in the very commit that a unit begins with.

    No power cut parts the two: the other stations are told where it lies.
    """
    if before is None or before.serial == run.serial or not is_form(before.instruction):
        return ()
    return (NewEvent(FormLeft(run=before.serial), actor, _refs(before, None)),)


async def _nothing_against(_serial: str) -> Refusal | None:
    return None


def place_of(run: UnitRun | None) -> tuple[object, ...]:
    """Unit and step: what a screen is about."""
    # Rework puts steps before the open one: another step is in its place then.
    return () if run is None else (run.serial, run.index, len(run.steps))


def why_unassigned(bodies: tuple[Body, ...]) -> str | None:
    """Why a reading was kept without counting; None when it counted."""
    found = (body.reason for body in bodies if isinstance(body, ReadingUnassigned))
    return next(found, None)


def _step_of(body: Body) -> str | None:
    step: str | None = getattr(body, "step", None)
    return step


def _by(body: Body, actor: Actor) -> Actor:
    """A signature is by who signed; all else by who acts."""
    return Actor("person", body.person) if isinstance(body, SignedOff) else actor


def _refs(run: UnitRun | None, step: str | None, body: Body | None = None) -> Refs:
    if run is None:
        return Refs(step=step)
    return Refs(
        order=run.order or None,
        unit=run.serial,
        operation=run.instruction.operation or None,
        step=step,
        lot=body.lot if isinstance(body, PartFitted | PartRemoved | PartHeld) else None,
        instruction=run.instruction.id,
        revision=run.revision,
    )


def _body(envelope: Envelope) -> Body | None:
    """The typed body; None for a kind this version does not know."""
    kind = KINDS.get(envelope.kind)
    return None if kind is None else msgspec.json.decode(envelope.body, type=kind)
