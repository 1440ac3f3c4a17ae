"""Somebody called it not safe: the unit and its tool stand still until a person ends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.services.problem_desk import EndDanger
from ui.presenters.phrases import phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, TilesBody, TileView
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from ui.presenters.scene import Desk, Parts, Scene

#: What made it safe, and the tile's icon.
_HOW = (
    ("guard_closed", "lock-key-bold"),
    ("cleaned", "check-bold"),
    ("taken_away", "package-bold"),
    ("repaired", "wrench-bold"),
)
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LEAVE = Action("leave", phrase("do_it/leave"), "sign-out-bold")


def danger_face(scene: Scene) -> Parts | None:
    """None while nothing is called unsafe."""
    run = scene.run
    if run is None or not run.is_stopped:
        return None
    body = BandBody(
        tone=ShownState.NOK,
        icon="warning-bold",
        headline=phrase("danger/headline"),
        why=phrase("danger/why", serial=run.serial),
        todo_heading=phrase("band/todo"),
        todo=(phrase("problem/do_stop"), phrase("danger/do_called"), phrase("danger/do_end")),
    )
    safe = Action("primary", phrase("do_it/safe_again"), "check-bold", "primary", "safe")
    return "not_safe", body, ActionsView((_HELP, _LEAVE), safe)


@dataclass(frozen=True, slots=True)
class SafePage(Page):
    """What made it safe: a second act, and on record."""

    verbs: ClassVar[frozenset[str]] = frozenset({"made_safe", "own_words"})

    def draw(self, scene: Scene) -> Parts:  # noqa: ARG002
        tiles = tuple(TileView(f"made_safe:{how}", phrase(f"safe/{how}"), i) for how, i in _HOW)
        other = TileView("own_words", phrase("problem/other"), "chat-text-bold")
        body = TilesBody(phrase("safe/title"), phrase("safe/line"), (*tiles, other))
        return "safe", body, ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "own_words":
            return WordsPage(phrase("safe/title"), _said, phrase("safe/line"), before=self)
        desk.intents.do(EndDanger(argument))
        return None


def _said(words: str, desk: Desk) -> None:
    desk.intents.do(EndDanger("other", words))
