"""Deciding about a held unit, and ordering rework: what, by what means, why; then who signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.nonconformance import AS_IS, DISPOSITIONS, TO_REWORK
from app.domain.rework import has_evidence
from app.domain.unit_run import FINAL
from app.services.dispositions import (
    WORDS,
    AskedRework,
    DisposeUnit,
    LookAtHeld,
    OrderRework,
)
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.acts import Act
    from app.services.quality_state import ConcessionView, ReworkChoice
    from ui.presenters.scene import Desk, Parts, Scene

_ICONS = {
    "rework": "wrench-bold",
    "scrap": "trash-bold",
    "use_as_is": "check-circle-bold",
    "return": "arrow-u-up-left-bold",
}
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_SEND = phrase("do_it/to_signatures")
#: No concession, and nothing more to undo.
_NONE = "-"


@dataclass(frozen=True, slots=True)
class DispositionPage(Page):
    """What becomes of the held unit ``serial``."""

    verbs: ClassVar[frozenset[str]] = frozenset({"dispose"})
    serial: str

    def asks(self) -> Act | None:
        return LookAtHeld(self.serial)

    def draw(self, scene: Scene) -> Parts:  # noqa: ARG002
        tiles = tuple(
            TileView(f"dispose:{way}", phrase(f"disposition/{way}"), _ICONS[way])
            for way in DISPOSITIONS
        )
        title = phrase("disposition/title", serial=self.serial)
        body = TilesBody(title, phrase("disposition/line"), tiles)
        return "disposition", body, ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if argument == TO_REWORK:
            return ReworkPage(self.serial, is_decision=True)
        if argument == AS_IS and desk.scene.state.quality.concessions:
            return ConcessionPage(self.serial)
        return _why(self.serial, argument, before=self)


@dataclass(frozen=True, slots=True)
class ConcessionPage(Page):
    """Which concession the unit is used up on, or none."""

    verbs: ClassVar[frozenset[str]] = frozenset({"concession", "up", "down"})
    serial: str
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        rows = [_this_unit(), *(_conceded(scene, v) for v in scene.state.quality.concessions)]
        pages = row_pages(scene, len(rows), self.number)
        body = rows_body(phrase("concession/title"), phrase("concession/line"), rows, pages)
        return "disposition.concession", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "concession":
            name = "" if argument == _NONE else argument
            return _why(self.serial, AS_IS, before=self, concession=name)
        count = len(desk.scene.state.quality.concessions) + 1
        return replace(self, number=row_pages(desk.scene, count, self.number).after(verb))


@dataclass(frozen=True, slots=True)
class ReworkPage(Page):
    """Which operation; ``is_decision`` for a held unit, whose signatures come afterwards."""

    verbs: ClassVar[frozenset[str]] = frozenset({"operation", "up", "down"})
    serial: str
    is_decision: bool = False
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        choices = scene.state.quality.reworks
        rows = [*(_choice(scene, one) for one in choices), _own_words()]
        pages = row_pages(scene, len(rows), self.number)
        body = rows_body(phrase("rework/title"), phrase("rework/line"), rows, pages)
        return "rework", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "operation" and argument == WORDS:
            return WordsPage(
                phrase("rework/words"),
                lambda words, _desk: OpensPage(self, words),
                before=self,
                face="rework.words",
            )
        if verb == "operation":
            return self.why(AskedRework(argument), self)
        count = len(desk.scene.state.quality.reworks) + 1
        return replace(self, number=row_pages(desk.scene, count, self.number).after(verb))

    def why(self, rework: AskedRework, before: Page) -> Page:
        """The last question before it is ordered or signed."""
        if self.is_decision:
            return _why(self.serial, TO_REWORK, before=before, rework=rework)

        def said(words: str, desk: Desk) -> None:
            desk.intents.do(OrderRework(self.serial, words, rework))

        return WordsPage(
            phrase("rework/why"),
            said,
            phrase("disposition/why_line"),
            keep=phrase("do_it/order_rework"),
            before=before,
            face="rework.why",
        )


@dataclass(frozen=True, slots=True)
class OpensPage(Page):
    """What an operation in own words undoes: one step that was done, or nothing."""

    verbs: ClassVar[frozenset[str]] = frozenset({"opens", "up", "down"})
    asked: ReworkPage
    words: str
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        rows = _done_steps(scene)
        pages = row_pages(scene, len(rows), self.number)
        body = rows_body(phrase("rework/opens"), phrase("rework/opens_line"), rows, pages)
        return "rework.opens", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "opens":
            opens = () if argument == _NONE else (argument,)
            return self.asked.why(AskedRework(WORDS, self.words, opens), self)
        count = len(_done_steps(desk.scene))
        return replace(self, number=row_pages(desk.scene, count, self.number).after(verb))


def decide_button(scene: Scene) -> tuple[Action, ...]:
    """The way to a decision, where a unit waits for one."""
    run, shown = scene.run, scene.state.refusal
    if shown is not None:
        is_held = shown.refusal.code == "unit.held" and "serial" in shown.refusal.facts
        serial = shown.refusal.facts["serial"] if is_held else ""
    else:
        is_held = run is not None and run.held is not None and run.held not in FINAL
        serial = run.serial if is_held and run is not None else ""
    if not serial:
        return ()
    return (Action(f"decide:{serial}", phrase("do_it/decide"), "scales-bold"),)


def rework_button(scene: Scene) -> tuple[Action, ...]:
    """The way to rework of the unit in work."""
    run = scene.run
    if run is None or run.held is not None or run.completed is not None:
        return ()
    return (Action("rework", phrase("do_it/rework"), "wrench-bold"),)


def rework_page(_argument: str, scene: Scene) -> ReworkPage | None:
    """The operations for the unit in work."""
    return None if scene.run is None else ReworkPage(scene.run.serial)


def _why(
    serial: str,
    way: str,
    *,
    before: Page,
    concession: str = "",
    rework: AskedRework | None = None,
) -> Page:
    def said(words: str, desk: Desk) -> None:
        desk.intents.do(DisposeUnit(serial, way, words, concession, rework))

    return WordsPage(
        phrase("disposition/why", what=phrase(f"disposition/{way}")),
        said,
        phrase("disposition/why_line"),
        keep=_SEND,
        before=before,
        face="disposition.why",
    )


def _this_unit() -> Row:
    words, below = phrase("concession/this_unit"), phrase("concession/two_sign")
    return Row(f"concession:{_NONE}", words, below)


def _conceded(scene: Scene, view: ConcessionView) -> Row:
    one = view.concession
    words = phrase("concession/named", concession=one.concession, by=one.by)
    until = scene.moment(one.valid_until)
    below = phrase("concession/left", count=str(view.left), time=until)
    return Row(f"concession:{one.concession}", words, below)


def _choice(scene: Scene, choice: ReworkChoice) -> Row:
    below: Words = phrase("rework/steps", count=str(choice.steps))
    if choice.opens:
        places = ", ".join(_names(scene, choice.opens))
        below = phrase("rework/undoes", count=str(choice.steps), places=places)
    return Row(f"operation:{choice.source}", scene.text(choice.title), below)


def _names(scene: Scene, opens: Sequence[str]) -> list[str]:
    """What the steps are called, where the unit has them."""
    found = []
    for what in opens:
        name, _, position = what.partition("/")
        step = None if scene.run is None else scene.run.step_run(name)
        title = name if step is None else scene.text(step.step.short or step.step.title)
        found.append(f"{title} {position}".strip())
    return found


def _own_words() -> Row:
    return Row(f"operation:{WORDS}", phrase("rework/own_words"), phrase("rework/own_below"))


def _done_steps(scene: Scene) -> list[Row]:
    """Nothing, then every step with something to undo, the newest first."""
    steps = () if scene.run is None else scene.run.steps
    rows = [Row(f"opens:{_NONE}", phrase("rework/opens_nothing"))]
    for step in reversed(steps):
        if has_evidence(step) and step.evidence:
            title = scene.text(step.step.short or step.step.title)
            rows.append(Row(f"opens:{step.step.id}", title))
    return rows
