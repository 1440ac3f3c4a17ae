"""The lines of a check's record in words, beside those of a unit's."""

from __future__ import annotations

from app.domain.form_events import (
    FormCompleted,
    FormDue,
    FormLineFailed,
    FormLineSettled,
    FormOverdue,
    FormPutOff,
    FormSkipped,
    FormStarted,
)
from app.domain.instructions import in_language
from server.read.situation_store import in_words
from server.read.vocabulary import Vocabulary, gaps_in_words
from server.read.words import Wording
from server.read.words import wording as wording  # noqa: PLC0414 - with these it is complete

DUE_BY = {
    "shift": "a shift began",
    "daily": "its time of day came",
    "weekly": "its time of the week came",
    "hours": "the one before was long enough ago",
    "units": "enough units were completed",
    "stop": "a stop was over",
    "device": "a device was changed",
}


@wording.register(FormDue)
def _(body: FormDue, words: Vocabulary) -> Wording:  # noqa: ARG001 - one signature for all
    until = f"to be done by {body.overdue_at:%Y-%m-%d %H:%M} UTC"
    return Wording("Due", f"{DUE_BY.get(body.why, body.why)}, {until}")


@wording.register(FormOverdue)
def _(body: FormOverdue, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    said = "no unit is begun at the station before it is done" if body.blocks else ""
    return Wording("Overdue", said)


@wording.register(FormPutOff)
def _(body: FormPutOff, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording("Put off", f"until {body.until:%Y-%m-%d %H:%M} UTC: {in_words(body.why)}")


@wording.register(FormSkipped)
def _(body: FormSkipped, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    if body.right is None:
        return Wording("Missed", "it fell due anew before it was done")
    return Wording("Left out", f"{in_words(body.why)} · right: {in_words(body.right)}")


@wording.register(FormStarted)
def _(body: FormStarted, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    return Wording("Check begun", in_language(body.title, "en"))


@wording.register(FormLineFailed)
def _(body: FormLineFailed, words: Vocabulary) -> Wording:
    blocks = " · no unit is begun until it is settled" if body.blocks else ""
    return Wording(words.title(body.step), f"not OK: {in_words(body.why)}{blocks}")


@wording.register(FormLineSettled)
def _(body: FormLineSettled, words: Vocabulary) -> Wording:
    by = "" if body.decided_by is None else f" · decided at the board by {body.decided_by}"
    return Wording(words.title(body.step), f"settled: {in_words(body.why)}{by}", "Settled")


@wording.register(FormCompleted)
def _(body: FormCompleted, words: Vocabulary) -> Wording:
    failed = ", ".join(words.title(step) for step in body.failed)
    said = f"not OK: {failed}" if failed else "all lines are as they should be"
    gaps = gaps_in_words(body.gaps, words)
    return Wording("Check done", f"{said} · missing: {gaps}" if gaps else said)
