"""What the curve of a tightening looks like, in one sentence beside the controller's verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.curve_events import CURVE_ALARM
from app.domain.instructions import TorqueStep
from ui.presenters.numbers import unit_word
from ui.presenters.phrases import Number, Phrase, Words, phrase
from ui.presenters.scene import place_name
from ui.presenters.view_states import Chip, TroubleView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.curve_events import CurveRead, LeftWindow
    from app.domain.events import TighteningRecorded
    from app.domain.readings import Reading
    from ui.presenters.scene import Scene

_UNITS = {"nm": f" {unit_word('N.m')}", "deg": "°", "j": " J"}
#: What is smaller shows one digit more.
_SMALL = 1.0


def curve_alarm(scene: Scene, result: TighteningRecorded) -> CurveRead | None:
    """The reading of this very result's curve, when it is an alarm."""
    read = scene.state.curve_reading
    if read is None or not _is_of(read, result.reading):
        return None
    return read if read.verdict == CURVE_ALARM else None


def curve_note(scene: Scene, result: TighteningRecorded) -> Words:
    """The sentence; "" when the curve says nothing."""
    read = curve_alarm(scene, result)
    if read is None:
        return ""
    looks = Phrase(f"curve/looks_{read.signature or 'unusual'}")
    if not read.left:
        return looks
    return phrase("curve/because", looks=looks, left=_left(scene, read.left[0]))


def curve_trouble(scene: Scene, result: TighteningRecorded | None) -> TroubleView | None:
    """Calmly beside an OK; a NOK says it on its own face."""
    if result is None or not result.ok or curve_alarm(scene, result) is None:
        return None
    said = curve_note(scene, result)
    return TroubleView(phrase("curve/trouble"), phrase("curve/trouble_line", said=said))


def curve_chip(scene: Scene) -> Chip | None:
    """In the bar, once the work went on from the step whose panel says it."""
    read, run = scene.state.curve_reading, scene.run
    if read is None or run is None or read.verdict != CURVE_ALARM or not read.is_ok:
        return None
    at = next((one for one in run.steps if one.step.id == read.step), None)
    is_here = at is not None and any(_is_of(read, t.reading) for t in at.tightenings)
    if at is None or not is_here or not isinstance(at.step, TorqueStep):
        return None
    if run.current is at and _is_of(read, at.tightenings[-1].reading):
        return None
    place = place_name(scene, at.step, read.position)
    return Chip(ShownState.ATTENTION, phrase("curve/chip", place=place), "chart-line-bold")


def _is_of(read: CurveRead, reading: Reading) -> bool:
    mine = (reading.source, reading.epoch, reading.result_id)
    return (read.source, read.epoch, read.result_id) == mine


def _left(scene: Scene, left: LeftWindow) -> Words:
    window = left.window
    name, _, step = window.name.partition(":")
    what = phrase("curve/peak_of_step", step=step) if step else Phrase(f"curve/{name}")
    if left.value is None:
        return phrase("curve/missing", what=what)
    kind = name.rpartition("_")[2]
    digits = 0 if kind == "deg" else 1 + (window.most < _SMALL)
    value, least, most = (
        scene.number(f"{x:.{digits}f}") for x in (left.value, window.least, window.most)
    )
    return phrase(
        "curve/left",
        what=what,
        value=Number(value + _UNITS.get(kind, "")),
        least=Number(least),
        most=Number(most),
    )
