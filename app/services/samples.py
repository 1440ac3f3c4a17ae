"""Decides, as a unit starts, on which steps a sample is due; clears who waited for one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.envelope import Refs
from app.domain.events import MeasurementRecorded, PointInspected, StepCompleted, StepSkipped
from app.domain.refusal import Refusal
from app.domain.sample_events import SampleDecided, SampleSettled
from app.domain.sampling import WAIT, Moment, decided, open_sample
from app.domain.stops import stops_of
from app.domain.unit_history import LEFT, OPEN
from app.ports.journal import NewEvent
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.event_body import Body
    from app.domain.instructions import Step
    from app.domain.plant import Order
    from app.domain.sampling import Outcome, Sample
    from app.domain.unit_history import UnitHistory
    from app.domain.unit_run import UnitRun
    from app.services.station_ports import StationPorts
    from app.services.unit_histories import UnitHistories

#: A stop that ended earlier has had its samples.
_STOPS_US = 24 * 3_600_000_000


class Samples:
    """Call it inside a turn."""

    def __init__(self, ports: StationPorts, histories: UnitHistories) -> None:
        self._ports = ports
        self._histories = histories

    async def decide(self, run: UnitRun, order: Order) -> tuple[SampleDecided, ...] | Refusal:
        """For each sampled step of a unit that starts; a refusal while it has to wait."""
        found: list[SampleDecided] = []
        for step in (s.step for s in run.steps):
            if step.sampling is None:
                continue
            body = await self._decide(step, run, order)
            if body.waits_for is not None and step.sampling.until_done == WAIT:
                return Refusal("sample.waits", {"serial": run.serial, "first": body.waits_for})
            found.append(body)
        return tuple(found)

    async def noted(self, run: UnitRun, bodies: tuple[Body, ...]) -> None:
        """A sample that others waited for is done: they carry its mark no longer."""
        done = {body.step for body in bodies if isinstance(body, StepCompleted)}
        due = {sample.step for sample in run.samples if sample.is_due}
        for step in sorted(done & due):
            await self._settle(run.instruction.id, step, of=run.serial)

    async def _settle(self, instruction: str, step: str, *, of: str) -> None:
        history = await self._ports.journal.samples(instruction, step)
        waiting = [s.unit for s in history if s.body.waits_for == of]
        body = SampleSettled(step=step, of=of)
        events = [
            NewEvent(body, SYSTEM, Refs(unit=unit, step=step))
            for unit in waiting
            if not await self._is_settled(unit, body)
        ]
        if events:
            await self._ports.journal.append(*events)

    async def _is_settled(self, unit: str, body: SampleSettled) -> bool:
        history = await self._histories.of(unit)
        return any(body in operation.bodies for operation in history.operations)

    async def _decide(self, step: Step, run: UnitRun, order: Order) -> SampleDecided:
        rule = step.sampling
        if rule is None:
            raise TypeError(step)
        moment = Moment(
            now_us=self._ports.clock.now_us(),
            order=run.order,
            variant=run.variant,
            revision=run.revision,
            shift=self._ports.shift(),
            lot_size=order.quantity,
            stopped_us=await self._stopped_us() if rule.after_stop else None,
        )
        history = await self._history(run.instruction.id, step.id)
        return decided(step.id, rule, moment, history)

    async def _history(self, instruction: str, step: str) -> Sequence[Sample]:
        """What was decided here; an open sample may have been finished at another station."""
        samples = await self._ports.journal.samples(instruction, step)
        unit = open_sample(samples)
        if unit is None:
            return samples
        outcome, is_bad = outcome_of(await self._histories.of(unit), instruction, step)
        if outcome == "open":
            outcome, is_bad = outcome_of(await self._histories.look_up(unit), instruction, step)
        if outcome == "done":
            await self._settle(instruction, step, of=unit)
        return [
            replace(one, outcome=outcome, is_bad=is_bad)
            if (one.unit, one.outcome) == (unit, "open")
            else one
            for one in samples
        ]

    async def _stopped_us(self) -> int | None:
        """When the last stop ended; while one lasts, the unit that starts now ends it."""
        now_us = self._ports.clock.now_us()
        facts = await self._ports.journal.line_facts(now_us - _STOPS_US)
        stops = stops_of((fact.body, fact.at_us) for fact in facts)
        if not stops:
            return None
        return now_us if stops[-1].ended_us is None else stops[-1].ended_us


def outcome_of(history: UnitHistory, instruction: str, step: str) -> tuple[Outcome, bool]:
    """What became of the sample ``step`` on the unit, and whether something was found."""
    same = (one for one in history.operations if one.started.instruction == instruction)
    operation = next(same, None)
    if operation is None:
        return "open", False
    about = [body for body in operation.bodies if getattr(body, "step", None) == step]
    judged = (body for body in about if isinstance(body, MeasurementRecorded | PointInspected))
    is_bad = any(not body.ok for body in judged)
    if any(isinstance(body, StepSkipped) for body in about):
        return "missed", is_bad
    if step in operation.done_at:
        return "done", is_bad
    return ("open" if operation.state in (OPEN, LEFT) else "missed"), is_bad
