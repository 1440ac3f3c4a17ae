"""What a screen reader says by itself when the screen changes: one sentence, the worst one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.critical_face import CriticalBody
from ui.presenters.guard_face import GuardBody
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import (
    BandBody,
    NokBody,
    QueueBody,
    SignInBody,
    StepBody,
    TilesBody,
    ValueSide,
)

if TYPE_CHECKING:
    from ui.presenters.view_states import Body, Screen


def announcement(before: Screen | None, after: Screen) -> tuple[Words, bool]:
    """The words, "" for none, and whether they interrupt what is being said.

    A refusal or a NOK interrupts; another face says what it asks for; on the same face a new
    value says itself with its verdict.
    """
    body = after.body
    now = _headline(body)
    if isinstance(body, BandBody | NokBody | CriticalBody | GuardBody):
        is_new = before is None or _headline(before.body) != now
        return (now, True) if is_new else ("", False)
    if before is None or before.face != after.face or _headline(before.body) != now:
        return now, False
    value = _value(body)
    return (value, False) if value != _value(before.body) else ("", False)


def _headline(body: Body) -> Words:
    match body:
        case BandBody() | NokBody() | CriticalBody() | GuardBody():
            return body.headline
        case StepBody(title=title):
            return title
        case TilesBody(title=title) | QueueBody(title=title) | SignInBody(title=title):
            return title
        case _:
            return getattr(body, "title", "")


def _value(body: Body) -> Words:
    side = body.side if isinstance(body, StepBody) else None
    if not isinstance(side, ValueSide) or not side.value or side.verdict is None:
        return ""
    value = f"{side.value} {side.unit}".strip()
    return phrase("spoken/value", value=value, verdict=side.verdict.words)
