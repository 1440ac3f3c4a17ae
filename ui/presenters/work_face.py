"""Long work: what goes on, how far it is, a way to stop it, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.services.journal_care import SeePlaces, WriteJournal
from app.services.long_work import CancelWork
from ui.presenters.long_work import done_of, share_of
from ui.presenters.phrases import Number, Phrase, Words, phrase
from ui.presenters.rows import Row, RowsBody
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.work_state import Ending, Work
    from ui.presenters.scene import Desk, Parts, Scene

_BACK_ICON = "arrow-u-up-left-bold"
_GB = 1_000_000_000


@dataclass(frozen=True, slots=True)
class WorkPage(Page):
    """The work ``name`` begun at ``began_us``; leaving the page does not stop it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"stop_work", "work_back"})
    stays: ClassVar[bool] = True
    name: str
    began_us: int
    before: Page | None

    def draw(self, scene: Scene) -> Parts:
        work = self._work(scene)
        title = phrase(f"work/{self.name}")
        back = Action("primary", phrase("do_it/back"), _BACK_ICON, "primary", "work_back")
        if work is None:
            body = RowsBody(title, phrase("work/begins"), ())
            return "work", body, ActionsView((), back)
        if work.ending is not None:
            body = _ended(work, work.ending, title, scene.room.rows)
            return "work", body, ActionsView((), back)
        body = RowsBody(title, phrase("work/goes_on"), (running_row(scene, work),))
        stop = Action("stop_work", phrase("do_it/stop_work"), "stop-bold")
        return "work", body, ActionsView((stop,) if work.can_cancel else (), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if verb == "work_back":
            return self.before
        desk.intents.do(CancelWork(self.name))
        return self

    def _work(self, scene: Scene) -> Work | None:
        works = scene.state.works
        return next(
            (w for w in works if w.name == self.name and w.since_us >= self.began_us), None
        )


@dataclass(frozen=True, slots=True)
class PlacesPage(Page):
    """Where the file goes: a stick that is plugged in, or the station's own folder."""

    verbs: ClassVar[frozenset[str]] = frozenset({"place", "look", "work_back"})
    stays: ClassVar[bool] = True
    what: str
    before: Page

    def draw(self, scene: Scene) -> Parts:
        places = scene.state.places[: scene.room.rows]
        rows = tuple(
            Row(
                f"place:{place.folder}",
                phrase("place/stick", name=place.name)
                if place.is_removable
                else phrase("place/own"),
                place.folder,
                value=phrase("place/free", count=Number(f"{place.free_bytes / _GB:.1f}")),
                button=phrase("do_it/write_here"),
            )
            for place in places
        )
        has_stick = any(place.is_removable for place in places)
        line = phrase("place/line" if has_stick else "place/no_stick")
        look = Action("look", phrase("do_it/look_again"), "arrows-clockwise-bold")
        cancel = Action("work_back", phrase("do_it/cancel"), "x-bold")
        body = RowsBody(phrase(f"work/{self.what}"), line, rows)
        return "settings.places", body, ActionsView((cancel, look))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "work_back":
            return self.before
        if verb == "look":
            desk.intents.do(SeePlaces())
            return self
        desk.intents.do(WriteJournal(self.what, argument))
        return WorkPage(self.what, desk.scene.now_us, self.before)


def running_row(scene: Scene, work: Work) -> Row:
    """How far it is and since when; a number only where somebody counts."""
    value = share_of(work) if work.total else ""
    below: Words = phrase("work/since", age=scene.age(work.since_us))
    if work.total:
        below = phrase(
            "work/of",
            done=str(work.done),
            total=str(work.total),
            age=scene.age(work.since_us),
        )
    chip = Chip(ShownState.IN_PROGRESS, phrase("state/running"))
    return Row("", Phrase(f"work/{work.name}"), below, chip, value, share=done_of(work))


def _ended(work: Work, ending: Ending, title: Words, most: int) -> RowsBody:
    state = ShownState.OK if ending.is_ok else ShownState.ATTENTION
    words = phrase("state/done") if ending.is_ok else phrase("work/not_done")
    facts: dict[str, Words] = dict(ending.facts)
    first = Row("", Phrase(f"work/{work.name}"), ending.facts.get("path", ""), Chip(state, words))
    more = tuple(Row("", line) for line in ending.lines[: most - 1])
    return RowsBody(title, Phrase(f"{ending.code}/line", facts), (first, *more))
