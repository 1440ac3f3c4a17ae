"""The seven faces of a step: instruct, scan, torque, measure, inspect, confirm, photo."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    InstructStep,
    MeasureStep,
    PhotoStep,
    ScanStep,
    Step,
    TorqueStep,
)
from app.domain.requirements import fitted_at, missing_at
from ui.presenters.compare_face import beside
from ui.presenters.elsewhere_face import elsewhere_note
from ui.presenters.forms_face import is_check
from ui.presenters.language_face import text_note
from ui.presenters.photo_face import photo_action, photo_shown, photo_side
from ui.presenters.phrases import Words, phrase
from ui.presenters.pictures_face import pictures_button
from ui.presenters.sample_words import sample_note
from ui.presenters.scene import in_sentence, place_name
from ui.presenters.troubles import calibration_trouble, machine_trouble, tool_trouble
from ui.presenters.value_faces import is_pad_open, measure_side, torque_side
from ui.presenters.view_states import (
    Action,
    Chip,
    ConfirmSide,
    InspectSide,
    InstructSide,
    Marker,
    PictureView,
    Point,
    ScanSide,
    Side,
    StepBody,
)
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.events import PartFitted
    from app.domain.instructions import BomLine, Position
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Scene

IN_PROGRESS = Chip(ShownState.IN_PROGRESS, phrase("state/in_progress"))
YOUR_TURN = Chip(ShownState.IN_PROGRESS, phrase("state/your_turn"), "hand-pointing-bold")
OK = Chip(ShownState.OK, phrase("state/ok"))
READY = Chip(ShownState.IN_PROGRESS, phrase("scan/ready"), "barcode-bold")
#: Nobody has looked at a place that was on the screen for less.
LOOK_S = 1.0
_WAITING_OK = Action("primary", phrase("wait/ok"), "check-bold", "waiting")


def face_name(step: Step) -> str:
    """The name of the step's face."""
    match step:
        case InstructStep():
            return "step.instruct"
        case ScanStep():
            return "step.scan"
        case TorqueStep():
            return "step.torque"
        case MeasureStep():
            return "step.measure"
        case InspectStep():
            return "step.inspect"
        case ConfirmStep():
            return "step.confirm"
        case PhotoStep():
            return "step.photo"


def step_body(scene: Scene, current: StepRun) -> StepBody:
    """The step to do, with the panel of its face."""
    step = current.step
    is_shown_beside = isinstance(step, InstructStep | PhotoStep)
    return StepBody(
        title=scene.text(step.title),
        short_title=scene.text(step.short or step.title),
        line="" if is_shown_beside else scene.text(step.text),
        pictures=beside(scene, current, picture_view(scene, current)),
        side=_side(scene, current),
        language_note=elsewhere_note(scene)
        or text_note(scene, step.title)
        or sample_note(scene, current),
    )


def picture_view(scene: Scene, current: StepRun) -> PictureView:
    """The step's picture with its places and their states, or the photo that was taken."""
    step = current.step
    photo = photo_shown(scene) if isinstance(step, PhotoStep) else None
    if photo is not None:
        return PictureView(photo.taken_at.isoformat(), photo.jpeg)
    content = scene.state.pictures.get(step.picture) if step.picture else None
    markers = tuple(
        _marker(scene, current, number, place)
        for number, place in enumerate(step.positions, start=1)
    )
    if content is None:
        note = phrase("picture/not_here") if step.picture else ""
        return PictureView(markers=markers, note=note, opens=pictures_button(step))
    return PictureView(step.picture, content, markers, opens=pictures_button(step))


def primary_action(scene: Scene, current: StepRun) -> Action:
    """The one primary action; when it cannot be pressed it says what is waited for."""
    return _WAITING_OK if scene.is_pause else _action(scene, current)


def _action(scene: Scene, current: StepRun) -> Action:
    match current.step:
        case InstructStep() as step:
            return _instruct_action(scene, step)
        case TorqueStep() as step:
            return _torque_action(scene, current, step)
        case MeasureStep() as step:
            return _measure_action(scene, step)
        case InspectStep() as step:
            return _inspect_action(scene, current, step)
        case PhotoStep():
            return photo_action(scene)
        case ScanStep() as step:
            return _scan_action(step)
        case ConfirmStep() as step:
            return _confirm_action(step)


def _ready(words: Words, does: str = "confirm", icon: str = "check-bold") -> Action:
    return Action("primary", words, icon, "primary", does)


def _waiting(words: Words, icon: str | None = None) -> Action:
    return Action("primary", words, icon, "waiting")


