"""Leaving a step out: the right the plan names for it, and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.services.leaving_out import LeaveOut
from ui.presenters.phrases import Words, phrase
from ui.presenters.rights import right_words
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView

if TYPE_CHECKING:
    from ui.presenters.scene import Desk, Parts, Scene

#: Code of ``step.skipped`` and its icon, in the order of the tiles.
REASONS = (
    ("no_tool", "wrench-bold"),
    ("no_part", "package-bold"),
    ("done_elsewhere", "map-pin-bold"),
    ("not_for_unit", "prohibit-bold"),
)
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")


@dataclass(frozen=True, slots=True)
class SkipPage(Page):
    """Why ``step`` is left out; nothing is left out without saying why."""

    verbs: ClassVar[frozenset[str]] = frozenset({"skip_reason"})
    step: str

    def draw(self, scene: Scene) -> Parts:
        found = None if scene.run is None else scene.run.step_run(self.step)
        step = None if found is None else found.step
        title = "" if step is None else scene.text(step.short or step.title)
        right = "" if step is None else step.skip_right or ""
        tiles = tuple(
            TileView(f"skip_reason:{code}", phrase(f"skip/{code}"), icon) for code, icon in REASONS
        )
        body = TilesBody(phrase("skip/title", step=title), _line(scene, right), tiles)
        return "skip", body, ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> None:  # noqa: ARG002
        desk.intents.do(LeaveOut(self.step, argument))


def skip_page(_argument: str, scene: Scene) -> SkipPage | None:
    """The page for the open step, if its plan names a right for leaving it out."""
    action = skip_action(scene)
    current = scene.step_run
    return None if action is None or current is None else SkipPage(current.step.id)


def skip_action(scene: Scene) -> Action | None:
    """The way to the page; only where the plan allows it at all."""
    current = scene.step_run
    run = scene.run
    if current is None or run is None or run.held is not None or current.is_completed:
        return None
    if current.step.skip_right is None:
        return None
    return Action("skip", phrase("do_it/skip"), "prohibit-bold")


def _line(scene: Scene, right: str) -> Words:
    """That it shows in the record; who may, if the person may not."""
    people = scene.state.people
    if people.may(right):
        return phrase("skip/line")
    who = people.holders.get(right)
    if who is None:
        return phrase("skip/needs_right", right=right_words(right))
    return phrase("skip/ask", right=right_words(right), who=who)
