"""What is wrong with a device or the machine, said inside the step it stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.calibration import is_barred
from app.domain.refusal import Refusal
from app.ports.devices import LinkState
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.rights import right_words
from ui.presenters.view_states import TroubleView

if TYPE_CHECKING:
    from app.domain.instructions import MeasureStep
    from ui.presenters.scene import Scene

_DANGEROUS = frozenset({"tool.lost_while_enabled", "tool.not_locked"})
_UNCOUNTED = frozenset(
    {"other_unit", "not_armed", "one_too_many", "nok_not_acknowledged", "not_calibrated"}
)


def tool_trouble(scene: Scene, name: str) -> TroubleView | None:
    """Losing the link of an armed tool is a danger: it may still run."""
    tool = scene.state.tool
    if tool is None or tool.tool != name:
        return calibration_trouble(scene, name)
    device = scene.device(name)
    is_away = device is not None and device.state is LinkState.DISCONNECTED
    if tool.is_armed and is_away:
        return trouble_of(Refusal("tool.lost_while_enabled", {"tool": name}))
    if tool.problem is None and is_away:
        return trouble_of(Refusal("device.offline", {"device": name}))
    return None if tool.problem is None else trouble_of(tool.problem)


def calibration_trouble(scene: Scene, device: str) -> TroubleView | None:
    """Why nothing of ``device`` is taken, typed or not: its calibration is over."""
    said = scene.state.calibration
    if said is None or not is_barred(said) or said.facts.get("device") != device:
        return None
    return trouble_of(said)


def calibration_note(scene: Scene, device: str) -> TroubleView | None:
    """Results of ``device`` count, and cannot be proven: its calibration is over by a few days."""
    said = scene.state.calibration
    if said is None or said.code != "calibration.grace" or said.facts.get("device") != device:
        return None
    return trouble_of(said)


def gauge_trouble(scene: Scene, step: MeasureStep) -> TroubleView | None:
    """Without its gauge a value that may not be typed cannot come: say so."""
    calibration = calibration_trouble(scene, step.gauge)
    if step.may_be_typed or calibration is not None:
        return calibration
    device = scene.device(step.gauge)
    if device is None:
        return trouble_of(Refusal("gauge.not_configured", {"device": step.gauge}))
    if device.state is LinkState.DISCONNECTED:
        return trouble_of(Refusal("gauge.away", {"device": step.gauge}))
    return None


def uncounted_trouble(scene: Scene, device: str) -> TroubleView | None:
    """A result of ``device`` that was kept and did not count: silence would be a riddle."""
    refusal = scene.state.uncounted
    if refusal is None or refusal.facts.get("device") != device:
        return None
    reason = refusal.code.partition(".")[2]
    key = f"uncounted.{reason if reason in _UNCOUNTED else 'other'}/why"
    return TroubleView(phrase("uncounted/headline", device=device), Phrase(key))


def machine_trouble(scene: Scene) -> TroubleView | None:
    """Why the machine did not do what the step asks."""
    machine = scene.state.machine
    if machine is None or machine.problem is None:
        return None
    return trouble_of(machine.problem)


def camera_trouble(scene: Scene, name: str) -> TroubleView | None:
    """Why there is no picture, or will be none."""
    shown = scene.state.photo
    if shown is not None and shown.problem is not None:
        return trouble_of(shown.problem)
    device = scene.device(name)
    is_away = device is not None and device.state is LinkState.DISCONNECTED
    return trouble_of(Refusal("camera.unplugged", {"device": name})) if is_away else None


def trouble_of(refusal: Refusal) -> TroubleView:
    """A refusal as two sentences."""
    facts = refusal_facts(refusal)
    return TroubleView(
        headline=Phrase(f"{refusal.code}/headline", facts),
        line=Phrase(f"{refusal.code}/why", facts),
        is_danger=refusal.code in _DANGEROUS,
    )


def refusal_facts(refusal: Refusal) -> dict[str, Words]:
    """The facts, with ``says``: the device's own words, else its code."""
    facts: dict[str, Words] = {k: v for k, v in refusal.facts.items() if v}
    if "right" in refusal.facts:
        facts["right"] = right_words(refusal.facts["right"])
    said = refusal.facts.get("words") or refusal.facts.get("code") or "no"
    return {**facts, "says": said}
