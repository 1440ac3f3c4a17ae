"""For whom a message is: everybody, or chosen stations, skills, orders, products or parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.broadcasts import AUDIENCES, EVERYBODY, MOST_NAMES
from app.services.broadcasts import LookUpAudiences, SendBroadcast
from ui.presenters.andon_face import AndonBody
from ui.presenters.phrases import phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, Chip, TileView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.broadcasts import Audience
    from app.services.line_state import AudienceName
    from ui.presenters.scene import Desk, Parts, Scene

_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_BEFORE = "before"
_WHO_AGAIN = Action(f"write_to:{_BEFORE}", phrase("do_it/back"), "arrow-u-up-left-bold")
_TO_WHOM = Action("to_whom", phrase("do_it/back"), "arrow-u-up-left-bold")
_ICON = "paper-plane-tilt-bold"
_WORK = "work"
#: Who, and on the next page what they work on.
_WHO = (
    ("everybody", "users-bold"),
    ("station", "map-pin-bold"),
    ("skill", "certificate-bold"),
    (_WORK, "list-checks-bold"),
)
_WHAT = (("order", "list-checks-bold"), ("product", "cube-bold"), ("part", "package-bold"))


@dataclass(frozen=True, slots=True)
class AudiencePage(Page):
    """For whom ``words`` are.  ``is_urgent``: before the next unit.

    ``is_about_work``: whom they are for depends on what is worked on.
    """

    verbs: ClassVar[frozenset[str]] = frozenset({"write_to", "write_urgent"})
    words: str
    is_urgent: bool = False
    is_about_work: bool = False

    def draw(self, scene: Scene) -> Parts:  # noqa: ARG002 - the question is always the same
        tiles = tuple(
            TileView(f"write_to:{audience}", phrase(f"message/for_{audience}"), icon)
            for audience, icon in (_WHAT if self.is_about_work else _WHO)
        )
        choices = (
            ("write_urgent:no", phrase("message/may_wait"), not self.is_urgent),
            ("write_urgent:yes", phrase("message/first"), self.is_urgent),
        )
        body = AndonBody(phrase("message/to_whom"), self.words, tiles, choices=choices)
        if self.is_about_work:
            return "message.to.work", body, ActionsView((_WHO_AGAIN,))
        return "message.to", body, ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "write_urgent":
            return replace(self, is_urgent=argument == "yes")
        if argument in (_WORK, _BEFORE):
            return replace(self, is_about_work=argument == _WORK)
        audience = next((one for one in AUDIENCES if one == argument), EVERYBODY)
        if audience == EVERYBODY:
            return sent_to(desk, self.words, EVERYBODY, (), is_urgent=self.is_urgent)
        desk.intents.do(LookUpAudiences(desk.scene.language))
        return NamesPage(self, audience)


@dataclass(frozen=True, slots=True)
class NamesPage(Page):
    """Which of an audience are meant; one tap chooses, another one takes it back."""

    verbs: ClassVar[frozenset[str]] = frozenset({"name", "to_whom", "send", "up", "down"})
    before: AudiencePage
    audience: Audience
    chosen: tuple[str, ...] = ()
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        names = self._names(scene)
        pages = row_pages(scene, len(names or ()), self.number)
        line = phrase("message/choose")
        if not names:
            line = phrase("message/looking" if names is None else "message/no_names")
        rows = [self._row(one) for one in names or ()]
        body = rows_body(phrase(f"message/for_{self.audience}"), line, rows, pages)
        words = phrase("wait/names")
        if self.chosen:
            words = phrase("do_it/send_to", count=str(len(self.chosen)))
        kind = "primary" if self.chosen else "waiting"
        send = Action("primary", words, _ICON, kind, "send")
        left = (_TO_WHOM, *pages.actions())
        return f"message.names.{self.audience}", body, ActionsView(left, send)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        match verb:
            case "to_whom":
                return self.before
            case "send":
                words, is_urgent = self.before.words, self.before.is_urgent
                return sent_to(desk, words, self.audience, self.chosen, is_urgent=is_urgent)
            case "name" if argument in self.chosen:
                return replace(self, chosen=tuple(n for n in self.chosen if n != argument))
            case "name":
                return replace(self, chosen=(*self.chosen, argument)[:MOST_NAMES])
        pages = row_pages(desk.scene, len(self._names(desk.scene) or ()), self.number)
        return replace(self, number=pages.after(verb))

    def _names(self, scene: Scene) -> tuple[AudienceName, ...] | None:
        """None while they are looked up."""
        found = scene.state.line.audiences
        return None if found is None else found.of(self.audience)

    def _row(self, one: AudienceName) -> Row:
        is_chosen = one.name in self.chosen
        chip = Chip(ShownState.OK, phrase("message/chosen")) if is_chosen else None
        button = phrase("do_it/take_back" if is_chosen else "do_it/choose")
        return Row(f"name:{one.name}", one.name, one.below, chip, "", button)


@dataclass(frozen=True, slots=True)
class SentPage(Page):
    """What became of ``words``; ``before`` is the message that was sent before them."""

    words: str
    before: str

    def draw(self, scene: Scene) -> Parts:
        is_kept = scene.state.line.sent != self.before
        body = BandBody(
            tone=ShownState.OK if is_kept else ShownState.IN_PROGRESS,
            icon=_ICON,
            headline=self.words,
            why=phrase("message/sent" if is_kept else "message/recording"),
            note=phrase("message/sent_line") if is_kept else "",
        )
        back = Action("primary", phrase("do_it/back"), _BACK.icon, "primary", "back")
        return "message.sent", body, ActionsView((), back)


def sent_to(
    desk: Desk, words: str, audience: Audience, names: tuple[str, ...], *, is_urgent: bool
) -> SentPage:
    """Send it, and show what becomes of it."""
    before = desk.scene.state.line.sent
    desk.intents.do(SendBroadcast(words, desk.scene.language, audience, names, is_urgent))
    return SentPage(words, before)
