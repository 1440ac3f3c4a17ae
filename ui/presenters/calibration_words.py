"""What is said of the calibrations of a station's gauges and tools, before a step needs them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.view_states import Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from ui.presenters.scene import Scene

_SOON = "calibration.soon"
_ICON = "calendar-bold"


def calibration_line(scene: Scene, device: str) -> Words:
    """Of one device: how long its calibration holds, or what is wrong; "" when all is well."""
    said = scene.state.health.calibrations.get(device)
    if said is None:
        return ""
    if said.code != _SOON:
        return Phrase(f"calibration/{said.code.removeprefix('calibration.')}")
    days = _days(scene, said)
    if not days:
        return phrase("calibration/ends_today")
    return phrase("calibration/ends", age=phrase("age/days", count=str(days)))


def calibration_chip(scene: Scene) -> Chip | None:
    """Of all devices the one that is worst off: calm while it only ends, amber once it is over."""
    every = sorted(
        scene.state.health.calibrations.items(), key=lambda item: item[1].facts.get("due", "")
    )
    over = [device for device, said in every if said.code != _SOON]
    if over:
        words = phrase("calibration/short_over", device=over[0])
        return Chip(ShownState.ATTENTION, words, _ICON)
    if not every:
        return None
    device, said = every[0]
    days = _days(scene, said)
    words = phrase("calibration/short_today", device=device)
    if days:
        age = phrase("age/days", count=str(days))
        words = phrase("calibration/short", device=device, age=age)
    return Chip(ShownState.TODO, words, _ICON)


def _days(scene: Scene, said: Refusal) -> int:
    """Whole days from today to the last one it is good for."""
    return max(0, (date.fromisoformat(said.facts["due"]) - scene.now.date()).days)
