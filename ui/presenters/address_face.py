"""Another address for a device: typed, tried, and only then saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.services.settings import TRIAL, TryAddress, without_password
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.rows import Row, RowsBody
from ui.presenters.scene import Page
from ui.presenters.text_pad import TextPadView
from ui.presenters.typed import typed_words
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.presenters.words_pad import WordsBody
from ui.presenters.work_face import running_row
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.work_state import Ending, Work
    from ui.presenters.scene import Desk, Parts, Scene

_MOST_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class AddressPage(Page):
    """The address as it is typed; "Test" is the only way on."""

    verbs: ClassVar[frozenset[str]] = frozenset({"key", "try", "unpicked"})
    stays: ClassVar[bool] = True
    device: str
    typed: str
    then: Callable[[str], Page]
    back: Page
    is_upper: bool = False

    def draw(self, scene: Scene) -> Parts:
        del scene
        pad = TextPadView(self.typed, phrase("address/hint"), self.is_upper, "address")
        title = phrase("address/title", device=self.device)
        kind = "primary" if "://" in self.typed or ":?" in self.typed else "waiting"
        go = Action("primary", phrase("do_it/test"), "play-bold", kind, "try")
        cancel = Action("unpicked", phrase("do_it/cancel"), "x-bold")
        body = WordsBody(title, "", text=pad)
        return "settings.address", body, ActionsView((cancel,), go)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        match verb:
            case "unpicked":
                return self.back
            case "try":
                desk.intents.do(TryAddress(self.device, self.typed))
                return TrialPage(self, desk.scene.now_us)
            case _ if argument == "shift":
                return replace(self, is_upper=not self.is_upper)
            case _ if argument == "space":
                return self
            case _:
                typed = typed_words(self.typed, argument, most=_MOST_CHARACTERS)
                return replace(self, typed=typed)


@dataclass(frozen=True, slots=True)
class TrialPage(Page):
    """Whether the device answers there, in words; only an answer can be saved."""

    verbs: ClassVar[frozenset[str]] = frozenset({"try", "edit", "save"})
    stays: ClassVar[bool] = True
    address: AddressPage
    began_us: int

    def draw(self, scene: Scene) -> Parts:
        trial = self._trial(scene)
        ending = None if trial is None else trial.ending
        edit = Action("edit", phrase("do_it/edit"), "pencil-simple-bold")
        face = "settings.trial"
        if ending is None:
            wait = Action("primary", phrase("wait/device"), None, "waiting")
            rows: tuple[Row, ...] = () if trial is None else (running_row(scene, trial),)
            return face, self._body(phrase("trial/running"), rows), ActionsView((edit,), wait)
        rows = (_verdict(ending), *(Row("", line) for line in ending.lines[: scene.room.rows - 1]))
        body = self._body(Phrase(f"{ending.code}/line", dict(ending.facts)), rows)
        if ending.is_ok:
            save = Action("primary", phrase("do_it/save"), "check-bold", "primary", "save")
            return face, body, ActionsView((edit,), save)
        again = Action("primary", phrase("do_it/try_again"), "play-bold", "primary", "try")
        return face, body, ActionsView((edit,), again)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        if verb == "edit":
            return self.address
        if verb == "save":
            return self.address.then(self.address.typed)
        return self.address.tapped("try", "", desk)

    def _trial(self, scene: Scene) -> Work | None:
        works = scene.state.works
        return next((w for w in works if w.name == TRIAL and w.since_us >= self.began_us), None)

    def _body(self, line: Words, rows: tuple[Row, ...]) -> RowsBody:
        title = without_password(self.address.typed)
        return RowsBody(phrase("trial/title", device=self.address.device), line, rows, title)


def _verdict(ending: Ending) -> Row:
    state = ShownState.OK if ending.is_ok else ShownState.NOK
    word = phrase("trial/answers" if ending.is_ok else "trial/answers_not")
    return Row("", phrase("trial/verdict"), chip=Chip(state, word))
