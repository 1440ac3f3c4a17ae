"""Runs of a check as a station records them, for the server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.envelope import Refs
from app.domain.events import SignedOff, StepCompleted, StepConfirmed
from app.domain.form_events import (
    FormCompleted,
    FormDue,
    FormLineFailed,
    FormOverdue,
    FormStarted,
)

if TYPE_CHECKING:
    from app.domain.events import Body
    from tests.helpers.plant_station import FakeStation

FORM, TITLE = "start-of-shift", {"en": "Start-of-shift check"}
GUARD = {"en": "Guard"}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def run_at(station: FakeStation, number: int = 1) -> str:
    return f"check:{FORM}:{station.name}:20261120T06000000{number}"


def write(station: FakeStation, run: str, *bodies: Body) -> None:
    """Append what is about ``run``."""
    for body in bodies:
        station.write(body, refs=Refs(unit=run, instruction=FORM))


def due(station: FakeStation, run: str) -> FormDue:
    at = _EPOCH + timedelta(microseconds=station.at_us)
    until = at + timedelta(hours=1)
    return FormDue(
        run=run, form=FORM, title=TITLE, why="shift", due_at=at, overdue_at=until, blocks=True
    )


def overdue(run: str) -> FormOverdue:
    return FormOverdue(run=run, form=FORM, title=TITLE, blocks=True)


def started(run: str) -> FormStarted:
    return FormStarted(run=run, form=FORM, title=TITLE, revision="r-1")


def failed(run: str, step: str = "guard") -> FormLineFailed:
    return FormLineFailed(
        run=run, form=FORM, step=step, title=GUARD, why="damaged", right="sign_off", blocks=True
    )


def completed(run: str, *steps: str) -> FormCompleted:
    return FormCompleted(run=run, form=FORM, evidence="provable", failed=steps)


def signed() -> SignedOff:
    return SignedOff(
        act="confirm", right="sign_off", meaning="Looked at by the lead", person="12",
        name="Lead 12", role="lead", means="badge", step="approval",
    )  # fmt: skip


def done(station: FakeStation, run: str) -> None:
    """From due to done, all as it should be, and signed."""
    write(station, run, due(station, run), started(run))
    write(station, run, StepConfirmed(step="guard", means="tap"), StepCompleted(step="guard"))
    write(station, run, signed(), StepConfirmed(step="approval", means="tap"), completed(run))
