"""Stops of late, for a lead: what each was put down to, another reason, or several in turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.flow_documents import StopPart
from app.domain.stops import OTHER, UNKNOWN
from app.services.line_state import StopQuestion
from app.services.stop_settling import SeeContradiction, SettleStop
from ui.presenters.andon_face import may_settle
from ui.presenters.language_face import role_words
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.stop_reasons import NEXT_TILES, reason_phrase, reason_tiles, tiles_from
from ui.presenters.view_states import (
    Action,
    ActionsView,
    BandBody,
    Block,
    Chip,
    TilesBody,
    TileView,
)
from ui.presenters.words_pad import NumberPage, WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.stops import Stop
    from app.services.line_state import ToldStop
    from ui.presenters.scene import Desk, Parts, Scene

_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_LIST = Action("to_stops", phrase("do_it/to_stops"), "arrow-u-up-left-bold")
_SPLIT = Action("stop_split", phrase("do_it/split"), "arrows-left-right-bold")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_MINUTE_US = 60_000_000
_VERBS = frozenset(
    {"stop_reason", "stop_group", "stop_more", "stop_back", "stop_split", "to_stops"}
)


@dataclass(frozen=True, slots=True)
class StopsPage(Page):
    """One row a stop, the newest first."""

    verbs: ClassVar[frozenset[str]] = frozenset({"stop", "up", "down"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        stops = scene.state.line.stops
        pages = row_pages(scene, len(stops), self.number)
        rows = [_row(scene, told) for told in stops]
        line = phrase("stops/line" if stops else "stops/none")
        body = rows_body(phrase("stops/title"), line, rows, pages)
        return "stops", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        stops = desk.scene.state.line.stops
        if verb == "stop":
            told = next((one for one in stops if one.stop.stop == argument), None)
            return self if told is None else CorrectPage(told)
        pages = row_pages(desk.scene, len(stops), self.number)
        return replace(self, number=pages.after(verb))


@dataclass(frozen=True, slots=True)
class CorrectPage(Page):
    """What a stop really was; ``told`` is as it was opened, so that a word in between is noticed.

    Split, it is asked for the time up to ``after_min``, and with ``before`` for the time after.
    """

    verbs: ClassVar[frozenset[str]] = _VERBS
    told: ToldStop
    after_min: int = 0
    before: StopPart | None = None
    group: str = ""
    first: int = 0

    def draw(self, scene: Scene) -> Parts:
        tiles = tiles_from(self._tiles(scene), self.first)
        body = TilesBody(self._title(), self._line(scene), tiles)
        can_split = not self.after_min and _whole_minutes(scene, self.told.stop) > 0
        left = (_LIST, _SPLIT) if can_split else (_LIST,)
        return self._face(), body, ActionsView(left)

    def _face(self) -> str:
        """Each question has a face of its own: a second tap on one is none on the next."""
        if not (self.after_min or self.group or self.first):
            return "stops.one"
        part = "" if not self.after_min else ".first" if self.before is None else ".second"
        return f"stops.one{part}.{self.group}{self.first}"

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        match verb:
            case "to_stops":
                return StopsPage()
            case "stop_group":
                return replace(self, group=argument, first=0)
            case "stop_more":
                return replace(self, first=self.first + NEXT_TILES)
            case "stop_back":
                return replace(self, group="", first=0)
            case "stop_split":
                return self._when_it_changed(desk.scene)
            case _ if argument == OTHER:
                return WordsPage(
                    self._title(),
                    lambda words, at: self._said(OTHER, words, at),
                    before=self,
                    face="stops.words",
                )
        return self._said(argument, None, desk)

    def _said(self, reason: str, words: str | None, desk: Desk) -> Page:
        """The first of two leads to the second; what is whole is recorded."""
        part = StopPart(reason=reason, words=words)
        if self.after_min and self.before is None:
            return replace(self, before=part, group="", first=0)
        later = StopPart(reason=reason, words=words, after_s=self.after_min * 60)
        parts = (part,) if self.before is None else (self.before, later)
        desk.intents.do(SettleStop(self.told.stop.stop, parts, self.told.version))
        return StopsPage()

    def _when_it_changed(self, scene: Scene) -> NumberPage:
        most = _whole_minutes(scene, self.told.stop)

        def is_within(value: Decimal) -> bool:
            return value == value.to_integral_value() and 1 <= value <= most

        return NumberPage(
            phrase("stops/after"),
            lambda typed, _desk: replace(self, after_min=int(typed), group="", first=0),
            _when(scene, self.told.stop),
            unit="min",
            limits=phrase("stops/from_one", most=str(most)),
            before=self,
            face="stops.after",
            has_point=False,
            accepts=is_within,
        )

    def _tiles(self, scene: Scene) -> tuple[TileView, ...]:
        """As the station asks them; a lead who does not know leaves it as it is."""
        line = scene.state.line
        reasons = (*(code for code in line.reasons if code != OTHER), OTHER)
        question = StopQuestion((self.told.stop,), reasons, 0, line.tree)
        tiles = reason_tiles(scene, question, self.group)
        return tuple(tile for tile in tiles if tile.name != f"stop_reason:{UNKNOWN}")

    def _title(self) -> Words:
        minutes = str(self.after_min)
        if not self.after_min:
            return phrase("stops/whole")
        key = "stops/first_part" if self.before is None else "stops/second_part"
        return phrase(key, minutes=minutes)

    def _line(self, scene: Scene) -> Words:
        when = _when(scene, self.told.stop)
        return phrase("stops/so_far", when=when, reason=_reasons(scene, self.told.parts))


@dataclass(frozen=True, slots=True)
class ContradictedPage(Page):
    """Told between two units: somebody was first while this station was away."""

    verbs: ClassVar[frozenset[str]] = frozenset({"read_both"})
    told: ToldStop

    def draw(self, scene: Scene) -> Parts:
        told, said = self.told, self.told.against
        parts = () if said is None else said.parts
        since = "" if told.settled_at is None else scene.moment(told.settled_at)
        yours = Block(
            phrase("stops/yours"), _when(scene, told.stop), "", ShownState.ATTENTION,
            (_reasons(scene, parts),),
        )  # fmt: skip
        body = BandBody(
            tone=ShownState.ATTENTION,
            icon="warning-bold",
            headline=phrase("stop.already_set/headline", who=role_words(told.by)),
            why=phrase("stops/against", since=since, reason=_reasons(scene, told.parts)),
            blocks=(yours,),
            todo_heading=phrase("band/todo"),
            todo=(phrase("do/read_both"),),
            note=phrase("stops/kept"),
        )
        does = f"read_both:{told.stop.stop}"
        read = Action("primary", phrase("do_it/message_read"), "check-bold", "primary", does)
        return f"stops.against.{told.stop.stop}", body, ActionsView((_HELP,), read)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        desk.intents.do(SeeContradiction(argument))
        return self

    def seen(self, scene: Scene) -> Page | None:
        return self if contradicted_page(scene) == self else None


def contradicted_page(scene: Scene) -> ContradictedPage | None:
    """For who corrects stops: the oldest that somebody else had set first."""
    if not may_settle(scene):
        return None
    waiting = [told for told in scene.state.line.stops if told.against is not None]
    return ContradictedPage(waiting[-1]) if waiting else None


def _row(scene: Scene, told: ToldStop) -> Row:
    return Row(
        f"stop:{told.stop.stop}",
        _when(scene, told.stop),
        _reasons(scene, told.parts),
        _chip(told),
        "",
        phrase("do_it/correct"),
    )


def _chip(told: ToldStop) -> Chip:
    if told.against is not None:
        return Chip(ShownState.ATTENTION, phrase("stops/second", who=role_words(told.by)))
    if told.is_on_its_way:
        return Chip(ShownState.IN_PROGRESS, phrase("stops/on_its_way"))
    if told.by:
        return Chip(ShownState.OK, phrase("stops/by", who=role_words(told.by)))
    if not told.parts or told.parts[-1].reason == UNKNOWN:
        return Chip(ShownState.ATTENTION, phrase("stop/unnamed"))
    return Chip(ShownState.OK, phrase("stops/named"))


def _when(scene: Scene, stop: Stop) -> Words:
    end_us = scene.now_us if stop.ended_us is None else stop.ended_us
    begin = scene.moment(scene.at(stop.began_us))
    minutes = str(max(1, round((end_us - stop.began_us) / _MINUTE_US)))
    if stop.ended_us is None:
        return Phrase("stops/lasts", {"from": begin, "minutes": minutes})
    end = scene.moment(scene.at(end_us))
    return Phrase("stops/row", {"from": begin, "to": end, "minutes": minutes})


def _whole_minutes(scene: Scene, stop: Stop) -> int:
    """The last whole minute that lies inside of it."""
    end_us = scene.now_us if stop.ended_us is None else stop.ended_us
    return max(0, (end_us - stop.began_us - 1) // _MINUTE_US)


def _reasons(scene: Scene, parts: tuple[StopPart, ...]) -> Words:
    """All of them, in their order; own words stand for themselves."""
    words: Words = phrase("stop/unnamed")
    for number, part in enumerate(parts):
        named = part.words or _full_name(scene, part.reason)
        words = phrase("stops/then", first=words, second=named) if number else named
    return words


def _full_name(scene: Scene, code: str) -> Words:
    """With its group: "Missing" alone says nothing in a list."""
    tree = scene.state.line.tree
    names = () if tree is None else tree.names(code)
    return ", ".join(scene.text(name) for name in names) or reason_phrase(code)
