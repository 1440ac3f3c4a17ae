"""Messages: read between two units and signed for; written in three taps by who may."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.broadcasts import AUDIENCES, EVERYBODY
from app.services.broadcasts import PutOffBroadcasts, ReadBroadcast, SendBroadcast
from ui.presenters.andon_face import AndonBody
from ui.presenters.language_face import role_words
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, Chip, TileView
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.broadcasts import Broadcast
    from app.domain.plant import Order
    from ui.presenters.scene import Desk, Parts, Scene

_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LATER = Action("message_later", phrase("do_it/not_now"), "clock-bold")
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_ICON = "paper-plane-tilt-bold"


@dataclass(frozen=True, slots=True)
class MessagePage(Page):
    """Asked by the station between two units; only what is not urgent can wait."""

    verbs: ClassVar[frozenset[str]] = frozenset({"message_read", "message_later"})
    message: Broadcast

    def draw(self, scene: Scene) -> Parts:
        message = self.message
        read = Action(
            "primary",
            phrase("do_it/message_read"),
            "check-bold",
            "primary",
            f"message_read:{message.broadcast}",
        )
        left = (_HELP,) if message.is_urgent else (_LATER, _HELP)
        # Each has a face of its own: a second tap on one is none on the next.
        return f"message.{message.broadcast}", _body(scene, message), ActionsView(left, read)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "message_later":
            desk.intents.do(PutOffBroadcasts())
        else:
            desk.intents.do(ReadBroadcast(argument))
        return self

    def seen(self, scene: Scene) -> Page | None:
        return self if message_page(scene) == self else None


@dataclass(frozen=True, slots=True)
class AudiencePage(Page):
    """For whom ``words`` are: the tap sends them.  ``is_urgent``: before the next unit."""

    verbs: ClassVar[frozenset[str]] = frozenset({"write_to", "write_urgent"})
    words: str
    is_urgent: bool = False

    def draw(self, scene: Scene) -> Parts:
        order = _order(scene)
        everybody = TileView("write_to:everybody", phrase("message/everybody"), "users-bold")
        tiles = [everybody]
        if order is not None:
            about = phrase("message/order", order=order.order)
            tiles.append(TileView("write_to:order", about, "list-checks-bold"))
            about = phrase("message/product", product=order.product)
            tiles.append(TileView("write_to:product", about, "cube-bold"))
        choices = (
            ("write_urgent:no", phrase("message/may_wait"), not self.is_urgent),
            ("write_urgent:yes", phrase("message/first"), self.is_urgent),
        )
        body = AndonBody(phrase("message/to_whom"), self.words, tuple(tiles), choices=choices)
        return "message.to", body, ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "write_urgent":
            return replace(self, is_urgent=argument == "yes")
        order = _order(desk.scene)
        audience = next((one for one in AUDIENCES if one == argument), EVERYBODY)
        names: tuple[str, ...] = ()
        if audience != EVERYBODY and order is not None:
            names = (order.order if audience == "order" else order.product,)
        language = desk.scene.language
        desk.intents.do(SendBroadcast(self.words, language, audience, names, self.is_urgent))
        return SentPage(self.words, desk.scene.state.line.sent)


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


def write_page(_argument: str, _scene: Scene) -> WordsPage:
    """What to tell the line."""
    return WordsPage(
        phrase("message/write"),
        lambda words, _desk: AudiencePage(words),
        phrase("message/write_line"),
        face="message.words",
    )


def message_page(scene: Scene) -> MessagePage | None:
    """The message of this moment, if there is one."""
    line = scene.state.line
    waiting = [one for one in line.messages if one.is_urgent or not line.is_later]
    return MessagePage(waiting[0]) if waiting else None


def messages_chip(scene: Scene) -> Chip | None:
    """While messages wait for the end of the unit, or were put off."""
    messages = scene.state.line.messages
    if not messages or scene.state.person is None:
        return None
    state = ShownState.ATTENTION if messages[0].is_urgent else ShownState.TODO
    return Chip(state, phrase("header/messages", count=str(len(messages))), _ICON)


def _order(scene: Scene) -> Order | None:
    state = scene.state
    chosen = (row.order for row in state.orders if row.order.order == state.chosen_order)
    return state.order or next(chosen, None)


def _body(scene: Scene, message: Broadcast) -> BandBody:
    until = scene.moment(scene.local_time(message.until))
    from_: Words = phrase("message/from", role=role_words(message.role))
    if message.place:
        from_ = phrase(
            "message/from_station", role=role_words(message.role), station=message.place
        )
    return BandBody(
        tone=ShownState.ATTENTION if message.is_urgent else ShownState.IN_PROGRESS,
        icon="warning-bold" if message.is_urgent else _ICON,
        headline=scene.text(message.text),
        why=from_,
        todo_heading=phrase("band/todo"),
        todo=(phrase("message/do_urgent" if message.is_urgent else "message/do_read"),),
        note=phrase("message/until", time=until),
    )
