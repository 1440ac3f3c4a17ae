"""What can be done here without touching the glass: keys, and commands to scan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain import printed_commands as printed
from app.domain.instructions import InspectStep
from ui.presenters.phrases import phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView

if TYPE_CHECKING:
    from ui.presenters.scene import Desk, Parts, Scene

_BACK = Action("primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "back")
_KEYS = {
    printed.CONFIRM: "F8",
    printed.PROBLEM: "F2",
    printed.HELP: "F4",
    printed.BACK: "Esc",
}


@dataclass(frozen=True, slots=True)
class KeysPage(Page):
    """Only what means something on the screen below; ``number`` is the page, from 0."""

    verbs: ClassVar[frozenset[str]] = frozenset({"up", "down"})
    is_for_all: ClassVar[bool] = True
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        rows = _rows(scene)
        pages = row_pages(scene, len(rows), self.number)
        body = rows_body(phrase("keys/title"), phrase("keys/line"), rows, pages)
        return "keys", body, ActionsView(pages.actions(), _BACK)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        pages = row_pages(desk.scene, len(_rows(desk.scene)), self.number)
        return replace(self, number=pages.after(verb))


def _rows(scene: Scene) -> tuple[Row, ...]:
    moving = tuple(
        Row("", phrase(f"keys/{name}"), phrase(f"keys/{name}/does"), value=phrase(f"keys/{key}"))
        for name, key in (("move", "tab"), ("press", "space"), ("choose", "digits"))
    )
    return (*(_command(word) for word in _words(scene)), *moving)


def _words(scene: Scene) -> tuple[str, ...]:
    if scene.state.person is None:
        return (printed.CONFIRM, printed.HELP, printed.BACK)
    words = [printed.CONFIRM, printed.PROBLEM, printed.HELP, printed.BACK]
    if scene.run is not None:
        words += [printed.MISSING, printed.REPEAT]
    if scene.step_run is not None and isinstance(scene.step_run.step, InspectStep):
        words += [printed.OK, printed.NOK]
    return tuple(words)


def _command(word: str) -> Row:
    code = f"{printed.PREFIX}{word}"
    key = _KEYS.get(word, "")
    value = phrase("keys/both", name=key, code=code) if key else code
    return Row("", phrase(f"command/{word}"), phrase(f"command/{word}/does"), value=value)
