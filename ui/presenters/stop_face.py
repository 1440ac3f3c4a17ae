"""Why the station stood still: asked once, between two units, the likeliest reasons first.

What was no short stop is followed by its card, and neither keeps the next unit waiting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.stops import OTHER, SHORT_US, UNKNOWN
from app.services.stops import NameStops, PutOffStops
from ui.presenters.card_face import stop_card
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.scene import Page
from ui.presenters.stop_reasons import NEXT_TILES, reason_name, reason_tiles, tiles_from
from ui.presenters.view_states import Action, ActionsView, TilesBody
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from app.services.line_state import StopQuestion
    from ui.presenters.scene import Desk, Parts, Scene

_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LATER = Action("stop_later", phrase("do_it/not_now"), "clock-bold")
_VERBS = frozenset({"stop_reason", "stop_later", "stop_group", "stop_more", "stop_back"})


@dataclass(frozen=True, slots=True)
class StopPage(Page):
    """Asked by the station, not opened by anybody; it never stands over a unit in work.

    ``group`` is the one whose reasons are shown, ``first`` the first tile of a page; ``named`` is
    the answer that is being recorded.
    """

    verbs: ClassVar[frozenset[str]] = _VERBS
    question: StopQuestion
    group: str = ""
    first: int = 0
    named: str = ""

    def draw(self, scene: Scene) -> Parts:
        title: Words = phrase("stop/title")
        if self.group:
            group = reason_name(scene, self.question.tree, self.group)
            title = phrase("stop/in_group", group=group)
        tiles = tiles_from(reason_tiles(scene, self.question, self.group), self.first)
        body = TilesBody(title, _when(scene, self.question), tiles)
        face = "stop" if not self.group and not self.first else f"stop.{self.group}{self.first}"
        return face, body, ActionsView((_LATER, _HELP))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        stops = tuple(stop.stop for stop in self.question.stops)
        match verb:
            case "stop_later":
                desk.intents.do(PutOffStops())
            case "stop_group":
                return replace(self, group=argument, first=0)
            case "stop_more":
                return replace(self, first=self.first + NEXT_TILES)
            case "stop_back":
                return replace(self, group="", first=0)
            case _ if argument == OTHER:
                return WordsPage(phrase("stop/words"), self._said, before=self, face="stop.words")
            case _:
                desk.intents.do(NameStops(stops, argument))
                return replace(self, named=argument)
        return self

    def seen(self, scene: Scene) -> Page | None:
        """Over once it is recorded, here or by a lead elsewhere."""
        if scene.state.line.ask == self.question:
            return self
        is_long = all(stop.length_us >= SHORT_US for stop in self.question.stops)
        has_card = is_long and self.named not in ("", UNKNOWN) and scene.state.refusal is None
        return stop_card(self.named, scene) if has_card else None

    def _said(self, words: str, desk: Desk) -> StopPage:
        stops = tuple(stop.stop for stop in self.question.stops)
        desk.intents.do(NameStops(stops, OTHER, words))
        return replace(self, named=OTHER)


def stop_page(scene: Scene) -> StopPage | None:
    """The question of this moment, if there is one."""
    ask = scene.state.line.ask
    return None if ask is None else StopPage(ask)


def _when(scene: Scene, question: StopQuestion) -> Words:
    stops = question.stops
    minutes = str(max(1, round(sum(stop.length_us for stop in stops) / 60_000_000)))
    if len(stops) > 1:
        return phrase("stop/several", count=str(len(stops)), minutes=minutes)
    return Phrase(
        "stop/one",
        {
            "from": scene.moment(scene.at(stops[0].began_us)),
            "to": scene.moment(scene.at(stops[0].ended_us or scene.now_us)),
            "minutes": minutes,
        },
    )
