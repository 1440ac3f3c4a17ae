"""What came of a unit: a failed result, a hold, a finished unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep, TorqueStep
from ui.presenters.numbers import range_text, unit_word, value_text
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import in_sentence, place_name
from ui.presenters.step_faces import picture_view
from ui.presenters.value_faces import measure_side, reason_of, torque_side
from ui.presenters.view_states import Action, BandBody, Block, NokBody
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.events import MeasurementRecorded, TighteningRecorded
    from app.domain.instructions import Limits
    from app.domain.unit_run import StepRun
    from app.services.station_state import FinishedUnit
    from ui.presenters.scene import Scene

_SETUP = frozenset({"wrong_program", "limits_differ", "quarantined"})
_GAPS = frozenset(
    {"not_completed", "typed", "no_good_result", "limits_unknown", "program_unknown", "assigned"}
)


def nok_body(scene: Scene, current: StepRun) -> NokBody | None:
    """The failed result; None when the step has no measured one."""
    step, picture = current.step, picture_view(scene, current)
    if isinstance(step, TorqueStep) and current.tightenings:
        failed = current.tightenings[-1]
        place = place_name(scene, step, failed.position)
        return NokBody(
            headline=phrase("nok/torque", place=place, reason=reason_of(failed.reasons)),
            why=phrase(
                "nok/tries",
                number=str(failed.attempt),
                total=str(step.max_attempts),
                more=phrase("nok/locked"),
            ),
            picture=picture,
            side=torque_side(scene, current, step),
            todo=_tighten_again(failed, in_sentence(place)),
        )
    if isinstance(step, MeasureStep) and current.measurements:
        return _nok_measure(scene, current, step, current.measurements[-1])
    return None


def nok_primary(scene: Scene, current: StepRun) -> Action:
    """Acknowledge, said as what comes next."""
    step = current.step
    words: Words = phrase("do_it/seen")
    if isinstance(step, TorqueStep):
        place = place_name(scene, step, current.next_position or "")
        words = phrase("do_it/redo", place=in_sentence(place))
    elif isinstance(step, MeasureStep):
        words = phrase("do_it/measure_again")
    return Action("primary", words, "arrow-counter-clockwise-bold", "primary", "acknowledge")


def held_body(scene: Scene) -> BandBody | None:
    """The unit may not go on; None when it may."""
    run = scene.run
    if run is None or run.held is None:
        return None
    why = "too_many_attempts" if run.held == "too_many_attempts" else "other"
    return BandBody(
        tone=ShownState.BLOCKED,
        icon="lock-key-bold",
        headline=phrase("held/headline", serial=run.serial),
        why=_decided(scene, run.serial) or phrase(f"held/{why}"),
        blocks=_where(scene, run.current),
        todo_heading=phrase("band/todo"),
        todo=(phrase("held/do_mark"), phrase("held/do_call"), phrase("held/do_next")),
    )


def _decided(scene: Scene, serial: str) -> Words | None:
    """What the plant decided about the unit, once it has."""
    found = next((one for one in scene.state.decisions if serial in one.units), None)
    if found is None:
        return None
    return phrase("unit.held/why_decided", by=found.by, decided=found.words)


def done_body(scene: Scene, finished: FinishedUnit) -> BandBody:
    """A finished unit, and whether it is provable."""
    is_provable = finished.evidence == "provable"
    good = ShownState.OK if is_provable else ShownState.ATTENTION
    evidence = Block(
        phrase("done/evidence"),
        "",
        phrase("done/is_provable" if is_provable else "done/not_provable"),
        good,
        (_rework(finished), phrase("done/time", time=scene.moment(scene.at(finished.at_us)))),
    )
    gaps = Block(phrase("done/missing"), "", "", good, tuple(map(_gap, finished.gaps)))
    first = "done/do_take_off" if is_provable else "done/do_aside"
    return BandBody(
        tone=good,
        icon="check-circle-bold" if is_provable else "warning-bold",
        headline=phrase("done/headline", serial=finished.serial),
        why=phrase("done/provable" if is_provable else "done/gaps"),
        blocks=(evidence,) if is_provable else (evidence, gaps),
        todo_heading=phrase("done/next"),
        todo=(phrase(first), phrase("done/do_scan")),
    )


def _nok_measure(
    scene: Scene, current: StepRun, step: MeasureStep, failed: MeasurementRecorded
) -> NokBody:
    name = scene.text(step.short or step.title)
    bad = str(sum(not m.ok for m in current.measurements))
    limit, again = str(step.max_attempts), phrase("nok/again")
    return NokBody(
        headline=phrase("nok/measure", name=name, reason=reason_of(failed.reasons)),
        why=phrase("nok/tries", number=bad, total=limit, more=again),
        picture=picture_view(scene, current),
        side=measure_side(scene, current, step),
        todo=(phrase("nok/do_clean"), phrase("nok/do_measure")),
    )


def _tighten_again(failed: TighteningRecorded, place: Words) -> tuple[Words, ...]:
    if _SETUP & set(failed.reasons):
        return phrase("nok/do_program"), phrase("nok/do_redo")
    loosen = phrase("nok/do_loosen", place=place)
    return loosen, phrase("nok/do_check"), phrase("nok/do_redo")


def _where(scene: Scene, current: StepRun | None) -> tuple[Block, ...]:
    if current is None:
        return ()
    step = current.step
    kept = Block(phrase("held/kept"), "", "", ShownState.TODO, (phrase("held/kept_line"),))
    lines: list[Words] = []
    if isinstance(step, TorqueStep) and current.tightenings:
        newest = current.tightenings[-1]
        place = place_name(scene, step, newest.position)
        tries = _tries(newest.attempt, step.max_attempts)
        lines.append(phrase("band/list", first=place, next=tries))
        torque = newest.reading.value("torque")
        if torque is not None:
            lines.append(_value_and_limits(torque.value, step.torque))
    elif isinstance(step, MeasureStep) and current.measurements:
        bad = sum(not m.ok for m in current.measurements)
        lines.append(_tries(bad, step.max_attempts))
    title = scene.text(step.short or step.title)
    return Block(phrase("held/where"), title, "", ShownState.NOK, tuple(lines)), kept


def _value_and_limits(value: Decimal, limits: Limits) -> str:
    return f"{value_text(value, limits)} {unit_word(limits.unit)} ({range_text(limits)})"


def _tries(count: int, limit: int) -> Words:
    return phrase("held/tries", count=str(count), limit=str(limit))


def _rework(finished: FinishedUnit) -> Words:
    if not finished.reworked:
        return phrase("done/no_rework")
    return phrase("done/rework", count=str(finished.reworked))


def _gap(gap: str) -> Words:
    kind, _, where = gap.partition(":")
    return phrase(f"gap/{kind}" if kind in _GAPS else "gap/other", where=where or kind)
