"""Before the station is open: that it starts, and that a scan was not taken.

A scan is never kept for later: what it meant depends on a screen that nobody has seen yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        body = BandBody(
            tone=ShownState.TODO,
            icon="hourglass-bold",
            headline=phrase("starting/headline"),
            why=phrase("starting/why"),
        )
    return "starting", body, ActionsView()
