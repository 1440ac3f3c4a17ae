"""What came of a unit: a failed result, a hold, a finished unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep, TorqueStep
from app.domain.unit_run import FINAL
from ui.presenters.card_words import told_words
from ui.presenters.curve_words import curve_note
from ui.presenters.evidence_face import gap_words
from ui.presenters.named import defect_line
from ui.presenters.numbers import unit_word
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
_HELD = frozenset(
    {
        "too_many_attempts",
        "characteristic_alarm",
        "defect_send_to_rework",
        "defect_scrap",
        "defect_ask_quality",
        "scrapped",
        "returned",
    }
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
            todo=_tighten_again(failed, in_sentence(scene, place)),
            note=curve_note(scene, failed),
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
        words = phrase("do_it/redo", place=in_sentence(scene, place))
    elif isinstance(step, MeasureStep):
        words = phrase("do_it/measure_again")
    return Action("primary", words, "arrow-counter-clockwise-bold", "primary", "acknowledge")


def held_body(scene: Scene) -> BandBody | None:
    """The unit may not go on; None when it may."""
    run = scene.run
    if run is None or run.held is None:
        return None
    if run.held in FINAL:
        return _final(run.serial, run.held)
    return BandBody(
        tone=ShownState.BLOCKED,
        icon="lock-key-bold",
        headline=phrase("held/headline", serial=run.serial),
        why=_decided(scene, run.serial) or held_words(run.held),
        blocks=_where(scene, run.current),
        todo_heading=phrase("band/todo"),
        todo=(phrase("held/do_mark"), phrase("held/do_call"), phrase("held/do_next")),
    )


def held_words(why: str) -> Words:
    """Why a unit is held, in a sentence."""
    return phrase(f"held/{why if why in _HELD else 'other'}")


def _final(serial: str, held: str) -> BandBody:
    """Decided and signed: nothing more is done on it."""
    return BandBody(
        tone=ShownState.BLOCKED,
        icon="prohibit-bold",
        headline=phrase(f"unit.{held}/headline", serial=serial),
        why=phrase(f"held/{held}"),
        todo_heading=phrase("band/todo"),
        todo=(phrase(f"unit.{held}/do"), phrase("held/do_next")),
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
        phrase(_status(finished)),
        good,
        (_rework(finished), phrase("done/time", time=scene.moment(scene.at(finished.at_us)))),
    )
    missing = tuple(gap_words(scene, gap, finished.steps) for gap in finished.gaps)
    gaps = Block(phrase("done/missing"), "", "", good, missing)
    is_free = is_provable or bool(finished.accepted_by)
    first = "done/do_take_off" if is_free else "done/do_aside"
    settle = () if is_free else (phrase("done/do_decide"),)
    return BandBody(
        tone=good,
        icon="check-circle-bold" if is_provable else "warning-bold",
        headline=phrase("done/headline", serial=finished.serial),
        why=_why(finished),
        blocks=(evidence,) if is_provable else (evidence, gaps),
        todo_heading=phrase("done/next"),
        todo=(phrase(first), *settle, phrase("done/do_scan")),
        note=told_words(scene),
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
            lines.append(_value_and_limits(scene, torque.value, step.torque))
    elif isinstance(step, MeasureStep) and current.measurements:
        bad = sum(not m.ok for m in current.measurements)
        lines.append(_tries(bad, step.max_attempts))
    title = scene.text(step.short or step.title)
    defects = _defects(scene)
    return Block(phrase("held/where"), title, "", ShownState.NOK, tuple(lines)), *(
        defects or (kept,)
    )


def _defects(scene: Scene) -> tuple[Block, ...]:
    """What is wrong with the unit, as far as somebody recorded it."""
    still_open = () if scene.run is None else scene.run.open_defects
    if not still_open:
        return ()
    lines = tuple(defect_line(scene, defect) for defect in still_open)
    return (Block(phrase("defects/open"), "", "", ShownState.NOK, lines),)


def _value_and_limits(scene: Scene, value: Decimal, limits: Limits) -> str:
    return f"{scene.value(value, limits)} {unit_word(limits.unit)} ({scene.range(limits)})"


def _tries(count: int, limit: int) -> Words:
    return phrase("held/tries", count=str(count), limit=str(limit))


def _status(finished: FinishedUnit) -> str:
    if finished.evidence == "provable":
        return "done/is_provable"
    return "done/is_accepted" if finished.accepted_by else "done/not_provable"


def _why(finished: FinishedUnit) -> Words:
    """Without proof it is on hold, and says so; accepted, it says by whom."""
    if finished.evidence == "provable":
        return phrase("done/provable")
    if finished.accepted_by:
        return phrase("done/accepted", people=finished.accepted_by)
    return phrase("done/held")


def _rework(finished: FinishedUnit) -> Words:
    if not finished.reworked:
        return phrase("done/no_rework")
    return phrase("done/rework", count=str(finished.reworked))
