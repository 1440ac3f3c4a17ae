"""Picks the face for a scene and builds the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import ConfirmStep, PhotoStep
from ui.presenters.choice_faces import (
    problem_actions,
    problem_body,
    redo_actions,
    redo_body,
    redo_target,
)
from ui.presenters.header import header_view
from ui.presenters.health_face import health_actions, health_body
from ui.presenters.outcome_faces import (
    done_body,
    held_body,
    nok_body,
    nok_primary,
)
from ui.presenters.photo_face import photo_shown
from ui.presenters.phrases import phrase
from ui.presenters.queue_face import queue_actions, queue_body
from ui.presenters.rail import rail_rows
from ui.presenters.refusal_face import refusal_body, refusal_primary
from ui.presenters.results_face import RESULTS, results_face
from ui.presenters.sign_in_face import sign_in_actions, sign_in_body
from ui.presenters.step_faces import face_name, primary_action, step_body
from ui.presenters.storage_face import storage_actions, storage_body
from ui.presenters.view_states import Action, ActionsView, Body, Screen

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun
    from app.services.station_state import ShownRefusal
    from ui.presenters.scene import Scene

_PROBLEM = Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger")
_BACK = Action("step_back", phrase("do_it/step_back"), "arrow-u-up-left-bold")
_RETAKE = Action("photo", phrase("do_it/retake"), "camera-rotate-bold")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LEAD = Action("help", phrase("do_it/lead"), "phone-call-bold")
_CLOSE = Action("close", phrase("do_it/back_to_step"), "arrow-u-up-left-bold")

_Parts = tuple[str, Body, ActionsView]


def build_screen(scene: Scene, *, rows_a_page: int, health_rows: int) -> Screen:
    """What is shown now.  What stops the work comes before what the person opened."""
    face, body, actions = (
        _stopped(scene, health_rows)
        or _opened(scene)
        or _refused(scene)
        or _unit(scene)
        or ("queue", queue_body(scene, rows_a_page), queue_actions(scene, rows_a_page))
    )
    has_rail = face.startswith("step.") or face in ("blocked", "nok", "held")
    rail = rail_rows(scene) if has_rail else ()
    return Screen(face, header_view(scene), body, actions, rail)


def _stopped(scene: Scene, health_rows: int) -> _Parts | None:
    state = scene.state
    if state.storage_problem is not None:
        stopped = storage_body(state.storage_problem, has_unit=scene.run is not None)
        return "storage_fault", stopped, storage_actions()
    if scene.local.overlay == "station":
        body = health_body(scene, health_rows)
        return "station", body, health_actions(scene, health_rows)
    if state.person is None and not scene.local.reported:
        return "sign_in", sign_in_body(scene), sign_in_actions(scene)
    return None


def _opened(scene: Scene) -> _Parts | None:
    """What the person asked for: reporting a problem, doing a step again."""
    if scene.local.overlay == "problem":
        return "problem", problem_body(scene), problem_actions(scene)
    if scene.local.overlay == RESULTS:
        return results_face(scene)
    if scene.local.overlay == "redo" and scene.run is not None:
        return "redo", redo_body(scene, scene.run), redo_actions()
    return None


def _refused(scene: Scene) -> _Parts | None:
    shown = scene.state.refusal
    if shown is None:
        return None
    return "blocked", refusal_body(scene, shown), _refusal_actions(scene, shown)


def _unit(scene: Scene) -> _Parts | None:
    run, finished = scene.run, scene.state.finished
    if finished is not None and (run is None or run.completed is not None):
        words, icon = phrase("do_it/next_unit"), "arrow-right-bold"
        next_unit = Action("primary", words, icon, "primary", "confirm")
        return "done", done_body(scene, finished), ActionsView((_PROBLEM, _HELP), next_unit)
    held = held_body(scene)
    if held is not None:
        words, icon = phrase("do_it/next_unit"), "arrow-right-bold"
        leave = Action("primary", words, icon, "primary", "leave")
        return "held", held, ActionsView((_PROBLEM, _LEAD), leave)
    current = scene.step_run
    return None if current is None else _step(scene, current)


def _step(scene: Scene, current: StepRun) -> _Parts:
    nok = nok_body(scene, current) if current.is_nok_open else None
    if nok is not None:
        actions = ActionsView((_PROBLEM, _LEAD), nok_primary(scene, current))
        return "nok", nok, actions
    left = [_PROBLEM, _HELP]
    if scene.run is not None and redo_target(scene.run) is not None and not scene.is_pause:
        left.insert(1, _BACK)
    if isinstance(current.step, PhotoStep) and photo_shown(scene) is not None:
        left.append(_RETAKE)
    if isinstance(current.step, ConfirmStep):
        left[0] = Action("problem", phrase("do_it/not_true"), "warning-octagon-bold", "danger")
    actions = ActionsView(tuple(left), primary_action(scene, current))
    return face_name(current.step), step_body(scene, current), actions


def _refusal_actions(scene: Scene, shown: ShownRefusal) -> ActionsView:
    primary = refusal_primary(scene, shown)
    if primary.does == "close":
        return ActionsView((_PROBLEM, _LEAD), primary)
    back = _CLOSE if scene.run is not None else Action("close", phrase("do_it/back"), _CLOSE.icon)
    return ActionsView((_PROBLEM, back, _LEAD), primary)