def _instruct_action(scene: Scene, step: InstructStep) -> Action:
    if step.machine is not None:
        machine = scene.state.machine
        if machine is not None and machine.problem is not None:
            return _try_again()
        return _waiting(phrase("wait/machine"))
    shown_s = _shown_s(scene)
    left_s = math.ceil(step.min_dwell_s - shown_s)
    # When the clock was set back, the station says whether it is too soon.
    if left_s > 0 and shown_s >= 0:
        words = phrase("wait/dwell", seconds=str(left_s))
        return replace(_waiting(words), filled=shown_s / step.min_dwell_s)
    return _ready(phrase("do_it/done"))


def _shown_s(scene: Scene) -> float:
    """For how long the step has been on the screen."""
    return (scene.now_us - (scene.state.step_since_us or 0)) / 1e6


def _torque_action(scene: Scene, current: StepRun, step: TorqueStep) -> Action:
    if tool_trouble(scene, step.tool) is not None:
        return _try_again()
    if scene.state.tool is None or not scene.state.tool.is_armed:
        return _waiting(phrase("wait/tool"))
    place = place_name(scene, step, current.next_position or "")
    return _waiting(phrase("wait/place", place=in_sentence(scene, place)))


def _measure_action(scene: Scene, step: MeasureStep) -> Action:
    if calibration_trouble(scene, step.gauge) is not None:
        return _try_again()
    if not is_pad_open(scene, step):
        return _waiting(phrase("wait/gauge"))
    typed = scene.local.typed
    if not any(c.isdigit() for c in typed):
        return _waiting(phrase("wait/value"))
    return _ready(phrase("do_it/take_value", value=scene.number(typed)), "take_value")


def _inspect_action(scene: Scene, current: StepRun, step: InspectStep) -> Action:
    answers = current.answers
    still_open = sum(p.id not in answers for p in step.positions)
    if still_open:
        return _waiting(phrase("wait/places", count=str(still_open)))
    if not all(answers.values()):
        if is_check(scene):
            return _ready(phrase("do_it/not_ok"), "line_failed", "x-square-bold")
        failed = next(place for place, ok in answers.items() if not ok)
        return _ready(phrase("do_it/defect"), f"defect:{failed}", "magnifying-glass-bold")
    return _ready(phrase("do_it/all_ok"))


def _scan_action(step: ScanStep) -> Action:
    words = phrase("wait/unit" if step.component == "unit" else "wait/scan")
    return _waiting(words, "barcode-bold")


def _confirm_action(step: ConfirmStep) -> Action:
    if step.needs_badge:
        return _waiting(phrase("wait/badge"), "identification-badge-bold")
    return _ready(phrase("do_it/confirm"))


def _try_again() -> Action:
    return _ready(phrase("do_it/try_again"), "retry", "arrows-clockwise-bold")


def _side(scene: Scene, current: StepRun) -> Side:
    match current.step:
        case InstructStep() as step:
            return _instruct_side(scene, step)
        case ScanStep() as step:
            return _scan_side(scene, current, step)
        case TorqueStep() as step:
            return torque_side(scene, current, step)
        case MeasureStep() as step:
            return measure_side(scene, current, step)
        case InspectStep() as step:
            return _inspect_side(scene, current, step)
        case PhotoStep() as step:
            return photo_side(scene, step)
        case ConfirmStep() as step:
            return ConfirmSide(YOUR_TURN, scene.text(step.statement), _hint(scene, step))


def _hint(scene: Scene, step: ConfirmStep) -> Words:
    if step.sign_off is not None:
        return phrase("sign_off/step", meaning=scene.text(step.sign_off.meaning))
    return phrase("confirm/badge" if step.needs_badge else "confirm/tap")


def _instruct_side(scene: Scene, step: InstructStep) -> InstructSide:
    lines = tuple(line.strip() for line in scene.text(step.text).splitlines() if line.strip())
    if step.machine is None:
        return InstructSide(lines, YOUR_TURN)
    trouble = None if scene.is_pause else machine_trouble(scene)
    return InstructSide(lines, OK if scene.is_pause else IN_PROGRESS, _machine(scene), trouble)


def _machine(scene: Scene) -> Words:
    machine = scene.state.machine
    if machine is None:
        return ""
    if machine.request is not None and not machine.is_part_present:
        return phrase("machine/no_part", machine=machine.machine)
    if machine.request is not None:
        return phrase("machine/asked", machine=machine.machine, request=machine.request)
    return phrase("machine/line", machine=machine.machine, state=machine.state)


