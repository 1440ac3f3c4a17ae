"""Checks that wait for a person: overdue at their station, or with a line that is not OK."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.envelope import Refs
from app.domain.events import StepRedone
from app.domain.form_events import (
    FormCompleted,
    FormLineFailed,
    FormLineSettled,
    FormOverdue,
    FormPutOff,
    FormSkipped,
)
from app.domain.form_run import CHECK_FAILED, failed_line_key, is_run_name
from app.domain.instructions import in_language
from server.read.situation_store import close_situation, in_words, open_situation

if TYPE_CHECKING:
    from server.read.batch import Batch
    from server.read.facts import Fact

OVERDUE, FAILED = "check_overdue", CHECK_FAILED


def apply_form_situations(batch: Batch, fact: Fact) -> None:
    """Opened by what the station recorded, and closed by what it recorded later."""
    at = fact.envelope.at
    if fact.begins_anew:
        _close_lost(batch, fact)
    match fact.body:
        case FormOverdue() as body:
            _open_overdue(batch, fact, body)
        case FormPutOff(run=run) | FormSkipped(run=run):
            close_situation(batch, f"{OVERDUE}:{run}", at=at)
        case FormLineFailed() as body:
            _open_failed(batch, fact, body)
        case FormLineSettled(run=run, step=step):
            close_situation(batch, failed_line_key(run, step), at=at)
        case StepRedone(step=step) if fact.unit is not None and is_run_name(fact.unit):
            close_situation(batch, failed_line_key(fact.unit, step), at=at)
        case FormCompleted() as body:
            close_situation(batch, f"{OVERDUE}:{body.run}", at=at)
            _close_earlier(batch, fact, body)
        case _:
            pass


def _open_overdue(batch: Batch, fact: Fact, body: FormOverdue) -> None:
    station = fact.envelope.station
    what = "no unit is begun there before it is done" if body.blocks else "units go on there"
    open_situation(
        batch,
        _about_no_unit(fact),
        key=f"{OVERDUE}:{body.run}",
        kind=OVERDUE,
        title=f"{station}: {in_language(body.title, 'en')} is overdue",
        detail=f"A check that was not done in its time; {what}",
    )
    _open_again(batch, f"{OVERDUE}:{body.run}", fact.envelope.at)


def _open_failed(batch: Batch, fact: Fact, body: FormLineFailed) -> None:
    station = fact.envelope.station
    what = "; no unit is begun there until it is settled" if body.blocks else ""
    open_situation(
        batch,
        _about_no_unit(fact),
        key=failed_line_key(body.run, body.step),
        kind=FAILED,
        title=f"{station}: {in_language(body.title, 'en')} is not OK",
        detail=f"Check {body.form}: {in_words(body.why)}{what}",
    )
    _open_again(batch, failed_line_key(body.run, body.step), fact.envelope.at)


def _open_again(batch: Batch, key: str, at: int) -> None:
    """In the same run a line failed once more, or the time to which it was put off went by."""
    known = batch.situation(key)
    if known is not None and known["closed_at"] is not None and known["closed_at"] <= at:
        batch.write_situation({**known, "closed_at": None})


def _close_earlier(batch: Batch, fact: Fact, body: FormCompleted) -> None:
    """The check was done again at the station: its lines say how things are now."""
    earlier = f"{FAILED}:check:{body.form}:{fact.envelope.station}:"
    for known in batch.open_of_kind(FAILED):
        is_of_this_run = known["key"].startswith(f"{FAILED}:{body.run}:")
        if known["key"].startswith(earlier) and not is_of_this_run:
            batch.write_situation({**known, "closed_at": fact.envelope.at})


def _close_lost(batch: Batch, fact: Fact) -> None:
    """Nobody there will end a check that only a lost journal knew."""
    for known in batch.open_of_kind(OVERDUE):
        if known["station"] == fact.envelope.station:
            batch.write_situation({**known, "closed_at": fact.envelope.at})


def _about_no_unit(fact: Fact) -> Fact:
    """A run's name stands where a unit's serial does, and is none."""
    return replace(fact, envelope=with_fields(fact.envelope, refs=Refs()))
