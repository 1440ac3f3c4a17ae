"""Why the station stood still: asked once, between two units, the likeliest reasons first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.stops import OTHER, UNKNOWN
from app.services.stops import NameStops, PutOffStops
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from app.domain.flow_documents import StopReasons
    from app.services.line_state import StopQuestion
    from ui.presenters.scene import Desk, Parts, Scene

_ICONS = {
    "material": "package-bold",
    "tool": "wrench-bold",
    "machine": "gear-bold",
    "quality": "magnifying-glass-bold",
    "waiting": "hourglass-bold",
    "setup": "sliders-bold",
    OTHER: "chat-text-bold",
    UNKNOWN: "question-bold",
}
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LATER = Action("stop_later", phrase("do_it/not_now"), "clock-bold")


#: As many tiles as a page has room for.
_MOST_TILES = 8
#: What *More reasons* turns by: it takes the place of one.
NEXT_TILES = _MOST_TILES - 1
_MORE = TileView("stop_more", phrase("stop/more"), "caret-right-bold")
_BACK = TileView("stop_back", phrase("stop/back"), "caret-left-bold")
_GROUP_ICON = "stack-bold"
_VERBS = frozenset({"stop_reason", "stop_later", "stop_group", "stop_more", "stop_back"})


@dataclass(frozen=True, slots=True)
class StopPage(Page):
    """Asked by the station, not opened by anybody; it never stands over a unit in work.

    ``group`` is the one whose reasons are shown, ``first`` the first tile of a page.
    """

    verbs: ClassVar[frozenset[str]] = _VERBS
    question: StopQuestion
    group: str = ""
    first: int = 0

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
                return WordsPage(
                    phrase("stop/words"),
                    lambda words, at: _said(stops, words, at),
                    before=self,
                    face="stop.words",
                )
            case _:
                desk.intents.do(NameStops(stops, argument))
        return self

    def seen(self, scene: Scene) -> Page | None:
        return self if scene.state.line.ask == self.question else None


def reason_tiles(scene: Scene, question: StopQuestion, group: str) -> tuple[TileView, ...]:
    """The likeliest reasons at once, the others by groups; without a tree all of them."""
    tree = question.tree
    last = tuple(_tile(reason_name(scene, tree, code), code) for code in (OTHER, UNKNOWN))
    if tree is None:
        reasons = (*question.reasons, UNKNOWN)
        return tuple(_tile(reason_name(scene, tree, code), code) for code in reasons)
    if group:
        found = next((one for one in tree.groups if one.code == group), None)
        codes = () if found is None else found.codes
        return (*(_tile(reason_name(scene, tree, code), code) for code in codes), _BACK)
    likely = question.reasons[: question.likely]
    return (
        *(_tile(reason_name(scene, tree, code), code) for code in likely),
        *(
            TileView(f"stop_group:{one.code}", scene.text(one.name), _GROUP_ICON)
            if one.reasons
            else _tile(scene.text(one.name), one.code)
            for one in tree.groups
            if one.code not in likely
        ),
        *last,
    )


def reason_name(scene: Scene, tree: StopReasons | None, code: str) -> Words:
    """A reason's own name, without that of its group."""
    names = () if tree is None else tree.names(code)
    return scene.text(names[-1]) if names else reason_phrase(code)


def reason_phrase(code: str) -> Words:
    """A reason the station asks by itself in words; one of the plant's as its code."""
    if not code:
        return phrase("stop/unnamed")
    return phrase(f"stop/{code}") if code in _ICONS else code.replace("/", ", ").replace("_", " ")


def _tile(words: Words, code: str) -> TileView:
    icon = _ICONS.get(code) or _ICONS.get(code.partition("/")[0], _GROUP_ICON)
    return TileView(f"stop_reason:{code}", words, icon)


def tiles_from(tiles: tuple[TileView, ...], first: int) -> tuple[TileView, ...]:
    """What fits from ``first`` on; the last tile leads to the others, round and round."""
    if len(tiles) <= _MOST_TILES:
        return tiles
    here = tiles[first : first + NEXT_TILES]
    is_last = first + NEXT_TILES >= len(tiles)
    return (*here, _BACK if is_last else _MORE)


def stop_page(scene: Scene) -> StopPage | None:
    """The question of this moment, if there is one."""
    ask = scene.state.line.ask
    return None if ask is None else StopPage(ask)


def _said(stops: tuple[str, ...], words: str, desk: Desk) -> None:
    desk.intents.do(NameStops(stops, OTHER, words))


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
