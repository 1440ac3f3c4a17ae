"""What becomes of a check at a station: due, begun, interrupted, done, put off or left out.

``run`` names one time that the check is done, or should have been; everything recorded in it is
about ``run`` as what is recorded of a unit is about its serial.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeAlias

from app.domain.event_body import Body
from app.domain.instructions import Text


class FormDue(Body, frozen=True, kw_only=True):
    """The check fell due; ``why`` is shift, daily, weekly, hours, units, stop or device."""

    KIND: ClassVar[str] = "form.due"
    run: str
    form: str
    title: Text
    why: str
    due_at: datetime
    overdue_at: datetime
    blocks: bool = False


class FormOverdue(Body, frozen=True, kw_only=True):
    """Its time went by and it is not done."""

    KIND: ClassVar[str] = "form.overdue"
    run: str
    form: str
    title: Text
    blocks: bool = False


class FormPutOff(Body, frozen=True, kw_only=True):
    """Somebody put it off, and why."""

    KIND: ClassVar[str] = "form.put_off"
    run: str
    form: str
    until: datetime
    why: str


class FormSkipped(Body, frozen=True, kw_only=True):
    """It is not done this time: ``right`` let somebody say so; without one it was missed.

    Missed means that it fell due anew before anybody had finished it.
    """

    KIND: ClassVar[str] = "form.skipped"
    run: str
    form: str
    why: str
    right: str | None = None


class FormStarted(Body, frozen=True, kw_only=True):
    """A person began it, by the ``revision`` of its instruction."""

    KIND: ClassVar[str] = "form.started"
    run: str
    form: str
    title: Text
    revision: str


class FormLeft(Body, frozen=True, kw_only=True):
    """Something came first, a unit or a person's wish; what was answered stays."""

    KIND: ClassVar[str] = "form.left"
    run: str


class FormResumed(Body, frozen=True, kw_only=True):
    """It goes on where it stood."""

    KIND: ClassVar[str] = "form.resumed"
    run: str


class FormLineFailed(Body, frozen=True, kw_only=True):
    """What the step asks for is not so; ``why`` is a code or somebody's own words.

    Who has ``right`` may settle it; with ``blocks`` no unit is begun here until then.
    """

    KIND: ClassVar[str] = "form.line_failed"
    run: str
    form: str
    step: str
    title: Text
    why: str
    right: str
    blocks: bool = False


class FormLineSettled(Body, frozen=True, kw_only=True):
    """Who may says that the line that failed is put right, or may stay as it is, and why.

    ``decided_by`` is who decided it at the plant's board; None where it was settled here.
    """

    KIND: ClassVar[str] = "form.line_settled"
    run: str
    form: str
    step: str
    why: str
    right: str
    decided_by: str | None = None


class FormCompleted(Body, frozen=True, kw_only=True):
    """All lines are answered; ``failed`` names those that are not as they should be."""

    KIND: ClassVar[str] = "form.completed"
    run: str
    form: str
    evidence: str
    gaps: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


FormBody: TypeAlias = (
    FormDue
    | FormOverdue
    | FormPutOff
    | FormSkipped
    | FormStarted
    | FormLeft
    | FormResumed
    | FormLineFailed
    | FormLineSettled
    | FormCompleted
)
