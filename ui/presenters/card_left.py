"""The left side of the card: what happened, as it was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep, TorqueStep
from ui.presenters.card_words import outcome_words, response_named
from ui.presenters.curve_words import curve_note
from ui.presenters.numbers import unit_word
from ui.presenters.open_situations import here, of_nok
from ui.presenters.phrases import Number, Words, phrase
from ui.presenters.scene import place_name
from ui.presenters.situation_words import situation_name, situation_told
from ui.presenters.value_faces import reason_of, torque_side
from ui.presenters.view_states import Chip, PlotView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.instructions import Limits
    from app.domain.readings import Reading
    from app.domain.unit_run import StepRun
    from app.ports.memory import SituationRecord
    from app.services.card_state import Advice
    from ui.presenters.scene import Scene

#: What may have been replaced.
_REPLACED = frozenset({"lot", "revision", "shift", "tool", "program"})
_MOST_FACTS, _MOST_FACTS_SMALL = 4, 3


@dataclass(frozen=True, slots=True)
class LeftSide:
    """A chip, a headline, the curve of a tightening, facts, and what is quiet below them."""

    what: Chip
    title: Words
    plot: PlotView | None = None
    facts: tuple[Words, ...] = ()
    quiet: tuple[Words, ...] = ()


def left_side(
    scene: Scene, about: str, record: SituationRecord | None, advice: Advice | None
) -> LeftSide:
    """What is known of a situation; at first, before it is recorded, only what it is."""
    side = _failed_here(scene, about, record) or _told(scene, about, record)
    context = {} if record is None else record.opened.context
    facts = [
        *side.facts,
        *_elsewhere(scene, record),
        *_about_lot(context),
        *_changed(context),
    ]
    most = _MOST_FACTS_SMALL if scene.room.is_small else _MOST_FACTS
    return LeftSide(side.what, side.title, side.plot, tuple(facts[:most]), _quiet(scene, advice))


def _failed_here(scene: Scene, about: str, record: SituationRecord | None) -> LeftSide | None:
    """The failed result that is on the screen, and not that of another unit or step."""
    current, mine = scene.step_run, of_nok(scene)
    if about != "nok" or current is None:
        return None
    if record is not None and (mine is None or mine.name != record.name):
        return None
    return _of_nok(scene, current)


def _told(scene: Scene, about: str, record: SituationRecord | None) -> LeftSide:
    """What was recorded; of what is just being reported only its kind is known."""
    name = situation_name(about)
    if record is None:
        return LeftSide(Chip(ShownState.ATTENTION, name), name)
    if record.postponed_in is not None:
        return LeftSide(Chip(ShownState.ATTENTION, phrase("card/waiting")), record.opened.title)
    return LeftSide(Chip(ShownState.ATTENTION, name), situation_told(scene, record))


def _elsewhere(scene: Scene, record: SituationRecord | None) -> tuple[Words, ...]:
    """Unit and order, where the header shows others."""
    if record is None or not record.unit or record.unit == here(scene):
        return ()
    order = record.opened.context.get("order")
    if order is None:
        return (phrase("card/unit", serial=record.unit),)
    return (phrase("card/unit_of_order", serial=record.unit, order=order),)


def _of_nok(scene: Scene, current: StepRun) -> LeftSide | None:
    step = current.step
    if isinstance(step, TorqueStep) and current.tightenings:
        failed = current.tightenings[-1]
        place = place_name(scene, step, failed.position)
        note = curve_note(scene, failed)
        what = phrase("card/nok", place=place, count=str(failed.attempt))
        peak = _value(scene, failed.reading, "torque", step.torque)
        angle = failed.reading.value("angle")
        turned = () if angle is None else (phrase("card/angle", value=f"{angle.value}°"),)
        facts: tuple[Words, ...] = (*peak, *turned, *((note,) if note else ()))
        title = phrase("card/failed", reason=reason_of(failed.reasons))
        chip = Chip(ShownState.NOK, what)
        return LeftSide(chip, title, torque_side(scene, current, step).plot, facts)
    if isinstance(step, MeasureStep) and current.measurements:
        measured = current.measurements[-1]
        bad = sum(not one.ok for one in current.measurements)
        name = scene.text(step.short or step.title)
        chip = Chip(ShownState.NOK, phrase("card/nok", place=name, count=str(bad)))
        title = phrase("card/failed", reason=reason_of(measured.reasons))
        quantity = measured.reading.values[0].name if measured.reading.values else ""
        return LeftSide(chip, title, None, _value(scene, measured.reading, quantity, step.limits))
    return None


def _value(scene: Scene, reading: Reading, name: str, limits: Limits) -> tuple[Words, ...]:
    found = reading.value(name)
    if found is None:
        return ()
    shown = f"{scene.value(found.value, limits)} {unit_word(limits.unit)}"
    return (phrase("card/value", value=shown, limits=scene.range(limits)),)


def _about_lot(context: dict[str, str]) -> tuple[Words, ...]:
    known = {kind: context[kind] for kind in ("lot", "tool") if kind in context}
    if len(known) > 1:
        return (phrase("card/lot_tool", lot=known["lot"], tool=known["tool"]),)
    return tuple(phrase(f"card/{kind}", name=name) for kind, name in known.items())


def _changed(context: dict[str, str]) -> tuple[Words, ...]:
    """What was replaced last here, and how long before."""
    kind = context.get("last_change", "").partition(":")[0]
    if kind not in _REPLACED:
        return ()
    minutes, to = context.get("last_change_min", "0"), context.get("last_change_to", "")
    return (phrase(f"card/changed_{kind}", name=Number(to)[:12], count=minutes),)


def _quiet(scene: Scene, advice: Advice | None) -> tuple[Words, ...]:
    if advice is None:
        return ()
    found: list[Words] = []
    if advice.lot is not None:
        _, lot, did, units = advice.lot
        found.append(phrase("card/of_lot", count=str(did), total=str(units), lot=lot))
    told = advice.earlier
    if told is not None:
        response = response_named(scene, told.response)
        found.append(phrase("card/earlier", response=response, outcome=outcome_words(told)))
    return tuple(found)
