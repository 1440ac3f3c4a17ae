"""The handover of a shift in three columns of time: counted, open, told; then taken over.

What is counted is filled in, never typed.  Whoever takes over ticks the exceptions only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from app.domain.handover import REST, exceptions
from app.services.handover import (
    AcceptHandover,
    AddNote,
    AskBack,
    CloseHandover,
    GiveHandover,
    PrintHandover,
    PutOffHandover,
)
from app.services.line_state import PaperLine
from ui.presenters.handover_items import ItemsPage, NewsPage, item_below, item_words
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Page
from ui.presenters.snap_face import SnapPage
from ui.presenters.stop_reasons import reason_phrase
from ui.presenters.view_states import Action, ActionsView, Body
from ui.presenters.words_pad import WordsPage

if TYPE_CHECKING:
    from app.domain.line_events import HandoverGiven, HandoverItem
    from app.services.line_state import HandoverSheet, OpenHandover
    from ui.presenters.scene import Desk, Parts, Scene

MOST_LOST, MOST_NOTES = 4, 4
#: So many letters stand on a line of a note.
_A_LINE = 26
#: The room of the buttons below the notes, in lines, where there are none.
_BUTTONS = 6
_BACK = Action("handover_close", phrase("do_it/back"), "arrow-u-up-left-bold")
_PRINT = Action("handover_print", phrase("do_it/print_pdf"), "file-pdf-bold")
_MORE = Action("handover_more", phrase("do_it/more_open"), "arrow-down-bold")
_BEHIND = Action("handover_behind", phrase("do_it/behind"), "list-checks-bold")
_ASK = Action("handover_ask", phrase("do_it/ask_back"), "chat-text-bold")
_LATER = Action("handover_later", phrase("do_it/not_now"), "clock-bold")


@dataclass(frozen=True, slots=True)
class LostLine:
    """Minutes lost to one reason; ``share`` of the most."""

    words: Words
    minutes: Words
    share: float


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One open thing; ``is_ticked`` None where nobody has to tick it."""

    name: str
    words: Words
    below: Words
    is_ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class NoteLine:
    """Somebody's own words, and whose they are."""

    text: str
    by: Words


