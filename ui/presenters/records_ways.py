"""The buttons that lead to the records behind what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.records import names_a_record
from ui.presenters.phrases import phrase
from ui.presenters.view_states import Action

if TYPE_CHECKING:
    from ui.presenters.scene import Scene

_ICON = "magnifying-glass-bold"


def step_records(step: str) -> Action:
    """Where the values of a step come from."""
    return Action(f"records:step:{step}", phrase("do_it/records"), _ICON)


def unit_records(serial: str) -> Action:
    """All that was recorded of a unit."""
    return Action(f"records:unit:{serial}", phrase("do_it/unit_records"), _ICON)


def why_records(scene: Scene) -> tuple[Action, ...]:
    """What stands behind a block, where the block names a record or the unit is held."""
    shown, run = scene.state.refusal, scene.run
    if shown is not None:
        is_there = names_a_record(shown.refusal)
        return (_why("refusal:"),) if is_there else ()
    return (_why(f"unit:{run.serial}"),) if run is not None and run.held is not None else ()


def why_on_hold(hold: str) -> Action:
    """The hold itself: whose it is, why and since when."""
    return _why(f"on_hold:{hold}")


def _why(about: str) -> Action:
    return Action(f"records:{about}", phrase("do_it/why_blocked"), _ICON)
