"""Before the station is open: that it starts, how far it is, and that a scan was not taken.

A scan is never kept for later: what it meant depends on a screen that nobody has seen yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.work_state import UPGRADE
from ui.presenters.long_work import done_of
from ui.presenters.phrases import phrase
from ui.presenters.view_states import ActionsView, BandBody
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from ui.presenters.scene import Parts, Scene


def starting_face(scene: Scene) -> Parts:
    """Nothing can be tapped; it passes by itself."""
    if scene.local.scanned_early:
        body = BandBody(
            tone=ShownState.ATTENTION,
            icon="barcode-bold",
            headline=phrase("starting/early"),
            why=phrase("starting/early_why"),
            todo_heading=phrase("band/todo"),
            todo=(phrase("starting/wait"), phrase("starting/again")),
        )
    else:
        work = next((one for one in scene.state.works if one.name == UPGRADE), None)
        why = phrase("starting/why")
        if work is not None:
            why = phrase("starting/upgrade", percent=str(100 * work.done // max(1, work.total)))
        body = BandBody(
            tone=ShownState.TODO,
            icon="hourglass-bold",
            headline=phrase("starting/headline"),
            why=why,
            share=None if work is None else done_of(work),
        )
    return "starting", body, ActionsView()
