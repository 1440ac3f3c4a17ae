"""A completed unit that is not provable: what it lacks, whose that is, and the two ways on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.evidence import next_of, step_of
from app.services.evidence_desk import AcceptEvidence, AskEvidence, LookAtEvidence
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page, place_name
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.instructions import Step
    from app.services.acts import Act
    from app.services.evidence_state import Unproven
    from ui.presenters.scene import Desk, Parts, Scene

ICON = "seal-check-bold"
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_OWN = "own_words"
#: Why a unit is accepted without its proof, in the order of the tiles.
REASONS = (
    ("proven_elsewhere", "map-pin-bold"),
    ("checked_again", "magnifying-glass-bold"),
    ("customer_agrees", "users-bold"),
    (_OWN, "keyboard-bold"),
)
#: Every gap the program writes; one of a newer plan is said by its own code.
GAPS = frozenset(
    {
        "not_completed",
        "typed",
        "no_good_result",
        "limits_unknown",
        "program_unknown",
        "assigned",
        "skipped",
        "not_signed",
        "not_confirmed",
        "no_part",
        "no_photo",
        "bypassed",
        "conceded",
        "calibration_over",
        "defect_open",
        "sample_missed",
        "sample_open",
    }
)


@dataclass(frozen=True, slots=True)
class EvidencePage(Page):
    """The gaps of ``serial``, one row each, with their owner and next action."""

    verbs: ClassVar[frozenset[str]] = frozenset({"up", "down", "make_now", "accept_gaps"})
    serial: str
    number: int = 0

    def asks(self) -> Act | None:
        return LookAtEvidence(self.serial)

    def draw(self, scene: Scene) -> Parts:
        found = _of(scene, self.serial)
        gaps, work = ((), ()) if found is None else (found.gaps, found.work)
        pages = row_pages(scene, len(gaps), self.number)
        title = phrase("evidence/title", serial=self.serial)
        line = phrase("evidence/line" if gaps else "evidence/looking")
        body = rows_body(title, line, [_row(scene, gap, work) for gap in gaps], pages)
        ways = (_BACK, *_accept(found), *pages.actions())
        return "evidence", body, ActionsView(ways, _make_now(found))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if verb == "accept_gaps":
            return AcceptPage(self.serial)
        if verb == "make_now":
            desk.intents.do(AskEvidence(self.serial))
            return None
        found = _of(desk.scene, self.serial)
        pages = row_pages(desk.scene, 0 if found is None else len(found.gaps), self.number)
        return replace(self, number=pages.after(verb))


@dataclass(frozen=True, slots=True)
class AcceptPage(Page):
    """Why the unit is accepted without the proof; then two people sign."""

    verbs: ClassVar[frozenset[str]] = frozenset({"accept_why"})
    serial: str

    def draw(self, scene: Scene) -> Parts:  # noqa: ARG002
        tiles = tuple(
            TileView(f"accept_why:{code}", phrase(f"accept/{code}"), icon)
            for code, icon in REASONS
        )
        title = phrase("accept/title", serial=self.serial)
        body = TilesBody(title, phrase("accept/line"), tiles)
        return "evidence.accept", body, ActionsView((_BACK,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if argument != _OWN:
            desk.intents.do(AcceptEvidence(self.serial, argument))
            return None

        def said(words: str, desk: Desk) -> None:
            desk.intents.do(AcceptEvidence(self.serial, words))

        return WordsPage(
            phrase("accept/title", serial=self.serial),
            said,
            phrase("accept/line"),
            keep=phrase("do_it/to_signatures"),
            before=self,
            face="evidence.words",
        )


def evidence_page(argument: str, scene: Scene) -> EvidencePage | None:
    """The page for a unit that was named, or else for the one that was finished last."""
    finished = scene.state.finished
    serial = argument or ("" if finished is None else finished.serial)
    return EvidencePage(serial) if serial else None


def evidence_button(scene: Scene) -> tuple[Action, ...]:
    """The way to the page, where a unit on the screen waits for its evidence."""
    shown, finished = scene.state.refusal, scene.state.finished
    if shown is not None:
        is_waiting = shown.refusal.code == "unit.not_provable"
        return (_open(shown.refusal.facts["serial"]),) if is_waiting else ()
    if finished is None or finished.evidence == "provable" or finished.accepted_by:
        return ()
    return (_open(finished.serial),)


def gap_words(scene: Scene, gap: str, work: Sequence[Step]) -> Words:
    """What is missing, and where: step and position by the names they have in ``work``."""
    kind, _, where = gap.partition(":")
    if kind not in GAPS:
        return phrase("gap/other", where=where or kind)
    return phrase(f"gap/{kind}", where=_where(scene, gap, work) or where or kind)


def _where(scene: Scene, gap: str, work: Sequence[Step]) -> Words:
    name = step_of(gap, (one.id for one in work))
    step = next((one for one in work if one.id == name), None)
    if step is None:
        return ""
    title = scene.text(step.short or step.title)
    position = gap.partition(":")[2].removeprefix(name).removeprefix(".")
    if not position:
        return title
    return phrase("band/list", first=title, next=place_name(scene, step, position))


def _open(serial: str) -> Action:
    return Action(f"evidence:{serial}", phrase("do_it/evidence"), ICON)


def _of(scene: Scene, serial: str) -> Unproven | None:
    found = scene.state.unproven
    return found if found is not None and found.serial == serial else None


def _row(scene: Scene, gap: str, work: Sequence[Step]) -> Row:
    owner, action = next_of(gap)
    below = phrase(
        "evidence/next",
        owner=phrase(f"evidence_owner/{owner}"),
        action=phrase(f"evidence_next/{action}"),
    )
    return Row("", gap_words(scene, gap, work), below)


def _accept(found: Unproven | None) -> tuple[Action, ...]:
    if found is None:
        return ()
    return (Action("accept_gaps", phrase("do_it/accept_gaps"), "pencil-simple-bold"),)


def _make_now(found: Unproven | None) -> Action | None:
    if found is None or not found.steps:
        return None
    icon = "arrow-counter-clockwise-bold"
    return Action("primary", phrase("do_it/make_now"), icon, "primary", "make_now")
