"""Picks the face for a scene and builds the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.inspection import are_limits_hidden
from app.domain.instructions import ConfirmStep, PhotoStep
from ui.presenters.broadcast_face import message_page
from ui.presenters.bypass_face import gate_face, restart_page, use_button
from ui.presenters.card_face import asked_card, card_button
from ui.presenters.card_worked import worked_face
from ui.presenters.certificates import CODE
from ui.presenters.choice_faces import redo_target
from ui.presenters.compare_face import compare_button
from ui.presenters.critical_face import critical_face
from ui.presenters.danger_face import danger_face
from ui.presenters.disposition_face import decide_button
from ui.presenters.elsewhere_face import is_here_action
from ui.presenters.evidence_face import evidence_button
from ui.presenters.forms_face import check_actions, check_done_body, is_check
from ui.presenters.guard_face import guard_face
from ui.presenters.handover_face import asked_page
from ui.presenters.header import header_view, stray_chip
from ui.presenters.material_face import (
    held_parts_face,
    not_there_action,
    type_action,
    undo_action,
)
from ui.presenters.missing_face import missing_action
from ui.presenters.open_defects_face import defects_button, waiting_face
from ui.presenters.open_situations import of_good_result, of_hold, of_refusal, of_unit, say_why
from ui.presenters.outcome_faces import (
    done_body,
    held_body,
    nok_body,
    nok_primary,
)
from ui.presenters.people_faces import idle_face, sign_off_face
from ui.presenters.photo_face import photo_shown
from ui.presenters.phrases import phrase
from ui.presenters.queue_face import queue_actions, queue_body
from ui.presenters.rail import rail_rows
from ui.presenters.records_ways import step_records, unit_records, why_records
from ui.presenters.refusal_face import POOR_LABELS, refusal_body, refusal_primary
from ui.presenters.results_face import results_button
from ui.presenters.sign_in_face import sign_in_actions, sign_in_body
from ui.presenters.spc_face import chart_button
from ui.presenters.starting_face import starting_face
from ui.presenters.step_faces import face_name, primary_action, step_body
from ui.presenters.stop_face import stop_page
from ui.presenters.stops_face import contradicted_page
from ui.presenters.storage_face import storage_actions, storage_body
from ui.presenters.view_states import Action, ActionsView, Screen

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun
    from app.services.station_state import ShownRefusal
    from ui.presenters.scene import Page, Parts, Scene

_PROBLEM = Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger")
_BACK = Action("step_back", phrase("do_it/step_back"), "arrow-u-up-left-bold")
_RETAKE = Action("photo", phrase("do_it/retake"), "camera-rotate-bold")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LEAD = Action("help", phrase("do_it/lead"), "phone-call-bold")
_CLOSE = Action("close", phrase("do_it/back_to_step"), "arrow-u-up-left-bold")
_MOST_LEFT = 3


def build_screen(scene: Scene) -> Screen:
    """What is shown now.  What stops the work comes before what the person opened."""
    face, body, actions = (
        _stopped(scene)
        or _opened(scene)
        or _refused(scene)
        or _unit(scene)
        or ("queue", queue_body(scene), queue_actions(scene))
    )
    has_rail = face.startswith("step.") or face in ("blocked", "nok", "held")
    rail = rail_rows(scene) if has_rail else ()
    return Screen(face, header_view(scene), body, actions, rail, scene.language)


def shown_page(scene: Scene) -> Page | None:
    """The page that is open and not behind something that comes first."""
    page, state = scene.local.page or _asked_page(scene), scene.state
    if page is None or state.storage_problem is not None:
        return None
    if page.waits_for_signature and state.people.asked is not None:
        return None
    if state.person is None and not page.is_for_all:
        return None
    refusal = state.refusal
    is_behind = page.stays and refusal is not None and refusal.at_us > scene.local.opened_at_us
    return None if is_behind else page


def _asked_page(scene: Scene) -> Page | None:
    """What the station itself asks: about a repeated NOK, else between two units."""
    state = scene.state
    if state.person is not None and state.people.asked is None and state.refusal is None:
        card = asked_card(scene)
        current = scene.step_run
        # What is critical is said over the whole screen first.
        if card is not None and current is not None and critical_face(scene, current) is None:
            return card
    is_busy = scene.run is not None or state.finished is not None or state.refusal is not None
    if is_busy or state.person is None or state.people.asked is not None:
        return None
    asked = restart_page(scene) or message_page(scene)
    return asked or asked_page(scene) or contradicted_page(scene) or stop_page(scene)


def _stopped(scene: Scene) -> Parts | None:
    state = scene.state
    if state.is_starting:
        return starting_face(scene)
    if state.storage_problem is not None:
        stopped = storage_body(state.storage_problem, has_unit=scene.run is not None)
        return "storage_fault", stopped, storage_actions()
    if shown_page(scene) is not None:
        return None
    if state.people.asked is not None:
        return sign_off_face(scene, state.people.asked)
    return _nobody(scene) if state.person is None else None


def _nobody(scene: Scene) -> Parts:
    """Nobody is signed in: they left, they were refused, or they have not come yet."""
    state, is_choosing = scene.state, bool(scene.local.person or scene.local.is_numbering)
    refused = state.sign_in_refusal
    if refused is not None and refused.refusal.code == CODE and not is_choosing:
        close = Action("close", phrase("do_it/back"), _CLOSE.icon)
        actions = ActionsView((close, _LEAD), refusal_primary(scene, refused))
        return "blocked", refusal_body(scene, refused), actions
    if state.people.idle_us is not None and not is_choosing:
        return idle_face(scene)
    return "sign_in", sign_in_body(scene), sign_in_actions(scene)


def _opened(scene: Scene) -> Parts | None:
    page = shown_page(scene)
    return None if page is None else page.draw(scene)


def _refused(scene: Scene) -> Parts | None:
    shown = scene.state.refusal
    if shown is None:
        return None
    guard = guard_face(scene, shown.refusal)
    if guard is not None:
        return guard
    return "blocked", refusal_body(scene, shown), _refusal_actions(scene, shown)


def _unit(scene: Scene) -> Parts | None:
    faces = _finished(scene) or danger_face(scene) or _held(scene) or waiting_face(scene)
    faces = faces or held_parts_face(scene) or gate_face(scene)
    current = scene.step_run
    return faces or (None if current is None else _step(scene, current))


def _finished(scene: Scene) -> Parts | None:
    run, finished = scene.run, scene.state.finished
    if finished is None or (run is not None and run.completed is None):
        return None
    worked = scene.state.card.worked
    if worked is not None and not scene.is_pause:
        return worked_face(scene, worked)
    words, icon = phrase("do_it/next_unit"), "arrow-right-bold"
    next_unit = Action("primary", words, icon, "primary", "confirm")
    if finished.failed is not None:
        return "done", check_done_body(scene, finished), ActionsView((_PROBLEM, _HELP), next_unit)
    done = done_body(scene, finished)
    return (
        "done",
        done,
        ActionsView(
            (
                _PROBLEM,
                _HELP,
                *evidence_button(scene),
                unit_records(finished.serial),
                *say_why(of_unit(scene, finished.serial, "gap")),
            ),
            next_unit,
        ),
    )


def _held(scene: Scene) -> Parts | None:
    """After too many tries the cause is asked for first; leaving is possible at any time."""
    held = held_body(scene)
    if held is None:
        return None
    words, icon = phrase("do_it/next_unit"), "arrow-right-bold"
    leave = Action("primary", words, icon, "primary", "leave")
    why = card_button(scene) or say_why(of_hold(scene))
    if not why:
        left = (_PROBLEM, _LEAD, *decide_button(scene), *why_records(scene))
        return "held", held, ActionsView(left, leave)
    say = Action("primary", phrase("do_it/say_why"), why[0].icon, "primary", why[0].name)
    leave = Action("leave", words, icon)
    left = (_PROBLEM, _LEAD, *decide_button(scene), leave, *why_records(scene))
    return "held", held, ActionsView(left, say)


def _step(scene: Scene, current: StepRun) -> Parts:
    critical = critical_face(scene, current)
    if critical is not None:
        return critical
    nok = nok_body(scene, current) if current.is_nok_open else None
    if nok is not None:
        left_ones = (_PROBLEM, _LEAD, *card_button(scene), step_records(current.step.id))
        actions = ActionsView(left_ones, nok_primary(scene, current))
        return "nok", nok, actions
    left = [_PROBLEM, _HELP]
    if scene.run is not None and redo_target(scene.run) is not None and not scene.is_pause:
        left.insert(1, undo_action(scene) or _BACK)
    left += (*defects_button(scene), *use_button(scene))
    if len(left) <= _MOST_LEFT:
        left += _one_more(scene, current)
    if isinstance(current.step, PhotoStep) and photo_shown(scene) is not None:
        left.append(_RETAKE)
    if is_check(scene):
        left = check_actions(left)
    elif isinstance(current.step, ConfirmStep):
        left[0] = Action("problem", phrase("do_it/not_true"), "warning-octagon-bold", "danger")
    actions = ActionsView(tuple(left), primary_action(scene, current))
    return face_name(current.step), step_body(scene, current), actions


def _one_more(scene: Scene, current: StepRun) -> tuple[Action, ...]:
    """Where there is room: why a good result is odd, the camera or the chart, what is missing."""
    why = say_why(of_good_result(scene, current.step.id))
    missing = None if scene.is_pause else missing_action(scene)
    # A chart would tell where the limits are.
    chart = () if are_limits_hidden(current) else chart_button(scene, current.step)
    more = chart or (() if missing is None else (missing,))
    return (*(compare_button(scene, current) or more), *why)


def _refusal_actions(scene: Scene, shown: ShownRefusal) -> ActionsView:
    primary = refusal_primary(scene, shown)
    if primary.does == "close":
        results = results_button(scene) if stray_chip(scene) is not None else ()
        left = (_PROBLEM, _LEAD, *results, *why_records(scene))
        return ActionsView(_with_card(left, scene, shown), primary)
    more = (*decide_button(scene), *evidence_button(scene), *why_records(scene))
    back = _CLOSE if scene.run is not None else Action("close", phrase("do_it/back"), _CLOSE.icon)
    is_poor_label = shown.refusal.code in POOR_LABELS
    first = type_action(scene) if is_poor_label else not_there_action(scene)
    first = (*is_here_action(shown), *first)
    left = (*first, _PROBLEM, back, _LEAD, *more)
    return ActionsView(_with_card(left, scene, shown), primary)


def _with_card(left: tuple[Action, ...], scene: Scene, shown: ShownRefusal) -> tuple[Action, ...]:
    """With the way to the card of what is refused; where there is no room it is in the list.

    Last, because it comes a moment after the refusal: nothing moves under a finger.
    """
    most = _MOST_LEFT if scene.room.is_small else _MOST_LEFT + 1
    return left if len(left) > most else (*left, *say_why(of_refusal(scene, shown)))
