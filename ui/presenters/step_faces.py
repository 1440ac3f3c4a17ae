"""The seven faces of a step: instruct, scan, torque, measure, inspect, confirm, photo."""

from __future__ import annotations

import math
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
from ui.presenters.photo_face import photo_action, photo_shown, photo_side
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import in_sentence, place_name
from ui.presenters.troubles import machine_trouble, tool_trouble
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
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Scene

IN_PROGRESS = Chip(ShownState.IN_PROGRESS, phrase("state/in_progress"))
YOUR_TURN = Chip(ShownState.IN_PROGRESS, phrase("state/your_turn"), "hand-pointing-bold")
OK = Chip(ShownState.OK, phrase("state/ok"))
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
        picture=picture_view(scene, current),
        side=_side(scene, current),
    )


def picture_view(scene: Scene, current: StepRun) -> PictureView:
    """The step's drawing with its places and their states, or the photo that was taken."""
    step = current.step
    photo = photo_shown(scene) if isinstance(step, PhotoStep) else None
    if photo is not None:
        return PictureView(photo.taken_at.isoformat(), jpeg=photo.jpeg)
    svg = scene.state.pictures.get(step.picture) if step.picture else None
    markers = tuple(
        _marker(current, number, p.id, p.x, p.y)
        for number, p in enumerate(step.positions, start=1)
    )
    return PictureView(step.picture if svg is not None else None, svg, markers)


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
            return _inspect_action(current, step)
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
    shown_us = scene.now_us - (scene.state.step_since_us or 0)
    left_s = math.ceil(step.min_dwell_s - shown_us / 1e6)
    # When the clock was set back, the station says whether it is too soon.
    if left_s > 0 and shown_us >= 0:
        return _waiting(phrase("wait/dwell", seconds=str(left_s)))
    return _ready(phrase("do_it/done"))


def _torque_action(scene: Scene, current: StepRun, step: TorqueStep) -> Action:
    if tool_trouble(scene, step.tool) is not None:
        return _try_again()
    if scene.state.tool is None or not scene.state.tool.is_armed:
        return _waiting(phrase("wait/tool"))
    place = place_name(scene, step, current.next_position or "")
    return _waiting(phrase("wait/place", place=in_sentence(place)))


def _measure_action(scene: Scene, step: MeasureStep) -> Action:
    if not is_pad_open(scene, step):
        return _waiting(phrase("wait/gauge"))
    typed = scene.local.typed
    if not any(c.isdigit() for c in typed):
        return _waiting(phrase("wait/value"))
    return _ready(phrase("do_it/take_value", value=typed), "take_value")


def _inspect_action(current: StepRun, step: InspectStep) -> Action:
    answers = current.answers
    still_open = sum(p.id not in answers for p in step.positions)
    if still_open:
        return _waiting(phrase("wait/places", count=str(still_open)))
    if not all(answers.values()):
        return _waiting(phrase("wait/place_nok"))
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
            words = "confirm/badge" if step.needs_badge else "confirm/tap"
            return ConfirmSide(YOUR_TURN, scene.text(step.statement), phrase(words))


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
    part = current.parts[-1] if current.parts else None
    if line is None:
        words = phrase("scan/unit_slot")
        return ScanSide(scene.text(step.title), YOUR_TURN, "", "", "", words)
    heading = phrase("scan/fetch")
    if line.quantity > 1:
        heading = phrase("scan/fetch_many", count=str(line.quantity))
    place = phrase("scan/from", location=line.location) if line.location else ""
    return ScanSide(
        heading=heading,
        chip=OK if part else Chip(ShownState.IN_PROGRESS, phrase("scan/ready"), "barcode-bold"),
        name=scene.text(line.name),
        part=part.part if part else line.part,
        place=place,
        slot=_fitted(part) if part else phrase("scan/slot"),
        is_filled=part is not None,
    )


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
    return InspectSide(phrase("inspect/heading", count=count, total=total), YOUR_TURN, points)


def _marker(current: StepRun, number: int, place: str, x: float, y: float) -> Marker:
    state, is_current = _place_state(current, place)
    return Marker(x, y, str(number), state, is_current)


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
