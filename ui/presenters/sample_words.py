"""Why a step that is due on some units only is due on this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.phrases import Phrase, Words

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Scene


def sample_note(scene: Scene, current: StepRun) -> Words:
    """Nothing for a step that every unit gets."""
    run = scene.run
    if run is None:
        return ""
    due = (s for s in reversed(run.samples) if s.step == current.step.id and s.is_due)
    sample = next(due, None)
    return "" if sample is None else Phrase(f"sample/{sample.reason}")
