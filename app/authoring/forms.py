"""The key ``form`` of an instruction: what makes it a check that is done without a unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.domain.form_rule import FormRule, Weekly
from app.domain.instructions import ConfirmStep, ScanStep, SignOffRule, TorqueStep
from app.domain.rights import RIGHTS, SIGN_OFF

if TYPE_CHECKING:
    from app.authoring.fields import Fields
    from app.domain.instructions import Step

APPROVAL = "approval"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_HOURS, MOST_UNITS, MOST_MINUTES = 31 * 24, 100_000, 7 * 24 * 60
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def read_form(fields: Fields) -> FormRule | None:
    """The rule of a check; None for an instruction that is done on units."""
    entry = fields.mapping("form")
    if entry is None:
        return None
    due = entry.mapping("due", required=True)
    rule = FormRule(
        within_min=_minutes(entry, "within_min", default=60, at_least=1),
        stations=entry.words("stations"),
        roles=entry.words("roles"),
        skills=entry.words("skills"),
        put_off_min=_minutes(entry, "put_off_min", default=0, at_least=0),
        skip_right=_right(entry, "skip_right"),
        overdue_blocks=entry.flag("overdue_blocks", default=False),
        failed_blocks=entry.flag("failed_blocks", default=False),
        settle_right=_right(entry, "settle_right") or SIGN_OFF,
        **({} if due is None else _due(due)),  # type: ignore[arg-type]
    )
    entry.get(APPROVAL)
    entry.finish()
    return rule


def read_approval(fields: Fields) -> ConfirmStep | None:
    """The last line of a check that a second person signs, where it asks for one."""
    form = fields.mapping("form")
    entry = None if form is None else form.mapping(APPROVAL)
    if entry is None:
        return None
    right = _right(entry, "right", required=True) or ""
    meaning = entry.text("meaning", required=True)
    entry.finish()
    rule = SignOffRule(right=right, meaning=meaning)
    return ConfirmStep(id=APPROVAL, title=meaning, statement=meaning, sign_off=rule)


def check_form(fields: Fields, steps: list[Step]) -> None:
    """What needs a unit, a bill or a tool is no line of a check."""
    for key in ("product", "operation", "bills"):
        if fields.has(key):
            fields.report(key, "a check is done without a unit: leave this out")
    for step in steps:
        if isinstance(step, TorqueStep):
            _report(fields, step, "tightens, and a check has no unit to tighten on")
        if isinstance(step, ScanStep) and step.expects is None:
            _report(fields, step, 'scans: say with "expects" which code has to be there')
        if step.uses or step.variants or step.sampling is not None:
            _report(fields, step, "has uses, variants or sampling, which only units have")


def _report(fields: Fields, step: Step, what: str) -> None:
    fields.report("steps", f'step "{step.id}" {what}')


def _due(due: Fields) -> dict[str, object]:
    found: dict[str, object] = {
        "each_shift": due.flag("each_shift", default=False),
        "daily": tuple(_clock(due, "daily", word) for word in due.words("daily")),
        "weekly": tuple(_weekly(due, word) for word in due.words("weekly")),
        "every_h": due.whole("every_h", default=0, at_least=0, at_most=MOST_HOURS),
        "every_units": due.whole("every_units", default=0, at_least=0, at_most=MOST_UNITS),
        "after_stop_min": _minutes(due, "after_stop_min", default=0, at_least=0),
        "after_device": due.flag("after_device", default=False),
    }
    if not any(found.values()):
        due.report("due", "nothing here ever makes the check due")
    due.finish()
    return found


def _weekly(due: Fields, word: str) -> Weekly:
    """As "mon 06:00"."""
    day, _, at = word.partition(" ")
    if day not in DAYS:
        due.report("weekly", f'expected a day and a time such as "mon 06:00", got "{word}"')
        return Weekly(1, "00:00")
    return Weekly(DAYS.index(day) + 1, _clock(due, "weekly", at))


def _clock(due: Fields, name: str, word: str) -> str:
    if _CLOCK.fullmatch(word):
        return word
    due.report(name, f'expected a time of day such as "06:00", got "{word}"')
    return "00:00"


def _minutes(entry: Fields, name: str, *, default: int, at_least: int) -> int:
    return entry.whole(name, default=default, at_least=at_least, at_most=MOST_MINUTES)


def _right(entry: Fields, name: str, *, required: bool = False) -> str | None:
    right = entry.word(name, required=required)
    if right and right not in RIGHTS:
        message = f'"{right}" is no right of the program, so one of the plant\'s own'
        entry.report(name, message, is_warning=True)
    return right
