"""All that waits for a decision at this station: the newest first; a tap opens its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.services.card import LookAtCard
from ui.presenters.card_face import card_of
from ui.presenters.open_situations import waiting
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.situation_words import in_a_row, situation_name, situation_told
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.ports.memory import SituationRecord
    from ui.presenters.pages import Pages
    from ui.presenters.scene import Desk, Parts, Scene

_ICON = "chat-text-bold"
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_STATION = Action("station", phrase("do_it/station"), "heartbeat-bold")


@dataclass(frozen=True, slots=True)
class SituationsPage(Page):
    """One row a situation; the bar leads on to the station, whose place in the header it took."""

    verbs: ClassVar[frozenset[str]] = frozenset({"situation", "up", "down"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        rows = [_row(scene, record) for record in waiting(scene)]
        pages = self._pages(scene)
        line = phrase("situations/line" if rows else "situations/none")
        body = rows_body(phrase("situations/title"), line, rows, pages)
        return "situations", body, ActionsView((_BACK, _STATION, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        record = desk.scene.state.card.of(argument)
        if verb != "situation":
            return replace(self, number=self._pages(desk.scene).after(verb))
        if record is None or record.decision is not None:
            return self
        desk.intents.do(LookAtCard(record.name))
        return card_of(record, desk.scene)

    def _pages(self, scene: Scene) -> Pages:
        return row_pages(scene, _count(scene), self.number)


def situations_button(scene: Scene) -> tuple[Action, ...]:
    """The way to the list, where anything waits."""
    count = _count(scene)
    if not count:
        return ()
    return (Action("situations", phrase("situations/count", count=str(count)), _ICON),)


def situations_chip(scene: Scene) -> Chip | None:
    """How many wait; quiet, because none of them stops the work."""
    count = _count(scene)
    if not count or scene.state.person is None:
        return None
    return Chip(ShownState.TODO, phrase("situations/count", count=str(count)), _ICON)


def _count(scene: Scene) -> int:
    return sum(1 for _ in waiting(scene))


def _row(scene: Scene, record: SituationRecord) -> Row:
    time = scene.moment(scene.at(record.at_us))
    unit: Words = phrase("card/unit", serial=record.unit) if record.unit else ""
    name, told = situation_name(record.about), situation_told(scene, record)
    words = in_a_row(name, told if told != name else "")
    return Row(f"situation:{record.name}", words, in_a_row(time, unit), chip=_chip(record))


def _chip(record: SituationRecord) -> Chip | None:
    if record.postponed_in is not None:
        return Chip(ShownState.ATTENTION, phrase("card/waiting"))
    if record.draft is not None:
        return Chip(ShownState.IN_PROGRESS, phrase("situations/begun"))
    return None
