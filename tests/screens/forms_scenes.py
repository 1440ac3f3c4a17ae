"""Checks that are due, overdue, begun, failed and done, and the shots of their faces."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from app.authoring.instruction_folder import load
from app.domain.events import StepCompleted, StepConfirmed
from app.domain.form_documents import OpenCheck
from app.domain.form_events import FormLineFailed
from app.domain.form_rule import FormRule
from app.domain.instructions import Instruction
from app.domain.refusal import Refusal
from app.domain.unit_run import begin, replay
from app.services.forms_state import FormRow, FormsState
from app.services.station_state import FinishedUnit, ShownRefusal
from tests.screens import scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

_MINUTE_US = 60_000_000
_RUN = "check:start-of-shift:ST-040:20261120T060000000"


@cache
def check() -> Instruction:
    """The demonstration's."""
    return load(scenes.plant().instruction.parent / "start-of-shift").instruction


def _at(station: str) -> OpenCheck:
    """The audit lies open at another station."""
    left_at = datetime.fromtimestamp((scenes.NOW_US - 25 * _MINUTE_US) / 1e6, UTC)
    return OpenCheck(
        run=f"check:audit:{station}:1", form="audit", station=station, left_at=left_at
    )


def rows() -> tuple[FormRow, ...]:
    """One overdue that blocks, one with a line that failed, one due, one done, one new."""
    now, rule = scenes.NOW_US, check().form
    assert rule is not None
    failed = FormLineFailed(
        run="check:tpm:1",
        form="tpm",
        step="oil",
        title={"en": "Oil level", "de": "Ölstand"},
        why="damaged",
        right="sign_off",
        blocks=True,
    )
    return (
        FormRow(
            "start-of-shift", check().title, rule, _RUN, "due", now - 70 * _MINUTE_US,
            now - 10 * _MINUTE_US, is_overdue=True,
        ),
        FormRow(
            "tpm", {"en": "Daily maintenance", "de": "Tägliche Wartung"},
            FormRule(daily=("06:00",)), "check:tpm:1", "done", now - 90 * _MINUTE_US,
            ended_us=now - 80 * _MINUTE_US, failed=(failed,), who="Lead 12",
        ),
        FormRow(
            "five-s", {"en": "5S round", "de": "5S-Rundgang"},
            FormRule(every_h=4, put_off_min=30, skip_right="skip_step"), "check:five-s:1",
            "left", now - 5 * _MINUTE_US, now + 55 * _MINUTE_US,
        ),
        FormRow(
            "audit", {"en": "Layered audit", "de": "Prozessaudit"}, FormRule(every_units=500),
            elsewhere=(_at("ST-050"), _at("ST-060")),
        ),
    )  # fmt: skip


def due() -> StationState:
    return replace(scenes.signed_in(), forms=FormsState(rows()))


def idle() -> StationState:
    state = due()
    people = replace(state.people, present=(), idle_us=scenes.NOW_US - 5 * _MINUTE_US)
    return replace(state, person=None, people=people)


def at_step(step: str) -> StationState:
    """The check in work, with the lines before ``step`` confirmed."""
    run = begin(serial=_RUN, order="", variant="", instruction=check(), revision="r")
    before = [s.id for s in check().steps]
    for name in before[: before.index(step)]:
        run = replay(run, (StepConfirmed(step=name, means="tap"), StepCompleted(step=name)))
    open_ = replace(rows()[0], state="open")
    state = replace(due(), forms=FormsState((open_, *rows()[1:])))
    return replace(state, run=run, step_since_us=scenes.NOW_US - _MINUTE_US)


def blocked() -> StationState:
    facts = {"form": "start-of-shift", "check": "Start-of-shift check"}
    return replace(due(), refusal=ShownRefusal(Refusal("form.overdue", facts), scenes.NOW_US))


def blocked_by_line() -> StationState:
    facts = {"form": "tpm", "check": "Daily maintenance", "line": "Oil level", "who": "Lead 12"}
    refusal = Refusal("form.line_failed", facts)
    return replace(due(), refusal=ShownRefusal(refusal, scenes.NOW_US))


def done(*failed: str) -> StationState:
    finished = FinishedUnit(
        _RUN, "provable", (), 0, scenes.NOW_US, steps=check().steps, failed=failed
    )
    return replace(due(), finished=finished)


#: Name, face, state, and the buttons that lead there.
FORMS_SHOTS = (
    ("checks-queue", "queue", due, ()),
    ("checks-idle", "idle", idle, ()),
    ("checks", "checks", due, ("checks",)),
    ("check", "check", due, ("checks", "check:start-of-shift")),
    ("check-failed", "check", due, ("checks", "check:tpm")),
    ("check-elsewhere", "check", due, ("checks", "check:audit")),
    ("check-settle", "check.settle", due, ("checks", "check:tpm", "settle_line:check:tpm:1/oil")),
    ("check-put-off", "check.put_off", due, ("checks", "check:five-s", "put_off")),
    ("check-skip", "check.skip", due, ("checks", "check:five-s", "leave_out")),
    ("check-confirm", "step.confirm", lambda: at_step("guard"), ()),
    ("check-fail", "check.fail", lambda: at_step("guard"), ("line_failed",)),
    ("check-measure", "step.measure", lambda: at_step("master"), ()),
    ("check-done", "done", done, ()),
    ("check-done-failed", "done", lambda: done("guard", "bench"), ()),
    ("check-overdue", "blocked", blocked, ()),
    ("check-line-failed", "blocked", blocked_by_line, ()),
)
