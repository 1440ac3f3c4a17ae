"""A check's run in the place of a unit: its record is made, signed and proven the same way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.events import UnitStarted
from app.domain.form_run import is_run_name
from server.db.form_tables import form_run
from server.db.storable import storable_text
from server.db.tables import unit

if TYPE_CHECKING:
    from typing import Any

    from app.domain.form_events import FormStarted

_STATES = {"due": "open", "left": "open", "done": "completed"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a record is about, with the columns of a unit's row."""

    serial: str
    order_id: str
    product: str
    variant: str
    instruction: str
    revision: str
    station: str
    state: str
    reworked: int
    started_at: int
    completed_at: int | None
    evidence: str | None
    gaps: str


def subject(connection: sa.Connection, name: str) -> Subject | None:
    """The unit or the run of a check called ``name``; None when nothing was recorded of one."""
    known = storable_text(name)
    if is_run_name(name):
        row = connection.execute(sa.select(form_run).where(form_run.c.run == known)).one_or_none()
        return None if row is None else _of_run(row)
    row = connection.execute(sa.select(unit).where(unit.c.serial == known)).one_or_none()
    if row is None:
        return None
    return Subject(*(getattr(row, name) for name in Subject.__slots__))


def as_unit(body: FormStarted) -> UnitStarted:
    """The start of a run as that of a unit, for what is told of both alike."""
    return UnitStarted(
        serial=body.run,
        order="",
        product="",
        variant="",
        instruction=body.form,
        revision=body.revision,
        raw="",
    )


def _of_run(row: sa.Row[Any]) -> Subject:
    began = next((at for at in (row.began_at, row.due_at, row.ended_at) if at is not None), 0)
    return Subject(
        serial=row.run,
        order_id="",
        product=row.title,
        variant="",
        instruction=row.form,
        revision=row.revision,
        station=row.station,
        state=_STATES.get(row.state, row.state),
        reworked=0,
        started_at=began,
        completed_at=row.ended_at,
        evidence=row.evidence,
        gaps=row.gaps,
    )
