"""Messages: read between two units and signed for; what is written, who may writes here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.services.broadcasts import PutOffBroadcasts, ReadBroadcast
from ui.presenters.language_face import role_words
from ui.presenters.message_face import AudiencePage
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, Chip
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.broadcasts import Broadcast
    from ui.presenters.scene import Desk, Parts, Scene

_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_LATER = Action("message_later", phrase("do_it/not_now"), "clock-bold")
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
