"""The units that wait for proof or a decision: what each lacks, whose it is, and the way to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.evidence import next_of
from app.domain.rights import DISPOSE
from app.services.dispositions import LookAtHeld
from app.services.evidence_desk import LookAtEvidence
from app.services.waiting_units import LOOK_BACK_DAYS, LookAtWaiting
from ui.presenters.disposition_face import DispositionPage
from ui.presenters.evidence_face import EvidencePage, gap_words
from ui.presenters.outcome_faces import held_words
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.acts import Act
    from app.services.evidence_state import WaitingUnit
    from ui.presenters.scene import Desk, Parts, Scene

_ICON = "lock-key-bold"
_OWNERS = frozenset({"quality", "lead"})


def waiting_button(scene: Scene) -> tuple[Action, ...]:
    """The way to the list, for whoever is signed in."""
    if scene.state.person is None:
        return ()
    return (Action("waiting_units", phrase("do_it/waiting_units"), _ICON),)


@dataclass(frozen=True, slots=True)
class WaitingPage(Page):
    """One row a unit; a tap opens what settles it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"settle", "decide_held", "up", "down"})
    number: int = 0

    def asks(self) -> Act | None:
        return LookAtWaiting()

    def draw(self, scene: Scene) -> Parts:
        units = scene.state.waiting
        pages = row_pages(scene, 0 if units is None else len(units), self.number)
        rows = [_row(scene, unit) for unit in units or ()]
        body = rows_body(phrase("waiting/title"), _line(scene), rows, pages)
        back = Action("primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "back")
        return "waiting", body, ActionsView(pages.actions(), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "settle":
            desk.intents.do(LookAtEvidence(argument))
            return EvidencePage(argument)
        if verb == "decide_held":
            desk.intents.do(LookAtHeld(argument))
            return DispositionPage(argument)
        pages = row_pages(desk.scene, len(desk.scene.state.waiting or ()), self.number)
        return replace(self, number=pages.after(verb))


def _line(scene: Scene) -> Words:
    units = scene.state.waiting
    if units is None:
        return phrase("evidence/looking")
    if not units:
        return phrase("waiting/none", days=str(LOOK_BACK_DAYS))
    who = scene.state.people.holders.get(DISPOSE)
    return phrase("waiting/line_who", who=who) if who else phrase("waiting/line")


def _row(scene: Scene, unit: WaitingUnit) -> Row:
    verb = "settle" if unit.gaps else "decide_held"
    state = ShownState.ATTENTION if unit.gaps else ShownState.BLOCKED
    return Row(
        f"{verb}:{unit.serial}",
        phrase("results/unit", serial=unit.serial),
        _why(scene, unit),
        Chip(state, _owner(unit), _ICON),
        phrase("waiting/since", age=scene.age(unit.since_us)),
        phrase("do_it/settle"),
    )


def _why(scene: Scene, unit: WaitingUnit) -> Words:
    """The first thing it lacks, and how many more; or why it is held."""
    if not unit.gaps:
        return held_words(unit.held)
    first = gap_words(scene, unit.gaps[0], unit.work)
    if len(unit.gaps) == 1:
        return first
    return phrase("waiting/more", first=first, count=str(len(unit.gaps) - 1))


def _owner(unit: WaitingUnit) -> Words:
    """Whose it is: the role that owns the first gap, or the hold."""
    owner = next_of(unit.gaps[0])[0] if unit.gaps else unit.owner or "lead"
    if owner == "rework":
        return phrase("waiting/owner_rework")
    return phrase(f"evidence_owner/{owner}") if owner in _OWNERS else owner
