"""One question, once it works: was it that?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.card import ConfirmCause
from ui.presenters.card_words import constraint_named
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView

if TYPE_CHECKING:
    from app.ports.memory import SituationRecord
    from ui.presenters.scene import Parts, Scene

#: By verb, for the buttons of the face.
WORKED = {
    f"worked_{answer}": ConfirmCause(answer)
    for answer in ("yes", "partly", "no", "other", "later")
}


def worked_face(scene: Scene, asked: SituationRecord) -> Parts:
    """The answer feeds the memory, not the first guess."""
    made = asked.decision
    cause: Words = "" if made is None else constraint_named(scene, made.constraint, made.words)
    tiles = (
        TileView("worked_yes", phrase("worked/yes"), "check-bold"),
        TileView("worked_partly", phrase("worked/partly"), "circle-half-bold"),
        TileView("worked_no", phrase("worked/no"), "x-bold"),
        TileView("worked_other", phrase("worked/other"), "chat-text-bold"),
    )
    body = TilesBody(phrase("worked/title", cause=cause), phrase("worked/line"), tiles)
    later = Action("worked_later", phrase("do_it/not_now"), "arrow-right-bold")
    return "why.worked", body, ActionsView((later,))
