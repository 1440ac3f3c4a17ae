"""What the card opens: the plant's list of responses, and the cases behind the numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from app.domain.whys import UNKNOWN
from memory.records import Outcome
from ui.presenters.card_words import response_named
from ui.presenters.pages import Pages
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Desk, Page
from ui.presenters.view_states import Action, ActionsView, Chip, TilesBody, TileView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.card_state import LikeCase
    from ui.presenters.scene import Parts, Scene

Then: TypeAlias = Callable[[str, Desk], Page]

#: What the page of tiles holds.
_TILES = 8
_ICONS = {
    "contain": "shield-check-bold",
    "correct": "wrench-bold",
    "prevent": "magnifying-glass-bold",
    "accept": "check-bold",
    "escalate": "phone-call-bold",
}
_CHIPS = {
    Outcome.HELD: ShownState.OK,
    Outcome.RECURRED: ShownState.NOK,
    Outcome.WORSE: ShownState.NOK,
    Outcome.WATCHING: ShownState.IN_PROGRESS,
}
_BACK = Action("list_back", phrase("do_it/back"), "arrow-u-up-left-bold")


@dataclass(frozen=True, slots=True)
class ResponsesPage(Page):
    """Something else: one of the plant's responses, or that nobody knows what to do."""

    verbs: ClassVar[frozenset[str]] = frozenset({"take", "up", "down", "list_back"})
    stays: ClassVar[bool] = True
    then: Then
    before: Page
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        pages = self._pages(scene)
        tiles = tuple(
            TileView(f"take:{code}", response_named(scene, code), icon)
            for code, icon in pages.shown(_offered(scene))
        )
        body = TilesBody(phrase("card/else_title"), phrase("card/else_line"), tiles)
        return "card.else", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "take":
                return self.then(argument, desk)
            case "list_back":
                return self.before
            case _:
                return replace(self, number=self._pages(desk.scene).after(verb))

    def seen(self, scene: Scene) -> Page | None:
        return None if self.before.seen(scene) is None else self

    def _pages(self, scene: Scene) -> Pages:
        return Pages(len(_offered(scene)), _TILES, self.number)


@dataclass(frozen=True, slots=True)
class CasesPage(Page):
    """The like cases with what was done, what came of it, and what they share."""

    verbs: ClassVar[frozenset[str]] = frozenset({"up", "down", "list_back"})
    stays: ClassVar[bool] = True
    situation: str
    before: Page
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        cases = self._cases(scene)
        pages = row_pages(scene, len(cases), self.number)
        rows = [_row(scene, one) for one in cases]
        title = phrase("card/cases_title", count=str(len(cases)))
        body = rows_body(title, phrase("card/cases_line"), rows, pages)
        return "card.cases", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if verb == "list_back":
            return self.before
        pages = row_pages(desk.scene, len(self._cases(desk.scene)), self.number)
        return replace(self, number=pages.after(verb))

    def seen(self, scene: Scene) -> Page | None:
        return None if self.before.seen(scene) is None else self

    def _cases(self, scene: Scene) -> tuple[LikeCase, ...]:
        advice = scene.state.card.advice_on(self.situation)
        return () if advice is None else advice.cases


def _offered(scene: Scene) -> list[tuple[str, str]]:
    offered = scene.state.card.lists.responses.offered
    order = ("correct", "contain", "escalate", "accept", "prevent")
    found = sorted(offered, key=lambda one: order.index(one.kind))
    codes = [(one.code, _ICONS[one.kind]) for one in found]
    # Of equal rank with the others: on the first page.
    codes.insert(_TILES - 1, (UNKNOWN, "question-bold"))
    return codes


def _row(scene: Scene, one: LikeCase) -> Row:
    case = one.case
    outcome = case.outcome or Outcome.INCONCLUSIVE
    chip = Chip(_CHIPS.get(outcome, ShownState.TODO), phrase(f"outcome_word/{outcome}"))
    day = scene.day(scene.at(case.at_us).date())
    done: Words = response_named(scene, case.response) if case.response else phrase("card/undone")
    below = phrase("card/case_below", time=day, done=done)
    if one.why:
        below = phrase("card/case_shared", line=below, words=", ".join(one.why[:4]))
    return Row("", case.text.partition("\n")[0], below, chip=chip)
