"""The card: what happened, what was done before and whether it held, why, and at what price.

Nothing is chosen beforehand, and "I do not know" is an answer like any other.  Each choice is kept
at once; it counts when it is saved.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.whys import OTHER, UNKNOWN
from app.services.calls import OpenCall
from app.services.card import ConfirmCause, DecideCard, DraftCard, LookAtCard, PostponeCard
from memory.records import Expectation
from ui.presenters.andon_face import CallPage
from ui.presenters.card_left import LeftSide, left_side
from ui.presenters.card_lists import CasesPage, ResponsesPage
from ui.presenters.card_words import (
    constraint_name,
    constraint_named,
    held_words,
    price_line,
    response_named,
    tradeoff_name,
)
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Body, TilesBody, TileView
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from app.domain.events import MeasurementRecorded, TighteningRecorded
    from app.domain.unit_run import StepRun
    from app.ports.memory import SituationRecord
    from app.services.card_state import Advice, KnownResponse
    from memory.code_lists import Code
    from ui.presenters.scene import Desk, Parts, Scene

#: Chips of the right side: causes or prices, without "I do not know".
_MOST_CAUSES, _MOST_PRICES = 5, 4
#: Windows beside the usual one of the response.
_WINDOWS = (20, 50, 200)
#: From this try on the card is there by itself.
_ASKED_FROM_TRY = 2
_NO_PRICE = "none"
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_CHANGE = Action("card_before", phrase("do_it/back"), "arrow-u-up-left-bold")
_LATER = Action("card_later", phrase("do_it/card_later"), "clock-bold")
_LEAD = Action("card_lead", phrase("do_it/lead"), "phone-call-bold")


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip."""

    name: str
    words: Words
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ResponseView:
    """Something that was done before; ``line`` says how often, when last and at what price.

    Without a ``name`` it only tells: nobody is advised to do it now.
    """

    name: str
    words: Words
    held: Words
    line: Words
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class CardBody(Body):
    """Three columns; each of ``rows`` is a question and its chips, ``said`` what was written.

    On a small panel ``left`` and the responses come first, then the chips.
    """

    left: LeftSide | None = None
    memory: Words = ""
    none_yet: Words = ""
    responses: tuple[ResponseView, ...] = ()
    more: tuple[TileView, ...] = ()
    title: Words = ""
    rows: tuple[tuple[Words, tuple[Choice, ...]], ...] = ()
    own_words: Choice | None = None
    said: Words = ""
    note: Words = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """All that can be chosen, in reading order."""
        found = [one.name for one in self.responses]
        found += [one.name for one in self.more]
        found += [chip.name for _, chips in self.rows for chip in chips]
        found += [] if self.own_words is None else [self.own_words.name]
        return tuple(name for name in found if name)


