"""Which situations wait for a decision, and which of them the screen is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.phrases import phrase
from ui.presenters.view_states import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.events import MeasurementRecorded, TighteningRecorded
    from app.domain.unit_run import StepRun
    from app.ports.memory import SituationRecord
    from app.services.station_state import ShownRefusal
    from ui.presenters.scene import Scene

_ICON = "chat-text-bold"
#: What a refused scan opens.
_OF_SCANS = frozenset({"scan", "conflict"})
_HELD_FOR = {"characteristic_alarm": "drift"}
#: What is said beside a good result, and stays good.
_BESIDE_GOOD = ("curve", "drift")


def waiting(scene: Scene) -> Iterator[SituationRecord]:
    """Those that nobody has decided about, the newest first."""
    return (one for one in reversed(scene.state.card.situations) if one.decision is None)


def here(scene: Scene) -> str:
    """The unit on the screen; "" is none."""
    return "" if scene.run is None else scene.run.serial


def open_situation(
    scene: Scene, about: str, serial: str, step: str | None = None, *, key: str = ""
) -> SituationRecord | None:
    """The newest of this kind and unit, and of the step or the key where one is named."""
    found = (
        one
        for one in waiting(scene)
        if one.about == about
        and (one.unit or "") == serial
        and (step is None or one.opened.step == step)
        and key in ("", one.opened.key)
    )
    return next(found, None)


def of_nok(scene: Scene) -> SituationRecord | None:
    """That of the failed result of the open step."""
    current = scene.step_run
    if current is None or scene.run is None:
        return None
    newest = newest_result(current)
    if newest is None or newest.ok:
        return None
    return open_situation(scene, "nok", scene.run.serial, current.step.id)


def is_open_nok(scene: Scene, record: SituationRecord | None) -> bool:
    """Whether ``record`` is of the failed result that somebody has still to look at."""
    current, newest = scene.step_run, of_nok(scene)
    is_open = current is not None and current.is_nok_open
    return is_open and record is not None and newest is not None and newest.name == record.name


def newest_result(current: StepRun) -> TighteningRecorded | MeasurementRecorded | None:
    """The last result of the step."""
    if current.tightenings:
        return current.tightenings[-1]
    return current.measurements[-1] if current.measurements else None


def of_refusal(scene: Scene, shown: ShownRefusal) -> SituationRecord | None:
    """That of the scan which is refused on the screen."""
    code = shown.refusal.code
    found = (
        one
        for one in waiting(scene)
        if one.about in _OF_SCANS
        and (one.unit or "") == here(scene)
        and one.opened.key.endswith(f":{code}")
    )
    return next(found, None)


def of_hold(scene: Scene) -> SituationRecord | None:
    """That for which the unit on the screen is held."""
    held = "" if scene.run is None else scene.run.held or ""
    about = "defect" if held.startswith("defect_") else _HELD_FOR.get(held)
    return None if about is None else of_unit(scene, here(scene), about)


def of_good_result(scene: Scene, step: str) -> SituationRecord | None:
    """That of a curve or of values that drift, at a step of the unit on the screen."""
    found = (open_situation(scene, about, here(scene), step) for about in _BESIDE_GOOD)
    return next((one for one in found if one is not None), None)


def of_unit(scene: Scene, serial: str, *about: str) -> SituationRecord | None:
    """The newest of a unit, of one of these kinds if any are named."""
    found = (
        one for one in waiting(scene) if one.unit == serial and (not about or one.about in about)
    )
    return next(found, None)


def say_why(record: SituationRecord | None) -> tuple[Action, ...]:
    """The button that opens the card of ``record``."""
    if record is None:
        return ()
    return (Action(f"why:{record.name}", phrase("do_it/say_why"), _ICON),)
