"""The card: what happened, what was done before and whether it held, why, and at what price.

Nothing is chosen beforehand, and "I do not know" is an answer like any other.  Each choice is kept
at once; it counts when it is saved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.memory_signals import stop_signal
from app.domain.whys import OTHER, UNKNOWN
from app.services.calls import OpenCall
from app.services.card import DecideCard, DraftCard, LookAtCard, LookAtCases, PostponeCard
from app.services.problem_desk import DescribeProblem
from ui.presenters.andon_face import CallPage
from ui.presenters.card_body import (
    NO_PRICE,
    CardBody,
    Choice,
    asked_rows,
    shown_responses,
    watched_note,
    why_none,
)
from ui.presenters.card_left import left_side
from ui.presenters.card_lists import CasesPage, ResponsesPage
from ui.presenters.card_words import response_named
from ui.presenters.open_situations import (
    here,
    is_open_nok,
    newest_result,
    of_nok,
    open_situation,
)
from ui.presenters.phrases import phrase
from ui.presenters.scene import Page
from ui.presenters.snap_face import SnapPage
from ui.presenters.view_states import Action, ActionsView, TileView
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from app.ports.memory import SituationRecord
    from app.services.card_state import Advice
    from ui.presenters.scene import Desk, Parts, Scene

#: From this try on the card is there by itself.
_ASKED_FROM_TRY = 2
#: Reported without a thing that says what it is: own words describe the problem, too.
_DESCRIBED = frozenset({"instruction", "other"})
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_CHANGE = Action("card_before", phrase("do_it/back"), "arrow-u-up-left-bold")
_LATER = Action("card_later", phrase("do_it/card_later"), "clock-bold")
_TELL = Action("card_words", phrase("card/own_words"), "chat-text-bold")
_LEAD = Action("card_lead", phrase("do_it/lead"), "phone-call-bold")


@dataclass(frozen=True, slots=True)
class CardPage(Page):
    """``about`` says which situation of ``serial``; ``situation`` names it once it is there.

    ``draft`` is None until something is chosen here: then it counts before what was kept.
    ``is_asked``: the station opened it, nobody else.  ``is_at_responses``: back from the chips, on
    a small panel.  ``key`` is that of the situation, where several of its kind may be open.
    """

    verbs: ClassVar[frozenset[str]] = frozenset(
        {
            "constraint", "response", "tradeoff", "expect", "card_words", "card_save",
            "card_later", "card_lead", "card_before", "cases", "responses",
        }
    )  # fmt: skip
    stays: ClassVar[bool] = True
    about: str
    opened_us: int
    serial: str = ""
    situation: str = ""
    draft: DraftCard | None = None
    taps: int = 1
    is_asked: bool = False
    is_at_responses: bool = False
    key: str = ""

    def draw(self, scene: Scene) -> Parts:
        record = self._record(scene)
        draft = self.kept(scene)
        advice = None if record is None else scene.state.card.advice_on(record.name)
        save = self._save(scene, record, draft)
        is_at_responses = self.is_at_responses or not draft.response
        if not scene.room.is_small:
            body = self._before(scene, record, advice, draft)
            body = self._with_questions(scene, body, advice, draft)
            face = "card" if is_at_responses else "card.why"
            return face, body, ActionsView(self._left(record), save)
        if is_at_responses:
            wait = replace(save, words=phrase("card/wait_response"), kind="waiting")
            body = self._before(scene, record, advice, draft)
            # The chips with the own words come behind: what was reported is told at once.
            tell = (_TELL,) if self.about in _DESCRIBED else ()
            return "card", body, ActionsView((*self._left(record), *tell), wait)
        body = self._with_questions(scene, CardBody(), advice, draft)
        left = tuple(one for one in self._left(record) if one is not _BACK)
        return "card.why", body, ActionsView((_CHANGE, *left), save)

    def _before(
        self,
        scene: Scene,
        record: SituationRecord | None,
        advice: Advice | None,
        draft: DraftCard,
    ) -> CardBody:
        """What happened, and what was done before."""
        responses = shown_responses(scene, advice, draft)
        more = TileView("responses", phrase("card/something_else"), "plus-bold")
        cases = TileView("cases", phrase("card/see_cases"), "list-checks-bold")
        return CardBody(
            left=left_side(scene, self.about, record, advice),
            memory=phrase("card/before"),
            none_yet="" if responses else why_none(advice),
            responses=responses,
            more=(more, cases) if advice is not None and advice.cases else (more,),
        )

    def _with_questions(
        self, scene: Scene, body: CardBody, advice: Advice | None, draft: DraftCard
    ) -> CardBody:
        title = phrase("card/why")
        if body.left is None:
            title = phrase("card/why_of", response=response_named(scene, draft.response))
        return replace(
            body,
            title=title,
            rows=asked_rows(scene, self.about, draft, advice),
            own_words=Choice("card_words", phrase("card/own_words"), bool(draft.words)),
            said=phrase("confirm/statement", statement=draft.words) if draft.words else "",
            note=watched_note(scene, draft),
        )

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        scene, record = desk.scene, self._record(desk.scene)
        if record is None:
            return self
        draft = self.kept(scene)
        match verb:
            case "constraint":
                return self.chose(replace(draft, constraint=argument), desk)
            case "card_before":
                return replace(self, is_at_responses=True)
            case "response":
                return self.chose(replace(draft, response=argument, expected=""), desk)
            case "tradeoff":
                return self.chose(replace(draft, tradeoffs=_with(draft, argument)), desk)
            case "expect":
                return self.chose(replace(draft, expected=argument), desk)
            case _:
                return self._other(verb, desk, record)

    def _other(self, verb: str, desk: Desk, record: SituationRecord) -> Page | None:
        draft = self.kept(desk.scene)
        counted = replace(self, taps=self.taps + 1)
        match verb:
            case "responses":
                return ResponsesPage(counted.responded, counted)
            case "cases":
                desk.intents.do(LookAtCases(record.name))
                return CasesPage(record.name, counted)
            case "card_words":
                return self._asked_for_words(counted, draft)
            case "card_later":
                desk.intents.do(PostponeCard(record.name))
                return None
            case "card_lead":
                desk.intents.do(OpenCall("lead"))
                return CallPage("lead")
            case "card_save":
                self._saved(desk, draft)
                return None
            case _:
                return self

    def seen(self, scene: Scene) -> Page | None:
        """Over with its unit, or once it is decided; what was chosen is kept as a draft."""
        record = self._record(scene)
        if self.serial != here(scene):
            return None
        if record is None:
            return self
        return replace(self, situation=record.name) if record.decision is None else None

    def asks(self) -> LookAtCard | None:
        return LookAtCard(self.situation) if self.situation else None

    def responded(self, code: str, desk: Desk) -> CardPage:
        """From the list of all responses."""
        return self.chose(replace(self.kept(desk.scene), response=code, expected=""), desk)

    def said(self, words: str, desk: Desk) -> Page:
        """Words stand beside a cause that was chosen, and are an answer without one."""
        draft = self.kept(desk.scene)
        constraint = draft.constraint or OTHER
        page = self.chose(replace(draft, words=words, constraint=constraint), desk)
        return _described(self.about, words, page, desk) if self.about in _DESCRIBED else page

    def chose(self, draft: DraftCard, desk: Desk) -> CardPage:
        desk.intents.do(draft)
        taps = self.taps + 1
        kept = replace(self, draft=draft, situation=draft.situation, taps=taps)
        return replace(kept, is_at_responses=False)

    def kept(self, scene: Scene) -> DraftCard:
        """What is chosen so far."""
        record = self._record(scene)
        if self.draft is not None and record is not None:
            return self.draft
        if record is None or record.draft is None:
            return DraftCard("" if record is None else record.name)
        old = record.draft
        return DraftCard(
            record.name,
            old.constraint or "",
            old.response or "",
            old.tradeoffs,
            old.expectation or "",
            old.words or "",
        )

    def _record(self, scene: Scene) -> SituationRecord | None:
        if self.situation:
            return scene.state.card.of(self.situation)
        return open_situation(scene, self.about, self.serial, key=self.key)

    def _asked_for_words(self, counted: CardPage, draft: DraftCard) -> WordsPage:
        title, said = phrase("card/own_title"), counted.said
        if self.about not in _DESCRIBED:
            return WordsPage(title, said, before=self, typed=draft.words)
        title, line = phrase(f"describe/{self.about}"), phrase("describe/line")
        return WordsPage(title, said, line, before=self, typed=draft.words)

    def _saved(self, desk: Desk, draft: DraftCard) -> None:
        took_us = max(0, desk.scene.now_us - self.opened_us)
        desk.intents.do(DecideCard(draft, after_s=took_us / 1e6, taps=self.taps + 1))
        # A card that was opened from the list may be of another failure than the one that waits.
        if is_open_nok(desk.scene, self._record(desk.scene)):
            desk.intents.nok_acknowledged()

    def _left(self, record: SituationRecord | None) -> tuple[Action, ...]:
        can_wait = record is not None and record.postponed_in is None
        out = () if self.is_asked else (_BACK,)
        return (*out, _LATER, _LEAD) if can_wait else (*(out or (_BACK,)), _LEAD)

    def _save(self, scene: Scene, record: SituationRecord | None, draft: DraftCard) -> Action:
        is_whole = bool(record and draft.constraint and draft.response and draft.tradeoffs)
        if not is_whole:
            return Action("primary", phrase("card/wait"), "check-bold", "waiting", "card_save")
        is_held = scene.run is not None and scene.run.held is not None
        is_redo = is_open_nok(scene, record) and not is_held
        words = phrase("card/save_and_redo" if is_redo else "card/save")
        return Action("primary", words, "check-bold", "primary", "card_save")


def card_page(situation: str, scene: Scene) -> CardPage | None:
    """The card of the situation of this name, else of the failed result of the open step."""
    record = scene.state.card.of(situation) if situation else of_nok(scene)
    return None if record is None or record.decision is not None else card_of(record, scene)


def card_of(record: SituationRecord, scene: Scene) -> CardPage:
    """The card of ``record``, over whatever the screen is about."""
    return CardPage(record.about, scene.now_us, here(scene), record.name)


def reported_card(about: str, scene: Scene) -> CardPage:
    """The card of what is being reported at this moment: its situation is on the way."""
    return CardPage(about, scene.now_us, here(scene))


def stop_card(reason: str, scene: Scene) -> CardPage | None:
    """The card of a stop that was named at this moment; None once somebody put its reason off."""
    key = stop_signal(reason)
    known = open_situation(scene, "stop", "", key=key)
    if known is not None and (known.postponed_in is not None or known.draft is not None):
        return None
    return CardPage("stop", scene.now_us, key=key, is_asked=True, taps=0)


def asked_card(scene: Scene) -> CardPage | None:
    """By itself from the second try on, until somebody decides or says later."""
    current, record = scene.step_run, of_nok(scene)
    if current is None or record is None or not current.is_nok_open or scene.is_pause:
        return None
    newest = newest_result(current)
    if newest is None or newest.attempt < _ASKED_FROM_TRY:
        return None
    if record.postponed_in is not None or record.draft is not None:
        return None
    # It is drawn anew all the time, and is seen since the result is there.
    seen_us = int(newest.reading.received_at.timestamp() * 1e6)
    return replace(card_of(record, scene), opened_us=seen_us, is_asked=True, taps=0)


def card_button(scene: Scene) -> tuple[Action, ...]:
    """The way in from a failed result."""
    if of_nok(scene) is not None:
        return (Action("why", phrase("do_it/why"), "chat-text-bold"),)
    return ()


def _with(draft: DraftCard, code: str) -> tuple[str, ...]:
    """Several prices, or that there is none, or that nobody knows."""
    if code in draft.tradeoffs:
        return tuple(one for one in draft.tradeoffs if one != code)
    alone = (NO_PRICE, UNKNOWN)
    if code in alone:
        return (code,)
    return (*(one for one in draft.tradeoffs if one not in alone), code)


def _described(about: str, words: str, page: CardPage, desk: Desk) -> Page:
    """What was reported is told in the same words; with a photo where there is a camera."""

    def kept(with_photo: bool, at: Desk) -> Page:
        at.intents.do(DescribeProblem(about, words, with_photo=with_photo))
        return page

    return SnapPage(kept) if desk.scene.state.defects.camera else kept(False, desk)
