"""Questions answered with one tap: what is the problem, why do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.phrases import phrase
from ui.presenters.view_states import Action, ActionsView, BandBody, TilesBody, TileView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.unit_run import UnitRun
    from ui.presenters.scene import Scene

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


def problem_body(scene: Scene) -> TilesBody | BandBody:
    """The tiles; after the tap, what became of the report."""
    if scene.local.reported:
        return _reported(scene)
    tiles = tuple(
        TileView(f"tile:{code}", phrase(f"problem/{code}"), icon, is_urgent=code == "not_safe")
        for code, icon in PROBLEMS
    )
    return TilesBody(phrase("problem/title"), phrase("problem/line"), tiles)


def problem_actions(scene: Scene) -> ActionsView:
    """Back, and leaving the unit, which keeps its state."""
    leave = Action("leave", phrase("do_it/leave"), "sign-out-bold")
    left = (leave,) if scene.run is not None else ()
    if not scene.local.reported:
        return ActionsView((_BACK, *left))
    key = "do_it/back_to_step" if scene.run is not None else "do_it/back"
    back = Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "back")
    return ActionsView(left, back)


def redo_body(scene: Scene, run: UnitRun) -> TilesBody:
    """Doing a step again is a new fact with a reason."""
    step = run.step_run(scene.local.redo_step)
    title = "" if step is None else scene.text(step.step.short or step.step.title)
    tiles = tuple(TileView(f"reason:{code}", phrase(f"redo/{code}"), i) for code, i in REASONS)
    return TilesBody(phrase("redo/title", step=title), phrase("redo/line"), tiles)


def redo_actions() -> ActionsView:
    """Nothing but the way back."""
    return ActionsView((_BACK,))


def redo_target(run: UnitRun) -> str | None:
    """The step "Step back" means: the open one if it has evidence, else the last done one."""
    current = run.current
    if current is not None and current.evidence:
        return current.step.id
    done = [s for s in run.steps if s.is_completed and s.evidence]
    return done[-1].step.id if done else None


def _reported(scene: Scene) -> BandBody:
    what = phrase(f"problem/{scene.local.reported}")
    is_kept = scene.state.reported is not None and (
        scene.state.reported.at_us >= scene.local.reported_at_us
    )
    first = "do_stop" if scene.local.reported == "not_safe" else "do_wait"
    back = (phrase("problem/do_back"), phrase("problem/do_leave")) if scene.run else ()
    return BandBody(
        tone=ShownState.CALLING,
        icon="bell-ringing-bold",
        headline=phrase("problem/recorded" if is_kept else "problem/recording", what=what),
        why=phrase("problem/recorded_line" if is_kept else "problem/recording_line"),
        todo_heading=phrase("band/todo"),
        todo=(phrase(f"problem/{first}"), *back),
    )
