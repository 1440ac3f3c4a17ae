"""A check in work, folded from its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.events import KINDS
from app.domain.form_events import FormStarted
from app.domain.instructions import Instruction
from app.domain.refusal import Refusal
from app.domain.unit_run import begin, replay

if TYPE_CHECKING:
    from app.domain.unit_run import UnitRun
    from app.ports.journal import Journal, Reference


async def form_run(journal: Journal, reference: Reference, run: str) -> UnitRun | Refusal:
    """Where ``run`` stands.

    Raises:
        StorageFault: the journal cannot be read.
    """
    events = [e for e in await journal.unit_events(run) if e.kind in KINDS]
    bodies = [msgspec.json.decode(e.body, type=KINDS[e.kind]) for e in events]
    started = next((body for body in bodies if isinstance(body, FormStarted)), None)
    if started is None:
        return Refusal("form.unknown", {"run": run})
    blank = await blank_run(reference, run, started.form, started.revision)
    return blank if isinstance(blank, Refusal) else replay(blank, bodies)


async def blank_run(reference: Reference, run: str, form: str, revision: str) -> UnitRun | Refusal:
    """``run`` before its first line."""
    content = await reference.instruction(revision)
    if content is None:
        return Refusal("instruction.missing", {"instruction": form})
    instruction = msgspec.json.decode(content, type=Instruction)
    return begin(serial=run, order="", variant="", instruction=instruction, revision=revision)
