"""What other stations did to the unit: in the rail, in a note, and the word that it is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.sync import SyncState
from app.services.taking_up import OPEN_ELSEWHERE
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Action

if TYPE_CHECKING:
    from app.services.elsewhere_state import Elsewhere
    from app.services.station_state import ShownRefusal
    from ui.presenters.scene import Scene

#: The first steps, while little would be done twice; then the work here is what counts.
_EARLY = (0, 1)


def station_of_step(scene: Scene, step: str) -> str:
    """The other station that did ``step``, "" for none."""
    known = _known(scene)
    return "" if known is None else known.done_at.get(step, "")


def elsewhere_note(scene: Scene) -> Words:
    """From when the knowledge is, where the server could not be asked; else nothing."""
    known = _known(scene)
    is_alone = scene.state.sync.state is SyncState.NOT_ENROLLED
    if known is None or known.is_fresh or is_alone:
        return ""
    if known.told_us is not None:
        told = scene.at(known.told_us)
        return phrase("elsewhere/from", time=scene.moment(told))
    return phrase("elsewhere/unknown") if scene.index in _EARLY else ""


def is_here_action(shown: ShownRefusal) -> tuple[Action, ...]:
    """A person may say that the unit is here, whatever the other station shows."""
    if shown.refusal.code != OPEN_ELSEWHERE:
        return ()
    return (Action("is_here", phrase("do_it/is_here"), "swap-bold"),)


def _known(scene: Scene) -> Elsewhere | None:
    known, run = scene.state.elsewhere, scene.run
    return known if known is not None and run is not None and known.serial == run.serial else None
