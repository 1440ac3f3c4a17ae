"""The names of steps, places and parts, and gaps of evidence in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.evidence import step_at
from app.domain.instructions import Instruction, in_language
from app.domain.quality_events import BypassApplied, ReworkOrdered
from server.db.storable import storable_text
from server.db.tables import feed
from server.log.feed import INSTRUCTION, current
from server.read.situation_store import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.event_body import Body
    from app.domain.instructions import Step
    from server.read.batch import Batch
    from server.read.facts import Fact

_GAPS = {
    "not_completed": "step not completed",
    "typed": "typed by hand",
    "no_good_result": "no good result",
    "limits_unknown": "limits unknown",
    "program_unknown": "program unknown",
    "assigned": "found out by a person",
    "not_signed": "second signature missing",
    "skipped": "left out",
    "bypassed": "done by an alternative",
    "not_confirmed": "not confirmed",
    "no_part": "part missing in the record",
    "no_photo": "photo missing",
    "calibration_over": "calibration was over",
    "sample_missed": "sample not taken",
    "sample_open": "sample of the first piece open",
    "defect_open": "defect still open",
    "conceded": "failed and used as is",
}


class Vocabulary:
    """Names from the instruction a unit was built by; ids where it does not say."""

    def __init__(self, instruction: Instruction | None, variant: str) -> None:
        self._steps = {step.id: step for step in instruction.steps} if instruction else {}
        self.instruction = instruction
        self._variant = variant

    def learn(self, body: Body | None) -> None:
        """The steps that one unit got beside its instruction have names too."""
        match body:
            case ReworkOrdered(steps=steps) | BypassApplied(checks=steps):
                self._steps |= {step.id: step for step in steps}
            case _:
                pass

    def step(self, name: str | None) -> Step | None:
        return self._steps.get(name or "")

    def title(self, name: str | None) -> str:
        step = self.step(name)
        if step is None:
            return name or ""
        return in_language(step.short or step.title, "en") or step.id

    def place(self, step_name: str, position: str) -> str:
        step = self.step(step_name)
        for place in step.positions if step else ():
            if place.id == position and place.label:
                return in_language(place.label, "en")
        return f"{self.title(step_name)} · {position}"

    def where(self, place: str) -> str:
        """The names of "step.position" (a gap's) or "step/position" (a rework's)."""
        dotted = place.replace("/", ".", 1)
        step_name = step_at(dotted, self._steps)
        position = dotted.removeprefix(step_name).removeprefix(".")
        if not step_name:
            return place
        title, label = self.title(step_name), self.place(step_name, position)
        if not position:
            return title
        return label if label.startswith(title) else f"{title} · {label}"

    def component(self, component: str | None, part: str) -> str:
        if self.instruction is None or component is None:
            return part
        line = self.instruction.bom_line(self._variant, component)
        return in_language(line.name, "en") if line else part


def vocabulary(connection: sa.Connection, revision: str, variant: str) -> Vocabulary:
    """The words of a published instruction; plain ids when it is not here."""
    content = current(connection, INSTRUCTION, revision)
    instruction = None if content is None else msgspec.json.decode(content, type=Instruction)
    return Vocabulary(instruction, variant)


def words_of(batch: Batch, fact: Fact) -> Vocabulary:
    """The words of the instruction that an event was recorded under; read once for a batch.

    One that was published when the event was here already says nothing: drawn anew it would.
    """
    revision = fact.envelope.refs.revision or ""
    note = ("words", revision)
    if note not in batch.notes:
        batch.notes[note] = _first_published(batch.connection, revision)
    published: tuple[int, Vocabulary] | None = batch.notes[note]
    if published is None or published[0] > fact.recv_at:
        return Vocabulary(None, "")
    return published[1]


def _first_published(connection: sa.Connection, revision: str) -> tuple[int, Vocabulary] | None:
    """When it was; a revision is the hash of its content, and never says anything else."""
    columns = feed.c
    statement = sa.select(columns.at, columns.body).where(
        columns.kind == INSTRUCTION, columns.key == storable_text(revision)
    )
    row = connection.execute(statement.order_by(columns.pos).limit(1)).one_or_none()
    if row is None:
        return None
    return row.at, Vocabulary(msgspec.json.decode(bytes(row.body), type=Instruction), "")


def gaps_in_words(gaps: Sequence[str], words: Vocabulary) -> str:
    """Gaps of evidence, written "what:where", as one phrase."""
    parted = (gap.partition(":") for gap in gaps)
    return ", ".join(
        f"{_GAPS.get(what, in_words(what))} at {words.where(where)}" if where else in_words(what)
        for what, _, where in parted
    )
