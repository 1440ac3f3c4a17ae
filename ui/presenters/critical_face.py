"""A failed result of a critical characteristic: it takes the whole work area, and one way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.outcome_faces import nok_body, nok_primary
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Action, ActionsView, Body

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Parts, Scene

_LEAD = Action("help", phrase("do_it/lead"), "phone-call-bold")


@dataclass(frozen=True, slots=True)
class CriticalBody(Body):
    """Readable from the next station: the word, the value, what failed, what to do."""

    word: Words
    value: str
    headline: Words
    why: Words
    todo: tuple[Words, ...]


def critical_face(scene: Scene, current: StepRun) -> Parts | None:
    """None when the step is not critical or nothing of it failed."""
    if not current.step.is_critical or not current.is_nok_open:
        return None
    nok = nok_body(scene, current)
    if nok is None:
        return None
    value = "" if nok.side.value == "–" else f"{nok.side.value} {nok.side.unit}"
    why = phrase("curve/why", why=nok.why, said=nok.note) if nok.note else nok.why
    body = CriticalBody(phrase("state/nok"), value, nok.headline, why, nok.todo)
    return "critical", body, ActionsView((_LEAD,), nok_primary(scene, current))
