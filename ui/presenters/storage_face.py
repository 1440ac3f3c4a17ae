"""The station's disk or record fails: nothing may be confirmed, and each fault has its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.phrases import Phrase, phrase
from ui.presenters.view_states import Action, ActionsView, BandBody, Block
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.refusal import Refusal

#: What to do about each fault, between "do not go on" and "try again".
_TODO = {
    "storage.full": "do/free_space",
    "storage.read_only": "do/make_writable",
    "storage.io": "do/check_disk",
    "storage.damaged": "do/set_aside",
    "storage.locked_by_other": "do/close_other",
    "storage.not_ours": "do/check_station_name",
    "storage.too_new": "do/update_station",
}
_ICONS = {
    "storage.locked_by_other": "lock-key-bold",
    "storage.not_ours": "database-bold",
    "storage.too_new": "database-bold",
    "storage.damaged": "database-bold",
}


def storage_body(problem: Refusal, *, has_unit: bool) -> BandBody:
    """What happened, what the machine says of it, and what to do."""
    first = "do/stop_work" if has_unit else "do/no_work"
    code = problem.code if problem.code in _TODO else "storage.io"
    said = problem.facts.get("problem", problem.code)
    return BandBody(
        tone=ShownState.NOK,
        icon=_ICONS.get(code, "hard-drives-bold"),
        headline=Phrase(f"{code}/headline"),
        why=Phrase(f"{code}/why"),
        blocks=(Block(phrase("storage/says"), "", "", ShownState.NOK, (said,)),),
        todo_heading=phrase("band/todo"),
        todo=(Phrase(first), phrase(_TODO[code]), phrase("do/try_again")),
    )


def storage_actions() -> ActionsView:
    """Only trying again: everything else would have to be recorded."""
    words, icon = phrase("do_it/try_again"), "arrows-clockwise-bold"
    return ActionsView((), Action("primary", words, icon, "primary", "retry"))