def _scan_side(scene: Scene, current: StepRun, step: ScanStep) -> ScanSide:
    run = scene.run
    line = run.instruction.bom_line(run.variant, step.component) if run else None
    part = _part_shown(current, step)
    if line is None or run is None:
        words = phrase("scan/unit_slot")
        if step.expects is not None:
            words = phrase("check/code_slot", code=step.expects)
        return ScanSide(scene.text(step.title), YOUR_TURN, "", "", "", words)
    missing = missing_at(run, current)
    heading = phrase("scan/fetch")
    if max(missing, 0 if part else line.quantity) > 1:
        heading = phrase("scan/fetch_many", count=str(missing or line.quantity))
    is_filled = part is not None and not missing
    place = phrase("scan/from", location=line.location) if line.location else ""
    return ScanSide(
        heading=heading,
        chip=OK if is_filled else READY,
        name=scene.text(line.name),
        part=part.part if part and is_filled else _to_take(scene, line),
        place=place,
        slot=_fitted(part) if part and is_filled else _slot(scene, current, step, missing),
        is_filled=is_filled,
    )


def _part_shown(current: StepRun, step: ScanStep) -> PartFitted | None:
    """The newest of the step's own component; what was added beyond the bill is none."""
    mine = (p for p in reversed(current.parts) if p.component == step.component)
    return next(mine, None)


def _slot(scene: Scene, current: StepRun, step: ScanStep, missing: int) -> Words:
    """What the next scan does: how many it fits, and how many are in already."""
    count, so_far = scene.state.material.count, fitted_at(current, step.component)
    if count is not None:
        return phrase("scan/next", count=str(count))
    if not so_far:
        return phrase("scan/slot")
    return phrase("scan/so_far", count=str(so_far), total=str(so_far + missing))


def _to_take(scene: Scene, line: BomLine) -> Words:
    """The part, and the lot that is to be used up first, if it is known."""
    lots = {} if scene.state.fetch is None else scene.state.fetch.lots
    lot = lots.get(line.component)
    return line.part if lot is None else phrase("missing/part_lot", part=lot.part, lot=lot.lot)


def _fitted(part: PartFitted) -> Words:
    if part.lot:
        return phrase("scan/lot", lot=part.lot)
    return phrase("scan/serial", serial=part.serial) if part.serial else part.raw


def _inspect_side(scene: Scene, current: StepRun, step: InspectStep) -> InspectSide:
    answers = current.answers
    current_place = next((p.id for p in step.positions if p.id not in answers), None)
    points = tuple(
        Point(
            position=p.id,
            number=str(number),
            words=scene.text(p.label) or p.id,
            answer=answers.get(p.id),
            is_current=p.id == current_place,
        )
        for number, p in enumerate(step.positions, start=1)
    )
    count, total = str(len(answers)), str(len(step.positions))
    heading = phrase("inspect/heading", count=count, total=total)
    return InspectSide(heading, YOUR_TURN, points, is_looked_at(scene))


def is_looked_at(scene: Scene) -> bool:
    """Whether the step was on the screen for long enough to be looked at."""
    return not 0 <= _shown_s(scene) < LOOK_S


def _marker(scene: Scene, current: StepRun, number: int, place: Position) -> Marker:
    state, is_current = _place_state(current, place.id)
    has_more = bool(place.detail or place.zoom)
    return Marker(
        place.x,
        place.y,
        str(number),
        state,
        is_current,
        button=f"spot:{place.id}" if has_more else "",
        words=scene.text(place.label),
    )


def _place_state(current: StepRun, place: str) -> tuple[ShownState, bool]:
    """Done, failed, the one to do now, or still to come; and whether it is the one now."""
    step = current.step
    if isinstance(step, TorqueStep):
        return _bolt_state(current, place)
    if isinstance(step, InspectStep):
        answers = current.answers
        if place in answers:
            return (ShownState.OK if answers[place] else ShownState.NOK), False
        is_next = next(p.id for p in step.positions if p.id not in answers) == place
        return (ShownState.IN_PROGRESS if is_next else ShownState.TODO), is_next
    if current.is_completed:
        return ShownState.OK, False
    return ShownState.IN_PROGRESS, True


def _bolt_state(current: StepRun, place: str) -> tuple[ShownState, bool]:
    newest = current.tightening_at(place)
    if newest is not None and newest.ok:
        return ShownState.OK, False
    if place != current.next_position:
        return ShownState.TODO, False
    return (ShownState.NOK if current.is_nok_open else ShownState.IN_PROGRESS), True