@dataclass(frozen=True, slots=True)
class CardPage(Page):
    """``about`` says which situation of ``serial``; ``situation`` names it once it is there.

    ``draft`` is None until something is chosen here: then it counts before what was kept.
    ``is_asked``: the station opened it, nobody else.  ``is_at_responses``: back from the chips, on
    a small panel.
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
            return "card", body, ActionsView(self._left(record), wait)
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
        responses = _responses(scene, advice, draft)
        more = TileView("responses", phrase("card/something_else"), "plus-bold")
        cases = TileView("cases", phrase("card/see_cases"), "list-checks-bold")
        return CardBody(
            left=left_side(scene, self.about, record, advice),
            memory=phrase("card/before"),
            none_yet="" if responses else phrase(_why_none(advice)),
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
            rows=self._rows(scene, draft, advice),
            own_words=Choice("card_words", phrase("card/own_words"), bool(draft.words)),
            said=phrase("confirm/statement", statement=draft.words) if draft.words else "",
            note=_note(scene, draft),
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
                return CasesPage(record.name, counted)
            case "card_words":
                return WordsPage(
                    phrase("card/own_title"),
                    counted.said,
                    before=self,
                    typed=draft.words,
                )
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
        if self.serial != ("" if scene.run is None else scene.run.serial):
            return None
        if record is None:
            return self
        return replace(self, situation=record.name) if record.decision is None else None

    def asks(self) -> LookAtCard | None:
        return LookAtCard(self.situation) if self.situation else None

    def responded(self, code: str, desk: Desk) -> CardPage:
        """From the list of all responses."""
        return self.chose(replace(self.kept(desk.scene), response=code, expected=""), desk)

    def said(self, words: str, desk: Desk) -> CardPage:
        """Words stand beside a cause that was chosen, and are an answer without one."""
        draft = self.kept(desk.scene)
        constraint = draft.constraint or OTHER
        return self.chose(replace(draft, words=words, constraint=constraint), desk)

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
        return _open_situation(scene, self.about, self.serial)

    def _saved(self, desk: Desk, draft: DraftCard) -> None:
        took_us = max(0, desk.scene.now_us - self.opened_us)
        desk.intents.do(DecideCard(draft, after_s=took_us / 1e6, taps=self.taps + 1))
        if _is_open_nok(desk.scene, self.about):
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
        is_redo = _is_open_nok(scene, self.about) and not is_held
        words = phrase("card/save_and_redo" if is_redo else "card/save")
        return Action("primary", words, "check-bold", "primary", "card_save")

    def _rows(
        self, scene: Scene, draft: DraftCard, advice: Advice | None
    ) -> tuple[tuple[Words, tuple[Choice, ...]], ...]:
        lists = scene.state.card.lists
        causes = tuple(
            Choice(f"constraint:{code}", words, draft.constraint == code)
            for code, words in _causes(scene, self.about)
        )
        prices = tuple(
            Choice(f"tradeoff:{one.code}", tradeoff_name(scene, one), one.code in draft.tradeoffs)
            for one in _prices(lists.tradeoffs.offered, advice)
        )
        expected = _expected(scene, draft)
        windows = tuple(
            Choice(f"expect:{units}", str(units), is_it)
            for units, is_it in _windows(draft, expected)
        )
        return (
            (phrase("card/limited"), causes),
            (phrase("card/accepted"), prices),
            (phrase(f"card/expect_{_metric(expected)}"), windows),
        )


def card_page(about: str, scene: Scene) -> CardPage | None:
    """The card of the failed result of the open step, or of a reported ``about``."""
    if not about:
        record = _of_nok(scene)
        return None if record is None else _page(scene, "nok", record)
    return _page(scene, about, None)


def reported_card(about: str, scene: Scene) -> CardPage:
    """The card of what is being reported at this moment: its situation is on the way."""
    return _page(scene, about, None)


def asked_card(scene: Scene) -> CardPage | None:
    """By itself from the second try on, until somebody decides or says later."""
    current, record = scene.step_run, _of_nok(scene)
    if current is None or record is None or not current.is_nok_open or scene.is_pause:
        return None
    newest = _newest(current)
    is_again = newest is not None and newest.attempt >= _ASKED_FROM_TRY
    if not is_again or record.postponed_in is not None or record.draft is not None:
        return None
    return replace(_page(scene, "nok", record), is_asked=True, taps=0)


def card_button(scene: Scene) -> tuple[Action, ...]:
    """The way in from a failed result."""
    if _of_nok(scene) is not None:
        return (Action("why", phrase("do_it/why"), "chat-text-bold"),)
    return ()


def worked_face(scene: Scene, asked: SituationRecord) -> Parts:
    """One question, once it works: the answer feeds the memory, not the first guess."""
    made = asked.decision
    cause: Words = "" if made is None else constraint_named(scene, made.constraint, made.words)
    tiles = (
        TileView("worked_yes", phrase("worked/yes"), "check-bold"),
        TileView("worked_partly", phrase("worked/partly"), "circle-half-bold"),
        TileView("worked_no", phrase("worked/no"), "x-bold"),
        TileView("worked_other", phrase("worked/other"), "chat-text-bold"),
    )
    body = TilesBody(phrase("worked/title", cause=cause), phrase("worked/line"), tiles)
    later = Action("worked_later", phrase("do_it/not_now"), "arrow-right-bold")
    return "why.worked", body, ActionsView((later,))


#: By verb, for the buttons of the face above.
WORKED = {
    f"worked_{answer}": ConfirmCause(answer)
    for answer in ("yes", "partly", "no", "other", "later")
}


def _page(scene: Scene, about: str, record: SituationRecord | None) -> CardPage:
    serial = "" if scene.run is None else scene.run.serial
    return CardPage(about, scene.now_us, serial, "" if record is None else record.name)


def _of_nok(scene: Scene) -> SituationRecord | None:
    current = scene.step_run
    if current is None or scene.run is None:
        return None
    newest = _newest(current)
    if newest is None or newest.ok:
        return None
    return _open_situation(scene, "nok", scene.run.serial, current)


def _newest(current: StepRun) -> TighteningRecorded | MeasurementRecorded | None:
    """The last result of the step."""
    if current.tightenings:
        return current.tightenings[-1]
    return current.measurements[-1] if current.measurements else None


def _open_situation(
    scene: Scene, about: str, serial: str, step: StepRun | None = None
) -> SituationRecord | None:
    """The newest of this kind and unit that nobody has decided about."""
    found = (
        one
        for one in reversed(scene.state.card.situations)
        if one.about == about
        and (one.unit or "") == serial
        and one.decision is None
        and (step is None or one.opened.step == step.step.id)
    )
    return next(found, None)


def _is_open_nok(scene: Scene, about: str) -> bool:
    current = scene.step_run
    return about == "nok" and current is not None and current.is_nok_open


def _causes(scene: Scene, about: str) -> list[tuple[str, Words]]:
    """The plant's causes of this kind, else what may limit anybody; then that nobody knows."""
    lists = scene.state.card.lists
    causes = lists.causes.get(about)
    if causes is None:
        offered = [one for one in lists.constraints.offered if one.code != UNKNOWN]
        found = [(one.code, constraint_name(scene, one)) for one in offered]
    else:
        found = [(one.code, constraint_name(scene, one)) for one in causes]
    return [*found[:_MOST_CAUSES], (UNKNOWN, phrase("cause/unknown"))]


