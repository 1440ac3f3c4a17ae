"""Questions answered with one tap: what is the problem, why do it again.

A problem is recorded by the tap itself, before anybody explains it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.domain.material import is_critical
from app.services.calls import OpenCall
from app.services.problem_desk import DescribeProblem
from ui.presenters.andon_face import call_page
from ui.presenters.bypass_face import bypass_button
from ui.presenters.card_face import reported_card
from ui.presenters.defect_face import defect_page
from ui.presenters.disposition_face import rework_button
from ui.presenters.phrases import Words, phrase
from ui.presenters.records_ways import step_records
from ui.presenters.scene import Page
from ui.presenters.situations_face import situations_button
from ui.presenters.skip_face import skip_action
from ui.presenters.snap_face import SnapPage
from ui.presenters.view_states import Action, ActionsView, BandBody, TilesBody, TileView
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.unit_run import UnitRun
    from ui.presenters.scene import Desk, Parts, Scene

#: Code of ``problem.reported`` and its icon, in the order of the tiles.
PROBLEMS = (
    ("part", "package-bold"),
    ("defect", "magnifying-glass-bold"),
    ("tool", "wrench-bold"),
    ("machine", "gear-bold"),
    ("instruction", "book-open-bold"),
    ("not_safe", "warning-bold"),
    ("help", "bell-ringing-bold"),
    ("other", "chat-text-bold"),
)
REASONS = (
    ("wrong_part", "swap-bold"),
    ("done_wrong", "arrow-counter-clockwise-bold"),
    ("part_damaged", "warning-circle-bold"),
    ("other", "chat-text-bold"),
)
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")


@dataclass(frozen=True, slots=True)
class ProblemPage(Page):
    """The tiles; after the tap, what became of the report (``code``, tapped at ``at_us``)."""

    verbs: ClassVar[frozenset[str]] = frozenset({"tile"})
    is_for_all: ClassVar[bool] = True
    code: str = ""
    at_us: int = 0

    def draw(self, scene: Scene) -> Parts:
        leave = Action("leave", phrase("do_it/leave"), "sign-out-bold")
        left = (leave,) if scene.run is not None else ()
        if not self.code:
            skip = skip_action(scene)
            more = left if skip is None else (*left, skip)
            more = (*more, *rework_button(scene), *bypass_button(scene), *_situations(scene))
            return "problem", _problem_tiles(), ActionsView((_BACK, *more))
        key = "do_it/back_to_step" if scene.run is not None else "do_it/back"
        back = Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "back")
        return "problem", _reported(scene, self), ActionsView(left, back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        return reported(argument, desk)


@dataclass(frozen=True, slots=True)
class RedoPage(Page):
    """Doing ``step`` again is a new fact with a reason."""

    verbs: ClassVar[frozenset[str]] = frozenset({"reason"})
    step: str

    def draw(self, scene: Scene) -> Parts:
        done = None if scene.run is None else scene.run.step_run(self.step)
        title = "" if done is None else scene.text(done.step.short or done.step.title)
        tiles = tuple(TileView(f"reason:{code}", phrase(f"redo/{code}"), i) for code, i in REASONS)
        body = TilesBody(phrase("redo/title", step=title), self._line(scene), tiles)
        return "redo", body, ActionsView((_BACK, step_records(self.step)))

    def tapped(self, verb: str, argument: str, desk: Desk) -> None:  # noqa: ARG002
        desk.intents.step_redone(self.step, argument)

    def _line(self, scene: Scene) -> Words:
        """That it takes two, where a part that matters for safety comes out."""
        return phrase("take_out/two" if _has_critical(scene, self.step) else "redo/line")


def _has_critical(scene: Scene, step: str) -> bool:
    run = scene.run
    done = None if run is None else run.step_run(step)
    if run is None or done is None:
        return False
    return any(is_critical(run, part.component) for part in done.parts)


def reported(code: str, desk: Desk) -> Page | None:
    """Record it, and ask what there is to know about it."""
    page = report(code, desk)
    scene = desk.scene
    match code:
        case "part" | "tool" | "machine" | "instruction" | "other":
            return reported_card(code, scene)
        case "defect":
            return defect_page("", scene) or _describe(code, page)
        case "not_safe":
            desk.intents.do(OpenCall("lead", is_stopped=True))
            return page if scene.run is None else None
        case "help":
            return call_page("", scene)
        case _:
            return page


def report(code: str, desk: Desk) -> ProblemPage:
    """Record a problem, and show what becomes of the report."""
    desk.intents.problem_reported(code)
    return ProblemPage(code, desk.scene.now_us)


def _describe(code: str, page: ProblemPage) -> Page:
    """In words, then with a photo where there is a camera."""

    def said(words: str, desk: Desk) -> Page:
        if desk.scene.state.defects.camera:
            return SnapPage(lambda with_photo, at: kept(words, with_photo, at))
        return kept(words, False, desk)

    def kept(words: str, with_photo: bool, desk: Desk) -> Page:
        desk.intents.do(DescribeProblem(code, words, with_photo=with_photo))
        return ProblemPage(code, desk.scene.now_us)

    title, line = phrase(f"describe/{code}"), phrase("describe/line")
    return WordsPage(title, said, line, before=page)


def redo_of(step: str, scene: Scene) -> RedoPage | None:
    """The page for a done step, if there is something to do again."""
    done = None if scene.run is None else scene.run.step_run(step)
    return RedoPage(step) if done is not None and done.is_completed and done.evidence else None


def redo_of_the_last(scene: Scene) -> RedoPage | None:
    """The page for the step that "Step back" means."""
    target = None if scene.run is None else redo_target(scene.run)
    return None if target is None else RedoPage(target)


def redo_target(run: UnitRun) -> str | None:
    """The step "Step back" means: the open one if it has evidence, else the last done one."""
    current = run.current
    if current is not None and current.evidence:
        return current.step.id
    done = [s for s in run.steps if s.is_completed and s.evidence]
    return done[-1].step.id if done else None


def _situations(scene: Scene) -> tuple[Action, ...]:
    """What was reported before; somebody who came to report may not have signed in."""
    return () if scene.state.person is None else situations_button(scene)


def _problem_tiles() -> TilesBody:
    tiles = tuple(
        TileView(f"tile:{code}", phrase(f"problem/{code}"), icon, is_urgent=code == "not_safe")
        for code, icon in PROBLEMS
    )
    return TilesBody(phrase("problem/title"), phrase("problem/line"), tiles)


def _reported(scene: Scene, page: ProblemPage) -> BandBody:
    what = phrase(f"problem/{page.code}")
    reported = scene.state.reported
    is_kept = reported is not None and reported.at_us >= page.at_us
    first = "do_stop" if page.code == "not_safe" else "do_wait"
    back = (phrase("problem/do_back"), phrase("problem/do_leave")) if scene.run else ()
    return BandBody(
        tone=ShownState.CALLING,
        icon="bell-ringing-bold",
        headline=phrase("problem/recorded" if is_kept else "problem/recording", what=what),
        why=phrase("problem/recorded_line" if is_kept else "problem/recording_line"),
        todo_heading=phrase("band/todo"),
        todo=(phrase(f"problem/{first}"), *back),
    )
