"""The open defects of the unit in work: it is not completed before they are put right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.services.defects import ResolveDefect
from ui.presenters.named import at_place, defect_line, defect_named
from ui.presenters.open_situations import of_unit, say_why
from ui.presenters.phrases import phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, Block
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.problem_events import DefectRecorded
    from ui.presenters.scene import Desk, Parts, Scene

_PROBLEM = Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_STEP_BACK = Action("step_back", phrase("do_it/step_back"), "arrow-u-up-left-bold")
_ICON = "magnifying-glass-bold"


def defects_button(scene: Scene) -> tuple[Action, ...]:
    """The way to the list, where there is any open."""
    count = 0 if scene.run is None else len(scene.run.open_defects)
    if not count:
        return ()
    return (Action("defects", phrase("do_it/defects", count=str(count)), _ICON),)


def waiting_face(scene: Scene) -> Parts | None:
    """All steps are done and a defect is not; None otherwise."""
    run = scene.run
    if run is None or run.index is not None or run.held is not None or not run.open_defects:
        return None
    lines = tuple(defect_line(scene, defect) for defect in run.open_defects)
    body = BandBody(
        tone=ShownState.ATTENTION,
        icon=_ICON,
        headline=phrase("defects/headline", serial=run.serial),
        why=phrase("defects/why"),
        blocks=(Block(phrase("defects/open"), "", "", ShownState.ATTENTION, lines),),
        todo_heading=phrase("band/todo"),
        todo=(phrase("defect/do_rework"), phrase("defect/do_look"), phrase("defects/do_say")),
    )
    see = Action("primary", phrase("do_it/see_defects"), _ICON, "primary", "defects")
    why = say_why(of_unit(scene, run.serial, "defect"))
    return "defects_open", body, ActionsView((_PROBLEM, _STEP_BACK, _HELP, *why), see)


@dataclass(frozen=True, slots=True)
class DefectsPage(Page):
    """One row a defect; a tap says that it was put right and looked at again."""

    verbs: ClassVar[frozenset[str]] = frozenset({"resolve", "up", "down"})
    stays: ClassVar[bool] = True
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        still_open = () if scene.run is None else scene.run.open_defects
        pages = row_pages(scene, len(still_open), self.number)
        rows = [_row(scene, defect) for defect in still_open]
        line = phrase("defects/line" if rows else "defects/none")
        body = rows_body(phrase("defects/title"), line, rows, pages)
        back = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
        why = () if scene.run is None else say_why(of_unit(scene, scene.run.serial, "defect"))
        return "defects", body, ActionsView((back, *pages.actions(), *why))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "resolve":
            desk.intents.do(ResolveDefect(int(argument)))
            return self
        still_open = () if desk.scene.run is None else desk.scene.run.open_defects
        pages = row_pages(desk.scene, len(still_open), self.number)
        return replace(self, number=pages.after(verb))

    def seen(self, scene: Scene) -> Page | None:
        """With the last one put right there is nothing to stay for."""
        return self if scene.run is not None and scene.run.open_defects else None


def _row(scene: Scene, defect: DefectRecorded) -> Row:
    step = None if scene.run is None else scene.run.step_run(defect.step or "")
    place = at_place(scene, None if step is None else step.step, defect.zone)
    words = defect_named(scene, defect)
    if defect.count > 1:
        words = phrase("defect/times", what=words, count=str(defect.count))
    below = phrase("defects/below", place=place, severity=phrase(f"severity/{defect.severity}"))
    return Row(f"resolve:{defect.number}", words, below, button=phrase("do_it/put_right"))