def _prices(offered: tuple[Code, ...], advice: Advice | None) -> list[Code]:
    """What was paid in like cases first; "none" and "I do not know" are always there."""
    paid = [] if advice is None else [c for one in advice.responses for c in one.tradeoffs]
    last = [one for one in offered if one.code in (_NO_PRICE, UNKNOWN)]
    first = sorted(
        (one for one in offered if one not in last),
        key=lambda one: paid.index(one.code) if one.code in paid else len(paid),
    )
    return [*first[:_MOST_PRICES], *last]


def _with(draft: DraftCard, code: str) -> tuple[str, ...]:
    """Several prices, or that there is none, or that nobody knows."""
    if code in draft.tradeoffs:
        return tuple(one for one in draft.tradeoffs if one != code)
    alone = (_NO_PRICE, UNKNOWN)
    if code in alone:
        return (code,)
    return (*(one for one in draft.tradeoffs if one not in alone), code)


def _expected(scene: Scene, draft: DraftCard) -> Expectation | None:
    """What the response should bring; None while none is chosen, or nobody knows what to do."""
    response = scene.state.card.lists.responses.get(draft.response)
    return None if response is None else response.expectation or Expectation()


def _windows(draft: DraftCard, expected: Expectation | None) -> list[tuple[int, bool]]:
    """Three numbers of units; once a response is chosen its own one is filled in."""
    usual = 0 if expected is None else expected.units
    chosen = int(draft.expected or usual)
    units: tuple[int, ...] = _WINDOWS
    if usual and usual not in units:
        units = tuple(sorted((usual, *(one for one in units if one != _WINDOWS[0]))))
    return [(one, one == chosen) for one in units]


def _metric(expected: Expectation | None) -> str:
    return "escapes" if expected is not None and expected.metric == "escapes" else "repeats"


def _responses(scene: Scene, advice: Advice | None, draft: DraftCard) -> tuple[ResponseView, ...]:
    known = () if advice is None else advice.responses
    found = [_response(scene, one, draft.response) for one in known]
    codes = {one.response for one in known}
    if draft.response and draft.response not in codes:
        # What was taken from the list stands where it can be seen.
        named = response_named(scene, draft.response)
        own = ResponseView(f"response:{draft.response}", named, "", phrase("card/no_case"), True)
        found = [own, *found[:2]]
    return tuple(found)


def _response(scene: Scene, one: KnownResponse, chosen: str) -> ResponseView:
    name = "" if one.barred else f"response:{one.response}"
    named = response_named(scene, one.response)
    is_chosen = one.response == chosen
    return ResponseView(name, named, held_words(one), price_line(scene, one), is_chosen)


def _why_none(advice: Advice | None) -> str:
    return "card/looking" if advice is None else "card/none_yet"


def _note(scene: Scene, draft: DraftCard) -> Words:
    """What is watched once it is saved."""
    expected = _expected(scene, draft)
    if expected is None:
        return ""
    units = draft.expected or str(expected.units)
    return phrase("card/watched", count=units)
