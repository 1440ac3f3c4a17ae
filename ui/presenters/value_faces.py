"""Measured values: the torque and measure faces, and the failed result of either."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.inspection import are_limits_hidden
from app.domain.refusal import Refusal
from app.ports.devices import LinkState
from ui.presenters.curve_words import curve_trouble
from ui.presenters.numbers import unit_word
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.scene import in_sentence, place_name, place_noun
from ui.presenters.spc_face import chart_trouble
from ui.presenters.troubles import (
    calibration_note,
    calibration_trouble,
    gauge_trouble,
    tool_trouble,
    uncounted_trouble,
)
from ui.presenters.view_states import (
    Chip,
    GaugeView,
    PadView,
    PlotView,
    TableRow,
    TableView,
    TroubleView,
    ValueSide,
)
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.events import MeasurementRecorded, TighteningRecorded
    from app.domain.instructions import Limits, MeasureStep, TorqueStep
    from app.domain.readings import Reading
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Scene

#: Which reason is said when there are several: what the operator can see comes first.
_FIRST = (
    "torque_low",
    "torque_high",
    "value_low",
    "value_high",
    "angle_low",
    "angle_high",
    "spread_high",
)
_QUIET_S = 5
_MAX_ROWS = 6


def torque_side(scene: Scene, current: StepRun, step: TorqueStep) -> ValueSide:
    """The last result large, the curve below it, and what was done so far."""
    newest = current.tightenings[-1] if current.tightenings else None
    place = current.next_position or step.positions[-1].id
    total = str(len(step.positions))
    heading = phrase("step/of", place=place_name(scene, step, place), total=total)
    trouble = None if scene.is_pause else tool_trouble(scene, step.tool)
    note = None if scene.is_pause else _note(scene, step.tool) or curve_trouble(scene, newest)
    side = ValueSide(
        heading=phrase("torque/all_ok", total=total) if scene.is_pause else heading,
        chip=_tool_chip(scene, is_lost=trouble is not None and trouble.is_danger),
        meta=_waiting(scene),
        value="–",
        unit=unit_word(step.torque.unit),
        verdict=None,
        facts=((phrase("torque/target"), scene.range(step.torque)),),
        gauge=_gauge(scene, step.torque, None, is_ok=None),
        table=_tightenings(scene, current, step),
        trouble=trouble,
        is_barred=not scene.is_pause and calibration_trouble(scene, step.tool) is not None,
    )
    if newest is not None:
        side = _with_tightening(scene, side, step, newest)
    return (
        side
        if trouble is not None
        else replace(
            side, trouble=note or (None if scene.is_pause else chart_trouble(scene, step))
        )
    )


def measure_side(scene: Scene, current: StepRun, step: MeasureStep) -> ValueSide:
    """The last value large, its place between the limits, and the number pad when typing."""
    taken = current.measurements
    good = sum(m.ok for m in taken)
    heading: Words = scene.text(step.short or step.title)
    if step.repeats > 1:
        number = str(min(good + 1, step.repeats))
        heading = phrase("step/of", place=number, total=str(step.repeats))
    is_typing = is_pad_open(scene, step)
    are_hidden = are_limits_hidden(current)
    side = ValueSide(
        heading=heading,
        chip=_gauge_chip(scene, step),
        meta=phrase("measure/none"),
        value="–",
        unit=unit_word(step.limits.unit),
        verdict=None,
        facts=((phrase("measure/limits"), _limits(scene, step, are_hidden=are_hidden)),),
        gauge=None if are_hidden else _gauge(scene, step.limits, None, is_ok=None),
        table=_measurements(scene, step, taken, are_hidden=are_hidden),
        pad=_pad(scene, step, are_hidden=are_hidden) if is_typing else None,
        can_type=not is_typing and _may_type(scene, step),
        trouble=None if scene.is_pause else _measure_trouble(scene, step),
        is_barred=not scene.is_pause and calibration_trouble(scene, step.gauge) is not None,
    )
    if not taken:
        return side
    side = _with_measurement(scene, side, step, taken)
    return replace(side, verdict=None, gauge=None) if are_hidden else side


def _may_type(scene: Scene, step: MeasureStep) -> bool:
    is_trusted = calibration_trouble(scene, step.gauge) is None
    return step.may_be_typed and is_trusted and not scene.is_pause


def _limits(scene: Scene, step: MeasureStep, *, are_hidden: bool) -> Words:
    return phrase("measure/limits_later") if are_hidden else scene.range(step.limits)


def _last(
    scene: Scene, step: MeasureStep, taken: tuple[MeasurementRecorded, ...], time: str
) -> Words:
    """When the last one came; of several, how far they lie apart."""
    values = [m.reading.values[0].value for m in taken if m.ok and m.reading.values]
    if len(values) <= 1:
        return phrase("measure/last", time=time)
    apart = scene.value(max(values) - min(values), step.limits, extra=1)
    spread = f"{apart} {unit_word(step.limits.unit)}"
    return phrase("measure/last_spread", time=time, spread=spread)


def _measure_trouble(scene: Scene, step: MeasureStep) -> TroubleView | None:
    trouble = gauge_trouble(scene, step) or _note(scene, step.gauge)
    return trouble or chart_trouble(scene, step)


def _note(scene: Scene, device: str) -> TroubleView | None:
    """What does not stop the step."""
    return uncounted_trouble(scene, device) or calibration_note(scene, device)


def is_pad_open(scene: Scene, step: MeasureStep) -> bool:
    """Typing is the exception: asked for, or because there is no gauge."""
    if not _may_type(scene, step):
        return False
    device = scene.device(step.gauge)
    return scene.local.is_pad_open or device is None or device.state is LinkState.DISCONNECTED


def reason_of(reasons: tuple[str, ...]) -> Phrase:
    """The reason to say first."""
    first = next((r for r in _FIRST if r in reasons), reasons[0] if reasons else "unknown")
    return phrase(f"reason/{first}")


def verdict_chip(reasons: tuple[str, ...], *, is_ok: bool) -> Chip:
    """OK, or NOK with its reason."""
    if is_ok:
        return Chip(ShownState.OK, phrase("state/ok"))
    return Chip(ShownState.NOK, phrase("state/nok_because", reason=reason_of(reasons)))


def _with_tightening(
    scene: Scene, side: ValueSide, step: TorqueStep, newest: TighteningRecorded
) -> ValueSide:
    reading = newest.reading
    torque, angle = reading.value("torque"), reading.value("angle")
    place = in_sentence(scene, place_name(scene, step, newest.position))
    time = f"{scene.local_time(reading.received_at):%H:%M:%S}"
    facts = [(phrase("torque/target"), scene.range(step.torque))]
    if angle is not None:
        facts.insert(0, (phrase("torque/angle"), _angle(scene, angle.value, step.angle)))
    is_away = side.trouble is not None and not scene.is_pause
    plot = _plot(scene, step, reading, is_ok=newest.ok)
    value = torque.value if torque is not None else None
    return replace(
        side,
        meta=phrase("torque/last", place=place, time=time),
        value="–" if value is None else scene.value(value, step.torque),
        verdict=verdict_chip(newest.reasons, is_ok=newest.ok),
        facts=tuple(facts),
        plot=plot,
        gauge=None if plot is not None else _gauge(scene, step.torque, value, is_ok=newest.ok),
        is_stale=is_away,
    )


def _with_measurement(
    scene: Scene, side: ValueSide, step: MeasureStep, taken: tuple[MeasurementRecorded, ...]
) -> ValueSide:
    newest = taken[-1]
    values = newest.reading.values
    value = values[0].value if values else None
    at = newest.reading.received_at
    return replace(
        side,
        meta=_last(scene, step, taken, f"{scene.local_time(at):%H:%M:%S}"),
        value="–" if value is None else scene.value(value, step.limits, extra=1),
        verdict=verdict_chip(newest.reasons, is_ok=newest.ok),
        gauge=_gauge(scene, step.limits, value, is_ok=newest.ok),
        is_stale=newest.means == "gauge" and _is_away(scene, step.gauge),
    )


def _is_away(scene: Scene, device: str) -> bool:
    status = scene.device(device)
    return status is None or status.state is LinkState.DISCONNECTED


def _waiting(scene: Scene) -> Words:
    """No result is a state, not silence: say for how long."""
    tool = scene.state.tool
    since = tool.armed_since_us if tool is not None and tool.is_armed else None
    if since is None or scene.now_us - since < _QUIET_S * 1_000_000:
        return phrase("torque/none")
    return phrase("torque/waiting_since", age=scene.age(since))


def _tool_chip(scene: Scene, *, is_lost: bool) -> Chip:
    tool = scene.state.tool
    if scene.is_pause:
        return Chip(ShownState.OK, phrase("state/ok"))
    if is_lost:
        is_answering = tool is not None and tool.problem == Refusal(
            "tool.not_locked", {"tool": tool.tool}
        )
        words = phrase("tool/not_locked") if is_answering else phrase("tool/lost")
        return Chip(ShownState.NOK, words, "link-break-bold")
    if tool is not None and tool.problem is not None:
        return Chip(ShownState.ATTENTION, phrase("tool/problem"))
    if tool is not None and tool.is_armed:
        return Chip(ShownState.IN_PROGRESS, phrase("tool/ready"), "link-bold")
    return Chip(ShownState.TODO, phrase("tool/arming"), "lock-key-bold")


def _gauge_chip(scene: Scene, step: MeasureStep) -> Chip:
    device = scene.device(step.gauge)
    if scene.is_pause:
        return Chip(ShownState.OK, phrase("state/ok"))
    if calibration_trouble(scene, step.gauge) is not None:
        return Chip(ShownState.ATTENTION, phrase("measure/not_calibrated"))
    if device is None:
        return Chip(ShownState.TODO, phrase("measure/by_hand"), "keyboard-bold")
    if device.state is LinkState.DISCONNECTED:
        return Chip(ShownState.OFFLINE, phrase("measure/gauge_away"), "link-break-bold")
    return Chip(ShownState.IN_PROGRESS, phrase("measure/gauge_ready"), "link-bold")


def _tightenings(scene: Scene, current: StepRun, step: TorqueStep) -> TableView:
    noun = place_noun(scene, step)
    head = (noun or phrase("torque/place"), phrase("torque/torque"), phrase("torque/angle"))
    rows = tuple(_tightening_row(scene, t, step, noun) for t in current.tightenings[-_MAX_ROWS:])
    return TableView(head, rows)


def _tightening_row(
    scene: Scene, result: TighteningRecorded, step: TorqueStep, noun: str | None
) -> TableRow:
    name = place_name(scene, step, result.position)
    if noun is not None and isinstance(name, str):
        name = name.rpartition(" ")[2]
    torque, angle = result.reading.value("torque"), result.reading.value("angle")
    unit = unit_word(step.torque.unit)
    return TableRow(
        cells=(
            name,
            "–" if torque is None else f"{scene.value(torque.value, step.torque)} {unit}",
            "–" if angle is None else _angle(scene, angle.value, step.angle),
        ),
        state=ShownState.OK if result.ok else ShownState.NOK,
        word=phrase("state/ok") if result.ok else reason_of(result.reasons),
    )


def _measurements(
    scene: Scene,
    step: MeasureStep,
    taken: tuple[MeasurementRecorded, ...],
    *,
    are_hidden: bool,
) -> TableView:
    unit = unit_word(step.limits.unit)
    head = (phrase("measure/reading"), phrase("measure/value"), phrase("measure/from"))
    rows = tuple(
        TableRow(
            cells=(
                str(m.attempt),
                f"{scene.value(m.reading.values[0].value, step.limits, extra=1)} {unit}"
                if m.reading.values
                else "–",
                phrase("measure/typed") if m.means == "typed" else phrase("measure/gauge"),
            ),
            state=ShownState.TODO if are_hidden else _judged(m),
            word=phrase("measure/recorded") if are_hidden else _verdict_word(m),
        )
        for m in taken[-_MAX_ROWS:]
    )
    return TableView(head, rows)


def _judged(one: MeasurementRecorded) -> ShownState:
    return ShownState.OK if one.ok else ShownState.NOK


def _verdict_word(one: MeasurementRecorded) -> Words:
    return phrase("state/ok") if one.ok else reason_of(one.reasons)


def _angle(scene: Scene, value: Decimal, limits: Limits | None) -> str:
    rounded = value.quantize(type(value)(1))
    if limits is not None and limits.accepts(rounded) != limits.accepts(value):
        rounded = value
    return scene.number(f"{rounded:f}°")


def _gauge(
    scene: Scene, limits: Limits, value: Decimal | None, *, is_ok: bool | None
) -> GaugeView:
    middle = limits.target if limits.target is not None else (limits.low + limits.high) / 2
    labels = tuple(scene.value(v, limits) for v in (limits.low, middle, limits.high))
    return GaugeView(
        low=float(limits.low),
        high=float(limits.high),
        target=float(middle),
        value=None if value is None else float(value),
        labels=labels,
        is_ok=is_ok,
    )


def _plot(scene: Scene, step: TorqueStep, reading: Reading, *, is_ok: bool) -> PlotView | None:
    """The curve, only if it belongs to this very result."""
    curve = scene.state.curve
    mine = (reading.source, reading.epoch, reading.result_id)
    if curve is None or (curve.source, curve.epoch, curve.result_id) != mine:
        return None
    limits = step.torque
    target = limits.target if limits.target is not None else (limits.low + limits.high) / 2
    return PlotView(
        angle_deg=curve.angle_deg,
        torque_nm=curve.torque_nm,
        low=float(limits.low),
        high=float(limits.high),
        target=float(target),
        is_ok=is_ok,
    )


def _pad(scene: Scene, step: MeasureStep, *, are_hidden: bool) -> PadView:
    note: Words = phrase("measure/doubt") if scene.local.doubted is not None else ""
    return PadView(
        typed=scene.local.typed,
        unit=unit_word(step.limits.unit),
        limits="" if are_hidden else scene.range(step.limits),
        note=note,
        has_sign=step.limits.low < 0,
    )