@dataclass(frozen=True, slots=True)
class HandoverBody(Body):
    """Three columns; ``counts`` are (number, word), the first one large.

    ``asks`` are (button, words, icon, whether it is chosen) under the notes; the first stands
    over ``safety``, the others under it.
    """

    title: Words
    line: Words
    counts_title: Words
    counts: tuple[tuple[str, Words], ...]
    lost_title: Words
    lost: tuple[LostLine, ...]
    open_title: Words
    open: tuple[OpenLine, ...]
    open_note: Words
    notes_title: Words
    notes: tuple[NoteLine, ...]
    safety: Words = ""
    asks: tuple[tuple[str, Words, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverPage(Page):
    """Prepared by whoever goes; ``is_safe`` None until they have said something about safety.

    ``scroll`` is the page of the open things.
    """

    verbs: ClassVar[frozenset[str]] = frozenset(
        {
            "handover_close",
            "handover_note",
            "handover_safe",
            "handover_unsafe",
            "handover_give",
            "handover_alone",
            "handover_more",
            "handover_print",
            "handover_behind",
        }
    )
    stays: ClassVar[bool] = True
    waits_for_signature: ClassVar[bool] = True
    is_safe: bool | None = None
    safety: str | None = None
    scroll: int = 0

    def draw(self, scene: Scene) -> Parts:
        sheet = scene.state.line.sheet
        if sheet is None:
            return "handover.sent", _empty(), ActionsView((_BACK,))
        is_said = self.is_safe is not None
        left = [_BACK, _PRINT]
        if sheet.items:
            left.append(_BEHIND)
        if max(_pages(scene, sheet.items), len(self._notes(scene, sheet))) > 1:
            left.append(_MORE)
        if is_said:
            left.append(Action("handover_alone", phrase("do_it/hand_to_station"), "monitor-bold"))
        words = phrase("do_it/hand_over" if is_said else "wait/safety")
        kind = "primary" if is_said else "waiting"
        give = Action("primary", words, "users-bold", kind, "handover_give")
        return "handover", self._body(scene, sheet), ActionsView(tuple(left), give)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        do = desk.intents.do
        match verb:
            case "handover_close":
                do(CloseHandover())
                return None
            case "handover_note" | "handover_unsafe":
                asks = {"handover_note": self._noted, "handover_unsafe": self._unsafe}
                return WordsPage(phrase(verb.replace("_", "/")), asks[verb], before=self)
            case "handover_safe":
                return replace(self, is_safe=True, safety=None)
            case "handover_more":
                return replace(self, scroll=self.scroll + 1)
            case "handover_behind":
                return ItemsPage(self)
            case "handover_print":
                do(PrintHandover(self._paper(desk)))
            case "handover_give" | "handover_alone":
                to = "person" if verb == "handover_give" else "station"
                do(GiveHandover(to, self.safety))
        return self

    def seen(self, scene: Scene) -> Page | None:
        """Opening a unit closes the sheet."""
        return self if scene.state.line.sheet is not None else None

    def _noted(self, words: str, desk: Desk) -> Page:
        """With a photo where there is a camera, if whoever writes it wants one."""

        def kept(with_photo: bool, at: Desk) -> Page:
            at.intents.do(AddNote(words, with_photo=with_photo))
            return self

        return SnapPage(kept) if desk.scene.state.defects.camera else kept(False, desk)

    def _unsafe(self, words: str, _desk: Desk) -> Page:
        return replace(self, is_safe=False, safety=words)

    def _paper(self, desk: Desk) -> tuple[PaperLine, ...]:
        """All of it, in the language of the screen."""
        scene, say = desk.scene, desk.say
        sheet = scene.state.line.sheet
        if sheet is None:
            return ()
        lines = [("title", _title(scene, sheet.shift, sheet.next_shift)), ("line", _now(scene))]
        lines.append(("heading", phrase("handover/output")))
        lines += [
            ("line", phrase("handover/count", count=n, what=word))
            for n, word in _counts(sheet.counts)
        ]
        lines.append(("heading", _lost_title(dict(sheet.minutes))))
        lines += [
            ("line", phrase("handover/lost_line", reason=_reason(code), count=str(minutes)))
            for code, minutes in sheet.minutes
        ]
        lines.append(("heading", phrase("handover/open")))
        open_ = [_line(scene, item) for item in sheet.items]
        lines += [("line", " · ".join(filter(None, (say(o.words), say(o.below))))) for o in open_]
        lines.append(("heading", phrase("handover/told")))
        notes = _with_safety([NoteLine(text, by) for text, by in sheet.notes], self.safety)
        lines += [("line", phrase("handover/note_line", by=n.by, words=n.text)) for n in notes]
        if self.is_safe:
            lines.append(("line", phrase("handover/safe_said")))
        return tuple(PaperLine(role, say(words)) for role, words in lines)

    def _notes(self, scene: Scene, sheet: HandoverSheet) -> tuple[tuple[NoteLine, ...], ...]:
        notes = [NoteLine(text, by) for text, by in sheet.notes]
        return _note_pages(_with_safety(notes, self.safety), scene.room.note_lines)

    def _body(self, scene: Scene, sheet: HandoverSheet) -> HandoverBody:
        notes = self._notes(scene, sheet)
        asks = (
            ("handover_note", phrase("handover/add_note"), "plus-bold", False),
            ("handover_safe", phrase("handover/safe"), "check-bold", self.is_safe is True),
            ("handover_unsafe", phrase("handover/not_safe"), "", self.is_safe is False),
        )
        shown = _page(scene, sheet.items, self.scroll)
        return HandoverBody(
            title=_title(scene, sheet.shift, sheet.next_shift),
            line=_kept(scene.state.line.paper),
            counts_title=phrase("handover/output"),
            counts=_counts(sheet.counts),
            lost_title=_lost_title(dict(sheet.minutes)),
            lost=_lost(scene, dict(sheet.minutes)),
            open_title=phrase("handover/open"),
            open=tuple(_line(scene, item) for item in shown),
            open_note="" if sheet.items else phrase("handover/nothing"),
            notes_title=phrase("handover/told"),
            notes=notes[self.scroll % len(notes)],
            safety=phrase("handover/safety"),
            asks=asks,
        )


@dataclass(frozen=True, slots=True)
class TakePage(Page):
    """Taken over by whoever comes: ``ticked`` are the exceptions they have seen."""

    verbs: ClassVar[frozenset[str]] = frozenset(
        {
            "tick",
            "handover_take",
            "handover_later",
            "handover_more",
            "handover_behind",
            "handover_ask",
        }
    )
    stays: ClassVar[bool] = True
    waits_for_signature: ClassVar[bool] = True
    handover: str
    ticked: frozenset[str] = frozenset()
    scroll: int = 0

    def draw(self, scene: Scene) -> Parts:
        waiting = scene.state.line.waiting
        if waiting is None:
            return "handover.sent", _empty(), ActionsView((_LATER,))
        wanted = {item.item for item in exceptions(waiting.given.items)}
        is_all = wanted <= self.ticked
        key = "do_it/take_over_badge" if is_all else "wait/ticks"
        words = phrase(key, count=str(len(wanted - self.ticked)))
        kind = "primary" if is_all else "waiting"
        take = Action("primary", words, "identification-badge-bold", kind, "handover_take")
        notes = _given_notes(scene, waiting.given)
        is_more = max(_pages(scene, _asked(waiting.given)), len(notes)) > 1
        left = (_LATER, _BEHIND, _ASK, *((_MORE,) if is_more else ()))
        return "handover.take", self._body(scene, waiting), ActionsView(left, take)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "tick":
                return replace(self, ticked=self.ticked ^ {argument})
            case "handover_later":
                desk.intents.do(PutOffHandover())
                return None
            case "handover_more":
                return replace(self, scroll=self.scroll + 1)
            case "handover_behind":
                return ItemsPage(self)
            case "handover_ask":
                return WordsPage(phrase("handover/ask"), self._ask, before=self)
            case _:
                desk.intents.do(AcceptHandover(self.handover, tuple(sorted(self.ticked))))
        return self

    def seen(self, scene: Scene) -> Page | None:
        waiting, is_put_off = scene.state.line.waiting, scene.state.line.is_put_off
        if waiting is None or waiting.given.handover != self.handover or is_put_off:
            return None
        return self

    def _ask(self, words: str, desk: Desk) -> Page:
        desk.intents.do(AskBack(self.handover, words))
        return self

    def _body(self, scene: Scene, waiting: OpenHandover) -> HandoverBody:
        given = waiting.given
        wanted = {item.item for item in exceptions(given.items)}
        shown = _page(scene, _asked(given), self.scroll)
        lines = tuple(
            replace(_line(scene, item), is_ticked=item.item in self.ticked)
            if item.item in wanted
            else _line(scene, item)
            for item in shown
        )
        notes = _given_notes(scene, given)
        at = scene.moment(scene.at(waiting.at_us))
        return HandoverBody(
            title=phrase("handover/from", name=given.name, shift=given.shift or "–", time=at),
            line="",
            counts_title=phrase("handover/output"),
            counts=_counts(given.counts),
            lost_title=_lost_title(given.minutes),
            lost=_lost(scene, given.minutes),
            open_title=phrase("handover/tick"),
            open=lines,
            open_note="" if given.items else phrase("handover/nothing"),
            notes_title=phrase("handover/told"),
            notes=notes[self.scroll % len(notes)],
            safety="" if given.safety else phrase("handover/safe_said"),
        )


def asked_page(scene: Scene) -> HandoverPage | TakePage | NewsPage | None:
    """The sheet somebody opened, what waits for whoever is here now, or what is new to them."""
    line, person = scene.state.line, scene.state.person
    if line.sheet is not None:
        return HandoverPage()
    news = NewsPage() if line.news is not None else None
    if line.waiting is None or line.is_put_off or person is None:
        return news
    given = line.waiting.given
    if given.to == "station" and given.person == person.person:
        return news
    return TakePage(given.handover)


def _line(scene: Scene, item: HandoverItem) -> OpenLine:
    words = item_words(scene, item) if item.kind != REST else phrase("open/rest", **item.facts)
    return OpenLine(f"tick:{item.item}", words, item_below(scene, item))


def _asked(given: HandoverGiven) -> tuple[HandoverItem, ...]:
    """What is to tick, then what the last tick stands for, and what only tells."""
    wanted = exceptions(given.items)
    names = {item.item for item in wanted}
    return (*wanted, *(item for item in given.items if item.item not in names))


def _pages(scene: Scene, items: tuple[HandoverItem, ...]) -> int:
    return max(1, -(-len(items) // scene.room.open_items))


def _page(scene: Scene, items: tuple[HandoverItem, ...], scroll: int) -> tuple[HandoverItem, ...]:
    first = scroll % _pages(scene, items) * scene.room.open_items
    return items[first : first + scene.room.open_items]


def _with_safety(notes: list[NoteLine], words: str | None) -> list[NoteLine]:
    return notes if words is None else [NoteLine(words, phrase("handover/safety")), *notes]


def _given_notes(scene: Scene, given: HandoverGiven) -> tuple[tuple[NoteLine, ...], ...]:
    notes = [NoteLine(text, given.name) for text in given.notes]
    room = scene.room.note_lines + _BUTTONS
    return _note_pages(_with_safety(notes, given.safety), room)


def _note_pages(notes: list[NoteLine], room: int) -> tuple[tuple[NoteLine, ...], ...]:
    """As many as have room below each other, none cut; at least one page."""
    pages: list[tuple[NoteLine, ...]] = [()]
    used = 0
    most = room - 2
    for note in (part for whole in notes for part in _parts(whole, most)):
        lines = len(wrap(note.text, _A_LINE)) + 2
        if pages[-1] and (used + lines > room or len(pages[-1]) == MOST_NOTES):
            pages.append(())
            used = 0
        pages[-1] = (*pages[-1], note)
        used += lines
    return tuple(pages)


def _title(scene: Scene, shift: str, next_shift: str) -> Words:
    station = scene.state.station.station
    if not shift:
        return phrase("handover/title", station=station)
    key = "handover/title_next" if next_shift else "handover/title_shift"
    return phrase(key, station=station, shift=shift, next=next_shift)


def _counts(counts: dict[str, int]) -> tuple[tuple[str, Words], ...]:
    """Good units large; the others only where there are some."""
    first = ("good", *(k for k in ("reworked", "scrap", "not_provable") if counts.get(k)))
    return tuple((str(counts.get(key, 0)), phrase(f"handover/{key}")) for key in first)


def _kept(path: str) -> Words:
    """Where the file is: its folder and name are enough for whoever knows the station."""
    return phrase("handover/kept", file="/".join(path.split("/")[-2:])) if path else ""


def _now(scene: Scene) -> Words:
    return f"{scene.day(scene.now.date())} {scene.now:%H:%M}"


def _reason(code: str) -> Words:
    return reason_phrase(code)


def _parts(note: NoteLine, most: int) -> list[NoteLine]:
    """A long one goes on as another."""
    lines = wrap(note.text, _A_LINE)
    cuts = range(0, len(lines), most)
    return [replace(note, text=" ".join(lines[cut : cut + most])) for cut in cuts]


def _lost_title(minutes: dict[str, int]) -> Words:
    total = sum(minutes.values())
    return phrase("handover/lost", count=str(total)) if total else phrase("handover/none_lost")


def _lost(scene: Scene, minutes: dict[str, int]) -> tuple[LostLine, ...]:
    ordered = sorted(minutes.items(), key=lambda one: -one[1])
    return tuple(
        LostLine(
            _reason(reason),
            phrase("handover/minutes", count=str(count)),
            count / ordered[0][1],
        )
        for reason, count in ordered[: scene.room.lost]
    )


def _empty() -> HandoverBody:
    """Being counted."""
    title = phrase("handover/counting")
    return HandoverBody(title, "", "", (), "", (), "", (), "", "", ())
