"""What a handover lists, one row each: its words, its records, its questions; and what is new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.decision_waiting import WAITING
from app.services.card import LookAtCard
from app.services.handover import AnswerQuestion, SettleQuestion
from app.services.handover_news import ReadNews
from ui.presenters.andon_face import who
from ui.presenters.card_face import CardPage, card_of
from ui.presenters.card_words import response_named
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.records_face import open_records
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from app.domain.line_events import HandoverItem
    from ui.presenters.scene import Desk, Parts, Scene

#: Where the records of a kind of item are looked up: what is asked, and by which fact; "" is the
#: item's own name.
_LOOK_UPS = {
    "call": ("call", ""),
    "bypass": ("bypass", ""),
    "watch": ("watch", ""),
    "hold": ("on_hold", ""),
    "held": ("unit", "serial"),
    "mid_step": ("unit", "serial"),
    "defect": ("unit", "serial"),
    "tool": ("device", "device"),
    "order": ("order", "order"),
    "blocked": ("order", "order"),
    "asked": ("question", ""),
    "answered": ("question", ""),
    "check_failed": ("check", "run"),
    "check_overdue": ("check", "run"),
    "check_begun": ("check", "run"),
    "check_due": ("check", "run"),
}
_QUESTIONS = frozenset({"asked", "answered"})


@dataclass(frozen=True, slots=True)
class ItemsPage(Page):
    """Everything on the sheet or the handover that waits; a tap shows what is behind it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"behind", "behind_back", "up", "down"})
    stays: ClassVar[bool] = True
    before: Page
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        items = _items(scene)
        pages = row_pages(scene, len(items), self.number)
        rows = [_row(scene, item) for item in items]
        body = rows_body(phrase("handover/behind"), phrase("handover/behind_line"), rows, pages)
        return "handover.behind", body, ActionsView((_back("behind_back"), *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        items = _items(desk.scene)
        if verb == "behind_back":
            return self.before
        if verb == "behind":
            item = next((one for one in items if one.item == argument), None)
            return self if item is None else _behind(item, desk, self)
        pages = row_pages(desk.scene, len(items), self.number)
        return replace(self, number=pages.after(verb))


@dataclass(frozen=True, slots=True)
class QuestionPage(Page):
    """One question with its answer; anybody answers, and says when it is settled."""

    verbs: ClassVar[frozenset[str]] = frozenset(
        {"question_answer", "question_settled", "question_records", "behind_back"}
    )
    stays: ClassVar[bool] = True
    question: str
    before: Page

    def draw(self, scene: Scene) -> Parts:
        item = self._item(scene)
        if item is None:
            return self.before.draw(scene)
        rows = [Row("question_records", item.facts["words"], _asked_by(item))]
        if item.kind == "answered":
            rows.append(Row("", phrase("handover/answered", words=item.facts["answer"])))
        pages = row_pages(scene, len(rows), 0)
        body = rows_body(phrase("handover/question"), phrase("handover/ask_line"), rows, pages)
        settled = Action("question_settled", phrase("do_it/settled"), "check-bold")
        answer = Action(
            "primary", phrase("do_it/answer"), "chat-text-bold", "primary", "question_answer"
        )
        actions = ActionsView((_back("behind_back"), settled), answer)
        return "handover.question", body, actions

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        match verb:
            case "question_answer":
                return WordsPage(phrase("handover/answer"), self._answered, before=self)
            case "question_records":
                return open_records("question", self.question, desk, self)
            case "question_settled":
                desk.intents.do(SettleQuestion(self.question))
        return self.before

    def seen(self, scene: Scene) -> Page | None:
        return self if self._item(scene) is not None else self.before

    def _answered(self, words: str, desk: Desk) -> Page:
        desk.intents.do(AnswerQuestion(self.question, words))
        return self

    def _item(self, scene: Scene) -> HandoverItem | None:
        name = f"asked:{self.question}"
        return next((one for one in scene.state.line.questions if one.item == name), None)


@dataclass(frozen=True, slots=True)
class NewsPage(Page):
    """What changed here since whoever signed in was here last; one tap to leave."""

    verbs: ClassVar[frozenset[str]] = frozenset({"news_read", "up", "down"})
    stays: ClassVar[bool] = True
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        news = scene.state.line.news
        items = () if news is None else news.items
        pages = row_pages(scene, len(items), self.number)
        time = "" if news is None else scene.moment(scene.at(news.since_us))
        rows = [_news_row(scene, item) for item in items]
        line = phrase("handover/news_line", time=time)
        body = rows_body(phrase("handover/news"), line, rows, pages)
        read = Action("primary", phrase("do_it/seen"), "check-bold", "primary", "news_read")
        return "handover.news", body, ActionsView(pages.actions(), read)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if verb == "news_read":
            desk.intents.do(ReadNews())
            return None
        news = desk.scene.state.line.news
        pages = row_pages(desk.scene, 0 if news is None else len(news.items), self.number)
        return replace(self, number=pages.after(verb))

    def seen(self, scene: Scene) -> Page | None:
        return self if scene.state.line.news is not None else None


def _news_row(scene: Scene, item: HandoverItem) -> Row:
    """When it came, and what else there is to say."""
    time = scene.moment(scene.at(int(item.facts["at_us"])))
    more = item_below(scene, item)
    below = phrase("handover/news_below", time=time, more=more) if more else time
    return Row("", item_words(scene, item), below)


def item_words(scene: Scene, item: HandoverItem) -> Words:
    """What an open thing is, in one line."""
    facts: dict[str, Words] = dict(item.facts)
    if item.kind == "call":
        facts["who"] = who(item.facts["what"])
    if item.kind in _RESPONSES:
        facts["response"] = response_named(scene, item.facts["response"])
    if item.kind.startswith(_CHECK):
        facts |= _check(scene, item)
    return Phrase(f"open/{item.kind}", facts)


def item_below(scene: Scene, item: HandoverItem) -> Words:
    """When it began or ends, and whose it is."""
    facts: dict[str, Words] = dict(item.facts)
    moment = item.facts.get("since_us") or item.facts.get("until_us")
    if moment is not None:
        facts["time"] = scene.moment(scene.at(int(moment)))
    if item.kind == "decided":
        return item.facts.get("words", "")
    if item.kind == "check_failed":
        return _check(scene, item)["check"]
    if item.kind == "check_due":
        return phrase("check/until", time=facts.get("time", "–"))
    if item.kind in _BELOW:
        return Phrase(f"open/{item.kind}_below", facts)
    if item.kind in _QUESTIONS:
        return _asked_by(item)
    if "since_us" not in item.facts:
        return ""
    return Phrase("open/since_order" if item.facts.get("order") else "open/since", facts)


def _check(scene: Scene, item: HandoverItem) -> dict[str, Words]:
    """The check and its line in the language of the screen, as long as the station has it."""
    told: dict[str, Words] = {name: item.facts.get(name, "–") for name in ("check", "line")}
    row = scene.state.forms.row(item.facts.get("form", ""))
    if row is None:
        return told
    lines = [one for one in row.failed if item.item == f"check_failed:{one.run}/{one.step}"]
    named = {"line": scene.text(lines[0].title)} if lines else {}
    return told | {"check": scene.text(row.title)} | named


_BELOW = frozenset({"tool", "hold", "bypass", "watch"})
_CHECK = "check_"
#: These tell a response of the plant's list.
_RESPONSES = frozenset({"watch", "decided_here"})


def _items(scene: Scene) -> tuple[HandoverItem, ...]:
    """Those of the sheet that is open, else of what waits to be taken over."""
    line = scene.state.line
    if line.sheet is not None:
        return line.sheet.items
    return () if line.waiting is None else line.waiting.given.items


def _row(scene: Scene, item: HandoverItem) -> Row:
    opens = item.kind in _LOOK_UPS or _card(scene, item) is not None
    name = f"behind:{item.item}" if opens else ""
    return Row(name, item_words(scene, item), item_below(scene, item))


def _behind(item: HandoverItem, desk: Desk, page: ItemsPage) -> Page:
    own_name = item.item.partition(":")[2]
    if item.kind in _QUESTIONS:
        return QuestionPage(own_name, page)
    if item.kind not in _LOOK_UPS:
        card = _card(desk.scene, item)
        if card is not None:
            desk.intents.do(LookAtCard(card.situation))
        return card or page
    asked, fact = _LOOK_UPS[item.kind]
    return open_records(asked, item.facts[fact] if fact else own_name, desk, page)


def _card(scene: Scene, item: HandoverItem) -> CardPage | None:
    """The way back to a card that was put off; none once it was decided, or is too old."""
    record = scene.state.card.of(item.item.partition(":")[2])
    if item.kind != WAITING or record is None or record.decision is not None:
        return None
    return card_of(record, scene)


def _asked_by(item: HandoverItem) -> Words:
    return phrase("handover/asked_by", name=item.facts.get("by") or "–")


def _back(name: str) -> Action:
    return Action(name, phrase("do_it/back"), "arrow-u-up-left-bold")
